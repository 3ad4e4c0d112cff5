import type { FundEntry, FundPolicy } from "qudao/settlement";
import { cny } from "./claims.js";

export const fundPolicy: FundPolicy = { requiredProofs: ["invoice", "photo"], unused: "returns", warnDays: 30 };

export const budget = (id: string, parentId: string | null, amount: string, date = "2024-01-01"): FundEntry => ({
  id,
  kind: "budget",
  parentId,
  amount: cny(amount),
  date,
});
export const allocation = (
  id: string,
  parentId: string,
  amount: string,
  expiresOn: string | null = "2024-07-01",
  date = "2024-01-05",
): FundEntry => ({
  id,
  kind: "allocation",
  parentId,
  memberId: `member of ${id}`,
  amount: cny(amount),
  date,
  expiresOn,
});
export const request = (
  id: string,
  parentId: string,
  amount: string,
  claimDueOn: string | null = "2024-05-31",
  date = "2024-03-01",
): FundEntry => ({ id, kind: "request", parentId, activity: "fair", amount: cny(amount), date, claimDueOn });
export const fundClaim = (id: string, parentId: string, amount: string, date = "2024-05-20"): FundEntry => ({
  id,
  kind: "claim",
  parentId,
  amount: cny(amount),
  date,
});
export const proofOf = (
  id: string,
  parentId: string,
  proof: string,
  status: "submitted" | "accepted" | "rejected",
  date = "2024-05-21",
): FundEntry => ({
  id,
  kind: "proof",
  parentId,
  proof,
  status,
  date,
});
export const reimbursement = (id: string, parentId: string, amount: string, date = "2024-06-01"): FundEntry => ({
  id,
  kind: "reimbursement",
  parentId,
  amount: cny(amount),
  date,
});
export const checkOff = (id: string, parentId: string, date = "2024-02-01"): FundEntry => ({
  id,
  kind: "check_off",
  parentId,
  date,
  by: "Li",
  ground: "trial year",
});

/** A fund with one of everything: 5,000 → 1,000 → 300 → 300. */
export const fundEntries: readonly FundEntry[] = [
  budget("B", null, "5000"),
  allocation("A", "B", "1000"),
  request("R", "A", "300"),
  fundClaim("C", "R", "300"),
];
