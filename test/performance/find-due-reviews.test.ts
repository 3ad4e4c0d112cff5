import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { findDueReviews } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const policy = frozen({
  cadences: [
    { cadence: "quarterly", everyMonths: 3 },
    { cadence: "continuous", everyMonths: 1 },
  ],
  noticeDays: 7,
});
const due = (asOf: string, lastReviewOn: string, cadence = "quarterly") =>
  findDueReviews({ asOf, members: [{ member: "D1", cadence, lastReviewOn }] }, policy).outcome.map((one) => [
    one.dueOn,
    one.status,
    one.overdueDays,
  ]);

// S02-07
test.each([
  ["2024-06-22", []],
  ["2024-06-23", [["2024-06-30", "coming", 0]]],
  ["2024-06-30", [["2024-06-30", "due", 0]]],
  ["2024-07-01", [["2024-06-30", "overdue", 1]]],
] as const)("on %s the quarterly review after 31 March stands at %j", (asOf, want) => expect(due(asOf, "2024-03-31")).toStrictEqual(want));

test("from month end to month end, also out of a short month", () => {
  expect(due("2024-05-31", "2024-02-29")).toStrictEqual([["2024-05-31", "due", 0]]);
  expect(due("2024-05-28", "2024-02-28")).toStrictEqual([["2024-05-28", "due", 0]]);
});

// S19-107
test("an agent under continuous review is listed as overdue after a month, the longest overdue first", () => {
  const members = [
    { member: "late", cadence: "quarterly", lastReviewOn: "2024-03-10" },
    { member: "agent", cadence: "continuous", lastReviewOn: "2024-05-05" },
    { member: "fine", cadence: "quarterly", lastReviewOn: "2024-06-01" },
  ];
  const { outcome, explanation } = findDueReviews({ asOf: "2024-06-20", members }, policy);
  expect(outcome.map(({ member, overdueDays }) => [member, overdueDays])).toStrictEqual([
    ["agent", 15],
    ["late", 10],
  ]);
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|\?/);
});

test("what is malformed is named by its place", () => {
  expect(faultAt(() => due("2024-06-20", "2024-03-31", "weekly"))).toBe("kernel.not_a_choice at facts.members[0].cadence");
  const twice = [
    { cadence: "quarterly", everyMonths: 3 },
    { cadence: "quarterly", everyMonths: 6 },
  ];
  expect(faultAt(() => findDueReviews({ asOf: "2024-06-20", members: [] }, { cadences: twice, noticeDays: 0 }))).toBe(
    "kernel.named_twice at policy.cadences[1].cadence",
  );
  expectOnlyFaults(findDueReviews as never, [
    { asOf: "2024-06-20", members: [{ member: "D1", cadence: "quarterly", lastReviewOn: "2024-03-31" }] },
    policy,
  ]);
});
