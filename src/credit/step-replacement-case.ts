import { stepState } from "../engine/step-state.js";
import { readSafely } from "../kernel/check.js";
import type { Result } from "../kernel/result.js";
import { readReplacementCase, readReplacementEvent, readReplacementFacts } from "./read-replacement-case.js";
import type { ReplacementCase, ReplacementEvent, ReplacementFacts, ReplacementRefusal, ReplacementStep } from "./replacement-case.js";
import { replacementLifecycle } from "./replacement-lifecycle.js";

/**
 * Offers one event to a replacement case and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * Opened → candidates listed and evaluated → replaced by a suitable one, if the opportunity cost is within the tolerance, or kept. No
 * candidate: keep and restrict. A replacement is planned, handed over and only then done; until the hand-over the member can still settle. Where the successor is lost on the way, the case is
 * open for the others again.
 *
 * @param state - Where the case stands.
 * @param event - What happened.
 * @param facts - What the host knows.
 * @returns The next state with its effects, or the refusal with every condition that failed.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source S19-138, S19-139; G-22.
 *
 * @example Nobody could take over
 * ```ts
 * import { startReplacementCase, stepReplacementCase } from "qudao/credit";
 *
 * const policy = { days: 60, amount: "100000", combine: "any" as const, decideWithinDays: 30 };
 * const opened = startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays: 75, overdueAmount: "20000" }, policy);
 * const step = opened.ok && stepReplacementCase(opened.value.outcome, { type: "candidatesListed", asOf: "2024-05-06", candidates: [] }, {});
 * step && step.ok && [step.value.next.at, ...step.value.effects.map(({ effect }) => effect)]; // => ["kept_restricted", "restrict_supply"]
 * ```
 *
 * @since 0.1.0
 */
export function stepReplacementCase(
  state: ReplacementCase,
  event: ReplacementEvent,
  facts: ReplacementFacts,
): Result<ReplacementStep, ReplacementRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(
      replacementLifecycle,
      readReplacementCase(state, "state"),
      readReplacementEvent(event, "event"),
      readReplacementFacts(facts, "facts"),
    ),
  );
}
