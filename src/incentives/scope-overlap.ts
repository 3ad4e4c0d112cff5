/**
 * Whether two programmes may count the same line of the same member, and whether a product is in the scope of one.
 *
 * @internal
 */
import type { EarnerFilter, LineFilter, LineScope } from "./programme.js";

type Lists = { readonly [name: string]: readonly string[] | undefined };

/** Lists over the host's own attributes beside the others, under names that cannot be mistaken for them. */
function listsOf({ attributes = {}, ...lists }: LineFilter): Lists {
  const own = Object.entries(attributes).map(([name, list]) => [`attributes.${name}`, list] as const);
  return { ...lists, ...Object.fromEntries(own) };
}

/** Two lists of which both are there must share a name. */
function meet(a: Lists, b: Lists): boolean {
  return Object.keys(a).every((name) => {
    const [left, right] = [a[name], b[name]];
    return left === undefined || right === undefined || left.some((item) => right.includes(item));
  });
}

/** Where one pays the seller and the other its upline, one member never gets both for a sale. */
export function earnersMeet(a: EarnerFilter, b: EarnerFilter): boolean {
  return a.uplineOfSeller === b.uplineOfSeller && meet(singleLists(a), singleLists(b));
}

/** The lists of which a member has one value; of two groups, it may be in both. */
function singleLists({ kinds, memberClasses, territoryIds, levels, memberIds }: EarnerFilter): Lists {
  return { kinds, memberClasses, territoryIds, levels, memberIds };
}

export function scopesMeet(a: LineScope, b: LineScope): boolean {
  return meet(listsOf(a.include ?? {}), listsOf(b.include ?? {})) && !leavesOut(a, b) && !leavesOut(b, a);
}

/** Everything that one includes by some attribute is excluded by the other. */
function leavesOut({ include = {} }: LineScope, { exclude = {} }: LineScope): boolean {
  const outside = listsOf(exclude);
  return Object.entries(listsOf(include)).some(([name, list]) => {
    const out = outside[name];
    return list !== undefined && out !== undefined && list.every((item) => out.includes(item));
  });
}

/** What is known of a product. */
export interface ProductPlace {
  readonly productId: string;
  readonly categoryId?: string | undefined;
  readonly brandId?: string | undefined;
}

export function hasProduct({ include = {}, exclude = {} }: LineScope, product: ProductPlace): boolean {
  const inside = ({ productIds, categoryIds, brandIds }: LineFilter) =>
    [[productIds, product.productId] as const, [categoryIds, product.categoryId] as const, [brandIds, product.brandId] as const].map(
      ([list, value]) => (list === undefined ? undefined : value !== undefined && list.includes(value)),
    );
  return !inside(include).includes(false) && !inside(exclude).includes(true);
}
