import { describe, expect, test } from "vitest";
import { cameOut, changeFor, cny, decideAgent, findingOn } from "../../support/admission.js";

const rule = "admission.cash_flow_sufficient";
const perYear = (amount: string) => ({ amount: cny(amount), per: "year", basis: "net_operating" }) as const;

describe("cash flow", () => {
  test.each([
    ["-0.01", "unmet, rejected", "cash flowed out"],
    ["999999.99", "unmet, rejected", "one fen below"],
    ["1000000", "met, admitted", "on the threshold"],
    ["1000000.01", "met, admitted", "one fen above"],
  ])("S19-81: %s in a year: %s (%s)", (amount, want) => {
    expect(cameOut(decideAgent({ cashFlow: perYear(amount) }), rule)).toBe(want);
  });

  test("S19-81: the finding shows period and basis, and what an outflow lacks", () => {
    expect(findingOn(decideAgent({ cashFlow: perYear("-50000") }), rule).params).toStrictEqual({
      actual: cny("-50000"),
      required: cny("1000000"),
      short: cny("1050000"),
      per: "year",
      basis: "net_operating",
    });
  });

  test("of another period or meaning it is not compared; missing or without threshold it is unknown", () => {
    for (const decision of [
      decideAgent({ cashFlow: { ...perYear("9000000"), per: "month" } }),
      decideAgent({ cashFlow: { ...perYear("9000000"), basis: "free" } }),
      decideAgent({ cashFlow: undefined }),
    ]) {
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
      expect(changeFor(decision, rule).from).toBe("applicant");
    }
    expect(changeFor(decideAgent({}, { minCashFlow: null }), rule).from).toBe("manufacturer");
  });
});
