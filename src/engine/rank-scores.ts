import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type Exact, exact } from "../kernel/decimal.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { checkOutcome } from "./check-outcome.js";
import type { InsufficientData, Scored, Unscorable } from "./scorecard.js";

/** Scores to put in order. */
export interface RankingFacts {
  /** Who scored what, in any order. */
  readonly scores: readonly {
    /** Who it is. Each once. */
    readonly member: string;
    /** An outcome of `scoreMember`, `scoreField` or `scorePeriods`. */
    readonly outcome: Scored | InsufficientData | Unscorable;
  }[];
}

/** How scores are put in order. */
export interface RankingPolicy {
  /** Version of the scorecard that is ranked; scores of another are not compared. */
  readonly version: string;
  /** Ranks after a tie: `competition` leaves them out (1, 2, 2, 4), `dense` does not (1, 2, 2, 3). */
  readonly ties: "competition" | "dense";
  /** Who fell below a knock-out: ranked by score, or not ranked. */
  readonly knockedOut: "by_score" | "unranked";
}

/** One place in a ranking. */
export interface RankedScore {
  /** 1 is the highest score; equal scores share a rank. */
  readonly rank: number;
  /** Who it is. */
  readonly member: string;
  /** The score. */
  readonly score: string;
  /** The grade. */
  readonly grade: string;
}

/** Why somebody has no place. */
export type UnrankedBecause = "insufficient_data" | "unscorable" | "other_version" | "knocked_out";

/** A ranking. */
export interface Ranking {
  /** Highest score first; members with one score by name. */
  readonly ranked: readonly RankedScore[];
  /** Those without a place, by name, and why. */
  readonly unranked: readonly { readonly member: string; readonly because: UnrankedBecause }[];
}

/**
 * Ranks scores, highest first.
 *
 * @remarks
 * Ranked by the published score. Equal scores share a rank, and neither names nor the order given break a tie. Whoever has no score
 * is not last but unranked, with the reason.
 *
 * @param facts - Who scored what.
 * @param policy - The version compared, how ties count, and what becomes of knock-outs.
 * @returns Everybody once, ranked or unranked.
 * @throws LibraryFault `kernel.named_twice` for a member with two scores, `kernel.not_text`, `kernel.not_a_choice`, `kernel.not_a_list`,
 * `kernel.not_a_record`, `kernel.not_a_decimal`.
 *
 * @example Two seconds
 * ```ts
 * import { rankScores } from "qudao/engine";
 *
 * const outcome = (score: string) => ({ status: "scored" as const, version: "2024", score, grade: "B", knockedOutBy: [] });
 * const scores = [
 *   { member: "D1", outcome: outcome("80") }, { member: "D2", outcome: outcome("75.5") },
 *   { member: "D3", outcome: outcome("90") }, { member: "D4", outcome: outcome("80") },
 * ];
 * const ranks = (ties: "competition" | "dense") =>
 *   rankScores({ scores }, { version: "2024", ties, knockedOut: "unranked" }).ranked.map(({ member, rank }) => [member, rank]);
 * ranks("competition"); // => [["D3", 1], ["D1", 2], ["D4", 2], ["D2", 4]]
 * ranks("dense"); // => [["D3", 1], ["D1", 2], ["D4", 2], ["D2", 3]]
 * ```
 *
 * @since 0.1.0
 */
export function rankScores(facts: RankingFacts, policy: RankingPolicy): Ranking {
  return readSafely({ facts, policy }, () => {
    const version = checkText(checkRecord(policy, "policy")["version"], "policy.version");
    const { ties, knockedOut } = readRanking(policy, "policy");
    const field: { readonly place: Omit<RankedScore, "rank">; readonly score: Exact }[] = [];
    const unranked: { readonly member: string; readonly because: UnrankedBecause }[] = [];
    const named = new Set<string>();
    checkList(checkRecord(facts, "facts")["scores"], "facts.scores").forEach((one, i) => {
      const given = checkRecord(one, `facts.scores[${i}]`) as unknown as RankingFacts["scores"][number];
      const member = checkText(given.member, `facts.scores[${i}].member`);
      if (named.has(member)) throw kernelFault("kernel.named_twice", `facts.scores[${i}].member`, { got: shown(member) });
      named.add(member);
      const outcome = checkOutcome(given.outcome, `facts.scores[${i}].outcome`);
      const because = whyUnranked(outcome, version, knockedOut);
      if (because !== undefined) unranked.push({ member, because });
      else if (outcome.status === "scored") {
        const score = exact(outcome.score, `facts.scores[${i}].outcome.score`);
        field.push({ place: { member, score: outcome.score, grade: outcome.grade }, score });
      }
    });
    field.sort((a, b) => b.score.comparedTo(a.score) || byName(a.place, b.place));
    const ranked: RankedScore[] = [];
    field.forEach(({ place, score }, i) => {
      const before = ranked.at(-1)?.rank ?? 0;
      const tied = i > 0 && field[i - 1]?.score.equals(score) === true;
      const next = ties === "competition" ? i + 1 : before + 1;
      ranked.push({ rank: tied ? before : next, ...place });
    });
    return { ranked, unranked: unranked.sort(byName) };
  });
}

/** How equal scores and knock-outs are ranked, checked. @internal */
export function readRanking(value: unknown, path: string): Pick<RankingPolicy, "ties" | "knockedOut"> {
  const given = checkRecord(value, path);
  return {
    ties: checkChoice(given["ties"], `${path}.ties`, ["competition", "dense"]),
    knockedOut: checkChoice(given["knockedOut"], `${path}.knockedOut`, ["by_score", "unranked"]),
  };
}

function whyUnranked(
  outcome: Scored | InsufficientData | Unscorable,
  version: string,
  knockedOut: RankingPolicy["knockedOut"],
): UnrankedBecause | undefined {
  if (outcome.version !== version) return "other_version";
  if (outcome.status !== "scored") return outcome.status;
  return knockedOut === "unranked" && outcome.knockedOutBy.length > 0 ? "knocked_out" : undefined;
}

/** By code units: the same on every machine, whatever its language. */
function byName(a: { readonly member: string }, b: { readonly member: string }): number {
  return a.member < b.member ? -1 : a.member > b.member ? 1 : 0;
}
