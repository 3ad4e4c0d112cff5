import { type DecimalLike, type DecimalString, exact, isDecimal, parseDecimal, text } from "./decimal.js";
import { kernelFault, shown } from "./fault.js";

/** A ratio as a decimal: `"0.035"` is 3.5 %. May be negative or above 1. Per what time it runs is said by the field that holds it. */
export type Rate = DecimalString;

/**
 * Reads a rate.
 *
 * @param value - A ratio in whatever `parseDecimal` reads. `"3.5%"` is refused: `rateFromPercent` takes `"3.5"`.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The rate, canonical.
 * @throws LibraryFault `kernel.not_a_rate`.
 *
 * @example A ratio, not a percentage
 * ```ts
 * import { parseRate } from "qudao/kernel";
 *
 * parseRate("0.0350"); // => "0.035"
 * ```
 *
 * @since 0.1.0
 */
export function parseRate(value: unknown, path = ""): Rate {
  if (!isDecimal(value)) throw kernelFault("kernel.not_a_rate", path, { got: shown(value) });
  return parseDecimal(value as DecimalLike, path);
}

/**
 * Turns a percentage into a rate, exactly.
 *
 * @param percent - The number before the percent sign.
 * @returns `percent ÷ 100`.
 *
 * @example Three and a half percent
 * ```ts
 * import { rateFromPercent } from "qudao/kernel";
 *
 * rateFromPercent("3.5"); // => "0.035"
 * ```
 *
 * @since 0.1.0
 */
export function rateFromPercent(percent: DecimalLike): Rate {
  return text(exact(percent, "percent").times("0.01"));
}

/**
 * Turns a rate into a percentage, exactly, for showing it.
 *
 * @param rate - A ratio.
 * @returns `rate × 100`, without a percent sign.
 *
 * @example Back to the number before the percent sign
 * ```ts
 * import { percentFromRate } from "qudao/kernel";
 *
 * percentFromRate("0.035"); // => "3.5"
 * ```
 *
 * @since 0.1.0
 */
export function percentFromRate(rate: Rate): DecimalString {
  return text(exact(rate, "rate").times(100));
}
