/**
 * Faults of shares and contracts, and the figures that their files share.
 *
 * @internal
 */
import { type Fraction, ratioOf } from "../engine/fraction.js";
import { Exact, exact, text, ZERO } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import { sharingFaultMessages } from "./sharing-fault-messages.js";

/** @internal */
export const sharingFault: FaultMaker<KernelFaultCode | keyof typeof sharingFaultMessages> = faultsOf(sharingFaultMessages);

/** What a rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundedOff(difference: Exact): readonly Explanation[] {
  return difference.isZero() ? [] : [{ code: "profit-sharing.rounded_off", params: { amount: text(difference) } }];
}

/** Last period a stream of profits may name. @internal */
export const LAST_PERIOD = 600;

/** `Σ net(t) ÷ (1 + rate)^t`, exactly, by Horner's rule; a hole counts as 0, so callers look for holes themselves. @internal */
export function presentValue(nets: readonly (Exact | undefined)[], rate: string): Fraction {
  const growth = exact(rate).plus(1);
  let over = ZERO;
  let under = new Exact(1);
  for (let t = 0; t < nets.length; t++) {
    if (t > 0) {
      over = over.times(growth);
      under = under.times(growth);
    }
    over = over.plus(nets[t] ?? 0);
  }
  return ratioOf(over, under);
}
