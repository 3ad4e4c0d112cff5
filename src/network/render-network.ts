import { mermaidText } from "../engine/mermaid.js";
import { readSafely } from "../kernel/check.js";
import type { Language } from "../kernel/message.js";
import { choiceOf, listOf, optional, recordOf } from "../kernel/read.js";
import { buildNetworkGraph, type NetworkEdge, type NetworkNode } from "./build-network-graph.js";
import { type FlowKind, flowKinds } from "./catalogue.js";
import type { Network } from "./network.js";
import { groupBy } from "./open-network.js";

/** How a network is drawn. */
export interface NetworkDrawing {
  /** Language of names and labels. */
  readonly language: Language;
  /** The flows that are drawn. Absent: all. */
  readonly flows?: readonly FlowKind[] | undefined;
}

const readDrawing = recordOf<NetworkDrawing>({ language: choiceOf(["en", "zh"]), flows: optional(listOf(choiceOf(flowKinds))) });

/**
 * Draws a network as a Mermaid flow chart, so that the organisation chart in a document is printed from the data.
 *
 * @remarks
 * Every participant is drawn once, with its name and what it is; whoever has parts is drawn with them in one frame, an office within its
 * manufacturer. Goods are solid arrows, everything else dotted ones with a label. Characters with a meaning in Mermaid are escaped.
 *
 * @param network - Participants and relations.
 * @param drawing - Language and flows.
 * @returns Lines joined by `\n`, without a final line end.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-08.
 *
 * @example An agent and who influences its customer
 * ```ts
 * import { type Network, renderNetwork } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "A", kind: "agent", manufacturerId: "M", title: { en: "Blue Sky", zh: "蓝天" } },
 *     { id: "I", kind: "system_integrator" },
 *   ],
 *   relations: [
 *     { id: "R1", flow: "goods", fromId: "A", toId: "I" },
 *     { id: "R2", flow: "service", fromId: "A", toId: "I" },
 *   ],
 * };
 * renderNetwork(network, { language: "zh" }).split("\n");
 * // => ["flowchart TD", "  n0[\"蓝天<br/>代理商\"]", "  n1[\"I<br/>系统集成商\"]", "  n0 --> n1", "  n0 -.->|服务| n1"]
 * ```
 *
 * @since 0.1.0
 */
export function renderNetwork(network: Network, drawing: NetworkDrawing): string {
  return readSafely({ network, drawing }, () => {
    const { nodes, edges } = buildNetworkGraph(network);
    const { language, flows = flowKinds } = readDrawing(drawing, "drawing");
    const names = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
    const frames = groupBy(nodes, topsOf(nodes));
    const labelled = (node: NetworkNode): string => `${names.get(node.id)}["${labelOf(node, language)}"]`;
    const drawn = (top: NetworkNode): readonly string[] => {
      const own = frames.get(top.id) ?? [];
      if (own.length < 2) return own.map((node) => `  ${labelled(node)}`);
      const frame = `  subgraph g${names.get(top.id)}["${mermaidText(top.title[language])}"]`;
      return [frame, ...own.map((node) => `    ${labelled(node)}`), "  end"];
    };
    const arrow = ({ fromId, toId, flow, title }: NetworkEdge): string => {
      const label = flow === "goods" ? " -->" : ` -.->|${mermaidText(title[language])}|`;
      return `  ${names.get(fromId)}${label} ${names.get(toId)}`;
    };
    return ["flowchart TD", ...nodes.flatMap(drawn), ...edges.filter(({ flow }) => flows.includes(flow)).map(arrow)].join("\n");
  });
}

/** The outermost of which each is a part; itself, where it is of none, or where the parts go round in a ring. */
function topsOf(nodes: readonly NetworkNode[]): (node: NetworkNode) => string {
  const whole = new Map(nodes.map(({ id, partOfId }) => [id, partOfId]));
  const tops = new Map<string, string>();
  return ({ id }) => {
    const climb: string[] = [];
    const climbed = new Set<string>();
    let at = id;
    while (!tops.has(at) && !climbed.has(at)) {
      climb.push(at);
      climbed.add(at);
      at = whole.get(at) ?? at;
    }
    const isRing = !tops.has(at) && typeof whole.get(at) === "string";
    for (const one of climb) tops.set(one, isRing ? one : (tops.get(at) ?? at));
    return tops.get(id) as string;
  };
}

/** What it is goes without saying where the name says it. */
function labelOf({ title, kindTitle }: NetworkNode, language: Language): string {
  const [name, kind] = [title[language], kindTitle[language]];
  return (name.toLowerCase() === kind.toLowerCase() ? [name] : [name, kind]).map(mermaidText).join("<br/>");
}
