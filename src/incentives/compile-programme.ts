/**
 * The one place where a programme becomes money. `computeIncentive` asks it once; `settlement` asks it for every member and
 * window. The order is fixed, and the working shows it: gates → qualifier (growth, attainment, share) → qualifier limits → schedule →
 * what an earlier window withheld → floors → payment caps → one rounding.
 */
import { askTiers, type CompiledTiers, compileTiers, reachesOn, type TierAnswer } from "../engine/evaluate-tiers.js";
import { ratio } from "../engine/tier-methods.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, text, ZERO } from "../kernel/decimal.js";
import { err, ok, type Result } from "../kernel/result.js";
import { gatesOf } from "./ask-gates.js";
import { checkProgramme, incentiveFault } from "./check-programme.js";
import { finishIncentive, type IncentiveFinish, readFinish } from "./finish-incentive.js";
import type { IncentiveProgramme, PayBasis } from "./programme.js";
import type { IncentiveExplanation, IncentiveProblem, ProgrammeAnswer, WindowFigures } from "./programme-answer.js";
import { capQualifier, measured, type Qualify, qualifyOf } from "./qualify-programme.js";

/**
 * A programme that has been read, to be asked many times by `evaluateProgramme`. Not a closure: what the machine has learnt of one is forgotten
 * with it, and hosts read their programmes anew for every settlement.
 *
 * @internal
 */
export interface CompiledProgramme extends Pick<IncentiveProgramme, "payOn" | "publishedOn"> {
  /** What the qualifier counts as at most. */
  readonly qualifierCaps: readonly DecimalString[];
  readonly ask: ReturnType<typeof gatesOf>;
  readonly qualify: Qualify;
  readonly tiers: CompiledTiers;
  readonly finish: IncentiveFinish;
  readonly cutsMeasure: boolean;
  readonly recovers: boolean;
  /** Those of a group reach the tier together. */
  readonly jointly: boolean;
}

/** @internal */
export function compileProgramme(programme: IncentiveProgramme, path: string): CompiledProgramme {
  return readSafely(path, () => {
    const [first] = checkProgramme(programme);
    if (first !== undefined) throw incentiveFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
    return {
      payOn: programme.payOn,
      qualifierCaps: programme.limits.flatMap((limit) => (limit.kind === "qualifier_cap" ? [limit.value] : [])),
      ask: gatesOf(programme),
      qualify: qualifyOf(programme),
      tiers: compileTiers(programme.schedule, `${path}.schedule`),
      finish: readFinish(programme),
      cutsMeasure: measureFollows(programme),
      recovers: programme.negative === "recover",
      publishedOn: programme.publishedOn,
      jointly: programme.earner.jointly === true,
    };
  });
}

