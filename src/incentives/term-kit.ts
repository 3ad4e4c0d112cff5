/**
 * What guarantees, caps and budgets do with amounts, however these are kept: the verbs of this folder have the earnings themselves, `settle` the lines of
 * its statements. Both ask here, so that they cannot differ.
 *
 * @internal
 */
import { allocateAmount, type RemainderOrder } from "../kernel/allocation.js";
import { Exact, exact, exactQuotient, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Period } from "../kernel/period.js";
import { type ProrationBasis, prorate } from "../kernel/proration.js";
import type { PaymentCap } from "./payment-cap.js";
import type { IncentiveExplanation } from "./programme-answer.js";
import { byName } from "./read-input.js";

/** A guarantee for the part of a period that was served. */
export function servedPart(full: Exact, part: Period, whole: Period, by: ProrationBasis): Exact {
  const { numerator, denominator } = prorate({ part, whole }, { by });
  return exactQuotient(full.times(numerator), exact(denominator));
}

/** What lifts the earnings of a period to its guarantee, and the surplus for the next. */
export function liftTo(earned: Exact, served: Exact, surplus: Exact, basis: "each_period" | "cumulative") {
  const cumulative = basis === "cumulative";
  // shares of days that do not end in decimals may add up to one that does: what the cutting left beyond 30 places must not turn a half cent
  const guarantee = cumulative ? rounded(Exact.max(ZERO, served.minus(surplus)), 30, "half_up") : served;
  const topUp = Exact.max(ZERO, guarantee.minus(earned));
  return { guarantee, topUp, surplus: cumulative ? Exact.max(ZERO, surplus.plus(earned).minus(served)) : ZERO };
}

export const capKinds = ["sale", "member", "programme"] as const satisfies readonly PaymentCap["per"][];

/** The order in which caps are applied. */
export function byCap(a: Pick<PaymentCap, "per" | "id">, b: Pick<PaymentCap, "per" | "id">): number {
  return capKinds.indexOf(a.per) - capKinds.indexOf(b.per) || byName(a.id, b.id);
}

/** Where a sale, a member or a programme stands under a cap. */
export interface CapStanding {
  readonly paid: Exact;
  /** What the cap took beyond that, as far as nothing that came back has made up for it; 0 or more. */
  readonly over: Exact;
}

const NOTHING_PAID: CapStanding = { paid: ZERO, over: ZERO };

/**
 * What is paid of each entry, in their order: as much as there is room for; what comes back is first taken off what the cap took. An entry may have a
 * cap of its own. Where several share a key, each is taken off what the cap took of its own: nobody keeps what others lost.
 */
export function underCap(
  queue: readonly { readonly key: string; readonly by?: string; readonly asked: Exact; readonly most?: Exact | undefined }[],
  most: Exact,
  before: ReadonlyMap<string, CapStanding> = new Map(),
) {
  const standing = new Map(before);
  const overs = new Map<string, Map<string, Exact>>();
  const paid = queue.map(({ key, by, asked, most: own = most }) => {
    const { paid: sum, over } = standing.get(key) ?? NOTHING_PAID;
    const theirs = by === undefined ? undefined : (overs.get(key) ?? new Map<string, Exact>());
    const lost = theirs === undefined ? over : (theirs.get(by as string) ?? ZERO);
    const now = asked.isNegative() ? Exact.min(ZERO, asked.plus(lost)) : Exact.min(asked, Exact.max(ZERO, own.minus(sum)));
    const cut = asked.minus(now);
    standing.set(key, { paid: sum.plus(now), over: over.plus(cut) });
    if (theirs !== undefined) overs.set(key, theirs.set(by as string, lost.plus(cut)));
    return now;
  });
  return { paid, standing };
}

/** What a budget with this much room grants, in the order of the requests. */
export function shareRoom(
  asked: readonly Exact[],
  room: Exact,
  { how, decimals, remainder }: { readonly how: "pro_rata" | "first_come"; readonly decimals: number; readonly remainder: RemainderOrder },
): readonly Exact[] {
  if (!sumOf(asked).greaterThan(room)) return asked;
  if (how === "pro_rata") {
    const split = allocateAmount({ total: text(room), weights: asked.map(text) }, { decimals, remainder });
    return split.ok ? split.value.outcome.map((part) => exact(part)) : asked;
  }
  let left = room;
  return asked.map((amount) => {
    const part = Exact.min(amount, left);
    left = left.minus(part);
    return part;
  });
}

/** How much of a budget is used, and whether it is in danger. */
export function budgetState(budget: Exact, used: Exact, alertAt: Exact, short: boolean) {
  const left = budget.minus(used);
  const alert = short || left.isNegative() ? "over" : used.greaterThanOrEqualTo(budget.times(alertAt)) ? "near" : "within";
  return { left, consumption: budget.isZero() ? null : text(exactQuotient(used, budget)), alert } as const;
}

export function tellTopUp(guarantee: Exact, amount: Exact): IncentiveExplanation {
  return { code: "incentives.guarantee_top_up", params: { guarantee: text(guarantee), amount: text(amount) } };
}

export function tellCap(capId: string, cap: Exact, key: string, amount: Exact): IncentiveExplanation {
  return { code: "incentives.cap_taken", params: { capId, cap: text(cap), key, amount: text(amount) } };
}

export function tellProjectedCap(capId: string, cap: Exact, amount: Exact): IncentiveExplanation {
  return { code: "incentives.projected_cap_taken", params: { capId, cap: text(cap), amount: text(amount) } };
}

export function tellReleased(capId: string, key: string, amount: string): IncentiveExplanation {
  return { code: "incentives.cap_released", params: { capId, key, amount } };
}

/** What a window earned, with what the terms of its programme did to it. */
export function tellTerms(
  amount: string,
  currency: string,
  budgetCut: { readonly budget: Exact; readonly amount: Exact } | undefined,
  from: readonly IncentiveExplanation[],
): IncentiveExplanation {
  const cut: IncentiveExplanation[] =
    budgetCut === undefined
      ? []
      : [{ code: "incentives.budget_cut", params: { budget: text(budgetCut.budget), amount: text(budgetCut.amount) } }];
  return { code: "incentives.after_terms", params: { amount, currency }, adds: "amount", from: [...from, ...cut] };
}
