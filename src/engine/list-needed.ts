import { readSafely } from "../kernel/check.js";
import { checkFindings } from "./check-findings.js";
import type { Finding, FindingPart } from "./rule.js";

/**
 * Lists what stands in the way: for each unmet or unknown finding what would have to change.
 *
 * @remarks
 * `params` carries `actual` and `required`, `missing` the facts to supply, `reason` what else is open. Of a group only the parts
 * in the way are kept: those that do not hold or, under `none`, those that hold or may hold. Findings that are met or excepted
 * are left out; advisory ones are kept and say so.
 *
 * @param findings - What `askRules` found.
 * @returns The findings in the way, in the same order.
 * @throws LibraryFault `kernel.*` for what is no finding.
 *
 * @example The shortfall and the missing paper
 * ```ts
 * import { askRules, listNeeded } from "qudao/engine";
 *
 * const title = { en: "Fit", zh: "合格" };
 * const rules = [
 *   { code: "host.capital", kind: "min" as const, fact: "capital", min: "500000", title },
 *   { code: "host.licence", kind: "document_valid" as const, fact: "documents", document: "licence", title },
 *   { code: "host.open", kind: "is_true" as const, fact: "open", title },
 * ];
 * const needed = listNeeded(askRules(rules, { capital: "200000", open: true }, null, { asOf: "2024-05-01" }));
 * needed.map(({ code }) => code); // => ["host.capital", "host.licence"]
 * needed[0]?.params; // => { kind: "min", fact: "capital", actual: "200000", required: "500000" }
 * needed[1]?.missing; // => ["documents"]
 * ```
 *
 * @since 0.1.0
 */
export function listNeeded(findings: readonly Finding[]): readonly Finding[] {
  return readSafely("findings", () => checkFindings(findings, "findings").filter(inTheWay).map(pruned));
}

const inTheWay = ({ status }: FindingPart): boolean => status === "unmet" || status === "unknown";
const mayHold = ({ status }: FindingPart): boolean => status === "met" || status === "unknown";

function pruned<T extends FindingPart>(finding: T): T {
  if (finding.parts === undefined) return finding;
  return { ...finding, parts: finding.parts.filter(finding.params["kind"] === "none" ? mayHold : inTheWay).map((part) => pruned(part)) };
}
