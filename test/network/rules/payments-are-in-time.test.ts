import { expect, test } from "vitest";
import { blockageSign } from "../../support/blockage.js";

const sign = (overdue: unknown) => blockageSign("network.payments_are_in_time", { overdue });

test.each([
  ["99.99", 31, "met"],
  ["100", 31, "met"],
  ["100.01", 31, "unmet"],
  ["5000", 29, "met"],
  ["5000", 30, "met"],
  ["5000", 31, "unmet"],
])("%s overdue for %i days, 100 for more than 30 is tolerated: %s", (amount, days, status) => {
  expect(sign([{ amount, days }])).toBe(status);
});

test("small arrears add up, and only those that are old count", () => {
  const old = { amount: "60", days: 40 };
  expect(sign([old, { amount: "5000", days: 10 }])).toBe("met");
  expect(sign([old, old])).toBe("unmet");
});

test("none is in time, and what is not known is unknown", () => {
  expect(sign([])).toBe("met");
  expect(sign(undefined)).toBe("unknown");
});
