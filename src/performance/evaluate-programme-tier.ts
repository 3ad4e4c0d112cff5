import type { CalendarDate } from "../kernel/calendar-date.js";
import { addMonths, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { kernelFault } from "../kernel/fault.js";
import { judgeTier, readTiers } from "./judge-tier.js";
import type { ProgrammeTier, TierNeed } from "./programme-tier.js";

/** What is known about a member of a programme on the day of a review. */
export interface ProgrammeTierFacts {
  /** The day of the review. */
  readonly asOf: CalendarDate;
  /** Values by metric, over the window that was agreed. Absent or `null`: not known. */
  readonly values: { readonly [metric: string]: DecimalString | null | undefined };
  /**
   * Its tier, the day it came into it, and the last day on which its values earned it, on or before `asOf`. That one absent or `null`: not
   * known. `null`: none yet.
   */
  readonly current: { readonly tier: string; readonly since: CalendarDate; readonly lastEarnedOn?: CalendarDate | null | undefined } | null;
  /** Reviews in a row, before this one, in which it was below its tier. */
  readonly reviewsBelow: number;
}

/** Tiers, and how a member moves between them. */
export interface ProgrammeTierPolicy {
  /** Tiers, lowest first. */
  readonly tiers: readonly ProgrammeTier[];
  /** Reviews in a row below its tier after which a member is demoted, from 1. */
  readonly demotionReviews: number;
  /** Full months in a tier before which nobody is demoted. 0: none. */
  readonly minimumStayMonths: number;
  /** Share of a threshold by which a member may fall short and keep its tier, from 0 below 1. Within it a count neither grows nor ends. */
  readonly keepMargin: DecimalString;
  /**
   * Calendar months before that of the review within which one day on which the values earned the tier keeps it: 5 for “this month and the
   * five before it”, 0 for this month only. Absent: only the values of the day count.
   */
  readonly earnedWithinMonths?: number | undefined;
  /** Months to the next review, from 1. */
  readonly reviewMonths: number;
}

/** The tier after a review. */
export interface ProgrammeTierOutcome {
  /** The tier it now has. `null`: none. */
  readonly tier: string | null;
  /** The highest tier it qualifies for by its values alone. `null`: none. */
  readonly qualified: string | null;
  /** How it moved. */
  readonly movement: "promoted" | "kept" | "demoted";
  /** Why it keeps its tier although its values do not earn it. `null`: they do, or it moved. */
  readonly keptBecause: "margin" | "window" | "count" | "stay" | "unknown" | null;
  /** Reviews in a row below its tier, this one included; a fact of the next review. */
  readonly reviewsBelow: number;
  /** The last day on which its values earned the tier it now has; a fact of the next review. `null`: not known, or it has none. */
  readonly lastEarnedOn: CalendarDate | null;
  /** The tier above. `null`: it has the highest. */
  readonly next: string | null;
  /** Of a tier above with points: the track nearest to it, which `gap` is about. `null`: thresholds, or none above. */
  readonly nextTrack: string | null;
  /** What each metric lacks to the tier above. Empty: nothing lacks, or there is none above. */
  readonly gap: readonly TierNeed[];
  /** How far each metric stands from the bound of the tier it has; negative `missing` is slack. */
  readonly slack: readonly TierNeed[];
  /** The day of the next review. */
  readonly nextReviewOn: CalendarDate;
}

/**
 * Evaluates the tier of a programme's member: what it earns, whether it moves, and what it lacks to the next tier.
 *
 * @remarks
 * The highest tier whose conditions all hold is earned; on a threshold is in. A promotion is immediate. A demotion needs
 * `demotionReviews` in a row below the tier, the minimum stay behind it, a value outside the margin, and no day within
 * `earnedWithinMonths` on which the tier was earned; it leads to the tier earned. Of several tracks the best counts. A value that is not known
 * earns nothing and loses nothing: the tier is kept and the count stands.
 *
 * @param facts - Values, present tier, count so far.
 * @param policy - Tiers and rules of movement.
 * @returns The tier, the movement, gap and slack, with the working.
 * @throws LibraryFault `kernel.*` for what is malformed; `kernel.not_a_choice` for a present tier that the policy does not have.
 * @source Practice of partner programmes.
 *
 * @example Gold is kept for one bad review
 * ```ts
 * import { evaluateProgrammeTier } from "qudao/performance";
 *
 * const tier = (name: string, atLeast: string) => ({
 *   tier: name, title: { en: name, zh: name },
 *   rule: { kind: "all_thresholds" as const, thresholds: [{ metric: "sales", atLeast }] },
 * });
 * const policy = {
 *   tiers: [tier("silver", "0"), tier("gold", "500000"), tier("platinum", "1000000")],
 *   demotionReviews: 2, minimumStayMonths: 6, keepMargin: "0", reviewMonths: 3,
 * };
 * const facts = { asOf: "2024-06-30", values: { sales: "450000" }, current: { tier: "gold", since: "2023-07-01" } };
 * const first = evaluateProgrammeTier({ ...facts, reviewsBelow: 0 }, policy).outcome;
 * [first.tier, first.keptBecause, first.reviewsBelow, first.gap[0]?.missing]; // => ["gold", "count", 1, "550000"]
 * const second = evaluateProgrammeTier({ ...facts, reviewsBelow: 1 }, policy).outcome;
 * [second.tier, second.movement, second.next, second.gap[0]?.missing]; // => ["silver", "demoted", "gold", "50000"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateProgrammeTier(facts: ProgrammeTierFacts, policy: ProgrammeTierPolicy): Explained<ProgrammeTierOutcome> {
  return readSafely({ facts, policy }, () => {
    const { tiers, demotionReviews, stay, reviewMonths, margin, earnedWithin } = readTierPolicy(policy, "policy");
    const given = checkRecord(facts, "facts") as unknown as ProgrammeTierFacts;
    const asOf = parseDate(given.asOf, "facts.asOf");
    const values = checkRecord(given.values, "facts.values") as ProgrammeTierFacts["values"];
    const count = checkCount(given.reviewsBelow, "facts.reviewsBelow", 0, 100_000);
    const names = tiers.map(({ tier }) => tier);
    const current = given.current === null ? null : (checkRecord(given.current, "facts.current") as unknown as Holding);
    const held = current === null ? -1 : names.indexOf(checkChoice(current.tier, "facts.current.tier", names));
    const since = current === null ? null : parseDate(current.since, "facts.current.since");
    const lastEarned =
      current === null || current.lastEarnedOn === undefined || current.lastEarnedOn === null
        ? null
        : parseDate(current.lastEarnedOn, "facts.current.lastEarnedOn");

    const judged = tiers.map((tier) => judgeTier(tier, values, exact("0")));
    const earned = judged.map(({ status }) => status).lastIndexOf("met");
    const move = moved();
    const nextTier = tiers[move.to + 1];
    const above = nextTier === undefined ? null : judgeTier(nextTier, values, exact("0"));
    const heldTier = tiers[move.to];
    const outcome: ProgrammeTierOutcome = {
      tier: names[move.to] ?? null,
      qualified: names[earned] ?? null,
      movement: move.to > held ? "promoted" : move.to < held ? "demoted" : "kept",
      keptBecause: move.because,
      reviewsBelow: move.count,
      lastEarnedOn: heldTier === undefined ? null : earned >= move.to ? asOf : move.to === held ? lastEarned : null,
      next: nextTier?.tier ?? null,
      nextTrack: above?.track ?? null,
      gap: above === null ? [] : above.needs.filter(({ met }) => !met),
      slack: heldTier === undefined ? [] : judgeTier(heldTier, values, exact("0")).needs,
      nextReviewOn: addMonths(asOf, reviewMonths),
    };
    return { outcome, explanation: explain() };

    function moved(): { readonly to: number; readonly because: ProgrammeTierOutcome["keptBecause"]; readonly count: number } {
      if (earned >= held) return { to: earned, because: null, count: 0 };
      const heldOne = tiers[held] as ProgrammeTier;
      if (judged[held]?.status === "unknown") return { to: held, because: "unknown", count };
      const within = judgeTier(heldOne, values, margin).status;
      if (within === "met") return { to: held, because: "margin", count };
      // all that is known is within the margin, and what is not known may be
      if (within === "unknown") return { to: held, because: "unknown", count };
      const wasEarned = lastEarned !== null && lastEarned <= asOf && earnedWithin !== undefined;
      if (wasEarned && monthOf(asOf) - monthOf(lastEarned) <= earnedWithin) return { to: held, because: "window", count };
      if (count + 1 < demotionReviews) return { to: held, because: "count", count: count + 1 };
      if (asOf < addMonths(since as string, stay)) return { to: held, because: "stay", count: count + 1 };
      // a lower tier that cannot be judged does not push anybody further down
      const open = judged.map(({ status }, i) => i < held && status !== "unmet").lastIndexOf(true);
      return { to: Math.max(earned, open), because: null, count: 0 };
    }

    function explain(): Explained<ProgrammeTierOutcome>["explanation"] {
      const { tier, movement, keptBecause, next, nextReviewOn } = outcome;
      return {
        code: keptBecause === null ? "performance.tier" : "performance.tier_kept",
        params: { tier, movement, because: keptBecause, next, nextReviewOn, reviewsBelow: outcome.reviewsBelow },
        from: judged.map(({ status, needs }, i) => ({
          code: "performance.tier_judged",
          params: { tier: { ...(tiers[i] as ProgrammeTier).title }, status },
          from: needs.map(({ metric, value, needed, missing, met }) => ({
            code: met ? "performance.tier_need_met" : "performance.tier_need",
            params: { metric, value, needed, missing },
          })),
        })),
      };
    }
  });
}

type Holding = NonNullable<ProgrammeTierFacts["current"]>;

/** Calendar months, counted. */
const monthOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** @internal */
export function readTierPolicy(policy: ProgrammeTierPolicy, path: string) {
  const agreed = checkRecord(policy, path) as unknown as ProgrammeTierPolicy;
  const tiers = readTiers(agreed.tiers, `${path}.tiers`);
  const demotionReviews = checkCount(agreed.demotionReviews, `${path}.demotionReviews`, 1, 1000);
  const stay = checkCount(agreed.minimumStayMonths, `${path}.minimumStayMonths`, 0, 1200);
  const reviewMonths = checkCount(agreed.reviewMonths, `${path}.reviewMonths`, 1, 120);
  const within = agreed.earnedWithinMonths;
  const earnedWithin = within === undefined ? undefined : checkCount(within, `${path}.earnedWithinMonths`, 0, 1200);
  const margin = exact(agreed.keepMargin, `${path}.keepMargin`);
  if (margin.isNegative() || !margin.lessThan(1)) throw kernelFault("kernel.not_a_rate", `${path}.keepMargin`, { got: margin.toFixed() });
  return { tiers, demotionReviews, stay, reviewMonths, margin, earnedWithin };
}
