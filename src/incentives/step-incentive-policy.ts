import { stepState } from "../engine/step-state.js";
import { readSafely } from "../kernel/check.js";
import type { Result } from "../kernel/result.js";
import type {
  IncentivePolicyEvent,
  IncentivePolicyFacts,
  IncentivePolicyLife,
  IncentivePolicyRefusal,
  IncentivePolicyStep,
} from "./policy-life.js";
import { incentivePolicyLifecycle } from "./policy-lifecycle.js";
import { readPolicyEvent, readPolicyFacts, readPolicyLife } from "./read-policy-life.js";

/**
 * Offers one event to an incentive policy and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The life: draft → consulting → published → in force → superseded or expired; withdrawn before it is in force. While a department has not
 * answered, or objects, it cannot be published. It begins no earlier than the agreed notice after its publication, unless nobody is worse
 * off. A change of the draft voids the opinions. A revision is another version with a first day in the future: periods before that day keep
 * this version. Time enters only as `dayPassed`.
 *
 * @param state - Where the policy stands.
 * @param event - What happened.
 * @param facts - What the host knows. What is absent or null leaves the conditions that need it unknown, and then nothing moves.
 * @returns The next state with its effects; or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @example It is not published before every department has answered
 * ```ts
 * import { startIncentivePolicy, stepIncentivePolicy } from "qudao/incentives";
 *
 * const programme = { id: "volume", version: "2024-1", effective: { start: "2024-01-01", end: "2025-01-01" } };
 * const draft = startIncentivePolicy({ programme, asOf: "2023-10-10" });
 * const asked = stepIncentivePolicy(draft, { type: "consultationOpened", asOf: "2023-10-11", by: "Wang", departments: ["finance"] }, {});
 * if (!asked.ok) throw new Error();
 * const early = stepIncentivePolicy(asked.value.next, { type: "published", asOf: "2023-11-01", by: "Wang" }, { noticeDays: 30, conflicts: "none" });
 * early.ok ? [] : early.problem.failed.map(({ params }) => params.guard); // => ["consultation_complete"]
 * ```
 *
 * @since 0.1.0
 */
export function stepIncentivePolicy(
  state: IncentivePolicyLife,
  event: IncentivePolicyEvent,
  facts: IncentivePolicyFacts,
): Result<IncentivePolicyStep, IncentivePolicyRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(incentivePolicyLifecycle, readPolicyLife(state, "state"), readPolicyEvent(event, "event"), readPolicyFacts(facts, "facts")),
  );
}
