import { checkCount, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { goodsRunInNoCircle } from "./checks/goods-run-in-no-circle.js";
import type { Network } from "./network.js";
import { isIndependent, type OpenNetwork, openNetwork, servesConsumers } from "./open-network.js";

/** One way by which goods go from the manufacturer to a consumer. */
export interface NetworkChannel {
  /** Everybody on the way, from the manufacturer to the last participant. */
  readonly participantIds: readonly string[];
  /** Where it ends: with an industry customer of the network, or with consumers at large, to whom the last participant sells. */
  readonly end: "industry_customer" | "consumers_at_large";
  /** How many independent resellers stand between manufacturer and consumer. 0: a direct channel, without an intermediary. */
  readonly levels: number;
}

/** The channels of a network. */
export interface ChannelList {
  /** Channels, in the order of the relations, at most as many as asked for. */
  readonly channels: readonly NetworkChannel[];
  /** How many there are in all. */
  readonly total: DecimalString;
}

/** How many channels to list. */
export interface ChannelListPolicy {
  /** The most that are listed, 1 to 100,000. There may be far more: ways multiply at every participant. */
  readonly most: number;
}

/** Why a network has no channels that could be listed. */
export type ChannelListProblem = Message<"network.no_source" | "network.several_sources" | "network.goods_cycle">;

const readPolicy = recordOf<ChannelListPolicy>({ most: (value, path) => checkCount(value, path, 1, 100_000) });

/**
 * Lists the channels of a network: every way by which goods go from the manufacturer to a consumer.
 *
 * @remarks
 * A channel ends with an industry customer, or with whoever sells to consumers that are no participants: a retailer, a store, a sales
 * force, a channel on the internet that passes goods on to nobody in the network. A channel may have no intermediary at all: what
 * the manufacturer runs itself counts as none. Ways that end with nobody who consumes are no channels; `checkNetwork` names them.
 *
 * @param network - Participants and goods relations.
 * @param policy - How many to list.
 * @returns The channels and their number.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @errors
 * - `network.no_source` - there is no manufacturer.
 * - `network.several_sources` - there is more than one.
 * - `network.goods_cycle` - goods run in a circle, so that ways have no end.
 *
 * @source S13-01, S17-03, S19-01.
 *
 * @example By an agent, and directly
 * ```ts
 * import { listChannels, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "M", kind: "manufacturer", brandIds: ["B1"] },
 *     { id: "A", kind: "agent", manufacturerId: "M" },
 *     { id: "S", kind: "own_store", ownerId: "M" },
 *     { id: "C", kind: "industry_customer", industry: "banking" },
 *   ],
 *   relations: [
 *     { id: "R1", flow: "goods", fromId: "M", toId: "A" },
 *     { id: "R2", flow: "goods", fromId: "M", toId: "S" },
 *     { id: "R3", flow: "goods", fromId: "A", toId: "C" },
 *   ],
 * };
 * const answer = listChannels(network, { most: 10 });
 * answer.ok && answer.value.outcome.channels;
 * // => [
 * //   { participantIds: ["M", "A", "C"], end: "industry_customer", levels: 1 },
 * //   { participantIds: ["M", "S"], end: "consumers_at_large", levels: 0 },
 * // ]
 * ```
 *
 * @since 0.1.0
 */
export function listChannels(network: Network, policy: ChannelListPolicy): Result<Explained<ChannelList>, ChannelListProblem> {
  return readSafely({ network, policy }, () => {
    const open = openNetwork(network, "network");
    const { most } = readPolicy(policy, "policy");
    const [source, second] = open.sources;
    if (source === undefined) return err({ code: "network.no_source", params: {} });
    if (second !== undefined) return err({ code: "network.several_sources", params: { id: second.id, first: source.id } });
    const [circle] = goodsRunInNoCircle(open, { flows: [], directShareMost: "1", namedAccountIds: [] });
    if (circle !== undefined) return err({ code: "network.goods_cycle", params: circle.params });
    const ways = countWays(open, source.id);
    const channels = walk(open, source.id, ways, most);
    const total = String(ways.get(source.id) ?? 0n);
    return ok({
      outcome: { channels, total },
      explanation: {
        code: "network.channels",
        params: { total, listed: channels.length },
        from: channels.map(({ participantIds, end, levels }) => ({
          code: "network.channel",
          params: { ids: participantIds, end, levels },
        })),
      },
    });
  });
}

/** Whom a participant delivers to, each once. */
function nextOf({ goodsFrom }: OpenNetwork, id: string): readonly string[] {
  return [...new Set((goodsFrom.get(id) ?? []).map(({ toId }) => toId))];
}

function endsWith(network: OpenNetwork, id: string): NetworkChannel["end"] | undefined {
  const participant = network.byId.get(id);
  if (participant === undefined || network.goodsFrom.has(id)) return undefined;
  if (participant.kind === "industry_customer") return "industry_customer";
  return servesConsumers(participant) ? "consumers_at_large" : undefined;
}

/** How many ways lead on from each participant to a consumer, the last ones first. */
function countWays(network: OpenNetwork, sourceId: string): ReadonlyMap<string, bigint> {
  const ways = new Map<string, bigint>();
  const open: { readonly id: string; readonly next: readonly string[]; at: number }[] = [
    { id: sourceId, next: nextOf(network, sourceId), at: 0 },
  ];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const to = frame.next[frame.at++];
    if (to === undefined) {
      const own = endsWith(network, frame.id) === undefined ? 0n : 1n;
      ways.set(
        frame.id,
        frame.next.reduce((sum, id) => sum + (ways.get(id) ?? 0n), own),
      );
      open.pop();
    } else if (!ways.has(to)) open.push({ id: to, next: nextOf(network, to), at: 0 });
  }
  return ways;
}

/** The first ways; only participants from whom a way leads on are entered, so that none is walked in vain. */
function walk(network: OpenNetwork, sourceId: string, ways: ReadonlyMap<string, bigint>, most: number): readonly NetworkChannel[] {
  const channels: NetworkChannel[] = [];
  const open: (readonly string[])[] = [[sourceId]];
  for (let path = open.pop(); path !== undefined && channels.length < most; path = open.pop()) {
    const last = path.at(-1) as string;
    const end = endsWith(network, last);
    if (end !== undefined) channels.push({ participantIds: path, end, levels: levelsOf(network, path) });
    for (const id of [...nextOf(network, last)].reverse()) if ((ways.get(id) ?? 0n) > 0n) open.push([...path, id]);
  }
  return channels;
}

function levelsOf({ byId }: OpenNetwork, path: readonly string[]): number {
  return path.filter((id) => {
    const participant = byId.get(id);
    return participant !== undefined && isIndependent(participant);
  }).length;
}
