import { type Exact, exact } from "../kernel/decimal.js";
import type { Message, MessageParams } from "../kernel/message.js";
import { checkBoolean } from "./fact-reader.js";
import { clamped, compare, type Fraction, minus, over, plus, ratioOf, times, wholeOf, ZERO } from "./fraction.js";
import type { DeductionScale, LinearScale, PointsScale, RelativeScale, ScoreScale, YesNoScale } from "./scorecard.js";

/** A scale read once. @internal */
export interface ReadScale {
  /** Points from 0 to full; a message where the value has no meaning on the scale. */
  readonly points: (value: unknown, best: Exact | undefined, path: string) => Fraction | NegativeValue;
  /** Where a value must lie to earn at least so many points. Several pieces: any of them. Empty: nowhere. */
  readonly reach: (points: Fraction, best: Exact | undefined) => readonly Stretch[];
}

/** @internal */
export type NegativeValue = Message<"engine.score_negative">;

/** A piece of the number line, or an answer. An absent end is open. @internal */
export interface Stretch {
  readonly atLeast?: Fraction;
  readonly above?: Fraction;
  readonly atMost?: Fraction;
  readonly below?: Fraction;
  readonly answer?: "yes" | "no";
}

/** @internal */
export function isNegativeValue(points: Fraction | NegativeValue): points is NegativeValue {
  return "code" in points;
}

/** The whole number line. */
const ANYWHERE: readonly Stretch[] = [{}];

/** Reads a scale that `checkScorecard` found nothing wrong with. @internal */
export function readScoreScale(scale: ScoreScale): ReadScale {
  const full = exact(scale.full);
  const read = readKind(scale, full);
  return {
    points: (value, best, path) => {
      const points = read.points(value, best, path);
      return isNegativeValue(points) ? points : clamped(points, full);
    },
    reach: (points, best) => {
      if (compare(points, ZERO) <= 0) return ANYWHERE;
      return compare(points, wholeOf(full)) > 0 ? [] : read.reach(points, best);
    },
  };
}

/** What a criterion's line shows of its scale. @internal */
export function scaleParams({ kind, full, ...numbers }: ScoreScale): MessageParams {
  return { kind, full, ...numbers } as unknown as MessageParams;
}

function readKind(scale: ScoreScale, full: Exact): ReadScale {
  switch (scale.kind) {
    case "points":
      return readPoints(scale);
    case "linear":
      return readLinear(scale, full);
    case "relative":
      return readRelative(scale, full);
    case "deduction":
      return readDeduction(scale, full);
    case "yes_no":
      return readYesNo(scale, full);
    case "direct":
      return { points: (value, _, path) => decimalOf(value, path), reach: (points) => [{ atLeast: points }] };
  }
}

function decimalOf(value: unknown, path: string): Fraction {
  return wholeOf(exact(value as string, path));
}

function readPoints(scale: PointsScale): ReadScale {
  const rows = scale.rows.map((row) => ({ from: wholeOf(exact(row.from)), points: wholeOf(exact(row.points)) }));
  const below = wholeOf(exact(scale.below));
  return {
    points: (value, _, path) => {
      const at = decimalOf(value, path);
      let points = below;
      for (const row of rows) if (compare(at, row.from) >= 0) points = row.points;
      return points;
    },
    reach: (points) => {
      const pieces = [{ from: undefined, points: below }, ...rows].map((row, i) => ({ ...row, next: rows[i]?.from }));
      return pieces
        .filter((piece) => compare(piece.points, points) >= 0)
        .map(({ from, next }) => ({ ...(from && { atLeast: from }), ...(next && { below: next }) }));
    },
  };
}

function readLinear(scale: LinearScale, full: Exact): ReadScale {
  const from = wholeOf(exact(scale.from));
  const width = exact(scale.to).minus(scale.from);
  return {
    points: (value, _, path) => over(times(minus(decimalOf(value, path), from), full), width),
    reach: (points) => {
      const at = plus(from, over(times(points, width), full));
      return [width.isNegative() ? { atMost: at } : { atLeast: at }];
    },
  };
}

function readRelative(scale: RelativeScale, full: Exact): ReadScale {
  const higher = scale.better === "higher";
  return {
    points: (value, best, path) => {
      const own = exact(value as string, path);
      if (own.lessThan(0)) return { code: "engine.score_negative", params: { value: own.toFixed() } };
      const mark = best as Exact;
      if (higher) return mark.isZero() ? ZERO : ratioOf(own.times(full), mark);
      if (own.isZero()) return scale.atZero === "full" ? wholeOf(full) : ZERO;
      return ratioOf(mark.times(full), own);
    },
    reach: (points, best) => {
      if (best === undefined) return [];
      if (higher) return best.isZero() ? [] : [{ atLeast: over(times(points, best), full) }];
      const zero = scale.atZero === "full" ? [{ atLeast: ZERO, atMost: ZERO }] : [];
      if (best.isZero()) return zero;
      const most = { over: best.times(full).times(points.under), under: points.over };
      return [scale.atZero === "full" ? { atLeast: ZERO, atMost: most } : { above: ZERO, atMost: most }];
    },
  };
}

function readDeduction(scale: DeductionScale, full: Exact): ReadScale {
  const [target, step, deduct] = [exact(scale.target), exact(scale.step), exact(scale.deduct)];
  const higher = scale.better === "higher";
  const counts = scale.partialStep === "counts";
  return {
    points: (value, _, path) => {
      const own = exact(value as string, path);
      const missed = higher ? target.minus(own) : own.minus(target);
      if (missed.lessThanOrEqualTo(0)) return wholeOf(full);
      const whole = missed.dividedToIntegerBy(step);
      const steps = counts && !missed.equals(whole.times(step)) ? whole.plus(1) : whole;
      return wholeOf(full.minus(deduct.times(steps)));
    },
    reach: (points) => {
      const spare = minus(wholeOf(full), points);
      const steps = spare.over.dividedToIntegerBy(spare.under.times(deduct));
      const slack = step.times(counts ? steps : steps.plus(1));
      const at = wholeOf(higher ? target.minus(slack) : target.plus(slack));
      if (counts) return [higher ? { atLeast: at } : { atMost: at }];
      return [higher ? { above: at } : { below: at }];
    },
  };
}

function readYesNo(scale: YesNoScale, full: Exact): ReadScale {
  return {
    points: (value, _, path) => (checkBoolean(value, path) === (scale.better === "yes") ? wholeOf(full) : ZERO),
    reach: () => [{ answer: scale.better }],
  };
}
