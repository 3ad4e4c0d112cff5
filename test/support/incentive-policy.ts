import {
  type IncentivePolicyEvent,
  type IncentivePolicyFacts,
  type IncentivePolicyLife,
  startIncentivePolicy,
  stepIncentivePolicy,
} from "qudao/incentives";
import { frozen } from "./frozen.js";

export const term = { start: "2024-01-01", end: "2025-01-01" };
export const draft = startIncentivePolicy({ programme: { id: "volume", version: "2024-1", effective: term }, asOf: "2023-10-10" });
export const known: IncentivePolicyFacts = { noticeDays: 30, favourable: false, conflicts: "none", reviewMonths: 6 };

export const asked = (departments: readonly string[], asOf = "2023-10-11"): IncentivePolicyEvent => ({
  type: "consultationOpened",
  asOf,
  by: "Wang",
  departments,
});
export const opinion = (department: string, view: "agrees" | "objects", asOf = "2023-10-20"): IncentivePolicyEvent => ({
  type: "opinionGiven",
  asOf,
  by: "Li",
  department,
  opinion: view,
});
export const publishing = (asOf = "2023-11-01"): IncentivePolicyEvent => ({ type: "published", asOf, by: "Wang" });
export const day = (asOf: string): IncentivePolicyEvent => ({ type: "dayPassed", asOf });

/** Where the events lead; a refused one fails the test. */
export function policyAfter(
  events: readonly IncentivePolicyEvent[],
  from: IncentivePolicyLife = draft,
  facts = known,
): IncentivePolicyLife {
  return events.reduce((state, event) => {
    const step = stepIncentivePolicy(frozen(state), frozen(event), frozen(facts));
    if (!step.ok) throw new Error(`${event.type}: ${JSON.stringify(step.problem.failed)}`);
    return step.value.next;
  }, from);
}

export const consulted = policyAfter([asked(["finance", "sales"]), opinion("finance", "agrees"), opinion("sales", "agrees")]);
export const published = policyAfter([publishing()], consulted);
export const inForce = policyAfter([day("2024-01-01")], published);
