/**
 * Whether an entry fits into the ledger of a fund, and what it leaves.
 *
 * @internal
 */
import { Exact, text, ZERO } from "../../kernel/decimal.js";
import type { Explained } from "../../kernel/explanation.js";
import { err, ok, type Result } from "../../kernel/result.js";
import {
  FUND_DEPTH,
  type FundCheckOff,
  type FundEntry,
  type FundFit,
  type FundPolicy,
  type FundProblem,
  type FundRequest,
} from "./fund.js";
import {
  claimsFollowing,
  type Fund,
  fundOn,
  hasAmount,
  isSpending,
  type Moving,
  proofsOf,
  releasedOf,
  restOf,
  type Spending,
  takenOf,
  withEntry,
} from "./read-fund.js";

export function fitEntry(entry: FundEntry, fund: Fund, policy: FundPolicy): Result<Explained<FundFit>, FundProblem> {
  const problem = problemOf(entry, fund, policy);
  if (problem !== undefined) return err(problem);
  const parent = entry.parentId === null ? undefined : fund.byId.get(entry.parentId);
  if (hasAmount(entry) && parent !== undefined && isSpending(parent)) return leftAfter(entry, parent, fund, policy);
  return ok({
    outcome: { entryId: entry.id, left: null, exceededBy: "0" },
    explanation: { code: "settlement.fund_noted", params: { entry: entry.id, kind: entry.kind } },
  });
}

function leftAfter(entry: Moving, parent: Spending, fund: Fund, { unused }: FundPolicy): Result<Explained<FundFit>, FundProblem> {
  const { amount, currency } = parent.amount;
  if (entry.amount.currency !== currency) {
    return err({ code: "settlement.fund_currency", params: { entry: entry.id, got: entry.amount.currency, want: currency } });
  }
  const released = releasedOf(parent.id, fund);
  const before = takenOf(parent.id, fund, entry.date, unused);
  const rest = restOf(parent, fund, entry.date, unused);
  const left = rest.minus(entry.amount.amount);
  if (left.isNegative() && (entry.kind === "release" || checkOffAbove(parent.id, fund, entry.date) === undefined)) {
    const params = { entry: entry.id, asked: entry.amount.amount, left: text(rest), parent: parent.id, currency };
    return err({ code: "settlement.fund_exceeds", params });
  }
  const short = left.isNegative() ? undefined : shortOnTheWay(entry, fund, unused);
  if (short !== undefined) {
    const params = { entry: entry.id, asked: entry.amount.amount, left: text(short.left), parent: short.id, currency };
    return err({ code: "settlement.fund_exceeds", params });
  }
  const node = (code: string, of: string, value: Exact) => ({ code, params: { of, amount: text(value) } });
  const taken = entry.kind === "release" ? "settlement.fund_released_now" : "settlement.fund_taken_now";
  return ok({
    outcome: {
      entryId: entry.id,
      left: { amount: text(left), currency },
      exceededBy: text(left.isNegative() ? left.negated() : ZERO),
    },
    explanation: {
      code: "settlement.fund_left",
      params: { entry: entry.id, parent: parent.id, amount: text(left), currency },
      adds: "amount",
      from: [
        node("settlement.fund_holds", parent.id, new Exact(amount)),
        ...(released.isZero() ? [] : [node("settlement.fund_released_before", parent.id, released.negated())]),
        node("settlement.fund_taken_before", parent.id, before.negated()),
        node(taken, entry.id, new Exact(entry.amount.amount).negated()),
      ],
    },
  });
}

/**
 * The first entry on the way up that would hold less than is taken of it, and what it has left. What is claimed of a request that is over must be there
 * again further up; and an entry that is dated before others may take neither what came free only after it nor what others have taken since, so every
 * later day of the ledger is asked.
 */
function shortOnTheWay(entry: Moving, fund: Fund, unused: FundPolicy["unused"]): { readonly id: string; readonly left: Exact } | undefined {
  const whole = withEntry(fund, entry);
  const days = new Set(whole.entries.map(({ date }) => date).filter((date) => date >= entry.date));
  for (const day of [...days].sort()) {
    const [before, after] = [fundOn(fund, day), fundOn(whole, day)];
    for (let id = entry.parentId; id !== null; id = after.byId.get(id)?.parentId ?? null) {
      const [left, rest] = [before, after].map((then) => restOf(then.byId.get(id as string) as Spending, then, day, unused)) as [
        Exact,
        Exact,
      ];
      const isHeld = entry.kind === "release" || checkOffAbove(id, after, day) === undefined;
      if (rest.isNegative() && rest.lessThan(left) && isHeld) return { id, left };
    }
  }
  return undefined;
}

/** A claim that was handed in before its last day had passed is not late when it is held again after a rejection. */
function isLate(entry: FundEntry, request: FundEntry | undefined, fund: Fund): request is FundRequest & { readonly claimDueOn: string } {
  if (entry.kind !== "claim" || request?.kind !== "request" || request.claimDueOn === null) return false;
  const { claimId, date, parentId } = entry;
  const before = claimId === undefined ? [] : claimsFollowing(fund, claimId).filter((one) => one.parentId === parentId);
  return [date, ...before.map((one) => one.date)].every((day) => day > (request.claimDueOn as string));
}

/** What speaks against an entry beside its amount. */
function problemOf(entry: FundEntry, fund: Fund, { requiredProofs }: FundPolicy): FundProblem | undefined {
  const parent = entry.parentId === null ? undefined : fund.byId.get(entry.parentId);
  if (entry.kind === "budget" && depthOf(entry, fund) > FUND_DEPTH)
    return { code: "settlement.fund_too_deep", params: { entry: entry.id, most: FUND_DEPTH } };
  if (entry.kind === "request" && parent?.kind === "allocation" && parent.expiresOn !== null && entry.date >= parent.expiresOn)
    return { code: "settlement.fund_expired", params: { allocation: parent.id, date: parent.expiresOn } };
  if (isLate(entry, parent, fund)) return { code: "settlement.fund_claim_late", params: { request: parent.id, date: parent.claimDueOn } };
  if (entry.kind === "reimbursement") {
    const proofs = proofsOf(fund, entry.parentId);
    const open = requiredProofs.filter((proof) => proofs.get(proof)?.status !== "accepted");
    if (open.length > 0) return { code: "settlement.fund_proof_open", params: { claim: entry.parentId, proofs: open } };
  }
  if (entry.kind === "check_off") {
    const held = checkOffAbove(entry.parentId, fund, undefined);
    if (held !== undefined) return { code: "settlement.fund_check_off_before", params: { budget: held.parentId, date: held.date } };
  }
  return undefined;
}

function depthOf(entry: FundEntry, fund: Fund): number {
  let depth = 1;
  for (let above = entry.parentId; above !== null; above = fund.byId.get(above)?.parentId ?? null) depth++;
  return depth;
}

/** The switch of the check on the way up that holds on a day. No day: on any. */
function checkOffAbove(id: string, fund: Fund, date: string | undefined): FundCheckOff | undefined {
  for (let above: string | null = id; above !== null; above = fund.byId.get(above)?.parentId ?? null) {
    for (const child of fund.children.get(above) ?? []) {
      if (child.kind === "check_off" && (date === undefined || child.date <= date)) return child;
    }
  }
  return undefined;
}
