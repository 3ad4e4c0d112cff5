import { checkChoice, checkList, checkRecord, readSafely } from "./check.js";
import { checkPlaces, type DecimalLike, type DecimalString, Exact, exact, fixed, sumOf, text } from "./decimal.js";
import type { Explained, Explanation } from "./explanation.js";
import type { Message } from "./message.js";
import { type Money, parseMoney } from "./money.js";
import { err, ok, type Result } from "./result.js";

/**
 * Who gets the units that cutting leaves over. `contract_order`: the parts in the order given; `reverse_order`: from the last;
 * `largest_fraction_first`: those that lost most, equal fractions in the order given.
 */
export const remainderOrders = ["contract_order", "reverse_order", "largest_fraction_first"] as const;

/** One of `remainderOrders`. */
export type RemainderOrder = (typeof remainderOrders)[number];

/** What is to be split. */
export interface AllocationFacts {
  /** The whole, with no more places than `decimals`. A negative one mirrors the positive. */
  readonly total: DecimalString;
  /** What the parts are in proportion to: ratios, quantities or amounts, 0 or more. They need not add up to 1. */
  readonly weights: readonly DecimalString[];
}

/** An amount of money that is to be split. */
export interface MoneyAllocationFacts {
  /** The whole, with no more places than `decimals`. A negative one mirrors the positive. */
  readonly total: Money;
  /** What the parts are in proportion to: ratios, quantities or amounts, 0 or more. They need not add up to 1. */
  readonly weights: readonly DecimalString[];
}

/** How it is split. */
export interface AllocationPolicy {
  /** Places of every part, 0 to 60: 2 for yuan, 0 for pieces. */
  readonly decimals: number;
  /** Who gets the units that cutting leaves over. */
  readonly remainder: RemainderOrder;
}

/** Why a total cannot be split. */
export type AllocationProblem = Message<"kernel.negative_weight" | "kernel.no_weights" | "kernel.total_too_precise">;

/** Codes of the working of a split. */
export type AllocationCode = "kernel.allocation" | "kernel.money_allocation" | "kernel.allocated" | "kernel.allocated_with_spare";

/**
 * Splits a total over weighted parts so that they add up to it again.
 *
 * @remarks
 * `part = total × weight ÷ Σ weights`, cut toward zero at `decimals` places. The units then missing from the total go, one each,
 * to parts that were cut, in the order `remainder` names. So the parts always add up, no part is a full unit away from its exact
 * share, and a part that is exact, or has no weight, never gets a spare unit.
 *
 * @param facts - The total and the weights.
 * @param policy - Places and the owner of the remainder.
 * @returns One part per weight, in the same order, each with exactly `decimals` places; the working re-adds to the total.
 *
 * @errors
 * - `kernel.negative_weight` - a weight is below 0, as a measured base may be (returns above sales): no part of a whole.
 * - `kernel.no_weights` - there are no weights, or all are 0.
 * - `kernel.total_too_precise` - the total has more places than the parts may have.
 *
 * @example A fen that three cannot share
 * ```ts
 * import { allocateAmount } from "qudao/kernel";
 *
 * const facts = { total: "100", weights: ["1", "1", "1"] };
 * const first = allocateAmount(facts, { decimals: 2, remainder: "contract_order" });
 * const last = allocateAmount(facts, { decimals: 2, remainder: "reverse_order" });
 *
 * first.ok && first.value.outcome; // => ["33.34", "33.33", "33.33"]
 * last.ok && last.value.outcome; // => ["33.33", "33.33", "33.34"]
 * ```
 *
 * @example The part that lost most comes first
 * ```ts
 * import { allocateAmount } from "qudao/kernel";
 *
 * const split = allocateAmount({ total: "10.03", weights: ["0.49", "0.51"] }, { decimals: 2, remainder: "largest_fraction_first" });
 * split.ok && split.value.outcome; // => ["4.91", "5.12"]
 * ```
 *
 * @since 0.1.0
 */
