import { checkChoice, checkCount, checkList, checkRecord, checkText, checkWords, type Fields, readSafely } from "../kernel/check.js";
import { compareDecimals, isDecimal } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { admissionKinds } from "./admission-application.js";
import { type AdmissionPolicy, ruleBindings } from "./admission-policy.js";
import type { AdmissionPolicyRemark } from "./admission-policy-remark.js";
import type { AdmissionRule } from "./admission-rule.js";
import { agentRules } from "./agent-rules.js";
import { applicantOrigins, cashFlowBases, flowPeriods, nominatorKinds, salesBases } from "./applicant.js";
import { checkOwnRules } from "./check-own-rules.js";
import { checkRatingPolicies } from "./check-rating-policies.js";
import { distributorRules } from "./distributor-rules.js";
import {
  checkAmount,
  checkChoices,
  checkFlow,
  checkNotNegative,
  checkShare,
  type Proofreader,
  proofreader,
  readRecords,
  readTerm,
  readThreshold,
} from "./proofreader.js";

/**
 * Proofreads a policy: what is wrong with it, where it departs from the texts, and what in it is not agreed yet.
 *
 * @remarks
 * With no `fault` every verb of this room accepts the policy. A `warning` is something a host may want and should know of. An `unset`
 * threshold is no fault: its rule stays unknown, and nobody passes by it.
 *
 * @param policy - The policy to look at; any JSON is accepted.
 * @param beside - Policies in force beside it, to be compared with. Empty: none.
 * @returns One remark per place, in the order of the fields. Empty: it can be used as it stands.
 *
 * @errors
 * Faults:
 * - `admission.amount_negative` - a threshold is below 0.
 * - `admission.grade_unknown` - a least grade is not on the scale.
 * - `admission.repeated` - a grade or a kind of applicant is listed twice.
 * - `admission.list_empty` - a list that needs an entry has none.
 * - `admission.code_taken` - two papers or criteria have one code, or one begins with a folder of the library.
 * - `admission.evidence_read_raw` - a criterion would read documents without looking whether they were verified.
 * - `admission.rule_not_asked` - a rule is bound that this policy does not ask, or that cannot be bound otherwise.
 * - `admission.scale_relative` - a rating would be measured against a field that is not there.
 * - every code of `checkScorecard` and `checkRules`; `kernel.*` where a field cannot be read.
 *
 * Warnings:
 * - `admission.minimum_above_agents` - distributors need more capital than agents.
 * - `admission.breaches_tolerated`, `admission.rule_loosened`, `admission.no_route`, `admission.indicator_unweighed`,
 *   `admission.rating_optional`.
 *
 * Unset: `admission.threshold_not_agreed`, `admission.term_not_agreed`.
 *
 * @example A minimum nobody agreed on yet, and one above the agent's
 * ```ts
 * import { checkAdmissionPolicy, exampleAgentPolicy, exampleDistributorPolicy } from "qudao/admission";
 *
 * const policy = {
 *   ...exampleDistributorPolicy,
 *   minExperienceYears: null,
 *   minRegisteredCapital: { amount: "9000000", currency: "CNY" },
 * };
 * checkAdmissionPolicy(policy, [exampleAgentPolicy]).map(({ severity, code, path }) => [severity, code, path]);
 * // => [
 * //   ["unset", "admission.threshold_not_agreed", "minExperienceYears"],
 * //   ["warning", "admission.minimum_above_agents", "minRegisteredCapital"],
 * // ]
 * ```
 *
 * @since 0.1.0
 */
export function checkAdmissionPolicy(policy: AdmissionPolicy, beside: readonly AdmissionPolicy[]): readonly AdmissionPolicyRemark[] {
  return readSafely({ policy, beside }, () => {
    const proof = proofreader();
    const fields = proof.keep(() => checkRecord(policy, ""));
    if (fields === undefined) return proof.remarks;
    readNames(fields, proof);
    readShared(fields, proof);
    const kind = proof.keep(() => checkChoice(fields["kind"], "kind", admissionKinds));
    if (kind === "agent") readAgent(fields, proof);
    if (kind === "distributor") readDistributor(fields, proof);
    if (kind !== undefined) {
      checkOwnRules(policy, proof);
      readBinding(fields, kind === "agent" ? agentRules : distributorRules, proof);
      checkRatingPolicies(policy, proof);
    }
    compareCapital(policy, beside, proof);
    return proof.remarks;
  });
}

function readNames({ id, version, title }: Fields, proof: Proofreader): void {
  proof.keep(() => checkText(id, "id"));
  proof.keep(() => checkText(version, "version"));
  if (title !== undefined) proof.keep(() => checkWords(title, "title"));
}

function readShared(policy: Fields, proof: Proofreader): void {
  const { minRegisteredCapital, minExperienceYears, breachTolerance, minSalesCapacity, minFreeProperty, unifiedLicence, terms } = policy;
  readThreshold(proof, minRegisteredCapital, "minRegisteredCapital", () => checkAmount(minRegisteredCapital, "minRegisteredCapital"));
  readThreshold(proof, minExperienceYears, "minExperienceYears", () => checkNotNegative(minExperienceYears, "minExperienceYears"));
  readRoutes(policy, proof);
  readThreshold(proof, breachTolerance, "breachTolerance", () => {
    const got = checkCount(breachTolerance, "breachTolerance", 0, Number.MAX_SAFE_INTEGER);
    if (got > 0) proof.warn("admission.breaches_tolerated", "breachTolerance", { got });
  });
  const scale = readScale(policy["creditScale"], proof);
  readGrade(policy, "minCreditGrade", scale, proof);
  if (policy["kind"] === "agent") readGrade(policy, "minFinancialCreditGrade", scale, proof);
  readThreshold(proof, minSalesCapacity, "minSalesCapacity", () => checkFlow(minSalesCapacity, "minSalesCapacity", salesBases));
  proof.keep(() => checkChoice(unifiedLicence, "unifiedLicence", ["accepted", "not_accepted"]));
  readThreshold(proof, minFreeProperty, "minFreeProperty", () => checkAmount(minFreeProperty, "minFreeProperty"));
  const given = proof.keep(() => checkRecord(terms, "terms"));
  if (given === undefined) return;
  for (const name of ["respondWithinDays", "validForMonths", "requalifyAfterMonths", "reapplyAfterMonths"]) {
    readTerm(proof, given, name, "terms");
  }
}

