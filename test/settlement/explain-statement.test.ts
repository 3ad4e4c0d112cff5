import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation, renderMessage } from "qudao/kernel";
import { accumulate, explainStatement, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { dealer, lineOf, policyOf } from "../support/settlement.js";

const rates = [{ from: "CNY", to: "EUR", rate: "0.13", asOf: "2024-01-01" }];

function statementOf(payoutCurrency: string, exchangeRates = rates) {
  const members = [{ ...dealer, payoutCurrency, title: { en: "Dealer A", zh: "甲经销商" } }];
  const accumulator = openAccumulator(policyOf({ members, payout: { convertOn: "window_end", rounding: "half_up" } }));
  accumulate(accumulator, [lineOf({ amount: "123.45" }), lineOf({ id: "L2", date: "2024-05-01", amount: "1000" })]);
  const [statement] = settle(accumulator, { asOf: "2025-01-01", exchangeRates }).statements;
  if (statement === undefined) throw new Error("a statement was expected");
  return statement;
}

describe("explainStatement()", () => {
  test("adds up and reads in both languages", () => {
    const working = explainStatement(statementOf("CNY"));
    expect(checkExplanation(working)).toStrictEqual([]);
    expect(renderExplanation(working, { language: "zh", catalogue })).toBe(
      [
        "甲经销商 结算单：21.23 CNY",
        "  2024年第1季度：1.23 CNY",
        "    销量返利（版本 1）应得 1.23 CNY",
        "      全额追溯：123.45 CNY 位于第 1 档，计 1.2345",
        "        第 1 档自 0 起：123.45 × 0.01 = 1.2345",
        "      四舍五入到 2 位小数，差额 -0.0045",
        "  2024年第2季度：20.00 CNY",
        "    销量返利（版本 1）应得 20.00 CNY",
        "      全额追溯：1000 CNY 位于第 2 档，计 20",
        "        第 2 档自 1000 起：1000 × 0.02 = 20",
      ].join("\n"),
    );
    expect(renderExplanation(working, { language: "en", catalogue })).toContain("Rounded half up to 2 places: -0.0045");
  });

  test("says of a window that runs on that its figures are those so far", () => {
    const accumulator = openAccumulator(policyOf({ members: [dealer] }));
    accumulate(accumulator, [lineOf({ amount: "100" }), lineOf({ id: "L2", date: "2024-05-01", amount: "300" })]);
    const lines = (asOf: string, language: "en" | "zh") => {
      const [statement] = settle(accumulator, { asOf }).statements;
      if (statement === undefined) throw new Error("a statement was expected");
      return explainStatement(statement).from?.map((line) => renderMessage(line, language, catalogue));
    };
    // 1 % of 100 and of 300; the second quarter is over on 1 July
    expect(lines("2024-06-30", "en")).toStrictEqual(["2024 Q1: 1.00 CNY", "2024 Q2, so far: 3.00 CNY"]);
    expect(lines("2024-06-30", "zh")).toStrictEqual(["2024年第1季度：1.00 CNY", "2024年第2季度（未结束，截至目前）：3.00 CNY"]);
    expect(lines("2024-07-01", "en")).toStrictEqual(["2024 Q1: 1.00 CNY", "2024 Q2: 3.00 CNY"]);
  });

  test("shows a conversion and its day", () => {
    const working = explainStatement(statementOf("EUR"));
    expect(checkExplanation(working)).toStrictEqual([]);
    expect(renderExplanation(working, { language: "en", catalogue })).toContain("2024 Q1: 1.23 CNY at 0.13 of 2024-01-01 is 0.16 EUR");
  });

  test("says why a line is not settled", () => {
    const working = explainStatement(statementOf("EUR", []));
    expect(renderExplanation(working, { language: "zh", catalogue })).toContain(
      "2024年第1季度：未能结算。无法以 EUR 支付：2024-03-31 没有由 CNY 折算的汇率",
    );
  });
});
