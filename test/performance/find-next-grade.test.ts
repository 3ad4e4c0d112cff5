import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { findNextGrade } from "qudao/performance";
import { expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { quarterCard } from "../support/performance-card.js";

const find = (attainment: string | null, delivery: string | null) =>
  findNextGrade({ values: { quota_attainment: attainment, delivery_time: delivery }, places: 4 }, quarterCard);

test("the gap of every indicator to the next grade, lower or higher being better", () => {
  // (2 × 70 + 60) ÷ 3 = 66.7; B at 70 needs 2a + d = 210: a = 0.75, or d = 70, so at most 3 days
  const { outcome, explanation } = find("0.7", "4");
  expect([outcome.grade, outcome.next, outcome.missing]).toStrictEqual(["C", "B", "3.3"]);
  expect(outcome.gaps.map(({ criterion, value, change }) => [criterion, value, change])).toStrictEqual([
    ["quota_attainment", "0.7", "0.05"],
    ["delivery_time", "4", "-1"],
  ]);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|engine\./);
  }
});

test("nothing is above the top, and without data the way leads to the lowest grade", () => {
  expect(find("1", "2").outcome).toStrictEqual({ grade: "A", next: null, missing: null, gaps: [] });
  expect(find(null, null).outcome).toMatchObject({ grade: null, next: "D", missing: null });
  expectOnlyFaults(findNextGrade as never, [{ values: { quota_attainment: "0.5", delivery_time: "4" }, places: 2 }, quarterCard]);
});
