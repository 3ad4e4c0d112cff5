/** A period before the publication of a programme is never paid (S02-23). */
import { catalogue } from "qudao/i18n";
import {
  checkFairness,
  checkProgramme,
  collectProgrammePolicies,
  computeIncentive,
  computePayouts,
  findPayablePeriod,
  type IncentiveProgramme,
  lintProgramme,
} from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import {
  accrueEarnings,
  accumulate,
  explainNonEarning,
  explainStatement,
  openAccumulator,
  type SettlementFacts,
  type Statement,
  settle,
  simulateProgrammes,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const lines = [
  lineOf({ id: "L1", date: "2024-02-09", amount: "900.00" }),
  lineOf({ id: "L2", date: "2024-02-10", amount: "100.00" }),
  lineOf({ id: "L3", date: "2024-03-31", amount: "200.00" }),
  lineOf({ id: "L4", date: "2024-04-01", amount: "50.00" }),
];
const nothing: Statement = {
  memberId: "A",
  member: { en: "A", zh: "A" },
  lines: [],
  total: { amount: "0.00", currency: "CNY" },
  undetermined: 0,
};
const settled = (changes: Partial<IncentiveProgramme>, facts: Partial<SettlementFacts> = {}, all = lines) => {
  const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(changes)] }));
  accumulate(accumulator, all);
  const [statement = nothing] = settle(accumulator, { asOf: "2024-07-01", ...facts }).statements;
  expect(JSON.parse(JSON.stringify(statement))).toStrictEqual(statement);
  expect(checkExplanation(explainStatement(statement))).toStrictEqual([]);
  return { statement, accumulator };
};
const earned = (changes: Partial<IncentiveProgramme>, all = lines) =>
  settled(changes, {}, all).statement.lines.map((line) => [line.window.id, line.amount, line.earned?.amount]);

