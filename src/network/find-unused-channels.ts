import type { ParticipantKind } from "../entities/catalogue.js";
import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { recordOf } from "../kernel/read.js";
import type { Network } from "./network.js";
import { openNetwork } from "./open-network.js";
import { participantProfiles } from "./participant-profiles.js";
import type { PermittedFlow } from "./permitted-flows.js";
import { readFlows } from "./read-network.js";

/** Which channels there could be. */
export interface UnusedChannelPolicy {
  /** From whom to whom goods may flow: `permittedFlows`, or the host's own table. */
  readonly flows: readonly PermittedFlow[];
}

/** The kinds of channel that a manufacturer uses, and could. */
export interface ChannelUse {
  /** Kinds that the manufacturer supplies. */
  readonly used: readonly ParticipantKind[];
  /** Kinds that it may supply and does not: candidates for another channel. */
  readonly unused: readonly ParticipantKind[];
}

const readPolicy = recordOf<UnusedChannelPolicy>({ flows: readFlows });

/**
 * Finds the kinds of channel that a manufacturer may supply and does not: where to look when one channel is too few.
 *
 * @remarks
 * Looks at goods that flow straight from the manufacturer or from its offices. Offices themselves are no channel.
 *
 * @param network - Participants and goods relations.
 * @param policy - Permitted flows.
 * @returns Used and unused kinds, each once, in the order of the table.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-109.
 *
 * @example A manufacturer with agents only
 * ```ts
 * import { findUnusedChannels, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [{ id: "M", kind: "manufacturer", brandIds: [] }, { id: "A", kind: "agent", manufacturerId: "M" }],
 *   relations: [{ id: "R1", flow: "goods", fromId: "M", toId: "A" }],
 * };
 * const flows = [{ flow: "goods" as const, from: "manufacturer" as const, to: ["agent", "own_store"] as const }];
 * findUnusedChannels(network, { flows }).outcome; // => { used: ["agent"], unused: ["own_store"] }
 * ```
 *
 * @since 0.1.0
 */
export function findUnusedChannels(network: Network, policy: UnusedChannelPolicy): Explained<ChannelUse> {
  return readSafely({ network, policy }, () => {
    const open = openNetwork(network, "network");
    const { flows } = readPolicy(policy, "policy");
    const givers = [...open.byId.values()].filter(({ kind }) => kind === "manufacturer" || kind === "factory_office");
    const supplied = new Set(givers.flatMap(({ id }) => open.goodsFrom.get(id) ?? []).map(({ toId }) => open.byId.get(toId)?.kind));
    const possible = new Set(
      flows.flatMap(({ flow, from, to }) => (flow === "goods" && (from === "manufacturer" || from === "factory_office") ? to : [])),
    );
    const kinds = [...possible].filter((kind) => kind !== "factory_office" && participantProfiles[kind].position !== "source");
    const used = kinds.filter((kind) => supplied.has(kind));
    const unused = kinds.filter((kind) => !supplied.has(kind));
    return { outcome: { used, unused }, explanation: { code: "network.channel_use", params: { used, unused } } };
  });
}
