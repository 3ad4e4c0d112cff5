/**
 * Reading lines from any iterable: the hot path first, the slow path for what it leaves, and a full report of what was refused.
 *
 * @internal
 */
import { checkSaleLine } from "../entities/check-sale-line.js";
import { entityMessages } from "../entities/messages.js";
import { readPlain } from "../entities/read-plain.js";
import type { SaleLine } from "../entities/sale-line.js";
import { dayNumber } from "../kernel/calendar-date.js";
import { isLibraryFault, shown } from "../kernel/fault.js";
import { type Catalogue, type PlacedMessage, renderMessage } from "../kernel/message.js";
import { kernelMessages } from "../kernel/messages.js";
import { compileAddLine, compilePost, rowOfValue } from "./add-line.js";
import { settlementFault } from "./check-policy.js";
import type { IntakeReport, RejectedLine } from "./intake.js";
import type { Ledger, Post, Reader } from "./ledger.js";
import { settlementMessages } from "./messages.js";
import { readAmount, readSpill } from "./read-figures.js";

const words: Catalogue = { ...kernelMessages, ...entityMessages, ...settlementMessages };

/** Takes in one line at a time and reports at the end. */
export interface TakingIn {
  readonly take: (line: SaleLine) => void;
  readonly report: () => IntakeReport;
  /** The fault of a source that stopped with an error: what was taken in before stays. */
  readonly stopped: (caught: unknown) => unknown;
}

/** The ledger's own readers, compiled when its first line comes. */
function readerOf(ledger: Ledger): Reader {
  ledger.reader ??= { add: compileAddLine(ledger), post: compilePost(ledger) };
  return ledger.reader;
}

export function takeInto(ledger: Ledger): TakingIn {
  const { add, post } = readerOf(ledger);
  const rejected: RejectedLine[] = [];
  let read = 0;
  const finish = () => {
    const accepted = read - rejected.length;
    ledger.read += read;
    ledger.accepted += accepted;
    return { read, accepted, rejected };
  };
  return {
    take: (line) => {
      const index = read++;
      let done = false;
      try {
        done = add(line);
      } catch {
        done = false; // a getter of the host's threw: the slow path reads it with care and names the reason
      }
      if (done) return;
      const refused = addWithCare(ledger, post, line);
      if (refused !== undefined) rejected.push({ index, ...refused });
    },
    report: finish,
    stopped: (caught) => {
      if (isLibraryFault(caught)) return caught;
      const { accepted } = finish();
      const reason = caught instanceof Error ? shown(caught.message) : shown(caught);
      return settlementFault("kernel.unreadable", `lines[${read}]`, { reason, accepted }, caught);
    },
  };
}

/** Runs every check, and adds what passes them exactly. Answers why a line is refused. */
function addWithCare(ledger: Ledger, post: Post, given: unknown): Omit<RejectedLine, "index"> | undefined {
  const { plan } = ledger;
  const { currency } = plan.policy;
  const copy = readPlain(given);
  const line = copy.ok ? (copy.value as SaleLine) : undefined;
  // Fields beside those of a sale line are the host's own business here: its rows may carry more.
  const problems: PlacedMessage[] = checkSaleLine(copy.ok ? copy.value : given).filter((fault) => fault.code !== "entities.unknown_field");
  const id = typeof line === "object" && line !== null && typeof line.id === "string" ? line.id : null;
  if (problems.length === 0 && line !== undefined) {
    const member = plan.memberOf[line.memberId];
    if (member === undefined) problems.push({ code: "settlement.unknown_member", path: "memberId", params: { got: shown(line.memberId) } });
    if (line.currency !== undefined && line.currency !== currency) {
      problems.push({ code: "settlement.line_currency", path: "currency", params: { got: line.currency, want: currency } });
    }
    if (problems.length === 0) addExactly(ledger, post, line, member as number);
  }
  if (problems.length === 0) return undefined;
  return {
    id,
    problems: problems.map((problem) => ({
      ...problem,
      text: { en: renderMessage(problem, "en", words), zh: renderMessage(problem, "zh", words) },
    })),
  };
}

function addExactly(ledger: Ledger, post: Post, line: SaleLine, member: number): void {
  const { plan } = ledger;
  const { productIds, categoryIds, brandIds, territoryIds } = plan.attributes;
  const day = dayNumber(line.date) - plan.firstDay;
  const sign = line.kind === "sale" ? 1 : -1;
  const amount = readAmount(line.amount);
  const quantity = typeof line.quantity === "number" ? line.quantity : Number.NaN;
  const sort = (figure: number, text: string) =>
    Number.isNaN(figure) ? { number: 0, rest: BigInt(sign) * readSpill(text) } : { number: sign * figure, rest: 0n };
  const amountParts = sort(amount, line.amount);
  const quantityParts = sort(quantity, String(line.quantity));
  post(
    day >= 0 && day < plan.days ? day : -1,
    member,
    rowOfValue(productIds, line.productId),
    rowOfValue(categoryIds, line.categoryId),
    rowOfValue(brandIds, line.brandId),
    rowOfValue(territoryIds, line.territoryId),
    amountParts.number,
    quantityParts.number,
    line.id,
    { amount: amountParts.rest, quantity: quantityParts.rest },
  );
}
