import { askRulesOfMany } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asOf, brief, candidatePolicy, criterion, experienced } from "../support/rules.js";
import { revoked, throwing } from "../support/throwing.js";

describe("askRulesOfMany()", () => {
  const rules = [experienced, criterion({ kind: "one_of", fact: "origin", values: ["trial_dealer"] }, { waivable: true })];

  test("answers for each in the order given, each with its own day and waivers", () => {
    const waivers = [{ rule: "host.criterion", ground: "Merger", approver: "Li", date: "2024-02-01" }];
    const facts = { years: 3, origin: "stranger" };
    const many = [
      { facts, asOf },
      { facts, asOf, waivers },
      { facts, asOf: "2024-01-31", waivers },
      { facts: {}, asOf },
    ];
    expect(askRulesOfMany(rules, many, candidatePolicy).map(brief)).toStrictEqual([
      ["shop.experienced met", "host.criterion unmet"],
      ["shop.experienced met", "host.criterion excepted"],
      ["shop.experienced met", "host.criterion unmet", "engine.waiver_not_yet unmet"],
      ["shop.experienced unknown", "host.criterion unknown"],
    ]);
  });

  test("asked about nobody, it answers nothing", () => {
    expect(askRulesOfMany(rules, [], candidatePolicy)).toStrictEqual([]);
  });

  test("gives every answer a finding of its own", () => {
    const [first, second] = askRulesOfMany(
      rules,
      [
        { facts: {}, asOf },
        { facts: {}, asOf },
      ],
      candidatePolicy,
    );
    expect(first).toStrictEqual(second);
    expect(first?.[0]).not.toBe(second?.[0]);
    expect(first?.[0]?.params).not.toBe(second?.[0]?.params);
  });

  test("those of whom a criterion finds the same share a finding that none can change for the others", () => {
    const outlets = criterion({ kind: "min", fact: "outlets", min: "3" });
    const many = [{}, {}, { outlets: 3 }, { outlets: 3 }].map((facts) => ({ facts, asOf }));
    const [lacking, alsoLacking, three, alsoThree] = askRulesOfMany([outlets], many, null).flat();
    expect(lacking).toMatchObject({ status: "unknown", missing: ["outlets"] });
    expect(three).toMatchObject({ status: "met", params: { actual: 3, required: "3" } });
    expect([alsoLacking, alsoThree]).toStrictEqual([lacking, three]);
    for (const finding of [lacking, three]) {
      expect([finding, finding?.params, finding?.missing].every((part) => Object.isFrozen(part))).toBe(true);
    }
  });

  test.each([
    ["a flag where a number is asked", { kind: "min", fact: "it", min: "1" }, 1, true, "kernel.not_a_decimal"],
    ["a number where a flag is asked", { kind: "is_true", fact: "it" }, true, 1, "kernel.not_a_choice"],
    ["a number where a text is asked", { kind: "one_of", fact: "it", values: ["1"] }, "1", 1, "kernel.not_text"],
  ] as const)("%s is a fault, also after one that looks like it", (_, test, good, bad, code) => {
    const ask = (...values: unknown[]) =>
      askRulesOfMany(
        [criterion(test)],
        values.map((it) => ({ facts: { it }, asOf })),
        null,
      );
    expect(ask(good, good)).toHaveLength(2);
    expect(faultAt(() => ask(good, bad))).toBe(`${code} at many[1].facts.it`);
  });

  test("faults what is malformed", () => {
    expect(faultAt(() => askRulesOfMany(rules, {} as never, candidatePolicy))).toBe("kernel.not_a_list at many");
    expect(faultAt(() => askRulesOfMany(rules, revoked() as never, candidatePolicy))).toBe("kernel.unreadable at many");
    expect(faultAt(() => askRulesOfMany(rules, [throwing("facts")] as never, candidatePolicy))).toBe("kernel.unreadable at many[0]");
    expect(faultAt(() => askRulesOfMany(rules, [1] as never, candidatePolicy))).toBe("kernel.not_a_record at many[0]");
    const second = (one: unknown) => faultAt(() => askRulesOfMany(rules, [{ facts: {}, asOf }, one] as never, candidatePolicy));
    expect(second({ facts: {} })).toBe("kernel.not_a_date at many[1].asOf");
    expect(second({ asOf })).toBe("kernel.not_a_record at many[1].facts");
    expect(second({ facts: { origin: 1 }, asOf })).toBe("kernel.not_text at many[1].facts.origin");
    expect(second({ facts: {}, asOf, waivers: 1 })).toBe("kernel.not_a_list at many[1].waivers");
    expect(faultAt(() => askRulesOfMany(rules, [{ facts: {} }] as never, candidatePolicy))).toBe("kernel.not_a_date at many[0].asOf");
  });
});
