import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import type {
  AgreementKind,
  ClauseKind,
  CompensationPart,
  PaymentArrangement,
  RemunerationModel,
  SharedResourceKind,
} from "./catalogue.js";

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
  /** The figures and names that its clauses settle. Absent: only the clauses are recorded. */
  readonly terms?: AgreementTerms | undefined;
  /** The law it is under, such as the ISO 3166 code `"CN"`. Absent: not recorded. */
  readonly jurisdiction?: string | undefined;
}

/** An agreement on a trial: its term has an end, and with it the agreement ends by itself. It has no renewal. */
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
  /** How it may be renewed. Absent: only by a new agreement. */
  readonly renewal?: RenewalTerms | undefined;
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

/** What the clauses settle, as far as the library works with it. */
export interface AgreementTerms {
  /** How goods are paid for; several where the member may choose. Absent: not recorded. */
  readonly payment?: readonly PaymentArrangement[] | undefined;
  /** The credit that the member is granted. Absent: none. */
  readonly credit?: CreditTerms | undefined;
  /** From what the member earns. Absent: not recorded. */
  readonly remuneration?: Remuneration | undefined;
  /** The like products that the member may not carry. Absent: it may carry any. */
  readonly exclusivity?: ExclusivityTerms | undefined;
  /** What the parties share with each other. Absent: not recorded. */
  readonly sharedResources?: readonly SharedResource[] | undefined;
  /** How long before it takes effect a notice must be given. Absent: no notice was agreed on. */
  readonly notice?: NoticePeriod | undefined;
}

/** Goods on credit (赊销): up to a limit, for so many days. */
export interface CreditTerms {
  /** Most that may be open at a time, tax included, not negative (信用额度). */
  readonly limit: Money;
  /** Days allowed for payment, at least 1 (信用期限). */
  readonly days: number;
}

/** How a member earns. */
export interface Remuneration {
  /** The model. */
  readonly model: RemunerationModel;
  /** Who gets which part (分成比例). Empty or absent: no ratio was agreed on, which only a price difference can do without. */
  readonly shares?: readonly ProfitShare[] | undefined;
}

/** One party's part. */
export interface ProfitShare {
  /** The party. */
  readonly partyId: string;
  /** Its part, from `"0"` to `"1"`: of the profit, or of the sales where the model is a commission. */
  readonly rate: Rate;
}

/** What a member gives up for the manufacturer (排他), and what it gets for that (贴补). */
export interface ExclusivityTerms {
  /** The categories in which the member carries no like products of others. At least one. */
  readonly categoryIds: readonly string[];
  /** What the manufacturer makes good. Empty: nothing. */
  readonly compensates: readonly CompensationPart[];
}

/** Something that parties share: whose it is, and who may use it for what. */
export interface SharedResource {
  /** What it is. */
  readonly kind: SharedResourceKind;
  /** The name that readers see. Absent: its kind is shown. */
  readonly title?: Words | undefined;
  /** The party it belongs to. Absent: nobody is named. */
  readonly ownerId?: string | undefined;
  /** The parties that may use it. Empty: none is named. */
  readonly userIds: readonly string[];
  /** What they may use it for. Absent: not agreed on. */
  readonly permittedUse?: string | undefined;
}

/** How long before it takes effect a notice is given. The day on which it is given does not count. */
export interface NoticePeriod {
  /** How many, at least 1. */
  readonly count: number;
  /** Of what. */
  readonly unit: "days" | "months";
}

/** How an agreement goes on after its term. */
export interface RenewalTerms {
  /** Days before the end on which renewal can be agreed on, at least 1. */
  readonly windowDays: number;
  /** Months by which it goes on at its end unless notice was given, at least 1. Absent: it does not go on by itself. */
  readonly automaticMonths?: number | undefined;
}
