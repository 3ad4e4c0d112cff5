/** Facts, policy and answer of the settlement of free goods. */
import type { EarnedGoods } from "../../incentives/programme.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString } from "../../kernel/decimal.js";
import type { Message } from "../../kernel/message.js";
import type { EarnedWindow, UnsettledEarning } from "./earned-statement.js";

/** What was earned to date, and what was handed over. */
export interface GoodsSettlementFacts {
  /** The host's identifier of this run, which has not run before; entries are named after it. */
  readonly runId: string;
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** What members have earned to date, the `statements` of `settle`. One for each member. */
  readonly statements: readonly GoodsStatement[];
  /** Every entry so far, of all members. `[]`: nothing was handed over. */
  readonly entries: readonly GoodsEntry[];
}

/** What one member has earned to date. A `Statement` of `settle` is one. */
export interface GoodsStatement {
  /** The member. */
  readonly memberId: string;
  /** One for each programme, version and window; those that pay money are not looked at. */
  readonly lines: readonly GoodsLine[];
}

/** What one member has earned under one version of a programme in one window. A `StatementLine` of `settle` is one. */
export interface GoodsLine {
  /** The programme. */
  readonly programmeId: string;
  /** Its version. */
  readonly programmeVersion: string;
  /** The window. */
  readonly window: EarnedWindow;
  /** `final`: the window has ended. `open`: it runs on. `undetermined`: what is earned is not known. */
  readonly status: "final" | "open" | "undetermined";
  /** What is earned in goods. Absent: nothing, or undetermined. */
  readonly goods?: EarnedGoods | undefined;
  /** Why it is undetermined. Absent: it is not. */
  readonly problem?: Message | undefined;
}

/** Goods handed over to a member, or to be handed over. Stored by the host, never changed. */
export interface GoodsEntry extends EarnedGoods {
  /** Its identifier, once in the ledger. */
  readonly id: string;
  /** The member. */
  readonly memberId: string;
  /** The programme, whatever its version. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** The day posted on. */
  readonly date: CalendarDate;
}

/** When goods are handed over, and what happens where too many were. */
export interface GoodsSettlementPolicy {
  /** The programmes that pay in goods, each once. Lines of others are not looked at. */
  readonly programmeIds: readonly string[];
  /** Days after the end of a window in which late lines still count; goods are handed over from then on. */
  readonly graceDays: number;
  /** Where more was handed over than is earned now: `taken_back` posts what the member owes, `left` lets it stand. */
  readonly overHanded: "taken_back" | "left";
}

/** What a run posts. */
export interface GoodsSettlement {
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** The entries to add to the ledger. Above 0: to be handed over; below 0: owed by the member. */
  readonly entries: readonly GoodsEntry[];
  /** Where everything stands that is known and due, by member, programme, window and product. */
  readonly standings: readonly GoodsStanding[];
  /** What is left as it stands, because it is not known. */
  readonly undetermined: readonly UnsettledEarning[];
}

/** Where the goods of one member, programme and window stand. */
export interface GoodsStanding {
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** The product. */
  readonly productId: string;
  /** The unit in which it is counted. */
  readonly unit: string;
  /** Earned to date. */
  readonly earned: DecimalString;
  /** Handed over by the entries given. */
  readonly handed: DecimalString;
  /** What this run adds: `earned − handed`, or 0 where too many are left. */
  readonly added: DecimalString;
}
