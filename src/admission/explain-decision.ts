import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Json } from "../kernel/json.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { AdmissionDecision, NeededChange } from "./admission-decision.js";
import type { AdmissionPolicy } from "./admission-policy.js";
import type { AdmissionFacts } from "./admission-rule.js";
import { type AskedRule, nameRule } from "./list-changes.js";

/** What an explanation speaks of besides the decision. @internal */
export interface Told {
  readonly facts: AdmissionFacts;
  readonly policy: AdmissionPolicy;
  /** Whether the applicant counts as large. Absent: that was not asked. */
  readonly large: Finding | undefined;
  /** The rules that were asked, by code. */
  readonly ruleOf: ReadonlyMap<string, AskedRule>;
  /** The working of the special evaluation. Absent: there was none. */
  readonly scoring: Explanation | undefined;
}

/** Explains a decision: the route, every finding, what would have to change, and what the days after it bring. @internal */
export function explainDecision(decision: AdmissionDecision, { facts, policy, large, ruleOf, scoring }: Told): Explanation {
  const { findings, needed, due, route, respondBy, status, scope } = decision;
  const chosen = { code: "admission.route_taken", params: { route } };
  const from: Explanation[] = [
    large === undefined ? chosen : { ...chosen, from: explainFindings([large]).map(nameFacts) },
    ...explainFindings(findings.map((one) => (ruleOf.has(one.code) ? one : { ...one, params: nameRule(one.params, ruleOf) }))).map(
      nameFacts,
    ),
  ];
  if (scoring !== undefined) from.push(scoring);
  if (status === "rejected" && respondBy !== null) from.push({ code: "admission.answer_overdue", params: { respondBy } });
  if (needed.length > 0) from.push({ code: "admission.change_needed", params: {}, from: needed.map(explainChange) });
  if (due.length > 0) {
    const dates = due.map(({ date, event, subject }) => {
      return { code: "admission.date_ahead", params: { date, event, subject: nameRule({ rule: subject }, ruleOf)["rule"] ?? subject } };
    });
    from.push({ code: "admission.dates_ahead", params: {}, from: dates });
  }
  return {
    code: "admission.decided",
    params: {
      applicant: titleOf(facts.applicant),
      kind: scope.kind,
      productGroup: scope.productGroupId,
      territory: scope.territoryId,
      status,
      policy: titleOf(policy),
      version: policy.version,
      date: decision.decidedOn,
    },
    from,
  };
}

function titleOf({ id, title }: AdmissionFacts["applicant"] | AdmissionPolicy): Json {
  return title === undefined || title === null ? id : { en: title.en, zh: title.zh };
}

function explainChange({ from, change, waivable }: NeededChange): Explanation {
  const code = waivable ? "admission.change_from_or_waiver" : "admission.change_from";
  return { code, params: { from, change: messageParams(change) } };
}

function messageParams({ code, params, words }: Message): MessageParams {
  return words === undefined ? { code, params } : { code, params, words: { en: words.en, zh: words.zh } };
}

/** The engine lists missing facts by name; here they have words. */
function nameFacts(node: Explanation): Explanation {
  const { code, params, from } = node;
  if (code === "engine.finding_missing") return { code: "admission.fact_missing", params: { facts: params["missing"] ?? [] } };
  return from === undefined ? node : { ...node, from: from.map(nameFacts) };
}
