/**
 * What programmes that share sales read of the cells: the streams of shared lines, and the days of each window in them.
 *
 * @internal
 */
import type { IncentiveProgramme, LineScope } from "../incentives/programme.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import type { AgreementClasses } from "./agreement-classes.js";
import { type LineSet, type ScopeTerm, sharedScope, termKey } from "./line-sets.js";
import type {
  PlannedClaim,
  PlannedProgramme,
  PlannedStacking,
  PlannedTerm,
  PlannedWindow,
  SlotRun,
  StackRound,
  StreamKind,
} from "./plan.js";
import type { StackClaim, StackPlan } from "./stack-plan.js";

/** Every term that any programme reads, each once. */
export function termsOf(stack: StackPlan | undefined): LineSet {
  const claims = [...(stack?.claims.values() ?? [])].flat();
  const terms = claims.flatMap(({ left, shared }) => [...left, ...[...shared.values()].flat()]);
  return [...new Map(terms.map((term) => [termKey(term), term])).values()];
}

/** The stream of the lines that all programmes of a term count. */
export function sharedKind({ of }: ScopeTerm, programmes: readonly IncentiveProgramme[], own: readonly StreamKind[]): StreamKind {
  const kind = own[of[0] as number] as StreamKind;
  if (of.length === 1) return kind;
  const ways = of.flatMap((at) => own[at]?.saleWays ?? []);
  return {
    ...kind,
    scope: sharedScope(of.map((at) => (programmes[at] as IncentiveProgramme).scope)) as LineScope,
    saleWays: ways.length === 0 ? undefined : [...new Set(ways)].sort(),
  };
}

export function planClaims(
  { groups, claims }: StackPlan,
  planned: readonly PlannedProgramme[],
  streamOfTerm: ReadonlyMap<string, number>,
  runsOf: readonly ((period: Period, of: number) => SlotRun)[],
  classes: AgreementClasses | undefined,
): PlannedStacking {
  const countedBy = planned.map(({ windows }) => windows.map((own) => new Map(own.map(({ window, counted }) => [window.id, counted]))));
  const planTerm = (term: ScopeTerm): PlannedTerm => {
    const stream = streamOfTerm.get(termKey(term)) as number;
    const run = runsOf[stream] as (period: Period, of: number) => SlotRun;
    const runs = new Map<PlannedWindow, SlotRun>();
    const [first, ...rest] = term.of as readonly [number, ...number[]];
    (planned[first] as PlannedProgramme).windows.forEach((own, c) => {
      for (const one of own) {
        const shared = rest.reduce<Period | null>((days, other) => {
          const its = countedBy[other]?.[c]?.get(one.window.id);
          return days === null || its === undefined ? null : intersectPeriods(days, its);
        }, one.counted);
        if (shared !== null) runs.set(one, run(shared, c));
      }
    });
    return { ...term, stream, runs };
  };
  const planClaim = (claim: StackClaim): PlannedClaim => ({
    ...claim,
    leftTerms: claim.left.map(planTerm),
    sharedTerms: new Map([...claim.shared].map(([at, set]) => [at, set.map(planTerm)])),
  });
  return {
    groups,
    claims: new Map([...claims].map(([id, queue]) => [id, queue.map(planClaim)])),
    rounds: Array.from({ length: classes === undefined ? 1 : classes.agreements.length + 1 }, (_, c) => roundsIn(planned, c)),
    classOf: classes?.own,
  };
}

/** The rounds of a class of members, in the order of time. */
function roundsIn(planned: readonly PlannedProgramme[], c: number): readonly StackRound[] {
  const rounds = new Map<string, Map<number, PlannedWindow>>();
  planned.forEach(({ windows, classOf }, at) => {
    for (const one of windows[classOf === undefined ? 0 : c] ?? []) {
      const key = JSON.stringify([one.window.start, one.window.end, one.window.id]);
      const round = rounds.get(key) ?? new Map<number, PlannedWindow>();
      rounds.set(key, round.set(at, one));
    }
  });
  const idOf = (at: number) => (planned[at] as PlannedProgramme).programme.id;
  return [...rounds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, round]) => ({ windows: round, versions: mostVersions([...round.keys()].map(idOf)) }));
}

/** Of one programme. */
function mostVersions(ids: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}
