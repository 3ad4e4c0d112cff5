import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";

/** A sale line that counted, kept because a programme caps what one sale pays. */
export interface KeptLine {
  /** Its identifier. */
  readonly id: string;
  /** The day it counts on. */
  readonly date: CalendarDate;
  /** Net amount; below 0: a return. Of lines that count for a measure: what they bring of it. */
  readonly amount: DecimalString;
  /** Net quantity; below 0: a return. */
  readonly quantity: DecimalString;
  /** The sale it belongs to, by each way in which caps name sales: the ways in ascending order, first the line's own identifier if a cap has no `saleBy`. */
  readonly sales: readonly string[];
}
