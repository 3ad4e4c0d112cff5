import { type BuyBackContract, convertContract, type RevenueShareContract } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const convert = (contract: BuyBackContract | RevenueShareContract, price = "10", salvage = "1") =>
  convertContract(frozen({ currency: "CNY", price, salvage }), frozen({ contract }));
const buyBack = (unitPrice: string, credit: string, salvage: "kept" | "replaced" = "kept"): BuyBackContract => ({
  kind: "buy_back",
  unitPrice,
  credit,
  salvage,
});

describe("convertContract()", () => {
  test("credit = (1 − keeps)(price − salvage), price = price + (1 − keeps) × 10", () => {
    const share: RevenueShareContract = { kind: "revenue_share", unitPrice: "1.2", keeps: "0.6" };
    expect(answerOf(convert(share))).toStrictEqual(buyBack("5.2", "3.6"));
    expect(answerOf(convert(buyBack("5.2", "3.6")))).toStrictEqual(share);
  });

  test("a credit that takes the place of salvage is that much higher", () => {
    expect(answerOf(convert(buyBack("5.2", "4.6", "replaced")))).toStrictEqual({ kind: "revenue_share", unitPrice: "1.2", keeps: "0.6" });
  });

  test.each([
    { credit: "0", keeps: "1" },
    { credit: "8.99", keeps: null },
    { credit: "9", keeps: "0" },
  ])("a credit of $credit", ({ credit, keeps }) => {
    const found = answerOf(convert(buyBack("5", credit)));
    if (keeps !== null) expect(found).toMatchObject({ keeps });
    else expect("keeps" in found && Math.abs(Number(found.keeps) - 0.01 / 9)).toBeLessThan(1e-15);
  });

  test("what no share of revenue can pay has no equivalent", () => {
    const code = "profit-sharing.no_equivalent";
    expect(problemOf(convert(buyBack("5", "9.01")))).toStrictEqual({ code, params: { kind: "buy_back", price: "10", salvage: "1" } });
    expect(problemOf(convert(buyBack("5", "0.99", "replaced"))).code).toBe(code);
    expect(problemOf(convert(buyBack("5", "0"), "1", "1")).code).toBe(code);
    expect(faultAt(() => convert({ kind: "wholesale", unitPrice: "1" } as never))).toBe("kernel.not_a_choice at policy.contract.kind");
  });
});
