import { type Exact, exact, sumOf } from "../kernel/decimal.js";
import type { FaultMaker } from "../kernel/fault.js";
import type { KernelCode } from "../kernel/messages.js";
import { checkScorecard } from "./check-scorecard.js";
import { engineFaults } from "./found.js";
import { type Fraction, wholeOf } from "./fraction.js";
import type { EngineCode } from "./messages.js";
import { type ReadScale, readScoreScale } from "./score-scale.js";
import type { GradeBand, ScoreCriterion, Scorecard } from "./scorecard.js";
import { scorecardFaultMessages } from "./scorecard-messages.js";

/** @internal */
export const scorecardFault: FaultMaker<EngineCode | KernelCode> = engineFaults(scorecardFaultMessages);

/** A criterion read once. @internal */
export interface ReadCriterion {
  readonly criterion: ScoreCriterion;
  readonly weight: Exact;
  readonly full: Exact;
  readonly scale: ReadScale;
  readonly knockOutBelow: Fraction | undefined;
  /** Points of `neutral`. */
  readonly neutral: Fraction | undefined;
}

/** A scorecard read once, for many members. @internal */
export interface ReadScorecard {
  readonly card: Scorecard;
  readonly criteria: readonly ReadCriterion[];
  readonly totalWeight: Exact;
  readonly minimumCoverage: Exact;
}

/** Checks a scorecard and reads it into decimals. @throws LibraryFault The first fault of `checkScorecard`. @internal */
export function readScorecard(card: Scorecard, path = "scorecard"): ReadScorecard {
  const [first] = checkScorecard(card);
  if (first !== undefined) throw scorecardFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  const criteria = card.criteria.map((criterion): ReadCriterion => {
    const { scale, weight, knockOutBelow, missing } = criterion;
    return {
      criterion,
      weight: exact(weight),
      full: exact(scale.full),
      scale: readScoreScale(scale),
      knockOutBelow: knockOutBelow === undefined ? undefined : wholeOf(exact(knockOutBelow)),
      neutral: missing.then === "neutral" ? wholeOf(exact(missing.points)) : undefined,
    };
  });
  const totalWeight = sumOf(criteria.map(({ weight }) => weight));
  return { card, criteria, totalWeight, minimumCoverage: exact(card.minimumCoverage) };
}

/** The grade of a score from 0 to 100. @internal */
export function gradeOf(score: Exact, grades: readonly GradeBand[]): string {
  let grade = "";
  for (const band of grades) if (score.greaterThanOrEqualTo(band.from)) grade = band.grade;
  return grade;
}
