import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { payable } from "../kernel/money.js";
import { readCurrency, readNotNegative, recordOf } from "../kernel/read.js";
import { type GrossProfitPolicy, readRoundingPolicy } from "./compute-gross-profit.js";
import { roundingLine } from "./profit-fault.js";

/** A purchase, seen from its purchaser. */
export interface PurchaserBenefitFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** What a unit is resold for, or what its project pays for it, net of tax, not negative. */
  readonly unitResalePrice: DecimalString;
  /** What a unit is bought for before any concession, net of tax, not negative. */
  readonly unitPurchasePrice: DecimalString;
  /** What the seller gives away on a unit, not negative; `"0"`: nothing. */
  readonly unitConcession: DecimalString;
  /** Units bought, not negative. */
  readonly quantity: DecimalString;
}

const readFacts = recordOf<PurchaserBenefitFacts>({
  currency: readCurrency,
  unitResalePrice: readNotNegative,
  unitPurchasePrice: readNotNegative,
  unitConcession: readNotNegative,
  quantity: readNotNegative,
});

/**
 * Computes what a purchase brings its purchaser: the margin it makes on the goods and the concession it is given.
 *
 * @remarks
 * `(resale price − purchase price) × quantity + concession × quantity`, rounded once. Below 0: the purchase costs it money.
 *
 * @param facts - Prices, concession and quantity.
 * @param policy - The rounding.
 * @returns The benefit, with a working that adds up.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @source S19-117: 产品采购这一行为给直接采购客户可能带来的利益.
 *
 * @example A margin of 20 and a concession of 5 on ten units
 * ```ts
 * import { computePurchaserBenefit } from "qudao/profit-sharing";
 *
 * computePurchaserBenefit(
 *   { currency: "CNY", unitResalePrice: "120", unitPurchasePrice: "100", unitConcession: "5", quantity: "10" },
 *   { rounding: { decimals: 2, mode: "half_up" } },
 * ).outcome.amount; // => "250.00"
 * ```
 *
 * @since 0.1.0
 */
export function computePurchaserBenefit(facts: PurchaserBenefitFacts, policy: GrossProfitPolicy): Explained<Money> {
  return readSafely({ facts, policy }, () => {
    const { currency, unitResalePrice, unitPurchasePrice, unitConcession, quantity } = readFacts(facts, "facts");
    const { rounding } = readRoundingPolicy(policy, "policy");
    const margin = new Exact(unitResalePrice).minus(unitPurchasePrice).times(quantity);
    const conceded = new Exact(unitConcession).times(quantity);
    const sum = margin.plus(conceded);
    const amount = payable(sum, rounding);
    return {
      outcome: { amount, currency },
      explanation: {
        code: "profit-sharing.purchaser_benefit",
        params: { amount, currency, quantity },
        adds: "amount",
        from: [
          { code: "profit-sharing.resale_margin", params: { amount: text(margin), currency, unitResalePrice, unitPurchasePrice } },
          { code: "profit-sharing.conceded", params: { amount: text(conceded), currency, unitConcession } },
          ...roundingLine(amount, sum, rounding),
        ],
      },
    };
  });
}
