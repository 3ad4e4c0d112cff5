import { readScorecard } from "../engine/read-scorecard.js";
import type { Scorecard, ScoreLine, ScoreOutcome } from "../engine/scorecard.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import { type Period, parsePeriod } from "../kernel/period.js";

/** What the form is filled with. */
export interface EvaluationFormFacts {
  /** Who is evaluated. */
  readonly member: string;
  /** The day of the form. */
  readonly asOf: CalendarDate;
  /** The period evaluated. */
  readonly period: Period;
  /** The outcome, of `scoreMembers` or of the engine, by the same scorecard. */
  readonly outcome: ScoreOutcome;
}

/** One row of the form. */
export interface EvaluationFormRow {
  /** Code of the criterion. */
  readonly criterion: string;
  /** The indicator. */
  readonly title: Words;
  /** Its weight. */
  readonly weight: DecimalString;
  /** Full marks. */
  readonly full: DecimalString;
  /** Its points. `null`: it took no part, or there is no score. */
  readonly points: DecimalString | null;
  /** What it brought to the total. `null`: there is no score. */
  readonly contribution: DecimalString | null;
}

/** The form 《渠道成员评价表》 as data. */
export interface EvaluationForm {
  /** What it is called. */
  readonly title: Words;
  /** Who is evaluated. */
  readonly member: string;
  /** The day of the form. */
  readonly asOf: CalendarDate;
  /** The period evaluated. */
  readonly period: Period;
  /** Version of the scorecard. */
  readonly version: string;
  /** One row per criterion, in the order of the scorecard, none left out. */
  readonly rows: readonly EvaluationFormRow[];
  /** The score. `null`: data do not suffice; the form says so and shows no number. */
  readonly total: DecimalString | null;
  /** The grade. `null`: there is none. */
  readonly grade: string | null;
}

/**
 * Fills in the member evaluation form 《渠道成员评价表》.
 *
 * @param facts - Member, period and outcome.
 * @param scorecard - The scorecard that the outcome came from.
 * @returns The form as data; every indicator with weight and points, and the total.
 * @throws LibraryFault The first fault of `checkScorecard`; `kernel.not_a_choice` for an outcome of another version.
 * @source S04-23.
 *
 * @example One row per indicator
 * ```ts
 * import { scoreMember } from "qudao/engine";
 * import { buildEvaluationForm } from "qudao/performance";
 *
 * const scorecard = {
 *   version: "2024", weights: "shares" as const, minimumCoverage: "1", places: 1, rounding: "half_up" as const,
 *   criteria: [{
 *     code: "attainment", title: { en: "Attainment", zh: "配额完成率" }, fact: "quota_attainment", weight: "1",
 *     scale: { kind: "linear" as const, full: "100", from: "0", to: "1" }, missing: { then: "fail" as const },
 *   }],
 *   grades: [{ grade: "B", from: "0" }, { grade: "A", from: "85" }],
 * };
 * const { outcome } = scoreMember({ values: { quota_attainment: "0.9" } }, scorecard);
 * const form = buildEvaluationForm(
 *   { member: "D1", asOf: "2024-07-05", period: { start: "2024-04-01", end: "2024-07-01" }, outcome }, scorecard,
 * );
 * [form.title.zh, form.rows[0]?.points, form.total, form.grade]; // => ["渠道成员评价表", "90", "90", "A"]
 * ```
 *
 * @since 0.1.0
 */
export function buildEvaluationForm(facts: EvaluationFormFacts, scorecard: Scorecard): EvaluationForm {
  return readSafely({ facts, scorecard }, () => {
    const { card } = readScorecard(scorecard);
    const given = checkRecord(facts, "facts") as unknown as EvaluationFormFacts;
    const outcome = checkRecord(given.outcome, "facts.outcome") as unknown as ScoreOutcome;
    checkChoice(outcome.version, "facts.outcome.version", [card.version]);
    const scored = outcome.status === "scored" ? outcome : null;
    const lines = scored === null ? [] : checkList(scored.lines, "facts.outcome.lines");
    const rows = card.criteria.map(({ code, title, weight, scale }): EvaluationFormRow => {
      const line = lines.find((one, i) => checkRecord(one, `facts.outcome.lines[${i}]`)["criterion"] === code) as ScoreLine | undefined;
      return {
        criterion: code,
        title: { en: title.en, zh: title.zh },
        weight,
        full: scale.full,
        points: line?.points ?? null,
        contribution: line?.contribution ?? null,
      };
    });
    return {
      title: { en: "Channel Member Evaluation Form", zh: "渠道成员评价表" },
      member: checkText(given.member, "facts.member"),
      asOf: parseDate(given.asOf, "facts.asOf"),
      period: parsePeriod(given.period, "facts.period"),
      version: card.version,
      rows,
      total: scored?.score ?? null,
      grade: scored?.grade ?? null,
    };
  });
}
