/**
 * What programmes that share sales read of the cells: the streams of shared lines, and the days of each window in them.
 *
 * @internal
 */
import type { IncentiveProgramme, LineScope } from "../incentives/programme.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import { type LineSet, type ScopeTerm, sharedScope, termKey } from "./line-sets.js";
import type { PlannedClaim, PlannedProgramme, PlannedStacking, PlannedTerm, PlannedWindow, SlotRun, StreamKind } from "./plan.js";
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
): PlannedStacking {
  const countedBy = planned.map((entry) => new Map(sharedWindows(entry).map(({ window, counted }) => [window.id, counted])));
  const planTerm = (term: ScopeTerm): PlannedTerm => {
    const stream = streamOfTerm.get(termKey(term)) as number;
    const run = runsOf[stream] as (period: Period, of: number) => SlotRun;
    const runs = new Map<string, SlotRun>();
    const [first, ...rest] = term.of.map((at) => countedBy[at] as ReadonlyMap<string, Period>);
    for (const [id, counted] of first ?? []) {
      const shared = rest.reduce<Period | null>((days, other) => {
        const its = other.get(id);
        return days === null || its === undefined ? null : intersectPeriods(days, its);
      }, counted);
      if (shared !== null) runs.set(id, run(shared, 0));
    }
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
    rounds: roundsOf(planned),
  };
}

function roundsOf(planned: readonly PlannedProgramme[]): readonly ReadonlyMap<number, PlannedWindow>[] {
  const rounds = new Map<string, Map<number, PlannedWindow>>();
  planned.forEach((entry, at) => {
    for (const one of sharedWindows(entry)) {
      const key = JSON.stringify([one.window.start, one.window.end, one.window.id]);
      const round = rounds.get(key) ?? new Map<number, PlannedWindow>();
      rounds.set(key, round.set(at, one));
    }
  });
  return [...rounds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, round]) => round);
}

/** Windows that run from agreements are refused where programmes share sales. */
function sharedWindows({ windows }: PlannedProgramme): readonly PlannedWindow[] {
  return windows[0] as readonly PlannedWindow[];
}
