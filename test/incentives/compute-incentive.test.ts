import { catalogue } from "qudao/i18n";
import { computeIncentive, type IncentiveFacts, type IncentiveProgramme, type ZeroBaseline } from "qudao/incentives";
import { checkExplanation, type RoundingMode, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { programmeOf } from "../support/settlement.js";

const raw = /\b(kernel|engine|entities|incentives|settlement)\.[a-z_]+|[{}?]/;

/** What is earned and the row, after checking that the working adds up and reads in both languages. */
function earns(facts: Partial<IncentiveFacts>, programme: IncentiveProgramme) {
  const answer = computeIncentive(Object.freeze({ amount: "0", quantity: "0", ...facts }), programme);
  if (!answer.ok) return answer.problem;
  const { outcome, explanation } = answer.value;
  expect(checkExplanation(explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(raw);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return [outcome.earned.amount, outcome.tier];
}

const ratio = (...tiers: readonly (readonly [string, string])[]): IncentiveProgramme["schedule"] => ({
  method: "retroactive",
  unit: "ratio",
  boundary: "reaches",
  tiers: tiers.map(([from, rate]) => ({ from, rate })),
});

const growth = (zeroBaseline: ZeroBaseline, changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({
    qualifier: { kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline },
    payOn: "growth_amount",
    schedule: ratio(["0", "0"], ["0.1", "0.05"], ["1", "0.1"]),
    ...changes,
  });

describe("computeIncentive()", () => {
  test.each([
    ["999.99", "10.00", 1],
    ["1000.00", "20.00", 2],
    ["1000.01", "20.00", 2],
    ["-1.00", "0.00", 0],
  ])("volume of %s earns %s in tier %i", (amount, earned, tier) => {
    expect(earns({ amount }, programmeOf())).toStrictEqual([earned, tier]);
  });

  test("volume by quantity is paid per piece, or on the amount", () => {
    const pieces = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      schedule: { method: "retroactive", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "0.5" }] },
    });
    expect(earns({ quantity: "7" }, pieces)).toStrictEqual(["3.50", 1]);
    expect(earns({ quantity: "7", amount: "90" }, { ...pieces, payOn: "amount" })).toStrictEqual(["45.00", 1]);
  });

  test.each([
    ["109.99", "0.00", 1],
    ["110", "0.50", 2],
    ["110.01", "0.50", 2],
    ["90", "0.00", 0],
  ])("growth from 100 to %s earns %s", (amount, earned, tier) => {
    expect(earns({ amount, baseline: "100" }, growth({ kind: "not_eligible" }))).toStrictEqual([earned, tier]);
  });

  test.each([
    [{ kind: "not_eligible" } as const, "0.00", 0],
    [{ kind: "treat_as_rate", rate: "0.1" } as const, "10.00", 2],
    [{ kind: "pay_on_full_volume" } as const, "20.00", 3],
    [{ kind: "floor_baseline", baseline: "50" } as const, "15.00", 3],
  ])("a baseline of 0 is never divided by: %j", (zero, earned, tier) => {
    expect(earns({ amount: "200", baseline: "0" }, growth(zero))).toStrictEqual([earned, tier]);
    expect(earns({ amount: "200", baseline: "-30" }, growth(zero))).toStrictEqual([earned, tier]);
  });

  test.each([
    ["99.99", "0.00", 1],
    ["100", "1.00", 2],
    ["100.01", "1.00", 2],
  ])("attainment of a quota of 100 by %s earns %s", (amount, earned, tier) => {
    const target = programmeOf({ qualifier: { kind: "attainment" }, payOn: "amount", schedule: ratio(["0", "0"], ["1", "0.01"]) });
    expect(earns({ amount, quota: "100" }, target)).toStrictEqual([earned, tier]);
  });

  test("complaint 5: a cap on the payment, and a cap on the qualifier", () => {
    const capped = programmeOf({ limits: [{ kind: "payment_cap", amount: "15" }] });
    expect(earns({ amount: "900" }, capped)).toStrictEqual(["9.00", 1]);
    expect(earns({ amount: "1000" }, capped)).toStrictEqual(["15.00", 2]);
    expect(earns({ amount: "5000" }, programmeOf({ limits: [{ kind: "qualifier_cap", value: "1200" }] }))).toStrictEqual(["24.00", 2]);
  });

  test.each([
    ["reaches", "999.99", null],
    ["reaches", "1000", { tier: 2, from: "1000", missing: "150" }],
    ["exceeds", "1000", null],
    ["exceeds", "1000.01", { tier: 2, from: "1000", missing: "150" }],
  ] as const)("a tier from 1,000 that one %s counts as the next below a limit on the qualifier of %s: %j", (boundary, value, next) => {
    const limited = programmeOf({
      schedule: { ...programmeOf().schedule, boundary } as IncentiveProgramme["schedule"],
      limits: [{ kind: "qualifier_cap", value }],
    });
    const answer = computeIncentive({ amount: "850", quantity: "1" }, limited);
    expect(answer.ok && answer.value.outcome.next).toStrictEqual(next);
  });

  test.each([
    ["complete", "300", 3],
    ["complete", "299.99", null],
    ["started", "300", null],
    ["started", "300.01", 4],
  ] as const)("at 250 of %s packages of 100, a limit of %s leaves the way to %j", (count, value, next) => {
    const limited = programmeOf({
      schedule: { method: "package", unit: "CNY", size: "100", amount: "1", count },
      limits: [{ kind: "qualifier_cap", value }],
    });
    const answer = computeIncentive({ amount: "250", quantity: "1" }, limited);
    expect(answer.ok && (answer.value.outcome.next?.tier ?? null)).toBe(next);
  });

  test("complaint 3: a credit note releases a fixed amount when the threshold is lost, like a rate does", () => {
    const fixed = programmeOf({
      schedule: {
        method: "lump_sum",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", amount: "0" },
          { from: "1000", amount: "50" },
        ],
      },
    });
    expect(earns({ amount: "1000" }, fixed)).toStrictEqual(["50.00", 2]);
    expect(earns({ amount: "999.99" }, fixed)).toStrictEqual(["0.00", 1]);
    expect(earns({ amount: "-1000" }, fixed)).toStrictEqual(["0.00", 0]);
  });

  test("complaint 32, complaint 39: the method is named, never guessed, and the working shows every slice", () => {
    const slices = (method: "graduated" | "retroactive") => {
      const answer = computeIncentive(
        { amount: "1500", quantity: "0" },
        programmeOf({ schedule: { ...programmeOf().schedule, method } as never }),
      );
      const tiers = answer.ok ? answer.value.explanation.from?.[0]?.from : undefined;
      return tiers?.map(({ params }) => [params["part"], params["rate"], params["amount"]]);
    };
    expect(slices("graduated")).toStrictEqual([
      ["1000", "0.01", "10"],
      ["500", "0.02", "10"],
    ]);
    expect(slices("retroactive")).toStrictEqual([["1500", "0.02", "30"]]);
  });

  test.each([
    ["half_up", "0.13"],
    ["half_even", "0.12"],
    ["half_down", "0.12"],
    ["up", "0.13"],
    ["down", "0.12"],
    ["ceiling", "0.13"],
    ["floor", "0.12"],
  ] as const)("rounds 0.125 once, %s, to %s", (mode: RoundingMode, earned) => {
    expect(earns({ amount: "12.50" }, programmeOf({ rounding: { decimals: 2, mode } }))).toStrictEqual([earned, 1]);
  });

  test("what is missing is a problem, never 0", () => {
    expect(earns({ amount: "1" }, growth({ kind: "not_eligible" }))).toStrictEqual({ code: "incentives.baseline_missing", params: {} });
    const target = programmeOf({ qualifier: { kind: "attainment" }, payOn: "amount", schedule: ratio(["0", "0"]) });
    expect(earns({ amount: "1" }, target)).toStrictEqual({ code: "incentives.quota_missing", params: {} });
    expect(earns({ amount: "1", quota: "0" }, target)).toStrictEqual({ code: "incentives.quota_not_positive", params: { quota: "0" } });
  });

  test("refuses figures and programmes that cannot be read", () => {
    expect(() => earns({ amount: "1,5" }, programmeOf())).toThrow(expect.objectContaining({ path: "facts.amount" }));
    expect(() => earns({}, programmeOf({ currency: "rmb" }))).toThrow(expect.objectContaining({ path: "programme.currency" }));
  });
});
