import type { CalendarDate } from "../kernel/calendar-date.js";
import type { RepairResult } from "./catalogue.js";

/** A defective product that was sent in (返修品). The dates are its way: one that is absent was not reached. */
export interface RepairCase {
  /** The host's identifier, unique among repair cases. Not empty. */
  readonly id: string;
  /** The ticket it began with. Absent: none. */
  readonly ticketId?: string | undefined;
  /** The participant that sent it in. */
  readonly senderId: string;
  /** The product. */
  readonly productId: string;
  /** Its serial number. Absent: it has none, or it cannot be read. */
  readonly serialNumber?: string | undefined;
  /** The day the end customer got it, from which a warranty runs. Absent: not known; the warranty cannot be judged then. */
  readonly soldOn?: CalendarDate | undefined;
  /** The day it was received. */
  readonly receivedOn: CalendarDate;
  /** The day the defect was found. Absent: not yet. */
  readonly diagnosedOn?: CalendarDate | undefined;
  /** How it ended. Absent: it has not. */
  readonly result?: RepairResult | undefined;
  /** The day it, or its replacement, went back. Absent: it has not. */
  readonly returnedOn?: CalendarDate | undefined;
}
