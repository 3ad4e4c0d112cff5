import { computeCapitalTurnover, type WorkingCapital } from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { cny } from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const facts = (sales: string, opening: string, closing: string): WorkingCapital => {
  return frozen({ sales: cny(sales), opening: cny(opening), closing: cny(closing), per: "year" });
};
const policy = { places: 2, rounding: "half_up" } as const;

describe("computeCapitalTurnover()", () => {
  test.each([
    ["1200", "200", "400", "4", "S19-82: 1,200 ÷ 300"],
    ["1200", "300", "300", "4", "a level capital"],
    ["1000", "300", "300", "3.33", "a third, rounded once"],
    ["0", "200", "400", "0", "nothing sold"],
    ["-30", "200", "400", "-0.1", "more came back than was sold"],
    ["1200", "-100", "700", "4", "negative on one day, positive on average"],
  ])("sales of %s on capital from %s to %s turn over %s times (%s)", (sales, opening, closing, times) => {
    const answer = computeCapitalTurnover(facts(sales, opening, closing), policy);
    expect(answer).toMatchObject({ ok: true, value: { outcome: { times, per: "year" } } });
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test.each([
    ["0", "0"],
    ["-100", "100"],
    ["-300", "100"],
  ])("S19-82: from %s to %s capital is on average not above 0: a problem, not a number", (opening, closing) => {
    const answer = computeCapitalTurnover(facts("1200", opening, closing), policy);
    expect(answer).toMatchObject({ ok: false, problem: { code: "admission.capital_not_positive", params: { opening, closing } } });
    if (!answer.ok) expect(renderMessage(answer.problem, "zh", catalogue)).toContain("流转率没有意义");
  });

  test("amounts in two currencies are a problem", () => {
    const mixed = { ...facts("1200", "200", "400"), opening: { amount: "200", currency: "USD" } };
    expect(computeCapitalTurnover(mixed, policy)).toStrictEqual({
      ok: false,
      problem: { code: "admission.currency_differs", params: { got: "USD", want: "CNY" } },
    });
  });

  test("shows its working in both languages", () => {
    const answer = computeCapitalTurnover(facts("1200", "200", "400"), policy);
    if (!answer.ok) throw new Error(answer.problem.code);
    const said = (language: "en" | "zh") => renderExplanation(answer.value.explanation, { language, catalogue });
    expect(said("en")).toBe("Working capital turned over 4 times per year: sales 1200 CNY, capital 200 to 400");
    expect(said("zh")).toBe("运作资金每年流转 4 次：销售额 1200 CNY，资金由 200 到 400");
  });

  test("faults what cannot be read", () => {
    expect(faultAt(() => computeCapitalTurnover({} as never, policy))).toBe("kernel.not_an_amount at facts.sales");
    expect(faultAt(() => computeCapitalTurnover(null as never, policy))).toBe("kernel.not_a_record at facts");
    expect(faultAt(() => computeCapitalTurnover(facts("1", "1", "1"), null as never))).toBe("kernel.not_a_record at policy");
    expect(faultAt(() => computeCapitalTurnover(facts("1", "1", "1"), { ...policy, places: 61 }))).toBe(
      "kernel.not_a_count at policy.places",
    );
  });
});
