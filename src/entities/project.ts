import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { ProjectPhase } from "./catalogue.js";

/** An undertaking for a goal of the channel, limited in time (渠道项目). */
export interface Project {
  /** The host's identifier, unique among projects. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** What it is to achieve, in the host's own words. */
  readonly objective: string;
  /** The one staff member who answers for it. */
  readonly managerId: string;
  /** The staff members who work on it, the manager left out. Empty: nobody else does. */
  readonly memberIds: readonly string[];
  /** Where it stands. */
  readonly phase: ProjectPhase;
  /** First day, planned or real. */
  readonly start: CalendarDate;
  /** The last day on which it is finished in time. */
  readonly dueOn: CalendarDate;
  /** The day it was closed. Absent: it is open. */
  readonly closedOn?: CalendarDate | undefined;
  /** Money it may cost, net of tax, not negative. Absent: none was set, which is not a budget of zero. */
  readonly budget?: Money | undefined;
}
