/**
 * Sets of lines as sums of scopes. Which lines two programmes share, and which are left when one has used its own, cannot be seen in figures
 * that are added up; but scopes are conjunctions, and what two of them share is a scope again. So every such set is a sum of scopes with signs
 * (what is in A and not in B is A − A∩B), its figures the same sum of figures, and nothing has to be kept of the lines.
 *
 * @internal
 */
import type { LineFilter, LineScope } from "../incentives/programme.js";
import type { FieldList } from "./scope-masks.js";

/** The lines that all of some programmes count. */
export interface ScopeTerm {
  readonly sign: number;
  /** Programmes by index, ascending. */
  readonly of: readonly number[];
}

/** What the terms add up to; no line is in it more than once. */
export type LineSet = readonly ScopeTerm[];

/** Whether any line may be counted by all of some programmes. */
export type Meets = (of: readonly number[]) => boolean;

export function ownSet(programme: number): LineSet {
  return [{ sign: 1, of: [programme] }];
}

/** The lines in both. */
export function sharedSet(a: LineSet, b: LineSet, meets: Meets): LineSet {
  return merged(
    a.flatMap((one) =>
      b.flatMap((other): LineSet => {
        const of = [...new Set([...one.of, ...other.of])].sort((x, y) => x - y);
        return meets(of) ? [{ sign: one.sign * other.sign, of }] : [];
      }),
    ),
  );
}

/** The lines in the first and not in the second. */
export function setWithout(a: LineSet, b: LineSet, meets: Meets): LineSet {
  return merged([...a, ...sharedSet(a, b, meets).map(({ sign, of }) => ({ sign: -sign, of }))]);
}

export function termKey({ of }: ScopeTerm): string {
  return of.join(",");
}

function merged(terms: LineSet): LineSet {
  const byKey = new Map<string, ScopeTerm>();
  for (const term of terms) {
    const key = termKey(term);
    byKey.set(key, { ...term, sign: term.sign + (byKey.get(key)?.sign ?? 0) });
  }
  return [...byKey.values()].filter(({ sign }) => sign !== 0);
}

type Lists = { [name: string]: readonly string[] | undefined };

const FIELDS = ["productIds", "categoryIds", "brandIds", "territoryIds"] as const satisfies readonly FieldList[];

/** The scope of the lines that are in all of the scopes. `undefined`: no line can be. */
export function sharedScope(scopes: readonly LineScope[]): LineScope | undefined {
  const include = scopes.reduce<Lists>((sum, scope) => join(sum, listsOf(scope.include), both), {});
  const exclude = scopes.reduce<Lists>((sum, scope) => join(sum, listsOf(scope.exclude), either), {});
  for (const [name, list] of Object.entries(include)) if (list?.every((item) => exclude[name]?.includes(item))) return undefined;
  return { include: filterOf(include), exclude: filterOf(exclude) };
}

/** An attribute of the host's goes beside the fields under a name that no field has. */
function listsOf(filter: LineFilter | undefined): Lists {
  const own = Object.entries(filter?.attributes ?? {}).map(([name, list]) => [`.${name}`, list] as const);
  return Object.fromEntries([...FIELDS.map((name) => [name, filter?.[name]] as const), ...own]);
}

function filterOf(lists: Lists): LineFilter {
  const own = Object.entries(lists).flatMap(([name, list]) => (name.startsWith(".") && list !== undefined ? [[name.slice(1), list]] : []));
  const fields = Object.fromEntries(FIELDS.flatMap((name) => (lists[name] === undefined ? [] : [[name, lists[name]]])));
  return own.length === 0 ? fields : { ...fields, attributes: Object.fromEntries(own) };
}

function join(a: Lists, b: Lists, of: (a: readonly string[], b: readonly string[]) => readonly string[]): Lists {
  const sum: Lists = { ...a };
  for (const [name, list] of Object.entries(b)) {
    const known = sum[name];
    if (list !== undefined) sum[name] = known === undefined ? list : of(known, list);
  }
  return sum;
}

function both(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((item) => b.includes(item));
}

function either(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
