/**
 * What a window earns, sale line by sale line, for the caps on single sales.
 *
 * @internal
 */
import { evaluateProgramme } from "../incentives/compile-programme.js";
import type { ProgrammeAnswer } from "../incentives/programme-answer.js";
import { payingMeasures } from "../incentives/qualifier-measure.js";
import { spreadOverLines } from "../incentives/spread-over-lines.js";
import { takenOff } from "../incentives/stack-groups.js";
import { type Exact, ZERO } from "../kernel/decimal.js";
import { ok, type Result } from "../kernel/result.js";
import type { Carry } from "./carry.js";
import { doubtCarried } from "./doubt-carried.js";
import type { Ledger } from "./ledger.js";
import type { PlannedProgramme, PlannedWindow, Stream } from "./plan.js";
import { type LineRun, type SoldLine, soldLinesOf } from "./sold-lines.js";
import type { StatementLine, StatementProblem } from "./statement.js";
import type { MemberWindow } from "./window-figures.js";

/** The part of a window's earning that one line brought. */
export interface SalePart {
  readonly line: SoldLine;
  /** `undefined`: the window is not known. */
  readonly earned: Exact | undefined;
}

/** By line of a statement, as long as somebody holds it. */
export type SaleParts = WeakMap<StatementLine, readonly SalePart[]>;

/** The lines of a window that could not be settled. */
export function unknownSales(
  ledger: Ledger,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  leftOf?: () => readonly LineRun[],
): readonly SalePart[] | undefined {
  if (!capsSales(ledger, entry)) return undefined;
  return soldLinesOf(ledger, m, entry, planned, leftOf?.()).map((line) => ({ line, earned: undefined }));
}

/** What other programmes leave of the lines. */
export interface LeftToSpread {
  /** The lines. Absent: all that it counts. */
  readonly left?: readonly LineRun[];
  /** What earlier programmes earned on some of them, which is taken off. */
  readonly taken?: readonly { readonly earned: Exact; readonly whole: Exact; readonly runs: readonly LineRun[] }[];
}

/**
 * As `attributeIncentive` with average values, from what was carried in; measures that decide what is paid run with the lines. `undefined`: the programme
 * caps no single sale.
 */
export function spreadSales(
  ledger: Ledger,
  m: number,
  entry: PlannedProgramme,
  planned: PlannedWindow,
  { asked }: MemberWindow,
  carry: Carry,
  leftOf?: () => LeftToSpread,
): Result<readonly SalePart[], StatementProblem> | undefined {
  if (!capsSales(ledger, entry)) return undefined;
  const { left, taken = [] } = leftOf?.() ?? {};
  const shared = taken.map(({ runs }) => runs);
  const lines = soldLinesOf(ledger, m, entry, planned, left, shared);
  const paying = payingMeasures(entry.programme).filter((name) => asked.measures?.has(name));
  const before = new Map(asked.measures);
  for (const name of paying) before.set(name, name === carry.of ? carry.measure : ZERO);
  const spread = spreadOverLines(
    lines,
    { amount: carry.amount, quantity: carry.quantity, measures: before, shared: shared.map(() => ZERO) },
    (sum, line) => {
      const { amount, quantity, measures } = sum;
      const after = paying.map((name) => [name, (measures.get(name) as Exact).plus(line.measures.get(name) ?? ZERO)] as const);
      return {
        amount: amount.plus(line.amount),
        quantity: quantity.plus(line.quantity),
        measures: after.length === 0 ? measures : new Map([...measures, ...after]),
        shared: sum.shared.map((all, i) => all.plus(line.shared[i] as Exact)),
      };
    },
    ({ shared: parts, ...sum }): Result<ProgrammeAnswer, StatementProblem> => {
      const amount = taken.reduce((base, one, i) => base.minus(takenOff(one, parts[i] as Exact)), sum.amount);
      // how much each line brought may hang on what is carried in, where all of them together do not
      return doubtCarried(entry.programme, carry, evaluateProgramme(entry.compiled, { ...asked, ...sum, amount }));
    },
  );
  return spread.ok ? ok(lines.map((line, i) => ({ line, earned: spread.value.parts[i] as Exact }))) : spread;
}

function capsSales({ plan }: Ledger, { stream }: PlannedProgramme): boolean {
  return (plan.streams[stream] as Stream).saleWays !== undefined;
}
