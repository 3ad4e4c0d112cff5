import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import type { CandidateState } from "./candidate-types.js";

/** Who enters the pipeline. */
export interface CandidateStart {
  /** What it would be in the channel. */
  readonly kind: ParticipantKind;
  /** The day it was found. */
  readonly foundOn: CalendarDate;
}

/**
 * Gives the state with which a candidate enters the pipeline.
 *
 * @param start - What it would be, and the day it was found.
 * @returns The state: plain data that the host keeps and hands back with every event.
 * @throws LibraryFault `kernel.not_a_choice`, `kernel.not_a_date`, `kernel.not_a_record`.
 *
 * @example A prospect
 * ```ts
 * import { startCandidate } from "qudao/admission";
 *
 * startCandidate({ kind: "distributor", foundOn: "2024-03-01" }).at; // => "prospect"
 * ```
 *
 * @since 0.1.0
 */
export function startCandidate(start: CandidateStart): CandidateState {
  return readSafely("start", () => {
    const { kind, foundOn } = checkRecord(start, "start");
    const found = parseDate(foundOn, "start.foundOn");
    return {
      at: "prospect",
      data: {
        kind: checkChoice(kind, "start.kind", participantKinds),
        foundOn: found,
        since: found,
        reviewOn: null,
        competence: "untested",
        testsFailed: 0,
        validUntil: null,
        talksUntil: null,
      },
    };
  });
}
