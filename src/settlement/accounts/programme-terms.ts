/**
 * On what terms one programme is settled: those of the run, and over them its own.
 *
 * @internal
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { exact, sumOf, text } from "../../kernel/decimal.js";
import { listPeriods } from "../../kernel/list-periods.js";
import { parsePeriodRule } from "../../kernel/parse-period-rule.js";
import type { PeriodRule } from "../../kernel/period-rule.js";
import { choiceOf, countOf, listOf, optional, type Read, readShare, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import { accountStatementFault } from "./account-items.js";
import type { EarnedWindow } from "./earned-statement.js";
import {
  afterCloseRules,
  type EarningsSettlementPolicy,
  negativeRules,
  type PayableStage,
  type ProgrammeSettlementTerms,
  termStarts,
} from "./earnings-settlement.js";
import { readPayableTerm } from "./payable-term.js";

export type SettlementTerms = EarningsSettlementPolicy & Omit<ProgrammeSettlementTerms, "programmeId">;

/** Stages are parts of a whole, or something would be settled and never owed. */
export const readStages: Read<readonly PayableStage[]> = (value, path) => {
  const read = recordOf<PayableStage>({
    id: readText,
    share: readShare,
    term: optional(readPayableTerm),
    termFrom: optional(choiceOf(termStarts)),
  });
  const stages = uniqueBy("id", listOf(read))(value, path);
  const sum = sumOf(stages.map(({ share }) => exact(share)));
  if (!sum.equals(1)) throw accountStatementFault("settlement.stages_not_whole", path, { got: text(sum) });
  return stages;
};

export const readProgrammeTerms: Read<readonly ProgrammeSettlementTerms[]> = uniqueBy(
  "programmeId",
  listOf(
    recordOf<ProgrammeSettlementTerms>({
      programmeId: readText,
      interimShare: optional(readShare),
      settleEvery: optional((value, path) => parsePeriodRule(value as PeriodRule, path)),
      graceDays: optional(countOf(0, 36_600)),
      negative: optional(choiceOf(negativeRules)),
      returnsAfterClose: optional(choiceOf(afterCloseRules)),
      term: optional(readPayableTerm),
      termFrom: optional(choiceOf(termStarts)),
      stages: optional(readStages),
    }),
  ),
);

/** Every programme on terms of its own is laid over those of the run once. */
export function programmeTerms(policy: EarningsSettlementPolicy): (programmeId: string) => SettlementTerms {
  // a row that was read has no field without a value
  const laid = (row: object) => ({ ...policy, ...row }) as SettlementTerms;
  const own = new Map((policy.programmes ?? []).map(({ programmeId, ...row }) => [programmeId, laid(row)]));
  return (programmeId) => own.get(programmeId) ?? policy;
}

/** Whether what is earned so far is settled in a run: one of the programme's periods has ended since the run before, or on this very day. */
export function isSettledOn(
  { settleEvery }: SettlementTerms,
  window: EarnedWindow,
  asOf: CalendarDate,
  before: CalendarDate | undefined,
): boolean {
  if (settleEvery === undefined) return true;
  return listPeriods(settleEvery, { start: window.start, end: window.end }).some(
    ({ end }) => end < window.end && end <= asOf && (before === undefined ? end === asOf : end > before),
  );
}
