import { scoreMember } from "../engine/score-member.js";
import type { Scorecard } from "../engine/scorecard.js";
import type { ProductAppeal } from "../entities/product.js";
import { checkCount, readSafely } from "../kernel/check.js";
import { type DecimalString, exact, type RoundingMode, roundingModes, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, optional, readNotNegative, readShare, readText, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** How much each side of a product counts in how it strikes a buyer. */
export interface AppealPolicy {
  /** Names this set of weights. */
  readonly version: string;
  /** Weights, not negative; they are divided by their sum. One of them is above 0. */
  readonly weights: AppealWeights;
  /** Least share of the weights that must be rated, from `"0"` to `"1"`. Below it there is no index. */
  readonly minimumCoverage: Rate;
  /** Decimal places of the index, 2 to 10. */
  readonly decimals: number;
  /** How the index is rounded, once. */
  readonly mode: RoundingMode;
}

/** The weights of technology, quality and appearance. */
export interface AppealWeights {
  /** Weight of the technology. */
  readonly technology: DecimalString;
  /** Weight of the quality. */
  readonly quality: DecimalString;
  /** Weight of the appearance. */
  readonly appearance: DecimalString;
}

/** How a product strikes a buyer. */
export interface AppealIndex {
  /** From `"0"` (repels) to `"1"` (could not be better). */
  readonly index: Rate;
  /** The sides that are not rated and took no part. */
  readonly unrated: readonly (keyof ProductAppeal)[];
}

/** Why a product has no index. */
export type AppealProblem = Message<"network.appeal_unrated">;

const titles = {
  technology: { en: "Technology", zh: "技术" },
  quality: { en: "Quality", zh: "品质" },
  appearance: { en: "Appearance", zh: "外观" },
};
const sides = ["technology", "quality", "appearance"] as const;

const readAppeal = recordOf<ProductAppeal>({
  technology: optional(readShare),
  quality: optional(readShare),
  appearance: optional(readShare),
});

const readPolicy = recordOf<AppealPolicy>({
  version: readText,
  weights: recordOf<AppealWeights>({ technology: readNotNegative, quality: readNotNegative, appearance: readNotNegative }),
  minimumCoverage: readShare,
  decimals: (value, path) => checkCount(value, path, 2, 10),
  mode: choiceOf<RoundingMode>(roundingModes),
});

/**
 * Computes how a product strikes a buyer, as the weighted mean of its ratings.
 *
 * @remarks
 * `index = Σ weight × rating ÷ Σ weight`, over the sides that are rated: what is not rated takes no part and is named, and never counts
 * as 0. It is a scorecard of three criteria; its working is that of the score, which is the index times 100.
 *
 * @param appeal - Ratings of technology, quality and appearance.
 * @param policy - Weights, least coverage and rounding.
 * @returns The index and what was not rated.
 * @throws LibraryFault `kernel.*`, `entities.*` or `engine.*`, with the place of what cannot be read; no weight above 0.
 *
 * @errors
 * - `network.appeal_unrated` - nothing is rated, or less than the least coverage.
 *
 * @source S03-06.
 *
 * @example A rating that is missing takes no part
 * ```ts
 * import { computeAppealIndex } from "qudao/network";
 *
 * const policy = {
 *   version: "2024", weights: { technology: "2", quality: "2", appearance: "1" },
 *   minimumCoverage: "0.5", decimals: 2, mode: "half_up" as const,
 * };
 * const index = (appeal: object) => {
 *   const answer = computeAppealIndex(appeal, policy);
 *   return answer.ok ? answer.value.outcome.index : answer.problem.code;
 * };
 * index({ technology: "0.9", quality: "0.8", appearance: "0.5" }); // => "0.78"
 * index({ technology: "0.9", quality: "0.8" }); // => "0.85"
 * index({ appearance: "0.5" }); // => "network.appeal_unrated"
 * ```
 *
 * @since 0.1.0
 */
export function computeAppealIndex(appeal: ProductAppeal, policy: AppealPolicy): Result<Explained<AppealIndex>, AppealProblem> {
  return readSafely({ appeal, policy }, () => {
    const ratings = readAppeal(appeal, "appeal");
    const agreed = readPolicy(policy, "policy");
    const { weights, version } = agreed;
    if (sides.every((side) => exact(weights[side]).isZero())) {
      throw kernelFault("kernel.not_above_zero", "policy.weights", { got: "0" });
    }
    const unrated = sides.filter((side) => ratings[side] === undefined);
    const { outcome, explanation } = scoreMember({ values: { ...ratings } }, scorecardOf(agreed));
    if (outcome.status !== "scored") return err({ code: "network.appeal_unrated", params: { unrated } });
    const index = text(exact(outcome.score).times("0.01"));
    return ok({
      outcome: { index, unrated },
      explanation: { code: "network.appeal", params: { index, unrated, version }, from: [explanation] },
    });
  });
}

/** A score from 0 to 100 with two places fewer than the index. */
function scorecardOf({ version, weights, minimumCoverage, decimals, mode }: AppealPolicy): Scorecard {
  return {
    version,
    weights: "keys",
    criteria: sides.map((side) => ({
      code: side,
      title: titles[side],
      fact: side,
      weight: weights[side],
      scale: { kind: "direct", full: "1" },
      missing: { then: "exclude" },
    })),
    minimumCoverage,
    places: decimals - 2,
    rounding: mode,
    grades: [{ grade: "rated", from: "0" }],
  };
}
