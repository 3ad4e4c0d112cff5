import { readSafely } from "../kernel/check.js";
import type { Explanation } from "../kernel/explanation.js";
import type { Message, MessageParams } from "../kernel/message.js";
import { checkFindings } from "./check-findings.js";
import { criterionKinds } from "./criterion-data.js";
import type { Finding, FindingPart } from "./rule.js";

/**
 * Explains findings: one node per finding, with what was compared, what is missing and what was waived below it.
 *
 * @remarks
 * Complete: findings that did not decide the verdict are explained too. A node's code is `engine.finding` (`engine.finding_advisory`),
 * and the rule's own message is its parameter `finding`, so a line always says the status first and then what had to hold.
 *
 * @param findings - What `askRules` found.
 * @returns Nodes for the `from` of a room's own verdict, in the order of the findings.
 * @throws LibraryFault `kernel.*` for what is no finding.
 *
 * @example A criterion in words
 * ```ts
 * import { askRules, engineMessages, explainFindings } from "qudao/engine";
 * import { renderExplanation } from "qudao/kernel";
 *
 * const solid = {
 *   code: "host.solid", kind: "min" as const, fact: "capital", min: "500000",
 *   title: { en: "Capital of half a million", zh: "注册资本五十万" },
 * };
 * const [node] = explainFindings(askRules([solid], { capital: "480000" }, null, { asOf: "2024-05-01" }));
 * const lines = (language: "en" | "zh") => node && renderExplanation(node, { language, catalogue: engineMessages });
 * lines("en"); // => "Not met: Capital of half a million\n  capital is 480000, at least 500000 is required"
 * lines("zh"); // => "不符合：注册资本五十万\n  capital 为 480000，要求不低于 500000"
 * ```
 *
 * @since 0.1.0
 */
export function explainFindings(findings: readonly Finding[]): readonly Explanation[] {
  return readSafely("findings", () =>
    checkFindings(findings, "findings").map((finding) => {
      const waived = finding.waiver === undefined ? [] : [{ code: "engine.waived", params: waiverParams(finding.waiver) }];
      return node(finding, finding.weight === "advisory" ? "engine.finding_advisory" : "engine.finding", waived);
    }),
  );
}

function node(part: FindingPart, code: string, waived: readonly Explanation[]): Explanation {
  const { status, missing, reason, parts = [], params, words } = part;
  const from: Explanation[] = [];
  // a criterion with words of its own still has to show what was compared
  const kind = criterionKinds.find((one) => one === params["kind"]);
  // what is not known is said to be absent, instead of leaving a hole in the words
  const shown = kind === undefined ? params : { actual: null, ...(kind === "document_valid" && { validTo: null }), ...params };
  if (words !== undefined && kind !== undefined) from.push({ code: `engine.criterion.${kind}`, params: shown });
  if (missing !== undefined) from.push({ code: "engine.finding_missing", params: { missing } });
  if (reason !== undefined) from.push(reason);
  from.push(...waived, ...parts.map((one) => node(one, "engine.finding", [])));
  const said = { code, params: { status, finding: messageParams({ ...part, params: shown }) } };
  return from.length === 0 ? said : { ...said, from };
}

/** A message as a parameter of another. */
function messageParams({ code, params, words }: Message): MessageParams {
  return words === undefined ? { code, params } : { code, params, words: { en: words.en, zh: words.zh } };
}

function waiverParams({ ground, approver, date, expires }: NonNullable<Finding["waiver"]>): MessageParams {
  return { ground: typeof ground === "string" ? ground : { en: ground.en, zh: ground.zh }, approver, date, expires: expires ?? null };
}
