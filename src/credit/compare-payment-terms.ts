import { checkRecord, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { exactShare } from "../kernel/read.js";
import { readTerm } from "./due-day.js";
import type { PaymentTerm } from "./payment-term.js";

/** A term that an order asks for, and the one that the member has. */
export interface TermComparisonFacts {
  /** What the order asks for. */
  readonly asked: PaymentTerm;
  /** What the member was granted. */
  readonly agreed: PaymentTerm;
}

/** Whether an order asks for more than was granted. */
export interface TermComparison {
  /** `higher`: the order asks for a more generous term. */
  readonly rank: "higher" | "same" | "lower";
  /** The same of the cash discount; no discount is a rate of 0. */
  readonly discount: "higher" | "same" | "lower";
  /** Whether the credit of the order must be looked at again: one of the two is higher. */
  readonly recheck: boolean;
}

/**
 * Compares the payment term of an order with the one that the member was granted.
 *
 * @remarks
 * The rank is data of the term: a higher one grants more. A higher rank or a higher discount calls for a new credit check.
 *
 * @param facts - Both terms.
 * @returns Where the order stands, and whether to check again.
 * @throws LibraryFault As for `splitInvoiceByTerm`.
 *
 * @source Practice of payment terms: ranking of terms.
 *
 * @example From 30 to 60 days
 * ```ts
 * import { comparePaymentTerms, type PaymentTerm } from "qudao/credit";
 *
 * const net = (days: number, rank: number): PaymentTerm => ({
 *   id: `net ${days}`, titles: { en: `net ${days}`, zh: `${days} 天` }, rank, decimals: 2, remainder: "contract_order", rounding: "half_up",
 *   instalments: [{ share: "1", due: { kind: "net", days } }],
 * });
 * comparePaymentTerms({ asked: net(60, 2), agreed: net(30, 1) }).outcome; // => { rank: "higher", discount: "same", recheck: true }
 * ```
 *
 * @since 0.1.0
 */
export function comparePaymentTerms(facts: TermComparisonFacts): Explained<TermComparison> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const asked = readTerm(given["asked"], "facts.asked");
    const agreed = readTerm(given["agreed"], "facts.agreed");
    const rank = order(Math.sign(asked.rank - agreed.rank));
    const discount = order(
      exactShare(asked.discount?.rate ?? "0", "facts.asked.discount.rate").comparedTo(
        exactShare(agreed.discount?.rate ?? "0", "facts.agreed.discount.rate"),
      ),
    );
    const recheck = rank === "higher" || discount === "higher";
    return {
      outcome: { rank, discount, recheck },
      explanation: {
        code: "credit.terms_compared",
        params: { asked: { ...asked.titles }, agreed: { ...agreed.titles }, rank, discount, recheck },
      },
    };
  });
}

const order = (sign: number): TermComparison["rank"] => (sign > 0 ? "higher" : sign < 0 ? "lower" : "same");
