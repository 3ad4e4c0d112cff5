import { comparePaymentTerms, type PaymentTerm } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const term = (rank: number, rate?: string): PaymentTerm => ({
  id: `rank ${rank}`,
  titles: { en: "a term", zh: "付款条件" },
  rank,
  instalments: [{ share: "1", due: { kind: "net", days: 30 } }],
  decimals: 2,
  remainder: "contract_order",
  rounding: "half_up",
  ...(rate === undefined ? {} : { discount: { rate, days: 10 } }),
});

describe("comparePaymentTerms()", () => {
  test.each([
    [term(1), term(2), "lower", "same", false],
    [term(2), term(2), "same", "same", false],
    [term(3), term(2), "higher", "same", true],
    [term(2, "0.02"), term(2), "same", "higher", true],
    [term(2, "0.020"), term(2, "0.02"), "same", "same", false],
    [term(1, "0.01"), term(2, "0.02"), "lower", "lower", false],
  ])("%j against %j", (asked, agreed, rank, discount, recheck) => {
    expect(shown(comparePaymentTerms({ asked, agreed }))).toStrictEqual({ rank, discount, recheck });
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => comparePaymentTerms({ asked: { ...term(1), rank: 1.5 }, agreed: term(1) }))).toBe(
      "kernel.not_a_count at facts.asked.rank",
    );
  });
});
