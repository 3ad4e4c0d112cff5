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
  | { readonly kind: "revenue_share"; readonly unitPrice: bigint; readonly keepsPercent: bigint };

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
    pay(contract.unitPrice * order);
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
