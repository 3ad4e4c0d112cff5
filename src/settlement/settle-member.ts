/**
 * One member's statement: the programmes' calculator on the member's figures, window by window.
 *
 * @internal
 */
import type { ProgrammeAnswer } from "../incentives/compile-programme.js";
import { currencyDecimals } from "../kernel/currency.js";
import { Exact, fixed, rounded, text } from "../kernel/decimal.js";
import type { Result } from "../kernel/result.js";
import { err, ok } from "../kernel/result.js";
import { figuresOf, idsOf } from "./figures.js";
import type { Ledger } from "./ledger.js";
import type { PlannedProgramme, PlannedWindow, Stream } from "./plan.js";
import type { ReadFacts, ReadQuota } from "./read-facts.js";
import type { Statement, StatementLine, StatementProblem } from "./statement.js";

export type SettleMember = (member: number) => Statement;

export function compileSettlement(ledger: Ledger, facts: ReadFacts): SettleMember {
  const { plan } = ledger;
  const { policy } = plan;
  const minor = new Map<string, number>();
  const minorOf = (currency: string): number => {
    const known = minor.get(currency) ?? currencyDecimals(currency);
    minor.set(currency, known);
    return known;
  };

  const settleWindow = (m: number, entry: PlannedProgramme, planned: PlannedWindow): StatementLine | undefined => {
    const { programme } = entry;
    const member = policy.members[m] as (typeof policy.members)[number];
    const stream = plan.streams[entry.stream] as Stream;
    const figures = figuresOf(ledger, m, stream, planned.slots);
    const { kind } = programme.qualifier;
    const grows = kind === "growth_amount" || kind === "growth_rate";
    const baseline = grows ? baselineOf(m, entry, planned) : undefined;
    const quota = kind === "attainment" ? facts.quotaOf(member.id, programme.id, planned.window.id) : undefined;
    if (figures.lines === 0 && quota === undefined && (baseline === undefined || baseline.isZero())) return undefined;

    const answer =
      quotaInOtherCurrency(quota, programme.currency) ??
      entry.evaluate({
        amount: figures.amount,
        quantity: figures.quantity,
        baseline,
        quota: quota?.amount,
      });
    const paid = answer.ok ? payOut(answer.value, programme.currency, member.payoutCurrency ?? programme.currency, planned) : answer;
    const ids = idsOf(ledger, m, stream, planned.slots);
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
    if (quota !== undefined) line.quota = text(quota.amount);
    if (answer.ok) {
      line.earned = { amount: answer.value.amount, currency: programme.currency };
      line.exact = text(answer.value.exact);
      line.tier = answer.value.tier;
      line.next = answer.value.next;
      line.explanation = answer.value.explanation;
    }
    if (!paid.ok) line.problem = paid.problem;
    else {
      line.status = planned.window.end <= facts.asOf ? "final" : "open";
      line.payable = paid.value.payable;
      if (paid.value.conversion !== undefined) line.conversion = paid.value.conversion;
    }
    return line;
  };

  const baselineOf = (m: number, entry: PlannedProgramme, planned: PlannedWindow): Exact | undefined => {
    const { programme } = entry;
    const { qualifier } = programme;
    if (qualifier.kind !== "growth_amount" && qualifier.kind !== "growth_rate") return undefined;
    const member = policy.members[m] as (typeof policy.members)[number];
    if (qualifier.baseline === "given") return facts.baselineOf(member.id, programme.id, planned.window.id);
    if (planned.before === undefined) return undefined;
    return figuresOf(ledger, m, plan.streams[entry.stream] as Stream, planned.before)[qualifier.of];
  };

  /** What is paid: rounded once from the exact amount, in the currency of the payout. */
  const payOut = (
    answer: ProgrammeAnswer,
    from: string,
    to: string,
    planned: PlannedWindow,
  ): Result<Pick<StatementLine, "payable" | "conversion">, StatementProblem> => {
    if (to === from || policy.payout === undefined) return ok({ payable: { amount: answer.amount, currency: from } });
    const day = policy.payout.convertOn === "window_end" ? planned.lastDay : facts.asOf;
    const found = facts.rateOn(from, to, day);
    if (found === undefined) return err({ code: "settlement.exchange_rate_missing", params: { from, to, date: day } });
    const decimals = minorOf(to);
    const payable = rounded(answer.exact.times(found.rate), decimals, policy.payout.rounding);
    return ok({ payable: { amount: fixed(payable, decimals), currency: to }, conversion: { ...found } });
  };

  return (m) => {
    const member = policy.members[m] as (typeof policy.members)[number];
    const lines: StatementLine[] = [];
    for (const entry of plan.programmes) {
      if (entry.eligible[m] !== 1) continue;
      for (const planned of entry.windows) {
        if (planned.counted.start > facts.asOf) continue;
        const line = settleWindow(m, entry, planned);
        if (line !== undefined) lines.push(line);
      }
    }
    const currency = member.payoutCurrency ?? policy.currency;
    let total = new Exact(0);
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
}

/** A line being written. */
type Draft = { -readonly [F in keyof StatementLine]: StatementLine[F] };

function quotaInOtherCurrency(
  quota: ReadQuota | undefined,
  want: string,
): { readonly ok: false; readonly problem: StatementProblem } | undefined {
  if (quota === undefined || quota.currency === want) return undefined;
  return err({ code: "settlement.quota_currency", params: { got: quota.currency, want } });
}

function placesOf(amount: string): number {
  const point = amount.indexOf(".");
  return point < 0 ? 0 : amount.length - point - 1;
}
