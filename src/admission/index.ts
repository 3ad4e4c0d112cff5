/**
 * Who may join (准入): agents and distributors judged by every rule of the policy, nothing skipped and nothing guessed.
 *
 * An application holds what is known; a policy, as JSON, what was agreed. `evaluateAdmission` decides on one, `evaluateAdmissions` on
 * many: admitted, admitted with exceptions, qualified but without a vacancy, sent to a special evaluation, asked for more, or rejected —
 * each with every finding, and with what would have to change and by whom. `agentRules`, `distributorRules` and `specialRules` are the
 * rules in force; a host adds papers and criteria in the policy. `checkAdmissionPolicy` proofreads a policy: the texts leave its
 * thresholds open, and none is guessed. `rankAgentCandidates` puts admitted agents in order, `evaluateQualification` sums up a party's
 * decisions over products and territories.
 *
 * Before anybody applies, members are looked for. A `RecruitmentPlan` says whom, where and by when, and serves a strategy; prospects come
 * from sources, are screened on value and feasibility (`screenProspects`), interviewed, trained and tested (`stepCandidate`), scored by
 * the criteria for partners (`partnerCriteria`, `scoreCandidate`), ranked with ties as ties (`rankCandidates`) and decided on
 * (`evaluateCandidate`). What is not known about a candidate never counts for it and is never a 0.
 *
 * @zh
 * 谁可以加入：代理商与分销商按政策的每一条规则评审，一条不漏，也不猜测。
 *
 * 申请写明已知的事实；政策以 JSON 写明约定。`evaluateAdmission` 评审一份，`evaluateAdmissions` 评审多份：准入、例外准入、合格但无空缺、转入特别评估、要求补充或拒绝，每个结论都附全部判断，并说明须由谁作何改变。`agentRules`、`distributorRules` 与 `specialRules` 是现行规则，宿主可在政策中增加文件与标准。`checkAdmissionPolicy` 核对政策：条文留白的门槛不作猜测。`rankAgentCandidates` 为获准的代理商排序，`evaluateQualification` 汇总一方在各产品、各区域的结论。
 *
 * 在有人申请之前，先要寻找成员。`RecruitmentPlan` 写明找谁、在哪里、到何时，并服务于某项战略；潜在对象来自各种来源，按价值与可行性筛选（`screenProspects`），经面谈、培训与测试（`stepCandidate`），按伙伴标准评分（`partnerCriteria`、`scoreCandidate`），排序时并列即并列（`rankCandidates`），最后作出决定（`evaluateCandidate`）。候选者未知的事既不算有利，也绝不算 0。
 *
 * @module
 */

export {
  type AdmissionApplication,
  type AdmissionKind,
  type AdmissionReviewer,
  type AdmissionScope,
  admissionKinds,
} from "./admission-application.js";
export {
  type AdmissionDecision,
  type AdmissionDueDate,
  type AdmissionEvent,
  type AdmissionStatus,
  admissionEvents,
  admissionStatuses,
  type EvaluationRoute,
  evaluationRoutes,
  type NeededChange,
} from "./admission-decision.js";
export {
  type AdjustableRule,
  type AdmissionActor,
  type AdmissionCriterion,
  type AdmissionPaper,
  type AdmissionPolicy,
  type AdmissionPolicyBase,
  type AdmissionRoute,
  type AdmissionTerms,
  type AgentAdmissionPolicy,
  type AgentIndicator,
  type AgentRankingPolicy,
  admissionActors,
  agentIndicators,
  type DistributorAdmissionPolicy,
  type LeastCoverage,
  type LeastOutlets,
  type LeastTurnover,
  type NominationRoute,
  type OriginRoute,
  type OutletThreshold,
  type PeerTurnover,
  type RuleBinding,
  ruleBindings,
  type SpecialEvaluation,
  type TurnoverThreshold,
  textRoutes,
} from "./admission-policy.js";
export { type AdmissionPolicyRemark, type RemarkSeverity, remarkSeverities } from "./admission-policy-remark.js";
export type { AdmissionFacts, AdmissionRule, SpecialScore } from "./admission-rule.js";
export { agentRules } from "./agent-rules.js";
export {
  type Applicant,
  type ApplicantKind,
  type ApplicantManagement,
  type ApplicantOrigin,
  type ApplicantOutletNetwork,
  type ApplicantRatings,
  type ApplicantSalesPlan,
  type ApplicantTeamMember,
  type ArrearsRecord,
  applicantKinds,
  applicantOrigins,
  type BreachRecord,
  type CashFlow,
  type CashFlowBasis,
  cashFlowBases,
  type FeasibilityAnalysis,
  type FlowPeriod,
  flowPeriods,
  type MortgageableProperty,
  type Nomination,
  type NominationEvaluation,
  type NominatorKind,
  type NominatorStatus,
  nominatorKinds,
  nominatorStatuses,
  type PlannedOutlets,
  type PlannedVolume,
  type SalesBasis,
  type SalesCapacity,
  type SalesExperience,
  salesBases,
  type WorkingCapital,
  type WrittenReport,
} from "./applicant.js";
export { checkAdmissionPolicy } from "./check-admission-policy.js";
export {
  type CapitalTurnoverOutcome,
  type CapitalTurnoverPolicy,
  type CapitalTurnoverProblem,
  computeCapitalTurnover,
} from "./compute-capital-turnover.js";
export { distributorRules } from "./distributor-rules.js";
export { evaluateAdmission } from "./evaluate-admission.js";
export { evaluateAdmissions } from "./evaluate-admissions.js";
export {
  evaluateQualification,
  type Qualification,
  type QualificationFacts,
  type QualificationStatus,
  qualificationStatuses,
  type ScopeQualification,
} from "./evaluate-qualification.js";
export { exampleAgentPolicy } from "./example-agent-policy.js";
export { exampleDistributorPolicy } from "./example-distributor-policy.js";
export { type AdmissionCode, admissionMessages } from "./messages.js";
export {
  type AgentCandidate,
  type AgentRanking,
  type RankedAgent,
  rankAgentCandidates,
  type UnrankedAgent,
} from "./rank-agent-candidates.js";
export { type AdmissionRuleCode, admissionRuleMessages } from "./rule-messages.js";
export { specialRules } from "./special-rules.js";

