/**
 * Reading lines from any iterable: the hot path first, the slow path for what it leaves, and a full report of what was refused.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { readSafely } from "../kernel/check.js";
import { shown } from "../kernel/fault.js";
import type { Json } from "../kernel/json.js";
import { addWithCare } from "./add-with-care.js";
import { settlementFault } from "./check-policy.js";
import { foldLines } from "./fold-lines.js";
import { foldTables } from "./fold-tables.js";
import type { IntakeReport, RejectedLine } from "./intake.js";
import type { Ledger } from "./ledger.js";

/** Takes in lines, in one go or in several, and reports at the end. */
export interface TakingIn {
  readonly take: (lines: Iterable<SaleLine>) => void;
  readonly report: () => IntakeReport;
  /** The fault of a source that stopped with an error: what was taken in before stays. */
  readonly stopped: (caught: unknown) => Error;
}

export function takeInto(ledger: Ledger): TakingIn {
  const tables = ledger.tables ?? foldTables(ledger.plan);
  ledger.tables = tables;
  const before = ledger.read;
  const rejected: RejectedLine[] = [];
  const count = () => {
    const read = ledger.read - before;
    return { read, accepted: read - rejected.length };
  };
  return {
    take: (lines) => {
      foldLines(ledger, tables, lines, (read, line) => {
        const refused = addWithCare(ledger, line);
        if (refused !== undefined) rejected.push({ index: read - before, ...refused });
      });
    },
    report: () => ({ ...count(), rejected }),
    stopped: (caught) => {
      const { read, accepted } = count();
      return settlementFault("kernel.unreadable", `lines[${read}]`, { reason: reasonOf(caught), accepted }, caught);
    },
  };
}

/** What the host threw may be hostile too. */
function reasonOf(caught: unknown): Json {
  try {
    return shown(caught instanceof Error ? caught.message : caught);
  } catch {
    return "…";
  }
}

/** No engine can fill a longer list: one that says it is longer holds nothing but holes. A source of another kind may have any length. */
const LONGEST_LIST = 2 ** 27;

/** Something to read lines from, one by one, at once or as they arrive. */
export function checkSource(lines: unknown, arriving: "at_once" | "in_time"): void {
  const iterator = arriving === "at_once" ? Symbol.iterator : Symbol.asyncIterator;
  const fine = readSafely("lines", () => typeof lines === "object" && lines !== null && typeof Reflect.get(lines, iterator) === "function");
  if (!fine) {
    const code = arriving === "at_once" ? "settlement.not_iterable" : "settlement.not_a_stream";
    throw settlementFault(code, "lines", { got: shown(lines) });
  }
  const endless = readSafely("lines", () => Array.isArray(lines) && !(lines.length <= LONGEST_LIST));
  if (endless) throw settlementFault("kernel.list_too_long", "lines", { most: LONGEST_LIST });
}
