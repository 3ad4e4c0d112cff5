/**
 * What the hot path reads of a plan, laid out for it.
 *
 * @internal
 */
import type { Plan } from "./plan.js";
import { dayTable } from "./read-figures.js";
import { type RecentTexts, recentTexts } from "./recent-texts.js";
import type { AttributeMask } from "./scope-masks.js";

export interface FoldTables extends Pick<Plan, "memberOf" | "memberMasks" | "words" | "days"> {
  readonly currency: string;
  /** Dates read before, with their day since the first of the plan; only days of the plan are kept. */
  readonly dates: RecentTexts;
  /** Discount rates that were found good. */
  readonly discounts: RecentTexts;
  /** Whether any programme asks for a product, category, brand or territory. */
  readonly scoped: boolean;
  /** Whether any programme asks for an event or an attribute of the host's. */
  readonly beside: boolean;
  /** Whether some stream adds up something else than the net amount, or keeps single lines: then every line takes the slow path. */
  readonly careful: boolean;
  /** Whether some programme does something else with a return than to deduct it on its day. */
  readonly returnsVary: boolean;
  readonly events: Plan["events"];
  readonly own: Plan["own"];
  readonly firstYear: number;
  readonly monthStart: Int32Array;
  readonly monthLength: Int32Array;
  readonly productIds: SeenAttribute;
  readonly categoryIds: SeenAttribute;
  readonly brandIds: SeenAttribute;
  readonly territoryIds: SeenAttribute;
}

/** An attribute that scopes select by, with the rows of the values that came last. */
export interface SeenAttribute extends AttributeMask {
  readonly recent: RecentTexts;
}

export function foldTables(plan: Plan): FoldTables {
  const { policy, memberOf, memberMasks, words, attributes, events, own, streams, firstDay, days } = plan;
  const { firstYear, monthStart, monthLength } = dayTable(firstDay, days);
  // Written out field by field: a spread gives every object a form of its own, and what the machine made of the hot path for one form is
  // thrown away with it.
  return {
    currency: policy.currency,
    dates: recentTexts(),
    discounts: recentTexts(),
    beside: events.used || own.length > 0,
    scoped: Object.values(attributes).some((attribute) => attribute.used),
    careful: streams.some(({ figure, lineMoney, saleWays }) => figure !== "net" || lineMoney !== undefined || saleWays !== undefined),
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
    productIds: seen(attributes.productIds),
    categoryIds: seen(attributes.categoryIds),
    brandIds: seen(attributes.brandIds),
    territoryIds: seen(attributes.territoryIds),
  };
}

function seen({ used, rowOf, masks }: AttributeMask): SeenAttribute {
  return { used, rowOf, masks, recent: recentTexts() };
}
