import type { CalendarDate } from "../kernel/calendar-date.js";
import type { TrainingTopic } from "./catalogue.js";

/** Proof that someone has learned something. */
export interface Certificate {
  /** The host's identifier, unique among certificates. Not empty. */
  readonly id: string;
  /** What was learned. */
  readonly topic: TrainingTopic;
  /** The participant it counts for. */
  readonly participantId: string;
  /** The person who earned it, by the host's own key. Absent: it is the participant's as a whole. */
  readonly personId?: string | undefined;
  /** The training it was earned in. Absent: it was earned elsewhere. */
  readonly sessionId?: string | undefined;
  /** The day it was issued. */
  readonly issuedOn: CalendarDate;
  /** First day on which it is no longer valid. Absent: it does not expire. */
  readonly expiresOn?: CalendarDate | undefined;
}
