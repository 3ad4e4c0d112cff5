import { addMonths, type CalendarDate, dateDigits, daysBetween, lastDayOfMonth, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, quotient, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { foreignItem, isIn, lookAt, newLook, owedOf } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { distinctIds, visitRows } from "./reading.js";

/** Ways to count the days that sales are outstanding. */
export const salesOutstandingMethods = ["window", "since_first_sale", "by_invoice", "count_back"] as const;

/**
 * `window`: receivables ÷ sales of the window × its days. `since_first_sale`: the same since the first sale. `by_invoice`: of every
 * claim, age × amount ÷ sales of its month. `count_back`: months are used up from the latest until the receivables are covered.
 */
export type SalesOutstandingMethod = (typeof salesOutstandingMethods)[number];

/** Sales on credit of a day or a month. */
export interface CreditSale {
  /** The day; of a month, any day of it. */
  readonly on: CalendarDate;
  /** Money, tax included, not negative. */
  readonly amount: DecimalString;
}

/** Receivables and the sales they came from. */
export interface SalesOutstandingFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The items, each once; only open claims count, so allocate payments first. */
  readonly items: readonly OpenItem[];
  /** Sales on credit. */
  readonly sales: readonly CreditSale[];
  /** The first day of business with the member, or of the ledger: a window does not begin before it. Absent: long ago. */
  readonly customerSince?: CalendarDate | undefined;
}

/** How days are counted. */
export interface SalesOutstandingPolicy {
  /** ISO 4217 code. */
  readonly currency: string;
  /** The method. */
  readonly method: SalesOutstandingMethod;
  /** Months of the window, at least 1; other methods do not read it. */
  readonly months: number;
  /** Days of a window: `difference` of its ends, its first day apart; or `inclusive`, with both. */
  readonly dayCount: "difference" | "inclusive";
}

/** Days that sales are outstanding (应收账款周转天数). */
export interface SalesOutstanding {
  /** DSO. `null`: there is no such figure, see `because`. */
  readonly days: DecimalString | null;
  /** The same with what is not past due: the least that the terms allow. `null`: no figure. */
  readonly bestPossible: DecimalString | null;
  /** The difference: days lost to late payment (ADD). `null`: no figure. */
  readonly averageDelinquent: DecimalString | null;
  /** Open claims. */
  readonly receivables: DecimalString;
  /** Those that are not past due. */
  readonly current: DecimalString;
  /** Sales that were counted with. `null`: the method takes them by month. */
  readonly sales: DecimalString | null;
  /** Days of the window. `null`: the method has none. */
  readonly windowDays: number | null;
  /** Why there is no figure: no sales in the window, in the month of a claim, or not enough to count back. `null`: there is one. */
  readonly because: "no_sales" | "no_sales_in_month" | "sales_used_up" | null;
}

/**
 * Computes the days that sales are outstanding, the best possible ones, and the days lost to late payment.
 *
 * @remarks
 * Days are `open claims ÷ sales × days of the window`; best possible is the same of the claims that are not past due, and what is lost to late
 * payment is the difference. Without sales there is no figure, neither 0 nor without end. A window goes from `asOf − months`, or from the first day of business
 * where that is later, to the day. Under `difference` its first day counts neither as a day nor for sales; the window since the first
 * sale always includes that sale. Quotients are cut at 40 significant digits.
 *
 * @param facts - Receivables and sales.
 * @param policy - Method, window and day count.
 * @returns The figures, or why there are none.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for an item that comes twice.
 *
 * @errors
 * - `credit.item_currency` - an item is in another currency.
 *
 * @source Practice of collection.
 *
 * @example 300 open, 100 of it past due, on sales of 900 in 90 days
 * ```ts
 * import { computeDaysSalesOutstanding, type OpenItem } from "qudao/credit";
 *
 * const claim = (id: string, amount: string, dueOn: string): OpenItem => ({ id, memberId: "D1", kind: "claim", currency: "CNY", amount, postedOn: "2024-01-05", dueOn });
 * const answer = computeDaysSalesOutstanding(
 *   { asOf: "2024-03-31", customerSince: "2024-01-01", items: [claim("A", "100", "2024-03-01"), claim("B", "200", "2024-04-30")], sales: [{ on: "2024-02-01", amount: "900" }] },
 *   { currency: "CNY", method: "window", months: 3, dayCount: "difference" },
 * );
 * const { days, bestPossible, averageDelinquent } = answer.ok ? answer.value.outcome : { days: "" };
 * [days, bestPossible, averageDelinquent]; // => ["30", "20", "10"]
 * ```
 *
 * @since 0.1.0
 */
