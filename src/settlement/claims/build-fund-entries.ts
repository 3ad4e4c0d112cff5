import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Message } from "../../kernel/message.js";
import type { Money } from "../../kernel/money.js";
import { readDate, readText, recordOf } from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { namesOf } from "../account-kit.js";
import type { ClaimLife, ClaimState } from "./claim-life.js";
import { fitEntry } from "./fit-entry.js";
import type { FundEntry, FundPolicy, FundProblem } from "./fund.js";
import { readClaimLife } from "./read-claim-life.js";
import {
  claimsFollowing,
  type Fund,
  netOf,
  readFund,
  readFundPolicy,
  restOf,
  type Spending,
  spendingBelow,
  withEntry,
} from "./read-fund.js";

/** Where a claim stands, and the ledger of the fund it is paid from. */
export interface FundBookingFacts {
  /** Where the claim stands. */
  readonly life: ClaimLife;
  /** The request of the ledger that it is made under. */
  readonly requestId: string;
  /** The ledger: parents before what is taken from them. */
  readonly entries: readonly FundEntry[];
  /** Names the booking; its entries are called `runId/1`, `runId/2`. Not empty, another one for every booking. */
  readonly runId: string;
  /** The day booked on. */
  readonly asOf: CalendarDate;
}

/** What a claim moves in a fund. */
export interface FundBooking {
  /** What is added to the ledger. Empty: it stands where the claim stands. */
  readonly entries: readonly FundEntry[];
  /** What the fund holds for the claim after them, paid or not. */
  readonly held: Money;
  /** What of it is paid. */
  readonly paid: Money;
}

/** Why a fund cannot follow a claim. */
export type FundBookingProblem = FundProblem | Message<"settlement.fund_other_member">;

/** What a fund holds for a claim: nothing, what is asked, what was granted, or what was granted and is paid. */
const HOLDS: { readonly [S in ClaimState]: "nothing" | "claimed" | "granted" | "paid" } = {
  draft: "nothing",
  submitted: "claimed",
  validating: "claimed",
  info_requested: "claimed",
  approved: "granted",
  partly_approved: "granted",
  rejected: "nothing",
  disputed: "granted",
  payable: "granted",
  paid: "paid",
  closed: "nothing",
  reversed: "nothing",
  withdrawn: "nothing",
  lapsed: "nothing",
};

/**
 * Builds the entries that bring the ledger of a fund to where a claim stands, so that `budget ≥ allocations ≥ requests ≥ claims ≥ payments`
 * holds over the lives of the claims, too.
 *
 * @remarks
 * From the day a claim is handed in, the fund holds what is asked; from the decision on, what was granted, under a dispute as well; once it is
 * paid, the fund has paid it. What is rejected, withdrawn, lapsed or reversed is free again. Only the difference to what the ledger has is built:
 * a second call on the same facts adds nothing. Every entry is held to what `addFundEntry` checks (what is left, currency, days, proofs), and
 * where one does not fit none is built; so a claim for which the fund has nothing left cannot be booked, and should not be granted. What was
 * held and is held again, after a rejection, is an entry of its own; what was handed in in time is then not late.
 *
 * @param facts - The claim, its request, and the ledger.
 * @param policy - Proofs, and what becomes of unused money.
 * @returns The entries in their order; the working adds up to what is held and to what is paid.
 * @throws LibraryFault `kernel.unknown_row` for a request that is not in the ledger, `kernel.outside_bounds` for a day before it,
 * `kernel.not_a_choice` where the ledger has the claim under another request, `kernel.*` with the place.
 *
 * @errors
 * - `settlement.fund_other_member` - the allocation is another member's.
 * - as `addFundEntry`.
 *
 * @source G-14; practice of marketing funds.
 *
 * @example 300 are asked and 240 granted: 60 are free again, and the fund pays when the claim is paid
 * ```ts
 * import { buildFundEntries, type ClaimLife, type FundEntry, startClaim } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const ledger: FundEntry[] = [
 *   { id: "B", kind: "budget", parentId: null, amount: cny("1000"), date: "2024-01-01" },
 *   { id: "A", kind: "allocation", parentId: "B", memberId: "D1", amount: cny("500"), date: "2024-01-05", expiresOn: null },
 *   { id: "R", kind: "request", parentId: "A", activity: "fair", amount: cny("300"), date: "2024-03-01", claimDueOn: null },
 * ];
 * const draft = startClaim({
 *   claim: {
 *     id: "C-1", kind: "co_op", memberId: "D1", agreementId: "F-1", eventDate: "2024-05-06", submittedOn: "2024-05-20",
 *     amount: cny("300"), lines: [], evidence: [],
 *   },
 *   asOf: "2024-05-20",
 * });
 * const at = (state: ClaimLife["at"], changes: Partial<ClaimLife["data"]> = {}): ClaimLife => ({ at: state, data: { ...draft.data, ...changes } });
 * const book = (runId: string, life: ClaimLife, entries: readonly FundEntry[]) => {
 *   const answer = buildFundEntries({ life, requestId: "R", entries, runId, asOf: "2024-06-01" }, { requiredProofs: [], unused: "returns", warnDays: 0 });
 *   return answer.ok ? answer.value.outcome.entries : [];
 * };
 * const handedIn = [...ledger, ...book("F1", at("submitted"), ledger)];
 * const granted = book("F2", at("partly_approved", { approved: "240" }), handedIn);
 * granted.map(({ kind, ...entry }) => [kind, "amount" in entry && entry.amount.amount]); // => [["release", "60"]]
 * const paid = book("F3", at("paid", { approved: "240", entryId: "E-1", paymentId: "P-1" }), [...handedIn, ...granted]);
 * paid.map(({ kind, ...entry }) => [kind, "amount" in entry && entry.amount.amount]); // => [["reimbursement", "240"]]
 * ```
 *
 * @since 0.1.0
 */
