import { checkChoice, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { exactNotNegative, readCurrency } from "../kernel/read.js";
import type { IncentiveRounding } from "./programme.js";
import { readRounding } from "./read-input.js";

/** What a member earned in a period, and what it still owes from draws before. */
export interface DrawFacts {
  /** What it earned. Below 0: more was taken back than earned. */
  readonly earned: DecimalString;
  /** What it owes from earlier draws; 0 or more. */
  readonly debt: DecimalString;
  /** Whether this is the last period of the draw. */
  readonly stage: "running" | "last";
}

/** What was agreed on the draw. */
export interface DrawPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The least that is paid in a period; 0 or more. */
  readonly draw: DecimalString;
  /**
   * `recoverable`: what was advanced is repaid from later earnings, also after the last period. `non_recoverable`: never repaid.
   * `forgiven`: repaid while the draw runs; what is open after the last period is forgiven.
   */
  readonly kind: "recoverable" | "non_recoverable" | "forgiven";
  /** The one rounding, of what is paid. */
  readonly rounding: IncentiveRounding;
}

/** What is paid, and what is owed. */
export interface DrawOutcome {
  /** What is paid, with the places of the policy: never less than the draw. */
  readonly paid: Money;
  /** What was advanced in this period, to be repaid. `"0"`: nothing. */
  readonly advanced: DecimalString;
  /** What was repaid in this period. `"0"`: nothing. */
  readonly repaid: DecimalString;
  /** What is owed after it. */
  readonly debt: DecimalString;
  /** What was forgiven after the last period. `"0"`: nothing. */
  readonly forgiven: DecimalString;
}

/**
 * Pays a period's earnings against a draw: at least the draw, and what it advanced is repaid from later earnings.
 *
 * @remarks
 * Recoverable: `paid = max(draw, earned − debt)`, and the debt changes by `paid − earned`, so a repayment never takes the payment below the
 * draw and the debt never falls below 0. Non-recoverable: `paid = max(draw, earned)`; there is no debt. The debt is exact; only the payment is rounded.
 *
 * @param facts - What was earned, what is owed, and whether this is the last period.
 * @param policy - The draw and its kind.
 * @returns What is paid and owed, and a working that adds up to the payment.
 * @throws LibraryFault `kernel.below_zero`, `kernel.*` with the place in `facts` or `policy`.
 *
 * @source Three kinds of draw as documented for sales compensation; see the specification of draws.
 *
 * @example A weak month is lifted to the draw, a strong one repays
 * ```ts
 * import { applyDraw, type DrawPolicy } from "qudao/incentives";
 *
 * const policy: DrawPolicy = { currency: "CNY", draw: "2000", kind: "recoverable", rounding: { decimals: 2, mode: "half_up" } };
 * const weak = applyDraw({ earned: "1250", debt: "0", stage: "running" }, policy).outcome;
 * [weak.paid.amount, weak.debt]; // => ["2000.00", "750"]
 * const strong = applyDraw({ earned: "2500", debt: weak.debt, stage: "running" }, policy).outcome;
 * [strong.paid.amount, strong.debt]; // => ["2000.00", "250"]
 * ```
 *
 * @since 0.1.0
 */
export function applyDraw(facts: DrawFacts, policy: DrawPolicy): Explained<DrawOutcome> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const draw = exactNotNegative(agreed["draw"], "policy.draw");
    const kind = checkChoice(agreed["kind"], "policy.kind", ["recoverable", "non_recoverable", "forgiven"]);
    const { decimals, mode } = readRounding(agreed["rounding"], "policy.rounding");
    const given = checkRecord(facts, "facts");
    const earned = exact(given["earned"] as DecimalLike, "facts.earned");
    const debt = exactNotNegative(given["debt"], "facts.debt");
    const last = checkChoice(given["stage"], "facts.stage", ["running", "last"]) === "last";

    const repays = kind !== "non_recoverable";
    const due = Exact.max(draw, repays ? earned.minus(debt) : earned);
    const paid = rounded(due, decimals, mode);
    const gap = due.minus(earned);
    const advanced = repays ? Exact.max(gap, ZERO) : ZERO;
    const repaid = repays ? Exact.max(gap.negated(), ZERO) : ZERO;
    const left = debt.plus(advanced).minus(repaid);
    const forgiven = kind === "forgiven" && last ? left : ZERO;

    const from: Explanation[] = [{ code: "incentives.draw_earned", params: { amount: text(earned) } }];
    if (!repaid.isZero()) from.push({ code: "incentives.draw_repaid", params: { debt: text(debt), amount: text(repaid.negated()) } });
    if (gap.greaterThan(0)) {
      const code = repays ? "incentives.draw_advanced" : "incentives.draw_granted";
      from.push({ code, params: { draw: text(draw), amount: text(gap) } });
    }
    if (!paid.equals(due)) from.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(paid.minus(due)) } });
    const money = { amount: fixed(paid, decimals), currency };
    return {
      outcome: { paid: money, advanced: text(advanced), repaid: text(repaid), debt: text(left.minus(forgiven)), forgiven: text(forgiven) },
      explanation: { code: "incentives.draw_paid", params: { ...money }, adds: "amount", from },
    };
  });
}