function readRoutes({ routes }: Fields, proof: Proofreader): void {
  readRecords(proof, routes, "routes", (route, path) => {
    proof.keep(() => {
      const kind = checkChoice(route["kind"], `${path}.kind`, ["origin", "nomination"]);
      if (kind === "origin") checkChoices(route["origins"], `${path}.origins`, applicantOrigins);
      else checkChoices(route["nominators"], `${path}.nominators`, nominatorKinds);
    });
  });
  if (Array.isArray(routes) && routes.length === 0) proof.warn("admission.no_route", "routes", {});
}

function readScale(value: unknown, proof: Proofreader): readonly string[] {
  const grades: string[] = [];
  proof
    .keep(() => checkList(value, "creditScale"))
    ?.forEach((one, i) => {
      const grade = proof.keep(() => checkText(one, `creditScale[${i}]`));
      if (grade === undefined) return;
      if (grades.includes(grade)) proof.fault("admission.repeated", `creditScale[${i}]`, { got: grade });
      grades.push(grade);
    });
  return grades;
}

function readGrade(policy: Fields, name: string, scale: readonly string[], proof: Proofreader): void {
  readThreshold(proof, policy[name], name, () => {
    const got = checkText(policy[name], name);
    if (!scale.includes(got)) proof.fault("admission.grade_unknown", name, { got, scale });
  });
}

function readAgent({ minCashFlow, minCapitalTurnover }: Fields, proof: Proofreader): void {
  readThreshold(proof, minCashFlow, "minCashFlow", () => checkFlow(minCashFlow, "minCashFlow", cashFlowBases));
  const path = "minCapitalTurnover";
  readThreshold(proof, minCapitalTurnover, path, () => {
    const threshold = checkRecord(minCapitalTurnover, path);
    checkChoice(threshold["per"], `${path}.per`, flowPeriods);
    if ("least" in threshold) {
      checkNotNegative(threshold["least"], `${path}.least`);
      return;
    }
    checkShare(threshold["reachesShare"], `${path}.reachesShare`);
    const peers = checkList(threshold["peers"], `${path}.peers`);
    if (peers.length === 0) proof.fault("admission.list_empty", `${path}.peers`, {});
    peers.forEach((peer, i) => {
      proof.keep(() => checkNotNegative(peer, `${path}.peers[${i}]`));
    });
  });
}

function readDistributor({ minOutletNetwork }: Fields, proof: Proofreader): void {
  const path = "minOutletNetwork";
  readThreshold(proof, minOutletNetwork, path, () => {
    const threshold = checkRecord(minOutletNetwork, path);
    if ("least" in threshold) checkCount(threshold["least"], `${path}.least`, 0, Number.MAX_SAFE_INTEGER);
    else checkShare(threshold["leastCoverage"], `${path}.leastCoverage`);
  });
}

/** Rules that no policy may loosen: fairness, and the evaluation that stands in for all the others. */
const FIXED: readonly string[] = ["admission.reviewers_impartial", "admission.special_score_sufficient"];

function readBinding({ binding }: Fields, rules: readonly AdmissionRule[], proof: Proofreader): void {
  const given = proof.keep(() => checkRecord(binding, "binding"));
  for (const [rule, how] of Object.entries(given ?? {})) {
    if (how === undefined) continue;
    const path = `binding.${rule}`;
    const asked = rules.find(({ code }) => code === rule && !FIXED.includes(code));
    if (asked === undefined) {
      proof.fault("admission.rule_not_asked", path, { rule: shown(rule) });
      continue;
    }
    const bound = proof.keep(() => checkChoice(how, path, ruleBindings));
    const loosened = bound === "advisory" || (bound === "in_principle" && asked.waivable !== true);
    if (bound !== undefined && loosened && asked.weight !== "advisory") {
      proof.warn("admission.rule_loosened", path, { rule, binding: bound });
    }
  }
}

/** Smaller members are not asked for more than larger ones: a policy that does so was probably mistyped. */
function compareCapital(policy: AdmissionPolicy, beside: readonly AdmissionPolicy[], proof: Proofreader): void {
  for (const other of checkList(beside, "beside") as readonly AdmissionPolicy[]) {
    const got = capitalOf([policy, other], "distributor");
    const agents = capitalOf([policy, other], "agent");
    if (got === undefined || agents === undefined || got.currency !== agents.currency) continue;
    if (compareDecimals(got.amount, agents.amount) > 0) {
      proof.warn("admission.minimum_above_agents", "minRegisteredCapital", { got, agents, policy: shown(other.id) });
    }
  }
}

/** Nothing where it cannot be compared; what is wrong with it is said elsewhere. */
function capitalOf(
  policies: readonly AdmissionPolicy[],
  kind: AdmissionPolicy["kind"],
): { readonly amount: string; readonly currency: string } | undefined {
  const capital = policies.find((policy) => policy?.kind === kind)?.minRegisteredCapital;
  return capital && isDecimal(capital.amount) ? { amount: String(capital.amount), currency: String(capital.currency) } : undefined;
}
