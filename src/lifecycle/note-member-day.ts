/** The day of a member's last event: noted with every step, so that none is dated before it. */
import type { Step } from "../engine/state-table.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { latestDate } from "../kernel/compare-dates.js";
import type { MemberEffect } from "./member-effect.js";
import type { MemberData, MemberPlace } from "./member-state.js";

/** @internal */
export function noteMemberDay(
  step: Step<MemberPlace, MemberData, MemberEffect>,
  asOf: CalendarDate,
): Step<MemberPlace, MemberData, MemberEffect> {
  const { at, data } = step.next;
  return { ...step, next: { at, data: { ...data, since: latestDate(asOf, data.since ?? asOf) } } };
}
