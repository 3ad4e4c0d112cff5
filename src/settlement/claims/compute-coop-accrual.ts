import { readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Money, MoneyRounding } from "../../kernel/money.js";
import { type Read, readCurrency, readMoneyNotNegative, readRounding, readShare, recordOf } from "../../kernel/read.js";
import { exactMoneyIn, roundOnce } from "./read-claims.js";

/** What a member spent and bought in a period. */
export interface CoopAccrualFacts {
  /** What it spent on joint marketing. */
  readonly spend: Money;
  /** What it bought. */
  readonly purchases: Money;
}

/** How far the manufacturer takes part. */
export interface CoopAccrualPolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** The part of the spend that it bears, a ratio from 0 to 1. */
  readonly share: DecimalString;
  /** The most it bears, as a ratio of the purchases. */
  readonly cap: DecimalString;
  /** The one rounding. */
  readonly rounding: MoneyRounding;
}

/** What is set aside. */
export interface CoopAccrual {
  /** The amount, rounded once. */
  readonly amount: Money;
  /** What the cap took away, exact. `"0"`: nothing. */
  readonly cappedBy: DecimalString;
}

/** @internal */
export const readCoopPolicy: Read<CoopAccrualPolicy> = recordOf<CoopAccrualPolicy>({
  currency: readCurrency,
  share: readShare,
  cap: readShare,
  rounding: readRounding,
});
const readFacts: Read<CoopAccrualFacts> = recordOf<CoopAccrualFacts>({ spend: readMoneyNotNegative, purchases: readMoneyNotNegative });

/**
 * Computes what a co-op fund sets aside: a part of the member's spend, at most a part of its purchases.
 *
 * @remarks
 * `min(spend × share, purchases × cap)`. Where both are the same nothing is cut.
 *
 * @param facts - What was spent and bought.
 * @param policy - Both ratios.
 * @returns The amount; the working adds up to it.
 * @throws LibraryFault `kernel.currency_mismatch`, `kernel.*` with the place in `facts` or `policy`.
 *
 * @source G-14.
 *
 * @example Half of 3,000, at most 2 % of 60,000
 * ```ts
 * import { computeCoopAccrual } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const { outcome } = computeCoopAccrual(
 *   { spend: cny("3000"), purchases: cny("60000") },
 *   { currency: "CNY", share: "0.5", cap: "0.02", rounding: { decimals: 2, mode: "half_up" } },
 * );
 * [outcome.amount.amount, outcome.cappedBy]; // => ["1200.00", "300"]
 * ```
 *
 * @since 0.1.0
 */
export function computeCoopAccrual(facts: CoopAccrualFacts, policy: CoopAccrualPolicy): Explained<CoopAccrual> {
  return readSafely({ facts, policy }, () => {
    const { currency, share, cap, rounding } = readCoopPolicy(policy, "policy");
    const given = readFacts(facts, "facts");
    const read = exactMoneyIn(currency);
    const spend = read(given.spend, "facts.spend");
    const purchases = read(given.purchases, "facts.purchases");
    const wanted = spend.times(share);
    const most = purchases.times(cap);
    const cut = Exact.max(wanted.minus(most), ZERO);
    const rounded = roundOnce(wanted.minus(cut), rounding);
    const from: Explanation[] = [{ code: "settlement.coop_share", params: { spend: text(spend), share, amount: text(wanted) } }];
    if (!cut.isZero())
      from.push({
        code: "settlement.coop_cap",
        params: { purchases: text(purchases), cap, most: text(most), amount: text(cut.negated()) },
      });
    from.push(...rounded.nodes);
    return {
      outcome: { amount: { amount: rounded.amount, currency }, cappedBy: text(cut) },
      explanation: { code: "settlement.coop_accrual", params: { amount: rounded.amount, currency }, adds: "amount", from },
    };
  });
}
