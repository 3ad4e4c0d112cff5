import { type Ranking, type RankingPolicy, rankScores, readRanking } from "../engine/rank-scores.js";
import { readScorecard } from "../engine/read-scorecard.js";
import { scoreFieldWith } from "../engine/score-field.js";
import type { CarriedValue, Scorecard, ScoreFacts, ScoreOutcome } from "../engine/scorecard.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { dayNumber, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkList, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { Exact, exact, exactQuotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import { type Period, parsePeriod } from "../kernel/period.js";

/** What is known about one member in the period. */
export interface MeasuredMember {
  /** Who it is; each once. */
  readonly member: string;
  /** Values by name, as `computeIndicators` gives them. Absent or `null`: not known. */
  readonly values: ScoreFacts["values"];
  /** Last known values with their age. Absent: none. */
  readonly carried?: { readonly [fact: string]: CarriedValue | undefined } | undefined;
  /** The day it joined. Absent: before the period. */
  readonly joinedOn?: CalendarDate | undefined;
  /** The day it agreed to the criteria (达成共识). Absent: it has not. */
  readonly agreedOn?: CalendarDate | undefined;
}

/** The members of a period. */
export interface MembersFacts {
  /** The period scored, half-open. */
  readonly period: Period;
  /** Its members. Their order changes nothing. */
  readonly members: readonly MeasuredMember[];
}

/** How members are scored. */
export interface MembersPolicy {
  /** Criteria, weights, scales, what missing data mean, grades. */
  readonly scorecard: Scorecard;
  /** Names of the facts that grow with the days of the period: those of a new member are brought up to a whole period. */
  readonly accruing: readonly string[];
  /** Days in the period below which a new member has no score, from 1. */
  readonly minimumDays: number;
  /** How equal scores and knocked-out members are ranked. */
  readonly ranking: Pick<RankingPolicy, "ties" | "knockedOut">;
}

/** One member's score. */
export interface MemberScore {
  /** Who it is. */
  readonly member: string;
  /** The score with its lines, or why there is none. */
  readonly outcome: ScoreOutcome;
  /** Days in the period that its accruing values were made in. `null`: the whole period. */
  readonly proratedDays: number | null;
  /** It agreed to the criteria before the period began: only then may the score bring penalties. */
  readonly binding: boolean;
}

/** A scored field. */
export interface MembersScores {
  /** One per member, in the order given. */
  readonly scores: readonly MemberScore[];
  /** Places; who has no score is listed apart, never last. */
  readonly ranking: Ranking;
}

/**
 * Scores all members of a period and ranks them.
 *
 * @remarks
 * A member who joined within the period has its accruing values multiplied by days of the period ÷ days since it joined, an exact
 * quotient or 40 significant digits; with fewer than `minimumDays` it has no score, and nothing is carried for it. A score binds where the
 * criteria were agreed on a day before the period's first: on that day itself is too late. The rest is the engine's `scoreField` and
 * `rankScores`. Several periods are put together by `scoreMembersOverPeriods`.
 *
 * @param facts - Period and members.
 * @param policy - Scorecard, pro-rating and ranking.
 * @returns One score per member and the places, with the working.
 * @throws LibraryFault As `scoreField` and `rankScores`, with the place in `facts` or `policy`; `kernel.named_twice` for a member that comes
 * twice; `kernel.not_a_date` for a day.
 * @source S01-10, S08-20; practice of scorecards.
 *
 * @example A member who joined in mid-quarter
 * ```ts
 * import { scoreMembers } from "qudao/performance";
 *
 * const { outcome } = scoreMembers(
 *   {
 *     period: { start: "2024-04-01", end: "2024-07-01" },
 *     members: [
 *       { member: "D1", values: { sales: "910" }, agreedOn: "2024-03-20" },
 *       { member: "D2", values: { sales: "300" }, joinedOn: "2024-06-01" },
 *       { member: "D3", values: {} },
 *     ],
 *   },
 *   {
 *     scorecard: {
 *       version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up",
 *       criteria: [{
 *         code: "sales", title: { en: "Sales", zh: "销售额" }, fact: "sales", weight: "1",
 *         scale: { kind: "relative", full: "100", better: "higher" }, missing: { then: "exclude" },
 *       }],
 *       grades: [{ grade: "C", from: "0" }, { grade: "B", from: "70" }, { grade: "A", from: "85" }],
 *     },
 *     accruing: ["sales"], minimumDays: 30, ranking: { ties: "competition", knockedOut: "by_score" },
 *   },
 * );
 * outcome.ranking.ranked.map(({ rank, member, score }) => [rank, member, score]); // => [[1, "D1", "100"], [1, "D2", "100"]]
 * outcome.ranking.unranked; // => [{ member: "D3", because: "insufficient_data" }]
 * outcome.scores.map(({ proratedDays, binding }) => [proratedDays, binding]); // => [[null, true], [30, false], [null, false]]
 * ```
 *
 * @since 0.1.0
 */
