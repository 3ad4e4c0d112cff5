import { catalogue } from "qudao/i18n";
import { computeIncentive, findNextTier, type IncentiveProgramme, type NextTierFacts } from "qudao/incentives";
import { renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

function next(facts: Omit<NextTierFacts, "step">, programme: IncentiveProgramme = programmeOf()) {
  const answer = findNextTier(frozen({ ...facts, step: "0.01" }), frozen(programme));
  if (!answer.ok) return { problem: answer.problem, up: undefined, order: undefined };
  expectPlain(answer.value);
  const { next: up, order } = answer.value.outcome;
  return {
    up: up && `${up.tier} ${up.missing} ${up.earned.amount} ${up.gain}`,
    order: order && `${order.tier} ${order.earned.amount} ${order.gain}`,
  };
}
const figures = (amount: string, more: object = {}) => ({ amount, quantity: "10", ...more });
const ratio = (changes: Partial<IncentiveProgramme>) =>
  programmeOf({
    payOn: "amount",
    schedule: {
      method: "retroactive",
      unit: "ratio",
      boundary: "reaches",
      tiers: [
        { from: "0", rate: "0" },
        { from: "0.1", rate: "0.01" },
      ],
    },
    ...changes,
  });

describe("findNextTier()", () => {
  test.each([
    ["999.99", "2 0.01 20.00 10"],
    ["1000", null],
    ["400", "2 600 20.00 16"],
  ])("from %s: %s", (amount, up) => {
    expect(next({ figures: figures(amount) }).up).toBe(up);
  });

  test("a threshold that must be exceeded is one step further, and is then really passed", () => {
    const programme = programmeOf({ schedule: { ...programmeOf().schedule, boundary: "exceeds" } as never });
    expect(next({ figures: figures("1000") }, programme).up).toBe("2 0.01 20.00 10");
    const there = computeIncentive(figures("1000.01"), programme);
    expect(there.ok && there.value.outcome.tier).toBe(2);
  });

  test("what a larger order would earn", () => {
    expect(next({ figures: figures("900"), order: { amount: "99.99", quantity: "1" } }).order).toBe("1 10.00 1");
    expect(next({ figures: figures("900"), order: { amount: "100", quantity: "1" } }).order).toBe("2 20.00 11");
  });

  test("attainment and growth are told in money still to be sold", () => {
    expect(next({ figures: figures("150", { quota: "2000" }) }, ratio({ qualifier: { kind: "attainment" } })).up).toBe("2 50 2.00 2");
    const grows = (kind: "not_eligible" | "pay_on_full_volume") =>
      ratio({ qualifier: { kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline: { kind } } });
    expect(next({ figures: figures("1050", { baseline: "1000" }) }, grows("not_eligible")).up).toBe("2 50 11.00 11");
    expect(next({ figures: figures("-5", { baseline: "0" }) }, grows("pay_on_full_volume")).up).toBeNull();
  });

  test("a package has a next one", () => {
    const programme = programmeOf({ schedule: { method: "package", unit: "CNY", size: "300", amount: "5", count: "complete" } });
    expect(next({ figures: figures("700") }, programme).up).toBe("3 200 15.00 5");
  });

  test("at a cliff the gain is below 0", () => {
    const cliff = programmeOf({
      schedule: {
        method: "retroactive",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.02" },
          { from: "1000", rate: "0.01" },
        ],
      },
    });
    expect(next({ figures: figures("900") }, cliff).up).toBe("2 100 10.00 -8");
  });

  test("what is paid on grows with what is sold, on the way to the tier and with an order", () => {
    const onMargin = programmeOf({ measures: [{ name: "margin", of: "margin", scope: {} }], payOn: { measure: "margin" } });
    const now = figures("500", { measures: { margin: "100" } }); // 1 % of 100; at 1,000 sold it is 2 % of 200
    expect(next({ figures: now }, onMargin).up).toBe("2 500 4.00 3");
    expect(next({ figures: now, order: { amount: "500", quantity: "1" } }, onMargin).order).toBe("2 4.00 3");
    // an order at a thin margin of 20
    expect(next({ figures: now, order: { amount: "500", quantity: "1", measures: { margin: "20" } } }, onMargin).order).toBe("2 2.40 1.4");
    // where nothing is sold there is no proportion
    expect(next({ figures: figures("0", { measures: { margin: "0" } }) }, onMargin).up).toBe("2 1000 0.00 0");
  });

  describe("what is missing is sold in whole steps", () => {
    const inPieces = ratio({
      qualifier: { kind: "growth_rate", of: "quantity", unit: "piece", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
    });
    const way = (programme: IncentiveProgramme, facts: NextTierFacts["figures"], step: string) => {
      const answer = findNextTier({ figures: facts, step }, programme);
      const up = answer.ok ? answer.value.outcome.next : null;
      return up && `${up.tier} ${up.missing} ${up.earned.amount}`;
    };

    test("10 % more than 7 pieces are 8 pieces, not 7.7", () => {
      // 100 a piece, 1 % of 800
      expect(way(inPieces, { amount: "700", quantity: "7", baseline: "7" }, "1")).toBe("2 1 8.00");
      expect(way(inPieces, { amount: "700", quantity: "7", baseline: "7" }, "0.1")).toBe("2 0.7 7.70");
      expect(way(inPieces, { amount: "700", quantity: "7", baseline: "7" }, "0.5")).toBe("2 1 8.00");
      const told = findNextTier({ figures: { amount: "700", quantity: "7", baseline: "7" }, step: "1" }, inPieces);
      expect(told.ok && renderExplanation(told.value.explanation, { language: "en", catalogue }).split("\n")[0]).toContain(
        "1 piece more reach",
      );
    });

    test("more than 90 % of 333.33, which is more than 299.997, begins at 300.00", () => {
      const tiers = [
        { from: "0", rate: "0.01" },
        { from: "0.9", rate: "0.02" },
      ];
      const target = (boundary: "reaches" | "exceeds") =>
        ratio({ qualifier: { kind: "attainment" }, schedule: { method: "retroactive", unit: "ratio", boundary, tiers } });
      const reached = { amount: "100", quantity: "1", quota: "333.33" };
      expect(way(target("exceeds"), reached, "0.01")).toBe("2 200 6.00");
      expect(way(target("reaches"), reached, "0.01")).toBe("2 200 6.00");
      // of 300, 90 % are 270: exactly so much, and the next fen
      expect(way(target("reaches"), { ...reached, quota: "300" }, "0.01")).toBe("2 170 5.40");
      expect(way(target("exceeds"), { ...reached, quota: "300" }, "0.01")).toBe("2 170.01 5.40");
    });

    test("a step that passes a narrow tier leads to the one above it", () => {
      const narrow = programmeOf({
        schedule: {
          method: "retroactive",
          unit: "CNY",
          boundary: "reaches",
          tiers: [
            { from: "0", rate: "0.01" },
            { from: "1000", rate: "0.02" },
            { from: "1000.4", rate: "0.03" },
          ],
        },
      });
      expect(way(narrow, { amount: "999.5", quantity: "1" }, "1")).toBe("3 1 30.02"); // 3 % of 1,000.50 is 30.015
    });
  });

  test("what is paid in goods or in a right is told in units of it", () => {
    const schedule = { method: "package", unit: "CNY", size: "100", amount: "1", count: "complete" } as const;
    const inKind = { schedule, rounding: { decimals: 0, mode: "floor" } } as const;
    const facts: NextTierFacts = { figures: figures("950"), order: { amount: "250", quantity: "1" }, step: "0.01" };
    const pieces = (quantity: string) => ({ productId: "P2", quantity, unit: "piece" });
    const money = { amount: "0.00", currency: "CNY" };
    const goods = findNextTier(facts, programmeOf({ ...inKind, goods: { productId: "P2", unit: "piece" } }));
    expect(goods.ok && goods.value.outcome).toStrictEqual({
      earned: money,
      goods: pieces("9"),
      tier: 9,
      next: { tier: 10, missing: "50", earned: money, goods: pieces("10"), gain: "1" },
      order: { tier: 12, earned: money, goods: pieces("12"), gain: "3" },
    });
    if (!goods.ok) throw new Error();
    const said = (language: "en" | "zh") => renderExplanation(goods.value.explanation, { language, catalogue }).split("\n")[0];
    expect(said("en")).toBe("50 CNY more reach tier 10, which earns 10 piece instead of 9 piece");
    expect(said("zh")).toBe("再增加 50 CNY 即达到第 10 档，应得由 9 piece 变为 10 piece");
    const right = findNextTier(facts, programmeOf({ ...inKind, right: { means: "training_support", unit: "day" } }));
    expect(right.ok && right.value.outcome.next?.right).toStrictEqual({ means: "training_support", quantity: "10", unit: "day" });
  });

  test.each<[string, Partial<IncentiveProgramme>, object, string]>([
    ["incentives.top_tier", {}, { amount: "1000" }, "The highest tier is reached, and earns 20.00"],
    [
      "incentives.beyond_limit",
      { limits: [{ kind: "qualifier_cap", value: "900" }] },
      { amount: "850" },
      "The next tier begins beyond what the qualifier counts as at most; earned is 8.50",
    ],
    ["incentives.below_zero", { negative: "recover" }, { amount: "-100" }, "What picks the tier is below 0; earned is -1.00"],
    [
      "incentives.no_way_up",
      { qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } } },
      { amount: "500", baseline: "0" },
      "Selling more does not lead to the next tier by itself; earned is 0.00",
    ],
  ])("where nothing leads further, it is %s", (code, programme, more, words) => {
    const answer = findNextTier({ figures: { ...figures("0"), ...more }, step: "0.01" }, programmeOf(programme));
    if (!answer.ok) throw new Error(answer.problem.code);
    expect([answer.value.outcome.next, answer.value.explanation.code]).toStrictEqual([null, code]);
    expect(renderExplanation(answer.value.explanation, { language: "en", catalogue }).split("\n")[0]).toBe(words);
    expect(renderExplanation(answer.value.explanation, { language: "zh", catalogue })).not.toMatch(/incentives\.|\{/);
  });

  test("what is missing is a problem, and what cannot be read a fault", () => {
    expect(next({ figures: figures("1") }, ratio({ qualifier: { kind: "attainment" } })).problem).toStrictEqual({
      code: "incentives.quota_missing",
      params: {},
    });
    expect(faultAt(() => findNextTier({ figures: figures("1"), step: "0" }, programmeOf()))).toBe("kernel.not_above_zero at facts.step");
    expect(faultAt(() => next({ figures: figures("1"), order: { amount: "x", quantity: "0" } }))).toBe(
      "kernel.not_a_decimal at facts.order.amount",
    );
  });
});
