import fc from "fast-check";
import { type AnyRule, askRules, askRulesOfMany, type CriterionTest, combineFindings } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { decimalText } from "../support/arbitrary-decimal.js";
import { compare } from "../support/oracle-decimal.js";
import { asOf, type Candidate, type CandidatePolicy, candidatePolicy, criterion, experienced, knownOrigin } from "../support/rules.js";

const seed = { seed: 20240101 };
const status = (test: CriterionTest, facts: object) => askRules([criterion(test)], facts, null, { asOf })[0]?.status;

/** Three-valued logic a second time: unmet, unknown and met as 0, 1 and 2, combined by least, most and place in order. */
const TRUTH = ["unmet", "unknown", "met"] as const;
const value = fc.constantFrom(0, 1, 2);
const factOf = (truth: number) => [false, null, true][truth];

describe("groups follow Kleene's logic", () => {
  const values = fc.array(value, { minLength: 1, maxLength: 5 });
  const of = (truths: readonly number[]): readonly CriterionTest[] => truths.map((_, i) => ({ kind: "is_true", fact: `f${i}` }));
  const facts = (truths: readonly number[]) => Object.fromEntries(truths.map((truth, i) => [`f${i}`, factOf(truth)]));

  test("all_of is the least part, any_of the most, none the mirror of the most", () => {
    fc.assert(
      fc.property(values, (truths) => {
        expect(status({ kind: "all_of", of: of(truths) }, facts(truths))).toBe(TRUTH[Math.min(...truths)]);
        expect(status({ kind: "any_of", of: of(truths) }, facts(truths))).toBe(TRUTH[Math.max(...truths)]);
        expect(status({ kind: "none", of: of(truths) }, facts(truths))).toBe(TRUTH[2 - Math.max(...truths)]);
      }),
      seed,
    );
  });

  test("at_least_n is the n-th best part", () => {
    fc.assert(
      fc.property(values, fc.nat(), (truths, pick) => {
        const n = (pick % truths.length) + 1;
        const best = [...truths].sort((a, b) => b - a)[n - 1] as number;
        expect(status({ kind: "at_least_n", n, of: of(truths) }, facts(truths))).toBe(TRUTH[best]);
      }),
      seed,
    );
  });

  test("none of none is any, and no part at all is the same as every part not", () => {
    fc.assert(
      fc.property(values, (truths) => {
        const parts = of(truths);
        const twice = status({ kind: "none", of: [{ kind: "none", of: parts }] }, facts(truths));
        expect(twice).toBe(status({ kind: "any_of", of: parts }, facts(truths)));
        const not = parts.map((part): CriterionTest => ({ kind: "none", of: [part] }));
        expect(status({ kind: "none", of: parts }, facts(truths))).toBe(status({ kind: "all_of", of: not }, facts(truths)));
      }),
      seed,
    );
  });

  test("learning a missing fact never turns met into unmet or unmet into met", () => {
    const group = fc.constantFrom("all_of", "any_of", "none");
    fc.assert(
      fc.property(group, group, values, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (outer, inner, truths, learned) => {
        const test = {
          kind: outer,
          of: [
            { kind: inner, of: of(truths) },
            { kind: "is_true", fact: "f0" },
          ],
        } as CriterionTest;
        const before = status(test, facts(truths));
        const known = truths.map((truth, i) => (truth === 1 ? (learned[i] ? 2 : 0) : truth));
        const after = status(test, facts(known));
        expect(after).not.toBe("unknown");
        if (before !== "unknown") expect(after).toBe(before);
      }),
      seed,
    );
  });
});

const candidate: fc.Arbitrary<Candidate> = fc.record(
  {
    years: fc.option(fc.nat({ max: 6 }), { nil: null }),
    capital: fc.option(decimalText(9, 2), { nil: null }),
    origin: fc.constantFrom("trial_dealer", "stranger", "disputed", null),
  },
  { requiredKeys: [] },
);
const rules: readonly AnyRule<Candidate, CandidatePolicy>[] = [
  experienced,
  knownOrigin,
  criterion({ kind: "min", fact: "capital", min: "500000" }, { code: "host.capital" }),
  criterion({ kind: "max", fact: "capital", max: "9000000" }, { code: "host.not_too_big", weight: "advisory" }),
  criterion({ kind: "one_of", fact: "origin", values: ["stranger"] }, { code: "host.origin", waivable: true }),
];
const waivers = fc.subarray([
  { rule: "shop.known_origin", ground: "g", approver: "a", date: "2024-01-01" },
  { rule: "host.origin", ground: "g", approver: "a", date: "2024-01-01", expires: "2024-03-01" },
  { rule: "shop.experienced", ground: "g", approver: "a", date: "2024-01-01" },
]);

describe("askRules()", () => {
  test("the order of the rules changes neither a finding nor the verdict", () => {
    const order = fc.shuffledSubarray([...rules], { minLength: rules.length, maxLength: rules.length });
    fc.assert(
      fc.property(candidate, waivers, order, (facts, given, shuffled) => {
        const asking = { asOf, waivers: given };
        const straight = askRules(rules, facts, candidatePolicy, asking);
        const other = askRules(shuffled, facts, candidatePolicy, asking);
        const byCode = (findings: typeof straight) => new Map(findings.map((finding) => [finding.code, finding]));
        expect(byCode(other)).toStrictEqual(byCode(straight));
        expect(combineFindings(other)).toBe(combineFindings(straight));
      }),
      seed,
    );
  });

  test("asks one and many alike", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(candidate, waivers), { maxLength: 6 }), (members) => {
        const many = members.map(([facts, given]) => ({ facts, asOf, waivers: given }));
        const alone = many.map(({ facts, ...asking }) => askRules(rules, facts, candidatePolicy, asking));
        expect(askRulesOfMany(rules, many, candidatePolicy)).toStrictEqual(alone);
      }),
      seed,
    );
  });

  test("for well-formed facts nothing throws, and every finding survives JSON", () => {
    fc.assert(
      fc.property(candidate, waivers, (facts, given) => {
        const findings = askRules(rules, facts, candidatePolicy, { asOf, waivers: given });
        expect(findings.slice(0, rules.length).map(({ code }) => code)).toStrictEqual(rules.map(({ code }) => code));
        expect(JSON.parse(JSON.stringify(findings))).toStrictEqual(findings);
      }),
      seed,
    );
  });
});

test("decimals of every length are compared as their digits say", () => {
  const text = fc.oneof(decimalText(6, 3), decimalText(16, 8), decimalText(40, 20));
  fc.assert(
    fc.property(text, text, (fact, bound) => {
      const order = compare(fact, bound);
      expect(status({ kind: "min", fact: "x", min: bound }, { x: fact })).toBe(order >= 0 ? "met" : "unmet");
      expect(status({ kind: "max", fact: "x", max: bound }, { x: fact })).toBe(order <= 0 ? "met" : "unmet");
      expect(status({ kind: "min", fact: "x", min: bound }, { x: bound })).toBe("met");
    }),
    { ...seed, numRuns: 1000 },
  );
});