export function scoreMembers(facts: MembersFacts, policy: MembersPolicy): Explained<MembersScores> {
  return readSafely({ facts, policy }, () => {
    const { card, names, least, ranks } = readMembersPolicy(policy, "policy");
    const { scorecard } = policy;
    const period = parsePeriod(checkRecord(facts, "facts")["period"], "facts.period");
    const seen = new Set<string>();
    const read = checkList(facts.members, "facts.members").map((given, i) => {
      const path = `facts.members[${i}]`;
      const one = checkRecord(given, path) as unknown as MeasuredMember;
      const member = checkText(one.member, `${path}.member`);
      if (seen.has(member)) throw kernelFault("kernel.named_twice", `${path}.member`, { got: member });
      seen.add(member);
      return { member, one, path, days: daysOf(one, period, path) };
    });
    const whole = dayNumber(period.end) - dayNumber(period.start);
    const field = read.map(({ member, one, path, days }) => {
      const values = checkRecord(one.values, `${path}.values`) as ScoreFacts["values"];
      if (days === null) return { member, values, carried: one.carried };
      return { member, values: days < least ? {} : broughtUp(values, names, whole, days, `${path}.values`), carried: undefined };
    });
    const scored = scoreFieldWith(card, field, "facts.members");
    const scores = read.map(({ member, one, path, days }, i): MemberScore => {
      const agreed = one.agreedOn === undefined ? null : parseDate(one.agreedOn, `${path}.agreedOn`);
      const binding = agreed !== null && agreed < period.start;
      return { member, outcome: (scored[i] as { outcome: ScoreOutcome }).outcome, proratedDays: days, binding };
    });
    const places = rankScores({ scores }, { ...ranks, version: scorecard.version });
    return {
      outcome: { scores, ranking: places },
      explanation: {
        code: "performance.members",
        params: { ranked: places.ranked.length, unranked: places.unranked.length, version: scorecard.version, period: { ...period } },
        from: scores.map(({ member, proratedDays, binding }, i) => ({
          code: proratedDays === null ? "performance.member" : "performance.member_prorated",
          params: { member, binding, days: proratedDays, whole },
          from: [(scored[i] as (typeof scored)[number]).explanation],
        })),
      },
    };
  });
}

/** @internal */
export function readMembersPolicy(policy: MembersPolicy, path: string) {
  const agreed = checkRecord(policy, path) as unknown as MembersPolicy;
  return {
    names: checkTexts(agreed.accruing, `${path}.accruing`),
    least: checkCount(agreed.minimumDays, `${path}.minimumDays`, 1, 3660),
    card: readScorecard(agreed.scorecard, `${path}.scorecard`),
    ranks: readRanking(agreed.ranking, `${path}.ranking`),
  };
}

/** Days since it joined; `null`: it was there all along. Who joins after the period has none. */
function daysOf({ joinedOn }: MeasuredMember, { start, end }: Period, path: string): number | null {
  if (joinedOn === undefined) return null;
  const joined = parseDate(joinedOn, `${path}.joinedOn`);
  return joined <= start ? null : Math.max(0, dayNumber(end) - dayNumber(joined));
}

function broughtUp(
  values: ScoreFacts["values"],
  names: readonly string[],
  whole: number,
  days: number,
  path: string,
): ScoreFacts["values"] {
  const raised = names.flatMap((name): [string, string][] => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null || typeof value === "boolean") return [];
    return [[name, text(exactQuotient(exact(value, `${path}.${name}`).times(whole), new Exact(days)))]];
  });
  return { ...values, ...Object.fromEntries(raised) };
}
