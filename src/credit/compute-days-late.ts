import { type CalendarDate, dayNumber, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, quotient, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { exactNotNegative, readCurrency } from "../kernel/read.js";
import { lookAt, newLook } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { creditFault, distinctIds, visitRows } from "./reading.js";

/** Settled items and the day up to which settlements count. */
export interface DaysLateFacts {
  /** The last day that counts. */
  readonly asOf: CalendarDate;
  /** The items, each once; claims of one currency only, credits are not read. */
  readonly items: readonly OpenItem[];
}

/** How late money comes in. */
export interface DaysLate {
  /** Settlements that were looked at. */
  readonly settlements: number;
  /** Those after the last day in time. */
  readonly late: number;
  /** Share of the settled money that came in time. `null`: nothing was settled. */
  readonly onTimeShare: DecimalString | null;
  /** Days late, weighted by amount; early is 0. `null`: nothing was settled. */
  readonly weightedDays: DecimalString | null;
  /** Days from the invoice to the payment, weighted by amount. `null`: nothing was settled. */
  readonly paymentDays: DecimalString | null;
  /** The longest delay, in days; 0: none was late. */
  readonly worst: number;
}

/**
 * Computes how late a member pays: weighted days late, weighted days to pay, and the share that came in time.
 *
 * @remarks
 * A settlement is `max(0, paid − due)` days late; the mean is `Σ amount × days ÷ Σ amount`. Only settled money counts: what is still
 * open is in the ageing. Paid on the day of the invoice is 0 days to pay; without any settlement there is no mean, rather than 0. Quotients
 * are cut at 40 significant digits.
 *
 * @param facts - The items and the day.
 * @returns The figures.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.currency_mismatch` for a claim in another currency than the
 * first one, since money weighs the days; `kernel.named_twice` for an item that comes twice.
 *
 * @source Practice of arrears and of collection.
 *
 * @example 100 in time, 300 ten days late
 * ```ts
 * import { computeDaysLate, type OpenItem } from "qudao/credit";
 *
 * const item: OpenItem = {
 *   id: "INV-1", memberId: "D1", kind: "claim", currency: "CNY", amount: "400", postedOn: "2024-01-01", dueOn: "2024-01-31",
 *   settlements: [{ on: "2024-01-31", amount: "100" }, { on: "2024-02-10", amount: "300" }],
 * };
 * const { outcome } = computeDaysLate({ asOf: "2024-03-01", items: [item] });
 * [outcome.weightedDays, outcome.onTimeShare, outcome.worst]; // => ["7.5", "0.25", 10]
 * ```
 *
 * @since 0.1.0
 */
export function computeDaysLate(facts: DaysLateFacts): Explained<DaysLate> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const look = newLook();
    const idOf = distinctIds();
    const last = Number(asOf.replaceAll("-", ""));
    let [settled, inTime, lateness, taken] = [ZERO, ZERO, ZERO, ZERO];
    let [settlements, late, worst] = [0, 0, 0];
    let ledger: string | undefined;
    visitRows(given["items"], "facts.items", (item) => {
      idOf(item);
      lookAt(item, last, look);
      if (look.isCredit) return;
      const currency = readCurrency(item["currency"], "currency");
      ledger ??= currency;
      if (currency !== ledger) throw creditFault("kernel.currency_mismatch", "currency", { got: currency, want: ledger });
      const due = dayNumber((item["dueOn"] ?? item["postedOn"]) as string, "dueOn");
      const from = dayNumber((item["invoicedOn"] ?? item["postedOn"]) as string, "invoicedOn");
      const rows = item["settlements"] === undefined ? [] : checkList(item["settlements"], "settlements");
      rows.forEach((row, i) => {
        const place = `settlements[${i}]`;
        const { on, amount } = checkRecord(row, place);
        if ((on as string) > asOf) return;
        const day = dayNumber(on as string, `${place}.on`);
        const money = exactNotNegative(amount, `${place}.amount`);
        const days = Math.max(0, day - due);
        settlements++;
        if (days > 0) late++;
        else inTime = inTime.plus(money);
        worst = Math.max(worst, days);
        settled = settled.plus(money);
        lateness = lateness.plus(money.times(days));
        taken = taken.plus(money.times(day - from));
      });
    });
    const mean = (sum: Exact) => (settled.isZero() ? null : text(quotient(sum, settled)));
    const outcome: DaysLate = {
      settlements,
      late,
      onTimeShare: mean(inTime),
      weightedDays: mean(lateness),
      paymentDays: mean(taken),
      worst,
    };
    const code = settled.isZero() ? "credit.nothing_settled" : "credit.days_late";
    return { outcome, explanation: { code, params: { asOf, amount: text(settled), ...outcome } } };
  });
}
