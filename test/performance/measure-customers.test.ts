import { computeIndicators, measureCustomers, performanceIndicators } from "qudao/performance";
import { expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";

const period = { start: "2024-04-01", end: "2024-07-01" };
const measure = (...given: readonly (readonly [string, string])[]) =>
  measureCustomers({ period, purchases: given.map(([customer, date]) => ({ customer, date })) }, { idleDays: 90 });

// S05-19
test("3 of 10 buyers bought twice: 30 %", () => {
  const once = Array.from({ length: 10 }, (_, i) => [`c${i}`, "2024-04-01"] as const);
  const again = ["c0", "c1", "c2"].map((name) => [name, "2024-06-30"] as const);
  const after = [["c3", "2024-07-01"]] as const;
  const readings = { ...measure(...once, ...again, ...after) };
  const { outcome } = computeIndicators(
    { readings },
    { indicators: performanceIndicators.filter(({ code }) => code === "repeat_purchase_rate") },
  );
  expect(outcome.values).toStrictEqual({ repeat_purchase_rate: "0.3" });
});

test("a customer idle for more than the days, and no fewer, wakes up when it buys", () => {
  // 90 days before 1 April is 2 January
  expect(measure(["c", "2024-01-01"], ["c", "2024-05-01"])).toMatchObject({ dormant: "1", reactivated: "1", newCustomers: "0" });
  expect(measure(["c", "2024-01-02"], ["c", "2024-05-01"])).toMatchObject({ dormant: "0", reactivated: "0" });
  expect(measure(["c", "2024-01-01"])).toMatchObject({ dormant: "1", reactivated: "0", purchasesByBuyer: [] });
  expect(measure(["c", "2024-05-01"])).toMatchObject({ newCustomers: "1" });
  expectOnlyFaults(measureCustomers as never, [{ period, purchases: [{ customer: "c", date: "2024-05-01" }] }, { idleDays: 90 }]);
});
