/**
 * Whom or what no programme of a set is for, over the host's own lists: single names, and names of several lists together.
 */
import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { intersectPeriods, type Period } from "../kernel/period.js";
import { choiceOf, listOf, optional, type Read, readTexts, recordOf } from "../kernel/read.js";
import type { LintFinding } from "./lint-finding.js";
import type { IncentiveProgramme, LineFilter } from "./programme.js";
import { byName } from "./read-input.js";
import { hasProduct, type ProductPlace } from "./scope-overlap.js";

/** What the host's channel consists of, where it is to be looked for gaps. A list that is absent is not looked at. */
export interface LintCoverage {
  /** `set`: some programme must be for each. `stacking_group`: some programme of the group that the programme declares; where it declares none, as `set`. */
  readonly of: "set" | "stacking_group";
  /** Kinds of members that should earn. */
  readonly kinds?: readonly ParticipantKind[] | undefined;
  /** Their classes. */
  readonly memberClasses?: readonly string[] | undefined;
  /** Their home territories. */
  readonly territoryIds?: readonly string[] | undefined;
  /** Their levels. */
  readonly levels?: readonly string[] | undefined;
  /** Categories on which something should be earned. */
  readonly categoryIds?: readonly string[] | undefined;
  /** Brands. */
  readonly brandIds?: readonly string[] | undefined;
  /** Territories sold to. */
  readonly soldTo?: readonly string[] | undefined;
}

/** @internal */
export const readCoverage: Read<LintCoverage> = recordOf<LintCoverage>({
  of: choiceOf(["set", "stacking_group"]),
  kinds: optional(listOf(choiceOf(participantKinds))),
  memberClasses: optional(readTexts),
  territoryIds: optional(readTexts),
  levels: optional(readTexts),
  categoryIds: optional(readTexts),
  brandIds: optional(readTexts),
  soldTo: optional(readTexts),
});

/** One list, and which of its names a programme is for. */
interface Side {
  readonly list: string;
  readonly names: readonly string[];
  readonly has: (programme: IncentiveProgramme, name: string) => boolean;
}

/** Names of several lists that no programme is for together. */
type Gap = readonly { readonly list: string; readonly values: readonly string[] }[];

/**
 * A gap is named as shortly as it can be: where no programme is for a territory, it is not said again for every kind of member in it. Looked at is every stretch
 * of the programme's term with the programmes that hold in it. Those that name single members are for no kind of them.
 *
 * @internal
 */
export function lintCoverage(
  programme: IncentiveProgramme,
  others: readonly IncentiveProgramme[],
  coverage: LintCoverage | undefined,
  products: readonly ProductPlace[],
): readonly LintFinding[] {
  if (coverage === undefined) return [];
  const groupId = coverage.of === "set" ? undefined : programme.stacking?.groupId;
  const set = [programme, ...others].filter(
    ({ earner, stacking }) => earner.memberIds === undefined && (groupId === undefined || stacking?.groupId === groupId),
  );
  const sides = sidesOf(coverage, products).filter(({ names }) => names.length > 0);
  let searched = sides.length;
  const found: { period: Period; readonly gap: Gap }[] = [];
  const latest = new Map<string, { period: Period; readonly gap: Gap }>();
  for (const period of stretchesOf(programme, set)) {
    const holding = set.filter(({ effective }) => intersectPeriods(effective, period) !== null);
    const { gaps, lists } = gapsOf(sides, holding);
    searched = Math.min(searched, lists);
    for (const gap of gaps) {
      const key = JSON.stringify(gap);
      const before = latest.get(key);
      if (before?.period.end === period.start) before.period = { start: before.period.start, end: period.end };
      else {
        const one = { period, gap };
        found.push(one);
        latest.set(key, one);
      }
    }
  }
  const cut: readonly LintFinding[] =
    searched === sides.length
      ? []
      : [{ severity: "warning", code: "incentives.coverage_cut", path: "", params: { lists: searched, of: sides.length } }];
  const told = found.map(({ period, gap }): LintFinding => {
    const said = gap.map(({ list, values }) => ({
      code: list === "kinds" ? "incentives.gap_kinds" : "incentives.gap",
      params: { list, values: [...values] },
    }));
    const path = gap.every(({ list }) => list in ofMember) ? "earner" : "scope";
    return groupId === undefined
      ? { severity: "warning", code: "incentives.coverage_gap", path, params: { period: { ...period }, gap: said } }
      : { severity: "warning", code: "incentives.group_gap", path, params: { groupId, period: { ...period }, gap: said } };
  });
  return [...told, ...cut];
}

const ofMember = { kinds: true, memberClasses: true, territoryIds: true, levels: true };

