import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { kernelFault } from "../kernel/fault.js";

/** A hundred years from the first and the last day that there are: no span of a policy is longer. */
const [FIRST_DAY, LAST_DAY] = ["0101-01-01", "9899-12-31"];

/** A day from which every span of a policy leads to a day that has a name. @internal */
export function checkDay(value: unknown, path: string): CalendarDate {
  const day = parseDate(value, path);
  if (day < FIRST_DAY || day > LAST_DAY) throw kernelFault("kernel.date_out_of_range", path, { got: `${day} ± 1200 m` });
  return day;
}
