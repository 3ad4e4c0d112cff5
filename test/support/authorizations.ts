/** Written authorizations of three kinds, with what proves them. */
import type { AuthorizationFacts, SaleAuthorizationFacts } from "qudao/agreements";
import type { Authorization, EvidenceDocument } from "qudao/entities";

/** An agent for East China, a distributor at one shop, a trial distributor at another. */
export const agentPaper: Authorization = {
  id: "AU1",
  kind: "agency",
  grantorId: "M",
  holderId: "A1",
  evidenceId: "E1",
  term: { start: "2024-01-01", end: "2025-01-01" },
  productIds: ["P1", "P2"],
  outletIds: [],
  territoryIds: ["East"],
  exclusivity: "exclusive",
};

export const distributorPaper: Authorization = {
  ...agentPaper,
  id: "AU2",
  kind: "distribution",
  holderId: "D1",
  outletIds: ["O1"],
  territoryIds: [],
  exclusivity: "non_exclusive",
};

export const trialPaper: Authorization = {
  ...distributorPaper,
  id: "AU3",
  kind: "trial",
  holderId: "T1",
  term: { start: "2024-01-01", end: "2024-07-01" },
  territoryIds: ["Pudong"],
};

export const document: EvidenceDocument = { id: "E1", kind: "written_authorization", subjectId: "A1", status: "verified" };

export const territories = [
  { id: "China" },
  { id: "East", parentId: "China" },
  { id: "Shanghai", parentId: "East" },
  { id: "Pudong", parentId: "Shanghai" },
  { id: "North", parentId: "China" },
];

export const agentFacts: AuthorizationFacts = {
  authorization: agentPaper,
  evidence: document,
  grantor: { id: "M", kind: "manufacturer" },
  holder: { id: "A1", kind: "agent" },
  asOf: "2024-05-01",
};

export const distributorFacts: AuthorizationFacts = {
  ...agentFacts,
  authorization: distributorPaper,
  holder: { id: "D1", kind: "distributor" },
};

/** A sale of the agent that is in order. */
export const agentSale: SaleAuthorizationFacts = {
  sale: { sellerId: "A1", productId: "P1", date: "2024-05-01", territoryId: "Pudong" },
  authorizations: [agentPaper],
  territories,
};
