import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, exactQuotient, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import type { Period } from "../kernel/period.js";
import { type ProrationBasis, prorate, prorationBases } from "../kernel/proration.js";
import { exactNotNegative, readCurrency } from "../kernel/read.js";
import type { IncentiveRounding } from "./programme.js";
import { readRounding } from "./read-input.js";

/** What a member earned in a period under a guarantee. */
export interface GuaranteeFacts {
  /** What it earned, before tax and discounts. Below 0 counts as it is. */
  readonly earned: DecimalString;
  /** By how much it passed the guarantee in the periods before; only a cumulative guarantee reads it. `"0"`: not at all. */
  readonly surplus: DecimalString;
  /** The part of the period in which the agreement ran. Absent: all of it. */
  readonly served?: { readonly part: Period; readonly whole: Period } | undefined;
}

/** What was guaranteed. */
export interface GuaranteePolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The least that a full period brings; 0 or more. */
  readonly guarantee: DecimalString;
  /** `each_period`: every period for itself. `cumulative`: what was earned above it before lowers it now. */
  readonly basis: "each_period" | "cumulative";
  /** `start`: the guarantee is paid first, and later only what was earned beyond it. `end`: earnings and top-up together. */
  readonly paidAt: "start" | "end";
  /** How a part of a period lowers the guarantee. */
  readonly prorateBy: ProrationBasis;
  /** The one rounding, of each payment. */
  readonly rounding: IncentiveRounding;
}

/** What a period pays under a guarantee. */
export interface GuaranteeOutcome {
  /** Paid at the beginning of the period; `0` under `end`. */
  readonly atStart: Money;
  /** Paid after it. Both together are the larger one of earnings and guarantee. */
  readonly atEnd: Money;
  /** What lifts the earnings to the guarantee; the true-up. `"0"`: they reach it. */
  readonly topUp: DecimalString;
  /** By how much earnings have passed the guarantee so far, for the next period. */
  readonly surplus: DecimalString;
}

/**
 * Lifts a period's earnings to what was guaranteed: each period alone or cumulative, paid first or last.
 *
 * @remarks
 * `top-up = max(0, guarantee − earned)`. The guarantee is first lowered to the part of the period that was served, then by the surplus of
 * earlier periods (`cumulative`), and only then compared; rounding comes last, `atStart` first and the rest in `atEnd`.
 *
 * @param facts - What was earned, the surplus so far, and the part served.
 * @param policy - The guarantee and how it is paid.
 * @returns Both payments, the top-up, and a working that adds up to what the period pays.
 * @throws LibraryFault `kernel.below_zero`, `kernel.*` with the place in `facts` or `policy`.
 *
 * @example After a surplus of 2,000, a guarantee of 10,000 asks for 8,000
 * ```ts
 * import { applyGuarantee, type GuaranteePolicy } from "qudao/incentives";
 *
 * const policy: GuaranteePolicy = {
 *   currency: "CNY", guarantee: "10000", basis: "cumulative", paidAt: "end", prorateBy: "days", rounding: { decimals: 2, mode: "half_up" },
 * };
 * applyGuarantee({ earned: "5000", surplus: "2000" }, policy).outcome.topUp; // => "3000"
 * applyGuarantee({ earned: "5000", surplus: "2000" }, { ...policy, basis: "each_period" }).outcome.topUp; // => "5000"
 * ```
 *
 * @since 0.1.0
 */
export function applyGuarantee(facts: GuaranteeFacts, policy: GuaranteePolicy): Explained<GuaranteeOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const full = exactNotNegative(agreed["guarantee"], "policy.guarantee");
    const cumulative = checkChoice(agreed["basis"], "policy.basis", ["each_period", "cumulative"]) === "cumulative";
    const first = checkChoice(agreed["paidAt"], "policy.paidAt", ["start", "end"]) === "start";
    const by = checkChoice(agreed["prorateBy"], "policy.prorateBy", prorationBases);
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const given = checkRecord(facts, "facts");
    const earned = exact(given["earned"] as DecimalLike, "facts.earned");
    const before = exactNotNegative(given["surplus"], "facts.surplus");
    const served = facts.served === undefined ? full : partOf(full, facts.served, by);

    const guarantee = cumulative ? Exact.max(ZERO, served.minus(before)) : served;
    const topUp = Exact.max(ZERO, guarantee.minus(earned));
    const due = earned.plus(topUp);
    const payable = rounded(due, decimals, mode);
    const atStart = first ? rounded(guarantee, decimals, mode) : ZERO;
    const surplus = cumulative ? Exact.max(ZERO, before.plus(earned).minus(served)) : ZERO;

    const from: Explanation[] = [{ code: "incentives.draw_earned", params: { amount: text(earned) } }];
    if (!topUp.isZero()) from.push({ code: "incentives.guarantee_top_up", params: { guarantee: text(guarantee), amount: text(topUp) } });
    if (!payable.equals(due)) from.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(payable.minus(due)) } });
    const money = (amount: Exact): Money => ({ amount: fixed(amount, decimals), currency });
    return {
      outcome: { atStart: money(atStart), atEnd: money(payable.minus(atStart)), topUp: text(topUp), surplus: text(surplus) },
      explanation: { code: "incentives.guarantee_paid", params: { ...money(payable) }, adds: "amount", from },
    };
  });
}

function partOf(full: Exact, served: NonNullable<GuaranteeFacts["served"]>, by: ProrationBasis): Exact {
  const { part, whole } = readSafely("facts.served", () => checkRecord(served, "facts.served")) as unknown as typeof served;
  const { numerator, denominator } = prorate({ part, whole }, { by });
  return exactQuotient(full.times(numerator), exact(denominator));
}
