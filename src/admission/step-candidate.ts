import { stepState } from "../engine/step-state.js";
import { readSafely } from "../kernel/check.js";
import type { Result } from "../kernel/result.js";
import { candidateLifecycle } from "./candidate-lifecycle.js";
import type { CandidateEvent, CandidateRefusal, CandidateState, CandidateStep, CandidateStepFacts } from "./candidate-types.js";
import { checkCandidateEvent, checkCandidateState, checkCandidateStepFacts } from "./read-candidate-step.js";

/**
 * Offers one event to a candidate and tells what follows.
 *
 * @remarks
 * prospect → screened → interviewed → trained → evaluated → negotiating → signed, and out of each of them to rejected or withdrawn. No
 * stage can be skipped. Selecting begins only when the channel design is approved, and only with kinds the strategy wants. It takes a passed
 * competence test to be taken on and to sign, an approved plan to talk and to sign, admission, and somebody who may sign. A decision
 * against the verdict of the evaluation needs a ground and another person's approval. What is not known never lets a candidate pass.
 * An event of a day before the last one, or before the candidate was found, is refused; a day that passes may be offered late.
 *
 * @param state - Where it stands.
 * @param event - What happened.
 * @param facts - What the host knows.
 * @returns The next state with its effects, or the refusal with every guard that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` for what is malformed, with its place.
 *
 * @source Candidates are screened, interviewed and trained, so that they are competent; the specialist negotiates and signs after the plan
 * is approved; members are selected after the channel design is completed.
 *
 * @example The interview cannot be skipped
 * ```ts
 * import { startCandidate, stepCandidate } from "qudao/admission";
 *
 * const facts = { designApproved: true, allowedKinds: ["distributor"], mandatoryTopics: ["product_knowledge"] } as const;
 * const found = startCandidate({ kind: "distributor", foundOn: "2024-03-01" });
 * const screened = stepCandidate(found, { type: "screened", asOf: "2024-03-05", by: "P-1", verdict: "pursue" }, facts);
 * const trained = { type: "trained", asOf: "2024-03-20", topics: ["product_knowledge"] } as const;
 * const skipped = screened.ok ? stepCandidate(screened.value.next, trained, facts) : screened;
 * !skipped.ok && [skipped.problem.params["why"], skipped.problem.allowed]; // => ["no_arrow", ["interviewed", "rejected", "withdrew"]]
 * ```
 *
 * @since 0.1.0
 */
export function stepCandidate(
  state: CandidateState,
  event: CandidateEvent,
  facts: CandidateStepFacts,
): Result<CandidateStep, CandidateRefusal> {
  return readSafely({ state, event, facts }, () => {
    readSafely("state", () => checkCandidateState(state, "state"));
    readSafely("event", () => checkCandidateEvent(event, "event"));
    readSafely("facts", () => checkCandidateStepFacts(facts, "facts"));
    return stepState(candidateLifecycle, state, event, facts);
  });
}
