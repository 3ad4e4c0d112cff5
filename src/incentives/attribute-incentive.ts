import { askTiers, compileTiers } from "../engine/evaluate-tiers.js";
import type { TierRow } from "../engine/tier-schedule.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, fixed, quotient, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { faultsOf, kernelFault, shown } from "../kernel/fault.js";
import type { Money } from "../kernel/money.js";
import { optional, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { gatesOf } from "./ask-gates.js";
import { attributionMessages } from "./attribution-messages.js";
import { compileProgramme, evaluateProgramme } from "./compile-programme.js";
import type { IncentiveFacts } from "./compute-incentive.js";
import { earnedInKind, type IncentiveEarning, inKindOf, noMoneyOf } from "./earned-in-kind.js";
import { finishIncentive, readFinish } from "./finish-incentive.js";
import type { IncentiveCode } from "./messages.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveProblem, WindowFigures } from "./programme-answer.js";
import { byName, readNames } from "./read-input.js";
import { readBeside, readMeasures } from "./read-window-figures.js";
import { soundProgramme } from "./sound-programme.js";
import { spreadOverLines } from "./spread-over-lines.js";

const attributionFault = faultsOf(attributionMessages);

/** The sales of one member in one window, and what a programme may read beside them. */
export interface IncentiveAttributionFacts extends Omit<IncentiveFacts, "amount" | "quantity"> {
  /** The lines that count, each once, in any order: they are taken by day, those of one day by identifier. */
  readonly lines: readonly AttributedLine[];
}

/** One sale line. */
export interface AttributedLine {
  /** The host's identifier. */
  readonly id: string;
  /** The day it counts on. */
  readonly date: CalendarDate;
  /** Net amount; below 0: a return. */
  readonly amount: DecimalString;
  /** Net quantity; below 0: a return. */
  readonly quantity: DecimalString;
  /**
   * What it brings of measures that decide what is paid; a line that counts for these alone has amount and quantity 0. Absent: nothing. A measure that any
   * line names is their sum, and does not stand beside them.
   */
  readonly measures?: { readonly [name: string]: DecimalString } | undefined;
}

/** The programme, and how units fill its tiers. */
export interface IncentiveAttributionPolicy {
  /** The programme. One that `checkProgramme` faults is refused. */
  readonly programme: IncentiveProgramme;
  /** Where quantities pick the tier and amounts are paid on, what the units within a tier are worth. */
  readonly sliceValue: SliceValue;
}

/** How units fill tiers, in the order of the documentation. Their words: `incentives.slice_value`. */
export const sliceValues = ["average", "own"] as const;

/**
 * `average`: every unit of the window is worth the same, as in `computeIncentive`. `own`: units fill the tiers in the order of the sales, each at the
 * price of its own line; only for graduated tables over a quantity that pay on the amount.
 */
export type SliceValue = (typeof sliceValues)[number];

/** What one line adds to what its window earns; below 0: it takes away. */
export interface AttributedPart extends IncentiveEarning {
  /** The line. */
  readonly id: string;
}

/** What a window earns, sale by sale. What stands beside `lines` is that of the whole window. */
export interface IncentiveAttribution extends IncentiveEarning {
  /** What it earns without any line: a guarantee. */
  readonly before: Money;
  /** The same in units of the goods or the right. Absent: the programme pays money. */
  readonly unitsBefore?: DecimalString | undefined;
  /** The lines in order. With `before` they add up to what is earned. */
  readonly lines: readonly AttributedPart[];
}

/**
 * Spreads what a window earns over its sales: each line adds what the earning grows by when it comes.
 *
 * @remarks
 * `f(x + d) − f(x)`, both rounded as the programme says, so that the parts add up to the cent. The sum depends on the lines alone; the part of
 * each depends on the order of day and identifier, never on the order of the list. A return takes units back from the highest tier that is filled.
 * Measures that no line brings and stated facts are those of the whole window. Where the programme pays in goods or in a right, the parts are units of it.
 *
 * @param facts - The lines, and baseline, quota, measures and stated facts where the programme reads them.
 * @param policy - The programme, and what units are worth.
 * @returns What is earned, line by line.
 * @throws LibraryFault `incentives.own_value` where units cannot fill tiers at their own price; the first fault of `checkProgramme`, under
 * `policy.programme.`; `kernel.named_twice`, also for a measure that stands beside lines which bring it; `kernel.*` with the place.
 *
 * @errors
 * - every problem of `computeIncentive`.
 *
 * @source Practice of incentive systems: running increments that no cut changes, and the choice between average and own values.
 *
 * @example Ten units at 2 and then ten at 8; from the eleventh unit on 10 %
 * ```ts
 * import { attributeIncentive, type IncentiveProgramme } from "qudao/incentives";
 *
 * const programme: IncentiveProgramme = {
 *   id: "stepped", version: "1", titles: { en: "Stepped rebate", zh: "分段返利" }, currency: "CNY",
 *   effective: { start: "2024-01-01", end: "2025-01-01" }, earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" },
 *   qualifier: { kind: "quantity", unit: "piece" }, payOn: "amount", limits: [], rounding: { decimals: 2, mode: "half_up" },
 *   schedule: { method: "graduated", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "0" }, { from: "10", rate: "0.1" }] },
 * };
 * const lines = [
 *   { id: "L1", date: "2024-01-10", amount: "20", quantity: "10" },
 *   { id: "L2", date: "2024-02-10", amount: "80", quantity: "10" },
 * ];
 * const earned = (sliceValue: "average" | "own") => {
 *   const answer = attributeIncentive({ lines }, { programme, sliceValue });
 *   return answer.ok && answer.value.outcome.earned.amount;
 * };
 * [earned("average"), earned("own")]; // => ["5.00", "8.00"]
 * ```
 *
 * @since 0.1.0
 */
export function attributeIncentive(
  facts: IncentiveAttributionFacts,
  policy: IncentiveAttributionPolicy,
): Result<Explained<IncentiveAttribution>, IncentiveProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const programme = soundProgramme(agreed["programme"], "policy.programme");
    const sliceValue = checkChoice(agreed["sliceValue"], "policy.sliceValue", sliceValues);
    const given = checkRecord(facts, "facts");
    const lines = readLines(given["lines"]);
    const beside = readBeside(given, "facts");
    const measures = new Map(beside.measures);
    for (const name of lines.flatMap((line) => [...line.measures.keys()])) {
      if (beside.measures?.has(name)) throw kernelFault("kernel.named_twice", at("facts.measures", name), { got: shown(name) });
      measures.set(name, ZERO);
    }
    const evaluate = sliceValue === "own" ? byOwnValue(programme) : byFigures(programme);

    const spread = spreadOverLines(
      lines,
      { amount: ZERO, quantity: ZERO, filled: ZERO, measures } as Running,
      (figures, line) => add(figures, line, sliceValue === "own" ? programme : undefined),
      (figures) => {
        const answer = evaluate({ ...beside, ...figures });
        return answer.ok ? ok({ amount: answer.value.inKind?.quantity ?? answer.value.amount }) : answer;
      },
    );
    if (!spread.ok) return spread;
    const { before, parts } = spread.value;
    const { titles, currency, rounding } = programme;
    const kind = inKindOf(programme);
    const noMoney: Money = { amount: noMoneyOf(programme), currency };
    const figure = (value: Exact) => fixed(value, rounding.decimals);
    const earned = (value: Exact): IncentiveEarning =>
      kind === undefined ? { earned: { amount: figure(value), currency } } : { earned: noMoney, ...earnedInKind(kind, figure(value)) };
    const from: Explanation[] = [
      { code: "incentives.before_lines" satisfies IncentiveCode, params: { amount: figure(before) } },
      ...lines.map(({ id, date }, i): Explanation => {
        const params = { lineId: id, date, amount: figure(parts[i] as Exact) };
        return { code: "incentives.line_adds" satisfies IncentiveCode, params };
      }),
    ];
    const total = sumOf([before, ...parts]);
    const told = { programme: { ...titles }, amount: figure(total) };
    const [code, params] =
      kind === undefined
        ? (["incentives.attributed", { ...told, currency }] as const)
        : (["incentives.attributed_in_kind", { ...told, unit: "goods" in kind ? kind.goods.unit : kind.right.unit }] as const);
    const outcome: IncentiveAttribution = {
      ...earned(total),
      ...(kind === undefined ? { before: { amount: figure(before), currency } } : { before: noMoney, unitsBefore: figure(before) }),
      lines: lines.map(({ id }, i) => ({ id, ...earned(parts[i] as Exact) })),
    };
    return ok({ outcome, explanation: { code: code satisfies IncentiveCode, params, adds: "amount", from } });
  });
}

