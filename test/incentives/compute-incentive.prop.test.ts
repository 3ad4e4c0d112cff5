import fc from "fast-check";
import { evaluateTiers, type TierMethod, type TierRow, type TierSchedule, tierCurves, tierMethods } from "qudao/engine";
import { computeIncentive, type IncentiveProgramme, type Qualifier, type ZeroBaseline } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { fracOf, isNear } from "../support/fraction-oracle.js";
import { oracleRuns } from "../support/oracle-runs.js";
import { programmeOf } from "../support/settlement.js";
import { readIncentive, readTiers } from "../support/tier-oracle.js";

const seed = 20240101;
const hundredths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((n) => (n / 100).toFixed(2));
const thousandths = fc.integer({ min: -20, max: 120 }).map((n) => (n / 1000).toFixed(3));

/** A table of one method whose rows begin at 0 (an excess table somewhere above) and are far enough apart to be met exactly. */
function scheduleOf(method: TierMethod, unit: string): fc.Arbitrary<TierSchedule> {
  if (method === "package") {
    return fc.record({
      method: fc.constant("package" as const),
      unit: fc.constant(unit),
      size: hundredths(25, 300),
      amount: hundredths(-100, 900),
      count: fc.constantFrom("complete" as const, "started" as const),
    });
  }
  if (method === "polynomial") return polynomial(unit);
  const paysAmounts = method === "lump_sum" || method === "lump_sum_each";
  const addsAmount = method === "graduated" || method === "excess_only" || method === "retroactive";
  const added = fc.option(thousandths, { nil: undefined });
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), thousandths, fc.boolean(), added), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(steps, fc.constantFrom("reaches" as const, "exceeds" as const), fc.boolean(), fc.nat(3))
    .map(([drawn, boundary, byAmount, first]) => {
      let from = method === "excess_only" ? first : 0;
      const amounts = paysAmounts || (method === "interpolated" && byAmount);
      const tiers = drawn.map(([width, pay, back, beside], i): TierRow => {
        const start = from;
        from += width;
        return {
          from: String(start / 2),
          ...(amounts ? { amount: pay } : { rate: pay }),
          ...(addsAmount && beside !== undefined ? { amount: beside } : {}),
          ...(method === "interpolated" || (i === drawn.length - 1 && back) ? { to: String(from / 2) } : {}),
          ...(method === "pay_to_first" && back ? { fromFirst: true as const } : {}),
        };
      });
      return { method, unit, boundary, tiers };
    });
}

/** Curves over everything, over the excess and of rates, with terms that are 0 and terms that fall. */
function polynomial(unit: string): fc.Arbitrary<TierSchedule> {
  const coefficients = fc.array(fc.oneof(fc.constant("0"), thousandths), { minLength: 1, maxLength: 4 });
  const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), coefficients), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(rows, fc.constantFrom("reaches" as const, "exceeds" as const), fc.constantFrom(...tierCurves))
    .map(([drawn, boundary, curve]): TierSchedule => {
      let from = 0;
      const tiers = drawn.map(([width, given]): TierRow => {
        const start = from;
        from += width;
        return { from: String(start / 2), coefficients: given };
      });
      return { method: "polynomial", unit, boundary, curve, tiers };
    });
}

/** Often exactly on a threshold: halves are where the rows begin. */
const value = fc.oneof(
  fc.integer({ min: -2, max: 40 }).map((n) => String(n / 2)),
  hundredths(-200, 2000),
);

describe("a second implementation in fractions agrees", () => {
  test.each(tierMethods)("with evaluateTiers() by %s", (method) => {
    fc.assert(
      fc.property(scheduleOf(method, "CNY"), value, fc.option(value, { nil: undefined }), (schedule, qualifier, measure) => {
        const fixed =
          method === "package" ||
          ("tiers" in schedule && schedule.tiers.every(({ rate, coefficients }) => (rate ?? coefficients) === undefined));
        const facts = measure === undefined || fixed ? { qualifier } : { qualifier, measure };
        const { outcome } = evaluateTiers(facts, schedule);
        const want = readTiers(schedule, fracOf(qualifier), facts.measure === undefined ? undefined : fracOf(facts.measure));
        expect(outcome.tier).toBe(want.tier);
        expect([outcome.earned, isNear(outcome.earned, want.earned)]).toStrictEqual([outcome.earned, true]);
      }),
      oracleRuns(400),
    );
  });

  const zero: fc.Arbitrary<ZeroBaseline> = fc.constantFrom(
    { kind: "not_eligible" },
    { kind: "treat_as_rate", rate: "0.5" },
    { kind: "pay_on_full_volume" },
    { kind: "floor_baseline", baseline: "3" },
  );
  const qualifier: fc.Arbitrary<readonly [Qualifier, string]> = fc.oneof(
    fc.constant([{ kind: "amount" }, "CNY"] as const),
    fc.constant([{ kind: "quantity", unit: "piece" }, "piece"] as const),
    fc.constant([{ kind: "attainment" }, "ratio"] as const),
    zero.map((zeroBaseline) => [{ kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline }, "CNY"] as const),
    zero.map((zeroBaseline) => [{ kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline }, "ratio"] as const),
  );
  const limits = fc.array(
    fc.oneof(
      hundredths(0, 1200).map((cap) => ({ kind: "qualifier_cap" as const, value: cap })),
      hundredths(0, 80).map((amount) => ({ kind: "payment_cap" as const, amount })),
    ),
    { maxLength: 2 },
  );

  test.each(tierMethods)("with computeIncentive() by %s, for every qualifier, payment basis and limit", (method) => {
    const programme = fc
      .tuple(qualifier, limits, fc.constantFrom("qualifier", "amount", "quantity", "growth_amount"))
      .chain(([[picks, unit], cut, pays]) =>
        scheduleOf(method, unit).map((schedule): IncentiveProgramme => {
          const fixed = method === "package" || ("tiers" in schedule && schedule.tiers[0]?.amount !== undefined);
          const grows = picks.kind === "growth_amount" || picks.kind === "growth_rate";
          const payOn = fixed || (pays === "growth_amount" && !grows) ? "qualifier" : pays;
          return programmeOf({ qualifier: picks, schedule, payOn: payOn as never, limits: cut });
        }),
      );
    const facts = fc.record({
      amount: value,
      quantity: value,
      baseline: fc.option(value, { nil: undefined }),
      quota: fc.option(value, { nil: undefined }),
    });
    fc.assert(
      fc.property(programme, facts, (agreed, given) => {
        const answer = computeIncentive(given, agreed);
        const want = readIncentive(given, agreed);
        if (!answer.ok) expect(answer.problem.code).toBe(`incentives.${String(want)}`);
        else expect({ earned: answer.value.outcome.earned.amount, tier: answer.value.outcome.tier }).toStrictEqual(want);
      }),
      oracleRuns(500),
    );
  });
});

describe("monotone methods never pay less for more", () => {
  test.each(["graduated", "excess_only", "lump_sum_each", "package", "rolling_sum", "total_sum"] as const)(
    "%s with pay of 0 and more",
    (method) => {
      fc.assert(
        fc.property(scheduleOf(method, "CNY"), value, value, (schedule, a, b) => {
          const rising = JSON.parse(JSON.stringify(schedule).replaceAll('"-', '"')) as TierSchedule;
          const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
          const paid = (qualifier: string) => Number(evaluateTiers({ qualifier }, rising).outcome.earned);
          expect(paid(more)).toBeGreaterThanOrEqual(paid(less));
        }),
        { seed, numRuns: 300 },
      );
    },
  );
});
