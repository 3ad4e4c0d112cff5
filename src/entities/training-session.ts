import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { TrainingFormat, TrainingStage, TrainingTopic } from "./catalogue.js";

/** A training that is planned or was held. */
export interface TrainingSession {
  /** The host's identifier, unique among sessions. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** What it is about. */
  readonly topic: TrainingTopic;
  /** How it is held. */
  readonly format: TrainingFormat;
  /** Whom it is for. */
  readonly stage: TrainingStage;
  /** The day it is held. */
  readonly date: CalendarDate;
  /** Length in hours, not negative. */
  readonly hours: DecimalString;
  /** Who gives it: a staff member or a participant. Absent: not settled. */
  readonly trainerId?: string | undefined;
  /** Those who were there. Empty: nobody, or not held yet. */
  readonly attendances: readonly TrainingAttendance[];
}

/** One person's part in a training. */
export interface TrainingAttendance {
  /** The participant that the person works for. */
  readonly participantId: string;
  /** The person, by the host's own key. */
  readonly personId: string;
  /** Test result before, from `"0"` to `"1"`. Absent: not tested, which is not a score of zero. */
  readonly scoreBefore?: DecimalString | undefined;
  /** Test result after, from `"0"` to `"1"`. Absent: not tested, which is not a score of zero. */
  readonly scoreAfter?: DecimalString | undefined;
}
