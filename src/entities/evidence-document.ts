import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Money } from "../kernel/money.js";
import type { EvidenceKind, EvidenceStatus } from "./catalogue.js";

/** A document that proves something (证明材料). The host keeps the file; this is what the library needs to know about it. */
export interface EvidenceDocument {
  /** The host's identifier, unique among documents. Not empty. */
  readonly id: string;
  /** What it proves. */
  readonly kind: EvidenceKind;
  /** Whom or what it is about: a participant, a product, a case. */
  readonly subjectId: string;
  /** How far it has been checked. Only `verified` proves anything. */
  readonly status: EvidenceStatus;
  /** Who issued it. Absent: not known. */
  readonly issuer?: string | undefined;
  /** Its number, such as that of a licence. Absent: it has none. */
  readonly number?: string | undefined;
  /** The day it was issued. Absent: not known. */
  readonly issuedOn?: CalendarDate | undefined;
  /** First day on which it is no longer valid. Absent: it does not expire. */
  readonly expiresOn?: CalendarDate | undefined;
  /** The sum it proves, not negative: the value of real estate, the cost of an activity. Absent: it proves no sum. */
  readonly value?: Money | undefined;
}
