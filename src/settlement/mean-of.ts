import type { IncentiveRounding } from "../incentives/programme.js";
import { Exact, rounded, ZERO } from "../kernel/decimal.js";

/** What is left over, in parts of the last place kept: below a half, a half, above it. No rounding asks for more. */
const SIDES = ["0.25", "0.5", "0.75"] as const;

/** A mean rounded once, from the exact sum: a quotient without end is never cut before. @internal */
export function meanOf(sum: Exact, count: number, { decimals, mode }: IncentiveRounding): Exact {
  if (count === 1) return rounded(sum, decimals, mode);
  const steps = sum.times(new Exact(10n ** BigInt(decimals)));
  const divisor = new Exact(count);
  const whole = steps.dividedToIntegerBy(divisor);
  const rest = steps.minus(whole.times(divisor));
  const size = new Exact(SIDES[rest.abs().times(2).comparedTo(divisor) + 1] as string);
  const part = rest.isZero() ? ZERO : rest.isNegative() ? size.negated() : size;
  return rounded(whole.plus(part).times(new Exact(1n, decimals)), decimals, mode);
}