describe("publishedOn", () => {
  // the first quarter sold 900 + 100 + 200, of which 1,200 reach 2 %, 300 and 200 only 1 %
  test.each<[string | undefined, readonly (readonly string[])[]]>([
    [
      undefined,
      [
        ["2024-Q1", "1200", "24.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    [
      "2024-01-01",
      [
        ["2024-Q1", "1200", "24.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    [
      "2024-02-09",
      [
        ["2024-Q1", "1200", "24.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    [
      "2024-02-10",
      [
        ["2024-Q1", "300", "3.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    [
      "2024-02-11",
      [
        ["2024-Q1", "200", "2.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    [
      "2024-03-31",
      [
        ["2024-Q1", "200", "2.00"],
        ["2024-Q2", "50", "0.50"],
      ],
    ],
    ["2024-04-01", [["2024-Q2", "50", "0.50"]]],
    ["2024-04-02", []],
    ["2024-12-31", []],
    ["2025-01-01", []],
  ])("S02-23: published on %s, settle() counts and pays %j", (publishedOn, want) => {
    expect(earned({ publishedOn })).toStrictEqual(want);
  });

  test("the days before it are in no figure: baseline, guarantee and restated returns", () => {
    const sold = (id: string, date: string, amount: string) => lineOf({ id, date, amount });
    const grows: Partial<IncentiveProgramme> = {
      qualifier: { kind: "growth_amount", of: "amount", baseline: "prior_year", zeroBaseline: { kind: "pay_on_full_volume" } },
      schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    };
    const years = [
      sold("P1", "2023-02-09", "400"),
      sold("P2", "2023-02-10", "100"),
      sold("N1", "2024-02-09", "500"),
      sold("N2", "2024-02-10", "300"),
    ];
    expect(earned(grows, years)[0]).toStrictEqual(["2024-Q1", "800", "30.00"]);
    expect(earned({ ...grows, publishedOn: "2024-02-10" }, years)[0]).toStrictEqual(["2024-Q1", "300", "20.00"]);
    // 20 days of February and 31 of March, of the 91 of the quarter
    const guarantee = { amount: "910", basis: "each_period", paidAt: "end", prorateBy: "days" } as const;
    expect(earned({ guarantee, publishedOn: "2024-02-10" }, [lineOf({ date: "2024-02-09" })])[0]).toStrictEqual(["2024-Q1", "0", "510.00"]);
    const back = lineOf({ id: "R", date: "2024-04-02", amount: "100.00", kind: "return", originDate: "2024-02-09" });
    expect(earned({ returns: "restate", publishedOn: "2024-02-10" }, [...lines, back])).toStrictEqual([
      ["2024-Q1", "300", "3.00"],
      ["2024-Q2", "50", "0.50"],
    ]);
  });

  test("the statement says so in both languages, and only of the window that was cut", () => {
    const { statement } = settled({ publishedOn: "2024-02-10" });
    const read = (language: "en" | "zh") => renderExplanation(explainStatement(statement), { language, catalogue });
    expect(read("en").match(/Days before 2024-02-10 do not count: the programme was published on that day/g)).toHaveLength(1);
    expect(read("zh").match(/2024-02-10 之前的日期不计：方案于该日公布/g)).toHaveLength(1);
    const whole = settled({ publishedOn: "2024-01-01" }).statement;
    expect(renderExplanation(explainStatement(whole), { language: "en", catalogue })).not.toContain("published");
  });

  test("why a line of the day before earns nothing, and one of the day itself does", () => {
    const { statement, accumulator } = settled({ publishedOn: "2024-02-10" });
    const why = (at: number) => {
      const [found] = explainNonEarning({ line: lines[at] as never, statements: [statement], stacked: [] }, accumulator).outcome;
      return [found?.verdict, found?.reasons.map(({ code, params }) => [code, params["publishedOn"]])];
    };
    expect(why(0)).toStrictEqual(["not_counted", [["settlement.before_publication", "2024-02-10"]]]);
    expect(why(1)).toStrictEqual(["earns", [["settlement.line", undefined]]]);
  });

  test("one arithmetic: computeIncentive() pays for the days from the publication on, and for none before", () => {
    const programme = programmeOf({ publishedOn: "2024-02-10" });
    const on = (asOf?: string) => {
      const answer = computeIncentive({ amount: "300", quantity: "2", ...(asOf === undefined ? {} : { asOf }) }, programme);
      return answer.ok ? answer.value.outcome.earned.amount : answer.problem;
    };
    expect(on("2024-02-09")).toStrictEqual({
      code: "incentives.published_later",
      params: { asOf: "2024-02-09", publishedOn: "2024-02-10" },
    });
    expect([on("2024-02-10"), on("2024-03-31"), on()]).toStrictEqual(["3.00", "3.00", "3.00"]);
  });

  test("computePayouts() and findPayablePeriod() read it where the host states no day, and the later one where both do", () => {
    const quarter = { start: "2024-01-01", end: "2024-04-01" };
    const programme = programmeOf({ publishedOn: "2024-02-10" });
    const part = (publishedOn?: string | null) => {
      const answer = findPayablePeriod({ period: quarter, ...(publishedOn === undefined ? {} : { publishedOn }) }, programme);
      return answer.ok ? answer.value.outcome.start : answer.problem.code;
    };
    expect([part(), part("2024-01-01"), part("2024-03-01"), part(null)]).toStrictEqual([
      "2024-02-10",
      "2024-02-10",
      "2024-03-01",
      "incentives.not_published",
    ]);
    const members = [{ member: dealer, figures: { amount: "300", quantity: "2" } }];
    const paid = (start: string) => {
      const answer = computePayouts({ period: { start, end: "2024-04-01" }, members }, programme);
      return answer.ok ? answer.value.outcome.total.amount : answer.problem.code;
    };
    expect([paid("2024-02-09"), paid("2024-02-10")]).toStrictEqual(["incentives.before_publication", "3.00"]);
    expect(faultAt(() => computePayouts({ period: quarter, members }, programmeOf()))).toBe("kernel.not_a_date at facts.publishedOn");
  });

  test("a design published later pays less on the sales of the past", () => {
    const { outcome } = simulateProgrammes(
      { asOf: "2024-07-01", lines },
      {
        currency: "CNY",
        sources: "count",
        members: [dealer],
        versions: [undefined, "2024-02-10"].map((publishedOn) => ({
          id: publishedOn ?? "now",
          titles: { en: "Design", zh: "方案" },
          programmes: [programmeOf({ publishedOn })],
        })),
      },
    );
    expect(outcome.versions.map((version) => version.earned.amount)).toStrictEqual(["24.50", "3.50"]);
  });

  test("a programme in force before it was published is reported, and one published after its term at once", () => {
    const review = (publishedOn?: string, stated: string | null = null) =>
      checkFairness({ publishedOn: stated, grounds: [], paid: [] }, programmeOf({ publishedOn })).outcome.findings.map(({ code }) => code);
    expect(review("2024-01-01")).toStrictEqual([]);
    expect(review("2024-01-02")).toStrictEqual(["incentives.starts_before_publication"]);
    expect(review("2024-01-02", "2023-12-01")).toStrictEqual(["incentives.starts_before_publication"]);
    expect(review()).toStrictEqual(["incentives.publication_unknown"]);
    const lint = (publishedOn: string) => {
      const facts = { programme: programmeOf({ publishedOn }), others: [], stacked: [], products: [], reference: {} };
      const answer = lintProgramme(facts, { leastJump: "1" });
      return answer.ok
        ? answer.value.outcome.filter(({ path }) => path === "publishedOn").map(({ severity, code }) => [severity, code])
        : [];
    };
    expect(lint("2024-01-01")).toStrictEqual([]);
    expect(lint("2024-01-02")).toStrictEqual([["warning", "incentives.starts_before_publication"]]);
    expect(lint("2024-12-31")).toStrictEqual([["warning", "incentives.starts_before_publication"]]);
    expect(lint("2025-01-01")).toStrictEqual([["fault", "incentives.published_after_term"]]);
  });

  test("an accrual counts the days served from the publication on: 200 in 20 of 51 days are 510 at the end, and reach 500", () => {
    const schedule: IncentiveProgramme["schedule"] = {
      method: "retroactive",
      unit: "CNY",
      boundary: "reaches",
      tiers: [
        { from: "0", rate: "0.01" },
        { from: "500", rate: "0.02" },
      ],
    };
    const accrued = (publishedOn: string | undefined) => {
      const programme = programmeOf({ publishedOn, schedule });
      const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
      accumulate(accumulator, [lineOf({ date: "2024-02-20", amount: "200.00" })]);
      const { statements } = settle(accumulator, { asOf: "2024-02-29" });
      const answer = accrueEarnings(
        { runId: "R", asOf: "2024-02-29", statements, accruals: [], entries: [] },
        {
          posting: "difference",
          forecasts: [{ programme, season: { kind: "linear" } }],
          claims: [],
          overSettled: "left",
          rounding: "half_up",
        },
      );
      if (!answer.ok) throw new Error(answer.problem.code);
      return answer.value.outcome.earnings.map(({ expected }) => expected);
    };
    // 2 % of 510 for 20 of 51 days; without a publication 303.33 at the end, and 1 % for 60 of 91 days
    expect([accrued("2024-02-10"), accrued(undefined)]).toStrictEqual([["4"], ["2"]]);
  });

  test("the timetable begins with it, and a day that is none is a fault", () => {
    const timetable = { accrueEvery: { kind: "calendar", unit: "month" }, graceDays: 0 } as const;
    const timed = (publishedOn: string) =>
      collectProgrammePolicies({ programmes: [programmeOf({ publishedOn, timetable })] }, { groups: [], means: [] }).timetables;
    expect(timed("2024-02-10").map(({ effective }) => effective)).toStrictEqual([{ start: "2024-02-10", end: "2025-01-01" }]);
    expect(timed("2025-01-01")).toStrictEqual([]);
    expect(checkProgramme(programmeOf({ publishedOn: "2024-02-30" })).map(({ code, path }) => [code, path])).toStrictEqual([
      ["kernel.not_a_date", "publishedOn"],
    ]);
  });
});
