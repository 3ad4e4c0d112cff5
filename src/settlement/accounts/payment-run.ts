/**
 * What a payment run is told, and what it answers.
 */
import type { TierSchedule } from "../../engine/tier-schedule.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../../kernel/decimal.js";
import type { Message, Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { PayableFacts, PayablePolicy, PayableProblem } from "./payable.js";
import type { SettlementEntry } from "./settlement-entry.js";

/** What is owed on the day of the run, and to whom it is paid. */
export interface PaymentRunFacts extends PayableFacts {
  /** Names the run; its payments and entries are called `runId/1`, `runId/2`. Not empty, another one for every run that pays. */
  readonly runId: string;
  /** What is due up to this day is paid. */
  readonly dueThrough: CalendarDate;
  /** What must not be paid now: one payable, or everything of a member. */
  readonly holds: readonly PaymentHold[];
  /** Who receives what a member has earned, and how it is withheld from. Members without a row are paid themselves, in no class. */
  readonly payees: readonly MemberPayee[];
  /** What payees were paid before in the year of the withholding, before withholding. Those without a row were paid nothing. */
  readonly paidBefore: readonly PaidBefore[];
  /** What was approved of this run so far. Absent: nothing. */
  readonly approvals?: readonly PaymentApproval[] | undefined;
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** What one level has approved of a run. A later row of a level and payee takes the place of an earlier one. */
export interface PaymentApproval {
  /** The level; one of the policy's. */
  readonly level: string;
  /** Who approved. Nobody approves a payment for two levels. */
  readonly by: string;
  /** To whom. */
  readonly payeeId: string;
  /** Up to how much, before withholding; less than what is due approves a part. 0: nothing. */
  readonly upTo: Money;
}

/**
 * A hold: a dispute, a missing paper. What the member owes is taken from what is paid first and from what is held last, and a set-off that is held from
 * nothing that is paid. So a run that holds what the disputes of a statement hold pays what the statement says.
 */
export interface PaymentHold {
  /**
   * The payable that is held, or an entry that takes something off, such as a disputed set-off. Absent: everything of the member. One that is not owed, or
   * not any more, holds nothing.
   */
  readonly payableId?: string | undefined;
  /** The member whose it is. */
  readonly memberId: string;
  /**
   * How much of it is held, above 0, in its currency; the rest is paid. A statement says it in `disputes[].held`, there with a sign; of an entry that was
   * put to a payable it is held of that one. Absent: all of it.
   */
  readonly amount?: DecimalString | undefined;
  /** Why, for readers. */
  readonly ground: Words;
}

/** Who receives what a member has earned. */
export interface MemberPayee {
  /** The member that earned. Each once. */
  readonly memberId: string;
  /** Who is paid; the member itself, or somebody else. */
  readonly payeeId: string;
  /** The host's class of payees that withholdings select by. Absent: in none. */
  readonly payeeClass?: string | undefined;
}

/** What a payee was paid before. */
export interface PaidBefore {
  /** The payee. Each once for a currency, and once for each withholding. */
  readonly payeeId: string;
  /**
   * What of it one row of the withholdings counts, which has `programmeIds`: the payments of its programmes. Absent: everything the payee was paid,
   * which rows without `programmeIds` count.
   */
  readonly withholdingId?: string | undefined;
  /** Paid before withholding; 0 or more. */
  readonly gross: Money;
}

/** What was agreed on paying. */
export interface PaymentRunPolicy extends PayablePolicy {
  /** The least that a payee is paid in a currency; below it, everything stays open for a later run. A currency without a row has none. */
  readonly minimums: readonly Money[];
  /** What is kept back of a payment for somebody else, such as a tax, after the gross amount is known. In order; each is of the gross. */
  readonly withholdings: readonly Withholding[];
  /** How a withheld amount is rounded, to the minor unit of its currency. */
  readonly rounding: RoundingMode;
  /** Who has to approve payments, lowest level first. Absent: nobody. */
  readonly authority?: readonly PaymentAuthority[] | undefined;
  /** Programmes that are paid on terms of their own; `collectProgrammePolicies` writes such rows. Absent: none. */
  readonly programmes?: readonly ProgrammePaymentTerms[] | undefined;
}

/** What was agreed on paying what one programme earned. */
export interface ProgrammePaymentTerms {
  /** The programme. One row for each. */
  readonly programmeId: string;
  /**
   * The least that it pays one payee at a time; below it, what it owes stays open for a later run, and what others owe is paid without it. In another
   * currency it has none. The minimum of the run holds beside it, on what is left. Absent: none.
   */
  readonly minimum?: Money | undefined;
  /** Who is paid, whatever `payees` says of the member. Of the class that `payees` has for it. Absent: as `payees` says. */
  readonly payeeId?: string | undefined;
}

/** A level that has to approve payments. */
export interface PaymentAuthority {
  /** Its name in the host's data. */
  readonly level: string;
  /** Its name for readers. */
  readonly titles: Words;
  /** Payments in this currency. ISO 4217. A level has one row for each. */
  readonly currency: string;
  /** It has to approve what is more than this, before withholding; exactly so much needs it not. `"0"`: every payment. */
  readonly above: DecimalString;
}

/** A step between what is owed and what is paid out: the rates of a tax, the scale of a contribution. */
export interface Withholding {
  /** Its identifier in the host's data, and in the chart of accounts. Each once. */
  readonly id: string;
  /** Its name. */
  readonly titles: Words;
  /** Payments in this currency. ISO 4217. */
  readonly currency: string;
  /** Payees of these classes. Absent: every payee. */
  readonly payeeClasses?: readonly string[] | undefined;
  /** Only what these programmes earned, and what corrects it; `collectProgrammePolicies` writes such rows. Absent: everything paid to the payee. */
  readonly programmeIds?: readonly string[] | undefined;
  /** What is withheld of everything it counts in the year, payee by payee; a payment bears what it adds to that. Its unit is the currency. */
  readonly schedule: TierSchedule;
}

/** What is paid, and what is not. */
export interface PaymentRun {
  /** One for each payee and currency. */
  readonly payments: readonly PlannedPayment[];
  /** What is added to the accounts: each payable that is paid, before withholding. */
  readonly entries: readonly SettlementEntry[];
  /** What was kept back, for the journal. */
  readonly withheld: readonly WithheldAmount[];
  /** Payables that are open and not paid by this run, and why. */
  readonly leftOut: readonly LeftOutPayable[];
}

/** One payment. */
export interface PlannedPayment {
  /** Its identifier. */
  readonly id: string;
  /** Who is paid. */
  readonly payeeId: string;
  /** What is owed; the sum of the items. */
  readonly gross: Money;
  /** What is kept back. */
  readonly withheld: Money;
  /** What is paid out: `gross − withheld`. */
  readonly net: Money;
  /** Who approved it, by level. Empty: it needed nobody. */
  readonly approvedBy: readonly { readonly level: string; readonly by: string }[];
  /** What it pays. */
  readonly items: readonly { readonly payableId: string; readonly memberId: string; readonly amount: DecimalString }[];
}

/** An amount kept back of a payment. */
export interface WithheldAmount {
  /** Its identifier. */
  readonly id: string;
  /** The payment. */
  readonly paymentId: string;
  /** The day of the payment. */
  readonly date: CalendarDate;
  /** The row of the policy. */
  readonly withholdingId: string;
  /** What is kept back; above 0. */
  readonly amount: Money;
}

/** Why no run can be planned. */
export type PaymentRunProblem = PayableProblem | Message<"settlement.period_closed"> | Message<"settlement.earning_posted_later">;

/** Why a payable is not paid. Their words: `settlement.run_left_out`. */
export const leftOutReasons = ["not_due", "undated", "held", "not_authorised", "below_minimum"] as const;

/** A payable that is not paid by a run. */
export interface LeftOutPayable {
  /** The payable. */
  readonly payableId: string;
  /** The member. */
  readonly memberId: string;
  /** What stays open. */
  readonly amount: Money;
  /** Why. */
  readonly reason: (typeof leftOutReasons)[number];
  /** Why it is held. Absent: it is not. */
  readonly ground?: Words | undefined;
}
