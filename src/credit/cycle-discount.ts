/**
 * The discount of a cycle as a fraction, so that comparisons stay exact.
 *
 * @internal
 */
import { checkRecord } from "../kernel/check.js";
import { Exact } from "../kernel/decimal.js";
import { readAmount, readShare } from "./reading.js";

export interface Fraction {
  readonly over: Exact;
  readonly under: Exact;
}

/** `factor`, or `survival ÷ (1 + rate)`. */
export function readDiscount(value: unknown, path: string): Fraction {
  const given = checkRecord(value, path);
  if (given["factor"] !== undefined) return { over: readShare(given["factor"], `${path}.factor`), under: new Exact(1) };
  return {
    over: readShare(given["survival"], `${path}.survival`),
    under: readAmount(given["ratePerCycle"], `${path}.ratePerCycle`).plus(1),
  };
}
