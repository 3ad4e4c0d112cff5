/**
 * Single lines of the streams whose programmes cap what one sale pays, beside their cells: what a line adds to an earning hangs on those before it.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { Exact, exact, text } from "../kernel/decimal.js";
import type { KeptLine } from "./kept-line.js";
import type { Ledger } from "./ledger.js";
import { CELL, type SlotRun, type Stream } from "./plan.js";
import { SPILL_DECIMALS } from "./read-figures.js";
import { attributeOf } from "./scope-masks.js";

/** How a programme's caps name sales, each way once: an attribute, or `""`, by which every line is a sale of its own. Absent: no cap is per sale. */
export function saleWays({ caps = [] }: { readonly caps?: readonly PaymentCap[] | undefined }): readonly string[] | undefined {
  const ways = caps.flatMap((cap) => (cap.per === "sale" ? [wayOf(cap)] : []));
  return ways.length === 0 ? undefined : [...new Set(ways)].sort();
}

export function wayOf({ saleBy }: Pick<PaymentCap, "saleBy">): string {
  return saleBy ?? "";
}

/** The sale a line belongs to; without the attribute that names it, one of its own. */
export function saleOf(line: SaleLine, way: string): string {
  return way === "" ? line.id : (attributeOf(line, way) ?? line.id);
}

/** The line as a stream keeps it. `figure`: what the stream adds up of a sale, at `SPILL_DECIMALS` decimals; `null`: the net amount. */
export function keptLine(line: SaleLine, date: CalendarDate, ways: readonly string[], figure: bigint | null): KeptLine {
  const { id, kind, amount, quantity } = line;
  const sign = kind === "sale" ? 1 : -1;
  const counted = figure === null ? exact(amount) : new Exact(figure, SPILL_DECIMALS);
  return {
    id,
    date,
    amount: text(counted.times(sign)),
    quantity: text(exact(quantity).times(sign)),
    sales: ways.map((way) => saleOf(line, way)),
  };
}

/** The lines of a member in a run of slots, by day and identifier. */
export function keptLinesOf({ kept, rowOf }: Ledger, member: number, stream: Stream, run: SlotRun): readonly KeptLine[] {
  const row = rowOf[member] as number;
  const found: KeptLine[] = [];
  if (kept === undefined || row < 0) return found;
  for (let slot = run.from; slot < run.to; slot++) for (const line of kept.get(row + stream.offset + slot * CELL) ?? []) found.push(line);
  return inOrder(found);
}

/** Lines that a host gave one identifier stand by what else they say, so that the order never hangs on how they came. */
export function inOrder(lines: readonly KeptLine[]): KeptLine[] {
  const keyed = lines.map((line) => [keyOf(line), line] as const);
  return keyed
    .sort(([a], [b]) => {
      const i = a.findIndex((value, at) => value !== b[at]);
      return i < 0 ? 0 : (a[i] as string) < (b[i] as string) ? -1 : 1;
    })
    .map(([, line]) => line);
}

function keyOf({ date, id, amount, quantity, sales }: KeptLine): readonly string[] {
  return [date, id, amount, quantity, ...sales];
}
