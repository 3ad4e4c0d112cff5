import { addDays, addMonths, type CalendarDate, lastDayOfMonth } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, readSafely } from "../kernel/check.js";
import { earliestDate } from "../kernel/compare-dates.js";
import type { Explained } from "../kernel/explanation.js";
import { fullMonthsBetween } from "../kernel/full-months-between.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkDay } from "./check-day.js";

/** One step of the notice that grows with the time of membership. */
export interface NoticeStep {
  /** Full months of membership from which it holds. */
  readonly fromMonths: number;
  /** Months of notice. 0: none is needed. */
  readonly noticeMonths: number;
}

/** How much notice ends a relationship. */
export interface NoticePolicy {
  /** The steps, in rising order of `fromMonths`. What lies before the first is not agreed. */
  readonly noticeSteps: readonly NoticeStep[];
  /** Whether the notice ends on the day that is so many months later, or with the month of that day. */
  readonly noticeEndsOn: "same_day" | "month_end";
}

/** Who is given notice, and when. */
export interface NoticeFacts {
  /** The day it was first active. */
  readonly memberSince: CalendarDate;
  /** The day the notice is given. */
  readonly asOf: CalendarDate;
}

/** The notice a member is owed. */
export interface NoticeOutcome {
  /** Months of notice. */
  readonly months: number;
  /** First day on which the contract no longer runs. */
  readonly exitOn: CalendarDate;
}

/** No step of the policy reaches the member's time. */
export type NoticeProblem = Message<"lifecycle.notice_not_agreed">;

/**
 * Computes how long a relationship still runs when notice is given.
 *
 * @remarks
 * The last step whose `fromMonths` the full months of membership reach. `exitOn` is the day `months` later, or with `month_end` the
 * first day of the month after that day's month. Without any notice it is the day itself. The term of the agreement is not asked about: where
 * it ends before the notice, `stepMember` ends the relationship with it.
 *
 * @param facts - Since when it is a member, and the day of the notice.
 * @param policy - The steps, and on which days a notice ends.
 * @returns The months and the first day without the contract.
 * @throws LibraryFault `kernel.*` where a date or a number cannot be read; `kernel.not_a_count` where the steps do not rise.
 *
 * @errors
 * - `lifecycle.notice_not_agreed` - no step reaches so short a membership.
 *
 * @source Industry practice; the steps of directive 86/653/EEC, article 15, are one month in the first year, two in the second, three
 * from the third on, to the end of a month.
 *
 * @example Two months in the second year, to the end of a month
 * ```ts
 * import { computeNotice } from "qudao/lifecycle";
 *
 * const noticeSteps = [{ fromMonths: 0, noticeMonths: 1 }, { fromMonths: 12, noticeMonths: 2 }, { fromMonths: 24, noticeMonths: 3 }];
 * const notice = (asOf: string) =>
 *   computeNotice({ memberSince: "2023-03-01", asOf }, { noticeSteps, noticeEndsOn: "month_end" });
 * const early = notice("2024-02-29");
 * early.ok && early.value.outcome; // => { months: 1, exitOn: "2024-04-01" }
 * const later = notice("2024-03-01");
 * later.ok && later.value.outcome; // => { months: 2, exitOn: "2024-06-01" }
 * ```
 *
 * @since 0.1.0
 */
export function computeNotice(facts: NoticeFacts, policy: NoticePolicy): Result<Explained<NoticeOutcome>, NoticeProblem> {
  return readSafely("facts", () => {
    const { memberSince, asOf } = checkRecord(facts, "facts") as unknown as NoticeFacts;
    checkDay(memberSince, "facts.memberSince");
    checkDay(asOf, "facts.asOf");
    const served = fullMonthsBetween(memberSince, asOf);
    const { months, noticeEndsOn } = readSafely("policy", () => {
      const agreed = checkRecord(policy, "policy");
      return {
        months: noticeMonths(served, agreed["noticeSteps"], "policy"),
        noticeEndsOn: checkChoice(agreed["noticeEndsOn"], "policy.noticeEndsOn", ["same_day", "month_end"]),
      };
    });
    if (months === undefined) return err({ code: "lifecycle.notice_not_agreed", params: { served } });
    const exitOn = noticeEnd(asOf, months, noticeEndsOn);
    return ok({
      outcome: { months, exitOn },
      explanation: { code: "lifecycle.notice", params: { memberSince, asOf, served, months, endsOn: noticeEndsOn, exitOn } },
    });
  });
}

const MOST_MONTHS = 1200;

/** Months of notice after so many months of membership; `undefined`: no step reaches them. @internal */
export function noticeMonths(served: number, steps: unknown, path: string): number | undefined {
  let months: number | undefined;
  let least = 0;
  for (const [i, step] of checkList(steps, `${path}.noticeSteps`).entries()) {
    const place = `${path}.noticeSteps[${i}]`;
    const given = checkRecord(step, place);
    const from = checkCount(given["fromMonths"], `${place}.fromMonths`, least, MOST_MONTHS);
    const notice = checkCount(given["noticeMonths"], `${place}.noticeMonths`, 0, MOST_MONTHS);
    if (from <= served) months = notice;
    least = from + 1;
  }
  return months;
}

/** First day without the contract. @internal */
export function noticeEnd(asOf: CalendarDate, months: number, endsOn: NoticePolicy["noticeEndsOn"]): CalendarDate {
  const day = addMonths(asOf, months);
  return months > 0 && endsOn === "month_end" ? addDays(lastDayOfMonth(day), 1) : day;
}

/** First day after the term; `null` or absent: it runs until it is ended. @internal */
export interface Term {
  readonly agreementEnd?: CalendarDate | null | undefined;
}

/** No notice outlasts the term, with which the contract ends anyway. @internal */
export function withinTerm(exitOn: CalendarDate, { agreementEnd }: Term): CalendarDate {
  return agreementEnd === undefined || agreementEnd === null ? exitOn : earliestDate(exitOn, agreementEnd);
}
