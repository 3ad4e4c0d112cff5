import fc from "fast-check";
import { written } from "./oracle-decimal.js";

/** Decimal texts as a host may hold them: any sign, up to so many digits in all, some with trailing zeros. */
export function decimalText(digits: number, places: number): fc.Arbitrary<string> {
  const most = 10n ** BigInt(digits) - 1n;
  return fc.tuple(fc.bigInt({ min: -most, max: most }), fc.integer({ min: 0, max: places })).map(([units, at]) => written(units, at));
}

/** Amounts around zero, where signs and halves meet. */
export const smallText = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, at]) => written(BigInt(n), at));
