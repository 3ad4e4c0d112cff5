/**
 * What a run of accruals is told, and what it answers.
 */
import type { IncentiveProgramme } from "../../incentives/programme.js";
import type { CalendarDate } from "../../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../../kernel/decimal.js";
import type { Message } from "../../kernel/message.js";
import type { AccrualEntry } from "./accrual-entry.js";
import type { EarnedStatement, UnsettledEarning } from "./earned-statement.js";
import type { EarningReference, SettlementEntry } from "./settlement-entry.js";

/** What is earned, what is provided for it, and what of it is settled. */
export interface AccrualFacts {
  /** Names the run; its entries are called `runId/1`, `runId/2`. Not empty, another one for every run that posts. */
  readonly runId: string;
  /** The day posted on. A day counts as served when the run is on it. */
  readonly asOf: CalendarDate;
  /** What is earned to date: the `statements` of `settle` on the lines up to this day. */
  readonly statements: readonly EarnedStatement[];
  /**
   * What is expected at the end of open windows: the `statements` of `forecastSettlement`, or of `settle` on the lines so far and those that are
   * forecast, on a day after the windows. An open window that stands here is accrued at its share of that earning, whatever the policy's `forecasts` say. Absent: nothing is known of it.
   */
  readonly expected?: readonly EarnedStatement[] | undefined;
  /** The ledger of accruals so far, manual entries of the host among them. */
  readonly accruals: readonly AccrualEntry[];
  /** The accounts of the members; what they settle is no longer provided. */
  readonly entries: readonly SettlementEntry[];
  /** The last day that is closed. Absent: none is. */
  readonly closedThrough?: CalendarDate | undefined;
}

/** How accruals are made. */
export interface AccrualPolicy {
  /** `difference`: what is missing is posted. `reverse_and_rebook`: what is booked is reversed and posted anew; the net is the same. */
  readonly posting: "difference" | "reverse_and_rebook";
  /**
   * Programmes whose open windows are accrued at the tier expected at their end, each version once. The others are accrued at what is earned so far.
   * Only a programme that is decided for itself can be projected; stacked programmes, and those with budget, caps or guarantee, need `expected`, which
   * `forecastSettlement` answers by the same seasons.
   */
  readonly forecasts: readonly EarningForecast[];
  /** Programmes whose earnings must be claimed. The others have no deadline. */
  readonly claims: readonly ClaimDeadline[];
  /**
   * What was settled beyond what is expected. `taken_back`: the accrual is below 0 until it is; `left`: the member keeps it (`clamp_zero`, `ignore`),
   * so that no less is expected than was settled.
   */
  readonly overSettled: "taken_back" | "left";
  /** How an expected amount is rounded, to the minor unit of its currency. */
  readonly rounding: RoundingMode;
}

/** How one programme is projected to the end of a window. */
export interface EarningForecast {
  /** The programme, in the version of its statements. */
  readonly programme: IncentiveProgramme;
  /** How sales spread over a window. */
  readonly season: ForecastSeason;
}

/** How sales spread over a window. */
export type ForecastSeason =
  /** Evenly over its days. */
  | { readonly kind: "linear" }
  /** By the weights of the twelve months, January first: 0 or more, not all 0, evenly within a month. */
  | { readonly kind: "monthly"; readonly weights: readonly DecimalString[] };

/** By when an earning must be claimed. */
export interface ClaimDeadline {
  /** The programme. */
  readonly programmeId: string;
  /** Days after the window; from the day after them what is not claimed is written off. 0: its last day is the last one. */
  readonly withinDays: number;
}

/** What a run of accruals posts, and where every earning stands after it. */
export interface AccrualRun {
  /** The day posted on. */
  readonly asOf: CalendarDate;
  /** What is added to the ledger. Empty: it is as it should be. */
  readonly postings: readonly AccrualEntry[];
  /** Every earning by member, programme, window and version. */
  readonly earnings: readonly AccruedEarning[];
  /** Earnings that nothing was posted for, and why. */
  readonly undetermined: readonly UnsettledEarning[];
}

/** Where one earning stands in the accruals. All amounts are in one currency. */
export interface AccruedEarning {
  /** The member. */
  readonly memberId: string;
  /** The programme, version and window. */
  readonly earning: EarningReference;
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Earned so far, at the tier reached. */
  readonly earned: DecimalString;
  /** Earned on the same sales at the tier expected; what was earned, where nothing is projected; what was settled, where more was and is left. */
  readonly expected: DecimalString;
  /** Part of the change: the sales not accrued before, at the tier reached. */
  readonly base: DecimalString;
  /** Part of the change: what the tier expected adds to them. */
  readonly tierAdjustment: DecimalString;
  /** Part of the change: what the sales accrued before are worth now, less what was accrued for them. */
  readonly priorAdjustment: DecimalString;
  /** Settled to date by the account. */
  readonly settled: DecimalString;
  /** Provided but not claimed in time: provision less what was settled. */
  readonly writtenOff: DecimalString;
  /** Manual entries that still stand. */
  readonly manual: DecimalString;
  /** Open in the ledger before the run. */
  readonly booked: DecimalString;
  /** Posted by the run. */
  readonly posted: DecimalString;
  /** Open after it: `booked + posted = expected − settled − writtenOff + manual`. */
  readonly open: DecimalString;
}

/** Why nothing can be posted on a day. */
export type PostingProblem = Message<"settlement.period_closed"> | Message<"settlement.earning_posted_later">;
