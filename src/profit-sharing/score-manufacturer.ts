import { ratioOf, roundFraction, times } from "../engine/fraction.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readNotNegative, readPlaces, readShare, readText, recordOf, uniqueBy } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { profitFault } from "./profit-fault.js";

/** One rating of a manufacturer's outlook by a dealer. */
export interface OutlookRating {
  /** The outlook factor, such as `"product_plans"`, as the policy names it. */
  readonly id: string;
  /** From `"0"` (bleak) to `"1"` (could not be better). Absent: not rated, and no score can be told. */
  readonly rating?: Rate | undefined;
}

/** How a dealer sees a manufacturer. */
export interface ManufacturerFacts {
  /** The ratings. */
  readonly outlook: readonly OutlookRating[];
  /** The risk of working with it, from `"0"` to `"1"`, as of `computeProfitRisk`. */
  readonly risk: Rate;
}

/** What one outlook factor counts for. */
export interface OutlookWeight {
  /** The factor, unique. */
  readonly id: string;
  /** Its weight, not negative; weights are divided by their sum. */
  readonly weight: DecimalString;
}

/** What a dealer looks at. */
export interface ManufacturerPolicy {
  /** The factors of the outlook. At least one weight is above 0. */
  readonly outlook: readonly OutlookWeight[];
  /** What of the score a full risk takes, a ratio from `"0"` to `"1"`. */
  readonly riskWeight: Rate;
  /** Decimal places of the scores, 0 to 60; rounded half up. */
  readonly decimals: number;
}

/** How attractive a manufacturer is to a dealer. */
export interface ManufacturerScore {
  /** Weighted mean of the outlook, from 0 to 1. */
  readonly outlook: DecimalString;
  /** `outlook × (1 − risk × risk weight)`: the higher the risk, the lower. */
  readonly attractiveness: DecimalString;
}

const readFacts = recordOf<ManufacturerFacts>({
  outlook: uniqueBy("id", listOf(recordOf<OutlookRating>({ id: readText, rating: optional(readShare) }))),
  risk: readShare,
});
const readPolicy = recordOf<ManufacturerPolicy>({
  outlook: uniqueBy("id", listOf(recordOf<OutlookWeight>({ id: readText, weight: readNotNegative }))),
  riskWeight: readShare,
  decimals: readPlaces,
});

/**
 * Scores a manufacturer as a dealer sees it: its outlook, less what risk takes of it.
 *
 * @remarks
 * `Σ weight × rating ÷ Σ weight`, then `× (1 − risk × risk weight)`; both are rounded once from the exact figure. Ratings of factors that
 * the policy does not name are not looked at; a factor of weight 0 need not be rated.
 *
 * @param facts - The ratings and the risk.
 * @param policy - The weights and the places.
 * @returns Outlook and attractiveness.
 * @throws LibraryFault `profit-sharing.no_weight`: all weights are 0; `kernel.*` or `profit-sharing.*` for what cannot be read.
 *
 * @errors
 * - `profit-sharing.outlook_unknown` - a factor was not rated.
 *
 * @source S19-150: 评估生产商的未来发展状况; S19-156: risk is a main factor in a dealer's judgement.
 *
 * @example A good outlook at some risk
 * ```ts
 * import { scoreManufacturer } from "qudao/profit-sharing";
 *
 * const policy = { outlook: [{ id: "product_plans", weight: "3" }, { id: "finances", weight: "1" }], riskWeight: "0.5", decimals: 4 };
 * const scored = scoreManufacturer(
 *   { outlook: [{ id: "product_plans", rating: "0.8" }, { id: "finances", rating: "0.4" }], risk: "0.2" }, policy,
 * );
 * scored.ok && scored.value.outcome; // => { outlook: "0.7", attractiveness: "0.63" }
 * ```
 *
 * @since 0.1.0
 */
export function scoreManufacturer(
  facts: ManufacturerFacts,
  policy: ManufacturerPolicy,
): Result<Explained<ManufacturerScore>, Message<"profit-sharing.outlook_unknown">> {
  return readSafely("facts", () => {
    const given = readFacts(facts, "facts");
    const { outlook: weights, riskWeight, decimals } = readPolicy(policy, "policy");
    const whole = weights.reduce((sum, { weight }) => sum.plus(weight), new Exact(0));
    if (whole.isZero()) throw profitFault("profit-sharing.no_weight", "policy.outlook", {});
    const ratings = new Map(given.outlook.map(({ id, rating }) => [id, rating]));
    const counted = weights.filter(({ weight }) => weight !== "0");
    const missing = counted.filter(({ id }) => ratings.get(id) === undefined).map(({ id }) => id);
    if (missing.length > 0) return err({ code: "profit-sharing.outlook_unknown", params: { missing } });
    const sum = counted.reduce((all, { id, weight }) => all.plus(new Exact(weight).times(ratings.get(id) as string)), new Exact(0));
    const mean = ratioOf(sum, whole);
    const kept = times(mean, new Exact(1).minus(new Exact(given.risk).times(riskWeight)));
    const outlook = text(roundFraction(mean, decimals, "half_up"));
    const attractiveness = text(roundFraction(kept, decimals, "half_up"));
    return ok({
      outcome: { outlook, attractiveness },
      explanation: {
        code: "profit-sharing.manufacturer",
        params: { outlook, attractiveness, risk: given.risk, riskWeight },
        from: counted.map(({ id, weight }) => ({
          code: "profit-sharing.outlook_factor",
          params: { id, weight, rating: ratings.get(id) as string },
        })),
      },
    });
  });
}