// candidates: found, screened, compared, led to an application

export { buildPartnerScorecard } from "./build-partner-scorecard.js";
export type {
  CandidateFacts,
  CandidateField,
  DatedCandidate,
  DemandedTerms,
  MeasurePolicy,
  OtherLine,
  RecordPolicy,
  SegmentShare,
  TermsPolicy,
  YearRecord,
} from "./candidate-facts.js";
export { type CandidateCode, candidateMessages } from "./candidate-messages.js";
export { type CandidateStage, candidateStages } from "./candidate-stages.js";
export {
  type CandidateAdmission,
  type CandidateData,
  type CandidateEffect,
  type CandidateEvaluated,
  type CandidateEvent,
  type CandidateInterviewed,
  type CandidateRefusal,
  type CandidateRejected,
  type CandidateScreened,
  type CandidateSigned,
  type CandidateState,
  type CandidateStep,
  type CandidateStepFacts,
  type CandidateTested,
  type CandidateTrained,
  type CandidateTypes,
  type CandidateWithdrew,
  candidateAdmissions,
  type NegotiationOpened,
} from "./candidate-types.js";
export { channelBuildingProcedure } from "./channel-building-procedure.js";
export { checkPartnerScorecard, type PartnerScorecardFault } from "./check-partner-scorecard.js";
export {
  type CooperationMode,
  type CooperationModeComparison,
  type CooperationModeFacts,
  type CooperationModePolicy,
  compareCooperationModes,
  cooperationModes,
  type ModeCost,
} from "./compare-cooperation-modes.js";
export {
  computeRecruitmentProgress,
  type OutsideBecause,
  type Recruit,
  type RecruitmentFacts,
  type RecruitmentProgress,
  type TargetProgress,
  type TerritoryProgress,
} from "./compute-recruitment-progress.js";
export {
  type ConversionCounts,
  type ConversionFacts,
  type ConversionPolicy,
  type ConversionProspect,
  computeSourceConversion,
  type SourceConversion,
  type SourceConversions,
} from "./compute-source-conversion.js";
export {
  type CandidateDecision,
  type CandidatePolicy,
  type CandidateVerdict,
  candidateDecisions,
  evaluateCandidate,
} from "./evaluate-candidate.js";
export { type DossierGap, type DossierPolicy, type DossierVerdict, evaluateMemberDossier } from "./evaluate-member-dossier.js";
export {
  evaluateRecruitmentPlan,
  type RecruitmentPlanFacts,
  type RecruitmentPlanPolicy,
  type RecruitmentPlanVerdict,
} from "./evaluate-recruitment-plan.js";
export { expansionProcedure } from "./expansion-procedure.js";
export { findCandidateEvents } from "./find-candidate-events.js";
export { type DueCandidateFacts, findDueCandidates } from "./find-due-candidates.js";
export { findRecruitmentStandard, type StandardFacts, type StandardProblem } from "./find-recruitment-standard.js";
export { type CandidateMeasures, measureCandidate, type NotMeasured } from "./measure-candidate.js";
export {
  type DossierBusiness,
  type DossierEvaluation,
  type DossierFieldRow,
  type DossierIdentity,
  type DossierSection,
  type DossierSectionRow,
  dossierSections,
  type MemberDossier,
} from "./member-dossier.js";
export {
  type CriterionUnit,
  type CriterionValues,
  criterionUnits,
  type PartnerCriterion,
  partnerCriteria,
  type ScreeningAxis,
  screeningAxes,
} from "./partner-criteria.js";
export { partnerProcedure } from "./partner-procedure.js";
export type { PartnerScorecard, PartnerWeighting } from "./partner-scorecard.js";
export { type Prospect, type ProspectSource, prospectSources } from "./prospect.js";
export { type CandidateRanking, type CandidateRankingPolicy, type RankedCandidate, rankCandidates } from "./rank-candidates.js";
export { type ProspectRanking, type ProspectRankingFacts, type RankedProspect, rankProspects } from "./rank-prospects.js";
export type { RecruitmentPlan, RecruitmentTarget, ResearchReference } from "./recruitment-plan.js";
export { recruitmentProcedure } from "./recruitment-procedure.js";
export type { RecruitmentStandard } from "./recruitment-standard.js";
export { type CandidateHistory, replayCandidate } from "./replay-candidate.js";
export { type CandidateScore, type CandidateScoring, scoreCandidate } from "./score-candidate.js";
export {
  type ScreenedProspect,
  type Screening,
  type ScreeningPolicy,
  type ScreeningVerdict,
  screeningVerdicts,
  screenProspects,
} from "./screen-prospects.js";
export { type CandidateStart, startCandidate } from "./start-candidate.js";
export { stepCandidate } from "./step-candidate.js";
export type { StrategyReference } from "./strategy-reference.js";
