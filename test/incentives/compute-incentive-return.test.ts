import { computeIncentiveReturn } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectPlain } from "../support/incentives.js";

// S06-22
test("S06-22: an uplift of 150 at a cost of 100 is a return of 50 %", () => {
  const answer = computeIncentiveReturn({ upliftProfit: "150", cost: "100" });
  expectPlain(answer);
  expect(answer.outcome).toStrictEqual({ net: "50", returnOnCost: "0.5" });
  expect(computeIncentiveReturn({ upliftProfit: "-50", cost: "100" }).outcome).toStrictEqual({ net: "-150", returnOnCost: "-1.5" });
});

test("without a cost there is no return, and it is not made up", () => {
  const answer = computeIncentiveReturn({ upliftProfit: "150", cost: "0" });
  expectPlain(answer);
  expect(answer.outcome).toStrictEqual({ net: "150", returnOnCost: null });
  expect(faultAt(() => computeIncentiveReturn({ upliftProfit: "1", cost: "-1" }))).toBe("kernel.below_zero at facts.cost");
});
