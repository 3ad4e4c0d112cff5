/**
 * The slow path: one line through every check, and exactly into its cells whatever its figures are.
 *
 * @internal
 */
import { entityMessages } from "../entities/messages.js";
import type { SaleLine } from "../entities/sale-line.js";
import { dayNumber } from "../kernel/calendar-date.js";
import { Exact, parseDecimal, rounded, text } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import { joinCatalogues } from "../kernel/join-catalogues.js";
import { type Catalogue, type PlacedMessage, renderMessage } from "../kernel/message.js";
import { once } from "../kernel/once.js";
import { countedOn } from "./counted-on.js";
import { figuresTooLong } from "./figures-too-long.js";
import type { RejectedLine } from "./intake.js";
import type { KeptLine } from "./kept-line.js";
import { keptLine } from "./kept-lines.js";
import { keep, type Ledger, openRow, put, QUANTITY, type Spilled, spillInto } from "./ledger.js";
import { settlementMessages } from "./messages.js";
import { CELL, type LineMoney, type Stream } from "./plan.js";
import { AMOUNT_DECIMALS, readAmount, readSpill, SPILL_DECIMALS } from "./read-figures.js";
import { readLine } from "./read-line.js";
import { attributeOf, bitsPerWord, rowOfValue } from "./scope-masks.js";

const words = once((): Catalogue => joinCatalogues(kernelFaultMessages, entityMessages, settlementMessages));

/** Runs every check and adds what passes them. Answers why a line is refused. */
export function addWithCare(ledger: Ledger, given: unknown): Omit<RejectedLine, "index"> | undefined {
  const { line, problems: wrong } = readLine(given);
  const unfit = wrong.length > 0 ? wrong : figuresTooLong(line);
  const problems = unfit.length > 0 ? unfit : addChecked(ledger, line);
  if (problems.length === 0) return undefined;
  const id = typeof line.id === "string" ? line.id : null;
  const text = (problem: PlacedMessage) => ({ en: renderMessage(problem, "en", words()), zh: renderMessage(problem, "zh", words()) });
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
  for (const { at, figure, kept } of cellsOf(ledger, line, member)) {
    if (figure === null) putExactly(ledger, at, amount, quantity, rest);
    else {
      const [part, partRest] = splitLarge(BigInt(sign) * figure);
      putExactly(ledger, at, part, quantity, { amount: partRest, quantity: quantityRest });
    }
    if (ledger.ids !== undefined) keep(ledger.ids, at, line.id);
    if (ledger.kept !== undefined && kept !== undefined) keep(ledger.kept, at, kept);
  }
  return [];
}

/** What a stream adds up of a sale, at `SPILL_DECIMALS` decimals. `null`: the net amount. `undefined`: the line does not say it. */
function figureOf({ figure, perUnit, lineMoney }: Stream, line: SaleLine): bigint | null | undefined {
  const { amount, cost, unitPrice, quantity, productId } = line;
  switch (figure) {
    case "net":
      return lineMoney === undefined ? null : taxed(paid(amount, line, lineMoney), line, lineMoney);
    case "lines":
      return ONE_LINE;
    case "gross":
      return unitPrice === undefined ? undefined : taxed(product(String(quantity), unitPrice), line, lineMoney);
    case "converted":
      return perUnit !== undefined && Object.hasOwn(perUnit, productId)
        ? product(String(quantity), perUnit[productId] as string)
        : undefined;
    default: {
      const net = paid(amount, line, lineMoney);
      if (cost === undefined || net === undefined) return undefined;
      const margin = net - readSpill(parseDecimal(cost));
      return figure === "margin_floored" && margin < 0n ? 0n : margin;
    }
  }
}

/** The amount less the cash discount, where the measure takes it off. */
function paid(amount: string, { cashDiscount }: SaleLine, lineMoney: LineMoney | undefined): bigint | undefined {
  const all = readSpill(parseDecimal(amount));
  if (lineMoney?.cashDiscount === undefined) return all;
  return cashDiscount === undefined ? undefined : all - readSpill(parseDecimal(cashDiscount));
}

/** Money with the line's own tax put on or taken off. */
function taxed(money: bigint | undefined, { taxRate: own }: SaleLine, lineMoney: LineMoney | undefined): bigint | undefined {
  const { lineTax, taxRate } = lineMoney ?? {};
  if (money === undefined || lineTax === undefined) return money;
  const rate = own ?? taxRate;
  if (rate === undefined) return undefined;
  const factor = ONE_LINE + readSpill(parseDecimal(rate));
  if (lineTax.kind === "put_on") return (money * factor) / ONE_LINE;
  const { decimals, mode } = lineTax.rounding;
  return readSpill(text(rounded(new Exact(money, SPILL_DECIMALS).dividedBy(new Exact(factor, SPILL_DECIMALS)), decimals, mode)));
}

/** Of one line, so that no order of lines can change it; cut where a decimal could not hold it any more. */
function product(a: string, b: string): bigint {
  return (readSpill(parseDecimal(a)) * readSpill(parseDecimal(b))) / ONE_LINE;
}

const ONE_LINE = 10n ** BigInt(SPILL_DECIMALS);
const AMOUNT_UNIT = 10n ** BigInt(SPILL_DECIMALS - AMOUNT_DECIMALS);
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** As much as fits a number, and the rest. */
function splitLarge(value: bigint): readonly [number, bigint] {
  const units = value / AMOUNT_UNIT;
  return units <= MOST && units >= -MOST ? [Number(units), value - units * AMOUNT_UNIT] : [0, value];
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

/** `figure`: `null` is the net amount. `kept`: absent where the stream keeps no lines. */
interface CountedCell {
  readonly at: number;
  readonly figure: bigint | null;
  readonly kept: KeptLine | undefined;
}

/** Every cell that counts the line: the masks of its member and attributes, and the slot of the day that the stream counts it on. */
function cellsOf(ledger: Ledger, line: SaleLine, member: number): readonly CountedCell[] {
  const { memberMasks, attributes, events, own, words: width, streams, firstDay, days } = ledger.plan;
  const { productIds, categoryIds, brandIds, territoryIds } = attributes;
  const masks = [
    [productIds, line.productId],
    [categoryIds, line.categoryId],
    [brandIds, line.brandId],
    [territoryIds, line.territoryId],
    [events, line.event],
    ...own.map(({ name, mask }) => [mask, attributeOf(line, name)] as const),
  ] as const;
  const found: CountedCell[] = [];
  streams.forEach((stream: Stream, s) => {
    const date = countedOn(line, stream.returns);
    if (date === undefined) return;
    const day = dayNumber(date) - firstDay;
    if (day < 0 || day >= days) return;
    const word = Math.floor(s / bitsPerWord);
    const bit = 1 << (s % bitsPerWord);
    const mine = (memberMasks[member * width + word] as number) & bit;
    const counts =
      mine !== 0 && masks.every(([mask, value]) => ((mask.masks[rowOfValue(mask, value) * width + word] as number) & bit) !== 0);
    const of = stream.classOf === undefined ? 0 : (stream.classOf[member] as number);
    const slot = counts ? (stream.slotOf[of * days + day] as number) : -1;
    const figure = slot >= 0 ? figureOf(stream, line) : undefined;
    if (figure === undefined) return;
    const known = ledger.rowOf[member] as number;
    const at = (known < 0 ? openRow(ledger, member) : known) + stream.offset + slot * CELL;
    found.push({ at, figure, kept: stream.saleWays === undefined ? undefined : keptLine(line, date, stream.saleWays, figure) });
  });
  return found;
}
