import {
  applyGuarantee,
  collectProgrammePolicies,
  combineIncentives,
  computeClawback,
  type IncentiveProgramme,
  incentiveMeans,
  limitToBudget,
  limitToCaps,
  planPayout,
  type StackingGroup,
} from "qudao/incentives";
import { buildSettlementCalendar, planPaymentRun } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { programmeOf } from "../support/settlement.js";

const groups: readonly StackingGroup[] = [{ id: "net", priority: 1, combine: "reduce_base", reducedBy: [], excludes: [] }];
const flat = (rate: string): Pick<IncentiveProgramme, "schedule"> => ({
  schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] },
});
const rebate = programmeOf({
  id: "rebate",
  ...flat("0.1"),
  stacking: { groupId: "net", priority: 1 },
  clawback: { kind: "share_of_earned", rate: "0.5" },
});
const bonus = programmeOf({
  id: "bonus",
  ...flat("0.02"),
  stacking: { groupId: "net", priority: 2 },
  payout: {
    means: "sales_bonus",
    stages: [
      { id: "quarter", share: "0.75" },
      { id: "year", share: "0.25" },
    ],
    minimum: "10",
    payeeId: "BANK",
    dueDays: 30,
  },
});
const collect = (...programmes: readonly IncentiveProgramme[]) =>
  collectProgrammePolicies({ programmes }, { groups, means: incentiveMeans });

