import { describe, expect, test } from "vitest";
import { cameOut, changeFor, cny, decideAgent, decideDistributor, findingOn } from "../../support/admission.js";

const rule = "admission.sales_capacity_sufficient";
const perYear = (amount: string) => ({ amount: cny(amount), per: "year", basis: "achieved" }) as const;

describe("sales capacity", () => {
  test.each([
    ["9999999.99", "unmet, rejected"],
    ["10000000", "met, admitted"],
    ["10000000.01", "met, admitted"],
  ])("S19-78: of an agent, %s in a year: %s", (amount, want) => {
    expect(cameOut(decideAgent({ salesCapacity: perYear(amount) }), rule)).toBe(want);
  });

  test.each([
    ["1999999.99", "unmet, rejected"],
    ["2000000", "met, admitted"],
    ["2000000.01", "met, admitted"],
  ])("S19-102: of a distributor, %s: %s, and the finding says over which period and on which basis", (amount, want) => {
    const decision = decideDistributor({ salesCapacity: perYear(amount) });
    expect(cameOut(decision, rule)).toBe(want);
    expect(findingOn(decision, rule).params).toMatchObject({ per: "year", basis: "achieved", required: cny("2000000") });
  });

  test("S19-78: a capacity over another period or on another basis is not compared", () => {
    for (const salesCapacity of [
      { ...perYear("90000000"), per: "quarter" as const },
      { ...perYear("90000000"), basis: "committed" as const },
    ]) {
      const decision = decideAgent({ salesCapacity });
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
      expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { code: "admission.basis_differs" } });
    }
  });

  test("S19-102: the period is the policy's: it may be a quarter", () => {
    const minSalesCapacity = { amount: cny("500000"), per: "quarter", basis: "assessed" } as const;
    const salesCapacity = { amount: cny("500000"), per: "quarter", basis: "assessed" } as const;
    expect(cameOut(decideDistributor({ salesCapacity }, { minSalesCapacity }), rule)).toBe("met, admitted");
  });

  test("missing, or without a threshold: unknown", () => {
    expect(changeFor(decideAgent({ salesCapacity: null }), rule).change.params["facts"]).toStrictEqual(["salesCapacity"]);
    expect(cameOut(decideAgent({}, { minSalesCapacity: null }), rule)).toBe("unknown, information_requested");
  });
});
