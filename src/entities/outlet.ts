import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";

/** A place where a member sells (销售网点). */
export interface Outlet {
  /** The host's identifier, unique among outlets. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** The participant that sells there. */
  readonly ownerId: string;
  /** The territory it lies in. */
  readonly territoryId: string;
  /** The address, as written in the authorization. Absent: not known. */
  readonly address?: string | undefined;
  /** The day it opened. */
  readonly openedOn: CalendarDate;
  /** The first day it no longer sells. Absent: it is open. */
  readonly closedOn?: CalendarDate | undefined;
}
