/**
 * One member's statement: the programmes' calculator on the member's figures, window by window.
 *
 * @internal
 */
import { evaluateProgramme } from "../incentives/compile-programme.js";
import type { JointReading } from "../incentives/compute-incentive.js";
import { earnedInKind } from "../incentives/earned-in-kind.js";
import { publicationWithin } from "../incentives/paid-term.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { IncentiveExplanation, JointFigures } from "../incentives/programme-answer.js";
import { currencyDecimals } from "../kernel/currency.js";
import { Exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Period } from "../kernel/period.js";
import { err, ok } from "../kernel/result.js";
import type { Carry, KeepCarry } from "./carry.js";
import { doubtCarried, doubtNext } from "./doubt-carried.js";
import { idsOf } from "./figures.js";
import type { MemberLines } from "./hold-terms.js";
import type { Ledger } from "./ledger.js";
import { openingCarry } from "./opening.js";
import type { PlannedMember, PlannedProgramme, PlannedWindow, Stream } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import { AMOUNT_DECIMALS, readAmount } from "./read-figures.js";
import { compileStacking } from "./settle-together.js";
import { type SaleParts, spreadSales, unknownSales } from "./spread-sales.js";
import type { Statement, StatementLine } from "./statement.js";
import type { PayLine } from "./term-entry.js";
import type { Settled, WindowAnswer } from "./window-answer.js";
import { carryOn, quotaInOtherUnit, windowOf } from "./window-figures.js";
import { windowsOf } from "./windows-of.js";

export interface MemberSettlement {
  readonly linesOf: (member: number, keep?: KeepCarry) => MemberLines;
  /** All of them in one list. */
  readonly listOf: (member: number) => readonly StatementLine[];
  readonly statementOf: (member: number, lines: readonly StatementLine[]) => Statement;
  readonly pay: PayLine;
  /** What single sale lines brought, by line of the statement; filled as lines are settled, where single sales are capped. */
  readonly parts: SaleParts;
}

/**
 * What is read to settle. The work is done by plain functions over it: what the machine has learnt of a closure is forgotten with it, and
 * hosts open an accumulator for every settlement.
 */
interface Settling {
  readonly ledger: Ledger;
  readonly facts: ReadFacts;
  /** What each line of a sale brought, where single sales are capped. */
  readonly parts: SaleParts;
  /** Decimal places by currency, as far as they were asked for. */
  readonly minor: Map<string, number>;
}

export function compileSettlement(ledger: Ledger, facts: ReadFacts): MemberSettlement {
  const settling: Settling = { ledger, facts, parts: new WeakMap(), minor: new Map() };
  const { stacking, order } = ledger.plan;
  const linesOf: MemberSettlement["linesOf"] =
    stacking === undefined
      ? (m, keep) => settleAlone(settling, m, keep)
      : compileStacking(ledger, facts, stacking, (answered) => write(settling, answered), settling.parts);
  const isInOrder = stacking === undefined && order.every((at, i) => at === i);
  return {
    linesOf,
    listOf: isInOrder ? (m) => settleInOrder(settling, m) : (m) => linesOf(m).flat(),
    statementOf: (m, lines) => statementOf(settling, m, lines),
    pay: (m, exactly, amount, planned) => pay(settling, m, exactly, amount, planned),
    parts: settling.parts,
  };
}

/** Every programme for itself; an earlier version before a later one. */
function settleAlone(settling: Settling, m: number, keep: KeepCarry | undefined): MemberLines {
  const { plan } = settling.ledger;
  const carries: Carry[] = [];
  const found: StatementLine[][] = plan.programmes.map(() => []);
  for (const at of plan.order) {
    const carry = settleProgramme(settling, m, at, carryInto(settling, m, at, carries), found[at] as StatementLine[]);
    carries[at] = carry;
    keep?.(at, carry);
  }
  return found;
}

