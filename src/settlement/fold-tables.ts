/**
 * What the hot path reads of a plan, laid out for it.
 *
 * @internal
 */
import type { Plan } from "./plan.js";
import { dayTable } from "./read-figures.js";

export interface FoldTables extends Pick<Plan, "memberOf" | "memberMasks" | "words" | "days"> {
  readonly currency: string;
  /** Dates read before, with their day since the first of the plan; only days of the plan are kept. Null prototype. */
  readonly dayOf: { [date: string]: number | undefined };
  /** Discount rates that were found good, as keys; no more than `MOST_DISCOUNTS`. Null prototype. */
  readonly goodDiscounts: { [rate: string]: true | undefined };
  discountsKept: number;
  /** Whether any programme asks for a product, category, brand or territory. */
  readonly scoped: boolean;
  /** Whether any programme asks for an event or an attribute of the host's. */
  readonly beside: boolean;
  /** Whether some stream adds up something else than the net amount: then every line takes the slow path. */
  readonly careful: boolean;
  /** Whether some programme does something else with a return than to deduct it on its day. */
  readonly returnsVary: boolean;
  readonly events: Plan["events"];
  readonly own: Plan["own"];
  readonly firstYear: number;
  readonly monthStart: Int32Array;
  readonly monthLength: Int32Array;
  readonly productIds: Plan["attributes"]["productIds"];
  readonly categoryIds: Plan["attributes"]["categoryIds"];
  readonly brandIds: Plan["attributes"]["brandIds"];
  readonly territoryIds: Plan["attributes"]["territoryIds"];
}

/** Hosts have few discount rates. What has many is read anew each time. */
export const MOST_DISCOUNTS = 64;

export function foldTables(plan: Plan): FoldTables {
  const { policy, memberOf, memberMasks, words, attributes, events, own, streams, firstDay, days } = plan;
  const { firstYear, monthStart, monthLength } = dayTable(firstDay, days);
  // Written out field by field: a spread gives every object a form of its own, and what the machine made of the hot path for one form is
  // thrown away with it.
  return {
    currency: policy.currency,
    dayOf: Object.create(null),
    goodDiscounts: Object.create(null),
    discountsKept: 0,
    beside: events.used || own.length > 0,
    scoped: Object.values(attributes).some((attribute) => attribute.used),
    careful: streams.some(({ figure, lineMoney }) => figure !== "net" || lineMoney !== undefined),
    returnsVary: streams.some(({ returns }) => returns !== "deduct"),
    events,
    own,
    days,
    memberOf,
    memberMasks,
    words,
    firstYear,
    monthStart,
    monthLength,
    productIds: attributes.productIds,
    categoryIds: attributes.categoryIds,
    brandIds: attributes.brandIds,
    territoryIds: attributes.territoryIds,
  };
}
