/**
 * Channel contracts a second time, by playing every season through: money is whole numbers (bigint), demand a list of outcomes that
 * are equally likely, and best orders are found by trying all of them. Shares no line and no formula with the library.
 */

export interface Season {
  readonly demands: readonly bigint[];
  readonly price: bigint;
  readonly salvage: bigint;
  readonly makerCost: bigint;
  readonly dealerCost: bigint;
  readonly makerGoodwill: bigint;
  readonly dealerGoodwill: bigint;
}

export type PlayedContract =
  | { readonly kind: "wholesale"; readonly unitPrice: bigint }
  | { readonly kind: "two_part"; readonly unitPrice: bigint; readonly fee: bigint }
  | { readonly kind: "buy_back"; readonly unitPrice: bigint; readonly credit: bigint; readonly salvage: "kept" | "replaced" }
  /** The dealer keeps so many hundredths of all it takes in. */
  | { readonly kind: "revenue_share"; readonly unitPrice: bigint; readonly keepsPercent: bigint }
  /** A price per unit that falls with the order, so that so many hundredths of the stake are left to the dealer. */
  | { readonly kind: "quantity_discount"; readonly dealerPercent: bigint };

/** Sums over all outcomes, a hundred times the money: divide by `100 × outcomes` for an expectation. */
export interface Played {
  readonly dealer: bigint;
  readonly maker: bigint;
}

/** What both parties have after every outcome of a season, summed. */
export function play(season: Season, contract: PlayedContract, order: bigint): Played {
  let dealer = 0n;
  let maker = 0n;
  for (const demand of season.demands) {
    const sold = demand < order ? demand : order;
    const left = order - sold;
    const missed = demand - sold;
    let dealerCash = -season.dealerCost * order - season.dealerGoodwill * missed;
    let makerCash = -season.makerCost * order - season.makerGoodwill * missed;
    let takings = season.price * sold;
    const pay = (amount: bigint) => {
      dealerCash -= amount;
      makerCash += amount;
    };
    if (contract.kind !== "quantity_discount") pay(contract.unitPrice * order);
    if (contract.kind === "two_part") pay(contract.fee);
    if (contract.kind === "buy_back") {
      pay(-contract.credit * left);
      if (contract.salvage === "replaced") makerCash += season.salvage * left;
      else takings += season.salvage * left;
    } else takings += season.salvage * left;
    dealerCash += takings;
    let [d, m] = [dealerCash * 100n, makerCash * 100n];
    if (contract.kind === "revenue_share") {
      const given = takings * (100n - contract.keepsPercent);
      d -= given;
      m += given;
    }
    if (contract.kind === "quantity_discount") {
      // the price of a unit is w(q) = ((1 − λ)G − g_m) × average sales ÷ q + λ(c − v) − c_d + v: paid over all outcomes, a hundred times
      const share = contract.dealerPercent;
      const stake = season.price - season.salvage + season.makerGoodwill + season.dealerGoodwill;
      const over = season.makerCost + season.dealerCost - season.salvage;
      const given =
        ((100n - share) * stake - 100n * season.makerGoodwill) * sold +
        (share * over - 100n * season.dealerCost + 100n * season.salvage) * order;
      d -= given;
      m += given;
    }
    dealer += d;
    maker += m;
  }
  return { dealer, maker };
}

/** The smallest order with the largest value, of all from 0 to the largest demand. */
export function bestOrder(season: Season, value: (order: bigint) => bigint): bigint {
  const most = season.demands.reduce((a, b) => (a > b ? a : b), 0n);
  let best = 0n;
  for (let order = 1n; order <= most; order++) if (value(order) > value(best)) best = order;
  return best;
}

/** Demand as a value of a standard variable, for integration: `of(z)` weighed by `density(z)` between `from` and `to`. */
interface Spread {
  readonly of: (z: number) => number;
  readonly at: (demand: number) => number;
  readonly density: (z: number) => number;
  readonly from: number;
  readonly to: number;
}

export type SpreadDemand =
  | { readonly kind: "normal"; readonly mean: number; readonly deviation: number }
  | { readonly kind: "lognormal"; readonly logMean: number; readonly logDeviation: number }
  | { readonly kind: "poisson"; readonly mean: number }
  | { readonly kind: "uniform"; readonly from: number; readonly to: number };

const bell = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

function spreadOf(demand: Exclude<SpreadDemand, { readonly kind: "poisson" }>): Spread {
  switch (demand.kind) {
    case "normal":
      return {
        of: (z) => demand.mean + demand.deviation * z,
        at: (x) => (x - demand.mean) / demand.deviation,
        density: bell,
        from: -12,
        to: 12,
      };
    case "lognormal":
      return {
        of: (z) => Math.exp(demand.logMean + demand.logDeviation * z),
        at: (x) => (Math.log(x) - demand.logMean) / demand.logDeviation,
        density: bell,
        from: -12,
        to: 12,
      };
    case "uniform":
      return { of: (z) => z, at: (x) => x, density: () => 1 / (demand.to - demand.from), from: demand.from, to: demand.to };
  }
}

/** Nodes and weights of Gauss and Legendre, five points. */
const nodes = [
  [0, 128 / 225],
  [Math.sqrt(5 - 2 * Math.sqrt(10 / 7)) / 3, (322 + 13 * Math.sqrt(70)) / 900],
  [Math.sqrt(5 + 2 * Math.sqrt(10 / 7)) / 3, (322 - 13 * Math.sqrt(70)) / 900],
] as const;

function integral(value: (z: number) => number, from: number, to: number): number {
  const strips = 60;
  const half = (to - from) / strips / 2;
  let sum = 0;
  for (let i = 0; i < strips; i++) {
    const middle = from + (2 * i + 1) * half;
    for (const [node, weight] of nodes) {
      sum += weight * value(middle + node * half);
      if (node > 0) sum += weight * value(middle - node * half);
    }
  }
  return sum * half;
}

/** Every whole demand that can happen, with its probability, from e^−mean up. */
function outcomes(mean: number): readonly (readonly [demand: number, probability: number])[] {
  const all: (readonly [number, number])[] = [];
  let probability = Math.exp(-mean);
  for (let k = 0; k < 10 * mean + 60; k++) {
    all.push([k, probability]);
    probability *= mean / (k + 1);
  }
  return all;
}

/** What is expected of a value of demand: the integral in two pieces, below and above the order, where the value has a corner. */
export function expectation(demand: SpreadDemand, order: number, value: (demand: number) => number): number {
  if (demand.kind === "poisson") return outcomes(demand.mean).reduce((sum, [k, probability]) => sum + probability * value(k), 0);
  const { of, at, density, from, to } = spreadOf(demand);
  const corner = Math.min(to, Math.max(from, demand.kind === "lognormal" && order <= 0 ? from : at(order)));
  const weighed = (z: number) => value(of(z)) * density(z);
  return integral(weighed, from, corner) + integral(weighed, corner, to);
}

/** Expected `min(order, demand)` of a density, by Simpson's rule over many narrow strips. */
export function salesByIntegration(order: number, density: (x: number) => number, from: number, to: number): number {
  const strips = 200_000;
  const width = (to - from) / strips;
  let sum = 0;
  for (let i = 0; i <= strips; i++) {
    const x = from + i * width;
    const weight = i === 0 || i === strips ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * Math.min(order, x) * density(x);
  }
  return (sum * width) / 3;
}
