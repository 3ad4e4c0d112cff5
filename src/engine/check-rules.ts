import { readSafely } from "../kernel/check.js";
import type { Catalogue, PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { checkCriterion, codeAt } from "./check-criterion.js";
import { type AnyRule, isWritten } from "./compile-rules.js";
import { type Found, listAt, miss, recordAt, wordsAt } from "./found.js";
import type { EngineCode } from "./messages.js";

/** What a list of rules is proofread against. */
export interface RuleBook {
  /** Words by code; every rule without words of its own needs an entry. */
  readonly catalogue: Catalogue;
  /** Folder that the codes of rules in code must begin with. Criteria given as data carry their host's prefix. */
  readonly folder: string;
}

/**
 * Lists everything that is wrong with a list of rules.
 *
 * @param rules - Rules in code and criteria as data.
 * @param book - The words, and the folder the rules belong to.
 * @returns One message per fault, with the path of the field. Empty: `askRules` will accept the rules.
 *
 * @errors
 * - `engine.rule_code` - a code is not of the form `prefix.snake_case`.
 * - `engine.rule_code_twice` - two rules have one code.
 * - `engine.rule_folder` - the code of a rule in code begins with another folder.
 * - `engine.rule_without_words` - neither the catalogue nor the rule says in words what must hold.
 * - `engine.rule_needs_nothing` - a rule in code reads no fact.
 * - `engine.criterion_fact`, `engine.criterion_bounds`, `engine.criterion_empty`, `engine.criterion_since`, `engine.criterion_too_deep`
 *   - a criterion given as data is not what its kind needs.
 * - `kernel.not_a_decimal`, `kernel.not_a_choice`, `kernel.not_a_count`, `kernel.not_text`, `kernel.not_a_record`, `kernel.not_a_list`
 *   - a field cannot be read.
 *
 * @example The second of two with one code
 * ```ts
 * import { checkRules } from "qudao/engine";
 *
 * const open = { code: "host.open", kind: "is_true" as const, fact: "open", title: { en: "Open", zh: "营业" } };
 * const faults = checkRules([open, open], { catalogue: {}, folder: "admission" });
 * faults.map(({ code, path }) => [code, path]); // => [["engine.rule_code_twice", "rules[1].code"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkRules<F extends object, P>(
  rules: readonly AnyRule<F, P>[],
  book: RuleBook,
): readonly PlacedMessage<EngineCode | KernelCode>[] {
  return readSafely({ rules, book }, () => check(rules, book));
}

function check<F extends object, P>(rules: readonly AnyRule<F, P>[], { catalogue, folder }: RuleBook): readonly Found[] {
  const found: Found[] = [];
  if (!listAt(rules, "rules", found)) return found;
  const seen = new Set<string>();
  rules.forEach((rule, i) => {
    const path = `rules[${i}]`;
    if (!recordAt(rule, path, found)) return;
    if (seen.has(rule.code)) miss(found, "engine.rule_code_twice", `${path}.code`, { code: rule.code });
    seen.add(rule.code);
    if (!isWritten(rule)) {
      checkCriterion(rule, path, found);
      return;
    }
    const { code, needs, words } = rule;
    if (codeAt(code, `${path}.code`, found) && !code.startsWith(`${folder}.`)) {
      miss(found, "engine.rule_folder", `${path}.code`, { code, folder });
    }
    if (words !== undefined) wordsAt(words, `${path}.words`, found);
    else if (!Object.hasOwn(catalogue, code)) miss(found, "engine.rule_without_words", `${path}.code`, { code });
    if (listAt(needs, `${path}.needs`, found) && needs.length === 0) miss(found, "engine.rule_needs_nothing", `${path}.needs`, { code });
  });
  return found;
}
