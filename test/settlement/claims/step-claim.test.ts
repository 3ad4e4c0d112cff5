import { type ClaimEvent, type ClaimLife, type ClaimLifeFacts, findClaimDuplicates, stepClaim } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  approvedClaim,
  bookedAs,
  checking,
  claimAfter,
  claimDay,
  claimOf,
  claimTerms,
  dealer,
  draftClaim,
  granted,
  grounded,
  handedIn,
  maker,
  paidBy,
  paidClaim,
  partlyApproved,
  payableClaim,
  rejectedClaim,
  validating,
} from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { expectWords } from "../../support/says.js";

/** The state after it and its effects, or the guards that failed. */
function step(state: ClaimLife, event: ClaimEvent, facts: ClaimLifeFacts = claimTerms) {
  const answer = stepClaim(state, event, facts);
  if (!answer.ok) return answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
  expectWords(answer.value.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return [answer.value.next.at, ...answer.value.effects.map(({ effect }) => effect)];
}

describe("stepClaim()", () => {
  test("a draft is handed in until its last day, and lapses on the day after", () => {
    expect(step(draftClaim, handedIn("2024-06-30"))).toStrictEqual(["submitted", "validate_claim"]);
    expect(step(draftClaim, handedIn("2024-07-01"))).toStrictEqual(["not_lapsed unmet"]);
    expect(step(draftClaim, claimDay("2024-06-30"))).not.toContain("lapsed");
    expect(step(draftClaim, claimDay("2024-07-01"))).toStrictEqual(["lapsed", "tell_member", "release_reservation"]);
  });

  test("complaint 40: all is granted only where the validation found nothing, and unknown is no pass", () => {
    expect(step(validating, granted("80"))).toStrictEqual(["approved", "tell_member", "post_entry"]);
    expect(step(validating, granted("80"), { validation: "invalid" })).toContain("validated unmet");
    expect(step(validating, granted("80"), { validation: "undetermined" })).toContain("validated unknown");
    expect(step(validating, granted("80"), {})).toContain("validated unknown");
  });

  test.each([
    ["79.99", "partly_approved"],
    ["80", "approved"],
    ["80.01", "refused"],
    ["0", "refused"],
  ])("of 80 %s are granted: %s", (amount, want) => {
    const answer = stepClaim(validating, granted(amount, "one unit is not proven"), claimTerms);
    expect(answer.ok ? answer.value.next.at : "refused").toBe(want);
  });

  test("a part needs a ground", () => {
    expect(step(validating, granted("60"))).toContain("part_granted unmet");
    expect(partlyApproved.data).toMatchObject({ approved: "60", ground: "ten units are not proven" });
  });

  test("what is missing is asked for, and validation goes on when it is given, or without it after its last day", () => {
    expect(step(validating, grounded("informationRequested", "2024-06-04"))).toStrictEqual(["info_requested", "tell_member"]);
    const asked = claimAfter([grounded("informationRequested", "2024-06-04")], validating);
    expect(asked.data).toMatchObject({ ground: "because", lapsesOn: "2024-06-12", overdueOn: null });
    const given = (asOf: string): ClaimEvent => ({ type: "informationGiven", asOf, ...dealer });
    expect(step(asked, given("2024-06-11"))).toStrictEqual(["validating", "validate_claim"]);
    expect(step(asked, given("2024-06-12"))).toStrictEqual(["not_lapsed unmet"]);
    expect(step(asked, claimDay("2024-06-11"))).toStrictEqual(["due unmet"]);
    expect(step(asked, claimDay("2024-06-12"))).toStrictEqual(["validating", "validate_claim", "tell_member"]);
    expect(claimAfter([given("2024-06-11")], asked).data).toMatchObject({ ground: null, lapsesOn: null, overdueOn: "2024-06-22" });
    expect(step(asked, grounded("withdrawn", "2024-06-05"))).toStrictEqual(["withdrawn", "release_reservation"]);
    expect(step(asked, granted("80", undefined, "2024-06-05"))).not.toContain("approved");
  });

  test("a rejected claim is handed in again, within its days", () => {
    expect(rejectedClaim.data).toMatchObject({ approved: "0", lapsesOn: "2024-06-18" });
    const again = (asOf: string): ClaimEvent => ({ type: "resubmitted", asOf, ...dealer, amount: "70" });
    expect(step(rejectedClaim, again("2024-06-17"))).toStrictEqual(["submitted", "validate_claim"]);
    expect(step(rejectedClaim, again("2024-06-18"))).toStrictEqual(["not_lapsed unmet"]);
    expect(claimAfter([again("2024-06-17")], rejectedClaim).data).toMatchObject({ claimed: "70", submissions: 2, approved: null });
    expect(step(rejectedClaim, claimDay("2024-06-18"))).toStrictEqual(["closed"]);
  });

  test("a dispute holds the entry; upheld it is validated again, dismissed the decision stands", () => {
    expect(step(partlyApproved, grounded("disputed"))).toStrictEqual(["disputed", "hold_entry"]);
    const disputed = claimAfter([grounded("disputed")], partlyApproved);
    expect(step(disputed, { type: "disputeUpheld", asOf: "2024-06-10", ...maker })).toStrictEqual(["validating", "tell_member"]);
    expect(step(disputed, grounded("disputeDismissed"))).toStrictEqual(["partly_approved", "tell_member", "post_entry"]);
    expect(step(claimAfter([grounded("disputed")], rejectedClaim), grounded("disputeDismissed"))).toStrictEqual(["closed", "tell_member"]);
  });

  test("the entry is exactly what was granted", () => {
    expect(step(approvedClaim, bookedAs("80.01"))).toStrictEqual(["booked_as_granted unmet"]);
    expect(step(approvedClaim, bookedAs("79.99"))).toStrictEqual(["booked_as_granted unmet"]);
    expect(step(approvedClaim, bookedAs("80.00"))).toStrictEqual(["payable", "pay_claim"]);
  });

  test("table 4.9: what is booked is payable, and paid with the reference of the payment, never without", () => {
    expect(payableClaim.data).toMatchObject({ entryId: "E-1", paymentId: null, overdueOn: "2024-07-04" });
    expect(step(payableClaim, paidBy("P-1"))).toStrictEqual(["paid", "tell_member"]);
    expect(paidClaim.data).toMatchObject({ entryId: "E-1", paymentId: "P-1", overdueOn: null });
    for (const life of [approvedClaim, partlyApproved, validating]) expect(stepClaim(life, paidBy("P-1"), claimTerms).ok).toBe(false);
    const { paymentId: _, ...bare } = paidBy("P-1") as ClaimEvent & { paymentId: string };
    expect(faultAt(() => step(payableClaim, bare as ClaimEvent))).toBe("kernel.not_text at event.paymentId");
    expect(faultAt(() => step({ ...payableClaim, at: "paid" }, grounded("reversed")))).toBe("kernel.not_text at state.data.paymentId");
  });

  test.each([
    ["79.99", "refused"],
    ["80", "approved"],
    ["80.01", "approved"],
  ])("table 4.9: an allocation that can bear %s: all of 80 is %s", (allocationLeft, want) => {
    for (const kind of ["market_development_fund", "profit_share"] as const) {
      const asked = { ...validating, data: { ...validating.data, kind } };
      const answer = stepClaim(asked, granted("80"), { ...claimTerms, allocationLeft });
      expect(answer.ok ? answer.value.next.at : "refused").toBe(want);
    }
  });

  test("table 4.9: of what a fund pays nothing is granted, not even a part, while nobody knows what is left", () => {
    const of = (kind: ClaimLife["data"]["kind"]) => ({ ...validating, data: { ...validating.data, kind } });
    for (const event of [granted("80"), granted("60", "why")]) {
      for (const kind of ["co_op", "market_development_fund"] as const)
        expect(step(of(kind), event, { validation: "valid" })).toContain("within_allocation unknown");
      expect(stepClaim(of("stock_rotation"), event, { validation: "valid" }).ok).toBe(true);
    }
    expect(step(of("co_op"), granted("60", "why"), { ...claimTerms, allocationLeft: "59.99" })).toContain("within_allocation unmet");
  });

  test("table 4.9: the member hands in, answers and withdraws, the manufacturer decides, books, pays and reverses; the other side is refused", () => {
    const asked = claimAfter([grounded("informationRequested", "2024-06-04")], validating);
    const submitted = claimAfter([handedIn()]);
    const given: ClaimEvent = { type: "informationGiven", asOf: "2024-06-05", ...dealer };
    const moves: readonly (readonly [ClaimLife, ClaimEvent, string])[] = [
      [draftClaim, handedIn(), "by_the_claimant"],
      [asked, given, "by_the_claimant"],
      [submitted, grounded("withdrawn"), "by_the_claimant"],
      [rejectedClaim, { type: "resubmitted", asOf: "2024-06-10", ...dealer, amount: "70" }, "by_the_claimant"],
      [rejectedClaim, grounded("disputed"), "by_the_member"],
      [submitted, checking(), "by_the_manufacturer"],
      [validating, grounded("informationRequested"), "by_the_manufacturer"],
      [validating, granted("80"), "by_the_manufacturer"],
      [validating, grounded("rejected"), "by_the_manufacturer"],
      [approvedClaim, bookedAs("80"), "by_the_manufacturer"],
      [payableClaim, paidBy("P-1"), "by_the_manufacturer"],
      [paidClaim, grounded("reversed", "2024-07-01"), "by_the_manufacturer"],
    ];
    for (const [life, event, guard] of moves) {
      expect(stepClaim(life, event, claimTerms).ok).toBe(true);
      const { side } = event as { side: "member" | "manufacturer" };
      expect(step(life, { ...event, side: side === "member" ? "manufacturer" : "member" } as ClaimEvent)).toContain(`${guard} unmet`);
      // of a violation the manufacturer claims
      if (guard !== "by_the_claimant") continue;
      const violation: ClaimLife = { ...life, data: { ...life.data, kind: "violation" } };
      expect(step(violation, event)).toContain("by_the_claimant unmet");
      expect(stepClaim(violation, { ...event, side: "manufacturer" } as ClaimEvent, claimTerms).ok).toBe(true);
    }
    expect(faultAt(() => step(draftClaim, { ...handedIn(), side: "both" } as never))).toBe("kernel.not_a_choice at event.side");
  });

  test("table 4.9: what happened once does not happen again, and a claim with the key of another is told", () => {
    const twice: readonly (readonly [ClaimLife, ClaimEvent])[] = [
      [claimAfter([handedIn()]), handedIn("2024-06-05")],
      [validating, checking("2024-06-05")],
      [approvedClaim, granted("80", undefined, "2024-06-05")],
      [payableClaim, bookedAs("80", "2024-06-25")],
      [paidClaim, paidBy("P-2", "2024-06-25")],
    ];
    for (const [life, event] of twice) expect(stepClaim(life, event, claimTerms).ok).toBe(false);
    const again = claimOf({ id: "C-2", reference: "another title" });
    expect(findClaimDuplicates([claimOf(), again], ["kind", "memberId", "lineId"])).toHaveLength(1);
    expect(findClaimDuplicates([claimOf(), { ...again, memberId: "D2" }], ["kind", "memberId", "lineId"])).toHaveLength(0);
  });

  test("complaint 28: what is booked or paid is never withdrawn or decided anew, only reversed", () => {
    const events = [grounded("withdrawn"), grounded("rejected"), grounded("disputed"), granted("60", "why"), bookedAs("80")];
    for (const life of [payableClaim, paidClaim]) {
      for (const event of events) expect(stepClaim(life, { ...event, asOf: "2024-07-01" } as ClaimEvent, claimTerms).ok).toBe(false);
      expect(step(life, grounded("reversed", "2024-07-01"))).toStrictEqual(["reversed", "post_reversal", "tell_member"]);
    }
    for (const life of [approvedClaim, validating]) expect(stepClaim(life, grounded("reversed", "2024-07-01"), claimTerms).ok).toBe(false);
  });

  test("complaint 42: a late decision and a late payment are reminded of, once", () => {
    const submitted = claimAfter([handedIn()]);
    expect(submitted.data.overdueOn).toBe("2024-06-12");
    expect(step(submitted, claimDay("2024-06-11"))).not.toContain("remind_decision");
    expect(step(submitted, claimDay("2024-06-12"))).toStrictEqual(["submitted", "remind_decision"]);
    expect(claimAfter([claimDay("2024-06-12")], submitted).data.overdueOn).toBe(null);
    expect(approvedClaim.data.overdueOn).toBe("2024-07-04");
    expect(step(approvedClaim, claimDay("2024-07-04"))).toStrictEqual(["approved", "remind_payment"]);
    expect(step(payableClaim, claimDay("2024-07-04"))).toStrictEqual(["payable", "remind_payment"]);
  });

  test("no event comes before the last one", () => {
    expect(step(validating, granted("80", undefined, "2024-06-01"))).toContain("in_order unmet");
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => stepClaim({ ...draftClaim, at: "lost" as "draft" }, handedIn(), {}))).toBe("kernel.not_a_choice at state.at");
    expect(faultAt(() => stepClaim(draftClaim, { type: "rejected", asOf: "2024-06-01", ...maker } as ClaimEvent, {}))).toBe(
      "kernel.not_text at event.ground",
    );
    expect(faultAt(() => stepClaim(draftClaim, handedIn(), { allocationLeft: "-1" }))).toBe("kernel.below_zero at facts.allocationLeft");
    expect(faultAt(() => stepClaim(draftClaim, handedIn(), { decisionDays: -1 }))).toBe("kernel.not_a_count at facts.decisionDays");
    const lost = { ...approvedClaim, data: { ...approvedClaim.data, approved: null } };
    expect(faultAt(() => stepClaim(lost, checking(), {}))).toMatch(/ at state\.data\.approved$/);
  });
});
