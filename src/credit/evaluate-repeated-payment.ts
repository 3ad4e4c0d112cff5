import { checkChoice, checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { logarithmOfDecimal, powerOfDecimal } from "../kernel/power.js";
import type { Rate } from "../kernel/rate.js";
import { exactShare } from "../kernel/read.js";
import { type Fraction, readDiscount } from "./cycle-discount.js";
import type { CycleDiscount } from "./payment-payoffs.js";

/** What the dealer gains in a cycle, by what happens. */
export interface RepeatedPaymentFacts {
  /** Paying, and supplied on credit (R). */
  readonly reward: DecimalString;
  /** Delaying once while it is still supplied (T). */
  readonly temptation: DecimalString;
  /** Cash only, or cut off (P). */
  readonly punishment: DecimalString;
}

/** How a delay is answered, and how much the future counts. */
export interface RepeatedPaymentPolicy {
  /** How much the next cycle is worth today. */
  readonly discount: CycleDiscount;
  /** Chance that a delay is noticed in its cycle. `"1"`: always. */
  readonly detection: Rate;
  /** `grim`: never on credit again. `suspension`: cash only for so many cycles, then on credit again. */
  readonly response: { readonly kind: "grim" } | { readonly kind: "suspension"; readonly cycles: number };
  /** `open`: nobody knows the last cycle. `known_end`: both do. */
  readonly horizon: "open" | "known_end";
}

/** Whether repetition makes a dealer pay. */
export interface RepeatedPayment {
  /** Paying is at least as good as delaying, in every cycle. */
  readonly sustained: boolean;
  /** What the next cycle is worth, of one. */
  readonly discountFactor: DecimalString;
  /** Least discount factor at which the threat of never again is enough. `null`: none is. */
  readonly criticalDiscount: DecimalString | null;
  /** Least number of cycles of suspension that is enough. 0: nothing tempts. `null`: none is, or none up to a million. */
  readonly shortestSuspension: number | null;
  /** What decides. */
  readonly because: "nothing_tempts" | "nothing_to_lose" | "known_end" | "future_is_enough" | "future_is_too_little";
}

/**
 * Evaluates whether the prospect of further business makes a dealer pay: the repeated game.
 *
 * @remarks
 * Never again sustains payment if `δ ≥ (T − R) ÷ ((T − R) + d(R − P))`, with `d = 1` this is `(T − R) ÷ (T − P)`; on it, payment is
 * sustained. A suspension of `K` cycles does if `T − R ≤ d(R − P) × δ(1 − δᴷ) ÷ (1 − δ)`. With a known end nobody pays in the last cycle,
 * and so in none, unless nothing tempts.
 *
 * @param facts - The gains.
 * @param policy - Discount, detection, answer, horizon.
 * @returns Whether payment is sustained, the critical discount factor, and the shortest suspension that works.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source S19-134; theory of the repeated game.
 *
 * @example T 5, R 3, P 1: the next cycle must be worth half of this one
 * ```ts
 * import { evaluateRepeatedPayment } from "qudao/credit";
 *
 * const policy = { detection: "1", response: { kind: "grim" as const }, horizon: "open" as const };
 * const at = (factor: string) => evaluateRepeatedPayment({ temptation: "5", reward: "3", punishment: "1" }, { ...policy, discount: { factor } }).outcome;
 * at("0.5").criticalDiscount; // => "0.5"
 * [at("0.49").sustained, at("0.5").sustained]; // => [false, true]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateRepeatedPayment(facts: RepeatedPaymentFacts, policy: RepeatedPaymentPolicy): Explained<RepeatedPayment> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const gain = (field: keyof RepeatedPaymentFacts) => exact(given[field] as DecimalLike, `facts.${field}`);
    const [reward, temptation, punishment] = [gain("reward"), gain("temptation"), gain("punishment")];
    const agreed = checkRecord(policy, "policy");
    const discount = readDiscount(agreed["discount"], "policy.discount");
    const detection = exactShare(agreed["detection"], "policy.detection");
    const response = checkRecord(agreed["response"], "policy.response");
    const isGrim = checkChoice(response["kind"], "policy.response.kind", ["grim", "suspension"]) === "grim";
    const cycles = isGrim ? undefined : checkCount(response["cycles"], "policy.response.cycles", 1, 100_000);
    const horizon = checkChoice(agreed["horizon"], "policy.horizon", ["open", "known_end"]);

    const tempts = temptation.minus(reward);
    const loses = reward.minus(punishment).times(detection);
    const isTempted = tempts.greaterThan(0);
    const hasStake = loses.greaterThan(0);
    const shortest = !isTempted ? 0 : hasStake ? shortestSuspension(tempts, loses, discount) : null;
    const grim = sustainedByGrim(tempts, loses, discount);
    const because = !isTempted
      ? "nothing_tempts"
      : horizon === "known_end"
        ? "known_end"
        : !hasStake
          ? "nothing_to_lose"
          : (cycles === undefined ? grim : shortest !== null && cycles >= shortest)
            ? "future_is_enough"
            : "future_is_too_little";
    const outcome: RepeatedPayment = {
      sustained: because === "nothing_tempts" || because === "future_is_enough",
      discountFactor: text(quotient(discount.over, discount.under)),
      criticalDiscount: !isTempted ? "0" : hasStake ? text(quotient(tempts, tempts.plus(loses))) : null,
      shortestSuspension: shortest,
      because,
    };
    const params = {
      ...outcome,
      reward: text(reward),
      temptation: text(temptation),
      punishment: text(punishment),
      detection: text(detection),
    };
    return { outcome, explanation: { code: "credit.repeated", params } };
  });
}

/** `tempts × (1 − δ) ≤ loses × δ`, times the denominator of δ. */
function sustainedByGrim(tempts: Exact, loses: Exact, { over, under }: Fraction): boolean {
  return tempts.times(under.minus(over)).lessThanOrEqualTo(loses.times(over));
}

/** Most cycles that are worth telling. */
const MOST_CYCLES = 1_000_000;

/** Least K with `tempts(1 − δ) ≤ loses × δ(1 − δᴷ)`. */
function shortestSuspension(tempts: Exact, loses: Exact, discount: Fraction): number | null {
  const { over, under } = discount;
  const undiscounted = under.minus(over);
  if (undiscounted.isZero()) {
    const whole = tempts.dividedToIntegerBy(loses);
    const cycles = whole.plus(whole.times(loses).equals(tempts) ? 0 : 1);
    return cycles.greaterThan(MOST_CYCLES) ? null : cycles.toNumber();
  }
  const stake = loses.times(over);
  const price = tempts.times(undiscounted);
  // in the limit a suspension is never again, and what only that sustains no suspension does
  if (!price.lessThan(stake)) return null;
  const delta = text(quotient(over, under));
  const left = new Exact(1).minus(quotient(price, stake));
  const isEnough = (k: number) => new Exact(powerOfDecimal(delta, k)).lessThanOrEqualTo(left);
  const estimate = quotient(new Exact(logarithmOfDecimal(text(left))), new Exact(logarithmOfDecimal(delta)));
  if (estimate.greaterThan(MOST_CYCLES)) return null;
  // the logarithm may be off by a hair where the power is exact
  let k = Math.max(1, Math.ceil(estimate.toNumber()) + 1);
  while (k > 1 && isEnough(k - 1)) k--;
  return k;
}
