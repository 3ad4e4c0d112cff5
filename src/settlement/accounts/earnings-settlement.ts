/**
 * What a settlement of earnings is told, and what it answers.
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../../kernel/decimal.js";
import type { Money } from "../../kernel/money.js";
import type { PeriodRule } from "../../kernel/period-rule.js";
import type { Rate } from "../../kernel/rate.js";
import type { ClaimDeadline } from "./accrual-run.js";
import type { EarnedStatement, UnsettledEarning } from "./earned-statement.js";
import type { PayableTerm } from "./payable-term.js";
import type { SettlementEntry } from "./settlement-entry.js";

/** What is earned to date, and what was settled of it. */
export interface EarningsSettlementFacts {
  /** Names the run; its entries are called `runId/1`, `runId/2`. Not empty, another one for every run that posts. */
  readonly runId: string;
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** What is earned to date: the `statements` of `settle`, of all members or of some. */
  readonly statements: readonly EarnedStatement[];
  /** The accounts of the members so far. */
  readonly entries: readonly SettlementEntry[];
  /** The last day that is closed: nothing can be posted on it or before. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
  /** What members have claimed of earnings that must be claimed. Each claim once. Absent: nothing. */
  readonly claimed?: readonly EarningClaim[] | undefined;
  /**
   * The day of the run before: a programme with `settleEvery` is settled where one of its periods has ended since. Absent: only where one ended with the
   * day before this run.
   */
  readonly previousRun?: CalendarDate | undefined;
}

/** A claim of what was earned, for programmes that settle only what is claimed. */
export interface EarningClaim {
  /** The host's identifier. */
  readonly claimId: string;
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** The day it was handed in. After the deadline of the programme it counts for nothing. */
  readonly claimedOn: CalendarDate;
  /** How much; 0 or more, on top of what earlier claims asked for. */
  readonly amount: Money;
}

/** What is done with a settlement below 0, and with one after the final settlement; see `EarningsSettlementPolicy`. @internal */
export const negativeRules = ["carry_forward", "recover", "clamp_zero"] as const;
/** @internal */
export const afterCloseRules = ["ignore", "adjust_next", "claim"] as const;
/** From when terms are counted. @internal */
export const termStarts = ["window_end", "posting"] as const;

/** How earnings are settled. */
export interface EarningsSettlementPolicy {
  /** The part of what is earned so far that is settled before a window is over: `"0"`: nothing, `"1"`: all of it. */
  readonly interimShare: Rate;
  /** Days after a window in which late lines still belong to its final settlement. 0: it is final from the day after its last. */
  readonly graceDays: number;
  /**
   * A settlement below 0: `carry_forward`: it stands against what comes; `recover`: it is due from the member; `clamp_zero`: it is not posted,
   * and only later earnings of the same window are short of it. What a window closes on so stays with the member: `returnsAfterClose` asks for
   * nothing of it, only for what is lost beyond it.
   */
  readonly negative: "carry_forward" | "recover" | "clamp_zero";
  /**
   * The same after the final settlement: `ignore`: it is not posted; `adjust_next`: it stands against what comes; `claim`: it is due from the
   * member. A re-rating is no return and follows `negative`.
   */
  readonly returnsAfterClose: "ignore" | "adjust_next" | "claim";
  /** Windows settled for good on a version that another one has taken the place of: `rerate`: the difference is posted; `keep`: nothing is. */
  readonly versions: "rerate" | "keep";
  /** When it is paid. */
  readonly term: PayableTerm;
  /** From when the term of a final settlement is counted. All others are counted from the day posted on. */
  readonly termFrom: "window_end" | "posting";
  /** How an interim amount is rounded, to the minor unit of its currency. */
  readonly rounding: RoundingMode;
  /**
   * Programmes whose earnings are settled only as far as they were claimed in time; the rest stays open for a later run. Their settlements are
   * interim ones up to the deadline. Absent: none.
   */
  readonly claims?: readonly ClaimDeadline[] | undefined;
  /** Programmes that are settled on terms of their own; `collectProgrammePolicies` writes such rows. Absent: none. */
  readonly programmes?: readonly ProgrammeSettlementTerms[] | undefined;
}

