/** What every structure check is made of. */
import type { MessageParams } from "../../kernel/message.js";
import type { NetworkSeverity } from "../catalogue.js";
import type { StructureCode } from "../messages.js";
import type { NetworkFinding, NetworkPolicy } from "../network.js";
import type { OpenNetwork } from "../open-network.js";

/** Looks at one side of a structure and lists what it notices. Total: it answers for every network that could be read. @internal */
export type StructureCheck = (network: OpenNetwork, policy: NetworkPolicy) => readonly NetworkFinding[];

/** How much each finding matters. */
const severities: { readonly [C in StructureCode]: NetworkSeverity } = {
  "network.duplicate_id": "error",
  "network.unknown_end": "error",
  "network.relation_to_itself": "error",
  "network.no_source": "error",
  "network.several_sources": "error",
  "network.goods_into_source": "error",
  "network.flow_not_permitted": "error",
  "network.orphan": "error",
  "network.dead_end": "warning",
  "network.isolated": "warning",
  "network.goods_cycle": "error",
  "network.unknown_reference": "error",
  "network.office_outside_manufacturer": "error",
  "network.supervision_outside_territory": "error",
  "network.supervision_territory_unknown": "unknown",
  "network.agent_bypassed": "warning",
  "network.bypass_unknown": "unknown",
  "network.territory_ring": "error",
  "network.role_mismatch": "error",
  "network.duty_unserved": "warning",
};

/** @internal */
export function finding(code: StructureCode, path: string, params: MessageParams, participantIds: readonly string[]): NetworkFinding {
  return { code, path, params, severity: severities[code], participantIds };
}
