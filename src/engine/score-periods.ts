import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { Exact, exact, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkDistinct } from "../kernel/read.js";
import { checkDecay, MOST_PERIODS } from "./check-decay.js";
import { checkOutcome } from "./check-outcome.js";
import { type Fraction, over, plus, ratioOf, roundFraction, times, wholeOf, ZERO } from "./fraction.js";
import type { EngineCode } from "./messages.js";
import { gradeOf, readScorecard, scorecardFault } from "./read-scorecard.js";
import type { InsufficientData, Scorecard, Scored, Unscorable } from "./scorecard.js";

/** Scores of one member, period by period. */
export interface PeriodFacts {
  /** Newest first, without gaps: a period's place in the list is its age. At most 1000. */
  readonly periods: readonly {
    /** Name of the period, each once. */
    readonly period: string;
    /** Its outcome by `scoreMember` or `scoreField`; `null`: no activity. */
    readonly outcome: Scored | InsufficientData | Unscorable | null;
  }[];
}

/**
 * How much a period weighs by its age `n`, 0 for the newest. `linear`: `(span − n) ÷ span`, nothing from `span` on. `exponential`:
 * `factor ^ n`, the factor from 0 to 1 with at most 20 decimals. `explicit`: as listed, nothing beyond the list.
 */
export type Decay =
  | { readonly kind: "linear"; readonly span: number }
  | { readonly kind: "exponential"; readonly factor: string }
  | { readonly kind: "explicit"; readonly weights: readonly string[] };

/** How periods are put together. */
export interface PeriodPolicy {
  /** Version, places, rounding and grades are read from it. Scores of another version are skipped. */
  readonly scorecard: Scorecard;
  /** How much older periods weigh. */
  readonly decay: Decay;
  /** Least number of scored periods, 1 or more. Fewer: no score. */
  readonly minimumPeriods: number;
  /** Which knock-outs hold for the whole: of any period counted, of the newest one counted, or none. */
  readonly knockOuts: "any" | "newest" | "none";
}

/** What one period brought. */
export interface PeriodLine {
  /** Name of the period. */
  readonly period: string;
  /** What it brought to the score, rounded as the score. `"0"` where it was skipped. */
  readonly contribution: string;
  /** Why it was skipped. `null`: it counted. */
  readonly skipped: "no_activity" | "no_score" | "other_version" | "too_old" | null;
}

/** A score over several periods with its lines, or why there is none. */
export type PeriodsOutcome = (Scored & { readonly lines: readonly PeriodLine[] }) | InsufficientData;

/**
 * Scores one member over several periods, newer ones weighing more.
 *
 * @remarks
 * The weighted mean of the periods that have a score of this version, rounded once, at the end. Periods without activity or score
 * are skipped, not scored: they neither count as 0 nor as 100, and the periods before them keep their age.
 *
 * @param facts - Outcomes by period, newest first.
 * @param policy - The scorecard, the decay, and how many periods are needed.
 * @returns The score with one line per period, or `insufficient_data`; the working adds up to the score.
 * @throws LibraryFault The first fault of `checkScorecard`; a decay or count that is not what it must be; `kernel.named_twice` for a period
 * that comes twice.
 *
 * @example A quarter without orders is skipped
 * ```ts
 * import { scorePeriods } from "qudao/engine";
 *
 * const scorecard = {
 *   version: "2024", weights: "shares" as const, minimumCoverage: "1", places: 1, rounding: "half_up" as const,
 *   criteria: [{
 *     code: "otif", title: { en: "On time in full", zh: "准时足量" }, fact: "otif", weight: "1",
 *     scale: { kind: "linear" as const, full: "100", from: "0", to: "1" }, missing: { then: "exclude" as const },
 *   }],
 *   grades: [{ grade: "C", from: "0" }, { grade: "A", from: "85" }],
 * };
 * const scored = (score: string) => ({ status: "scored" as const, version: "2024", score, grade: "A", knockedOutBy: [] });
 * const periods = [
 *   { period: "2024Q3", outcome: scored("96") }, { period: "2024Q2", outcome: null }, { period: "2024Q1", outcome: scored("84") },
 * ];
 * const { outcome } = scorePeriods({ periods }, {
 *   scorecard, decay: { kind: "linear", span: 4 }, minimumPeriods: 2, knockOuts: "any",
 * });
 * outcome.status === "scored" && [outcome.score, outcome.grade]; // => ["92", "A"]
 * ```
 *
 * @since 0.1.0
 */
export function scorePeriods(facts: PeriodFacts, policy: PeriodPolicy): Explained<PeriodsOutcome, EngineCode> {
  return readSafely({ facts, policy }, () => {
    const read = readPeriodPolicy(policy, "policy");
    return scorePeriodsWith(read, checkRecord(facts, "facts")["periods"], "facts.periods");
  });
}

/** A policy of periods, checked once for many members. @internal */
export function readPeriodPolicy(policy: PeriodPolicy, path: string): PeriodPolicy {
  const agreed = checkRecord(policy, path) as unknown as PeriodPolicy;
  readScorecard(agreed.scorecard, `${path}.scorecard`);
  checkDecay(agreed, path);
  return agreed;
}

