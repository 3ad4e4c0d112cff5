/**
 * What programmes declare over several earnings, held on the lines of statements: guarantee, caps, budget, in this order, version by version. A line
 * that hangs on one which is not known is not known either, unless nothing could be cut anyway.
 *
 * @internal
 */
import type { PaymentCap } from "../incentives/payment-cap.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { IncentiveExplanation } from "../incentives/programme-answer.js";
import type { ProgrammeBudget, ProgrammeGuarantee } from "../incentives/programme-timetable.js";
import {
  budgetState,
  byCap,
  liftTo,
  servedPart,
  shareRoom,
  tellCap,
  tellReleased,
  tellTerms,
  tellTopUp,
  underCap,
} from "../incentives/term-kit.js";
import { Exact, exact, fixed, rounded, text } from "../kernel/decimal.js";
import type { Result } from "../kernel/result.js";
import type { Ledger } from "./ledger.js";
import type { PlannedProgramme, PlannedWindow } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import type { SettledBudget, SettledTerms, StatementLine, StatementProblem, TermedLine } from "./statement.js";

/** The lines of a member by programme, each in the order of time. */
export type MemberLines = readonly (readonly StatementLine[])[];

/** What is paid of an amount of a line. */
export type PayLine = (
  m: number,
  exactly: Exact,
  amount: string,
  planned: PlannedWindow,
) => Result<Pick<StatementLine, "payable" | "conversion">, StatementProblem>;

export interface HeldTerms {
  readonly lines: ReadonlyMap<number, MemberLines>;
  readonly terms: readonly SettledTerms[];
  /** What a member carries beyond a version, by the version's index. */
  readonly carriedOf: (m: number, at: number) => TermCarry;
}

/** What goes from version to version. */
export interface TermCarry {
  /** `undefined`: not known. */
  readonly surplus: Exact | undefined;
  readonly capped: readonly { readonly capId: string; readonly amount: Exact }[];
}

const ZERO = new Exact(0);
const NO_CARRY: TermCarry = { surplus: ZERO, capped: [] };

/** A line on its way through the terms. */
interface Entry {
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
  readonly cuts: { capId: string; per: "member" | "programme"; cut: string }[];
  topUp: Exact;
  released: Exact;
  refused: Exact;
}

/** What a cap of an earlier version held back, on its way into a line. */
interface Release {
  readonly capId: string;
  readonly m: number;
  readonly target: Entry;
  amount: Exact;
}

/** Whether a budget or a cap of a programme looks at all members together. */
export function sharesTerms({ caps = [], budget }: IncentiveProgramme): boolean {
  return budget !== undefined || caps.some(({ per }) => per === "programme");
}

export function declaresTerms({ caps = [], budget, guarantee }: IncentiveProgramme): boolean {
  return caps.length > 0 || budget !== undefined || guarantee !== undefined;
}

export function holdTerms(ledger: Ledger, facts: ReadFacts, given: ReadonlyMap<number, MemberLines>, pay: PayLine): HeldTerms {
  const { plan } = ledger;
  const members = [...given.keys()];
  const idOf = (m: number) => (plan.policy.members[m] as { readonly id: string }).id;
  const lines = new Map(members.map((m) => [m, [...(given.get(m) as MemberLines)]]));
  const carried = new Map<number, Map<number, TermCarry>>();
  const carriedOf = (m: number, at: number): TermCarry => carried.get(at)?.get(m) ?? carriedInto(m, at);
  const carriedInto = (m: number, at: number): TermCarry => {
    const { before, programme } = plan.programmes[at] as PlannedProgramme;
    return before !== undefined ? carriedOf(m, before) : (facts.openingOf(idOf(m), programme.id) ?? NO_CARRY);
  };
  const terms = new Map<number, SettledTerms>();
  for (const at of plan.order) {
    const entry = plan.programmes[at] as PlannedProgramme;
    const { programme } = entry;
    const waits = members.filter((m) => carriedInto(m, at).capped.length > 0);
    if (!declaresTerms(programme) && waits.length === 0) continue;
    const entries = members.flatMap((m) => {
      const own = (given.get(m) as MemberLines)[at] as readonly StatementLine[];
      return own.map((line, i) => entryOf(entry, line, { m, memberId: idOf(m), i }));
    });
    const surplus = new Map(members.map((m) => [m, carriedInto(m, at).surplus]));
    if (programme.guarantee !== undefined) guarantee(entries, surplus, programme.rounding, programme.guarantee, facts.asOf);
    entries.sort((a, b) => byText(a.planned.lastDay, b.planned.lastDay) || byText(a.memberId, b.memberId) || a.i - b.i);
    const caps = cap(
      entries,
      programme,
      waits.map((m) => ({ m, capped: carriedInto(m, at).capped })),
    );
    const budget = programme.budget === undefined ? null : share(entries, programme, programme.budget);
    const written = new Map<number, StatementLine[]>();
    for (const one of entries) {
      const own = written.get(one.m) ?? [];
      own[one.i] = lineOf(one, programme, pay);
      written.set(one.m, own);
    }
    for (const [m, own] of written) (lines.get(m) as (readonly StatementLine[])[])[at] = own;
    const kept = new Map<number, TermCarry["capped"]>();
    for (const { m, capId, amount } of caps.kept) kept.set(m, addTo(kept.get(m) ?? [], capId, amount));
    carried.set(at, new Map(members.map((m) => [m, { surplus: surplus.get(m), capped: kept.get(m) ?? [] }])));
    if (!declaresTerms(programme)) continue;
    terms.set(at, {
      programmeId: programme.id,
      programmeVersion: programme.version,
      budget,
      withheld: text(caps.kept.reduce((sum, { amount }) => sum.plus(amount), ZERO)),
      forfeited: text(caps.forfeited),
      undetermined: entries.filter(({ problem }) => problem !== undefined).length,
    });
  }
  return { lines, terms: plan.programmes.flatMap((_, at) => terms.get(at) ?? []), carriedOf };
}

