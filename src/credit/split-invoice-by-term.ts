import { type AllocationProblem, allocateAmount } from "../kernel/allocation.js";
import { addDays, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { Exact, fixed, rounded } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import { optional, readMoneyNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { partDueOf, readTerm } from "./due-day.js";
import type { InstalmentDue, PaymentTerm } from "./payment-term.js";
import { problem } from "./reading.js";

/** An invoice, and the days from which its term counts. */
export interface InvoiceTermFacts {
  /** What is owed, tax included, not negative, with no more places than the term has. */
  readonly total: Money;
  /** The day of the invoice. */
  readonly invoicedOn: CalendarDate;
  /** The day of the order, from which a prepayment counts. Absent: not known. */
  readonly orderedOn?: CalendarDate | undefined;
  /** The day the goods arrived, from which payment on delivery counts. Absent: they did not arrive yet, or it is not known. */
  readonly deliveredOn?: CalendarDate | undefined;
}

/** When an invoice is to be paid. */
export interface InvoiceSchedule {
  /** The parts, in the order of the term. */
  readonly parts: readonly InstalmentDue[];
  /** The last day of the last part. */
  readonly dueOn: CalendarDate;
  /** What paying early saves, and until when. `null`: the term grants no discount. */
  readonly discount: { readonly until: CalendarDate; readonly amount: Money; readonly pays: Money } | null;
}

/**
 * Splits an invoice into the parts of its payment term, each with the day on which it is due.
 *
 * @remarks
 * Seven due rules: net days; so many days after the end of a month; forward to a day of the month; a day of a later month;
 * prepayment; on delivery; acceptance bill. A day that a month does not have is its last day. The parts add up to the total, and
 * `remainder` owns the odd cent. The discount is `total × rate`, rounded once; its last day still counts. `buildOpenItems` takes the parts as
 * the schedule of an invoice.
 *
 * @param facts - The invoice.
 * @param term - The payment term.
 * @returns The parts in the order of the term; the working adds up to the total.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.outside_bounds`, `credit.shares_not_whole`, `credit.discount_of_everything` with
 * the place.
 *
 * @errors
 * - `credit.day_unknown` - a part counts from the order or from the delivery, and that day is not known.
 * - `kernel.total_too_precise` - the total has more places than the term.
 *
 * @source S19-136; practice of payment terms.
 *
 * @example Net 30, then forward to the 15th; and the last day of February
 * ```ts
 * import { type PaymentTerm, splitInvoiceByTerm } from "qudao/credit";
 *
 * const term: PaymentTerm = {
 *   id: "30-15", titles: { en: "net 30, the 15th", zh: "30 天后的 15 日" }, rank: 3, decimals: 2, remainder: "contract_order", rounding: "half_up",
 *   instalments: [{ share: "1", due: { kind: "day_of_month", afterDays: 30, day: 15 } }],
 * };
 * const facts = { total: { amount: "900", currency: "CNY" }, invoicedOn: "2024-01-20" };
 * const answer = splitInvoiceByTerm(facts, term);
 * answer.ok && answer.value.outcome.dueOn; // => "2024-03-15"
 * const last = splitInvoiceByTerm(facts, { ...term, instalments: [{ share: "1", due: { kind: "following_month", months: 1, day: 31 } }] });
 * last.ok && last.value.outcome.dueOn; // => "2024-02-29"
 * ```
 *
 * @since 0.1.0
 */
export function splitInvoiceByTerm(
  facts: InvoiceTermFacts,
  term: PaymentTerm,
): Result<Explained<InvoiceSchedule>, Message<"credit.day_unknown"> | AllocationProblem> {
  return readSafely({ facts, term }, () => {
    const given = checkRecord(facts, "facts");
    const { amount, currency } = readMoneyNotNegative(given["total"], "facts.total");
    const days = {
      invoicedOn: parseDate(given["invoicedOn"], "facts.invoicedOn"),
      orderedOn: optional(parseDate)(given["orderedOn"], "facts.orderedOn"),
      deliveredOn: optional(parseDate)(given["deliveredOn"], "facts.deliveredOn"),
    };
    const { id, titles, instalments, discount, decimals, remainder, rounding } = readTerm(term, "term");
    const split = allocateAmount({ total: amount, weights: instalments.map(({ share }) => share) }, { decimals, remainder });
    if (!split.ok) return split;
    const parts: InstalmentDue[] = [];
    for (const [i, { due }] of instalments.entries()) {
      const found = partDueOf(due, days);
      if (typeof found === "string") return problem("credit.day_unknown", { day: found, term: id });
      parts.push({ part: i + 1, amount: split.value.outcome[i] as string, ...found });
    }
    const saved = discount === undefined ? undefined : rounded(new Exact(amount).times(discount.rate), decimals, rounding);
    const outcome: InvoiceSchedule = {
      parts,
      dueOn: parts.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), "0001-01-01"),
      discount:
        discount === undefined || saved === undefined
          ? null
          : {
              until: addDays(days.invoicedOn, discount.days),
              amount: { amount: fixed(saved, decimals), currency },
              pays: { amount: fixed(new Exact(amount).minus(saved), decimals), currency },
            },
    };
    const lines = parts.map(({ part, amount, dueOn }) => ({ code: "credit.instalment", params: { part, amount, currency, dueOn } }));
    return ok({
      outcome,
      explanation: {
        code: "credit.schedule",
        params: { term: { ...titles }, amount, currency, invoicedOn: days.invoicedOn },
        adds: "amount",
        from: lines,
      },
    });
  });
}
