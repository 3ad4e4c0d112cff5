/**
 * An incentive programme, storable as JSON: whom it is for, which lines count, over which windows, what picks the tier, what is
 * paid on, and the limits and the one rounding. It is the policy of every verb of this folder and of `settlement`.
 */
import type { CriterionData } from "../engine/criterion-data.js";
import type { TierSchedule } from "../engine/tier-schedule.js";
import type { ParticipantKind, SaleLineEvent } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString, RoundingMode } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Period } from "../kernel/period.js";
import type { ProrationBasis } from "../kernel/proration.js";
import type { ProgrammeWindow } from "./agreement-window.js";
import type { PaymentCap } from "./payment-cap.js";
import type { ProgrammeBudget, ProgrammeGuarantee, ProgrammeTimetable } from "./programme-timetable.js";

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
  /**
   * The day it was published (公布). Days before it are never paid, also where the programme was in force: sales, the baseline of the year before and what
   * is guaranteed by the day are counted from this day on, and a window that was over before it earns nothing. Absent: not looked at.
   */
  readonly publishedOn?: CalendarDate | undefined;
  /** Who earns. `{}`: every member. */
  readonly earner: EarnerFilter;
  /** Which lines count. `{}`: all of the member's. */
  readonly scope: LineScope;
  /** The stretches of time that are measured and paid apart: quarters, years, weeks, rolling twelve months, or such as run from each member's agreement. */
  readonly window: ProgrammeWindow;
  /** What picks the tier. */
  readonly qualifier: Qualifier;
  /** What is paid on. `qualifier`: the very figure that picked the tier. */
  readonly payOn: PayBasis;
  /** Thresholds and what they pay. Its unit is that of the qualifier. */
  readonly schedule: TierSchedule;
  /**
   * What is paid is so many of a product (赠货), not money: rates and amounts of the schedule, payment limits and the rounding count units of it, and the
   * amount in money is 0 everywhere. Absent: money.
   */
  readonly goods?: ProgrammeGoods | undefined;
  /**
   * What is paid is so much of a right or a service (权益), such as days of training: counted in units of it as goods are, and 0 in money everywhere. Not
   * beside `goods`. Absent: no right.
   */
  readonly right?: ProgrammeRight | undefined;
  /** Applied in the order: qualifier limits, schedule, floors, payment caps. `[]`: none. */
  readonly limits: readonly IncentiveLimit[];
  /** The only rounding of what one member earns in one window, after everything else. */
  readonly rounding: IncentiveRounding;
  /** The event whose lines count, on the day of that event. Absent: the lines that are of no event in particular. */
  readonly trigger?: SaleLineEvent | undefined;
  /** Figures by name, beside net amount and quantity: of other products, of margin, of a part of what is sold. Absent: none. */
  readonly measures?: readonly ProgrammeMeasure[] | undefined;
  /**
   * What must hold beside the tier for anything to be earned. The criteria read `amount`, `quantity`, the measures, and what the host states of
   * the member, by name. One that fails earns 0, one that cannot be told leaves the window open. Absent: nothing.
   */
  readonly gates?: readonly CriterionData[] | undefined;
  /** What a return does. Absent: `deduct`. */
  readonly returns?: ReturnsPolicy | undefined;
  /**
   * What becomes of a window in which more came back than was sold. Where it is said, a settlement below 0 is treated the same way
   * (`collectProgrammePolicies`). Absent: `clamp_zero`.
   */
  readonly negative?: NegativePolicy | undefined;
  /** Its place among the programmes that claim the same sales; `collectProgrammePolicies` hands it on. Absent: none is declared. */
  readonly stacking?: ProgrammeStacking | undefined;
  /** How it is paid; `collectProgrammePolicies` hands it on to the settlement and the payment run. Absent: not said. */
  readonly payout?: ProgrammePayout | undefined;
  /** How much is taken back when its ground is lost; `collectProgrammePolicies` hands it on. Absent: not said. */
  readonly clawback?: ClawbackBasis | undefined;
  /**
   * Caps over several earnings: per member and of the whole programme over all windows of this version, per sale over those of other versions too that
   * declare the cap under the same `id` and `saleBy`; held by `settle`, handed on by `collectProgrammePolicies`. Absent: none.
   */
  readonly caps?: readonly PaymentCap[] | undefined;
  /** The least that an earner gets in each window whose gates hold, also without a sale; held by `settle`, handed on by `collectProgrammePolicies`. Absent: none. */
  readonly guarantee?: ProgrammeGuarantee | undefined;
  /** What the windows of this version may cost in all; held by `settle`, handed on by `collectProgrammePolicies`. Absent: no limit. */
  readonly budget?: ProgrammeBudget | undefined;
  /** When it is accrued and settled; `collectProgrammePolicies` hands it on. Absent: not said. */
  readonly timetable?: ProgrammeTimetable | undefined;
}

