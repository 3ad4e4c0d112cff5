import type { OpenNetwork } from "./open-network.js";

/**
 * One circle of goods out of every knot of them, in the order of the flow, beginning with the participant listed first.
 *
 * Knots are strongly connected components, found by Tarjan's algorithm without recursion; relations to oneself make none.
 *
 * @internal
 */
export function findCircles(network: OpenNetwork): readonly (readonly string[])[] {
  const { participants } = network;
  const order = new Map(participants.map(({ id }, i) => [id, i]));
  const rank = (id: string): number => order.get(id) ?? 0;
  return knotsOf(network)
    .map((knot) => [...knot].sort((a, b) => rank(a) - rank(b)))
    .sort((a, b) => rank(a[0] as string) - rank(b[0] as string))
    .map((knot) => shortestRound(network, knot[0] as string, new Set(knot)));
}

function knotsOf({ participants, goodsFrom }: OpenNetwork): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const knots: (readonly string[])[] = [];

  const enter = (id: string): { readonly id: string; next: number } => {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    path.push(id);
    onPath.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, to: number): void => {
    low.set(id, Math.min(low.get(id) as number, to));
  };

  for (const { id: root } of participants) {
    if (index.has(root)) continue;
    const open = [enter(root)];
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const { id } = frame;
      const to = (goodsFrom.get(id) ?? [])[frame.next++]?.toId;
      if (to !== undefined) {
        if (!index.has(to)) open.push(enter(to));
        else if (onPath.has(to)) lower(id, index.get(to) as number);
        continue;
      }
      open.pop();
      const up = open.at(-1);
      if (up !== undefined) lower(up.id, low.get(id) as number);
      if (low.get(id) !== index.get(id)) continue;
      const knot = path.splice(path.lastIndexOf(id));
      for (const one of knot) onPath.delete(one);
      if (knot.length > 1) knots.push(knot);
    }
  }
  return knots;
}

/** From one of a knot back to it by the fewest relations; within a knot there is a way. */
function shortestRound({ goodsFrom }: OpenNetwork, start: string, knot: ReadonlySet<string>): readonly string[] {
  const cameFrom = new Map<string, string>();
  const open = [start];
  for (let i = 0; i < open.length; i++) {
    const at = open[i] as string;
    for (const { toId } of goodsFrom.get(at) ?? []) {
      if (toId === start) {
        const round: string[] = [];
        for (let back = at; back !== start; back = cameFrom.get(back) as string) round.push(back);
        return [start, ...round.reverse()];
      }
      if (!knot.has(toId) || cameFrom.has(toId)) continue;
      cameFrom.set(toId, at);
      open.push(toId);
    }
  }
  return [start];
}
