import { checkScorecard, type GradeBand, type Scorecard, type ScoreScale } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { direct, indicator, scorecard, scoreOf } from "../support/scorecards.js";
import { throwing } from "../support/throwing.js";

const sound = scorecard([indicator("a", "0.7", direct), indicator("b", "0.3", direct)], { weights: "shares", minimumCoverage: "0.5" });
const check = (card: unknown) => checkScorecard(card as Scorecard).map(({ code, path }) => `${code} at ${path}`);
const withScale = (scale: object) => check(scorecard([indicator("a", "1", scale as ScoreScale)]));
const withCriterion = (more: object) => check(scorecard([{ ...indicator("a", "1", direct), ...more }], { knockOutGrade: "D" }));
const withGrades = (...grades: readonly Partial<GradeBand>[]) => check({ ...sound, grades });

describe("checkScorecard()", () => {
  test("finds nothing wrong with a sound one", () => {
    expect(check(sound)).toStrictEqual([]);
    expect(withGrades({ grade: "C", from: "0", to: "60" }, { grade: "A", from: "60", to: "100" })).toStrictEqual([]);
    expect(withGrades({ grade: "A", from: "0" }, { grade: "S", from: "100" })).toStrictEqual([]);
  });

  test("what stands beside a row is faulted where it stands, whatever it is", () => {
    const word = "no number but a rather long word";
    expect(withGrades({ grade: "C", from: "0", to: "60" }, { grade: "A", from: word })).toStrictEqual([
      "kernel.not_a_decimal at grades[1].from",
    ]);
    for (const from of [0.5, 1e300, { toString: () => "1" }, [1], word]) {
      const rows = [
        { from, points: "1" },
        { from: "1.12345678901234567", points: "2" },
      ];
      expect(withScale({ kind: "points", full: "100", below: "0", rows })).toStrictEqual([
        "kernel.not_a_decimal at criteria[0].scale.rows[0].from",
      ]);
      expect(
        withCriterion({ scale: { kind: "direct", full: from }, knockOutBelow: "1.12345678901234567", missing: { then: "zero" } }),
      ).toStrictEqual(["kernel.not_a_decimal at criteria[0].scale.full"]);
    }
  });

  test.each([
    { weights: ["0.7", "0.29"], expected: ["engine.score_weights_not_whole at criteria"] },
    { weights: ["0.7", "0.3"], expected: [] },
    { weights: ["0.7", "0.31"], expected: ["engine.score_weights_not_whole at criteria"] },
    { weights: ["0.3333333333", "0.6666666666"], expected: [] },
    // within a billionth
    { weights: ["0.5", "0.4999999989"], expected: ["engine.score_weights_not_whole at criteria"] },
    { weights: ["0.5", "0.499999999"], expected: [] },
    { weights: ["0.5", "0.500000001"], expected: [] },
    { weights: ["0.5", "0.5000000011"], expected: ["engine.score_weights_not_whole at criteria"] },
  ])("shares $weights add up to one, or: $expected", ({ weights, expected }) => {
    const criteria = weights.map((weight, i) => indicator(`c${i}`, weight, direct));
    expect(check({ ...sound, criteria })).toStrictEqual(expected);
    expect(check({ ...sound, criteria, weights: "keys" })).toStrictEqual([]);
  });

  test("thirds that are cut are a whole all the same: full marks are 100, and nothing is missing", () => {
    const criteria = ["a", "b", "c"].map((code) => indicator(code, "0.3333333333", direct));
    const thirds = scorecard(criteria, { weights: "shares", minimumCoverage: "1" });
    expect(scoreOf({ values: { a: "100", b: "100", c: "100" } }, thirds)).toStrictEqual(["100", "A"]);
    expect(scoreOf({ values: { a: "90", b: "60", c: "60" } }, { ...thirds, rounding: "down" })).toStrictEqual(["70", "B"]);
  });

  test.each<[fault: string, card: object]>([
    ["kernel.not_text at version", { version: "" }],
    ["kernel.not_a_choice at weights", { weights: "percent" }],
    ["kernel.not_a_choice at rounding", { rounding: "bankers" }],
    ["kernel.not_a_count at places", { places: 2.5 }],
    ["engine.score_out_of_range at minimumCoverage", { minimumCoverage: "1.01" }],
    ["engine.score_out_of_range at minimumCoverage", { minimumCoverage: "-0.01" }],
    ["kernel.not_a_decimal at minimumCoverage", { minimumCoverage: undefined }],
    ["kernel.not_a_list at criteria", { criteria: {} }],
    ["kernel.list_too_long at criteria", { criteria: new Array(2 ** 32 - 1) }],
    ["engine.score_no_criterion at criteria", { criteria: [] }],
    ["kernel.not_a_record at criteria[0]", { criteria: [null] }],
    ["engine.score_weightless at criteria", { weights: "keys", criteria: [indicator("a", "0", direct)] }],
    ["engine.score_code_twice at criteria[1].code", { criteria: [indicator("a", "0.5", direct), indicator("a", "0.5", direct)] }],
    ["engine.grade_unknown at knockOutGrade", { knockOutGrade: "F" }],
    ["kernel.not_a_list at grades", { grades: null }],
  ])("names %s", (fault, more) => {
    expect(check({ ...sound, ...more })).toContain(fault);
  });

  test.each<[fault: string, criterion: object]>([
    ["kernel.not_text at criteria[0].code", { code: "" }],
    ["kernel.not_text at criteria[0].title.zh", { title: { en: "A" } }],
    ["kernel.not_text at criteria[0].fact", { fact: 1 }],
    ["engine.score_out_of_range at criteria[0].weight", { weight: "-1" }],
    ["kernel.not_a_decimal at criteria[0].weight", { weight: 1 }],
    ["kernel.not_a_record at criteria[0].scale", { scale: "direct" }],
    ["kernel.not_a_record at criteria[0].missing", { missing: "exclude" }],
    ["kernel.not_a_choice at criteria[0].missing.then", { missing: { then: "guess" } }],
    ["kernel.not_a_decimal at criteria[0].missing.points", { missing: { then: "neutral" } }],
    ["engine.score_out_of_range at criteria[0].missing.points", { missing: { then: "neutral", points: "100.01" } }],
    ["kernel.not_a_count at criteria[0].missing.maxAgePeriods", { missing: { then: "carry", maxAgePeriods: 0, otherwise: "zero" } }],
    ["kernel.not_a_choice at criteria[0].missing.otherwise", { missing: { then: "carry", maxAgePeriods: 1 } }],
    ["engine.score_out_of_range at criteria[0].knockOutBelow", { knockOutBelow: "101", missing: { then: "fail" } }],
    ["engine.knock_out_excluded at criteria[0].missing", { knockOutBelow: "50" }],
    [
      "engine.knock_out_excluded at criteria[0].missing",
      { knockOutBelow: "50", missing: { then: "carry", maxAgePeriods: 1, otherwise: "exclude" } },
    ],
  ])("names %s of a criterion", (fault, more) => {
    expect(withCriterion(more)).toContain(fault);
  });

  test("a criterion that knocks out needs a grade to knock out to", () => {
    const knock = indicator("a", "1", direct, { knockOutBelow: "50", missing: { then: "zero" } });
    expect(check(scorecard([knock]))).toStrictEqual(["engine.grade_unknown at knockOutGrade"]);
    expect(check(scorecard([knock], { knockOutGrade: "D" }))).toStrictEqual([]);
  });

  test.each<[fault: string, scale: object]>([
    ["kernel.not_a_choice at criteria[0].scale.kind", { kind: "curve", full: "1" }],
    ["kernel.not_a_choice at criteria[0].scale.kind", { kind: "constructor", full: "1" }],
    ["kernel.not_above_zero at criteria[0].scale.full", { kind: "direct", full: "0" }],
    ["kernel.not_a_decimal at criteria[0].scale.full", { kind: "direct" }],
    ["engine.score_out_of_range at criteria[0].scale.below", { kind: "points", full: "10", below: "11", rows: [] }],
    ["kernel.not_a_list at criteria[0].scale.rows", { kind: "points", full: "10", below: "0" }],
    ["kernel.not_a_record at criteria[0].scale.rows[0]", { kind: "points", full: "10", below: "0", rows: [1] }],
    [
      "engine.score_out_of_range at criteria[0].scale.rows[0].points",
      { kind: "points", full: "10", below: "0", rows: [{ from: "1", points: "-1" }] },
    ],
    [
      "engine.score_not_increasing at criteria[0].scale.rows[1].from",
      {
        kind: "points",
        full: "10",
        below: "0",
        rows: [
          { from: "1", points: "1" },
          { from: "1.0", points: "2" },
        ],
      },
    ],
    ["engine.score_flat at criteria[0].scale.to", { kind: "linear", full: "10", from: "1", to: "1.00" }],
    ["kernel.not_a_decimal at criteria[0].scale.to", { kind: "linear", full: "10", from: "1" }],
    ["kernel.not_a_choice at criteria[0].scale.better", { kind: "relative", full: "10", better: "more" }],
    ["kernel.not_a_choice at criteria[0].scale.atZero", { kind: "relative", full: "10", better: "lower" }],
    ["kernel.not_above_zero at criteria[0].scale.step", { kind: "deduction", full: "10", step: "0" }],
    ["kernel.not_above_zero at criteria[0].scale.deduct", { kind: "deduction", full: "10", deduct: "-1" }],
    ["kernel.not_a_decimal at criteria[0].scale.target", { kind: "deduction", full: "10" }],
    ["kernel.not_a_choice at criteria[0].scale.partialStep", { kind: "deduction", full: "10" }],
    ["kernel.not_a_choice at criteria[0].scale.better", { kind: "yes_no", full: "10", better: true }],
  ])("names %s", (fault, scale) => {
    expect(withScale(scale)).toContain(fault);
  });

  describe("grades cover 0 to 100 exactly once", () => {
    test.each<[why: string, grades: readonly Partial<GradeBand>[], faults: readonly string[]]>([
      ["none", [], ["engine.grade_first_not_zero at grades"]],
      ["none from 0", [{ grade: "A", from: "0.01" }], ["engine.grade_first_not_zero at grades[0].from"]],
      [
        "a gap",
        [
          { grade: "C", from: "0", to: "59.99" },
          { grade: "A", from: "60" },
        ],
        ["engine.grade_gap at grades[0].to"],
      ],
      [
        "an overlap",
        [
          { grade: "C", from: "0", to: "60.01" },
          { grade: "A", from: "60" },
        ],
        ["engine.grade_overlap at grades[0].to"],
      ],
      ["a top that ends early", [{ grade: "A", from: "0", to: "99.99" }], ["engine.grade_gap at grades[0].to"]],
      [
        "out of order",
        [
          { grade: "C", from: "0" },
          { grade: "A", from: "85" },
          { grade: "B", from: "70" },
        ],
        ["engine.score_not_increasing at grades[2].from"],
      ],
      [
        "a bound twice",
        [
          { grade: "C", from: "0" },
          { grade: "A", from: "0.0" },
        ],
        ["engine.score_not_increasing at grades[1].from"],
      ],
      [
        "above 100",
        [
          { grade: "C", from: "0" },
          { grade: "A", from: "100.01" },
        ],
        ["engine.score_out_of_range at grades[1].from"],
      ],
      [
        "a name twice",
        [
          { grade: "C", from: "0" },
          { grade: "C", from: "50" },
        ],
        ["engine.score_code_twice at grades[1].grade"],
      ],
      [
        "a bound no score can have",
        [
          { grade: "C", from: "0" },
          { grade: "A", from: "84.995" },
        ],
        ["engine.grade_too_precise at grades[1].from"],
      ],
      [
        "no name, no bound",
        [{ from: "0" }, { grade: "A" }],
        ["kernel.not_text at grades[0].grade", "kernel.not_a_decimal at grades[1].from"],
      ],
    ])("%s", (_, grades, faults) => {
      expect(withGrades(...grades)).toStrictEqual(faults);
    });
  });

  test("lists everything, and the scorer throws the first", () => {
    const bad = { ...sound, version: "", rounding: "bankers", places: -1 } as unknown as Scorecard;
    expect(check(bad)).toStrictEqual(["kernel.not_text at version", "kernel.not_a_choice at rounding", "kernel.not_a_count at places"]);
    expect(faultAt(() => scoreOf({ values: {} }, bad))).toBe("kernel.not_text at scorecard.version");
  });

  test.each([[null], [1], ["card"], [[]]])("%j is no scorecard", (given) => {
    expect(check(given)).toStrictEqual(["kernel.not_a_record at "]);
  });

  test("one that cannot be read is a fault", () => {
    expect(faultAt(() => check(throwing("criteria", sound)))).toBe("kernel.unreadable at scorecard");
  });
});
