/**
 * scorecard: weighted indicators, a score from 0 to 100, and a grade.
 *
 * Each criterion turns one fact into points by a scale and says, itself, what is meant when the fact is missing: a missing fact is
 * never a silent 0 and never a silent full mark, and too little data is an answer (`insufficient_data`). A criterion weighs
 * `weight × points ÷ full`; the score is 100 times the weighted sum over the weights that took part. Everything is kept as exact
 * fractions and rounded once, at the score, to `places`; the grade is that of the published score. Grade bands are half-open, and
 * the top one includes 100.
 *
 * It scores whoever the facts are about: dealer, supplier, customer, employee, plan. `scoreMember` scores one, `scoreField` many
 * who are measured against their best, `scorePeriods` one over several periods, `rankScores` puts them in order, `compareScores`
 * tells the trend and `findGapToGrade` what it would take. A score carries the `version` of its weights: scores of different
 * versions are never compared.
 */
import type { DecimalString, RoundingMode } from "../kernel/decimal.js";
import type { Message, Words } from "../kernel/message.js";

/** Weights and scales of one kind of evaluation, storable as JSON. */
export interface Scorecard {
  /** Names this set of criteria and weights; carried into every score. */
  readonly version: string;
  /** `shares`: the weights add up to 1, within 0.000000001. `keys`: any weights, divided by their sum. */
  readonly weights: "shares" | "keys";
  /** What is weighed, in reporting order. Order never changes a score. */
  readonly criteria: readonly ScoreCriterion[];
  /** Least share of the weights that must rest on facts (own or carried), as a ratio from 0 to 1. Below it there is no score. */
  readonly minimumCoverage: DecimalString;
  /** Decimal places of the score. */
  readonly places: number;
  /** How the score is rounded, once. */
  readonly rounding: RoundingMode;
  /** Grades from 0 to 100, lowest first. */
  readonly grades: readonly GradeBand[];
  /** Grade of whoever falls below a knock-out, whatever the score. Absent: no criterion knocks out. */
  readonly knockOutGrade?: string | undefined;
}

/** One indicator. */
export interface ScoreCriterion {
  /** Stable identity within the scorecard. */
  readonly code: string;
  /** What is measured, in words. */
  readonly title: Words;
  /** Name of the fact it reads. Several criteria may read one fact. */
  readonly fact: string;
  /** Share or key, 0 or more. */
  readonly weight: DecimalString;
  /** How the fact becomes points. */
  readonly scale: ScoreScale;
  /** What is meant when the fact is missing. */
  readonly missing: MissingData;
  /** Fewer points than this force the knock-out grade. Absent: no knock-out. */
  readonly knockOutBelow?: DecimalString | undefined;
}

/** Points by rows: from each row's `from`, its points, until the next row. */
export interface PointsScale {
  /** The kind. */
  readonly kind: "points";
  /** Full marks, above 0. Points are kept between 0 and `full`. */
  readonly full: DecimalString;
  /** Points below the first row. */
  readonly below: DecimalString;
  /** Rows, lowest first; a value equal to `from` belongs to the row. */
  readonly rows: readonly { readonly from: DecimalString; readonly points: DecimalString }[];
}

/** Points in a straight line between two values. */
export interface LinearScale {
  /** The kind. */
  readonly kind: "linear";
  /** Full marks, above 0. */
  readonly full: DecimalString;
  /** The value that earns nothing. */
  readonly from: DecimalString;
  /** The value that earns full marks; below `from` where lower is better. */
  readonly to: DecimalString;
}

/** Points relative to the best of the field: `value ÷ best`, or `best ÷ value` where lower is better. Values are 0 or more. */
export interface RelativeScale {
  /** The kind. */
  readonly kind: "relative";
  /** Full marks, above 0. */
  readonly full: DecimalString;
  /** Which end is best. Where the best of `higher` is 0, everybody earns 0. */
  readonly better: "higher" | "lower";
  /** Under `lower`, what a value of 0 earns, for which the quotient has no meaning. Under `higher` not read: absent. */
  readonly atZero?: "full" | "nothing" | undefined;
}

/** Full marks, less a deduction for every step by which a target is missed. */
export interface DeductionScale {
  /** The kind. */
  readonly kind: "deduction";
  /** Full marks, above 0. */
  readonly full: DecimalString;
  /** Which side of the target is good. */
  readonly better: "higher" | "lower";
  /** The value that still earns full marks. */
  readonly target: DecimalString;
  /** Size of a step, above 0, in the unit of the value. */
  readonly step: DecimalString;
  /** Points lost per step, above 0. */
  readonly deduct: DecimalString;
  /** A step begun but not completed: `counts` as one, or is `free`. */
  readonly partialStep: "counts" | "free";
}

