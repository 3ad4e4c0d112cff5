import { availableClaimEvents } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { paidClaim, payableClaim, validating } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";

describe("availableClaimEvents()", () => {
  const open = (state: typeof validating, facts = {}) =>
    availableClaimEvents(state, facts)
      .filter(({ status }) => status !== "refused")
      .map(({ event }) => event);

  test("in validation it can be decided or withdrawn, or information asked for", () => {
    expect(open(validating)).toStrictEqual(["dayPassed", "informationRequested", "approved", "rejected", "withdrawn"]);
  });

  test("a payable claim can be paid or reversed, a paid one reversed, and nothing else", () => {
    expect(open(payableClaim)).toStrictEqual(["dayPassed", "paid", "reversed"]);
    expect(open(paidClaim)).toStrictEqual(["reversed"]);
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => availableClaimEvents(validating, { validation: "fine" as "valid" }))).toBe(
      "kernel.not_a_choice at facts.validation",
    );
  });
});