/** The same where that is the order of the policy and nobody asks by programme. */
function settleInOrder(settling: Settling, m: number): readonly StatementLine[] {
  const carries: Carry[] = [];
  const found: StatementLine[] = [];
  for (const at of settling.ledger.plan.order) {
    carries[at] = settleProgramme(settling, m, at, carryInto(settling, m, at, carries), found);
  }
  return found.slice(); // without the room that a list keeps to grow: answers are kept by the thousand
}

/** What its earlier version carries into a programme, or its opening. */
function carryInto({ ledger, facts }: Settling, m: number, at: number, carries: readonly Carry[]): Carry {
  const { before, programme } = ledger.plan.programmes[at] as PlannedProgramme;
  return before === undefined ? openingCarry(facts, memberAt(ledger, m).id, programme.id) : (carries[before] as Carry);
}

/** The lines of one programme, window by window; answers what the last carries on. */
function settleProgramme(settling: Settling, m: number, at: number, carried: Carry, into: StatementLine[]): Carry {
  const { ledger, facts } = settling;
  const entry = ledger.plan.programmes[at] as PlannedProgramme;
  if (entry.eligible[m] !== 1) return carried;
  let carry = carried;
  for (const planned of windowsOf(entry, m)) {
    if (planned.counted.start > facts.asOf) continue;
    const settled = settleWindow(settling, m, at, planned, carry);
    carry = settled.carry;
    if (settled.line !== undefined) into.push(settled.line);
  }
  return carry;
}

function settleWindow(settling: Settling, m: number, at: number, planned: PlannedWindow, carry: Carry): Settled {
  const { ledger, facts } = settling;
  const entry = ledger.plan.programmes[at] as PlannedProgramme;
  const measured = windowOf(ledger, facts, m, entry, planned, carry);
  if (!measured.concerned) return { line: undefined, carry };
  const computed = quotaInOtherUnit(measured.quota, entry.programme) ?? evaluateProgramme(entry.compiled, measured.asked);
  const doubted = doubtCarried(entry.programme, carry, computed);
  const parts = doubted.ok ? spreadSales(ledger, m, entry, planned, measured, carry) : undefined;
  const answer = parts?.ok === false ? parts : doubted;
  const ids = idsOf(ledger, m, ledger.plan.streams[entry.stream] as Stream, planned.slots, entry.sellers);
  const settled = write(settling, { m, entry, planned, carry, measured, ids, answer }, computed);
  const sold = parts?.ok === true ? parts.value : unknownSales(ledger, m, entry, planned);
  if (sold !== undefined && settled.line !== undefined) settling.parts.set(settled.line, sold);
  return settled;
}

/** One window as a line of the statement, and what it carries on. `computed`: what it comes to by itself, before it is doubted or spread over its lines. */
function write(settling: Settling, one: WindowAnswer, computed = one.answer): Settled {
  const { m, entry, planned, carry, measured, ids, answer, stacked } = one;
  const { programme } = entry;
  const { own: figures, quota, asked } = measured;
  const { baseline } = asked;
  const withheld = computed.ok ? computed.value.withheld : undefined;
  const onward = doubtNext(carryOn(programme, asked, computed.ok ? withheld : carry.withheld), one, computed);
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
  if (!answer.ok) line.problem = answer.problem;
  else {
    const { amount, exact, tier, next, explanation, inKind, gates } = answer.value;
    const earned = { amount, currency: programme.currency };
    line.earned = earned;
    line.exact = text(exact);
    line.tier = tier;
    line.next = next;
    line.explanation = withDoubt(fromPublication(explanation, planned.window, programme), onward);
    if (inKind !== undefined) Object.assign(line, earnedInKind(inKind.of, inKind.quantity));
    if (gates !== undefined) line.gates = gates;
    const paid =
      inKind !== undefined ? payNothing(settling, m) : converts(settling, m) ? pay(settling, m, exact, amount, planned) : undefined;
    if (paid?.ok === false) line.problem = paid.problem;
    else {
      line.status = planned.window.end <= settling.facts.asOf ? "final" : "open";
      line.payable = paid?.value.payable ?? earned;
      if (paid?.value.conversion !== undefined) line.conversion = paid.value.conversion;
    }
  }
  if (onward.withheldOpen !== undefined) line.withheld = null;
  else if (withheld !== undefined) line.withheld = text(withheld);
  return { line, carry: onward };
}