/** A window as far as its lines have come. */
interface Running {
  readonly amount: Exact;
  readonly quantity: Exact;
  /** What units that fill tiers at their own price have earned. */
  readonly filled: Exact;
  readonly measures: ReadonlyMap<string, Exact>;
}

interface ReadLine {
  readonly id: string;
  readonly date: CalendarDate;
  readonly amount: Exact;
  readonly quantity: Exact;
  readonly measures: ReadonlyMap<string, Exact>;
}

function readLines(value: unknown): readonly ReadLine[] {
  const lines = readRecords(value, "facts.lines", (fields, path): ReadLine => {
    const decimal = (name: string) => exact(fields[name] as DecimalLike, at(path, name));
    const id = checkText(fields["id"], at(path, "id"));
    const date = parseDate(fields["date"], at(path, "date"));
    const measures = optional(readMeasures)(fields["measures"], at(path, "measures")) ?? new Map();
    return { id, date, amount: decimal("amount"), quantity: decimal("quantity"), measures };
  });
  readNames(
    lines.map(({ id }) => id),
    (i) => `facts.lines[${i}].id`,
  );
  return [...lines].sort((a, b) => byName(a.date, b.date) || byName(a.id, b.id));
}

function add({ amount, quantity, filled, measures }: Running, line: ReadLine, own: IncentiveProgramme | undefined): Running {
  const after = quantity.plus(line.quantity);
  const more = own === undefined ? ZERO : filledBetween(rowsOf(own), quantity, after, line);
  const brought = [...line.measures].map(([name, value]) => [name, (measures.get(name) as Exact).plus(value)] as const);
  return {
    amount: amount.plus(line.amount),
    quantity: after,
    filled: filled.plus(more),
    measures: brought.length === 0 ? measures : new Map([...measures, ...brought]),
  };
}

