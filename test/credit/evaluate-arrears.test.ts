import { type ArrearsPolicy, ageOpenItems, evaluateArrears, type OpenItem } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: ArrearsPolicy = { currency: "CNY", marginDays: 3, tolerance: "1", tests: {}, combine: "any" };
const evaluate = (items: readonly OpenItem[], changes: Partial<ArrearsPolicy> = {}, limit?: string, asOf = "2024-02-10") =>
  outcomeOf(evaluateArrears({ asOf, items, limit }, { ...policy, ...changes }));

describe("evaluateArrears()", () => {
  test.each([
    ["2024-02-02", "0"],
    ["2024-02-03", "0"],
    ["2024-02-04", "100"],
  ])("with a margin of three days, a claim due on 31 January is on %s in arrears with %s", (asOf, amount) => {
    expect(evaluate([claim()], {}, undefined, asOf).amount).toBe(amount);
  });

  test("S19-132: amount, age and share of what is open", () => {
    const items = [
      claim({ amount: "30" }),
      claim({ id: "B", amount: "10", dueOn: "2024-01-20" }),
      claim({ id: "C", amount: "60", dueOn: "2024-12-31" }),
      credit(),
    ];
    expect(evaluate(items)).toMatchObject({ amount: "40", count: 2, oldestDays: 21, ratio: "0.4", dust: "0" });
  });

  test("what was taken from a credit beyond it is owed again, as its ageing says", () => {
    const items = [claim({ amount: "70" }), credit({ settlements: [{ on: "2024-02-01", amount: "130" }] })];
    expect(evaluate(items)).toMatchObject({ amount: "100", count: 2, oldestDays: 10, ratio: "1" });
    const aged = outcomeOf(ageOpenItems({ asOf: "2024-02-10", items }, { currency: "CNY", bounds: [], basis: "due", detail: "total" }));
    expect(aged.bands.map(({ kind, amount }) => `${kind} ${amount}`)).toStrictEqual(["not_due 0", "overdue 100", "unapplied_credit 0"]);
  });

  test.each([
    ["0.99", "0", "0.99"],
    ["1", "0", "1"],
    ["1.01", "1.01", "0"],
  ])("complaint 9: a rest of %s under a tolerance of 1 leaves %s in arrears and %s dust", (amount, arrears, dust) => {
    expect(evaluate([claim({ amount })], { tests: { amount: "0", days: 0 } })).toMatchObject({ amount: arrears, dust });
  });

  test.each<[ArrearsPolicy["tests"], ArrearsPolicy["combine"], string | undefined, string]>([
    [{ amount: "100.01" }, "any", undefined, "in_order"],
    [{ amount: "100" }, "any", undefined, "in_arrears"],
    [{ days: 11 }, "any", undefined, "in_order"],
    [{ days: 10 }, "any", undefined, "in_arrears"],
    [{ shareOfLimit: "0.1" }, "any", "1000.01", "in_order"],
    [{ shareOfLimit: "0.1" }, "any", "1000", "in_arrears"],
    [{ shareOfLimit: "0.1" }, "any", undefined, "unknown"],
    [{ amount: "1000", days: 10 }, "any", undefined, "in_arrears"],
    [{ amount: "1000", days: 10 }, "all", undefined, "in_order"],
    [{ amount: "100", days: 10 }, "all", undefined, "in_arrears"],
    [{ amount: "100", shareOfLimit: "0.1" }, "all", undefined, "unknown"],
    [{ amount: "1000", shareOfLimit: "0.1" }, "all", undefined, "in_order"],
    [{ amount: "100", shareOfLimit: "0.1" }, "any", undefined, "in_arrears"],
    [{}, "all", undefined, "in_order"],
  ])("complaint 9: 100 that is 10 days past due, asked %j (%s) with limit %s: %s", (tests, combine, limit, verdict) => {
    expect(evaluate([claim()], { tests, combine }, limit).verdict).toBe(verdict);
  });

  test("nothing past due is in order, whatever is asked and however little is known", () => {
    expect(evaluate([], { tests: { amount: "0", days: 0, shareOfLimit: "0" }, combine: "all" })).toMatchObject({
      verdict: "in_order",
      ratio: null,
    });
  });

  test("another currency is a problem", () => {
    expect(problemOf(evaluateArrears({ asOf: "2024-02-10", items: [claim({ currency: "USD" })] }, policy))).toBe("credit.item_currency");
  });

  test("an item that comes twice is refused, and not counted twice", () => {
    expect(faultAt(() => evaluate([claim(), claim()], {}))).toBe("kernel.named_twice at facts.items[1].id");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => evaluate([claim()], { marginDays: -1 }))).toBe("kernel.not_a_count at policy.marginDays");
    expect(faultAt(() => evaluate([claim()], {}, "-1"))).toBe("kernel.below_zero at facts.limit");
  });
});
