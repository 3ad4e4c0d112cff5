/**
 * Settlement (结算): sale lines in, statements out.
 *
 * `openAccumulator` compiles programmes and members once. `accumulate` (or `accumulateStream`) takes in lines one at a time, from
 * memory, a file or a queue, and reports every line it refuses. `settle` computes what each member earns on any day, by the same
 * calculator as `qudao/incentives`. `mergeAccumulators` adds what several workers took in; `snapshot` and `restore` carry an
 * accumulator through a store. `simulateProgrammes`, `forecastIncentiveCost` and `simulateOrder` run the same accumulator on what may come.
 * `traceLine` tells why a line counts or not, `explainStatement` how a total came about.
 *
 * Memory grows with members and programmes, not with lines; order, batches, merges and snapshots never change a cent.
 *
 * @module
 */

export { accumulate } from "./accumulate.js";
export { accumulateStream } from "./accumulate-stream.js";
export { explainStatement } from "./explain-statement.js";
export type { IncomingLine, IntakeReport, RejectedLine, RejectionReason } from "./intake.js";
export { mergeAccumulators } from "./merge-accumulators.js";
export { type SettlementCode, settlementMessages } from "./messages.js";
export { openAccumulator } from "./open-accumulator.js";
export type { Accumulator, AccumulatorPolicy, PayoutPolicy } from "./policy.js";
export { restore } from "./restore.js";
export { settle } from "./settle.js";
export type { Baseline, SettlementFacts, StatedFacts } from "./settlement-facts.js";
export { type AccumulatorSnapshot, type CellSnapshot, type MemberSnapshot, type PlacedCellSnapshot, snapshot } from "./snapshot.js";
export type {
  CarriedFigures,
  Conversion,
  IntakeTotals,
  Settlement,
  Statement,
  StatementLine,
  StatementProblem,
  StatementSources,
} from "./statement.js";
export { type LineTrace, traceLine } from "./trace-line.js";

// before it is published, and before an order is placed

export { forecastIncentiveCost } from "./forecast-incentive-cost.js";
export { simulateOrder } from "./simulate-order.js";
export { simulateProgrammes } from "./simulate-programmes.js";
export type {
  CostForecast,
  CostForecastFacts,
  CostForecastProblem,
  MemberChange,
  OrderEffect,
  OrderSimulation,
  OrderSimulationFacts,
  SalesScenario,
  ScenarioCost,
  SimulatedVersion,
  SimulationFacts,
  SimulationOutcome,
  SimulationPolicy,
  VersionChange,
  VersionSimulation,
} from "./simulation.js";

// the member's account

export { type EarningReference, type SettlementEntry, type SettlementEntryKind, settlementEntryKinds } from "./settlement-entry.js";
