/**
 * A whole programme a second time: from raw sale lines to what each window earns, line by line and in fractions, without streams, cells or a
 * calculator. Rounded half up to two places.
 */
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, LineFilter, LineScope, MeasuredFigure, ProgrammeMeasure } from "qudao/incentives";
import { add, type Frac, frac, fracOf, halfUp, isZero, least, minus, most, NONE, negate, order, over, times } from "./fraction-oracle.js";
import { readTiers } from "./tier-oracle.js";
import { type Days, dateOf, dayOf, type OracleWindow, windowsOf } from "./window-oracle.js";

export interface WindowReading {
  readonly start: string;
  readonly end: string;
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

/** A line of a member as the programme counts it: on which day, and its figures with their sign. */
interface Counted {
  readonly day: number;
  readonly figures: { readonly [F in MeasuredFigure]: Frac | undefined };
}

function countedIn(lines: readonly SaleLine[], { trigger, returns }: IncentiveProgramme, scope: LineScope): readonly Counted[] {
  return lines.flatMap((line): readonly Counted[] => {
    const back = line.kind === "return";
    if (line.event !== trigger || !isIn(line, scope) || (back && returns === "ignore")) return [];
    const date = back && returns === "restate" ? (line.originDate ?? line.date) : line.date;
    return [{ day: dayOf(date), figures: figuresOf(line) }];
  });
}

/** Read once for each line, since many programmes ask. */
const readBefore = new WeakMap<SaleLine, Counted["figures"]>();

function figuresOf(line: SaleLine): Counted["figures"] {
  const known = readBefore.get(line);
  if (known !== undefined) return known;
  const signed = (value: Frac) => (line.kind === "return" ? negate(value) : value);
  const amount = fracOf(line.amount);
  const quantity = fracOf(String(line.quantity));
  const margin = line.cost === undefined ? undefined : minus(amount, fracOf(line.cost));
  const figures = {
    amount: signed(amount),
    quantity: signed(quantity),
    gross: line.unitPrice === undefined ? undefined : signed(times(fracOf(line.unitPrice), quantity)),
    margin: margin === undefined ? undefined : signed(margin),
    margin_floored: margin === undefined ? undefined : signed(most(margin, NONE)),
    lines: signed(frac(1n)),
  };
  readBefore.set(line, figures);
  return figures;
}

/** Money of one line as a measure reads it: less the cash discount, less the cost, with or without tax. */
function moneyOf(line: SaleLine, { of, taxRate, lineTax, cashDiscount }: ProgrammeMeasure): Frac | undefined {
  const discount = cashDiscount === undefined ? "0" : line.cashDiscount;
  const rate = lineTax === undefined ? (taxRate ?? "0") : (line.taxRate ?? taxRate);
  const base =
    of === "gross"
      ? line.unitPrice === undefined
        ? undefined
        : times(fracOf(line.unitPrice), fracOf(String(line.quantity)))
      : fracOf(line.amount);
  if (base === undefined || discount === undefined || rate === undefined) return undefined;
  let money = minus(base, fracOf(discount));
  if (of === "margin" || of === "margin_floored") {
    if (line.cost === undefined) return undefined;
    money = minus(money, fracOf(line.cost));
    if (of === "margin_floored") money = most(money, NONE);
  }
  const factor = add(frac(1n), fracOf(rate));
  if (lineTax?.kind === "taken_off") money = fracOf(halfUp(over(money, factor), 2));
  else if (of === "amount" || of === "gross") money = times(money, factor);
  return line.kind === "return" ? negate(money) : money;
}

/** `undefined`: some line does not say it. */
function total(counted: readonly Counted[], days: Days, of: MeasuredFigure): Frac | undefined {
  let sum_: Frac = NONE;
  for (const { day, figures } of counted) {
    if (day < days.from || day >= days.to) continue;
    const figure = figures[of];
    if (figure === undefined) return undefined;
    sum_ = add(sum_, figure);
  }
  return sum_;
}

export function readProgramme(programme: IncentiveProgramme, lines: readonly SaleLine[], stated: Stated): readonly WindowReading[] {
  const { qualifier, payOn, limits, schedule, gates = [], measures = [], negative, scope } = programme;
  const own = countedIn(lines, programme, scope);
  const ofMeasures = measures.map((measure) => {
    const { name, of, scope: within, perUnit } = measure;
    const theirs = countedIn(lines, programme, within);
    if (of !== "quantity" && of !== "lines") {
      const counted = lines.flatMap((line) =>
        countedIn([line], programme, within).map(({ day, figures }) => ({ day, figures: { ...figures, [of]: moneyOf(line, measure) } })),
      );
      return { name, of, counted };
    }
    if (perUnit === undefined) return { name, of, counted: theirs };
    const converted = lines.flatMap((line) => {
      const factor = perUnit[line.productId];
      return countedIn([line], programme, within).map(({ day, figures }) => ({
        day,
        figures: { ...figures, quantity: factor === undefined ? undefined : times(figures.quantity as Frac, fracOf(factor)) },
      }));
    });
    return { name, of, counted: converted };
  });
  let carried = { amount: NONE, quantity: NONE, measure: NONE };
  let withheld = NONE;

  const asksAnyway =
    limits.some((limit) => limit.kind === "payment_floor" && limit.whereReached !== true && order(fracOf(limit.amount), NONE) > 0) ||
    !["amount", "quantity", "measure", "share"].includes(qualifier.kind);
  const all = [own, ...ofMeasures.map(({ counted }) => counted)].flat();

  const settle = (window: OracleWindow): string => {
    const { days } = window;
    const carries = [carried.amount, carried.quantity, carried.measure, withheld].some((value) => !isZero(value));
    // nothing was sold, carried or promised
    if (!asksAnyway && !carries && !all.some(({ day }) => day >= days.from && day < days.to)) return "0.00";
    const amount = add(total(own, days, "amount") as Frac, carried.amount);
    const quantity = add(total(own, days, "quantity") as Frac, carried.quantity);
    const named = new Map(
      ofMeasures.map(({ name, of, counted }) => {
        const value = total(counted, days, of);
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
        const { baseline: source, of, zeroBaseline: zero } = qualifier;
        const year = (back: number) => {
          const before = window.yearsBefore(back);
          return before === undefined ? undefined : (total(own, before, of) as Frac);
        };
        const before =
          typeof source === "string"
            ? year(1)
            : source.kind === "fixed"
              ? fracOf(source.value)
              : source.years.reduce<Frac | undefined>((all, { back, weight }) => {
                  const one = year(back);
                  return all === undefined || one === undefined ? undefined : add(all, times(one, fracOf(weight)));
                }, NONE);
        if (before === undefined) return "baseline_missing";
        const base = most(most(before, NONE), zero.kind === "floor_baseline" ? fracOf(zero.baseline) : NONE);
        const now = of === "amount" ? amount : quantity;
        increment = minus(now, base);
        if (isZero(base) && zero.kind === "not_eligible") return finish(NONE, false);
        if (qualifier.kind === "growth_amount") x = increment;
        else if (!isZero(base)) x = over(increment, base);
        else if (isZero(now)) x = NONE;
        else if (order(now, NONE) < 0) x = frac(-1n);
        else x = zero.kind === "treat_as_rate" ? fracOf(zero.rate) : frac(1n);
        cuts = payOn === "growth_amount";
        break;
      }
      case "attainment": {
        if (stated["quota"] === undefined) return "quota_missing";
        const quota = fracOf(String(stated["quota"]));
        if (order(quota, NONE) <= 0) return "quota_not_positive";
        x = over(amount, quota);
        break;
      }
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
    const onWhat = (value: Frac) => (negative === "recover" ? turn(value) : most(value, NONE));
    const caps = limits.flatMap((limit) => (limit.kind === "qualifier_cap" ? [fracOf(limit.value)] : []));
    const capped = caps.reduce(least, turn(x));
    const { earned, tier } = readTiers(schedule, capped, paidOn === undefined ? undefined : onWhat(paidOn), cuts ? turn(x) : capped);
    return finish(turn(earned), true, tier > 0 && !isZero(x));
  };

  const finish = (earned: Frac, lifted: boolean, reached = false): string => {
    const refunds = limits.some((limit) => limit.kind === "payment_cap" && limit.refundable === true);
    let due = earned;
    if (refunds) {
      due = add(due, withheld);
      withheld = NONE;
    }
    for (const limit of limits) {
      if (limit.kind !== "payment_floor" || !lifted || (limit.whereReached === true && !reached)) continue;
      due = most(due, fracOf(limit.amount));
    }
    for (const limit of limits) {
      if (limit.kind !== "payment_cap") continue;
      const paid = least(due, fracOf(limit.amount));
      if (limit.refundable === true) withheld = add(withheld, minus(due, paid));
      due = paid;
    }
    return halfUp(due, 2);
  };

  return windowsOf(programme).map((window) => {
    const { from, to } = window.whole;
    return { start: dateOf(from), end: dateOf(to), earned: settle(window) };
  });
}