/** The product that a programme pays in. */
export interface ProgrammeGoods {
  /** The product. */
  readonly productId: string;
  /** The unit in which it is counted: `"piece"`, `"件"`. */
  readonly unit: string;
}

/** How many of a product were earned. */
export interface EarnedGoods extends ProgrammeGoods {
  /** How many, rounded as the programme says. Below 0: the member owes them, where the programme recovers. */
  readonly quantity: DecimalString;
}

/** The right or service that a programme pays in. */
export interface ProgrammeRight {
  /** Its means: a row of `incentiveMeans`, or of the host's, whose form is a right; the same as `payout.means` where the programme says that. */
  readonly means: string;
  /** The unit in which it is counted: `"day"`, `"天"`. */
  readonly unit: string;
}

/** How much of a right was earned. */
export interface EarnedRight extends ProgrammeRight {
  /** How much, rounded as the programme says. Below 0: the member has had too much of it, where the programme recovers. */
  readonly quantity: DecimalString;
}

/** A figure of a member's lines in the window: which lines, and what of them. Returns are taken away. */
export interface ProgrammeMeasure {
  /** Its name, once per programme and not `amount` or `quantity`, which every programme has. */
  readonly name: string;
  /** What is added up. */
  readonly of: MeasuredFigure;
  /** Which lines; also outside the programme's own scope. `{}`: all of the member's. */
  readonly scope: LineScope;
  /** Unit of quantities, where a tier is picked by them. Absent: amounts and margins are in the programme's currency, lines in `"lines"`. */
  readonly unit?: string | undefined;
  /**
   * For quantities: what one unit of each product counts as, in `unit`; above 0. A line of a product that is not listed leaves the measure unknown.
   * Absent: quantities are added up as they are.
   */
  readonly perUnit?: { readonly [productId: string]: DecimalString } | undefined;
  /**
   * For net and gross amounts, a ratio of 0 or more. Without `lineTax`: the tax that is put on all of them, so that the measure is with tax. With it:
   * the rate of the lines that have none of their own. Absent: net of tax, as lines are; with `lineTax`, a line without a rate leaves the measure unknown.
   */
  readonly taxRate?: DecimalString | undefined;
  /** For net and gross amounts: what is done with the tax of each line, at its own `taxRate`. Absent: nothing. */
  readonly lineTax?: LineTax | undefined;
  /**
   * For net amounts and margins, always `"taken_off"`: the cash discount that was taken lowers the base, before tax. A line that does not say whether
   * one was taken leaves the measure unknown. Absent: cash discounts change nothing.
   */
  readonly cashDiscount?: "taken_off" | undefined;
}

/** What a measure does with the tax of a line. */
export type LineTax =
  /** Lines are net of tax, the measure is with it: `amount × (1 + rate)`, exactly. */
  | { readonly kind: "put_on" }
  /** The host's lines have tax in them, the measure is net of it: `amount ÷ (1 + rate)`, rounded line by line, as on an invoice. */
  | { readonly kind: "taken_off"; readonly rounding: IncentiveRounding };

/** What a measure adds up, in the order of the documentation. Their words: `incentives.measured`. */
export const measuredFigures = ["amount", "gross", "quantity", "margin", "margin_floored", "lines"] as const;

/**
 * Net amount; gross amount, that is `unitPrice × quantity`, before discounts; quantity; margin, that is `amount − cost` (`margin_floored`: a line
 * below 0 counts as 0); how many lines, where a return is one less. A gross amount is not known as soon as one line has no unit price, a margin as
 * soon as one has no cost.
 */
export type MeasuredFigure = (typeof measuredFigures)[number];

/** What a return does, in the order of the documentation. Their words: `incentives.returns`. */
export const returnsPolicies = ["deduct", "restate", "ignore"] as const;

/**
 * `deduct`: it is taken away on its own day, like a sale of the opposite sign. `restate`: on the day that the line it takes back was counted, so
 * that the old window is computed anew on what was kept; one without a known origin is deducted. `ignore`: it changes nothing.
 */
export type ReturnsPolicy = (typeof returnsPolicies)[number];

/** What becomes of a negative window, in the order of the documentation. Their words: `incentives.negative`. */
export const negativePolicies = ["clamp_zero", "carry_forward", "recover"] as const;

/**
 * `clamp_zero`: nothing is earned and nothing is owed. `carry_forward`: nor is it, but what is below 0 is taken off the next window of the member.
 * `recover`: the member owes what as many sales would have earned. Where another figure than the qualifier is paid on, the same holds for that
 * figure: below 0 it counts as 0, and only under `recover` the member owes for it.
 */
export type NegativePolicy = (typeof negativePolicies)[number];

