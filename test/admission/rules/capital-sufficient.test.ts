import { describe, expect, test } from "vitest";
import { cameOut, changeFor, cny, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.capital_sufficient";

describe("registered capital", () => {
  // The bound is inclusive: 不得低于, 不少于.
  test.each([
    ["1999999.99", "unmet, rejected", "one fen below"],
    ["2000000.00", "met, admitted", "on the threshold"],
    ["2000000.01", "met, admitted", "one fen above"],
  ])("S19-73: an agent with %s is %s (%s)", (amount, want) => {
    expect(cameOut(decideAgent({ registeredCapital: cny(amount) }), rule)).toBe(want);
  });

  test.each([
    ["499999.99", "unmet, rejected"],
    ["500000", "met, admitted"],
    ["500000.01", "met, admitted"],
  ])("S19-92: a distributor with %s is %s", (amount, want) => {
    expect(cameOut(decideDistributor({ registeredCapital: cny(amount) }), rule)).toBe(want);
  });

  test("says what is missing to the threshold, to the fen", () => {
    const decision = decideAgent({ registeredCapital: cny("1800000.5") });
    expect(findingOn(decision, rule).params).toStrictEqual({
      actual: cny("1800000.5"),
      required: cny("2000000"),
      short: cny("199999.5"),
    });
    expect(changeFor(decision, rule)).toStrictEqual({
      rule,
      status: "unmet",
      from: "applicant",
      change: { code: "admission.change_more", params: { fact: "registeredCapital", short: cny("199999.5"), required: cny("2000000") } },
      waivable: false,
    });
  });

  test("S19-73: a threshold that is not agreed is unknown, never a pass, however much there is", () => {
    const decision = decideAgent({ registeredCapital: cny("999999999") }, { minRegisteredCapital: null });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { code: "engine.threshold_unset" } });
  });

  test.each([undefined, null])("a capital that is %s is asked for", (registeredCapital) => {
    const decision = decideAgent({ registeredCapital });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(findingOn(decision, rule).missing).toStrictEqual(["registeredCapital"]);
    expect(changeFor(decision, rule)).toMatchObject({
      from: "applicant",
      change: { code: "admission.fact_missing", params: { facts: ["registeredCapital"] } },
    });
  });

  test("an amount in another currency is neither enough nor too little", () => {
    const decision = decideAgent({ registeredCapital: { amount: "9000000", currency: "USD" } });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "manufacturer", change: { code: "admission.currency_differs" } });
  });
});
