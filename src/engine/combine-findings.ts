import { readSafely } from "../kernel/check.js";
import { checkFindings } from "./check-findings.js";
import type { Finding, RuleStatus } from "./rule.js";

/** The verdicts of a list of findings, in order of precedence from the last to the first. */
export const ruleVerdicts = ["met", "met_with_exceptions", "unknown", "unmet"] as const;

/** What findings amount to together. */
export type RuleVerdict = (typeof ruleVerdicts)[number];

const VERDICT_OF: { readonly [S in RuleStatus]: RuleVerdict } = {
  met: "met",
  excepted: "met_with_exceptions",
  unknown: "unknown",
  unmet: "unmet",
};

/**
 * Combines findings into one verdict.
 *
 * @remarks
 * Only mandatory findings count. One unmet makes it `unmet`; otherwise one unknown makes it `unknown`; otherwise one excepted
 * makes it `met_with_exceptions`; otherwise it is `met`. Where no mandatory rule was asked, nothing stands against it: `met`.
 *
 * @param findings - What `askRules` found, in any order.
 * @returns The verdict.
 * @throws LibraryFault `kernel.*` for what is no finding.
 *
 * @example Unmet beats unknown
 * ```ts
 * import { askRules, combineFindings } from "qudao/engine";
 *
 * const title = { en: "Enough", zh: "足够" };
 * const rules = [
 *   { code: "host.capital", kind: "min" as const, fact: "capital", min: "500000", title },
 *   { code: "host.outlets", kind: "min" as const, fact: "outlets", min: "3", title },
 * ];
 * const verdict = (facts: object) => combineFindings(askRules(rules, facts, null, { asOf: "2024-05-01" }));
 * verdict({ capital: "1", outlets: "3" }); // => "unmet"
 * verdict({ capital: "1" }); // => "unmet"
 * verdict({ capital: "500000" }); // => "unknown"
 * verdict({ capital: "500000", outlets: "3" }); // => "met"
 * ```
 *
 * @since 0.1.0
 */
export function combineFindings(findings: readonly Finding[]): RuleVerdict {
  return readSafely("findings", () => {
    let worst = 0;
    for (const { status, weight } of checkFindings(findings, "findings")) {
      if (weight === "mandatory") worst = Math.max(worst, ruleVerdicts.indexOf(VERDICT_OF[status]));
    }
    return ruleVerdicts[worst] as RuleVerdict;
  });
}
