/**
 * What the manufacturer owes its members, item by item.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message, Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { BillToRow } from "../statements/account-statement.js";
import type { PayableTerm } from "./payable-term.js";
import type { SettlementEntry, SettlementEntryKind } from "./settlement-entry.js";

/** What a channel fee is paid for. Their words: `settlement.fee_kind`. */
export const channelFeeKinds = ["commission", "rebate", "allowance", "reward"] as const;

/** See `channelFeeKinds`. */
export type ChannelFeeKind = (typeof channelFeeKinds)[number];

/** A channel fee (渠道费用) that was earned and is to be paid, whether the account holds it already or not. */
export interface ChannelFee {
  /** The host's identifier. An entry of the account with the same one is this fee, which is then owed once. Not empty. */
  readonly id: string;
  /** The member it is owed to. */
  readonly memberId: string;
  /** What it is paid for. */
  readonly kind: ChannelFeeKind;
  /** The day it was earned. It is owed from that day on. */
  readonly earnedOn: CalendarDate;
  /** What is owed; above 0. */
  readonly amount: Money;
  /** The last day on which payment is in time. Absent: by the term of the policy, counted from the day it was earned. */
  readonly dueDate?: CalendarDate | undefined;
  /** Its name for readers. Absent: the words of its kind. */
  readonly titles?: Words | undefined;
}

/** The accounts and fees, and the day they are looked at. */
export interface PayableFacts {
  /** The day, included: what was paid on it is paid. May lie in the past. */
  readonly asOf: CalendarDate;
  /** The accounts of the members. */
  readonly entries: readonly SettlementEntry[];
  /** Fees that were earned, of the account or not. Each once. */
  readonly fees: readonly ChannelFee[];
  /**
   * Who pays for a member, as in a statement of account: the entries of all members of a payer pay for each other. Rows of one member must not overlap.
   * Absent: every member is its own payer.
   */
  readonly billTo?: readonly BillToRow[] | undefined;
}

/** When fees are paid that name no day themselves. */
export interface PayablePolicy {
  /** The term, counted from the day a fee was earned. */
  readonly term: PayableTerm;
}

/** How a payable stands. `overdue`: its last day is over. `in_time`: it is not. `undated`: nothing was agreed. */
export type PayableStatus = "paid" | "in_time" | "overdue" | "undated";

/** One thing that is owed to a member. Each earning, claim, fee and correction above 0 is exactly one. */
export interface Payable {
  /** The identifier of its entry or fee. */
  readonly id: string;
  /** The member. */
  readonly memberId: string;
  /** What it is in the account. */
  readonly kind: SettlementEntryKind;
  /** What the fee is paid for. Absent: it is no fee, or not listed among the fees. */
  readonly feeKind?: ChannelFeeKind | undefined;
  /** The day from which it is owed. */
  readonly date: CalendarDate;
  /** The last day on which payment is in time. `null`: nothing was agreed. */
  readonly dueDate: CalendarDate | null;
  /** ISO 4217 code of its amounts. */
  readonly currency: string;
  /** What is owed; above 0. */
  readonly owed: DecimalString;
  /** What of it has been paid, set off, corrected or written off. */
  readonly settled: DecimalString;
  /** What is left of it. */
  readonly open: DecimalString;
  /** The day it was settled to the end. `null`: it is open. */
  readonly settledOn: CalendarDate | null;
  /** How it stands. */
  readonly status: PayableStatus;
  /** Days after its last day: until it was settled, or until now. 0: in time, or undated. */
  readonly daysLate: number;
}

/** What is owed to members. */
export interface PayableList {
  /** The day. */
  readonly asOf: CalendarDate;
  /** Everything that was ever owed, earliest due first, undated last. */
  readonly payables: readonly Payable[];
  /** Those that are not paid in full, by identifier. */
  readonly unpaid: readonly string[];
  /** What was paid, set off or taken back beyond what was owed, for each payer and currency that has it. */
  readonly unapplied: readonly UnappliedCredit[];
}

/** What a member has received, or has to give back, beyond what was owed to it. */
export interface UnappliedCredit {
  /** The member, or who pays for it. */
  readonly memberId: string;
  /** Above 0: it stands against what comes. Below 0: a reversal that reverses nothing in the account. */
  readonly amount: Money;
}

/** Why payables cannot be listed. */
export type PayableProblem = Message<"settlement.fee_differs">;
