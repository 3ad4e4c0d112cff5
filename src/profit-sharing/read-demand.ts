/**
 * A demand model as the contracts ask it: its mean, its quantiles, and how many of an order are sold on average.
 *
 * Uniform and empirical demand are exact fractions. The others are doubles, good to twelve significant digits, turned into decimals
 * once; what is asked of them is rounded by the caller at a named place.
 *
 * @internal
 */

import { type Fraction, ratioOf, wholeOf } from "../engine/fraction.js";
import { Exact, exact, quotient, sumOf, text, ZERO } from "../kernel/decimal.js";
import { exponentialOfDecimal, logarithmOfDecimal } from "../kernel/power.js";
import { byKind, type Read, readAboveZero, readNotNegative, readWithin, recordOf, someOf } from "../kernel/read.js";
import type { DemandModel, EmpiricalDemand, LognormalDemand, NormalDemand, PoissonDemand, UniformDemand } from "./demand-model.js";
import { normalLoss, normalTail, normalUpperQuantile } from "./normal-distribution.js";
import { sharingFault } from "./sharing-fault.js";

/** @internal */
export interface Demand {
  readonly model: DemandModel;
  /** Mean demand. */
  readonly mean: Fraction;
  /** What the model gives to demand below 0, which cannot be: some for normal demand, none for the others. */
  readonly belowZero: Exact;
  /** The smallest order that covers demand with at least this probability, between 0 and 1, both excluded. */
  readonly quantile: (probability: Fraction) => Fraction;
  /** `E min(order, demand)` for an order above 0. */
  readonly sales: (order: Exact) => Fraction;
}

/** @internal */
export const readDemandModel: Read<DemandModel> = byKind<DemandModel>({
  normal: recordOf<Omit<NormalDemand, "kind">>({ mean: readNotNegative, deviation: readAboveZero }),
  lognormal: recordOf<Omit<LognormalDemand, "kind">>({
    logMean: readWithin("-20", "20"),
    logDeviation: (value, path) => readWithin("0", "3")(readAboveZero(value, path), path),
  }),
  poisson: recordOf<Omit<PoissonDemand, "kind">>({ mean: readWithin("0", "1000000") }),
  uniform: (value, path) => {
    const range = recordOf<Omit<UniformDemand, "kind">>({ from: readNotNegative, to: readNotNegative })(value, path);
    if (!exact(range.to).greaterThan(range.from))
      throw sharingFault("profit-sharing.range_reversed", `${path}.to`, { got: range.to, from: range.from });
    return range;
  },
  empirical: (value, path) => {
    const seen = someOf(recordOf<EmpiricalDemand["seen"][number]>({ demand: readNotNegative, weight: readNotNegative }));
    const read = recordOf<Omit<EmpiricalDemand, "kind">>({ seen })(value, path);
    if (sumOf(read.seen.map(({ weight }) => weight)).isZero()) throw sharingFault("kernel.not_above_zero", `${path}.seen`, { got: "0" });
    return read;
  },
});

/** @internal */
export function demandOf(model: DemandModel): Demand {
  switch (model.kind) {
    case "normal":
      return normal(model);
    case "lognormal":
      return lognormal(model);
    case "poisson":
      return poisson(model);
    case "uniform":
      return uniform(model);
    case "empirical":
      return empirical(model);
  }
}

const ONE = wholeOf(new Exact(1));

function rest(probability: Fraction): Fraction {
  return { over: ONE.over.times(probability.under).minus(probability.over), under: probability.under };
}

function double({ over, under }: Fraction): number {
  return Number(quotient(over, under).toFixed());
}

function fromDouble(value: number): Exact {
  return exact(value);
}

/** The standard normal quantile: the smaller tail is inverted, so that neither end loses digits. */
function standardQuantile(probability: Fraction): Exact {
  const [low, high] = [double(probability), double(rest(probability))];
  return fromDouble(high <= 0.5 ? normalUpperQuantile(high) : -normalUpperQuantile(low));
}

function normal(model: NormalDemand): Demand {
  const [mean, deviation] = [exact(model.mean), exact(model.deviation)];
  return {
    model,
    mean: wholeOf(mean),
    belowZero: fromDouble(normalTail(double(ratioOf(mean, deviation)))),
    quantile: (probability) => wholeOf(mean.plus(deviation.times(standardQuantile(probability)))),
    sales: (order) => {
      const z = double(ratioOf(order.minus(mean), deviation));
      // of the two ways to write it, the one in which nothing cancels
      return wholeOf(
        z >= 0 ? mean.minus(deviation.times(fromDouble(normalLoss(z)))) : order.minus(deviation.times(fromDouble(normalLoss(-z)))),
      );
    },
  };
}

