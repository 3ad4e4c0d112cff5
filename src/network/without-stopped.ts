/** A network as it is left when participants stop. */
import type { Participant } from "../entities/participant.js";
import { shown } from "../kernel/fault.js";
import { networkFault } from "./network-fault.js";
import { indexNetwork, type OpenNetwork, reachedFrom, sourceIds } from "./open-network.js";

/** @internal */
export interface Stop {
  readonly stopped: ReadonlySet<string>;
  /** What is left, without those who stopped, their relations and their roles. */
  readonly left: OpenNetwork;
  /** Relations of all flows that end with them. */
  readonly lostRelationIds: readonly string[];
  /** Whom goods reached before and no longer reach. */
  readonly cutOff: readonly Participant[];
}

/** Participants that are not in the network are a fault of the caller. @internal */
export function withoutStopped(network: OpenNetwork, stoppedIds: readonly string[], path: string): Stop {
  stoppedIds.forEach((id, i) => {
    if (!network.byId.has(id)) throw networkFault("network.not_a_participant", `${path}[${i}]`, { got: shown(id) });
  });
  const stopped = new Set(stoppedIds);
  const ends = ({ fromId, toId }: { readonly fromId: string; readonly toId: string }) => stopped.has(fromId) || stopped.has(toId);
  const { participants, relations, organisations, territories } = network;
  const left = indexNetwork({
    participants: participants.filter(({ id }) => !stopped.has(id)),
    relations: relations.filter((relation) => !ends(relation)),
    ...(organisations && {
      organisations: organisations.map((one) => ({
        ...one,
        roles: one.roles.filter(({ participantId }) => !stopped.has(participantId)),
      })),
    }),
    ...(territories && { territories }),
  });
  const before = reachedFrom(network, sourceIds(network));
  const after = reachedFrom(left, sourceIds(left));
  return {
    stopped,
    left,
    lostRelationIds: relations.filter(ends).map(({ id }) => id),
    cutOff: left.participants.filter(({ id }) => before.has(id) && !after.has(id)),
  };
}
