import { drawPayoutCurve, type IncentiveProgramme, type PayoutCurveFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

function drawn(facts: PayoutCurveFacts, programme: IncentiveProgramme) {
  const answer = drawPayoutCurve(frozen(facts), frozen(programme));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return answer.value.outcome.map(({ qualifier, side, earned, tier }) => `${qualifier} ${side} ${earned.amount} ${tier}`);
}
const ratio = (changes: Partial<IncentiveProgramme>) =>
  programmeOf({
    payOn: "amount",
    schedule: {
      method: "retroactive",
      unit: "ratio",
      boundary: "exceeds",
      tiers: [
        { from: "0", rate: "0" },
        { from: "1", rate: "0.01" },
      ],
    },
    ...changes,
  });

describe("drawPayoutCurve()", () => {
  test("both sides of a threshold, and evenly spaced points", () => {
    expect(drawn({ upTo: "1500", steps: 3, reference: {} }, programmeOf())).toStrictEqual([
      "0 on 0.00 1",
      "500 on 5.00 1",
      "1000 below 10.00 1",
      "1000 on 20.00 2",
      "1500 on 30.00 2",
    ]);
  });

  test("a programme in goods is drawn in goods, and earns no money", () => {
    const dozen = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      schedule: { method: "package", unit: "piece", size: "12", amount: "1", count: "complete" },
      goods: { productId: "P1", unit: "piece" },
      rounding: { decimals: 0, mode: "floor" },
    });
    const answer = drawPayoutCurve({ upTo: "24", steps: 2, reference: { price: "10" } }, dozen);
    expect(answer.ok && answer.value.outcome.map(({ qualifier, earned, goods, rate }) => [qualifier, earned, goods, rate])).toStrictEqual(
      ["0", "1", "2"].map((quantity, i) => [
        ["0", "12", "24"][i],
        { amount: "0.00", currency: "CNY" },
        { productId: "P1", unit: "piece", quantity },
        null,
      ]),
    );
  });

  test("attainment at a quota of 10,000, where 100 % must be exceeded: the point stands for what is just beyond it", () => {
    expect(drawn({ upTo: "1.2", steps: 1, reference: { quota: "10000" } }, ratio({ qualifier: { kind: "attainment" } }))).toStrictEqual([
      "0 on 0.00 1",
      "1 below 0.00 1",
      "1 on 100.00 2",
      "1.2 on 120.00 2",
    ]);
  });

  test("growth at a baseline of 1,000, and pieces at a price of 20", () => {
    const grows = { kind: "growth_rate", of: "amount", baseline: "prior_year", zeroBaseline: { kind: "not_eligible" } } as const;
    expect(drawn({ upTo: "1", steps: 1, reference: { baseline: "1000" } }, ratio({ qualifier: grows }))).toStrictEqual([
      "0 on 0.00 1",
      "1 below 0.00 1",
      "1 on 20.00 2",
    ]);
    const pieces = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      payOn: "amount",
      schedule: { method: "graduated", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    });
    expect(drawn({ upTo: "10", steps: 1, reference: { price: "20" } }, pieces)).toStrictEqual(["0 on 0.00 1", "10 on 20.00 1"]);
    expect(drawn({ upTo: "10", steps: 1, reference: {} }, pieces)).toStrictEqual({
      code: "incentives.reference_missing",
      params: { field: "price" },
    });
  });

  test("a price that the programme does not read changes nothing, also where it is 0", () => {
    for (const reference of [{}, { price: "20" }, { price: "0" }]) {
      expect(drawn({ upTo: "500", steps: 1, reference }, programmeOf())).toStrictEqual(["0 on 0.00 1", "500 on 5.00 1"]);
    }
  });

  test("what is not there is a problem, and what cannot be read a fault", () => {
    const target = ratio({ qualifier: { kind: "attainment" } });
    expect(drawn({ upTo: "1", steps: 1, reference: {} }, target)).toStrictEqual({
      code: "incentives.reference_missing",
      params: { field: "quota" },
    });
    expect(drawn({ upTo: "1", steps: 1, reference: { quota: "0" } }, target)).toMatchObject({ code: "incentives.reference_missing" });
    // over nothing every growth is the agreed rate, whatever is sold: there is no curve
    const overNothing = ratio({
      qualifier: {
        kind: "growth_rate",
        of: "amount",
        baseline: { kind: "fixed", value: "0" },
        zeroBaseline: { kind: "pay_on_full_volume" },
      },
    });
    for (const reference of [{}, { baseline: "100" }]) {
      expect(drawn({ upTo: "1", steps: 1, reference }, overNothing)).toStrictEqual({
        code: "incentives.reference_missing",
        params: { field: "baseline" },
      });
    }
    expect(faultAt(() => drawn({ upTo: "-1", steps: 1, reference: {} }, programmeOf()))).toBe("kernel.below_zero at facts.upTo");
    expect(faultAt(() => drawn({ upTo: "1", steps: 0, reference: {} }, programmeOf()))).toBe("kernel.not_a_count at facts.steps");
  });
});
