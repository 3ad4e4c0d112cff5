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
  /** Its amount as far as each earlier programme has earned on it. */
  readonly shared: readonly Exact[];
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

/** Lines that a programme counts: those of a stream on some days, or of several, added and taken away. */
export interface LineRun {
  readonly sign: number;
  readonly stream: number;
  readonly run: SlotRun;
}

/**
 * `left`: the runs of the lines that other programmes leave to it; absent: it counts all its own. `shared`: the runs of those that each earlier programme
 * has earned on.
 */
export function soldLinesOf(
  ledger: Ledger,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  left: readonly LineRun[] = [{ sign: 1, stream: entry.stream, run: planned.slots }],
  shared: readonly (readonly LineRun[])[] = [],
): readonly SoldLine[] {
  const { plan } = ledger;
  const ways = (plan.streams[entry.stream] as Stream).saleWays ?? [];
  const found = new Map<string, Joined>();
  const sellers = entry.sellers?.[m] ?? [m];
  const join = ({ sign, stream, run }: LineRun, add: (line: Joined, part: Part) => void): void => {
    const counted = plan.streams[stream] as Stream;
    const places = ways.map((way) => counted.saleWays?.indexOf(way) as number);
    for (const seller of sellers) {
      const { id: sellerId } = plan.members[seller] as PlannedMember;
      for (const { line, projected, amount, quantity } of partsOf(ledger, seller, counted, run)) {
        const sales = places.map((place) => line.sales[place] as string);
        const place = [projected?.round ?? -1, line.date, line.id, sellerId, ...sales];
        const key = JSON.stringify(place);
        const known = found.get(key) ?? {
          place,
          sales,
          amount: ZERO,
          quantity: ZERO,
          measures: new Map(),
          shared: shared.map(() => ZERO),
          projected,
          sellerId,
          lines: 0,
        };
        found.set(key, known);
        add(known, { amount: amount.times(sign), quantity: quantity.times(sign) });
      }
    }
  };
  for (const one of left) {
    join(one, (line, { amount, quantity }) => {
      line.amount = line.amount.plus(amount);
      line.quantity = line.quantity.plus(quantity);
      line.lines += one.sign;
    });
  }
  shared.forEach((runs, i) => {
    for (const one of runs) {
      join(one, (line, { amount }) => {
        line.shared[i] = (line.shared[i] as Exact).plus(amount);
      });
    }
  });
  entry.measures.forEach(({ name, stream, reads }, i) => {
    if ((plan.streams[stream] as Stream).saleWays === undefined) return;
    join({ sign: 1, stream, run: (planned.measured[i] as MeasuredRun).own }, ({ measures }, part) => {
      measures.set(name, (measures.get(name) ?? ZERO).plus(withTax(entry.programme, name, part[reads])));
    });
  });
  return [...found.values()].filter(({ lines, measures }) => lines > 0 || measures.size > 0).sort(byPlace);
}

/** A line as far as it was found in one stream after the other. */
interface Joined extends SoldLine {
  /** After which others it stands. */
  readonly place: readonly (number | string)[];
  amount: Exact;
  quantity: Exact;
  readonly measures: Map<string, Exact>;
  readonly shared: Exact[];
  /** How often it is counted; 0: other programmes leave nothing of it. */
  lines: number;
}

function byPlace(a: Joined, b: Joined): number {
  const i = a.place.findIndex((value, at) => value !== b.place[at]);
  return i < 0 ? 0 : (a.place[i] as string) < (b.place[i] as string) ? -1 : 1;
}

type Part = Pick<SoldLine, "amount" | "quantity">;

/** What a line brings to one stream. */
interface PlacedPart extends Part {
  readonly line: Pick<KeptLine, "id" | "date" | "sales">;
  readonly projected: ProjectedSale | undefined;
}

function partsOf(ledger: Ledger, member: number, stream: Stream, run: SlotRun): readonly PlacedPart[] {
  const taken = keptLinesOf(ledger, member, stream, run).map((line): PlacedPart => {
    return { line, amount: exact(line.amount), quantity: exact(line.quantity), projected: undefined };
  });
  return [...taken, ...projectedIn(ledger, member, stream, run)];
}

/** Days of three times the base's weight bring three sales like each of the base's, half of it a half. */
function projectedIn({ projected, rowOf }: Ledger, member: number, { offset }: Stream, { from, to }: SlotRun): readonly PlacedPart[] {
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
  const found: PlacedPart[] = [];
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