function entryOf({ programme, windows }: PlannedProgramme, line: StatementLine, place: Pick<Entry, "m" | "memberId" | "i">): Entry {
  return {
    ...place,
    line,
    planned: windows.find(({ window }) => window.id === line.window.id) as PlannedWindow,
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

/** Lifts windows to the guarantee, each member's in the order of time. One that gives way to another programme guarantees nothing. */
function guarantee(
  entries: readonly Entry[],
  surplus: Map<number, Exact | undefined>,
  { decimals, mode }: IncentiveProgramme["rounding"],
  { amount, basis, paidAt, prorateBy }: ProgrammeGuarantee,
  asOf: string,
): void {
  const unknownIn = new Map<number, string>();
  for (const one of entries) {
    const { line, planned, m } = one;
    const over = planned.window.end <= asOf;
    if ((line.stacked !== undefined && line.stacked.status !== "earns") || (paidAt === "end" && !over)) continue;
    if (one.problem !== undefined) {
      if (basis === "cumulative") unknownIn.set(m, unknownIn.get(m) ?? line.window.id);
      continue;
    }
    const full = servedPart(exact(amount), planned.counted, planned.window, prorateBy);
    const earned = one.amount as Exact;
    const doubt = unknownIn.get(m);
    if (doubt !== undefined && earned.lessThan(full)) {
      one.problem = { code: "settlement.guarantee_undetermined", params: { window: doubt } };
      one.amount = Exact.max(full, ZERO);
      continue;
    }
    const { guarantee: least, topUp, surplus: next } = liftTo(earned, full, surplus.get(m) ?? ZERO, basis);
    surplus.set(m, next);
    if (topUp.isZero()) continue;
    const due = earned.plus(topUp);
    const paid = rounded(due, decimals, mode);
    one.steps.push(tellTopUp(least, topUp));
    if (!paid.equals(due)) one.steps.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(paid.minus(due)) } });
    one.topUp = paid.minus(earned);
    one.amount = paid;
  }
  for (const m of unknownIn.keys()) surplus.set(m, undefined);
}

/** Puts the windows under the caps, earliest first; what earlier versions held back comes last and gets the room that is left. */
function cap(
  entries: readonly Entry[],
  { caps = [], id: programmeId, rounding }: IncentiveProgramme,
  waits: readonly { readonly m: number; readonly capped: TermCarry["capped"] }[],
): { readonly kept: readonly Omit<Release, "target">[]; readonly forfeited: Exact } {
  const kept: Omit<Release, "target">[] = [];
  const releases: Release[] = [];
  let forfeited = ZERO;
  const declared = [...caps].sort(byCap);
  const gone = waits.flatMap(({ capped }) => capped.map(({ capId }) => capId));
  const before = [...new Set(gone)].filter((capId) => !declared.some(({ id, above }) => id === capId && above === "kept")).sort();
  const release = (capId: string) => {
    const last = new Map<number, Entry>();
    if (waits.length > 0) for (const one of entries) if (one.problem === undefined) last.set(one.m, one);
    for (const { m, capped } of waits) {
      const amount = capped.find((one) => one.capId === capId)?.amount;
      if (amount === undefined) continue;
      // without a line to stand on, it goes on waiting
      const target = last.get(m);
      if (target === undefined) kept.push({ capId, m, amount });
      else releases.push({ capId, m, target, amount });
    }
  };
  for (const capId of before) release(capId);
  for (const one of declared) {
    const most = rounded(exact(one.most), rounding.decimals, "down");
    doubtShares(entries, one, most);
    if (one.above === "kept") release(one.id);
    const own = entries.filter(({ problem }) => problem === undefined);
    const late = releases.filter(({ target }) => target.problem === undefined);
    const keyOf = ({ memberId }: Entry) => (one.per === "programme" ? programmeId : memberId);
    const asks = [
      ...own.map((entry) => ({ entry, key: keyOf(entry), asked: entry.amount as Exact, release: undefined })),
      ...late.map((release) => ({ entry: release.target, key: keyOf(release.target), asked: release.amount, release })),
    ];
    const { paid } = underCap(asks, most);
    asks.forEach(({ entry, key, asked, release: late }, i) => {
      const now = paid[i] as Exact;
      const cut = asked.minus(now);
      if (cut.isZero()) return;
      if (one.above === "kept") kept.push({ capId: one.id, m: entry.m, amount: cut });
      else forfeited = forfeited.plus(cut);
      if (late !== undefined) {
        late.amount = now;
        return;
      }
      entry.amount = now;
      entry.steps.push(tellCap(one.id, most, key, cut.negated()));
      entry.cuts.push({ capId: one.id, per: one.per as "member" | "programme", cut: text(cut) });
    });
  }
  for (const { capId, m, target, amount } of releases) {
    if (target.problem !== undefined) kept.push({ capId, m, amount });
    else if (!amount.isZero()) {
      target.amount = (target.amount as Exact).plus(amount);
      target.released = target.released.plus(amount);
      target.steps.push(tellReleased(capId, target.memberId, text(amount)));
    }
  }
  return { kept, forfeited };
}

