import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { StaffRole } from "./catalogue.js";

/** Someone who works for the channel department or on its projects. */
export interface StaffMember {
  /** The host's identifier, unique among staff. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** What the person is responsible for. At least one role. */
  readonly roles: readonly StaffRole[];
  /** The team, such as the leafleting team. Absent: in none. */
  readonly teamId?: string | undefined;
  /** The staff member reported to. Absent: to nobody. */
  readonly managerId?: string | undefined;
  /** The territories the person works in. Empty: in no certain one. */
  readonly territoryIds: readonly string[];
  /** First day in the department. Absent: not known. */
  readonly joinedOn?: CalendarDate | undefined;
  /** First day no longer in it. Absent: still there. */
  readonly leftOn?: CalendarDate | undefined;
}
