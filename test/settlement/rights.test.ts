/** Programmes that pay in a right or a service: a day of training for each ten thousand bought. */
import { catalogue } from "qudao/i18n";
import { checkProgramme, collectProgrammePolicies, computeIncentive, type IncentiveProgramme, incentiveMeans } from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { parseAccountStatement, parseIncentiveProgramme } from "qudao/schemas";
import {
  accrueEarnings,
  accumulate,
  buildAccountStatement,
  buildPayables,
  explainStatement,
  exportStatementCsv,
  exportStatementHtml,
  forecastIncentiveCost,
  forecastSettlement,
  openAccumulator,
  type SettlementFacts,
  settle,
  settleEarnings,
  simulateOrder,
  simulateProgrammes,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { statementFacts, statementPolicy } from "../support/account-statement.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const payout = (means: string): IncentiveProgramme["payout"] => ({ means, stages: [{ id: "all", share: "1" }], minimum: "0" });
const training = (changes: Partial<IncentiveProgramme> = {}): IncentiveProgramme =>
  programmeOf({
    id: "training",
    titles: { en: "Training for volume", zh: "销量换培训" },
    schedule: { method: "package", unit: "CNY", size: "10000", amount: "1", count: "complete" },
    right: { means: "training_support", unit: "day" },
    rounding: { decimals: 0, mode: "floor" },
    payout: payout("training_support"),
    ...changes,
  });

const settled = (amount: string, programmes = [training()], changes: object = {}, facts: object = {}) => {
  const accumulator = openAccumulator(policyOf({ programmes, ...changes }));
  accumulate(accumulator, [lineOf({ amount })]);
  return settle(accumulator, { asOf: "2024-04-01", ...facts } as SettlementFacts).statements;
};

describe("a right in settle()", () => {
  test.each([
    ["9999.99", "0"],
    ["10000.00", "1"],
    ["10000.01", "1"],
    ["35000.00", "3"],
  ])("%s bought brings %s days of training, and no money", (amount, want) => {
    const [statement] = settled(amount);
    expect(statement?.lines[0]).toMatchObject({
      earned: { amount: "0.00", currency: "CNY" },
      exact: "0",
      payable: { amount: "0.00", currency: "CNY" },
      right: { means: "training_support", quantity: want, unit: "day" },
    });
    expect(statement?.lines[0]?.goods).toBeUndefined();
    expect(statement?.total).toStrictEqual({ amount: "0.00", currency: "CNY" });
    expect(JSON.parse(JSON.stringify(statement))).toStrictEqual(statement);
  });

  test("one arithmetic: what computeIncentive() answers is what settle() counts", () => {
    const computed = computeIncentive({ amount: "35000", quantity: "1" }, training());
    expect(computed.ok && computed.value.outcome).toMatchObject({
      earned: { amount: "0.00", currency: "CNY" },
      exact: "0",
      right: { means: "training_support", quantity: "3", unit: "day" },
    });
    expect(computed.ok && computed.value.outcome.right).toStrictEqual(settled("35000.00")[0]?.lines[0]?.right);
  });

  test("stands beside money, needs no exchange rate, and gives way with 0 days", () => {
    const members = [{ id: "A", kind: "distributor", payoutCurrency: "USD" }];
    const inDollars = settled("10000.00", [training()], { members, payout: { convertOn: "window_end", rounding: "half_up" } });
    expect(inDollars[0]?.lines[0]).toMatchObject({
      status: "final",
      payable: { amount: "0.00", currency: "USD" },
      right: { quantity: "1" },
    });
    // 2 % of 10,000 and one day
    expect(settled("10000.00", [programmeOf(), training()])[0]?.total.amount).toBe("200.00");
    const stacking = [{ id: "one", priority: 1, combine: "highest", reducedBy: [], excludes: [] }];
    const compared = training({ stacking: { groupId: "one", priority: 1 } });
    expect(faultAt(() => openAccumulator(policyOf({ programmes: [compared], stacking } as never)))).toMatch("incentives.goods_compared");
  });

  test("is said in both languages, the means in words", () => {
    const [statement] = settled("25000.00");
    const read = (language: "en" | "zh") => renderExplanation(explainStatement(statement as never), { language, catalogue });
    expect(read("en")).toContain("training support: 2 day, in money 0.00 CNY");
    expect(read("zh")).toContain("培训支持 2 day，货币金额 0.00 CNY");
    const own = settled("25000.00", [training({ right: { means: "shelf", unit: "metre" }, payout: payout("shelf") })])[0];
    expect(renderExplanation(explainStatement(own as never), { language: "en", catalogue })).toContain("shelf: 2 metre");
  });

  test("reaches no accrual, no settlement and no payable", () => {
    const statements = settled("35000.00");
    const run = { runId: "R", asOf: "2024-04-01", statements, entries: [] };
    const accrued = accrueEarnings(
      { ...run, accruals: [] },
      {
        posting: "difference",
        forecasts: [],
        claims: [],
        overSettled: "left",
        rounding: "half_up",
      },
    );
    expect(accrued.ok && accrued.value.outcome.postings).toStrictEqual([]);
    const posted = settleEarnings(run, {
      interimShare: "1",
      graceDays: 0,
      negative: "recover",
      returnsAfterClose: "claim",
      versions: "rerate",
      term: { kind: "net", days: 30 },
      termFrom: "window_end",
      rounding: "half_up",
    });
    const entries = posted.ok ? posted.value.outcome.entries : [];
    expect(posted.ok && entries).toStrictEqual([]);
    const owed = buildPayables({ asOf: "2024-12-31", entries, fees: [] }, { term: { kind: "net", days: 30 } });
    expect(owed.ok && owed.value.outcome.payables).toStrictEqual([]);
  });

  test("is listed in the statement of account, its sheet and its page, in no amount", () => {
    const facts = statementFacts({
      asOf: "2024-04-01",
      period: { start: "2024-01-01", end: "2024-04-01" },
      entries: [],
      earnings: settled("35000.00"),
    });
    const statement = buildAccountStatement(frozen(facts), statementPolicy());
    expect(statement.outcome.rights).toStrictEqual([
      {
        memberId: "A",
        earning: { programmeId: "training", programmeVersion: "1", periodId: "2024-Q1" },
        titles: { en: "Training for volume", zh: "销量换培训" },
        date: "2024-03-31",
        means: "training_support",
        quantity: "3",
        unit: "day",
      },
    ]);
    expect([statement.outcome.goods, statement.outcome.movements, statement.outcome.payment.payable]).toStrictEqual([
      undefined,
      [],
      "0.00",
    ]);
    expect(parseAccountStatement(statement.outcome).ok).toBe(true);
    const sheet = (language: "en" | "zh") =>
      exportStatementCsv(statement, { part: "rights", language, catalogue, byteOrderMark: "without" }).split("\r\n");
    expect(sheet("en").slice(0, 2)).toStrictEqual([
      "Date,Member,Description,What,Quantity,Unit",
      "2024-03-31,A,Training for volume,training support,3,day",
    ]);
    expect(sheet("zh").slice(0, 2)).toStrictEqual(["日期,成员,说明,项目,数量,单位", "2024-03-31,A,销量换培训,培训支持,3,day"]);
    expect(exportStatementHtml(statement, { language: "zh", catalogue })).toContain("权益与服务");
  });
});

describe("before it is earned, a right is listed as goods are", () => {
  const days = { means: "training_support", unit: "day" };
  const placed = { memberId: "A", programmeId: "training", programmeVersion: "1", periodId: "2024-Q1" };
  const titles = { en: "Version", zh: "版本" };
  const lines = [lineOf({ amount: "25000.00" })];
  const perFiveThousand = training({ schedule: { method: "package", unit: "CNY", size: "5000", amount: "1", count: "complete" } });

  test("versions are compared in days, and none of them is in an amount", () => {
    const { programmes: _, ...common } = policyOf();
    const versions = [
      { id: "ten", titles, programmes: [training()] },
      { id: "five", titles, programmes: [perFiveThousand] },
      { id: "money", titles, programmes: [programmeOf()] },
    ];
    const { outcome, explanation } = simulateProgrammes(frozen({ asOf: "2025-01-01", lines }), { ...common, versions });
    expect(outcome.versions.map(({ earned, rights, change }) => [earned.amount, rights, change?.difference, change?.rights])).toStrictEqual(
      [
        ["0.00", [{ ...placed, ...days, quantity: "2" }], undefined, undefined],
        ["0.00", [{ ...placed, ...days, quantity: "5" }], "0", [{ ...days, before: "2", after: "5", difference: "3" }]],
        ["500.00", undefined, "500", [{ ...days, before: "2", after: "0", difference: "-2" }]],
      ],
    );
    expect(outcome.versions.map(({ goods, change }) => [goods, change?.goods])).toStrictEqual(Array(3).fill([undefined, undefined]));
    expect(JSON.parse(JSON.stringify(outcome.versions[0]?.rights))).toStrictEqual(outcome.versions[0]?.rights);
    expect(checkExplanation(explanation)).toStrictEqual([]);
    const read = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue });
    expect(read("en")).toContain("training support: 2 before, 5 after, in day");
    expect(read("zh")).toContain("培训支持：5 day");
    expect(read("zh")).toContain("培训支持：原为 2，现为 5，单位 day");
  });

  test("units are not added up, and a member who is not settled in full is in no comparison", () => {
    const { programmes: _, ...common } = policyOf();
    const hours = training({ id: "hours", right: { means: "training_support", unit: "hour" } });
    const target = training({
      id: "target",
      qualifier: { kind: "attainment" },
      schedule: { method: "lump_sum", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", amount: "1" }] },
    });
    const versions = [
      { id: "one", titles, programmes: [training()] },
      { id: "two", titles, programmes: [training(), hours] },
      { id: "three", titles, programmes: [training(), target] },
    ];
    const { outcome } = simulateProgrammes({ asOf: "2025-01-01", lines }, { ...common, versions });
    expect(outcome.versions.map(({ change }) => change?.rights)).toStrictEqual([
      undefined,
      [
        { ...days, before: "2", after: "2", difference: "0" },
        { ...days, unit: "hour", before: "0", after: "2", difference: "2" },
      ],
      undefined,
    ]);
    expect(outcome.versions[2]?.undetermined).toBe(1);
  });

  test.each([
    ["999.99", []],
    ["1000.00", [["0", "0", "0", [{ ...days, before: "0", after: "1", difference: "1" }]]]],
    ["1000.01", [["0", "0", "0", [{ ...days, before: "0", after: "1", difference: "1" }]]]],
  ])("an order of %s on top of 9,000 tells the days that it brings", (amount, want) => {
    const accumulator = openAccumulator(policyOf({ programmes: [training()] }));
    accumulate(accumulator, [lineOf({ amount: "9000.00" })]);
    const { outcome, explanation } = simulateOrder({ asOf: "2024-03-01", lines: [lineOf({ id: "L2", amount })] }, accumulator);
    const earning = outcome.effects.filter(({ rights }) => rights?.some(({ difference }) => difference !== "0"));
    expect(earning.map(({ before, after, gain, rights }) => [before, after, gain, rights])).toStrictEqual(want);
    expect(outcome.effects.every(({ goods }) => goods === undefined)).toBe(true);
    expect(outcome.gain.amount).toBe("0.00");
    expect(checkExplanation(explanation)).toStrictEqual([]);
    if (want.length > 0) {
      expect(renderExplanation(explanation, { language: "en", catalogue })).toContain("training support: 0 before, 1 after, in day");
    }
  });

  test("forecasts of the cost and of the settlement list the days beside a cost of 0", () => {
    const scenarios = [
      { id: "same", titles, factor: "1", weight: "0.5" },
      { id: "double", titles, factor: "2", weight: "0.5" },
    ];
    const policy = policyOf({ programmes: [training()] });
    const cost = forecastIncentiveCost({ asOf: "2025-01-01", lines, scenarios, budget: "0" }, policy);
    const rows = cost.ok ? cost.value.outcome.scenarios : [];
    expect(rows.map(({ cost: { amount }, rights }) => [amount, rights])).toStrictEqual([
      ["0.00", [{ ...placed, ...days, quantity: "2" }]],
      ["0.00", [{ ...placed, ...days, quantity: "5" }]],
    ]);
    expect(cost.ok && renderExplanation(cost.value.explanation, { language: "zh", catalogue })).toContain("培训支持：5 day");
    const projection = {
      base: { start: "2024-01-01", end: "2024-04-01" },
      season: { kind: "monthly" as const, weights: Array.from({ length: 12 }, () => "1") },
    };
    const year = forecastSettlement({ asOf: "2024-07-01", lines, projection }, policy);
    expect(year.ok && year.value.outcome.rights).toStrictEqual([
      { ...placed, ...days, quantity: "2" },
      { ...placed, periodId: "2024-Q2", ...days, quantity: "2" },
    ]);
  });
});

