import { reachesOn } from "../engine/evaluate-tiers.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, exactQuotient, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { exactNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import { earnedInKind, type IncentiveEarning } from "./earned-in-kind.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem, JointFigures, ProgrammeAnswer, WindowFigures } from "./programme-answer.js";
import { qualifierMeasure } from "./qualifier-measure.js";
import { fixedBaseline } from "./qualify-programme.js";
import { readFigures } from "./read-window-figures.js";

/** Where a member stands in a window, and what it might order. */
export interface NextTierFacts {
  /** The figures so far. */
  readonly figures: IncentiveFacts;
  /** An order that is thought about. Absent: none. */
  readonly order?: OrderInMind | undefined;
  /** The smallest step in which the qualifier's measure is sold, above 0: `"0.01"` yuan, `"1"` piece. What is missing is told in whole steps. */
  readonly step: DecimalString;
}

/** An order that is not placed yet. */
export interface OrderInMind {
  /** Net amount, in the programme's currency. */
  readonly amount: DecimalString;
  /** Quantity, in units. */
  readonly quantity: DecimalString;
  /** What it adds to the programme's measures, by name. One that is not there grows in proportion to the net amount. Absent: all of them do. */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
}

/** The way to the next tier, and what it is worth. What stands beside `next` and `order` is earned now. */
export interface NextTierOutcome extends IncentiveEarning {
  /** The tier now, from 1; 0: none. */
  readonly tier: number;
  /** The next tier. `null`: this is the highest, or nothing that is sold leads to it. */
  readonly next: NextTierStep | null;
  /** What the order would bring. `null`: none was named. */
  readonly order: OrderStep | null;
}

/** A tier that is not reached yet. */
export interface NextTierStep extends OrderStep {
  /** How much more must be sold: an amount or a quantity, as the qualifier is measured, in whole steps. */
  readonly missing: DecimalString;
}

/** Where more sales lead, and what is earned there. */
export interface OrderStep extends IncentiveEarning {
  /** The tier there, from 1; 0: none. */
  readonly tier: number;
  /** How much more that is than now, in money, or in units of the goods or the right; below 0 at a cliff. */
  readonly gain: DecimalString;
}

/**
 * Finds how much is missing to the next tier and what it would earn, and what an order would earn.
 *
 * @remarks
 * The calculator itself is asked at the first whole step that reaches the threshold (that exceeds it, where it must be exceeded) and with the
 * order. On the way to the tier, net amount, quantity and measures that the qualifier does not read grow in proportion to what it reads; where
 * nothing is sold yet there is no proportion, and they stay as they are.
 *
 * @param facts - The figures so far, the order, and the smallest step.
 * @param programme - The programme. One that `checkProgramme` faults is refused.
 * @returns Where the member stands, the next tier and the order.
 * @throws LibraryFault The first fault of `checkProgramme`, under `programme.`; `kernel.*` with the place in `facts`.
 *
 * @errors
 * - every problem of `computeIncentive`.
 *
 * @example 50 more bring 10
 * ```ts
 * import { findNextTier, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 * };
 * const found = findNextTier({ figures: { amount: "950", quantity: "1" }, step: "0.01" }, programme);
 * found.ok && found.value.outcome.next;
 * // => { tier: 2, missing: "50", earned: { amount: "20.00", currency: "CNY" }, gain: "10.5" }
 * ```
 *
 * @since 0.1.0
 */
export function findNextTier(facts: NextTierFacts, programme: IncentiveProgramme): Result<Explained<NextTierOutcome>, IncentiveProblem> {
  return readSafely({ facts, programme }, () => {
    const compiled = compileProgramme(programme, "programme");
    const given = checkRecord(facts, "facts");
    const figures = readFigures(given["figures"], "facts.figures");
    const step = exactNotNegative(given["step"], "facts.step");
    if (step.isZero()) throw kernelFault("kernel.not_above_zero", "facts.step", { got: shown(given["step"]) });
    const order = given["order"] === undefined ? undefined : readOrder(given["order"]);
    const now = evaluateProgramme(compiled, figures);
    if (!now.ok) return now;
    const next = wayUp(programme, figures, now.value, step, reachesOn(compiled.tiers));
    const there = next === undefined ? undefined : evaluateProgramme(compiled, next.figures);
    const more = order?.(figures);
    const ordered = more === undefined ? undefined : evaluateProgramme(compiled, withMore(figures, more));
    if (there?.ok === false) return there;
    if (ordered?.ok === false) return ordered;
    return ok(tell(programme, now.value, next, there?.value, more?.amount, ordered?.value));
  });
}

interface WayUp {
  readonly missing: Exact;
  readonly figures: WindowFigures;
}

function wayUp(
  { qualifier, earner }: IncentiveProgramme,
  figures: WindowFigures,
  now: ProgrammeAnswer,
  step: Exact,
  reaches: boolean,
): WayUp | undefined {
  if (now.next === null) return undefined;
  const threshold = soldAt(qualifier, exact(now.next.from), figures);
  if (threshold === undefined) return undefined;
  const measure = qualifier.kind === "quantity" || ("of" in qualifier && qualifier.of === "quantity") ? "quantity" : "amount";
  const reached = earner.jointly === true && figures.joint !== undefined ? figures.joint : figures;
  const gap = threshold.minus(reached[measure]);
  const steps = gap.dividedToIntegerBy(step);
  const missing = (!reaches || steps.times(step).lessThan(gap) ? steps.plus(1) : steps).times(step);
  // in a group, what is missing is sold by this member, at its own price
  return { missing, figures: withMore(figures, { ...inProportion(figures, measure, missing), [measure]: missing }) };
}

