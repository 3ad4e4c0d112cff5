import { allocateAmount, type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { at, checkChoice, checkCount, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, exact, fixed, rounded, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { exactNotNegative, exactShare, readRecords } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { ONE, readNames, refuseBoth } from "./read-input.js";

/** A sale whose credit is to be shared out. */
export interface CreditSplitFacts {
  /** The host's identifier of the sale. Not empty. */
  readonly saleId: string;
  /** What was sold, with no more places than the policy's. Below 0: a return. */
  readonly amount: Money;
  /** Revenue credit: who counts the sale as its own. Ratios of 0 or more that together make 1. Each member once. */
  readonly revenue: readonly { readonly memberId: string; readonly share: DecimalString }[];
  /** Extra credit for who helped; it need not add up to anything and never enters the total or earns an override. `[]`: none. */
  readonly overlays: readonly CreditOverlay[];
  /** Who brought the sale in; it is one of `revenue`. It gets what nobody claims, where the policy says so. */
  readonly primaryId: string;
}

/** Extra credit beside the revenue credit. */
export type CreditOverlay =
  /** Follows the sale: a ratio of it, 0 or more, also above 1. */
  | { readonly memberId: string; readonly share: DecimalString }
  /** Fixed by hand: stays as it is when the sale changes. */
  | { readonly memberId: string; readonly amount: DecimalString };

/** How credit is shared out. */
export interface CreditSplitPolicy {
  /** Places of every part. */
  readonly decimals: number;
  /** Who gets the units that cutting leaves over. */
  readonly remainder: RemainderOrder;
  /** What revenue shares below 1 mean: a mistake (`refused`), or the rest is the primary's (`to_primary`). */
  readonly shortfall: "refused" | "to_primary";
}

/** Credit as it was shared out. */
export interface CreditSplit {
  /** Revenue credit: the parts add up to the sale, to the last unit. */
  readonly revenue: readonly { readonly memberId: string; readonly amount: Money }[];
  /** Extra credit, apart from any total. Rounded half up, each once. */
  readonly overlays: readonly { readonly memberId: string; readonly amount: Money }[];
}

/** Why credit cannot be shared out. */
export type CreditSplitProblem = Message<
  "incentives.shares_not_whole" | "incentives.shares_above_one" | "incentives.primary_without_share" | "kernel.total_too_precise"
>;

/**
 * Shares the credit of one sale out: revenue credit that adds up to the sale, and overlays that need not.
 *
 * @remarks
 * The two are different things: 3 % for a seller and 1.5 % for its manager are an overlay beside a split of 100 %, not a split of 4.5 %.
 * Shares above 1 are refused, shares below 1 as well unless the policy gives the rest to the primary.
 *
 * @param facts - The sale and who has which part in it.
 * @param policy - Places, the owner of spare units, and what a shortfall means.
 * @returns Both kinds of credit, and a working of the revenue credit that adds up.
 * @throws LibraryFault `kernel.outside_bounds`, `kernel.below_zero`, `kernel.not_a_choice` for an overlay with a share and an amount, `kernel.*` with
 * the place in `facts` or `policy`.
 *
 * @errors
 * - `incentives.shares_not_whole` - revenue shares add up to less than 1, and nobody is to have the rest.
 * - `incentives.shares_above_one` - revenue shares add up to more than 1.
 * - `incentives.primary_without_share` - the primary is not among those with a revenue share.
 * - `kernel.total_too_precise` - the sale has more places than can be shared out.
 *
 * @example Thirds of 100.00, and an overlay for the manager
 * ```ts
 * import { splitCredit } from "qudao/incentives";
 *
 * const revenue = ["A", "B", "C"].map((memberId) => ({ memberId, share: "0.3333" }));
 * const answer = splitCredit(
 *   { saleId: "S1", amount: { amount: "100", currency: "CNY" }, revenue, overlays: [{ memberId: "M", share: "1" }], primaryId: "A" },
 *   { decimals: 2, remainder: "contract_order", shortfall: "to_primary" },
 * );
 * answer.ok && answer.value.outcome.revenue.map(({ amount }) => amount.amount); // => ["33.34", "33.33", "33.33"]
 * answer.ok && answer.value.outcome.overlays[0]?.amount.amount; // => "100.00"
 * ```
 *
 * @since 0.1.0
 */
export function splitCredit(facts: CreditSplitFacts, policy: CreditSplitPolicy): Result<Explained<CreditSplit>, CreditSplitProblem> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const decimals = checkCount(agreed["decimals"], "policy.decimals", 0, 20);
    const remainder = checkChoice(agreed["remainder"], "policy.remainder", remainderOrders);
    const shortfall = checkChoice(agreed["shortfall"], "policy.shortfall", ["refused", "to_primary"]);
    const sale = checkRecord(facts, "facts");
    const saleId = checkText(sale["saleId"], "facts.saleId");
    const { amount, currency } = parseMoney(sale["amount"], "facts.amount");
    const primaryId = checkText(sale["primaryId"], "facts.primaryId");
    const shares = readRecords(sale["revenue"], "facts.revenue", readShareOf);
    readNames(
      shares.map(({ memberId }) => memberId),
      (i) => `facts.revenue[${i}].memberId`,
    );
    const overlays = readRecords(sale["overlays"], "facts.overlays", (fields, path) => readOverlay(fields, path, exact(amount)));

    if (!shares.some(({ memberId }) => memberId === primaryId))
      return err({ code: "incentives.primary_without_share", params: { memberId: primaryId } });
    const sum = sumOf(shares.map(({ share }) => share));
    if (sum.greaterThan(1)) return err({ code: "incentives.shares_above_one", params: { sum: text(sum) } });
    if (sum.lessThan(1) && shortfall === "refused") return err({ code: "incentives.shares_not_whole", params: { sum: text(sum) } });
    const rest = ONE.minus(sum);
    const weights = shares.map(({ memberId, share }) => text(memberId === primaryId ? share.plus(rest) : share));
    const split = allocateAmount({ total: amount, weights }, { decimals, remainder });
    if (!split.ok) return split as Result<never, CreditSplitProblem>;
    const parts = split.value.outcome;
    const from = shares.map(({ memberId, share }, i): Explanation => {
      const params = { memberId, share: text(share), amount: parts[i] as string };
      return { code: memberId === primaryId && !rest.isZero() ? "incentives.credit_rest" : "incentives.credit_part", params };
    });
    return ok({
      outcome: {
        revenue: shares.map(({ memberId }, i) => ({ memberId, amount: { amount: parts[i] as string, currency } })),
        overlays: overlays.map(({ memberId, credit }) => ({
          memberId,
          amount: { amount: fixed(rounded(credit, decimals, "half_up"), decimals), currency },
        })),
      },
      explanation: {
        code: "incentives.credit_split",
        params: { saleId, amount: fixed(exact(amount), decimals), currency },
        adds: "amount",
        from,
      },
    });
  });
}

function readShareOf(fields: Fields, path: string): { readonly memberId: string; readonly share: Exact } {
  return { memberId: checkText(fields["memberId"], at(path, "memberId")), share: exactShare(fields["share"], at(path, "share")) };
}

function readOverlay(fields: Fields, path: string, sale: Exact): { readonly memberId: string; readonly credit: Exact } {
  const memberId = checkText(fields["memberId"], at(path, "memberId"));
  refuseBoth(fields, ["share", "amount"], path);
  if (fields["share"] !== undefined) return { memberId, credit: exactNotNegative(fields["share"], at(path, "share")).times(sale) };
  return { memberId, credit: exact(fields["amount"] as string, at(path, "amount")) };
}
