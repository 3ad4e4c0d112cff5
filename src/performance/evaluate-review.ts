import { checkOutcome } from "../engine/check-outcome.js";
import { compareScores } from "../engine/compare-scores.js";
import { checkBoolean } from "../engine/fact-reader.js";
import type { InsufficientData, Scored, Unscorable } from "../engine/scorecard.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, checkTexts, checkWords, readSafely } from "../kernel/check.js";
import { type DecimalString, exact } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message, Words } from "../kernel/message.js";
import { type Period, parsePeriod } from "../kernel/period.js";
import { checkDistinct, exactAboveZero } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** What a review may lead to, the penal ones from mild to severe, then the good ones. */
export const reviewConsequences = ["warn", "rectify", "downgrade", "eliminate", "reward", "promote"] as const;

/** See `reviewConsequences`. */
export type ReviewConsequence = (typeof reviewConsequences)[number];

/** When a consequence follows. A row of data. */
export interface ReviewTrigger {
  /** Stable identity; each trigger has its own. */
  readonly code: string;
  /** What it is called. */
  readonly title: Words;
  /** `grades`: so many scored reviews in a row with one of the grades. `drop`: the score fell by at least so many points, above 0. */
  readonly when:
    | { readonly kind: "grades"; readonly grades: readonly string[]; readonly inRow: number }
    | { readonly kind: "drop"; readonly points: DecimalString };
  /** What follows. */
  readonly consequence: ReviewConsequence;
}

/** A member's objection to its score (申诉). */
export interface ReviewAppeal {
  /** The day it was filed. */
  readonly filedOn: CalendarDate;
  /** Why. */
  readonly ground: string;
  /** Where it stands. `upheld`: the member was right. */
  readonly status: "open" | "upheld" | "dismissed";
  /** Who decided. Absent while it is open; what is decided names who did. */
  readonly decidedBy?: string | undefined;
}

/** A review of one member. */
export interface ReviewFactsOfMember {
  /** Who is reviewed. */
  readonly member: string;
  /** The review, so that its consequences can be traced to it. */
  readonly reviewId: string;
  /** The day of the review. */
  readonly asOf: CalendarDate;
  /** The period reviewed. */
  readonly period: Period;
  /** Outcomes, newest first; the first is this review's. Empty: there is no score. */
  readonly history: readonly (Scored | InsufficientData | Unscorable)[];
  /** The day the member agreed to the criteria. Absent: it has not. */
  readonly agreedOn?: CalendarDate | undefined;
  /** The member took part (双方共同评估). */
  readonly memberPresent: boolean;
  /** Where the minutes are kept. Absent: there are none. */
  readonly minutes?: string | undefined;
  /** The member's territory. */
  readonly territory: string;
  /** Who reviews, and the territories it may. */
  readonly evaluator: { readonly office: string; readonly territories: readonly string[] };
  /** An objection. Absent: none. */
  readonly appeal?: ReviewAppeal | undefined;
}

/** What reviews lead to. */
export interface ReviewPolicy {
  /** The triggers, in reporting order. */
  readonly triggers: readonly ReviewTrigger[];
}

