import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { optional } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { paidDays, publicationOf } from "./paid-term.js";
import type { IncentiveProgramme } from "./programme.js";

/** A period that somebody wants to be paid for. */
export interface PayablePeriodFacts {
  /** The period. */
  readonly period: Period;
  /** The day the policy was published; where the programme says a later one, that day. `null`: it is not. Absent: as the programme says. */
  readonly publishedOn?: CalendarDate | null | undefined;
}

/** Why a period is not paid. */
export type PayablePeriodProblem = Message<"incentives.not_published" | "incentives.before_publication" | "incentives.outside_term">;

/**
 * Finds the part of a period that a policy pays for: the days of its term from its publication on.
 *
 * @remarks
 * A day before the publication is never paid, also where the term begins before it. The day of publication itself counts.
 *
 * @param facts - The period and the day of publication.
 * @param programme - The programme, of which the term and the publication are read.
 * @returns The part that is paid for.
 * @throws LibraryFault `kernel.not_a_period`, `kernel.not_a_date` with the place.
 *
 * @errors
 * - `incentives.not_published` - the policy was never published.
 * - `incentives.before_publication` - the period ends before the publication.
 * - `incentives.outside_term` - no day of the period lies in the term.
 *
 * @example A quarter in the middle of which the policy was published
 * ```ts
 * import { findPayablePeriod } from "qudao/incentives";
 *
 * const programme = { effective: { start: "2024-01-01", end: "2025-01-01" } };
 * const found = findPayablePeriod({ period: { start: "2024-01-01", end: "2024-04-01" }, publishedOn: "2024-02-10" }, programme);
 * found.ok && found.value.outcome; // => { start: "2024-02-10", end: "2024-04-01" }
 * ```
 *
 * @since 0.1.0
 */
export function findPayablePeriod(
  facts: PayablePeriodFacts,
  programme: Pick<IncentiveProgramme, "effective" | "publishedOn">,
): Result<Explained<Period>, PayablePeriodProblem> {
  return readSafely({ facts, programme }, () => {
    const given = checkRecord(facts, "facts");
    const period = parsePeriod(given["period"], "facts.period");
    const policy = checkRecord(programme, "programme");
    const effective = parsePeriod(policy["effective"], "programme.effective");
    const own = optional(parseDate)(policy["publishedOn"], "programme.publishedOn");
    const publishedOn = publicationOf(given["publishedOn"], { publishedOn: own }, "facts.publishedOn");
    if (publishedOn === null) return err({ code: "incentives.not_published", params: { period: { ...period } } });
    if (period.end <= publishedOn) return err({ code: "incentives.before_publication", params: { period: { ...period }, publishedOn } });
    const payable = paidDays(period, { effective, publishedOn });
    if (payable === null) return err({ code: "incentives.outside_term", params: { period: { ...period }, effective: { ...effective } } });
    const params = { period: { ...period }, payable: { ...payable }, publishedOn, effective: { ...effective } };
    return ok({ outcome: payable, explanation: { code: "incentives.payable_period", params } });
  });
}
