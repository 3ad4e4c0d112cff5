import fc from "fast-check";
import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { StockRotationPolicySchema } from "qudao/schemas";
import {
  computeStockRotation,
  type RotationLine,
  rotationReasons,
  type StockRotationFacts,
  type StockRotationPolicy,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const policy: StockRotationPolicy = {
  currency: "CNY",
  shareOfPurchases: "0.1",
  requestWithinDays: 15,
  mostAgeDays: 180,
  productIds: ["P", "Q"],
  condition: "sealed",
  offsettingOrder: "1",
  atLimit: "cut",
  restockingRate: "0.05",
  rounding: { decimals: 2, mode: "half_up" },
};
const line = (changes: Partial<RotationLine> = {}): RotationLine => ({
  id: "1",
  productId: "P",
  quantity: "10",
  unitPrice: "100",
  purchasedOn: "2024-03-01",
  condition: "sealed",
  ...changes,
});
const facts: StockRotationFacts = {
  asOf: "2024-07-10",
  window: { start: "2024-01-01", end: "2024-07-01" },
  purchases: "10000",
  rotatedBefore: "0",
  lines: [line()],
  orders: [{ id: "PO", date: "2024-07-05", amount: "5000" }],
};
function rotated(changes: Partial<StockRotationFacts> = {}, agreed: Partial<StockRotationPolicy> = {}) {
  const answer = computeStockRotation(frozen({ ...facts, ...changes }), frozen({ ...policy, ...agreed }));
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(/settlement\.|\{/);
  }
  return answer.outcome;
}
const told = ({ lines }: ReturnType<typeof rotated>) =>
  lines.map(({ id, status, quantity, reasons }) => [id, status, quantity, ...reasons]);

describe("computeStockRotation(): table 1f", () => {
  test("a tenth of the purchases comes back, less the restocking fee", () => {
    expect(rotated()).toStrictEqual({
      credit: { amount: "950.00", currency: "CNY" },
      value: "1000",
      fee: "50",
      lines: [{ id: "1", status: "accepted", quantity: "10", value: "1000", reasons: [] }],
      left: "0",
      orderNeeded: "1000",
    });
  });

  test.each([
    ["9999.99", "9", "cut"],
    ["10000", "10", "accepted"],
    ["10000.01", "10", "accepted"],
    ["0", "0", "refused"],
    ["-5", "0", "refused"],
  ])("of purchases of %s, %s units of 10 come back: %s", (purchases, quantity, status) => {
    const reasons = status === "accepted" ? [] : ["share_used_up"];
    expect(told(rotated({ purchases }))).toStrictEqual([["1", status, quantity, ...reasons]]);
  });

  test("what was given back before for the window uses the share up; more than all of it leaves nothing", () => {
    expect(told(rotated({ rotatedBefore: "300" }))).toStrictEqual([["1", "cut", "7", "share_used_up"]]);
    expect(rotated({ rotatedBefore: "1200" })).toMatchObject({ left: "0", credit: { amount: "0.00" } });
    expect(told(rotated({ rotatedBefore: "300" }, { atLimit: "refuse" }))).toStrictEqual([["1", "refused", "0", "share_used_up"]]);
  });

  test("the oldest goods go first, whatever the order of the list", () => {
    const lines = [line({ id: "b", quantity: "6", purchasedOn: "2024-04-01" }), line({ id: "a", quantity: "6" })];
    expect(told(rotated({ lines }))).toStrictEqual([
      ["b", "cut", "4", "share_used_up"],
      ["a", "accepted", "6"],
    ]);
  });

  test.each([
    ["999.99", "9", "order_too_small"],
    ["1000", "10"],
  ])("an order of %s of other goods stands against %s units", (amount, quantity, ...reasons) => {
    const orders = [{ id: "PO", date: "2024-07-05", amount }];
    expect(told(rotated({ orders }))).toStrictEqual([["1", reasons.length > 0 ? "cut" : "accepted", quantity, ...reasons]]);
  });

  test("an order counts from the day after the window to the day of the request; twice the value is needed where so agreed", () => {
    const orders = ["2024-06-30", "2024-07-01", "2024-07-10", "2024-07-11"].map((date) => ({ id: date, date, amount: "300" }));
    expect(told(rotated({ orders }))).toStrictEqual([["1", "cut", "6", "order_too_small"]]);
    expect(told(rotated({ orders }, { offsettingOrder: "2" }))).toStrictEqual([["1", "cut", "3", "order_too_small"]]);
    expect(rotated({ orders }, { offsettingOrder: "2" }).orderNeeded).toBe("600");
    expect(told(rotated({ orders: [] }, { offsettingOrder: undefined }))).toStrictEqual([["1", "accepted", "10"]]);
  });

  test.each([
    ["2024-06-30", ["window_open"]],
    ["2024-07-01", []],
    ["2024-07-15", []],
    ["2024-07-16", ["requested_late"]],
  ])("asked for on %s: %j", (asOf, reasons) => {
    const orders = [{ id: "PO", date: "2024-07-01", amount: "5000" }];
    expect(told(rotated({ asOf, orders }, { mostAgeDays: undefined }))[0]?.slice(3)).toStrictEqual(reasons);
  });

  test.each([
    ["2024-01-11", ["too_old"]],
    ["2024-01-12", []],
    ["2024-01-13", []],
    ["2024-07-11", ["not_bought_yet"]],
  ])("bought on %s, 180 days before 10 July at the earliest: %j", (purchasedOn, reasons) => {
    expect(told(rotated({ lines: [line({ purchasedOn })] }))[0]?.slice(3)).toStrictEqual(reasons);
  });

  test("a refused line names all that failed; a price that is not known is no 0", () => {
    const odd = line({ productId: "X", condition: "opened", unitPrice: undefined });
    expect(told(rotated({ lines: [odd] }))).toStrictEqual([["1", "refused", "0", "product_not_covered", "opened", "price_unknown"]]);
    expect(told(rotated({ lines: [{ ...odd, unitPrice: "1" }] }, { productIds: "all", condition: "any" }))).toStrictEqual([
      ["1", "accepted", "10"],
    ]);
  });

  test("the fee is of the value, and the credit is rounded once", () => {
    const lines = [line({ id: "1", quantity: "1", unitPrice: "0.33" }), line({ id: "2", quantity: "1", unitPrice: "0.33" })];
    // 0.66 − 0.033 = 0.627
    expect(rotated({ lines })).toMatchObject({ value: "0.66", fee: "0.033", credit: { amount: "0.63" } });
  });

  test("never more than the share or the orders, and credit, fee and what is left add up", () => {
    const lines = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 30_000 })), { maxLength: 6 })
      .map((all) => all.map(([units, cents], i) => line({ id: `${i}`, quantity: `${units}`, unitPrice: (cents / 100).toFixed(2) })));
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 200_000 }), (all, bought, ordered) => {
        const orders = [{ id: "PO", date: "2024-07-05", amount: (ordered / 100).toFixed(2) }];
        const outcome = rotated({ lines: all, purchases: `${bought / 100}`, orders }, { restockingRate: "0" });
        const value = Math.round(Number(outcome.value) * 100);
        expect(value).toBeLessThanOrEqual(Math.min(ordered, Math.floor(bought / 10)));
        expect(outcome.credit.amount).toBe((value / 100).toFixed(2));
        expect(Math.round((Number(outcome.left) * 100 + value) * 10)).toBe(bought);
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("refuses what is malformed, with its place", () => {
    expect(faultAt(() => rotated({ purchases: "many" }))).toBe("kernel.not_a_decimal at facts.purchases");
    expect(faultAt(() => rotated({ rotatedBefore: "-1" }))).toBe("kernel.below_zero at facts.rotatedBefore");
    expect(faultAt(() => rotated({ lines: [line(), line()] }))).toBe("kernel.named_twice at facts.lines[1].id");
    expect(faultAt(() => rotated({ lines: [line({ quantity: "0" })] }))).toBe("kernel.not_above_zero at facts.lines[0].quantity");
    expect(faultAt(() => rotated({}, { shareOfPurchases: "1.1" }))).toBe("kernel.outside_bounds at policy.shareOfPurchases");
    expect(faultAt(() => rotated({}, { offsettingOrder: "0" }))).toBe("kernel.not_above_zero at policy.offsettingOrder");
    expect(faultAt(() => rotated({}, { requestWithinDays: 0 }))).toBe("kernel.not_a_count at policy.requestWithinDays");
    expect(StockRotationPolicySchema.safeParse(policy).success).toBe(true);
    expect(StockRotationPolicySchema.safeParse({ ...policy, offsettingOrder: "0" }).success).toBe(false);
  });

  test("every reason has its words", () => {
    for (const reason of rotationReasons) expect(catalogue).toHaveProperty([`settlement.rotation_reason.${reason}`]);
  });
});
