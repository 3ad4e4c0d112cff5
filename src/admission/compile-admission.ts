import { compileRules } from "../engine/compile-rules.js";
import { readScorecard } from "../engine/read-scorecard.js";
import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { AdmissionApplication } from "./admission-application.js";
import type { AdmissionDecision, EvaluationRoute, NeededChange } from "./admission-decision.js";
import { admissionFault } from "./admission-fault.js";
import type { AdmissionPolicy, SpecialEvaluation } from "./admission-policy.js";
import type { AdmissionFacts } from "./admission-rule.js";
import { checkAdmissionPolicy } from "./check-admission-policy.js";
import { decideAdmission } from "./decide-admission.js";
import { explainDecision } from "./explain-decision.js";
import { type AskedRule, listChanges } from "./list-changes.js";
import { admissionPolicyMessages } from "./policy-messages.js";
import { readApplication } from "./read-application.js";
import { rulesOf, specialRulesOf } from "./rules-of.js";
import { scoreRatings } from "./score-ratings.js";

/** A policy read once, to judge many by. It holds functions, so it is never stored. @internal */
export type CompiledAdmission = (application: AdmissionApplication) => Explained<AdmissionDecision>;

/** Reads a policy. @throws LibraryFault The first fault of `checkAdmissionPolicy`. @internal */
export function compileAdmission(policy: AdmissionPolicy): CompiledAdmission {
  const fault = checkAdmissionPolicy(policy, []).find(({ severity }) => severity === "fault");
  if (fault !== undefined) throw admissionFault(fault.code, fault.path === "" ? "policy" : `policy.${fault.path}`, fault.params);
  const ordinary = compileRuleSet(rulesOf(policy), policy);
  const special = compileRuleSet(specialRulesOf(policy), policy);
  const evaluations = (policy.kind === "distributor" ? policy.special : []).map(compileEvaluation);
  return (application) =>
    readSafely("facts", () => {
      const facts = readApplication(application, policy.kind);
      const { asOf, waivers } = facts;
      const evaluation = evaluations.find(({ applicantKind }) => applicantKind === facts.applicant.kind);
      const large = evaluation?.isLarge(facts, { asOf })[0];
      const route: EvaluationRoute = large?.status === "met" ? "special" : large?.status === "unknown" ? "undecided" : "ordinary";
      const scored = route === "special" ? evaluation?.score(facts) : undefined;
      const set = scored === undefined ? ordinary : special;
      const asked: AdmissionFacts = scored === undefined ? facts : { ...facts, special: scored.special };
      const findings = set.ask(asked, { asOf, waivers });
      const changes = [...(route === "undecided" ? [SCALE_UNKNOWN] : []), ...listChanges(findings, set.ruleOf)];
      const outcome = decideAdmission({ facts: asked, policy, route, findings, score: scored?.special.outcome ?? null, changes });
      return { outcome, explanation: explainDecision(outcome, { facts, policy, large, ruleOf: set.ruleOf, scoring: scored?.explanation }) };
    });
}

function compileRuleSet(rules: readonly AskedRule[], policy: AdmissionPolicy) {
  return {
    ask: compileRules<AdmissionFacts, AdmissionPolicy>(rules, policy),
    ruleOf: new Map(rules.map((rule) => [rule.code, rule])),
  };
}

const LARGE = "admission.counts_as_large";

const SCALE_UNKNOWN: NeededChange = {
  rule: LARGE,
  status: "unknown",
  from: "manufacturer",
  change: { code: "admission.scale_unknown", params: { from: "manufacturer" } },
  waivable: false,
};

function compileEvaluation({ applicantKind, large, scorecard, passScore }: SpecialEvaluation) {
  const read = readScorecard(scorecard);
  return {
    applicantKind,
    isLarge: compileRules<AdmissionFacts, null>([{ ...large, code: LARGE, title: admissionPolicyMessages[LARGE] }], null),
    score: ({ ratings }: AdmissionFacts) => {
      const { outcome, explanation } = scoreRatings(read, ratings ?? {}, "facts.ratings");
      return { special: { outcome, passScore }, explanation };
    },
  };
}
