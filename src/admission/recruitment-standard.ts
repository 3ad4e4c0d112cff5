import type { ProcedureTemplate } from "../engine/procedure.js";
import type { ParticipantKind } from "../entities/catalogue.js";
import type { CandidatePolicy } from "./evaluate-candidate.js";

/**
 * What applies to candidates of one kind: by which criteria they are judged, and in which steps (招募的标准和程序). Kept in versions, as
 * `Versioned<RecruitmentStandard>`. `P` is the policy; a host may use a policy of formal admission instead.
 */
export interface RecruitmentStandard<P = CandidatePolicy> {
  /** The kind of member it is for. */
  readonly memberKind: ParticipantKind;
  /** The criteria. */
  readonly policy: P;
  /** The steps: `recruitmentProcedure`, or the host's own. */
  readonly procedure: ProcedureTemplate;
}
