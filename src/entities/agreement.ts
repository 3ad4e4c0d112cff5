import type { CalendarDate } from "../kernel/calendar-date.js";
import type { AgreementKind, ClauseKind } from "./catalogue.js";

/** What all agreements share. */
export interface AgreementBase {
  /** The host's identifier, unique among agreements. Not empty. */
  readonly id: string;
  /** The participants that agree. At least one: the host's own company need not be named. */
  readonly partyIds: readonly string[];
  /** The authorization that goes with it. Absent: none. */
  readonly authorizationId?: string | undefined;
  /** The signed document. Absent: it was not handed in. */
  readonly evidenceId?: string | undefined;
  /** The day it was signed. Absent: it is not signed. */
  readonly signedOn?: CalendarDate | undefined;
  /** First day of its term. */
  readonly start: CalendarDate;
  /** What it settles. Empty: nothing was recorded. */
  readonly clauses: readonly AgreementClause[];
}

/** An agreement on a trial: its term has an end, and with it the agreement ends by itself. */
export interface TrialAgreement extends AgreementBase {
  /** Tells agreements apart. */
  readonly kind: "trial";
  /** First day after its term. */
  readonly end: CalendarDate;
}

/** Any other agreement. */
export interface StandingAgreement extends AgreementBase {
  /** Tells agreements apart. */
  readonly kind: Exclude<AgreementKind, "trial">;
  /** First day after its term. Absent: it runs until it is ended. */
  readonly end?: CalendarDate | undefined;
}

/** What participants agreed on, told apart by `kind`. */
export type Agreement = TrialAgreement | StandingAgreement;

/** One clause of an agreement. */
export interface AgreementClause {
  /** What it settles. */
  readonly kind: ClauseKind;
  /** Its number in the document, such as `"6.2"`. Absent: not numbered. */
  readonly number?: string | undefined;
  /** Its wording. Absent: only its presence is recorded. */
  readonly text?: string | undefined;
}
