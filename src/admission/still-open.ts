import type { Tested } from "../engine/rule.js";
import type { MessageParams } from "../kernel/message.js";
import type { AdmissionActor } from "./admission-policy.js";
import type { AdmissionCode } from "./messages.js";

type Open = Extract<Tested, { readonly unknown: unknown }>;

/** It cannot be told until somebody acts: what has to happen, and by whom. @internal */
export function stillOpen(code: AdmissionCode, params: MessageParams, from: AdmissionActor): Open {
  return { unknown: { code, params: { ...params, from } } };
}

/** A part of a fact is missing; the applicant supplies it. @internal */
export function stillMissing(facts: readonly string[], from: AdmissionActor = "applicant"): Open {
  return stillOpen("admission.fact_missing", { facts }, from);
}

/** The policy has no threshold yet. @internal */
export const unset: Open = { unknown: { code: "engine.threshold_unset", params: {} } };
