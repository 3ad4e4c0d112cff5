import type { RuleVerdict } from "../engine/combine-findings.js";
import type { TierGap } from "../engine/tier-schedule.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Json } from "../kernel/json.js";
import type { Money } from "../kernel/money.js";
import { ok, type Result } from "../kernel/result.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import { earnedInKind } from "./earned-in-kind.js";
import type { EarnedGoods, EarnedRight, IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem } from "./programme-answer.js";
import { readFigures } from "./read-window-figures.js";

/** What one member did in one window of a programme. */
export interface IncentiveFacts {
  /** Net amount of the lines that count, in the programme's currency, net of tax, discounts and returns. Below 0: more came back than was sold. */
  readonly amount: DecimalString;
  /** Net quantity of the lines that count, in units, net of returns. */
  readonly quantity: DecimalString;
  /** The figure that growth is measured against, in the unit of what grows. Absent: not known, which a growth programme reports. */
  readonly baseline?: DecimalString | undefined;
  /** The quota of the window, in the unit of what attainment is of. Absent: none was set, which an attainment programme reports. */
  readonly quota?: DecimalString | undefined;
  /** The programme's measures, by name, net of returns. Absent, or one that is not there: not known, which a programme that reads it reports. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
  /** What those who count together reached in all, this member included. Absent: not known, which a programme that counts jointly reports. */
  readonly joint?: JointReading | undefined;
  /** What the host states of the member, by name: a score, certificates, enrolment, payment on time. Absent: nothing. */
  readonly given?: { readonly [name: string]: Json } | undefined;
  /**
   * The day on which gates are asked: the last of the window, or today while it runs. Absent: not said, which a programme with gates reports. Before
   * the publication of the programme nothing is paid.
   */
  readonly asOf?: CalendarDate | undefined;
  /** What refundable caps withheld in the windows before, under this version or an earlier one. Absent: nothing. */
  readonly withheld?: DecimalString | undefined;
}

/** What the members of one group reached together in one window. */
export interface JointReading {
  /** Net amount of their lines that count, as that of one member. */
  readonly amount: DecimalString;
  /** Net quantity of the same. */
  readonly quantity: DecimalString;
  /** The programme's measures, by name. Absent, or one that is not there: not known. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
}

/** What one member earns in one window of a programme. */
export interface IncentiveOutcome {
  /** Rounded, with exactly the programme's places. Positive: owed to the member. Below 0: owed by it, where the programme recovers. */
  readonly earned: Money;
  /** The same before the rounding. */
  readonly exact: DecimalString;
  /** The figure that picked the tier, before any cap, in the schedule's unit. `"0"` where the programme does not apply. */
  readonly qualifier: DecimalString;
  /** The tier, counted from 1; 0: none was reached. */
  readonly tier: number;
  /** The way to the next tier; `null`: this is the highest, or a limit on the qualifier ends before the next. */
  readonly next: TierGap | null;
  /** What the gates come to. `unmet`: nothing is earned. Absent: the programme has none. */
  readonly gates?: RuleVerdict | undefined;
  /** What refundable caps withhold, for the next window. Absent: no cap is refundable, and nothing was withheld before. */
  readonly withheld?: DecimalString | undefined;
  /** What is earned in goods; `earned` is then 0, and what is withheld counts units. Absent: the programme pays money. */
  readonly goods?: EarnedGoods | undefined;
  /** What is earned of a right, as goods are. Absent: the programme pays none. */
  readonly right?: EarnedRight | undefined;
}

/**
 * Computes what one member earns in one window of a programme: volume, growth or quota attainment, by any tier method.
 *
 * @remarks
 * The order is fixed and visible in the working: gates, qualifier, qualifier limits, schedule, what was withheld before, floors, payment caps,
 * one rounding. A value exactly on a threshold is in the upper tier where the schedule says `reaches`, in the lower where it says `exceeds`.
 * A failing gate earns 0, not a smaller tier, and no floor lifts it. Where more came back than was sold, no tier is reached and nothing is
 * earned, unless the programme recovers it: then the member owes what as many sales would have earned. A programme that pays in goods or in a
 * right earns 0 in money, and so many of a product in `goods` or so much of the right in `right`, counted by the same order.
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
 * - `incentives.measure_missing`, `incentives.fact_missing` - a measure or a stated figure that the programme reads is not known.
 * - `incentives.joint_missing` - members count together, and what they reached in all was not given.
 * - `incentives.fact_not_a_figure` - what picks the tier is stated as something else than a decimal.
 * - `incentives.gate_unknown` - whether a gate holds cannot be told: never a pass.
 * - `incentives.published_later` - the day asked for lies before the publication. Of a window that began before it, figures must not hold the days before it.
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
 * @example A rebate on product B that needs 300 of product A, and pays for 100 of B at most
 * ```ts
 * import { computeIncentive, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "b-with-a", version: "1", titles: { en: "Rebate on B", zh: "B 产品返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: { include: { productIds: ["B"] } },
 *   window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "quantity", unit: "piece" }, payOn: "qualifier",
 *   limits: [{ kind: "qualifier_cap", value: "100" }], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "5" }] },
 *   measures: [{ name: "bought_a", of: "quantity", scope: { include: { productIds: ["A"] } } }],
 *   gates: [{ code: "host.enough_a", kind: "min", fact: "bought_a", min: "300", title: { en: "300 of A", zh: "A 产品满 300" } }],
 * };
 * const earned = (boughtA: string) => {
 *   const facts = { amount: "12000", quantity: "120", measures: { bought_a: boughtA }, asOf: "2024-03-31" };
 *   const answer = computeIncentive(facts, programme);
 *   return answer.ok && answer.value.outcome.earned.amount;
 * };
 * [earned("299"), earned("300")]; // => ["0.00", "500.00"]
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
  return readSafely({ facts, programme }, () => {
    const answer = evaluateProgramme(compileProgramme(programme, "programme"), readFigures(facts, "facts"));
    if (!answer.ok) return answer;
    const { amount, currency, qualifier, tier, next, gates, withheld, explanation, inKind } = answer.value;
    const outcome: IncentiveOutcome = {
      earned: { amount, currency },
      exact: text(answer.value.exact),
      qualifier: text(qualifier),
      tier,
      next,
      ...(gates === undefined ? {} : { gates }),
      ...(withheld === undefined ? {} : { withheld: text(withheld) }),
      ...(inKind === undefined ? {} : earnedInKind(inKind.of, inKind.quantity)),
    };
    return ok({ outcome, explanation });
  });
}