export function computeDaysSalesOutstanding(
  facts: SalesOutstandingFacts,
  policy: SalesOutstandingPolicy,
): Result<Explained<SalesOutstanding>, Message<"credit.item_currency">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const since = optional(parseDate)(given["customerSince"], "facts.customerSince");
    const sales = readRecords(given["sales"], "facts.sales", (row, path) => ({
      on: parseDate(row["on"], `${path}.on`),
      amount: exactNotNegative(row["amount"], `${path}.amount`),
    })).filter(({ on }) => on <= asOf);
    const { currency, method, months, dayCount } = readPolicy(policy);
    const open: Open[] = [];
    const look = newLook();
    const idOf = distinctIds();
    let foreign: Fields | undefined;
    visitRows(given["items"], "facts.items", (item) => {
      idOf(item);
      if (!isIn(item, currency)) foreign ??= item;
      const dueOn = parseDate(item["dueOn"] ?? item["postedOn"], "dueOn");
      const invoicedOn = parseDate(item["invoicedOn"] ?? item["postedOn"], "invoicedOn");
      if (!lookAt(item, dateDigits(asOf), look)) return;
      const amount = owedOf(look);
      if (amount.greaterThan(0)) open.push({ amount, isCurrent: dueOn >= asOf, invoicedOn });
    });
    if (foreign !== undefined) return foreignItem(foreign, currency);
    const current = open.filter(({ isCurrent }) => isCurrent);
    const [owed, inTime] = [amountOf(open), amountOf(current)];

    let [days, best]: [Figure, Figure] = [{}, {}];
    let window: { readonly sales: Exact; readonly days: number } | undefined;
    if (method === "by_invoice") [days, best] = [byInvoice(open, sales, asOf), byInvoice(current, sales, asOf)];
    else if (method === "count_back") [days, best] = [countBack(owed, sales, asOf), countBack(inTime, sales, asOf)];
    else {
      window = method === "window" ? windowOf(sales, asOf, months, since, dayCount) : sinceFirst(sales, asOf, dayCount);
      [days, best] = [inWindow(owed, window), inWindow(inTime, window)];
    }
    const hasFigures = days.days !== undefined && best.days !== undefined;
    const outcome: SalesOutstanding = {
      days: days.days === undefined ? null : text(days.days),
      bestPossible: hasFigures ? text(best.days as Exact) : null,
      averageDelinquent: hasFigures ? text((days.days as Exact).minus(best.days as Exact)) : null,
      receivables: text(owed),
      current: text(inTime),
      sales: window === undefined ? null : text(window.sales),
      windowDays: window?.days ?? null,
      because: days.because ?? null,
    };
    const code = outcome.because === null ? "credit.sales_outstanding" : "credit.sales_outstanding_none";
    return ok({ outcome, explanation: { code, params: { asOf, method, currency, ...outcome } } });
  });
}

interface Open {
  readonly amount: Exact;
  readonly isCurrent: boolean;
  readonly invoicedOn: CalendarDate;
}

interface Sale {
  readonly on: CalendarDate;
  readonly amount: Exact;
}

interface Figure {
  readonly days?: Exact;
  readonly because?: NonNullable<SalesOutstanding["because"]>;
}

const amountOf = (list: readonly { readonly amount: Exact }[]) => sumOf(list.map(({ amount }) => amount));

interface Window {
  readonly sales: Exact;
  readonly days: number;
}

function windowOf(
  sales: readonly Sale[],
  asOf: string,
  months: number,
  since: string | undefined,
  dayCount: "difference" | "inclusive",
): Window {
  const back = addMonths(asOf, -months);
  const start = since !== undefined && since > back ? since : back;
  const isInclusive = dayCount === "inclusive";
  const days = Math.max(0, daysBetween(start, asOf) + (isInclusive ? 1 : 0));
  return { sales: amountOf(sales.filter(({ on }) => (isInclusive ? on >= start : on > start))), days };
}

function sinceFirst(sales: readonly Sale[], asOf: string, dayCount: "difference" | "inclusive"): Window {
  const start = sales.reduce((first, { on }) => (on < first ? on : first), asOf);
  return { sales: amountOf(sales), days: daysBetween(start, asOf) + (dayCount === "inclusive" ? 1 : 0) };
}

function inWindow(owed: Exact, { sales, days }: Window): Figure {
  return sales.isZero() ? { because: "no_sales" } : { days: quotient(owed.times(days), sales) };
}

function byMonth(sales: readonly Sale[]): ReadonlyMap<string, Exact> {
  const months = new Map<string, Exact>();
  for (const { on, amount } of sales) {
    const month = on.slice(0, 7);
    months.set(month, (months.get(month) ?? ZERO).plus(amount));
  }
  return months;
}

function byInvoice(open: readonly Open[], sales: readonly Sale[], asOf: string): Figure {
  const months = byMonth(sales);
  let days = ZERO;
  for (const { amount, invoicedOn } of open) {
    const sold = months.get(invoicedOn.slice(0, 7));
    if (sold === undefined || sold.isZero()) return { because: "no_sales_in_month" };
    days = days.plus(quotient(amount.times(Math.max(0, daysBetween(invoicedOn, asOf))), sold));
  }
  return { days };
}

function countBack(owed: Exact, sales: readonly Sale[], asOf: string): Figure {
  const months = byMonth(sales);
  const earliest = [...months.keys()].sort()[0];
  if (earliest === undefined) return { because: "no_sales" };
  let [left, days] = [owed, ZERO];
  for (let last = asOf; left.greaterThan(0); last = lastDayOfMonth(addMonths(last, -1))) {
    const month = last.slice(0, 7);
    if (month < earliest) return { because: "sales_used_up" };
    const sold = months.get(month) ?? ZERO;
    const length = Number(last.slice(8));
    if (left.greaterThan(sold)) [left, days] = [left.minus(sold), days.plus(length)];
    else return { days: days.plus(quotient(left.times(length), sold)) };
  }
  return { days };
}

function readPolicy(policy: SalesOutstandingPolicy): SalesOutstandingPolicy {
  const given = checkRecord(policy, "policy");
  return {
    currency: readCurrency(given["currency"], "policy.currency"),
    method: checkChoice(given["method"], "policy.method", salesOutstandingMethods),
    months: checkCount(given["months"], "policy.months", 1, 1200),
    dayCount: checkChoice(given["dayCount"], "policy.dayCount", ["difference", "inclusive"]),
  };
}
