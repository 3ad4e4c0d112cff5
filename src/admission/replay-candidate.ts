import { type Replay, type ReplayFacts, type ReplayPolicy, replayEvents } from "../engine/replay-events.js";
import { readReplayPolicy } from "../engine/replay-history.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { checkRecords } from "./candidate-fault.js";
import { candidateLifecycle } from "./candidate-lifecycle.js";
import type { CandidateStage } from "./candidate-stages.js";
import type { CandidateTypes } from "./candidate-types.js";
import { checkCandidateEvent, checkCandidateState, checkCandidateStepFacts } from "./read-candidate-step.js";

/** A candidate's history, each event with what was known at the time. */
export type CandidateHistory = ReplayFacts<CandidateTypes, CandidateStage>;

/**
 * Rebuilds where a candidate stands from its history.
 *
 * @param facts - The state it began with and the records, oldest first.
 * @param policy - Whether to stop at a refusal or to collect them all.
 * @returns The state after the last accepted event, the steps, and what was refused.
 * @throws LibraryFault As `stepCandidate`, under `facts.records[…]`.
 *
 * @example Two events, of which the second came too early
 * ```ts
 * import { replayCandidate, startCandidate } from "qudao/admission";
 *
 * const facts = { designApproved: true, allowedKinds: ["distributor"] } as const;
 * const replay = replayCandidate(
 *   {
 *     initial: startCandidate({ kind: "distributor", foundOn: "2024-03-01" }),
 *     records: [
 *       { event: { type: "screened", asOf: "2024-03-05", by: "P-1", verdict: "pursue" }, facts },
 *       { event: { type: "tested", asOf: "2024-03-06", score: "0.9" }, facts },
 *     ],
 *   },
 *   { onRefusal: "collect" },
 * );
 * replay.state.at; // => "screened"
 * replay.refused.map(({ index }) => index); // => [1]
 * ```
 *
 * @since 0.1.0
 */
export function replayCandidate(facts: CandidateHistory, policy: ReplayPolicy): Replay<CandidateTypes, CandidateStage> {
  const agreed = readReplayPolicy(policy);
  return readSafely({ facts, policy }, () => {
    checkCandidateState(checkRecord(facts, "facts")["initial"], "facts.initial");
    checkRecords<CandidateHistory["records"][number]>(facts.records, "facts.records").forEach(({ event, facts: known }, i) => {
      checkCandidateEvent(event, `facts.records[${i}].event`);
      checkCandidateStepFacts(known, `facts.records[${i}].facts`);
    });
    return replayEvents(candidateLifecycle, facts, agreed);
  });
}
