import fc from "fast-check";
import { evaluateProgrammeTier, scoreMembers } from "qudao/performance";
import { expect, test } from "vitest";
import { Ratio } from "../support/oracle-scorecard.js";
import { earnsPoints, highestTier, relativeScores } from "../support/performance-oracle.js";

const seed = 20_240_601;
const title = { en: "t", zh: "题" };
const decimal = fc.integer({ min: 0, max: 100_000 }).map((n) => String(n / 100));
const names = ["a", "b", "c"] as const;
const keys = { a: "3", b: "2", c: "0.5" };
const criteria = names.map((name) => ({
  code: name,
  title,
  fact: name,
  weight: keys[name],
  scale: { kind: "relative" as const, full: "100", better: "higher" as const },
  missing: { then: "exclude" as const },
}));
const grades = [
  { grade: "C", from: "0" },
  { grade: "B", from: "60" },
  { grade: "A", from: "85" },
];
const card = { version: "1", weights: "keys" as const, criteria, minimumCoverage: "0", places: 1, rounding: "down" as const, grades };
const policy = (scorecard: typeof card) => ({
  scorecard,
  accruing: [],
  minimumDays: 1,
  ranking: { ties: "dense" as const, knockedOut: "by_score" as const },
});
const period = { start: "2024-01-01", end: "2024-04-01" };
const values = fc.record(
  Object.fromEntries(names.map((name) => [name, fc.option(decimal)])) as Record<"a" | "b" | "c", fc.Arbitrary<string | null>>,
);
const field = fc.array(values, { minLength: 1, maxLength: 6 });
const scoresOf = (given: readonly { readonly [name: string]: string | null }[], scorecard = card) =>
  scoreMembers({ period, members: given.map((one, i) => ({ member: `m${i}`, values: one })) }, policy(scorecard)).outcome.scores.map(
    ({ outcome }) => outcome,
  );

test("scores agree with a second implementation, and no data is never a number", () => {
  fc.assert(
    fc.property(field, (given) => {
      const want = relativeScores(given, keys);
      scoresOf(given).forEach((outcome, i) => {
        const other = want[i];
        if (other === null || other === undefined) expect(outcome.status).toBe("insufficient_data");
        else expect(outcome.status === "scored" && outcome.score).toBe(textOf(other));
      });
    }),
    { seed, numRuns: 300 },
  );
});

/** Cut to one place. */
function textOf(ratio: Ratio): string {
  const tenths = ratio.mul(new Ratio(10n)).floor();
  const [whole, rest] = [tenths / 10n, tenths % 10n];
  return rest === 0n ? String(whole) : `${whole}.${rest}`;
}

test("the order of criteria never changes a score", () => {
  fc.assert(
    fc.property(field, fc.shuffledSubarray([...criteria], { minLength: 3 }), (given, shuffled) => {
      const told = (scorecard: typeof card) =>
        scoresOf(given, scorecard).map((one) => (one.status === "scored" ? [one.score, one.grade] : one.status));
      expect(told({ ...card, criteria: shuffled })).toStrictEqual(told(card));
    }),
    { seed, numRuns: 200 },
  );
});

test("full marks are the top grade, and a better value never scores less", () => {
  expect(scoresOf([{ a: "7", b: "7", c: "7" }])[0]).toMatchObject({ score: "100", grade: "A" });
  fc.assert(
    fc.property(field, decimal, (given, more) => {
      const [first] = given;
      if (first?.a === null || first === undefined) return;
      const raised = [{ ...first, a: String(Number(first.a) + Number(more)) }, ...given.slice(1)];
      const [before, after] = [scoresOf(given)[0], scoresOf(raised)[0]];
      if (before?.status === "scored" && after?.status === "scored")
        expect(Number(after.score)).toBeGreaterThanOrEqual(Number(before.score));
    }),
    { seed, numRuns: 200 },
  );
});

test("tiers agree with a second implementation and rise with the value", () => {
  const bounds = ["0", "100", "250.5", "999.99"];
  const rule = (atLeast: string) => ({ kind: "all_thresholds" as const, thresholds: [{ metric: "x", atLeast }] });
  const tiers = bounds.map((bound, i) => ({ tier: `T${i}`, title, rule: rule(bound) }));
  const facts = (x: string) => ({ asOf: "2024-01-01", values: { x }, current: null, reviewsBelow: 0 });
  const agreed = { demotionReviews: 1, minimumStayMonths: 0, keepMargin: "0", reviewMonths: 3 };
  fc.assert(
    fc.property(fc.oneof(decimal, fc.constantFrom(...bounds)), (x) => {
      expect(evaluateProgrammeTier(facts(x), { ...agreed, tiers }).outcome.tier).toBe(`T${highestTier(x, bounds)}`);
    }),
    { seed, numRuns: 300 },
  );
  const part = fc.record({ value: decimal, threshold: fc.constantFrom("3", "70", "700"), max: fc.constantFrom("10", "35", "60") });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom("10", "35", "70"), (rows, minimum) => {
      const metrics = rows.map(({ threshold, max }, i) => ({ metric: `x${i}`, threshold, max }));
      const points = { tier: "P", title, rule: { kind: "points" as const, tracks: [{ track: "one", minimum, metrics }] } };
      const given = { ...facts("0"), values: Object.fromEntries(rows.map(({ value }, i) => [`x${i}`, value])) };
      expect(evaluateProgrammeTier(given, { ...agreed, tiers: [points] }).outcome.tier).toBe(earnsPoints(rows, minimum) ? "P" : null);
    }),
    { seed, numRuns: 300 },
  );
});
