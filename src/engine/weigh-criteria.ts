import { checkCount, checkRecord } from "../kernel/check.js";
import { Exact, exact, sumOf } from "../kernel/decimal.js";
import { kernelFault } from "../kernel/fault.js";
import { compare, type Fraction, over, plus, times, ZERO } from "./fraction.js";
import type { ReadCriterion, ReadScorecard } from "./read-scorecard.js";
import { isNegativeValue, type NegativeValue } from "./score-scale.js";
import type { CarriedValue, InsufficientData, ScoreFacts, ScoreSource } from "./scorecard.js";

/** What one criterion makes of the facts. @internal */
export interface Weighed {
  readonly read: ReadCriterion;
  /** `required`: the fact is missing, and without it there is no score. */
  readonly source: ScoreSource | "required";
  /** From 0 to full; absent where it takes no part. */
  readonly points: Fraction | undefined;
  /** The value behind the points, own or carried. */
  readonly value?: string | boolean;
  /** Best of the field, on a relative scale. */
  readonly best?: Exact | undefined;
  /** Age of a carried value. */
  readonly agePeriods?: number;
  /** The value has no meaning on the scale. */
  readonly negative?: NegativeValue;
}

/** A value a criterion may rest on. @internal */
export interface UsableValue {
  readonly value: string | boolean;
  /** 0: the period's own. */
  readonly agePeriods: number;
}

/** The fact of a criterion: its own value, else the last known one while it is young enough. @internal */
export function usableValue({ criterion }: ReadCriterion, facts: ScoreFacts, path: string): UsableValue | undefined {
  const { fact, missing } = criterion;
  const value = ownField(checkRecord(facts.values, `${path}.values`), fact);
  if (value !== undefined && value !== null) return { value: value as string | boolean, agePeriods: 0 };
  if (missing.then !== "carry" || facts.carried === undefined) return undefined;
  const carried = ownField(checkRecord(facts.carried, `${path}.carried`), fact);
  if (carried === undefined || carried === null) return undefined;
  const last = checkRecord(carried, `${path}.carried.${fact}`) as unknown as CarriedValue;
  const agePeriods = checkCount(last.agePeriods, `${path}.carried.${fact}.agePeriods`, 1, Number.MAX_SAFE_INTEGER);
  return agePeriods <= missing.maxAgePeriods ? { value: last.value, agePeriods } : undefined;
}

/** Asks every criterion. @internal */
export function weighCriteria({ criteria }: ReadScorecard, facts: ScoreFacts, path: string): readonly Weighed[] {
  checkRecord(facts, path);
  return criteria.map((read): Weighed => {
    const { criterion, scale } = read;
    const used = usableValue(read, facts, path);
    const best = criterion.scale.kind === "relative" ? bestOf(criterion.code, facts, path) : undefined;
    if (used === undefined) return { read, best, ...substitute(read) };
    const place = used.agePeriods === 0 ? `${path}.values.${criterion.fact}` : `${path}.carried.${criterion.fact}.value`;
    // a value below 0 has no meaning beside any mark: where all of a field are below 0, there is none
    if (criterion.scale.kind === "relative" && best === undefined && !exact(used.value as string, place).lessThan(0))
      throw kernelFault("kernel.missing", `${path}.best.${criterion.code}`, {});
    const points = scale.points(used.value, best, place);
    const source = used.agePeriods === 0 ? "value" : "carried";
    if (isNegativeValue(points)) return { read, source, best, ...used, points: undefined, negative: points };
    return { read, source, best, ...used, points };
  });
}

function substitute({ criterion, neutral }: ReadCriterion): Pick<Weighed, "source" | "points"> {
  const { missing } = criterion;
  const then = missing.then === "carry" ? missing.otherwise : missing.then;
  if (then === "neutral") return { source: "neutral", points: neutral };
  if (then === "zero") return { source: "zero", points: ZERO };
  return { source: then === "exclude" ? "excluded" : "required", points: undefined };
}

function bestOf(code: string, { best }: ScoreFacts, path: string): Exact | undefined {
  const mark = best === undefined ? undefined : ownField(checkRecord(best, `${path}.best`), code);
  return mark === undefined || mark === null ? undefined : exact(mark as string, `${path}.best.${code}`);
}

function ownField(record: { readonly [name: string]: unknown }, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What the criteria amount to. @internal */
export interface Weighing {
  /** Weights of the criteria that take part. */
  readonly weight: Exact;
  /** Weights of the criteria that rest on facts. */
  readonly covered: Exact;
  /** What is lacking for a score. */
  readonly lacking: InsufficientData["because"] | undefined;
  readonly knockedOutBy: readonly string[];
  /** 100 × Σ weight × points ÷ full ÷ Σ weight; 0 where no weight takes part. */
  readonly score: Fraction;
}

/** The top of every score. A definition. */
const FULL = new Exact(100);

/** Adds the criteria up. @internal */
export function addUp({ totalWeight, minimumCoverage }: ReadScorecard, weighed: readonly Weighed[]): Weighing {
  const part = weightOf(weighed.filter(({ points }) => points !== undefined));
  const facts = weighed.filter(({ source, points }) => (source === "value" || source === "carried") && points !== undefined);
  const covered = weightOf(facts);
  const thin = covered.lessThan(minimumCoverage.times(totalWeight));
  const required = weighed.some(({ source }) => source === "required");
  return {
    weight: part,
    covered,
    lacking: facts.length === 0 || covered.isZero() ? "no_data" : required ? "required" : thin ? "coverage" : undefined,
    knockedOutBy: weighed.filter(isKnockedOut).map(({ read }) => read.criterion.code),
    score: weighed.reduce<Fraction>((sum, one) => plus(sum, contributionOf(one, part)), ZERO),
  };
}

/** What a criterion brings to the score. @internal */
export function contributionOf({ read, points }: Weighed, weight: Exact): Fraction {
  return points === undefined || weight.isZero() ? ZERO : over(times(points, read.weight.times(FULL)), read.full.times(weight));
}

/** @internal */
export function isKnockedOut({ read, points }: Weighed): boolean {
  return points !== undefined && read.knockOutBelow !== undefined && compare(points, read.knockOutBelow) < 0;
}

function weightOf(weighed: readonly Weighed[]): Exact {
  return sumOf(weighed.map(({ read }) => read.weight));
}