/** What must be sold for the qualifier to stand there; nothing leads there from a baseline of 0. */
function soldAt(qualifier: IncentiveProgramme["qualifier"], from: Exact, { quota, baseline }: WindowFigures): Exact | undefined {
  if (qualifierMeasure(qualifier) !== undefined) return undefined; // more sold does not lead there by itself
  if (qualifier.kind === "amount" || qualifier.kind === "quantity") return from;
  if (qualifier.kind === "attainment") return from.times(quota as Exact);
  if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return undefined;
  const { zeroBaseline } = qualifier;
  const floor = zeroBaseline.kind === "floor_baseline" ? exact(zeroBaseline.baseline) : ZERO;
  const base = Exact.max(fixedBaseline(qualifier) ?? (baseline as Exact), floor);
  if (qualifier.kind === "growth_amount") return base.isZero() && zeroBaseline.kind === "not_eligible" ? undefined : base.plus(from);
  return base.isZero() ? undefined : base.plus(base.times(from));
}

interface More {
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly measures: ReadonlyMap<string, Exact>;
}

function readOrder(value: unknown): (figures: WindowFigures) => More {
  const fields = checkRecord(value, "facts.order");
  const { amount, quantity, measures } = readFigures(fields, "facts.order");
  return (figures) => {
    const others = inProportion(figures, "amount", amount).measures;
    return { amount, quantity, measures: new Map([...others, ...(measures ?? [])]) };
  };
}

/** What else is sold with so much of one figure, as it was sold so far. */
function inProportion(figures: WindowFigures, measure: "amount" | "quantity", more: Exact): More {
  const sold = figures[measure];
  const grow = (figure: Exact) => (sold.greaterThan(0) ? exactQuotient(figure.times(more), sold) : ZERO);
  const measures = new Map([...(figures.measures ?? [])].map(([name, figure]) => [name, grow(figure)]));
  return { amount: grow(figures.amount), quantity: grow(figures.quantity), measures };
}

function withMore(figures: WindowFigures, more: More): WindowFigures {
  const add = ({ amount, quantity, measures }: JointFigures): JointFigures => ({
    amount: amount.plus(more.amount),
    quantity: quantity.plus(more.quantity),
    measures: measures && new Map([...measures].map(([name, figure]) => [name, figure.plus(more.measures.get(name) ?? ZERO)])),
  });
  return { ...figures, ...add(figures), joint: figures.joint && add(figures.joint) };
}

function tell(
  programme: IncentiveProgramme,
  now: ProgrammeAnswer,
  way: WayUp | undefined,
  there: ProgrammeAnswer | undefined,
  orderAmount: Exact | undefined,
  ordered: ProgrammeAnswer | undefined,
): Explained<NextTierOutcome> {
  const { currency } = programme;
  const earned = ({ amount, inKind }: ProgrammeAnswer): IncentiveEarning => ({
    earned: { amount, currency },
    ...(inKind === undefined ? {} : earnedInKind(inKind.of, inKind.quantity)),
  });
  const figure = ({ amount, inKind }: ProgrammeAnswer) => inKind?.quantity ?? amount;
  const gain = (one: ProgrammeAnswer) => text(exact(figure(one)).minus(figure(now)));
  const said = (one: ProgrammeAnswer) => {
    const { goods, right } = earned(one);
    const { unit } = goods ?? right ?? {};
    return unit === undefined ? figure(one) : `${figure(one)} ${unit}`;
  };
  const from: Explanation[] = [now.explanation];
  if (ordered !== undefined && orderAmount !== undefined) {
    from.push({
      code: "incentives.with_order",
      params: { order: text(orderAmount), earned: said(ordered), gain: gain(ordered) },
      from: [ordered.explanation],
    });
  }
  const next =
    way === undefined || there === undefined || now.next === null
      ? null
      : { tier: Math.max(now.next.tier, there.tier), missing: text(way.missing), ...earned(there), gain: gain(there) };
  const explanation: Explanation =
    next === null || there === undefined
      ? { code: whyNone(now, programme), params: { now: said(now) }, from }
      : {
          code: "incentives.next_tier",
          params: { missing: next.missing, unit: unitOf(programme), tier: next.tier, earned: said(there), now: said(now) },
          from,
        };
  const order = ordered === undefined ? null : { tier: ordered.tier, ...earned(ordered), gain: gain(ordered) };
  return { outcome: { ...earned(now), tier: now.tier, next, order }, explanation };
}

/** In what is missing is counted: the programme's currency, or the unit of quantities. */
function unitOf({ qualifier, currency }: IncentiveProgramme): string {
  const isQuantity = qualifier.kind === "quantity" || ("of" in qualifier && qualifier.of === "quantity");
  return (isQuantity && "unit" in qualifier ? qualifier.unit : undefined) ?? currency;
}

/** Why nothing that is sold leads to a next tier. */
function whyNone({ gates, next, tier, qualifier }: ProgrammeAnswer, { schedule, limits }: IncentiveProgramme): IncentiveCode {
  if (gates === "unmet") return "incentives.gated";
  if (next !== null) return "incentives.no_way_up";
  if (qualifier.isNegative()) return "incentives.below_zero";
  if (schedule.method !== "package" && tier === schedule.tiers.length) return "incentives.top_tier";
  return limits.some(({ kind }) => kind === "qualifier_cap") ? "incentives.beyond_limit" : "incentives.no_way_up";
}