/** Whatever comes after one that is not known may be cut, unless all together stay within. */
function doubtShares(entries: readonly Entry[], { per }: PaymentCap, most: Exact): void {
  if (entries.every(({ problem }) => problem === undefined)) return;
  const byKey = new Map<number, Entry[]>();
  for (const one of entries) {
    const key = per === "programme" ? 0 : one.m;
    const own = byKey.get(key);
    if (own === undefined) byKey.set(key, [one]);
    else own.push(one);
  }
  for (const own of byKey.values()) {
    const first = own.findIndex(({ problem }) => problem !== undefined);
    if (first < 0 || fits(own, most)) continue;
    doubt(own[first] as Entry, own.slice(first + 1), per);
  }
}

/** Whether everything fits, whatever the unknown ones come to. */
function fits(entries: readonly Entry[], most: Exact): boolean {
  if (entries.some(({ amount }) => amount === undefined)) return false;
  return !entries.reduce((sum, { amount }) => sum.plus(Exact.max(ZERO, amount as Exact)), ZERO).greaterThan(most);
}

/** Its own amount stays the most that it can be. */
function doubt({ memberId, line }: Entry, hang: readonly Entry[], by: "budget" | PaymentCap["per"]): void {
  for (const one of hang) {
    if (one.problem !== undefined || (one.amount as Exact).isZero()) continue;
    one.problem = { code: "settlement.share_undetermined", params: { by, memberId, window: line.window.id } };
    one.amount = Exact.max(ZERO, one.amount as Exact);
  }
}

/** Shares the budget; what members owe asks for nothing and gives nothing back. */
function share(
  entries: readonly Entry[],
  { currency, rounding: { decimals } }: IncentiveProgramme,
  { amount, how, remainder, alertAt }: ProgrammeBudget,
): SettledBudget {
  const room = rounded(exact(amount), decimals, "down");
  const asking = entries.filter((one) => one.problem !== undefined || (one.amount as Exact).greaterThan(0));
  const first = asking.find(({ problem }) => problem !== undefined);
  if (first !== undefined && !fits(asking, room)) {
    const place = asking.indexOf(first);
    const earlier = asking.slice(0, place);
    const spent = earlier.reduce((sum, one) => sum.plus(one.amount as Exact), ZERO);
    // first come: when the earlier ones take all of it, nothing is left for anybody, known or not
    if (how === "pro_rata") doubt(first, asking, "budget");
    else if (spent.lessThan(room)) doubt(first, asking.slice(place + 1), "budget");
  }
  const known = asking.filter(({ problem }) => problem === undefined);
  const asked = known.map((one) => one.amount as Exact);
  const granted = shareRoom(asked, room, { how, decimals, remainder });
  let [used, wanted] = [ZERO, ZERO];
  known.forEach((one, i) => {
    const part = granted[i] as Exact;
    used = used.plus(part);
    wanted = wanted.plus(one.amount as Exact);
    one.refused = (one.amount as Exact).minus(part);
    one.amount = part;
  });
  const { left, consumption, alert } = budgetState(exact(amount), used, exact(alertAt), used.lessThan(wanted));
  const money = (value: Exact) => ({ amount: value.decimalPlaces() > decimals ? text(value) : fixed(value, decimals), currency });
  return { amount: money(exact(amount)), granted: money(used), left: money(left), consumption, alert };
}

function lineOf({ m, line, planned, ...one }: Entry, programme: IncentiveProgramme, pay: PayLine): StatementLine {
  const { currency, budget, rounding } = programme;
  if (one.problem !== undefined) {
    if (line.earned === null) return line;
    const { stacked, gates, withheld, conversion, ...figures } = line;
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

function addTo(list: TermCarry["capped"], capId: string, amount: Exact): TermCarry["capped"] {
  const known = list.find((one) => one.capId === capId)?.amount ?? ZERO;
  const sum = known.plus(amount);
  const rest = list.filter((one) => one.capId !== capId);
  return sum.isZero() ? rest : [...rest, { capId, amount: sum }];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
