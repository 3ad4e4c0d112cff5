/**
 * What the rules of this folder read. The verbs put it together; a fact that is not known is left out.
 *
 * @internal
 */
import type { Remuneration, SharedResource } from "../entities/agreement.js";
import type { Authorization } from "../entities/authorization.js";
import type {
  AgreementKind,
  AuthorizationKind,
  ClauseKind,
  CompensationPart,
  ParticipantKind,
  PaymentArrangement,
} from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Period } from "../kernel/period.js";

/** What became of the document that an authorization names; `none`: it names none, and is by word of mouth. */
export type Writing = "none" | "verified" | "submitted" | "refused" | "lapsed" | "another_kind";

/** What is asked about an authorization. */
export interface AuthorizationQuestion {
  readonly granted: boolean;
  readonly authorization?: Authorization;
  readonly evidence?: Writing;
  readonly grantor?: ParticipantKind;
  readonly holder?: ParticipantKind;
}

/** Whether something lies in one of some places. */
export type Inside = "inside" | "outside" | "unknown";

/** What is asked about a sale under one authorization. */
export interface SaleQuestion {
  readonly date: CalendarDate;
  readonly productId: string;
  readonly kind: AuthorizationKind;
  readonly written: boolean;
  readonly term: Period;
  /** First day outside: the end of the term, or the day it was withdrawn. */
  readonly end: CalendarDate;
  readonly productIds: readonly string[];
  readonly placesNamed: boolean;
  readonly territoriesNamed: boolean;
  /** Where the sale was made, against the named places. */
  readonly atPlace: Inside;
  /** Where the goods were sold to, against the named territories. */
  readonly inTerritory: Inside;
}

/** What is asked about the text of an agreement. */
export interface AgreementQuestion {
  readonly kind: AgreementKind;
  readonly clauses: readonly ClauseKind[];
  readonly term: { readonly start: CalendarDate; readonly end: CalendarDate | null };
  readonly authorizationId: string | "none";
  readonly evidenceId: string | "none";
  /** Whether anything in it says that it goes on after its end. */
  readonly renewed: boolean;
  readonly credit: "not_granted" | "agreed" | "terms_missing";
  /** Whether the member gives up like products. */
  readonly exclusive: boolean;
  /** What the manufacturer makes good. Left out: like products are given up, and nothing is recorded about that. */
  readonly compensates?: readonly CompensationPart[];
  readonly payment?: readonly PaymentArrangement[];
  readonly remuneration?: Remuneration;
  readonly sharedResources?: readonly SharedResource[];
}

/** What is asked about something that a member did. */
export interface ConductQuestion {
  /** Whether the exclusivity is paid for. */
  readonly compensated?: boolean;
  /** Whether a product line of another manufacturer is like those that were given up. */
  readonly likeProduct?: boolean;
  /** Whether product information was disclosed with leave. */
  readonly permitted?: boolean;
  /** Whether it is contested that it happened. */
  readonly disputed?: boolean;
}
