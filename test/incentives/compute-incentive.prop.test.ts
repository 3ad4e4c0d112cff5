import fc from "fast-check";
import { evaluateTiers, type TierSchedule, tierMethods } from "qudao/engine";
import { computeIncentive, type IncentiveProgramme, type Qualifier, type ZeroBaseline } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { fracOf, isNear } from "../support/fraction-oracle.js";
import { oracleRuns } from "../support/oracle-runs.js";
import { programmeOf } from "../support/settlement.js";
import { readIncentive, readTiers } from "../support/tier-oracle.js";
import { hundredths, scheduleOf, value } from "../support/tier-schedules.js";

const seed = 20240101;

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
