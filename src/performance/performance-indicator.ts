import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";

/**
 * What an indicator is measured in. `ratio`: `"0.35"` for 35 %, `"10"` for ten times. `money`: in the currency of the readings. `quantity`: in
 * the unit of the readings. `rating`: points that somebody gave.
 */
export const performanceUnits = ["ratio", "money", "count", "quantity", "days", "rating"] as const;

/** See `performanceUnits`. */
export type PerformanceUnit = (typeof performanceUnits)[number];

/**
 * How an indicator follows from readings. A reading is a decimal or a list of decimals, which counts as its sum; `mean_days` and
 * `on_time_share` read a list of spans, `share_at_least` and `mean` a list of decimals.
 */
export type IndicatorFormula =
  | { readonly kind: "sum"; readonly of: string }
  | { readonly kind: "ratio"; readonly over: string; readonly under: string }
  | { readonly kind: "change" | "difference"; readonly before: string; readonly after: string }
  | { readonly kind: "mean"; readonly of: string; readonly ends: "whole" | "half" }
  | { readonly kind: "mean_days" | "on_time_share"; readonly of: string }
  | { readonly kind: "share_at_least"; readonly of: string; readonly least: DecimalString }
  | { readonly kind: "weighted"; readonly parts: readonly IndicatorPart[] };

/** One reading of a weighted mean. */
export interface IndicatorPart {
  /** Name of the reading. */
  readonly of: string;
  /** Its weight, above 0; weights are divided by their sum. */
  readonly weight: DecimalString;
}

/** One thing that a member's performance is measured by. A row of data: adding one needs no code. */
export interface PerformanceIndicator {
  /** Stable identity, `snake_case`. Its value has this name among the facts of a scorecard. */
  readonly code: string;
  /** What it is called. */
  readonly title: Words;
  /** How it is computed, in words. */
  readonly meaning: Words;
  /** What it is measured in. */
  readonly unit: PerformanceUnit;
  /** Which way is good. */
  readonly better: "higher" | "lower";
  /** It grows with the days of the period, so that a part of a period says less than the whole. Such values are pro-rated. */
  readonly accrues: boolean;
  /** How it follows from readings. */
  readonly formula: IndicatorFormula;
}
