import type { SaleLine } from "qudao/entities";
import type { SettlementFacts } from "qudao/settlement";
import { type AccumulatorPolicy, accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

function settled(lines: readonly SaleLine[], changes: Partial<AccumulatorPolicy> = {}, facts: Partial<SettlementFacts> = {}) {
  const accumulator = openAccumulator(policyOf(changes));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  return settle(accumulator, { asOf: "2025-01-01", ...facts });
}

const amounts = (lines: readonly SaleLine[], changes: Partial<AccumulatorPolicy> = {}, facts: Partial<SettlementFacts> = {}) =>
  settled(lines, changes, facts).statements.flatMap((statement) =>
    statement.lines.map((line) => [line.window.id, line.earned?.amount ?? null]),
  );

describe("settle()", () => {
  // Worked by hand: 1 % below 1000, 2 % of everything from 1000.
  test.each([
    { amount: "999.99", earned: "10.00", tier: 1, why: "one fen below the threshold" },
    { amount: "1000.00", earned: "20.00", tier: 2, why: "on the threshold: the upper tier" },
    { amount: "1000.01", earned: "20.00", tier: 2, why: "one fen above" },
  ])("$amount CNY earns $earned: $why", ({ amount, earned, tier }) => {
    const [line] = settled([lineOf({ amount })]).statements[0]?.lines ?? [];
    expect(line).toMatchObject({ earned: { amount: earned, currency: "CNY" }, payable: { amount: earned }, tier, status: "final" });
  });

  test("complaint 13: a return unwinds the tier, and a full return earns nothing at all", () => {
    const sale = lineOf({ amount: "1200.00", quantity: 3 });
    expect(amounts([sale, lineOf({ id: "L2", kind: "return", amount: "300.00" })])).toStrictEqual([["2024-Q1", "9.00"]]);
    expect(amounts([sale, { ...sale, id: "L2", kind: "return" }])).toStrictEqual([["2024-Q1", "0.00"]]);
  });

  test("complaint 36: windows are explicit, and each is measured apart", () => {
    const lines = [lineOf({ amount: "600" }), lineOf({ id: "L2", date: "2024-04-01", amount: "600" })];
    expect(amounts(lines)).toStrictEqual([
      ["2024-Q1", "6.00"],
      ["2024-Q2", "6.00"],
    ]);
    expect(amounts(lines, { programmes: [programmeOf({ window: { kind: "calendar", unit: "year" } })] })).toStrictEqual([
      ["2024", "24.00"],
    ]);
  });

  test("the first and the last day of a window belong to it, the day after does not", () => {
    const dates = ["2023-12-31", "2024-01-01", "2024-03-31", "2024-04-01", "2024-12-31", "2025-01-01"];
    const lines = dates.map((date, i) => lineOf({ id: `L${i}`, date }));
    expect(amounts(lines)).toStrictEqual([
      ["2024-Q1", "2.00"],
      ["2024-Q2", "1.00"],
      ["2024-Q4", "1.00"],
    ]);
  });

  test("a window that has not ended is open, one that has not begun is left out", () => {
    const lines = [lineOf(), lineOf({ id: "L2", date: "2024-05-01" }), lineOf({ id: "L3", date: "2024-08-01" })];
    const [statement] = settled(lines, {}, { asOf: "2024-04-01" }).statements;
    expect(statement?.lines.map((line) => [line.window.id, line.status])).toStrictEqual([
      ["2024-Q1", "final"],
      ["2024-Q2", "open"],
    ]);
  });

  test("what is missing is undetermined, never 0: a quota", () => {
    const programmes = [
      programmeOf({
        qualifier: { kind: "attainment" },
        payOn: "amount",
        schedule: {
          method: "retroactive",
          unit: "ratio",
          boundary: "reaches",
          tiers: [
            { from: "0", rate: "0" },
            { from: "1", rate: "0.1" },
          ],
        },
      }),
    ];
    const open = settled([lineOf()], { programmes }).statements[0];
    expect(open).toMatchObject({ undetermined: 1, total: { amount: "0.00" } });
    expect(open?.lines[0]).toMatchObject({
      status: "undetermined",
      earned: null,
      payable: null,
      problem: { code: "incentives.quota_missing" },
    });
    const quota = (amount: string, currency = "CNY") => [{ memberId: "A", periodId: "2024-Q1", amount: { amount, currency } }];
    expect(amounts([lineOf()], { programmes }, { quotas: quota("100") })).toStrictEqual([["2024-Q1", "10.00"]]);
    expect(amounts([lineOf()], { programmes }, { quotas: quota("100.01") })).toStrictEqual([["2024-Q1", "0.00"]]);
    const foreign = settled([lineOf()], { programmes }, { quotas: quota("100", "USD") }).statements[0]?.lines[0];
    expect(foreign?.problem).toStrictEqual({ code: "settlement.quota_currency", params: { got: "USD", want: "CNY" } });
    const none = settled([lineOf()], { programmes }, { quotas: quota("0") }).statements[0]?.lines[0];
    expect(none?.problem?.code).toBe("incentives.quota_not_positive");
  });

  test("growth is measured against the same window a year before, from the lines themselves", () => {
    const programmes = [
      programmeOf({
        qualifier: { kind: "growth_amount", of: "amount", baseline: "prior_year", zeroBaseline: { kind: "not_eligible" } },
        schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
      }),
    ];
    const before = lineOf({ id: "L0", date: "2023-02-01", amount: "60" });
    const [line] = settled([before, lineOf()], { programmes }).statements[0]?.lines ?? [];
    expect(line).toMatchObject({ baseline: "60", amount: "100", earned: { amount: "4.00" }, sources: { count: 1 } });
    expect(amounts([lineOf()], { programmes })).toStrictEqual([["2024-Q1", "0.00"]]);
  });

  test("rolling windows overlap: a line counts in every one that covers its day", () => {
    const programmes = [
      programmeOf({
        effective: { start: "2024-01-01", end: "2024-05-01" },
        window: { kind: "rolling", length: { months: 2 }, step: "month" },
      }),
    ];
    const lines = settled([lineOf()], { programmes }).statements[0]?.lines ?? [];
    expect(lines.map((line) => [line.window.start, line.window.end, line.amount])).toStrictEqual([
      ["2024-01-01", "2024-03-01", "100"],
      ["2024-02-01", "2024-04-01", "100"],
    ]);
  });

  test("forty programmes of forty scopes stay apart", () => {
    const programmes = Array.from({ length: 40 }, (_, i) => programmeOf({ id: `p${i}`, scope: { include: { productIds: [`P${i}`] } } }));
    const lines = Array.from({ length: 40 }, (_, i) => lineOf({ id: `L${i}`, productId: `P${i}`, amount: `${i + 1}00` }));
    const found = settled(lines, { programmes }).statements[0]?.lines.map((line) => [line.programmeId, line.amount]);
    expect(found).toStrictEqual(programmes.map(({ id }, i) => [id, `${i + 1}00`]));
  });

  test("a payout in another currency is rounded once, from the exact amount, at the rate of its day", () => {
    const members = [{ ...dealer, payoutCurrency: "JPY" }];
    const rates = [
      { from: "CNY", to: "JPY", rate: "20", asOf: "2024-03-01" },
      { from: "CNY", to: "JPY", rate: "21.5", asOf: "2024-04-15" },
    ];
    const lines = [lineOf({ amount: "33.30" })]; // 0.333 CNY exactly, 0.33 rounded
    const paid = (convertOn: "window_end" | "settlement_day") =>
      settled(lines, { members, payout: { convertOn, rounding: "half_up" } }, { exchangeRates: rates, asOf: "2024-05-01" }).statements[0];
    expect(paid("window_end")?.lines[0]).toMatchObject({
      earned: { amount: "0.33" },
      exact: "0.333",
      payable: { amount: "7", currency: "JPY" },
    });
    expect(paid("window_end")?.lines[0]?.conversion).toStrictEqual({ rate: "20", date: "2024-03-01" });
    expect(paid("settlement_day")?.total).toStrictEqual({ amount: "7", currency: "JPY" });
    const unknown = settled(lines, { members, payout: { convertOn: "window_end", rounding: "half_up" } }).statements[0];
    expect(unknown).toMatchObject({ undetermined: 1, total: { amount: "0", currency: "JPY" } });
    expect(unknown?.lines[0]?.problem).toStrictEqual({
      code: "settlement.exchange_rate_missing",
      params: { from: "CNY", to: "JPY", date: "2024-03-31" },
    });
  });

  test("figures beyond safe integers and beyond four decimals are exact", () => {
    const lines = [
      lineOf({ amount: "9007199254740993.12345" }),
      lineOf({ id: "L2", amount: "0.00005", quantity: "1.5" }),
      lineOf({ id: "L3", amount: "900719925474.0993" }),
      lineOf({ id: "L4", amount: "900719925474.0993" }),
    ];
    const [line] = settled(lines).statements[0]?.lines ?? [];
    expect([line?.amount, line?.quantity]).toStrictEqual(["9009000694591941.3221", "4.5"]);
  });

  test("complaint 20: a line names the sale lines behind it", () => {
    const lines = [lineOf({ id: "L9" }), lineOf({ id: "L10", kind: "return" }), lineOf({ id: "L2", date: "2024-07-01" })];
    const found = settled(lines, { sources: "ids" }).statements[0]?.lines.map((line) => line.sources);
    expect(found).toStrictEqual([
      { count: 2, ids: ["L10", "L9"] },
      { count: 1, ids: ["L2"] },
    ]);
  });

  test("only the members asked for are settled, and the answer survives JSON", () => {
    const members = [dealer, { ...dealer, id: "__proto__" }, { ...dealer, id: "constructor" }];
    const lines = [lineOf(), lineOf({ id: "L2", memberId: "__proto__" }), lineOf({ id: "L3", memberId: "constructor" })];
    const all = settled(lines, { members });
    expect(all.statements.map(({ memberId }) => memberId)).toStrictEqual(["A", "__proto__", "constructor"]);
    expect(JSON.parse(JSON.stringify(all))).toStrictEqual(all);
    const one = settled(lines, { members }, { memberIds: ["__proto__", "nobody"] });
    expect(one.statements.map(({ memberId }) => memberId)).toStrictEqual(["__proto__"]);
  });

  test.each([
    [{ asOf: "2024-13-01" }, "facts.asOf"],
    [{ quotas: [{ memberId: "A", periodId: "2024", amount: { amount: "x", currency: "CNY" } }] }, "facts.quotas[0].amount.amount"],
    [{ baselines: [{ memberId: "", programmeId: "volume", periodId: "2024", value: "1" }] }, "facts.baselines[0].memberId"],
    [{ exchangeRates: [{ from: "CNY", to: "USD", rate: "0.14", asOf: "yesterday" }] }, "facts.exchangeRates[0].asOf"],
  ])("refuses facts that cannot be read, with their place: %j", (facts, path) => {
    expect(() => settled([], {}, facts)).toThrow(expect.objectContaining({ name: "LibraryFault", path }));
  });
});
