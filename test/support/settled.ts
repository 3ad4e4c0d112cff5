import type { SaleLine } from "qudao/entities";
import { checkExplanation } from "qudao/kernel";
import {
  type AccumulatorPolicy,
  accumulate,
  explainStatement,
  mergeAccumulators,
  openAccumulator,
  restore,
  type Settlement,
  type SettlementFacts,
  settle,
  snapshot,
} from "qudao/settlement";
import { expect } from "vitest";
import { frozen } from "./frozen.js";

/** What a policy pays for lines. None is turned away, every working adds up, and nothing of it is lost in text. */
export function settled(policy: AccumulatorPolicy, lines: readonly SaleLine[], facts: Partial<SettlementFacts> = {}): Settlement {
  const accumulator = openAccumulator(frozen(policy));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  const settlement = settle(accumulator, { asOf: "2025-01-01", ...facts });
  expect(JSON.parse(JSON.stringify(settlement))).toStrictEqual(settlement);
  for (const statement of settlement.statements) expect(checkExplanation(explainStatement(statement))).toStrictEqual([]);
  return settlement;
}

/** The same in two parts, in another order, and through text. */
export function settledInParts(policy: AccumulatorPolicy, lines: readonly SaleLine[], facts: SettlementFacts): Settlement {
  const [left, right] = [openAccumulator(policy), openAccumulator(policy)];
  const [even, odd] = [0, 1].map((rest) => lines.filter((_, i) => i % 2 === rest)) as [SaleLine[], SaleLine[]];
  accumulate(left, even.reverse());
  accumulate(right, odd);
  return settle(restore(JSON.parse(JSON.stringify(snapshot(mergeAccumulators(left, right))))), facts);
}