/** Something that should now happen; a host does it, nothing is run here. */
export interface ReviewEffect {
  /** What. */
  readonly type: ReviewConsequence;
  /** To whom. */
  readonly memberId: string;
  /** Because of which review. */
  readonly reviewId: string;
  /** Because of which trigger. */
  readonly trigger: string;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** What a review found. */
export interface MemberReview {
  /** Who was reviewed. */
  readonly member: string;
  /** The review. */
  readonly reviewId: string;
  /** Its grade. `null`: there is no score. */
  readonly grade: string | null;
  /** `joint`: with the member. `unilateral`: without it. */
  readonly form: "joint" | "unilateral";
  /** Where the minutes are kept. `null`: there are none. */
  readonly minutes: string | null;
  /** The objection as it stands, so that it is kept with the review. `null`: there is none. */
  readonly appeal: ReviewAppeal | null;
  /** Codes of the triggers that hold. */
  readonly triggered: readonly string[];
  /** What follows. Of several penalties only the severest. */
  readonly effects: readonly ReviewEffect[];
  /** What would have followed, and why it does not. */
  readonly withheld: readonly {
    readonly trigger: string;
    readonly because: "not_agreed" | "appeal_open" | "appeal_upheld" | "conflict" | "milder";
  }[];
  /** The review as an event of the member's life (`reviewed` of `qudao/lifecycle`). `null`: there is no score to report. */
  readonly memberEvent: {
    readonly type: "reviewed";
    readonly asOf: CalendarDate;
    readonly reviewId: string;
    readonly score: DecimalString;
    readonly grade: string;
  } | null;
}

const penal: readonly ReviewConsequence[] = ["warn", "rectify", "downgrade", "eliminate"];
const movesUp: readonly ReviewConsequence[] = ["promote"];
const movesDown: readonly ReviewConsequence[] = ["downgrade", "eliminate"];

/**
 * Evaluates a review: which consequences follow from a member's grades, and which are withheld.
 *
 * @remarks
 * A review without a score neither counts nor ends a row. Penalties need criteria that the member agreed to before the period, and no
 * appeal that is open or upheld. Of several penalties the severest follows. Where one trigger raises and another lowers the member in the
 * same review, neither does: it keeps its level, and of the other penalties the severest follows. A fall of points is never told across a change of weights. Minutes and appeal are kept with
 * the review.
 *
 * @param facts - The review with the outcomes before it.
 * @param policy - The triggers.
 * @returns Effects as data and an event for the member's life, with the working.
 * @errors
 * - `performance.outside_territory` - the office may not review in the member's territory.
 * @throws LibraryFault `kernel.*` for what is malformed; `kernel.named_twice` for two triggers with one code, `kernel.not_above_zero` for a fall of 0 points.
 * @source S06-16, S08-20, S19-31.
 *
 * @example Two bad reviews in a row
 * ```ts
 * import { evaluateReview } from "qudao/performance";
 *
 * const scored = (score: string, grade: string) => ({ status: "scored" as const, version: "2024", score, grade, knockedOutBy: [] });
 * const review = evaluateReview(
 *   {
 *     member: "D7", reviewId: "R-2024-2", asOf: "2024-07-05", period: { start: "2024-04-01", end: "2024-07-01" },
 *     history: [scored("41", "D"), scored("45", "D")], agreedOn: "2024-03-20", memberPresent: true,
 *     territory: "east", evaluator: { office: "Shanghai", territories: ["east"] },
 *   },
 *   {
 *     triggers: [{
 *       code: "two_bad", title: { en: "two bad reviews in a row", zh: "连续两次不合格" },
 *       when: { kind: "grades", grades: ["D"], inRow: 2 }, consequence: "downgrade",
 *     }],
 *   },
 * );
 * review.ok && review.value.outcome.effects.map(({ type, trigger }) => [type, trigger]); // => [["downgrade", "two_bad"]]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateReview(
  facts: ReviewFactsOfMember,
  policy: ReviewPolicy,
): Result<Explained<MemberReview>, Message<"performance.outside_territory">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts") as unknown as ReviewFactsOfMember;
    const member = checkText(given.member, "facts.member");
    const reviewId = checkText(given.reviewId, "facts.reviewId");
    const asOf = parseDate(given.asOf, "facts.asOf");
    const { start } = parsePeriod(given.period, "facts.period");
    const present = checkBoolean(given.memberPresent, "facts.memberPresent");
    const minutes = given.minutes === undefined ? null : checkText(given.minutes, "facts.minutes");
    const territory = checkText(given.territory, "facts.territory");
    const office = checkText(checkRecord(given.evaluator, "facts.evaluator")["office"], "facts.evaluator.office");
    const allowed = checkTexts(given.evaluator.territories, "facts.evaluator.territories");
    const agreed = given.agreedOn === undefined ? null : parseDate(given.agreedOn, "facts.agreedOn");
    const appeal = given.appeal === undefined ? null : readAppeal(given.appeal);
    const history = checkList(given.history, "facts.history").map((one, i) => checkOutcome(one, `facts.history[${i}]`));
    const triggers = readTriggers(checkRecord(policy, "policy")["triggers"]);
    if (!allowed.includes(territory)) return err({ code: "performance.outside_territory", params: { office, territory, member } });

    const held = triggers.filter(({ when }) => holds(when, history));
    const isPenal = ({ consequence }: ReviewTrigger) => penal.includes(consequence);
    const conflict = [movesUp, movesDown].every((side) => held.some(({ consequence }) => side.includes(consequence)));
    const isInConflict = ({ consequence }: ReviewTrigger) => conflict && (movesUp.includes(consequence) || movesDown.includes(consequence));
    const remaining = held.filter((one) => isPenal(one) && !isInConflict(one));
    const severest = [...penal].reverse().find((consequence) => remaining.some((one) => one.consequence === consequence));
    const first = remaining.find(({ consequence }) => consequence === severest);
    const withheld: MemberReview["withheld"][number][] = [];
    const effects: ReviewEffect[] = [];
    for (const trigger of held) {
      const because = whyNot(trigger);
      if (because !== null) withheld.push({ trigger: trigger.code, because });
      else effects.push({ type: trigger.consequence, memberId: member, reviewId, trigger: trigger.code, asOf });
    }
    const now = history[0];
    const scored = now?.status === "scored" ? now : null;
    const form = present ? "joint" : "unilateral";
    const outcome: MemberReview = {
      member,
      reviewId,
      grade: scored?.grade ?? null,
      form,
      minutes,
      appeal,
      triggered: held.map(({ code }) => code),
      effects,
      withheld,
      memberEvent: scored === null ? null : { type: "reviewed", asOf, reviewId, score: scored.score, grade: scored.grade },
    };
    const titleOf = (code: string) => ({ ...(triggers.find((one) => one.code === code) as ReviewTrigger).title });
    return ok({
      outcome,
      explanation: {
        code: scored === null ? "performance.review_unscored" : "performance.review",
        params: { member, review: reviewId, grade: outcome.grade, form, score: scored?.score ?? null },
        from: [
          ...effects.map(({ type, trigger }) => ({ code: "performance.effect", params: { type, trigger: titleOf(trigger) } })),
          ...withheld.map(({ trigger, because }) => ({ code: "performance.withheld", params: { trigger: titleOf(trigger), because } })),
        ],
      },
    });

    function whyNot(trigger: ReviewTrigger): MemberReview["withheld"][number]["because"] | null {
      if (isInConflict(trigger)) return "conflict";
      if (!isPenal(trigger)) return null;
      if (agreed === null || agreed >= start) return "not_agreed";
      if (appeal !== null && appeal.status !== "dismissed") return appeal.status === "open" ? "appeal_open" : "appeal_upheld";
      return trigger === first ? null : "milder";
    }
  });
}

function readAppeal(value: unknown): ReviewAppeal {
  const given = checkRecord(value, "facts.appeal");
  const filedOn = parseDate(given["filedOn"], "facts.appeal.filedOn");
  const ground = checkText(given["ground"], "facts.appeal.ground");
  const status = checkChoice(given["status"], "facts.appeal.status", ["open", "upheld", "dismissed"]);
  if (status === "open") return { filedOn, ground, status };
  return { filedOn, ground, status, decidedBy: checkText(given["decidedBy"], "facts.appeal.decidedBy") };
}

/** @internal */
export function readTriggers(given: unknown): readonly ReviewTrigger[] {
  const triggers = checkList(given, "policy.triggers").map((one, i) => {
    const path = `policy.triggers[${i}]`;
    const { code, title, when, consequence } = checkRecord(one, path);
    checkText(code, `${path}.code`);
    checkChoice(consequence, `${path}.consequence`, reviewConsequences);
    const { kind, grades, inRow, points } = checkRecord(when, `${path}.when`);
    if (checkChoice(kind, `${path}.when.kind`, ["grades", "drop"]) === "grades") {
      checkTexts(grades, `${path}.when.grades`);
      checkCount(inRow, `${path}.when.inRow`, 1, 1000);
    } else exactAboveZero(points, `${path}.when.points`);
    return { ...(one as ReviewTrigger), title: checkWords(title, `${path}.title`) };
  });
  checkDistinct(
    triggers.map(({ code }) => code),
    "policy.triggers",
    "code",
  );
  return triggers;
}

function holds(when: ReviewTrigger["when"], history: readonly (Scored | InsufficientData | Unscorable)[]): boolean {
  // a review without a score brings nothing today, whatever stood before it
  if (history[0]?.status !== "scored") return false;
  const scored = history.filter((one): one is Scored => one.status === "scored");
  if (when.kind === "drop") {
    const [current, previous] = scored;
    if (current === undefined || previous === undefined) return false;
    const trend = compareScores({ previous, current });
    return trend.comparable && exact(trend.change).negated().greaterThanOrEqualTo(when.points);
  }
  const other = scored.findIndex(({ grade }) => !when.grades.includes(grade));
  return (other < 0 ? scored.length : other) >= when.inRow;
}
