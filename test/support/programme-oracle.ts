/**
 * A whole programme a second time: from raw sale lines to what each window earns, line by line and in fractions, without streams, cells or a
 * calculator. Rounded half up to two places.
 */
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme, LineFilter, LineScope, MeasuredFigure, ProgrammeMeasure } from "qudao/incentives";
import {
  add,
  type Frac,
  floorOf,
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
  times,
} from "./fraction-oracle.js";
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

/** Rounded half up to cents, as the programmes drawn say. */
function meanOf(figures: readonly (Frac | undefined)[] | undefined): Frac | undefined {
  if (figures === undefined || figures.includes(undefined)) return undefined;
  const sum = (figures as readonly Frac[]).reduce(add, NONE);
  return fracOf(halfUp(over(sum, frac(BigInt(figures.length))), 2));
}

/** What one stretch of a programme's life hands to the next. */
export interface Memory {
  readonly amount: Frac;
  readonly quantity: Frac;
  /** `undefined`: it is not known. */
  readonly measure: { readonly name: string; readonly value: Frac | undefined } | undefined;
  /** `undefined`: it is not known, and 0 or more. */
  readonly withheld: Frac | undefined;
}

export const NO_MEMORY: Memory = { amount: NONE, quantity: NONE, measure: undefined, withheld: NONE };

/** More than any programme drawn can earn. */
const PLENTY = frac(10n ** 18n);

/** What others that share the sales leave to a programme in a window. */
export interface Left {
  /** Whether a line is still there to be counted. */
  readonly has: (line: SaleLine) => boolean;
  /** What others earned on these lines, where it is taken off. */
  readonly taken: Frac;
  /** Of a part of the lines: whether a line counts for the measures that decide what is paid. Absent: all do. */
  readonly counts?: (line: SaleLine) => boolean;
}

/** One window, read. */
export interface Read {
  /** What is earned, rounded; or the name of what is missing. */
  readonly earned: Frac | string;
  readonly isClosed: boolean;
  readonly after: Memory;
  /** What is withheld where the window is not known after all. */
  readonly withheldUnknown: Frac | undefined;
}

/** Reads the windows of a programme one after the other. */
export interface ProgrammeReader {
  readonly windows: readonly OracleWindow[];
  /** Lines of the programme that fall into a window. */
  readonly linesIn: (window: OracleWindow) => readonly SaleLine[];
  /** Lines that the programme or a measure that decides what is paid counts. */
  readonly linesThatPay: (window: OracleWindow) => readonly SaleLine[];
  /** Whether there is anything to settle. */
  readonly isConcerned: (window: OracleWindow, memory: Memory, has?: Left["has"]) => boolean;
  readonly read: (window: OracleWindow, memory: Memory, left?: Left) => Read;
}

/** The programme's places and mode. */
export function roundOff(value: Frac, { decimals, mode }: IncentiveProgramme["rounding"]): Frac {
  if (mode === "half_up") return fracOf(halfUp(value, decimals));
  if (mode !== "floor") throw new Error(`${mode} is not read twice`);
  const unit = frac(10n ** BigInt(decimals));
  return over(frac(floorOf(times(value, unit))), unit);
}

/** `together`: the lines of all who count together, where the programme says so. */
export function readProgramme(
  programme: IncentiveProgramme,
  lines: readonly SaleLine[],
  stated: Stated,
  together: readonly SaleLine[] = lines,
): readonly WindowReading[] {
  const reader = readerOf(programme, lines, stated, together);
  let memory = NO_MEMORY;
  return reader.windows.map((window) => {
    const { from, to } = window.whole;
    const place = { start: dateOf(from), end: dateOf(to) };
    if (!reader.isConcerned(window, memory)) return { ...place, earned: "0.00" };
    const { earned, after } = reader.read(window, memory);
    memory = after;
    return { ...place, earned: typeof earned === "string" ? earned : halfUp(earned, 2) };
  });
}

