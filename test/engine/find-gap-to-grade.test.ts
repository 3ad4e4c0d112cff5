import { engineMessages, findGapToGrade, type GradeWay, type ScoreCriterion, type ScoreScale } from "qudao/engine";
import { renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { direct, indicator, scorecard } from "../support/scorecards.js";

const fixed = indicator("fixed", "1", direct, { missing: { then: "fail" } });

/** What `x` must be for grade B (70), where the other half of the score is 60: at least 80 of 100 points. */
function needed(scale: ScoreScale, more: Partial<ScoreCriterion> = {}, best = "500"): unknown {
  const card = scorecard([fixed, indicator("x", "1", scale, more)], { knockOutGrade: "D" });
  const { outcome } = findGapToGrade({ values: { fixed: "60" }, best: { x: best }, grade: "B", places: 2 }, card);
  const way = outcome.ways[1] as GradeWay;
  return way.reachable ? way.needed.map((bounds) => bounds.map(({ bound, value }) => `${bound} ${value}`)) : way.because;
}

describe("findGapToGrade() turns points back into a value", () => {
  test.each<[why: string, scale: ScoreScale, expected: unknown]>([
    ["points as they come", direct, [["at_least 80"]]],
    ["a rising line", { kind: "linear", full: "100", from: "0.5", to: "1" }, [["at_least 0.9"]]],
    ["a falling line", { kind: "linear", full: "100", from: "10", to: "0" }, [["at_most 2"]]],
    ["the share of the best", { kind: "relative", full: "100", better: "higher" }, [["at_least 400"]]],
    [
      "the best's share, 0 counted as full",
      { kind: "relative", full: "100", better: "lower", atZero: "full" },
      [["at_least 0", "at_most 625"]],
    ],
    [
      "the best's share, 0 counted as nothing",
      { kind: "relative", full: "100", better: "lower", atZero: "nothing" },
      [["above 0", "at_most 625"]],
    ],
    [
      "two steps of ten, begun ones counted",
      { kind: "deduction", full: "100", better: "higher", target: "95", step: "2", deduct: "10", partialStep: "counts" },
      [["at_least 91"]],
    ],
    [
      "two steps of ten, begun ones free",
      { kind: "deduction", full: "100", better: "higher", target: "95", step: "2", deduct: "10", partialStep: "free" },
      [["above 89"]],
    ],
    [
      "two steps late",
      { kind: "deduction", full: "100", better: "lower", target: "0", step: "1", deduct: "10", partialStep: "counts" },
      [["at_most 2"]],
    ],
    [
      "three steps late, not quite",
      { kind: "deduction", full: "100", better: "lower", target: "0", step: "1", deduct: "10", partialStep: "free" },
      [["below 3"]],
    ],
    ["an answer", { kind: "yes_no", full: "100", better: "no" }, [["answer no"]]],
    [
      "a row",
      {
        kind: "points",
        full: "100",
        below: "0",
        rows: [
          { from: "60", points: "79" },
          { from: "90", points: "80" },
        ],
      },
      [["at_least 90"]],
    ],
    [
      "any of several rows",
      {
        kind: "points",
        full: "100",
        below: "85",
        rows: [
          { from: "0.8", points: "10" },
          { from: "1", points: "100" },
          { from: "1.2", points: "50" },
        ],
      },
      [["below 0.8"], ["at_least 1", "below 1.2"]],
    ],
    ["rows that never earn enough", { kind: "points", full: "100", below: "0", rows: [{ from: "60", points: "79" }] }, "no_value"],
  ])("%s", (_, scale, expected) => {
    expect(needed(scale)).toStrictEqual(expected);
  });

  test("a value without an end is cut to the side that still suffices", () => {
    const card = scorecard([fixed, indicator("x", "1.5", direct)]);
    const { outcome } = findGapToGrade({ values: { fixed: "60" }, grade: "B", places: 2 }, card);
    // (70 × 2.5 − 60) ÷ 1.5 = 76.666…
    expect(outcome.ways[1]).toStrictEqual({ criterion: "x", reachable: true, needed: [[{ bound: "at_least", value: "76.67" }]] });
    const falling = scorecard([fixed, indicator("x", "1.5", { kind: "linear", full: "100", from: "100", to: "0" })]);
    const least = findGapToGrade({ values: { fixed: "60" }, grade: "B", places: 2 }, falling).outcome.ways[1];
    expect(least).toMatchObject({ needed: [[{ bound: "at_most", value: "23.33" }]] });
  });

  test("a best of 0 leaves nothing to reach", () => {
    expect(needed({ kind: "relative", full: "100", better: "higher" }, {}, "0")).toBe("no_value");
    expect(needed({ kind: "relative", full: "100", better: "lower", atZero: "full" }, {}, "0")).toStrictEqual([
      ["at_least 0", "at_most 0"],
    ]);
  });

  test("the knock-out bound counts where it is higher", () => {
    const knock = { missing: { then: "zero" } } as const;
    expect(needed(direct, { ...knock, knockOutBelow: "79" })).toStrictEqual([["at_least 80"]]);
    expect(needed(direct, { ...knock, knockOutBelow: "81" })).toStrictEqual([["at_least 81"]]);
  });
});

describe("findGapToGrade()", () => {
  const card = scorecard(
    [
      indicator("sales", "6", direct),
      indicator("visits", "3", direct),
      indicator("safety", "1", direct, { knockOutBelow: "50", missing: { then: "zero" } }),
      indicator("note", "0", direct),
    ],
    { knockOutGrade: "D" },
  );
  const values = { sales: "70", visits: "60", safety: "80", note: "1" }; // 42 + 18 + 8 = 68
  const gap = (grade: string, given: object = values) => findGapToGrade({ values: given as typeof values, grade, places: 2 }, card).outcome;

  test("says what is missing, and for each criterion what alone would do it", () => {
    expect(gap("B")).toStrictEqual({
      grade: "B",
      threshold: "70",
      reached: false,
      score: "68",
      missing: "2",
      ways: [
        { criterion: "sales", reachable: true, needed: [[{ bound: "at_least", value: "73.34" }]] }, // 70 + 2 × 10/6
        { criterion: "visits", reachable: true, needed: [[{ bound: "at_least", value: "66.67" }]] },
        { criterion: "safety", reachable: true, needed: [[{ bound: "at_least", value: "100" }]] },
        { criterion: "note", reachable: false, because: "too_little_weight" },
      ],
    });
    expect(gap("A").ways.map((way) => way.reachable)).toStrictEqual([true, false, false, false]);
  });

  test.each([
    { grade: "D", reached: true },
    { grade: "C", reached: true },
    { grade: "B", reached: false },
  ])("grade $grade is reached: $reached", ({ grade, reached }) => {
    expect(gap(grade).reached).toBe(reached);
    expect(gap(grade).ways.length === 0).toBe(reached);
  });

  describe("a red line that weighs nothing", () => {
    const redLine: Partial<ScoreCriterion> = { knockOutBelow: "50", missing: { then: "fail" } };
    const lined = scorecard([indicator("sales", "1", direct), indicator("safety", "0", direct, redLine)], { knockOutGrade: "D" });
    const wayOf = (sales: string, safety?: string) =>
      findGapToGrade({ values: { sales, safety }, grade: "B", places: 0 }, lined).outcome.ways[1] as GradeWay;

    test("is itself the way where it alone stands before a score that suffices", () => {
      expect(wayOf("90", "49.9")).toStrictEqual({
        criterion: "safety",
        reachable: true,
        needed: [[{ bound: "at_least", value: "50" }]],
      });
      // without the fact there is no score at all
      expect(wayOf("70")).toStrictEqual({ criterion: "safety", reachable: true, needed: [[{ bound: "at_least", value: "50" }]] });
    });

    test("lifts no score", () => {
      expect(wayOf("69.9", "49.9")).toStrictEqual({ criterion: "safety", reachable: false, because: "too_little_weight" });
    });

    test("is no data", () => {
      const { outcome } = findGapToGrade({ values: { safety: "80" }, grade: "D", places: 0 }, lined);
      expect(outcome.ways[1]).toStrictEqual({ criterion: "safety", reachable: false, because: "other_data" });
    });
  });

  test("who is knocked out first has to mend that, whatever the score", () => {
    const { score, missing, ways } = gap("B", { sales: "100", visits: "100", safety: "49.99" });
    expect([score, missing]).toStrictEqual(["95", "-25"]);
    expect(ways.map((way) => (way.reachable ? way.needed : way.because))).toStrictEqual([
      "other_knocked_out",
      "other_knocked_out",
      [[{ bound: "at_least", value: "50" }]],
      "other_knocked_out",
    ]);
  });

  test("without a score it says what a missing fact would have to be, if one is enough", () => {
    const strict = { ...card, minimumCoverage: "0.9" };
    const { outcome } = findGapToGrade({ values: { visits: "60", safety: "80" }, grade: "B", places: 0 }, strict);
    expect([outcome.score, outcome.missing]).toStrictEqual([null, null]);
    expect(outcome.ways[0]).toStrictEqual({ criterion: "sales", reachable: true, needed: [[{ bound: "at_least", value: "74" }]] });
    expect(outcome.ways[1]).toStrictEqual({ criterion: "visits", reachable: false, because: "other_data" });
  });

  test("where any value does, the range has no bounds", () => {
    const easy = scorecard([indicator("a", "9", direct), indicator("b", "1", direct, { missing: { then: "fail" } })]);
    expect(findGapToGrade({ values: { a: "100" }, grade: "A", places: 0 }, easy).outcome.ways[1]).toMatchObject({
      reachable: true,
      needed: [[]],
    });
  });

  test("explains itself in both languages", () => {
    const { explanation } = findGapToGrade(frozen({ values, grade: "B", places: 2 }), frozen(card));
    const lines = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue: engineMessages }).split("\n");
    expect(lines("en").slice(0, 3)).toStrictEqual([
      "Grade B begins at 70: the score is 68, 2 are missing",
      "  sales alone would do it",
      "    sales: at least 73.34",
    ]);
    expect(lines("zh").at(-1)).toBe("  指标 note：即使满分也不够");
  });

  test("faults a grade the scorecard does not have", () => {
    expect(faultAt(() => gap("S"))).toBe("kernel.not_a_choice at facts.grade");
    expect(faultAt(() => findGapToGrade({ values, grade: "B", places: -1 }, card))).toBe("kernel.not_a_count at facts.places");
    expect(faultAt(() => findGapToGrade(null as never, card))).toBe("kernel.not_a_record at facts");
  });
});
