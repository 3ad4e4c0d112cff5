import type { Agreement } from "../entities/agreement.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { earliestDate } from "../kernel/compare-dates.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Period } from "../kernel/period.js";
import { endAfterNotice, expiringFromOf, lastNoticeOf, nextEndOf, type Term, termOf, windowOf } from "./agreement-term.js";
import type { AgreementCode } from "./messages.js";
import { readAgreement } from "./read-agreement.js";
import { countedFrom } from "./relocated.js";

/** Which agreement, and on which day the question is asked. */
export interface AgreementDateFacts {
  /** The agreement, in the version in force on the day. */
  readonly agreement: Agreement;
  /** The day of asking: the day on which a notice would be given. */
  readonly asOf: CalendarDate;
}

/** The days that matter in the life of an agreement. */
export interface AgreementDates {
  /** First day of its term. */
  readonly start: CalendarDate;
  /** First day after its term. `null`: it runs until it is ended. */
  readonly end: CalendarDate | null;
  /** First day on which renewal can be agreed on, not before `start`. `null`: it cannot be renewed. */
  readonly renewalOpensOn: CalendarDate | null;
  /** Last day on which a notice is in time for the end. `null`: no notice was agreed on, there is no end, or no day is early enough. */
  readonly lastNoticeOn: CalendarDate | null;
  /** First day on which its end is near: the earlier of the two before. `null`: neither is known. */
  readonly expiringFrom: CalendarDate | null;
  /** First day after it if notice were given on the day of asking. `null`: no notice was agreed on, and there is no end. */
  readonly earliestEnd: CalendarDate | null;
  /** What its end does if nobody acts: it ends, it goes on for another term, or there is no end. */
  readonly atEnd: "ends" | "renews" | "never";
  /** The term after this one, where it goes on by itself. `null`: there is none. */
  readonly nextTerm: Period | null;
}

/**
 * Finds the days that matter in an agreement: its end, the window of renewal, the last day of notice, and the earliest end.
 *
 * @remarks
 * `end` is the first day outside. The day on which notice is given does not count: with 30 days, notice on 1 June ends the agreement
 * with 1 July, so 2 July is the first day outside. The months of a term that goes on by itself are counted from its first day. A notice never ends an agreement later than its term. A trial is never renewed,
 * whatever the data says, and ends by itself.
 *
 * @param facts - The agreement and the day of asking.
 * @returns The days, and which term of the agreement each comes from.
 * @throws LibraryFault `kernel.*` where the agreement cannot be read; `kernel.not_a_date` at `facts.agreement.end` for a trial without end.
 * @source Civil Code of the People's Republic of China, articles 201 and 202, for the count of days and months; the periods are the agreement's.
 *
 * @example An agency contract of a year, renewed by itself
 * ```ts
 * import { findAgreementDates } from "qudao/agreements";
 *
 * const agreement = {
 *   id: "AG2", kind: "agency" as const, partyIds: ["A1"], start: "2024-01-01", end: "2025-01-01", clauses: [],
 *   terms: { notice: { count: 30, unit: "days" as const } }, renewal: { windowDays: 60, automaticMonths: 12 },
 * };
 * const { outcome } = findAgreementDates({ agreement, asOf: "2024-06-01" });
 * [outcome.renewalOpensOn, outcome.lastNoticeOn, outcome.earliestEnd]; // => ["2024-11-02", "2024-12-01", "2024-07-02"]
 * [outcome.atEnd, outcome.nextTerm]; // => ["renews", { start: "2025-01-01", end: "2026-01-01" }]
 * ```
 *
 * @example A trial ends by itself
 * ```ts
 * import { findAgreementDates } from "qudao/agreements";
 *
 * const trial = { id: "AG1", kind: "trial" as const, partyIds: ["D1"], start: "2024-01-01", end: "2024-07-01", clauses: [] };
 * const { outcome } = findAgreementDates({ agreement: trial, asOf: "2024-06-30" });
 * [outcome.atEnd, outcome.end, outcome.renewalOpensOn, outcome.nextTerm]; // => ["ends", "2024-07-01", null, null]
 * ```
 *
 * @since 0.1.0
 */
export function findAgreementDates(facts: AgreementDateFacts): Explained<AgreementDates, AgreementCode> {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const agreement = readAgreement(facts.agreement, "facts.agreement");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const term = termOf(agreement, "facts.agreement");
    const { start, end, notice, renewal } = term;
    const noticed = notice === null ? null : countedFrom("facts.asOf", () => endAfterNotice(asOf, notice));
    const outcome = countedFrom("facts.agreement.end", (): AgreementDates => {
      const nextTerm =
        end === null || renewal?.automaticMonths === undefined ? null : { start: end, end: nextEndOf(start, end, renewal.automaticMonths) };
      return {
        start,
        end,
        renewalOpensOn: windowOf(start, end, renewal),
        lastNoticeOn: lastNoticeOf(start, end, notice),
        expiringFrom: expiringFromOf(term),
        earliestEnd: noticed === null || end === null ? (noticed ?? end) : earliestDate(noticed, end),
        atEnd: end === null ? "never" : nextTerm === null ? "ends" : "renews",
        nextTerm,
      };
    });
    return { outcome, explanation: explain(agreement, asOf, term, outcome) };
  });
}

function explain(agreement: Agreement, asOf: CalendarDate, term: Term, dates: AgreementDates): Explanation<AgreementCode> {
  const { notice, renewal } = term;
  const { start, end, renewalOpensOn, lastNoticeOn, earliestEnd, nextTerm, atEnd } = dates;
  const from: Explanation<AgreementCode>[] = [{ code: "agreements.date_term", params: { start, end } }];
  if (renewalOpensOn !== null && renewal !== null) {
    from.push({ code: "agreements.date_renewal_opens", params: { date: renewalOpensOn, days: renewal.windowDays } });
  }
  if (notice !== null) {
    const { count, unit } = notice;
    if (end !== null) from.push({ code: "agreements.date_last_notice", params: { date: lastNoticeOn, count, unit } });
    from.push({ code: "agreements.date_earliest_end", params: { asOf, count, unit, date: earliestEnd } });
  }
  if (nextTerm !== null) from.push({ code: "agreements.date_next_term", params: { term: { ...nextTerm } } });
  return { code: "agreements.dates", params: { agreement: agreement.id, kind: agreement.kind, atEnd }, from };
}
