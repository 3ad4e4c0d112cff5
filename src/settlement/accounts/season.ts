/**
 * How much of a season some days are.
 *
 * @internal
 */
import { addMonths, dayNumber, lastDayOfMonth } from "../../kernel/calendar-date.js";
import { at, checkChoice, checkList, checkRecord } from "../../kernel/check.js";
import { type DecimalLike, Exact, ZERO } from "../../kernel/decimal.js";
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
  const last = dayNumber(end);
  if (weights === undefined) return new Exact(last - dayNumber(start));
  let sum = ZERO;
  let month = `${start.slice(0, 8)}01`;
  for (let from = dayNumber(start); from < last; ) {
    const first = dayNumber(month);
    const beyond = dayNumber(lastDayOfMonth(month)) + 1;
    const days = Math.min(beyond, last) - from;
    sum = sum.plus((weights[Number(month.slice(5, 7)) - 1] as Exact).times((days * COMMON) / (beyond - first)));
    from = beyond;
    if (from < last) month = addMonths(month, 1);
  }
  return sum;
}

/** A multiple of 28, 29, 30 and 31, so that days of any month are whole parts of it. */
const COMMON = 377_580;