function sidesOf(coverage: LintCoverage, products: readonly ProductPlace[]): readonly Side[] {
  const member = (list: keyof typeof ofMember): Side => ({
    list,
    names: coverage[list] ?? [],
    has: ({ earner }, name) => earner[list] === undefined || includes(earner[list], name),
  });
  const line = (list: string, names: readonly string[] | undefined, field: Exclude<keyof LineFilter, "attributes">): Side => ({
    list,
    names: names ?? [],
    has: ({ scope: { include, exclude } }, name) =>
      (include?.[field] === undefined || includes(include[field], name)) && !includes(exclude?.[field], name),
  });
  const places = new Map(products.map((product) => [product.productId, product]));
  const product: Side = {
    list: "productIds",
    names: [...places.keys()],
    has: ({ scope }, name) => hasProduct(scope, places.get(name) as ProductPlace),
  };
  return [
    ...(["kinds", "memberClasses", "territoryIds", "levels"] as const).map(member),
    line("categoryIds", coverage.categoryIds, "categoryIds"),
    line("brandIds", coverage.brandIds, "brandIds"),
    line("soldTo", coverage.soldTo, "territoryIds"),
    product,
  ];
}

function includes(list: readonly string[] | undefined, name: string): boolean {
  return list?.includes(name) ?? false;
}

/** The programme's term, cut wherever a programme of the set begins or ends. */
function stretchesOf({ effective }: IncentiveProgramme, set: readonly IncentiveProgramme[]): readonly Period[] {
  const days = set.flatMap((one) => [one.effective.start, one.effective.end]);
  const inside = days.filter((day) => day > effective.start && day < effective.end);
  const cuts = [...new Set([effective.start, ...inside, effective.end])].sort(byName);
  return cuts.slice(1).map((end, i) => ({ start: cuts[i] as string, end }));
}

/** Names of a list that the same programmes are for, the programmes as bits. */
interface Class {
  readonly values: readonly string[];
  readonly by: bigint;
}

/** `lists`: of how many lists together every gap was found. */
function gapsOf(sides: readonly Side[], holding: readonly IncentiveProgramme[]): { readonly gaps: readonly Gap[]; readonly lists: number } {
  const classes = sides.map(({ names, has }): readonly Class[] => {
    const byBits = new Map<bigint, string[]>();
    for (const name of new Set(names)) {
      const by = holding.reduce((bits, one, i) => (has(one, name) ? bits | (1n << BigInt(i)) : bits), 0n);
      byBits.set(by, [...(byBits.get(by) ?? []), name]);
    }
    return [...byBits].map(([by, values]) => ({ by, values }));
  });
  // a programme that is for no name of some list fills no gap of the others either
  const useful = classes.reduce((bits, side) => bits & side.reduce((any, { by }) => any | by, 0n), (1n << BigInt(holding.length)) - 1n);
  if (useful === 0n) return { gaps: sides.slice(0, 1).map(({ list, names }) => [{ list, values: names }]), lists: sides.length };
  const gaps: Gap[] = [];
  let steps = 0;
  const walk = (size: number, from: number, picked: readonly { readonly list: string; readonly one: Class }[], bits: bigint): void => {
    for (let i = from; i < sides.length; i++) {
      const list = (sides[i] as Side).list;
      for (const one of classes[i] as readonly Class[]) {
        if (++steps > MOST_STEPS) return;
        const both = [...picked, { list, one }];
        const left = bits & one.by;
        if (left !== 0n && both.length < size) walk(size, i + 1, both, left);
        if (left !== 0n || both.length < size || !isShortest(both, useful)) continue;
        gaps.push(both.map(({ list: name, one: { values } }) => ({ list: name, values })));
      }
    }
  };
  // single names first, then two lists together, and so on, so that a search that is cut short has found the plainest gaps
  for (let size = 1; size <= sides.length; size++) {
    walk(size, 0, [], useful);
    if (steps > MOST_STEPS) return { gaps: merged(gaps), lists: size - 1 };
  }
  return { gaps: merged(gaps), lists: sides.length };
}

/** Names that are put together before the search is cut short: more than any channel has, and a moment of time. */
const MOST_STEPS = 200_000;

/** Without any of its names some programme is for the rest. */
function isShortest(picked: readonly { readonly one: Class }[], useful: bigint): boolean {
  return picked.every((left) => picked.reduce((bits, other) => (other === left ? bits : bits & other.one.by), useful) !== 0n);
}

/** Gaps that differ in the names of one list only are one. */
function merged(gaps: readonly Gap[]): readonly Gap[] {
  const byRest = new Map<string, Gap>();
  for (const gap of gaps) {
    const last = gap.length - 1;
    const key = JSON.stringify([gap.slice(0, last), gap[last]?.list]);
    const before = byRest.get(key);
    const values = [...(before?.[last]?.values ?? []), ...(gap[last]?.values ?? [])];
    byRest.set(key, [...gap.slice(0, last), { list: gap[last]?.list ?? "", values }]);
  }
  return [...byRest.values()];
}
