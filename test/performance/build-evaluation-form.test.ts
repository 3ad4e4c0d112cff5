import { scoreMember } from "qudao/engine";
import { buildEvaluationForm } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { quarterCard } from "../support/performance-card.js";

const facts = (attainment: string | null, delivery: string | null) => ({
  member: "D1",
  asOf: "2024-07-05",
  period: { start: "2024-04-01", end: "2024-07-01" },
  outcome: scoreMember({ values: { quota_attainment: attainment, delivery_time: delivery } }, quarterCard).outcome,
});

// S04-23
test("the form lists every indicator with weight and points, and the total", () => {
  const form = buildEvaluationForm(facts("0.9", "3"), quarterCard);
  expect(form.title.zh).toBe("渠道成员评价表");
  expect(
    form.rows.map(({ criterion, weight, full, points, contribution }) => [criterion, weight, full, points, contribution]),
  ).toStrictEqual([
    ["quota_attainment", "2", "100", "90", "60"],
    ["delivery_time", "1", "100", "80", "26.7"],
  ]);
  expect([form.total, form.grade]).toStrictEqual(["86.7", "A"]);
});

test("complaint 1: without data the form shows no number", () => {
  const form = buildEvaluationForm(facts(null, null), quarterCard);
  expect([form.total, form.grade, form.rows.map(({ points }) => points)]).toStrictEqual([null, null, [null, null]]);
});

test("an outcome of other weights is refused", () => {
  expect(faultAt(() => buildEvaluationForm(facts("1", "2"), { ...quarterCard, version: "2025" }))).toBe(
    "kernel.not_a_choice at facts.outcome.version",
  );
  expectOnlyFaults(buildEvaluationForm as never, [facts("1", "2"), quarterCard]);
});
