import type { CalendarDate } from "../kernel/calendar-date.js";
import type { TicketPriority, TicketTopic } from "./catalogue.js";

/** Something a customer or member asked the service for. The dates are its way: one that is absent was not reached. */
export interface Ticket {
  /** The host's identifier, unique among tickets. Not empty. */
  readonly id: string;
  /** What it is about. */
  readonly topic: TicketTopic;
  /** How urgent it is. */
  readonly priority: TicketPriority;
  /** The participant that asks. */
  readonly requesterId: string;
  /** The participant that must answer now: integrator or contractor first, then the agent, then the manufacturer. */
  readonly handlerId: string;
  /** The product it is about. Absent: about none. */
  readonly productId?: string | undefined;
  /** The day it came in. */
  readonly openedOn: CalendarDate;
  /** The day the need was understood. Absent: not yet. */
  readonly identifiedOn?: CalendarDate | undefined;
  /** The day of the first answer. Absent: not answered. */
  readonly answeredOn?: CalendarDate | undefined;
  /** The day it was solved. Absent: not solved. */
  readonly solvedOn?: CalendarDate | undefined;
}
