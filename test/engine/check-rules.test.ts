import { type CriterionData, checkRules, type Rule } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { criterion, experienced, knownOrigin } from "../support/rules.js";
import { throwing } from "../support/throwing.js";

const words = { en: "Holds", zh: "成立" };
const book = { catalogue: { "shop.experienced": words, "shop.known_origin": words }, folder: "shop" };
const check = (rules: readonly unknown[]) => checkRules(rules as Rule<object, null>[], book).map(({ code, path }) => `${code} at ${path}`);

describe("checkRules()", () => {
  test("finds nothing wrong with sound rules", () => {
    expect(
      check([experienced, knownOrigin, { ...experienced, code: "shop.own", words }, criterion({ kind: "is_true", fact: "a" })]),
    ).toStrictEqual([]);
  });

  test.each([
    ["a code used twice", [experienced, experienced], "engine.rule_code_twice at rules[1].code"],
    [
      "a code used by a rule and a criterion",
      [experienced, { ...criterion({ kind: "is_true", fact: "a" }), code: "shop.experienced" }],
      "engine.rule_code_twice at rules[1].code",
    ],
    ["a code without words", [{ ...experienced, code: "shop.new" }], "engine.rule_without_words at rules[0].code"],
    ["a code that every record has a field for", [{ ...experienced, code: "toString" }], "engine.rule_code at rules[0].code"],
    ["a code of another folder", [{ ...experienced, code: "other.rule", words }], "engine.rule_folder at rules[0].code"],
    ["a code without a folder", [{ ...experienced, code: "experienced", words }], "engine.rule_code at rules[0].code"],
    ["a rule that needs nothing", [{ ...experienced, needs: [] }], "engine.rule_needs_nothing at rules[0].needs"],
    ["words in one language", [{ ...experienced, words: { en: "Holds" } }], "kernel.not_text at rules[0].words.zh"],
    ["no record", [null], "kernel.not_a_record at rules[0]"],
  ])("names %s", (_, rules, fault) => {
    expect(check(rules)).toContain(fault);
  });

  test("lists everything that is wrong, not only the first", () => {
    expect(check([{ ...experienced, code: "other.rule", needs: [] }])).toStrictEqual([
      "engine.rule_folder at rules[0].code",
      "engine.rule_without_words at rules[0].code",
      "engine.rule_needs_nothing at rules[0].needs",
    ]);
  });

  test("no list, and rules that cannot be read", () => {
    expect(checkRules({} as never, book)).toMatchObject([{ code: "kernel.not_a_list", path: "rules" }]);
    expect(faultAt(() => check([throwing("code")]))).toBe("kernel.unreadable at rules[0].code");
  });

  const sound = criterion({ kind: "is_true", fact: "a" });
  test.each<[fault: string, criterion: object]>([
    ["engine.rule_code at rules[0].code", { ...sound, code: "" }],
    ["kernel.not_a_record at rules[0].title", { ...sound, title: "Holds" }],
    ["kernel.not_text at rules[0].title.en", { ...sound, title: { en: "", zh: "成立" } }],
    ["kernel.not_a_choice at rules[0].weight", { ...sound, weight: "heavy" }],
    ["kernel.not_text at rules[0].source", { ...sound, source: "" }],
    ["kernel.not_a_choice at rules[0].kind", { ...sound, kind: "regex" }],
    ["kernel.not_a_choice at rules[0].kind", { ...sound, kind: "toString" }],
    ["engine.criterion_fact at rules[0].fact", { ...sound, fact: "a..b" }],
    ["engine.criterion_fact at rules[0].fact", { ...sound, fact: undefined }],
    ["kernel.not_a_decimal at rules[0].min", { ...sound, kind: "min" }],
    ["kernel.not_a_decimal at rules[0].min", { ...sound, kind: "min", min: 5 }],
    ["kernel.not_a_decimal at rules[0].max", { ...sound, kind: "max", max: "much" }],
    ["engine.criterion_bounds at rules[0].max", { ...sound, kind: "between", min: "2", max: "1.9" }],
    ["kernel.not_a_decimal at rules[0].max", { ...sound, kind: "between", min: "2" }],
    ["kernel.not_a_list at rules[0].values", { ...sound, kind: "one_of" }],
    ["engine.criterion_empty at rules[0].values", { ...sound, kind: "none_of", values: [] }],
    ["kernel.not_text at rules[0].values[1]", { ...sound, kind: "one_of", values: ["a", 1] }],
    ["kernel.missing at rules[0].values[0]", { ...sound, kind: "one_of", values: new Array(1) }],
    ["kernel.missing at rules[0].of[0]", { ...sound, kind: "none", of: new Array(1) }],
    ["kernel.list_too_long at rules[0].of", { ...sound, kind: "all_of", of: new Array(1_000_001) }],
    ["kernel.not_a_count at rules[0].min", { ...sound, kind: "full_years", min: 1.5 }],
    ["kernel.not_text at rules[0].document", { ...sound, kind: "document_valid" }],
    ["kernel.not_text at rules[0].event", { ...sound, kind: "no_event_since", since: "ever" }],
    ["engine.criterion_since at rules[0].since", { ...sound, kind: "no_event_since", event: "a", since: "2024-02-30" }],
    ["kernel.not_a_count at rules[0].since.months", { ...sound, kind: "no_event_since", event: "a", since: {} }],
    ["kernel.not_a_count at rules[0].since.days", { ...sound, kind: "no_event_since", event: "a", since: { days: -1 } }],
    ["kernel.not_a_count at rules[0].since.months", { ...sound, kind: "no_event_since", event: "a", since: { months: 12_001 } }],
    ["engine.criterion_since at rules[0].since", { ...sound, kind: "no_event_since", event: "a", since: { days: 1, months: 12 } }],
    ["kernel.not_a_count at rules[0].count", { ...sound, kind: "at_least_count", count: "2" }],
    ["kernel.not_a_decimal at rules[0].min", { ...sound, kind: "score_at_least" }],
    ["kernel.not_a_list at rules[0].of", { ...sound, kind: "all_of" }],
    ["engine.criterion_empty at rules[0].of", { ...sound, kind: "any_of", of: [] }],
    ["kernel.not_a_record at rules[0].of[0]", { ...sound, kind: "none", of: [1] }],
    ["kernel.not_a_count at rules[0].n", { ...sound, kind: "at_least_n", n: 2, of: [sound] }],
    ["kernel.not_a_count at rules[0].n", { ...sound, kind: "at_least_n", n: 0, of: [sound] }],
    ["kernel.not_text at rules[0].of[0].title.zh", { ...sound, kind: "all_of", of: [{ ...sound, title: { en: "A" } }] }],
  ])("names %s", (fault, given) => {
    expect(check([given])).toContain(fault);
  });

  test("accepts every kind, and thresholds not agreed yet", () => {
    const tests = [
      { kind: "min", min: null },
      { kind: "max", max: null },
      { kind: "between", min: null, max: "1" },
      { kind: "between", min: "1", max: "1" },
      { kind: "full_years", min: null },
      { kind: "at_least_count", count: null },
      { kind: "score_at_least", min: null },
      { kind: "no_event_since", event: "a", since: "2024-01-01" },
      { kind: "no_event_since", event: "a", since: { months: 0 } },
      { kind: "no_event_since", event: "a", since: { months: 12_000, days: undefined } },
    ];
    const criteria = tests.map((test, i): object => ({ code: `host.c${i}`, title: words, fact: "a.b_c.d-e", ...test }));
    expect(check(criteria)).toStrictEqual([]);
  });

  test("a group inside itself ends, named as too deep", () => {
    const cyclic: Record<string, unknown> = { code: "host.c", title: words, kind: "all_of" };
    cyclic["of"] = [cyclic];
    const faults = check([cyclic as unknown as CriterionData]);
    expect(faults).toStrictEqual([`engine.criterion_too_deep at rules[0]${".of[0]".repeat(7)}.of`]);
  });
});