/** What one programme is settled by otherwise than the rest of the run. Every field that is absent: as the run. */
export interface ProgrammeSettlementTerms {
  /** The programme. One row for each. */
  readonly programmeId: string;
  /** The part that is settled before a window is over. */
  readonly interimShare?: Rate | undefined;
  /**
   * How often that part is settled: in the run on the first day after each of these periods. Runs on other days leave the earning as it stands until
   * the window is over. Absent: in every run.
   */
  readonly settleEvery?: PeriodRule | undefined;
  /** Days of grace. */
  readonly graceDays?: number | undefined;
  /** What becomes of a settlement below 0. */
  readonly negative?: EarningsSettlementPolicy["negative"] | undefined;
  /** The same after the final settlement. */
  readonly returnsAfterClose?: EarningsSettlementPolicy["returnsAfterClose"] | undefined;
  /** When it is paid. */
  readonly term?: PayableTerm | undefined;
  /** From when the term of a final settlement is counted. */
  readonly termFrom?: EarningsSettlementPolicy["termFrom"] | undefined;
  /**
   * The stages it is paid in, the last due last, such as a holdback; their shares add up to 1. What is settled above 0 becomes one payable for each stage,
   * cut to the minor unit; the last stage has the rest, and with it the odd cents. What is taken back after the final settlement refers to the last
   * stage, so that it comes off what is held back first. (`planPayout`, which plans one payout by itself, gives spare units to the earliest stages.)
   * Absent: one payable.
   */
  readonly stages?: readonly PayableStage[] | undefined;
}

/** One stage of what a programme pays. */
export interface PayableStage {
  /** Its name; the entries carry it. */
  readonly id: string;
  /** Its part of what is settled; a ratio. */
  readonly share: Rate;
  /** When it is paid; never before the stage before it. Absent: with that stage; the first on the terms of the programme. */
  readonly term?: PayableTerm | undefined;
  /** From when this term is counted at a final settlement. Absent: as for the programme. */
  readonly termFrom?: EarningsSettlementPolicy["termFrom"] | undefined;
}

/** What a settlement is: before the window is over, at its end, or after it. Their words: `settlement.earning_stage`. */
export const earningStages = ["interim", "final", "correction", "rerating"] as const;

/** See `earningStages`. */
export type EarningStage = (typeof earningStages)[number];

/** Why a difference below 0, or on another version, is treated as it is. Their words: `settlement.below_zero_rule`. */
export type BelowZeroRule = "carry_forward" | "recover" | "clamp_zero" | "ignore" | "adjust_next" | "claim" | "keep";

/** What a run settles, and where every earning stands after it. */
export interface EarningsSettlement {
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** What is added to the accounts. An entry of 0 says that a window is settled for good and nothing more was posted. */
  readonly entries: readonly SettlementEntry[];
  /** Every earning by member, programme and window. */
  readonly earnings: readonly SettledEarning[];
  /** Earnings that nothing was posted for, and why. */
  readonly undetermined: readonly UnsettledEarning[];
}

/** Where one member's earning in one window stands. All amounts are in one currency. */
export interface SettledEarning {
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier. */
  readonly periodId: string;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** What this settlement is. */
  readonly stage: EarningStage;
  /** Earned to date, all versions. */
  readonly earned: DecimalString;
  /** Settled by earlier runs. */
  readonly settledBefore: DecimalString;
  /** Settled by this one. */
  readonly settledNow: DecimalString;
  /** Part of what is open: earned, and not claimed. Absent: the programme needs no claim. */
  readonly unclaimed?: DecimalString | undefined;
  /** Not settled yet: `earned − settledBefore − settledNow`. Below 0: more was settled than is earned. */
  readonly open: DecimalString;
  /** The rule by which a difference below 0, or on another version, was treated. Absent: there was none. */
  readonly rule?: BelowZeroRule | undefined;
}
