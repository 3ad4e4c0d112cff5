/**
 * One member's programmes that share sales: window by window, all of them together, by the very order of `combineIncentives`.
 *
 * @internal
 */
import { evaluateProgramme } from "../incentives/compile-programme.js";
import { inKindOf, noMoneyOf } from "../incentives/earned-in-kind.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { IncentiveExplanation, ProgrammeAnswer } from "../incentives/programme-answer.js";
import { type Stacked, stackGroups, tellStacked } from "../incentives/stack-groups.js";
import { fixed, text, ZERO } from "../kernel/decimal.js";
import { err, ok } from "../kernel/result.js";
import type { Carry, KeepCarry } from "./carry.js";
import { doubtCarried } from "./doubt-carried.js";
import { idsOf } from "./figures.js";
import type { Ledger } from "./ledger.js";
import { openingCarry } from "./opening.js";
import type { PlannedClaim, PlannedMember, PlannedProgramme, PlannedStacking, PlannedTerm, PlannedWindow, Stream } from "./plan.js";
import type { ReadFacts } from "./read-facts.js";
import { type SalePart, type SaleParts, spreadSales, unknownSales } from "./spread-sales.js";
import type { StatementLine, StatementProblem } from "./statement.js";
import type { Settled, WindowAnswer } from "./window-answer.js";
import { earnerFigures, type MemberWindow, quotaInOtherUnit, sumFigures, windowOf } from "./window-figures.js";
import { roundsOf } from "./windows-of.js";

/** The lines of a member by programme, in the order of time. `sold` is told what single sales brought to a line, where they are capped. */
export function compileStacking(
  ledger: Ledger,
  facts: ReadFacts,
  stacking: PlannedStacking,
  write: (answer: WindowAnswer) => Settled,
  sold: SaleParts,
): (m: number, keep?: KeepCarry) => readonly (readonly StatementLine[])[] {
  const { programmes } = ledger.plan;
  const { groups, claims } = stacking;

  return (m, keep) => {
    const lines: StatementLine[][] = programmes.map(() => []);
    const carries: (Carry | undefined)[] = [];
    const memberId = (ledger.plan.members[m] as PlannedMember).id;
    const carriedInto = (at: number, now?: ReadonlyMap<number, Settled>): Carry => {
      const { before, programme } = programmes[at] as PlannedProgramme;
      if (carries[at] !== undefined) return carries[at];
      if (before === undefined) return openingCarry(facts, memberId, programme.id);
      return now?.get(before)?.carry ?? carriedInto(before, now);
    };
    for (const { windows, versions } of roundsOf(stacking, m)) {
      const isThere = (at: number): boolean => {
        const planned = windows.get(at);
        return planned !== undefined && (programmes[at] as PlannedProgramme).eligible[m] === 1 && planned.counted.start <= facts.asOf;
      };
      /** Figures, or sale lines, of what the terms add up to; a programme that is not there counts nothing. */
      const runsIn = (terms: readonly PlannedTerm[]) =>
        terms.flatMap(({ sign, of, stream, runs }) => {
          const first = of[0] as number;
          const run = of.every(isThere) ? runs.get(windows.get(first) as PlannedWindow) : undefined;
          return run === undefined ? [] : [{ sign, stream, run, entry: programmes[first] as PlannedProgramme }];
        });
      const figuresIn = (terms: readonly PlannedTerm[]) =>
        sumFigures(runsIn(terms).map(({ sign, stream, run, entry }) => ({ sign, figures: earnerFigures(ledger, m, entry, stream, run) })));
      const idsIn = (terms: readonly PlannedTerm[]): readonly string[] | undefined => {
        const counts = new Map<string, number>();
        for (const { sign, stream, run, entry } of runsIn(terms)) {
          const ids = idsOf(ledger, m, ledger.plan.streams[stream] as Stream, run, entry.sellers);
          if (ids === undefined) return undefined;
          for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + sign);
        }
        return [...counts].flatMap(([id, count]) => (count > 0 ? [id] : [])).sort();
      };

      const keepSales = ({ line }: Settled, parts: readonly SalePart[] | undefined) => {
        if (line !== undefined && parts !== undefined) sold.set(line, parts);
      };

      /** `now`: what the programmes of this very window came to, as far as it is known. */
      const settleRound = (now: ReadonlyMap<number, Settled>): ReadonlyMap<number, Settled> => {
        const measured = new Map<number, Measured>();
        for (const queue of claims.values()) {
          for (const { at, leftTerms } of queue) {
            if (!isThere(at)) continue;
            const entry = programmes[at] as PlannedProgramme;
            const planned = windows.get(at) as PlannedWindow;
            const carry = carriedInto(at, now);
            const window = windowOf(ledger, facts, m, entry, planned, carry, figuresIn(leftTerms));
            if (window.concerned) measured.set(at, { entry, planned, carry, window });
          }
        }
        const measuredOf = ({ at }: PlannedClaim) => measured.get(at) as Measured;
        /** By programme: what single sales brought. */
        const sales = new Map<number, readonly SalePart[]>();
        const found = stackGroups<PlannedClaim, StatementProblem>(groups, {
          claimsOf: (group) => (claims.get(group.id) ?? []).filter(({ at }) => measured.has(at)),
          amountOf: (claim) => measuredOf(claim).window.own.amount,
          sharedBy: (claim, other) => figuresIn(claim.sharedTerms.get(other.at) ?? []).amount,
          answer: (claim, base, taken) => {
            const { entry, planned, carry, window } = measuredOf(claim);
            const wrong = quotaInOtherUnit(window.quota, entry.programme);
            const answer = wrong ?? evaluateProgramme(entry.compiled, { ...window.asked, amount: base.plus(carry.amount) });
            const doubted = doubtCarried(entry.programme, carry, answer);
            const leftOf = () => ({
              left: runsIn(claim.leftTerms),
              taken: taken.map(({ claim: { at }, ...one }) => ({ ...one, runs: runsIn(claim.sharedTerms.get(at) ?? []) })),
            });
            const parts = doubted.ok ? spreadSales(ledger, m, entry, planned, window, carry, leftOf) : undefined;
            if (parts?.ok) sales.set(claim.at, parts.value);
            return parts?.ok === false ? parts : doubted;
          },
        });
        const settled = found.map((one) => {
          const { entry, planned, carry, window } = measuredOf(one.claim);
          const { at, leftTerms, groupId } = one.claim;
          const place = { m, entry, planned, carry, measured: window, ids: idsIn(leftTerms) };
          if ("problem" in one) {
            const written = write({ ...place, answer: err(one.problem) });
            keepSales(
              written,
              unknownSales(ledger, m, entry, planned, () => runsIn(leftTerms)),
            );
            return [at, written] as const;
          }
          const alone = one.answer === undefined ? null : { amount: one.answer.amount, currency: entry.programme.currency };
          const base = one.base === undefined ? null : text(one.base);
          const written = write({
            ...place,
            answer: ok(answerOf(one, carry)),
            stacked: { groupId, status: one.status, to: one.to, alone, base },
          });
          if (one.status === "earns") keepSales(written, sales.get(at));
          return [at, alone === null ? withoutTier(written) : written] as const;
        });
        return new Map(settled);
      };
      // where a version begins within the window of the one before it, that one comes first, and hands on what it carries
      let settled: ReadonlyMap<number, Settled> = new Map();
      for (let pass = 0; pass < versions; pass++) settled = settleRound(settled);
      for (const [at, { line, carry }] of settled) {
        carries[at] = carry;
        if (line !== undefined) lines[at]?.push(line);
      }
    }
    if (keep !== undefined) for (const at of programmes.keys()) keep(at, carriedInto(at));
    return lines;
  };
}

