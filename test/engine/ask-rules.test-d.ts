import { askRules, type CriterionData, type Rule } from "qudao/engine";
import { expectTypeOf, test } from "vitest";

interface Facts {
  readonly years?: number | null;
  readonly origin: string;
}
interface Policy {
  readonly years: number;
}

test("a test reads the facts it declared, present and not null", () => {
  const rule: Rule<Facts, Policy, "years"> = {
    code: "shop.experienced",
    needs: ["years"],
    test: (facts, policy) => {
      expectTypeOf(facts).toEqualTypeOf<{ readonly years: number }>();
      return { met: facts.years >= policy.years, params: {} };
    },
  };
  expectTypeOf(rule).toExtend<Rule<Facts, Policy>>();
});

test("a fact that was not declared does not compile", () => {
  const rule: Rule<Facts, Policy, "years"> = {
    code: "shop.experienced",
    needs: ["years"],
    // @ts-expect-error [ts2339] `origin` is not among the needs
    test: (facts) => ({ met: facts.origin === "x", params: {} }),
  };
  // @ts-expect-error [ts2322] `age` is no fact
  const other: Rule<Facts, Policy, "years"> = { ...rule, needs: ["age"] };
  expectTypeOf(other).toExtend<Rule<Facts, Policy>>();
});

test("rules of one room and criteria of a host stand in one list", () => {
  const rules: readonly (Rule<Facts, Policy> | CriterionData)[] = [];
  askRules(rules, { origin: "x" }, { years: 3 }, { asOf: "2024-05-01" });
  // @ts-expect-error [ts2345] the policy lacks its years
  askRules(rules, { origin: "x" }, {}, { asOf: "2024-05-01" });
});
