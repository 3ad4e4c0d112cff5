/**
 * Which programmes of a policy share sales, and in which order: compiled once, so that lines are folded as ever and a settlement reads sums.
 *
 * @internal
 */
import { earnerMatches } from "../incentives/earner-matches.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { readGroups } from "../incentives/read-stacking.js";
import { type Claim, comparesGoods, queueOf } from "../incentives/stack-groups.js";
import { stackingFault } from "../incentives/stacking-fault.js";
import type { StackingGroup } from "../incentives/stacking-policy.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { periodsOverlap } from "../kernel/period.js";
import type { AgreementClasses } from "./agreement-classes.js";
import { settlementFault } from "./check-policy.js";
import type { Cut } from "./cut-windows.js";
import { type LineSet, type Meets, ownSet, setWithout, sharedScope, sharedSet } from "./line-sets.js";
import type { AccumulatorPolicy } from "./policy.js";
import { sameData } from "./same-data.js";

/** A programme, and the lines that are left to it. */
export interface StackClaim extends Claim {
  /** The programme by index. */
  readonly at: number;
  readonly groupId: string;
  readonly left: LineSet;
  /** What it shares with each earlier one that lessens its base, by index. */
  readonly shared: ReadonlyMap<number, LineSet>;
}

export interface StackPlan {
  /** By priority. */
  readonly groups: readonly StackingGroup[];
  /** Of each group, in the order of computation. */
  readonly claims: ReadonlyMap<string, readonly StackClaim[]>;
}

/** Each further programme that may use up the same lines doubles the terms. */
const MOST_TERMS = 1024;

/** `cuts`: the windows of each programme, by class of members. */
export function planStacking(
  { stacking, programmes, members }: AccumulatorPolicy,
  cuts: readonly (readonly (readonly Cut[])[])[],
  classes: AgreementClasses | undefined,
): StackPlan | undefined {
  if (stacking === undefined) return undefined;
  const groups = readGroups(stacking, "policy.stacking");
  const places = programmes.map((programme, at) => placeOf(programme, at, groups));
  checkPriorities(places);
  const meets = meetsOf(programmes);
  /** Whether two versions of a programme count days of one window. */
  const shareAWindow = (a: Place, b: Place): boolean => {
    const isEarner = [a, b].map(({ programme }) => earnerMatches(programme.earner));
    const own = members.flatMap((member, m) => (isEarner.every((is) => is(member)) ? [classes?.own[m] as number] : []));
    return [...(runsFromAgreements(a) ? new Set(own) : [0])].some((c) => {
      const ids = new Set(cuts[a.at]?.[c]?.map(({ window }) => window.id));
      return cuts[b.at]?.[c]?.some(({ window }) => ids.has(window.id));
    });
  };
  const queues = new Map(
    groups.map((group) => {
      let used: LineSet = [];
      const own = places.filter(({ groupId }) => groupId === group.id);
      const queue = queueOf(group, own).map((place) => {
        const left = group.combine === "specific_first" ? setWithout(ownSet(place.at), used, meets) : ownSet(place.at);
        used = [...used, ...left];
        if (used.length > MOST_TERMS) throw settlementFault("settlement.stacking_too_wide", pathOf(place.at), { groupId: group.id });
        return { ...place, left };
      });
      return [group.id, queue] as const;
    }),
  );
  const queueFor = (id: string) => queues.get(id) ?? [];
  const claims = groups.map((group) => {
    const outside = group.reducedBy.flatMap(queueFor);
    const queue = queueFor(group.id);
    checkPairs(group, queue, outside, group.excludes.flatMap(queueFor), shareAWindow);
    const planned = queue.map((claim, i): StackClaim => {
      const earlier = group.combine === "reduce_base" ? [...outside, ...queue.slice(0, i)] : outside;
      return { ...claim, shared: new Map(earlier.map((other) => [other.at, sharedSet(claim.left, other.left, meets)])) };
    });
    return [group.id, planned] as const;
  });
  return { groups, claims: new Map(claims) };
}

