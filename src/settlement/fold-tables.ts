/**
 * What the hot path reads of a plan, laid out for it.
 *
 * @internal
 */
import type { Plan, Stream } from "./plan.js";
import { dayTable } from "./read-figures.js";

export interface FoldTables extends Pick<Plan, "memberOf" | "memberMasks" | "words" | "days"> {
  readonly currency: string;
  readonly firstYear: number;
  readonly monthStart: Int32Array;
  readonly monthLength: Int32Array;
  readonly productIds: Plan["attributes"]["productIds"];
  readonly categoryIds: Plan["attributes"]["categoryIds"];
  readonly brandIds: Plan["attributes"]["brandIds"];
  readonly territoryIds: Plan["attributes"]["territoryIds"];
  readonly slotOf: readonly Stream["slotOf"][];
  readonly offset: Int32Array;
}

export function foldTables({ policy, memberOf, memberMasks, words, attributes, firstDay, days, streams }: Plan): FoldTables {
  return {
    currency: policy.currency,
    memberOf,
    memberMasks,
    words,
    days,
    ...dayTable(firstDay, days),
    productIds: attributes.productIds,
    categoryIds: attributes.categoryIds,
    brandIds: attributes.brandIds,
    territoryIds: attributes.territoryIds,
    slotOf: streams.map((stream) => stream.slotOf),
    offset: Int32Array.from(streams, (stream) => stream.offset),
  };
}