interface Measured {
  readonly entry: PlannedProgramme;
  readonly planned: PlannedWindow;
  readonly carry: Carry;
  readonly window: MemberWindow;
}

/** What one that gives way or is excluded has withheld before stays withheld: it would be lost with the rest. */
function answerOf(one: Stacked<PlannedClaim>, carry: Carry): ProgrammeAnswer {
  const explanation = tellStacked(one);
  const answer = one.answer ?? nothingOf(one.claim.programme, explanation);
  if (one.status === "earns") return { ...answer, explanation };
  const kept = answer.withheld === undefined && carry.withheld.isZero() ? undefined : carry.withheld;
  const amount = fixed(ZERO, one.claim.programme.rounding.decimals);
  const { inKind, ...rest } = answer;
  const nothing = inKind === undefined ? {} : { inKind: { ...inKind, exact: ZERO, quantity: amount } };
  return { ...rest, exact: ZERO, amount: inKind === undefined ? amount : rest.amount, withheld: kept, explanation, ...nothing };
}

/** Of one that gives way or is excluded whatever it comes to. */
function nothingOf(programme: IncentiveProgramme, explanation: IncentiveExplanation): ProgrammeAnswer {
  const kind = inKindOf(programme);
  const amount = noMoneyOf(programme);
  const nothing = {
    exact: ZERO,
    amount,
    currency: programme.currency,
    qualifier: ZERO,
    tier: 0,
    next: null,
    gates: undefined,
    withheld: undefined,
    explanation,
  };
  return kind === undefined ? nothing : { ...nothing, inKind: { of: kind, exact: ZERO, quantity: amount } };
}

/** Which tier it would have reached is not known. */
function withoutTier({ line, carry }: Settled): Settled {
  return { line: line && { ...line, tier: null }, carry };
}
