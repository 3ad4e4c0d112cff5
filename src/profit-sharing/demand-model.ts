import type { DecimalString } from "../kernel/decimal.js";

/**
 * Demand with a normal distribution. It is not cut at 0: where the deviation is not small beside the mean, use another. `computeNewsvendor`
 * says in `belowZero` how much of it lies there.
 */
export interface NormalDemand {
  /** The kind. */
  readonly kind: "normal";
  /** Mean, in units, 0 or more. */
  readonly mean: DecimalString;
  /** Standard deviation, above 0. */
  readonly deviation: DecimalString;
}

/** Demand whose logarithm has a normal distribution. */
export interface LognormalDemand {
  /** The kind. */
  readonly kind: "lognormal";
  /** Mean of the natural logarithm of demand, −20 to 20. */
  readonly logMean: DecimalString;
  /** Standard deviation of the logarithm, above 0, at most 3: what scatters more has no useful mean. */
  readonly logDeviation: DecimalString;
}

/** Demand of whole units that come one by one, independently. */
export interface PoissonDemand {
  /** The kind. */
  readonly kind: "poisson";
  /** Mean, in units, from 0 to 1,000,000. */
  readonly mean: DecimalString;
}

/** Demand of which every amount in a range is equally likely. */
export interface UniformDemand {
  /** The kind. */
  readonly kind: "uniform";
  /** Where the range begins, 0 or more. */
  readonly from: DecimalString;
  /** Where it ends, above `from`. */
  readonly to: DecimalString;
}

/** Demand as it was seen. */
export interface EmpiricalDemand {
  /** The kind. */
  readonly kind: "empirical";
  /** Demands, in any order, each with its weight; equal demands add up. At least one weight is above 0. */
  readonly seen: readonly {
    /** The demand, in units, 0 or more. */
    readonly demand: DecimalString;
    /** How often it was seen, or its probability; 0 or more. */
    readonly weight: DecimalString;
  }[];
}

/** What is known about demand in a season. */
export type DemandModel = NormalDemand | LognormalDemand | PoissonDemand | UniformDemand | EmpiricalDemand;
