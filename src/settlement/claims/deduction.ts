/**
 * Deductions (扣款): a member pays less than it owes, and says why. Each cent is matched, credited, denied, written off, or still open.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { SettlementEntry } from "../accounts/settlement-entry.js";

/** What a member kept back. */
export interface MemberDeduction {
  /** The host's identifier. */
  readonly id: string;
  /** Who paid short. */
  readonly memberId: string;
  /** What is missing, above 0, with tax. */
  readonly amount: Money;
  /** The day of the short payment. */
  readonly date: CalendarDate;
}

/** Something owed to the member that a deduction can be matched with. */
export interface DeductionTarget {
  /** Its entry in the member's account. */
  readonly entryId: string;
  /** What of it is still owed to the member, 0 or more. */
  readonly open: Money;
}

/** What every action on a deduction says. */
export interface DeductionActionBase {
  /** The host's identifier, once per deduction: the entry that follows has it too, so it is none of the targets. */
  readonly id: string;
  /** The day. */
  readonly date: CalendarDate;
  /** The deduction, or a part that was split off before. */
  readonly deductionId: string;
  /** How much of it, above 0 and at most what is open, in its currency. */
  readonly amount: DecimalString;
}

/** The member was right: it was owed that. */
export interface DeductionMatch extends DeductionActionBase {
  /** The kind. */
  readonly kind: "match";
  /** The entry it is set off against. */
  readonly targetEntryId: string;
}

/** A part goes its own way; it keeps what was split off. */
export interface DeductionSplit extends DeductionActionBase {
  /** The kind. */
  readonly kind: "split";
  /** Identifier of the part. */
  readonly childId: string;
}

/** Nothing was owed yet, and it is granted now. */
export interface DeductionApproval extends DeductionActionBase {
  /** The kind. */
  readonly kind: "approve";
  /** Identifier of the entry that credits it. */
  readonly creditId: string;
}

/** The member was wrong, and owes it again; or it is given up. */
export interface DeductionRefusal extends DeductionActionBase {
  /** The kind. */
  readonly kind: "deny" | "write_off";
  /** Who decided. */
  readonly by: string;
  /** Why. */
  readonly ground: string;
}

/** What is done with a deduction. */
export type DeductionAction = DeductionMatch | DeductionSplit | DeductionApproval | DeductionRefusal;

/** A deduction and what was done with it. */
export interface DeductionFacts {
  /** The deduction. */
  readonly deduction: MemberDeduction;
  /** What it may be matched with, before any action. */
  readonly targets: readonly DeductionTarget[];
  /** The actions, oldest first. */
  readonly actions: readonly DeductionAction[];
}

/** What was agreed on deductions. */
export interface DeductionPolicy {
  /** The most that may be written off of one deduction, its parts together, in its currency. `"0"`: nothing. */
  readonly writeOffLimit: DecimalString;
}

/** Where a deduction, or a part of it, stands. All of it adds up to what was taken. */
export interface DeductionPart {
  /** The deduction or the part. */
  readonly deductionId: string;
  /** What it was split from. `null`: the whole. */
  readonly parentId: string | null;
  /** What is taken, without the parts that were split off. */
  readonly taken: DecimalString;
  /** Set off against what was owed. */
  readonly matched: DecimalString;
  /** Granted and credited. */
  readonly credited: DecimalString;
  /** Owed again. */
  readonly denied: DecimalString;
  /** Given up. */
  readonly writtenOff: DecimalString;
  /** Not decided. `"0"`: it is closed. */
  readonly open: DecimalString;
}

/** Where a deduction stands. */
export interface DeductionStanding {
  /** The whole, parts included: taken = matched + credited + denied + written off + open. */
  readonly total: DeductionPart;
  /** The deduction without its parts first, then the parts, as they were split off. */
  readonly parts: readonly DeductionPart[];
  /** What the member owes again. */
  readonly owedAgain: Money;
  /** What is left of each target. */
  readonly targets: readonly DeductionTarget[];
  /** Entries of the member's account: set-offs of matches; of approvals the credit and its set-off. */
  readonly entries: readonly SettlementEntry[];
}

/** Why an action cannot be. */
export type DeductionProblem = Message<
  "settlement.deduction_exceeds_open" | "settlement.deduction_exceeds_target" | "settlement.deduction_exceeds_write_off"
>;
