import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { type Money, type MoneyRounding, parseMoney, payable } from "../kernel/money.js";
import { exponentialOfDecimal, powerOfDecimal } from "../kernel/power.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, listOf, type Read, readAboveZero, readNotNegative, readRounding, readShare, recordOf } from "../kernel/read.js";
import { digitsLine, profitFault, roundingLine } from "./profit-fault.js";

/** How much is at risk, and what is earned without risk. */
export interface RequiredProfitFacts {
  /** The profit that would be required without risk, not negative. */
  readonly base: Money;
  /** The risk, a ratio from `"0"` to `"1"`, as of `computeProfitRisk`. */
  readonly risk: Rate;
}

/** One step of a premium by risk. */
export interface PremiumStep {
  /** The risk from which it holds, a ratio from 0 to 1; the first is `"0"`, each above the one before. */
  readonly from: Rate;
  /** Premium on the base, a ratio, not negative, no lower than the one before. */
  readonly premium: Rate;
}

/** How the premium grows with the risk; every shape is increasing. */
export type RequiredPremium =
  | {
      /** `base × slope × risk`: in proportion, as the rule goes. */
      readonly kind: "linear";
      /** Premium on the base at full risk, a ratio, not negative. */
      readonly slope: DecimalString;
    }
  | {
      /** `base × slope × risk^exponent`. */
      readonly kind: "power";
      /** Premium on the base at full risk, a ratio, not negative. */
      readonly slope: DecimalString;
      /** Above 1: high risks are paid for more than in proportion; above 0. */
      readonly exponent: DecimalString;
    }
  | {
      /** `base × (e^(slope × risk) − 1)`. */
      readonly kind: "exponential";
      /** Growth at full risk, not negative. */
      readonly slope: DecimalString;
    }
  | {
      /** `base × premium` of the step that the risk reaches. */
      readonly kind: "steps";
      /** The steps, lowest first. */
      readonly steps: readonly PremiumStep[];
    };

/** What risk is paid for with. */
export interface RequiredProfitPolicy {
  /** The shape of the premium. */
  readonly premium: RequiredPremium;
  /** How the required profit is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** The shape to start from: in proportion to the risk, half of the base at full risk. **Its slope is invented.** */
export const exampleRequiredProfitPolicy: RequiredProfitPolicy = {
  premium: { kind: "linear", slope: "0.5" },
  rounding: { decimals: 2, mode: "half_up" },
};

const readFacts = recordOf<RequiredProfitFacts>({
  base: (value, path) => {
    const { amount, currency } = parseMoney(value, path);
    return { amount: readNotNegative(amount, `${path}.amount`), currency };
  },
  risk: readShare,
});

const readSteps: Read<readonly PremiumStep[]> = (value, path) => {
  const steps = listOf(recordOf<PremiumStep>({ from: readShare, premium: readNotNegative }))(value, path);
  if (steps.length === 0) throw profitFault("kernel.missing", `${path}[0]`, {});
  steps.forEach(({ from, premium }, i) => {
    const before = steps[i - 1];
    const fine =
      before === undefined
        ? from === "0"
        : new Exact(from).greaterThan(before.from) && new Exact(premium).greaterThanOrEqualTo(before.premium);
    if (!fine) throw profitFault("profit-sharing.premium_falls", `${path}[${i}]`, { got: premium, from });
  });
  return steps;
};

const kinds = ["linear", "power", "exponential", "steps"] as const;
const readPremium: Read<RequiredPremium> = (value, path) => {
  const { kind } = recordOf<{ readonly kind: RequiredPremium["kind"] }>({ kind: choiceOf(kinds) })(value, path);
  if (kind === "steps") return { kind, ...recordOf<{ readonly steps: readonly PremiumStep[] }>({ steps: readSteps })(value, path) };
  const slope = { slope: readNotNegative };
  if (kind !== "power") return { kind, ...recordOf<{ readonly slope: string }>(slope)(value, path) };
  return { kind, ...recordOf<{ readonly slope: string; readonly exponent: string }>({ ...slope, exponent: readAboveZero })(value, path) };
};

const readPolicy = recordOf<RequiredProfitPolicy>({ premium: readPremium, rounding: readRounding });

/**
 * Computes the profit that a risk requires: never less for a higher risk.
 *
 * @remarks
 * `base × (1 + premium(risk))`. The core text's shape is `linear`, in proportion: `base × (1 + slope × risk)`, which
 * `exampleRequiredProfitPolicy` takes; the others increase too. At no risk it is the base, but for a first step with a premium. Powers
 * and exponentials are good to 40 significant digits, which the working says; the amount is rounded once, at the end. That profit and
 * risk go together is an expectation, not a promise that a risk pays.
 *
 * @param facts - The base and the risk.
 * @param policy - The shape of the premium and the rounding; `exampleRequiredProfitPolicy` is one to start from.
 * @returns The required profit; base, premium and rounding add up to it.
 * @throws LibraryFault `profit-sharing.premium_falls`: steps that are not increasing; `kernel.*` or `profit-sharing.*` for what cannot be read.
 *
 * @source S19-155: 利润往往与风险是成正比.
 *
 * @example Twice the risk, twice the premium
 * ```ts
 * import { computeRequiredProfit } from "qudao/profit-sharing";
 *
 * const policy = { premium: { kind: "linear" as const, slope: "0.5" }, rounding: { decimals: 2, mode: "half_up" as const } };
 * const base = { amount: "1000", currency: "CNY" };
 * computeRequiredProfit({ base, risk: "0.2" }, policy).outcome.amount; // => "1100.00"
 * computeRequiredProfit({ base, risk: "0.4" }, policy).outcome.amount; // => "1200.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeRequiredProfit(facts: RequiredProfitFacts, policy: RequiredProfitPolicy): Explained<Money> {
  return readSafely({ facts, policy }, () => {
    const { base, risk } = readFacts(facts, "facts");
    const { premium, rounding } = readPolicy(policy, "policy");
    const extra = new Exact(base.amount).times(premiumAt(premium, risk));
    const sum = extra.plus(base.amount);
    const amount = payable(sum, rounding);
    const { currency } = base;
    return {
      outcome: { amount, currency },
      explanation: {
        code: "profit-sharing.required",
        params: { amount, currency, risk },
        adds: "amount",
        from: [
          { code: "profit-sharing.base", params: { amount: base.amount, currency } },
          { code: "profit-sharing.premium", params: { amount: text(extra), currency, shape: premium.kind } },
          ...roundingLine(amount, sum, rounding),
          ...(hasNoEnd(premium) ? [digitsLine({ amount: "0" })] : []),
        ],
      },
    };
  });
}

/** Powers and exponentials are cut; the other shapes are exact. */
function hasNoEnd({ kind }: RequiredPremium): boolean {
  return kind === "power" || kind === "exponential";
}

/** The premium on the base, a ratio. */
function premiumAt(premium: RequiredPremium, risk: Rate): Exact {
  switch (premium.kind) {
    case "linear":
      return new Exact(premium.slope).times(risk);
    case "power":
      return new Exact(premium.slope).times(powerOfDecimal(risk, premium.exponent));
    case "exponential":
      return new Exact(exponentialOfDecimal(text(new Exact(premium.slope).times(risk)))).minus(1);
    case "steps":
      return new Exact((premium.steps.filter(({ from }) => !new Exact(risk).lessThan(from)).at(-1) as PremiumStep).premium);
  }
}
