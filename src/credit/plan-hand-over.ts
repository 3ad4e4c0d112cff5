import { type ProcedurePlan, planDates } from "../engine/plan-dates.js";
import type { ProcedureTime } from "../engine/procedure-time.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { assertNever } from "../kernel/result.js";
import { handOverProcedure } from "./hand-over-procedure.js";

/** A replacement that was decided on. */
export interface HandOverFacts {
  /** The day on which the hand-over begins. */
  readonly asOf: CalendarDate;
  /** The member that goes. */
  readonly memberId: string;
  /** Who takes over. */
  readonly successorId: string;
}

/** The hand-over with its dates. */
export interface HandOverPlan extends ProcedurePlan {
  /** The member that goes. */
  readonly memberId: string;
  /** Who takes over. */
  readonly successorId: string;
  /** Code of the procedure, for a run of it. */
  readonly procedure: string;
}

/**
 * Plans the hand-over from a member to its successor: every step with its dates, and the way that sets the end.
 *
 * @param facts - From whom to whom, and from when.
 * @param time - The work calendar.
 * @returns The plan. `startProcedure` of `qudao/engine` opens a run of `handOverProcedure`.
 * @throws LibraryFault `kernel.*` with the place.
 *
 * @source G-22; S19-138 to S19-140.
 *
 * @example In a calendar of seven working days
 * ```ts
 * import { planHandOver } from "qudao/credit";
 *
 * const week = { monday: "full", tuesday: "full", wednesday: "full", thursday: "full", friday: "full", saturday: "full", sunday: "full" } as const;
 * const calendar = { week, days: [] };
 * const { outcome } = planHandOver({ asOf: "2024-05-06", memberId: "D1", successorId: "D9" }, { calendar });
 * [outcome.steps.length, outcome.end]; // => [9, "2024-06-15"]
 * ```
 *
 * @since 0.1.0
 */
export function planHandOver(facts: HandOverFacts, time: ProcedureTime): Explained<HandOverPlan> {
  return readSafely({ facts, time }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const memberId = checkText(given["memberId"], "facts.memberId");
    const successorId = checkText(given["successorId"], "facts.successorId");
    const planned = planDates(handOverProcedure, { asOf }, time);
    // every step of our own procedure has its time
    if (!planned.ok) return assertNever(planned.problem as never);
    const { outcome, explanation } = planned.value;
    const { code: procedure } = handOverProcedure;
    return {
      outcome: { ...outcome, memberId, successorId, procedure },
      explanation: { code: "credit.hand_over", params: { memberId, successorId, end: outcome.end }, from: [explanation] },
    };
  });
}
