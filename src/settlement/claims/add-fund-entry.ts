import { readSafely } from "../../kernel/check.js";
import { Exact, text } from "../../kernel/decimal.js";
import type { Explained } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Message } from "../../kernel/message.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { ZERO } from "../account-kit.js";
import { FUND_DEPTH, type FundCheckOff, type FundEntry, type FundFit, type FundPolicy } from "./fund.js";
import {
  checkParent,
  type Fund,
  isSpending,
  proofsOf,
  readFund,
  readFundEntry,
  readFundPolicy,
  type Spending,
  takenOf,
} from "./read-fund.js";

/** A ledger, and what is to be added to it. */
export interface FundEntryFacts {
  /** The ledger: parents before what is taken from them. */
  readonly entries: readonly FundEntry[];
  /** The new entry. */
  readonly entry: FundEntry;
}

/** Why an entry does not fit. */
export type FundProblem = Message<
  | "settlement.fund_currency"
  | "settlement.fund_exceeds"
  | "settlement.fund_too_deep"
  | "settlement.fund_expired"
  | "settlement.fund_claim_late"
  | "settlement.fund_proof_open"
  | "settlement.fund_check_off_before"
>;

/**
 * Checks whether an entry fits into the ledger of a fund: budget ≥ allocations ≥ requests ≥ claims ≥ reimbursements.
 *
 * @remarks
 * Every step is held to what its parent has left and to its currency; exactly what is left still fits. An allocation that expired takes no
 * request on or after that day, a request no claim after its last day. A claim is paid only when every proof that the policy names is accepted.
 * The check against totals can be switched off for a budget, once; then an entry that passes it is accepted and told. Nothing is stored: the
 * host appends the entry.
 *
 * @param facts - The ledger and the entry.
 * @param policy - Proofs, and what becomes of unused money.
 * @returns What is left after it; the working adds up to that.
 * @throws LibraryFault `kernel.unknown_row` for a parent that is not there or of another kind, `kernel.named_twice`, `kernel.*` with the place.
 *
 * @errors
 * - `settlement.fund_currency` - it is in another currency than what it is taken from.
 * - `settlement.fund_exceeds` - it is more than what is left.
 * - `settlement.fund_too_deep` - a budget more than five deep.
 * - `settlement.fund_expired` - the allocation has expired.
 * - `settlement.fund_claim_late` - the last day for claims has passed.
 * - `settlement.fund_proof_open` - a proof that is needed is not accepted.
 * - `settlement.fund_check_off_before` - the check is off already.
 *
 * @source Gap G-14.
 *
 * @example 400 of 1,000 are allocated: 600 still fit, a fen more does not
 * ```ts
 * import { addFundEntry, type FundEntry, type FundPolicy } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const allocation = (id: string, amount: string): FundEntry => ({
 *   id, kind: "allocation", parentId: "B", memberId: "D1", amount: cny(amount), date: "2024-02-01", expiresOn: null,
 * });
 * const entries: FundEntry[] = [{ id: "B", kind: "budget", parentId: null, amount: cny("1000"), date: "2024-01-01" }, allocation("A1", "400")];
 * const policy: FundPolicy = { requiredProofs: ["invoice"], unused: "returns", warnDays: 30 };
 * const fits = addFundEntry({ entries, entry: allocation("A2", "600") }, policy);
 * fits.ok && fits.value.outcome.left; // => { amount: "0", currency: "CNY" }
 * const tooMuch = addFundEntry({ entries, entry: allocation("A2", "600.01") }, policy);
 * tooMuch.ok ? "" : tooMuch.problem.code; // => "settlement.fund_exceeds"
 * ```
 *
 * @since 0.1.0
 */
export function addFundEntry(facts: FundEntryFacts, policy: FundPolicy): Result<Explained<FundFit>, FundProblem> {
  return readSafely("", () => {
    const agreed = readFundPolicy(policy, "policy");
    const fund = readFund(facts.entries, "facts.entries");
    const entry = readFundEntry(facts.entry, "facts.entry");
    if (fund.byId.has(entry.id)) throw kernelFault("kernel.named_twice", "facts.entry.id", { got: shown(entry.id) });
    checkParent(entry, fund.byId, "facts.entry");
    const problem = problemOf(entry, fund, agreed);
    if (problem !== undefined) return err(problem);
    const parent = entry.parentId === null ? undefined : fund.byId.get(entry.parentId);
    if (!isSpending(entry) || parent === undefined || !isSpending(parent)) {
      return ok({
        outcome: { entryId: entry.id, left: null, exceededBy: "0" },
        explanation: { code: "settlement.fund_noted", params: { entry: entry.id, kind: entry.kind } },
      });
    }
    return leftAfter(entry, parent, fund, agreed);
  });
}

function leftAfter(entry: Spending, parent: Spending, fund: Fund, { unused }: FundPolicy): Result<Explained<FundFit>, FundProblem> {
  const { amount, currency } = parent.amount;
  if (entry.amount.currency !== currency) {
    return err({ code: "settlement.fund_currency", params: { entry: entry.id, got: entry.amount.currency, want: currency } });
  }
  const before = takenOf(parent.id, fund, entry.date, unused);
  const rest = new Exact(amount).minus(before);
  const left = rest.minus(entry.amount.amount);
  if (left.isNegative() && checkOffAbove(parent.id, fund, entry.date) === undefined) {
    const params = { entry: entry.id, asked: entry.amount.amount, left: text(rest), parent: parent.id, currency };
    return err({ code: "settlement.fund_exceeds", params });
  }
  const node = (code: string, of: string, value: Exact) => ({ code, params: { of, amount: text(value) } });
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
        node("settlement.fund_taken_before", parent.id, before.negated()),
        node("settlement.fund_taken_now", entry.id, new Exact(entry.amount.amount).negated()),
      ],
    },
  });
}

/** What speaks against an entry beside its amount. */
function problemOf(entry: FundEntry, fund: Fund, { requiredProofs }: FundPolicy): FundProblem | undefined {
  const parent = entry.parentId === null ? undefined : fund.byId.get(entry.parentId);
  if (entry.kind === "budget" && depthOf(entry, fund) > FUND_DEPTH)
    return { code: "settlement.fund_too_deep", params: { entry: entry.id, most: FUND_DEPTH } };
  if (parent?.kind === "allocation" && parent.expiresOn !== null && entry.date >= parent.expiresOn)
    return { code: "settlement.fund_expired", params: { allocation: parent.id, date: parent.expiresOn } };
  if (parent?.kind === "request" && parent.claimDueOn !== null && entry.date > parent.claimDueOn)
    return { code: "settlement.fund_claim_late", params: { request: parent.id, date: parent.claimDueOn } };
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
