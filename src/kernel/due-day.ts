/**
 * The day a payment is due: how it follows from the day counted from. What a buyer owes and what is owed to a member are counted alike.
 *
 * @internal
 */
import { addDays, addMonths, type CalendarDate, lastDayOfMonth } from "./calendar-date.js";

/** How a due day follows from one known day. */
export type DueDayRule =
  /** So many days after it. */
  | { readonly kind: "net"; readonly days: number }
  /** So many days after the last day of its month, or of a later one. */
  | { readonly kind: "end_of_month"; readonly months: number; readonly days: number }
  /** The first day of that number on or after it and some days. */
  | { readonly kind: "day_of_month"; readonly afterDays: number; readonly day: number }
  /** A fixed day of a later month. */
  | { readonly kind: "following_month"; readonly months: number; readonly day: number };

/** The last day on which payment is in time; the rule has been checked. */
export function dueDayOf(rule: DueDayRule, from: CalendarDate): CalendarDate {
  switch (rule.kind) {
    case "net":
      return addDays(from, rule.days);
    case "end_of_month":
      return addDays(lastDayOfMonth(addMonths(from, rule.months)), rule.days);
    case "day_of_month": {
      const first = addDays(from, rule.afterDays);
      const here = dayIn(first, rule.day);
      return here >= first ? here : dayIn(addMonths(first, 1), rule.day);
    }
    case "following_month":
      return dayIn(addMonths(from, rule.months), rule.day);
  }
}

/** A day of the month of a date; in a shorter month its last day. */
function dayIn(month: CalendarDate, day: number): CalendarDate {
  const last = lastDayOfMonth(month);
  const wanted = `${month.slice(0, 8)}${String(day).padStart(2, "0")}`;
  return wanted < last ? wanted : last;
}
