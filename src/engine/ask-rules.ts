import { type AnyRule, compileRules } from "./compile-rules.js";
import type { Asking, Finding } from "./rule.js";

/**
 * Asks every rule about one set of facts, in order, and never stops early.
 *
 * @remarks
 * A rule whose needed facts are not all there is `unknown` and names them; its test is not run. An unmet rule that may be waived
 * is `excepted` while a complete waiver is in force (`date` ≤ `asOf` < `expires`); an unknown one stays unknown. After the rules,
 * one advisory finding follows for every waiver that is refused or does not hold:
 *
 * - `engine.waiver_not_allowed` - the rule may not be waived; reported even where the rule is met.
 * - `engine.waiver_without_rule` - no rule has this code.
 * - `engine.waiver_incomplete`, `engine.waiver_not_yet`, `engine.waiver_expired` - and the rule is unmet and not otherwise excepted.
 *
 * To ask about many members use `askRulesOfMany`, which reads rules and policy once.
 *
 * @param rules - Rules in code and criteria as data, in reporting order. Criteria read their facts by name.
 * @param facts - What is known. A field missing or null is not known.
 * @param policy - What the rules in code compare with.
 * @param asking - The day of asking, and recorded exceptions.
 * @returns One finding per rule, in the order of the rules, then remarks on waivers.
 * @throws LibraryFault The first fault of a criterion given as data, or of a fact that is not what its criterion reads.
 *
 * @example A rule in code and a criterion of the host in one list
 * ```ts
 * import { askRules, type Rule } from "qudao/engine";
 *
 * interface Facts { readonly years?: number; readonly capital?: string }
 * const experienced: Rule<Facts, { readonly years: number }, "years"> = {
 *   code: "shop.experienced",
 *   needs: ["years"],
 *   test: ({ years }, policy) => ({ met: years >= policy.years, params: { actual: years, required: policy.years } }),
 * };
 * const solid = {
 *   code: "host.solid", kind: "min" as const, fact: "capital", min: "500000",
 *   title: { en: "Capital of half a million", zh: "注册资本五十万" },
 * };
 * const findings = askRules([experienced, solid], { years: 3 }, { years: 3 }, { asOf: "2024-05-01" });
 * findings.map((finding) => [finding.code, finding.status]); // => [["shop.experienced", "met"], ["host.solid", "unknown"]]
 * findings[1]?.missing; // => ["capital"]
 * ```
 *
 * @example The expiry day of a waiver is the first day it no longer holds
 * ```ts
 * import { askRules } from "qudao/engine";
 *
 * const origin = {
 *   code: "host.origin", kind: "one_of" as const, fact: "origin", values: ["trial_dealer"], waivable: true as const,
 *   title: { en: "Was a trial dealer", zh: "曾为试销商" },
 * };
 * const waiver = { rule: "host.origin", ground: "Bought a trial dealer", approver: "Li", date: "2024-01-01", expires: "2024-07-01" };
 * const status = (asOf: string) => askRules([origin], { origin: "new" }, null, { asOf, waivers: [waiver] })[0]?.status;
 * status("2024-06-30"); // => "excepted"
 * status("2024-07-01"); // => "unmet"
 * ```
 *
 * @since 0.1.0
 */
export function askRules<F extends object, P>(
  rules: readonly AnyRule<F, P>[],
  facts: NoInfer<F>,
  policy: NoInfer<P>,
  asking: Asking,
): readonly Finding[] {
  return compileRules<F, P>(rules, policy)(facts, asking);
}
