import type { ScoreCriterion, Scorecard } from "../engine/scorecard.js";
import type { PartnerCriterion } from "./partner-criteria.js";

/** A scorecard for partners: the engine's, with its criteria named instead of written out. Storable as JSON. */
export interface PartnerScorecard extends Omit<Scorecard, "criteria"> {
  /** What is weighed, in reporting order. */
  readonly criteria: readonly PartnerWeighting[];
  /** The host's own criteria, under codes that ours do not have. Absent: none. */
  readonly own?: readonly PartnerCriterion[] | undefined;
}

/** How much one criterion counts, and how its fact becomes points. */
export interface PartnerWeighting extends Pick<ScoreCriterion, "weight" | "scale" | "missing" | "knockOutBelow"> {
  /** Code of a row of `partnerCriteria` or of `own`. */
  readonly criterion: string;
}
