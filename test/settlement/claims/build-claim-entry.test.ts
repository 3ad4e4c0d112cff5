import { buildClaimEntry, type ClaimLife } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  approvedClaim,
  claimAfter,
  cny,
  draftClaim,
  grounded,
  paidClaim,
  partlyApproved,
  payableClaim,
  rejectedClaim,
} from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { say } from "../../support/says.js";

const build = (life: ClaimLife, more = {}) => buildClaimEntry(frozen({ life, entryId: "E-2", date: "2024-06-20", ...more }));
const against = (life: ClaimLife): ClaimLife => ({ ...life, data: { ...life.data, kind: "violation" } });

describe("buildClaimEntry()", () => {
  test("what is granted is owed to the member", () => {
    expect(build(approvedClaim, { dueDate: "2024-07-20", sourceIds: ["doc"] })).toStrictEqual({
      ok: true,
      value: {
        id: "E-2",
        memberId: "D1",
        kind: "claim",
        date: "2024-06-20",
        amount: cny("80"),
        claimId: "C-1",
        dueDate: "2024-07-20",
        sourceIds: ["doc"],
      },
    });
    expect(build(partlyApproved)).toMatchObject({ value: { amount: cny("60") } });
  });

  test("a violation is owed by the member", () => {
    expect(build(against(approvedClaim))).toMatchObject({ value: { kind: "claim", amount: cny("-80") } });
  });

  test("complaint 28: a claim that is payable or paid has no second entry; it is reversed by another one that refers to it", () => {
    for (const booked of [payableClaim, paidClaim]) {
      expect(build(booked)).toMatchObject({ problem: { code: "settlement.claim_booked_before", params: { entry: "E-1" } } });
      expect(build(claimAfter([grounded("reversed", "2024-06-21")], booked))).toMatchObject({ value: { refersTo: "E-1" } });
    }
    const reversed = claimAfter([grounded("reversed", "2024-06-21")], paidClaim);
    expect(build(reversed)).toMatchObject({ value: { kind: "reversal", amount: cny("-80"), refersTo: "E-1" } });
    expect(build(against(reversed))).toMatchObject({ value: { kind: "reversal", amount: cny("80") } });
    expect(faultAt(() => build(reversed, { entryId: "E-1" }))).toBe("kernel.named_twice at facts.entryId");
  });

  test.each([draftClaim, rejectedClaim, claimAfter([grounded("disputed")], partlyApproved)])(
    "nothing is granted: no entry (%#)",
    (life) => {
      const answer = build(life);
      expect(answer).toMatchObject({ ok: false, problem: { code: "settlement.claim_not_granted", params: { state: life.at } } });
      if (!answer.ok) expect(say(answer.problem, "zh")).toMatch(/^无法登记索赔 C-1/);
    },
  );

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => build(approvedClaim, { date: "2024-6-1" }))).toBe("kernel.not_a_date at facts.date");
  });
});
