import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { Network, NetworkFinding, NetworkPolicy, NetworkReview, NetworkVerdict } from "./network.js";
import { openNetwork } from "./open-network.js";
import { readNetworkPolicy } from "./read-network.js";
import { structureChecks } from "./structure-checks.js";

/**
 * Checks the structure of a network: whether it is a channel at all, and what about it is wrong, unknown or worth a look.
 *
 * @remarks
 * Every check is asked, none is skipped: identifiers and references, the tree of territories, roles of organisations, one source,
 * permitted flows, no orphan, no dead end, no circle of goods, nobody isolated, offices within their territories, agents seldom
 * bypassed, obligations served. Where none finds anything, every goods relation lies on a way from the manufacturer to a consumer.
 * One error makes the network `unsound`; otherwise one unknown makes it `undetermined`; warnings leave it `sound`. A direct share
 * of exactly `directShareMost` is still allowed. Goods from suppliers come before the channel and make neither source nor circle.
 *
 * @param network - Participants and relations; organisations and territories where they are described.
 * @param policy - Permitted flows, the share of direct sales that passes no agent by, and customers reserved for the manufacturer.
 * @returns The verdict and the findings, each with its code, place, severity and participants; the working has one line per check.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read; an unknown kind of
 * participant or flow is such a fault.
 *
 * @source S03-04, S03-18, S03-32, S19-01, S19-31, S19-57; clause by clause in the rows of `permittedFlows` and `participantProfiles`.
 *
 * @example A distributor whom nobody supplies
 * ```ts
 * import { checkNetwork, type Network, permittedFlows } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "M", kind: "manufacturer", brandIds: ["B1"] },
 *     { id: "D", kind: "distributor", manufacturerId: "M" },
 *     { id: "C", kind: "industry_customer", industry: "banking" },
 *   ],
 *   relations: [{ id: "R1", flow: "goods", fromId: "D", toId: "C" }],
 * };
 * const policy = { flows: permittedFlows, directShareMost: "0.1", namedAccountIds: [] };
 * const { verdict, findings } = checkNetwork(network, policy).outcome;
 * verdict; // => "unsound"
 * findings.map(({ code, path }) => `${code} ${path}`);
 * // => ["network.orphan participants[1]", "network.orphan participants[2]", "network.dead_end participants[0]", "network.isolated participants[0]"]
 * ```
 *
 * @since 0.1.0
 */
export function checkNetwork(network: Network, policy: NetworkPolicy): Explained<NetworkReview> {
  return readSafely({ network, policy }, () => {
    const open = openNetwork(network, "network");
    const agreed = readNetworkPolicy(policy, "policy");
    const asked = structureChecks.map(([check, find]) => ({ check, findings: find(open, agreed) }));
    const findings = asked.flatMap((one) => one.findings);
    const verdict = verdictOf(findings);
    return {
      outcome: { verdict, findings },
      explanation: {
        code: "network.review",
        params: { verdict, findings: findings.length },
        adds: "findings",
        from: asked.map(({ check, findings }) => ({
          code: "network.checked",
          params: { check, findings: findings.length },
          ...(findings.length > 0 ? { from: findings.map(({ code, params }) => ({ code, params })) } : {}),
        })),
      },
    };
  });
}

function verdictOf(findings: readonly NetworkFinding[]): NetworkVerdict {
  if (findings.some(({ severity }) => severity === "error")) return "unsound";
  return findings.some(({ severity }) => severity === "unknown") ? "undetermined" : "sound";
}
