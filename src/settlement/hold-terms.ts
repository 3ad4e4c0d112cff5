/**
 * What programmes declare over several earnings, held on the lines of statements: guarantee, caps, budget, in this order, version by version. A line
 * that hangs on one which is not known is not known either, unless nothing could be cut anyway.
 *
 * @internal
 */
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { ProgrammeBudget, ProgrammeGuarantee } from "../incentives/programme-timetable.js";
import { budgetState, liftTo, servedPart, shareRoom, tellTopUp } from "../incentives/term-kit.js";
import { Exact, exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import { closeSales, openSales } from "./carry-sales.js";
import { holdCaps } from "./hold-caps.js";
import { type SaleAccounts, soldWindows } from "./hold-sale-caps.js";
import type { Ledger } from "./ledger.js";
import type { PlannedMember, PlannedProgramme } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import type { SaleCarry } from "./sale-carry.js";
import type { SaleParts } from "./spread-sales.js";
import type { SettledBudget, SettledTerms, StatementLine } from "./statement.js";
import { doubt, type Entry, entryOf, fits, lineOf, type PayLine, type TermCarry } from "./term-entry.js";

/** The lines of a member by programme, each in the order of time. */
export type MemberLines = readonly (readonly StatementLine[])[];

export interface HeldTerms {
  readonly lines: ReadonlyMap<number, MemberLines>;
  readonly terms: readonly SettledTerms[];
  /** What a member carries beyond a version, by the version's index. */
  readonly carriedOf: (m: number, at: number) => TermCarry;
  /** Where its single sales stand beyond the last version of a programme. */
  readonly salesOf: (m: number, programmeId: string) => readonly SaleCarry[];
}

const NO_CARRY: TermCarry = { surplus: ZERO, capped: [] };

/** Whether a budget or a cap of a programme looks at all members together. */
export function sharesTerms({ caps = [], budget }: IncentiveProgramme): boolean {
  return budget !== undefined || caps.some(({ per }) => per === "programme");
}

export function declaresTerms({ caps = [], budget, guarantee }: IncentiveProgramme): boolean {
  return caps.length > 0 || budget !== undefined || guarantee !== undefined;
}

export function holdTerms(
  ledger: Ledger,
  facts: ReadFacts,
  given: ReadonlyMap<number, MemberLines>,
  pay: PayLine,
  parts: SaleParts,
): HeldTerms {
  const { plan } = ledger;
  const members = [...given.keys()];
  const idOf = (m: number) => (plan.members[m] as PlannedMember).id;
  const lines = new Map(members.map((m) => [m, [...(given.get(m) as MemberLines)]]));
  const carried = new Map<number, Map<number, TermCarry>>();
  const carriedOf = (m: number, at: number): TermCarry => carried.get(at)?.get(m) ?? carriedInto(m, at);
  const carriedInto = (m: number, at: number): TermCarry => {
    const { before, programme } = plan.programmes[at] as PlannedProgramme;
    return before !== undefined ? carriedOf(m, before) : (facts.openingOf(idOf(m), programme.id) ?? NO_CARRY);
  };
  const terms = new Map<number, SettledTerms>();
  const sales = new Map<string, SaleAccounts>();
  const accountsOf = (programmeId: string): SaleAccounts => {
    const own = sales.get(programmeId) ?? openSales(members.map((m) => [idOf(m), facts.openingOf(idOf(m), programmeId)?.sales ?? []]));
    sales.set(programmeId, own);
    return own;
  };
  const closed = new Map<string, ReturnType<typeof closeSales>>();
  const salesOf: HeldTerms["salesOf"] = (m, programmeId) => {
    const rows = closed.get(programmeId) ?? closeSales(accountsOf(programmeId));
    closed.set(programmeId, rows);
    return rows.get(idOf(m)) ?? [];
  };
  for (const at of plan.order) {
    const entry = plan.programmes[at] as PlannedProgramme;
    const { programme } = entry;
    const waits = members.filter((m) => carriedInto(m, at).capped.length > 0 || carriedInto(m, at).cappedOpen !== undefined);
    waits.sort((a, b) => byText(idOf(a), idOf(b)));
    if (!declaresTerms(programme) && waits.length === 0) continue;
    const entries = members.flatMap((m) => {
      const own = (given.get(m) as MemberLines)[at] as readonly StatementLine[];
      return own.map((line, i) => entryOf(entry, line, { m, memberId: idOf(m), i }));
    });
    const surplus = new Map(members.map((m) => [m, carriedInto(m, at)]));
    if (programme.guarantee !== undefined) guarantee(entries, surplus, programme.rounding, programme.guarantee, facts.asOf);
    entries.sort((a, b) => byText(a.planned.lastDay, b.planned.lastDay) || byText(a.memberId, b.memberId) || a.i - b.i);
    const caps = holdCaps(
      entries,
      programme,
      soldWindows(entries, parts),
      accountsOf(programme.id),
      waits.map((m) => ({ m, ...carriedInto(m, at) })),
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
    const carryOf = (m: number): TermCarry => {
      const { surplus: passed, surplusOpen } = surplus.get(m) ?? NO_CARRY;
      return { surplus: passed, surplusOpen, capped: kept.get(m) ?? [], cappedOpen: caps.open.get(m) };
    };
    carried.set(at, new Map(members.map((m) => [m, carryOf(m)])));
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
  return { lines, terms: plan.programmes.flatMap((_, at) => terms.get(at) ?? []), carriedOf, salesOf };
}

/** Lifts windows to the guarantee, each member's in the order of time. One whose gates fail, or that gives way to another programme, guarantees nothing. */
function guarantee(
  entries: readonly Entry[],
  surplus: Map<number, Pick<TermCarry, "surplus" | "surplusOpen">>,
  { decimals, mode }: IncentiveProgramme["rounding"],
  { amount, basis, paidAt, prorateBy }: ProgrammeGuarantee,
  asOf: string,
): void {
  for (const one of entries) {
    const { line, planned, m } = one;
    const over = planned.window.end <= asOf;
    const aside = line.gates === "unmet" || (line.stacked !== undefined && line.stacked.status !== "earns");
    if (aside || (paidAt === "end" && !over)) continue;
    const carry = surplus.get(m) ?? NO_CARRY;
    const doubt = basis === "cumulative" ? carry.surplusOpen : undefined;
    if (one.problem !== undefined) {
      if (basis === "cumulative") surplus.set(m, { surplus: ZERO, surplusOpen: doubt ?? line.window.id });
      continue;
    }
    const full = servedPart(exact(amount), planned.counted, planned.window, prorateBy);
    const earned = one.amount as Exact;
    if (doubt !== undefined && earned.lessThan(full)) {
      one.problem = { code: "settlement.guarantee_undetermined", params: { window: doubt } };
      one.amount = Exact.max(full, ZERO);
      continue;
    }
    const { guarantee: least, topUp, surplus: next } = liftTo(earned, full, carry.surplus, basis);
    surplus.set(m, { surplus: next, surplusOpen: doubt });
    if (topUp.isZero()) continue;
    const due = earned.plus(topUp);
    const paid = rounded(due, decimals, mode);
    one.steps.push(tellTopUp(least, topUp));
    if (!paid.equals(due)) one.steps.push({ code: "incentives.rounding", params: { mode, decimals, amount: text(paid.minus(due)) } });
    one.topUp = paid.minus(earned);
    one.amount = paid;
  }
}

/**
 * Shares the budget. What a member owes asks for nothing and makes no room for others; it is first taken off what the budget refused the member before,
 * so that nobody gives back what it never got.
 */
function share(
  entries: readonly Entry[],
  { currency, rounding: { decimals } }: IncentiveProgramme,
  { amount, how, remainder, alertAt }: ProgrammeBudget,
): SettledBudget {
  const room = rounded(exact(amount), decimals, "down");
  const asking = entries.filter((one) => one.problem !== undefined || (one.amount as Exact).greaterThan(0));
  const first = asking.find(({ problem }) => problem !== undefined);
  const hangs = first !== undefined && !fits(asking, room);
  if (hangs) {
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
  takeOffRefused(entries, hangs ? first : undefined);
  const { left, consumption, alert } = budgetState(exact(amount), used, exact(alertAt), used.lessThan(wanted));
  const money = (value: Exact) => ({ amount: value.decimalPlaces() > decimals ? text(value) : fixed(value, decimals), currency });
  return { amount: money(exact(amount)), granted: money(used), left: money(left), consumption, alert };
}

/** @param hanging - The first that is not known, where shares hang on it. */
function takeOffRefused(entries: readonly Entry[], hanging: Entry | undefined): void {
  const refused = new Map<number, Exact>();
  const open = new Set<number>();
  for (const one of entries) {
    const before = refused.get(one.m) ?? ZERO;
    if (one.problem !== undefined) open.add(one.m);
    else if (!(one.amount as Exact).isNegative()) refused.set(one.m, before.plus(one.refused));
    else if (hanging !== undefined && open.has(one.m)) doubt(hanging, [one], "budget");
    else {
      const back = Exact.min(before, (one.amount as Exact).negated());
      refused.set(one.m, before.minus(back));
      one.amount = (one.amount as Exact).plus(back);
      one.refused = back.negated();
    }
  }
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
