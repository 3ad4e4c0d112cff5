/** Makes findings. Those of one rule have one form, and are made at once: thousands a second go through the same hands. */
import type { MessageParams, Words } from "../kernel/message.js";
import type { Finding, FindingPart, RuleStatus, RuleWeight } from "./rule.js";

/** What the findings about a criterion have in common. @internal */
export interface Called {
  readonly code: string;
  /** Absent: it is a part of a criterion. */
  readonly weight: RuleWeight | undefined;
  readonly words: Words | undefined;
  readonly source: string | undefined;
}

/** @internal */
export function findingOf({ code, weight, words, source }: Called, status: RuleStatus, params: MessageParams): FindingPart {
  if (weight === undefined) return words === undefined ? { code, status, params } : { code, status, params, words };
  if (words === undefined)
    return source === undefined ? whole({ code, status, weight, params }) : whole({ code, status, weight, params, source });
  return source === undefined ? whole({ code, status, weight, params, words }) : whole({ code, status, weight, params, words, source });
}

const whole = (finding: Finding): FindingPart => finding;

/** What cannot be told, and why. Fields are added one by one: a spread would give each such finding a form of its own. @internal */
export function unknownOf(called: Called, params: MessageParams, why: Pick<FindingPart, "missing" | "reason">): FindingPart {
  const finding: { -readonly [K in keyof FindingPart]: FindingPart[K] } = findingOf(called, "unknown", params);
  if (why.missing !== undefined) finding.missing = why.missing;
  if (why.reason !== undefined) finding.reason = why.reason;
  return finding;
}

/** For many to have: none of them can change it for the others. @internal */
export function freezeFinding(finding: FindingPart): FindingPart {
  Object.freeze(finding.params);
  Object.freeze(finding.missing);
  return Object.freeze(finding);
}
