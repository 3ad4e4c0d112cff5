import fc from "fast-check";
import { type Decay, engineMessages, type PeriodPolicy, type Scored, scorePeriods } from "qudao/engine";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { Ratio } from "../support/oracle-scorecard.js";
import { direct, indicator, scorecard } from "../support/scorecards.js";

const card = scorecard([indicator("a", "1", direct)], { knockOutGrade: "D" });
const policy: PeriodPolicy = { scorecard: card, decay: { kind: "linear", span: 4 }, minimumPeriods: 1, knockOuts: "any" };
const scored = (score: string, more: Partial<Scored> = {}): Scored => ({
  status: "scored",
  version: "2024",
  score,
  grade: "A",
  knockedOutBy: [],
  ...more,
});
type Outcome = Parameters<typeof scorePeriods>[0]["periods"][number]["outcome"];
const periods = (...outcomes: readonly Outcome[]) => ({ periods: outcomes.map((outcome, n) => ({ period: `n-${n}`, outcome })) });

function score(outcomes: readonly Outcome[], more: Partial<PeriodPolicy> = {}): unknown {
  const { outcome } = scorePeriods(periods(...outcomes), { ...policy, ...more });
  return outcome.status === "scored" ? [outcome.score, outcome.grade] : outcome.because;
}