/** As `scorePeriods`, with a policy read before; `path` is that of the list of periods. @internal */
export function scorePeriodsWith(policy: PeriodPolicy, periods: unknown, path: string): Explained<PeriodsOutcome, EngineCode> {
  const given = checkList(periods, path);
  if (given.length > MOST_PERIODS) throw scorecardFault("kernel.list_too_long", path, { most: MOST_PERIODS });
  const weights = weightsOf(policy.decay, given.length);
  const seen = given.map((one, age) => readPeriod(one, weights[age] as Fraction, policy, `${path}[${age}]`));
  checkDistinct(
    seen.map(({ period }) => period),
    path,
    "period",
  );
  const counted = seen.filter((one) => one.skipped === null);
  const total = counted.reduce<Fraction>((sum, { weight }) => plus(sum, weight), ZERO);
  const { version, places, rounding, grades, knockOutGrade } = policy.scorecard;
  if (counted.length < policy.minimumPeriods) {
    const missing = seen.filter(({ skipped }) => skipped !== null).map(({ period }) => period);
    const because = counted.length === 0 ? "no_data" : "coverage";
    const params = { version, counted: counted.length, minimum: policy.minimumPeriods };
    const explanation = { code: "engine.periods_lacking" as const, params, from: seen.map((one) => lineNode(one, "0")) };
    return { outcome: { status: "insufficient_data", version, because, missing }, explanation };
  }
  const shares = seen.map(({ skipped, weight, score }) => (skipped === null ? shareOf(times(weight, score), total) : ZERO));
  const exactScore = roundFraction(shares.reduce(plus, ZERO), places, rounding);
  const contributions = shares.map((share) => text(roundFraction(share, places, rounding)));
  const rest = contributions.reduce<Exact>((left, one) => left.minus(one), exactScore);
  const knockedOutBy = knockOutsOf(counted, policy.knockOuts);
  const grade = knockedOutBy.length > 0 && knockOutGrade !== undefined ? knockOutGrade : gradeOf(exactScore, grades);
  const score = text(exactScore);
  const lines = seen.map(({ period, skipped }, i) => ({ period, contribution: contributions[i] as string, skipped }));
  const from = seen.map((one, i) => lineNode(one, contributions[i] as string));
  if (!rest.isZero()) from.push({ code: "engine.score_rounding", params: { score: text(rest) } });
  return {
    outcome: { status: "scored", version, score, grade, knockedOutBy, lines },
    explanation: { code: "engine.periods_score", params: { score, grade, version, counted: counted.length }, adds: "score", from },
  };
}

interface SeenPeriod {
  readonly period: string;
  readonly skipped: PeriodLine["skipped"];
  readonly weight: Fraction;
  readonly score: Exact;
  readonly knockedOutBy: readonly string[];
}

function readPeriod(given: unknown, weight: Fraction, policy: PeriodPolicy, path: string): SeenPeriod {
  const { period, outcome } = checkRecord(given, path) as unknown as PeriodFacts["periods"][number];
  const none = { period: checkText(period, `${path}.period`), weight, score: new Exact(0), knockedOutBy: [] };
  if (outcome === null) return { ...none, skipped: "no_activity" };
  checkOutcome(outcome, `${path}.outcome`);
  if (outcome.version !== policy.scorecard.version) return { ...none, skipped: "other_version" };
  if (outcome.status !== "scored") return { ...none, skipped: "no_score" };
  if (weight.over.isZero()) return { ...none, skipped: "too_old" };
  return { ...none, skipped: null, score: exact(outcome.score, `${path}.outcome.score`), knockedOutBy: outcome.knockedOutBy };
}

/** By age. */
function weightsOf(decay: Decay, count: number): readonly Fraction[] {
  const ages = Array.from({ length: count }, (_, age) => age);
  if (decay.kind === "linear") {
    const span = new Exact(decay.span);
    return ages.map((age) => (age >= decay.span ? ZERO : ratioOf(new Exact(decay.span - age), span)));
  }
  if (decay.kind === "explicit") return ages.map((age) => wholeOf(exact(decay.weights[age] ?? "0")));
  const factor = exact(decay.factor);
  let power = new Exact(1);
  return ages.map((age) => {
    if (age > 0) power = power.times(factor);
    return wholeOf(power);
  });
}

/** Part of a whole, both fractions. */
function shareOf(part: Fraction, whole: Fraction): Fraction {
  return over(times(part, whole.under), whole.over);
}

function knockOutsOf(counted: readonly SeenPeriod[], which: PeriodPolicy["knockOuts"]): readonly string[] {
  const periods = which === "any" ? counted : which === "newest" ? counted.slice(0, 1) : [];
  return [...new Set(periods.flatMap((one) => one.knockedOutBy))];
}

function lineNode({ period, skipped, weight, score }: SeenPeriod, contribution: string): Explanation<EngineCode> {
  if (skipped !== null) return { code: `engine.period_skipped.${skipped}`, params: { period, score: "0" } };
  return {
    code: "engine.period_line",
    params: { period, weight: text(roundFraction(weight, 4, "half_up")), of: text(score), score: contribution },
  };
}
