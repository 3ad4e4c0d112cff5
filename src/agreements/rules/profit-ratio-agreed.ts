import type { Rule } from "../../engine/rule.js";
import { compareDecimals, sumDecimals } from "../../kernel/decimal.js";
import type { AgreementQuestion } from "../rule-facts.js";

/**
 * Shares of the profit are agreed on and are the whole of it; a commission has its rates; a price difference needs no ratio.
 *
 * @internal
 */
export const profitRatioAgreed: Rule<AgreementQuestion, null, "remuneration"> = {
  code: "agreements.profit_ratio_agreed",
  needs: ["remuneration"],
  source: "明确双方权利义务及分成比例等内容",
  required: () => ({ model: null, shares: null, sum: null }),
  test: ({ remuneration: { model, shares = [] } }) => {
    const rates = shares.map(({ rate }) => rate);
    const sum = sumDecimals(rates);
    const fair = rates.every((rate) => compareDecimals(rate, "0") >= 0 && compareDecimals(rate, "1") <= 0);
    const whole = model === "commission" ? rates.length > 0 : compareDecimals(sum, "1") === 0;
    return { met: model === "margin" || (fair && whole), params: { model, shares: rates.length, sum } };
  },
};
