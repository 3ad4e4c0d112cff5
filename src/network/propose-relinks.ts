import type { Participant } from "../entities/participant.js";
import { checkCount, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { readTexts, recordOf } from "../kernel/read.js";
import type { StopFacts } from "./find-cut-off.js";
import type { Network, NetworkRelation } from "./network.js";
import { type OpenNetwork, openNetwork, reachedFrom, sourceIds } from "./open-network.js";
import { permissions } from "./permissions.js";
import type { PermittedFlow } from "./permitted-flows.js";
import { readFlows } from "./read-network.js";
import { type Stop, withoutStopped } from "./without-stopped.js";

/** What may be proposed. */
export interface RelinkPolicy {
  /** From whom to whom goods may flow: `permittedFlows`, or the host's own table. */
  readonly flows: readonly PermittedFlow[];
  /** How many other suppliers are named beside the one proposed, 0 to 1000. */
  readonly alternativesMost: number;
}

/** A new goods relation for somebody who is cut off. */
export interface RelinkProposal {
  /** Who is cut off. */
  readonly participantId: string;
  /** The relation proposed. Its amount is not known. */
  readonly relation: NetworkRelation;
  /** Who supplied it before and stops. Empty: its suppliers are cut off themselves, and could not be helped. */
  readonly insteadOfIds: readonly string[];
  /** Others who could supply it, best first. */
  readonly alternativeIds: readonly string[];
}

/** How to lead a channel round those who stop. */
export interface Relinking {
  /** Whom the manufacturer's goods reach no longer. */
  readonly cutOffIds: readonly string[];
  /** New relations; with them goods reach everybody again who is not unserved. Whoever is supplied by one of those needs none. */
  readonly proposals: readonly RelinkProposal[];
  /** Who stays cut off: nobody may supply it. */
  readonly unservedIds: readonly string[];
  /** The network as it would be: without those who stop, with the proposals. To be checked and looked at, not yet agreed. */
  readonly network: Network;
}

const readPolicy = recordOf<RelinkPolicy>({ flows: readFlows, alternativesMost: (value, path) => checkCount(value, path, 0, 1000) });

/**
 * Proposes new goods relations for those who are cut off when participants stop, among the flows that are permitted.
 *
 * @remarks
 * First those whom a stopped participant supplied are linked anew, and with them all below them; then whoever is still cut off. A
 * supplier is somebody whom goods reach and who does not itself get them from the one to be supplied, so that no circle comes about. Of
 * several, the order is: of the same territory before unknown before another; of the kind that stopped; the manufacturer
 * itself last; the order of the network. Proposals are goods relations only: services, supervision and agreements follow from them.
 *
 * @param facts - The network and who stops.
 * @param policy - Permitted flows, and how many alternatives to name.
 * @returns Who is cut off, proposals, who stays unserved, and the network as it would be.
 * @throws LibraryFault `network.not_a_participant`; `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-140.
 *
 * @example The office takes over from an agent
 * ```ts
 * import { defaultNetwork, permittedFlows, proposeRelinks } from "qudao/network";
 *
 * const facts = { network: defaultNetwork, stoppedIds: ["agent-1"] };
 * const { proposals, unservedIds } = proposeRelinks(facts, { flows: permittedFlows, alternativesMost: 1 }).outcome;
 * proposals.map(({ participantId, relation }) => `${relation.fromId} → ${participantId}`); // => ["office → distributor-2"]
 * unservedIds; // => []
 * ```
 *
 * @since 0.1.0
 */
export function proposeRelinks(facts: StopFacts, policy: RelinkPolicy): Explained<Relinking> {
  return readSafely({ facts, policy }, () => {
    const { network: given, stoppedIds } = facts;
    const network = openNetwork(given, "facts.network");
    const ids = readTexts(stoppedIds, "facts.stoppedIds");
    const agreed = readPolicy(policy, "policy");
    const stop = withoutStopped(network, ids, "facts.stoppedIds");
    const { proposals, unservedIds } = propose(network, stop, agreed);
    const cutOffIds = stop.cutOff.map(({ id }) => id);
    return {
      outcome: { cutOffIds, proposals, unservedIds, network: relinked(stop, proposals) },
      explanation: {
        code: "network.relinking",
        params: { stopped: ids, cutOff: cutOffIds, unserved: unservedIds },
        from: proposals.map(({ participantId, relation, insteadOfIds }) => ({
          code: "network.relink",
          params: { id: participantId, from: relation.fromId, insteadOf: insteadOfIds },
        })),
      },
    };
  });
}

function propose(
  network: OpenNetwork,
  stop: Stop,
  { flows, alternativesMost }: RelinkPolicy,
): Pick<Relinking, "proposals" | "unservedIds"> {
  const { stopped, left, cutOff } = stop;
  const suppliersOf = supplierRanking(left, flows);
  const reached = new Set(reachedFrom(left, sourceIds(left)).keys());
  const names = new Set(network.relations.map(({ id }) => id));
  const proposals: RelinkProposal[] = [];
  const lost = ({ id }: Participant): readonly NetworkRelation[] =>
    (network.goodsTo.get(id) ?? []).filter(({ fromId }) => stopped.has(fromId));
  const inTurn = [...cutOff.filter((one) => lost(one).length > 0), ...cutOff.filter((one) => lost(one).length === 0)];
  const link = (one: Participant): boolean => {
    const below = reachedFrom(left, [one.id]);
    const insteadOfIds = [...new Set(lost(one).map(({ fromId }) => fromId))];
    const fit: string[] = [];
    for (const id of suppliersOf(one, new Set(insteadOfIds.map((id) => network.byId.get(id)?.kind)))) {
      if (fit.length > alternativesMost) break;
      if (reached.has(id) && !below.has(id)) fit.push(id);
    }
    const [best, ...alternativeIds] = fit;
    if (best === undefined) return false;
    const relation = { id: nameOf(best, one.id, names), flow: "goods" as const, fromId: best, toId: one.id, ...brandsOf(lost(one)) };
    proposals.push({ participantId: one.id, relation, insteadOfIds, alternativeIds });
    for (const id of below.keys()) reached.add(id);
    return true;
  };
  // whoever is linked may supply those for whom there was nobody before
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (const one of inTurn) if (!reached.has(one.id) && link(one)) isMore = true;
  }
  return { proposals, unservedIds: cutOff.filter(({ id }) => !reached.has(id)).map(({ id }) => id) };
}

