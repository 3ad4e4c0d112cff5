import type { ScoreCriterion } from "qudao/engine";
import { checkQuotaPolicy, exampleQuotaPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

const classes = (...weights: string[]) =>
  weights.map((weight, i) => ({ memberClass: ["agent", "distributor", "trial"][i] as string, weight }));
const warned = (...weights: string[]) => checkQuotaPolicy({ ...exampleQuotaPolicy, classes: classes(...weights) }).map(({ path }) => path);

describe("checkQuotaPolicy()", () => {
  test.each([
    { weights: ["1", "0.99"], paths: [], why: "a hair less" },
    { weights: ["1", "1"], paths: [], why: "the same" },
    { weights: ["1", "1.01"], paths: ["classes[1].weight"], why: "a hair more" },
    { weights: ["1", "0.5", "0.8"], paths: ["classes[2].weight"], why: "a third class above the second" },
  ])("S19-149: $weights: $why", ({ weights, paths }) => {
    expect(warned(...weights)).toStrictEqual(paths);
  });

  test("a warning names both classes", () => {
    const [warning] = checkQuotaPolicy({ ...exampleQuotaPolicy, classes: classes("1", "2") });
    expect(warning?.params).toStrictEqual({ memberClass: "distributor", weight: "2", before: "agent", beforeWeight: "1" });
  });

  const { scorecard } = exampleQuotaPolicy;
  const changed = (change: (criterion: ScoreCriterion) => ScoreCriterion) => ({
    ...exampleQuotaPolicy,
    scorecard: { ...scorecard, criteria: scorecard.criteria.map((one, i) => (i === 0 ? change(one) : one)) },
  });

  test("S19-148: all five factors are there, and none may fall", () => {
    expect(faultAt(() => checkQuotaPolicy(changed((one) => ({ ...one, code: "size" }))))).toBe(
      "profit-sharing.factor_missing at policy.scorecard.criteria",
    );
    const falling = [
      { kind: "linear", full: "100", from: "10", to: "0" },
      { kind: "relative", full: "100", better: "lower", atZero: "full" },
      { kind: "deduction", full: "100", better: "lower", target: "0", step: "1", deduct: "1", partialStep: "counts" },
      { kind: "yes_no", full: "100", better: "no" },
      { kind: "points", full: "100", below: "50", rows: [{ from: "1", points: "40" }] },
    ] as const;
    for (const scale of falling) {
      expect(faultAt(() => checkQuotaPolicy(changed((one) => ({ ...one, scale }))))).toBe(
        "profit-sharing.factor_falls at policy.scorecard.criteria[0].scale",
      );
    }
    expect(checkQuotaPolicy(changed((one) => ({ ...one, scale: { kind: "relative", full: "100", better: "higher" } })))).toStrictEqual([]);
  });

  test("a scorecard that cannot be used is refused with its place", () => {
    const bad = { ...exampleQuotaPolicy, scorecard: { ...scorecard, places: -1 } };
    expect(faultAt(() => checkQuotaPolicy(bad))).toMatch(/ at policy\.scorecard\.places$/);
  });
});