type Place = Claim & { readonly at: number; readonly groupId: string };

function pathOf(at: number): string {
  return `policy.programmes[${at}].stacking`;
}

function placeOf(programme: IncentiveProgramme, at: number, groups: readonly StackingGroup[]): Place {
  const { stacking, id } = programme;
  if (stacking === undefined) throw settlementFault("settlement.stacking_missing", pathOf(at), { programmeId: shown(id) });
  const { groupId, priority } = stacking;
  const group = groups.find((one) => one.id === groupId);
  if (group === undefined) throw kernelFault("kernel.unknown_row", `${pathOf(at)}.groupId`, { got: shown(groupId) });
  if (comparesGoods(programme, group))
    throw stackingFault("incentives.goods_compared", `${pathOf(at)}.groupId`, { got: shown(id), group: shown(groupId) });
  return { programme, at, groupId, priority };
}

/** Versions of one programme share its place. */
function checkPriorities(places: readonly Place[]): void {
  const owners = new Map<string, string>();
  for (const { programme, at, groupId, priority } of places) {
    const key = JSON.stringify([groupId, priority]);
    const owner = owners.get(key) ?? programme.id;
    if (owner !== programme.id) throw stackingFault("incentives.priority_twice", `${pathOf(at)}.priority`, { got: priority });
    owners.set(key, owner);
  }
}

/** Whether a line may be counted by all: of one event, of the same sellers, in their scopes, on days of all. */
function meetsOf(programmes: readonly IncentiveProgramme[]): Meets {
  return (of) => {
    const all = of.map((at) => programmes[at] as IncentiveProgramme);
    const [first] = all as [IncentiveProgramme];
    return (
      all.every(({ trigger, earner }) => trigger === first.trigger && earner.uplineOfSeller === first.earner.uplineOfSeller) &&
      all.every(({ effective }) => all.every((other) => periodsOverlap(effective, other.effective))) &&
      sharedScope(all.map(({ scope }) => scope)) !== undefined
    );
  };
}

/** Programmes that hang on each other are compared window by window; those that share lines must count each of them in the same window. */
function checkPairs(
  { combine }: StackingGroup,
  queue: readonly Place[],
  outside: readonly Place[],
  excluded: readonly Place[],
  shareAWindow: (a: Place, b: Place) => boolean,
): void {
  const shareWithin = combine === "reduce_base" || combine === "specific_first";
  queue.forEach((one, i) => {
    const before = queue.slice(0, i);
    // what only adds up need not share windows; the versions of one programme hand on to each other in the order of time
    const met = combine === "add" ? before.filter(({ programme }) => programme.id === one.programme.id) : before;
    for (const other of [...outside, ...excluded, ...met]) {
      if (runsFromAgreements(one) === runsFromAgreements(other)) continue;
      const names = { programmeId: one.programme.id, other: other.programme.id };
      throw settlementFault("settlement.stacking_agreement", `policy.programmes[${one.at}].window`, names);
    }
    const within = combine === "add" ? [] : before;
    for (const other of [...outside, ...excluded, ...within]) {
      const [mine, its] = [one.programme, other.programme];
      const names = { programmeId: mine.id, other: its.id };
      const path = `policy.programmes[${one.at}]`;
      if (!sameData(mine.window, its.window)) throw settlementFault("settlement.stacking_windows", `${path}.window`, names);
      const share = outside.includes(other) || (shareWithin && within.includes(other));
      if (share && (mine.returns ?? "deduct") !== (its.returns ?? "deduct"))
        throw settlementFault("settlement.stacking_returns", path, names);
      if (mine.id === its.id && shareAWindow(one, other)) {
        throw settlementFault("settlement.stacking_version", `${path}.effective`, { programmeId: mine.id });
      }
    }
  });
}

function runsFromAgreements({ programme: { window } }: Place): boolean {
  return window.kind === "agreement";
}