/** What is paid: rounded once from the exact amount, in the currency of the payout. */
function pay(settling: Settling, m: number, exactly: Exact, amount: string, planned: PlannedWindow): ReturnType<PayLine> {
  const { ledger, facts } = settling;
  const { policy } = ledger.plan;
  const from = policy.currency;
  const to = memberAt(ledger, m).payoutCurrency ?? from;
  if (!converts(settling, m) || policy.payout === undefined) return ok({ payable: { amount, currency: from } });
  const day = policy.payout.convertOn === "window_end" ? planned.lastDay : facts.asOf;
  const found = facts.rateOn(from, to, day);
  if (found === undefined) return err({ code: "settlement.exchange_rate_missing", params: { from, to, date: day } });
  const decimals = minorOf(settling, to);
  const payable = rounded(exactly.times(found.rate), decimals, policy.payout.rounding);
  return ok({
    payable: { amount: fixed(payable, decimals), currency: to },
    conversion: policy.payout.convertOn === "settlement_day" ? { ...found, on: "settlement_day" } : { ...found },
  });
}

/** Whether the member is paid in another currency than it earns in. */
function converts({ ledger }: Settling, m: number): boolean {
  const { currency, payout } = ledger.plan.policy;
  return payout !== undefined && (memberAt(ledger, m).payoutCurrency ?? currency) !== currency;
}

/** Goods and rights are not money: no rate is asked for. */
function payNothing(settling: Settling, m: number): ReturnType<PayLine> {
  const { ledger } = settling;
  const currency = memberAt(ledger, m).payoutCurrency ?? ledger.plan.policy.currency;
  return ok({ payable: { amount: fixed(ZERO, minorOf(settling, currency)), currency } });
}

function statementOf(settling: Settling, m: number, lines: readonly StatementLine[]): Statement {
  const { ledger } = settling;
  const member = memberAt(ledger, m);
  const currency = member.payoutCurrency ?? ledger.plan.policy.currency;
  /** Of amounts that are read as a number at four decimals, and of the others. */
  let units = 0;
  let rest = ZERO;
  let decimals = minorOf(settling, currency);
  let undetermined = 0;
  for (const { payable } of lines) {
    if (payable === null) {
      undetermined++;
      continue;
    }
    const { amount } = payable;
    const sum = units + readAmount(amount);
    if (sum <= Number.MAX_SAFE_INTEGER) units = sum;
    else rest = rest.plus(amount);
    decimals = Math.max(decimals, placesOf(amount));
  }
  const total = rounded(new Exact(units, AMOUNT_DECIMALS).plus(rest), decimals, "down"); // no amount has more places: nothing is cut
  return {
    memberId: member.id,
    member: member.titles,
    lines,
    total: { amount: fixed(total, decimals), currency },
    undetermined,
  };
}

function memberAt({ plan }: Ledger, m: number): PlannedMember {
  return plan.members[m] as PlannedMember;
}

function minorOf({ minor }: Settling, currency: string): number {
  const known = minor.get(currency) ?? currencyDecimals(currency);
  minor.set(currency, known);
  return known;
}

/** A window that began before the publication says so. */
function fromPublication(explanation: IncentiveExplanation, window: Period, programme: IncentiveProgramme): IncentiveExplanation {
  const publishedOn = publicationWithin(window, programme);
  if (publishedOn === undefined) return explanation;
  const note: IncentiveExplanation = { code: "incentives.counted_from_publication", params: { publishedOn, amount: "0" } };
  return { ...explanation, from: [note, ...(explanation.from ?? [])] };
}

/** A window that is known beside one that is not says that more may wait than its own caps withheld. */
function withDoubt(explanation: IncentiveExplanation, { withheldOpen }: Carry): IncentiveExplanation {
  if (withheldOpen === undefined) return explanation;
  const note: IncentiveExplanation = { code: "incentives.withheld_unknown", params: { window: withheldOpen, amount: "0" } };
  return { ...explanation, from: [...(explanation.from ?? []), note] };
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
