import { compareScores, type ScoreTrend } from "../engine/compare-scores.js";
import { type Ranking, type RankingPolicy, rankScores, readRanking } from "../engine/rank-scores.js";
import { type PeriodFacts, type PeriodPolicy, type PeriodsOutcome, readPeriodPolicy, scorePeriodsWith } from "../engine/score-periods.js";
import type { InsufficientData, Scored, Unscorable } from "../engine/scorecard.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { checkDistinct, readRecords } from "../kernel/read.js";

/** What members scored, period by period. */
export interface MemberPeriodsFacts {
  /** The members, each once. Their order changes nothing. */
  readonly members: readonly {
    /** Who it is. */
    readonly member: string;
    /**
     * Its outcomes, newest first and without gaps: a period's place is its age. `null`: no activity, also where it was not a member yet.
     */
    readonly periods: PeriodFacts["periods"];
  }[];
}

/** How periods are put together and members ranked. */
export interface MemberPeriodsPolicy extends PeriodPolicy {
  /** How equal scores and knocked-out members are ranked. */
  readonly ranking: Pick<RankingPolicy, "ties" | "knockedOut">;
}

/** One member's score over its periods. */
export interface MemberPeriodsScore {
  /** Who it is. */
  readonly member: string;
  /** The score with one line per period, or why there is none. */
  readonly outcome: PeriodsOutcome;
  /**
   * How the newest period stands against the last one before it with a score of the same version. `null`: the newest has no outcome, or
   * none came before it.
   */
  readonly trend: ScoreTrend | null;
}

/** A field scored over several periods. */
export interface MemberPeriodsScores {
  /** One per member, in the order given. */
  readonly scores: readonly MemberPeriodsScore[];
  /** Places; who has no score is listed apart, never last. */
  readonly ranking: Ranking;
}

/**
 * Scores members over several periods, newer ones weighing more, and ranks them.
 *
 * @remarks
 * The weighted mean of the periods that have a score of the scorecard's version: `Σ score × weight ÷ Σ weight`, rounded once. A linear decay
 * over `span` periods weighs `(span − n) ÷ span`, an exponential one `factorⁿ`, `n` being 0 for the newest. A period without activity, without
 * a score, or scored by other weights is skipped and counts neither as 0 nor as 100. With fewer than `minimumPeriods` there is no score. The
 * trend is of single periods and is never told across a change of weights.
 *
 * @param facts - Outcomes by member and period, as `scoreMembers` gives them.
 * @param policy - Scorecard, decay, least number of periods, knock-outs, ranking.
 * @returns One score and trend per member, and the places, with the working.
 * @throws LibraryFault `kernel.*` or the first fault of `checkScorecard`, with the place; `kernel.named_twice` for a member, or a period of one, that comes twice.
 * @source Practice of scorecards: several periods.
 *
 * @example Three quarters, the newest weighing most
 * ```ts
 * import { scoreMembersOverPeriods } from "qudao/performance";
 *
 * const scorecard = {
 *   version: "2024", weights: "shares" as const, minimumCoverage: "1", places: 1, rounding: "half_up" as const,
 *   criteria: [{
 *     code: "sales", title: { en: "Sales", zh: "销售额" }, fact: "sales", weight: "1",
 *     scale: { kind: "direct" as const, full: "100" }, missing: { then: "fail" as const },
 *   }],
 *   grades: [{ grade: "B", from: "0" }, { grade: "A", from: "80" }],
 * };
 * const scored = (score: string) => ({ status: "scored" as const, version: "2024", score, grade: "A", knockedOutBy: [] });
 * const [q1, q2, q3] = ["2024Q1", "2024Q2", "2024Q3"] as const;
 * const { outcome } = scoreMembersOverPeriods(
 *   {
 *     members: [
 *       { member: "D1", periods: [{ period: q3, outcome: scored("90") }, { period: q2, outcome: scored("80") }, { period: q1, outcome: scored("70") }] },
 *       { member: "D2", periods: [{ period: q3, outcome: scored("85") }, { period: q2, outcome: null }, { period: q1, outcome: null }] },
 *     ],
 *   },
 *   {
 *     scorecard, decay: { kind: "explicit", weights: ["3", "2", "1"] }, minimumPeriods: 1, knockOuts: "any",
 *     ranking: { ties: "competition", knockedOut: "by_score" },
 *   },
 * );
 * outcome.ranking.ranked.map(({ rank, member, score }) => [rank, member, score]); // => [[1, "D2", "85"], [2, "D1", "83.3"]]
 * outcome.scores[0]?.trend; // => { comparable: true, change: "10", direction: "up" }
 * ```
 *
 * @since 0.1.0
 */
export function scoreMembersOverPeriods(facts: MemberPeriodsFacts, policy: MemberPeriodsPolicy): Explained<MemberPeriodsScores> {
  return readSafely({ facts, policy }, () => {
    const agreed = readPeriodPolicy(policy, "policy") as MemberPeriodsPolicy;
    const { version } = agreed.scorecard;
    const ranks = readRanking(agreed.ranking, "policy.ranking");
    const read = readRecords(checkRecord(facts, "facts")["members"], "facts.members", (row, path) => {
      const member = checkText(row["member"], `${path}.member`);
      const { outcome, explanation } = scorePeriodsWith(agreed, row["periods"], `${path}.periods`);
      return { score: { member, outcome, trend: trendOf(row["periods"] as PeriodFacts["periods"]) }, explanation };
    });
    checkDistinct(
      read.map(({ score }) => score.member),
      "facts.members",
      "member",
    );
    const scores = read.map(({ score }) => score);
    const ranking = rankScores({ scores }, { ...ranks, version });
    return {
      outcome: { scores, ranking },
      explanation: {
        code: "performance.members_over_periods",
        params: { ranked: ranking.ranked.length, unranked: ranking.unranked.length, version },
        from: read.map(({ score: { member }, explanation }) => ({
          code: "performance.member_over_periods",
          params: { member },
          from: [explanation],
        })),
      },
    };
  });
}

/** Outcomes were checked when they were scored. */
function trendOf(periods: PeriodFacts["periods"]): ScoreTrend | null {
  const [current, ...before] = periods.map(({ outcome }) => outcome);
  const told = before.filter((one): one is Scored | InsufficientData | Unscorable => one !== null);
  if (current === null || current === undefined || told[0] === undefined) return null;
  const previous = told.find(({ status, version }) => status === "scored" && version === current.version) ?? told[0];
  return compareScores({ previous, current });
}