describe("what is paid must be what is earned", () => {
  const faults = (changes: Partial<IncentiveProgramme>) =>
    checkProgramme(programmeOf(changes)).map(({ code, path }) => `${code} at ${path}`);
  const goods = { productId: "P1", unit: "piece" };
  const right = { means: "training_support", unit: "day" };

  test.each<[Partial<IncentiveProgramme>, readonly string[]]>([
    [{ payout: payout("sales_bonus") }, []],
    [{ payout: payout("training_support") }, ["incentives.means_form at payout.means"]],
    [{ payout: payout("training_support"), right }, []],
    [{ payout: payout("sales_bonus"), right }, ["incentives.means_form at payout.means", "kernel.not_a_choice at payout.means"]],
    [{ payout: payout("service_privilege"), right }, ["kernel.not_a_choice at payout.means"]],
    [{ payout: payout("free_goods") }, ["incentives.means_form at payout.means"]],
    [{ payout: payout("free_goods"), goods }, []],
    [{ payout: payout("free_goods"), right }, ["incentives.means_form at payout.means", "kernel.not_a_choice at payout.means"]],
    [{ payout: payout("training_support"), goods }, ["incentives.means_form at payout.means"]],
    [{ payout: payout("credit_note"), goods }, ["incentives.means_form at payout.means"]],
    // of the host's own means nothing is known here
    [{ payout: payout("shelf") }, []],
    [{ payout: payout("shelf"), goods }, []],
    [{ right: { means: "cash_reward", unit: "day" } }, ["incentives.means_form at right.means"]],
    [{ right, goods }, ["incentives.goods_beside_right at right"]],
    [{ right: { ...right, unit: "" } }, ["kernel.not_text at right.unit"]],
    [{ right: { ...right, days: "1" } as never }, ["kernel.not_a_choice at right.days"]],
    [{ right, clawback: { kind: "recomputed" } }, ["incentives.goods_in_money at clawback"]],
  ])("%j", (changes, want) => {
    expect(faults(changes)).toStrictEqual(want);
    expect(parseIncentiveProgramme(programmeOf(changes)).ok).toBe(want.length === 0);
  });

  test("collectProgrammePolicies() holds the same against the host's own means", () => {
    const means = [...incentiveMeans, { id: "shelf", form: "right" }, { id: "bonus", form: "money" }] as const;
    const collect = (changes: Partial<IncentiveProgramme>) => {
      const programmes = [programmeOf({ id: "first" }), programmeOf(changes)];
      return faultAt(() => collectProgrammePolicies({ programmes }, { groups: [], means }));
    };
    expect(collect({ payout: payout("shelf") })).toBe("incentives.means_form at facts.programmes[1].payout.means");
    expect(collect({ payout: payout("shelf"), goods })).toBe("incentives.means_form at facts.programmes[1].payout.means");
    expect(collect({ payout: payout("bonus"), goods })).toBe("incentives.means_form at facts.programmes[1].payout.means");
    expect(collect({ right: { means: "bonus", unit: "day" } })).toBe("incentives.means_form at facts.programmes[1].right.means");
    expect(collect({ right: { means: "lounge", unit: "day" } })).toBe("kernel.unknown_row at facts.programmes[1].right.means");
    const programmes = [programmeOf({ payout: payout("shelf"), right: { means: "shelf", unit: "metre" } })];
    expect(collectProgrammePolicies({ programmes }, { groups: [], means }).payouts[0]?.means).toBe("shelf");
  });
});
