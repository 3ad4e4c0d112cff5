import { checkOutcome } from "../engine/check-outcome.js";
import { gradeOf, readScorecard } from "../engine/read-scorecard.js";
import type { InsufficientData, Scorecard, Scored, Unscorable } from "../engine/scorecard.js";
import { checkChoice, checkList, checkRecord, checkText, checkTexts, checkWords, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { quotient, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Words } from "../kernel/message.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { checkDistinct, exactNotNegative } from "../kernel/read.js";

/** The channels of a period. */
export interface ChannelsFacts {
  /** The period evaluated. */
  readonly period: Period;
  /** Channel types or tiers, each once. */
  readonly channels: readonly {
    /** Its name. */
    readonly channel: string;
    /** Its members, each once. */
    readonly members: readonly {
      /** Who it is. */
      readonly member: string;
      /** Its outcome in the period. */
      readonly outcome: Scored | InsufficientData | Unscorable;
      /** How much it counts (its sales, say), 0 or more. */
      readonly weight: DecimalString;
    }[];
  }[];
  /** What was decided about suggestions, by their id. Absent or without an entry: open. */
  readonly answers?: { readonly [suggestion: string]: "accepted" | "rejected" } | undefined;
}

/** How channels are evaluated. */
export interface ChannelsPolicy {
  /** Version, places, rounding and grades are read from it. */
  readonly scorecard: Scorecard;
  /** What is suggested for a channel of one of the grades. Rows of data. */
  readonly suggestions: readonly {
    /** Stable identity; each row has its own. */
    readonly code: string;
    /** What is suggested, in words. */
    readonly title: Words;
    /** The grades of a channel for which it is. */
    readonly grades: readonly string[];
    /** `structure`: adding or removing a tier, outlet or member. `measure`: anything else. */
    readonly kind: "structure" | "measure";
  }[];
}

/** A suggestion for one channel. */
export interface ChannelSuggestion {
  /** `channel/code`. */
  readonly id: string;
  /** Code of the row. */
  readonly code: string;
  /** Its kind. */
  readonly kind: "structure" | "measure";
  /** What was decided. */
  readonly status: "open" | "accepted" | "rejected";
}

/** A channel's evaluation. */
export interface ChannelEvaluation {
  /** The channel. */
  readonly channel: string;
  /** Weighted mean of the scores of its members. `null`: none has one, or all that do weigh 0. */
  readonly score: DecimalString | null;
  /** Grade of the score. `null`: there is none. */
  readonly grade: string | null;
  /** Members that are in the score. */
  readonly scored: number;
  /** Members without a score of this version. */
  readonly unscored: readonly string[];
  /** What is suggested. */
  readonly suggestions: readonly ChannelSuggestion[];
}

/**
 * Evaluates channels by the scores of their members, and suggests what to improve.
 *
 * @remarks
 * `Σ weight × score ÷ Σ weight` over the members with a score of the scorecard's version, rounded once. A member without one counts
 * neither as 0 nor as 100. A channel without any, or in which they all weigh 0, has no score, no grade and no suggestion.
 *
 * @param facts - Channels with their members, and answers so far.
 * @param policy - The scorecard, and suggestions by grade.
 * @returns One evaluation per channel, with the working.
 * @throws LibraryFault `kernel.*` for what is malformed, `kernel.below_zero` for a weight, the first fault of `checkScorecard`, each with its
 * place; `kernel.named_twice` for a channel, a member of it or a suggestion that comes twice.
 * @source S06-39, S06-41, S07-10.
 *
 * @example A weak channel
 * ```ts
 * import { evaluateChannels } from "qudao/performance";
 *
 * const scored = (score: string) => ({ status: "scored" as const, version: "2024", score, grade: "C", knockedOutBy: [] });
 * const { outcome } = evaluateChannels(
 *   {
 *     period: { start: "2024-04-01", end: "2024-07-01" },
 *     channels: [{
 *       channel: "retail", members: [
 *         { member: "D1", outcome: scored("40"), weight: "3" }, { member: "D2", outcome: scored("60"), weight: "1" },
 *       ],
 *     }],
 *   },
 *   {
 *     scorecard: {
 *       version: "2024", weights: "shares", minimumCoverage: "1", places: 1, rounding: "half_up",
 *       criteria: [{
 *         code: "sales", title: { en: "Sales", zh: "销售额" }, fact: "sales", weight: "1",
 *         scale: { kind: "direct", full: "100" }, missing: { then: "fail" },
 *       }],
 *       grades: [{ grade: "C", from: "0" }, { grade: "B", from: "70" }],
 *     },
 *     suggestions: [{ code: "remove_tier", title: { en: "remove the tier", zh: "取消该层级" }, grades: ["C"], kind: "structure" }],
 *   },
 * );
 * outcome.map(({ score, suggestions }) => [score, suggestions[0]?.id, suggestions[0]?.status]); // => [["45", "retail/remove_tier", "open"]]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateChannels(facts: ChannelsFacts, policy: ChannelsPolicy): Explained<readonly ChannelEvaluation[]> {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy") as unknown as ChannelsPolicy;
    const { card } = readScorecard(agreed.scorecard, "policy.scorecard");
    const grades = card.grades.map(({ grade }) => grade);
    const rows = checkList(agreed.suggestions, "policy.suggestions").map((one, i) => {
      const path = `policy.suggestions[${i}]`;
      const { code, title, kind, grades: when } = checkRecord(one, path);
      const words = checkWords(title, `${path}.title`);
      const named = checkTexts(when, `${path}.grades`).map((grade, j) => checkChoice(grade, `${path}.grades[${j}]`, grades));
      return {
        code: checkText(code, `${path}.code`),
        title: words,
        grades: named,
        kind: checkChoice(kind, `${path}.kind`, ["structure", "measure"]),
      };
    });
    checkDistinct(
      rows.map(({ code }) => code),
      "policy.suggestions",
      "code",
    );
    const period = parsePeriod(checkRecord(facts, "facts")["period"], "facts.period");
    const answers = facts.answers === undefined ? {} : checkRecord(facts.answers, "facts.answers");
    const outcome = checkList(facts.channels, "facts.channels").map((given, i): ChannelEvaluation => {
      const path = `facts.channels[${i}]`;
      const channel = checkText(checkRecord(given, path)["channel"], `${path}.channel`);
      let [sum, whole, scored] = [ZERO, ZERO, 0];
      const unscored: string[] = [];
      const seen: string[] = [];
      checkList((given as { members: unknown }).members, `${path}.members`).forEach((one, j) => {
        const place = `${path}.members[${j}]`;
        const fields = checkRecord(one, place);
        const member = checkText(fields["member"], `${place}.member`);
        seen.push(member);
        const weight = exactNotNegative(fields["weight"], `${place}.weight`);
        const came = checkOutcome(fields["outcome"], `${place}.outcome`);
        if (came.status !== "scored" || came.version !== card.version) {
          unscored.push(member);
          return;
        }
        scored++;
        whole = whole.plus(weight);
        sum = sum.plus(weight.times(came.score));
      });
      checkDistinct(seen, `${path}.members`, "member");
      const mean = whole.isZero() ? null : rounded(quotient(sum, whole), card.places, card.rounding);
      const grade = mean === null ? null : gradeOf(mean, card.grades);
      const suggestions = rows.flatMap(({ code, kind, grades: when }): ChannelSuggestion[] => {
        if (grade === null || !when.includes(grade)) return [];
        const id = `${channel}/${code}`;
        const answer = Object.hasOwn(answers, id) ? checkChoice(answers[id], `facts.answers.${id}`, ["accepted", "rejected"]) : null;
        return [{ id, code, kind, status: answer ?? "open" }];
      });
      return { channel, score: mean === null ? null : text(mean), grade, scored, unscored, suggestions };
    });
    checkDistinct(
      outcome.map(({ channel }) => channel),
      "facts.channels",
      "channel",
    );
    return {
      outcome,
      explanation: {
        code: "performance.channels",
        params: { count: outcome.length, period: { ...period } },
        from: outcome.map(({ channel, score, grade, scored, unscored, suggestions }) => ({
          code: "performance.channel",
          params: { channel, score, grade, scored, unscored: unscored.length },
          from: suggestions.map(({ code, status }) => ({
            code: "performance.suggestion",
            params: { suggestion: { ...(rows.find((row) => row.code === code) as (typeof rows)[number]).title }, status },
          })),
        })),
      },
    };
  });
}
