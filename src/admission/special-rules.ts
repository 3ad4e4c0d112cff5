import type { DistributorAdmissionPolicy } from "./admission-policy.js";
import type { AdmissionRule } from "./admission-rule.js";
import { reviewersImpartial } from "./rules/reviewers-impartial.js";
import { specialScoreSufficient } from "./rules/special-score-sufficient.js";
import { vacancyOpen } from "./rules/vacancy-open.js";

/** The rules for large integrators and contractors, who are evaluated by other criteria than everybody else. */
export const specialRules: readonly AdmissionRule<DistributorAdmissionPolicy>[] = [specialScoreSufficient, vacancyOpen, reviewersImpartial];
