import type { ChannelMember } from "../entities/channel-member.js";
import type { AgreementDays } from "../incentives/agreement-window.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { StackingGroup } from "../incentives/stacking-policy.js";
import type { RoundingMode } from "../kernel/decimal.js";

/** What an accumulator is opened on: storable as JSON, and part of every snapshot. */
export interface AccumulatorPolicy {
  /** Currency of the lines and of every programme. ISO 4217. Lines in another currency are refused: open one accumulator per currency. */
  readonly currency: string;
  /**
   * The programmes. One that was revised stands here in every version, each on days of its own: what an earlier version carries on goes to the next.
   * Their order is the order of the statement's lines and changes nothing else.
   */
  readonly programmes: readonly IncentiveProgramme[];
  /**
   * The members whose lines are counted. A line of anybody else is refused, never dropped. An `uplineId` that is not among them is accepted and earns
   * nothing: `traceLine` says so of every line, and `checkNetwork` finds such names in the network that members come from.
   */
  readonly members: readonly AccumulatorMember[];
  /** What a statement's line tells of the lines behind it: how many, or also which. `ids` keeps every identifier, so memory grows with the lines. */
  readonly sources: "count" | "ids";
  /**
   * How programmes share sales, as in `combineIncentives`: the groups that they name in `stacking`, every programme one of them. Absent: each earns for
   * itself, whatever others earn on the same sales.
   */
  readonly stacking?: readonly StackingGroup[] | undefined;
  /** How members with a `payoutCurrency` of their own are paid. Absent: everyone is paid in `currency`; a member that is not is a fault. */
  readonly payout?: PayoutPolicy | undefined;
}

/** A member whose lines are counted. */
export interface AccumulatorMember extends ChannelMember {
  /** The days of its agreement. Needed of whoever may earn in a programme whose windows run from it; other programmes do not look at it. Absent: none. */
  readonly agreement?: AgreementDays | undefined;
}

/** How an amount earned in one currency is paid in another. */
export interface PayoutPolicy {
  /**
   * The day whose rate is used: the last day of the window, or the day of the settlement. The latest rate up to that day counts. Of the day of the
   * settlement, `settleEarnings` leaves what was settled as it was converted, and converts only the rest.
   */
  readonly convertOn: "window_end" | "settlement_day";
  /** The one rounding of a converted amount, to the minor unit of the payout currency; it starts from the exact amount. */
  readonly rounding: RoundingMode;
}

/** An accumulator in use: opaque. Keep it in memory, hand it to the verbs of this folder, and store it by `snapshot`. */
export interface Accumulator {
  /** What it is; the rest of it is private. */
  readonly kind: "qudao.accumulator";
}
