import type { TierGap } from "../engine/tier-schedule.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Money } from "../kernel/money.js";
import { ok, type Result } from "../kernel/result.js";
import { compileProgramme, type IncentiveProblem } from "./compile-programme.js";
import type { IncentiveProgramme } from "./programme.js";

/** What one member did in one window of a programme. */
export interface IncentiveFacts {
  /** Net amount of the lines that count, in the programme's currency, net of tax, discounts and returns. Below 0: more came back than was sold. */
  readonly amount: DecimalString;
  /** Net quantity of the lines that count, in units, net of returns. */
  readonly quantity: DecimalString;
  /** The figure that growth is measured against, in the unit of what grows. Absent: not known, which a growth programme reports. */
  readonly baseline?: DecimalString | undefined;
  /** The quota of the window, in the programme's currency. Absent: none was set, which an attainment programme reports. */
  readonly quota?: DecimalString | undefined;
}

/** What one member earns in one window of a programme. */
export interface IncentiveOutcome {
  /** Rounded, with exactly the programme's places. Positive: owed to the member. */
  readonly earned: Money;
  /** The same before the rounding. */
  readonly exact: DecimalString;
  /** The figure that picked the tier, before any cap, in the schedule's unit. `"0"` where the programme does not apply. */
  readonly qualifier: DecimalString;
  /** The tier, counted from 1; 0: none was reached. */
  readonly tier: number;
  /** The way to the next tier; `null`: this is the highest. */
  readonly next: TierGap | null;
}

/**
 * Computes what one member earns in one window of a programme: volume, growth or quota attainment, by any tier method.
 *
 * @remarks
 * The order is fixed and visible in the working: qualifier, qualifier limits, schedule, payment limits, one rounding. A value
 * exactly on a threshold is in the upper tier where the schedule says `reaches`, in the lower where it says `exceeds`. Where
 * more came back than was sold, no tier is reached and nothing is earned.
 *
 * @param facts - The figures of the window.
 * @param programme - What was agreed. One that `checkProgramme` faults is refused.
 * @returns What is earned, the tier, the way to the next, and a working that adds up to the last digit.
 * @throws LibraryFault The first fault of `checkProgramme`, under `programme.`; `kernel.*` where a fact cannot be read.
 *
 * @errors
 * - `incentives.baseline_missing` - a growth programme was given no baseline.
 * - `incentives.quota_missing` - an attainment programme was given no quota.
 * - `incentives.quota_not_positive` - the quota is 0 or below, so that no attainment exists.
 *
 * @example A graduated volume rebate
 * ```ts
 * import { computeIncentive, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "500000", rate: "0.01" }] },
 * };
 * const answer = computeIncentive({ amount: "620000.50", quantity: "310" }, programme);
 * answer.ok && answer.value.outcome.earned; // => { amount: "1200.01", currency: "CNY" }
 * ```
 *
 * @example Exactly on the threshold: the upper tier, of which nothing is filled yet
 * ```ts
 * import { computeIncentive, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "500000", rate: "0.01" }] },
 * };
 * const answer = computeIncentive({ amount: "500000", quantity: "250" }, programme);
 * answer.ok && [answer.value.outcome.tier, answer.value.outcome.earned.amount]; // => [2, "0.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeIncentive(
  facts: IncentiveFacts,
  programme: IncentiveProgramme,
): Result<Explained<IncentiveOutcome>, IncentiveProblem> {
  return readSafely("facts", () => {
    const evaluate = compileProgramme(programme, "programme");
    const given = checkRecord(facts, "facts") as unknown as IncentiveFacts;
    const answer = evaluate({
      amount: exact(given.amount, "facts.amount"),
      quantity: exact(given.quantity, "facts.quantity"),
      baseline: given.baseline === undefined ? undefined : exact(given.baseline, "facts.baseline"),
      quota: given.quota === undefined ? undefined : exact(given.quota, "facts.quota"),
    });
    if (!answer.ok) return answer;
    const { amount, currency, qualifier, tier, next, explanation } = answer.value;
    const outcome = { earned: { amount, currency }, exact: text(answer.value.exact), qualifier: text(qualifier), tier, next };
    return ok({ outcome, explanation });
  });
}
