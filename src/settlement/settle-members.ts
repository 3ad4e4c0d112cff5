/**
 * The statements of the members asked for, one after the other, and what they carry on.
 *
 * @internal
 */
import { text, ZERO } from "../kernel/decimal.js";
import { addTerms } from "./add-terms.js";
import type { Carry } from "./carry.js";
import { declaresTerms, type HeldTerms, holdTerms, type MemberLines, sharesTerms } from "./hold-terms.js";
import type { Ledger } from "./ledger.js";
import type { PlannedMember, PlannedProgramme } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import type { SaleCarry } from "./sale-carry.js";
import { compileSettlement, type MemberSettlement } from "./settle-member.js";
import type { EarningCarry, SettledTerms, Settlement, Statement } from "./statement.js";
import type { TermCarry } from "./term-entry.js";

/** What is known of all members when the last statement has been given. */
export type MembersTotal = Pick<Settlement, "terms" | "closing">;

/** Members are worked out one by one, and forgotten; all of them before the first statement only where a cap or a budget is of all together. */
export function* settleMembers(ledger: Ledger, facts: ReadFacts, asked: readonly number[]): Generator<Statement, MembersTotal, void> {
  const { plan } = ledger;
  const members = compileSettlement(ledger, facts);
  const programmes = plan.programmes.map(({ programme }) => programme);
  const carrying = lastVersions(plan.programmes).filter(({ carries }) => carries || facts.opens);
  if (carrying.length === 0 && !programmes.some(declaresTerms)) {
    for (const m of asked) {
      const lines = members.listOf(m);
      if (lines.length > 0) yield members.statementOf(m, lines);
    }
    return {};
  }

  const isAsked = new Set(asked);
  let terms: readonly SettledTerms[] | undefined;
  const closing: EarningCarry[] = [];
  for (const group of programmes.some(sharesTerms) ? [plan.policy.members.map((_, m) => m)] : oneByOne(asked)) {
    const settled = settleGroup(ledger, facts, members, group);
    terms = addTerms(terms, settled.held.terms);
    for (const m of group) {
      if (!isAsked.has(m)) continue;
      const lines = (settled.held.lines.get(m) as MemberLines).flat();
      if (lines.length > 0) yield members.statementOf(m, lines);
      closing.push(...closingOf(ledger, facts, settled, m, carrying));
    }
  }
  return { ...(terms === undefined || terms.length === 0 ? {} : { terms }), ...(closing.length === 0 ? {} : { closing }) };
}

/** Nobody is a group too: its terms say that nothing was used. */
function oneByOne(asked: readonly number[]): readonly (readonly number[])[] {
  return asked.length === 0 ? [[]] : asked.map((m) => [m]);
}

interface SettledGroup {
  readonly held: HeldTerms;
  /** What each programme carries on, by member. */
  readonly carries: ReadonlyMap<number, readonly Carry[]>;
}

/** The lines of members that are worked out together, under what their programmes declare over several earnings. */
function settleGroup(ledger: Ledger, facts: ReadFacts, { linesOf, pay, parts }: MemberSettlement, group: readonly number[]): SettledGroup {
  const carries = new Map<number, Carry[]>();
  const given = new Map<number, MemberLines>();
  for (const m of group) {
    const own: Carry[] = [];
    const lines = linesOf(m, (at, carry) => {
      own[at] = carry;
    });
    carries.set(m, own);
    given.set(m, lines);
  }
  return { held: holdTerms(ledger, facts, given, pay, parts), carries };
}

/** What one member carries beyond the last version of each programme. */
function closingOf(
  { plan }: Ledger,
  { openingOf }: ReadFacts,
  { held, carries }: SettledGroup,
  m: number,
  carrying: ReturnType<typeof lastVersions>,
): readonly EarningCarry[] {
  const lines = held.lines.get(m) as MemberLines;
  const { id } = plan.members[m] as PlannedMember;
  return carrying.flatMap(({ at, versions, carries: carriesOnward }) => {
    const { programme } = plan.programmes[at] as PlannedProgramme;
    // what was handed over goes on, whatever the versions here carry
    if (!carriesOnward && openingOf(id, programme.id) === undefined) return [];
    const carry = (carries.get(m) as readonly Carry[])[at] as Carry;
    const open = versions.flatMap((version) => lines[version] ?? []).filter(({ earned }) => earned === null).length;
    const terms = { ...held.carriedOf(m, at), sales: held.salesOf(m, programme.id) };
    return rowOf(id, programme.id, carry, terms, open) ?? [];
  });
}

/** The version of each programme that no other follows, with all that lead to it. */
function lastVersions(programmes: readonly PlannedProgramme[]) {
  const followed = new Set(programmes.map(({ before }) => before));
  return programmes.flatMap((_, at) =>
    followed.has(at) ? [] : [{ at, versions: chainOf(programmes, at), carries: carriesOn(programmes, at) }],
  );
}

function chainOf(programmes: readonly PlannedProgramme[], at: number): readonly number[] {
  const { before } = programmes[at] as PlannedProgramme;
  return before === undefined ? [at] : [...chainOf(programmes, before), at];
}

/** Whether anything can go beyond its last window. */
function carriesOn(programmes: readonly PlannedProgramme[], last: number): boolean {
  return chainOf(programmes, last).some((at) => {
    const { negative, limits, caps = [], guarantee } = (programmes[at] as PlannedProgramme).programme;
    return (
      negative === "carry_forward" ||
      limits.some((limit) => limit.kind === "payment_cap" && limit.refundable === true) ||
      caps.some(({ above, per }) => above === "kept" || per === "sale") ||
      guarantee?.basis === "cumulative"
    );
  });
}

function rowOf(
  memberId: string,
  programmeId: string,
  { of, amount, quantity, measure, withheld }: Carry,
  { surplus, surplusOpen, capped, sales }: TermCarry & { readonly sales: readonly SaleCarry[] },
  undetermined: number,
): EarningCarry | undefined {
  const passed = surplusOpen === undefined ? surplus : ZERO;
  const isNothing = [amount, quantity, measure, withheld, passed].every((one) => one.isZero());
  if (isNothing && capped.length === 0 && sales.length === 0 && undetermined === 0) return undefined;
  return {
    memberId,
    programmeId,
    amount: text(amount),
    quantity: text(quantity),
    ...(of === undefined || measure.isZero() ? {} : { measure: { name: of, value: text(measure) } }),
    withheld: text(withheld),
    surplus: text(passed),
    capped: capped.map((one) => ({ capId: one.capId, amount: text(one.amount) })),
    ...(sales.length === 0 ? {} : { sales }),
    undetermined,
  };
}
