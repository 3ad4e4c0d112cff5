import { askRules } from "../engine/ask-rules.js";
import type { Finding } from "../engine/rule.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { type PeriodEvaluationFacts, periodEvaluated } from "./rules/period-evaluated.js";

/**
 * Asks whether every member was evaluated for a period: without it the stage of performance management cannot be closed.
 *
 * @remarks
 * `performanceProcedure` has this rule at its gate: record the finding with `recordStep` as the event `checked`. No exception is allowed.
 *
 * @param facts - The period, its members and the evaluations there are.
 * @param asking - The day.
 * @returns The finding: `met`, `unmet` with the members that are lacking, or `unknown`.
 * @throws LibraryFault `kernel.*` where a period, a member or the day cannot be read.
 *
 * @source S01-24: 渠道绩效管理.
 *
 * @example One of two was evaluated, the other for another quarter
 * ```ts
 * import { checkPeriodEvaluated } from "qudao/performance";
 *
 * const [first, second] = [{ start: "2024-01-01", end: "2024-04-01" }, { start: "2024-04-01", end: "2024-07-01" }];
 * const evaluations = [{ member: "D1", period: second }, { member: "D2", period: first }];
 * const { status, params } = checkPeriodEvaluated({ period: second, members: ["D1", "D2"], evaluations }, { asOf: "2024-07-10" });
 * [status, params.lacking]; // => ["unmet", ["D2"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkPeriodEvaluated(facts: PeriodEvaluationFacts, asking: { readonly asOf: CalendarDate }): Finding {
  return askRules([periodEvaluated], facts, null, asking)[0] as Finding;
}
