/**
 * One member's statement: the programmes' calculator on the member's figures, window by window.
 *
 * @internal
 */
import type { JointReading } from "../incentives/compute-incentive.js";
import { goodsOf } from "../incentives/goods-of.js";
import type { JointFigures } from "../incentives/programme-answer.js";
import { currencyDecimals } from "../kernel/currency.js";
import { fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import { err, ok } from "../kernel/result.js";
import type { Carry, KeepCarry } from "./carry.js";
import { idsOf } from "./figures.js";
import type { MemberLines } from "./hold-terms.js";
import type { Ledger } from "./ledger.js";
import { openingCarry } from "./opening.js";
import type { PlannedProgramme, PlannedWindow, Stream } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import { compileStacking } from "./settle-together.js";
import type { Statement, StatementLine } from "./statement.js";
import type { PayLine } from "./term-entry.js";
import type { Settled, WindowAnswer } from "./window-answer.js";
import { carryOn, quotaInOtherUnit, windowOf } from "./window-figures.js";

export interface MemberSettlement {
  readonly linesOf: (member: number, keep?: KeepCarry) => MemberLines;
  readonly statementOf: (member: number, lines: readonly StatementLine[]) => Statement;
  readonly pay: PayLine;
}

export function compileSettlement(ledger: Ledger, facts: ReadFacts): MemberSettlement {
  const { plan } = ledger;
  const { policy } = plan;
  const minor = new Map<string, number>();
  const minorOf = (currency: string): number => {
    const known = minor.get(currency) ?? currencyDecimals(currency);
    minor.set(currency, known);
    return known;
  };

  const settleWindow = (m: number, at: number, planned: PlannedWindow, carry: Carry): Settled => {
    const entry = plan.programmes[at] as PlannedProgramme;
    const measured = windowOf(ledger, facts, m, entry, planned, carry);
    if (!measured.concerned) return { line: undefined, carry };
    const answer = quotaInOtherUnit(measured.quota, entry.programme) ?? entry.evaluate(measured.asked);
    const ids = idsOf(ledger, m, plan.streams[entry.stream] as Stream, planned.slots, entry.sellers);
    return write({ m, entry, planned, carry, measured, ids, answer });
  };

  /** One window as a line of the statement, and what it carries on. */
  const write = ({ m, entry, planned, carry, measured, ids, answer, stacked }: WindowAnswer): Settled => {
    const { programme } = entry;
    const { own: figures, quota, asked } = measured;
    const { baseline } = asked;
    const paid = !answer.ok
      ? answer
      : answer.value.goods === undefined
        ? pay(m, answer.value.exact, answer.value.amount, planned)
        : payNothing(m);
    const line: Draft = {
      programmeId: programme.id,
      programmeVersion: programme.version,
      programme: programme.titles,
      window: planned.window,
      status: "undetermined",
      amount: text(figures.amount),
      quantity: text(figures.quantity),
      earned: null,
      exact: null,
      payable: null,
      tier: null,
      next: null,
      sources: ids === undefined ? { count: figures.lines } : { count: figures.lines, ids },
      explanation: null,
    };
    if (baseline !== undefined) line.baseline = text(baseline);
    if (asked.measures !== undefined) {
      line.measures = Object.fromEntries([...asked.measures].map(([name, value]) => [name, text(value)]));
    }
    if (asked.joint !== undefined) line.joint = readingOf(asked.joint);
    if (!carry.amount.isZero() || !carry.quantity.isZero()) line.carried = { amount: text(carry.amount), quantity: text(carry.quantity) };
    if (quota !== undefined) line.quota = text(quota.amount);
    if (stacked !== undefined) line.stacked = stacked;
    if (answer.ok) {
      line.earned = { amount: answer.value.amount, currency: programme.currency };
      line.exact = text(answer.value.exact);
      line.tier = answer.value.tier;
      line.next = answer.value.next;
      line.explanation = answer.value.explanation;
      if (answer.value.goods !== undefined) line.goods = goodsOf(answer.value.goods);
      if (answer.value.gates !== undefined) line.gates = answer.value.gates;
      if (answer.value.withheld !== undefined) line.withheld = text(answer.value.withheld);
    }
    if (!paid.ok) line.problem = paid.problem;
    else {
      line.status = planned.window.end <= facts.asOf ? "final" : "open";
      line.payable = paid.value.payable;
      if (paid.value.conversion !== undefined) line.conversion = paid.value.conversion;
    }
    return { line, carry: carryOn(programme, asked, answer.ok ? answer.value.withheld : carry.withheld) };
  };

  /** What is paid: rounded once from the exact amount, in the currency of the payout. */
  const pay: PayLine = (m, exactly, amount, planned) => {
    const from = policy.currency;
    const to = (policy.members[m] as (typeof policy.members)[number]).payoutCurrency ?? from;
    if (to === from || policy.payout === undefined) return ok({ payable: { amount, currency: from } });
    const day = policy.payout.convertOn === "window_end" ? planned.lastDay : facts.asOf;
    const found = facts.rateOn(from, to, day);
    if (found === undefined) return err({ code: "settlement.exchange_rate_missing", params: { from, to, date: day } });
    const decimals = minorOf(to);
    const payable = rounded(exactly.times(found.rate), decimals, policy.payout.rounding);
    return ok({ payable: { amount: fixed(payable, decimals), currency: to }, conversion: { ...found } });
  };

  /** Goods are not money: no rate is asked for. */
  const payNothing = (m: number): ReturnType<PayLine> => {
    const currency = (policy.members[m] as (typeof policy.members)[number]).payoutCurrency ?? policy.currency;
    return ok({ payable: { amount: fixed(ZERO, minorOf(currency)), currency } });
  };

  const opened = (m: number, { programme }: PlannedProgramme): Carry =>
    openingCarry(facts, (policy.members[m] as (typeof policy.members)[number]).id, programme.id);

  /** Every programme for itself, window by window; an earlier version before a later one. */
  const settleAlone = (m: number, keep?: KeepCarry): MemberLines => {
    const carries: Carry[] = [];
    const found: StatementLine[][] = plan.programmes.map(() => []);
    for (const at of plan.order) {
      const entry = plan.programmes[at] as PlannedProgramme;
      let carry = entry.before === undefined ? opened(m, entry) : (carries[entry.before] as Carry);
      if (entry.eligible[m] === 1) {
        for (const planned of entry.windows) {
          if (planned.counted.start > facts.asOf) continue;
          const settled = settleWindow(m, at, planned, carry);
          carry = settled.carry;
          if (settled.line !== undefined) found[at]?.push(settled.line);
        }
      }
      carries[at] = carry;
      keep?.(at, carry);
    }
    return found;
  };
  const settleTogether = plan.stacking === undefined ? undefined : compileStacking(ledger, facts, plan.stacking, write);

  const statementOf = (m: number, lines: readonly StatementLine[]): Statement => {
    const member = policy.members[m] as (typeof policy.members)[number];
    const currency = member.payoutCurrency ?? policy.currency;
    let total = ZERO;
    let decimals = minorOf(currency);
    let undetermined = 0;
    for (const { payable } of lines) {
      if (payable === null) undetermined++;
      else {
        total = total.plus(payable.amount);
        decimals = Math.max(decimals, placesOf(payable.amount));
      }
    }
    return {
      memberId: member.id,
      member: member.title === undefined ? { en: member.id, zh: member.id } : { ...member.title },
      lines,
      total: { amount: fixed(total, decimals), currency },
      undetermined,
    };
  };
  return { linesOf: settleTogether ?? settleAlone, statementOf, pay };
}

function readingOf({ amount, quantity, measures = new Map() }: JointFigures): JointReading {
  const named = [...measures].map(([name, value]) => [name, text(value)] as const);
  return { amount: text(amount), quantity: text(quantity), ...(named.length === 0 ? {} : { measures: Object.fromEntries(named) }) };
}

/** A line being written. */
type Draft = { -readonly [F in keyof StatementLine]: StatementLine[F] };

function placesOf(amount: string): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}
