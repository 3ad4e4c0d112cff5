/**
 * A programme as a curve over its qualifier: what is earned on a value, and just below it.
 */

import type { TierSchedule } from "../engine/tier-schedule.js";
import { type DecimalString, Exact, exact, quotient, text, ZERO } from "../kernel/decimal.js";
import type { Message } from "../kernel/message.js";
import { exactNotNegative, optional } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { type CompiledProgramme, compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveProgramme, LineMeasure, MeasureBasis } from "./programme.js";
import type { ProgrammeAnswer, WindowFigures } from "./programme-answer.js";
import { fixedBaseline } from "./qualify-programme.js";
import { ONE } from "./read-input.js";

/** At what the curve of a programme is drawn. */
export interface CurveReference {
  /** The quota that attainment is a share of, above 0. Absent: the programme reads none. */
  readonly quota?: DecimalString | undefined;
  /** The baseline that growth is measured from, above 0. Absent: the programme reads none. */
  readonly baseline?: DecimalString | undefined;
  /** Amount per unit, above 0, where a programme picks the tier by one measure and pays on the other. Absent: it does not. */
  readonly price?: DecimalString | undefined;
  /** What is paid on, where a share, a stated figure or a measure picks the tier: net amount, quantity and measures alike. Absent: nothing else is. */
  readonly base?: DecimalString | undefined;
}

/** What a curve cannot be drawn without. */
export type ReferenceProblem = Message<"incentives.reference_missing">;

/** @internal */
export interface PayoutShape {
  /** Where the rows begin, lowest first. A package has none. */
  readonly thresholds: readonly Exact[];
  /** The figures of a window in which the qualifier is this. */
  readonly figuresAt: (qualifier: Exact) => WindowFigures;
  /** What is paid on there. */
  readonly paidOn: (qualifier: Exact) => Exact;
  /** What is earned on it. */
  readonly on: (qualifier: Exact) => ProgrammeAnswer;
  /** What is earned just below it: the limit from the left. */
  readonly below: (qualifier: Exact) => ProgrammeAnswer;
}

interface ReadReference {
  readonly quota: Exact | undefined;
  readonly baseline: Exact | undefined;
  readonly price: Exact | undefined;
  readonly base: Exact | undefined;
}

/** @internal */
export function readReference(given: CurveReference, path: string): ReadReference {
  const size = (value: unknown, place: string) => exactNotNegative(value, place);
  return {
    quota: optional(size)(given.quota, `${path}.quota`),
    baseline: optional(size)(given.baseline, `${path}.baseline`),
    price: optional(size)(given.price, `${path}.price`),
    base: optional(size)(given.base, `${path}.base`),
  };
}

/** @internal */
export function shapeOf(given: IncentiveProgramme, path: string, reference: ReadReference): Result<PayoutShape, ReferenceProblem> {
  compileProgramme(given, path);
  const { gates: _, goods: __, right: ___, payout: ____, ...programme } = given; // the curve is what is earned where the gates hold, in whatever unit it is paid
  const lower = compileProgramme({ ...programme, schedule: flipped(programme.schedule, "exceeds") }, path);
  const upper = compileProgramme({ ...programme, schedule: flipped(programme.schedule, "reaches") }, path);
  const needed = growsOverNothing(programme) ? "baseline" : neededOf(programme).find((field) => isNothing(reference[field]));
  if (needed !== undefined) return err({ code: "incentives.reference_missing", params: { field: needed } });
  const alone = figuresOf(programme, reference);
  // a group of one
  const figuresAt = programme.earner.jointly !== true ? alone : (value: Exact) => ({ ...alone(value), joint: alone(value) });
  const { schedule } = programme;
  const ask = (one: CompiledProgramme) => (qualifier: Exact) => {
    const answer = evaluateProgramme(one, figuresAt(qualifier));
    if (!answer.ok) throw new Error(answer.problem.code); // every figure that the programme reads was given
    return answer.value;
  };
  return ok({
    thresholds: schedule.method === "package" ? [] : schedule.tiers.map(({ from }) => exact(from)),
    figuresAt,
    paidOn: paidOnOf(programme, figuresAt, reference),
    on: ask(upper),
    below: ask(lower),
  });
}

function flipped(schedule: TierSchedule, boundary: "reaches" | "exceeds"): TierSchedule {
  return schedule.method === "package" ? schedule : { ...schedule, boundary };
}

