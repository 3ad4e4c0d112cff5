/** Time does not run backwards: what a table asks of the day of an event, and what it notes. `machineKit` gives both, typed. */
import type { CalendarDate } from "../kernel/calendar-date.js";
import { latestDate } from "../kernel/compare-dates.js";
import type { Words } from "../kernel/message.js";
import type { Guard, Update } from "./state-table.js";

/** Days of the data beside the day of the event. */
interface DayTypes {
  readonly event: { readonly type: string; readonly asOf: CalendarDate };
  readonly data: Days;
  readonly facts: object;
  readonly effect: never;
}
type Days = { readonly [field: string]: CalendarDate | null | undefined };

/** @internal */
export const inOrderTitle: Words = { en: "it does not come before what was recorded last", zh: "不早于上一条记录" };

/** @internal */
export function inOrder(field: string, title: Words = inOrderTitle): Guard<DayTypes, "event.asOf", `data.${string}`> {
  return {
    title,
    needs: ["event.asOf"],
    reads: [`data.${field}`],
    test: ({ event, data }) => {
      const last = (data as Days)[field];
      return last === undefined || last === null || event.asOf >= last;
    },
  };
}

/** @internal */
export function noteDay(field: string): Update<DayTypes, "event.asOf", `data.${string}`> {
  return {
    title: { en: "note the day", zh: "记录日期" },
    needs: ["event.asOf"],
    reads: [`data.${field}`],
    change: ({ event, data }) => {
      const last = (data as Days)[field];
      return { [field]: last === undefined || last === null ? event.asOf : latestDate(event.asOf, last) };
    },
  };
}
