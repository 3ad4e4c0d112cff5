import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, sumOf, text } from "../kernel/decimal.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { checkDistinct, exactNotNegative, readRecords } from "../kernel/read.js";

/** One entry of a log of promotion activities (推广活动). */
export interface PromotionActivity {
  /** The host's identifier. Not empty; each activity has its own. */
  readonly id: string;
  /** The day for which it is planned, or on which it was done. */
  readonly date: CalendarDate;
  /** `done`: carried out. `planned`: not yet. `cancelled`: given up; it stays a part of what was planned. */
  readonly status: "planned" | "done" | "cancelled";
  /** What it cost, not negative, in one currency for all. */
  readonly spend: DecimalString;
  /** People whom it reached, not negative. */
  readonly reach: DecimalString;
}

/** A log and the period that is measured. */
export interface ActivityFacts {
  /** The period, half-open. */
  readonly period: Period;
  /** The log, in any order. Activities outside the period are not read. */
  readonly activities: readonly PromotionActivity[];
}

/** Readings for the indicators of brand promotion and of its execution. */
export interface ActivityReadings {
  /** Activities carried out. */
  readonly brandActivities: DecimalString;
  /** What they cost. */
  readonly brandSpend: DecimalString;
  /** People whom they reached; who was reached twice counts twice. */
  readonly brandReach: DecimalString;
  /** Activities carried out. */
  readonly activitiesDone: DecimalString;
  /** All of the period, done or not. */
  readonly activitiesPlanned: DecimalString;
}

/**
 * Measures promotion from a log of activities: how many were carried out, what they cost, whom they reached, and how many were planned.
 *
 * @remarks
 * Only what was carried out counts as promotion; what was cancelled counts as planned, so that giving up does not raise the execution rate.
 *
 * @param facts - Period and log.
 * @returns Readings for `computeIndicators`.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for an activity that comes twice.
 * @source S07-11, S17-13.
 *
 * @example One of two was carried out
 * ```ts
 * import { measureActivities } from "qudao/performance";
 *
 * measureActivities({
 *   period: { start: "2024-04-01", end: "2024-07-01" },
 *   activities: [
 *     { id: "1", date: "2024-04-20", status: "done", spend: "3000", reach: "800" },
 *     { id: "2", date: "2024-05-20", status: "cancelled", spend: "200", reach: "0" },
 *   ],
 * }); // => { brandActivities: "1", brandSpend: "3000", brandReach: "800", activitiesDone: "1", activitiesPlanned: "2" }
 * ```
 *
 * @since 0.1.0
 */
export function measureActivities(facts: ActivityFacts): ActivityReadings {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const { start, end } = parsePeriod(given["period"], "facts.period");
    const log = readRecords(given["activities"], "facts.activities", (row, path) => ({
      id: checkText(row["id"], `${path}.id`),
      date: parseDate(row["date"], `${path}.date`),
      status: checkChoice(row["status"], `${path}.status`, ["planned", "done", "cancelled"]),
      spend: exactNotNegative(row["spend"], `${path}.spend`),
      reach: exactNotNegative(row["reach"], `${path}.reach`),
    }));
    checkDistinct(
      log.map(({ id }) => id),
      "facts.activities",
      "id",
    );
    const planned = log.filter(({ date }) => start <= date && date < end);
    const done = planned.filter(({ status }) => status === "done");
    const sum = (of: "spend" | "reach") => text(sumOf(done.map((one) => one[of])));
    const activitiesDone = String(done.length);
    return {
      brandActivities: activitiesDone,
      brandSpend: sum("spend"),
      brandReach: sum("reach"),
      activitiesDone,
      activitiesPlanned: String(planned.length),
    };
  });
}
