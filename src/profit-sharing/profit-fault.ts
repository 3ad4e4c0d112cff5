/**
 * Faults of profit and risk, and the figures that their files share.
 *
 * @internal
 */
import { type DecimalString, Exact, quotient, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import type { MoneyRounding } from "../kernel/money.js";
import { powerOfDecimal } from "../kernel/power.js";
import { type Read, readNotNegative } from "../kernel/read.js";
import { profitFaultMessages } from "./profit-fault-messages.js";

/** @internal */
export const profitFault: FaultMaker<KernelFaultCode | keyof typeof profitFaultMessages> = faultsOf(profitFaultMessages);

/** Far beyond any plan; what has no end has no decimal. */
const MOST_YEARS = 100;

/** Years from now, from 0 to a hundred. @internal */
export const readYears: Read<DecimalString> = (value, path) => {
  const years = readNotNegative(value, path);
  if (new Exact(years).greaterThan(MOST_YEARS)) {
    throw profitFault("profit-sharing.horizon_too_long", path, { got: years, most: MOST_YEARS });
  }
  return years;
};

/**
 * What a flow in so many years is worth today, at 40 significant digits: where years or rates have no exact power, the answer of the
 * caller is rounded once, from this.
 *
 * @internal
 */
export function presentValue(amount: Exact, annualRate: DecimalString, years: DecimalString): Exact {
  return quotient(amount, new Exact(powerOfDecimal(text(new Exact(1).plus(annualRate)), years)));
}

/** Significant digits of roots, powers and exponentials: the kernel's. */
const DIGITS = 40;

/** What an answer says of figures that have no end: how exact they were before its one rounding. It adds nothing. @internal */
export function digitsLine(adds: { readonly [name: string]: string } = {}): Explanation {
  return { code: "profit-sharing.digits", params: { digits: DIGITS, ...adds } };
}

/** What the rounding added or took away, as a line that makes the parts add up; none where nothing was rounded. @internal */
export function roundingLine(paid: DecimalString, sum: Exact, { decimals }: MoneyRounding): readonly Explanation[] {
  const difference = new Exact(paid).minus(sum);
  return difference.isZero() ? [] : [{ code: "profit-sharing.rounding", params: { amount: text(difference), decimals } }];
}
