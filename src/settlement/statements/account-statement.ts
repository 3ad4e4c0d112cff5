/** A member's statement of account: what it is drawn from, and what it says. */
import type { EarnedGoods, EarnedRight } from "../../incentives/programme.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import type { Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { Period } from "../../kernel/period.js";
import type { EarningReference, SettlementEntry, SettlementEntryKind } from "../accounts/settlement-entry.js";
import type { Dispute, DisputeState } from "../disputes/dispute.js";
import type { Statement } from "../statement.js";

/** What a statement of account is drawn from. */
export interface AccountStatementFacts {
  /** The day it is drawn. Later entries are not in it; what is due is judged on this day. */
  readonly asOf: CalendarDate;
  /** The days whose movements are listed. */
  readonly period: Period;
  /** Whose account: a member, or the payer of several. */
  readonly account: StatementAccount;
  /** Entries of any members, in any order, from the first day on. Each identifier once. */
  readonly entries: readonly SettlementEntry[];
  /** Who pays and is paid for which member. A member without a row, on a day, is its own payer. */
  readonly billTo: readonly BillToRow[];
  /** What members owe the manufacturer, in the order in which it is set off where that is declared. */
  readonly receivables: readonly AccountReceivable[];
  /** Disputes of any members, each once. */
  readonly disputes: readonly Dispute[];
  /** Invoice and line of the documents that entries name. A document without a row is shown by its identifier alone. */
  readonly sources: readonly AccountSource[];
  /** Answers of `settle`, each earning once, for the working of earnings, and for goods and rights. `[]`: earnings are shown without it. */
  readonly earnings: readonly Statement[];
}

/** Whose statement it is. */
export interface StatementAccount {
  /** The member's or the payer's identifier. */
  readonly id: string;
  /** The name readers see. Absent: the identifier. */
  readonly titles?: Words | undefined;
}

/** Who pays for a member, for a time. Rows of one member must not overlap. */
export interface BillToRow {
  /** The member sold to. */
  readonly memberId: string;
  /** The account its entries belong to. */
  readonly payerId: string;
  /** First day. Absent: since ever. */
  readonly start?: CalendarDate | undefined;
  /** First day after it. Absent: until further notice. */
  readonly end?: CalendarDate | undefined;
}

/** An invoice of the manufacturer that is not paid in full. */
export interface AccountReceivable {
  /** The invoice. */
  readonly invoiceId: string;
  /** The member that owes. */
  readonly memberId: string;
  /** The last day on which payment is in time. */
  readonly dueDate: CalendarDate;
  /** What is still open; 0 or more. */
  readonly open: Money;
  /** Whether the member disputes it: then it is never set off. */
  readonly standing: "undisputed" | "disputed";
}

/** Where a document of the host can be found. */
export interface AccountSource {
  /** The identifier that entries name. */
  readonly sourceId: string;
  /** The invoice number that the member knows. */
  readonly invoice: string;
  /** The line of it. Absent: the whole invoice. */
  readonly line?: string | undefined;
}

/** A statement of account. Every amount is in its currency, with its decimal places; positive: owed to the member. */
export interface AccountStatement {
  /** Whose it is. */
  readonly accountId: string;
  /** The name readers see. */
  readonly account: Words;
  /** The days whose movements are listed. */
  readonly period: Period;
  /** The day it was drawn. */
  readonly asOf: CalendarDate;
  /** `interim`: the period was not over. */
  readonly status: "final" | "interim";
  /** Currency of every amount. */
  readonly currency: string;
  /** All entries before the period. */
  readonly opening: DecimalString;
  /** By date, then identifier. */
  readonly movements: readonly AccountMovement[];
  /** `opening` and all movements. */
  readonly closing: DecimalString;
  /** The same figures member by member, in the order of identifiers. */
  readonly members: readonly AccountMemberTotal[];
  /** What is still owed, either way, on the day it was drawn; oldest due first. */
  readonly openItems: readonly AccountOpenItem[];
  /** What the manufacturer owes and has not paid in time. */
  readonly overdue: DecimalString;
  /** Disputes that are not over, with what they hold. */
  readonly disputes: readonly AccountDisputeLine[];
  /** The receivables, with what is set off of each, in the order of set-off. */
  readonly receivables: readonly AccountReceivableLine[];
  /** Entries that book the set-off, if the host agrees to it. */
  readonly offsets: readonly SettlementEntry[];
  /** From the balance to what is paid. */
  readonly payment: AccountPayment;
  /** The papers for the movements. */
  readonly documents: readonly AccountDocument[];
  /** Entries of this account in other currencies, which are in no figure here: how many, by currency. */
  readonly otherCurrencies: readonly { readonly currency: string; readonly entries: number }[];
  /** Free goods of the windows that ended in the period; no amount holds any of them. Absent: there are none. */
  readonly goods?: readonly AccountGoodsLine[] | undefined;
  /** Rights and services of the windows that ended in the period; no amount holds any of them. Absent: there are none. */
  readonly rights?: readonly AccountRightLine[] | undefined;
}

/** What no amount holds and a member earned in a window. */
export interface AccountKindLine {
  /** The member. */
  readonly memberId: string;
  /** The programme, its version and the window. */
  readonly earning: EarningReference;
  /** What the member reads of the programme. */
  readonly titles: Words;
  /** Last day of the window. */
  readonly date: CalendarDate;
}

/** Goods that a member earned in a window. */
export interface AccountGoodsLine extends AccountKindLine, EarnedGoods {}

/** A right or a service that a member earned in a window. */
export interface AccountRightLine extends AccountKindLine, EarnedRight {}

