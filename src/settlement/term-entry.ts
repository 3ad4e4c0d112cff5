/**
 * A line of a statement on its way through the terms of its programme, and back.
 *
 * @internal
 */
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { IncentiveExplanation } from "../incentives/programme-answer.js";
import { tellTerms } from "../incentives/term-kit.js";
import { Exact, exact, fixed, text, ZERO } from "../kernel/decimal.js";
import type { Result } from "../kernel/result.js";
import type { PlannedProgramme, PlannedWindow } from "./plan.js";
import type { StatementLine, StatementProblem, TermedLine } from "./statement.js";
import { windowsOf } from "./windows-of.js";

/** What is paid of an amount of a line. */
export type PayLine = (
  m: number,
  exactly: Exact,
  amount: string,
  planned: PlannedWindow,
) => Result<Pick<StatementLine, "payable" | "conversion">, StatementProblem>;

/** What goes from version to version. */
export interface TermCarry {
  readonly surplus: Exact;
  readonly capped: readonly { readonly capId: string; readonly amount: Exact }[];
  /** The window for which the surplus is not known. */
  readonly surplusOpen?: string | undefined;
  /** Why what caps hold back is not known in full. */
  readonly cappedOpen?: StatementProblem | undefined;
}

/** A line on its way through the terms. */
export interface Entry {
  readonly m: number;
  readonly memberId: string;
  /** Among the member's lines of the version. */
  readonly i: number;
  readonly line: StatementLine;
  readonly planned: PlannedWindow;
  /** Where there is a problem, the most that it can be. `undefined`: any amount. */
  amount: Exact | undefined;
  problem: StatementProblem | undefined;
  readonly steps: IncentiveExplanation[];
  readonly cuts: { capId: string; per: PaymentCap["per"]; cut: string }[];
  topUp: Exact;
  released: Exact;
  refused: Exact;
}

export function entryOf(entry: PlannedProgramme, line: StatementLine, place: Pick<Entry, "m" | "memberId" | "i">): Entry {
  const { programme } = entry;
  return {
    ...place,
    line,
    planned: windowsOf(entry, place.m).find(({ window }) => window.id === line.window.id) as PlannedWindow,
    amount: line.earned === null ? mostOf(programme) : new Exact(line.earned.amount),
    problem: line.earned === null ? line.problem : undefined,
    steps: [],
    cuts: [],
    topUp: ZERO,
    released: ZERO,
    refused: ZERO,
  };
}

/** The most that one window of it can earn. */
function mostOf({ limits, guarantee: guaranteed }: IncentiveProgramme): Exact | undefined {
  const caps = limits.flatMap((limit) => (limit.kind === "payment_cap" ? [exact(limit.amount)] : []));
  const least = Exact.max(ZERO, exact(guaranteed?.amount ?? "0"));
  return caps.length === 0
    ? undefined
    : Exact.max(
        least,
        caps.reduce((most, one) => Exact.min(most, one)),
      );
}

/** Whether everything fits, whatever the unknown ones come to. */
export function fits(entries: readonly Pick<Entry, "amount">[], most: Exact): boolean {
  if (entries.some(({ amount }) => amount === undefined)) return false;
  return !entries.reduce((sum, { amount }) => sum.plus(Exact.max(ZERO, amount as Exact)), ZERO).greaterThan(most);
}

/** That a share hangs on a line that is not known. */
export function hangsOn({ memberId, line }: Entry, by: "budget" | PaymentCap["per"]): StatementProblem {
  return { code: "settlement.share_undetermined", params: { by, memberId, window: line.window.id } };
}

/** Its own amount stays the most that it can be. */
export function doubt(first: Entry, hang: readonly Entry[], by: "budget" | PaymentCap["per"]): void {
  for (const one of hang) {
    if (one.problem !== undefined || (one.amount as Exact).isZero()) continue;
    one.problem = hangsOn(first, by);
    one.amount = Exact.max(ZERO, one.amount as Exact);
  }
}

export function lineOf({ m, line, planned, ...one }: Entry, programme: IncentiveProgramme, pay: PayLine): StatementLine {
  const { currency, budget, rounding } = programme;
  if (one.problem !== undefined) {
    if (line.earned === null) return line;
    const { stacked, gates, conversion, ...figures } = line;
    const nothing = { earned: null, exact: null, payable: null, tier: null, next: null, explanation: null } as const;
    return { ...figures, ...nothing, status: "undetermined", problem: one.problem };
  }
  const before = line.earned as NonNullable<typeof line.earned>;
  const terms: TermedLine = {
    before,
    topUp: text(one.topUp),
    caps: one.cuts,
    released: text(one.released),
    refused: text(one.refused),
  };
  const isCut = !one.refused.isZero();
  if (one.steps.length === 0 && !isCut) return { ...line, terms };
  const value = one.amount as Exact;
  const amount = fixed(value, rounding.decimals);
  const cut = isCut && budget !== undefined ? { budget: exact(budget.amount), amount: one.refused.negated() } : undefined;
  const told = line.explanation === null ? one.steps : [line.explanation, ...one.steps];
  const paid = pay(m, value, amount, planned);
  const { conversion, problem, payable, ...rest } = line;
  return {
    ...rest,
    earned: { amount, currency },
    exact: text(value),
    explanation: tellTerms(amount, currency, cut, told),
    terms,
    ...(paid.ok ? { payable: paid.value.payable as NonNullable<StatementLine["payable"]> } : { payable: null, problem: paid.problem }),
    ...(paid.ok && paid.value.conversion !== undefined ? { conversion: paid.value.conversion } : {}),
  };
}
