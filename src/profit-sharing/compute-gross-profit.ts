import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { readCurrency, readNotNegative, readRounding, recordOf } from "../kernel/read.js";

/** What a product was bought and sold for. */
export interface GrossProfitFacts {
  /** ISO 4217 code of both prices. */
  readonly currency: string;
  /** What a unit is sold for, net of tax and discounts, not negative. */
  readonly unitSellingPrice: DecimalString;
  /** What a unit was bought for, net of tax, not negative. */
  readonly unitPurchasePrice: DecimalString;
  /** Units sold net of returns, not negative. */
  readonly volume: DecimalString;
}

/** How the profit is rounded. */
export interface GrossProfitPolicy {
  /** Once, at the end. */
  readonly rounding: MoneyRounding;
}

/** @internal */
export const grossFields = {
  currency: readCurrency,
  unitSellingPrice: readNotNegative,
  unitPurchasePrice: readNotNegative,
  volume: readNotNegative,
};
const readFacts = recordOf<GrossProfitFacts>(grossFields);
/** @internal */
export const readRoundingPolicy = recordOf<GrossProfitPolicy>({ rounding: readRounding });

/**
 * Computes the gross profit of a product: the difference of prices on the volume.
 *
 * @remarks
 * `(unit selling price − unit purchase price) × volume`, rounded once. Below 0 where a unit sells for less than it cost; 0 where nothing
 * was sold.
 *
 * @param facts - Prices and volume.
 * @param policy - The rounding.
 * @returns The gross profit.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @source S19-144: 毛利=单位商品的差价×销量.
 *
 * @example 20 on each of 500 units
 * ```ts
 * import { computeGrossProfit } from "qudao/profit-sharing";
 *
 * const rounding = { decimals: 2, mode: "half_up" as const };
 * computeGrossProfit(
 *   { currency: "CNY", unitSellingPrice: "120", unitPurchasePrice: "100", volume: "500" }, { rounding },
 * ).outcome; // => { amount: "10000.00", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function computeGrossProfit(facts: GrossProfitFacts, policy: GrossProfitPolicy): Explained<Money> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const { rounding } = readRoundingPolicy(policy, "policy");
    const amount = payable(grossProfitOf(given), rounding);
    return {
      outcome: { amount, currency: given.currency },
      explanation: { code: "profit-sharing.gross_profit", params: { ...given, amount } },
    };
  });
}

/** @internal */
export function grossProfitOf({ unitSellingPrice, unitPurchasePrice, volume }: GrossProfitFacts): Exact {
  return new Exact(unitSellingPrice).minus(unitPurchasePrice).times(volume);
}
