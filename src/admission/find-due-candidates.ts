import { type DueFacts, type DueReport, findDue } from "../engine/find-due.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { checkNamedRecords } from "./candidate-fault.js";
import { candidateLifecycle } from "./candidate-lifecycle.js";
import type { CandidateStage } from "./candidate-stages.js";
import type { CandidateTypes } from "./candidate-types.js";
import { checkCandidateState, checkCandidateStepFacts } from "./read-candidate-step.js";

/** Whom to ask, and which days have passed. */
export type DueCandidateFacts = DueFacts<CandidateTypes, CandidateStage>;

/**
 * Tells what time alone does to candidates from one day to another: prospects to screen again, evaluations and talks that lapse.
 *
 * @param facts - The candidates and the days.
 * @returns Who moves, when and how, and who cannot be decided.
 * @throws LibraryFault As `stepCandidate`, under `facts.members[…]`.
 *
 * @example Put off until June
 * ```ts
 * import { findDueCandidates, startCandidate } from "qudao/admission";
 *
 * const { at, data } = startCandidate({ kind: "distributor", foundOn: "2024-03-01" });
 * const { due } = findDueCandidates({
 *   members: [{ id: "C-1", state: { at, data: { ...data, reviewOn: "2024-06-03" } }, facts: {} }], from: "2024-06-01", asOf: "2024-06-04",
 * });
 * due.map(({ id, steps }) => [id, ...steps.map(({ asOf, step }) => [asOf, step.effects[0]?.effect])]);
 * // => [["C-1", ["2024-06-03", "screen_again"]]]
 * ```
 *
 * @since 0.1.0
 */
export function findDueCandidates(facts: DueCandidateFacts): DueReport<CandidateTypes, CandidateStage> {
  return readSafely("facts", () => {
    checkNamedRecords<DueCandidateFacts["members"][number]>(checkRecord(facts, "facts")["members"], "facts.members", "id").forEach(
      ({ state, facts: known }, i) => {
        checkCandidateState(state, `facts.members[${i}].state`);
        checkCandidateStepFacts(known, `facts.members[${i}].facts`);
      },
    );
    return findDue(candidateLifecycle, facts);
  });
}
