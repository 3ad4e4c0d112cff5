/**
 * The one place where a programme becomes money. `computeIncentive` asks it once; `settlement` asks it for every member and
 * window. The order is fixed: qualifier (growth, attainment) → qualifier limits → schedule → payment limits → one rounding.
 */
import { compileTiers, type TierAnswer } from "../engine/evaluate-tiers.js";
import type { EngineCode } from "../engine/messages.js";
import type { TierGap } from "../engine/tier-schedule.js";
import { Exact, exact, fixed, quotient, rounded, text } from "../kernel/decimal.js";
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
  readonly qualifier: Exact;
  readonly tier: number;
  readonly next: TierGap | null;
  readonly explanation: IncentiveExplanation;
}

/** @internal */
export type CompiledProgramme = (figures: WindowFigures) => Result<ProgrammeAnswer, IncentiveProblem>;

/** What the qualifier came to, and how to tell of it; `tell` wraps the working of the schedule. */
interface Qualified {
  readonly qualifier: Exact;
  readonly increment: Exact | undefined;
  readonly tell: ((earned: Exact, tiers: IncentiveExplanation) => IncentiveExplanation) | undefined;
}

/** `null`: not eligible, nothing is earned. */
type Qualify = (figures: WindowFigures) => Result<Qualified | null, IncentiveProblem>;

const ZERO = new Exact(0);
const ONE = new Exact(1);

/** @internal */
export function compileProgramme(programme: IncentiveProgramme, path: string): CompiledProgramme {
  const [first] = checkProgramme(programme);
  if (first !== undefined) throw incentiveFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  const qualify = qualifyOf(programme);
  const tiers = compileTiers(programme.schedule, `${path}.schedule`);
  const finish = finishOf(programme);
  const { payOn, limits } = programme;
  return (figures) => {
    const found = qualify(figures);
    if (!found.ok) return found;
    if (found.value === null) return ok(finish(NOTHING, undefined));
    const { qualifier, increment, tell } = found.value;
    const capped = capQualifier(qualifier, limits);
    const answer = tiers(capped.value, measureOf(payOn, figures, increment));
    const working =
      capped.note === undefined ? answer.explanation : { ...answer.explanation, from: [capped.note, ...(answer.explanation.from ?? [])] };
    return ok(finish({ ...answer, explanation: tell?.(answer.earned, working) ?? working }, qualifier));
  };
}

const NOTHING = {
  earned: ZERO,
  tier: 0,
  next: null,
  explanation: { code: "incentives.not_eligible_without_baseline", params: { amount: "0" } },
} as const satisfies Omit<TierAnswer, "explanation"> & { explanation: IncentiveExplanation };

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
      return (figures) => ok({ qualifier: figures[kind], increment: undefined, tell: undefined });
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
  const rate = quotient(amount, quota);
  return ok({
    qualifier: rate,
    increment: undefined,
    tell: (earned, tiers) => ({
      code: "incentives.on_attainment",
      params: { current: text(amount), quota: text(quota), rate: text(rate), amount: text(earned) },
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
    const rate = fromZero ? (current.greaterThan(0) ? rateFromZero : ZERO) : quotient(increment, baseline);
    const facts = { current: text(current), baseline: text(baseline), growth: text(increment), rate: text(rate), of };
    return ok({
      qualifier: kind === "growth_rate" ? rate : increment,
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

function capQualifier(value: Exact, limits: readonly IncentiveLimit[]): { readonly value: Exact; readonly note?: IncentiveExplanation } {
  let least = value;
  for (const limit of limits) if (limit.kind === "qualifier_cap") least = Exact.min(least, limit.value);
  if (least === value || least.equals(value)) return { value };
  return { value: least, note: { code: "incentives.qualifier_capped", params: { from: text(value), to: text(least), amount: "0" } } };
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
      qualifier: qualifier ?? ZERO,
      tier: answer.tier,
      next: answer.next,
      explanation: { code: "incentives.earned", params: { programme: titles, version, amount, currency }, adds: "amount", from },
    };
  };
}
