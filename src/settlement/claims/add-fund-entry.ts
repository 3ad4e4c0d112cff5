import { readSafely } from "../../kernel/check.js";
import type { Explained } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Result } from "../../kernel/result.js";
import { fitEntry } from "./fit-entry.js";
import type { FundEntry, FundFit, FundPolicy, FundProblem } from "./fund.js";
import { checkParent, readFund, readFundEntry, readFundPolicy } from "./read-fund.js";

/** A ledger, and what is to be added to it. */
export interface FundEntryFacts {
  /** The ledger: parents before what is taken from them. */
  readonly entries: readonly FundEntry[];
  /** The new entry. */
  readonly entry: FundEntry;
}

/**
 * Checks whether an entry fits into the ledger of a fund: budget ≥ allocations ≥ requests ≥ claims ≥ reimbursements.
 *
 * @remarks
 * Every step is held to what its parent has left and to its currency; exactly what is left still fits. An allocation that expired takes no
 * request on or after that day, a request no claim after its last day, but for one that was handed in in time and is held again, as far as the money is
 * still there. An entry that is dated before others takes neither what came free after it nor what others have taken since. A claim is paid only when
 * every proof that the policy names is accepted.
 * A release gives back what an entry does not take after all, at most what nothing below it has taken; its parent has that much more left.
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
 * @source G-14.
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
  return readSafely({ facts, policy }, () => {
    const agreed = readFundPolicy(policy, "policy");
    const fund = readFund(facts.entries, "facts.entries");
    const entry = readFundEntry(facts.entry, "facts.entry");
    if (fund.byId.has(entry.id)) throw kernelFault("kernel.named_twice", "facts.entry.id", { got: shown(entry.id) });
    checkParent(entry, fund.byId, "facts.entry");
    return fitEntry(entry, fund, agreed);
  });
}
