import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, exactQuotient, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Money } from "../kernel/money.js";
import { exactNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem, ProgrammeAnswer, WindowFigures } from "./programme-answer.js";
import { qualifierMeasure } from "./qualifier-measure.js";
import { fixedBaseline } from "./qualify-programme.js";
import { readFigures } from "./read-window-figures.js";

/** Where a member stands in a window, and what it might order. */
export interface NextTierFacts {
  /** The figures so far. */
  readonly figures: IncentiveFacts;
  /** An order that is thought about. Absent: none. */
  readonly order?: { readonly amount: DecimalString; readonly quantity: DecimalString } | undefined;
  /** The smallest step in which the qualifier's measure is sold, above 0: `"0.01"` yuan, `"1"` piece. A tier that must be exceeded needs it. */
  readonly step: DecimalString;
}

/** The way to the next tier, and what it is worth. */
export interface NextTierOutcome {
  /** What is earned now. */
  readonly earned: Money;
  /** The tier now, from 1; 0: none. */
  readonly tier: number;
  /** The next tier. `null`: this is the highest, or nothing that is sold leads to it. */
  readonly next: {
    /** The next tier. */
    readonly tier: number;
    /** How much more must be sold: an amount or a quantity, as the qualifier is measured. */
    readonly missing: DecimalString;
    /** What is earned there. */
    readonly earned: Money;
    /** How much more that is than now; below 0 at a cliff. */
    readonly gain: DecimalString;
  } | null;
  /** What the order would bring. `null`: none was named. */
  readonly order: { readonly tier: number; readonly earned: Money; readonly gain: DecimalString } | null;
}

/**
 * Finds how much is missing to the next tier and what it would earn, and what an order would earn.
 *
 * @remarks
 * The calculator itself is asked at the threshold (one step beyond it where it must be exceeded) and with the order. A measure that the
 * qualifier does not read grows in proportion.
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
    const next = wayUp(programme, figures, now.value, step);
    const there = next === undefined ? undefined : evaluateProgramme(compiled, next.figures);
    const ordered = order === undefined ? undefined : evaluateProgramme(compiled, { ...figures, ...order.plus(figures) });
    if (there?.ok === false) return there;
    if (ordered?.ok === false) return ordered;
    return ok(tell(programme, now.value, next, there?.value, order?.amount, ordered?.value));
  });
}

interface WayUp {
  readonly missing: Exact;
  readonly figures: WindowFigures;
}

function wayUp(
  { qualifier, schedule, earner }: IncentiveProgramme,
  figures: WindowFigures,
  now: ProgrammeAnswer,
  step: Exact,
): WayUp | undefined {
  if (now.next === null) return undefined;
  const from = exact(now.next.from);
  const measure = qualifier.kind === "quantity" || ("of" in qualifier && qualifier.of === "quantity") ? "quantity" : "amount";
  const threshold = soldAt(qualifier, from, figures);
  if (threshold === undefined) return undefined;
  const exceeds = schedule.method === "package" ? schedule.count === "started" : schedule.boundary === "exceeds";
  const target = exceeds ? threshold.plus(step) : threshold;
  const sold = figures[measure];
  if (earner.jointly === true && figures.joint !== undefined) {
    // what is missing is sold by this member, at its own price
    const missing = target.minus(figures.joint[measure]);
    const more = { amount: missing, quantity: missing, [OTHER[measure]]: atOwnPrice(figures, measure, missing) };
    return { missing, figures: { ...figures, ...plus(figures, more), joint: { ...figures.joint, ...plus(figures.joint, more) } } };
  }
  const other = measure === "amount" ? "quantity" : "amount";
  const grown = sold.greaterThan(0) ? exactQuotient(figures[other].times(target), sold) : figures[other];
  return { missing: target.minus(sold), figures: { ...figures, [measure]: target, [other]: grown } };
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

function readOrder(value: unknown) {
  const fields = checkRecord(value, "facts.order");
  const amount = exact(fields["amount"] as DecimalLike, "facts.order.amount");
  const quantity = exact(fields["quantity"] as DecimalLike, "facts.order.quantity");
  const more = { amount, quantity };
  return {
    amount,
    plus: (figures: WindowFigures) => ({
      ...plus(figures, more),
      joint: figures.joint === undefined ? undefined : { ...figures.joint, ...plus(figures.joint, more) },
    }),
  };
}

type Sold = Pick<WindowFigures, "amount" | "quantity">;

function plus(sold: Sold, more: Sold): Sold {
  return { amount: sold.amount.plus(more.amount), quantity: sold.quantity.plus(more.quantity) };
}

const OTHER = { amount: "quantity", quantity: "amount" } as const;

function atOwnPrice(figures: WindowFigures, measure: keyof Sold, missing: Exact): Exact {
  const sold = figures[measure];
  return sold.greaterThan(0) ? exactQuotient(figures[OTHER[measure]].times(missing), sold) : ZERO;
}

function tell(
  { currency }: IncentiveProgramme,
  now: ProgrammeAnswer,
  way: WayUp | undefined,
  there: ProgrammeAnswer | undefined,
  orderAmount: Exact | undefined,
  ordered: ProgrammeAnswer | undefined,
): Explained<NextTierOutcome> {
  const money = ({ amount }: ProgrammeAnswer): Money => ({ amount, currency });
  const gain = (one: ProgrammeAnswer) => text(exact(one.amount).minus(now.amount));
  const from: Explanation[] = [now.explanation];
  if (ordered !== undefined && orderAmount !== undefined) {
    from.push({
      code: "incentives.with_order",
      params: { order: text(orderAmount), earned: ordered.amount, gain: gain(ordered) },
      from: [ordered.explanation],
    });
  }
  const next =
    way === undefined || there === undefined || now.next === null
      ? null
      : { tier: now.next.tier, missing: text(way.missing), earned: money(there), gain: gain(there) };
  const code =
    next !== null
      ? "incentives.next_tier"
      : now.gates === "unmet"
        ? "incentives.gated"
        : now.next === null
          ? "incentives.top_tier"
          : "incentives.no_way_up";
  const params =
    next === null ? { now: now.amount } : { missing: next.missing, tier: next.tier, earned: next.earned.amount, now: now.amount };
  return {
    outcome: {
      earned: money(now),
      tier: now.tier,
      next,
      order: ordered === undefined ? null : { tier: ordered.tier, earned: money(ordered), gain: gain(ordered) },
    },
    explanation: { code, params, from },
  };
}
