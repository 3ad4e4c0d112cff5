import { describe, expect, test } from "vitest";
import { cameOut, changeFor, cny, decideAgent, findingOn } from "../../support/admission.js";

const rule = "admission.turnover_sufficient";
const capital = (sales: string, opening: string, closing: string) =>
  ({ sales: cny(sales), opening: cny(opening), closing: cny(closing), per: "year" }) as const;

describe("turnover of working capital", () => {
  // sales ÷ average capital, the average of 200 and 400 being 300
  test.each([
    ["1199.99", "unmet, rejected", "3.9999"],
    ["1200", "met, admitted", "4"],
    ["1200.01", "met, admitted", "4"],
  ])("S19-82: sales of %s on 300: %s, shown as %s", (sales, want, shown) => {
    const decision = decideAgent({ workingCapital: capital(sales, "200", "400") });
    expect(cameOut(decision, rule)).toBe(want);
    expect(findingOn(decision, rule).params["actual"]).toBe(shown);
  });

  test.each([
    ["0", "0"],
    ["100", "-100"],
    ["-300", "100"],
  ])("S19-82: with capital of %s and %s it has no meaning: unknown", (opening, closing) => {
    const decision = decideAgent({ workingCapital: capital("1200", opening, closing) });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { code: "admission.capital_not_positive" } });
  });

  // 4 times beats or reaches 2 of the 4 peers: half of them.
  test.each([
    ["0.49", "met, admitted"],
    ["0.5", "met, admitted"],
    ["0.51", "unmet, rejected"],
  ])("S19-82: compared with peers, a share of %s of them: %s", (reachesShare, want) => {
    const minCapitalTurnover = { reachesShare, peers: ["3", "4", "4.01", "9"], per: "year" as const };
    const decision = decideAgent({ workingCapital: capital("1200", "200", "400") }, { minCapitalTurnover });
    expect(cameOut(decision, rule)).toBe(want);
    expect(findingOn(decision, rule).params["reached"]).toBe(2);
  });

  test("a third is compared exactly, not as it is shown", () => {
    const workingCapital = capital("1000", "300", "300");
    expect(cameOut(decideAgent({ workingCapital }, { minCapitalTurnover: { least: "3.3333", per: "year" } }), rule)).toBe("met, admitted");
    expect(cameOut(decideAgent({ workingCapital }, { minCapitalTurnover: { least: "3.33334", per: "year" } }), rule)).toBe(
      "unmet, rejected",
    );
  });

  test("times per quarter are not compared with times per year", () => {
    const decision = decideAgent({ workingCapital: { ...capital("9000", "200", "400"), per: "quarter" } });
    expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    expect(changeFor(decision, rule)).toMatchObject({ from: "applicant", change: { code: "admission.period_differs" } });
  });

  test("missing, in two currencies, or without a threshold: unknown", () => {
    const mixed = { ...capital("1200", "200", "400"), closing: { amount: "400", currency: "USD" } };
    for (const decision of [
      decideAgent({ workingCapital: null }),
      decideAgent({ workingCapital: mixed }),
      decideAgent({}, { minCapitalTurnover: null }),
    ]) {
      expect(cameOut(decision, rule)).toBe("unknown, information_requested");
    }
  });
});
