/**
 * What is known of every earning: its line in the statements, and what the account and the accruals hold of it. A *cell* is one member,
 * programme, window and version; the versions of one window stand next to each other and are one *group*.
 *
 * @internal
 */

import { Exact, exactQuotient, type RoundingMode, sumOf, ZERO } from "../../kernel/decimal.js";
import type { Explanation } from "../../kernel/explanation.js";
import type { Message } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import type { Rate } from "../../kernel/rate.js";
import { amountOf, byKey, keyOf, toJson, toMinor } from "../account-kit.js";
import type { AccrualEntry } from "./accrual-entry.js";
import type { EarnedLine, EarnedStatement, EarnedWindow, UnsettledEarning, UnsettledReason } from "./earned-statement.js";
import type { EarningReference, SettlementEntry } from "./settlement-entry.js";

export interface EarningCell {
  readonly earning: EarningReference;
  /** Its line. Absent: another version has taken its place, or no statement speaks of it. */
  readonly line: EarnedLine | undefined;
  /** Entries of the account that settle it: earnings, corrections and their reversals. */
  readonly account: readonly SettlementEntry[];
  readonly accruals: readonly AccrualEntry[];
}

export interface EarningGroup {
  readonly memberId: string;
  readonly programmeId: string;
  readonly periodId: string;
  readonly cells: readonly EarningCell[];
}

/** A group all of whose figures are known, in one currency. */
export interface KnownGroup extends EarningGroup {
  readonly currency: string;
  readonly window: EarnedWindow;
  /** Whether every line of it is final. */
  readonly ended: boolean;
}

const settles = (entry: SettlementEntry) =>
  entry.earning !== undefined && (entry.kind === "earning" || entry.kind === "correction" || entry.kind === "reversal");

interface Draft {
  readonly memberId: string;
  readonly earning: EarningReference;
  line: EarnedLine | undefined;
  readonly account: SettlementEntry[];
  readonly accruals: AccrualEntry[];
}

/** Every earning that anything is known of, in the order of their names. */
export function groupEarnings(
  statements: readonly EarnedStatement[],
  account: readonly SettlementEntry[],
  accruals: readonly AccrualEntry[],
): readonly EarningGroup[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (memberId: string, { programmeId, programmeVersion, periodId }: EarningReference): Draft => {
    const key = keyOf(memberId, programmeId, periodId, programmeVersion);
    const known = drafts.get(key);
    if (known !== undefined) return known;
    const made: Draft = { memberId, earning: { programmeId, programmeVersion, periodId }, line: undefined, account: [], accruals: [] };
    drafts.set(key, made);
    return made;
  };
  for (const { memberId, lines } of statements) {
    for (const line of lines) draftOf(memberId, { ...line, periodId: line.window.id }).line = line;
  }
  for (const entry of account) if (settles(entry)) draftOf(entry.memberId, entry.earning as EarningReference).account.push(entry);
  for (const entry of accruals) draftOf(entry.memberId, entry.earning).accruals.push(entry);

  const ordered = [...drafts.values()].sort(
    byKey(
      ({ memberId }) => memberId,
      ({ earning }) => earning.programmeId,
      ({ earning }) => earning.periodId,
      ({ earning }) => earning.programmeVersion,
    ),
  );
  const groups = new Map<string, EarningGroup & { cells: EarningCell[] }>();
  for (const { memberId, earning, line, account: own, accruals: booked } of ordered) {
    const { programmeId, periodId } = earning;
    const key = keyOf(memberId, programmeId, periodId);
    const group = groups.get(key) ?? { memberId, programmeId, periodId, cells: [] };
    groups.set(key, group);
    group.cells.push({ earning, line, account: own, accruals: booked });
  }
  return [...groups.values()];
}

/** A group with its figures, or why it is left as it stands. */
export function knownGroup(group: EarningGroup): KnownGroup | UnsettledReason {
  const lines = group.cells.flatMap(({ line }) => line ?? []);
  const [first] = lines;
  if (first === undefined) return { code: "settlement.earning_without_statement", params: {} };
  const open = lines.find(({ payable }) => payable === null);
  if (open !== undefined) {
    return undeterminedReason(open.problem);
  }
  const { currency } = first.payable as NonNullable<EarnedLine["payable"]>;
  const moneys = group.cells.flatMap(({ line, account, accruals }) => [
    ...(line?.payable == null ? [] : [line.payable]),
    ...account.map(({ amount }) => amount),
    ...accruals.map(({ amount }) => amount),
  ]);
  const other = moneys.find((money) => money.currency !== currency);
  if (other !== undefined) return { code: "settlement.earning_currency", params: { got: currency, want: other.currency } };
  return { ...group, currency, window: first.window, ended: lines.every(({ status }) => status === "final") };
}

export function undeterminedReason(problem: Message | undefined): UnsettledReason {
  return { code: "settlement.earning_undetermined", params: { problem: problem === undefined ? null : toJson(problem) } };
}

export function leftAsItStands({ memberId, programmeId, periodId }: EarningGroup, reason: UnsettledReason): UnsettledEarning {
  return { memberId, programmeId, periodId, reason };
}

/** The same for readers. */
export function leftNode({ reason, ...earning }: UnsettledEarning): Explanation {
  return { code: "settlement.earning_left", params: { ...earning, reason: toJson(reason) } };
}

/**
 * What a cell earns to date, or the share of it that is settled before its window is over: nothing where another version has taken its place. What was
 * settled at its own rate counts as it was settled.
 */
export function earnedOf(cell: EarningCell, mode: RoundingMode, share?: Rate): Exact {
  const { line, account } = cell;
  if (line?.payable == null) return ZERO;
  const toPayout = (value: Exact) => toMinor(value, (line.payable as Money).currency, mode);
  const own = inOwnCurrency(cell, share);
  if (own === undefined || account.length === 0) {
    const whole = amountOf({ amount: line.payable });
    return share === undefined ? whole : toPayout(whole.times(share));
  }
  const { earned, settled, rate } = own;
  const paid = settledOf(cell);
  if (earned.greaterThanOrEqualTo(settled) || !settled.greaterThan(0)) return paid.plus(toPayout(earned.minus(settled).times(rate)));
  // what is taken back is taken back as it was converted
  return toPayout(earned.isNegative() ? earned.times(rate) : exactQuotient(paid.times(earned), settled));
}

/** A cell in the currency that it is earned in. */
interface OwnCurrency {
  /** All of it, or the share that was asked for. */
  readonly earned: Exact;
  readonly settled: Exact;
  /** Units of the payout currency for one. */
  readonly rate: Exact;
}

/** Absent: it is not converted at the day of its settlement, or it is not known how much was settled. */
export function inOwnCurrency({ line, account }: EarningCell, share: Rate = "1"): OwnCurrency | undefined {
  if (line?.conversion?.on === undefined || line.exact == null) return undefined;
  if (account.length > 0 && account.every(({ earnedAs }) => earnedAs === undefined)) return undefined;
  const settled = sumOf(account.map(({ earnedAs }) => new Exact(earnedAs ?? "0")));
  return { earned: new Exact(line.exact).times(share), settled, rate: new Exact(line.conversion.rate) };
}

export function settledOf({ account }: EarningCell): Exact {
  return sumOf(account.map(amountOf));
}

/** An entry of the account that is of a later day: what is posted before it would be blind to it. */
export function laterEntry(groups: readonly EarningGroup[], asOf: string): SettlementEntry | undefined {
  for (const { cells } of groups) {
    for (const { account } of cells) {
      const later = account.find(({ date }) => date > asOf);
      if (later !== undefined) return later;
    }
  }
  return undefined;
}
