import { checkExplanation } from "qudao/kernel";
import { computeRequiredProfit, exampleRequiredProfitPolicy, type RequiredPremium } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords, lines } from "../support/says.js";

const required = (risk: string, premium: RequiredPremium = { kind: "linear", slope: "0.5" }) =>
  computeRequiredProfit({ base: { amount: "1000", currency: "CNY" }, risk }, { premium, rounding: { decimals: 2, mode: "half_up" } });

describe("computeRequiredProfit()", () => {
  test("S19-155: twice the risk doubles the premium", () => {
    expect(["0", "0.2", "0.4"].map((risk) => required(risk).outcome.amount)).toStrictEqual(["1000.00", "1100.00", "1200.00"]);
    expectWords(required("0.4").explanation);
  });

  test("S19-155: the policy to start from is in proportion", () => {
    const of = (risk: string) => computeRequiredProfit({ base: { amount: "1000", currency: "CNY" }, risk }, exampleRequiredProfitPolicy);
    expect(["0", "0.2", "0.4", "1"].map((risk) => of(risk).outcome.amount)).toStrictEqual(["1000.00", "1100.00", "1200.00", "1500.00"]);
  });

  test("where a figure has no end, the working says how exact it was before its one rounding", () => {
    const said = (premium: RequiredPremium) => lines(required("0.5", premium).explanation);
    const digits = "worked out to 40 significant digits, rounded once at the end";
    expect(said({ kind: "exponential", slope: "1" })).toContain(digits);
    expect(said({ kind: "power", slope: "1", exponent: "0.5" })).toContain(digits);
    expect(said({ kind: "linear", slope: "1" })).not.toContain(digits);
  });

  test("other shapes increase too", () => {
    expect(required("0.5", { kind: "power", slope: "1", exponent: "2" }).outcome.amount).toBe("1250.00");
    expect(required("0", { kind: "power", slope: "1", exponent: "2" }).outcome.amount).toBe("1000.00");
    expect(required("1", { kind: "exponential", slope: "1" }).outcome.amount).toBe("2718.28"); // e
    expect(checkExplanation(required("1", { kind: "exponential", slope: "1" }).explanation)).toStrictEqual([]);
    const steps: RequiredPremium = {
      kind: "steps",
      steps: [
        { from: "0", premium: "0" },
        { from: "0.3", premium: "0.2" },
      ],
    };
    expect(["0.29", "0.3", "0.31"].map((risk) => required(risk, steps).outcome.amount)).toStrictEqual(["1000.00", "1200.00", "1200.00"]);
  });

  test("a premium that falls is refused", () => {
    const falls: RequiredPremium = {
      kind: "steps",
      steps: [
        { from: "0", premium: "0.3" },
        { from: "0.3", premium: "0.2" },
      ],
    };
    expect(faultAt(() => required("0", falls))).toBe("profit-sharing.premium_falls at policy.premium.steps[1]");
    expect(faultAt(() => required("0", { kind: "linear", slope: "-1" }))).toBe("kernel.below_zero at policy.premium.slope");
  });
});
