import type { CalendarDate } from "../kernel/calendar-date.js";
import { dayNumber } from "../kernel/calendar-date.js";
import { checkCount, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { type Period, parsePeriod } from "../kernel/period.js";

/** What customers bought. */
export interface CustomerFacts {
  /** The period measured. */
  readonly period: Period;
  /** Purchases, of the period and before it. Those after it are not read. */
  readonly purchases: readonly { readonly customer: string; readonly date: CalendarDate }[];
}

/** Readings for the indicators of customers. */
export interface CustomerReadings {
  /** Number of purchases in the period, per buyer, by name of the customer. */
  readonly purchasesByBuyer: readonly DecimalString[];
  /** Buyers who never bought before. */
  readonly newCustomers: DecimalString;
  /** Customers who had been idle for more than the days of the policy when the period began. */
  readonly dormant: DecimalString;
  /** Those of them who bought in the period. */
  readonly reactivated: DecimalString;
}

/**
 * Measures customers: who is new, who came again, who woke up.
 *
 * @remarks
 * A customer is dormant when more than `idleDays` lie between its last purchase and the first day of the period; exactly so many do not
 * make it dormant.
 *
 * @param facts - Period and purchases.
 * @param policy - After how many idle days a customer is dormant.
 * @returns Readings for `computeIndicators`.
 * @throws LibraryFault `kernel.*` for what is malformed.
 * @source S05-19.
 *
 * @example One new, one woken up
 * ```ts
 * import { measureCustomers } from "qudao/performance";
 *
 * measureCustomers(
 *   {
 *     period: { start: "2024-04-01", end: "2024-07-01" },
 *     purchases: [
 *       { customer: "C1", date: "2023-05-01" }, { customer: "C1", date: "2024-04-10" },
 *       { customer: "C2", date: "2024-04-11" }, { customer: "C2", date: "2024-05-11" },
 *     ],
 *   },
 *   { idleDays: 180 },
 * ); // => { purchasesByBuyer: ["1", "2"], newCustomers: "1", dormant: "1", reactivated: "1" }
 * ```
 *
 * @since 0.1.0
 */
export function measureCustomers(facts: CustomerFacts, policy: { readonly idleDays: number }): CustomerReadings {
  return readSafely({ facts, policy }, () => {
    const idle = checkCount(checkRecord(policy, "policy")["idleDays"], "policy.idleDays", 1, 36_600);
    const { start, end } = parsePeriod(checkRecord(facts, "facts")["period"], "facts.period");
    const [first, after] = [dayNumber(start), dayNumber(end)];
    const seen = new Map<string, { last: number | null; bought: number }>();
    checkList(facts.purchases, "facts.purchases").forEach((given, i) => {
      const path = `facts.purchases[${i}]`;
      const { customer, date } = checkRecord(given, path);
      const name = checkText(customer, `${path}.customer`);
      const day = dayNumber(date as string, `${path}.date`);
      if (day >= after) return;
      const one = seen.get(name) ?? { last: null, bought: 0 };
      seen.set(name, one);
      if (day >= first) one.bought++;
      else one.last = Math.max(one.last ?? day, day);
    });
    const all = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
    const buyers = all.filter(({ bought }) => bought > 0);
    const dormant = all.filter(({ last }) => last !== null && first - last > idle);
    return {
      purchasesByBuyer: buyers.map(({ bought }) => String(bought)),
      newCustomers: String(buyers.filter(({ last }) => last === null).length),
      dormant: String(dormant.length),
      reactivated: String(dormant.filter(({ bought }) => bought > 0).length),
    };
  });
}
