/** A candidate on its way, with everything known that it needs. */
import {
  type CandidateEvent,
  type CandidateRefusal,
  type CandidateStage,
  type CandidateState,
  type CandidateStep,
  type CandidateStepFacts,
  startCandidate,
  stepCandidate,
} from "qudao/admission";
import { frozen } from "./frozen.js";

export const found: CandidateState = startCandidate({ kind: "distributor", foundOn: "2024-03-01" });

export const known: CandidateStepFacts = {
  designApproved: true,
  allowedKinds: ["agent", "distributor"],
  mandatoryTopics: ["product_knowledge", "sales_skills"],
  minimumCompetence: "0.6",
  maximumTests: 2,
  evaluationDays: 90,
  plan: "approved",
  admission: "admitted",
  signatories: ["P-2"],
};

/** The way of a candidate that succeeds in everything, by the stage it leads to. */
export const way: readonly (readonly [to: CandidateStage, event: CandidateEvent])[] = [
  ["screened", { type: "screened", asOf: "2024-03-05", by: "P-1", verdict: "pursue" }],
  ["interviewed", { type: "interviewed", asOf: "2024-03-10", by: "P-1", result: "passed" }],
  ["trained", { type: "trained", asOf: "2024-03-20", topics: ["sales_skills", "product_knowledge", "marketing"] }],
  ["trained", { type: "tested", asOf: "2024-03-25", score: "0.8" }],
  ["evaluated", { type: "evaluated", asOf: "2024-04-01", by: "P-1", verdict: "accept", decision: "accept", version: "2024-1" }],
  ["negotiating", { type: "negotiationOpened", asOf: "2024-04-05", by: "P-1", until: "2024-05-05" }],
  ["signed", { type: "signed", asOf: "2024-04-20", by: "P-2" }],
];

export function step(state: CandidateState, event: CandidateEvent, facts: CandidateStepFacts = known): CandidateStep {
  const answer = stepCandidate(frozen(state), frozen(event), frozen(facts));
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem.failed)}`);
  return answer.value;
}

export function refusal(state: CandidateState, event: CandidateEvent, facts: CandidateStepFacts = known): CandidateRefusal {
  const answer = stepCandidate(frozen(state), frozen(event), frozen(facts));
  if (answer.ok) throw new Error(`accepted: ${answer.value.next.at}`);
  return answer.problem;
}

/** The guards that stood in the way, each once, and how they stood. */
export function failed(state: CandidateState, event: CandidateEvent, facts: CandidateStepFacts = known): readonly string[] {
  return [...new Set(refusal(state, event, facts).failed.map(({ params, status }) => `${params["guard"]} ${status}`))];
}

/** The state after the first `steps` events of the way. */
export function along(steps: number, more: Partial<CandidateState["data"]> = {}): CandidateState {
  const state = way.slice(0, steps).reduce<CandidateState>((now, [, event]) => step(now, event).next, found);
  return { ...state, data: { ...state.data, ...more } };
}