function neededOf({ qualifier, payOn }: IncentiveProgramme): readonly (keyof CurveReference)[] {
  const measure = measureOf(qualifier);
  if (isNamed(qualifier)) return payOn === "qualifier" ? [] : ["base"];
  const otherFigure = (payOn === "amount" || payOn === "quantity") && payOn !== measure;
  const isBase = typeof payOn === "object" || (otherFigure && typeof measure === "object");
  const other = isBase ? (["base"] as const) : otherFigure ? (["price"] as const) : [];
  if (qualifier.kind === "attainment") return ["quota", ...other];
  return qualifier.kind === "amount" || qualifier.kind === "quantity" || fixedBaseline(qualifier) !== undefined
    ? other
    : ["baseline", ...other];
}

/** A rate of growth over a baseline that is agreed to be 0: no sales follow from it. */
function growsOverNothing({ qualifier }: IncentiveProgramme): boolean {
  return qualifier.kind === "growth_rate" && fixedBaseline(qualifier) !== undefined && grownFrom(qualifier, {}).isZero();
}

function isNothing(value: Exact | undefined): boolean {
  return value === undefined || value.isZero();
}

/** A qualifier that neither amount nor quantity follows from. */
function isNamed({ kind }: IncentiveProgramme["qualifier"]): boolean {
  return kind === "measure" || kind === "share" || kind === "given";
}

function paidOnOf(
  { payOn, qualifier }: IncentiveProgramme,
  figuresAt: PayoutShape["figuresAt"],
  reference: ReadReference,
): PayoutShape["paidOn"] {
  if (typeof payOn === "object") return (value) => figuresAt(value).measures?.get(payOn.measure) ?? ZERO;
  if (payOn === "amount" || payOn === "quantity") return (value) => figuresAt(value)[payOn];
  // what has grown is a share of the baseline where the qualifier is
  return payOn === "growth_amount" && qualifier.kind === "growth_rate" ? (value) => value.times(grownFrom(qualifier, reference)) : same;
}

const same = (value: Exact) => value;

/** What the qualifier is measured in. */
function measureOf(qualifier: IncentiveProgramme["qualifier"]): LineMeasure | MeasureBasis {
  if (qualifier.kind === "quantity") return "quantity";
  if (qualifier.kind === "attainment") return qualifier.of ?? "amount";
  return qualifier.kind === "growth_amount" || qualifier.kind === "growth_rate" ? qualifier.of : "amount";
}

/** The measures at which the qualifier is this. */
function namedAt(qualifier: IncentiveProgramme["qualifier"], value: Exact): readonly (readonly [string, Exact])[] {
  if (qualifier.kind === "measure") return [[qualifier.measure, value]];
  if (qualifier.kind !== "share") return [];
  return [
    [qualifier.measure, value],
    [qualifier.of, ONE],
  ];
}

/** The baseline that growth is measured from. */
function grownFrom(qualifier: IncentiveProgramme["qualifier"], { baseline }: Partial<Pick<ReadReference, "baseline">>): Exact {
  const floor =
    "zeroBaseline" in qualifier && qualifier.zeroBaseline.kind === "floor_baseline" ? exact(qualifier.zeroBaseline.baseline) : ZERO;
  return Exact.max(fixedBaseline(qualifier) ?? baseline ?? ZERO, floor);
}

function figuresOf(
  { qualifier, measures = [] }: IncentiveProgramme,
  { quota, baseline, price, base }: ReadReference,
): (value: Exact) => WindowFigures {
  const paidOn = base ?? ZERO;
  if (isNamed(qualifier)) {
    return (value) => ({
      amount: paidOn,
      quantity: paidOn,
      baseline,
      quota,
      measures: new Map([...measures.map(({ name }) => [name, paidOn] as const), ...namedAt(qualifier, value)]),
      given: qualifier.kind === "given" ? { [qualifier.fact]: text(value) } : undefined,
    });
  }
  const measure = measureOf(qualifier);
  const from = grownFrom(qualifier, { baseline });
  const sold = (value: Exact): Exact => {
    switch (qualifier.kind) {
      case "attainment":
        return value.times(quota ?? ONE);
      case "growth_amount":
        return from.plus(value);
      case "growth_rate":
        return from.plus(from.times(value));
      default:
        return value;
    }
  };
  return (value) => {
    const figure = sold(value);
    const per = price === undefined || price.isZero() ? ONE : price;
    const named = new Map(measures.map(({ name }) => [name, paidOn]));
    if (typeof measure === "object") {
      return { amount: paidOn, quantity: paidOn, baseline, quota, measures: named.set(measure.measure, figure) };
    }
    const amount = measure === "amount" ? figure : figure.times(per);
    return { amount, quantity: measure === "quantity" ? figure : quotient(figure, per), baseline, quota, measures: named };
  };
}
