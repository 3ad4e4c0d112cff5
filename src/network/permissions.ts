import type { ParticipantKind } from "../entities/catalogue.js";
import type { FlowKind } from "./catalogue.js";
import type { PermittedFlow } from "./permitted-flows.js";

/** Tells whether a flow may run between two kinds. @internal */
export function permissions(flows: readonly PermittedFlow[]): (flow: FlowKind, from: ParticipantKind, to: ParticipantKind) => boolean {
  const pairs = new Set(flows.flatMap(({ flow, from, to }) => to.map((one) => `${flow} ${from} ${one}`)));
  return (flow, from, to) => pairs.has(`${flow} ${from} ${to}`);
}
