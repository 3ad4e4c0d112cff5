/**
 * One line of a member's account with the manufacturer: what is owed and what has been paid. Entries are only ever added; what was
 * wrong is reversed by another entry.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";

/** What an entry is, in the order of the documentation. Their words: `settlement.entry_kind`. */
export const settlementEntryKinds = ["earning", "claim", "fee", "correction", "reversal", "payment", "offset", "write_off"] as const;

/** See `settlementEntryKinds`. */
export type SettlementEntryKind = (typeof settlementEntryKinds)[number];

/** One line of a member's account. */
export interface SettlementEntry {
  /** The host's identifier, once per account. Not empty. */
  readonly id: string;
  /** The member. */
  readonly memberId: string;
  /** What it is. */
  readonly kind: SettlementEntryKind;
  /** The day it belongs to. It is in the account from that day on. */
  readonly date: CalendarDate;
  /** Positive: owed to the member. Below 0: paid to it, set off, or owed by it. */
  readonly amount: Money;
  /** The day by which it is to be paid. Absent: it is not a debt, or nothing was agreed. */
  readonly dueDate?: CalendarDate | undefined;
  /** What was earned. Absent: it is not an earning, nor the correction of one. */
  readonly earning?: EarningReference | undefined;
  /** The stage of the payment that it is, where its programme is paid in stages. Absent: all of it. */
  readonly stageId?: string | undefined;
  /** The claim it is of. Absent: none. */
  readonly claimId?: string | undefined;
  /**
   * On the entry that closes a window: what had been settled beyond what was earned by then, and stays with the member (`clamp_zero`). Later
   * settlements of the window do not ask for it again. 0 or more. Absent: nothing.
   */
  readonly kept?: DecimalString | undefined;
  /**
   * What it settles of an earning that is converted at the day of its settlement, in the currency that it was earned in: so much is settled for good,
   * whatever the rate does later. Absent: it is not converted so.
   */
  readonly earnedAs?: DecimalString | undefined;
  /** The entry that it corrects, reverses, pays or sets off. Absent: none in particular. */
  readonly refersTo?: string | undefined;
  /** What the member reads. Absent: the words of its kind. */
  readonly titles?: Words | undefined;
  /** The host's documents behind it: sale lines, invoices, credit notes. Absent: not kept. */
  readonly sourceIds?: readonly string[] | undefined;
}

/** Which earning: one programme in one version, one window. */
export interface EarningReference {
  /** The programme. */
  readonly programmeId: string;
  /** Its version. */
  readonly programmeVersion: string;
  /** The window, by its identifier. */
  readonly periodId: string;
}
