import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import type { IncentivePolicyLife } from "./policy-life.js";

/** A programme that is drafted. */
export interface IncentivePolicyStart {
  /** The programme and its version; a whole `IncentiveProgramme` will do. */
  readonly programme: { readonly id: string; readonly version: string; readonly effective: Period };
  /** The day it was drafted. */
  readonly asOf: CalendarDate;
}

/**
 * Begins the life of an incentive policy as a draft.
 *
 * @param facts - The programme, as drafted, and the day.
 * @returns Where the policy stands: plain JSON, for `stepIncentivePolicy`.
 * @throws LibraryFault `kernel.*` with the place in `facts` that cannot be read.
 *
 * @example A programme for next year
 * ```ts
 * import { startIncentivePolicy } from "qudao/incentives";
 *
 * const programme = { id: "volume", version: "2024-1", effective: { start: "2024-01-01", end: "2025-01-01" } };
 * const life = startIncentivePolicy({ programme, asOf: "2023-10-10" });
 * [life.at, life.data.publishedOn]; // => ["draft", null]
 * ```
 *
 * @since 0.1.0
 */
export function startIncentivePolicy(facts: IncentivePolicyStart): IncentivePolicyLife {
  return readSafely("facts", () => {
    checkRecord(facts, "facts");
    const { id, version, effective } = checkRecord(facts.programme, "facts.programme");
    const { start, end } = parsePeriod(effective, "facts.programme.effective");
    return {
      at: "draft",
      data: {
        policyId: checkText(id, "facts.programme.id"),
        version: checkText(version, "facts.programme.version"),
        start,
        end,
        since: parseDate(facts.asOf, "facts.asOf"),
        pending: [],
        objections: [],
        agreed: [],
        publishedOn: null,
        successor: null,
        supersededOn: null,
        reviews: [],
        nextReviewOn: null,
        ground: null,
      },
    };
  });
}
