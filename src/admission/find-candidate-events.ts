import { type AvailableEvent, availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import { candidateLifecycle } from "./candidate-lifecycle.js";
import type { CandidateEvent, CandidateState, CandidateStepFacts } from "./candidate-types.js";
import { checkCandidateState, checkCandidateStepFacts } from "./read-candidate-step.js";

/**
 * Tells of every event of the pipeline whether a candidate would accept it now, and why.
 *
 * @remarks
 * As `availableEvents` of the engine: events are asked bare, so `unknown` names what the event itself must carry.
 *
 * @param state - Where it stands.
 * @param facts - What the host knows.
 * @returns One entry per event.
 * @throws LibraryFault As `stepCandidate`.
 *
 * @example What a screened candidate takes
 * ```ts
 * import { findCandidateEvents, startCandidate } from "qudao/admission";
 *
 * const { data } = startCandidate({ kind: "distributor", foundOn: "2024-03-01" });
 * findCandidateEvents({ at: "screened", data }, {}).filter(({ status }) => status !== "refused").map(({ event, status }) => [event, status]);
 * // => [["interviewed", "unknown"], ["rejected", "unknown"], ["withdrew", "unknown"]]
 * ```
 *
 * @since 0.1.0
 */
export function findCandidateEvents(state: CandidateState, facts: CandidateStepFacts): readonly AvailableEvent<CandidateEvent["type"]>[] {
  return readSafely({ state, facts }, () => {
    readSafely("state", () => checkCandidateState(state, "state"));
    readSafely("facts", () => checkCandidateStepFacts(facts, "facts"));
    return availableEvents(candidateLifecycle, state, facts);
  });
}
