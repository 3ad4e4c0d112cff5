import { checkRecord, readSafely } from "../kernel/check.js";
import { exact, text } from "../kernel/decimal.js";
import { checkOutcome } from "./check-outcome.js";
import type { InsufficientData, Scored, Unscorable } from "./scorecard.js";

/** Two outcomes of one member. */
export interface TrendFacts {
  /** The earlier one. */
  readonly previous: Scored | InsufficientData | Unscorable;
  /** The later one. */
  readonly current: Scored | InsufficientData | Unscorable;
}

/** How a score moved, or why that cannot be said. */
export type ScoreTrend =
  | {
      /** The two scores can be compared. */
      readonly comparable: true;
      /** Current score less previous one, in points. */
      readonly change: string;
      /** Which way it went. */
      readonly direction: "up" | "level" | "down";
    }
  | {
      /** They cannot. */
      readonly comparable: false;
      /** One has no score, or the weights were changed in between. */
      readonly because: "no_score" | "other_version";
    };

/**
 * Compares two scores of one member.
 *
 * @remarks
 * Only scores of one version are compared: after a change of weights a difference says nothing about the member.
 *
 * @param facts - The earlier and the later outcome.
 * @returns The change in points, or why there is none.
 * @throws LibraryFault `kernel.not_a_decimal`.
 *
 * @example New weights break the trend
 * ```ts
 * import { compareScores } from "qudao/engine";
 *
 * const outcome = (score: string, version: string) => ({ status: "scored" as const, version, score, grade: "B", knockedOutBy: [] });
 * const [first, second, third] = [outcome("71.5", "2024"), outcome("74", "2024"), outcome("74", "2025")];
 * compareScores({ previous: first, current: second }); // => { comparable: true, change: "2.5", direction: "up" }
 * compareScores({ previous: first, current: third }); // => { comparable: false, because: "other_version" }
 * ```
 *
 * @since 0.1.0
 */
export function compareScores(facts: TrendFacts): ScoreTrend {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const previous = checkOutcome(given["previous"], "facts.previous");
    const current = checkOutcome(given["current"], "facts.current");
    if (previous.version !== current.version) return { comparable: false, because: "other_version" };
    if (previous.status !== "scored" || current.status !== "scored") return { comparable: false, because: "no_score" };
    const change = exact(current.score, "facts.current.score").minus(exact(previous.score, "facts.previous.score"));
    return { comparable: true, change: text(change), direction: change.isZero() ? "level" : change.isNegative() ? "down" : "up" };
  });
}
