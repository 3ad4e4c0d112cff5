import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { combineIncentives, type IncentiveProgramme } from "qudao/incentives";
import { renderExplanation } from "qudao/kernel";
import { accumulate, explainNonEarning, type NonEarningFacts, openAccumulator, type SettlementFacts, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";
import { unsaidIn } from "../support/unsaid.js";

/** The verdict and the codes of its reasons, after the line was taken in and its window settled. */
function why(
  programme: Partial<IncentiveProgramme>,
  line: SaleLine = lineOf(),
  {
    facts = {},
    others = [],
    changes = {},
  }: { facts?: Partial<SettlementFacts>; others?: SaleLine[]; changes?: Partial<NonEarningFacts> } = {},
) {
  const accumulator = openAccumulator(policyOf({ sources: "ids", programmes: [programmeOf(programme)] }));
  accumulate(accumulator, [line, ...others]);
  const { statements } = settle(accumulator, { asOf: "2025-01-01", ...facts });
  const { outcome, explanation } = explainNonEarning(frozen({ line, statements, stacked: [], ...changes }), accumulator);
  expect(unsaidIn(explanation, catalogue)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/settlement\.|incentives\.|\{/);
  expect(JSON.parse(JSON.stringify(outcome))).toStrictEqual(outcome);
  return outcome.map(({ verdict, reasons }) => [verdict, ...reasons.map(({ code }) => code)]);
}

const line = lineOf();
const growth: Partial<IncentiveProgramme> = {
  qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
};
const zeroFirst = {
  ...programmeOf().schedule,
  tiers: [
    { from: "0", rate: "0" },
    { from: "1000", rate: "0.02" },
  ],
} as IncentiveProgramme["schedule"];

describe("explainNonEarning()", () => {
  test("a line that earns says what its window earned", () => {
    expect(why({})).toStrictEqual([["earns", "settlement.line"]]);
  });

  test("refused at intake: every reason that it cannot be read, or one for the member or the currency", () => {
    expect(why({}, lineOf({ amount: "x", quantity: -1 }))).toStrictEqual([
      ["refused", "settlement.line_refused", "settlement.line_refused"],
    ]);
    expect(why({}, lineOf({ memberId: "Z" }))).toStrictEqual([["refused", "settlement.unknown_member"]]);
    expect(why({}, lineOf({ currency: "USD" }))).toStrictEqual([["refused", "settlement.line_currency"]]);
    expect(why({}, null as never)[0]?.[0]).toBe("refused");
  });

  test("earner, scope and days: all reasons of the programme", () => {
    expect(why({ earner: { levels: ["1"] }, scope: { exclude: { productIds: ["P1"] } } }, lineOf({ date: "2023-01-01" }))).toStrictEqual([
      ["not_counted", "settlement.earner_not_covered", "settlement.line_excluded", "settlement.outside_period"],
    ]);
  });

  test.each([
    ["999.99", ["earns_nothing", "settlement.tier_not_reached"]],
    ["1000.00", ["earns", "settlement.line"]],
    ["1000.01", ["earns", "settlement.line"]],
  ])("with %s sold and the first paying tier at 1,000, the line %j", (amount, want) => {
    expect(why({ schedule: zeroFirst }, lineOf({ amount }))).toStrictEqual([want]);
  });

  test("the tier says how much is missing, in both languages", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ schedule: zeroFirst })] }));
    accumulate(accumulator, [line]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const { explanation } = explainNonEarning({ line, statements, stacked: [] }, accumulator);
    expect(renderExplanation(explanation, { language: "en", catalogue }).split("\n")).toStrictEqual([
      "Why the line L1 earned what it did",
      "  Volume rebate: counted, but its window earned nothing",
      "    2024 Q1: tier 2 begins at 1000, 900 is missing",
    ]);
    expect(renderExplanation(explanation, { language: "zh", catalogue }).split("\n")[1]).toBe("  销量返利：已计入，但所在结算期无应得");
  });

  test("behind a limit on the qualifier no further tier is promised, and nothing is said to be missing to one", () => {
    const limits = [{ kind: "qualifier_cap" as const, value: "900" }];
    const noFurther = ["earns_nothing", "incentives.qualifier_capped", "settlement.window_earns_nothing"];
    expect(why({ schedule: zeroFirst, limits }, lineOf({ amount: "950.00" }))).toStrictEqual([noFurther]);
    expect(why({ schedule: zeroFirst, limits }, lineOf({ amount: "850.00" }))).toStrictEqual([
      ["earns_nothing", "settlement.window_earns_nothing"],
    ]);
  });

  test("goods and rights are something: a window that pays no money earns where they are", () => {
    const schedule = { method: "package", unit: "CNY", size: "100", amount: "1", count: "complete" } as const;
    const kind = { schedule, rounding: { decimals: 0, mode: "floor" } } as const;
    const goods = { ...kind, goods: { productId: "P2", unit: "piece" } };
    expect(why(goods, lineOf({ amount: "950.00" }))).toStrictEqual([["earns", "settlement.line"]]);
    expect(why({ ...kind, right: { means: "training_support", unit: "day" } }, lineOf({ amount: "100.00" }))).toStrictEqual([
      ["earns", "settlement.line"],
    ]);
    expect(why(goods, lineOf({ amount: "99.99" }))).toStrictEqual([["earns_nothing", "settlement.tier_not_reached"]]);

    const accumulator = openAccumulator(policyOf({ sources: "ids", programmes: [programmeOf(goods)] }));
    accumulate(accumulator, [lineOf({ amount: "950.00" })]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const { explanation } = explainNonEarning({ line: lineOf({ amount: "950.00" }), statements, stacked: [] }, accumulator);
    const told = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue }).split("\n").at(-1)?.trim();
    expect([told("en"), told("zh")]).toStrictEqual(["Free goods P2: 9 piece", "赠货 P2：9 piece"]);
  });

  test("a cap that cut the window is told, and so is growth from nothing", () => {
    expect(why({ limits: [{ kind: "payment_cap", amount: "0.50" }] })).toStrictEqual([
      ["earns", "settlement.line", "incentives.payment_capped"],
    ]);
    expect(why({ limits: [{ kind: "payment_cap", amount: "0" }] })).toStrictEqual([["earns_nothing", "incentives.payment_capped"]]);
    const baselines = [{ programmeId: "volume", memberId: "A", periodId: "2024-Q1", value: "0" }];
    expect(why(growth, line, { facts: { baselines } })).toStrictEqual([["earns_nothing", "incentives.not_eligible_without_baseline"]]);
  });

  test("a condition that does not hold comes before the tier, with its findings", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ schedule: zeroFirst })] }));
    accumulate(accumulator, [line]);
    const [statement] = settle(accumulator, { asOf: "2025-01-01" }).statements;
    const gate = { code: "incentives.gates_fail", params: {}, from: [{ code: "engine.unmet", params: {} }] };
    const lines = statement?.lines.map((one) => ({ ...one, explanation: { code: "incentives.earned", params: {}, from: [gate] } }));
    const { outcome } = explainNonEarning({ line, statements: [{ ...statement, lines } as never], stacked: [] }, accumulator);
    expect([outcome[0]?.verdict, outcome[0]?.reasons]).toStrictEqual(["earns_nothing", [gate]]);
  });

  test("a figure that is not known leaves it open, and is never a no", () => {
    expect(why(growth)).toStrictEqual([["open", "settlement.line_undetermined"]]);
    expect(why({}, line, { changes: { statements: [] } })).toStrictEqual([["open", "settlement.line_counts"]]);
    expect(why({}, line, { facts: { asOf: "2023-12-01" } })[0]?.[0]).toBe("open");
  });

  test("a line that was never taken in is told by the sale lines of the statement", () => {
    const asked = { ...line, id: "L9" };
    const accumulator = openAccumulator(policyOf({ sources: "ids" }));
    accumulate(accumulator, [line]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const { outcome } = explainNonEarning({ line: asked, statements, stacked: [] }, accumulator);
    expect(outcome[0]?.reasons.map(({ code }) => code)).toStrictEqual(["settlement.line_not_taken_in"]);
  });

  test("another programme that takes its place is named", () => {
    const better = programmeOf({ id: "better", schedule: { ...zeroFirst, tiers: [{ from: "0", rate: "0.05" }] } as never });
    const combined = combineIncentives(
      {
        lines: [{ id: "L1", amount: "100", quantity: "1" }],
        candidates: [
          { programme: programmeOf(), lineIds: ["L1"] },
          { programme: better, lineIds: ["L1"] },
        ],
      },
      {
        groups: [{ id: "g", priority: 1, combine: "highest", reducedBy: [], excludes: [] }],
        members: [
          { programmeId: "volume", groupId: "g", priority: 1 },
          { programmeId: "better", groupId: "g", priority: 2 },
        ],
      },
    );
    if (!combined.ok) throw new Error();
    const stacked = combined.value.outcome.incentives;
    expect(why({}, line, { changes: { stacked } })).toStrictEqual([["earns_nothing", "incentives.gives_way"]]);
    // it gave way whatever it would have earned
    const unknown = stacked.map((one) => (one.status === "earns" ? one : { ...one, alone: null, base: null }));
    expect(why({}, line, { changes: { stacked: unknown } })).toStrictEqual([["earns_nothing", "incentives.gives_way_unknown"]]);
    expect(why({}, line, { changes: { stacked: stacked.filter(({ status }) => status === "earns") } })).toStrictEqual([
      ["earns", "settlement.line"],
    ]);
  });

  test("complaint 29: a line that a specific programme used is told so, by the policy of the accumulator or by what was combined", () => {
    const general = programmeOf({ stacking: { groupId: "g", priority: 1 } });
    const specific = programmeOf({
      id: "specific",
      titles: { en: "Launch bonus", zh: "上市奖" },
      scope: { include: { productIds: ["P1"] } },
      stacking: { groupId: "g", priority: 2 },
    });
    const groups = [{ id: "g", priority: 1, combine: "specific_first" as const, reducedBy: [], excludes: [] }];
    const accumulator = openAccumulator(policyOf({ sources: "ids", programmes: [general, specific], stacking: groups }));
    const other = lineOf({ id: "L2", productId: "P2" });
    accumulate(accumulator, [line, other]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const tell = (asked: SaleLine) =>
      explainNonEarning({ line: asked, statements, stacked: [] }, accumulator).outcome.map(({ verdict, reasons }) => [
        verdict,
        reasons[0]?.code,
      ]);
    expect(tell(line)).toStrictEqual([
      ["earns_nothing", "settlement.line_used_first"],
      ["earns", "settlement.line"],
    ]);
    expect(tell(other)).toStrictEqual([
      ["earns", "settlement.line"],
      ["not_counted", "settlement.line_not_included"],
    ]);

    const combined = combineIncentives(
      {
        lines: [{ id: "L1", amount: "100", quantity: "1" }],
        candidates: [
          { programme: general, lineIds: ["L1"] },
          { programme: specific, lineIds: ["L1"] },
        ],
      },
      {
        groups,
        members: [
          { programmeId: "volume", groupId: "g", priority: 1 },
          { programmeId: "specific", groupId: "g", priority: 2 },
        ],
      },
    );
    if (!combined.ok) throw new Error();
    expect(why({}, line, { changes: { stacked: combined.value.outcome.incentives } })).toStrictEqual([
      ["earns_nothing", "settlement.line_used_first"],
    ]);
  });

  test("the better programme of a settled group is named by the statement alone", () => {
    const stacking = [{ id: "g", priority: 1, combine: "highest" as const, reducedBy: [], excludes: [] }];
    const programmes = [
      programmeOf({ stacking: { groupId: "g", priority: 1 } }),
      programmeOf({
        id: "better",
        schedule: { ...zeroFirst, tiers: [{ from: "0", rate: "0.05" }] } as never,
        stacking: { groupId: "g", priority: 2 },
      }),
    ];
    const accumulator = openAccumulator(policyOf({ sources: "ids", programmes, stacking }));
    accumulate(accumulator, [line]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    const { outcome } = explainNonEarning({ line, statements, stacked: [] }, accumulator);
    expect(outcome.map(({ verdict, reasons }) => [verdict, reasons[0]?.code, reasons[0]?.params["to"]])).toStrictEqual([
      ["earns_nothing", "incentives.gives_way", "better"],
      ["earns", "settlement.line", undefined],
    ]);
  });

  test("what a budget or a ceiling cut is told, and nothing left is nothing earned", () => {
    const limited = (left: string, cut: string) => [{ programmeId: "volume", periodId: "2024-Q1", by: "budget" as const, left, cut }];
    expect(why({}, line, { changes: { limited: limited("0.40", "0.60") } })).toStrictEqual([
      ["earns", "settlement.line", "settlement.earning_limited"],
    ]);
    expect(why({}, line, { changes: { limited: limited("0", "1.00") } })).toStrictEqual([
      ["earns_nothing", "settlement.line", "settlement.earning_limited"],
    ]);
    expect(why({}, line, { changes: { limited: limited("1.00", "0") } })).toStrictEqual([["earns", "settlement.line"]]);
    expect(faultAt(() => why({}, line, { changes: { limited: [{ ...limited("1", "0")[0], by: "chance" }] as never } }))).toBe(
      "kernel.not_a_choice at facts.limited[0].by",
    );
  });

  test("where single sales are capped, the cut of its own sale is told and of no other; what a member is cut is told of every line", () => {
    const caps: IncentiveProgramme["caps"] = [
      { id: "project", per: "sale", most: "5", above: "forfeited", saleBy: "project" },
      { id: "line", per: "sale", most: "9", above: "forfeited" },
      { id: "year", per: "member", most: "12", above: "forfeited" },
    ];
    const programme = { caps, schedule: { ...programmeOf().schedule, tiers: [{ from: "0", rate: "0.01" }] } as never };
    // 1 %: 10, 4 and 20; 9, 4 and 9 by line; 5, 4 and 5 by project, a line without one for itself; 12 of the 14 in the year
    const first = lineOf({ id: "L1", date: "2024-01-10", amount: "1000", attributes: { project: "port" } });
    const second = lineOf({ id: "L2", date: "2024-01-11", amount: "400", attributes: { project: "mill" } });
    const third = lineOf({ id: "L3", date: "2024-01-12", amount: "2000" });
    const told = (line: SaleLine) => {
      const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(programme)] }));
      accumulate(accumulator, [first, second, third]);
      const { statements } = settle(accumulator, { asOf: "2025-01-01" });
      expect(statements[0]?.lines[0]?.earned?.amount).toBe("12.00");
      const { outcome } = explainNonEarning(frozen({ line, statements, stacked: [] }), accumulator);
      return outcome.flatMap(({ reasons }) =>
        reasons.map(({ code, params: { capId, key, amount } }) => [code, capId, key, amount].join(" ")),
      );
    };
    const whole = "settlement.line   12.00";
    const year = "incentives.cap_taken year A -2";
    expect(told(first)).toStrictEqual([whole, "incentives.cap_taken line L1 -1", "incentives.cap_taken project port -4", year]);
    expect(told(second)).toStrictEqual([whole, year]);
    expect(told(third)).toStrictEqual([whole, "incentives.cap_taken line L3 -11", "incentives.cap_taken project L3 -4", year]);
  });

  test("where the upline earns, its statement tells", () => {
    const members = [
      { id: "U", kind: "distributor" as const },
      { id: "A", kind: "distributor" as const, uplineId: "U" },
    ];
    const accumulator = openAccumulator(
      policyOf({ sources: "ids", members, programmes: [programmeOf({ earner: { uplineOfSeller: true } })] }),
    );
    accumulate(accumulator, [line]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    expect(explainNonEarning({ line, statements, stacked: [] }, accumulator).outcome.map(({ verdict }) => verdict)).toStrictEqual([
      "earns",
    ]);
  });

  test("one programme can be asked for, and must be known", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(), programmeOf({ id: "other" })] }));
    const ask = (programmeId: string) => explainNonEarning({ line, programmeId, statements: [], stacked: [] }, accumulator).outcome;
    expect(ask("other").map((one) => one.programmeId)).toStrictEqual(["other"]);
    expect(faultAt(() => ask("nothing"))).toBe("kernel.not_a_choice at facts.programmeId");
  });

  test("what cannot be read names its place", () => {
    const accumulator = openAccumulator(policyOf());
    const at = (facts: object) => faultAt(() => explainNonEarning(facts as never, accumulator));
    expect(at({ line, stacked: [] })).toBe("kernel.not_a_list at facts.statements");
    expect(at({ line, statements: [{ memberId: "A", lines: [{}] }], stacked: [] })).toBe(
      "kernel.not_a_record at facts.statements[0].lines[0].sources",
    );
    expect(faultAt(() => explainNonEarning({ line, statements: [], stacked: [] }, {} as never))).toBe(
      "settlement.not_an_accumulator at accumulator",
    );
  });
});
