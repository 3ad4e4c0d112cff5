import { ratioOf } from "../engine/fraction.js";
import { allocateAmount } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, quotient, rounded, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { squareRootOfDecimal } from "../kernel/power.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, readAboveZero, readNotNegative, readPlaces, readText, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { digitsLine } from "./profit-fault.js";

/** What was sold in one season of one year. */
export interface SeasonVolume {
  /** The season of the year, as `"01"` for January or `"summer"`. */
  readonly season: string;
  /** Units sold in it, not negative. */
  readonly volume: DecimalString;
}

/** Sales by season, of one or more years. */
export interface SeasonalIndexFacts {
  /** One per season and year, in any order. */
  readonly volumes: readonly SeasonVolume[];
}

/** How indices and risk are written. */
export interface SeasonalIndexPolicy {
  /** The coefficient of variation of the indices that counts as full risk, above 0. */
  readonly fullRiskAt: DecimalString;
  /** Decimal places of indices, dispersion and risk, 0 to 60. */
  readonly decimals: number;
}

/** The index of one season. */
export interface SeasonIndex {
  /** The season. */
  readonly season: string;
  /** Its mean over the mean of all seasons; above 1 is peak season (旺季), below it slack season (淡季). */
  readonly index: DecimalString;
}

/** How sales depend on the season. */
export interface SeasonalIndex {
  /** The seasons in the order of their first appearance. The indices average exactly 1. */
  readonly seasons: readonly SeasonIndex[];
  /** Coefficient of variation of the indices: population standard deviation over their mean. `"0"`: every season is alike. */
  readonly dispersion: DecimalString;
  /** `dispersion ÷ fullRiskAt`, at most 1. */
  readonly risk: Rate;
}

const readFacts = recordOf<SeasonalIndexFacts>({
  volumes: listOf(recordOf<SeasonVolume>({ season: readText, volume: readNotNegative })),
});
const readPolicy = recordOf<SeasonalIndexPolicy>({ fullRiskAt: readAboveZero, decimals: readPlaces });

/**
 * Computes the seasonal index of every season, and the risk that lies in their dispersion.
 *
 * @remarks
 * The mean of a season over the mean of the seasons' means. Indices are cut, and the units that leaves over go to the largest fractions,
 * equal ones in order of appearance, so that they average exactly 1. Dispersion: `√(n Σm² − (Σm)²) ÷ Σm` of the n means, at 40
 * significant digits, which the working says; dispersion and risk are rounded half up, once each.
 *
 * @param facts - Sales by season.
 * @param policy - What dispersion is full risk, and the places.
 * @returns Indices, dispersion and risk.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.no_sales` - nothing was sold in any season.
 *
 * @source S19-157: 产品销售有旺季、淡季; the seasonal index of textbooks: season mean over overall mean.
 *
 * @example A summer three times as strong as the winter
 * ```ts
 * import { computeSeasonalIndex } from "qudao/profit-sharing";
 *
 * const facts = { volumes: [{ season: "summer", volume: "150" }, { season: "winter", volume: "50" }] };
 * const found = computeSeasonalIndex(facts, { fullRiskAt: "1", decimals: 4 });
 * found.ok && found.value.outcome.seasons.map(({ index }) => index); // => ["1.5", "0.5"]
 * found.ok && [found.value.outcome.dispersion, found.value.outcome.risk]; // => ["0.5", "0.5"]
 * ```
 *
 * @since 0.1.0
 */
export function computeSeasonalIndex(
  facts: SeasonalIndexFacts,
  policy: SeasonalIndexPolicy,
): Result<Explained<SeasonalIndex>, Message<"profit-sharing.no_sales">> {
  return readSafely({ facts, policy }, () => {
    const { volumes } = readFacts(facts, "facts");
    const { fullRiskAt, decimals } = readPolicy(policy, "policy");
    const sums = new Map<string, { sum: Exact; count: number }>();
    for (const { season, volume } of volumes) {
      const had = sums.get(season) ?? { sum: ZERO, count: 0 };
      sums.set(season, { sum: had.sum.plus(volume), count: had.count + 1 });
    }
    const means = [...sums.values()].map(({ sum, count }) => quotient(sum, new Exact(count)));
    const whole = sumOf(means);
    if (whole.isZero()) return err({ code: "profit-sharing.no_sales", params: {} });
    const shares = allocateAmount(
      { total: String(means.length), weights: means.map(text) },
      { decimals, remainder: "largest_fraction_first" },
    );
    const indices = shares.ok ? shares.value.outcome : [];
    const seasons = [...sums.keys()].map((season, i): SeasonIndex => ({ season, index: text(new Exact(indices[i] as string)) }));
    const variation = variationOf(means, whole);
    const dispersion = text(rounded(variation, decimals, "half_up"));
    const risk = text(rounded(Exact.min(quotient(variation, new Exact(fullRiskAt)), 1), decimals, "half_up"));
    return ok({
      outcome: { seasons, dispersion, risk },
      explanation: {
        code: "profit-sharing.season",
        params: { index: String(seasons.length), count: seasons.length, dispersion, fullRiskAt, risk },
        adds: "index",
        from: [...seasons.map((one) => ({ code: "profit-sharing.season_index", params: { ...one } })), digitsLine({ index: "0" })],
      },
    });
  });
}

/** `√(n × Σm² − (Σm)²) ÷ Σm`: the coefficient of variation without a mean to round. */
function variationOf(means: readonly Exact[], whole: Exact): Exact {
  const squares = sumOf(means.map((mean) => mean.times(mean)));
  const { over, under } = ratioOf(squares.times(means.length).minus(whole.times(whole)), whole.times(whole));
  return new Exact(squareRootOfDecimal(text(quotient(over, under))));
}