/** A programme's place among others. */
export interface ProgrammeStacking {
  /** The group, a row of the host's `StackingGroup`s. */
  readonly groupId: string;
  /** When it is computed within the group: 1 before 2. */
  readonly priority: number;
}

/** How a programme is paid. */
export interface ProgrammePayout {
  /** With what: a row of `incentiveMeans`, or of the host's. One whose form is goods or a right needs `goods` or `right`, and money neither. */
  readonly means: string;
  /** The stages, whose shares add up to 1; a holdback is a stage that comes due last. At least one. */
  readonly stages: readonly ProgrammeStage[];
  /** The least that is paid at a time, in the programme's currency. `"0"`: any amount. */
  readonly minimum: DecimalString;
  /** Who is paid, by the host's identifier. Absent: the earner. */
  readonly payeeId?: string | undefined;
  /** Days from the end of the window to the payment; up to 36,600. Absent: not agreed. */
  readonly dueDays?: number | undefined;
  /** What is kept back of each payment for somebody else; `collectProgrammePolicies` hands it on to the payment run. Absent: nothing. */
  readonly withholding?: ProgrammeWithholding | undefined;
}

/** What is kept back of what a programme pays. */
export type ProgrammeWithholding =
  /** A rate of its own, a ratio of the payment; `id` and titles are those of the row in the payment run. */
  | { readonly kind: "rate"; readonly id: string; readonly titles: Words; readonly rate: DecimalString }
  /** A tax or contribution by its name: a row of the host's register. Programmes that name the same one share its scale. */
  | { readonly kind: "tax"; readonly id: string };

/** How much is no longer earned. */
export type ClawbackBasis =
  /** What was earned less what remains. */
  | { readonly kind: "recomputed" }
  /** A ratio of what was earned. */
  | { readonly kind: "share_of_earned"; readonly rate: DecimalString }
  /** The part of the term that was not served. */
  | { readonly kind: "unserved_time"; readonly by: ProrationBasis };

/** One stage of a payment. */
export interface ProgrammeStage {
  /** Its name. */
  readonly id: string;
  /** Its part of what is earned; a ratio. */
  readonly share: DecimalString;
  /** Days from the end of the window to its payment; no fewer than of the stage before it. Absent: as the stage before it, the first as the payout. */
  readonly dueDays?: number | undefined;
}

/** Who earns: a member must be in every list that is there. */
export interface EarnerFilter {
  /** Kinds of participant. Absent: every kind. */
  readonly kinds?: readonly ParticipantKind[] | undefined;
  /** The host's classes of members. Absent: every class, and none. */
  readonly memberClasses?: readonly string[] | undefined;
  /** The host's groups; a member of several must be in one of them. Absent: every group, and none. */
  readonly groupIds?: readonly string[] | undefined;
  /** Home territories. Absent: every territory, and none. */
  readonly territoryIds?: readonly string[] | undefined;
  /** The host's levels. Absent: every level, and none. */
  readonly levels?: readonly string[] | undefined;
  /** Single members. Absent: every member. */
  readonly memberIds?: readonly string[] | undefined;
  /**
   * The earner is the upline of the seller: the lists choose it, and it earns on what the members right under it sell, not on its own sales.
   * Absent: the seller earns.
   */
  readonly uplineOfSeller?: true | undefined;
  /**
   * The earners of one group (of those in `groupIds`, where they are listed) count together: net amount, quantity or measure of them all picks the
   * tier, and each is paid on its own part at that tier. Gates, limits on payment and the rounding are each earner's own. One in no group counts alone.
   * `openAccumulator` refuses one in two of them and, where windows run from agreements, two of a group whose agreements have different days. Absent: each earner counts alone.
   */
  readonly jointly?: true | undefined;
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
  /** Lists over the host's own attributes, by their name; a line must have a value of each list. Absent: not looked at. */
  readonly attributes?: { readonly [name: string]: readonly string[] } | undefined;
}

/** The two figures every line has: net amount in the programme's currency, and quantity in units. */
export type LineMeasure = "amount" | "quantity";

/** What picks the tier. */
export type Qualifier =
  /** Net amount sold in the window. Schedule unit: the currency. */
  | { readonly kind: "amount" }
  /** Net quantity sold in the window. Schedule unit: the one named here. */
  | { readonly kind: "quantity"; readonly unit: string }
  /** Increment over the baseline: current − baseline. Schedule unit: the currency, `unit` for quantities, or that of the measure. */
  | (GrowthBasis & { readonly kind: "growth_amount" })
  /** Growth rate: (current − baseline) ÷ baseline. Schedule unit: `"ratio"`. */
  | (GrowthBasis & { readonly kind: "growth_rate" })
  /** What was reached ÷ quota. Schedule unit: `"ratio"`. */
  | (AttainmentBasis & { readonly kind: "attainment" })
  /** One of the measures. Schedule unit: that of the measure. */
  | { readonly kind: "measure"; readonly measure: string }
  /** One measure ÷ another: the share of a brand in a category. Where the second is not above 0 nothing is earned. Schedule unit: `"ratio"`. */
  | { readonly kind: "share"; readonly measure: string; readonly of: string }
  /** A figure that the host states of the member: a score, a number of new customers. Schedule unit: the one named here. */
  | { readonly kind: "given"; readonly fact: string; readonly unit: string };

