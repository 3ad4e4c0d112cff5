import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";

/** One tier of a programme. */
export interface ProgrammeTier {
  /** Its name. */
  readonly tier: string;
  /** What it is called. */
  readonly title: Words;
  /** What it takes. */
  readonly rule: ProgrammeTierRule;
}

/** `all_thresholds`: every one must be reached; none: everybody has the tier. `points`: any one of the tracks. */
export type ProgrammeTierRule =
  | { readonly kind: "all_thresholds"; readonly thresholds: readonly TierThreshold[] }
  | { readonly kind: "points"; readonly tracks: readonly PointTrack[] };

/** A bound on one metric. */
export interface TierThreshold {
  /** The metric. */
  readonly metric: string;
  /** Least value; exactly it is enough. */
  readonly atLeast: DecimalString;
}

/** One way to the points. Qualified: the sum reaches `minimum` and every metric is above 0. */
export interface PointTrack {
  /** Its name. */
  readonly track: string;
  /** Points needed; exactly so many are enough. */
  readonly minimum: DecimalString;
  /** What brings points: `max × min(1, value ÷ threshold)`. */
  readonly metrics: readonly PointMetric[];
}

/** Points of one metric. */
export interface PointMetric {
  /** The metric. */
  readonly metric: string;
  /** The value that brings all points, above 0. */
  readonly threshold: DecimalString;
  /** All its points, above 0. */
  readonly max: DecimalString;
}

/** What one metric has and needs. */
export interface TierNeed {
  /** The metric. */
  readonly metric: string;
  /** Its value. `null`: not known. */
  readonly value: DecimalString | null;
  /** The value that would do, all other metrics unchanged. `null`: none would alone. */
  readonly needed: DecimalString | null;
  /** Needed less value; 0 or below: slack. `null`: one of the two is not there. */
  readonly missing: DecimalString | null;
  /** The value does. */
  readonly met: boolean;
}
