import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { ParticipantKind } from "./catalogue.js";

/** A legal person. It may play several parts in the channel: a large integrator that also became a distributor. */
export interface Organisation {
  /** The host's identifier, unique among organisations. Not empty. */
  readonly id: string;
  /** The name that readers see. Absent: the identifier is shown. */
  readonly title?: Words | undefined;
  /** The name as registered. Absent: not known. */
  readonly legalName?: string | undefined;
  /** The number in the business register, such as the unified social credit code. Absent: not known. */
  readonly registrationNumber?: string | undefined;
  /** The parts it plays and played. */
  readonly roles: readonly OrganisationRole[];
}

/** One part that an organisation plays in the channel. */
export interface OrganisationRole {
  /** The part, as a participant with an identifier of its own. */
  readonly participantId: string;
  /** What it is in that part. */
  readonly kind: ParticipantKind;
  /** First day in the part. */
  readonly start: CalendarDate;
  /** First day after it. Absent: it still plays it. */
  readonly end?: CalendarDate | undefined;
}
