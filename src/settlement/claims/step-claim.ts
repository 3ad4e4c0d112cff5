import { stepState } from "../../engine/step-state.js";
import { readSafely } from "../../kernel/check.js";
import type { Result } from "../../kernel/result.js";
import type { ClaimEvent, ClaimLife, ClaimLifeFacts, ClaimRefusal, ClaimStep } from "./claim-life.js";
import { claimLifecycle } from "./claim-lifecycle.js";
import { readClaimEvent, readClaimFacts, readClaimLife } from "./read-claim-life.js";

/**
 * Offers one event to a claim and tells what follows. Nothing is changed and nothing is run.
 *
 * @remarks
 * The life: draft → submitted → validating → approved, partly approved or rejected → settled → closed; a rejected claim can be handed in again
 * or disputed, a partly approved one disputed. While it is validated, information may be asked for; what is not given in time is decided on without it. All is granted only where the validation found nothing; a part needs a ground. What is settled is
 * never changed, only reversed by another entry. A claim that a fund pays moves the ledger of the fund after every step (`buildFundEntries`).
 * Time enters only as `dayPassed`: drafts lapse, and a late decision or payment is reminded of.
 *
 * @param state - Where the claim stands.
 * @param event - What happened.
 * @param facts - What the host knows. What is absent or null leaves the conditions that need it unknown, and then nothing moves.
 * @returns The next state with its effects; or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @example A draft is handed in on the last day, not a day later
 * ```ts
 * import { startClaim, stepClaim } from "qudao/settlement";
 *
 * const draft = startClaim({
 *   claim: {
 *     id: "C-1", kind: "stock_rotation", memberId: "D1", agreementId: "A-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: { amount: "80", currency: "CNY" }, lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 *   submitBy: "2024-06-30",
 * });
 * const handIn = (asOf: string) => stepClaim(draft, { type: "submitted", asOf, by: "D1" }, { decisionDays: 10 });
 * const step = handIn("2024-06-30");
 * step.ok && [step.value.next.at, step.value.next.data.overdueOn]; // => ["submitted", "2024-07-11"]
 * handIn("2024-07-01").ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function stepClaim(state: ClaimLife, event: ClaimEvent, facts: ClaimLifeFacts): Result<ClaimStep, ClaimRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(claimLifecycle, readClaimLife(state, "state"), readClaimEvent(event, "event"), readClaimFacts(facts, "facts")),
  );
}
