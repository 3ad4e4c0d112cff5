/** Statements, policies and runs for the tests of accruals, settlements of earnings, payables and journals. */
import { catalogue } from "qudao/i18n";
import { checkExplanation, type Explanation, renderExplanation } from "qudao/kernel";
import {
  type AccrualEntry,
  type AccrualFacts,
  type AccrualPolicy,
  type AccrualRun,
  accrueEarnings,
  type EarnedLine,
  type EarnedStatement,
  type EarningsSettlement,
  type EarningsSettlementFacts,
  type EarningsSettlementPolicy,
  type SettlementEntry,
  settleEarnings,
} from "qudao/settlement";
import { expect } from "vitest";
import { frozen } from "./frozen.js";

export const yuan = (amount: string) => ({ amount, currency: "CNY" });

export const year = { id: "2024", start: "2024-01-01", end: "2025-01-01" };
export const quarter = { id: "2024-Q1", start: "2024-01-01", end: "2024-04-01" };

export function earnedLine(payable: string, changes: Partial<EarnedLine> = {}): EarnedLine {
  return { programmeId: "volume", programmeVersion: "1", window: quarter, status: "open", payable: yuan(payable), ...changes };
}

export function statementOf(...lines: readonly EarnedLine[]): readonly EarnedStatement[] {
  return [{ memberId: "A", lines }];
}

export function entryOf(amount: string, changes: Partial<SettlementEntry> = {}): SettlementEntry {
  return {
    id: "E1",
    memberId: "A",
    kind: "earning",
    date: "2024-02-29",
    amount: yuan(amount),
    earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
    ...changes,
  };
}

export const accrualPolicy: AccrualPolicy = {
  posting: "difference",
  forecasts: [],
  claims: [],
  overSettled: "taken_back",
  rounding: "half_up",
};

export const settlementPolicy: EarningsSettlementPolicy = {
  interimShare: "0",
  graceDays: 0,
  negative: "carry_forward",
  returnsAfterClose: "adjust_next",
  versions: "rerate",
  term: { kind: "net", days: 30 },
  termFrom: "window_end",
  rounding: "half_up",
};

const raw = /\b(kernel|engine|entities|incentives|settlement)\.[a-z_]+|[{}?]|undefined|\[object/;

/** Plain JSON, a working that adds up, words in both languages. */
export function expectSound(explained: { readonly outcome: unknown; readonly explanation: Explanation }): void {
  expect(JSON.parse(JSON.stringify(explained))).toStrictEqual(explained);
  expect(checkExplanation(explained.explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) {
    const said = renderExplanation(explained.explanation, { language, catalogue });
    expect(said).not.toMatch(raw);
    if (language === "zh") for (const line of said.split("\n")) expect(line).toMatch(/[\u3000-\u9fff：]/);
  }
}

export function accrue(facts: Partial<AccrualFacts>, policy: Partial<AccrualPolicy> = {}): AccrualRun {
  const given: AccrualFacts = { runId: "R", asOf: "2024-03-31", statements: [], accruals: [], entries: [], ...facts };
  const answer = accrueEarnings(frozen(given), frozen({ ...accrualPolicy, ...policy }));
  if (!answer.ok) throw new Error(answer.problem.code);
  expectSound(answer.value);
  return answer.value.outcome;
}

export function settleUp(facts: Partial<EarningsSettlementFacts>, policy: Partial<EarningsSettlementPolicy> = {}): EarningsSettlement {
  const given: EarningsSettlementFacts = { runId: "R", asOf: "2024-04-01", statements: [], entries: [], ...facts };
  const answer = settleEarnings(frozen(given), frozen({ ...settlementPolicy, ...policy }));
  if (!answer.ok) throw new Error(answer.problem.code);
  expectSound(answer.value);
  return answer.value.outcome;
}

/** The same without a look at words, for tests that run it thousands of times. */
export function accrueFast(facts: Partial<AccrualFacts>, policy: Partial<AccrualPolicy> = {}): AccrualRun {
  const given: AccrualFacts = { runId: "R", asOf: "2024-03-31", statements: [], accruals: [], entries: [], ...facts };
  const answer = accrueEarnings(given, { ...accrualPolicy, ...policy });
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  return answer.value.outcome;
}

/** See `accrueFast`. */
export function settleFast(facts: Partial<EarningsSettlementFacts>, policy: Partial<EarningsSettlementPolicy> = {}): EarningsSettlement {
  const given: EarningsSettlementFacts = { runId: "R", asOf: "2024-04-01", statements: [], entries: [], ...facts };
  const answer = settleEarnings(given, { ...settlementPolicy, ...policy });
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  return answer.value.outcome;
}

export const partsOf = (postings: readonly AccrualEntry[]) => postings.map(({ part, amount }) => [part, amount.amount]);
export const amountsOf = (entries: readonly SettlementEntry[]) => entries.map(({ kind, amount }) => [kind, amount.amount]);
