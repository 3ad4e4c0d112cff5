/**
 * One run of a simulation: the accumulator itself, opened, filled and settled, so that no simulation can differ from the settlement it predicts.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { type Exact, sumOf, ZERO } from "../kernel/decimal.js";
import { accumulate } from "./accumulate.js";
import type { RejectedLine } from "./intake.js";
import { openAccumulator } from "./open-accumulator.js";
import type { Accumulator, AccumulatorPolicy } from "./policy.js";
import { settle } from "./settle.js";
import type { SettlementFacts } from "./settlement-facts.js";
import type { Settlement, Statement } from "./statement.js";

export interface SimulationRun {
  readonly settlement: Settlement;
  readonly rejected: readonly RejectedLine[];
  readonly earned: Exact;
  readonly undetermined: number;
}

export function runSimulation(
  lines: readonly SaleLine[],
  facts: SettlementFacts,
  policy: AccumulatorPolicy,
  goOn: (accumulator: Accumulator) => void = () => {},
): SimulationRun {
  const accumulator = openAccumulator(policy);
  const { rejected } = accumulate(accumulator, lines);
  goOn(accumulator);
  const settlement = settle(accumulator, facts);
  return {
    settlement,
    rejected,
    earned: sumOf(settlement.statements.map((one) => earnedOf(one))),
    undetermined: settlement.statements.reduce((count, one) => count + openOf(one), 0),
  };
}

/** What a member earns in the currency of the programmes, whatever it is paid in. */
export function earnedOf({ lines }: Statement): Exact {
  return lines.reduce((sum, { earned }) => (earned === null ? sum : sum.plus(earned.amount)), ZERO);
}

/** Lines whose earning is not known. One that only lacks a rate of exchange is earned. */
export function openOf({ lines }: Statement): number {
  return lines.filter(({ earned }) => earned === null).length;
}
