import { type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, fixed, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { choiceOf, readDecimal, readNotNegative, readPlaces, readText, recordOf, someOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { mustAllocate } from "./allocate-units.js";
import { sharingFault } from "./sharing-fault.js";

/** What parties earn together, and what each of them has without a deal. */
export interface NashBargainFacts {
  /** What they earn together. */
  readonly total: Money;
  /** The parties, each once. */
  readonly parties: readonly BargainingParty[];
}

/** One side of the table. */
export interface BargainingParty {
  /** The party. */
  readonly partyId: string;
  /** What it has without a deal, its fallback. Below 0: it loses without one. */
  readonly fallback: DecimalString;
}

/** How the gain is divided. */
export interface NashBargainPolicy {
  /** Bargaining power of each party, 0 or more, one of them above 0. Equal powers split the gain equally. */
  readonly powers: readonly { readonly partyId: string; readonly power: DecimalString }[];
  /** Places of every part. */
  readonly decimals: number;
  /** Who gets the smallest units that cutting leaves over. */
  readonly remainder: RemainderOrder;
}

/** What each party gets. */
export interface NashBargain {
  /** What the deal brings beyond all fallbacks, money, 0 or more. */
  readonly gain: DecimalString;
  /** The parties, in the order given. */
  readonly parties: readonly {
    /** The party. */
    readonly partyId: string;
    /** Its fallback and its part of the gain, money. Below 0: even with the deal it loses, but less than without. */
    readonly amount: DecimalString;
    /** Its part of the gain, 0 or more. */
    readonly gain: DecimalString;
  }[];
}

/** Why there is no bargain. */
export type NashBargainProblem = Message<"profit-sharing.no_gain" | "kernel.total_too_precise">;

/**
 * Computes the Nash bargain: everybody keeps what they would have without a deal, and the gain is divided by bargaining power.
 *
 * @remarks
 * `part(i) = fallback(i) + (total − Σ fallbacks) × power(i) ÷ Σ powers`: the point that maximises the product of gains, each raised to
 * its party's power. With equal powers the gain is split equally. A gain of 0 leaves everybody at the fallback.
 *
 * @param facts - The total and the fallbacks.
 * @param policy - The powers, places, and the owner of the remainder.
 * @returns What each party gets; the parts add up to the total.
 * @throws LibraryFault `profit-sharing.not_listed` for a party without a power; `kernel.not_above_zero` where nobody has any.
 *
 * @errors
 * - `profit-sharing.no_gain` - the fallbacks are worth more than the deal: nobody can be made to agree.
 * - `kernel.total_too_precise` - the total, or a fallback, has more places than can be paid.
 *
 * @source J. F. Nash, The bargaining problem (1950); weighted as usual.
 *
 * @example A maker that has another buyer
 * ```ts
 * import { computeNashBargain } from "qudao/profit-sharing";
 *
 * const parties = [{ partyId: "maker", fallback: "40" }, { partyId: "agent", fallback: "10" }];
 * const powers = [{ partyId: "maker", power: "1" }, { partyId: "agent", power: "1" }];
 * const facts = { total: { amount: "100", currency: "CNY" }, parties };
 * const answer = computeNashBargain(facts, { powers, decimals: 2, remainder: "contract_order" });
 * answer.ok && answer.value.outcome.parties.map((party) => party.amount); // => ["65.00", "35.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeNashBargain(facts: NashBargainFacts, policy: NashBargainPolicy): Result<Explained<NashBargain>, NashBargainProblem> {
  return readSafely({ facts, policy }, () => {
    const { total: whole, parties } = recordOf<NashBargainFacts>({
      total: parseMoney,
      parties: uniqueBy("partyId", someOf(recordOf<BargainingParty>({ partyId: readText, fallback: readDecimal }))),
    })(facts, "facts");
    const { powers, decimals, remainder } = recordOf<NashBargainPolicy>({
      powers: uniqueBy("partyId", someOf(recordOf<NashBargainPolicy["powers"][number]>({ partyId: readText, power: readNotNegative }))),
      decimals: readPlaces,
      remainder: choiceOf(remainderOrders),
    })(policy, "policy");
    const weights = parties.map(({ partyId }, i) => {
      const power = powers.find((one) => one.partyId === partyId)?.power;
      if (power === undefined) throw sharingFault("profit-sharing.not_listed", `facts.parties[${i}].partyId`, { got: partyId });
      return { partyId, share: power };
    });
    if (sumOf(weights.map(({ share }) => share)).isZero()) throw sharingFault("kernel.not_above_zero", "policy.powers", { got: "0" });
    for (const value of [whole.amount, ...parties.map(({ fallback }) => fallback)]) {
      if (exact(value).decimalPlaces() > decimals) return err({ code: "kernel.total_too_precise", params: { total: value, decimals } });
    }
    const fallbacks = sumOf(parties.map(({ fallback }) => fallback));
    const gain = exact(whole.amount).minus(fallbacks);
    if (gain.isNegative()) {
      return err({ code: "profit-sharing.no_gain", params: { total: whole.amount, fallbacks: text(fallbacks), currency: whole.currency } });
    }
    const parts = mustAllocate(text(gain), weights, { decimals, remainder });
    const outcome = parties.map(({ partyId, fallback }, i) => {
      const own = (parts[i] as (typeof parts)[number]).amount;
      return { partyId, amount: fixed(exact(fallback).plus(own), decimals), gain: own };
    });
    return ok({
      outcome: { gain: fixed(gain, decimals), parties: outcome },
      explanation: {
        code: "profit-sharing.nash_bargain",
        params: { amount: fixed(exact(whole.amount), decimals), currency: whole.currency, gain: text(gain) },
        adds: "amount",
        from: parties.map(({ partyId, fallback }, i) => {
          const { amount, gain } = outcome[i] as (typeof outcome)[number];
          return {
            code: "profit-sharing.nash_part",
            params: { partyId, amount, fallback, gain, power: (weights[i] as { share: string }).share },
          };
        }),
      },
    });
  });
}
