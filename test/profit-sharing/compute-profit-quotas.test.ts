import fc from "fast-check";
import { computeProfitQuotas, exampleQuotaPolicy, type QuotaFacts, type QuotaPolicy, quotaFactors } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { say } from "../support/says.js";
import { answerOf, problemOf } from "../support/sharing.js";

const names = ["yearlySales", "managementLevel", "cooperationSpirit", "serviceLevel", "downstreamCustomers"] as const;
/** Factors whose five points are the numbers given. */
const factors = (...points: readonly number[]) => {
  const [scale, management, cooperation, service, customers] = points as [number, number, number, number, number];
  const values = [scale * 100_000, management, cooperation, service, customers * 2];
  return Object.fromEntries(names.map((name, i) => [name, String(values[i])]));
};
const member = (memberId: string, memberClass: string, ...points: number[]) => ({ memberId, memberClass, factors: factors(...points) });
const even = (memberId: string, memberClass: string, point: number) => member(memberId, memberClass, point, point, point, point, point);

function quotas(facts: Partial<QuotaFacts>, policy: Partial<QuotaPolicy> = {}) {
  const given = { members: [even("A", "agent", 50), even("D", "distributor", 50)], amount: { amount: "1000", currency: "CNY" }, ...facts };
  return computeProfitQuotas(frozen(given), frozen({ ...exampleQuotaPolicy, ...policy }));
}

describe("computeProfitQuotas()", () => {
  test("S19-147, S19-148: five factors make an index, index and class a quota, and parts add up exactly", () => {
    // indices 60, 40, 50; weights 1.5 × 60 = 90, 40, 50 of 180: a half, two ninths, five eighteenths
    const members = [member("A", "agent", 100, 80, 60, 40, 20), even("D1", "distributor", 40), even("D2", "distributor", 50)];
    const outcome = answerOf(quotas({ members }));
    expect(outcome.members.map(({ index, quota, amount }) => [index, quota, amount])).toStrictEqual([
      ["60", "0.5000", "500.00"],
      ["40", "0.2222", "222.22"],
      ["50", "0.2778", "277.78"],
    ]);
    expect(outcome.classes).toStrictEqual([
      { memberClass: "agent", quota: "0.5000", amount: "500.00" },
      { memberClass: "distributor", quota: "0.5000", amount: "500.00" },
    ]);
    expect(quotaFactors).toStrictEqual([
      "operating_scale",
      "management_level",
      "cooperation_spirit",
      "service_level",
      "downstream_customers",
    ]);
  });

  test("S19-149: the example policy gives an agent that is as good a larger part of a unit's margin than a distributor, without a warning", () => {
    const { members, warnings } = answerOf(quotas({ amount: { amount: "30.00", currency: "CNY" } }));
    expect(members.map(({ amount }) => amount)).toStrictEqual(["18.00", "12.00"]);
    expect(warnings).toStrictEqual([]);
  });

  test("S19-149: a configuration that gives distributors more is used, and warned about", () => {
    const classes = [
      { memberClass: "agent", weight: "1" },
      { memberClass: "distributor", weight: "1.01" },
    ];
    const { members, warnings } = answerOf(quotas({}, { classes }));
    expect(members.map(({ amount }) => amount)).toStrictEqual(["497.51", "502.49"]);
    expect(warnings.map(({ code, path }) => [code, path])).toStrictEqual([["profit-sharing.class_outweighed", "classes[1].weight"]]);
  });

  test("S19-148: raising one factor of a member never lowers its quota or its amount, by not even a smallest unit", () => {
    const point = fc.integer({ min: 0, max: 100 });
    const five = fc.tuple(point, point, point, point, point);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(five, fc.constantFrom("agent", "distributor")), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 2000 }),
        (given, factor, raise, fen) => {
          const [first] = given as [(typeof given)[number]];
          fc.pre(first[0].some((one) => one > 0));
          const amount = { amount: (fen / 100).toFixed(2), currency: "CNY" };
          const members = given.map(([points, memberClass], i) => member(`M${i}`, memberClass, ...points));
          const better = first[0].map((one, i) => (i === factor ? Math.min(100, one + raise) : one));
          const before = quotas({ members, amount }, { quotaDecimals: 2 });
          const after = quotas({ members: [member("M0", first[1], ...better), ...members.slice(1)], amount }, { quotaDecimals: 2 });
          if (!before.ok || !after.ok) throw new Error("a problem");
          const [was, is] = [before.value.outcome.members[0], after.value.outcome.members[0]];
          expect(Number(is?.quota)).toBeGreaterThanOrEqual(Number(was?.quota));
          expect(Number(is?.amount)).toBeGreaterThanOrEqual(Number(was?.amount));
        },
      ),
      { seed: 20240101, numRuns: 500 },
    );
  });

  test("quotas without an amount", () => {
    const { members } = answerOf(quotas({ amount: undefined }));
    expect(members.map(({ quota, amount }) => [quota, amount])).toStrictEqual([
      ["0.6000", null],
      ["0.4000", null],
    ]);
  });

  test("a factor that is not known is neither 0 nor full", () => {
    for (const name of names) {
      const lacking = { memberId: "A", memberClass: "agent", factors: { ...factors(50, 50, 50, 50, 50), [name]: null } };
      const problem = problemOf(quotas({ members: [lacking, even("D", "distributor", 50)] }));
      expect(problem).toMatchObject({ code: "profit-sharing.member_unscored", params: { memberId: "A" } });
    }
  });

  test("what is not known is named in words", () => {
    const lacking = { memberId: "A", memberClass: "agent", factors: { ...factors(50, 50, 50, 50, 50), serviceLevel: null } };
    const problem = problemOf(quotas({ members: [lacking] }));
    expect(say(problem, "zh")).toBe("无法确定 A 的利润配额：指数缺少“客服水平”");
    expect(say(problem, "en")).toBe("Cannot find a quota for A: its index lacks Customer-service level");
  });

  test("says why there are no quotas", () => {
    expect(problemOf(quotas({ members: [even("A", "agent", 0)] })).code).toBe("profit-sharing.nothing_scored");
    expect(problemOf(quotas({ amount: { amount: "-1", currency: "CNY" } })).code).toBe("profit-sharing.loss_not_shared");
    expect(problemOf(quotas({ amount: { amount: "0.001", currency: "CNY" } })).code).toBe("kernel.total_too_precise");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => quotas({ members: [even("A", "broker", 1)] }))).toBe("profit-sharing.not_listed at facts.members[0].memberClass");
    expect(faultAt(() => quotas({ members: [] }))).toBe("kernel.list_empty at facts.members");
    expect(faultAt(() => quotas({ members: [even("A", "agent", 1), even("A", "agent", 1)] }))).toBe(
      "kernel.named_twice at facts.members[1].memberId",
    );
  });
});
