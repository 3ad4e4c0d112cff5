import type { Scorecard } from "../engine/scorecard.js";
import { readSafely } from "../kernel/check.js";
import { readPartnerScorecard } from "./check-partner-scorecard.js";
import type { PartnerScorecard } from "./partner-scorecard.js";

/**
 * Writes a scorecard for partners out as a scorecard of the engine, with titles and facts from the catalogue of criteria.
 *
 * @remarks
 * For whatever else the engine does with a scorecard: `findGapToGrade`, `scorePeriods`, `compareScores`.
 *
 * @param scorecard - The scorecard. One that `checkPartnerScorecard` faults is refused.
 * @returns The same, criteria written out.
 * @throws LibraryFault The first fault of `checkPartnerScorecard`, under `scorecard`.
 *
 * @example One criterion
 * ```ts
 * import { buildPartnerScorecard } from "qudao/admission";
 *
 * const scorecard = buildPartnerScorecard({
 *   version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up", grades: [{ grade: "A", from: "0" }],
 *   criteria: [{ criterion: "team_strength", weight: "1", scale: { kind: "direct", full: "100" }, missing: { then: "fail" } }],
 * });
 * scorecard.criteria.map(({ title, fact }) => [title.zh, fact]); // => [["团队实力", "teamStrength"]]
 * ```
 *
 * @since 0.1.0
 */
export function buildPartnerScorecard(scorecard: PartnerScorecard): Scorecard {
  return readSafely("scorecard", () => readPartnerScorecard(scorecard, "scorecard"));
}
