import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Period } from "../kernel/period.js";
import type { AuthorizationKind, Exclusivity } from "./catalogue.js";

/**
 * A manufacturer's written permission to sell certain products, for a term, at certain places or in certain territories (书面许可).
 * What it does not name, it does not permit.
 */
export interface Authorization {
  /** The host's identifier, unique among authorizations. Not empty. */
  readonly id: string;
  /** What it makes its holder. */
  readonly kind: AuthorizationKind;
  /** The manufacturer that grants it. */
  readonly grantorId: string;
  /** The participant that may sell. */
  readonly holderId: string;
  /** The document it is written in. Absent: it is not written, and then it permits nothing. */
  readonly evidenceId?: string | undefined;
  /** The days on which its holder may sell. */
  readonly term: Period;
  /** The products it names. At least one. */
  readonly productIds: readonly string[];
  /** The outlets it names as fixed places. Empty: none, and then a territory must be named. */
  readonly outletIds: readonly string[];
  /** The territories it names, each with all that lie in it. Empty: none, and then a place must be named. */
  readonly territoryIds: readonly string[];
  /** Whether the grantor may authorize others for the same. */
  readonly exclusivity: Exclusivity;
  /** First day on which it was withdrawn before its term. Absent: it was not. */
  readonly withdrawnOn?: CalendarDate | undefined;
}
