/**
 * What a member carries from window to window, version to version and accumulator to accumulator.
 *
 * @internal
 */
import { type Exact, ZERO } from "../kernel/decimal.js";

/** What goes from one window to the next. */
export interface Carry {
  /** The measure that picks the tier. Absent: none does. */
  readonly of: string | undefined;
  /** Below 0: what more came back than was sold, before. */
  readonly amount: Exact;
  readonly quantity: Exact;
  /** The same of the measure that picks the tier. */
  readonly measure: Exact;
  /** What refundable caps withheld. */
  readonly withheld: Exact;
  /** The window that is not known and on which it hangs how much is withheld; `withheld` is then 0. Absent: it is known. */
  readonly withheldOpen?: string | undefined;
  /** The window in which the measure is not known; `measure` is then 0. Absent: it is known. */
  readonly measureOpen?: string | undefined;
}

export const NOTHING_CARRIED: Carry = { of: undefined, amount: ZERO, quantity: ZERO, measure: ZERO, withheld: ZERO };

/** Told what each version carries on. */
export type KeepCarry = (at: number, carry: Carry) => void;
