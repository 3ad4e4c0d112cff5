/**
 * Cuts time into the slots of a stream.
 *
 * @internal
 */
import { type CalendarDate, dateOfDayNumber, dayNumber } from "../kernel/calendar-date.js";
import { kernelFault } from "../kernel/fault.js";
import type { Period } from "../kernel/period.js";
import type { SlotRun, Stream } from "./plan.js";

/** Days of all classes together: 4 bytes each, so that no policy fills the machine's memory. */
const MOST_DAYS = 50_000_000;

/** `periods`: the days that are read, by class of members. */
export function planSlots(periods: readonly (readonly Period[])[], firstDay: number, days: number): Pick<Stream, "cuts" | "slotOf"> {
  if (periods.length * days > MOST_DAYS) {
    const range = { start: dateOfDayNumber(firstDay), end: dateOfDayNumber(firstDay + days) };
    throw kernelFault("kernel.range_too_long", "policy.programmes", { range, most: Math.floor(MOST_DAYS / periods.length) });
  }
  const cuts = periods.map((own) => [...new Set(own.flatMap(({ start, end }) => [start, end]))].sort());
  const slotOf = new Int32Array(periods.length * days).fill(-1);
  periods.forEach((own, c) => {
    fillSlots(slotOf.subarray(c * days, (c + 1) * days), cuts[c] as readonly CalendarDate[], own, firstDay);
  });
  return { cuts, slotOf };
}

/** The run of slots of some days, for a class of members. */
export function runsIn(cuts: Stream["cuts"]): (period: Period, of: number) => SlotRun {
  const slotAt = cuts.map(indexOf);
  return ({ start, end }, of) => {
    const own = slotAt[of] as ReadonlyMap<CalendarDate, number>;
    return { from: own.get(start) as number, to: own.get(end) as number };
  };
}

/** Only days inside a window have a slot: between windows nothing is counted. */
function fillSlots(slotOf: Int32Array, dates: readonly CalendarDate[], windows: readonly Period[], firstDay: number): void {
  const slotAt = indexOf(dates);
  const cuts = dates.map((date) => dayNumber(date) - firstDay);
  const covered = new Uint8Array(Math.max(0, cuts.length - 1));
  for (const { start, end } of windows) covered.fill(1, slotAt.get(start), slotAt.get(end));
  covered.forEach((inside, slot) => {
    if (inside === 1) slotOf.fill(slot, cuts[slot], cuts[slot + 1]);
  });
}

function indexOf(dates: readonly CalendarDate[]): ReadonlyMap<CalendarDate, number> {
  return new Map(dates.map((date, i) => [date, i]));
}
