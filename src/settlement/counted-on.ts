import type { SaleLine } from "../entities/sale-line.js";
import type { ReturnsPolicy } from "../incentives/programme.js";
import type { CalendarDate } from "../kernel/calendar-date.js";

/** The day on which a programme counts a line. `undefined`: it is a return, and the programme ignores returns. @internal */
export function countedOn({ kind, date, originDate }: SaleLine, returns: ReturnsPolicy): CalendarDate | undefined {
  if (kind === "sale" || returns === "deduct") return date;
  return returns === "ignore" ? undefined : (originDate ?? date);
}
