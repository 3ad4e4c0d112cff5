/**
 * A whole programme a second time: from raw sale lines to what each quarter of 2024 earns, line by line and in fractions, without streams,
 * cells or a calculator. Quarters only, rounded half up to two places.
 */
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, LineFilter, LineScope, MeasuredFigure } from "qudao/incentives";
import {
  add,
  type Frac,
  frac,
  fracOf,
  halfUp,
  isZero,
  least,
  minus,
  most,
  NONE,
  negate,
  order,
  over,
  sum,
  times,
} from "./fraction-oracle.js";
import { readTiers } from "./tier-oracle.js";

export interface QuarterReading {
  readonly period: string;
  /** What is earned, or the name of what is missing. */
  readonly earned: string;
}

type Stated = { readonly [fact: string]: unknown };

function isIn(line: SaleLine, { include = {}, exclude = {} }: LineScope): boolean {
  const hits = (filter: LineFilter) =>
    [
      ...([
        [filter.productIds, line.productId],
        [filter.categoryIds, line.categoryId],
        [filter.brandIds, line.brandId],
        [filter.territoryIds, line.territoryId],
      ] as const),
      ...Object.entries(filter.attributes ?? {}).map(([name, list]) => [list, line.attributes?.[name]] as const),
    ].flatMap(([list, value]) => (list === undefined ? [] : [value !== undefined && list.includes(value)]));
  return hits(include).every((hit) => hit) && !hits(exclude).includes(true);
}

const quarterOf = (date: string) => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** One line of a member in one quarter as the programme counts it. */
function isCounted(line: SaleLine, { trigger, returns }: IncentiveProgramme, scope: LineScope, quarter: string): boolean {
  const back = line.kind === "return";
  if (line.event !== trigger || !isIn(line, scope) || (back && returns === "ignore")) return false;
  return quarterOf(back && returns === "restate" ? (line.originDate ?? line.date) : line.date) === quarter;
}

function figureOf(line: SaleLine, of: MeasuredFigure): Frac {
  const signed = (value: Frac) => (line.kind === "return" ? negate(value) : value);
  if (of === "lines") return signed(frac(1n));
  if (of === "quantity") return signed(fracOf(String(line.quantity)));
  if (of === "amount") return signed(fracOf(line.amount));
  const margin = minus(fracOf(line.amount), fracOf(line.cost as string));
  return signed(of === "margin_floored" ? most(margin, NONE) : margin);
}

