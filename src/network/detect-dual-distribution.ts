import { type ParticipantKind, participantKinds } from "../entities/catalogue.js";
import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { choiceOf, listOf, optional, readText, readTexts, recordOf } from "../kernel/read.js";
import { listSales, type Sale } from "./list-sales.js";
import type { Network } from "./network.js";
import { groupBy, indexNetwork, type OpenNetwork } from "./open-network.js";
import { readNetwork } from "./read-network.js";

/** A network, and which brands are of like products. */
export interface DualDistributionFacts {
  /** Participants and goods relations, with the brands that flow along them and the territories. */
  readonly network: Network;
  /** Products with brand and category. Two brands of one category are essentially the same product. Empty: brands are looked at one by one. */
  readonly products: readonly BrandedProduct[];
}

/** What is looked at of a product. Every `Product` is one. */
export interface BrandedProduct {
  /** The product. */
  readonly id: string;
  /** Its brand. Absent: unbranded. */
  readonly brandId?: string | undefined;
  /** Its category. Absent: in none; it is like no other. */
  readonly categoryId?: string | undefined;
}

/** Which overlaps the manufacturer wants. */
export interface DualDistributionPolicy {
  /** Overlaps that are meant to be. Empty: none is. */
  readonly intended: readonly IntendedOverlap[];
}

/** An overlap that is meant to be: several channels side by side, by plan. */
export interface IntendedOverlap {
  /** The kinds that may sell side by side. */
  readonly kinds: readonly ParticipantKind[];
  /** The territories where they may, each with all that lie in it. Absent: everywhere. */
  readonly territoryIds?: readonly string[] | undefined;
  /** The brands with which they may. Absent: all. */
  readonly brandIds?: readonly string[] | undefined;
}

/** Several channels that compete for the same buyers. */
export interface ChannelOverlap {
  /** `one_brand`: with one brand; `like_products`: with two brands of essentially the same product. */
  readonly form: "one_brand" | "like_products";
  /** The brands. Empty: unbranded goods. */
  readonly brandIds: readonly string[];
  /** The category of the brands. `null`: it is one brand. */
  readonly categoryId: string | null;
  /** Where they meet. */
  readonly territoryId: string;
  /** The ways by which goods come there, two at least, one for each seller and brand. */
  readonly routes: readonly OverlapRoute[];
  /** Whether the policy means it to be. */
  readonly intent: "intended" | "conflict";
}

/** One way by which goods come to a territory. */
export interface OverlapRoute {
  /** Who sells there. */
  readonly sellerId: string;
  /** The brand. `null`: unbranded. */
  readonly brandId: string | null;
  /** Everybody on the way, from the manufacturer to the seller. */
  readonly participantIds: readonly string[];
}

/** Where several channels compete. */
export interface DualDistribution {
  /** Overlaps, by brand and category, then by territory. Empty: none. */
  readonly overlaps: readonly ChannelOverlap[];
  /** Who sells in a territory that is not known, so that it could not be compared. */
  readonly undeterminedIds: readonly string[];
}

const readFacts = recordOf<DualDistributionFacts>({
  network: readNetwork,
  products: listOf(recordOf<BrandedProduct>({ id: readText, brandId: optional(readText), categoryId: optional(readText) })),
});

const readPolicy = recordOf<DualDistributionPolicy>({
  intended: listOf(
    recordOf<IntendedOverlap>({
      kinds: listOf(choiceOf(participantKinds)),
      territoryIds: optional(readTexts),
      brandIds: optional(readTexts),
    }),
  ),
});

/**
 * Detects dual distribution: two or more channels that sell the same brand, or two brands of essentially the same product, in one territory.
 *
 * @remarks
 * A seller is whoever sells to integrators, contractors, customers or consumers at large; integrators and contractors are buyers here.
 * It sells where its buyers are, or where the relation says, and to consumers at large where it is at home. Two meet where the
 * territory of one is that of the other or lies in it; the overlap is told of the smaller. One seller with two brands is one channel.
 * An overlap is intended where one row of the policy covers its kinds, its territory and its brands; every other is a conflict.
 *
 * @param facts - The network, and products with brand and category.
 * @param policy - Overlaps that are meant to be.
 * @returns Overlaps with all their routes, and sellers whose territory is not known.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S05-25.
 *
 * @example An agent, and a store of the manufacturer, in one city
 * ```ts
 * import { detectDualDistribution, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "M", kind: "manufacturer", brandIds: ["B1"] },
 *     { id: "A", kind: "agent", manufacturerId: "M" },
 *     { id: "S", kind: "own_store", ownerId: "M", territoryId: "SH" },
 *     { id: "C", kind: "industry_customer", industry: "banking", territoryId: "SH" },
 *   ],
 *   relations: [
 *     { id: "R1", flow: "goods", fromId: "M", toId: "A" },
 *     { id: "R2", flow: "goods", fromId: "M", toId: "S" },
 *     { id: "R3", flow: "goods", fromId: "A", toId: "C" },
 *   ],
 * };
 * const [overlap] = detectDualDistribution({ network, products: [] }, { intended: [] }).outcome.overlaps;
 * [overlap?.brandIds, overlap?.territoryId, overlap?.intent]; // => [["B1"], "SH", "conflict"]
 * overlap?.routes.map(({ participantIds }) => participantIds); // => [["M", "A"], ["M", "S"]]
 * ```
 *
 * @since 0.1.0
 */
