/** Programmes that pay in goods: "buy twelve, get one". */
import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { computeIncentive, computePayouts, type IncentiveProgramme, incentiveMeans, planPayout } from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import {
  accumulate,
  buildAccountStatement,
  explainStatement,
  exportStatementCsv,
  exportStatementHtml,
  forecastIncentiveCost,
  forecastSettlement,
  openAccumulator,
  type SettlementFacts,
  settle,
  simulateOrder,
  simulateProgrammes,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const gift = (changes: Partial<IncentiveProgramme> = {}): IncentiveProgramme =>
  programmeOf({
    id: "twelve-and-one",
    titles: { en: "Twelve and one", zh: "十二送一" },
    qualifier: { kind: "quantity", unit: "piece" },
    schedule: { method: "package", unit: "piece", size: "12", amount: "1", count: "complete" },
    goods: { productId: "P1", unit: "piece" },
    rounding: { decimals: 0, mode: "floor" },
    ...changes,
  });

function settled(programmes: readonly IncentiveProgramme[], lines: readonly Partial<SaleLine>[], changes: object = {}, facts: object = {}) {
  const accumulator = openAccumulator(policyOf({ programmes, ...changes }));
  accumulate(
    accumulator,
    lines.map((line, i) => lineOf({ id: `L${i}`, ...line })),
  );
  const answer = settle(accumulator, { asOf: "2025-01-01", ...facts } as SettlementFacts);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  for (const statement of answer.statements) expect(checkExplanation(explainStatement(statement))).toStrictEqual([]);
  return answer.statements[0];
}
const goodsOf = (lines: readonly Partial<SaleLine>[], programme = gift()) => settled([programme], lines)?.lines[0]?.goods?.quantity;

describe("free goods in settle(), table 1a", () => {
  test.each([
    [11, "0"],
    [12, "1"],
    [13, "1"],
    [24, "2"],
  ])("%d pieces bought bring %s, and no money", (quantity, want) => {
    const statement = settled([gift()], [{ quantity, amount: "1200.00" }]);
    expect(statement?.lines[0]).toMatchObject({
      status: "final",
      earned: { amount: "0.00", currency: "CNY" },
      exact: "0",
      payable: { amount: "0.00", currency: "CNY" },
      goods: { productId: "P1", quantity: want, unit: "piece" },
    });
    expect(statement?.total).toStrictEqual({ amount: "0.00", currency: "CNY" });
  });

  test("stand beside money and are never added to it", () => {
    const statement = settled([programmeOf(), gift()], [{ quantity: 25, amount: "1000.00" }]);
    expect(statement?.lines.map(({ earned, goods }) => [earned?.amount, goods?.quantity])).toStrictEqual([
      ["20.00", undefined],
      ["0.00", "2"],
    ]);
    expect(statement?.total.amount).toBe("20.00");
  });

  test("a return unwinds them: 24 less 5 is one package", () => {
    expect(goodsOf([{ quantity: 24 }, { quantity: 5, kind: "return" }])).toBe("1");
    expect(goodsOf([{ quantity: 24 }, { quantity: 24, kind: "return" }])).toBe("0");
    expect(goodsOf([{ quantity: 5 }, { quantity: 18, kind: "return" }], gift({ negative: "recover" }))).toBe("-1");
  });

  test("are counted by tier, with limits and rounding in units", () => {
    const tiered = gift({
      schedule: {
        method: "retroactive",
        unit: "piece",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0" },
          { from: "100", rate: "0.05" },
        ],
      },
      limits: [{ kind: "payment_cap", amount: "8" }],
    });
    expect(goodsOf([{ quantity: 99 }], tiered)).toBe("0");
    expect(goodsOf([{ quantity: 119 }], tiered)).toBe("5");
    expect(goodsOf([{ quantity: 500 }], tiered)).toBe("8");
  });

  test("need no exchange rate where the member is paid in another currency", () => {
    const members = [{ id: "A", kind: "distributor" as const, payoutCurrency: "USD" }];
    const payout = { convertOn: "window_end", rounding: "half_up" };
    const line = settled([gift()], [{ quantity: 12 }], { members, payout })?.lines[0];
    expect([line?.status, line?.payable, line?.goods?.quantity]).toStrictEqual(["final", { amount: "0.00", currency: "USD" }, "1"]);
  });

  test("are said in both languages, with their working", () => {
    const statement = settled([gift()], [{ quantity: 25, amount: "100.00" }]);
    const read = (language: "en" | "zh") => renderExplanation(explainStatement(statement as never), { language, catalogue });
    expect(read("en")).toContain("2 piece of P1, in money 0.00 CNY");
    expect(read("en")).toContain("2 packages of 12 at 1 are 2");
    expect(read("zh")).toContain("赠货 P1 2 piece，货币金额 0.00 CNY");
  });

  test("one arithmetic: what settle() counts is what computeIncentive() counts and what planPayout() grants, and never money", () => {
    const policy = {
      currency: "CNY",
      decimals: 2,
      stages: [{ id: "all", share: "1" }],
      minimum: "0",
      means: incentiveMeans,
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 1, maxLength: 6 }), (pieces) => {
        const lines = pieces.map((n) => ({ quantity: Math.abs(n), kind: n < 0 ? ("return" as const) : ("sale" as const) }));
        const line = settled([gift()], lines)?.lines[0];
        const sold = pieces.reduce((sum, n) => sum + n, 0);
        const computed = computeIncentive({ amount: line?.amount as string, quantity: String(sold) }, gift());
        expect(computed.ok && computed.value.outcome.goods).toStrictEqual(line?.goods);
        expect(line?.goods?.quantity).toBe(String(Math.floor(Math.max(0, sold) / 12)));
        const { quantity: value, unit } = line?.goods ?? { quantity: "", unit: "" };
        const items = [{ id: "Q1", means: "free_goods", quantity: { value, unit } }];
        const plan = planPayout({ items, stages: { all: "due" }, carried: "0" }, policy);
        expect(plan.ok && plan.value.outcome.grants[0]?.quantity?.value).toBe(value);
        expect(plan.ok && plan.value.outcome.payable.amount).toBe("0.00");
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  describe("before they are earned", () => {
    const piece = { productId: "P1", unit: "piece" };
    const placed = { memberId: "A", programmeId: "twelve-and-one", programmeVersion: "1", periodId: "2024-Q1" };
    const titles = { en: "Version", zh: "版本" };
    const { programmes: _, ...common } = policyOf();
    const bought = [lineOf({ quantity: 25, amount: "1000.00" })];

    test("versions are compared in pieces, and none of them is in an amount", () => {
      const versions = [
        { id: "twelve", titles, programmes: [gift()] },
        {
          id: "ten",
          titles,
          programmes: [gift({ schedule: { method: "package", unit: "piece", size: "5", amount: "1", count: "complete" } })],
        },
        { id: "money", titles, programmes: [programmeOf()] },
      ];
      const { outcome, explanation } = simulateProgrammes({ asOf: "2025-01-01", lines: bought }, { ...common, versions });
      expect(outcome.versions.map(({ earned, goods, change }) => [earned.amount, goods, change?.difference, change?.goods])).toStrictEqual([
        ["0.00", [{ ...placed, ...piece, quantity: "2" }], undefined, undefined],
        ["0.00", [{ ...placed, ...piece, quantity: "5" }], "0", [{ ...piece, before: "2", after: "5", difference: "3" }]],
        ["20.00", undefined, "20", [{ ...piece, before: "2", after: "0", difference: "-2" }]],
      ]);
      expect(checkExplanation(explanation)).toStrictEqual([]);
      const read = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue });
      expect(read("en")).toContain("Free goods P1: 2 before, 5 after, in piece");
      expect(read("zh")).toContain("赠货 P1：5 piece");
    });

    test("a member who is not settled in full is in no comparison of pieces either", () => {
      const target = gift({
        id: "target",
        qualifier: { kind: "attainment" },
        schedule: { method: "lump_sum", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", amount: "1" }] },
      });
      const versions = [
        { id: "one", titles, programmes: [gift()] },
        { id: "two", titles, programmes: [gift(), target] },
      ];
      const { outcome } = simulateProgrammes({ asOf: "2025-01-01", lines: bought }, { ...common, versions });
      expect([outcome.versions[1]?.undetermined, outcome.versions[1]?.change?.unknown, outcome.versions[1]?.change?.goods]).toStrictEqual([
        1,
        1,
        undefined,
      ]);
    });

    test("an order tells the pieces that it brings, though no amount changes", () => {
      const accumulator = openAccumulator(policyOf({ programmes: [gift()] }));
      accumulate(accumulator, [lineOf({ quantity: 11 })]);
      const order = (quantity: number) => simulateOrder({ asOf: "2024-03-01", lines: [lineOf({ id: "L2", quantity })] }, accumulator);
      expect(order(1).outcome.effects.map(({ before, after, gain, goods }) => [before, after, gain, goods])).toStrictEqual([
        ["0", "0", "0", [{ ...piece, before: "0", after: "1", difference: "1" }]],
      ]);
      expect(order(1).outcome.gain.amount).toBe("0.00");
      expect(checkExplanation(order(13).explanation)).toStrictEqual([]);
      expect(renderExplanation(order(13).explanation, { language: "en", catalogue })).toContain(
        "Free goods P1: 0 before, 2 after, in piece",
      );
    });

    test("forecasts of the cost and of the settlement list the pieces beside a cost of 0", () => {
      const scenarios = [
        { id: "same", titles, factor: "1", weight: "0.5" },
        { id: "double", titles, factor: "2", weight: "0.5" },
      ];
      const cost = forecastIncentiveCost({ asOf: "2025-01-01", lines: bought, scenarios, budget: "0" }, policyOf({ programmes: [gift()] }));
      const rows = cost.ok ? cost.value.outcome.scenarios : [];
      expect(rows.map(({ cost: { amount }, goods }) => [amount, goods?.map(({ quantity }) => quantity)])).toStrictEqual([
        ["0.00", ["2"]],
        ["0.00", ["4"]],
      ]);
      expect(cost.ok && [cost.value.outcome.expected, cost.value.outcome.left]).toStrictEqual(["0", "0"]);
      const projection = {
        base: { start: "2024-01-01", end: "2024-04-01" },
        season: { kind: "monthly" as const, weights: Array.from({ length: 12 }, () => "1") },
      };
      const year = forecastSettlement({ asOf: "2024-07-01", lines: bought, projection }, policyOf({ programmes: [gift()] }));
      expect(year.ok && year.value.outcome.goods).toStrictEqual([
        { ...placed, ...piece, quantity: "2" },
        { ...placed, periodId: "2024-Q2", ...piece, quantity: "2" },
      ]);
    });

    test("computePayouts says who gets how many, and pays no money", () => {
      const figures = { amount: "100", quantity: "25" };
      const answer = computePayouts(
        {
          period: { start: "2024-01-01", end: "2024-04-01" },
          publishedOn: "2023-12-01",
          members: ["A", "B"].map((id) => ({ member: { id, kind: "distributor" as const }, figures })),
        },
        gift(),
      );
      const { payouts = [], total, goods } = answer.ok ? answer.value.outcome : {};
      expect(payouts.map(({ earned, goods: own }) => [earned?.amount, own?.quantity])).toStrictEqual([
        ["0.00", "2"],
        ["0.00", "2"],
      ]);
      expect([total?.amount, goods]).toStrictEqual(["0.00", { ...piece, quantity: "4" }]);
      expect(answer.ok && checkExplanation(answer.value.explanation)).toStrictEqual([]);
    });
  });

  test("a programme in goods holds nothing in money over several earnings, and is not compared with money", () => {
    const faulty = (changes: object) => faultAt(() => openAccumulator(policyOf({ programmes: [gift(changes)] })));
    expect(faulty({ budget: { amount: "1", how: "pro_rata", remainder: "contract_order", alertAt: "1" } })).toBe(
      "incentives.goods_in_money at policy.programmes[0].budget",
    );
    expect(faulty({ goods: { productId: "", unit: "piece" } })).toBe("kernel.not_text at policy.programmes[0].goods.productId");
    expect(faulty({ goods: { productId: "P1", unit: "piece", size: "1" } })).toBe("kernel.not_a_choice at policy.programmes[0].goods.size");
    const stacking = [{ id: "one", priority: 1, combine: "highest" as const, reducedBy: [], excludes: [] }];
    const compared = gift({ stacking: { groupId: "one", priority: 1 } });
    expect(faultAt(() => openAccumulator(policyOf({ programmes: [compared], stacking } as never)))).toMatch("incentives.goods_compared");
  });

  test("are listed in the statement of account, its sheet and its page, once their window is over, and in no amount", () => {
    const drawn = (asOf: string) => {
      const earnings = [settled([gift()], [{ quantity: 25 }])].flatMap((one) => one ?? []);
      return buildAccountStatement(
        {
          asOf,
          period: { start: "2024-01-01", end: "2024-04-01" },
          account: { id: "A" },
          entries: [],
          billTo: [],
          disputes: [],
          sources: [],
          receivables: [],
          earnings,
        },
        { currency: "CNY", decimals: 2, undated: "due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
      );
    };
    const statement = drawn("2024-04-01");
    expect(statement.outcome.goods).toStrictEqual([
      {
        memberId: "A",
        earning: { programmeId: "twelve-and-one", programmeVersion: "1", periodId: "2024-Q1" },
        titles: { en: "Twelve and one", zh: "十二送一" },
        date: "2024-03-31",
        productId: "P1",
        quantity: "2",
        unit: "piece",
      },
    ]);
    expect([statement.outcome.closing, statement.outcome.movements, statement.outcome.payment.payable]).toStrictEqual(["0.00", [], "0.00"]);
    expect(drawn("2024-03-31").outcome.goods).toBeUndefined();
    const sheet = (language: "en" | "zh", one = statement) =>
      exportStatementCsv(one, { part: "goods", language, catalogue, byteOrderMark: "without" }).split("\r\n");
    expect(sheet("en").slice(0, 2)).toStrictEqual([
      "Date,Member,Description,Product,Quantity,Unit",
      "2024-03-31,A,Twelve and one,P1,2,piece",
    ]);
    expect(sheet("zh")[1]).toBe("2024-03-31,A,十二送一,P1,2,piece");
    expect(sheet("en", drawn("2024-03-31"))).toHaveLength(2);
    expect(exportStatementHtml(statement, { language: "zh", catalogue })).toContain("赠货");
    expect(exportStatementHtml(drawn("2024-03-31"), { language: "zh", catalogue })).not.toContain("赠货");
  });
});
