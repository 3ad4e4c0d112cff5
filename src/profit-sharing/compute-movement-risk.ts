import { compare, type Fraction, minus, over, ratioOf, roundFraction, wholeOf, ZERO } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { readAboveZero, readNotNegative, readPlaces, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** How a product moved in a period. */
export interface MovementFacts {
  /** Units sold in the period, not negative. */
  readonly sold: DecimalString;
  /** Units in stock on average over the period, not negative. */
  readonly averageStock: DecimalString;
}

/** From when a product moves well. */
export interface MovementPolicy {
  /** Turns of the stock in such a period from which it sells well, above 0. */
  readonly goodTurnover: DecimalString;
  /** Decimal places of turnover and risk, 0 to 60; rounded half up. */
  readonly decimals: number;
}

/** How a product moves. */
export interface Movement {
  /** `hot_selling` (热销) from the good turnover on, `slow_moving` (滞销) below it; decided on the exact quotient. */
  readonly movement: "hot_selling" | "slow_moving";
  /** Units sold over the average stock. */
  readonly turnover: DecimalString;
  /** What is missing to the good turnover, over it: 0 from there on, 1 where nothing is sold. */
  readonly risk: Rate;
}

const readFacts = recordOf<MovementFacts>({ sold: readNotNegative, averageStock: readNotNegative });
const readPolicy = recordOf<MovementPolicy>({ goodTurnover: readAboveZero, decimals: readPlaces });

/**
 * Computes how a product moves, and the risk that lies in a slow one.
 *
 * @remarks
 * `turnover = sold ÷ average stock`; `risk = max(0, 1 − turnover ÷ good turnover)`. Exactly on the good turnover it sells well.
 *
 * @param facts - What was sold, from what stock.
 * @param policy - The good turnover and the places.
 * @returns The movement, the turnover and the risk.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.no_stock` - there was no stock, so that nothing can be said of its turnover.
 *
 * @source S19-158: 热销、滞销.
 *
 * @example Three turns where four are good
 * ```ts
 * import { computeMovementRisk } from "qudao/profit-sharing";
 *
 * const found = computeMovementRisk({ sold: "300", averageStock: "100" }, { goodTurnover: "4", decimals: 4 });
 * found.ok && found.value.outcome; // => { movement: "slow_moving", turnover: "3", risk: "0.25" }
 * ```
 *
 * @since 0.1.0
 */
export function computeMovementRisk(
  facts: MovementFacts,
  policy: MovementPolicy,
): Result<Explained<Movement>, Message<"profit-sharing.no_stock">> {
  return readSafely({ facts, policy }, () => {
    const { sold, averageStock } = readFacts(facts, "facts");
    const { goodTurnover, decimals } = readPolicy(policy, "policy");
    const stock = new Exact(averageStock);
    if (stock.isZero()) return err({ code: "profit-sharing.no_stock", params: { sold } });
    const exactly = ratioOf(new Exact(sold), stock);
    const missing = minus(wholeOf(new Exact(1)), over(exactly, new Exact(goodTurnover)));
    const isHot = missing.over.isNegative() || missing.over.isZero();
    const shown = (value: Fraction) => text(roundFraction(value, decimals, "half_up"));
    const movement = isHot ? "hot_selling" : "slow_moving";
    const outcome = { movement, turnover: shown(exactly), risk: shown(compare(missing, ZERO) < 0 ? ZERO : missing) } as const;
    return ok({ outcome, explanation: { code: "profit-sharing.movement", params: { ...outcome, sold, averageStock, goodTurnover } } });
  });
}