export function allocateAmount(
  facts: AllocationFacts,
  policy: AllocationPolicy,
): Result<Explained<readonly DecimalString[], AllocationCode>, AllocationProblem> {
  const { total, weights } = readSafely("facts", () => readFacts(facts));
  const { decimals, remainder } = readSafely("policy", () => readPolicy(policy));

  const negative = weights.findIndex((weight) => weight.isNegative());
  if (negative >= 0) {
    return err({ code: "kernel.negative_weight", params: { part: negative + 1, weight: text(weights[negative] as Exact) } });
  }
  const whole = sumOf(weights);
  if (whole.isZero()) return err({ code: "kernel.no_weights", params: { total: text(total) } });
  if (total.decimalPlaces() > decimals) return err({ code: "kernel.total_too_precise", params: { total: text(total), decimals } });

  const unit = new Exact(total.isNegative() ? -1n : 1n, decimals);
  const shares = cutShares(total.dividedToIntegerBy(unit), weights, whole);
  const lucky = findSpareOwners(shares, whole, remainder);

  const sum = text(whole);
  const amounts = shares.map(({ units }, i) => fixed((lucky.has(i) ? units.plus(1) : units).times(unit), decimals));
  const from = shares.map(({ units }, i): Explanation<AllocationCode> => {
    const params = { part: i + 1, weight: text(weights[i] as Exact), weights: sum, amount: amounts[i] as string };
    if (!lucky.has(i)) return { code: "kernel.allocated", params };
    return { code: "kernel.allocated_with_spare", params: { ...params, cut: fixed(units.times(unit), decimals) } };
  });
  const params = { amount: fixed(total, decimals), parts: shares.length, remainder };
  return ok({ outcome: amounts, explanation: { code: "kernel.allocation", params, adds: "amount", from } });
}

/**
 * Splits an amount of money over weighted parts so that they add up to it again: `allocateAmount` with a currency.
 *
 * @param facts - The amount and the weights.
 * @param policy - Places and the owner of the remainder. `currencyDecimals` knows the places of a currency.
 * @returns One payable part per weight, in the same order; the working re-adds to the total.
 *
 * @errors The same as `allocateAmount`.
 *
 * @example A claw-back is split as the payment was
 * ```ts
 * import { allocateMoney } from "qudao/kernel";
 *
 * const facts = { total: { amount: "-0.05", currency: "CNY" }, weights: ["1", "1"] };
 * const split = allocateMoney(facts, { decimals: 2, remainder: "contract_order" });
 * split.ok && split.value.outcome; // => [{ amount: "-0.03", currency: "CNY" }, { amount: "-0.02", currency: "CNY" }]
 * ```
 *
 * @since 0.1.0
 */
export function allocateMoney(
  facts: MoneyAllocationFacts,
  policy: AllocationPolicy,
): Result<Explained<readonly Money[], AllocationCode>, AllocationProblem> {
  const { money, weights } = readSafely({ facts, policy }, () => {
    checkRecord(facts, "facts");
    return { money: parseMoney(facts.total, "facts.total"), weights: facts.weights };
  });
  const { amount, currency } = money;
  const split = allocateAmount({ total: amount, weights }, policy);
  if (!split.ok) return split;
  const { outcome, explanation } = split.value;
  return ok({
    outcome: outcome.map((part) => ({ amount: part, currency })),
    explanation: { ...explanation, code: "kernel.money_allocation", params: { ...explanation.params, currency } },
  });
}

function readFacts(facts: AllocationFacts): { readonly total: Exact; readonly weights: readonly Exact[] } {
  checkRecord(facts, "facts");
  const weights = checkList(facts.weights, "facts.weights").map((weight, i) => exact(weight as DecimalLike, `facts.weights[${i}]`));
  return { total: exact(facts.total, "facts.total"), weights };
}

function readPolicy(policy: AllocationPolicy): AllocationPolicy {
  checkRecord(policy, "policy");
  const decimals = checkPlaces(policy.decimals, "policy.decimals");
  return { decimals, remainder: checkChoice(policy.remainder, "policy.remainder", remainderOrders) };
}

/** One part in whole smallest units, and what was cut off, in `1 ÷ Σ weights` of a unit: all fractions have that denominator. */
interface Share {
  readonly units: Exact;
  readonly lost: Exact;
}

function cutShares(units: Exact, weights: readonly Exact[], whole: Exact): readonly Share[] {
  return weights.map((weight) => {
    const share = units.times(weight);
    const cut = share.dividedToIntegerBy(whole);
    return { units: cut, lost: share.minus(cut.times(whole)) };
  });
}

/** The parts that get one unit more, by index. There are always fewer units missing than parts cut. */
function findSpareOwners(shares: readonly Share[], whole: Exact, remainder: RemainderOrder): ReadonlySet<number> {
  const cut = shares.map(({ lost }, index) => ({ lost, index })).filter(({ lost }) => !lost.isZero());
  if (remainder === "reverse_order") cut.reverse();
  if (remainder === "largest_fraction_first") cut.sort((a, b) => b.lost.comparedTo(a.lost));
  const missing = sumOf(cut.map(({ lost }) => lost)).dividedToIntegerBy(whole);
  return new Set(cut.slice(0, missing.toNumber()).map(({ index }) => index));
}
