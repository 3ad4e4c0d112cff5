/** Who sells which brand in which territory to buyers that do not resell, and by which way the goods came to the seller. */
import type { Participant } from "../entities/participant.js";
import { type OpenNetwork, reachedFrom, servesConsumers } from "./open-network.js";
import { participantProfiles } from "./participant-profiles.js";

/** @internal */
export interface Sale {
  readonly sellerId: string;
  /** `null`: unbranded goods. */
  readonly brandId: string | null;
  /** `undefined`: not known where. */
  readonly territoryId: string | undefined;
  /** From the manufacturer to the seller. */
  readonly participantIds: readonly string[];
}

/** @internal */
export function listSales(network: OpenNetwork): readonly Sale[] {
  return network.sources.flatMap((source) => {
    if (source.kind !== "manufacturer") return [];
    const brands: readonly (string | null)[] = source.brandIds.length === 0 ? [null] : [...new Set(source.brandIds)];
    return brands.flatMap((brandId) => salesOfBrand(network, source.id, brandId));
  });
}

function salesOfBrand(network: OpenNetwork, sourceId: string, brandId: string | null): readonly Sale[] {
  const carries = ({ brandIds }: { readonly brandIds?: readonly string[] | undefined }): boolean =>
    brandIds === undefined || (brandId !== null && brandIds.includes(brandId));
  const reached = reachedFrom(network, [sourceId], carries);
  return [...reached.keys()].flatMap((sellerId) => {
    const seller = network.byId.get(sellerId);
    if (seller === undefined || !resells(seller)) return [];
    const territories = new Set<string | undefined>();
    for (const relation of (network.goodsFrom.get(sellerId) ?? []).filter(carries)) {
      const buyer = network.byId.get(relation.toId);
      if (buyer !== undefined && !resells(buyer)) territories.add(relation.territoryId ?? buyer.territoryId);
    }
    if (territories.size === 0 && servesConsumers(seller) && !network.goodsFrom.has(sellerId)) territories.add(seller.territoryId);
    const participantIds = territories.size === 0 ? [] : wayTo(sellerId, reached);
    return [...territories].map((territoryId) => ({ sellerId, brandId, territoryId, participantIds }));
  });
}

/** Integrators, contractors and customers buy; what they do with the goods is no channel of its own. */
function resells({ kind }: Participant): boolean {
  const { position } = participantProfiles[kind];
  return position === "source" || position === "own" || position === "intermediary";
}

function wayTo(id: string, reached: ReturnType<typeof reachedFrom>): readonly string[] {
  const way = [id];
  for (let by = reached.get(id); by !== null && by !== undefined; by = reached.get(by.fromId)) way.push(by.fromId);
  return way.reverse();
}
