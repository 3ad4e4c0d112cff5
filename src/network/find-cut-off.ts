import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { readTexts } from "../kernel/read.js";
import type { Network } from "./network.js";
import { openNetwork } from "./open-network.js";
import { withoutStopped } from "./without-stopped.js";

/** A network, and who stops in it. */
export interface StopFacts {
  /** The network as it was. */
  readonly network: Network;
  /** Participants that stop: blocked, suspended or gone. Each is one of the network. */
  readonly stoppedIds: readonly string[];
}

/** What a stop does to a network. */
export interface NetworkCutOff {
  /** Whom the manufacturer's goods reached before and reach no longer, in the order of the network. Those who stop are not among them. */
  readonly cutOffIds: readonly string[];
  /** Relations of every flow that end with them: services, supervision and the like that somebody else must take over. */
  readonly lostRelationIds: readonly string[];
}

/**
 * Finds who is cut off from the manufacturer's goods when participants stop.
 *
 * @remarks
 * Whoever is still reached another way is not cut off. If the manufacturer stops, everybody is.
 *
 * @param facts - The network and who stops.
 * @returns Who is cut off, and which relations end.
 * @throws LibraryFault `network.not_a_participant`; `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-140.
 *
 * @example Below an agent
 * ```ts
 * import { defaultNetwork, findCutOff } from "qudao/network";
 *
 * findCutOff({ network: defaultNetwork, stoppedIds: ["agent-1"] }).outcome.cutOffIds;
 * // => ["distributor-2", "integrator", "customer-1"]
 * findCutOff({ network: defaultNetwork, stoppedIds: ["agent-2"] }).outcome.cutOffIds; // => []
 * ```
 *
 * @since 0.1.0
 */
export function findCutOff(facts: StopFacts): Explained<NetworkCutOff> {
  return readSafely("facts", () => {
    const { network, stoppedIds } = facts;
    const ids = readTexts(stoppedIds, "facts.stoppedIds");
    const { cutOff, lostRelationIds } = withoutStopped(openNetwork(network, "facts.network"), ids, "facts.stoppedIds");
    const cutOffIds = cutOff.map(({ id }) => id);
    return {
      outcome: { cutOffIds, lostRelationIds },
      explanation: {
        code: "network.cut_off",
        params: { stopped: ids, cutOff: cutOffIds.length, lost: lostRelationIds.length },
        from: cutOff.map(({ id, kind }) => ({ code: "network.cut_off_one", params: { id, kind } })),
      },
    };
  });
}