export function detectDualDistribution(facts: DualDistributionFacts, policy: DualDistributionPolicy): Explained<DualDistribution> {
  return readSafely({ facts, policy }, () => {
    const { network: given, products } = readFacts(facts, "facts");
    const { intended } = readPolicy(policy, "policy");
    const network = indexNetwork(given);
    const sales = listSales(network);
    const known = sales.filter((sale) => sale.territoryId !== undefined);
    const undeterminedIds = [...new Set(sales.filter((sale) => sale.territoryId === undefined).map(({ sellerId }) => sellerId))];
    const ofOneBrand = [...groupBy(known, ({ brandId }) => JSON.stringify(brandId))].flatMap(([, some]) =>
      meetingsOf(network, some).map((meeting) => ({ form: "one_brand" as const, categoryId: null, ...meeting })),
    );
    const ofLikeProducts = brandsByCategory(products).flatMap(([categoryId, brands]) =>
      meetingsOf(
        network,
        known.filter(({ brandId }) => brandId !== null && brands.has(brandId)),
      )
        .filter(({ routes }) => routes.some((one) => routes.some((two) => one.sellerId !== two.sellerId && one.brandId !== two.brandId)))
        .map((meeting) => ({ form: "like_products" as const, categoryId, ...meeting })),
    );
    const overlaps = [...ofOneBrand, ...ofLikeProducts].map((overlap): ChannelOverlap => {
      const brandIds = [...new Set(overlap.routes.flatMap(({ brandId }) => brandId ?? []))];
      return { ...overlap, brandIds, intent: intentOf(network, { ...overlap, brandIds }, intended) };
    });
    return {
      outcome: { overlaps, undeterminedIds },
      explanation: {
        code: "network.dual_distribution",
        params: { overlaps: overlaps.length, undetermined: undeterminedIds },
        from: overlaps.map(({ form, brandIds, categoryId, territoryId, routes, intent }) => ({
          code: "network.overlap",
          params: { form, brands: brandIds, category: categoryId, territory: territoryId, intent, routes: routes.length },
          from: routes.map(({ participantIds, brandId }) => ({
            code: "network.overlap_route",
            params: { ids: participantIds, brand: brandId },
          })),
        })),
      },
    };
  });
}

function brandsByCategory(products: readonly BrandedProduct[]): readonly (readonly [string, ReadonlySet<string>])[] {
  const branded = products.filter(({ brandId, categoryId }) => brandId !== undefined && categoryId !== undefined);
  return [...groupBy(branded, ({ categoryId }) => categoryId as string)]
    .map(([categoryId, some]) => [categoryId, new Set(some.map(({ brandId }) => brandId as string))] as const)
    .filter(([, brands]) => brands.size > 1);
}

/** Where two sellers or more meet: each territory somebody sells in, with all who sell there or in one that contains it. */
function meetingsOf(network: OpenNetwork, sales: readonly Sale[]): readonly Pick<ChannelOverlap, "territoryId" | "routes">[] {
  const territories = [...new Set(sales.flatMap(({ territoryId }) => territoryId ?? []))];
  return territories.flatMap((territoryId) => {
    const routes = new Map<string, OverlapRoute>();
    for (const { sellerId, brandId, participantIds, territoryId: where } of sales) {
      if (where !== undefined && network.lies(territoryId, where)) {
        routes.set(JSON.stringify([sellerId, brandId]), { sellerId, brandId, participantIds });
      }
    }
    const all = [...routes.values()];
    return new Set(all.map(({ sellerId }) => sellerId)).size > 1 ? [{ territoryId, routes: all }] : [];
  });
}

function intentOf(
  { byId, lies }: OpenNetwork,
  { routes, territoryId, brandIds }: Pick<ChannelOverlap, "routes" | "territoryId" | "brandIds">,
  intended: readonly IntendedOverlap[],
): ChannelOverlap["intent"] {
  const kinds = routes.flatMap(({ sellerId }) => byId.get(sellerId)?.kind ?? []);
  const isMeant = intended.some(
    (row) =>
      kinds.every((kind) => row.kinds.includes(kind)) &&
      (row.territoryIds === undefined || row.territoryIds.some((id) => lies(territoryId, id))) &&
      (row.brandIds === undefined || brandIds.every((id) => row.brandIds?.includes(id))),
  );
  return isMeant ? "intended" : "conflict";
}
