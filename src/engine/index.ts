/**
 * The five mechanisms the whole library runs on. They know nothing of channels.
 *
 * `rule` asks every criterion and answers met, unmet, unknown or excepted. `scorecard` weighs indicators into a score and a grade.
 * `state-table` moves one arrow at a time and returns what should follow as data. `procedure` is a plan with stages, owners, papers
 * and gates, and a run of it. `tier-schedule` turns a measure into money by a threshold table. Learn these and you can read every room.
 * The table, the template or the rules stand first among the arguments, what is asked of them after.
 *
 * @zh
 * 全库共用的五种机制，它们对渠道一无所知。
 *
 * `rule`（规则）逐条询问标准，回答符合、不符合、未知或例外。`scorecard`（评分卡）把指标加权成分数与等级。`state-table`（状态表）一次走一条流转，后续动作以数据返回。`procedure`（流程）是带阶段、负责人、文件与关口的计划，以及它的一次执行。`tier-schedule`（阶梯表）按门槛表把计量换算成金额。学会这五种，就能读懂每个模块。表、模板或规则是第一个参数，要问的事在其后。
 *
 * @module
 */

export { type EngineCode, engineMessages } from "./messages.js";

// rule

export { askRules } from "./ask-rules.js";
export { type Asked, askRulesOfMany } from "./ask-rules-of-many.js";
export { checkRules, type RuleBook } from "./check-rules.js";
export { combineFindings, type RuleVerdict, ruleVerdicts } from "./combine-findings.js";
export type { AnyRule } from "./compile-rules.js";
export {
  type AllOfTest,
  type AnyOfTest,
  type AtLeastCountTest,
  type AtLeastNTest,
  type BetweenTest,
  type CriterionData,
  type CriterionKind,
  type CriterionTest,
  criterionKinds,
  type DocumentFact,
  type DocumentValidTest,
  type EventFact,
  type FactTest,
  type FullYearsTest,
  type GroupTest,
  type IsTrueTest,
  type MaxTest,
  type MinTest,
  type NoEventSinceTest,
  type NoneOfTest,
  type NoneTest,
  type OneOfTest,
  type ScoreAtLeastTest,
  type Threshold,
} from "./criterion-data.js";
export { explainFindings } from "./explain-findings.js";
export { listNeeded } from "./list-needed.js";
export {
  type Asking,
  type Finding,
  type FindingPart,
  type Known,
  type Rule,
  type RuleStatus,
  type RuleWeight,
  ruleStatuses,
  ruleWeights,
  type Tested,
  type Waiver,
} from "./rule.js";

// scorecard

export { checkScorecard } from "./check-scorecard.js";
export { compareScores, type ScoreTrend, type TrendFacts } from "./compare-scores.js";
export { findGapToGrade, type GapFacts, type GradeGap, type GradeWay, type NeededBound } from "./find-gap-to-grade.js";
export {
  type RankedScore,
  type Ranking,
  type RankingFacts,
  type RankingPolicy,
  rankScores,
  type UnrankedBecause,
} from "./rank-scores.js";
export { type FieldMember, type FieldScore, scoreField } from "./score-field.js";
export { scoreMember } from "./score-member.js";
export { type Decay, type PeriodFacts, type PeriodLine, type PeriodPolicy, type PeriodsOutcome, scorePeriods } from "./score-periods.js";
export type {
  CarriedValue,
  DeductionScale,
  DirectScale,
  GradeBand,
  InsufficientData,
  LinearScale,
  MissingData,
  PointsScale,
  RelativeScale,
  ScoreCriterion,
  Scorecard,
  Scored,
  ScoreFacts,
  ScoreLine,
  ScoreOutcome,
  ScoreScale,
  ScoreSource,
  Unscorable,
  YesNoScale,
} from "./scorecard.js";

// state-table

export { type AvailableEvent, availableEvents } from "./available-events.js";
export { checkMachine } from "./check-machine.js";
export type { CompiledRegion } from "./compile-table.js";
export { exportMachine, type XstateMachine, type XstateName, type XstateState, type XstateTransition } from "./export-machine.js";
export { type DatedStep, type DueFacts, type DueMember, type DueReport, findDue } from "./find-due.js";
export { type DueDate, findDueDates } from "./find-due-dates.js";
export type { Machine, MachineKit } from "./machine.js";
export { machineKit } from "./machine-kit.js";
export { renderMachine } from "./render-machine.js";
export { type Replay, type ReplayFacts, type ReplayPolicy, replayEvents } from "./replay-events.js";
export type {
  Arrow,
  ArrowEffect,
  DayPassed,
  Effect,
  EventName,
  Guard,
  GuardFinding,
  GuardStatus,
  MachineTypes,
  Place,
  Refusal,
  Seen,
  State,
  StateTable,
  Step,
  Update,
} from "./state-table.js";
export { stepState } from "./step-state.js";

// procedure

export { checkProcedure } from "./check-procedure.js";
export { type PlanFacts, type PlannedStep, type ProcedurePlan, planDates } from "./plan-dates.js";
export type {
  ConditionAnswered,
  DocumentSupplied,
  OutputDelivered,
  ProcedureCadence,
  ProcedureEvent,
  ProcedureGate,
  ProcedureOutput,
  ProcedureRun,
  ProcedureSpan,
  ProcedureStage,
  ProcedureStep,
  ProcedureTemplate,
  RoleAssigned,
  RuleChecked,
  StepApproved,
  StepCompleted,
  StepData,
  StepEvent,
  StepRejected,
  StepReopened,
  StepSkipped,
  StepStage,
  StepStarted,
} from "./procedure.js";
export type { ProcedureTime } from "./procedure-time.js";
export { type ProcedureEffect, type RecordedStep, recordStep } from "./record-step.js";
export { type RenderedProcedure, renderProcedure } from "./render-procedure.js";
export {
  type ProcedureReview,
  type ReviewFacts,
  reviewProcedure,
  type StepBlock,
  type StepReview,
  type StepStatus,
} from "./review-procedure.js";
export { type ProcedureStart, startProcedure } from "./start-procedure.js";

// tier-schedule

export { checkTierSchedule } from "./check-tier-schedule.js";
export { evaluateTiers } from "./evaluate-tiers.js";
export {
  type TierBoundary,
  type TierCurve,
  type TierFacts,
  type TierGap,
  type TierMethod,
  type TierOutcome,
  type TierPackage,
  type TierRow,
  type TierSchedule,
  type TierTable,
  tierBoundaries,
  tierCurves,
  tierMethods,
} from "./tier-schedule.js";
