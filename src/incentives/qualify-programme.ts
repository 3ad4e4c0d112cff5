/**
 * What picks the tier, from the figures of a window.
 *
 * @internal
 */
import { ratio } from "../engine/tier-methods.js";
import { type DecimalString, Exact, exact, isDecimal, text, ZERO } from "../kernel/decimal.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { AttainmentBasis, GrowthBasis, IncentiveProgramme, LineMeasure, MeasureBasis, Qualifier } from "./programme.js";
import type { IncentiveExplanation, IncentiveProblem, WindowFigures } from "./programme-answer.js";
import { ONE } from "./read-input.js";

/** What the qualifier came to, and how to tell of it; `tell` wraps the working of the schedule. */
export interface Qualified {
  /** Over `per`: a ratio is kept as its two figures, so that no cut of a quotient can move a tier or a cent. */
  readonly qualifier: Exact;
  /** Absent: 1. */
  readonly per: Exact | undefined;
  readonly increment: Exact | undefined;
  readonly tell: ((earned: Exact, tiers: IncentiveExplanation) => IncentiveExplanation) | undefined;
}

/** A working instead of a qualifier: not eligible, nothing is earned. */
export type Qualify = (figures: WindowFigures) => Result<Qualified | { readonly nothing: IncentiveExplanation }, IncentiveProblem>;

export function qualifyOf(programme: IncentiveProgramme): Qualify {
  const { qualifier } = programme;
  switch (qualifier.kind) {
    case "amount":
      return byAmount;
    case "quantity":
      return byQuantity;
    case "attainment":
      return attainment(qualifier);
    case "measure":
      return (figures) => {
        const found = measured(figures, qualifier.measure);
        return found.ok ? ok({ qualifier: found.value, per: undefined, increment: undefined, tell: undefined }) : found;
      };
    case "share":
      return share(qualifier);
    case "given":
      return given(qualifier.fact);
    default:
      return growth(qualifier, qualifier.kind);
  }
}

// named once, so that what the machine has learnt of them is not forgotten with a programme
const byAmount: Qualify = ({ amount }) => ok({ qualifier: amount, per: undefined, increment: undefined, tell: undefined });
const byQuantity: Qualify = ({ quantity }) => ok({ qualifier: quantity, per: undefined, increment: undefined, tell: undefined });

/** A measure that is known, or the problem that it is not. */
export function measured({ measures }: WindowFigures, name: string): Result<Exact, IncentiveProblem> {
  const value = measures?.get(name);
  return value === undefined ? err({ code: "incentives.measure_missing", params: { measure: name } }) : ok(value);
}

function share({ measure, of }: Qualifier & { readonly kind: "share" }): Qualify {
  return (figures) => {
    const [part, whole] = [measured(figures, measure), measured(figures, of)];
    if (!part.ok) return part;
    if (!whole.ok) return whole;
    if (!whole.value.greaterThan(0)) {
      return ok({ nothing: { code: "incentives.no_share", params: { whole: text(whole.value), amount: "0" } } });
    }
    const facts = { part: text(part.value), whole: text(whole.value), rate: text(ratio(part.value, whole.value)) };
    return ok({
      qualifier: part.value,
      per: whole.value,
      increment: undefined,
      tell: (earned, tiers) => ({
        code: "incentives.on_share",
        params: { ...facts, amount: text(earned) },
        adds: "amount",
        from: [tiers],
      }),
    });
  };
}

function given(fact: string): Qualify {
  return ({ given: stated }) => {
    const value = stated !== undefined && Object.hasOwn(stated, fact) ? stated[fact] : undefined;
    if (value === undefined || value === null) return err({ code: "incentives.fact_missing", params: { fact } });
    if (typeof value !== "string" || !isDecimal(value)) return err({ code: "incentives.fact_not_a_figure", params: { fact } });
    return ok({
      qualifier: exact(value),
      per: undefined,
      increment: undefined,
      tell: (earned, tiers) => ({
        code: "incentives.on_given",
        params: { fact, value, amount: text(earned) },
        adds: "amount",
        from: [tiers],
      }),
    });
  };
}

function attainment({ of = "amount", unit }: AttainmentBasis): Qualify {
  const [code, named] =
    typeof of === "object"
      ? (["incentives.on_measure_attainment", { measure: of.measure }] as const)
      : of === "quantity"
        ? (["incentives.on_unit_attainment", { unit: unit as string }] as const)
        : (["incentives.on_attainment", {}] as const);
  return (figures) => {
    const { quota } = figures;
    if (quota === undefined) return err({ code: "incentives.quota_missing", params: {} });
    if (!quota.greaterThan(0)) return err({ code: "incentives.quota_not_positive", params: { quota: text(quota) } });
    const found = figureOf(figures, of);
    if (!found.ok) return found;
    const current = found.value;
    return ok({
      qualifier: current,
      per: quota,
      increment: undefined,
      tell: (earned, tiers) => ({
        code,
        params: { current: text(current), quota: text(quota), ...named, rate: text(ratio(current, quota)), amount: text(earned) },
        adds: "amount",
        from: [tiers],
      }),
    });
  };
}

