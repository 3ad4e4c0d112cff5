/**
 * How much of a season some days are.
 *
 * @internal
 */
import { type CalendarDate, dayNumber, lastDayOfMonth } from "../../kernel/calendar-date.js";
import { at, checkChoice, checkList, checkRecord } from "../../kernel/check.js";
import { type DecimalLike, Exact, sumOf } from "../../kernel/decimal.js";
import { kernelFault } from "../../kernel/fault.js";
import type { Period } from "../../kernel/period.js";
import { exactNotNegative, type Read } from "../../kernel/read.js";

/** Weight of every month, January first. `undefined`: every day weighs the same. */
export type SeasonWeights = readonly Exact[] | undefined;

export const readSeason: Read<SeasonWeights> = (value, path) => {
  const season = checkRecord(value, path);
  const kind = checkChoice(season["kind"], at(path, "kind"), ["linear", "monthly"]);
  return kind === "linear" ? undefined : readWeights(season["weights"], at(path, "weights"));
};

function readWeights(value: unknown, path: string): readonly Exact[] {
  const weights = checkList(value, path).map((weight, i) => exactNotNegative(weight as DecimalLike, `${path}[${i}]`));
  if (weights.length !== 12) throw kernelFault("kernel.not_a_count", path, { got: weights.length, least: 12, most: 12 });
  if (weights.every((weight) => weight.isZero())) throw kernelFault("kernel.not_above_zero", path, { got: "0" });
  return weights;
}

/** Days, or weights of months with a month cut short by its days. Only quotients of two such weights mean anything. */
export function weightOf({ start, end }: Period, weights: SeasonWeights): Exact {
  if (weights === undefined) return new Exact(dayNumber(end) - dayNumber(start));
  return weightUpTo(end, weights).minus(weightUpTo(start, weights));
}

/** Of all days before it, since the year 0: whole years, whole months, and the days of its own month. */
function weightUpTo(date: CalendarDate, weights: readonly Exact[]): Exact {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const length = Number(lastDayOfMonth(date).slice(8));
  const months = sumOf(weights)
    .times(year)
    .plus(sumOf(weights.slice(0, month - 1)));
  return months.times(COMMON).plus((weights[month - 1] as Exact).times(((day - 1) * COMMON) / length));
}

/** A multiple of 28, 29, 30 and 31, so that days of any month are whole parts of it. */
const COMMON = 377_580;
