import { type CalendarDate, daysBetween, parseDate } from "../../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../../kernel/check.js";
import { type DecimalString, text } from "../../kernel/decimal.js";
import type { Explained } from "../../kernel/explanation.js";
import type { FundAllocation, FundClaim, FundEntry, FundPolicy } from "./fund.js";
import { type Fund, netOf, proofsOf, readFund, readFundPolicy, restOf, totalBelow } from "./read-fund.js";

/** A ledger on a day. */
export interface FundReviewFacts {
  /** The ledger; entries after the day are not counted. */
  readonly entries: readonly FundEntry[];
  /** The day. */
  readonly asOf: CalendarDate;
}

/** A budget, with everything below it. Amounts are exact, in its currency. */
export interface FundBudgetLine {
  /** The budget. */
  readonly budgetId: string;
  /** ISO 4217. */
  readonly currency: string;
  /** What it holds. */
  readonly budget: DecimalString;
  /** What is not given to budgets below it or to members; below 0 where the check was off. */
  readonly unallocated: DecimalString;
  /** Allocated below it. */
  readonly allocated: DecimalString;
  /** Requested below it. */
  readonly requested: DecimalString;
  /** Claimed below it. */
  readonly claimed: DecimalString;
  /** Paid below it. */
  readonly reimbursed: DecimalString;
  /** Claimed, and not paid. */
  readonly shortfall: DecimalString;
}

/** A member's allocation. */
export interface FundAllocationLine {
  /** The allocation. */
  readonly allocationId: string;
  /** Whose it is. */
  readonly memberId: string;
  /** What may still be asked of it, or what has expired unused. */
  readonly unused: DecimalString;
  /** `expiring`: it has unused money and expires within the days of the policy; `expired`: its day has come. */
  readonly status: "open" | "expiring" | "expired";
  /** First day on which nothing more can be asked. `null`: it does not expire. */
  readonly expiresOn: CalendarDate | null;
  /** Days until then; 0 or below: it has expired. `null`: it does not expire. */
  readonly daysLeft: number | null;
}

/** A request whose claims are not all there. */
export interface FundRequestLine {
  /** The request. */
  readonly requestId: string;
  /** Who asked. */
  readonly memberId: string;
  /** What was not claimed. */
  readonly unclaimed: DecimalString;
  /** Last day for claims. `null`: no day was agreed. */
  readonly claimDueOn: CalendarDate | null;
  /** Whether that day has passed. */
  readonly late: boolean;
}

/** A claim on a fund, and what was paid on it. What was released counts no longer. */
export interface FundClaimLine {
  /** The claim. */
  readonly claimId: string;
  /** Who claims. */
  readonly memberId: string;
  /** What is claimed. */
  readonly claimed: DecimalString;
  /** What was paid. */
  readonly reimbursed: DecimalString;
  /** Claimed, and not paid. */
  readonly shortfall: DecimalString;
  /** Days since it was handed in, while something is unpaid. `0`: all is paid. */
  readonly daysOpen: number;
  /** Proofs the policy needs, and where each stands. */
  readonly proofs: readonly { readonly proof: string; readonly status: string }[];
}

/** Where funds stand. */
export interface FundReview {
  /** Every budget, in the order of the ledger. */
  readonly budgets: readonly FundBudgetLine[];
  /** Every allocation. */
  readonly allocations: readonly FundAllocationLine[];
  /** Requests that are not wholly claimed. */
  readonly requests: readonly FundRequestLine[];
  /** Every claim. */
  readonly claims: readonly FundClaimLine[];
}

/**
 * Reviews funds on a day: what was claimed and not paid, what is unused, what expires, which proofs are missing.
 *
 * @remarks
 * Every claim is shown with its shortfall and its days, so that a slow or partial reimbursement cannot go unnoticed; every allocation with what
 * of it is unused and until when. On its day an allocation has expired.
 *
 * @param facts - The ledger and the day.
 * @param policy - Proofs, what becomes of unused money, and when expiry is reported.
 * @returns Budgets, allocations, requests and claims; in the working the shortfalls of the claims add up to that of each whole budget.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`.
 *
 * @source G-14.
 *
 * @example 300 claimed, 200 paid, and 700 that expire at the end of June
 * ```ts
 * import { type FundEntry, reviewFunds } from "qudao/settlement";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const entries: FundEntry[] = [
 *   { id: "B", kind: "budget", parentId: null, amount: cny("5000"), date: "2024-01-01" },
 *   { id: "A", kind: "allocation", parentId: "B", memberId: "D1", amount: cny("1000"), date: "2024-01-05", expiresOn: "2024-07-01" },
 *   { id: "R", kind: "request", parentId: "A", activity: "fair", amount: cny("300"), date: "2024-03-01", claimDueOn: "2024-05-31" },
 *   { id: "C", kind: "claim", parentId: "R", amount: cny("300"), date: "2024-05-20" },
 *   { id: "P", kind: "reimbursement", parentId: "C", amount: cny("200"), date: "2024-06-01" },
 * ];
 * const { outcome } = reviewFunds({ entries, asOf: "2024-06-10" }, { requiredProofs: [], unused: "lapses", warnDays: 30 });
 * outcome.claims.map(({ claimId, shortfall, daysOpen }) => [claimId, shortfall, daysOpen]); // => [["C", "100", 21]]
 * outcome.allocations.map(({ unused, status, daysLeft }) => [unused, status, daysLeft]); // => [["700", "expiring", 21]]
 * ```
 *
 * @since 0.1.0
 */
