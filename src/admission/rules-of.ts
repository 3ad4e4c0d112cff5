import type { AdmissionPaper, AdmissionPolicy, RuleBinding } from "./admission-policy.js";
import type { AdmissionRule } from "./admission-rule.js";
import { agentRules } from "./agent-rules.js";
import { distributorRules } from "./distributor-rules.js";
import type { AskedRule } from "./list-changes.js";
import { proveByDocument } from "./prove-by-document.js";
import { specialRules } from "./special-rules.js";

/** The rules that an ordinary application is asked: those of the texts, the papers of the policy, the host's criteria. @internal */
export function rulesOf(policy: AdmissionPolicy): readonly AskedRule[] {
  return [...bound(policy.kind === "agent" ? agentRules : distributorRules, policy), ...policy.papers.map(paperRule), ...policy.criteria];
}

/** The rules that a special evaluation asks. @internal */
export function specialRulesOf(policy: AdmissionPolicy): readonly AskedRule[] {
  return bound(specialRules, policy);
}

function bound(rules: readonly AdmissionRule[], { binding }: AdmissionPolicy): readonly AdmissionRule[] {
  const overrides: { readonly [rule: string]: RuleBinding | undefined } = binding;
  return rules.map((rule) => {
    const how = overrides[rule.code];
    if (how === undefined) return rule;
    const { waivable: _, ...rest } = rule;
    return { ...rest, weight: how === "advisory" ? "advisory" : "mandatory", ...(how === "in_principle" && { waivable: true }) };
  });
}

function paperRule({ code, title, documents, source, weight, waivable }: AdmissionPaper): AdmissionRule {
  return {
    code,
    needs: ["evidence", "applicant"],
    words: title,
    source,
    weight,
    waivable,
    test: ({ evidence, applicant }, _, asOf) => proveByDocument(evidence, applicant.id, documents, asOf),
  };
}
