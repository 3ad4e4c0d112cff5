import { checkDealerCapacity } from "qudao/network";
import { expect, test } from "vitest";

const status = (facts: object) =>
  checkDealerCapacity({ asOf: "2024-05-01", ...facts }, { neededCapabilities: [] }).outcome.findings.find(
    ({ code }) => code === "network.sales_are_within_capacity",
  )?.status;
const cny = (amount: string) => ({ amount, currency: "CNY" });

test.each([
  ["999999.99", "met"],
  ["1000000", "met"],
  ["1000000.01", "unmet"],
])("S19-104: planned sales of %s, of 1000000 possible: %s", (amount, want) => {
  expect(status({ plannedSales: cny(amount), yearlySales: cny("1000000") })).toBe(want);
});

test("what is not known, or in another currency, is unknown", () => {
  expect(status({ plannedSales: cny("1") })).toBe("unknown");
  expect(status({ yearlySales: cny("1") })).toBe("unknown");
  expect(status({ plannedSales: cny("1"), yearlySales: { amount: "1", currency: "USD" } })).toBe("unknown");
});
