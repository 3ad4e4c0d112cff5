/** The one rounding of a figure, and its line in the working. */

import { type Fraction, roundFraction } from "../engine/fraction.js";
import { type Exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { MoneyRounding } from "../kernel/money.js";

/** A ratio as it is shown. @internal */
export function shownRatio(ratio: Fraction, { decimals, mode }: MoneyRounding): string {
  return text(roundFraction(ratio, decimals, mode));
}

/** What the rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundingLine(difference: Exact, { decimals }: MoneyRounding, name = "amount"): readonly Explanation[] {
  return difference.isZero()
    ? []
    : [{ code: "network.rounding", params: { [name]: text(difference), amount: text(difference), decimals } }];
}
