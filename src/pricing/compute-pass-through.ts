import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { optional, readCurrency, readNotNegative, readShare, recordOf } from "../kernel/read.js";

/** A saving of cost that may be passed on. */
export interface PassThroughFacts {
  /** ISO 4217 code of every figure. */
  readonly currency: string;
  /** What a unit is sold for before, net of tax, not negative. */
  readonly unitPrice: DecimalString;
  /** What a unit costs before, net of tax, not negative. */
  readonly unitCost: DecimalString;
  /** What is saved on a unit, not negative. */
  readonly unitSaving: DecimalString;
  /** Units sold before, not negative. */
  readonly volume: DecimalString;
  /** Units expected at the new price, not negative. Absent: as many as before. */
  readonly volumeAfter?: DecimalString | undefined;
  /** What the rival asks for a unit. Absent: not known, and whether it is undercut stays open. */
  readonly rivalPrice?: DecimalString | undefined;
}

/** How much is passed on, and what must be left. */
export interface PassThroughPolicy {
  /** What the customer gets of the saving, a ratio from `"0"` to `"1"`. */
  readonly share: Rate;
  /** The profit that is satisfactory (满意的利润), in the currency of the facts, not negative. */
  readonly satisfactoryProfit: DecimalString;
}

/** What passing on a saving does. */
export interface PassThrough {
  /** The new price of a unit, exact. Below 0 where more is passed on than was asked. */
  readonly unitPrice: DecimalString;
  /** Profit of a unit before and after. */
  readonly unitProfit: { readonly before: DecimalString; readonly after: DecimalString };
  /** Profit on the volume before and after. */
  readonly profit: { readonly before: DecimalString; readonly after: DecimalString };
  /** Whether the profit after is at least the satisfactory one. */
  readonly satisfactory: boolean;
  /** Whether the new price is below the rival's. `null`: the rival's is not known. */
  readonly undercutsRival: boolean | null;
}

const readFacts = recordOf<PassThroughFacts>({
  currency: readCurrency,
  unitPrice: readNotNegative,
  unitCost: readNotNegative,
  unitSaving: readNotNegative,
  volume: readNotNegative,
  volumeAfter: optional(readNotNegative),
  rivalPrice: optional(readNotNegative),
});
const readPolicy = recordOf<PassThroughPolicy>({ share: readShare, satisfactoryProfit: readNotNegative });

/**
 * Computes the price and the profit when part of a cost saving is passed on to the customer.
 *
 * @remarks
 * `new price = price − saving × share`; the seller keeps `saving × (1 − share)` more on each unit. Nothing is rounded. A profit exactly on
 * the satisfactory one is satisfactory; a price equal to the rival's does not undercut it.
 *
 * @param facts - Price, cost, saving and volumes.
 * @param policy - The share passed on, and the profit that is satisfactory.
 * @returns The new price, both profits, and whether they satisfy.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @source S05-23: savings go to the consumer, rivals' prices are challenged, and a satisfactory profit remains.
 *
 * @example Half of a saving of 2
 * ```ts
 * import { computePassThrough } from "qudao/pricing";
 *
 * const passed = computePassThrough(
 *   { currency: "CNY", unitPrice: "50", unitCost: "40", unitSaving: "2", volume: "100", rivalPrice: "49.50" },
 *   { share: "0.5", satisfactoryProfit: "1000" },
 * ).outcome;
 * [passed.unitPrice, passed.unitProfit.after, passed.satisfactory, passed.undercutsRival]; // => ["49", "11", true, true]
 * ```
 *
 * @since 0.1.0
 */
export function computePassThrough(facts: PassThroughFacts, policy: PassThroughPolicy): Explained<PassThrough> {
  return readSafely({ facts, policy }, () => {
    const { currency, unitPrice, unitCost, unitSaving, volume, volumeAfter = volume, rivalPrice } = readFacts(facts, "facts");
    const { share, satisfactoryProfit } = readPolicy(policy, "policy");
    const passedOn = new Exact(unitSaving).times(share);
    const kept = new Exact(unitSaving).minus(passedOn);
    const price = new Exact(unitPrice).minus(passedOn);
    const before = new Exact(unitPrice).minus(unitCost);
    const after = before.plus(kept);
    const profitAfter = after.times(volumeAfter);
    const outcome = {
      unitPrice: text(price),
      unitProfit: { before: text(before), after: text(after) },
      profit: { before: text(before.times(volume)), after: text(profitAfter) },
      satisfactory: profitAfter.greaterThanOrEqualTo(satisfactoryProfit),
      undercutsRival: rivalPrice === undefined ? null : price.lessThan(rivalPrice),
    };
    const { satisfactory, undercutsRival, profit } = outcome;
    return {
      outcome,
      explanation: {
        code: "pricing.pass_through",
        params: { unitPrice: outcome.unitPrice, unitSaving, currency, profitAfter: profit.after, profitBefore: profit.before },
        from: [
          {
            code: "pricing.saving_shared",
            params: { amount: unitSaving, currency },
            adds: "amount",
            from: [
              { code: "pricing.saving_passed_on", params: { amount: text(passedOn), currency } },
              { code: "pricing.saving_kept", params: { amount: text(kept), currency } },
            ],
          },
          { code: "pricing.satisfactory", params: { satisfactory, satisfactoryProfit, currency } },
          rivalPrice === undefined
            ? { code: "pricing.rival_unknown", params: {} }
            : { code: "pricing.undercuts_rival", params: { undercutsRival, rivalPrice, currency } },
        ],
      },
    };
  });
}
