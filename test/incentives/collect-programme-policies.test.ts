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
import { buildSettlementCalendar } from "qudao/settlement";
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

  test("a programme that declares nothing is in none of them, so that combining it is a problem", () => {
    const plain = programmeOf({ id: "plain" });
    const policies = collect(plain);
    const { stacking, ...others } = policies;
    expect([stacking.members, ...Object.values(others)]).toStrictEqual([[], [], [], [], [], [], []]);
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
});
