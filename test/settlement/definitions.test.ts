/** Sentences of the definitions that no single verb answers for, each worked by hand. */
import { evaluateTiers } from "qudao/engine";
import { computeIncentive, type IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { settleUp } from "../support/accounts.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const settled = (programme: IncentiveProgramme, lines: readonly ReturnType<typeof lineOf>[], asOf: string) => {
  const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  return settle(accumulator, { asOf }).statements;
};
const earned = (programme: IncentiveProgramme, lines: readonly ReturnType<typeof lineOf>[], asOf = "2026-01-01") =>
  settled(programme, lines, asOf)[0]?.lines.map(({ window, earned: own }) => [window.start, own?.amount]);

describe("accumulation", () => {
  const lines = [
    lineOf({ id: "L1", date: "2024-03-01", amount: "600" }),
    lineOf({ id: "L2", date: "2024-05-01", amount: "600" }),
    lineOf({ id: "L3", date: "2025-02-01", amount: "300" }),
  ];

  // programmeOf(): 1 % below 1,000 and 2 % from 1,000, on everything
  test("one window over the whole agreement goes on from year to year", () => {
    const toDate = programmeOf({ window: { kind: "whole" }, effective: { start: "2024-01-01", end: "2026-01-01" } });
    expect(earned(toDate, lines)).toStrictEqual([["2024-01-01", "30.00"]]);
    expect(earned(toDate, lines.slice(0, 1), "2024-04-01")).toStrictEqual([["2024-01-01", "6.00"]]);
  });

  test("settled to date in one window, or quarter by quarter: 6 and then 18, or 6 and 6", () => {
    const year = programmeOf({ window: { kind: "calendar", unit: "year" } });
    const asOf = "2024-06-30";
    const first = settleUp({ asOf: "2024-03-31", statements: settled(year, lines.slice(0, 1), "2024-03-31") }, { interimShare: "1" });
    const second = settleUp(
      { runId: "R2", asOf, statements: settled(year, lines.slice(0, 2), asOf), entries: first.entries },
      { interimShare: "1" },
    );
    // f(600) = 6, f(1200) − 6 = 18
    expect([...first.entries, ...second.entries].map(({ amount }) => amount.amount)).toStrictEqual(["6.00", "18.00"]);
    expect(earned(programmeOf(), lines.slice(0, 2), "2024-07-01")).toStrictEqual([
      ["2024-01-01", "6.00"],
      ["2024-04-01", "6.00"],
    ]);
  });

  test("each sale by itself, without memory: two of 600 earn 6 each, one of 1,200 earns 24", () => {
    const alone = (amount: string) => {
      const answer = computeIncentive({ amount, quantity: "1" }, programmeOf());
      return answer.ok && answer.value.outcome.earned.amount;
    };
    expect([alone("600"), alone("600"), alone("1200")]).toStrictEqual(["6.00", "6.00", "24.00"]);
  });
});

describe("returns", () => {
  const table = {
    method: "graduated",
    unit: "CNY",
    boundary: "reaches",
    tiers: [
      { from: "0", rate: "0.01" },
      { from: "1000", rate: "0.02" },
      { from: "2000", rate: "0.03" },
    ],
  } as const;
  const f = (qualifier: string) => evaluateTiers({ qualifier }, table).outcome.earned;

  test("are unwound from the highest tier: 700 back of 2,500 cost 500 at 3 % and 200 at 2 %", () => {
    const lines = [lineOf({ amount: "2500" }), lineOf({ id: "R", kind: "return", amount: "700" })];
    const programme = programmeOf({ schedule: table });
    expect([f("2500"), f("1800")]).toStrictEqual(["45", "26"]);
    expect(earned(programme, lines.slice(0, 1), "2024-04-01")).toStrictEqual([["2024-01-01", "45.00"]]);
    expect(earned(programme, lines, "2024-04-01")).toStrictEqual([["2024-01-01", "26.00"]]); // 15 and 4 less
  });

  test("without a known origin are priced on their own day, by the version in force then", () => {
    const [one, two] = [
      programmeOf({ version: "1", effective: { start: "2024-01-01", end: "2024-04-01" }, negative: "recover" }),
      programmeOf({
        version: "2",
        effective: { start: "2024-04-01", end: "2025-01-01" },
        negative: "recover",
        schedule: { ...table, tiers: [{ from: "0", rate: "0.05" }] },
      }),
    ];
    const accumulator = openAccumulator(policyOf({ programmes: [one, two] }));
    accumulate(accumulator, [
      lineOf({ amount: "100", date: "2024-03-31" }),
      lineOf({ id: "R", kind: "return", amount: "100", date: "2024-04-01" }),
    ]);
    const rows = settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.lines;
    expect(rows?.map(({ programmeVersion, earned: own }) => [programmeVersion, own?.amount])).toStrictEqual([
      ["1", "1.00"],
      ["2", "-5.00"],
    ]);
  });
});

describe("gates take all six comparisons, as data", () => {
  const title = { en: "Score", zh: "评分" };
  const row = { code: "host.score", title, fact: "score" };
  const atLeast = { ...row, kind: "min", min: "80" } as const;
  const atMost = { ...row, kind: "max", max: "80" } as const;
  const equals = { ...row, kind: "between", min: "80", max: "80" } as const;
  const not = (of: typeof atLeast | typeof atMost | typeof equals) => ({ ...row, code: "host.not", kind: "none", of: [of] }) as const;
  test.each([
    [">=", atLeast, ["0.00", "9.00", "9.00"]],
    [">", not(atMost), ["0.00", "0.00", "9.00"]],
    ["<=", atMost, ["9.00", "9.00", "0.00"]],
    ["<", not(atLeast), ["9.00", "0.00", "0.00"]],
    ["=", equals, ["0.00", "9.00", "0.00"]],
    ["<>", not(equals), ["9.00", "0.00", "9.00"]],
  ] as const)("%s 80", (_, gate, want) => {
    const programme = programmeOf({ gates: [gate as never] });
    const on = (given: object) => {
      const answer = computeIncentive({ amount: "900", quantity: "1", asOf: "2024-03-31", ...given }, programme);
      return answer.ok ? answer.value.outcome.earned.amount : answer.problem.code;
    };
    expect(["79.99", "80", "80.01"].map((score) => on({ given: { score } }))).toStrictEqual(want);
    expect(on({})).toBe("incentives.gate_unknown");
  });
});
