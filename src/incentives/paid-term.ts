/** The days that a programme pays for: those of its term, from its publication on. */
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import type { IncentiveProgramme } from "./programme.js";

/** What is read of a programme. @internal */
export type PublishedTerm = Pick<IncentiveProgramme, "effective" | "publishedOn">;

/** `null`: it was published after its term, and pays for nothing. @internal */
export function paidTerm({ effective, publishedOn }: PublishedTerm): Period | null {
  if (publishedOn === undefined || publishedOn <= effective.start) return effective;
  return publishedOn < effective.end ? { start: publishedOn, end: effective.end } : null;
}

/** The part of a window that is paid for. `null`: no day of it. @internal */
export function paidDays(window: Period, programme: PublishedTerm): Period | null {
  const term = paidTerm(programme);
  return term === null ? null : intersectPeriods(window, term);
}

/** The day of publication, where a window had begun before it and would otherwise count from an earlier day. @internal */
export function publicationWithin(window: Period, { effective, publishedOn }: PublishedTerm): CalendarDate | undefined {
  if (publishedOn === undefined || publishedOn <= effective.start) return undefined;
  return window.start < publishedOn && publishedOn < window.end ? publishedOn : undefined;
}

/** The day that a host states; the later one where the programme says another. `null`: not published. @internal */
export function publicationOf(
  stated: unknown,
  { publishedOn: own }: Pick<IncentiveProgramme, "publishedOn">,
  path: string,
): CalendarDate | null {
  if (stated === null) return null;
  if (stated === undefined && own !== undefined) return own;
  const day = parseDate(stated, path);
  return own !== undefined && own > day ? own : day;
}
