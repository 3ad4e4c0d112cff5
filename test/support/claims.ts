import { type ChannelClaim, type ClaimEvent, type ClaimLife, type ClaimLifeFacts, startClaim, stepClaim } from "qudao/settlement";
import { frozen } from "./frozen.js";

export const cny = (amount: string) => ({ amount, currency: "CNY" });

export const claimOf = (changes: Partial<ChannelClaim> = {}): ChannelClaim => ({
  id: "C-1",
  kind: "ship_and_debit",
  memberId: "D1",
  agreementId: "SPA-7",
  eventDate: "2024-05-06",
  submittedOn: "2024-05-20",
  amount: cny("80"),
  lines: [{ id: "resale-1", productId: "P", quantity: "10", amount: "80" }],
  evidence: [{ id: "E1", kind: "resale_proof" }],
  ...changes,
});

export const draftClaim = startClaim({ claim: claimOf(), asOf: "2024-05-20", submitBy: "2024-06-30" });
export const claimTerms: ClaimLifeFacts = {
  validation: "valid",
  allocationLeft: "1000",
  decisionDays: 10,
  paymentDays: 30,
  resubmissionDays: 14,
  informationDays: 7,
};

/** The manufacturer's clerk, and the member's. */
export const maker = { by: "Li", side: "manufacturer" } as const;
export const dealer = { by: "Chen", side: "member" } as const;
export const claimDay = (asOf: string): ClaimEvent => ({ type: "dayPassed", asOf });
export const handedIn = (asOf = "2024-06-01"): ClaimEvent => ({ type: "submitted", asOf, ...dealer });
export const checking = (asOf = "2024-06-02"): ClaimEvent => ({ type: "validationBegan", asOf, ...maker });
export const granted = (amount: string, ground?: string, asOf = "2024-06-03"): ClaimEvent => ({
  type: "approved",
  asOf,
  ...maker,
  amount,
  ...(ground !== undefined && { ground }),
});
export const grounded = (
  type: "rejected" | "informationRequested" | "disputed" | "disputeDismissed" | "reversed" | "withdrawn",
  asOf = "2024-06-03",
): ClaimEvent => ({
  type,
  asOf,
  ...(type === "withdrawn" || type === "disputed" ? dealer : maker),
  ground: "because",
});
export const bookedAs = (amount: string, asOf = "2024-06-20"): ClaimEvent => ({ type: "booked", asOf, ...maker, entryId: "E-1", amount });
export const paidBy = (paymentId: string, asOf = "2024-06-20"): ClaimEvent => ({ type: "paid", asOf, ...maker, paymentId });

/** Where the events lead; a refused one fails the test. */
export function claimAfter(events: readonly ClaimEvent[], from: ClaimLife = draftClaim, facts = claimTerms): ClaimLife {
  return events.reduce((state, event) => {
    const step = stepClaim(frozen(state), frozen(event), frozen(facts));
    if (!step.ok) throw new Error(`${event.type}: ${JSON.stringify(step.problem.failed)}`);
    return step.value.next;
  }, from);
}

export const validating = claimAfter([handedIn(), checking()]);
export const approvedClaim = claimAfter([granted("80")], validating);
export const partlyApproved = claimAfter([granted("60", "ten units are not proven")], validating);
export const rejectedClaim = claimAfter([grounded("rejected")], validating);
export const payableClaim = claimAfter([bookedAs("80")], approvedClaim);
export const paidClaim = claimAfter([paidBy("P-1")], payableClaim);
