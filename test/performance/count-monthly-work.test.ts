import { countMonthlyWork } from "qudao/performance";
import { expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";

// S10-16
test("registrations and visits are counted by person and calendar month", () => {
  const entry = (person: string, date: string, kind: "registration" | "visit") => ({ person, date, kind });
  const entries = [
    entry("Wang", "2024-03-31", "visit"),
    entry("Li", "2024-04-01", "visit"),
    entry("Li", "2024-03-01", "registration"),
    entry("Li", "2024-03-31", "registration"),
    entry("Li", "2024-03-15", "visit"),
  ];
  expect(countMonthlyWork({ entries })).toStrictEqual([
    { person: "Li", month: "2024-03", registrations: 2, visits: 1 },
    { person: "Li", month: "2024-04", registrations: 0, visits: 1 },
    { person: "Wang", month: "2024-03", registrations: 0, visits: 1 },
  ]);
  expectOnlyFaults(countMonthlyWork as never, [{ entries }]);
});
