import { checkExplanation } from "qudao/kernel";
import { computeCoopAccrual } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords } from "../../support/says.js";

const policy = { currency: "CNY", share: "0.5", cap: "0.02", rounding: { decimals: 2, mode: "half_up" as const } };

describe("computeCoopAccrual()", () => {
  // G-14. Worked by hand: the cap is 2 % of 60,000 = 1,200.
  test.each([
    ["2399.98", "1199.99", "0"],
    ["2400", "1200.00", "0"],
    ["2400.02", "1200.00", "0.01"],
    ["0", "0.00", "0"],
  ])("of a spend of %s, %s is set aside and %s cut", (spend, amount, cappedBy) => {
    const answer = computeCoopAccrual(frozen({ spend: cny(spend), purchases: cny("60000") }), frozen(policy));
    expect(answer.outcome).toStrictEqual({ amount: cny(amount), cappedBy });
    expect(checkExplanation(answer.explanation)).toStrictEqual([]);
    expectWords(answer.explanation);
  });

  test("half a fen is rounded once, at the end, and the working shows it", () => {
    const answer = computeCoopAccrual({ spend: cny("0.01"), purchases: cny("60000") }, policy);
    expect(answer.outcome.amount.amount).toBe("0.01");
    expect(answer.explanation.from?.map(({ params }) => params["amount"])).toStrictEqual(["0.005", "0.005"]);
  });

  test("another currency and a negative spend are faults", () => {
    const usd = { amount: "1", currency: "USD" };
    expect(faultAt(() => computeCoopAccrual({ spend: usd, purchases: cny("1") }, policy))).toBe(
      "kernel.currency_mismatch at facts.spend.currency",
    );
    expect(faultAt(() => computeCoopAccrual({ spend: cny("-1"), purchases: cny("1") }, policy))).toBe(
      "kernel.below_zero at facts.spend.amount",
    );
    expect(faultAt(() => computeCoopAccrual({ spend: cny("1"), purchases: cny("1") }, { ...policy, share: "1.01" }))).toBe(
      "kernel.outside_bounds at policy.share",
    );
  });
});
