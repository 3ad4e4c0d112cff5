import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
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
  /** Who could guide it. Empty: nobody of its territory. */
  readonly candidates: readonly IntegratorCandidate[];
}

/** An integrator or contractor who could guide a customer. */
export interface IntegratorCandidate {
  /** The integrator or contractor. */
  readonly participantId: string;
  /** `same`: one of the two territories lies in the other; `unknown`: a territory is not known. Others are no candidates. */
  readonly territory: "same" | "unknown";
}

/**
 * Finds customers who follow a specifier's advice and have none: leads for integrators and contractors.
 *
 * @remarks
 * Consumers of technical products mostly buy guided: an integrator, a contractor, an office or the manufacturer influences what they
 * choose. A guided customer to whom no influence relation leads is a lead. A customer whose way of buying is not known is named apart.
 *
 * @param network - Participants and their influence relations.
 * @returns Leads with candidates, those of the same territory first, and customers that cannot be judged.
 * @throws LibraryFault `kernel.*`, `entities.*` or `network.list_too_long`, with the place of what cannot be read.
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
 * findIntegratorLeads(network).outcome.leads; // => [{ customerId: "C1", candidates: [{ participantId: "I", territory: "same" }] }]
 * ```
 *
 * @since 0.1.0
 */
export function findIntegratorLeads(network: Network): Explained<IntegratorLeads> {
  return readSafely("network", () => {
    const open = openNetwork(network, "network");
    const influenced = new Set(
      open.relations.filter(({ flow, fromId }) => flow === "influence" && open.byId.has(fromId)).map(({ toId }) => toId),
    );
    const customers = [...open.byId.values()].filter((one) => one.kind === "industry_customer" && !influenced.has(one.id));
    const buyingMode = (one: (typeof customers)[number]) => (one.kind === "industry_customer" ? one.buyingMode : undefined);
    const leads = customers
      .filter((one) => buyingMode(one) === "guided")
      .map(({ id, territoryId }) => ({ customerId: id, candidates: candidatesFor(open, territoryId) }));
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

function candidatesFor({ byId, lies }: OpenNetwork, customerTerritory: string | undefined): readonly IntegratorCandidate[] {
  const candidates = [...byId.values()].flatMap(({ id: participantId, kind, territoryId }): readonly IntegratorCandidate[] => {
    if (kind !== "system_integrator" && kind !== "contractor") return [];
    if (customerTerritory === undefined || territoryId === undefined) return [{ participantId, territory: "unknown" }];
    const same = lies(customerTerritory, territoryId) || lies(territoryId, customerTerritory);
    return same ? [{ participantId, territory: "same" }] : [];
  });
  return [...candidates.filter(({ territory }) => territory === "same"), ...candidates.filter(({ territory }) => territory === "unknown")];
}
