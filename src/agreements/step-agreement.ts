import { stepState } from "../engine/step-state.js";
import { readSafely } from "../kernel/check.js";
import { ok, type Result } from "../kernel/result.js";
import type { AgreementEvent, AgreementLife, AgreementLifeFacts, AgreementRefusal, AgreementStep } from "./agreement-life.js";
import { agreementLifecycle } from "./agreement-lifecycle.js";
import { readEvent, readLife, readLifeFacts, withNames } from "./read-life.js";

/**
 * Offers one event to an agreement and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The life: draft → in review → negotiation → out for signature → signed → in force → near its end → expired, renewed or terminated;
 * in force ⇄ suspended; cancelled before it is in force. Time enters only as `dayPassed`. Where an end and a beginning are due on one
 * day, the end is taken. On the first day of the term it comes into force if the dealer holds its authorization, the parties are
 * qualified and no exclusive agreement stands in the way. No event may be dated before the last one, and none but `dayPassed` on or
 * after the end: so nothing outlives its term. A trial is never renewed and never prolonged. What was approved is what is signed: a
 * change in the negotiation voids the approval, and nobody approves what they wrote. Suspended on its last day, an agreement expires,
 * also one that would go on by itself.
 *
 * @param state - Where the agreement stands.
 * @param event - What happened.
 * @param facts - What the host knows. What is absent or null leaves the conditions that need it unknown, and then nothing moves.
 * @returns The next state with its effects, each naming the agreement; or the refusal with every condition that failed, what was read,
 * and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @example Signing straight from the draft is refused
 * ```ts
 * import { startAgreement, stepAgreement } from "qudao/agreements";
 *
 * const agreement = { id: "AG1", kind: "cooperation" as const, partyIds: ["A1"], start: "2024-01-01", clauses: [] };
 * const draft = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 * const signing = { type: "signed" as const, asOf: "2023-12-02", by: "Wang", role: "channel_specialist" as const, evidenceId: "E1" };
 * const answer = stepAgreement(draft, signing, {});
 * answer.ok ? [] : answer.problem.allowed; // => ["redrafted", "submitted", "cancelled"]
 * ```
 *
 * @example A trial is over on the first day after its term, whatever else is known
 * ```ts
 * import { startAgreement, stepAgreement } from "qudao/agreements";
 *
 * const agreement = { id: "AG1", kind: "trial" as const, partyIds: ["D1"], start: "2024-01-01", end: "2024-07-01", clauses: [] };
 * const { data } = startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });
 * const on = (asOf: string) => stepAgreement({ at: "active", data }, { type: "dayPassed", asOf }, {});
 * const [before, after] = [on("2024-06-30"), on("2024-07-01")];
 * before.ok; // => false
 * after.ok && after.value.next.at; // => "expired"
 * after.ok && after.value.effects.map(({ effect }) => effect);
 * // => ["stop_new_orders", "keep_surviving_clauses", "review_compensation", "tell_member_life"]
 * ```
 *
 * @since 0.1.0
 */
export function stepAgreement(
  state: AgreementLife,
  event: AgreementEvent,
  facts: AgreementLifeFacts,
): Result<AgreementStep, AgreementRefusal> {
  return readSafely({ state, event, facts }, () => {
    const known = readLifeFacts(facts, "facts");
    const answer = stepState(agreementLifecycle, readLife(state, "state"), readEvent(event, "event"), known);
    return answer.ok ? ok(withNames(answer.value, known)) : answer;
  });
}
