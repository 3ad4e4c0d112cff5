import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { choiceOf, listOf, readCurrency, readDecimal, readNotNegative, readRounding, recordOf } from "../kernel/read.js";
import { roundedOff } from "./sharing-fault.js";

/** What a factory office brings its maker. */
export const officeGainKinds = ["added_sales", "margin_recovered", "logistics_saved", "losses_avoided", "information"] as const;

/** One of `officeGainKinds`. */
export type OfficeGainKind = (typeof officeGainKinds)[number];

/** What a factory office costs its maker. */
export const officeCostKinds = ["staff", "premises", "warehouse", "travel", "loyalty_loss", "other"] as const;

/** One of `officeCostKinds`. */
export type OfficeCostKind = (typeof officeCostKinds)[number];

/** What a factory office (厂家办事处) brings and costs in a period. */
export interface OfficeBenefitFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Gains: so many units at so much each. An amount known as a whole has a volume of `"1"`. */
  readonly gains: readonly OfficeGain[];
  /** Costs, 0 or more each. */
  readonly costs: readonly OfficeCost[];
}

/** One gain. */
export interface OfficeGain {
  /** What is gained. */
  readonly kind: OfficeGainKind;
  /** Units, 0 or more. */
  readonly volume: DecimalString;
  /** The maker's gain on a unit. Below 0: it loses on each. */
  readonly perUnit: DecimalString;
}

/** One cost. */
export interface OfficeCost {
  /** What is paid for. */
  readonly kind: OfficeCostKind;
  /** What it costs, 0 or more. */
  readonly amount: DecimalString;
}

/** How the net benefit is written. */
export interface OfficeBenefitPolicy {
  /** How the net benefit is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** What a factory office is worth to its maker. */
export interface OfficeBenefit {
  /** All gains, exact. */
  readonly gains: DecimalString;
  /** All costs, exact. */
  readonly costs: DecimalString;
  /** Gains less costs, rounded. Below 0: the office costs more than it brings. */
  readonly net: DecimalString;
}

/**
 * Computes the net benefit of a factory office to its maker: what it brings less what it costs.
 *
 * @remarks
 * `net = Σ volume × perUnit − Σ costs`. One cost more lowers the net benefit by exactly that cost. Nothing is said about whether to
 * have the office: a benefit of information may be worth more than it earns.
 *
 * @param facts - Gains and costs.
 * @param policy - Rounding.
 * @returns Gains, costs and net benefit; the lines and the rounding add up to it.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`.
 *
 * @source S19-15.
 *
 * @example Two hundred units more, and somebody to sell them
 * ```ts
 * import { computeOfficeBenefit } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY",
 *   gains: [{ kind: "added_sales" as const, volume: "200", perUnit: "35.5" }],
 *   costs: [{ kind: "staff" as const, amount: "6000" }, { kind: "premises" as const, amount: "1500" }],
 * };
 * computeOfficeBenefit(facts, { rounding: { decimals: 2, mode: "half_up" } }).outcome.net; // => "-400.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeOfficeBenefit(facts: OfficeBenefitFacts, policy: OfficeBenefitPolicy): Explained<OfficeBenefit> {
  return readSafely({ facts, policy }, () => {
    const { currency, gains, costs } = recordOf<OfficeBenefitFacts>({
      currency: readCurrency,
      gains: listOf(recordOf<OfficeGain>({ kind: choiceOf(officeGainKinds), volume: readNotNegative, perUnit: readDecimal })),
      costs: listOf(recordOf<OfficeCost>({ kind: choiceOf(officeCostKinds), amount: readNotNegative })),
    })(facts, "facts");
    const { rounding } = recordOf<OfficeBenefitPolicy>({ rounding: readRounding })(policy, "policy");
    const won = gains.map(({ volume, perUnit }) => exact(volume).times(perUnit));
    const [gained, spent] = [sumOf(won), sumOf(costs.map(({ amount }) => amount))];
    const sum = gained.minus(spent);
    const net = payable(sum, rounding);
    const from: Explanation[] = [
      ...gains.map(({ kind, volume, perUnit }, i) => ({
        code: "profit-sharing.office_gained",
        params: { kind, volume, perUnit, amount: text(won[i] as NonNullable<(typeof won)[number]>) },
      })),
      ...costs.map(({ kind, amount }) => ({
        code: "profit-sharing.office_spent",
        params: { kind, amount: text(exact(amount).negated()) },
      })),
      ...roundedOff(exact(net).minus(sum)),
    ];
    return {
      outcome: { gains: text(gained), costs: text(spent), net },
      explanation: { code: "profit-sharing.office_benefit", params: { amount: net, currency }, adds: "amount", from },
    };
  });
}
