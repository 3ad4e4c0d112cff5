/**
 * Faults of prices, and the line that a rounding leaves in their working.
 *
 * @internal
 */
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import type { MoneyRounding } from "../kernel/money.js";
import { pricingFaultMessages } from "./fault-messages.js";

/** @internal */
export const pricingFault: FaultMaker<KernelFaultCode | keyof typeof pricingFaultMessages> = faultsOf(pricingFaultMessages);

/** What the rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundingLine(paid: DecimalString, sum: Exact, { decimals }: MoneyRounding): readonly Explanation[] {
  const difference = new Exact(paid).minus(sum);
  return difference.isZero() ? [] : [{ code: "pricing.rounding", params: { amount: text(difference), decimals } }];
}
