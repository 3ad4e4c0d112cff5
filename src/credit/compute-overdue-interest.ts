import { evaluateTiers } from "../engine/evaluate-tiers.js";
import type { TierTable } from "../engine/tier-schedule.js";
import { addDays, type CalendarDate, dateDigits, daysBetween, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import {
  checkPlaces,
  type DecimalString,
  Exact,
  fixed,
  type RoundingMode,
  rounded,
  roundingModes,
  sumOf,
  text,
  ZERO,
} from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { isIn, lookAt, newLook, openOf } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { below, creditFault, MOST_DAYS, problem } from "./reading.js";

/** Claims that were paid late, or are late. */
export interface InterestFacts {
  /** The day up to which interest runs; it is not charged itself. */
  readonly asOf: CalendarDate;
  /** The items, each once; credits bear no interest. */
  readonly items: readonly OpenItem[];
}

/** A yearly rate from a day on. */
export interface DatedInterestRate {
  /** First day on which it holds; until the next one's. */
  readonly from: CalendarDate;
  /** Rate for a year. */
  readonly annualRate: Rate;
}

/** What late payment costs (滞纳金). */
export interface InterestPolicy {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Rates, by rising days. */
  readonly rates: readonly DatedInterestRate[];
  /** Days of a year. */
  readonly yearDays: 360 | 365;
  /** Days past due that cost nothing if the whole is paid within them; after them interest runs from the due day. */
  readonly graceDays: number;
  /** A fixed sum for every late claim, by the size of the debt when it became late: a `lump_sum` schedule. Absent: none. */
  readonly fixedSums?: TierTable | undefined;
  /** Places of the interest of each claim. */
  readonly decimals: number;
  /** How it is rounded, once per claim. */
  readonly rounding: RoundingMode;
}

/** Interest of one claim. */
export interface ItemInterest {
  /** The item. */
  readonly itemId: string;
  /** The member. */
  readonly memberId: string;
  /** Days from the due day until it was paid in full, or until the day asked about. */
  readonly days: number;
  /** Rounded interest. */
  readonly interest: DecimalString;
  /** The fixed sum; `"0"`: none was agreed on. */
  readonly fixedSum: DecimalString;
}

/** What late claims cost together. */
export interface OverdueInterest {
  /** Claims that cost anything, in their order. */
  readonly items: readonly ItemInterest[];
  /** Their interest. */
  readonly interest: DecimalString;
  /** Their fixed sums. */
  readonly fixedSums: DecimalString;
  /** Both. */
  readonly total: DecimalString;
}

/**
 * Computes simple interest on late claims, day by day on what was open, with changes of the rate, and fixed late sums.
 *
 * @remarks
 * `interest = Σ open × rate × days ÷ year`. A claim paid on its due day costs nothing; one paid `n` days later costs `n` days. A part
 * payment lowers the base from its day on, a new rate counts from its first day. A claim that was posted after its due day is late from
 * the due day on. One rounding per claim; the working shows its pieces
 * rounded in the same way and what that leaves over as a line of its own.
 *
 * @param facts - The claims and the day.
 * @param policy - Rates, year, grace and fixed sums.
 * @returns The interest of each claim, and the sums.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `credit.not_rising`, `engine.*` for the schedule of fixed sums, with the place; `kernel.named_twice`
 * for an item that comes twice.
 *
 * @errors
 * - `credit.item_currency` - an item is in another currency.
 * - `credit.no_rate` - interest runs on a day before the first rate.
 *
 * @source G-21; practice of interest on arrears (fixed sums of 40, 70, 100 by band: UK late payment rules).
 *
 * @example 36,500 for ten days at 5 %, then ten at 6 %
 * ```ts
 * import { computeOverdueInterest, type OpenItem } from "qudao/credit";
 *
 * const item: OpenItem = { id: "INV-1", memberId: "D1", kind: "claim", currency: "CNY", amount: "36500", postedOn: "2024-05-01", dueOn: "2024-06-21" };
 * const answer = computeOverdueInterest({ asOf: "2024-07-11", items: [item] }, {
 *   currency: "CNY", yearDays: 365, graceDays: 0, decimals: 2, rounding: "half_up",
 *   rates: [{ from: "2024-01-01", annualRate: "0.05" }, { from: "2024-07-01", annualRate: "0.06" }],
 * });
 * answer.ok && answer.value.outcome.interest; // => "110.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeOverdueInterest(
  facts: InterestFacts,
  policy: InterestPolicy,
): Result<Explained<OverdueInterest>, Message<"credit.item_currency" | "credit.no_rate">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const terms = readPolicy(policy);
    const items: ItemInterest[] = [];
    const from: Explanation[] = [];
    let [interest, fixedSums] = [ZERO, ZERO];
    const rows = checkList(given["items"], "facts.items");
    checkDistinct(
      rows.map((row, i) => checkText(checkRecord(row, `facts.items[${i}]`)["id"], `facts.items[${i}].id`)),
      "facts.items",
      "id",
    );
    for (const [i, row] of rows.entries()) {
      const item = checkRecord(row, `facts.items[${i}]`);
      const charge = below(`facts.items[${i}]`, () => chargeOf(item, asOf, terms));
      if (charge === undefined) continue;
      if ("code" in charge) return problem(charge.code, charge.params);
      items.push(charge.line);
      from.push(charge.explanation);
      interest = interest.plus(charge.line.interest);
      fixedSums = fixedSums.plus(charge.line.fixedSum);
    }
    const places = Math.max(terms.decimals, fixedSums.decimalPlaces());
    const total = fixed(interest.plus(fixedSums), places);
    const outcome = { items, interest: fixed(interest, terms.decimals), fixedSums: text(fixedSums), total };
    return ok({
      outcome,
      explanation: { code: "credit.interest", params: { asOf, amount: total, currency: terms.currency }, adds: "amount", from },
    });
  });
}

type Terms = ReturnType<typeof readPolicy>;
type Charge = { readonly line: ItemInterest; readonly explanation: Explanation };

function chargeOf(item: Fields, asOf: CalendarDate, terms: Terms): Charge | Message<"credit.item_currency" | "credit.no_rate"> | undefined {
  const itemId = checkText(item["id"], "id");
  const memberId = checkText(item["memberId"], "memberId");
  if (!isIn(item, terms.currency)) {
    return { code: "credit.item_currency", params: { item: itemId, got: item["currency"] as string, want: terms.currency } };
  }
  const look = newLook();
  const isThere = lookAt(item, dateDigits(asOf), look);
  const dueOn = parseDate(item["dueOn"] ?? item["postedOn"], "dueOn");
  if (!isThere || look.isCredit || dueOn >= asOf) return undefined;
  const openOn = (date: CalendarDate): Exact => {
    lookAt(item, dateDigits(date), look);
    return openOf(look);
  };
  const settled =
    item["settlements"] === undefined ? [] : checkList(item["settlements"], "settlements").map((row) => (row as { on: CalendarDate }).on);
  const days = [...settled, ...terms.rates.map((rate) => rate.from)].filter((day) => day > dueOn && day < asOf);
  const cuts = [...new Set([dueOn, ...days])].sort();
  const pieces: Piece[] = [];
  for (const [i, start] of cuts.entries()) {
    const open = openOn(start);
    if (!open.greaterThan(0)) continue;
    const rate = terms.rates.filter((one) => one.from <= start).at(-1);
    if (rate === undefined) return { code: "credit.no_rate", params: { item: itemId, on: start } };
    const end = cuts[i + 1] ?? asOf;
    const length = daysBetween(start, end);
    pieces.push({ start, end, days: length, open, rate: rate.annualRate, charged: open.times(rate.rate).times(length) });
  }
  const last = pieces.at(-1);
  const late = last === undefined ? 0 : daysBetween(dueOn, last.end);
  if (last === undefined || late <= terms.graceDays) return undefined;
  const sum = sumOf(pieces.map(({ charged }) => charged)).dividedBy(terms.yearDays);
  const interest = rounded(sum, terms.decimals, terms.rounding);
  const fixedSum =
    terms.fixedSums === undefined ? ZERO : new Exact(evaluateTiers({ qualifier: text(openOn(dueOn)) }, terms.fixedSums).outcome.earned);
  const line = { itemId, memberId, days: late, interest: fixed(interest, terms.decimals), fixedSum: text(fixedSum) };
  return { line, explanation: explain(line, pieces, terms, interest, fixedSum) };
}

interface Piece {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  readonly days: number;
  readonly open: Exact;
  readonly rate: Rate;
  readonly charged: Exact;
}

function explain({ itemId, days }: ItemInterest, pieces: readonly Piece[], terms: Terms, interest: Exact, fixedSum: Exact): Explanation {
  let rest = interest;
  const from: Explanation[] = pieces.map(({ start, end, days: length, open, rate, charged }) => {
    const amount = rounded(charged.dividedBy(terms.yearDays), terms.decimals, terms.rounding);
    rest = rest.minus(amount);
    return {
      code: "credit.interest_piece",
      params: { from: start, to: addDays(end, -1), days: length, open: text(open), rate, amount: text(amount) },
    };
  });
  if (!rest.isZero()) from.push({ code: "credit.interest_rounding", params: { amount: text(rest) } });
  if (!fixedSum.isZero()) from.push({ code: "credit.fixed_late_sum", params: { amount: text(fixedSum) } });
  return { code: "credit.interest_of_item", params: { itemId, days, amount: text(interest.plus(fixedSum)) }, adds: "amount", from };
}

function readPolicy(policy: InterestPolicy) {
  const given = checkRecord(policy, "policy");
  let previous = "";
  const rates = readRecords(given["rates"], "policy.rates", (row, path) => {
    const from = parseDate(row["from"], `${path}.from`);
    if (from <= previous) throw creditFault("credit.not_rising", `${path}.from`, { got: from, previous });
    previous = from;
    const rate = exactNotNegative(row["annualRate"], `${path}.annualRate`);
    return { from, rate, annualRate: text(rate) };
  });
  return {
    currency: readCurrency(given["currency"], "policy.currency"),
    rates,
    yearDays: checkChoice(given["yearDays"], "policy.yearDays", [360, 365]),
    graceDays: checkCount(given["graceDays"], "policy.graceDays", 0, MOST_DAYS),
    fixedSums: optional((table) => table as TierTable)(given["fixedSums"], "policy.fixedSums"),
    decimals: checkPlaces(given["decimals"] as number, "policy.decimals"),
    rounding: checkChoice(given["rounding"], "policy.rounding", roundingModes),
  };
}
