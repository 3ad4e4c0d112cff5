/**
 * Projections and payables a second time: days are walked one by one with their weights as fractions, payments are handed out fen by fen.
 */
import type { TierSchedule } from "qudao/engine";
import { type Frac, frac, fracOf, halfUp, isZero, over, times } from "./fraction-oracle.js";
import { readTiers } from "./tier-oracle.js";

const DAY = 86_400_000;

/** A multiple of every length of a month, so that the weight of a day is a whole number of parts. */
const PARTS = 377_580n; // 28 × 29 × 30 × 31, shared factors once

/** The weight of the days from one to before another; a month's weight lies evenly on its days. */
function weigh(from: number, before: number, weights: readonly string[] | undefined): Frac {
  let sum = 0n;
  for (let day = from; day < before; day += DAY) {
    const date = new Date(day);
    const inMonth = BigInt(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate());
    sum += weights === undefined ? PARTS : (PARTS / inMonth) * BigInt(weights[date.getUTCMonth()] as string);
  }
  return frac(sum, PARTS);
}

/** What is expected on the sales so far, with two places; `null`: none of the weight has been served. */
export function projected(
  amount: string,
  window: { readonly start: string; readonly end: string },
  asOf: string,
  schedule: TierSchedule,
  weights: readonly string[] | undefined,
): string | null {
  const [start, end] = [Date.parse(window.start), Date.parse(window.end)];
  const served = weigh(start, Math.min(Date.parse(asOf) + DAY, end), weights);
  if (isZero(served)) return null;
  const share = over(served, weigh(start, end, weights));
  return halfUp(times(readTiers(schedule, over(fracOf(amount), share)).earned, share), 2);
}

export interface OracleDebt {
  readonly id: string;
  readonly due: string;
  readonly fen: number;
}

export interface OraclePayment {
  readonly to?: string | undefined;
  readonly fen: number;
}

/** What is left of each debt, and what is left over: named payments first, then every single fen to the earliest due. */
export function paidOff(debts: readonly OracleDebt[], payments: readonly OraclePayment[]) {
  const left = new Map(debts.map(({ id, fen }) => [id, fen]));
  let loose = 0;
  for (const { to, fen } of payments) {
    for (let i = 0; i < fen; i++) {
      const open = to === undefined ? 0 : (left.get(to) ?? 0);
      if (open > 0) left.set(to as string, open - 1);
      else loose++;
    }
  }
  const ordered = [...debts].sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
  while (loose > 0) {
    const next = ordered.find(({ id }) => (left.get(id) as number) > 0);
    if (next === undefined) break;
    left.set(next.id, (left.get(next.id) as number) - 1);
    loose--;
  }
  return { left, loose };
}