function lognormal(model: LognormalDemand): Demand {
  const [m, s] = [exact(model.logMean), exact(model.logDeviation)];
  const mean = exact(exponentialOfDecimal(text(m.plus(s.times(s).times("0.5")))));
  return {
    model,
    mean: wholeOf(mean),
    belowZero: ZERO,
    quantile: (probability) => wholeOf(exact(exponentialOfDecimal(text(m.plus(s.times(standardQuantile(probability))))))),
    sales: (order) => {
      const z = double(ratioOf(exact(logarithmOfDecimal(text(order))).minus(m), s));
      const below = normalTail(-(z - Number(model.logDeviation)));
      return wholeOf(mean.times(fromDouble(below)).plus(order.times(fromDouble(normalTail(z)))));
    },
  };
}

/** Weights of whole numbers around the mean, relative to the most likely one: no exponential, no factorial, nothing overflows. */
function poisson(model: PoissonDemand): Demand {
  const mean = Number(model.mean);
  const top = Math.floor(mean);
  const up: number[] = [];
  for (let k = top, weight = 1; weight > 1e-30; k++) {
    up.push(weight);
    weight *= mean / (k + 1);
  }
  const down: number[] = [];
  for (let k = top, weight = top / (mean || 1); k > 0 && weight > 1e-30; ) {
    down.push(weight);
    k--;
    weight *= k / mean;
  }
  const weights = [...down.reverse(), ...up];
  const first = top - down.length;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return {
    model,
    mean: wholeOf(exact(model.mean)),
    belowZero: ZERO,
    quantile: (probability) => {
      // counted from the nearer end, so that a probability close to 1 keeps its digits
      const tail = double(rest(probability)) * sum;
      let above = 0;
      let k = weights.length - 1;
      while (k > 0 && above + (weights[k] as number) <= tail) {
        above += weights[k] as number;
        k--;
      }
      return wholeOf(new Exact(first + k));
    },
    sales: (order) => {
      const q = Number(order.toFixed());
      // what is left over of a small order, what is missed by a large one: the other would cancel
      const isLarge = q > mean;
      let off = 0;
      weights.forEach((weight, i) => {
        const beyond = isLarge ? first + i - q : q - (first + i);
        if (beyond > 0) off += (weight / sum) * beyond;
      });
      return wholeOf((isLarge ? exact(model.mean) : order).minus(fromDouble(off)));
    },
  };
}

function uniform(model: UniformDemand): Demand {
  const [from, to] = [exact(model.from), exact(model.to)];
  const width = to.minus(from);
  const mean = from.plus(to).times("0.5");
  return {
    model,
    mean: wholeOf(mean),
    belowZero: ZERO,
    quantile: ({ over, under }) => ratioOf(from.times(under).plus(width.times(over)), under),
    sales: (order) => {
      if (order.lessThanOrEqualTo(from)) return wholeOf(order);
      if (order.greaterThanOrEqualTo(to)) return wholeOf(mean);
      const into = order.minus(from);
      return ratioOf(order.times(width).times(2).minus(into.times(into)), width.times(2));
    },
  };
}

function empirical(model: EmpiricalDemand): Demand {
  const seen = model.seen
    .map(({ demand, weight }) => ({ demand: exact(demand), weight: exact(weight) }))
    .sort((a, b) => a.demand.comparedTo(b.demand));
  const sum = sumOf(seen.map(({ weight }) => weight));
  const expected = (value: (demand: Exact) => Exact) => ratioOf(sumOf(seen.map(({ demand, weight }) => value(demand).times(weight))), sum);
  return {
    model,
    mean: expected((demand) => demand),
    belowZero: ZERO,
    quantile: ({ over, under }) => {
      let covered = ZERO;
      for (const { demand, weight } of seen) {
        covered = covered.plus(weight);
        if (covered.times(under).greaterThanOrEqualTo(over.times(sum))) return wholeOf(demand);
      }
      return wholeOf(seen.at(-1)?.demand as Exact);
    },
    sales: (order) => expected((demand) => Exact.min(demand, order)),
  };
}
