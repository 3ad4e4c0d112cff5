/**
 * Carries the sales of some days on into the days after them, by a season.
 *
 * What programmes count of the days is added up by the accumulator itself, each stream in one cell, so that scope, trigger, returns and shared lines
 * are as ever; its parts go to the slots of the days to come. The parts up to any day are one quotient, rounded once.
 *
 * @internal
 */
import type { SaleLine } from "../entities/sale-line.js";
import { type CalendarDate, dayNumber } from "../kernel/calendar-date.js";
import { checkRecord } from "../kernel/check.js";
import { Exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { intersectPeriods, type Period, parsePeriod } from "../kernel/period.js";
import type { Read } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { readSeason, type SeasonWeights, weightOf } from "./accounts/season.js";
import { settlementFault } from "./check-policy.js";
import type { KeptLine } from "./kept-line.js";
import { keptLinesOf } from "./kept-lines.js";
import { AMOUNT, type Ledger, LINES, newLedger, openRow, QUANTITY, spilledFigure, spillInto } from "./ledger.js";
import { CELL, type Plan, type Stream } from "./plan.js";
import type { ProjectedSales, ProjectedSlot } from "./projected-sales.js";
import { readSpill, SPILL_DECIMALS } from "./read-figures.js";
import type { SaleCapObstacle } from "./sale-cap-obstacle.js";
import type { SalesProjectionProblem } from "./sales-projection.js";
import { takeInto } from "./take-in.js";

export interface ReadProjection {
  readonly base: Period;
  readonly weights: SeasonWeights;
}

export const readProjection: Read<ReadProjection> = (value, path) => {
  const fields = checkRecord(value, path);
  return { base: parsePeriod(fields["base"], `${path}.base`), weights: readSeason(fields["season"], `${path}.season`) };
};

/** Decimals of what is projected: an estimate, and still plain text. */
const PROJECTED_DECIMALS = 10;
const UNIT = 10n ** BigInt(SPILL_DECIMALS - PROJECTED_DECIMALS);

/** Adds what the days from the end of the base to before a day will bring. Answers how much of the base's weight these days have. */
export function projectInto(
  ledger: Ledger,
  lines: readonly SaleLine[],
  { base, weights }: ReadProjection,
  before: CalendarDate,
): Result<{ readonly part: Exact; readonly whole: Exact }, SalesProjectionProblem> {
  const { plan } = ledger;
  if (base.end < before) refuseSaleCaps(plan);
  const whole = weightOf(base, weights);
  if (whole.isZero()) return err({ code: "settlement.projection_without_weight", params: { ...base } });
  const sold = newLedger(baseOf(plan, base));
  takeInto(sold).take(lines);
  const to = (day: CalendarDate) => weightOf({ start: base.end, end: day }, weights);
  const parts = plan.streams.map(({ cuts }) => cuts.map((dates) => slotsAfter(dates, base.end, before, to)));
  const projected: ProjectedSales = { whole, slots: new Map() };
  ledger.projected = projected;
  for (let m = 0; m < sold.rowOf.length; m++) {
    const row = sold.rowOf[m] as number;
    if (row < 0) continue;
    plan.streams.forEach((stream, s) => {
      const { offset, classOf, saleWays } = stream;
      const cell = row + s * CELL;
      const count = sold.cells[cell + LINES] as number;
      if (count === 0) return;
      const own = parts[s]?.[classOf === undefined ? 0 : (classOf[m] as number)] as readonly SlotPart[];
      for (const field of [AMOUNT, QUANTITY]) {
        const figure = spilledFigure(sold, cell + field, field);
        for (const { slot, since, until } of own) {
          spillInto(ledger, placeOf(ledger, m, offset, slot) + field, share(figure, until, whole) - share(figure, since, whole));
        }
      }
      // as if every line came every day: streams are cut differently, and whether one counts fewer lines than another must not depend on it
      for (const { slot, days } of own) {
        const lines = placeOf(ledger, m, offset, slot) + LINES;
        ledger.cells[lines] = (ledger.cells[lines] as number) + count * days;
      }
      if (saleWays === undefined) return;
      const kept = keptLinesOf(sold, m, sold.plan.streams[s] as Stream, { from: 0, to: 1 });
      for (const one of own) projected.slots.set(placeOf(ledger, m, offset, one.slot), projectSales(kept, one, whole));
    });
  }
  return ok({ part: base.end < before ? to(before) : whole.minus(whole), whole });
}

/** A projected sale is spread over its window, and where windows overlap it would be in several of them. */
function refuseSaleCaps({ policy }: Plan): void {
  policy.programmes.forEach(({ caps = [], window }, i) => {
    const at = window.kind === "rolling" ? caps.findIndex(({ per }) => per === "sale") : -1;
    if (at < 0) return;
    const params = { capId: shown(caps[at]?.id), obstacle: "projection" satisfies SaleCapObstacle };
    throw settlementFault("settlement.cap_of_sales", `policy.programmes[${i}].caps[${at}].per`, params);
  });
}

/** The lines of the base as the days of a slot will bring them: up to any line together one quotient, so that they add up to the figures of the slot. */
function projectSales(lines: readonly KeptLine[], { since, until }: SlotPart, whole: Exact): ProjectedSlot {
  const sums = { amount: 0n, quantity: 0n };
  const next = (of: keyof typeof sums, figure: string): Exact => {
    const upTo = (sum: bigint) => share(sum, until, whole) - share(sum, since, whole);
    const before = upTo(sums[of]);
    sums[of] += readSpill(figure);
    return new Exact(upTo(sums[of]) - before, SPILL_DECIMALS);
  };
  return {
    weight: until.minus(since),
    lines: lines.map((line) => ({ line, amount: next("amount", line.amount), quantity: next("quantity", line.quantity) })),
  };
}

function placeOf(ledger: Ledger, m: number, offset: number, slot: number): number {
  const known = ledger.rowOf[m] as number;
  return (known < 0 ? openRow(ledger, m) : known) + offset + slot * CELL;
}

/** The same streams, each with the days of the base as its only slot. */
function baseOf(plan: Plan, base: Period): Plan {
  const firstDay = dayNumber(base.start);
  const days = dayNumber(base.end) - firstDay;
  const slotOf = new Int32Array(days);
  const streams = plan.streams.map(
    (stream, s): Stream => ({
      ...stream,
      cuts: [[base.start, base.end]],
      offset: s * CELL,
      slotOf,
      classOf: undefined,
    }),
  );
  return { ...plan, policy: { ...plan.policy, sources: "count" }, streams, firstDay, days, width: streams.length * CELL };
}

/** A slot, with the weight of all projected days up to its first and up to its end. */
interface SlotPart {
  readonly slot: number;
  readonly days: number;
  readonly since: Exact;
  readonly until: Exact;
}

function slotsAfter(
  cuts: readonly CalendarDate[],
  from: CalendarDate,
  before: CalendarDate,
  to: (day: CalendarDate) => Exact,
): readonly SlotPart[] {
  const found: SlotPart[] = [];
  if (from >= before) return found;
  for (let slot = 0; slot + 1 < cuts.length; slot++) {
    const days = intersectPeriods({ start: cuts[slot] as string, end: cuts[slot + 1] as string }, { start: from, end: before });
    if (days !== null) found.push({ slot, days: dayNumber(days.end) - dayNumber(days.start), since: to(days.start), until: to(days.end) });
  }
  return found;
}

/** A figure times a part of a whole, rounded half up. */
function share(figure: bigint, part: Exact, whole: Exact): bigint {
  const places = Math.max(part.decimalPlaces(), whole.decimalPlaces());
  const [above, below] = [BigInt(part.toFixed(places).replace(".", "")), BigInt(whole.toFixed(places).replace(".", ""))];
  const dividend = figure * above;
  const divisor = below * UNIT;
  const half = dividend < 0n ? -divisor / 2n : divisor / 2n;
  return ((dividend + half) / divisor) * UNIT;
}
