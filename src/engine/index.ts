/**
 * The five mechanisms the whole library runs on. They know nothing of channels.
 *
 * `rule` asks every criterion and answers met, unmet, unknown or excepted. `scorecard` weighs indicators into a score and a grade.
 * `state-table` moves one arrow at a time and returns what should follow as data. `procedure` is a plan with stages, owners, papers
 * and gates, and a run of it. `tier-schedule` turns a measure into money by a threshold table. Learn these and you can read every room.
 *
 * @module
 */

export { type EngineCode, engineMessages } from "./messages.js";

// rule

// scorecard

// state-table

// procedure

// tier-schedule
export { checkTierSchedule } from "./check-tier-schedule.js";
export { evaluateTiers } from "./evaluate-tiers.js";
export {
  type TierBoundary,
  type TierFacts,
  type TierGap,
  type TierMethod,
  type TierOutcome,
  type TierPackage,
  type TierRow,
  type TierSchedule,
  type TierTable,
  tierBoundaries,
  tierMethods,
} from "./tier-schedule.js";
