import { checkRecord, readSafely } from "../kernel/check.js";
import { type Exact, exact, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkTierSchedule } from "./check-tier-schedule.js";
import { engineFaults } from "./found.js";
import type { EngineCode } from "./messages.js";
import { tierCurveOf } from "./tier-curve.js";
import { tierFaultMessages } from "./tier-messages.js";
import { type CompiledRow, ratio, type SlicedMethod, type TierWork, type TierWorked, tierMethodOf } from "./tier-methods.js";
import type { TierFacts, TierGap, TierOutcome, TierPackage, TierSchedule, TierTable } from "./tier-schedule.js";

type TierExplanation = Explanation<EngineCode>;

const fault = engineFaults(tierFaultMessages);

/**
 * Evaluates a threshold table: what a qualifier and a measure earn, in which row, and what is missing to the next.
 *
 * @remarks
 * The formula of every method stands in the story of this engine. Nothing is rounded here; the caller rounds once, where its
 * own contract says so. Exactly on a threshold, `boundary` decides. A qualifier below 0, and 0 itself under `exceeds`, reach no
 * row and earn `"0"`; a lump sum, or the constant of a curve of money, in a row from 0 is paid only above 0. Beyond the last bounded row of an interpolated table
 * everything is completed and nothing more is added.
 *
 * @param facts - The qualifier that picks the row, in the schedule's unit, and what is paid on (absent: the qualifier).
 * @param schedule - The table, as agreed. One that `checkTierSchedule` faults is refused.
 * @returns The exact amount, the row, the way to the next row, and a working whose parts add up to the amount.
 * @throws LibraryFault The first fault of `checkTierSchedule`, or `kernel.not_a_decimal`.
 *
 * @source Method names as in the pricing and rebate documentation of several systems; see the page "Tier methods".
 *
 * @example Graduated and retroactive on the same purchases
 * ```ts
 * import { evaluateTiers } from "qudao/engine";
 *
 * const tiers = [{ from: "0", rate: "0.01" }, { from: "1000", rate: "0.02" }];
 * const table = { unit: "CNY", boundary: "reaches" as const, tiers };
 * evaluateTiers({ qualifier: "1500" }, { ...table, method: "graduated" }).outcome.earned; // => "20"
 * evaluateTiers({ qualifier: "1500" }, { ...table, method: "retroactive" }).outcome.earned; // => "30"
 * ```
 *
 * @example On the threshold, the boundary rule decides
 * ```ts
 * import { evaluateTiers } from "qudao/engine";
 *
 * const tiers = [{ from: "0", rate: "0" }, { from: "1000", rate: "0.02" }];
 * const table = { method: "retroactive" as const, unit: "CNY", tiers };
 * evaluateTiers({ qualifier: "1000" }, { ...table, boundary: "reaches" }).outcome.earned; // => "20"
 * evaluateTiers({ qualifier: "1000" }, { ...table, boundary: "exceeds" }).outcome.earned; // => "0"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateTiers(facts: TierFacts, schedule: TierSchedule): Explained<TierOutcome, EngineCode> {
  return readSafely({ facts, schedule }, () => {
    checkRecord(facts, "facts");
    const qualifier = exact(facts.qualifier, "facts.qualifier");
    const measure = facts.measure === undefined ? undefined : exact(facts.measure, "facts.measure");
    const answer = askTiers(compileTiers(schedule, "schedule"), { qualifier, measure });
    return {
      outcome: { earned: text(answer.earned), tier: answer.tier, next: answer.next },
      explanation: answer.explanation,
    };
  });
}

/**
 * What a compiled schedule is asked.
 *
 * @internal
 */
export interface TierQuestion {
  /** What picks the row, over `per`. */
  readonly qualifier: Exact;
  /** Divides the qualifier; above 0. A ratio is asked as 200 over 70, so that no cut of a quotient moves a row or a cent. Absent: 1. */
  readonly per?: Exact | undefined;
  /** What is paid on. Absent: the qualifier. */
  readonly measure?: Exact | undefined;
  /** The qualifier, over `per`, that the measure stands for, where a limit cut the one asked about. Absent: the one asked about. */
  readonly whole?: Exact | undefined;
}

/**
 * A compiled schedule's answer: as `TierOutcome`, the amount still a decimal of ours.
 *
 * @internal
 */
export interface TierAnswer {
  readonly earned: Exact;
  readonly tier: number;
  readonly next: TierGap | null;
  readonly explanation: TierExplanation;
}

/**
 * A schedule checked and read once, to be asked many times by `askTiers`. It holds no closures: what the machine has learnt of a closure is
 * forgotten with it, and hosts read their schedules anew for every settlement.
 *
 * @internal
 */
export type CompiledTiers = ReadTable | ReadPackage;

interface ReadTable extends Pick<TierTable, "method" | "unit"> {
  readonly rows: readonly CompiledRow[];
  readonly reaches: boolean;
  readonly work: TierWork;
}

