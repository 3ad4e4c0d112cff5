import { minus, ratioOf, roundFraction, wholeOf } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, fixed, sumOf } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { listOf, readCurrency, readNotNegative, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type GrossProfitPolicy, readRoundingPolicy } from "./compute-gross-profit.js";

/** One product of the line that shares the selling cost. */
export interface LineProduct {
  /** The product, unique in the line. */
  readonly id: string;
  /** What a unit is sold for, net of tax, not negative. */
  readonly unitSellingPrice: DecimalString;
  /** What a unit is bought for, net of tax, not negative. */
  readonly unitPurchasePrice: DecimalString;
  /** Units sold, not negative. */
  readonly volume: DecimalString;
}

/** Products sold by one effort. */
export interface UnitProfitFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** What selling them costs together, whatever the volume, not negative. */
  readonly sharedSellingCost: DecimalString;
  /** The products. */
  readonly products: readonly LineProduct[];
}

/** What a unit earns when the selling cost is shared. */
export interface UnitProfit {
  /** Selling cost per unit: shared cost over the total volume, rounded. */
  readonly unitSellingCost: DecimalString;
  /** Profit per unit of each product, in the order of the facts: price difference less the selling cost per unit, rounded from the exact cost. */
  readonly products: readonly UnitProfitLine[];
}

/** What a unit of one product earns. */
export interface UnitProfitLine {
  /** The product. */
  readonly id: string;
  /** Profit per unit, rounded. Below 0: a loss. */
  readonly unitProfit: DecimalString;
}

const readFacts = recordOf<UnitProfitFacts>({
  currency: readCurrency,
  sharedSellingCost: readNotNegative,
  products: uniqueBy(
    "id",
    listOf(
      recordOf<LineProduct>({
        id: readText,
        unitSellingPrice: readNotNegative,
        unitPurchasePrice: readNotNegative,
        volume: readNotNegative,
      }),
    ),
  ),
});

/**
 * Computes the profit per unit of every product of a line that shares its selling cost: why a longer line earns more per unit.
 *
 * @remarks
 * `selling cost per unit = shared cost ÷ total volume`; every unit bears the same. Each figure is rounded once from the exact quotient.
 *
 * @param facts - The products and what selling them costs together.
 * @param policy - The rounding.
 * @returns The cost per unit, and the profit per unit of each product.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.no_volume` - nothing is sold, so that there is no cost per unit.
 *
 * @source S19-112: 拉长产品线,降低销售成本,从而达到提高单位产品的利润.
 *
 * @example A second product halves the selling cost per unit
 * ```ts
 * import { computeUnitProfit } from "qudao/profit-sharing";
 *
 * const camera = { id: "camera", unitSellingPrice: "12", unitPurchasePrice: "8", volume: "50" };
 * const policy = { rounding: { decimals: 2, mode: "half_up" as const } };
 * const alone = computeUnitProfit({ currency: "CNY", sharedSellingCost: "100", products: [camera] }, policy);
 * const line = computeUnitProfit({ currency: "CNY", sharedSellingCost: "100", products: [camera, { ...camera, id: "lens" }] }, policy);
 * alone.ok && [alone.value.outcome.unitSellingCost, alone.value.outcome.products[0]?.unitProfit]; // => ["2.00", "2.00"]
 * line.ok && [line.value.outcome.unitSellingCost, line.value.outcome.products[0]?.unitProfit]; // => ["1.00", "3.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeUnitProfit(
  facts: UnitProfitFacts,
  policy: GrossProfitPolicy,
): Result<Explained<UnitProfit>, Message<"profit-sharing.no_volume">> {
  return readSafely({ facts, policy }, () => {
    const { currency, sharedSellingCost, products } = readFacts(facts, "facts");
    const { decimals, mode } = readRoundingPolicy(policy, "policy").rounding;
    const volume = sumOf(products.map((product) => product.volume));
    if (volume.isZero()) return err({ code: "profit-sharing.no_volume", params: {} });
    const cost = ratioOf(new Exact(sharedSellingCost), volume);
    const unitSellingCost = fixed(roundFraction(cost, decimals, mode), decimals);
    const lines = products.map(({ id, unitSellingPrice, unitPurchasePrice }): UnitProfitLine => {
      const margin = new Exact(unitSellingPrice).minus(unitPurchasePrice);
      return { id, unitProfit: fixed(roundFraction(minus(wholeOf(margin), cost), decimals, mode), decimals) };
    });
    return ok({
      outcome: { unitSellingCost, products: lines },
      explanation: {
        code: "profit-sharing.unit_selling_cost",
        params: { unitSellingCost, sharedSellingCost, volume: volume.toFixed(), currency },
        from: lines.map((line) => ({ code: "profit-sharing.unit_profit", params: { ...line, currency } })),
      },
    });
  });
}
