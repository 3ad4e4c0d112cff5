/**
 * What a journal is built from: entries and a chart, and the lines it consists of.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../../kernel/decimal.js";
import type { ExchangeRate } from "../../kernel/exchange.js";
import type { Message, Words } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { AccrualEntry, AccrualPart } from "./accrual-entry.js";
import type { WithheldAmount } from "./payment-run.js";
import type { SettlementEntry, SettlementEntryKind } from "./settlement-entry.js";

/** What is to be posted. */
export interface JournalFacts {
  /** Entries of accounts that are posted now. */
  readonly entries: readonly SettlementEntry[];
  /** Entries of the ledger of accruals that are posted now. */
  readonly accruals: readonly AccrualEntry[];
  /** Amounts kept back of payments that are posted now. */
  readonly withheld: readonly WithheldAmount[];
  /** Entries that were posted before and that those of now refer to: what a payment pays, what a reversal reverses. */
  readonly posted: readonly SettlementEntry[];
  /** Rates into the currency of the chart. The latest one up to the day of an entry counts. */
  readonly rates: readonly ExchangeRate[];
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** A host's chart of accounts, as far as the channel posts to it. */
export interface JournalChart {
  /** Currency of the books. ISO 4217. */
  readonly currency: string;
  /** Why something is posted, and where. Each once. */
  readonly purposes: readonly PostingPurpose[];
  /** Which entries have which purpose. The first rule that is for an entry counts. */
  readonly rules: readonly PostingRule[];
  /** Account of what is won when a debt is paid at another rate than it was posted at. */
  readonly exchangeGain: string;
  /** Account of what is lost by it. */
  readonly exchangeLoss: string;
  /** How a converted amount is rounded, to the minor unit of the books. */
  readonly rounding: RoundingMode;
}

/** A posting purpose (过账用途): two accounts. One row may serve any number of programmes. */
export interface PostingPurpose {
  /** Its identifier. */
  readonly id: string;
  /** Its name. */
  readonly titles: Words;
  /** Account debited by an amount above 0, which the manufacturer owes: the expense. An amount below 0 is posted the other way round. */
  readonly debit: string;
  /** Account credited by it: the liability. */
  readonly credit: string;
}

/** Which entries have a purpose: those of a list that is there. */
export interface PostingRule {
  /** The purpose. */
  readonly purpose: string;
  /** Entries of accounts of these kinds. Absent: none. */
  readonly entryKinds?: readonly SettlementEntryKind[] | undefined;
  /** Accruals of these parts. Absent: none. */
  readonly accrualParts?: readonly AccrualPart[] | undefined;
  /** Amounts withheld by these rows. Absent: none. */
  readonly withholdingIds?: readonly string[] | undefined;
  /** Only entries of these programmes, or that refer to one. Absent: of any, and of none. */
  readonly programmeIds?: readonly string[] | undefined;
}

/** One side of a posting. */
export interface JournalLine {
  /** The entry. */
  readonly entryId: string;
  /** The day posted on. */
  readonly date: CalendarDate;
  /** Why; `exchange`: the difference between two rates. */
  readonly purpose: string;
  /** Which side. */
  readonly side: "debit" | "credit";
  /** The account. */
  readonly account: string;
  /** Above 0, in the currency of the books. */
  readonly amount: Money;
  /** The entry's own amount, with its sign. */
  readonly original: Money;
}

/** A journal that balances. */
export interface Journal {
  /** The lines, entry by entry, debits first. */
  readonly lines: readonly JournalLine[];
  /** Sum of the debits, which is that of the credits. */
  readonly total: DecimalString;
}

/** Why a journal cannot be built. */
export type JournalProblem = Message<"settlement.no_purpose" | "settlement.no_exchange_rate" | "settlement.period_closed">;
