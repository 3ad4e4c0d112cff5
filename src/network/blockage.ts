import type { Finding } from "../engine/rule.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Rate } from "../kernel/rate.js";

/** How goods and money move through the members of a channel. */
export interface BlockageFacts {
  /** The day the figures are of. */
  readonly asOf: CalendarDate;
  /** The members, or single links of them. */
  readonly members: readonly MemberFlow[];
}

/** How goods and money move through one member in the period looked at. Amounts are net of tax, all in one currency. */
export interface MemberFlow {
  /** The member. */
  readonly participantId: string;
  /** The relation these figures are of. Absent: all relations of the member together. */
  readonly relationId?: string | undefined;
  /** What it received, not negative. Absent: not known. */
  readonly inflow?: DecimalString | undefined;
  /** What it sold on, valued as `inflow` is, not negative. Absent: not known. */
  readonly outflow?: DecimalString | undefined;
  /** What it owes and has not paid when due. Absent: not known. Empty: nothing. */
  readonly overdue?: readonly OverdueItem[] | undefined;
  /** Mean days from order to arrival, not negative. Absent: not known. */
  readonly deliveryDays?: DecimalString | undefined;
}

/** Something that is overdue. */
export interface OverdueItem {
  /** What is still open of it, not negative. */
  readonly amount: DecimalString;
  /** Days since it was due. */
  readonly days: number;
}

/** What counts as a blockage. */
export interface BlockagePolicy {
  /** Least share of the inflow that must flow out again, from `"0"` to `"1"`. Exactly so much is enough. */
  readonly passThroughLeast: Rate;
  /** Days overdue that are tolerated. Exactly so many still are. */
  readonly overdueDaysMost: number;
  /** How much may be overdue for longer than that, not negative. Exactly so much is still tolerated. */
  readonly overdueMost: DecimalString;
  /** Mean days of delivery that are tolerated, not negative. Exactly so many still are. */
  readonly deliveryDaysMost: DecimalString;
  /** How many of the three signs (stock piling up, arrears, slow delivery) make a blockage, 1 to 3. */
  readonly signsLeast: number;
}

/** `undetermined`: too few signs are known to tell. */
export type BlockageVerdict = "blocked" | "free" | "undetermined";

/** Where the channel is blocked. */
export interface Blockages {
  /** Every member or link, in the order given. */
  readonly members: readonly MemberBlockage[];
  /** Members that are blocked, or a link of theirs is; each once. */
  readonly blockedIds: readonly string[];
}

/** Whether one member or link is blocked. */
export interface MemberBlockage {
  /** The member. */
  readonly participantId: string;
  /** The relation. `null`: all of the member together. */
  readonly relationId: string | null;
  /** Whether it blocks the channel. */
  readonly verdict: BlockageVerdict;
  /** The three signs, an unmet one speaking for a blockage. */
  readonly findings: readonly Finding[];
}