/** Who may supply somebody, best first, whether goods reach them or not. Ranked once for all who are alike. */
function supplierRanking(left: OpenNetwork, flows: readonly PermittedFlow[]) {
  const permitted = permissions(flows);
  const ranked = new Map<string, readonly string[]>();
  return (one: Participant, stoppedKinds: ReadonlySet<string | undefined>): readonly string[] => {
    const alike = JSON.stringify([one.kind, one.territoryId, ...stoppedKinds]);
    const known = ranked.get(alike);
    if (known !== undefined) return known;
    const ids = left.participants
      .filter(({ kind }) => permitted("goods", kind, one.kind))
      .map((from) => ({
        id: from.id,
        rank: [distance(left, from, one), stoppedKinds.has(from.kind) ? 0 : 1, from.kind === "manufacturer" ? 1 : 0],
      }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
      .map(({ id }) => id);
    ranked.set(alike, ids);
    return ids;
  };
}

/** 0: one territory lies in the other; 1: not known; 2: they are apart. */
function distance({ lies }: OpenNetwork, a: Participant, b: Participant): number {
  if (a.territoryId === undefined || b.territoryId === undefined) return 1;
  return lies(a.territoryId, b.territoryId) || lies(b.territoryId, a.territoryId) ? 0 : 2;
}

/** Equal ranks keep the order of the network: sorting is stable. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}

function nameOf(fromId: string, toId: string, names: Set<string>): string {
  const stem = `${fromId}>${toId}`;
  let name = stem;
  for (let n = 2; names.has(name); n++) name = `${stem}#${n}`;
  names.add(name);
  return name;
}

/** The brands that came by the relations that end; where one of them carried all, all. */
function brandsOf(relations: readonly NetworkRelation[]): { readonly brandIds?: readonly string[] } {
  const brands = relations.map(({ brandIds }) => brandIds);
  if (brands.length === 0 || brands.includes(undefined)) return {};
  return { brandIds: [...new Set(brands.flatMap((ids) => ids ?? []))] };
}

/** Whoever had a stopped participant above it has its new supplier there, or nobody. */
function relinked({ stopped, left }: Stop, proposals: readonly RelinkProposal[]): Network {
  const { organisations, territories } = left;
  const suppliers = new Map(proposals.map(({ participantId, relation }) => [participantId, relation.fromId]));
  return {
    participants: left.participants.map((one) => {
      if (one.uplineId === undefined || !stopped.has(one.uplineId)) return one;
      const { uplineId: _, ...rest } = one;
      const uplineId = suppliers.get(one.id);
      return (uplineId === undefined ? rest : { ...rest, uplineId }) as Participant;
    }),
    relations: [...left.relations, ...proposals.map(({ relation }) => relation)],
    ...(organisations && { organisations }),
    ...(territories && { territories }),
  };
}
