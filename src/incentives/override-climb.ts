/**
 * From each seller of a sale upwards: who gets which part, once per recipient.
 *
 * @internal
 */
import { Exact, text, ZERO } from "../kernel/decimal.js";
import type { MessageParams } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { OverrideMember, OverrideProblem } from "./override-policy.js";
import type { OverrideReading, ReadPlan, ReadSeller } from "./read-overrides.js";

/** What one recipient gets, before any rounding, with the parts of it. */
export interface Override {
  readonly memberId: string;
  /** Steps above the nearest seller. */
  readonly distance: number;
  readonly amount: Exact;
  readonly parts: readonly OverridePart[];
}

export interface OverridePart {
  readonly code: "incentives.override_level" | "incentives.override_difference" | "incentives.override_lower_plan";
  readonly params: MessageParams;
  readonly amount: Exact;
}

interface Found {
  readonly memberId: string;
  readonly distance: number;
  readonly part: OverridePart;
}

export function climb(reading: OverrideReading): Result<readonly Override[], OverrideProblem> {
  const found: Found[] = [];
  for (const seller of reading.sellers) {
    const above = chainOf(reading, seller.memberId);
    if (!above.ok) return above;
    const [own, ...uplines] = above.value as readonly [OverrideMember, ...OverrideMember[]];
    const { kind } = reading.policy.method;
    const parts =
      kind === "differential"
        ? differences(reading, seller, own, uplines)
        : kind === "lower_of_plans"
          ? lowerPlans(reading, seller, own, uplines)
          : levels(reading, seller, uplines);
    if (!parts.ok) return parts;
    found.push(...parts.value);
  }
  return ok(merged(found));
}

/** One row per recipient: two sellers below one manager give it two parts of one sale. */
function merged(found: readonly Found[]): readonly Override[] {
  const rows = new Map<string, Override>();
  for (const { memberId, distance, part } of found) {
    const row = rows.get(memberId);
    rows.set(memberId, {
      memberId,
      distance: Math.min(distance, row?.distance ?? distance),
      amount: part.amount.plus(row?.amount ?? ZERO),
      parts: [...(row?.parts ?? []), part],
    });
  }
  return [...rows.values()];
}

/** The seller and everybody above it, nearest first. */
function chainOf({ members }: OverrideReading, from: string): Result<readonly OverrideMember[], OverrideProblem> {
  const chain: OverrideMember[] = [];
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined; ) {
    if (seen.has(id)) return err({ code: "incentives.upline_loops", params: { memberId: id } });
    seen.add(id);
    const member = members.get(id);
    if (member === undefined) return err({ code: "incentives.member_unknown", params: { memberId: id } });
    chain.push(member);
    id = member.uplineId;
  }
  return ok(chain);
}

function unclear({ id }: OverrideMember): Result<never, OverrideProblem> {
  return err({ code: "incentives.qualification_unknown", params: { memberId: id } });
}

function levels(
  reading: OverrideReading,
  seller: ReadSeller,
  uplines: readonly OverrideMember[],
): Result<readonly Found[], OverrideProblem> {
  const { method, unqualified } = reading.policy;
  const volume = reading.size.times(seller.share);
  const found: Found[] = [];
  let level = 0;
  let below = seller.commission;
  for (const [i, member] of uplines.entries()) {
    const rate = reading.levels[level];
    if (rate === undefined) break;
    if (member.qualified === undefined) return unclear(member);
    if (!member.qualified && unqualified === "passes_up") continue;
    level++;
    const base =
      method.kind === "fixed_levels" ? volume : method.kind === "on_commission" && method.of === "level_below" ? below : seller.commission;
    const amount = base.times(rate);
    below = amount;
    if (!member.qualified || amount.isZero()) continue;
    const params = { level, sellerId: seller.memberId, rate: text(rate), base: text(base.times(reading.sign)) };
    found.push({ memberId: member.id, distance: i + 1, part: { code: "incentives.override_level", params, amount } });
  }
  return ok(found);
}

/** By the lower of the seller's plan and the recipient's. */
function lowerPlans(
  reading: OverrideReading,
  seller: ReadSeller,
  own: OverrideMember,
  uplines: readonly OverrideMember[],
): Result<readonly Found[], OverrideProblem> {
  const planOf = ({ id, plan }: OverrideMember): Result<ReadPlan, OverrideProblem> => {
    if (plan === undefined) return err({ code: "incentives.plan_missing", params: { memberId: id } });
    const found = reading.plans.get(plan);
    return found === undefined ? err({ code: "incentives.plan_without_rates", params: { memberId: id, plan } }) : ok(found);
  };
  const sold = planOf(own);
  if (!sold.ok) return sold;
  const deepest = Math.max(0, ...[...reading.plans.values()].map((plan) => plan.levels.length));
  const found: Found[] = [];
  let level = 0;
  for (const [i, member] of uplines.entries()) {
    if (level === deepest) break;
    if (member.qualified === undefined) return unclear(member);
    if (!member.qualified && reading.policy.unqualified === "passes_up") continue;
    level++;
    if (!member.qualified) continue;
    const theirs = planOf(member);
    if (!theirs.ok) return theirs;
    const isSellers = sold.value.height <= theirs.value.height;
    const lower = isSellers ? sold.value : theirs.value;
    const rate = lower.levels[level - 1] ?? ZERO;
    const base = lower.counts(reading.size).times(seller.share);
    const amount = base.times(rate);
    if (amount.isZero()) continue;
    const plan = (isSellers ? own.plan : member.plan) as string;
    const params = { level, sellerId: seller.memberId, plan, rate: text(rate), base: text(base.times(reading.sign)) };
    found.push({ memberId: member.id, distance: i + 1, part: { code: "incentives.override_lower_plan", params, amount } });
  }
  return ok(found);
}

function differences(
  reading: OverrideReading,
  seller: ReadSeller,
  own: OverrideMember,
  uplines: readonly OverrideMember[],
): Result<readonly Found[], OverrideProblem> {
  const volume = reading.size.times(seller.share);
  const rateOf = ({ id, rank }: OverrideMember): Result<Exact, OverrideProblem> => {
    if (rank === undefined) return err({ code: "incentives.rank_missing", params: { memberId: id } });
    const rate = reading.ranks.get(rank);
    return rate === undefined ? err({ code: "incentives.rank_without_rate", params: { memberId: id, rank } }) : ok(rate);
  };
  const first = rateOf(own);
  if (!first.ok) return first;
  let reached = first.value;
  const found: Found[] = [];
  for (const [i, member] of uplines.entries()) {
    if (member.qualified === undefined) return unclear(member);
    if (!member.qualified && reading.policy.unqualified === "passes_up") continue;
    const rate = rateOf(member);
    if (!rate.ok) return rate;
    const more = rate.value.minus(reached);
    if (!more.greaterThan(0)) continue;
    if (member.qualified && !volume.isZero()) {
      const params = { sellerId: seller.memberId, own: text(rate.value), below: text(reached), base: text(volume.times(reading.sign)) };
      const part = { code: "incentives.override_difference", params, amount: volume.times(more) } as const;
      found.push({ memberId: member.id, distance: i + 1, part });
    }
    reached = Exact.max(reached, rate.value);
  }
  return ok(found);
}