describe("scorePeriods()", () => {
  test.each<[decay: Decay, score: string]>([
    // 100, 60 and 40, newest first, worked by hand
    [{ kind: "linear", span: 4 }, "73.33"], // (4×100 + 3×60 + 2×40) ÷ 9
    [{ kind: "linear", span: 2 }, "86.67"], // (2×100 + 1×60) ÷ 3, the third too old
    [{ kind: "linear", span: 1 }, "100"],
    [{ kind: "exponential", factor: "0.5" }, "80"], // (100 + 30 + 10) ÷ 1.75
    [{ kind: "exponential", factor: "1" }, "66.67"],
    [{ kind: "exponential", factor: "0" }, "100"],
    [{ kind: "explicit", weights: ["0.2", "0.3"] }, "76"], // (20 + 18) ÷ 0.5
    [{ kind: "explicit", weights: ["0", "0", "1"] }, "40"],
  ])("weighs newer periods more: %j gives %s", (decay, expected) => {
    expect(score([scored("100"), scored("60"), scored("40")], { decay })).toStrictEqual([expected, expect.any(String)]);
  });

  test("complaint 1: periods without activity are skipped, not scored, and the others keep their age", () => {
    const linear = { kind: "linear", span: 4 } as const;
    // (4×90 + 2×60) ÷ 6
    expect(score([scored("90"), null, scored("60")], { decay: linear })).toStrictEqual(["80", "B"]);
  });

  test("complaint 4: no period at all is no score, and certainly not 100", () => {
    expect(score([])).toBe("no_data");
    expect(score([null, null])).toBe("no_data");
  });

  test("each line says what its period brought, or why it was skipped", () => {
    const facts = periods(
      scored("90"),
      null,
      scored("10", { version: "2023" }),
      { status: "insufficient_data", version: "2024", because: "coverage", missing: ["a"] },
      scored("50"),
    );
    const { outcome, explanation } = scorePeriods(facts, policy);
    expect(outcome).toStrictEqual({
      status: "scored",
      version: "2024",
      score: "90",
      grade: "A",
      knockedOutBy: [],
      lines: [
        { period: "n-0", contribution: "90", skipped: null },
        { period: "n-1", contribution: "0", skipped: "no_activity" },
        { period: "n-2", contribution: "0", skipped: "other_version" },
        { period: "n-3", contribution: "0", skipped: "no_score" },
        { period: "n-4", contribution: "0", skipped: "too_old" },
      ],
    });
    expect(renderExplanation(explanation, { language: "en", catalogue: engineMessages }).split("\n")).toStrictEqual([
      "Score 90, grade A over 1 periods (scorecard 2024)",
      "  n-0: 90 points, weight 1, brings 90",
      "  n-1: skipped, no activity",
      "  n-2: skipped, scored by another scorecard",
      "  n-3: skipped, no score",
      "  n-4: skipped, too old to count",
    ]);
  });

  test.each([
    { minimumPeriods: 1, expected: ["80", "B"] },
    { minimumPeriods: 2, expected: ["80", "B"] },
    { minimumPeriods: 3, expected: "coverage" },
  ])("two of three periods count, $minimumPeriods are needed: $expected", ({ minimumPeriods, expected }) => {
    expect(score([scored("90"), null, scored("60")], { minimumPeriods })).toStrictEqual(expected);
  });

  test("names the periods without data where there are too few", () => {
    const { outcome, explanation } = scorePeriods(periods(scored("90"), null), { ...policy, minimumPeriods: 2 });
    expect(outcome).toStrictEqual({ status: "insufficient_data", version: "2024", because: "coverage", missing: ["n-1"] });
    expect(explanation.params).toStrictEqual({ version: "2024", counted: 1, minimum: 2 });
  });

  test.each([
    { knockOuts: "any", grade: "D", by: ["safety"] },
    { knockOuts: "newest", grade: "A", by: [] },
    { knockOuts: "none", grade: "A", by: [] },
  ] as const)("a knock-out of an older period holds under $knockOuts: grade $grade", ({ knockOuts, grade, by }) => {
    const { outcome } = scorePeriods(periods(scored("90"), scored("90", { knockedOutBy: ["safety"] })), { ...policy, knockOuts });
    expect(outcome).toMatchObject({ score: "90", grade, knockedOutBy: by });
  });

  test("the newest period that counts is meant, not the newest one", () => {
    const facts = periods(null, scored("90", { knockedOutBy: ["safety"] }));
    expect(scorePeriods(facts, { ...policy, knockOuts: "newest" }).outcome).toMatchObject({ grade: "D" });
  });

  test("a full score in every period stays full, whatever the decay", () => {
    const decay = fc.oneof(
      fc.record({ kind: fc.constant("linear" as const), span: fc.integer({ min: 1, max: 13 }) }),
      fc.record({ kind: fc.constant("exponential" as const), factor: fc.constantFrom("0.3", "0.85", "1") }),
    );
    fc.assert(
      fc.property(decay, fc.integer({ min: 1, max: 12 }), (given, count) => {
        expect(
          score(
            Array.from({ length: count }, () => scored("100")),
            { decay: given },
          ),
        ).toStrictEqual(["100", "A"]);
      }),
      { seed: 20240101 },
    );
  });

  test("agrees with the weighted mean on fractions, and the lines add up", () => {
    const outcome = fc.option(
      fc.integer({ min: 0, max: 10000 }).map((n) => scored(`${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`)),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 12 }), (outcomes, span) => {
        const answer = scorePeriods(periods(...outcomes), { ...policy, decay: { kind: "linear", span } });
        const weight = (n: number) => new Ratio(BigInt(Math.max(0, span - n)), BigInt(span));
        let [sum, total] = [new Ratio(0n), new Ratio(0n)];
        outcomes.forEach((one, n) => {
          if (one === null) return;
          sum = sum.add(weight(n).mul(Ratio.of(one.score)));
          total = total.add(weight(n));
        });
        if (total.n === 0n) expect(answer.outcome.status).toBe("insufficient_data");
        else expect(answer.outcome).toMatchObject({ status: "scored", score: sum.div(total).text(2, "half_up") });
        expect(checkExplanation(answer.explanation)).toStrictEqual([]);
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      }),
      { seed: 20240101 },
    );
  });

  test("a thousand periods and the finest factor end in good time: the same score in each is the score", () => {
    const decay: Decay = { kind: "exponential", factor: `0.${"9".repeat(20)}` };
    expect(score(new Array(1000).fill(scored("80")), { decay })).toStrictEqual(["80", "B"]);
  });

  test("changes nothing it was given", () => {
    expect(scorePeriods(frozen(periods(scored("90"), null)), frozen(policy)).outcome.status).toBe("scored");
  });

  test("faults what is malformed", () => {
    const of = (more: object, facts: unknown = periods(scored("1"))) =>
      faultAt(() => scorePeriods(facts as never, { ...policy, ...more } as PeriodPolicy));
    expect(of({ decay: null })).toBe("kernel.not_a_record at policy.decay");
    expect(of({ decay: { kind: "sudden" } })).toBe("kernel.not_a_choice at policy.decay.kind");
    expect(of({ decay: { kind: "linear", span: 0 } })).toBe("kernel.not_a_count at policy.decay.span");
    expect(of({ decay: { kind: "exponential", factor: "1.01" } })).toBe("engine.score_out_of_range at policy.decay.factor");
    expect(of({ decay: { kind: "exponential", factor: `0.${"3".repeat(21)}` } })).toBe("kernel.out_of_range at policy.decay.factor");
    expect(of({ decay: { kind: "explicit", weights: ["1", "-1"] } })).toBe("engine.score_out_of_range at policy.decay.weights[1]");
    expect(of({ minimumPeriods: 0 })).toBe("kernel.not_a_count at policy.minimumPeriods");
    expect(of({ knockOuts: "all" })).toBe("kernel.not_a_choice at policy.knockOuts");
    expect(of({ scorecard: {} })).toBe("kernel.not_text at policy.scorecard.version");
    expect(of({}, {})).toBe("kernel.not_a_list at facts.periods");
    expect(of({}, periods(scored("1", { knockedOutBy: new Array(2 ** 32 - 1) })))).toBe(
      "kernel.list_too_long at facts.periods[0].outcome.knockedOutBy",
    );
    expect(of({}, periods(scored("1", { status: "fine" as never })))).toBe("kernel.not_a_choice at facts.periods[0].outcome.status");
    expect(of({}, periods(scored("-0.1")))).toBe("engine.score_out_of_range at facts.periods[0].outcome.score");
    expect(of({}, periods(scored("100.1")))).toBe("engine.score_out_of_range at facts.periods[0].outcome.score");
    expect(of({}, periods(...new Array(1001).fill(null)))).toBe("kernel.list_too_long at facts.periods");
    expect(of({}, periods(scored("x")))).toBe("kernel.not_a_decimal at facts.periods[0].outcome.score");
    const [once] = periods(scored("90")).periods;
    expect(of({}, { periods: [once, once] } as never)).toBe("kernel.named_twice at facts.periods[1].period");
    expect(of({}, { periods: [{ period: "", outcome: null }] })).toBe("kernel.not_text at facts.periods[0].period");
  });
});
