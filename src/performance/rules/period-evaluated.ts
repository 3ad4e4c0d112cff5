import type { Rule } from "../../engine/rule.js";
import { checkText, checkTexts } from "../../kernel/check.js";
import { type Period, parsePeriod } from "../../kernel/period.js";
import { readRecords } from "../../kernel/read.js";

/** What the rule on the evaluation of a period asks about. */
export interface PeriodEvaluationFacts {
  /** The period that is to be closed. Absent: not known. */
  readonly period?: Period | undefined;
  /** The members that were to be evaluated in it. Absent: not known. */
  readonly members?: readonly string[] | undefined;
  /** The evaluations there are, of whatever period, such as those of `evaluateReview`. Absent: not known. */
  readonly evaluations?: readonly { readonly member: string; readonly period: Period }[] | undefined;
}

/**
 * Every member was evaluated for the period itself, not for one that overlaps it. Where there is no member, nothing was evaluated, and
 * so the period is not.
 */
export const periodEvaluated: Rule<PeriodEvaluationFacts, null, "period" | "members" | "evaluations", "performance.period_evaluated"> = {
  code: "performance.period_evaluated",
  needs: ["period", "members", "evaluations"],
  source: "渠道绩效管理：建立一套科学的绩效管理体系，对渠道合作伙伴进行绩效考核",
  required: () => ({}),
  test: (facts) => {
    const { start, end } = parsePeriod(facts.period, "facts.period");
    const members = checkTexts(facts.members, "facts.members");
    const evaluated = new Set(
      readRecords(facts.evaluations, "facts.evaluations", (fields, path) => {
        const period = parsePeriod(fields["period"], `${path}.period`);
        return { member: checkText(fields["member"], `${path}.member`), matches: period.start === start && period.end === end };
      }).flatMap(({ member, matches }) => (matches ? [member] : [])),
    );
    const lacking = members.filter((member) => !evaluated.has(member));
    return {
      met: members.length > 0 && lacking.length === 0,
      params: { period: `${start}/${end}`, evaluated: members.length - lacking.length, of: members.length, lacking },
    };
  },
};
