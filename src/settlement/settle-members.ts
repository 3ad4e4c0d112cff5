/**
 * The statements of the members asked for, and what they carry on.
 *
 * @internal
 */
import type { IncentiveProgramme } from "../incentives/programme.js";
import { text, ZERO } from "../kernel/decimal.js";
import type { Carry } from "./carry.js";
import { declaresTerms, type HeldTerms, holdTerms, type MemberLines, sharesTerms } from "./hold-terms.js";
import type { Ledger } from "./ledger.js";
import type { PlannedMember, PlannedProgramme } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import { compileSettlement } from "./settle-member.js";
import type { EarningCarry, Settlement, Statement } from "./statement.js";

export function settleMembers(
  ledger: Ledger,
  facts: ReadFacts,
  asked: readonly number[],
): Pick<Settlement, "statements" | "terms" | "closing"> {
  const { plan } = ledger;
  const { linesOf, listOf, statementOf, pay, parts } = compileSettlement(ledger, facts);
  const programmes = plan.programmes.map(({ programme }) => programme);
  const carrying = lastVersions(plan.programmes).filter(({ at }) => carriesOn(plan.programmes, at) || facts.opens);
  const statements: Statement[] = [];
  if (carrying.length === 0 && !programmes.some(declaresTerms)) {
    for (const m of asked) {
      const lines = listOf(m);
      if (lines.length > 0) statements.push(statementOf(m, lines));
    }
    return { statements };
  }

  const shared = programmes.some(sharesTerms);
  const computed = shared ? plan.policy.members.map((_, m) => m) : asked;
  const carries = new Map<number, Carry[]>();
  const given = new Map<number, MemberLines>();
  for (const m of computed) {
    const own: Carry[] = [];
    const lines = linesOf(m, (at, carry) => {
      own[at] = carry;
    });
    carries.set(m, own);
    given.set(m, lines);
  }
  const held = holdTerms(ledger, facts, given, pay, parts);
  const closing: EarningCarry[] = [];
  for (const m of asked) {
    const own = held.lines.get(m) as MemberLines;
    const lines = own.flat();
    if (lines.length > 0) statements.push(statementOf(m, lines));
    const memberId = (plan.members[m] as PlannedMember).id;
    for (const { at, versions } of carrying) {
      const carry = (carries.get(m) as readonly Carry[])[at] as Carry;
      const open = versions.flatMap((version) => own[version] ?? []).filter(({ earned }) => earned === null).length;
      const row = rowOf(memberId, (programmes[at] as IncentiveProgramme).id, carry, held.carriedOf(m, at), open);
      if (row !== undefined) closing.push(row);
    }
  }
  return {
    statements,
    ...(held.terms.length === 0 ? {} : { terms: held.terms }),
    ...(closing.length === 0 ? {} : { closing }),
  };
}

/** The version of each programme that no other follows, with all that lead to it. */
function lastVersions(programmes: readonly PlannedProgramme[]) {
  const followed = new Set(programmes.map(({ before }) => before));
  return programmes.flatMap((_, at) => (followed.has(at) ? [] : [{ at, versions: chainOf(programmes, at) }]));
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
      caps.some(({ above }) => above === "kept") ||
      guarantee?.basis === "cumulative"
    );
  });
}

function rowOf(
  memberId: string,
  programmeId: string,
  { of, amount, quantity, measure, withheld }: Carry,
  { surplus, surplusOpen, capped }: ReturnType<HeldTerms["carriedOf"]>,
  undetermined: number,
): EarningCarry | undefined {
  const passed = surplusOpen === undefined ? surplus : ZERO;
  if ([amount, quantity, measure, withheld, passed].every((one) => one.isZero()) && capped.length === 0 && undetermined === 0) {
    return undefined;
  }
  return {
    memberId,
    programmeId,
    amount: text(amount),
    quantity: text(quantity),
    ...(of === undefined || measure.isZero() ? {} : { measure: { name: of, value: text(measure) } }),
    withheld: text(withheld),
    surplus: text(passed),
    capped: capped.map((one) => ({ capId: one.capId, amount: text(one.amount) })),
    undetermined,
  };
}
