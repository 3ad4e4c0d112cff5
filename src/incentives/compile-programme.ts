/**
 * The one place where a programme becomes money. `computeIncentive` asks it once; `settlement` asks it for every member and
 * window. The order is fixed: qualifier (growth, attainment) → qualifier limits → schedule → payment limits → one rounding.
 */
import { compileTiers, type TierAnswer } from "../engine/evaluate-tiers.js";
import type { EngineCode } from "../engine/messages.js";
import { ratio } from "../engine/tier-methods.js";
import type { TierGap } from "../engine/tier-schedule.js";
import { readSafely } from "../kernel/check.js";
import { Exact, exact, fixed, rounded, text } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { checkProgramme, incentiveFault } from "./check-programme.js";
import type { IncentiveCode } from "./messages.js";
import type { GrowthBasis, IncentiveLimit, IncentiveProgramme, PayBasis } from "./programme.js";

/** What a correct host may meet when an incentive is computed. */
export type IncentiveProblem =
  | Message<"incentives.baseline_missing">
  | Message<"incentives.quota_missing">
  | Message<"incentives.quota_not_positive">;

/** Codes in the working of an incentive. */
export type IncentiveExplanation = Explanation<IncentiveCode | EngineCode>;

/** @internal */
export interface WindowFigures {
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly baseline: Exact | undefined;
  readonly quota: Exact | undefined;
}

/** @internal */
export interface ProgrammeAnswer {
  /** Before the rounding. */
  readonly exact: Exact;
  /** After it, with exactly the places of the programme. */
  readonly amount: string;
  readonly currency: string;
  readonly qualifier: Exact;
  readonly tier: number;
  readonly next: TierGap | null;
  readonly explanation: IncentiveExplanation;
}

/** @internal */
export type CompiledProgramme = (figures: WindowFigures) => Result<ProgrammeAnswer, IncentiveProblem>;

/** What the qualifier came to, and how to tell of it; `tell` wraps the working of the schedule. */
interface Qualified {
  /** Over `per`: a ratio is kept as its two figures, so that no cut of a quotient can move a tier or a cent. */
  readonly qualifier: Exact;
  /** Absent: 1. */
  readonly per: Exact | undefined;
  readonly increment: Exact | undefined;
  readonly tell: ((earned: Exact, tiers: IncentiveExplanation) => IncentiveExplanation) | undefined;
}

/** `null`: not eligible, nothing is earned. */
type Qualify = (figures: WindowFigures) => Result<Qualified | null, IncentiveProblem>;

const ZERO = new Exact(0);
const ONE = new Exact(1);

/** @internal */
export function compileProgramme(programme: IncentiveProgramme, path: string): CompiledProgramme {
  return readSafely(path, () => compile(programme, path));
}

function compile(programme: IncentiveProgramme, path: string): CompiledProgramme {
  const [first] = checkProgramme(programme);
  if (first !== undefined) throw incentiveFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  const qualify = qualifyOf(programme);
  const tiers = compileTiers(programme.schedule, `${path}.schedule`);
  const finish = finishOf(programme);
  const { payOn, limits } = programme;
  const cutsMeasure = measureFollows(programme);
  return (figures) => {
    const found = qualify(figures);
    if (!found.ok) return found;
    if (found.value === null) return ok(finish(nothing(), undefined));
    const { qualifier, per, increment, tell } = found.value;
    const capped = capQualifier(qualifier, per, limits);
    const measure = measureOf(payOn, figures, increment);
    const answer = tiers({ qualifier: capped.value, per, measure, whole: cutsMeasure ? qualifier : capped.value });
    const working =
      capped.note === undefined ? answer.explanation : { ...answer.explanation, from: [capped.note, ...(answer.explanation.from ?? [])] };
    return ok(finish({ ...answer, explanation: tell?.(answer.earned, working) ?? working }, ratio(qualifier, per)));
  };
}

/** Whether a limit on the qualifier cuts the measure in the same proportion. Growth that pays on everything sold does not. */
function measureFollows({ qualifier, payOn }: IncentiveProgramme): boolean {
  const grows = qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate";
  return !grows || payOn === "growth_amount";
}

function nothing(): Omit<TierAnswer, "explanation"> & { explanation: IncentiveExplanation } {
  return { earned: ZERO, tier: 0, next: null, explanation: { code: "incentives.not_eligible_without_baseline", params: { amount: "0" } } };
}

function measureOf(payOn: PayBasis, figures: WindowFigures, increment: Exact | undefined): Exact | undefined {
  switch (payOn) {
    case "qualifier":
      return undefined;
    case "growth_amount":
      return increment;
    default:
      return figures[payOn];
  }
}

