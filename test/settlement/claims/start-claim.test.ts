import { startClaim } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { claimOf, draftClaim } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";

describe("startClaim()", () => {
  test("a draft carries what is asked, and nothing that was decided", () => {
    expect(draftClaim).toStrictEqual({
      at: "draft",
      data: {
        claimId: "C-1",
        kind: "ship_and_debit",
        memberId: "D1",
        currency: "CNY",
        claimed: "80",
        approved: null,
        entryId: null,
        paymentId: null,
        submissions: 0,
        ground: null,
        since: "2024-05-20",
        overdueOn: null,
        lapsesOn: "2024-07-01",
      },
    });
  });

  test("without a last day it does not lapse", () => {
    expect(startClaim({ claim: claimOf(), asOf: "2024-05-20" }).data.lapsesOn).toBe(null);
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => startClaim({ claim: claimOf(), asOf: "May" }))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => startClaim({ claim: claimOf({ lines: [{ id: "1", amount: "79" }] }), asOf: "2024-05-20" }))).toBe(
      "kernel.outside_bounds at facts.claim.amount.amount",
    );
  });
});