/** Net amount, quantity or a measure, or the problem that it is not known. */
function figureOf(figures: WindowFigures, of: LineMeasure | MeasureBasis): Result<Exact, IncentiveProblem> {
  return typeof of === "object" ? measured(figures, of.measure) : ok(figures[of]);
}

/** The baseline that a programme fixes for everybody. Absent: it fixes none. */
export function fixedBaseline(qualifier: Qualifier): Exact | undefined {
  const source = "baseline" in qualifier ? qualifier.baseline : undefined;
  return typeof source === "object" && source.kind === "fixed" ? exact(source.value) : undefined;
}

const TELLS = { grown: "incentives.on_growth", fromZero: "incentives.on_growth_from_zero" } as const;
const TELLS_OF_MEASURE = { grown: "incentives.on_measure_growth", fromZero: "incentives.on_measure_growth_from_zero" } as const;

/** What growth is measured by, read once. */
interface GrowthTerms {
  readonly of: GrowthBasis["of"];
  readonly isRate: boolean;
  readonly fixed: Exact | undefined;
  readonly floor: Exact;
  readonly zeroBaseline: GrowthBasis["zeroBaseline"]["kind"];
  readonly rateFromZero: Exact;
  readonly tells: typeof TELLS | typeof TELLS_OF_MEASURE;
}

function growth(basis: GrowthBasis, kind: "growth_amount" | "growth_rate"): Qualify {
  const { of, zeroBaseline } = basis;
  const terms: GrowthTerms = {
    of,
    isRate: kind === "growth_rate",
    fixed: fixedBaseline({ ...basis, kind }),
    floor: zeroBaseline.kind === "floor_baseline" ? exact(zeroBaseline.baseline) : ZERO,
    zeroBaseline: zeroBaseline.kind,
    rateFromZero: zeroBaseline.kind === "treat_as_rate" ? exact(zeroBaseline.rate) : ONE,
    tells: typeof of === "object" ? TELLS_OF_MEASURE : TELLS,
  };
  return (figures) => grow(terms, figures);
}

// not within `growth`: what the machine has learnt of a closure is forgotten with it
function grow(terms: GrowthTerms, figures: WindowFigures): ReturnType<Qualify> {
  const { of, isRate, fixed, floor, zeroBaseline, rateFromZero, tells } = terms;
  const now = figureOf(figures, of);
  if (!now.ok) return now;
  const known = fixed ?? figures.baseline;
  if (known === undefined) return err({ code: "incentives.baseline_missing", params: {} });
  const current = now.value;
  const baseline = Exact.max(known, floor);
  const increment = current.minus(baseline);
  const fromZero = baseline.isZero();
  if (fromZero && zeroBaseline === "not_eligible") {
    return ok({ nothing: { code: "incentives.not_eligible_without_baseline", params: { amount: "0" } } });
  }
  // from nothing to less than nothing no tier is reached, whatever growth from nothing is read as
  const over = !fromZero ? increment : current.isZero() ? ZERO : current.isNegative() ? ONE.negated() : rateFromZero;
  const per = fromZero ? undefined : baseline;
  return ok({
    qualifier: isRate ? over : increment,
    per: isRate ? per : undefined,
    increment,
    tell: (earned, tiers) => {
      const facts = { current: text(current), baseline: text(baseline), growth: text(increment), rate: text(ratio(over, per)) };
      return {
        code: fromZero ? tells.fromZero : tells.grown,
        params: { ...facts, ...(typeof of === "object" ? { measure: of.measure } : { of }), zeroBaseline, amount: text(earned) },
        adds: "amount",
        from: [tiers],
      };
    },
  });
}

export function capQualifier(
  qualifier: Exact,
  per: Exact | undefined,
  caps: readonly DecimalString[],
): { readonly value: Exact; readonly note?: IncentiveExplanation } {
  let least = qualifier;
  for (const cap of caps) least = Exact.min(least, per === undefined ? cap : per.times(cap));
  if (least === qualifier || least.equals(qualifier)) return { value: qualifier };
  const params = { from: text(ratio(qualifier, per)), to: text(ratio(least, per)), amount: "0" };
  return { value: least, note: { code: "incentives.qualifier_capped", params } };
}
