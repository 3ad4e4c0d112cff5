import { checkExplanation } from "qudao/kernel";
import { computePriceProtection, type PriceProtectionPolicy, type ProtectedLot } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const lot = (receivedOn: string, own: Partial<ProtectedLot> = {}): ProtectedLot => ({
  id: receivedOn,
  receivedOn,
  onHand: "80",
  soldSince: "20",
  proof: "verified",
  ...own,
});
const rules: PriceProtectionPolicy = { windowDays: 30, proof: "required", rise: "nothing", rounding: { decimals: 2, mode: "half_up" } };
const protect = (lots: readonly ProtectedLot[], own: Partial<PriceProtectionPolicy> = {}, newPrice = "85") =>
  computePriceProtection({ changedOn: "2024-06-01", currency: "CNY", oldPrice: "100", newPrice, lots }, { ...rules, ...own });

describe("computePriceProtection()", () => {
  test("G-12: pays the fall on what was in stock on the day of the change: on hand and sold since", () => {
    const { outcome, explanation } = protect([lot("2024-05-20")]);
    expect(outcome).toMatchObject({ credit: { amount: "1500.00", currency: "CNY" }, quantity: "100", cappedBy: "0", waiting: "0" });
    expect(checkExplanation(explanation)).toStrictEqual([]);
    expectWords(explanation);
  });

  test.each([
    ["2024-05-01", "too_old"],
    ["2024-05-02", "protected"], // thirty days before
    ["2024-05-31", "protected"],
    ["2024-06-01", "after_change"],
  ])("what came on %s is %s", (receivedOn, status) => {
    expect(protect([lot(receivedOn)]).outcome.lots).toMatchObject([{ status }]);
  });

  test("without verified proof it waits, and the cap is the most", () => {
    expect(protect([lot("2024-05-20", { proof: "submitted" })]).outcome).toMatchObject({ credit: { amount: "0.00" }, waiting: "1500" });
    expect(protect([lot("2024-05-20", { proof: undefined })], { proof: "not_required" }).outcome).toMatchObject({
      credit: { amount: "1500.00" },
    });
    expect(protect([lot("2024-05-20")], { cap: "1499.99" }).outcome).toMatchObject({ credit: { amount: "1499.99" }, cappedBy: "0.01" });
    expect(protect([lot("2024-05-20")], { cap: "1500" }).outcome).toMatchObject({ credit: { amount: "1500.00" }, cappedBy: "0" });
    expect(checkExplanation(protect([lot("2024-05-20")], { cap: "1000" }).explanation)).toStrictEqual([]);
  });

  test("a rise costs nothing, or is written up", () => {
    expect(protect([lot("2024-05-20")], {}, "110").outcome.credit.amount).toBe("0.00");
    expect(protect([lot("2024-05-20")], { rise: "write_up" }, "110").outcome.credit.amount).toBe("-1000.00");
    expect(faultAt(() => protect([], { windowDays: -1 }))).toBe("kernel.not_a_count at policy.windowDays");
  });
});
