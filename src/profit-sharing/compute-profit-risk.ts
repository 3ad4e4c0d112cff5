import { type ProductStage, productStages } from "../entities/catalogue.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import type { Rate } from "../kernel/rate.js";
import { choiceOf, optional, readShare, recordOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** What puts profit at risk: the first four are market risk, the last two the manufacturer's policy and reputation. */
export const riskSources = ["season", "movement", "stage", "competition", "maker_policy", "maker_reputation"] as const;

/** One of `riskSources`. */
export type RiskSource = (typeof riskSources)[number];

/** Ratings of what puts profit at risk, each from `"0"` (none) to `"1"` (certain loss). One that is absent is not known, and is a problem. */
export interface ProfitRiskFacts {
  /** Peak and slack season, as of `computeSeasonalIndex`. */
  readonly season?: Rate | undefined;
  /** How slowly it moves, as of `computeMovementRisk`. */
  readonly movement?: Rate | undefined;
  /** Where the product stands in its life cycle; the policy says what that risks. */
  readonly stage?: ProductStage | undefined;
  /** Pressure of competitors. */
  readonly competition?: Rate | undefined;
  /** That the manufacturer changes its policy. */
  readonly makerPolicy?: Rate | undefined;
  /** That the manufacturer's reputation fails. */
  readonly makerReputation?: Rate | undefined;
}

/** How ratings become a risk. */
export interface ProfitRiskPolicy {
  /** The risk of each stage of the life cycle, from `"0"` to `"1"`. */
  readonly stageRisks: { readonly [S in ProductStage]: Rate };
  /** What each rating is multiplied by, from `"0"` (not looked at, and may be absent) to `"1"`. */
  readonly weights: { readonly [S in RiskSource]: Rate };
}

/** One part of the risk. */
export interface RiskComponent {
  /** What it comes from. */
  readonly source: RiskSource;
  /** Rating times weight. */
  readonly risk: Rate;
}

/** What puts the profit of a product at risk. All figures are exact ratios from 0 to 1. */
export interface ProfitRisk {
  /** Market risk (市场风险) of season, movement, stage and competition. */
  readonly market: Rate;
  /** Risk of the manufacturer's policy and reputation (政策及信誉风险). */
  readonly makerPolicyReputation: Rate;
  /** Both together. */
  readonly total: Rate;
  /** Every source, in the order of `riskSources`. */
  readonly components: readonly RiskComponent[];
}

/** Stage risks and full weights to start from: a product in decline risks more than a mature one, and a new one more than a growing one. */
export const exampleProfitRiskPolicy: ProfitRiskPolicy = {
  stageRisks: { introduction: "0.4", growth: "0.1", maturity: "0.2", decline: "0.6" },
  weights: { season: "1", movement: "1", stage: "1", competition: "1", maker_policy: "1", maker_reputation: "1" },
};

const rating = optional(readShare);
const readFacts = recordOf<ProfitRiskFacts>({
  season: rating,
  movement: rating,
  stage: optional(choiceOf(productStages)),
  competition: rating,
  makerPolicy: rating,
  makerReputation: rating,
});
const readPolicy = recordOf<ProfitRiskPolicy>({
  stageRisks: recordOf({ introduction: readShare, growth: readShare, maturity: readShare, decline: readShare }),
  weights: recordOf({
    season: readShare,
    movement: readShare,
    stage: readShare,
    competition: readShare,
    maker_policy: readShare,
    maker_reputation: readShare,
  }),
});

/**
 * Computes the risk of a profit from what it comes from: the market, and the manufacturer's policy and reputation.
 *
 * @remarks
 * `1 − Π(1 − rating × weight)`, as of independent risks: the total is at least the largest component and at most their sum. Nothing is
 * rounded. In the working each component adds what it takes of that which the ones before it left.
 *
 * @param facts - The ratings.
 * @param policy - Stage risks and weights; `exampleProfitRiskPolicy` is one to start from.
 * @returns Market risk, risk of the manufacturer, total and components.
 * @throws LibraryFault `kernel.*` or `profit-sharing.*`, with the place of what cannot be read.
 *
 * @errors
 * - `profit-sharing.risks_unknown` - a rating with a weight is missing.
 *
 * @source S19-154, S19-157, S19-158, S19-159, S19-160.
 *
 * @example Two risks of a half leave a quarter
 * ```ts
 * import { computeProfitRisk, exampleProfitRiskPolicy } from "qudao/profit-sharing";
 *
 * const stageRisks = { ...exampleProfitRiskPolicy.stageRisks, maturity: "0" };
 * const facts = { season: "0.5", movement: "0", stage: "maturity" as const, competition: "0", makerPolicy: "0.5", makerReputation: "0" };
 * const found = computeProfitRisk(facts, { ...exampleProfitRiskPolicy, stageRisks });
 * found.ok && [found.value.outcome.market, found.value.outcome.makerPolicyReputation, found.value.outcome.total]; // => ["0.5", "0.5", "0.75"]
 * ```
 *
 * @since 0.1.0
 */
export function computeProfitRisk(
  facts: ProfitRiskFacts,
  policy: ProfitRiskPolicy,
): Result<Explained<ProfitRisk>, Message<"profit-sharing.risks_unknown">> {
  return readSafely({ facts, policy }, () => {
    const { season, movement, stage, competition, makerPolicy, makerReputation } = readFacts(facts, "facts");
    const { stageRisks, weights } = readPolicy(policy, "policy");
    const ratings: { readonly [S in RiskSource]: Rate | undefined } = {
      season,
      movement,
      stage: stage === undefined ? undefined : stageRisks[stage],
      competition,
      maker_policy: makerPolicy,
      maker_reputation: makerReputation,
    };
    const missing = riskSources.filter((source) => ratings[source] === undefined && weights[source] !== "0");
    if (missing.length > 0) return err({ code: "profit-sharing.risks_unknown", params: { missing } });
    const risks = riskSources.map((source) => new Exact(ratings[source] ?? "0").times(weights[source]));
    const total = together(risks);
    let left = new Exact(1);
    const lines = riskSources.map((source, i) => {
      const risk = risks[i] as Exact;
      const adds = left.times(risk);
      left = left.minus(adds);
      return { source, risk: text(risk), adds: text(adds) };
    });
    const components = lines.map(({ source, risk }): RiskComponent => ({ source, risk }));
    const outcome = {
      market: text(together(risks.slice(0, 4))),
      makerPolicyReputation: text(together(risks.slice(4))),
      total: text(total),
      components,
    };
    return ok({
      outcome,
      explanation: {
        code: "profit-sharing.risk",
        params: { adds: outcome.total, market: outcome.market, maker: outcome.makerPolicyReputation },
        adds: "adds",
        from: lines.map((line) => ({ code: "profit-sharing.risk_part", params: line })),
      },
    });
  });
}

/** What is lost when any of independent risks strikes. */
function together(risks: readonly Exact[]): Exact {
  const kept: DecimalString = text(risks.reduce((left, risk) => left.times(new Exact(1).minus(risk)), new Exact(1)));
  return new Exact(1).minus(kept);
}
