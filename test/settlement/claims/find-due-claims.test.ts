import { findDueClaims } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { approvedClaim, claimAfter, claimTerms, draftClaim, handedIn, paidClaim } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";

describe("findDueClaims()", () => {
  const claims = [draftClaim, claimAfter([handedIn()]), approvedClaim, paidClaim].map(({ at, data }, i) => ({
    state: { at, data: { ...data, claimId: `C-${i}` } },
    facts: claimTerms,
  }));
  const due = (from: string, asOf: string) =>
    findDueClaims({ claims, from, asOf }).map(({ steps }) =>
      steps.map(({ asOf: day, step }) => [day, step.next.at, ...step.effects.map(({ effect }) => effect)]),
    );

  test("complaint 42: late decisions and payments, and drafts that lapse, each on its day", () => {
    expect(due("2024-06-01", "2024-07-31")).toStrictEqual([
      [["2024-07-01", "lapsed", "tell_member", "release_reservation"]],
      [["2024-06-12", "submitted", "remind_decision"]],
      [["2024-07-04", "approved", "remind_payment"]],
    ]);
    expect(due("2024-06-01", "2024-06-11")).toStrictEqual([]);
  });

  test("a claim that comes twice is refused, and not reminded of twice", () => {
    const twice = [claims[0], claims[0]] as typeof claims;
    expect(faultAt(() => findDueClaims({ claims: twice, from: "2024-06-01", asOf: "2024-07-31" }))).toBe(
      "kernel.named_twice at facts.claims[1].state.data.claimId",
    );
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => findDueClaims({ claims, from: "x", asOf: "2024-06-01" }))).toBe("kernel.not_a_date at facts.from");
    expect(faultAt(() => findDueClaims({ claims: [{ state: null as never, facts: {} }], from: "2024-06-01", asOf: "2024-06-01" }))).toBe(
      "kernel.not_a_record at facts.claims[0].state",
    );
  });
});
