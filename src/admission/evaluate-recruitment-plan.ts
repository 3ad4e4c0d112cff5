import { askRules } from "../engine/ask-rules.js";
import { combineFindings, type RuleVerdict } from "../engine/combine-findings.js";
import { explainFindings } from "../engine/explain-findings.js";
import { listNeeded } from "../engine/list-needed.js";
import type { Finding } from "../engine/rule.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkRecord, checkWords, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { checkNamedRecords, isAbsent } from "./candidate-fault.js";
import type { ProspectSource } from "./prospect.js";
import { readRecruitmentPlan } from "./read-recruitment-plan.js";
import type { RecruitmentPlan } from "./recruitment-plan.js";
import { recruitmentPlanRules } from "./recruitment-plan-rules.js";
import { readStrategy, type StrategyReference } from "./strategy-reference.js";

/** A plan to be judged. */
export interface RecruitmentPlanFacts {
  /** The day of the answer. */
  readonly asOf: CalendarDate;
  /** The plan. */
  readonly plan: RecruitmentPlan;
  /** The strategy it names. Absent or null: not at hand, and what depends on it is unknown. */
  readonly strategy?: StrategyReference | null | undefined;
}

/** What a plan is compared with. */
export interface RecruitmentPlanPolicy {
  /** The sources that may be named: `prospectSources`, a part of them, or with rows of the host's own. */
  readonly sources: readonly ProspectSource[];
}

/** What is found about a plan. */
export interface RecruitmentPlanVerdict {
  /** The plan. */
  readonly plan: string;
  /** `ready`: nothing is against submitting it. `incomplete`: something is not known. `faulty`: something is wrong. */
  readonly status: "ready" | "incomplete" | "faulty";
  /** Every rule that was asked. */
  readonly findings: readonly Finding[];
  /** What would have to change. Empty: nothing. */
  readonly needed: readonly Finding[];
}

/**
 * Judges a recruitment plan before it is submitted: is it bound to its strategy, does it rest on research, does it say whom, when and
 * whence.
 *
 * @remarks
 * Every rule is asked. One that is not met makes the plan `faulty`; otherwise one that cannot be told makes it `incomplete`. A plan that
 * cites no market research is flagged either way: an empty list is not met, a missing one is unknown. Who approves the plan, and that
 * nobody approves their own draft, is a matter of `expansionProcedure`.
 *
 * @param facts - The plan, its strategy and the day.
 * @param policy - The sources that are known.
 * @returns The status, every finding, and what would have to change.
 * @throws LibraryFault `kernel.*` for what is malformed, such as a plan without a strategy, an owner, a period or a budget.
 *
 * @source The channel specialist screens prospects from market research and drafts the expansion plan.
 *
 * @example A retailer under a strategy of distributors, and no research
 * ```ts
 * import { evaluateRecruitmentPlan, prospectSources } from "qudao/admission";
 *
 * const { outcome } = evaluateRecruitmentPlan(
 *   {
 *     asOf: "2024-01-05",
 *     strategy: { id: "S-2024", allowedKinds: ["distributor"] },
 *     plan: {
 *       id: "R-2024", strategyId: "S-2024", period: { start: "2024-01-01", end: "2025-01-01" }, ownerId: "P-1",
 *       budget: { amount: "50000", currency: "CNY" }, sources: ["trade_fair"],
 *       targets: [{ kind: "retailer", territoryId: "zhejiang", count: 3, priority: 1, dueOn: "2024-06-30" }],
 *     },
 *   },
 *   { sources: prospectSources },
 * );
 * outcome.status; // => "faulty"
 * outcome.needed.map(({ code, status }) => [code, status]);
 * // => [["admission.plan_cites_research", "unknown"], ["admission.plan_targets_on_strategy", "unmet"]]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateRecruitmentPlan(facts: RecruitmentPlanFacts, policy: RecruitmentPlanPolicy): Explained<RecruitmentPlanVerdict> {
  return readSafely({ facts, policy }, () => {
    const sources = checkNamedRecords<ProspectSource>(checkRecord(policy, "policy")["sources"], "policy.sources", "code");
    sources.forEach(({ title }, i) => void checkWords(title, `policy.sources[${i}].title`));
    const given = checkRecord(facts, "facts") as unknown as RecruitmentPlanFacts;
    const asOf = parseDate(given.asOf, "facts.asOf");
    const plan = readRecruitmentPlan(given.plan, "facts.plan");
    const strategy = isAbsent(given.strategy) ? undefined : readStrategy(given.strategy, "facts.strategy");
    const findings = askRules(recruitmentPlanRules, { ...plan, strategy }, { sources }, { asOf });
    const status = STATUS[combineFindings(findings)];
    return {
      outcome: { plan: plan.id, status, findings, needed: listNeeded(findings) },
      explanation: { code: "admission.plan_judged", params: { plan: plan.id, status }, from: explainFindings(findings) },
    };
  });
}

const STATUS: { readonly [V in RuleVerdict]: RecruitmentPlanVerdict["status"] } = {
  met: "ready",
  met_with_exceptions: "ready",
  unknown: "incomplete",
  unmet: "faulty",
};
