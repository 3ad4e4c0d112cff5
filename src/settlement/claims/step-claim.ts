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
 * The life: draft → submitted → validating ⇄ information requested → approved, partly approved or rejected → payable → paid. A draft lapses on
 * the day after its last one. A claim can be withdrawn until it is decided. What is granted is at most what was asked and what the allocation
 * can bear; all of it only where the validation found nothing; a part, and a rejection, need a ground. It is payable once its entry is in the
 * account, and paid with the reference of the payment. What is booked is never changed, only reversed by another entry, with a ground.
 *
 * Beside this, a rejected claim can be handed in again, disputed or closed, and a partly approved one disputed; what was asked for and not given
 * in time is decided on without it. The side that claims hands in, answers and withdraws: the member, or of a violation the manufacturer; the
 * manufacturer validates, decides, books, pays and reverses. The other side is refused. A claim that a fund pays moves the ledger of the fund
 * after every step (`buildFundEntries`). Time enters only as `dayPassed`: drafts lapse, and a late decision or payment is reminded of.
 *
 * @param state - Where the claim stands.
 * @param event - What happened.
 * @param facts - What the host knows. What is absent or null leaves the conditions that need it unknown, and then nothing moves.
 * @returns The next state with its effects; or the refusal with every condition that failed and the events that have an arrow instead.
 * @throws LibraryFault `kernel.*` with the place in `state`, `event` or `facts` that cannot be read.
 *
 * @source Practice of claims.
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
 * const handIn = (asOf: string) => stepClaim(draft, { type: "submitted", asOf, by: "Chen", side: "member" }, { decisionDays: 10 });
 * const step = handIn("2024-06-30");
 * step.ok && [step.value.next.at, step.value.next.data.overdueOn]; // => ["submitted", "2024-07-11"]
 * handIn("2024-07-01").ok; // => false
 * const other = stepClaim(draft, { type: "submitted", asOf: "2024-06-30", by: "Wang", side: "manufacturer" }, {});
 * other.ok ? [] : other.problem.failed.map(({ params }) => params.guard); // => ["by_the_claimant"]
 * ```
 *
 * @since 0.1.0
 */
export function stepClaim(state: ClaimLife, event: ClaimEvent, facts: ClaimLifeFacts): Result<ClaimStep, ClaimRefusal> {
  return readSafely({ state, event, facts }, () =>
    stepState(claimLifecycle, readClaimLife(state, "state"), readClaimEvent(event, "event"), readClaimFacts(facts, "facts")),
  );
}