export function buildFundEntries(facts: FundBookingFacts, policy: FundPolicy): Result<Explained<FundBooking>, FundBookingProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = readFundPolicy(policy, "policy");
    const { life, requestId, runId, asOf } = readBooking(facts, "facts");
    const fund = readFund(facts.entries, "facts.entries");
    const { data } = life;
    const request = fund.byId.get(requestId);
    if (request?.kind !== "request") throw kernelFault("kernel.unknown_row", "facts.requestId", { got: shown(requestId) });
    checkPlace(fund, data.claimId, requestId, asOf);
    const allocation = fund.byId.get(request.parentId);
    if (allocation?.kind === "allocation" && allocation.memberId !== data.memberId) {
      return err({
        code: "settlement.fund_other_member",
        params: { claim: data.claimId, allocation: allocation.id, member: allocation.memberId },
      });
    }
    const wanted = wantedBy(life);
    const before = standingOf(fund, data.claimId);
    const book = openBook(fund, agreed, asOf, namesOf(runId, fund.entries, "facts.runId"));

    // what is free again first, from the latest on, so that what is added can use it
    let over = before.paid.minus(wanted.paid);
    for (const payment of [...paymentsOf(fund, data.claimId)].reverse()) over = book.release(payment, over);
    over = before.held.minus(wanted.held);
    for (const claim of [...claimsFollowing(fund, data.claimId)].reverse()) over = book.release(claim, over);
    if (over.isNegative()) {
      const amount = { amount: text(over.negated()), currency: data.currency };
      book.add({ id: book.nextId(), kind: "claim", parentId: requestId, amount, date: asOf, claimId: data.claimId });
    }
    let due = wanted.paid.minus(before.paid);
    for (const claim of claimsFollowing(book.fund(), data.claimId)) {
      const part = Exact.min(due, restOf(claim, book.fund(), asOf, agreed.unused));
      if (!part.greaterThan(0)) continue;
      due = due.minus(part);
      book.add({
        id: book.nextId(),
        kind: "reimbursement",
        parentId: claim.id,
        amount: { amount: text(part), currency: data.currency },
        date: asOf,
      });
    }
    const problem = book.problem();
    if (problem !== undefined) return err(problem);
    const { currency } = data;
    const after = standingOf(book.fund(), data.claimId);
    const outcome: FundBooking = {
      entries: book.added,
      held: { amount: text(after.held), currency },
      paid: { amount: text(after.paid), currency },
    };
    const sum = (code: string, start: Exact, total: Exact, takes: "claim" | "reimbursement"): Explanation => ({
      code,
      params: { claim: data.claimId, currency, amount: text(total) },
      adds: "amount",
      from: [{ code: "settlement.fund_stood_at", params: { amount: text(start) } }, ...movesOf(book.added, book.fund(), takes)],
    });
    const explanation: Explanation = {
      code: "settlement.fund_follows_claim",
      params: { claim: data.claimId, state: life.at },
      from: [
        sum("settlement.fund_held_for_claim", before.held, after.held, "claim"),
        sum("settlement.fund_paid_for_claim", before.paid, after.paid, "reimbursement"),
      ],
    };
    return ok({ outcome, explanation });
  });
}

