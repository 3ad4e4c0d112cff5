/**
 * Scoring a second time, from the definitions: every number a reduced fraction of two BigInts, every scale a formula on fractions,
 * and the score one division at the end. Shares no line with the library.
 */
import type { ScoreCriterion, Scorecard, ScoreFacts } from "qudao/engine";
import { divideWhole, textOf } from "./oracle-decimal.js";

export class Ratio {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d = 1n) {
    const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
    const common = gcd(top < 0n ? -top : top, bottom);
    this.n = top / common;
    this.d = bottom / common;
  }

  static of(text: string): Ratio {
    const [whole = "", fraction = ""] = text.split(".");
    return new Ratio(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  }

  add = (b: Ratio): Ratio => new Ratio(this.n * b.d + b.n * this.d, this.d * b.d);
  sub = (b: Ratio): Ratio => new Ratio(this.n * b.d - b.n * this.d, this.d * b.d);
  mul = (b: Ratio): Ratio => new Ratio(this.n * b.n, this.d * b.d);
  div = (b: Ratio): Ratio => new Ratio(this.n * b.d, this.d * b.n);
  less = (b: Ratio): boolean => this.n * b.d < b.n * this.d;
  floor = (): bigint => divideWhole(this.n, this.d, "floor");
  ceiling = (): bigint => divideWhole(this.n, this.d, "ceiling");
  text = (places: number, mode: string): string => textOf({ units: divideWhole(this.n * 10n ** BigInt(places), this.d, mode), places });
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : gcd(b, a % b);
}

const ZERO = new Ratio(0n);

/** Points by the formula of the scale, before they are kept within 0 and full. */
function rawPoints({ scale, code }: ScoreCriterion, value: string | boolean, facts: ScoreFacts): Ratio {
  const full = Ratio.of(scale.full);
  const x = typeof value === "string" ? Ratio.of(value) : ZERO;
  switch (scale.kind) {
    case "direct":
      return x;
    case "yes_no":
      return value === (scale.better === "yes") ? full : ZERO;
    case "points":
      return Ratio.of([...scale.rows].reverse().find((row) => !x.less(Ratio.of(row.from)))?.points ?? scale.below);
    case "linear":
      return full.mul(x.sub(Ratio.of(scale.from))).div(Ratio.of(scale.to).sub(Ratio.of(scale.from)));
    case "relative": {
      const best = Ratio.of(facts.best?.[code] as string);
      if (scale.better === "higher") return best.n === 0n ? ZERO : full.mul(x).div(best);
      return x.n === 0n ? (scale.atZero === "full" ? full : ZERO) : full.mul(best).div(x);
    }
    case "deduction": {
      const target = Ratio.of(scale.target);
      const steps = (scale.better === "higher" ? target.sub(x) : x.sub(target)).div(Ratio.of(scale.step));
      const whole = scale.partialStep === "counts" ? steps.ceiling() : steps.floor();
      return whole <= 0n ? full : full.sub(Ratio.of(scale.deduct).mul(new Ratio(whole)));
    }
  }
}

export function oracleScore(facts: ScoreFacts, card: Scorecard): { readonly score: string; readonly grade: string } | "insufficient_data" {
  let [sum, weights, covered, all] = [ZERO, ZERO, ZERO, ZERO];
  let knockedOut = false;
  let failed = false;
  for (const criterion of card.criteria) {
    const weight = Ratio.of(criterion.weight);
    const full = Ratio.of(criterion.scale.full);
    all = all.add(weight);
    const { missing } = criterion;
    const carried = missing.then === "carry" ? facts.carried?.[criterion.fact] : undefined;
    const young =
      carried !== undefined && missing.then === "carry" && carried.agePeriods <= missing.maxAgePeriods ? carried.value : undefined;
    const value = facts.values[criterion.fact] ?? young;
    let points: Ratio | undefined;
    if (value !== undefined && value !== null) {
      const raw = rawPoints(criterion, value, facts);
      points = raw.less(ZERO) ? ZERO : full.less(raw) ? full : raw;
      covered = covered.add(weight);
    } else {
      const then = missing.then === "carry" ? missing.otherwise : missing.then;
      if (then === "fail") failed = true;
      if (then === "zero") points = ZERO;
      if (missing.then === "neutral") points = Ratio.of(missing.points);
    }
    if (points === undefined) continue;
    if (criterion.knockOutBelow !== undefined && points.less(Ratio.of(criterion.knockOutBelow))) knockedOut = true;
    sum = sum.add(weight.mul(points).div(full));
    weights = weights.add(weight);
  }
  if (failed || covered.n === 0n || covered.less(Ratio.of(card.minimumCoverage).mul(all))) return "insufficient_data";
  const score = sum.mul(new Ratio(100n)).div(weights).text(card.places, card.rounding);
  const grade = [...card.grades].reverse().find((band) => !Ratio.of(score).less(Ratio.of(band.from)))?.grade ?? "";
  return { score, grade: knockedOut && card.knockOutGrade !== undefined ? card.knockOutGrade : grade };
}
