import { readScorecard } from "../engine/read-scorecard.js";
import { scoreWith } from "../engine/score-member.js";
import type { Scorecard, ScoreFacts } from "../engine/scorecard.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, rounded, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { readPlaces, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { criterionTitles } from "./criterion-titles.js";

/** How a dealer sees a manufacturer. */
export interface ManufacturerFacts {
  /** What the dealer knows of it, as the scorecard reads it. */
  readonly outlook: ScoreFacts;
  /** The risk of working with it, from `"0"` to `"1"`, as of `computeProfitRisk`. */
  readonly risk: Rate;
}

/** What a dealer looks at. */
export interface ManufacturerPolicy {
  /** Scores the outlook (发展前景): product plans, finances, reputation, whatever the dealer weighs. */
  readonly scorecard: Scorecard;
  /** What of the score a full risk takes, a ratio from `"0"` to `"1"`. */
  readonly riskWeight: Rate;
  /** Decimal places of the attractiveness, 0 to 60; rounded half up. */
  readonly decimals: number;
}

/** How attractive a manufacturer is to a dealer. */
export interface ManufacturerScore {
  /** Score of the outlook, from 0 to 100, rounded as the scorecard says. */
  readonly outlook: DecimalString;
  /** Grade of the outlook. */
  readonly grade: string;
  /** `outlook × (1 − risk × risk weight)`: the higher the risk, the lower. */
  readonly attractiveness: DecimalString;
}

const readFacts = recordOf<ManufacturerFacts>({
  outlook: (value, path) => checkRecord(value, path) as unknown as ScoreFacts,
  risk: readShare,
});
const readPolicy = recordOf<ManufacturerPolicy>({
  scorecard: (value, path) => readScorecard(value as Scorecard, path).card,
  riskWeight: readShare,
  decimals: readPlaces,
});

/**
 * Scores a manufacturer as a dealer sees it: its outlook, less what risk takes of it.
 *
 * @remarks
 * The outlook is a score of the engine, and so says itself what a missing fact means. `× (1 − risk × risk weight)` of the score as it is
 * shown, rounded once.
 *
 * @param facts - What the dealer knows, and the risk.
 * @param policy - The scorecard, the weight of risk, and the places.
 * @returns Outlook, its grade, and attractiveness.
 * @throws LibraryFault As `scoreMember`; `kernel.*` for what cannot be read.
 *
 * @errors
 * - `profit-sharing.outlook_unknown` - there is no score, for want of facts: it is neither 0 nor full.
 *
 * @source S19-150: 评估生产商的未来发展状况; S19-156: risk is a main factor in a dealer's judgement.
 *
 * @example A good outlook at some risk
 * ```ts
 * import { type ManufacturerPolicy, scoreManufacturer } from "qudao/profit-sharing";
 *
 * const criterion = (code: string, en: string, zh: string, weight: string) => ({
 *   code, title: { en, zh }, fact: code, weight, scale: { kind: "direct", full: "10" }, missing: { then: "fail" },
 * } as const);
 * const policy: ManufacturerPolicy = {
 *   scorecard: {
 *     version: "2024", weights: "keys", minimumCoverage: "1", places: 1, rounding: "half_up",
 *     criteria: [criterion("plans", "Product plans", "产品规划", "3"), criterion("finances", "Finances", "财务状况", "1")],
 *     grades: [{ grade: "weak", from: "0" }, { grade: "strong", from: "60" }],
 *   },
 *   riskWeight: "0.5", decimals: 1,
 * };
 * const scored = scoreManufacturer({ outlook: { values: { plans: "8", finances: "4" } }, risk: "0.2" }, policy);
 * scored.ok && scored.value.outcome; // => { outlook: "70", grade: "strong", attractiveness: "63" }
 * ```
 *
 * @since 0.1.0
 */
export function scoreManufacturer(
  facts: ManufacturerFacts,
  policy: ManufacturerPolicy,
): Result<Explained<ManufacturerScore>, Message<"profit-sharing.outlook_unknown">> {
  return readSafely({ facts, policy }, () => {
    const { outlook: known, risk } = readFacts(facts, "facts");
    const { scorecard, riskWeight, decimals } = readPolicy(policy, "policy");
    const { outcome, explanation } = scoreWith(readScorecard(scorecard), known, "facts.outlook");
    if (outcome.status !== "scored") {
      const missing =
        outcome.status === "insufficient_data" ? outcome.missing : outcome.problems.map(({ params }) => params["criterion"] ?? "");
      const criteria = criterionTitles(missing.map(String), scorecard);
      return err({ code: "profit-sharing.outlook_unknown", params: { missing: [...missing], criteria } });
    }
    const { score: outlook, grade } = outcome;
    const kept = new Exact(1).minus(exact(risk).times(riskWeight));
    const attractiveness = text(rounded(exact(outlook).times(kept), decimals, "half_up"));
    return ok({
      outcome: { outlook, grade, attractiveness },
      explanation: {
        code: "profit-sharing.manufacturer",
        params: { outlook, grade, attractiveness, risk, riskWeight },
        from: [explanation],
      },
    });
  });
}
