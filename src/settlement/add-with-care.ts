/**
 * The slow path: one line through every check, and exactly into its cells whatever its figures are.
 *
 * @internal
 */
import { entityMessages } from "../entities/messages.js";
import type { SaleLine } from "../entities/sale-line.js";
import { dayNumber } from "../kernel/calendar-date.js";
import { shown } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import { type Catalogue, type PlacedMessage, renderMessage } from "../kernel/message.js";
import type { RejectedLine } from "./intake.js";
import { keepId, type Ledger, openRow, put, QUANTITY, type Spilled, spillInto } from "./ledger.js";
import { settlementMessages } from "./messages.js";
import { CELL, type Stream } from "./plan.js";
import { readAmount, readSpill } from "./read-figures.js";
import { readLine } from "./read-line.js";
import { bitsPerWord, rowOfValue } from "./scope-masks.js";

const words: Catalogue = { ...kernelFaultMessages, ...entityMessages, ...settlementMessages };

/** Runs every check and adds what passes them. Answers why a line is refused. */
export function addWithCare(ledger: Ledger, given: unknown): Omit<RejectedLine, "index"> | undefined {
  const { line, problems: wrong } = readLine(given);
  const problems = wrong.length > 0 ? wrong : addChecked(ledger, line);
  if (problems.length === 0) return undefined;
  const id = typeof line.id === "string" ? line.id : null;
  const text = (problem: PlacedMessage) => ({ en: renderMessage(problem, "en", words), zh: renderMessage(problem, "zh", words) });
  return { id, problems: problems.map((problem) => ({ ...problem, text: text(problem) })) };
}

function addChecked(ledger: Ledger, line: SaleLine): readonly PlacedMessage[] {
  const { plan } = ledger;
  const { currency } = plan.policy;
  const problems: PlacedMessage[] = [];
  const member = plan.memberOf[line.memberId];
  if (member === undefined) problems.push({ code: "settlement.unknown_member", path: "memberId", params: { got: shown(line.memberId) } });
  if (line.currency !== undefined && line.currency !== currency) {
    problems.push({ code: "settlement.line_currency", path: "currency", params: { got: line.currency, want: currency } });
  }
  if (member === undefined || problems.length > 0) return problems;
  const sign = line.kind === "sale" ? 1 : -1;
  const whole = typeof line.quantity === "number";
  const [amount, amountRest] = split(sign, readAmount(line.amount), line.amount);
  const [quantity, quantityRest] = split(sign, whole ? (line.quantity as number) : Number.NaN, String(line.quantity));
  const rest = { amount: amountRest, quantity: quantityRest };
  putExactly(ledger, 0, amount, quantity, rest);
  for (const at of cellsOf(ledger, line, member)) {
    putExactly(ledger, at, amount, quantity, rest);
    if (ledger.ids !== undefined) keepId(ledger.ids, at, line.id);
  }
  return [];
}

/** A figure that fits a number, or the same as a big integer. */
function split(sign: number, figure: number, text: string): readonly [number, bigint] {
  return Number.isNaN(figure) ? [0, BigInt(sign) * readSpill(text)] : [sign * figure, 0n];
}

function putExactly(ledger: Ledger, at: number, amount: number, quantity: number, rest: Spilled): void {
  put(ledger, at, amount, quantity, 1);
  spillInto(ledger, at, rest.amount);
  spillInto(ledger, at + QUANTITY, rest.quantity);
}

/** Every cell that counts the line: the masks of its member and attributes, and the slot of its day. */
function cellsOf(ledger: Ledger, line: SaleLine, member: number): readonly number[] {
  const { memberMasks, attributes, words: width, streams, firstDay, days } = ledger.plan;
  const day = dayNumber(line.date) - firstDay;
  if (day < 0 || day >= days) return [];
  const { productIds, categoryIds, brandIds, territoryIds } = attributes;
  const masks = [
    [productIds, line.productId],
    [categoryIds, line.categoryId],
    [brandIds, line.brandId],
    [territoryIds, line.territoryId],
  ] as const;
  const found: number[] = [];
  streams.forEach((stream: Stream, s) => {
    const word = Math.floor(s / bitsPerWord);
    const bit = 1 << (s % bitsPerWord);
    const mine = (memberMasks[member * width + word] as number) & bit;
    const counts =
      mine !== 0 && masks.every(([mask, value]) => ((mask.masks[rowOfValue(mask, value) * width + word] as number) & bit) !== 0);
    const slot = stream.slotOf[day] as number;
    if (!counts || slot < 0) return;
    const known = ledger.rowOf[member] as number;
    found.push((known < 0 ? openRow(ledger, member) : known) + stream.offset + slot * CELL);
  });
  return found;
}
