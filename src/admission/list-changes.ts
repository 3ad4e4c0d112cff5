import { isWritten } from "../engine/compile-rules.js";
import type { CriterionKind } from "../engine/criterion-data.js";
import { listNeeded } from "../engine/list-needed.js";
import type { Finding, FindingPart } from "../engine/rule.js";
import { isDecimal, subtractDecimals } from "../kernel/decimal.js";
import type { Message, MessageParams } from "../kernel/message.js";
import type { NeededChange } from "./admission-decision.js";
import { type AdmissionActor, type AdmissionCriterion, type AdmissionPolicy, admissionActors } from "./admission-policy.js";
import type { AdmissionFacts, AdmissionRule } from "./admission-rule.js";

/** A rule as it is asked: the library's, a paper of the policy, or a host's criterion. @internal */
export type AskedRule = AdmissionRule | AdmissionCriterion;

/**
 * What would have to change, for every finding in the way: for a missing fact who supplies it, for a paper who brings or checks it, for a
 * threshold how much is missing. Advisory findings stand in nobody's way. What belongs to no rule is the engine's remark on a waiver that
 * does not work, and is kept.
 *
 * @internal
 */
export function listChanges(findings: readonly Finding[], ruleOf: ReadonlyMap<string, AskedRule>): readonly NeededChange[] {
  return listNeeded(findings).flatMap((finding): readonly NeededChange[] => {
    const { code, params, weight, status } = finding;
    const rule = ruleOf.get(code);
    if (rule === undefined) {
      const change = { code, params: nameRule(params, ruleOf) };
      return [{ rule: String(params["rule"]), status: "unmet", from: "manufacturer", change, waivable: false }];
    }
    if (weight === "advisory") return [];
    const supplier = rule.from ?? "applicant";
    if (status === "unknown") {
      return openPointsOf(finding, nameOf(finding), isOwn(rule), supplier).map((change) => {
        return { rule: code, status, from: actorOf(change, supplier), change, waivable: false };
      });
    }
    const change = isOwn(rule) ? criterionRemedy(finding) : ruleRemedy(finding, rule);
    return [{ rule: code, status: "unmet", from: actorOf(change, "applicant"), change, waivable: rule.waivable === true }];
  });
}

const isOwn = (rule: AskedRule): rule is AdmissionCriterion => !isWritten<AdmissionFacts, AdmissionPolicy>(rule);

/** Messages of this room say themselves who has to act. */
function actorOf({ code, params }: Message, otherwise: AdmissionActor): AdmissionActor {
  if (code === "engine.threshold_unset" || code === "engine.event_disputed") return "manufacturer";
  return admissionActors.find((one) => one === params["from"]) ?? otherwise;
}

function ruleRemedy({ params }: Finding, rule: AdmissionRule): Message {
  if (rule.remedy !== undefined) return rule.remedy(params);
  const { short, required } = params;
  return { code: "admission.change_more", params: { fact: rule.needs[0] as string, short: short ?? null, required: required ?? null } };
}

/** Missing facts and reasons, also those of the parts of a group. */
function openPointsOf(part: FindingPart, criterion: MessageParams, own: boolean, from: AdmissionActor): readonly Message[] {
  const { missing, reason, parts = [] } = part;
  const code = own ? "admission.criterion_fact_missing" : "admission.fact_missing";
  const asked = missing === undefined ? [] : [{ code, params: { facts: missing, ...(own && { criterion }), from } }];
  const inParts = parts.flatMap((one) => (one.status === "unknown" ? openPointsOf(one, criterion, own, from) : []));
  return [...asked, ...(reason === undefined ? [] : [reason]), ...inParts];
}

/** Kinds that a larger value, or one more, would meet. */
const RISING: readonly CriterionKind[] = ["min", "full_years", "at_least_count", "score_at_least"];

function criterionRemedy(finding: Finding): Message {
  const { kind, actual, required } = finding.params;
  const criterion = nameOf(finding);
  if (isNumber(actual) && isNumber(required)) {
    if (RISING.some((one) => one === kind)) {
      return { code: "admission.change_criterion_more", params: { criterion, short: subtractDecimals(required, actual), required } };
    }
    if (kind === "max") {
      return { code: "admission.change_criterion_less", params: { criterion, over: subtractDecimals(actual, required), required } };
    }
  }
  return { code: "admission.change_criterion", params: { criterion } };
}

const isNumber = (value: unknown): value is string | number => (typeof value === "string" || typeof value === "number") && isDecimal(value);

/** The criterion as its words say it, as a parameter of another message. */
function nameOf({ code, params, words }: Finding): MessageParams {
  return words === undefined ? { code, params } : { code, params: {}, words: { en: words.en, zh: words.zh } };
}

/** A remark on a waiver names a rule by its code; here it gets the words of what the rule is about. @internal */
export function nameRule(params: MessageParams, ruleOf: ReadonlyMap<string, AskedRule>): MessageParams {
  const rule = ruleOf.get(String(params["rule"]));
  if (rule === undefined) return params;
  const words = isOwn(rule) ? rule.title : rule.words;
  if (words !== undefined) return { ...params, rule: { en: words.en, zh: words.zh } };
  return { ...params, rule: { code: `admission.fact.${(rule as AdmissionRule).needs[0]}`, params: {} } };
}
