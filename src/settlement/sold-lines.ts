/**
 * The single lines that a window counts, one after the other: those taken in by day and identifier, then those projected.
 *
 * @internal
 */
import { Exact, exact, exactQuotient, quotient, rounded, ZERO } from "../kernel/decimal.js";
import type { KeptLine } from "./kept-line.js";
import { keptLinesOf } from "./kept-lines.js";
import type { Ledger } from "./ledger.js";
import {
  CELL,
  type MeasuredRun,
  type PlannedMember,
  type PlannedProgramme,
  type PlannedWindow,
  type SlotRun,
  type Stream,
} from "./plan.js";
import { withTax } from "./with-tax.js";

/** A line, with what it brings to the window. */
export interface SoldLine {
  /** The sale it belongs to, by each way in which caps name sales. */
  readonly sales: readonly string[];
  readonly amount: Exact;
  readonly quantity: Exact;
  /** What it brings of the measures that decide what is paid; a line may count for them alone. */
  readonly measures: ReadonlyMap<string, Exact>;
  /** Absent: it was taken in. */
  readonly projected: ProjectedSale | undefined;
  /** Whose sale it is. */
  readonly sellerId: string;
}

/** A sale like one of the days whose sales are typical. */
export interface ProjectedSale {
  /** Which of those in the window that are like the same sale. */
  readonly round: number;
  /** How much of a sale it is; above 0, at most 1. */
  readonly share: Exact;
}

export function soldLinesOf(ledger: Ledger, m: number, entry: PlannedProgramme, planned: PlannedWindow): readonly SoldLine[] {
  const { plan } = ledger;
  const found = new Map<string, Joined>();
  const sellers = entry.sellers?.[m] ?? [m];
  const join = (stream: Stream, run: SlotRun, add: (line: Joined, part: Part) => void): void => {
    for (const seller of sellers) {
      const { id: sellerId } = plan.members[seller] as PlannedMember;
      for (const part of partsOf(ledger, seller, stream, run)) {
        const { line, projected } = part;
        const { sales } = line;
        const place = [projected?.round ?? -1, line.date, line.id, sellerId, ...sales];
        const key = JSON.stringify(place);
        const known = found.get(key) ?? { place, sales, amount: ZERO, quantity: ZERO, measures: new Map(), projected, sellerId };
        found.set(key, known);
        add(known, part);
      }
    }
  };
  join(plan.streams[entry.stream] as Stream, planned.slots, (line, { amount, quantity }) => {
    line.amount = line.amount.plus(amount);
    line.quantity = line.quantity.plus(quantity);
  });
  entry.measures.forEach(({ name, stream, reads }, i) => {
    const counted = plan.streams[stream] as Stream;
    if (counted.saleWays === undefined) return;
    join(counted, (planned.measured[i] as MeasuredRun).own, ({ measures }, part) => {
      measures.set(name, (measures.get(name) ?? ZERO).plus(withTax(entry.programme, name, part[reads])));
    });
  });
  return [...found.values()].sort(byPlace);
}

/** A line as far as it was found in one stream after the other. */
interface Joined extends SoldLine {
  /** After which others it stands. */
  readonly place: readonly (number | string)[];
  amount: Exact;
  quantity: Exact;
  readonly measures: Map<string, Exact>;
}

function byPlace(a: Joined, b: Joined): number {
  const i = a.place.findIndex((value, at) => value !== b.place[at]);
  return i < 0 ? 0 : (a.place[i] as string) < (b.place[i] as string) ? -1 : 1;
}

/** What a line brings to one stream. */
interface Part {
  readonly line: Pick<KeptLine, "id" | "date" | "sales">;
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly projected: ProjectedSale | undefined;
}

function partsOf(ledger: Ledger, member: number, stream: Stream, run: SlotRun): readonly Part[] {
  const taken = keptLinesOf(ledger, member, stream, run).map((line): Part => {
    return { line, amount: exact(line.amount), quantity: exact(line.quantity), projected: undefined };
  });
  return [...taken, ...projectedIn(ledger, member, stream, run)];
}

/** Days of three times the base's weight bring three sales like each of the base's, half of it a half. */
function projectedIn({ projected, rowOf }: Ledger, member: number, { offset }: Stream, { from, to }: SlotRun): readonly Part[] {
  const row = rowOf[member] as number;
  if (projected === undefined || row < 0) return [];
  const slots = Array.from({ length: to - from }, (_, i) => projected.slots.get(row + offset + (from + i) * CELL) ?? []).flat();
  const weight = slots.reduce((sum, slot) => sum.plus(slot.weight), ZERO);
  // what dividing left beyond 30 places must not begin another sale
  const times = rounded(exactQuotient(weight, projected.whole), 30, "half_up");
  const sums = (slots[0]?.lines ?? []).map(({ line }, i) => {
    const sum = (of: "amount" | "quantity") => slots.reduce((all, { lines }) => all.plus((lines[i] as (typeof lines)[number])[of]), ZERO);
    return { line, amount: sum("amount"), quantity: sum("quantity") };
  });
  const found: Part[] = [];
  for (let round = 0; times.greaterThan(round); round++) {
    const share = Exact.min(1, times.minus(round));
    for (const { line, amount, quantity } of sums) {
      const upTo = (all: Exact, count: number) => (times.greaterThan(count) ? quotient(all.times(count), times) : all);
      const part = (all: Exact) => upTo(all, round + 1).minus(upTo(all, round));
      found.push({ line, amount: part(amount), quantity: part(quantity), projected: { round, share } });
    }
  }
  return found;
}
