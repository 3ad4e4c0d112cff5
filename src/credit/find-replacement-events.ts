import { availableEvents } from "../engine/available-events.js";
import { readSafely } from "../kernel/check.js";
import { readReplacementCase, readReplacementFacts } from "./read-replacement-case.js";
import type { AvailableReplacementEvent, ReplacementCase, ReplacementFacts } from "./replacement-case.js";
import { replacementLifecycle } from "./replacement-lifecycle.js";

/**
 * Finds what can be done with a replacement case as it stands.
 *
 * @param state - Where the case stands.
 * @param facts - What the host knows.
 * @returns Every event, and whether it would pass; `unknown` where it must bring something.
 * @throws LibraryFault `kernel.*` with the place.
 *
 * @source S19-138.
 *
 * @example Nothing can be handed over before a plan
 * ```ts
 * import { findReplacementEvents, startReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const opened = startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" }, policy);
 * if (!opened.ok) throw new Error("the trouble is too small");
 * findReplacementEvents(opened.value.outcome, {}).filter(({ status }) => status === "refused").map(({ event }) => event);
 * // => ["candidateEvaluated", "decided", "handOverPlanned", "handedOver", "successorLost"]
 * ```
 *
 * @since 0.1.0
 */
export function findReplacementEvents(state: ReplacementCase, facts: ReplacementFacts): readonly AvailableReplacementEvent[] {
  return readSafely({ state, facts }, () =>
    availableEvents(replacementLifecycle, readReplacementCase(state, "state"), readReplacementFacts(facts, "facts")),
  );
}
