import type { Catalogue } from "./message.js";

/** One catalogue after the other: the codes of them all. @internal */
export type JoinedCatalogues<T extends readonly unknown[]> = T extends readonly [infer First, ...infer Rest]
  ? First & JoinedCatalogues<Rest>
  : unknown;

/**
 * Several catalogues as one, which a spread makes as well: for hundreds of codes it takes twenty times as long, and every program that
 * loads a room waits for it.
 *
 * @internal
 */
export function joinCatalogues<const T extends readonly Catalogue[]>(...parts: T): JoinedCatalogues<T> {
  return Object.assign({}, ...parts) as JoinedCatalogues<T>;
}