interface ReadPackage extends Pick<TierPackage, "method" | "unit" | "count"> {
  readonly size: Exact;
  readonly each: Exact;
}

/**
 * Checks a schedule and reads it into decimals.
 *
 * @internal
 */
export function compileTiers(schedule: TierSchedule, path: string): CompiledTiers {
  return readSafely(path, () => {
    const [first] = checkTierSchedule(schedule);
    if (first !== undefined) throw fault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
    return schedule.method === "package" ? readPackage(schedule) : readTable(schedule);
  });
}

/** @internal */
export function askTiers(tiers: CompiledTiers, question: TierQuestion): TierAnswer {
  return "rows" in tiers ? askTable(tiers, question) : askPackage(tiers, question);
}

/**
 * Whether a value exactly on the beginning of a tier is in it; a package is complete on its end, and begun only beyond it.
 *
 * @internal
 */
export function reachesOn(tiers: CompiledTiers): boolean {
  return "rows" in tiers ? tiers.reaches : tiers.count === "complete";
}

function readTable({ method, unit, boundary, tiers, curve }: TierTable): ReadTable {
  const byRate = tiers.some((row) => row.rate !== undefined);
  const rows = tiers.map((row, i): CompiledRow => {
    const end = tiers[i + 1]?.from ?? row.to;
    const pay = exact((byRate ? row.rate : row.amount) ?? "0");
    const from = exact(row.from);
    const to = end === undefined ? undefined : exact(end);
    return {
      tier: i + 1,
      from,
      to,
      pay,
      fromText: text(from),
      toText: to === undefined ? "" : text(to),
      widthText: to === undefined ? "" : text(to.minus(from)),
      payText: text(pay),
      added: byRate && row.amount !== undefined ? exact(row.amount) : undefined,
      fromFirst: row.fromFirst === true,
      coefficients: row.coefficients?.map((one) => exact(one)),
      below: undefined,
    };
  });
  const work = curve === undefined ? tierMethodOf(method as SlicedMethod, rows, byRate) : tierCurveOf(curve);
  return { method, unit, rows, reaches: boundary === "reaches", work };
}

function askTable(table: ReadTable, { qualifier, per, measure, whole = qualifier }: TierQuestion): TierAnswer {
  const { method, unit, reaches, work } = table;
  const rows = per === undefined ? table.rows : table.rows.map((row) => ({ ...row, from: row.from.times(per), to: row.to?.times(per) }));
  let reached = rows.length;
  while (reached > 0) {
    const order = qualifier.comparedTo((rows[reached - 1] as CompiledRow).from);
    if (order > 0 || (order === 0 && reaches)) break;
    reached--;
  }
  const above = rows[reached];
  const next =
    above === undefined ? null : { tier: above.tier, from: above.fromText, missing: text(ratio(above.from.minus(qualifier), per)) };
  const { earned, from } = reached === 0 ? NO_WORK : work(rows, reached, { x: qualifier, per, y: measure, whole });
  const shared = { method, qualifier: text(ratio(qualifier, per)), unit, tier: reached, amount: text(earned) };
  if (reached === 0) return { earned, tier: 0, next, explanation: { code: "engine.tiers_not_reached", params: shared } };
  const code = measure === undefined ? "engine.tiers" : "engine.tiers_on_measure";
  const params = measure === undefined ? shared : { ...shared, measure: text(measure) };
  return { earned, tier: reached, next, explanation: { code, params, adds: "amount", from } };
}

const NO_WORK: TierWorked = { earned: ZERO, from: [] };

function readPackage({ method, unit, count, size, amount }: TierPackage): ReadPackage {
  return { method, unit, count, size: exact(size), each: exact(amount) };
}

function askPackage({ method, unit, count: counting, size: written, each }: ReadPackage, { qualifier, per }: TierQuestion): TierAnswer {
  const size = per === undefined ? written : written.times(per);
  const positive = qualifier.isNegative() ? ZERO : qualifier;
  const complete = positive.dividedToIntegerBy(size);
  const begun = counting === "started" && !complete.times(size).equals(positive);
  const count = begun ? complete.plus(1) : complete;
  const earned = count.times(each);
  // the next package begins where those paid end; a complete one is only earned where it ends itself
  const paid = counting === "started" ? count : count.plus(1);
  const tier = count.toNumber();
  const amount = text(earned);
  const missing = ratio(paid.times(size).minus(qualifier), per);
  return {
    earned,
    tier,
    next: { tier: tier + 1, from: text(paid.times(written)), missing: text(missing) },
    explanation: {
      code: "engine.tiers",
      params: { method, qualifier: text(ratio(qualifier, per)), unit, tier, amount },
      adds: "amount",
      from: [{ code: "engine.tier_packages", params: { count: text(count), size: text(written), each: text(each), amount } }],
    },
  };
}
