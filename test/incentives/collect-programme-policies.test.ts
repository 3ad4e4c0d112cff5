import {
  collectProgrammePolicies,
  combineIncentives,
  computeClawback,
  type IncentiveProgramme,
  incentiveMeans,
  planPayout,
  type StackingGroup,
} from "qudao/incentives";
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

  test("a programme that declares nothing is in none of them, so that combining it is a problem", () => {
    const plain = programmeOf({ id: "plain" });
    const policies = collect(plain);
    expect([policies.stacking.members, policies.payouts, policies.clawbacks]).toStrictEqual([[], [], []]);
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
