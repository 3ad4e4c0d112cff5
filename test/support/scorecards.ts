import fc from "fast-check";
import {
  type MissingData,
  type ScoreCriterion,
  type Scorecard,
  type ScoreFacts,
  type ScoreOutcome,
  type ScoreScale,
  scoreMember,
} from "qudao/engine";
import { decimalText, smallText } from "./arbitrary-decimal.js";

export const grades = [
  { grade: "D", from: "0" },
  { grade: "C", from: "50" },
  { grade: "B", from: "70" },
  { grade: "A", from: "85" },
];

/** A criterion that reads the fact of its own name. */
export function indicator(code: string, weight: string, scale: ScoreScale, more: Partial<ScoreCriterion> = {}): ScoreCriterion {
  return { code, title: { en: code, zh: `指标 ${code}` }, fact: code, weight, scale, missing: { then: "exclude" }, ...more };
}

export const direct: ScoreScale = { kind: "direct", full: "100" };

export function scorecard(criteria: readonly ScoreCriterion[], more: Partial<Scorecard> = {}): Scorecard {
  return { version: "2024", weights: "keys", criteria, minimumCoverage: "0", places: 2, rounding: "half_up", grades, ...more };
}

/** Score and grade, or why there is none. */
export function result(outcome: ScoreOutcome): readonly [score: string, grade: string] | string {
  return outcome.status === "scored" ? [outcome.score, outcome.grade] : outcome.status === "unscorable" ? outcome.status : outcome.because;
}

export const scoreOf = (facts: ScoreFacts, card: Scorecard) => result(scoreMember(facts, card).outcome);

/** Points of one criterion alone, full marks 100. */
export function pointsOf(scale: ScoreScale, value: string | boolean, best?: string): string | null | undefined {
  const facts = { values: { x: value }, ...(best !== undefined && { best: { x: best } }) };
  const { outcome } = scoreMember(facts, scorecard([indicator("x", "1", scale)]));
  return outcome.status === "scored" ? outcome.lines[0]?.points : undefined;
}

const full = fc.constantFrom("100", "30", "7", "0.5");
const share = fc.constantFrom("0", "1", "0.25", "0.5");
const scale: fc.Arbitrary<ScoreScale> = full.chain((most): fc.Arbitrary<ScoreScale> => {
  const part = share.map((one) => String(Number(one) * Number(most)));
  return fc.oneof(
    fc.constant<ScoreScale>({ kind: "direct", full: most }),
    fc.record({ kind: fc.constant("yes_no" as const), full: fc.constant(most), better: fc.constantFrom("yes" as const, "no" as const) }),
    fc.record({
      kind: fc.constant("linear" as const),
      full: fc.constant(most),
      from: fc.constantFrom("-3", "0", "60"),
      to: fc.constantFrom("1", "7.5", "-60"),
    }),
    fc.record({
      kind: fc.constant("points" as const),
      full: fc.constant(most),
      below: part,
      rows: fc.tuple(part, part).map(([a, b]) => [
        { from: "-1.5", points: a },
        { from: "40", points: b },
      ]),
    }),
    fc.record({
      kind: fc.constant("deduction" as const),
      full: fc.constant(most),
      better: fc.constantFrom("higher" as const, "lower" as const),
      target: fc.constantFrom("0", "12.5"),
      step: fc.constantFrom("3", "0.7"),
      deduct: fc.constantFrom("1", "0.11"),
      partialStep: fc.constantFrom("counts" as const, "free" as const),
    }),
    fc.record({
      kind: fc.constant("relative" as const),
      full: fc.constant(most),
      better: fc.constantFrom("higher" as const, "lower" as const),
      atZero: fc.constantFrom("full" as const, "nothing" as const),
    }),
  );
});

function missingOf({ full: most }: ScoreScale, knocksOut: boolean): fc.Arbitrary<MissingData> {
  const excluded = knocksOut ? [] : (["exclude"] as const);
  return fc.oneof(
    fc.constantFrom(...excluded, "zero" as const, "fail" as const).map((then) => ({ then })),
    share.map((one) => ({ then: "neutral" as const, points: String(Number(one) * Number(most)) })),
    fc.record({
      then: fc.constant("carry" as const),
      maxAgePeriods: fc.constantFrom(1, 2),
      otherwise: fc.constantFrom(...excluded, "zero" as const, "fail" as const),
    }),
  );
}

const criterion = (code: string): fc.Arbitrary<ScoreCriterion> =>
  fc.tuple(scale, fc.constantFrom("1", "3", "0.07", "0"), fc.integer({ min: 0, max: 3 })).chain(([one, weight, knock]) => {
    const knockOut = knock === 0 ? { knockOutBelow: String(Number(one.full) / 2) } : {};
    return missingOf(one, knock === 0).map((missing) => indicator(code, weight, one, { missing, ...knockOut }));
  });

/** Scorecards of one to five criteria of every kind, weighed by keys. */
export const anyScorecard: fc.Arbitrary<Scorecard> = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => criterion(`c${i}`))))
  .filter((criteria) => criteria.some(({ weight }) => weight !== "0"))
  .chain((criteria) =>
    fc.record({
      version: fc.constant("2024"),
      weights: fc.constant("keys" as const),
      criteria: fc.constant(criteria),
      minimumCoverage: fc.constantFrom("0", "0.4", "1"),
      places: fc.integer({ min: 0, max: 4 }),
      rounding: fc.constantFrom("half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"),
      grades: fc.constant(grades),
      knockOutGrade: fc.constant("D"),
    }),
  );

/** Facts that fit a scorecard: of every criterion a value, a carried value, both or none. */
export function anyFacts(card: Scorecard): fc.Arbitrary<ScoreFacts> {
  const number = fc.oneof(smallText, decimalText(6, 2));
  const size = number.map((text) => text.replace("-", ""));
  const of = ({ scale: { kind } }: ScoreCriterion) => (kind === "yes_no" ? fc.boolean() : kind === "relative" ? size : number);
  const each = <T>(one: (criterion: ScoreCriterion) => fc.Arbitrary<T>) =>
    fc.record(Object.fromEntries(card.criteria.map((criterion) => [criterion.fact, one(criterion)])));
  return fc.record({
    values: each((one) => fc.option<string | boolean>(of(one), { nil: null })),
    best: each(() => size),
    carried: each((one) =>
      fc.option(fc.record({ value: of(one) as fc.Arbitrary<string | boolean>, agePeriods: fc.integer({ min: 1, max: 3 }) }), {
        nil: undefined,
      }),
    ),
  });
}
