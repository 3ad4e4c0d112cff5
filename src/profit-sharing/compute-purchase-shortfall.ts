import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { choiceOf, readCurrency, readNotNegative, readRounding, recordOf } from "../kernel/read.js";

/** What a dealer committed itself to buy, and what it bought. */
export interface PurchaseShortfallFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Units committed for the period, 0 or more. */
  readonly committed: DecimalString;
  /** Units bought in it, net of returns, 0 or more. */
  readonly purchased: DecimalString;
}

/** What follows from a shortfall. */
export interface PurchaseShortfallPolicy {
  /** The margin of the maker on a unit, as agreed on, 0 or more. */
  readonly unitMargin: DecimalString;
  /** The dealer pays the margin, or loses its exclusive territory. */
  readonly consequence: "pay_margin" | "lose_exclusivity";
  /** How the amount is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** A shortfall of purchases. */
export interface PurchaseShortfall {
  /** Units missing; `"0"`: none. */
  readonly shortfall: DecimalString;
  /** What the dealer owes. Zero where it loses its exclusivity instead. */
  readonly owed: DecimalString;
  /** Whether the exclusivity is lost. */
  readonly exclusivityLost: boolean;
}

/**
 * Computes the shortfall against a minimum purchase, and what the contract makes of it.
 *
 * @remarks
 * `shortfall = max(0, committed − purchased)`, `owed = shortfall × unitMargin`, or the exclusivity is lost. A purchase exactly as
 * committed is no shortfall.
 *
 * @param facts - What was committed and bought.
 * @param policy - Margin, consequence and rounding.
 * @returns The shortfall and its consequence.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`.
 *
 * @source Minimum-purchase clauses of distribution contracts.
 *
 * @example Eighty units short
 * ```ts
 * import { computePurchaseShortfall } from "qudao/profit-sharing";
 *
 * const facts = { currency: "CNY", committed: "1000", purchased: "920" };
 * const policy = { unitMargin: "12.5", consequence: "pay_margin" as const, rounding: { decimals: 2, mode: "half_up" as const } };
 * computePurchaseShortfall(facts, policy).outcome; // => { shortfall: "80", owed: "1000.00", exclusivityLost: false }
 * ```
 *
 * @since 0.1.0
 */
export function computePurchaseShortfall(facts: PurchaseShortfallFacts, policy: PurchaseShortfallPolicy): Explained<PurchaseShortfall> {
  return readSafely({ facts, policy }, () => {
    const { currency, committed, purchased } = recordOf<PurchaseShortfallFacts>({
      currency: readCurrency,
      committed: readNotNegative,
      purchased: readNotNegative,
    })(facts, "facts");
    const { unitMargin, consequence, rounding } = recordOf<PurchaseShortfallPolicy>({
      unitMargin: readNotNegative,
      consequence: choiceOf(["pay_margin", "lose_exclusivity"]),
      rounding: readRounding,
    })(policy, "policy");
    const missing = Exact.max(exact(committed).minus(purchased), 0);
    const shortfall = text(missing);
    const isShort = !missing.isZero();
    const exclusivityLost = isShort && consequence === "lose_exclusivity";
    const owed = payable(consequence === "pay_margin" ? missing.times(unitMargin) : ZERO, rounding);
    const code = !isShort
      ? "profit-sharing.purchase_met"
      : exclusivityLost
        ? "profit-sharing.purchase_exclusivity_lost"
        : "profit-sharing.purchase_short";
    return {
      outcome: { shortfall, owed, exclusivityLost },
      explanation: { code, params: { purchased, committed, shortfall, amount: owed, currency } },
    };
  });
}
