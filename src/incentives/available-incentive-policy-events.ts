import { availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import type { AvailableIncentivePolicyEvent, IncentivePolicyFacts, IncentivePolicyLife } from "./policy-life.js";
import { incentivePolicyLifecycle } from "./policy-lifecycle.js";
import { readPolicyFacts, readPolicyLife } from "./read-policy-life.js";

/**
 * Tells of every event whether an incentive policy would accept it now, and why.
 *
 * @remarks
 * The events are asked bare, without day and person: one that has its place in the state and lacks only what it must carry is `unknown`.
 *
 * @param state - Where the policy stands.
 * @param facts - What the host knows.
 * @returns One entry per event, in the order of the table.
 * @throws LibraryFault `kernel.*` with the place in `state` or `facts` that cannot be read.
 *
 * @example A draft can be changed, given to the departments or withdrawn
 * ```ts
 * import { availableIncentivePolicyEvents, startIncentivePolicy } from "qudao/incentives";
 *
 * const programme = { id: "volume", version: "2024-1", effective: { start: "2024-01-01", end: "2025-01-01" } };
 * const draft = startIncentivePolicy({ programme, asOf: "2023-10-10" });
 * availableIncentivePolicyEvents(draft, {}).filter(({ status }) => status !== "refused").map(({ event }) => event);
 * // => ["redrafted", "consultationOpened", "withdrawn"]
 * ```
 *
 * @since 0.1.0
 */
export function availableIncentivePolicyEvents(
  state: IncentivePolicyLife,
  facts: IncentivePolicyFacts,
): readonly AvailableIncentivePolicyEvent[] {
  return readSafely({ state, facts }, () =>
    availableEvents(incentivePolicyLifecycle, readPolicyLife(state, "state"), readPolicyFacts(facts, "facts")),
  );
}
