/**
 * tier-schedule: a threshold table and what it pays.
 *
 * A schedule is data: a method, a unit, a boundary rule and rows. Only `from` is needed: a row ends where the next begins, so a
 * gap or an overlap cannot be written; a table that also carries `to` is checked against it. What picks the row (the
 * *qualifier*) may differ from what is paid on (the *measure*): a growth of 12 % may pay 2 % of all sales.
 *
 * Eleven methods, each with one meaning (`x` qualifier, `y` measure, `lo`/`hi` bounds, `r` rate, `a` amount, `c` coefficients, `k` the row of `x`):
 *
 * - `graduated`: `Σ r·(min(x, hi) − lo)`, every slice at its own rate;
 * - `retroactive`: `r_k·y`, the rate of the row reached, from the first unit;
 * - `rolling_sum`: `Σ r·min(x, hi)` over the rows reached; `total_sum`: `Σ r·x` over the rows reached;
 * - `interpolated`: `a` of every completed row, and of the current one the part covered;
 * - `lump_sum`: `a_k` once; `lump_sum_each`: `a` of every row reached;
 * - `pay_to_first`: graduated, but a row marked `fromFirst` pays its rate from the first unit once reached;
 * - `excess_only`: graduated above the first `from`, nothing below it;
 * - `polynomial`: `c_0 + c_1·v + c_2·v² + …` of `k`, the curve that the host writes down; `curve` says what `v` is;
 * - `package`: `a` for every complete (or started) package of `size`.
 *
 * Rows of `graduated`, `excess_only` and `retroactive` may carry a fixed amount beside their rate: percent plus fixed, above what is free.
 *
 * Where measure and qualifier differ, a slice of `x` stands for the same share of `y` (average value).
 */
import type { DecimalString } from "../kernel/decimal.js";

/** The methods that read rows. `package` has a size instead. */
export const tierMethods = [
  "graduated",
  "retroactive",
  "rolling_sum",
  "total_sum",
  "interpolated",
  "lump_sum",
  "lump_sum_each",
  "pay_to_first",
  "excess_only",
  "polynomial",
  "package",
] as const;

/** How a schedule turns a measure into an amount. */
export type TierMethod = (typeof tierMethods)[number];

/** Whether a value equal to a threshold belongs to the upper row (`reaches`) or still to the lower one (`exceeds`). */
export const tierBoundaries = ["reaches", "exceeds"] as const;

/**
 * How a threshold is met. Above 0 it never changes what the rates of `graduated` and `excess_only`, and `interpolated`, pay, only the tier they name; it
 * does for amounts beside a rate, and for the other methods of rows (for `pay_to_first` on a marked row, for `polynomial` where two curves do not meet).
 */
export type TierBoundary = (typeof tierBoundaries)[number];

/** What the curve of a `polynomial` is drawn over, in the order of the documentation. */
export const tierCurves = ["amount", "excess_amount", "rate"] as const;

/**
 * `amount`: the curve gives money, over all that is paid on. `excess_amount`: money, over the part of it above the row's `from`. `rate`: a rate over
 * the qualifier, paid on all that is paid on, as an accelerator over attainment is written.
 */
export type TierCurve = (typeof tierCurves)[number];

/** One row of a threshold table. */
export interface TierRow {
  /** Where the row begins, in the schedule's unit. `"0"` in the first row (except `excess_only`), then increasing. */
  readonly from: DecimalString;
  /**
   * Where the row ends; must equal the next row's `from`. Absent: there. In the last row, absent: open above, which `interpolated` refuses;
   * written: no slice reaches beyond it, while methods without slices (`retroactive`, `total_sum`, `lump_sum`) go on.
   */
  readonly to?: DecimalString | undefined;
  /** Unit of `from` and `to`, when the table's source repeats it. Must be the schedule's. Absent: the schedule's. */
  readonly unit?: string | undefined;
  /** Paid per unit of the measure: a ratio of money (`"0.02"` is 2 %), or money per piece. May fall, may be negative. */
  readonly rate?: DecimalString | undefined;
  /**
   * Paid for the row as a whole, in money: lump sums, and what `interpolated` pays for completing the row. Beside a `rate`, paid once on top of it:
   * `graduated` and `excess_only` pay that of every row reached, `retroactive` that of the row reached; a row from 0 only above 0.
   */
  readonly amount?: DecimalString | undefined;
  /**
   * `polynomial`: the coefficients of the row's curve, the constant first, then those of the value, its square and so on; 1 to 10 of them.
   * What they give is money, or, with the curve `rate`, a rate.
   */
  readonly coefficients?: readonly DecimalString[] | undefined;
  /** `pay_to_first`: reaching this row re-rates everything from the first unit. Absent: no. */
  readonly fromFirst?: true | undefined;
}

/** A schedule that reads rows. */
export interface TierTable {
  /** How the rows are read. */
  readonly method: Exclude<TierMethod, "package">;
  /** Unit of the qualifier and of every threshold: a currency, a piece unit, or `"ratio"`. */
  readonly unit: string;
  /** What a value equal to a threshold means. */
  readonly boundary: TierBoundary;
  /** `polynomial`: what its curves are drawn over. Absent: any other method. */
  readonly curve?: TierCurve | undefined;
  /** The rows, lowest first. */
  readonly tiers: readonly TierRow[];
}

/** A schedule that pays for every so many units. */
export interface TierPackage {
  /** Pays per package. */
  readonly method: "package";
  /** Unit of the qualifier and of `size`. */
  readonly unit: string;
  /** Units in one package, above 0. */
  readonly size: DecimalString;
  /** Paid for one package, in money. */
  readonly amount: DecimalString;
  /** `complete`: only full packages count, as for benefits. `started`: a begun one counts, as for charges. */
  readonly count: "complete" | "started";
}

/** A threshold table with its method, storable as JSON. */
export type TierSchedule = TierTable | TierPackage;

/** What a schedule is asked about. */
export interface TierFacts {
  /** What picks the row, in the schedule's unit. Below 0 no row is reached. */
  readonly qualifier: DecimalString;
  /** What is paid on. Absent: the qualifier. */
  readonly measure?: DecimalString | undefined;
}

/** What a schedule answers. */
export interface TierOutcome {
  /** Exact amount in money, nothing rounded. Only a quotient (interpolation, average value, a curve over a ratio) is cut, at 40 significant digits. */
  readonly earned: DecimalString;
  /** The row the qualifier is in, counted from 1; 0: none was reached. For `package`: the packages paid. */
  readonly tier: number;
  /** The row above, if any. */
  readonly next: TierGap | null;
}

/** The way to the next row. */
export interface TierGap {
  /** The next row, counted from 1. */
  readonly tier: number;
  /** Its threshold, in the schedule's unit. */
  readonly from: DecimalString;
  /** How much is missing to it; under `exceeds` a little more is needed. Above 0, or 0 when a value must still exceed it. */
  readonly missing: DecimalString;
}