function rowsOf({ schedule }: IncentiveProgramme): readonly TierRow[] {
  return "tiers" in schedule ? schedule.tiers : [];
}

/** The units between two fillings, each at the line's amount per unit; an amount without units goes to the tier that was filled last. */
function filledBetween(rows: readonly TierRow[], from: Exact, to: Exact, { amount, quantity }: ReadLine): Exact {
  const bounds = rows.map((row, i) => ({ start: exact(row.from), end: rows[i + 1]?.from, rate: exact(row.rate as DecimalString) }));
  if (quantity.isZero()) {
    const last = bounds.filter(({ start }) => start.lessThan(from)).at(-1);
    return last === undefined ? ZERO : amount.times(last.rate);
  }
  const [low, high] = [Exact.min(from, to), Exact.max(from, to)];
  let weighed = ZERO;
  for (const { start, end, rate } of bounds) {
    const top = end === undefined ? high : Exact.min(high, end);
    const width = top.minus(Exact.max(low, start));
    if (width.greaterThan(0)) weighed = weighed.plus(width.times(rate));
  }
  // both directions: the line's amount has the sign of its units
  return weighed.isZero() ? ZERO : quotient(amount.times(weighed), quantity.abs());
}

type Evaluate = (figures: WindowFigures & Running) => ReturnType<typeof evaluateProgramme>;

function byFigures(programme: IncentiveProgramme): Evaluate {
  const compiled = compileProgramme(programme, "policy.programme");
  return (figures) => evaluateProgramme(compiled, figures);
}

/** The programme with its tiers filled in the order of the sales. */
function byOwnValue(programme: IncentiveProgramme): Evaluate {
  const { qualifier, payOn, schedule, limits } = programme;
  const fits = schedule.method === "graduated" || schedule.method === "excess_only";
  const capped = limits.some(({ kind }) => kind === "qualifier_cap");
  if (qualifier.kind !== "quantity" || payOn !== "amount" || !fits || capped) {
    throw attributionFault("incentives.own_value", "policy.sliceValue", {});
  }
  const ask = gatesOf(programme);
  const tiers = compileTiers(schedule, "policy.programme.schedule");
  const finish = readFinish(programme);
  return (figures) => {
    const gates = ask?.(figures);
    if (gates?.ok === false) return gates;
    const gate = gates?.value;
    const { quantity, filled } = figures;
    if (gate?.verdict === "unmet") {
      return ok(
        finishIncentive(finish, { gate, answer: { earned: ZERO, tier: 0, next: null, explanation: undefined }, qualifier: ZERO, figures }),
      );
    }
    const { tier, next } = askTiers(tiers, { qualifier: quantity });
    const owed = filled.isNegative() && programme.negative !== "recover" ? ZERO : filled;
    const explanation = { code: "incentives.filled", params: { quantity: text(quantity), amount: text(owed) } } as const;
    const answer = { earned: owed, tier, next, explanation };
    return ok(finishIncentive(finish, { gate, answer, qualifier: quantity, figures, liftable: true, owed: filled.isNegative() }));
  };
}
