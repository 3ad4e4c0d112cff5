import { type AllocationProblem, type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { choiceOf, listOf, readNotNegative, readPlaces, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { allocateUnits, explainPart } from "./allocate-units.js";

/** An amount that is to be shared. */
export interface RatioSplitFacts {
  /** The whole. Below 0: a loss, or money taken back, shared as the mirror image. */
  readonly amount: Money;
}

/** What one party was promised. */
export interface PartyShare {
  /** The party. Each stands once. */
  readonly partyId: string;
  /** Its share, 0 or more: a ratio, or a number of parts. */
  readonly share: DecimalString;
}

/** How shares are written: `shares` of the whole, which add up to exactly 1, or `parts` in proportion to each other, as in 1 : 1 : 1. */
export type ShareBasis = (typeof shareBases)[number];

/** The ways to write shares. */
export const shareBases = ["shares", "parts"] as const;

/** Who gets what. */
export interface RatioSplitPolicy {
  /** The parties in the order of the contract. At least one. */
  readonly parties: readonly PartyShare[];
  /** How the shares are written. */
  readonly basis: ShareBasis;
  /** Places of every part: 2 for yuan, 0 where parts must be whole, as for pieces. */
  readonly decimals: number;
  /** Who gets the smallest units that cutting leaves over. */
  readonly remainder: RemainderOrder;
}

/** What one party gets. */
export interface SplitPart {
  /** The party. */
  readonly partyId: string;
  /** Its part, with exactly the places of the policy. */
  readonly amount: Money;
  /** Whether the part holds one smallest unit that cutting left over. */
  readonly ownsOddUnit: boolean;
}

/** Why an amount cannot be shared. */
export type RatioSplitProblem = AllocationProblem | Message<"profit-sharing.shares_not_whole">;

const readPolicy = recordOf<RatioSplitPolicy>({
  parties: uniqueBy("partyId", listOf(recordOf<PartyShare>({ partyId: readText, share: readNotNegative }))),
  basis: choiceOf(shareBases),
  decimals: readPlaces,
  remainder: choiceOf(remainderOrders),
});

/**
 * Splits an amount by agreed ratios (分成比例), exact to the smallest unit, and names who owns the odd unit.
 *
 * @remarks
 * `part = amount × share ÷ Σ shares`, cut toward 0 at `decimals` places; the units then missing go, one each, to parts that were cut,
 * in the order of `remainder`. Parts always add up, none is a full unit off, and a part that is exact never gets a spare unit.
 *
 * @param facts - The amount.
 * @param policy - The parties, their shares, places, and the owner of the remainder.
 * @returns One part per party, in the order of the contract; the working adds up to the amount.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.named_twice`.
 *
 * @errors
 * - `profit-sharing.shares_not_whole` - shares of the whole add up to something other than 1.
 * - `kernel.no_weights` - nobody has a share above 0.
 * - `kernel.total_too_precise` - the amount has more places than can be paid.
 *
 * @source S13-09.
 *
 * @example A hundred yuan among three, one fen over
 * ```ts
 * import { splitByRatio } from "qudao/profit-sharing";
 *
 * const parties = ["maker", "agent", "distributor"].map((partyId) => ({ partyId, share: "1" }));
 * const policy = { parties, basis: "parts" as const, decimals: 2, remainder: "contract_order" as const };
 * const split = splitByRatio({ amount: { amount: "100.00", currency: "CNY" } }, policy);
 * split.ok && split.value.outcome.map((part) => part.amount.amount); // => ["33.34", "33.33", "33.33"]
 * split.ok && split.value.outcome.map((part) => part.ownsOddUnit); // => [true, false, false]
 * ```
 *
 * @example Three times 0.3334 is more than there is
 * ```ts
 * import { splitByRatio } from "qudao/profit-sharing";
 *
 * const parties = ["a", "b", "c"].map((partyId) => ({ partyId, share: "0.3334" }));
 * const policy = { parties, basis: "shares" as const, decimals: 2, remainder: "contract_order" as const };
 * const split = splitByRatio({ amount: { amount: "100", currency: "CNY" } }, policy);
 * split.ok ? "" : split.problem; // => { code: "profit-sharing.shares_not_whole", params: { total: "1.0002" } }
 * ```
 *
 * @since 0.1.0
 */
export function splitByRatio(facts: RatioSplitFacts, policy: RatioSplitPolicy): Result<Explained<readonly SplitPart[]>, RatioSplitProblem> {
  return readSafely({ facts, policy }, () => {
    const { amount } = recordOf<RatioSplitFacts>({ amount: parseMoney })(facts, "facts");
    const { parties, basis, decimals, remainder } = readPolicy(policy, "policy");
    const whole = sumOf(parties.map(({ share }) => share));
    if (basis === "shares" && !whole.equals(1)) return err({ code: "profit-sharing.shares_not_whole", params: { total: text(whole) } });
    const split = allocateUnits(amount.amount, parties, { decimals, remainder });
    if (!split.ok) return split;
    const { currency } = amount;
    return ok({
      outcome: split.value.map(({ partyId, amount, spare }) => ({ partyId, amount: { amount, currency }, ownsOddUnit: spare })),
      explanation: {
        code: "profit-sharing.ratio_split",
        params: { amount: text(exact(amount.amount)), currency, shares: text(whole), remainder },
        adds: "amount",
        from: split.value.map(explainPart),
      },
    });
  });
}