function qualifyOf(programme: IncentiveProgramme): Qualify {
  const { qualifier } = programme;
  switch (qualifier.kind) {
    case "amount":
    case "quantity": {
      const { kind } = qualifier;
      return (figures) => ok({ qualifier: figures[kind], per: undefined, increment: undefined, tell: undefined });
    }
    case "attainment":
      return attainment;
    default:
      return growth(qualifier, qualifier.kind);
  }
}

const attainment: Qualify = ({ amount, quota }) => {
  if (quota === undefined) return err({ code: "incentives.quota_missing", params: {} });
  if (!quota.greaterThan(0)) return err({ code: "incentives.quota_not_positive", params: { quota: text(quota) } });
  return ok({
    qualifier: amount,
    per: quota,
    increment: undefined,
    tell: (earned, tiers) => ({
      code: "incentives.on_attainment",
      params: { current: text(amount), quota: text(quota), rate: text(ratio(amount, quota)), amount: text(earned) },
      adds: "amount",
      from: [tiers],
    }),
  });
};

function growth(basis: GrowthBasis, kind: "growth_amount" | "growth_rate"): Qualify {
  const { of, zeroBaseline } = basis;
  const floor = zeroBaseline.kind === "floor_baseline" ? exact(zeroBaseline.baseline) : ZERO;
  const rateFromZero = zeroBaseline.kind === "treat_as_rate" ? exact(zeroBaseline.rate) : ONE;
  return (figures) => {
    if (figures.baseline === undefined) return err({ code: "incentives.baseline_missing", params: {} });
    const current = figures[of];
    const baseline = Exact.max(figures.baseline, floor);
    const increment = current.minus(baseline);
    const fromZero = baseline.isZero();
    if (fromZero && zeroBaseline.kind === "not_eligible") return ok(null);
    // from nothing to less than nothing no tier is reached, whatever growth from nothing is read as
    const over = !fromZero ? increment : current.isZero() ? ZERO : current.isNegative() ? ONE.negated() : rateFromZero;
    const per = fromZero ? undefined : baseline;
    const facts = { current: text(current), baseline: text(baseline), growth: text(increment), rate: text(ratio(over, per)), of };
    return ok({
      ...(kind === "growth_rate" ? { qualifier: over, per } : { qualifier: increment, per: undefined }),
      increment,
      tell: (earned, tiers) => ({
        code: fromZero ? "incentives.on_growth_from_zero" : "incentives.on_growth",
        params: { ...facts, zeroBaseline: zeroBaseline.kind, amount: text(earned) },
        adds: "amount",
        from: [tiers],
      }),
    });
  };
}

function capQualifier(
  qualifier: Exact,
  per: Exact | undefined,
  limits: readonly IncentiveLimit[],
): { readonly value: Exact; readonly note?: IncentiveExplanation } {
  let least = qualifier;
  for (const limit of limits) {
    if (limit.kind === "qualifier_cap") least = Exact.min(least, per === undefined ? limit.value : per.times(limit.value));
  }
  if (least === qualifier || least.equals(qualifier)) return { value: qualifier };
  const params = { from: text(ratio(qualifier, per)), to: text(ratio(least, per)), amount: "0" };
  return { value: least, note: { code: "incentives.qualifier_capped", params } };
}

function finishOf(programme: IncentiveProgramme) {
  const { version, currency, limits } = programme;
  const titles = Object.freeze({ ...programme.titles }); // shared by many answers
  const { decimals, mode } = programme.rounding;
  const caps = limits.flatMap((limit) => (limit.kind === "payment_cap" ? [exact(limit.amount)] : []));
  return (
    answer: Omit<TierAnswer, "explanation"> & { explanation: IncentiveExplanation },
    qualifier: Exact | undefined,
  ): ProgrammeAnswer => {
    const from: IncentiveExplanation[] = [answer.explanation];
    let due = answer.earned;
    for (const cap of caps) {
      if (!due.greaterThan(cap)) continue;
      from.push({ code: "incentives.payment_capped", params: { cap: text(cap), amount: text(cap.minus(due)) } });
      due = cap;
    }
    const payable = rounded(due, decimals, mode);
    if (!payable.equals(due)) from.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(payable.minus(due)) } });
    const amount = fixed(payable, decimals);
    return {
      exact: due,
      amount,
      currency,
      qualifier: qualifier ?? ZERO,
      tier: answer.tier,
      next: answer.next,
      explanation: { code: "incentives.earned", params: { programme: titles, version, amount, currency }, adds: "amount", from },
    };
  };
}
