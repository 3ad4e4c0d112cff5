import { checkCount, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { recordOf } from "../kernel/read.js";
import type { Network } from "./network.js";
import { type OpenNetwork, openNetwork } from "./open-network.js";

/** Customers that follow somebody's advice, and have nobody who advises them. */
export interface IntegratorLeads {
  /** Guided customers whom nobody influences, in the order of the network. */
  readonly leads: readonly IntegratorLead[];
  /** Customers whose way of buying is not known: they may be leads as well. */
  readonly undeterminedIds: readonly string[];
}

/** A customer whom an integrator or contractor could guide. */
export interface IntegratorLead {
  /** The customer. */
  readonly customerId: string;
  /** Who could guide it, as many as asked for. Empty: nobody of its territory. */
  readonly candidates: readonly IntegratorCandidate[];
}

/** An integrator or contractor who could guide a customer. */
export interface IntegratorCandidate {
  /** The integrator or contractor. */
  readonly participantId: string;
  /** `same`: one of the two territories lies in the other; `unknown`: a territory is not known. Others are no candidates. */
  readonly territory: "same" | "unknown";
}

/** How many integrators and contractors to name. */
export interface IntegratorLeadPolicy {
  /** The most that are named for one customer, 0 to 1000. */
  readonly candidatesMost: number;
}

const readPolicy = recordOf<IntegratorLeadPolicy>({ candidatesMost: (value, path) => checkCount(value, path, 0, 1000) });

/**
 * Finds customers who follow a specifier's advice and have none: leads for integrators and contractors.
 *
 * @remarks
 * Consumers of technical products mostly buy guided: an integrator, a contractor, an office or the manufacturer influences what they
 * choose. A guided customer to whom no influence relation leads is a lead. A customer whose way of buying is not known is named apart.
 *
 * @param network - Participants and their influence relations.
 * @param policy - How many candidates to name.
 * @returns Leads with candidates, those of the same territory first, and customers that cannot be judged.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S03-27.
 *
 * @example A bank that nobody advises
 * ```ts
 * import { findIntegratorLeads, type Network } from "qudao/network";
 *
 * const network: Network = {
 *   participants: [
 *     { id: "I", kind: "system_integrator", territoryId: "SH" },
 *     { id: "C1", kind: "industry_customer", industry: "banking", buyingMode: "guided", territoryId: "SH" },
 *     { id: "C2", kind: "industry_customer", industry: "banking", buyingMode: "guided", territoryId: "SH" },
 *   ],
 *   relations: [{ id: "R1", flow: "influence", fromId: "I", toId: "C2" }],
 * };
 * findIntegratorLeads(network, { candidatesMost: 5 }).outcome.leads; // => [{ customerId: "C1", candidates: [{ participantId: "I", territory: "same" }] }]
 * ```
 *
 * @since 0.1.0
 */
export function findIntegratorLeads(network: Network, policy: IntegratorLeadPolicy): Explained<IntegratorLeads> {
  return readSafely({ network, policy }, () => {
    const open = openNetwork(network, "network");
    const { candidatesMost } = readPolicy(policy, "policy");
    const near = candidatesNear(open);
    const influenced = new Set(
      open.relations.filter(({ flow, fromId }) => flow === "influence" && open.byId.has(fromId)).map(({ toId }) => toId),
    );
    const customers = [...open.byId.values()].filter((one) => one.kind === "industry_customer" && !influenced.has(one.id));
    const buyingMode = (one: (typeof customers)[number]) => (one.kind === "industry_customer" ? one.buyingMode : undefined);
    const leads = customers
      .filter((one) => buyingMode(one) === "guided")
      .map(({ id, territoryId }) => ({ customerId: id, candidates: near(territoryId).slice(0, candidatesMost) }));
    const undeterminedIds = customers.filter((one) => buyingMode(one) === undefined).map(({ id }) => id);
    return {
      outcome: { leads, undeterminedIds },
      explanation: {
        code: "network.integrator_leads",
        params: { leads: leads.length, undetermined: undeterminedIds },
        from: leads.map(({ customerId, candidates }) => ({
          code: "network.integrator_lead",
          params: { customer: customerId, candidates: candidates.map(({ participantId }) => participantId) },
        })),
      },
    };
  });
}

/** Candidates of a territory, found once for all its customers. */
function candidatesNear({ byId, lies }: OpenNetwork): (customerTerritory: string | undefined) => readonly IntegratorCandidate[] {
  const guides = [...byId.values()].filter(({ kind }) => kind === "system_integrator" || kind === "contractor");
  const found = new Map<string | undefined, readonly IntegratorCandidate[]>();
  return (where) => {
    const known = found.get(where);
    if (known !== undefined) return known;
    const candidates = guides.flatMap(({ id: participantId, territoryId }): readonly IntegratorCandidate[] => {
      if (where === undefined || territoryId === undefined) return [{ participantId, territory: "unknown" }];
      return lies(where, territoryId) || lies(territoryId, where) ? [{ participantId, territory: "same" }] : [];
    });
    const of = (territory: IntegratorCandidate["territory"]) => candidates.filter((one) => one.territory === territory);
    const ordered = [...of("same"), ...of("unknown")];
    found.set(where, ordered);
    return ordered;
  };
}
