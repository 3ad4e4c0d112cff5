/**
 * Sell-through a second time: every single piece is followed by itself through the days, in whole cents, without layers. Whole pieces only, two
 * decimals, half up.
 */
import type { SellThroughFacts, SellThroughLine, SellThroughPolicy } from "qudao/incentives";

/** Some pieces of one purchase, or of the average (""), and the cents they are worth together. */
interface Lot {
  readonly purchase: string;
  pieces: number;
  cents: bigint;
}

export interface SellThroughReading {
  /** Line, pieces, cents; in order. */
  readonly lines: readonly string[];
  /** Line and pieces that are missing. */
  readonly open: readonly string[];
  /** Product, purchase, pieces, cents. */
  readonly stock: readonly string[];
}

const centsOf = (amount: string): bigint => {
  const [whole = "0", part = ""] = amount.split(".");
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
};

/** `cents × pieces ÷ all`, half up; all of it for all. */
const shareOf = (cents: bigint, pieces: number, all: number): bigint =>
  pieces === all ? cents : (cents * BigInt(pieces) * 2n + BigInt(all)) / (BigInt(all) * 2n);

export function readSellThrough(facts: SellThroughFacts, policy: SellThroughPolicy): SellThroughReading {
  const { basis, shortage } = policy;
  const averages = basis.endsWith("_average");
  const lines: string[] = [];
  const open: string[] = [];
  /** One entry a piece, the oldest first. */
  const shelf = new Map<string, string[]>();
  const value = new Map<string, bigint>();
  const bought = new Map(facts.purchases.map((line) => [line.id, line]));
  const left = new Map<string, { readonly line: SellThroughLine; pieces: number; cents: bigint; ownPrice: boolean; lots: Lot[] }>();
  const lotName = (purchase: string) => (averages ? "" : purchase);
  const key = (productId: string, purchase: string) => `${productId} ${purchase}`;
  const shelfOf = (productId: string) => shelf.get(productId) ?? (shelf.set(productId, []).get(productId) as string[]);
  const age = (purchase: string) => (purchase === "" ? "" : `${bought.get(purchase)?.date} ${purchase}`);

  const putOn = (productId: string, { purchase, pieces, cents }: Lot) => {
    const own = shelfOf(productId);
    own.push(...Array.from({ length: pieces }, () => purchase));
    own.sort((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0));
    value.set(key(productId, purchase), (value.get(key(productId, purchase)) ?? 0n) + cents);
  };
  const takeOff = (productId: string, gone: readonly string[]): Lot[] => {
    const own = shelfOf(productId);
    return [...new Set(gone)].map((purchase) => {
      const pieces = gone.filter((one) => one === purchase).length;
      const all = own.filter((one) => one === purchase).length;
      const worth = value.get(key(productId, purchase)) as bigint;
      const cents = shareOf(worth, pieces, all);
      value.set(key(productId, purchase), worth - cents);
      for (let i = 0; i < pieces; i++) own.splice(own.indexOf(purchase), 1);
      return { purchase, pieces, cents };
    });
  };
  const piecesOf = (line: SellThroughLine, there: number): number => {
    const wanted = Number(line.quantity);
    if (wanted <= there) return wanted;
    open.push(`${line.id} ${wanted - there}`);
    return shortage === "part_open" && there > 0 ? there : -1;
  };

  const does = {
    buy(line: SellThroughLine) {
      putOn(line.productId, { purchase: lotName(line.id), pieces: Number(line.quantity), cents: centsOf(line.amount) });
    },
    sendBack(line: SellThroughLine) {
      const own = shelfOf(line.productId);
      const mine = averages || line.originId === undefined ? [...own].reverse() : own.filter((one) => one === line.originId);
      const pieces = piecesOf(line, mine.length);
      if (pieces > 0) takeOff(line.productId, mine.slice(0, pieces));
    },
    sell(line: SellThroughLine) {
      const own = shelfOf(line.productId);
      const pieces = piecesOf(line, own.length);
      if (pieces < 0) return;
      const newest = own.at(-1);
      const lots = takeOff(line.productId, own.slice(0, pieces));
      let cents = lots.reduce((sum, lot) => sum + lot.cents, 0n);
      const ownPrice = basis === "latest_purchase" && newest !== undefined;
      if (ownPrice) {
        const { amount, quantity } = bought.get(newest) as SellThroughLine;
        cents = pieces === 0 ? 0n : (centsOf(amount) * BigInt(pieces) * 2n + BigInt(quantity)) / (BigInt(quantity) * 2n);
      }
      lines.push(`${line.id} ${pieces} ${cents}`);
      if (pieces > 0) left.set(line.id, { line, pieces, cents, ownPrice, lots });
    },
    takeBack(line: SellThroughLine) {
      const origins = [...left.values()].filter(
        (one) =>
          one.line.productId === line.productId &&
          (line.originId !== undefined
            ? one.line.id === line.originId
            : line.originDate === undefined || one.line.date === line.originDate),
      );
      let pieces = piecesOf(
        line,
        origins.reduce((sum, one) => sum + one.pieces, 0),
      );
      if (pieces < 0) return;
      let sum = 0n;
      const all = pieces;
      for (const one of origins.reverse()) {
        const some = Math.min(pieces, one.pieces);
        pieces -= some;
        let rest = some;
        let byLots = 0n;
        const asLots = one.cents === one.lots.reduce((total, lot) => total + lot.cents, 0n);
        for (const lot of [...one.lots].reverse()) {
          const back = Math.min(rest, lot.pieces);
          if (back === 0) continue;
          const cents = shareOf(lot.cents, back, lot.pieces);
          putOn(line.productId, { purchase: lot.purchase, pieces: back, cents });
          lot.pieces -= back;
          lot.cents -= cents;
          rest -= back;
          byLots += cents;
        }
        const cents = asLots ? byLots : shareOf(one.cents, some, one.pieces);
        one.cents -= cents;
        one.pieces -= some;
        sum += cents;
        if (one.pieces === 0) left.delete(one.line.id);
      }
      lines.push(`${line.id} ${all} ${sum}`);
    },
  };

  const days = [...new Set([...facts.purchases, ...facts.sold].map(({ date }) => date))].sort();
  const named = (list: readonly SellThroughLine[], kind: string) =>
    list.filter((line) => line.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1));
  const sales = named(facts.sold, "sale");
  const backs = named(facts.sold, "return");
  const ofTheDay = (line: SellThroughLine) =>
    line.originId === undefined
      ? line.originDate === undefined || line.originDate === line.date
      : facts.sold.some(({ id, date }) => id === line.originId && date === line.date);
  const on = (list: readonly SellThroughLine[], day: string) => list.filter(({ date }) => date === day);
  const buys = named(facts.purchases, "sale");
  const sends = named(facts.purchases, "return");
  if (basis === "period_average") {
    for (const day of days) on(buys, day).forEach(does.buy);
    for (const day of days) on(sends, day).forEach(does.sendBack);
  }
  for (const day of days) {
    if (basis !== "period_average") on(buys, day).forEach(does.buy);
    on(backs, day)
      .filter((line) => !ofTheDay(line))
      .forEach(does.takeBack);
    on(sales, day).forEach(does.sell);
    on(backs, day).filter(ofTheDay).forEach(does.takeBack);
    if (basis !== "period_average") on(sends, day).forEach(does.sendBack);
  }
  const stock = [...shelf].flatMap(([productId, pieces]) =>
    [...new Set(pieces)].map(
      (purchase) =>
        `${productId} ${purchase} ${pieces.filter((one) => one === purchase).length} ${value.get(key(productId, purchase)) as bigint}`,
    ),
  );
  return { lines, open, stock: stock.sort() };
}
