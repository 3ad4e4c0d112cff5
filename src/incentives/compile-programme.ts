/**
 * The one place where a programme becomes money. `computeIncentive` asks it once; `settlement` asks it for every member and
 * window. The order is fixed, and the working shows it: gates → qualifier (growth, attainment, share) → qualifier limits → schedule →
 * what an earlier window withheld → floors → payment caps → one rounding.
 */
import { compileTiers, type TierAnswer } from "../engine/evaluate-tiers.js";
import { ratio } from "../engine/tier-methods.js";
import { readSafely } from "../kernel/check.js";
import { Exact, text, ZERO } from "../kernel/decimal.js";
import { err, ok, type Result } from "../kernel/result.js";
import { gatesOf } from "./ask-gates.js";
import { checkProgramme, incentiveFault } from "./check-programme.js";
import { finishOf } from "./finish-incentive.js";
import type { IncentiveProgramme, PayBasis } from "./programme.js";
import type { CompiledProgramme, IncentiveExplanation, IncentiveProblem, WindowFigures } from "./programme-answer.js";
import { capQualifier, measured, qualifyOf } from "./qualify-programme.js";

/** @internal */
export function compileProgramme(programme: IncentiveProgramme, path: string): CompiledProgramme {
  return readSafely(path, () => compile(programme, path));
}

function compile(programme: IncentiveProgramme, path: string): CompiledProgramme {
  const [first] = checkProgramme(programme);
  if (first !== undefined) throw incentiveFault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  const ask = gatesOf(programme);
  const qualify = qualifyOf(programme);
  const tiers = compileTiers(programme.schedule, `${path}.schedule`);
  const finish = finishOf(programme);
  const { payOn, limits } = programme;
  const cutsMeasure = measureFollows(programme);
  const recovers = programme.negative === "recover";
  const jointly = programme.earner.jointly === true;
  const ownFigure = (figures: WindowFigures): Result<Exact, IncentiveProblem> | undefined => {
    const own = qualify(figures);
    return !own.ok ? own : "nothing" in own.value ? undefined : ok(own.value.qualifier);
  };

  return (figures) => {
    const gates = ask?.(figures);
    if (gates?.ok === false) return gates;
    const gate = gates?.value;
    if (gate?.verdict === "unmet") return ok(finish({ gate, answer: nothing(undefined), qualifier: ZERO, figures }));
    if (jointly && figures.joint === undefined) return err({ code: "incentives.joint_missing", params: {} });
    const found = qualify(jointly ? { ...figures, ...figures.joint } : figures);
    if (!found.ok) return found;
    if ("nothing" in found.value) return ok(finish({ gate, answer: nothing(found.value.nothing), qualifier: ZERO, figures }));
    const { qualifier, per, increment, tell } = found.value;
    // each of those who count together is paid on its own part of what picks the tier
    const measure = jointly && payOn === "qualifier" ? ownFigure(figures) : measureOf(payOn, figures, increment);
    if (measure?.ok === false) return measure;
    // below 0 the member owes what as many sales would have earned: all figures turned round, and the answer back
    const turned = recovers && qualifier.isNegative();
    const turn = (value: Exact) => (turned ? value.negated() : value);
    // what is paid on may be below 0 where what picks the tier is not: only who recovers is owed for it
    const paid = (value: Exact) => (recovers ? turn(value) : Exact.max(value, ZERO));
    const capped = capQualifier(turn(qualifier), per, limits);
    const answer = tiers({
      qualifier: capped.value,
      per,
      measure: measure === undefined ? undefined : paid(measure.value),
      whole: cutsMeasure ? turn(qualifier) : capped.value,
    });
    const working =
      capped.note === undefined ? answer.explanation : { ...answer.explanation, from: [capped.note, ...(answer.explanation.from ?? [])] };
    const told = tell?.(answer.earned, working) ?? (jointly ? tellJoint(qualifier, measure?.value, answer.earned, working) : working);
    const earned = turn(answer.earned);
    const explanation: IncentiveExplanation = turned
      ? { code: "incentives.recovered", params: { figure: text(ratio(qualifier, per)), amount: text(earned) }, from: [told] }
      : told;
    return ok(
      finish({
        gate,
        answer: { earned, tier: answer.tier, next: turned ? null : answer.next, explanation },
        qualifier: ratio(qualifier, per),
        figures,
        liftable: true,
      }),
    );
  };
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
