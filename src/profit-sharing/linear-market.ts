import type { Fraction } from "../engine/fraction.js";
import { type DecimalString, type Exact, exact } from "../kernel/decimal.js";
import { type Read, readAboveZero, readCurrency, readNotNegative, recordOf } from "../kernel/read.js";

/** One product whose demand falls in a straight line with its price: `price = intercept − slope × quantity`. */
export interface LinearMarket {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The price at which nobody buys any more, above 0. */
  readonly intercept: DecimalString;
  /** How far the price falls for one unit more, above 0. */
  readonly slope: DecimalString;
  /** What a unit costs the maker, 0 or more. */
  readonly unitCost: DecimalString;
}

/** @internal */
export const linearFields = { currency: readCurrency, intercept: readAboveZero, slope: readAboveZero, unitCost: readNotNegative };

/** @internal */
export const readLinearMarket: Read<LinearMarket> = recordOf<LinearMarket>(linearFields);

/** `(a − c) ÷ 2b` and `(a − c)² ÷ 4b`: what a channel sells and earns that acts as one. @internal */
export function integrated({ intercept, slope, unitCost }: LinearMarket): {
  readonly room: Exact;
  readonly quantity: Fraction;
  readonly profit: Fraction;
} {
  const room = exact(intercept).minus(unitCost);
  const b = exact(slope);
  return { room, quantity: { over: room, under: b.times(2) }, profit: { over: room.times(room), under: b.times(4) } };
}
