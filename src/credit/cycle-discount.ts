/**
 * The discount of a cycle as a fraction, so that comparisons stay exact.
 *
 * @internal
 */

import { checkRecord } from "../kernel/check.js";
import { Exact } from "../kernel/decimal.js";
import { exactNotNegative, exactShare } from "../kernel/read.js";

export interface Fraction {
  readonly over: Exact;
  readonly under: Exact;
}

/** `factor`, or `survival ÷ (1 + rate)`. */
export function readDiscount(value: unknown, path: string): Fraction {
  const given = checkRecord(value, path);
  if (given["factor"] !== undefined) return { over: exactShare(given["factor"], `${path}.factor`), under: new Exact(1) };
  return {
    over: exactShare(given["survival"], `${path}.survival`),
    under: exactNotNegative(given["ratePerCycle"], `${path}.ratePerCycle`).plus(1),
  };
}
