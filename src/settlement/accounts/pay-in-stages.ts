/**
 * One amount that is owed, as the payables that its stages make of it.
 *
 * @internal
 */
import type { CalendarDate } from "../../kernel/calendar-date.js";
import { latestDate } from "../../kernel/compare-dates.js";
import { type Exact, sumOf } from "../../kernel/decimal.js";
import { toMinor } from "../account-kit.js";
import type { PayableStage } from "./earnings-settlement.js";
import type { PayableTerm } from "./payable-term.js";

export interface StagedPart {
  readonly amount: Exact;
  readonly due: CalendarDate;
  readonly stageId: string;
}

/** The day by which a stage is due that has terms of its own, or none. */
export type DueOfStage = (stage: { readonly term?: PayableTerm | undefined; readonly termFrom?: PayableStage["termFrom"] }) => CalendarDate;

/** A stage without a term is due with the one before it, and none is due before that. */
export function stageDueDays(stages: readonly Pick<PayableStage, "term" | "termFrom">[], dueOf: DueOfStage): readonly CalendarDate[] {
  let before: Pick<PayableStage, "term" | "termFrom"> = {};
  let due: CalendarDate | undefined;
  return stages.map(({ term, termFrom }) => {
    if (term !== undefined) before = { term, termFrom };
    due = due === undefined ? dueOf(before) : latestDate(due, dueOf(before));
    return due;
  });
}

/** Every stage but the last gets its share cut to the minor unit; the last gets the rest and with it the odd cents. A stage of nothing is no payable. */
export function payInStages(amount: Exact, currency: string, stages: readonly PayableStage[], dueOf: DueOfStage): readonly StagedPart[] {
  const cut = stages.slice(0, -1).map(({ share }) => toMinor(amount.times(share), currency, "down"));
  const parts = [...cut, amount.minus(sumOf(cut))];
  const days = stageDueDays(stages, dueOf);
  return stages.flatMap(({ id: stageId }, i) => {
    const part = parts[i] as Exact;
    return part.isZero() ? [] : [{ amount: part, due: days[i] as CalendarDate, stageId }];
  });
}
