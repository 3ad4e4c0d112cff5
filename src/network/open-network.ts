/** A network that has been read, with what its questions look up again and again. */
import type { Participant } from "../entities/participant.js";
import type { Network, NetworkRelation } from "./network.js";
import { participantProfiles } from "./participant-profiles.js";
import { readNetwork } from "./read-network.js";

/** @internal */
export interface OpenNetwork extends Network {
  /** Participants by identifier; of two that share one, the first. */
  readonly byId: ReadonlyMap<string, Participant>;
  /** Goods relations between known participants, by giver. */
  readonly goodsFrom: ReadonlyMap<string, readonly NetworkRelation[]>;
  /** The same, by receiver. Goods of suppliers are left out: they come before the channel begins. */
  readonly goodsTo: ReadonlyMap<string, readonly NetworkRelation[]>;
  /** The manufacturers, in the order of the network. A sound network has one. */
  readonly sources: readonly Participant[];
  /** Whether a territory is described, or none is. */
  readonly knowsTerritory: (territoryId: string | undefined) => boolean;
  /** Whether an organisation is described, or none is. */
  readonly knowsOrganisation: (organisationId: string | undefined) => boolean;
  /** Whether the first territory lies in the second, or is it. */
  readonly lies: (territoryId: string, withinId: string) => boolean;
}

/** @internal */
export function openNetwork(value: unknown, path: string): OpenNetwork {
  return indexNetwork(readNetwork(value, path));
}

/** @internal */
export function indexNetwork(network: Network): OpenNetwork {
  const byId = new Map<string, Participant>();
  for (const participant of network.participants) if (!byId.has(participant.id)) byId.set(participant.id, participant);
  const goods = network.relations.filter(
    ({ flow, fromId, toId }) =>
      flow === "goods" && fromId !== toId && byId.has(toId) && byId.has(fromId) && byId.get(fromId)?.kind !== "supplier",
  );
  return {
    ...network,
    byId,
    goodsFrom: groupBy(goods, ({ fromId }) => fromId),
    goodsTo: groupBy(goods, ({ toId }) => toId),
    sources: network.participants.filter(({ kind }) => kind === "manufacturer"),
    knowsTerritory: oneOf(network.territories),
    knowsOrganisation: oneOf(network.organisations),
    lies: territoryTree(network),
  };
}

/** @internal */
export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function oneOf(list: readonly { readonly id: string }[] | undefined): (id: string | undefined) => boolean {
  const ids = new Set<string | undefined>(list?.map(({ id }) => id));
  return (id) => list === undefined || ids.has(id);
}

/** A tree that turns out to be a ring is climbed once round. */
function territoryTree({ territories = [] }: Network): OpenNetwork["lies"] {
  const parents = new Map(territories.map(({ id, parentId }) => [id, parentId]));
  return (territoryId, withinId) => {
    const seen = new Set<string>();
    for (let at: string | undefined = territoryId; at !== undefined && !seen.has(at); at = parents.get(at)) {
      if (at === withinId) return true;
      seen.add(at);
    }
    return false;
  };
}

/** Everyone whom goods reach from these, themselves included, with the relation by which they were first reached. @internal */
export function reachedFrom(network: OpenNetwork, startIds: readonly string[], carries?: (relation: NetworkRelation) => boolean) {
  const reached = new Map<string, NetworkRelation | null>(startIds.map((id) => [id, null]));
  const open = [...startIds];
  for (let i = 0; i < open.length; i++) {
    for (const relation of network.goodsFrom.get(open[i] as string) ?? []) {
      if (reached.has(relation.toId) || carries?.(relation) === false) continue;
      reached.set(relation.toId, relation);
      open.push(relation.toId);
    }
  }
  return reached;
}

/** Identifiers of the manufacturers. @internal */
export function sourceIds(network: OpenNetwork): readonly string[] {
  return network.sources.map(({ id }) => id);
}

/** Whether somebody sells to consumers who are no participants: then goods may end with it. @internal */
export function servesConsumers({ kind }: Participant): boolean {
  return ["retailer", "own_store", "direct_sales", "e_commerce_platform", "social_media"].includes(kind);
}

/** Whether a participant is a reseller of its own: not a part of another one, and not where the goods begin or end. @internal */
export function isIndependent(participant: Participant): boolean {
  if (participant.kind === "e_commerce_platform" || participant.kind === "social_media") return participant.ownerId === undefined;
  const { position } = participantProfiles[participant.kind];
  return position === "intermediary" || position === "project_buyer";
}

/** Everyone from whom goods reach a consumer: the consumers themselves, and who sells to consumers that are no participants. @internal */
export function consumersReached({ participants, goodsTo }: OpenNetwork): ReadonlySet<string> {
  const open = participants.filter((one) => one.kind === "industry_customer" || servesConsumers(one)).map(({ id }) => id);
  const reached = new Set(open);
  for (let i = 0; i < open.length; i++) {
    for (const { fromId } of goodsTo.get(open[i] as string) ?? []) {
      if (reached.has(fromId)) continue;
      reached.add(fromId);
      open.push(fromId);
    }
  }
  return reached;
}
