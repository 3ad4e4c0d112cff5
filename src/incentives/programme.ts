/**
 * An incentive programme, storable as JSON: whom it is for, which lines count, over which windows, what picks the tier, what is
 * paid on, and the limits and the one rounding. It is the policy of every verb of this folder and of `settlement`.
 */
import type { TierSchedule } from "../engine/tier-schedule.js";
import type { ParticipantKind } from "../entities/catalogue.js";
import type { DecimalString, RoundingMode } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Period } from "../kernel/period.js";
import type { PeriodRule } from "../kernel/period-rule.js";

/** What was agreed on one incentive. */
export interface IncentiveProgramme {
  /** The host's identifier, the same in every version. Not empty. */
  readonly id: string;
  /** Which wording of the programme this is. Every answer repeats it, so that an old period replays on its own version. */
  readonly version: string;
  /** The name that members read. */
  readonly titles: Words;
  /** Currency of the lines it counts, of its thresholds and of what it pays. ISO 4217. */
  readonly currency: string;
  /** The days whose lines count. A window that only partly lies in it counts that part. */
  readonly effective: Period;
  /** Who earns. `{}`: every member. */
  readonly earner: EarnerFilter;
  /** Which lines count. `{}`: all of the member's. */
  readonly scope: LineScope;
  /** The stretches of time that are measured and paid apart: quarters, years, weeks, rolling twelve months. */
  readonly window: PeriodRule;
  /** What picks the tier. */
  readonly qualifier: Qualifier;
  /** What is paid on. `qualifier`: the very figure that picked the tier. */
  readonly payOn: PayBasis;
  /** Thresholds and what they pay. Its unit is that of the qualifier. */
  readonly schedule: TierSchedule;
  /** Applied in the order: qualifier limits, schedule, payment limits. `[]`: none. */
  readonly limits: readonly IncentiveLimit[];
  /** The only rounding of what one member earns in one window, after everything else. */
  readonly rounding: IncentiveRounding;
}

/** Who earns: a member must be in every list that is there. */
export interface EarnerFilter {
  /** Kinds of participant. Absent: every kind. */
  readonly kinds?: readonly ParticipantKind[] | undefined;
  /** The host's classes of members. Absent: every class, and none. */
  readonly memberClasses?: readonly string[] | undefined;
  /** Home territories. Absent: every territory, and none. */
  readonly territoryIds?: readonly string[] | undefined;
  /** The host's levels. Absent: every level, and none. */
  readonly levels?: readonly string[] | undefined;
  /** Single members. Absent: every member. */
  readonly memberIds?: readonly string[] | undefined;
}

/** Which lines count: inside every list of `include`, and in no list of `exclude`. */
export interface LineScope {
  /** The line must be in every list that is there; a line without the attribute is in none. Absent: all lines. */
  readonly include?: LineFilter | undefined;
  /** The line must be in none of the lists. Absent: nothing is left out. */
  readonly exclude?: LineFilter | undefined;
}

/** Lists over the attributes of a sale line. */
export interface LineFilter {
  /** Products. Absent: not looked at. */
  readonly productIds?: readonly string[] | undefined;
  /** Categories. Absent: not looked at. */
  readonly categoryIds?: readonly string[] | undefined;
  /** Brands. Absent: not looked at. */
  readonly brandIds?: readonly string[] | undefined;
  /** Territories sold to. Absent: not looked at. */
  readonly territoryIds?: readonly string[] | undefined;
}

/** The two figures every line has: net amount in the programme's currency, and quantity in units. */
export type LineMeasure = "amount" | "quantity";

/** What picks the tier. */
export type Qualifier =
  /** Net amount sold in the window. Schedule unit: the currency. */
  | { readonly kind: "amount" }
  /** Net quantity sold in the window. Schedule unit: the one named here. */
  | { readonly kind: "quantity"; readonly unit: string }
  /** Increment over the baseline: current − baseline. Schedule unit: the currency, or `unit` for quantities. */
  | (GrowthBasis & { readonly kind: "growth_amount" })
  /** Growth rate: (current − baseline) ÷ baseline. Schedule unit: `"ratio"`. */
  | (GrowthBasis & { readonly kind: "growth_rate" })
  /** Net amount ÷ quota. Schedule unit: `"ratio"`. */
  | { readonly kind: "attainment" };

/** What growth is measured on, and against what. */
export interface GrowthBasis {
  /** The figure that grows. */
  readonly of: LineMeasure;
  /** Unit of quantities; needed when `of` is `"quantity"`. Absent: amounts. */
  readonly unit?: string | undefined;
  /** `prior_year`: the same window a year before, from the lines themselves. `given`: the host states it per member and window. */
  readonly baseline: "prior_year" | "given";
  /** What a baseline of 0 means; a baseline below 0 (returns only) is read as 0. Nothing is ever divided by it. */
  readonly zeroBaseline: ZeroBaseline;
}

/** What a baseline of 0 means. */
export type ZeroBaseline =
  /** Nothing is earned: the programme rewards growth of those who sold before. */
  | { readonly kind: "not_eligible" }
  /** The growth rate is taken to be `rate` (a ratio); the increment is all that was sold. */
  | { readonly kind: "treat_as_rate"; readonly rate: DecimalString }
  /** All that was sold is growth: the rate is `"1"`, the increment all of it. */
  | { readonly kind: "pay_on_full_volume" }
  /** The baseline is taken to be at least this, above 0; it also lifts a smaller baseline that is not 0. */
  | { readonly kind: "floor_baseline"; readonly baseline: DecimalString };

/** What is paid on. */
export type PayBasis = "qualifier" | "amount" | "quantity" | "growth_amount";

/** A limit on what one member gets in one window. */
export type IncentiveLimit =
  /**
   * The qualifier counts as this at most, in the schedule's unit: attainment beyond 150 % earns no more. Another measure paid on is cut in the
   * same proportion; only growth that pays on everything sold still pays on all of it, at the tier of the capped growth.
   */
  | { readonly kind: "qualifier_cap"; readonly value: DecimalString }
  /** At most this much is earned, in the programme's currency; the rest is forfeited. */
  | { readonly kind: "payment_cap"; readonly amount: DecimalString };

/** The one rounding. */
export interface IncentiveRounding {
  /** Decimal places of what is earned; 2 for CNY, 0 for JPY. */
  readonly decimals: number;
  /** What happens to the rest. */
  readonly mode: RoundingMode;
}