/** Full marks or nothing. The fact is a boolean. */
export interface YesNoScale {
  /** The kind. */
  readonly kind: "yes_no";
  /** Full marks, above 0. */
  readonly full: DecimalString;
  /** The answer that earns full marks. */
  readonly better: "yes" | "no";
}

/** The fact is the points. */
export interface DirectScale {
  /** The kind. */
  readonly kind: "direct";
  /** Full marks, above 0. */
  readonly full: DecimalString;
}

/** How a fact becomes points from 0 to `full`. */
export type ScoreScale = PointsScale | LinearScale | RelativeScale | DeductionScale | YesNoScale | DirectScale;

/**
 * What is meant when a fact is missing. `exclude`: the criterion takes no part and the other weights are shared out anew. `zero`:
 * no points. `neutral`: so many points. `carry`: the last known value while it is at most so many periods old, and otherwise what
 * is said. `fail`: no score at all.
 */
export type MissingData =
  | { readonly then: "exclude" | "zero" | "fail" }
  | { readonly then: "neutral"; readonly points: DecimalString }
  | { readonly then: "carry"; readonly maxAgePeriods: number; readonly otherwise: "exclude" | "zero" | "fail" };

/** One grade: from here up to the next one's `from`; the top one up to and including 100. */
export interface GradeBand {
  /** Name of the grade. */
  readonly grade: string;
  /** Least score, with no more decimal places than the score; `"0"` in the first band. */
  readonly from: DecimalString;
  /** Where it ends, when the source repeats it; must be the next `from`, in the top band `"100"`. Absent: there. */
  readonly to?: DecimalString | undefined;
}

/** What is known about whoever is scored. */
export interface ScoreFacts {
  /** Values by fact name, decimals or booleans. A name that is absent or null is a missing fact. */
  readonly values: { readonly [fact: string]: DecimalString | boolean | null | undefined };
  /** Best value of the field by criterion code, for relative scales. `scoreField` finds it. Absent: no criterion is relative. */
  readonly best?: { readonly [criterion: string]: DecimalString } | undefined;
  /** Last known values by fact name, with their age in periods. Absent: nothing is carried. */
  readonly carried?: { readonly [fact: string]: CarriedValue | undefined } | undefined;
}

/** A value of an earlier period. */
export interface CarriedValue {
  /** The value as it was. */
  readonly value: DecimalString | boolean;
  /** How many periods ago, 1 or more. */
  readonly agePeriods: number;
}

/** Where the points of a criterion came from. */
export type ScoreSource = "value" | "carried" | "neutral" | "zero" | "excluded";

/** What one criterion brought. */
export interface ScoreLine {
  /** Code of the criterion. */
  readonly criterion: string;
  /** Where its points came from; `excluded`: it took no part. */
  readonly source: ScoreSource;
  /** Points from 0 to full, rounded as the score for showing. `null`: excluded. */
  readonly points: DecimalString | null;
  /** What it brought to the score, rounded as the score. */
  readonly contribution: DecimalString;
}

/** A score. */
export interface Scored {
  /** There is a score. */
  readonly status: "scored";
  /** Version of the scorecard. */
  readonly version: string;
  /** From 0 to 100, rounded to the scorecard's places. */
  readonly score: DecimalString;
  /** Grade of the score, or the knock-out grade. */
  readonly grade: string;
  /** Criteria below their knock-out. Empty: none. */
  readonly knockedOutBy: readonly string[];
}

/** No score, for want of data: neither 0 nor 100. */
export interface InsufficientData {
  /** There is no score. */
  readonly status: "insufficient_data";
  /** Version of the scorecard. */
  readonly version: string;
  /** What is lacking: any fact at all, enough of them, or one without which there is no score. */
  readonly because: "no_data" | "coverage" | "required";
  /** Criteria, or periods, without data. */
  readonly missing: readonly string[];
}

/** No score, because a value has no meaning on its scale. */
export interface Unscorable {
  /** There is no score. */
  readonly status: "unscorable";
  /** Version of the scorecard. */
  readonly version: string;
  /** Each value without meaning. */
  readonly problems: readonly Message<"engine.score_negative">[];
}

/** A score with its lines, or why there is none. */
export type ScoreOutcome =
  | (Scored & {
      /** One line per criterion, in the order of the scorecard. */
      readonly lines: readonly ScoreLine[];
      /** Share of the weights that rests on facts, own or carried, cut to four places. */
      readonly coverage: DecimalString;
    })
  | InsufficientData
  | Unscorable;
