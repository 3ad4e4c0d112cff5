import { at, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { exactNotNegative, exactShare, readCurrency, readRecords } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** What an incentive package would bring a member. */
export interface IncentivePackageFacts {
  /** Profit in the current period, net. */
  readonly shortTermProfit: DecimalString;
  /** Profits that may come later, with their probabilities, which add up to 1. */
  readonly scenarios: readonly { readonly profit: DecimalString; readonly probability: DecimalString }[];
}

/** How its components are weighed. */
export interface IncentivePackagePolicy {
  /** Currency of every figure. ISO 4217. */
  readonly currency: string;
  /** What a unit of risk costs; 0 or more, agreed on with the member. `"0"`: risk does not matter to it. */
  readonly riskAversion: DecimalString;
}

/** The value of a package, with its three components apart. */
export interface IncentivePackage {
  /** Profit in the current period. */
  readonly shortTermProfit: DecimalString;
  /** Mean of the scenarios. */
  readonly expectedProfit: DecimalString;
  /** Mean shortfall below the expected profit; 0 or more. */
  readonly profitRisk: DecimalString;
  /** `shortTermProfit + expectedProfit − riskAversion × profitRisk`. */
  readonly value: DecimalString;
}

/** Why a package cannot be valued. */
export type IncentivePackageProblem = Message<"incentives.probabilities_not_whole">;

/**
 * Evaluates an incentive as the distribution of profit that it is: profit in the short term, expected profit, and the risk of it.
 *
 * @remarks
 * `expected = Σ probability × profit`; `risk = Σ probability × max(0, expected − profit)`, the mean shortfall, which is exact and in money;
 * `value = short term + expected − aversion × risk`. Nothing is rounded.
 *
 * @param facts - The profit now and the scenarios.
 * @param policy - Currency and risk aversion.
 * @returns The three components, their combination, and a working that adds up.
 * @throws LibraryFault `kernel.below_zero`, `kernel.outside_bounds`, `kernel.*` with the place.
 *
 * @errors
 * - `incentives.probabilities_not_whole` - the probabilities do not add up to 1.
 *
 * @example 100 or nothing, at even odds
 * ```ts
 * import { evaluateIncentivePackage } from "qudao/incentives";
 *
 * const scenarios = [{ profit: "100", probability: "0.5" }, { profit: "0", probability: "0.5" }];
 * const answer = evaluateIncentivePackage({ shortTermProfit: "20", scenarios }, { currency: "CNY", riskAversion: "0.4" });
 * answer.ok && answer.value.outcome; // => { shortTermProfit: "20", expectedProfit: "50", profitRisk: "25", value: "60" }
 * ```
 *
 * @since 0.1.0
 */
export function evaluateIncentivePackage(
  facts: IncentivePackageFacts,
  policy: IncentivePackagePolicy,
): Result<Explained<IncentivePackage>, IncentivePackageProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const currency = readCurrency(agreed["currency"], "policy.currency");
    const aversion = exactNotNegative(agreed["riskAversion"], "policy.riskAversion");
    const given = checkRecord(facts, "facts");
    const now = exact(given["shortTermProfit"] as DecimalLike, "facts.shortTermProfit");
    const scenarios = readRecords(given["scenarios"], "facts.scenarios", (fields, path) => ({
      profit: exact(fields["profit"] as DecimalLike, at(path, "profit")),
      probability: exactShare(fields["probability"], at(path, "probability")),
    }));
    const whole = sumOf(scenarios.map(({ probability }) => probability));
    if (!whole.equals(1)) return err({ code: "incentives.probabilities_not_whole", params: { sum: text(whole) } });
    const expected = sumOf(scenarios.map(({ profit, probability }) => profit.times(probability)));
    const risk = sumOf(scenarios.map(({ profit, probability }) => Exact.max(ZERO, expected.minus(profit)).times(probability)));
    const burden = risk.times(aversion).negated();
    const value = now.plus(expected).plus(burden);
    return ok({
      outcome: { shortTermProfit: text(now), expectedProfit: text(expected), profitRisk: text(risk), value: text(value) },
      explanation: {
        code: "incentives.package",
        params: { amount: text(value), currency },
        adds: "amount",
        from: [
          { code: "incentives.package_short_term", params: { amount: text(now) } },
          {
            code: "incentives.package_expected",
            params: { amount: text(expected) },
            adds: "amount",
            from: scenarios.map(({ profit, probability }) => ({
              code: "incentives.package_scenario",
              params: { profit: text(profit), probability: text(probability), amount: text(profit.times(probability)) },
            })),
          },
          { code: "incentives.package_risk", params: { risk: text(risk), aversion: text(aversion), amount: text(burden) } },
        ],
      },
    });
  });
}