export function readProgramme(programme: IncentiveProgramme, lines: readonly SaleLine[], stated: Stated): readonly QuarterReading[] {
  const { qualifier, payOn, limits, schedule, gates = [], measures = [], negative, scope } = programme;
  const total = (quarter: string, of: MeasuredFigure, within: LineScope): Frac | undefined => {
    const counted = lines.filter((line) => isCounted(line, programme, within, quarter));
    if (of.startsWith("margin") && counted.some(({ cost }) => cost === undefined)) return undefined;
    return sum(counted.map((line) => figureOf(line, of)));
  };
  let carried = { amount: NONE, quantity: NONE, measure: NONE };
  let withheld = NONE;

  const settle = (quarter: string): string => {
    const back = (years: number) => `${2024 - years}${quarter.slice(4)}`;
    const amount = add(total(quarter, "amount", scope) as Frac, carried.amount);
    const quantity = add(total(quarter, "quantity", scope) as Frac, carried.quantity);
    const named = new Map(
      measures.map(({ name, of, scope: within }) => {
        const value = total(quarter, of, within);
        const more = qualifier.kind === "measure" && qualifier.measure === name ? carried.measure : NONE;
        return [name, value === undefined ? undefined : add(value, more)] as const;
      }),
    );
    const below = (value: Frac | undefined) => (negative === "carry_forward" && value !== undefined ? least(value, NONE) : NONE);
    carried = {
      amount: below(amount),
      quantity: below(quantity),
      measure: qualifier.kind === "measure" ? below(named.get(qualifier.measure)) : NONE,
    };

    // gates: one that fails beats one that is not known
    const status = gates.map((gate) => {
      const { fact, min } = gate as { readonly fact: string; readonly min: string };
      const value =
        fact === "amount"
          ? amount
          : fact === "quantity"
            ? quantity
            : named.has(fact)
              ? named.get(fact)
              : stated[fact] === undefined
                ? undefined
                : fracOf(String(stated[fact]));
      return value === undefined ? "unknown" : order(value, fracOf(min)) >= 0 ? "met" : "unmet";
    });
    if (status.includes("unmet")) return "0.00";
    if (status.includes("unknown")) return "gate_unknown";

    let x: Frac;
    let increment: Frac | undefined;
    let cuts = true;
    switch (qualifier.kind) {
      case "amount":
        x = amount;
        break;
      case "quantity":
        x = quantity;
        break;
      case "measure": {
        const value = named.get(qualifier.measure);
        if (value === undefined) return "measure_missing";
        x = value;
        break;
      }
      case "share": {
        const [part, whole] = [named.get(qualifier.measure), named.get(qualifier.of)];
        if (part === undefined || whole === undefined) return "measure_missing";
        if (order(whole, NONE) <= 0) return finish(NONE, false);
        x = over(part, whole);
        cuts = payOn === "qualifier";
        break;
      }
      case "given": {
        if (stated[qualifier.fact] === undefined) return "fact_missing";
        x = fracOf(String(stated[qualifier.fact]));
        cuts = payOn === "qualifier";
        break;
      }
      case "growth_amount":
      case "growth_rate": {
        const { baseline: source, of } = qualifier;
        const before =
          typeof source === "string"
            ? (total(back(1), of, scope) as Frac)
            : source.kind === "fixed"
              ? fracOf(source.value)
              : sum(source.years.map((year) => times(total(back(year.back), of, scope) as Frac, fracOf(year.weight))));
        const base = most(before, NONE);
        const now = of === "amount" ? amount : quantity;
        increment = minus(now, base);
        if (isZero(base)) return finish(NONE, false); // the tests use not_eligible
        x = qualifier.kind === "growth_amount" ? increment : over(increment, base);
        cuts = payOn === "growth_amount";
        break;
      }
      default:
        throw new Error("attainment is read by tier-oracle");
    }
    const paidOn =
      payOn === "qualifier"
        ? undefined
        : typeof payOn === "object"
          ? named.get(payOn.measure)
          : payOn === "amount"
            ? amount
            : payOn === "quantity"
              ? quantity
              : increment;
    if (payOn !== "qualifier" && paidOn === undefined) return "measure_missing";
    const owes = negative === "recover" && order(x, NONE) < 0;
    const turn = (value: Frac) => (owes ? negate(value) : value);
    const caps = limits.flatMap((limit) => (limit.kind === "qualifier_cap" ? [fracOf(limit.value)] : []));
    const capped = caps.reduce(least, turn(x));
    const { earned } = readTiers(schedule, capped, paidOn === undefined ? undefined : turn(paidOn), cuts ? turn(x) : capped);
    return finish(turn(earned), true);
  };

  const finish = (earned: Frac, lifted: boolean): string => {
    const refunds = limits.some((limit) => limit.kind === "payment_cap" && limit.refundable === true);
    let due = earned;
    if (refunds) {
      due = add(due, withheld);
      withheld = NONE;
    }
    for (const limit of limits) if (lifted && limit.kind === "payment_floor") due = most(due, fracOf(limit.amount));
    for (const limit of limits) {
      if (limit.kind !== "payment_cap") continue;
      const paid = least(due, fracOf(limit.amount));
      if (limit.refundable === true) withheld = add(withheld, minus(due, paid));
      due = paid;
    }
    return halfUp(due, 2);
  };

  return ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"].map((period) => ({ period, earned: settle(period) }));
}