const readBooking = recordOf<Omit<FundBookingFacts, "entries">>({
  life: readClaimLife,
  requestId: readText,
  runId: readText,
  asOf: readDate,
});

interface Standing {
  readonly held: Exact;
  readonly paid: Exact;
}

function wantedBy({ at, data }: ClaimLife): Standing {
  const granted = new Exact(data.approved ?? "0");
  const holds = HOLDS[at];
  if (holds === "claimed") return { held: new Exact(data.claimed), paid: ZERO };
  if (holds === "nothing") return { held: ZERO, paid: ZERO };
  return { held: granted, paid: holds === "paid" ? granted : ZERO };
}

function paymentsOf(fund: Fund, claimId: string): readonly Spending[] {
  return claimsFollowing(fund, claimId).flatMap(({ id }) => spendingBelow(fund, id));
}

function standingOf(fund: Fund, claimId: string): Standing {
  const net = (entries: readonly Spending[]) => sumOf(entries.map((entry) => netOf(entry, fund)));
  return { held: net(claimsFollowing(fund, claimId)), paid: net(paymentsOf(fund, claimId)) };
}

/** Nothing is booked before what it is taken from, nor under two requests. */
function checkPlace(fund: Fund, claimId: string, requestId: string, asOf: CalendarDate): void {
  const known = claimsFollowing(fund, claimId);
  const other = known.find(({ parentId }) => parentId !== requestId);
  if (other !== undefined) throw kernelFault("kernel.not_a_choice", "facts.requestId", { got: shown(requestId), want: [other.parentId] });
  const request = fund.byId.get(requestId) as FundEntry;
  for (const { date } of [request, ...known, ...paymentsOf(fund, claimId)]) {
    if (asOf < date) throw kernelFault("kernel.outside_bounds", "facts.asOf", { got: asOf, least: date, most: "9999-12-31" });
  }
}

/** A ledger that is written on; after the first entry that does not fit it stays as it is. */
function openBook(start: Fund, policy: FundPolicy, asOf: CalendarDate, nextId: () => string) {
  let fund = start;
  let problem: FundProblem | undefined;
  const added: FundEntry[] = [];
  const add = (entry: FundEntry) => {
    if (problem !== undefined) return;
    const fit = fitEntry(entry, fund, policy);
    if (!fit.ok) {
      problem = fit.problem;
      return;
    }
    fund = withEntry(fund, entry);
    added.push(entry);
  };
  /** Releases at most so much of an entry, and answers what is left to release. */
  const release = (entry: Spending, over: Exact): Exact => {
    const part = Exact.min(over, restOf(entry, fund, asOf, policy.unused));
    if (!part.greaterThan(0)) return over;
    add({ id: nextId(), kind: "release", parentId: entry.id, amount: { amount: text(part), currency: entry.amount.currency }, date: asOf });
    return over.minus(part);
  };
  return { added, add, release, nextId, fund: () => fund, problem: () => problem };
}

/** What the new entries change of what is held, or paid. */
function movesOf(added: readonly FundEntry[], fund: Fund, takes: "claim" | "reimbursement"): readonly Explanation[] {
  return added.flatMap((entry) => {
    if (entry.kind === takes) return [{ code: "settlement.fund_taken_now", params: { of: entry.id, amount: entry.amount.amount } }];
    const isBack = entry.kind === "release" && fund.byId.get(entry.parentId)?.kind === takes;
    if (!isBack) return [];
    return [{ code: "settlement.fund_released_now", params: { of: entry.id, amount: text(new Exact(entry.amount.amount).negated()) } }];
  });
}
