import type { ChannelMember, SaleLine } from "qudao/entities";
import type { IncentiveProgramme, StackingGroup } from "qudao/incentives";
import type { AccumulatorMember, AccumulatorPolicy } from "qudao/settlement";

/** A programme that pays 1 % from 0 and 2 % from 1000, on everything from the first unit, by quarter of 2024. */
export function programmeOf(changes: Partial<IncentiveProgramme> = {}): IncentiveProgramme {
  return {
    id: "volume",
    version: "1",
    titles: { en: "Volume rebate", zh: "销量返利" },
    currency: "CNY",
    effective: { start: "2024-01-01", end: "2025-01-01" },
    earner: {},
    scope: {},
    window: { kind: "calendar", unit: "quarter" },
    qualifier: { kind: "amount" },
    payOn: "qualifier",
    schedule: {
      method: "retroactive",
      unit: "CNY",
      boundary: "reaches",
      tiers: [
        { from: "0", rate: "0.01" },
        { from: "1000", rate: "0.02" },
      ],
    },
    limits: [],
    rounding: { decimals: 2, mode: "half_up" },
    ...changes,
  };
}

export const dealer: ChannelMember = { id: "A", kind: "distributor", memberClass: "gold", territoryId: "north" };

/** A dealer whose agreement runs from a day on, for good or up to another. */
export function memberFrom(id: string, start: string, end?: string): AccumulatorMember {
  return { ...dealer, id, agreement: end === undefined ? { start } : { start, end } };
}

/** Programmes that share sales, called `G`. */
export function groupOf(combine: StackingGroup["combine"], changes: Partial<StackingGroup> = {}): StackingGroup {
  return { id: "G", priority: 1, combine, reducedBy: [], excludes: [], ...changes };
}

export function policyOf(changes: Partial<AccumulatorPolicy> = {}): AccumulatorPolicy {
  return { currency: "CNY", sources: "count", members: [dealer], programmes: [programmeOf()], ...changes };
}

export function lineOf(changes: Partial<SaleLine> = {}): SaleLine {
  return { id: "L1", memberId: "A", productId: "P1", date: "2024-02-10", quantity: 1, amount: "100.00", kind: "sale", ...changes };
}

/** A sale called after its member and day. */
export function saleOf(memberId: string, date: string, amount: string, changes: Partial<SaleLine> = {}): SaleLine {
  return lineOf({ id: `${memberId} ${date}`, memberId, date, amount, ...changes });
}
