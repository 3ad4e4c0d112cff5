import type { Quota } from "../entities/quota.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { ExchangeRate } from "../kernel/exchange.js";
import type { Json } from "../kernel/json.js";
import type { Quantity } from "../kernel/quantity.js";
import type { EarningReference } from "./accounts/settlement-entry.js";
import type { EarningCarry } from "./statement.js";

/** What a settlement needs to know beside the lines. */
export interface SettlementFacts {
  /**
   * The day the settlement speaks of. Windows that end on or before it are final, those that begin after it are left out. It cuts no line off: every line
   * handed over counts in its window, also one of a later day.
   */
  readonly asOf: CalendarDate;
  /**
   * Quotas of members in money. Absent: none is known, and attainment is undetermined. Attainment of a measure reads only those of its own programme:
   * one for every programme is of sales.
   */
  readonly quotas?: readonly Quota[] | undefined;
  /** Quotas of members in units, for attainment of quantities and of measures that are not money; read as `quotas` are. Absent: none is known. */
  readonly unitQuotas?: readonly UnitQuota[] | undefined;
  /** Baselines of growth programmes whose baseline is `given`. Absent: none is known, and such growth is undetermined. */
  readonly baselines?: readonly Baseline[] | undefined;
  /** What is stated of members, for gates and for programmes whose tier a stated figure picks. Absent: nothing is. */
  readonly stated?: readonly StatedFacts[] | undefined;
  /** Rates for members paid in another currency. Absent: none is known, and their lines are undetermined. */
  readonly exchangeRates?: readonly ExchangeRate[] | undefined;
  /**
   * What the settlement before this accumulator's first windows carries on: its `closing`. A programme takes it into its first window here.
   * Absent: nothing.
   */
  readonly opening?: readonly EarningCarry[] | undefined;
  /**
   * What the host has settled, accrued or handed over before: its entries, as `settleEarnings`, `accrueEarnings` and `settleGoods` give them. Every window
   * that they name has a line, at 0 where nothing is left of it, so that what was paid can be taken back. One of no earning, or of a member, a programme
   * or a window that is not here, adds nothing. Absent: a window that neither a line nor a fact speaks of has no line.
   */
  readonly settled?: readonly SettledBefore[] | undefined;
  /**
   * The members to settle, by identifier. Absent: all of them. Where they share a budget or a cap with others, the others are computed too, and not
   * answered for.
   */
  readonly memberIds?: readonly string[] | undefined;
}

/** What an entry names: a `SettlementEntry` or `AccrualEntry` its earning, a `GoodsEntry` programme and window by itself. The version does not matter. */
export type SettledBefore =
  | {
      /** The member. */
      readonly memberId: string;
      /** What was earned. Absent: nothing, as in a payment. */
      readonly earning?: Pick<EarningReference, "programmeId" | "periodId"> | undefined;
    }
  | {
      /** The member. */
      readonly memberId: string;
      /** The programme. */
      readonly programmeId: string;
      /** The window, by its identifier. */
      readonly periodId: string;
    };

/** What is expected of one member in one window, in units. */
export interface UnitQuota {
  /** The member. */
  readonly memberId: string;
  /** The programme. Absent: for every programme of the member that asks for quantities. */
  readonly programmeId?: string | undefined;
  /** The window, by its identifier: `listProgrammeWindows` lists them. */
  readonly periodId: string;
  /** How many to reach, in the very unit that the programme names; `"lines"` where it counts lines. */
  readonly quantity: Quantity;
}

/** What one member's growth in one window is measured against. */
export interface Baseline {
  /** The member. */
  readonly memberId: string;
  /** The programme. */
  readonly programmeId: string;
  /** The window, by its identifier: `listProgrammeWindows` lists them. */
  readonly periodId: string;
  /** Net amount, quantity or measure, as the programme measures growth. Below 0: read as 0. */
  readonly value: DecimalString;
}

/** What the host states of a member: a score, certificates, enrolment, payment on time. */
export interface StatedFacts {
  /** The member. */
  readonly memberId: string;
  /** The programme. Absent: for every programme. */
  readonly programmeId?: string | undefined;
  /** The window, by its identifier: `listProgrammeWindows` lists them. Absent: for every window. */
  readonly periodId?: string | undefined;
  /** The facts, by the names that gates and qualifiers read. A row for one programme goes before one for all, then one for one window. */
  readonly facts: { readonly [name: string]: Json };
}
