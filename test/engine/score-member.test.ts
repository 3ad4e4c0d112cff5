import { engineMessages, type ScoreScale, scoreMember } from "qudao/engine";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { direct, indicator, pointsOf, result, scorecard, scoreOf } from "../support/scorecards.js";
import { throwing } from "../support/throwing.js";

describe("points by a scale", () => {
  test.each([
    { value: "59.99", points: "10", why: "below the first row" },
    { value: "60", points: "50", why: "on a row" },
    { value: "84.99", points: "50", why: "the end of a row" },
    { value: "85", points: "100", why: "on the next" },
    { value: "-5", points: "10", why: "far below" },
  ])("rows: $value earns $points, $why", ({ value, points }) => {
    const rows = [
      { from: "60", points: "50" },
      { from: "85", points: "100" },
    ];
    expect(pointsOf({ kind: "points", full: "100", below: "10", rows }, value)).toBe(points);
  });

  test.each([
    { value: "0.59", points: "0", why: "below the line" },
    { value: "0.6", points: "0", why: "where it begins" },
    { value: "0.61", points: "2.5", why: "a fortieth of the way" },
    { value: "0.9", points: "75", why: "three quarters" },
    { value: "1", points: "100", why: "where it ends" },
    { value: "1.5", points: "100", why: "beyond: ten-fold earns no more (S19-70)" },
  ])("a line from 0.6 to 1: $value earns $points, $why", ({ value, points }) => {
    expect(pointsOf({ kind: "linear", full: "100", from: "0.6", to: "1" }, value)).toBe(points);
  });

  test("a falling line: fewer complaints earn more", () => {
    const falling: ScoreScale = { kind: "linear", full: "40", from: "10", to: "0" };
    expect(["11", "10", "9", "0", "-1"].map((value) => pointsOf(falling, value))).toStrictEqual(["0", "0", "4", "40", "40"]);
  });

  test("relative, higher is better: the share of the best", () => {
    const relative: ScoreScale = { kind: "relative", full: "100", better: "higher" };
    expect(["0", "250", "500", "600"].map((value) => pointsOf(relative, value, "500"))).toStrictEqual(["0", "50", "100", "100"]);
    expect(["0", "5"].map((value) => pointsOf(relative, value, "0"))).toStrictEqual(["0", "0"]);
  });

  test("relative, lower is better: the best's share of the value; what 0 earns is said by the scale", () => {
    const lower = (atZero: "full" | "nothing"): ScoreScale => ({ kind: "relative", full: "100", better: "lower", atZero });
    expect(["2", "4", "1"].map((value) => pointsOf(lower("full"), value, "2"))).toStrictEqual(["100", "50", "100"]);
    expect(["0", "3"].map((value) => pointsOf(lower("full"), value, "0"))).toStrictEqual(["100", "0"]);
    expect(["0", "3"].map((value) => pointsOf(lower("nothing"), value, "0"))).toStrictEqual(["0", "0"]);
  });

  test("relative: a value below 0 has no share, and is neither 0 nor a crash", () => {
    const card = scorecard([indicator("sales", "1", { kind: "relative", full: "100", better: "higher" }), indicator("x", "1", direct)]);
    const { outcome, explanation } = scoreMember({ values: { sales: "-0.01", x: "50" }, best: { sales: "500" } }, card);
    const problem = { code: "engine.score_negative", params: { criterion: { en: "sales", zh: "指标 sales" }, value: "-0.01" } };
    expect(outcome).toStrictEqual({ status: "unscorable", version: "2024", problems: [problem] });
    expect(explanation).toStrictEqual({ code: "engine.score_none", params: { version: "2024" }, from: [problem] });
  });

  test.each([
    { value: "95.01", counts: "100", free: "100", why: "above the target" },
    { value: "95", counts: "100", free: "100", why: "on the target" },
    { value: "94.99", counts: "90", free: "100", why: "a step begun" },
    { value: "93", counts: "90", free: "90", why: "one whole step" },
    { value: "92.99", counts: "80", free: "90", why: "a second step begun" },
    { value: "75", counts: "0", free: "0", why: "ten steps" },
    { value: "0", counts: "0", free: "0", why: "never below nothing" },
  ])("10 off for every 2 below 95: $value, $why", ({ value, counts, free }) => {
    const off = { kind: "deduction", full: "100", better: "higher", target: "95", step: "2", deduct: "10" } as const;
    expect(pointsOf({ ...off, partialStep: "counts" }, value)).toBe(counts);
    expect(pointsOf({ ...off, partialStep: "free" }, value)).toBe(free);
  });

  test("a deduction where lower is better", () => {
    const late = { kind: "deduction", full: "100", better: "lower", target: "0", step: "1", deduct: "25", partialStep: "counts" } as const;
    expect(["0", "0.1", "1", "4", "9"].map((value) => pointsOf(late, value))).toStrictEqual(["100", "75", "75", "0", "0"]);
  });

  test("yes or no, and points as they come", () => {
    const yesNo = (better: "yes" | "no"): ScoreScale => ({ kind: "yes_no", full: "30", better });
    expect([pointsOf(yesNo("yes"), true), pointsOf(yesNo("yes"), false)]).toStrictEqual(["30", "0"]);
    expect([pointsOf(yesNo("no"), true), pointsOf(yesNo("no"), false)]).toStrictEqual(["0", "30"]);
    expect(["-1", "0", "29.5", "30", "31"].map((value) => pointsOf({ kind: "direct", full: "30" }, value))).toStrictEqual([
      "0",
      "0",
      "29.5",
      "30",
      "30",
    ]);
  });
});