/** What a quota is set for. The quota of a member is stated in the same unit. */
export interface AttainmentBasis {
  /** The figure that the quota asks for. Absent: net amount. */
  readonly of?: LineMeasure | MeasureBasis | undefined;
  /** Unit of quantities; needed when `of` is `"quantity"`. Absent: the programme's currency, or the unit of the measure. */
  readonly unit?: string | undefined;
}

/** What growth is measured on, and against what. */
export interface GrowthBasis {
  /** The figure that grows. Growth of a measure is not known where the measure is not, now or in a window that it is measured against. */
  readonly of: LineMeasure | MeasureBasis;
  /** Unit of quantities; needed when `of` is `"quantity"`. Absent: amounts. */
  readonly unit?: string | undefined;
  /**
   * `prior_year`: the same window a year before, from the lines themselves. `given`: the host states it per member and window. A record: a fixed
   * figure, the same window of several years before, each with its weight, or the mean of the windows just before.
   */
  readonly baseline: "prior_year" | "given" | FixedBaseline | MixedBaseline | RollingBaseline;
  /** What a baseline of 0 means; a baseline below 0 (returns only) is read as 0. Nothing is ever divided by it. */
  readonly zeroBaseline: ZeroBaseline;
}

/** The same baseline for every member and window. */
export interface FixedBaseline {
  /** Always `"fixed"`. */
  readonly kind: "fixed";
  /** In the unit of what grows. */
  readonly value: DecimalString;
}

/** A baseline of several years before, from the lines themselves. */
export interface MixedBaseline {
  /** Always `"mixed"`. */
  readonly kind: "mixed";
  /** The years, each once; the weights add up to 1. */
  readonly years: readonly BaselineYear[];
}

/** One year of a mixed baseline. */
export interface BaselineYear {
  /** So many years before; from 1 to 10. */
  readonly back: number;
  /** Its part of the baseline; a ratio. */
  readonly weight: DecimalString;
}

/**
 * The mean of the windows just before, from the lines themselves, also of days on which the programme was not in force yet. A window in which
 * nothing was sold counts as 0: the lines of all of them must be handed over. Where the list of windows begins later, and for a window of which only
 * a part counts, the baseline is not known.
 */
export interface RollingBaseline {
  /** Always `"rolling"`. */
  readonly kind: "rolling";
  /** How many windows; from 1 to 12. They must neither overlap nor be the only one. */
  readonly windows: number;
  /** The mean is a figure that both sides can write down: it is rounded here, before growth is measured. */
  readonly rounding: IncentiveRounding;
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
export type PayBasis = "qualifier" | "amount" | "quantity" | "growth_amount" | MeasureBasis;

/** One of the measures, instead of net amount or quantity. */
export interface MeasureBasis {
  /** Its name. */
  readonly measure: string;
}

/** A limit on what one member gets in one window. */
export type IncentiveLimit =
  /**
   * The qualifier counts as this at most, in the schedule's unit: attainment beyond 150 % earns no more. Another measure paid on is cut in the
   * same proportion; only growth that pays on everything sold still pays on all of it, at the tier of the capped growth.
   */
  | { readonly kind: "qualifier_cap"; readonly value: DecimalString }
  /**
   * At least this much is earned where the gates hold: a guarantee. Below 0: no more than this is owed by the member. In the programme's currency.
   * A programme with one above 0 is settled for every earner, with or without lines, unless it is for whoever reached a tier (`whereReached`), by
   * more than 0: what stays within a free allowance is then not lifted, nor is nothing.
   */
  | { readonly kind: "payment_floor"; readonly amount: DecimalString; readonly whereReached?: true | undefined }
  /**
   * At most this much is earned, in the programme's currency; the rest is forfeited, or, where the cap is refundable, withheld and added to
   * what the next window earns. Where a window below 0 is owed (`recover`), no more than a cap that forfeits is, as on so many sales.
   */
  | { readonly kind: "payment_cap"; readonly amount: DecimalString; readonly refundable?: true | undefined };

/** The one rounding. */
export interface IncentiveRounding {
  /** Decimal places of what is earned; 2 for CNY, 0 for JPY. */
  readonly decimals: number;
  /** What happens to the rest. */
  readonly mode: RoundingMode;
}
