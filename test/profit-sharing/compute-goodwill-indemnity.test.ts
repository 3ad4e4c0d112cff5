import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { computeGoodwillIndemnity, type GoodwillFacts, type GoodwillPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const facts: GoodwillFacts = { currency: "EUR", lastYearCommission: "10000", yearlyCommissions: ["18000", "16000", "14000"] };
const policy: GoodwillPolicy = {
  jurisdiction: "example",
  source: "a table of the host",
  attritionRate: "0.2",
  years: 3,
  discountRate: "0",
  capYears: 5,
  rounding: cents,
};
const figures = (f: Partial<GoodwillFacts> = {}, p: Partial<GoodwillPolicy> = {}) =>
  computeGoodwillIndemnity(frozen({ ...facts, ...f }), frozen({ ...policy, ...p }));

describe("computeGoodwillIndemnity()", () => {
  test("commission that goes on, shrinking by the customers lost, and a cap of the average year", () => {
    // 8,000 + 6,400 + 5,120; average of three years, since there were no five
    expect(answerOf(figures())).toStrictEqual({ raw: "19520.00", cap: "16000.00", amount: "16000.00" });
    expect(answerOf(figures({}, { capYears: 1 }))).toMatchObject({ cap: "18000.00", amount: "18000.00" });
    expect(answerOf(figures({}, { years: 1 }))).toMatchObject({ raw: "8000.00", amount: "8000.00" });
  });

  test("some rules discount as well", () => {
    // 8,000 ÷ 1.1 = 7,272.73; 6,400 ÷ 1.21 = 5,289.26
    expect(answerOf(figures({}, { years: 2, discountRate: "0.1" })).raw).toBe("12561.99");
  });

  test("nobody stays, or everybody; no years, no cap", () => {
    expect(answerOf(figures({}, { attritionRate: "1" })).raw).toBe("0.00");
    expect(answerOf(figures({}, { attritionRate: "0" })).raw).toBe("30000.00");
    expect(problemOf(figures({ yearlyCommissions: [] }))).toStrictEqual({ code: "profit-sharing.no_annual_commission", params: {} });
  });

  test("the working names whose figures they are, and says that they are no verdict", () => {
    const answer = figures();
    const said = answer.ok ? renderExplanation(answer.value.explanation, { language: "en", catalogue }) : "";
    expect(said).toContain("under the rules of example (a table of the host): 16000.00 EUR. It says nothing about whether a claim exists");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => figures({}, { jurisdiction: "" }))).toBe("kernel.not_text at policy.jurisdiction");
    expect(faultAt(() => figures({}, { years: 0 }))).toBe("kernel.not_a_count at policy.years");
    expect(faultAt(() => figures({}, { attritionRate: "1.01" }))).toBe("kernel.outside_bounds at policy.attritionRate");
  });
});
