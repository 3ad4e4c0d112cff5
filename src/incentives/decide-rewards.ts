import { askRules } from "../engine/ask-rules.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { type Money, parseMoney } from "../kernel/money.js";
import { optional } from "../kernel/read.js";
import { readMoneySize } from "./read-input.js";
import { readRewardRules } from "./read-reward-rules.js";
import type { RewardConsequence, RewardDecisionPolicy } from "./reward-rules.js";
import { tellConsequence } from "./tell-consequence.js";

/** Somebody, or something, whose rewards and penalties are asked. */
export interface RewardDecisionFacts {
  /** Who or what it is. */
  readonly subjectId: string;
  /** The day the answer is for. */
  readonly asOf: CalendarDate;
  /** What is known, by name: `grade`, `trained`, … What is absent or null leaves the rows that read it open. */
  readonly known: { readonly [fact: string]: unknown };
  /** The deposit that deductions are taken from. Absent: there is none. */
  readonly deposit?: Money | undefined;
}

/** What follows from one row. */
export interface DecidedReward {
  /** The row. */
  readonly ruleId: string;
  /** The sign. */
  readonly effect: "reward" | "penalty";
  /** What follows. */
  readonly consequence: RewardConsequence;
  /** For a deduction, what the deposit still holds, at most what was asked. `null`: it is no deduction. */
  readonly deducted: Money | null;
}

/** What follows from all rows. */
export interface RewardDecision {
  /** Rows whose condition holds, in the order of the table. */
  readonly applied: readonly DecidedReward[];
  /** Rows whose condition cannot be told, with what is missing. */
  readonly open: readonly { readonly ruleId: string; readonly missing: readonly string[] }[];
  /** What is left of the deposit. `null`: there is none. */
  readonly depositLeft: DecimalString | null;
}

/**
 * Decides which rewards and penalties of a table apply: by score band, conduct, or any other fact.
 *
 * @remarks
 * Every row is asked, none is skipped. A condition that cannot be told, and a consequence whose figures nobody agreed on, leave their row open: nobody is rewarded or punished on what is not
 * known. Deductions take what the deposit holds and no more.
 *
 * @param facts - Who it is, what is known, and the deposit.
 * @param policy - The table and the subject.
 * @returns What applies, what is open, and a working with every condition.
 * @throws LibraryFault `engine.*` and `kernel.*` for a row that cannot be used; `kernel.*` with the place in `facts`.
 *
 * @example Grade A is rewarded, grade C is neither rewarded nor punished
 * ```ts
 * import { decideRewards, rewardCatalogue } from "qudao/incentives";
 *
 * const policy = { subject: "member" as const, rules: rewardCatalogue.filter(({ id }) => id === "member_reward" || id === "member_improve") };
 * const of = (grade: string) => decideRewards({ subjectId: "D1", asOf: "2024-12-31", known: { grade } }, policy).outcome;
 * of("A").applied.map(({ ruleId }) => ruleId); // => ["member_reward"]
 * of("C").applied; // => []
 * of("D").applied.map(({ effect }) => effect); // => ["penalty"]
 * ```
 *
 * @since 0.1.0
 */
export function decideRewards(facts: RewardDecisionFacts, policy: RewardDecisionPolicy): Explained<RewardDecision> {
  return readSafely({ facts, policy }, () => {
    const { subject, rules } = readRewardRules(policy);
    const given = checkRecord(facts, "facts");
    const subjectId = checkText(given["subjectId"], "facts.subjectId");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const known = checkRecord(given["known"], "facts.known");
    const held = optional(parseMoney)(given["deposit"], "facts.deposit");
    let deposit = held === undefined ? undefined : readMoneySize(held, "facts.deposit", held.currency);

    const rows = rules.filter((rule) => rule.subject === subject);
    const findings = askRules(
      rows.map(({ when }) => when),
      known,
      null,
      { asOf },
    );
    const applied: DecidedReward[] = [];
    const open: { ruleId: string; missing: readonly string[] }[] = [];
    const from = rows.map((rule, i): Explanation => {
      const { id, titles, effect, consequence } = rule;
      const finding = findings[i] as Finding;
      const parts: Explanation[] = [...explainFindings([finding])];
      const unset = finding.status === "met" ? unsetOf(consequence) : [];
      const isOpen = finding.status === "unknown" || unset.length > 0;
      if (isOpen) open.push({ ruleId: id, missing: [...(finding.missing ?? []), ...unset] });
      if (finding.status === "met")
        parts.push({ code: "incentives.consequence_follows", params: { consequence: { ...tellConsequence(consequence) } } });
      if (finding.status === "met" && !isOpen) {
        let deducted: Money | null = null;
        if (consequence.kind === "deposit_deduction" && consequence.amount !== null) {
          const asked = readMoneySize(
            consequence.amount,
            `policy.rules[${rules.indexOf(rule)}].consequence.amount`,
            held?.currency ?? consequence.amount.currency,
          );
          const taken = Exact.min(asked, deposit ?? exact("0"));
          deposit = deposit?.minus(taken);
          deducted = { amount: text(taken), currency: consequence.amount.currency };
          if (taken.lessThan(asked)) {
            parts.push({ code: "incentives.deposit_exceeded", params: { rule: { ...titles }, asked: text(asked), deposit: text(taken) } });
          }
        }
        applied.push({ ruleId: id, effect, consequence, deducted });
      }
      const status = isOpen ? "open" : finding.status === "met" ? "applies" : "does_not_apply";
      return { code: "incentives.consequence", params: { rule: { ...titles }, status }, from: parts };
    });
    const count = (effect: "reward" | "penalty") => applied.filter((one) => one.effect === effect).length;
    const params = { memberId: subjectId, rewards: count("reward"), penalties: count("penalty"), open: open.length };
    return {
      outcome: { applied, open, depositLeft: deposit === undefined ? null : text(deposit) },
      explanation: { code: "incentives.consequences", params, from },
    };
  });
}

/** Fields of a consequence that nobody agreed on yet. */
function unsetOf(consequence: RewardConsequence): readonly string[] {
  return Object.entries(consequence).flatMap(([field, value]) => (value === null ? [`consequence.${field}`] : []));
}
