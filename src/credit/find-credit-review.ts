import { addDays, addMonths, type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { checkDistinct, optional, readRecords } from "../kernel/read.js";
import { MOST_DAYS } from "./reading.js";

/** What can call for a look at a member's credit before its time. Their words: `credit.review_because`. */
export const creditEvents = [
  "late_payment",
  "arrears",
  "bounced_bill",
  "limit_exceeded",
  "insurance_ended",
  "ownership_changed",
  "legal_dispute",
  "sales_drop",
  "rating_changed",
  "promoted",
] as const;

/** One of `creditEvents`. */
export type CreditEvent = (typeof creditEvents)[number];

/** What happened since the last review. */
export interface CreditReviewFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The day of the last review. Absent: there was none, and one is due at once. */
  readonly lastReviewOn?: CalendarDate | undefined;
  /** The grade of the last rating. Absent: none, and the row without a grade is used. */
  readonly grade?: string | undefined;
  /** What happened. Events up to the last review were seen by it; those after `asOf` are not read. */
  readonly events: readonly { readonly event: CreditEvent; readonly on: CalendarDate }[];
}

/** When credit is reviewed. */
export interface CreditReviewPolicy {
  /** Months between reviews, by grade, from 1. The row without a grade is for every other. Each grade once. */
  readonly cadence: readonly { readonly grade?: string | undefined; readonly months: number }[];
  /** Events that call for a review, and within how many days, each once. An event without a row calls for none. */
  readonly triggers: readonly { readonly event: CreditEvent; readonly withinDays: number }[];
}

/** The next review. */
export interface CreditReview {
  /** The day on which it is due. `null`: the cadence has no row for the grade, and nothing happened. */
  readonly dueOn: CalendarDate | null;
  /** Whether that day has come. */
  readonly isDue: boolean;
  /** What sets the day. */
  readonly because: "never_reviewed" | "cadence" | "nothing" | CreditEvent;
  /** The day that the cadence alone would set. `null`: none. */
  readonly scheduledOn: CalendarDate | null;
}

/**
 * Finds when the credit of a member is to be reviewed: by the calendar of its grade, or earlier because something happened.
 *
 * @remarks
 * The earliest day counts; on its day a review is due. An event on the day of the last review was seen by it. Of two causes on one day the
 * calendar, or the event listed first, is told.
 *
 * @param facts - The last review and what happened.
 * @param policy - Cadence and triggers.
 * @returns The day, and why.
 * @throws LibraryFault `kernel.*` with the place.
 *
 * @source S19-137.
 *
 * @example A late payment comes before the yearly review
 * ```ts
 * import { findCreditReview } from "qudao/credit";
 *
 * const policy = { cadence: [{ grade: "AAA", months: 12 }, { months: 6 }], triggers: [{ event: "late_payment" as const, withinDays: 5 }] };
 * const facts = { asOf: "2024-04-20", lastReviewOn: "2024-01-10", grade: "AAA" };
 * findCreditReview({ ...facts, events: [] }, policy).outcome.dueOn; // => "2025-01-10"
 * const late = findCreditReview({ ...facts, events: [{ event: "late_payment", on: "2024-04-12" }] }, policy).outcome;
 * [late.dueOn, late.because, late.isDue]; // => ["2024-04-17", "late_payment", true]
 * ```
 *
 * @since 0.1.0
 */
export function findCreditReview(facts: CreditReviewFacts, policy: CreditReviewPolicy): Explained<CreditReview> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const last = optional(parseDate)(given["lastReviewOn"], "facts.lastReviewOn");
    const grade = optional(checkText)(given["grade"], "facts.grade");
    const events = readRecords(given["events"], "facts.events", (row, path) => ({
      event: checkChoice(row["event"], `${path}.event`, creditEvents),
      on: parseDate(row["on"], `${path}.on`),
    }));
    const agreed = checkRecord(policy, "policy");
    const cadence = readRecords(agreed["cadence"], "policy.cadence", (row, path) => ({
      grade: optional(checkText)(row["grade"], `${path}.grade`),
      months: checkCount(row["months"], `${path}.months`, 1, 1200),
    }));
    checkDistinct(
      cadence.map((row) => row.grade ?? ""),
      "policy.cadence",
      "grade",
    );
    const triggers = readRecords(
      agreed["triggers"],
      "policy.triggers",
      (row, path) =>
        [
          checkChoice(row["event"], `${path}.event`, creditEvents),
          checkCount(row["withinDays"], `${path}.withinDays`, 0, MOST_DAYS),
        ] as const,
    );
    checkDistinct(
      triggers.map(([event]) => event),
      "policy.triggers",
      "event",
    );
    const within = new Map(triggers);
    const row = cadence.find((one) => one.grade !== undefined && one.grade === grade) ?? cadence.find((one) => one.grade === undefined);
    const scheduledOn = last === undefined || row === undefined ? null : addMonths(last, row.months);
    let dueOn: CalendarDate | null = last === undefined ? asOf : scheduledOn;
    let because: CreditReview["because"] = last === undefined ? "never_reviewed" : scheduledOn === null ? "nothing" : "cadence";
    for (const { event, on } of events) {
      const days = within.get(event);
      if (days === undefined || on > asOf || last === undefined || on <= last) continue;
      const day = addDays(on, days);
      if (dueOn === null || day < dueOn) [dueOn, because] = [day, event];
    }
    const isDue = dueOn !== null && dueOn <= asOf;
    const outcome: CreditReview = { dueOn, isDue, because, scheduledOn };
    const explanation =
      dueOn === null ? { code: "credit.review_none", params: { asOf, because } } : { code: "credit.review", params: { asOf, ...outcome } };
    return { outcome, explanation };
  });
}
