import { readSafely } from "../kernel/check.js";
import { Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, type MoneyRounding, parseMoney, payable } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { type Read, readRounding, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { roundingLine } from "./profit-fault.js";

/** What a product is worth to a dealer, before risk. */
export interface DealerValueFacts {
  /** Profit of now, as of `computeShortTermProfit`. Below 0: a loss. */
  readonly shortTerm: Money;
  /** Profit to come in today's money, as of `computeExpectedProfit`. Below 0: a loss. */
  readonly expected: Money;
  /** What puts the profit to come at risk, a ratio from `"0"` to `"1"`, as of `computeProfitRisk`. */
  readonly risk: Rate;
}

/** How a dealer takes risk. */
export interface DealerValuePolicy {
  /** What of the profit at risk is written off, a ratio: `"0"` does not mind risk, `"1"` counts on the worst. */
  readonly riskAversion: Rate;
  /** How the value is rounded, once. */
  readonly rounding: MoneyRounding;
}

/** Why no value can be told. */
export type DealerValueProblem = Message<"profit-sharing.currencies_differ">;

/** @internal */
export const readMoney: Read<Money> = parseMoney;
/** @internal */
export const valueFields = { shortTerm: readMoney, expected: readMoney, risk: readShare };
const readFacts = recordOf<DealerValueFacts>(valueFields);
/** @internal */
export const readValuePolicy = recordOf<DealerValuePolicy>({ riskAversion: readShare, rounding: readRounding });

/**
 * Computes what a product is worth to its dealer: the profit of now and the profit to come, less what risk takes of it.
 *
 * @remarks
 * `short-term + expected − risk aversion × risk × |expected|`: it never falls when either profit rises, and never rises with the risk, even
 * where a loss is expected. Rounded once.
 *
 * @param facts - Both profits and the risk.
 * @param policy - The risk aversion and the rounding.
 * @returns The value, with a working that adds up.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.currencies_differ` - the profits are in different currencies.
 *
 * @source S19-141: 他们注重的是当期利润及远期的盈利能力.
 *
 * @example A risk of a fifth, half of which is written off
 * ```ts
 * import { computeDealerValue } from "qudao/profit-sharing";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const found = computeDealerValue(
 *   { shortTerm: cny("1000"), expected: cny("5000"), risk: "0.2" },
 *   { riskAversion: "0.5", rounding: { decimals: 2, mode: "half_up" } },
 * );
 * found.ok && found.value.outcome.amount; // => "5500.00"
 * ```
 *
 * @since 0.1.0
 */
export function computeDealerValue(facts: DealerValueFacts, policy: DealerValuePolicy): Result<Explained<Money>, DealerValueProblem> {
  return readSafely({ facts, policy }, () => dealerValueOf(readFacts(facts, "facts"), readValuePolicy(policy, "policy")));
}

/** @internal */
export function dealerValueOf(
  { shortTerm, expected, risk }: DealerValueFacts,
  { riskAversion, rounding }: DealerValuePolicy,
): Result<Explained<Money>, DealerValueProblem> {
  const { currency } = shortTerm;
  if (expected.currency !== currency) {
    return err({ code: "profit-sharing.currencies_differ", params: { got: expected.currency, want: currency } });
  }
  const written = new Exact(expected.amount).abs().times(risk).times(riskAversion).negated();
  const sum = new Exact(shortTerm.amount).plus(expected.amount).plus(written);
  const amount = payable(sum, rounding);
  return ok({
    outcome: { amount, currency },
    explanation: {
      code: "profit-sharing.dealer_value",
      params: { amount, currency },
      adds: "amount",
      from: [
        { code: "profit-sharing.now", params: { amount: shortTerm.amount, currency } },
        { code: "profit-sharing.to_come", params: { amount: expected.amount, currency } },
        { code: "profit-sharing.written_off", params: { amount: text(written), currency, risk, riskAversion } },
        ...roundingLine(amount, sum, rounding),
      ],
    },
  });
}
