import { type DecimalString, Exact, exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { byKind, type Read, readNotNegative, recordOf } from "../kernel/read.js";

/** How the risk that exclusivity adds is paid: a rate of the profit lost, or half the risk aversion times the variance added. */
export type RiskPremium = RateRiskPremium | VarianceRiskPremium;

/** A rate of the profit lost: at `"0.1"`, a loss of 30,000 is made good with 33,000. */
export interface RateRiskPremium {
  /** The kind. */
  readonly kind: "rate";
  /** The rate, 0 or more. */
  readonly rate: Rate;
}

/** `½ × aversion × max(0, variance exclusive − variance diversified)`. */
export interface VarianceRiskPremium {
  /** The kind. */
  readonly kind: "variance";
  /** Risk aversion, in 1 ÷ currency, 0 or more. */
  readonly aversion: DecimalString;
}

/** How widely the dealer's profit scatters. */
export interface ProfitVariance {
  /** Variance of its profit with the maker's line alone, in currency squared, 0 or more. */
  readonly exclusive: DecimalString;
  /** Variance of its profit with all its lines. */
  readonly diversified: DecimalString;
}

/** @internal */
export const readPremium: Read<RiskPremium> = byKind<RiskPremium>({
  rate: recordOf<Omit<RateRiskPremium, "kind">>({ rate: readNotNegative }),
  variance: recordOf<Omit<VarianceRiskPremium, "kind">>({ aversion: readNotNegative }),
});

/** @internal */
export const readVariance: Read<ProfitVariance> = recordOf<ProfitVariance>({ exclusive: readNotNegative, diversified: readNotNegative });

/** The premium and its line, not rounded; `undefined`: the variance is needed and not known. A gain carries no premium. @internal */
export function premiumOf(
  premium: RiskPremium,
  lost: Exact,
  variance: ProfitVariance | undefined,
): { readonly amount: Exact; readonly line: (amount: string) => Explanation } | undefined {
  if (premium.kind === "rate") {
    const base = Exact.max(lost, 0);
    const line = (amount: string) => ({ code: "profit-sharing.risk_by_rate", params: { rate: premium.rate, lost: text(base), amount } });
    return { amount: base.times(premium.rate), line };
  }
  if (variance === undefined) return undefined;
  const added = Exact.max(exact(variance.exclusive).minus(variance.diversified), 0);
  const params = { aversion: premium.aversion, ...variance };
  const line = (amount: string) => ({ code: "profit-sharing.risk_by_variance", params: { ...params, amount } });
  return { amount: added.times(premium.aversion).times("0.5"), line };
}
