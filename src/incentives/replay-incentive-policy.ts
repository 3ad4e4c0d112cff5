import type { ReplayPolicy } from "../engine/replay-events.js";
import { replayHistory } from "../engine/replay-history.js";
import type {
  IncentivePolicyEvent,
  IncentivePolicyFacts,
  IncentivePolicyLife,
  IncentivePolicyRefusal,
  IncentivePolicyStep,
} from "./policy-life.js";
import { incentivePolicyLifecycle } from "./policy-lifecycle.js";
import { readPolicyEvent, readPolicyFacts, readPolicyLife } from "./read-policy-life.js";

/** The history of a policy. */
export interface IncentivePolicyHistory {
  /** Where it began; `startIncentivePolicy` makes it. */
  readonly initial: IncentivePolicyLife;
  /** What happened, oldest first, each with what was known then. */
  readonly records: readonly { readonly event: IncentivePolicyEvent; readonly facts: IncentivePolicyFacts }[];
}

/** Where the history of a policy leads. */
export interface IncentivePolicyReplay {
  /** The state after it. */
  readonly state: IncentivePolicyLife;
  /** The steps, with the place of each event in the history. */
  readonly steps: readonly { readonly index: number; readonly step: IncentivePolicyStep }[];
  /** The refusals, with the place of each event in the history. Empty: the whole history is sound. */
  readonly refused: readonly { readonly index: number; readonly refusal: IncentivePolicyRefusal }[];
}

/**
 * Rebuilds where an incentive policy stands from what happened to it.
 *
 * @param facts - The beginning and the recorded events, each with what was known then.
 * @param policy - Whether a refused event ends the replay.
 * @returns The state, every step and every refusal: exactly what `stepIncentivePolicy` gives event by event.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy` that cannot be read.
 *
 * @example A draft that was withdrawn
 * ```ts
 * import { replayIncentivePolicy, startIncentivePolicy } from "qudao/incentives";
 *
 * const programme = { id: "volume", version: "2024-1", effective: { start: "2024-01-01", end: "2025-01-01" } };
 * const initial = startIncentivePolicy({ programme, asOf: "2023-10-10" });
 * const event = { type: "withdrawn" as const, asOf: "2023-10-12", by: "Li", ground: "No budget" };
 * replayIncentivePolicy({ initial, records: [{ event, facts: {} }] }, { onRefusal: "stop" }).state.at; // => "withdrawn"
 * ```
 *
 * @since 0.1.0
 */
export function replayIncentivePolicy(facts: IncentivePolicyHistory, policy: ReplayPolicy): IncentivePolicyReplay {
  return replayHistory(
    incentivePolicyLifecycle,
    { facts, policy },
    { state: readPolicyLife, event: readPolicyEvent, facts: readPolicyFacts },
  );
}