describe("scoreMember()", () => {
  const card = scorecard([indicator("a", "0.7", direct), indicator("b", "0.3", direct)], { weights: "shares" });

  test("weighs shares: 0.7 × 80 + 0.3 × 50 = 71", () => {
    expect(scoreMember({ values: { a: "80", b: "50" } }, card).outcome).toStrictEqual({
      status: "scored",
      version: "2024",
      score: "71",
      grade: "B",
      knockedOutBy: [],
      lines: [
        { criterion: "a", source: "value", points: "80", contribution: "56" },
        { criterion: "b", source: "value", points: "50", contribution: "15" },
      ],
      coverage: "1",
    });
  });

  test("weighs keys by their sum: (3 × 80 + 1 × 50) ÷ 4 = 72.5", () => {
    expect(scoreOf({ values: { a: "80", b: "50" } }, scorecard([indicator("a", "3", direct), indicator("b", "1", direct)]))).toStrictEqual([
      "72.5",
      "B",
    ]);
  });

  test("full marks of a criterion may be any number: 27 of 30 are 90", () => {
    expect(scoreOf({ values: { a: "27" } }, scorecard([indicator("a", "1", { kind: "direct", full: "30" })]))).toStrictEqual(["90", "A"]);
  });

  test.each([
    { score: "49.99", grade: "D" },
    { score: "50", grade: "C" },
    { score: "69.99", grade: "C" },
    { score: "70", grade: "B" },
    { score: "84.99", grade: "B" },
    { score: "84.994", grade: "B" },
    { score: "84.995", grade: "A" },
    { score: "85", grade: "A" },
    { score: "0", grade: "D" },
    { score: "100", grade: "A" },
  ])("$score, rounded to two places, is graded $grade", ({ score, grade }) => {
    expect(scoreOf({ values: { a: score } }, scorecard([indicator("a", "1", direct)]))[1]).toBe(grade);
  });

  test("three thirds are a whole: nothing is lost on the way, the rounding of the lines is a line", () => {
    const thirds = scorecard(["a", "b", "c"].map((code) => indicator(code, "1", direct)));
    const { outcome, explanation } = scoreMember({ values: { a: "100", b: "100", c: "100" } }, thirds);
    expect(result(outcome)).toStrictEqual(["100", "A"]);
    expect(explanation.from?.map(({ code, params }) => [code, params["score"]])).toStrictEqual([
      ["engine.score_line.value", "33.33"],
      ["engine.score_line.value", "33.33"],
      ["engine.score_line.value", "33.33"],
      ["engine.score_rounding", "0.01"],
    ]);
    expect(checkExplanation(explanation)).toStrictEqual([]);
  });

  test("a score in the middle is rounded as it is, not as a sum of rounded thirds", () => {
    const thirds = scorecard(
      ["a", "b", "c"].map((code) => indicator(code, "1", direct)),
      { places: 1 },
    );
    expect(scoreOf({ values: { a: "84.95", b: "84.95", c: "84.95" } }, thirds)).toStrictEqual(["85", "A"]);
  });

  describe("says what a missing fact means, criterion by criterion", () => {
    const half = (missing: Parameters<typeof indicator>[3]) =>
      scorecard([indicator("a", "1", direct), indicator("b", "1", direct, missing)]);
    const values = { a: "80" };

    test.each([
      { missing: { then: "exclude" }, expected: ["80", "B"], why: "the other weights are shared out anew" },
      { missing: { then: "zero" }, expected: ["40", "D"], why: "no points" },
      { missing: { then: "neutral", points: "60" }, expected: ["70", "B"], why: "so many points" },
      { missing: { then: "fail" }, expected: "required", why: "no score at all" },
    ] as const)("$missing: $expected, $why", ({ missing, expected }) => {
      expect(scoreOf({ values }, half({ missing }))).toStrictEqual(expected);
      expect(scoreOf({ values: { ...values, b: null } }, half({ missing }))).toStrictEqual(expected);
    });

    test.each([
      { agePeriods: 1, expected: ["50", "C"] },
      { agePeriods: 2, expected: ["50", "C"] },
      { agePeriods: 3, expected: ["80", "B"] },
    ])("carries a value $agePeriods periods old while it is at most two: $expected", ({ agePeriods, expected }) => {
      const carry = half({ missing: { then: "carry", maxAgePeriods: 2, otherwise: "exclude" } });
      expect(scoreOf({ values, carried: { b: { value: "20", agePeriods } } }, carry)).toStrictEqual(expected);
    });

    test("an own value comes before a carried one, and a value is carried only where the criterion says so", () => {
      const carried = { b: { value: "20", agePeriods: 1 } };
      const carry = half({ missing: { then: "carry", maxAgePeriods: 2, otherwise: "fail" } });
      expect(scoreOf({ values: { a: "80", b: "60" }, carried }, carry)).toStrictEqual(["70", "B"]);
      expect(scoreOf({ values, carried }, half({ missing: { then: "zero" } }))).toStrictEqual(["40", "D"]);
      expect(scoreOf({ values }, carry)).toBe("required");
    });
  });

  describe("without enough data gives no score", () => {
    const covered = (minimumCoverage: string) =>
      scorecard([indicator("a", "3", direct), indicator("b", "1", direct, { missing: { then: "neutral", points: "100" } })], {
        minimumCoverage,
      });

    test.each([
      { minimumCoverage: "0.74", expected: ["85", "A"] },
      { minimumCoverage: "0.75", expected: ["85", "A"] },
      { minimumCoverage: "0.76", expected: "coverage" },
    ])("facts cover 0.75 of the weights, $minimumCoverage is needed: $expected", ({ minimumCoverage, expected }) => {
      expect(scoreOf({ values: { a: "80" } }, covered(minimumCoverage))).toStrictEqual(expected);
    });

    test("a neutral or zero score is no data: with no fact at all there is no score, even where none is asked for", () => {
      expect(scoreOf({ values: {} }, covered("0"))).toBe("no_data");
      expect(scoreOf({ values: {} }, scorecard([indicator("a", "1", direct, { missing: { then: "zero" } })]))).toBe("no_data");
    });

    test("names what is missing", () => {
      expect(scoreMember({ values: { b: "1" } }, covered("0.5")).outcome).toStrictEqual({
        status: "insufficient_data",
        version: "2024",
        because: "coverage",
        missing: ["a"],
      });
    });
  });

  describe("a knock-out", () => {
    const knock = scorecard(
      [indicator("a", "9", direct), indicator("safety", "1", direct, { knockOutBelow: "60", missing: { then: "fail" } })],
      { knockOutGrade: "D" },
    );

    test.each([
      { safety: "59.99", expected: ["96", "D"], by: ["safety"] },
      { safety: "60", expected: ["96", "A"], by: [] },
      { safety: "60.01", expected: ["96", "A"], by: [] },
    ])("below 60 forces the grade whatever the score: $safety gives $expected", ({ safety, expected, by }) => {
      const { outcome } = scoreMember({ values: { a: "100", safety } }, { ...knock, places: 0 });
      expect(result(outcome)).toStrictEqual(expected);
      expect(outcome.status === "scored" && outcome.knockedOutBy).toStrictEqual(by);
    });
  });

  describe("users of a widespread scorecard asked for", () => {
    test("complaint 1: a supplier without transactions is not divided by zero, and needs no made-up 100", () => {
      const delivery = scorecard([indicator("onTime", "0.5", direct), indicator("quality", "0.5", direct)], { weights: "shares" });
      expect(scoreOf({ values: { onTime: null, quality: null } }, delivery)).toBe("no_data");
    });

    test("complaint 2: a variable nobody supplies does not make everybody very poor, and is named", () => {
      const lateness = scorecard([indicator("attainment", "1", direct), indicator("promisedDays", "1", direct)]);
      const { outcome, explanation } = scoreMember({ values: { attainment: "90" } }, lateness);
      expect(result(outcome)).toStrictEqual(["90", "A"]);
      expect(explanation.from?.[1]).toMatchObject({ code: "engine.score_line.excluded", params: { fact: "promisedDays", score: "0" } });
    });

    test("complaint 3: one engine scores dealers, suppliers, customers and employees alike", () => {
      const attendance = indicator("attendance", "1", { kind: "linear", full: "100", from: "0.8", to: "1" });
      const employee = scorecard([attendance], {
        version: "staff-2024",
        grades: [
          { grade: "不合格", from: "0" },
          { grade: "合格", from: "60" },
        ],
      });
      expect(scoreOf({ values: { attendance: "0.92" } }, employee)).toStrictEqual(["60", "合格"]);
      expect(scoreOf({ values: { sales: "91" } }, scorecard([indicator("sales", "1", direct)]))).toStrictEqual(["91", "A"]);
    });

    test("complaint 4: a perfect 100 is in the top grade, and no data is not a perfect 100", () => {
      expect(scoreOf({ values: { a: "100", b: "100" } }, card)).toStrictEqual(["100", "A"]);
      expect(scoreOf({ values: {} }, card)).toBe("no_data");
    });
  });

  test("explains every criterion in both languages", () => {
    const many = scorecard(
      [
        indicator("sales", "5", { kind: "linear", full: "100", from: "0", to: "1000" }),
        indicator("visits", "3", direct, { missing: { then: "carry", maxAgePeriods: 2, otherwise: "zero" } }),
        indicator("team", "1", direct, { missing: { then: "neutral", points: "50" } }),
        indicator("stock", "1", direct, { knockOutBelow: "20", missing: { then: "zero" } }),
        indicator("training", "9", direct),
      ],
      { knockOutGrade: "D" },
    );
    const { explanation } = scoreMember({ values: { sales: "900" }, carried: { visits: { value: "80", agePeriods: 2 } } }, many);
    const lines = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue: engineMessages }).split("\n");
    expect(lines("en")).toStrictEqual([
      "Score 74, grade D (scorecard 2024)",
      "  sales: 90 of 100 points, weight 5, brings 45",
      "    sales is 900: nothing at 0, full marks 100 at 1000",
      "  visits: 80 of 100 points from a value 2 periods old, weight 3, brings 24",
      "    visits is 80 of 100 points",
      "  team: team is missing, neutral 50 of 100 points, weight 1, brings 5",
      "  stock: stock is missing, 0 of 100 points, weight 1, brings 0",
      "    Knocked out: 0 points, at least 20 are needed",
      "  training: training is missing, takes no part and brings 0",
    ]);
    expect(lines("zh")[0]).toBe("得分 74，等级 D（评分表 2024）");
    expect(lines("zh")[8]).toBe("  指标 training：缺少 training，不参与评分，计 0");
  });

  test("explains why there is no score", () => {
    const { explanation } = scoreMember({ values: {} }, { ...card, minimumCoverage: "0.5" });
    expect(renderExplanation(explanation, { language: "en", catalogue: engineMessages })).toBe(
      "No score: there is no data (scorecard 2024)\n  a: a is missing\n  b: b is missing",
    );
  });

  test("changes nothing it was given", () => {
    const facts = frozen({ values: { a: "80" }, carried: { b: { value: "1", agePeriods: 1 } }, best: {} });
    expect(scoreOf(facts, frozen(card))).toStrictEqual(["80", "B"]);
  });

  test("a fact is no field that every record has", () => {
    expect(scoreOf({ values: {} }, scorecard([indicator("constructor", "1", direct), indicator("__proto__", "1", direct)]))).toBe(
      "no_data",
    );
  });

  test("faults what is malformed, with its place", () => {
    const of = (facts: unknown, given = card) => faultAt(() => scoreMember(facts as never, given));
    expect(of(null)).toBe("kernel.not_a_record at facts");
    expect(of({})).toBe("kernel.not_a_record at facts.values");
    expect(of({ values: { a: "much" } })).toBe("kernel.not_a_decimal at facts.values.a");
    expect(of(throwing("values"))).toBe("kernel.unreadable at facts.values");
    const yesNo = scorecard([indicator("a", "1", { kind: "yes_no", full: "1", better: "yes" })]);
    expect(of({ values: { a: "true" } }, yesNo)).toBe("kernel.not_a_choice at facts.values.a");
    const relative = scorecard([indicator("a", "1", { kind: "relative", full: "1", better: "higher" })]);
    expect(of({ values: { a: "1" } }, relative)).toBe("kernel.missing at facts.best.a");
    expect(of({ values: { a: "1" }, best: { a: "x" } }, relative)).toBe("kernel.not_a_decimal at facts.best.a");
    const carry = scorecard([indicator("a", "1", direct, { missing: { then: "carry", maxAgePeriods: 1, otherwise: "zero" } })]);
    expect(of({ values: {}, carried: { a: { value: "1", agePeriods: 0 } } }, carry)).toBe(
      "kernel.not_a_count at facts.carried.a.agePeriods",
    );
    expect(of({ values: {}, carried: { a: { value: "x", agePeriods: 1 } } }, carry)).toBe("kernel.not_a_decimal at facts.carried.a.value");
    expect(of({ values: {} }, { ...card, places: -1 })).toBe("kernel.not_a_count at scorecard.places");
    expect(of({ values: {} }, null as never)).toBe("kernel.not_a_record at scorecard");
  });
});
