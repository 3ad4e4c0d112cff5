import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import {
  accrueEarnings,
  accumulate,
  buildJournal,
  type GoodsEntry,
  type GoodsSettlementPolicy,
  openAccumulator,
  settle,
  settleEarnings,
  settleGoods,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { settlementPolicy } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { dealer, lineOf, policyOf, programmeOf } from "../../support/settlement.js";

const twelve = programmeOf({
  id: "twelve",
  qualifier: { kind: "quantity", unit: "piece" },
  schedule: { method: "package", unit: "piece", size: "12", amount: "1", count: "complete" },
  goods: { productId: "P9", unit: "piece" },
  rounding: { decimals: 0, mode: "floor" },
});
const policy: GoodsSettlementPolicy = { programmeIds: ["twelve"], graceDays: 10, overHanded: "taken_back" };
const bought = (quantity: number, changes: Partial<SaleLine> = {}) => lineOf({ id: `L${quantity}`, quantity, ...changes });

function settled(lines: readonly SaleLine[], asOf: string, programmes = [twelve], facts = {}) {
  const accumulator = openAccumulator(policyOf({ programmes }));
  accumulate(accumulator, lines);
  return settle(accumulator, { asOf, ...facts }).statements;
}

function run(
  runId: string,
  asOf: string,
  lines: readonly SaleLine[],
  entries: readonly GoodsEntry[],
  changes: Partial<GoodsSettlementPolicy> = {},
) {
  const facts = frozen({ runId, asOf, statements: structuredClone(settled(lines, asOf)), entries: structuredClone(entries) });
  const answer = settleGoods(facts, frozen({ ...policy, ...changes }));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.outcome;
}
const quantities = (entries: readonly GoodsEntry[]) => entries.map(({ quantity }) => quantity);
const entry = (quantity: string, changes: Partial<GoodsEntry> = {}): GoodsEntry => ({
  id: "E1",
  memberId: "A",
  programmeId: "twelve",
  periodId: "2024-Q1",
  date: "2024-04-11",
  productId: "P9",
  unit: "piece",
  quantity,
  ...changes,
});

describe("settleGoods()", () => {
  test.each([
    ["2024-04-10", []],
    ["2024-04-11", ["2"]],
    ["2024-04-12", ["2"]],
  ])("on %s, the window over by ten days of grace or not, 25 pieces bring %j", (asOf, want) => {
    expect(quantities(run("R", asOf, [bought(25)], []).entries)).toStrictEqual(want);
  });

  test("an entry says whom, for what, when and how many, and is named after the run", () => {
    const { entries, standings } = run("R1", "2024-04-11", [bought(25)], []);
    expect(entries).toStrictEqual([entry("2", { id: "R1/1" })]);
    expect(standings).toStrictEqual([
      { memberId: "A", programmeId: "twelve", periodId: "2024-Q1", productId: "P9", unit: "piece", earned: "2", handed: "0", added: "2" },
    ]);
  });

  test("a run with the same figures adds nothing, a late line adds the difference, a return takes it back", () => {
    const first = run("R1", "2024-04-11", [bought(25)], []).entries;
    expect(run("R2", "2024-04-12", [bought(25)], first).entries).toStrictEqual([]);
    const late = run("R3", "2024-05-01", [bought(25), bought(11)], first).entries;
    expect(quantities(late)).toStrictEqual(["1"]);
    const back = [bought(25), bought(11), bought(20, { kind: "return" })];
    expect(quantities(run("R4", "2024-06-01", back, [...first, ...late]).entries)).toStrictEqual(["-2"]);
    const left = run("R4", "2024-06-01", back, [...first, ...late], { overHanded: "left" });
    expect([left.entries, left.standings.map(({ earned, handed, added }) => [earned, handed, added])]).toStrictEqual([
      [],
      [["1", "3", "0"]],
    ]);
  });

  test("what is not known is left as it stands and is listed, never taken back", () => {
    const target = { ...twelve, qualifier: { kind: "attainment" } as const, schedule: { ...twelve.schedule, unit: "ratio" } };
    const statements = settled([bought(25)], "2024-05-01", [target]);
    const { outcome, explanation } = settleGoods({ runId: "R", asOf: "2024-05-01", statements, entries: [entry("2")] }, policy);
    expect(outcome.entries).toStrictEqual([]);
    const place = { memberId: "A", programmeId: "twelve", periodId: "2024-Q1" };
    const problem = { code: "incentives.quota_missing", params: {} };
    expect(outcome.undetermined).toStrictEqual([{ ...place, reason: { code: "settlement.earning_undetermined", params: { problem } } }]);
    const gone = settleGoods({ runId: "R", asOf: "2024-05-01", statements: [], entries: [entry("2")] }, policy).outcome;
    expect(gone.undetermined).toStrictEqual([{ ...place, reason: { code: "settlement.earning_without_statement", params: {} } }]);
    expect(renderExplanation(explanation, { language: "zh", catalogue })).toContain("保持原状");
  });

  test("two versions that meet in a window count together; another product is settled for itself; money is not looked at", () => {
    const versions = [
      { ...twelve, effective: { start: "2024-01-01", end: "2024-02-15" } },
      { ...twelve, version: "2", effective: { start: "2024-02-15", end: "2025-01-01" } },
      programmeOf(),
    ];
    const lines = [bought(12, { date: "2024-01-10" }), bought(24, { date: "2024-03-01" })];
    const statements = settled(lines, "2024-05-01", versions);
    const { entries } = settleGoods(
      { runId: "R", asOf: "2024-05-01", statements, entries: [entry("1", { productId: "P8" })] },
      policy,
    ).outcome;
    expect(entries.map(({ productId, quantity }) => [productId, quantity])).toStrictEqual([
      ["P8", "-1"],
      ["P9", "3"],
    ]);
  });

  test("reads in both languages", () => {
    const { explanation } = settleGoods(
      { runId: "R", asOf: "2024-05-01", statements: settled([bought(25)], "2024-05-01"), entries: [] },
      policy,
    );
    const read = (language: "en" | "zh") => renderExplanation(explanation, { language, catalogue });
    expect(read("en")).toContain("A, twelve, 2024-Q1: 2 piece of P9 earned, 0 handed over, 2 added");
    expect(read("zh")).toContain("A，twelve，2024-Q1：应赠 P9 2 piece，已交付 0，本次 2");
  });

  test("refuses what stands twice, and a run that ran before", () => {
    const ask = (facts: object, changes: object = {}) =>
      faultAt(() => settleGoods({ runId: "R", asOf: "2024-05-01", statements: [], entries: [], ...facts }, { ...policy, ...changes }));
    expect(ask({ entries: [entry("1"), entry("2")] })).toBe("kernel.named_twice at facts.entries[1].id");
    const [statement] = settled([bought(25)], "2024-05-01");
    expect(ask({ statements: [statement, statement] })).toBe("kernel.named_twice at facts.statements[1].memberId");
    const twice = { ...statement, lines: [...(statement?.lines ?? []), ...(statement?.lines ?? [])] };
    expect(ask({ statements: [twice] })).toBe("kernel.named_twice at facts.statements[0].lines[1]");
    expect(ask({ statements: [statement], entries: [entry("1", { id: "R/1" })] })).toBe("kernel.named_twice at facts.runId");
    expect(ask({}, { programmeIds: ["twelve", "twelve"] })).toBe("kernel.named_twice at policy.programmeIds[1]");
    expect(ask({}, { overHanded: "kept" })).toBe("kernel.not_a_choice at policy.overHanded");
  });

  test("law: however often it runs, what was handed over is what is earned to date", () => {
    const members = [dealer, { ...dealer, id: "B" }];
    const step = fc.record({
      memberId: fc.constantFrom("A", "B"),
      quantity: fc.nat(30),
      back: fc.boolean(),
      date: fc.constantFrom("2024-02-01", "2024-05-01"),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        let entries: readonly GoodsEntry[] = [];
        const accumulator = openAccumulator(policyOf({ programmes: [twelve], members }));
        steps.forEach(({ back, ...step_ }, i) => {
          accumulate(accumulator, [lineOf({ id: `L${i}`, ...step_, kind: back ? "return" : "sale" })]);
          const asOf = `2024-08-${10 + i}`;
          const { statements } = settle(accumulator, { asOf });
          entries = [...entries, ...settleGoods({ runId: `R${i}`, asOf, statements, entries }, policy).outcome.entries];
        });
        for (const { id } of members) {
          for (const [periodId, date] of [
            ["2024-Q1", "2024-02-01"],
            ["2024-Q2", "2024-05-01"],
          ]) {
            const sold = steps
              .filter((one) => one.memberId === id && one.date === date)
              .reduce((sum, one) => sum + (one.back ? -one.quantity : one.quantity), 0);
            const handed = entries
              .filter((one) => one.memberId === id && one.periodId === periodId)
              .reduce((sum, one) => sum + Number(one.quantity), 0);
            expect(handed).toBe(Math.floor(Math.max(0, sold) / 12));
          }
        }
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });

  test("accruals, the settlement of money and the journal hold nothing of it", () => {
    const asOf = "2024-04-30";
    const statements = settled([bought(25)], asOf);
    const money = settleEarnings({ runId: "R", asOf, statements, entries: [] }, settlementPolicy);
    const entries = money.ok ? money.value.outcome.entries : undefined;
    const accrued = accrueEarnings(
      { runId: "R", asOf, statements, accruals: [], entries: [] },
      { posting: "difference", forecasts: [], claims: [], overSettled: "taken_back", rounding: "half_up" },
    );
    const accruals = accrued.ok ? accrued.value.outcome.postings : undefined;
    expect([entries, accruals]).toStrictEqual([[], []]);
    const journal = buildJournal(
      { entries: entries ?? [], accruals: accruals ?? [], withheld: [], posted: [], rates: [] },
      { currency: "CNY", purposes: [], rules: [], exchangeGain: "1", exchangeLoss: "2", rounding: "half_up" },
    );
    expect(journal.ok && journal.value.outcome.lines).toStrictEqual([]);
  });
});