/** One line of the statement. */
export interface AccountMovement {
  /** The entry. */
  readonly entryId: string;
  /** The member. */
  readonly memberId: string;
  /** The day. */
  readonly date: CalendarDate;
  /** What it is. */
  readonly kind: SettlementEntryKind;
  /** What the member reads. `null`: the words of its kind. */
  readonly titles: Words | null;
  /** The amount. */
  readonly amount: DecimalString;
  /** The balance after it. */
  readonly balance: DecimalString;
  /** The day by which it is to be paid. `null`: none. */
  readonly dueDate: CalendarDate | null;
  /** The earning. `null`: it is of none. */
  readonly earning: EarningReference | null;
  /** The claim. `null`: none. */
  readonly claimId: string | null;
  /** The entry it corrects, reverses, pays or sets off. `null`: none. */
  readonly refersTo: string | null;
  /** The documents behind it, with invoice and line. */
  readonly sources: readonly AccountSourceLine[];
  /** How the earning came about, to date. `null`: not given, or no earning. */
  readonly working: Explanation | null;
}

/** A document behind a line. */
export interface AccountSourceLine {
  /** The host's identifier. */
  readonly sourceId: string;
  /** The invoice number. `null`: not known. */
  readonly invoice: string | null;
  /** The line. `null`: the whole invoice, or not known. */
  readonly line: string | null;
}

/** The figures of one member; those of all members add up to the statement's. */
export interface AccountMemberTotal {
  /** The member. */
  readonly memberId: string;
  /** Entries before the period. */
  readonly opening: DecimalString;
  /** Entries in it. */
  readonly movements: DecimalString;
  /** Both. */
  readonly closing: DecimalString;
}

/**
 * Something still owed: an earning, claim, fee or correction with what was put to it, after payments without a reference were taken from the
 * oldest due. The same reading as that of `buildPayables`.
 */
export interface AccountOpenItem {
  /** The entry. */
  readonly entryId: string;
  /** The member. */
  readonly memberId: string;
  /** The day by which it is to be paid. `null`: none was agreed. */
  readonly dueDate: CalendarDate | null;
  /** What is owed and free to be settled. Below 0: by the member. */
  readonly open: DecimalString;
  /** What a dispute holds back of it; the sign is that of the entry. */
  readonly held: DecimalString;
  /** Whether `open` is due. */
  readonly due: boolean;
  /** Days since the due date, where something is owed to the member and was not paid in time. 0: it is not late. */
  readonly overdueDays: number;
}

/** A dispute that is not over. */
export interface AccountDisputeLine {
  /** The dispute. */
  readonly disputeId: string;
  /** The entry that is disputed. */
  readonly entryId: string;
  /** Where the dispute stands. */
  readonly state: DisputeState;
  /** Why. */
  readonly reason: string;
  /** The change of the account that is asked for. Positive: more for the member. */
  readonly asked: DecimalString;
  /** What is held back for it: never more than is open. */
  readonly held: DecimalString;
  /** The last day for an answer. `null`: none is awaited. */
  readonly respondBy: CalendarDate | null;
}

/** A receivable and what is set off of it. */
export interface AccountReceivableLine {
  /** The invoice. */
  readonly invoiceId: string;
  /** The member that owes. */
  readonly memberId: string;
  /** The last day on which payment is in time. */
  readonly dueDate: CalendarDate;
  /** What is open, in its own currency. */
  readonly open: Money;
  /** What is set off; 0 or more. */
  readonly offset: DecimalString;
  /** Why nothing is. `null`: something is. Their words: `settlement.not_set_off`. */
  readonly reason: NotSetOff | null;
}

/** Why a receivable is not set off. Their words: `settlement.not_set_off`. */
export type NotSetOff = "none_agreed" | "disputed" | "other_currency" | "not_due" | "nothing_left";

/** From the balance to what is paid: `balance − held − notDue − offset − carried + owedByMember = payable`. */
export interface AccountPayment {
  /** All entries up to the day the statement was drawn. */
  readonly balance: DecimalString;
  /** Held back for disputes. */
  readonly held: DecimalString;
  /** Not due yet. */
  readonly notDue: DecimalString;
  /** Set off against receivables. */
  readonly offset: DecimalString;
  /** Due, but below the least payment: carried to the next statement. */
  readonly carried: DecimalString;
  /** What the member owes, where more is owed by it than to it. */
  readonly owedByMember: DecimalString;
  /** What is paid now; 0 or more. */
  readonly payable: DecimalString;
}

/** A paper. Its figures are positive: which way the money goes is said by the form. */
export interface AccountDocument {
  /** The row of the policy. */
  readonly ruleId: string;
  /** The form that the sign chose. */
  readonly formId: string;
  /** What readers call it. */
  readonly form: Words;
  /** The movements in it. */
  readonly entryIds: readonly string[];
  /** Without tax. */
  readonly net: DecimalString;
  /** All tax. */
  readonly tax: DecimalString;
  /** Both. */
  readonly gross: DecimalString;
  /** Rate by rate, in the policy's order, then what bears no tax. The nets add up to `net`. */
  readonly taxes: readonly AccountTaxLine[];
}

/** The part of a paper that bears one rate. Below 0: against the direction of the paper. */
export interface AccountTaxLine {
  /** The rate. `null`: no tax. */
  readonly rateId: string | null;
  /** What readers call it. `null`: no tax. */
  readonly titles: Words | null;
  /** The ratio. `null`: no tax. */
  readonly rate: DecimalString | null;
  /** Without tax. */
  readonly net: DecimalString;
  /** The tax, rounded once. */
  readonly tax: DecimalString;
  /** Both. */
  readonly gross: DecimalString;
}