export function reviewFunds(facts: FundReviewFacts, policy: FundPolicy): Explained<FundReview> {
  return readSafely({ facts, policy }, () => {
    const agreed = readFundPolicy(policy, "policy");
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const whole = readFund(given["entries"], "facts.entries");
    const fund = readFund(
      whole.entries.filter(({ date }) => date <= asOf),
      "facts.entries",
    );
    const of = <K extends FundEntry["kind"]>(kind: K) =>
      fund.entries.filter((entry): entry is Extract<FundEntry, { readonly kind: K }> => entry.kind === kind);
    const claims = of("claim").map((claim) => claimLine(claim, fund, agreed, asOf));
    const budgets = of("budget").map((budget): FundBudgetLine => {
      const total = (kind: "allocation" | "request" | "claim" | "reimbursement") => totalBelow(fund, budget.id, kind);
      return {
        budgetId: budget.id,
        currency: budget.amount.currency,
        budget: budget.amount.amount,
        unallocated: text(restOf(budget, fund, asOf, agreed.unused)),
        allocated: text(total("allocation")),
        requested: text(total("request")),
        claimed: text(total("claim")),
        reimbursed: text(total("reimbursement")),
        shortfall: text(total("claim").minus(total("reimbursement"))),
      };
    });
    const requests = of("request").flatMap((request): readonly FundRequestLine[] => {
      const unclaimed = netOf(request, fund).minus(totalBelow(fund, request.id, "claim"));
      const late = request.claimDueOn !== null && asOf > request.claimDueOn;
      const memberId = memberOf(request, fund);
      return unclaimed.greaterThan(0)
        ? [{ requestId: request.id, memberId, unclaimed: text(unclaimed), claimDueOn: request.claimDueOn, late }]
        : [];
    });
    const rootOf = (entry: FundEntry): string => {
      const parent = entry.parentId === null ? undefined : fund.byId.get(entry.parentId);
      return parent === undefined ? entry.id : rootOf(parent);
    };
    const from = of("budget")
      .filter(({ parentId }) => parentId === null)
      .map((root) => {
        const line = budgets.find(({ budgetId }) => budgetId === root.id) as FundBudgetLine;
        const { budgetId, currency, claimed, reimbursed, shortfall } = line;
        return {
          code: "settlement.fund_budget_reviewed",
          params: { budget: budgetId, currency, claimed, reimbursed, shortfall },
          adds: "shortfall",
          from: claims
            .filter(({ claimId }) => rootOf(fund.byId.get(claimId) as FundEntry) === root.id)
            .map(({ claimId, memberId, claimed: asked, reimbursed: paid, shortfall: short, daysOpen }) => ({
              code: "settlement.fund_claim_reviewed",
              params: { claim: claimId, member: memberId, claimed: asked, reimbursed: paid, shortfall: short, days: daysOpen },
            })),
        };
      });
    const allocations = of("allocation").map((allocation) => allocationLine(allocation, fund, agreed, asOf));
    return {
      outcome: { budgets, allocations, requests, claims },
      explanation: { code: "settlement.fund_review", params: { date: asOf, budgets: budgets.length, claims: claims.length }, from },
    };
  });
}

function allocationLine(allocation: FundAllocation, fund: Fund, policy: FundPolicy, asOf: CalendarDate): FundAllocationLine {
  const { id, memberId, expiresOn } = allocation;
  const unused = restOf(allocation, fund, asOf, policy.unused);
  const daysLeft = expiresOn === null ? null : daysBetween(asOf, expiresOn);
  const isNear = daysLeft !== null && daysLeft <= policy.warnDays && unused.greaterThan(0);
  const status = daysLeft !== null && daysLeft <= 0 ? "expired" : isNear ? "expiring" : "open";
  return { allocationId: id, memberId, unused: text(unused), status, expiresOn, daysLeft };
}

function claimLine(claim: FundClaim, fund: Fund, { requiredProofs }: FundPolicy, asOf: CalendarDate): FundClaimLine {
  const reimbursed = totalBelow(fund, claim.id, "reimbursement");
  const claimed = netOf(claim, fund);
  const shortfall = claimed.minus(reimbursed);
  const proofs = proofsOf(fund, claim.id);
  return {
    claimId: claim.id,
    memberId: memberOf(claim, fund),
    claimed: text(claimed),
    reimbursed: text(reimbursed),
    shortfall: text(shortfall),
    daysOpen: shortfall.greaterThan(0) ? daysBetween(claim.date, asOf) : 0,
    proofs: requiredProofs.map((proof) => ({ proof, status: proofs.get(proof)?.status ?? "missing" })),
  };
}

/** The member of the allocation above. */
function memberOf(entry: FundEntry, fund: Fund): string {
  if (entry.kind === "allocation") return entry.memberId;
  return memberOf(fund.byId.get(entry.parentId as string) as FundEntry, fund);
}
