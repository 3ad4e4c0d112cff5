import { allocateAmount, type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { at, checkChoice, checkCount, checkList, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, fixed, roundingModes, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import { listPeriods } from "../kernel/list-periods.js";
import type { Message } from "../kernel/message.js";
import { parsePeriodRule } from "../kernel/parse-period-rule.js";
import { intersectPeriods, type Period, parsePeriod } from "../kernel/period.js";
import type { NamedPeriod, PeriodRule } from "../kernel/period-rule.js";
import { type ProrationBasis, prorateAmount, prorationBases } from "../kernel/proration.js";
import { exactNotNegative, optional } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveRounding } from "./programme.js";

/** A quota of a longer term, and who is there for it. */
export interface QuotaSplitFacts {
  /** The quota of the whole term, in money or units; 0 or more, with no more places than the policy's. */
  readonly total: DecimalString;
  /** The term: a year. */
  readonly term: Period;
  /** The days on which the member is there. Absent: the whole term. */
  readonly served?: Period | undefined;
}

/** How a quota is divided over the seasons. */
export interface QuotaSplitPolicy {
  /** The windows that get a part, as the programme names them: quarters. Rolling ones overlap, and are refused. */
  readonly window: PeriodRule;
  /** What the windows are in proportion to, in their order; 0 or more. They need not add up to 1. */
  readonly weights: readonly DecimalString[];
  /** Places of every part: 2 for yuan, 0 for pieces. */
  readonly decimals: number;
  /** Which windows get the units that cutting leaves over. */
  readonly remainder: RemainderOrder;
  /** How the part of a window is cut to the days that are served of it; it keeps the same places. */
  readonly partly: { readonly by: ProrationBasis; readonly mode: IncentiveRounding["mode"] };
}

/** The quota of one window. */
export interface QuotaPart {
  /** The window, by its identifier. */
  readonly periodId: string;
  /** The quota of the whole window; those of all windows add up to the total. */
  readonly whole: DecimalString;
  /** The same, cut to what is served of it: the quota to be stated. */
  readonly quota: DecimalString;
}

/** A quota divided over the windows of its term. */
export interface QuotaSplit {
  /** The windows in order. */
  readonly parts: readonly QuotaPart[];
  /** What the quotas add up to: less than the total where a part of the term is not served. */
  readonly quota: DecimalString;
}

/** Why a quota cannot be divided. */
export type QuotaSplitProblem = Message<"incentives.weights_of_windows" | "kernel.no_weights" | "kernel.total_too_precise">;

/**
 * Divides the quota of a year over its quarters, or of any term over its windows, by weights for the season.
 *
 * @remarks
 * First the total is split by the weights, as `allocateAmount` does, so that the whole windows add up to it again; then the part of a window that is
 * served in part is cut to that share of time and rounded once, as `prorateAmount` does. A window of which nothing is served has a quota of 0.
 *
 * @param facts - The total, the term and the days served.
 * @param policy - Windows, weights, places, the owner of the odd unit and how a part of a window is measured.
 * @returns The quota of each window, to be stated as `quotas` or `unitQuotas`, and a working that adds up to their sum.
 * @throws LibraryFault `kernel.below_zero`, `kernel.not_a_period`, `kernel.not_a_choice` and other `kernel.*`, with the place.
 *
 * @errors
 * - `incentives.weights_of_windows` - there are more or fewer weights than windows.
 * - `kernel.no_weights` - all weights are 0.
 * - `kernel.total_too_precise` - the total has more places than the parts may have.
 *
 * @source Practice of quotas: whole months and weights of quarters.
 *
 * @example 100,000 a year, the last quarter weighs double; the member joins in March
 * ```ts
 * import { splitQuota } from "qudao/incentives";
 *
 * const year = { start: "2024-01-01", end: "2025-01-01" };
 * const answer = splitQuota(
 *   { total: "100000", term: year, served: { start: "2024-03-01", end: "2025-01-01" } },
 *   {
 *     window: { kind: "calendar", unit: "quarter" }, weights: ["1", "1", "1", "2"], decimals: 0, remainder: "contract_order",
 *     partly: { by: "whole_months", mode: "half_up" },
 *   },
 * );
 * answer.ok && answer.value.outcome.parts.map(({ periodId, quota }) => `${periodId} ${quota}`);
 * // => ["2024-Q1 6667", "2024-Q2 20000", "2024-Q3 20000", "2024-Q4 40000"]
 * answer.ok && answer.value.outcome.quota; // => "86667"
 * ```
 *
 * @since 0.1.0
 */
export function splitQuota(facts: QuotaSplitFacts, policy: QuotaSplitPolicy): Result<Explained<QuotaSplit>, QuotaSplitProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const window = parsePeriodRule(agreed["window"] as PeriodRule, "policy.window");
    if (window.kind === "rolling") throw kernelFault("kernel.not_a_choice", "policy.window.kind", { got: window.kind, want: KINDS });
    const weights = checkList(agreed["weights"], "policy.weights").map((one, i) => text(exactNotNegative(one, `policy.weights[${i}]`)));
    const decimals = checkCount(agreed["decimals"], "policy.decimals", 0, 20);
    const remainder = checkChoice(agreed["remainder"], "policy.remainder", remainderOrders);
    const partly = checkRecord(agreed["partly"], "policy.partly");
    const by = checkChoice(partly["by"], "policy.partly.by", prorationBases);
    const mode = checkChoice(partly["mode"], "policy.partly.mode", roundingModes);
    const given = checkRecord(facts, "facts");
    const total = exactNotNegative(given["total"], "facts.total");
    const term = parsePeriod(given["term"], "facts.term");
    const served = optional(parsePeriod)(given["served"], at("facts", "served")) ?? term;

    const windows = listPeriods(window, term);
    if (windows.length !== weights.length) {
      return err({ code: "incentives.weights_of_windows", params: { weights: weights.length, windows: windows.length } });
    }
    const split = allocateAmount({ total: text(total), weights }, { decimals, remainder });
    if (!split.ok) return split as Result<never, QuotaSplitProblem>;
    const parts = windows.map((one, i): QuotaPart => {
      const whole = split.value.outcome[i] as string;
      const days = intersectPeriods(one, term) as Period;
      const cut = prorateAmount({ amount: whole, part: served, whole: days }, { by, rounding: { decimals, mode } });
      return { periodId: one.id, whole, quota: cut.outcome };
    });
    const quota = fixed(sumOf(parts.map((part) => exact(part.quota))), decimals);
    const from = parts.map(({ whole, quota: amount }, i): Explanation => {
      const params = { window: { ...(windows[i] as NamedPeriod).titles }, weight: weights[i] as string, whole, amount };
      return { code: (whole === amount ? "incentives.quota_part" : "incentives.quota_part_served") satisfies IncentiveCode, params };
    });
    const params = { total: text(total), parts: parts.length, amount: quota };
    return ok({
      outcome: { parts, quota },
      explanation: { code: "incentives.quota_split" satisfies IncentiveCode, params, adds: "amount", from },
    });
  });
}

const KINDS = ["calendar", "fiscal", "four_four_five", "every_weeks", "every_months", "custom", "whole"];
