/**
 * Faults of prices, and the line that a rounding leaves in their working.
 *
 * @internal
 */
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, LibraryFault } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import type { MoneyRounding } from "../kernel/money.js";
import { pricingFaultMessages } from "./fault-messages.js";

const words = { ...kernelFaultMessages, ...pricingFaultMessages };

/** @internal */
export const pricingFault: FaultMaker<keyof typeof words> = (code, path, params, cause) =>
  new LibraryFault(code, path, params, words, cause);

/** What the rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundingLine(paid: DecimalString, sum: Exact, { decimals }: MoneyRounding): readonly Explanation[] {
  const difference = new Exact(paid).minus(sum);
  return difference.isZero() ? [] : [{ code: "pricing.rounding", params: { amount: text(difference), decimals } }];
}
