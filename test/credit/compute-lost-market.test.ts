import { computeLostMarket } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts = { salesPerCycle: "100000", retainedShare: "0.6", cycles: 3, dealerMargin: "0.15", makerMargin: "0.25" };

describe("computeLostMarket()", () => {
  test("S19-134: part of the market is lost, and both are hurt", () => {
    expect(shown(computeLostMarket(facts))).toStrictEqual({
      lostSales: "120000",
      dealerLoss: "18000",
      makerLoss: "30000",
      jointLoss: "48000",
    });
  });

  test.each([
    [{ retainedShare: "1" }, "0"],
    [{ retainedShare: "0" }, "300000"],
    [{ cycles: 0 }, "0"],
  ])("%j loses %s", (changes, lost) => {
    expect(shown(computeLostMarket({ ...facts, ...changes })).lostSales).toBe(lost);
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => computeLostMarket({ ...facts, retainedShare: "1.1" }))).toBe("kernel.outside_bounds at facts.retainedShare");
  });
});