/** @internal */
export function evaluateProgramme(read: CompiledProgramme, figures: WindowFigures): Result<ProgrammeAnswer, IncentiveProblem> {
  const { ask, recovers, publishedOn, jointly } = read;
  const { asOf } = figures;
  if (publishedOn !== undefined && asOf !== undefined && asOf < publishedOn) {
    return err({ code: "incentives.published_later", params: { asOf, publishedOn } });
  }
  const gates = ask?.(figures);
  if (gates?.ok === false) return gates;
  const gate = gates?.value;
  if (gate?.verdict === "unmet") return ok(finishIncentive(read.finish, { gate, answer: nothing(undefined), qualifier: ZERO, figures }));
  if (jointly && figures.joint === undefined) return err({ code: "incentives.joint_missing", params: {} });
  const found = read.qualify(jointly ? { ...figures, ...figures.joint } : figures);
  if (!found.ok) return found;
  if ("nothing" in found.value)
    return ok(finishIncentive(read.finish, { gate, answer: nothing(found.value.nothing), qualifier: ZERO, figures }));
  const { qualifier, per, increment, tell } = found.value;
  // each of those who count together is paid on its own part of what picks the tier
  const measure = jointly && read.payOn === "qualifier" ? ownFigure(read, figures) : measureOf(read.payOn, figures, increment);
  if (measure?.ok === false) return measure;
  // below 0 the member owes what as many sales would have earned: all figures turned round, and the answer back
  const turned = recovers && qualifier.isNegative();
  const capped = capQualifier(turn(qualifier, turned), per, read.qualifierCaps);
  const answer = askTiers(read.tiers, {
    qualifier: capped.value,
    per,
    // what is paid on may be below 0 where what picks the tier is not: only who recovers is owed for it
    measure: measure === undefined ? undefined : recovers ? turn(measure.value, turned) : Exact.max(measure.value, ZERO),
    whole: read.cutsMeasure ? turn(qualifier, turned) : capped.value,
  });
  const working =
    capped.note === undefined ? answer.explanation : { ...answer.explanation, from: [capped.note, ...(answer.explanation.from ?? [])] };
  const told = tell?.(answer.earned, working) ?? (jointly ? tellJoint(qualifier, measure?.value, answer.earned, working) : working);
  const earned = turn(answer.earned, turned);
  const explanation: IncentiveExplanation = turned
    ? { code: "incentives.recovered", params: { figure: text(ratio(qualifier, per)), amount: text(earned) }, from: [told] }
    : told;
  const next = turned || !isInReach(read, answer.next) ? null : answer.next;
  return ok(
    finishIncentive(read.finish, {
      gate,
      answer: explanation === answer.explanation && next === answer.next ? answer : { earned, tier: answer.tier, next, explanation },
      qualifier: ratio(qualifier, per),
      figures,
      liftable: true,
      owed: turned || (recovers && measure?.value.isNegative() === true),
    }),
  );
}

/** A tier that begins beyond what the qualifier counts as at most is never reached. */
function isInReach({ qualifierCaps, tiers }: CompiledProgramme, next: TierAnswer["next"]): boolean {
  if (next === null || qualifierCaps.length === 0) return true;
  return qualifierCaps.every((cap) => {
    const order = exact(cap).comparedTo(next.from);
    return order > 0 || (order === 0 && reachesOn(tiers));
  });
}

function ownFigure({ qualify }: CompiledProgramme, figures: WindowFigures): Result<Exact, IncentiveProblem> | undefined {
  const own = qualify(figures);
  return !own.ok ? own : "nothing" in own.value ? undefined : ok(own.value.qualifier);
}

function turn(value: Exact, turned: boolean): Exact {
  return turned ? value.negated() : value;
}

function tellJoint(reached: Exact, own: Exact | undefined, earned: Exact, tiers: IncentiveExplanation): IncentiveExplanation {
  const params = { reached: text(reached), own: text(own ?? ZERO), amount: text(earned) };
  return { code: "incentives.on_joint", params, adds: "amount", from: [tiers] };
}

/** Whether a limit on the qualifier cuts the measure in the same proportion. Growth that pays on everything sold does not, nor does a share or a score. */
function measureFollows({ qualifier, payOn }: IncentiveProgramme): boolean {
  const { kind } = qualifier;
  if (kind === "share" || kind === "given") return payOn === "qualifier";
  return (kind !== "growth_amount" && kind !== "growth_rate") || payOn === "growth_amount";
}

function nothing(explanation: IncentiveExplanation | undefined): NothingEarned {
  return { earned: ZERO, tier: 0, next: null, explanation };
}

type NothingEarned = Omit<TierAnswer, "explanation"> & { readonly explanation: IncentiveExplanation | undefined };

function measureOf(payOn: PayBasis, figures: WindowFigures, increment: Exact | undefined): Result<Exact, IncentiveProblem> | undefined {
  if (typeof payOn === "object") return measured(figures, payOn.measure);
  switch (payOn) {
    case "qualifier":
      return undefined;
    case "growth_amount":
      return increment === undefined ? undefined : ok(increment);
    default:
      return ok(figures[payOn]);
  }
}
