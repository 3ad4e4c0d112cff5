import type { ParticipantKind } from "../entities/catalogue.js";
import { entityMessages } from "../entities/messages.js";
import type { Participant } from "../entities/participant.js";
import { readSafely } from "../kernel/check.js";
import type { Words } from "../kernel/message.js";
import type { FlowKind } from "./catalogue.js";
import { networkFlowMessages } from "./flow-messages.js";
import type { Network } from "./network.js";
import { type OpenNetwork, openNetwork } from "./open-network.js";

/** A network as nodes and edges, with words in both languages: what a drawing or graph library takes in. */
export interface NetworkGraph {
  /** Every participant, once. */
  readonly nodes: readonly NetworkNode[];
  /** Every relation between two of them, once. */
  readonly edges: readonly NetworkEdge[];
}

/** One participant. */
export interface NetworkNode {
  /** The participant. */
  readonly id: string;
  /** What it is. */
  readonly kind: ParticipantKind;
  /** Its name, or its identifier where it has none. */
  readonly title: Words;
  /** What it is, in words. */
  readonly kindTitle: Words;
  /** The participant it is a part of: an office of its manufacturer, a store of who runs it. `null`: of none in the network. */
  readonly partOfId: string | null;
  /** The organisation that plays this part. `null`: it stands for itself. */
  readonly organisationId: string | null;
}

/** One relation. */
export interface NetworkEdge {
  /** The relation. */
  readonly id: string;
  /** What flows. */
  readonly flow: FlowKind;
  /** What flows, in words. */
  readonly title: Words;
  /** The node that gives. */
  readonly fromId: string;
  /** The node that receives. */
  readonly toId: string;
}

/**
 * Builds the nodes and edges of a network: its organisation chart as plain JSON.
 *
 * @remarks
 * Every participant is a node, once; of two with one identifier, the first. A relation with an end that is no participant is left out:
 * `checkNetwork` names it.
 *
 * @param network - Participants and relations.
 * @returns Nodes and edges in the order of the network, with words in English and Chinese.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-08.
 *
 * @example The default organisation
 * ```ts
 * import { buildNetworkGraph, defaultNetwork } from "qudao/network";
 *
 * const { nodes, edges } = buildNetworkGraph(defaultNetwork);
 * nodes.length; // => 11
 * nodes[1];
 * // => {
 * //   id: "office", kind: "factory_office", title: { en: "Factory office", zh: "厂家办事处" },
 * //   kindTitle: { en: "factory office", zh: "厂家办事处" }, partOfId: "manufacturer", organisationId: null,
 * // }
 * edges[0]; // => { id: "goods-1", flow: "goods", title: { en: "goods", zh: "货物" }, fromId: "manufacturer", toId: "office" }
 * ```
 *
 * @since 0.1.0
 */
export function buildNetworkGraph(network: Network): NetworkGraph {
  return readSafely("network", () => graphOf(openNetwork(network, "network")));
}

function graphOf({ byId, relations }: OpenNetwork): NetworkGraph {
  return {
    nodes: [...byId.values()].map((one) => ({
      id: one.id,
      kind: one.kind,
      title: one.title ?? { en: one.id, zh: one.id },
      kindTitle: { ...entityMessages[`entities.participant_kind.${one.kind}`] },
      partOfId: partOf(one, byId),
      organisationId: one.organisationId ?? null,
    })),
    edges: relations
      .filter(({ fromId, toId }) => byId.has(fromId) && byId.has(toId))
      .map(({ id, flow, fromId, toId }) => ({ id, flow, title: { ...networkFlowMessages[`network.flow.${flow}`] }, fromId, toId })),
  };
}

function partOf(one: Participant, byId: OpenNetwork["byId"]): string | null {
  const whole = one.kind === "factory_office" ? one.manufacturerId : "ownerId" in one ? one.ownerId : undefined;
  return whole !== undefined && byId.has(whole) && whole !== one.id ? whole : null;
}
