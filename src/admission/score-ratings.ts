import type { ReadScorecard } from "../engine/read-scorecard.js";
import { scoreWith } from "../engine/score-member.js";
import type { ScoreOutcome } from "../engine/scorecard.js";
import type { Explained } from "../kernel/explanation.js";
import { isLibraryFault } from "../kernel/fault.js";
import { admissionFault } from "./admission-fault.js";
import type { ApplicantRatings } from "./applicant.js";
import type { AdmissionCode } from "./messages.js";

/** Scores ratings that stand directly in the application, so that a fault names them there. @internal */
export function scoreRatings(read: ReadScorecard, ratings: ApplicantRatings, path: string): Explained<ScoreOutcome> {
  try {
    return scoreWith(read, { values: ratings }, path);
  } catch (caught) {
    if (!isLibraryFault(caught)) throw caught;
    const { code, params, cause } = caught;
    throw admissionFault(code as AdmissionCode, caught.path.replace(`${path}.values`, path), params, cause);
  }
}