export function readerOf(
  programme: IncentiveProgramme,
  lines: readonly SaleLine[],
  stated: Stated,
  together: readonly SaleLine[] = lines,
): ProgrammeReader {
  const { qualifier, payOn, limits, schedule, gates = [], measures = [], negative, scope, guarantee } = programme;
  const kept = (has?: Left["has"]) => countedIn(has === undefined ? lines : lines.filter(has), programme, scope);
  const own = kept();
  const measuresOf = (some: readonly SaleLine[]) =>
    measures.map((measure) => {
      const { name, of, scope: within, perUnit } = measure;
      const theirs = countedIn(some, programme, within);
      if (of !== "quantity" && of !== "lines") {
        const counted = some.flatMap((line) =>
          countedIn([line], programme, within).map(({ day, figures }) => ({ day, figures: { ...figures, [of]: moneyOf(line, measure) } })),
        );
        return { name, of, counted };
      }
      if (perUnit === undefined) return { name, of, counted: theirs };
      const converted = some.flatMap((line) => {
        const factor = perUnit[line.productId];
        return countedIn([line], programme, within).map(({ day, figures }) => ({
          day,
          figures: { ...figures, quantity: factor === undefined ? undefined : times(figures.quantity as Frac, fracOf(factor)) },
        }));
      });
      return { name, of, counted: converted };
    });
  const ofMeasures = measuresOf(lines);
  const group = { own: countedIn(together, programme, scope), measures: measuresOf(together) };
  const quotaOf = qualifier.kind === "attainment" && typeof qualifier.of === "object" ? qualifier.of.measure : undefined;
  const picking = qualifier.kind === "measure" ? qualifier.measure : quotaOf;
  const inside = (all: readonly Counted[], { days }: OracleWindow) => all.filter(({ day }) => day >= days.from && day < days.to);
  const isAbove = (text: string) => order(fracOf(text), NONE) > 0;

  const linesIn = (window: OracleWindow) => lines.filter((line) => inside(countedIn([line], programme, scope), window).length > 0);

  const paying = [
    picking,
    ...(qualifier.kind === "share" ? [qualifier.measure, qualifier.of] : []),
    ...("of" in qualifier && typeof qualifier.of === "object" ? [qualifier.of.measure] : []),
    ...(typeof payOn === "object" ? [payOn.measure] : []),
  ];
  const linesThatPay = (window: OracleWindow) =>
    lines.filter((line) =>
      [scope, ...measures.filter(({ name }) => paying.includes(name)).map((measure) => measure.scope)].some(
        (within) => inside(countedIn([line], programme, within), window).length > 0,
      ),
    );

  type Baseline = { readonly value: Frac | undefined; readonly isHidden: boolean };
  /** `isHidden`: there are lines it is measured by that do not say their figure. */
  const baselineOf = (window: OracleWindow): Baseline => {
    const none = { value: undefined, isHidden: false };
    if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return none;
    const { baseline: source, of } = qualifier;
    if (typeof source === "object" && source.kind === "fixed") return { value: fracOf(source.value), isHidden: false };
    const grown = typeof of === "object" ? ofMeasures.find(({ name }) => name === of.measure) : { counted: own, of };
    if (grown === undefined) throw new Error("no such measure");
    const years = typeof source === "string" ? [{ back: 1, weight: "1" }] : source.kind === "mixed" ? source.years : [];
    const before =
      typeof source === "object" && source.kind === "rolling"
        ? window.windowsBefore(source.windows)
        : years.map(({ back }) => window.yearsBefore(back));
    if (before === undefined || before.some((one) => one === undefined)) return none;
    const figures = (before as readonly Days[]).map((days) => total(grown.counted, days, grown.of));
    if (figures.includes(undefined)) return { value: undefined, isHidden: true };
    const known = figures as readonly Frac[];
    const value =
      years.length === 0
        ? meanOf(known)
        : known.reduce((all, one, i) => add(all, times(one, fracOf((years[i] as (typeof years)[number]).weight))), NONE);
    return { value, isHidden: false };
  };

  const isConcerned = (window: OracleWindow, memory: Memory, has?: Left["has"]): boolean => {
    if (inside(kept(has), window).length > 0 || ofMeasures.some(({ counted }) => inside(counted, window).length > 0)) return true;
    if (qualifier.kind === "attainment" && stated["quota"] !== undefined) return true;
    if (qualifier.kind === "given" && stated[qualifier.fact] !== undefined) return true;
    const isFixed = "baseline" in qualifier && typeof qualifier.baseline === "object" && qualifier.baseline.kind === "fixed";
    const before = isFixed ? undefined : baselineOf(window);
    if (before?.isHidden === true || (before?.value !== undefined && !isZero(before.value))) return true;
    if (memory.withheld === undefined || !isZero(memory.withheld) || isAbove(guarantee?.amount ?? "0")) return true;
    return limits.some((limit) => limit.kind === "payment_floor" && limit.whereReached !== true && isAbove(limit.amount));
  };

  const read = (window: OracleWindow, memory: Memory, left?: Left): Read => {
    const { days } = window;
    const amount = add(total(kept(left?.has), days, "amount") as Frac, memory.amount);
    const quantity = add(total(kept(left?.has), days, "quantity") as Frac, memory.quantity);
    const someMeasures = left?.counts === undefined ? ofMeasures : measuresOf(lines.filter(left.counts));
    const named = new Map(
      ofMeasures.map(({ name, of, counted }, i) => {
        const whole = total(counted, days, of);
        // one that is not known in full is not known of a part either
        const value =
          whole !== undefined && paying.includes(name) ? total((someMeasures[i] as (typeof ofMeasures)[number]).counted, days, of) : whole;
        const more = picking === name && memory.measure?.name === name ? memory.measure.value : NONE;
        return [name, value === undefined || more === undefined ? undefined : add(value, more)] as const;
      }),
    );
    const below = (value: Frac) => (negative === "carry_forward" ? least(value, NONE) : NONE);
    const figure = picking === undefined ? undefined : named.get(picking);
    const value = figure === undefined && negative === "carry_forward" ? undefined : below(figure ?? NONE);
    const measured = picking === undefined ? undefined : { name: picking, value };
    const carry = { amount: below(amount), quantity: below(quantity), measure: measured };
    // whatever was withheld before: the answer holds if it is the same at both ends
    const ends = [memory.withheld ?? NONE, memory.withheld ?? PLENTY].map((withheld) =>
      earnedBy(window, minus(amount, left?.taken ?? NONE), quantity, named, withheld),
    );
    const [answer, other] = ends as [Due, Due];
    const { due } = answer;
    const { measure } = memory;
    const isOpen = typeof due !== "string" && order(due, other.due as Frac) !== 0;
    const hangs = due === "measure_missing" && measure !== undefined && measure.name === picking && measure.value === undefined;
    const earned = isOpen ? "withheld_undetermined" : hangs ? "carried_undetermined" : due;
    const isSame = order(answer.withheld, other.withheld) === 0;
    const withholds = !isZero(minus(finished(PLENTY, false, false, NONE).withheld, finished(NONE, false, false, NONE).withheld));
    const withheldUnknown = !withholds && memory.withheld !== undefined && isZero(memory.withheld) ? NONE : undefined;
    return {
      earned: typeof earned === "string" ? earned : roundOff(earned, programme.rounding),
      isClosed: answer.isClosed === true,
      after: { ...carry, withheld: typeof due === "string" ? withheldUnknown : isSame ? answer.withheld : undefined },
      withheldUnknown,
    };
  };

  type Due = { readonly due: Frac | string; readonly withheld: Frac; readonly isClosed?: true };
  const earnedBy = (
    window: OracleWindow,
    amount: Frac,
    quantity: Frac,
    named: ReadonlyMap<string, Frac | undefined>,
    withheld: Frac,
  ): Due => {
    const open = (due: string): Due => ({ due, withheld });
    const finish = (earned: Frac, lifted: boolean, reached = false, owes = false) => finished(earned, lifted, reached, withheld, owes);
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
    if (status.includes("unmet")) return { due: NONE, withheld, isClosed: true };
    if (status.includes("unknown")) return open("gate_unknown");

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
        if (value === undefined) return open("measure_missing");
        x = value;
        break;
      }
      case "share": {
        const [part, whole] = [named.get(qualifier.measure), named.get(qualifier.of)];
        if (part === undefined || whole === undefined) return open("measure_missing");
        if (order(whole, NONE) <= 0) return finish(NONE, false);
        x = over(part, whole);
        cuts = payOn === "qualifier";
        break;
      }
      case "given": {
        if (stated[qualifier.fact] === undefined) return open("fact_missing");
        x = fracOf(String(stated[qualifier.fact]));
        cuts = payOn === "qualifier";
        break;
      }
      case "growth_amount":
      case "growth_rate": {
        const { of, zeroBaseline: zero } = qualifier;
        const before = baselineOf(window).value;
        const now = typeof of === "object" ? named.get(of.measure) : of === "amount" ? amount : quantity;
        if (now === undefined) return open("measure_missing");
        if (before === undefined) return open("baseline_missing");
        const base = most(most(before, NONE), zero.kind === "floor_baseline" ? fracOf(zero.baseline) : NONE);
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
        if (stated["quota"] === undefined) return open("quota_missing");
        const quota = fracOf(String(stated["quota"]));
        if (order(quota, NONE) <= 0) return open("quota_not_positive");
        const { of } = qualifier;
        const reached = typeof of === "object" ? named.get(of.measure) : of === "quantity" ? quantity : amount;
        if (reached === undefined) return open("measure_missing");
        x = over(reached, quota);
        break;
      }
    }
    const alone = x;
    const { jointly } = programme.earner;
    if (jointly === true) {
      const one = qualifier.kind === "measure" ? group.measures.find(({ name }) => name === qualifier.measure) : undefined;
      const of = qualifier.kind === "quantity" ? "quantity" : "amount";
      const reached = one === undefined ? total(group.own, window.days, of) : total(one.counted, window.days, one.of);
      if (reached === undefined) return open("measure_missing");
      x = reached;
    }
    const paidOn =
      payOn === "qualifier"
        ? jointly === true
          ? alone
          : undefined
        : typeof payOn === "object"
          ? named.get(payOn.measure)
          : payOn === "amount"
            ? amount
            : payOn === "quantity"
              ? quantity
              : increment;
    if (payOn !== "qualifier" && paidOn === undefined) return open("measure_missing");
    const owes = negative === "recover" && order(x, NONE) < 0;
    const turn = (value: Frac) => (owes ? negate(value) : value);
    const onWhat = (value: Frac) => (negative === "recover" ? turn(value) : most(value, NONE));
    const caps = limits.flatMap((limit) => (limit.kind === "qualifier_cap" ? [fracOf(limit.value)] : []));
    const capped = caps.reduce(least, turn(x));
    const { earned, tier } = readTiers(schedule, capped, paidOn === undefined ? undefined : onWhat(paidOn), cuts ? turn(x) : capped);
    const belowZero = owes || (negative === "recover" && paidOn !== undefined && order(paidOn, NONE) < 0);
    return finish(turn(earned), true, tier > 0 && !isZero(x), belowZero);
  };

  const finished = (earned: Frac, lifted: boolean, reached: boolean, before: Frac, owes = false): Due => {
    let due = add(earned, before);
    let withheld = NONE;
    for (const limit of limits) {
      if (limit.kind !== "payment_floor" || !lifted || (limit.whereReached === true && !reached)) continue;
      due = most(due, fracOf(limit.amount));
    }
    for (const limit of limits) {
      if (limit.kind !== "payment_cap") continue;
      const cap = fracOf(limit.amount);
      const paid = owes && limit.refundable !== true ? most(least(due, cap), negate(cap)) : least(due, cap);
      if (limit.refundable === true) withheld = add(withheld, minus(due, paid));
      due = paid;
    }
    return { due, withheld };
  };

  return { windows: windowsOf(programme), linesIn, linesThatPay, isConcerned, read };
}
