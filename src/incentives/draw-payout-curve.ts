import { checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, exactQuotient, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { exactNotNegative } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { earnedInKind, type IncentiveEarning, inKindOf, noMoneyOf } from "./earned-in-kind.js";
import { type CurveReference, type PayoutShape, type ReferenceProblem, readReference, shapeOf } from "./payout-shape.js";
import type { IncentiveProgramme } from "./programme.js";
import type { ProgrammeAnswer } from "./programme-answer.js";

/** What part of a programme is drawn. */
export interface PayoutCurveFacts {
  /** The last value of the qualifier, in the schedule's unit, 0 or more. */
  readonly upTo: DecimalString;
  /** Evenly spaced steps to it, 1 to 10,000; thresholds come in addition. */
  readonly steps: number;
  /** Quota, baseline and price at which it is drawn, where the programme reads them. `{}`: it reads none. */
  readonly reference: CurveReference;
}

/** One point of a curve. */
export interface PayoutPoint extends IncentiveEarning {
  /** The qualifier, in the schedule's unit. */
  readonly qualifier: DecimalString;
  /** `on`: on this value. `below`: just below it, the end of the stretch before a threshold. */
  readonly side: "on" | "below";
  /** The net amount sold there. */
  readonly sold: DecimalString;
  /** The tier, from 1; 0: none. */
  readonly tier: number;
  /** Earned, before rounding, per unit of the amount sold, at 40 digits. `null`: nothing is sold, or it pays in no money. */
  readonly rate: DecimalString | null;
}

/**
 * Draws what a programme pays over its qualifier: evenly spaced points, and both sides of every threshold, so that a jump is seen as one.
 *
 * @remarks
 * The programme's own calculator is asked at every point; `below` is the limit from the left. Exactly on a threshold the tier above is shown,
 * also where it must be exceeded: the point then stands for the smallest value beyond it.
 *
 * @param facts - How far, how fine, and at which quota, baseline and price.
 * @param programme - The programme. One that `checkProgramme` faults is refused.
 * @returns The points, from left to right.
 * @throws LibraryFault The first fault of `checkProgramme`, under `programme.`; `kernel.*` with the place in `facts`.
 *
 * @errors
 * - `incentives.reference_missing` - the programme reads a quota, a baseline or a price that was not given, or is 0; so does a rate of growth over
 *   a fixed baseline of 0.
 *
 * @example The jump of a rebate that re-rates everything at 1,000
 * ```ts
 * import { drawPayoutCurve, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "volume", version: "1", titles: { en: "Volume rebate", zh: "销量返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "amount" }, payOn: "qualifier", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }] },
 * };
 * const curve = drawPayoutCurve({ upTo: "2000", steps: 1, reference: {} }, programme);
 * curve.ok && curve.value.outcome.map(({ qualifier, side, earned }) => [qualifier, side, earned.amount]);
 * // => [["0", "on", "0.00"], ["1000", "below", "10.00"], ["1000", "on", "20.00"], ["2000", "on", "40.00"]]
 * ```
 *
 * @since 0.1.0
 */
export function drawPayoutCurve(
  facts: PayoutCurveFacts,
  programme: IncentiveProgramme,
): Result<Explained<readonly PayoutPoint[]>, ReferenceProblem> {
  return readSafely({ facts, programme }, () => {
    const given = checkRecord(facts, "facts");
    const upTo = exactNotNegative(given["upTo"], "facts.upTo");
    const steps = checkCount(given["steps"], "facts.steps", 1, 10_000);
    const reference = readReference(checkRecord(given["reference"], "facts.reference"), "facts.reference");
    const shape = shapeOf(programme, "programme", reference);
    if (!shape.ok) return shape;
    const points = pointsOf(shape.value, upTo, steps, programme);
    const params = { programme: { ...programme.titles }, upTo: text(upTo), unit: programme.schedule.unit, points: points.length };
    return ok({ outcome: points, explanation: { code: "incentives.curve", params } });
  });
}

function pointsOf(shape: PayoutShape, upTo: Exact, steps: number, programme: IncentiveProgramme): readonly PayoutPoint[] {
  const { currency } = programme;
  const kind = inKindOf(programme);
  const thresholds = shape.thresholds.filter((from) => from.greaterThan(0) && from.lessThanOrEqualTo(upTo));
  const even = Array.from({ length: steps + 1 }, (_, i) => exactQuotient(upTo.times(i), exact(steps)));
  const at = new Map<string, Exact>([...even, ...thresholds].map((value) => [text(value), value]));
  const point = (value: Exact, side: PayoutPoint["side"], answer: ProgrammeAnswer): PayoutPoint => {
    const sold = shape.figuresAt(value).amount;
    return {
      qualifier: text(value),
      side,
      sold: text(sold),
      earned: { amount: kind === undefined ? answer.amount : noMoneyOf(programme), currency },
      ...(kind === undefined ? {} : earnedInKind(kind, answer.amount)),
      tier: answer.tier,
      rate: kind === undefined && sold.greaterThan(ZERO) ? text(exactQuotient(answer.exact, sold)) : null,
    };
  };
  return [...at.values()]
    .sort((a, b) => a.comparedTo(b))
    .flatMap((value) => {
      const isThreshold = thresholds.some((from) => from.equals(value));
      const before = isThreshold ? [point(value, "below", shape.below(value))] : [];
      return [...before, point(value, "on", shape.on(value))];
    });
}
