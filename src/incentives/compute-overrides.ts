import { allocateAmount } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { err, ok, type Result } from "../kernel/result.js";
import { climb, type Override } from "./override-climb.js";
import type { OverrideFacts, OverridePolicy, OverrideProblem } from "./override-policy.js";
import { byName, ONE } from "./read-input.js";
import { type OverrideReading, readOverrides } from "./read-overrides.js";

/** What one recipient gets from one sale. */
export interface OverrideShare {
  /** Who gets it. Each recipient stands in the list once, however many sellers below it share the sale. */
  readonly memberId: string;
  /** What is paid, with exactly the places of the policy; below 0 where the sale is a return. */
  readonly amount: Money;
  /** What the ceiling took away, with the sign of the sale; `"0"`: nothing. */
  readonly cut: DecimalString;
}

/** What a sale pays up the channel. */
export interface OverrideOutcome {
  /** The recipients: nearest to the sale first, those equally near by name. */
  readonly overrides: readonly OverrideShare[];
  /** All overrides together. */
  readonly total: Money;
  /** Overrides and the commissions of the sellers: what the sale pays in all. */
  readonly paidOnSale: Money;
}

/**
 * Computes what one sale pays to those above its sellers: fixed levels, differences between ranks, a share of the commission, or the lower of two plans.
 *
 * @remarks
 * The shares of the sellers add up to 1, so a sale that two sellers brought in is still one sale to the manager above both, and each
 * recipient is paid once. `differential` pays the recipient's rate less the highest rate already reached below it, never below 0.
 * `lower_of_plans` reads rate and base of the lower of two plans, that of the seller and that of the recipient.
 * Somebody who is not qualified is passed over (`passes_up`) or its part is not paid (`lapses`). Each recipient is rounded once, halves and
 * all by `rounding`, on the size of the amount: a return mirrors the sale to the cent. Last comes the ceiling, which counts the sellers'
 * commissions, too: overrides are cut to the room they leave, in the order that the policy names; commissions are never cut.
 *
 * @param facts - The sale, its sellers with their shares and commissions, and the members above them.
 * @param policy - Levels or rates, what becomes of who is not qualified, the ceiling and the rounding.
 * @returns One row per recipient, the totals, and a working that adds up.
 * @throws LibraryFault `kernel.outside_bounds`, `kernel.below_zero`, `incentives.sign_differs`, `kernel.*` with the place in `facts` or `policy`.
 *
 * @errors
 * - `incentives.shares_not_whole` - the shares of the sellers do not add up to 1: extra credit earns no override.
 * - `incentives.member_unknown` - a seller or an upline is not among the members.
 * - `incentives.upline_loops` - a member stands above itself.
 * - `incentives.rank_missing`, `incentives.plan_missing` - a member whose rank or plan is read has none.
 * - `incentives.rank_without_rate` - the rates name no rate for a member's rank.
 * - `incentives.plan_without_rates` - the list names no plan that a seller, or who is paid above it, is on.
 * - `incentives.qualification_unknown` - nobody said whether somebody above is qualified.
 *
 * @source Differential and level overrides as documented for several channel plans; the ceiling on one sale is this library's own.
 *
 * @example A manager of 12 % above a seller of 4 %
 * ```ts
 * import { computeOverrides, type OverridePolicy } from "qudao/incentives";
 *
 * const policy: OverridePolicy = {
 *   currency: "CNY", unqualified: "passes_up", ceiling: null, rounding: { decimals: 2, mode: "half_up" },
 *   method: { kind: "differential", rates: [{ rank: "dealer", rate: "0.04" }, { rank: "agent", rate: "0.12" }] },
 * };
 * const answer = computeOverrides({
 *   saleId: "S1", amount: { amount: "1200", currency: "CNY" }, sellers: [{ memberId: "D", share: "1", commission: "48" }],
 *   members: [{ id: "D", rank: "dealer", uplineId: "A" }, { id: "A", rank: "agent", qualified: true }],
 * }, policy);
 * answer.ok && answer.value.outcome.overrides.map(({ memberId, amount }) => [memberId, amount.amount]); // => [["A", "96.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function computeOverrides(facts: OverrideFacts, policy: OverridePolicy): Result<Explained<OverrideOutcome>, OverrideProblem> {
  return readSafely({ facts, policy }, () => {
    const reading = readOverrides(facts, policy);
    const shares = sumOf(reading.sellers.map(({ share }) => share));
    if (!shares.equals(ONE)) return err({ code: "incentives.shares_not_whole", params: { sum: text(shares) } });
    const climbed = climb(reading);
    if (!climbed.ok) return climbed;
    return ok(outcomeOf(reading, climbed.value));
  });
}

/** Everything in sizes; the sign of the sale is put back at the end. */
function outcomeOf(reading: OverrideReading, climbed: readonly Override[]): Explained<OverrideOutcome> {
  const { policy, saleId, sign } = reading;
  const { decimals, mode } = policy.rounding;
  const recipients = [...climbed].sort((a, b) => a.distance - b.distance || byName(a.memberId, b.memberId));
  const whole = recipients.map(({ amount }) => rounded(amount, decimals, mode));
  const commissions = sumOf(reading.sellers.map(({ commission }) => commission));
  const paid = underCeiling(whole, commissions, reading);
  const signed = (size: Exact) => (sign < 0 ? size.negated() : size);
  const money = (size: Exact): Money => ({ amount: fixed(signed(size), decimals), currency: policy.currency });
  const overrides = recipients.map(({ memberId }, i): OverrideShare => {
    const [before, after] = [whole[i] as Exact, paid[i] as Exact];
    return { memberId, amount: money(after), cut: text(signed(before.minus(after))) };
  });
  const total = sumOf(paid);
  const from = recipients.map(({ memberId, amount, parts }, i): Explanation => {
    const [before, after] = [whole[i] as Exact, paid[i] as Exact];
    const steps: Explanation[] = parts.map(({ code, params, amount: part }) => ({
      code,
      params: { ...params, amount: text(signed(part)) },
    }));
    if (!before.equals(amount)) {
      steps.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(signed(before.minus(amount))) } });
    }
    if (!after.equals(before)) {
      const ceiling = text(signed(reading.ceiling as Exact));
      steps.push({ code: "incentives.override_cut", params: { ceiling, amount: text(signed(after.minus(before))) } });
    }
    return { code: "incentives.override_of", params: { memberId, amount: fixed(signed(after), decimals) }, adds: "amount", from: steps };
  });
  const { currency } = policy;
  return {
    outcome: { overrides, total: money(total), paidOnSale: { amount: text(signed(total.plus(commissions))), currency } },
    explanation: {
      code: "incentives.overrides",
      params: { saleId, amount: fixed(signed(total), decimals), currency },
      adds: "amount",
      from,
    },
  };
}

/** Overrides cut to the room that the commissions leave, in whole units of what can be paid. */
function underCeiling(whole: readonly Exact[], commissions: Exact, { ceiling, policy }: OverrideReading): readonly Exact[] {
  if (ceiling === undefined) return whole;
  const { decimals } = policy.rounding;
  const room = Exact.max(ZERO, rounded(ceiling.minus(commissions), decimals, "down"));
  const wanted = sumOf(whole);
  if (!wanted.greaterThan(room)) return whole;
  if (policy.ceiling?.cut === "pro_rata") {
    const split = allocateAmount({ total: text(room), weights: whole.map(text) }, { decimals, remainder: "largest_fraction_first" });
    return split.ok ? split.value.outcome.map((part) => exact(part)) : whole;
  }
  const nearestKeep = policy.ceiling?.cut === "farthest_first";
  const order = whole.map((_, i) => i);
  if (!nearestKeep) order.reverse();
  const kept = [...whole];
  let left = room;
  for (const i of order) {
    const part = Exact.min(kept[i] as Exact, left);
    kept[i] = part;
    left = left.minus(part);
  }
  return kept;
}
