import { Exact, exact, quotient, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { faultsOf } from "../kernel/fault.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { checkTierSchedule } from "./check-tier-schedule.js";
import { type EngineCode, engineMessages } from "./messages.js";
import type { TierFacts, TierGap, TierOutcome, TierPackage, TierSchedule, TierTable } from "./tier-schedule.js";

type TierExplanation = Explanation<EngineCode>;

const fault = faultsOf<EngineCode | KernelCode>({ ...kernelMessages, ...engineMessages });

/**
 * Evaluates a threshold table: what a qualifier and a measure earn, in which row, and what is missing to the next.
 *
 * @remarks
 * The formula of every method stands in the story of this engine. Nothing is rounded here; the caller rounds once, where its
 * own contract says so. Exactly on a threshold, `boundary` decides. A qualifier below 0, and 0 itself under `exceeds`, reach no
 * row and earn `"0"`; a lump sum in a row from 0 is paid only above 0. Beyond the last bounded row of an interpolated table
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
  const qualifier = exact(facts.qualifier, "facts.qualifier");
  const measure = facts.measure === undefined ? undefined : exact(facts.measure, "facts.measure");
  const answer = compileTiers(schedule, "schedule")(qualifier, measure);
  return {
    outcome: { earned: text(answer.earned), tier: answer.tier, next: answer.next },
    explanation: answer.explanation,
  };
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
 * A schedule checked and read once, to be asked many times.
 *
 * @internal
 */
export type CompiledTiers = (qualifier: Exact, measure: Exact | undefined) => TierAnswer;

/** A piece of the working: the node and the exact amount it stands for. */
interface Piece {
  readonly amount: Exact;
  readonly node: TierExplanation;
}

interface Row {
  readonly tier: number;
  readonly from: Exact;
  /** Absent: open above. */
  readonly to: Exact | undefined;
  readonly pay: Exact;
  readonly fromText: string;
  readonly payText: string;
  readonly fromFirst: boolean;
}

const ZERO = new Exact(0);

/**
 * Checks a schedule and reads it into decimals.
 *
 * @internal
 */
export function compileTiers(schedule: TierSchedule, path: string): CompiledTiers {
  const [first] = checkTierSchedule(schedule);
  if (first !== undefined) throw fault(first.code, first.path === "" ? path : `${path}.${first.path}`, first.params);
  return schedule.method === "package" ? compilePackage(schedule) : compileTable(schedule);
}

function compileTable(schedule: TierTable): CompiledTiers {
  const { method, unit, boundary, tiers } = schedule;
  const byRate = tiers.some((row) => row.rate !== undefined);
  const rows = tiers.map((row, i): Row => {
    const end = tiers[i + 1]?.from ?? row.to;
    const pay = exact((byRate ? row.rate : row.amount) as string);
    const from = exact(row.from);
    return {
      tier: i + 1,
      from,
      to: end === undefined ? undefined : exact(end),
      pay,
      fromText: text(from),
      payText: text(pay),
      fromFirst: row.fromFirst === true,
    };
  });
  const reaches = boundary === "reaches";
  const work = workOf(method, rows, byRate);
  return (qualifier, measure) => {
    let reached = rows.length;
    while (reached > 0) {
      const order = qualifier.comparedTo((rows[reached - 1] as Row).from);
      if (order > 0 || (order === 0 && reaches)) break;
      reached--;
    }
    const pieces = reached === 0 ? [] : work(rows.slice(0, reached), qualifier, measure);
    let earned = ZERO;
    for (const piece of pieces) earned = earned.plus(piece.amount);
    const above = rows[reached];
    const amount = text(earned);
    const shared = { method, qualifier: text(qualifier), unit, tier: reached, amount };
    return {
      earned,
      tier: reached,
      next: above === undefined ? null : { tier: above.tier, from: above.fromText, missing: text(above.from.minus(qualifier)) },
      explanation:
        reached === 0
          ? { code: "engine.tiers_not_reached", params: { ...shared } }
          : {
              code: measure === undefined ? "engine.tiers" : "engine.tiers_on_measure",
              params: measure === undefined ? shared : { ...shared, measure: text(measure) },
              adds: "amount",
              from: pieces.map((piece) => piece.node),
            },
    };
  };
}

/** Turns the rows reached (never empty), the qualifier and the measure into the pieces that add up to the amount. */
type Work = (reached: readonly Row[], x: Exact, y: Exact | undefined) => readonly Piece[];

function workOf(method: TierTable["method"], rows: readonly Row[], byRate: boolean): Work {
  switch (method) {
    case "graduated":
    case "excess_only":
      return graduated(rows);
    case "pay_to_first":
      return payToFirst;
    case "retroactive":
      return (reached, x, y) => [slice(last(reached), x, x, y)];
    case "rolling_sum":
      return (reached, x, y) => reached.map((row) => slice(row, lower(x, row.to), x, y));
    case "total_sum":
      return (reached, x, y) => reached.map((row) => slice(row, x, x, y));
    case "lump_sum":
      return (reached, x, y) => lumps([last(reached)], x, y);
    case "lump_sum_each":
      return lumps;
    case "interpolated":
      return byRate ? blended : (reached, x) => reached.map((row) => share(row, x, "amount"));
  }
}

/** Slices between the bounds. A completed slice is the same for everyone where nothing but the qualifier is paid on. */
function graduated(rows: readonly Row[]): Work {
  const completed = rows.map((row) => (row.to === undefined ? undefined : slice(row, row.to.minus(row.from), row.to, undefined)));
  return (reached, x, y) =>
    reached.map((row, i) =>
      y === undefined && i < reached.length - 1 ? (completed[i] as Piece) : slice(row, lower(x, row.to).minus(row.from), x, y),
    );
}

const payToFirst: Work = (reached, x, y) => {
  const start = reached.reduce((found, row, i) => (row.fromFirst ? i : found), 0);
  return reached.slice(start).map((row) => {
    const upTo = lower(x, row.to);
    return slice(row, row.fromFirst ? upTo : upTo.minus(row.from), x, y);
  });
};

/** `part` of the qualifier `x` at the row's rate; where a measure `y` is paid on, the same share of it. */
function slice(row: Row, part: Exact, x: Exact, y: Exact | undefined): Piece {
  const paid = y === undefined ? part : part.equals(x) ? y : quotient(y.times(part), x);
  const amount = paid.times(row.pay);
  return {
    amount,
    node: {
      code: "engine.tier_slice",
      params: { tier: row.tier, from: row.fromText, part: text(paid), rate: row.payText, amount: text(amount) },
    },
  };
}

const lumps: Work = (reached, x) =>
  reached
    .filter((row) => !row.from.isZero() || x.greaterThan(0))
    .map((row) => ({
      amount: row.pay,
      node: { code: "engine.tier_lump", params: { tier: row.tier, from: row.fromText, amount: row.payText } },
    }));

function share(row: Row, x: Exact, field: "amount" | "rate"): Piece {
  const to = row.to as Exact; // an interpolated table has no open row
  const width = to.minus(row.from);
  const part = lower(x, to).minus(row.from);
  const amount = part.equals(width) ? row.pay : quotient(row.pay.times(part), width);
  return {
    amount,
    node: {
      code: field === "amount" ? "engine.tier_share" : "engine.tier_share_rate",
      params: {
        tier: row.tier,
        from: row.fromText,
        to: text(to),
        part: text(part),
        width: text(width),
        whole: row.payText,
        [field]: text(amount),
      },
    },
  };
}

const blended: Work = (reached, x, y) => {
  const shares = reached.map((row) => share(row, x, "rate"));
  const rate = shares.reduce((sum, piece) => sum.plus(piece.amount), ZERO);
  const measure = y ?? x;
  const amount = rate.times(measure);
  return [
    {
      amount,
      node: {
        code: "engine.tier_blended",
        params: { rate: text(rate), measure: text(measure), amount: text(amount) },
        adds: "rate",
        from: shares.map((piece) => piece.node),
      },
    },
  ];
};

function compilePackage(schedule: TierPackage): CompiledTiers {
  const { method, unit, count: counting } = schedule;
  const size = exact(schedule.size);
  const each = exact(schedule.amount);
  return (qualifier) => {
    const positive = qualifier.isNegative() ? ZERO : qualifier;
    const complete = positive.dividedToIntegerBy(size);
    const begun = counting === "started" && !complete.times(size).equals(positive);
    const count = begun ? complete.plus(1) : complete;
    const earned = count.times(each);
    const from = (begun ? count : complete.plus(1)).times(size);
    const tier = count.toNumber();
    const amount = text(earned);
    return {
      earned,
      tier,
      next: { tier: tier + 1, from: text(from), missing: text(from.minus(qualifier)) },
      explanation: {
        code: "engine.tiers",
        params: { method, qualifier: text(qualifier), unit, tier, amount },
        adds: "amount",
        from: [{ code: "engine.tier_packages", params: { count: text(count), size: text(size), each: text(each), amount } }],
      },
    };
  };
}

function lower(a: Exact, b: Exact | undefined): Exact {
  return b !== undefined && a.greaterThan(b) ? b : a;
}

function last(rows: readonly Row[]): Row {
  return rows[rows.length - 1] as Row;
}