describe("collectProgrammePolicies()", () => {
  test("what programmes declare is what combineIncentives(), planPayout() and computeClawback() read", () => {
    const policies = collect(...frozen([bonus, rebate]));
    const lines = [{ id: "L1", amount: "1000", quantity: "1" }];
    const candidates = [bonus, rebate].map((programme) => ({ programme, lineIds: ["L1"] }));
    const combined = combineIncentives({ lines, candidates }, policies.stacking);
    // 10 % of 1000, then 2 % of the 900 that are left
    expect(combined.ok && combined.value.outcome.incentives.map(({ programmeId, earned }) => [programmeId, earned.amount])).toStrictEqual([
      ["rebate", "100.00"],
      ["bonus", "18.00"],
    ]);
    const [payout] = policies.payouts;
    expect(payout).toMatchObject({ programmeId: "bonus", payeeId: "BANK", dueDays: 30 });
    const items = [{ id: "E1", means: "sales_bonus", amount: { amount: "18.00", currency: "CNY" } }];
    const plan = payout && planPayout({ items, stages: { quarter: "due", year: "held" }, carried: "0" }, payout.policy);
    expect(plan?.ok && [plan.value.outcome.payable.amount, plan.value.outcome.held.amount]).toStrictEqual(["13.50", "4.50"]);
    const [clawback] = policies.clawbacks;
    const earning = { earningId: "E1", earned: "100", paid: "100", takenBack: "0", ground: "diversion", date: "2024-05-01" } as const;
    const back = clawback && computeClawback(earning, clawback.policy);
    expect(back?.ok && back.value.outcome.entry.amount.amount).toBe("-50.00");
    expect(JSON.parse(JSON.stringify(policies))).toStrictEqual(policies);
  });

  test("caps over several earnings, a guarantee and a budget are what limitToCaps(), applyGuarantee() and limitToBudget() read", () => {
    const limited = programmeOf({
      id: "limited",
      caps: [
        { id: "each sale", per: "sale", most: "50", above: "forfeited" },
        { id: "all", per: "programme", most: "90", above: "kept" },
      ],
      guarantee: { amount: "1000", basis: "cumulative", paidAt: "end", prorateBy: "days" },
      budget: { amount: "500", how: "first_come", remainder: "contract_order", alertAt: "0.8" },
    });
    const policies = collect(frozen(limited), bonus);
    expect(JSON.parse(JSON.stringify(policies))).toStrictEqual(policies);
    const [caps] = policies.caps;
    const entry = (id: string, amount: string) => ({ id, saleId: id, memberId: "D1", programmeId: "limited", date: "2024-05-01", amount });
    const capped = caps && limitToCaps({ entries: [entry("S1", "60"), entry("S2", "45")], withheld: [] }, caps.policy);
    // 50 and 45 of the sales, of which the programme pays 90
    expect(capped?.outcome).toMatchObject({ total: "90", forfeited: "10", withheld: [{ capId: "all", amount: "5" }] });
    const [guarantee] = policies.guarantees;
    // 1,000 less the 200 that an earlier period had beyond it
    expect(guarantee && applyGuarantee({ earned: "700", surplus: "200" }, guarantee.policy).outcome.topUp).toBe("100");
    const [budget] = policies.budgets;
    const requests = [{ id: "A", amount: "200", date: "2024-05-01" }];
    const granted = budget && limitToBudget({ spent: "400", requests }, budget.policy);
    expect(granted?.outcome.granted.map(({ amount, refused }) => [amount.amount, refused])).toStrictEqual([["100.00", "100"]]);
    expect([policies.caps, policies.guarantees, policies.budgets].map((list) => list.map(({ programmeId }) => programmeId))).toStrictEqual([
      ["limited"],
      ["limited"],
      ["limited"],
    ]);
  });

  test("a timetable with a payment term beside it is a row of the settlement calendar: accrued monthly, paid quarterly after its grace", () => {
    const timed = programmeOf({ id: "timed", timetable: { accrueEvery: { kind: "calendar", unit: "month" }, graceDays: 10 } });
    const [timetable] = collect(timed, bonus).timetables;
    if (timetable === undefined) throw new Error("a timetable was expected");
    const programmes = [{ ...timetable, term: { kind: "net", days: 5 } as const, termFrom: "posting" as const }];
    const { outcome } = buildSettlementCalendar({ range: { start: "2024-01-01", end: "2024-05-01" } }, { programmes });
    expect(outcome.map(({ date, kind }) => `${date} ${kind}`)).toStrictEqual([
      "2024-01-31 accrual",
      "2024-02-29 accrual",
      "2024-03-31 accrual",
      "2024-04-11 final",
      "2024-04-16 due",
      "2024-04-30 accrual",
    ]);
  });

  test("due days of the payout are the payment term of the calendar", () => {
    const timetable = { accrueEvery: { kind: "whole" }, graceDays: 10 } as const;
    const [timed] = collect({ ...bonus, timetable }).timetables;
    const term = { kind: "net", days: 5 } as const;
    if (timed === undefined) throw new Error("a timetable was expected");
    const programmes = [{ term, termFrom: "posting" as const, ...timed }];
    const { outcome } = buildSettlementCalendar({ range: { start: "2024-04-01", end: "2024-05-01" } }, { programmes });
    // 30 days from 31 March, for both stages
    expect(outcome.flatMap(({ date, kind, stageId }) => (kind === "due" ? [`${date} ${stageId}`] : []))).toStrictEqual([
      "2024-04-30 quarter",
      "2024-04-30 year",
    ]);
    expect(
      collect({ ...bonus, payout: { means: "sales_bonus", stages: [{ id: "all", share: "1" }], minimum: "0" }, timetable }).timetables[0],
    ).not.toHaveProperty("stages");
  });

  test("a programme that declares nothing is in none of them, so that combining it is a problem", () => {
    const plain = programmeOf({ id: "plain" });
    const policies = collect(plain);
    const { stacking, ...others } = policies;
    expect([stacking.members, ...Object.values(others)].flat()).toStrictEqual([]);
    const answer = combineIncentives({ lines: [], candidates: [{ programme: plain, lineIds: [] }] }, policies.stacking);
    expect(answer.ok || answer.problem.code).toBe("incentives.stacking_undeclared");
  });

  test("rows that are not there, and priorities that stand twice, are faults with their place", () => {
    expect(faultAt(() => collect(rebate, rebate))).toBe("kernel.named_twice at facts.programmes[1].id");
    expect(faultAt(() => collect({ ...rebate, stacking: { groupId: "gross", priority: 1 } }))).toBe(
      "kernel.unknown_row at facts.programmes[0].stacking.groupId",
    );
    expect(faultAt(() => collect(rebate, { ...bonus, stacking: { groupId: "net", priority: 1 } }))).toBe(
      "incentives.priority_twice at facts.programmes[1].stacking.priority",
    );
    expect(faultAt(() => collectProgrammePolicies({ programmes: [bonus] }, { groups, means: [] }))).toBe(
      "kernel.unknown_row at facts.programmes[0].payout.means",
    );
    expect(faultAt(() => collect({ ...rebate, currency: "yuan" }))).toBe("kernel.not_a_currency at facts.programmes[0].currency");
  });

  describe("what is kept back of payments", () => {
    const paidLess = (id: string, withholding: NonNullable<IncentiveProgramme["payout"]>["withholding"]) =>
      programmeOf({ id, payout: { means: "sales_bonus", stages: [{ id: "all", share: "1" }], minimum: "0", withholding } });
    const titles = { en: "Income tax", zh: "个人所得税" };
    const tax = {
      id: "iit",
      titles,
      currency: "CNY",
      schedule: {
        method: "graduated",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0" },
          { from: "800", rate: "0.2" },
        ],
      },
    } as const;
    const withheld = (programmes: readonly IncentiveProgramme[], taxes: readonly (typeof tax)[] = [tax]) =>
      collectProgrammePolicies(frozen({ programmes }), frozen({ groups, means: incentiveMeans, taxes })).withholdings;
    const rate = { kind: "rate", id: "fee", titles: { en: "Fee", zh: "手续费" }, rate: "0.05" } as const;

    test("complaint 44: a rate of its own and a tax that programmes share are rows of the payment run, each of its programmes alone", () => {
      const named = { kind: "tax", id: "iit" } as const;
      const withholdings = withheld([paidLess("x", named), paidLess("y", rate), paidLess("z", named)]);
      expect(withholdings.map(({ id, programmeIds }) => [id, programmeIds])).toStrictEqual([
        ["iit", ["x", "z"]],
        ["fee", ["y"]],
      ]);
      const entry = (id: string, programmeId: string | undefined, amount: string) => ({
        id,
        memberId: "A",
        kind: "earning" as const,
        date: "2024-03-31",
        dueDate: "2024-04-30",
        amount: { amount, currency: "CNY" },
        ...(programmeId === undefined ? {} : { earning: { programmeId, programmeVersion: "1", periodId: "2024-Q1" } }),
      });
      const entries = [entry("E1", "x", "700"), entry("E2", "y", "300"), entry("E3", "z", "200"), entry("E4", undefined, "5000")];
      const paidBefore = [
        { payeeId: "A", gross: { amount: "100000", currency: "CNY" } },
        { payeeId: "A", gross: { amount: "400", currency: "CNY" }, withholdingId: "iit" },
      ];
      const plan = (before: typeof paidBefore) =>
        planPaymentRun(
          { runId: "R", asOf: "2024-04-30", dueThrough: "2024-04-30", entries, fees: [], holds: [], payees: [], paidBefore: before },
          { term: { kind: "net", days: 30 }, minimums: [], withholdings, rounding: "half_up" },
        );
      const amounts = (before: typeof paidBefore) => {
        const run = plan(before);
        return run.ok && run.value.outcome.withheld.map(({ withholdingId, amount }) => [withholdingId, amount.amount]);
      };
      // 900 of x and z, 100 above 800; 5 % of 300
      expect(amounts([])).toStrictEqual([
        ["iit", "20.00"],
        ["fee", "15.00"],
      ]);
      // 400 before: 1300, 500 above 800
      expect(amounts(paidBefore)).toStrictEqual([
        ["iit", "100.00"],
        ["fee", "15.00"],
      ]);
    });

    test.each([
      [[paidLess("x", { kind: "tax", id: "vat" })], "kernel.unknown_row at facts.programmes[0].payout.withholding.id"],
      [[paidLess("x", rate), paidLess("y", rate)], "kernel.named_twice at facts.programmes[1].payout.withholding.id"],
      [[paidLess("x", { ...rate, id: "iit" })], "kernel.named_twice at facts.programmes[0].payout.withholding.id"],
      [[paidLess("x", { ...rate, rate: "1.01" })], "kernel.outside_bounds at facts.programmes[0].payout.withholding.rate"],
      [[paidLess("x", { ...rate, rate: "-0.1" })], "kernel.below_zero at facts.programmes[0].payout.withholding.rate"],
      [[paidLess("x", { ...rate, kind: "gift" } as never)], "kernel.not_a_choice at facts.programmes[0].payout.withholding.kind"],
      [[paidLess("x", 5 as never)], "kernel.not_a_record at facts.programmes[0].payout.withholding"],
    ])("refuses %#: %s", (programmes, want) => {
      expect(faultAt(() => withheld(programmes))).toBe(want);
    });

    test("a tax counts in its currency, on a sound scale", () => {
      expect(faultAt(() => withheld([], [{ ...tax, currency: "USD" } as never]))).toBe(
        "kernel.unit_mismatch at policy.taxes[0].schedule.unit",
      );
      expect(faultAt(() => withheld([], [tax, tax]))).toBe("kernel.named_twice at policy.taxes[1].id");
      const abroad = { ...tax, currency: "USD", schedule: { ...tax.schedule, unit: "USD" } };
      expect(faultAt(() => withheld([paidLess("x", { kind: "tax", id: "iit" })], [abroad as never]))).toBe(
        "kernel.unknown_row at facts.programmes[0].payout.withholding.id",
      );
    });
  });
});
