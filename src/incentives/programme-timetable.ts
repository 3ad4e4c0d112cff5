/** What a programme says beyond one member and one window: what it may cost, what it guarantees, and when it is settled. */
import type { RemainderOrder } from "../kernel/allocation.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { PeriodRule } from "../kernel/period-rule.js";
import type { ProrationBasis } from "../kernel/proration.js";

/** The least that a member gets in a window. */
export interface ProgrammeGuarantee {
  /** For a full window, in the programme's currency; 0 or more. */
  readonly amount: DecimalString;
  /** `each_period`: every period for itself. `cumulative`: what was earned above it before lowers it now. */
  readonly basis: "each_period" | "cumulative";
  /** `start`: the guarantee is paid first, and later only what was earned beyond it. `end`: earnings and top-up together. */
  readonly paidAt: "start" | "end";
  /** How a part of a period lowers it. */
  readonly prorateBy: ProrationBasis;
}

/** What a programme may cost in all. */
export interface ProgrammeBudget {
  /** In the programme's currency; 0 or more. */
  readonly amount: DecimalString;
  /**
   * `pro_rata`: all are cut in proportion. `first_come`: the earlier ones are paid until it is used up. What a member owes (`recover`) makes no room for
   * others, and is less by what the budget refused that member before.
   */
  readonly how: "pro_rata" | "first_come";
  /** Who gets the units that cutting in proportion leaves over. */
  readonly remainder: RemainderOrder;
  /** The consumption from which it is reported; a ratio up to 1. */
  readonly alertAt: DecimalString;
}

/** When a programme is accrued and settled. */
export interface ProgrammeTimetable {
  /** How often it is accrued: on the last day of each of these periods, and on the last day of a window. */
  readonly accrueEvery: PeriodRule;
  /** How often it is settled before a window is over: after each of these periods. Absent: only at the end. */
  readonly settleEvery?: PeriodRule | undefined;
  /** Days after a window in which late lines still count, until its final settlement. */
  readonly graceDays: number;
}
