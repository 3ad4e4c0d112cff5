/** Programmes that cap what one sale pays, and how their settlements are read. */
import type { ChannelMember, SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import type { IncentiveProgramme, StackingGroup } from "qudao/incentives";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import {
  type AccumulatorPolicy,
  accumulate,
  explainStatement,
  openAccumulator,
  type Settlement,
  type SettlementFacts,
  settle,
} from "qudao/settlement";
import { expect } from "vitest";
import { frozen } from "./frozen.js";
import { dealer, lineOf, policyOf, programmeOf } from "./settlement.js";

/** 1 % up to 1,000 and 5 % above. */
export const schedule = {
  method: "graduated",
  unit: "CNY",
  boundary: "reaches",
  tiers: [
    { from: "0", rate: "0.01" },
    { from: "1000", rate: "0.05" },
  ],
} as const;
export const perSale = (most: string) => ({ id: "sale", per: "sale", most, above: "forfeited", saleBy: "order" }) as const;
export const capped = (changes: Partial<IncentiveProgramme> = {}) => programmeOf({ schedule, caps: [perSale("40")], ...changes });
export const members: readonly ChannelMember[] = [
  { ...dealer, id: "A" },
  { ...dealer, id: "B" },
];
export const of = (id: string, date: string, amount: string, order: string, changes: Partial<SaleLine> = {}): SaleLine =>
  lineOf({ id, memberId: "A", date, amount, attributes: { order }, ...changes });
/** 800 earn 8; 1,400 more cross the threshold and earn 2 + 60; 600 more earn 30. */
export const lines = [
  of("L1", "2024-01-10", "800.00", "S1"),
  of("L2", "2024-02-10", "1400.00", "S2"),
  of("L3", "2024-03-05", "600.00", "S3"),
] as const;
export const opened = (programme: IncentiveProgramme, given: readonly SaleLine[], changes: Partial<AccumulatorPolicy> = {}) => {
  const accumulator = openAccumulator(frozen(policyOf({ programmes: [programme], members, ...changes })));
  expect(accumulate(accumulator, given).rejected).toStrictEqual([]);
  return accumulator;
};
export const settled = (programme: IncentiveProgramme, given: readonly SaleLine[], facts: Partial<SettlementFacts> = {}) =>
  settle(opened(programme, given), { asOf: "2025-01-01", ...facts });
export const rows = ({ statements }: Settlement) =>
  statements.flatMap(({ memberId, lines: own }) =>
    own.map(({ window, earned, problem }) => `${memberId} ${window.id} ${earned?.amount ?? problem?.code}`),
  );
export const stacked = (programme: IncentiveProgramme, groupId = "g", priority = 1): IncentiveProgramme => ({
  ...programme,
  stacking: { groupId, priority },
});
export const group = (changes: Partial<StackingGroup> = {}): StackingGroup => ({
  id: "g",
  priority: 1,
  combine: "add",
  reducedBy: [],
  excludes: [],
  ...changes,
});
/** The working of every line adds up, and is told in both languages. */
export const sound = (settlement: Settlement) => {
  for (const statement of settlement.statements) {
    for (const { explanation } of statement.lines) if (explanation !== null) expect(checkExplanation(explanation)).toStrictEqual([]);
    const told = explainStatement(statement);
    for (const language of ["en", "zh"] as const)
      expect(renderExplanation(told, { language, catalogue })).not.toMatch(/incentives\.|settlement\./);
  }
  expect(JSON.parse(JSON.stringify(settlement))).toStrictEqual(settlement);
  return settlement;
};
