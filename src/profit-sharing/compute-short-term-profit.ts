import { readSafely } from "../kernel/check.js";
import { type DecimalString, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { listOf, readDecimal, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { type GrossProfitFacts, type GrossProfitPolicy, grossFields, grossProfitOf, readRoundingPolicy } from "./compute-gross-profit.js";
import { roundingLine } from "./profit-fault.js";

/** Something beside gross profit that a dealer earns or spends on a product now. */
export interface ProfitItem {
  /** What it is, unique among the items. */
  readonly id: string;
  /** Its amount in the currency of the facts. Above 0: earned, as a rebate; below 0: spent, as freight. */
  readonly amount: DecimalString;
}

/** What a product earns its dealer now. */
export interface ShortTermProfitFacts extends GrossProfitFacts {
  /** Everything that is counted beside the gross profit. Empty: the short-term profit is the gross profit. */
  readonly items: readonly ProfitItem[];
}

const readFacts = recordOf<ShortTermProfitFacts>({
  ...grossFields,
  items: uniqueBy("id", listOf(recordOf<ProfitItem>({ id: readText, amount: readDecimal }))),
});

/**
 * Computes the short-term profit of a product: its gross profit and every other item, each on a line of its own.
 *
 * @remarks
 * `(unit selling price − unit purchase price) × volume + Σ items`, rounded once. Nothing is counted that is not named.
 *
 * @param facts - Prices, volume and other items.
 * @param policy - The rounding.
 * @returns The profit, with a working that adds up.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @source S19-143: 短期利润主要是指经营该产品的毛利.
 *
 * @example Gross profit, a rebate and freight
 * ```ts
 * import { computeShortTermProfit } from "qudao/profit-sharing";
 *
 * const facts = {
 *   currency: "CNY", unitSellingPrice: "120", unitPurchasePrice: "100", volume: "500",
 *   items: [{ id: "rebate", amount: "600" }, { id: "freight", amount: "-250.50" }],
 * };
 * computeShortTermProfit(facts, { rounding: { decimals: 2, mode: "half_up" } }).outcome.amount; // => "10349.50"
 * ```
 *
 * @since 0.1.0
 */
export function computeShortTermProfit(facts: ShortTermProfitFacts, policy: GrossProfitPolicy): Explained<Money> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const { rounding } = readRoundingPolicy(policy, "policy");
    const { currency, items, ...prices } = given;
    const gross = grossProfitOf(given);
    const sum = items.reduce((total, item) => total.plus(item.amount), gross);
    const amount = payable(sum, rounding);
    return {
      outcome: { amount, currency },
      explanation: {
        code: "profit-sharing.short_term",
        params: { amount, currency },
        adds: "amount",
        from: [
          { code: "profit-sharing.gross_profit", params: { ...prices, currency, amount: text(gross) } },
          ...items.map((item) => ({ code: "profit-sharing.item", params: { ...item, currency } })),
          ...roundingLine(amount, sum, rounding),
        ],
      },
    };
  });
}
