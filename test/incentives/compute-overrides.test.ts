import fc from "fast-check";
import { computeOverrides, type OverrideFacts, type OverridePolicy } from "qudao/incentives";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { isMore, readOverrideCents, total } from "../support/incentive-oracle.js";
import { expectPlain } from "../support/incentives.js";
import { oracleRuns } from "../support/oracle-runs.js";

const policyOf = (changes: Partial<OverridePolicy> = {}): OverridePolicy => ({
  currency: "CNY",
  method: { kind: "fixed_levels", rates: ["0.06", "0.04"] },
  unqualified: "passes_up",
  ceiling: null,
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});
const seller = (memberId: string, share = "1", commission = "0") => ({ memberId, share, commission });
const above = (id: string, uplineId?: string, changes: object = {}) => ({ id, qualified: true, ...(uplineId && { uplineId }), ...changes });
const chain = [above("S", "M"), above("M", "T"), above("T")];
const factsOf = (changes: Partial<OverrideFacts> = {}): OverrideFacts => ({
  saleId: "SALE1",
  amount: { amount: "100", currency: "CNY" },
  sellers: [seller("S", "1", "30")],
  members: chain,
  ...changes,
});

function pays(facts: OverrideFacts, policy: OverridePolicy) {
  const answer = computeOverrides(frozen(structuredClone(facts)), frozen(structuredClone(policy)));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return Object.fromEntries(answer.value.outcome.overrides.map(({ memberId, amount }) => [memberId, amount.amount]));
}

describe("computeOverrides()", () => {
  test("fixed levels: 30 to the seller, 6 and 4 to the two above, 40 on the sale", () => {
    expect(pays(factsOf(), policyOf())).toStrictEqual({ M: "6.00", T: "4.00" });
    const answer = computeOverrides(factsOf(), policyOf());
    expect(answer.ok && answer.value.outcome.paidOnSale.amount).toBe("40");
  });

  const ranks = [
    { rank: "dealer", rate: "0.04" },
    { rank: "agent", rate: "0.12" },
  ];
  test("differential: 12 % less the 4 % below on 1,200 is 96, and 12 % on 4,800 is 576 where nothing is below", () => {
    const differential = policyOf({ method: { kind: "differential", rates: [...ranks, { rank: "none", rate: "0" }] } });
    const of = (amount: string, rank: string) =>
      factsOf({ amount: { amount, currency: "CNY" }, members: [above("S", "M", { rank }), above("M", undefined, { rank: "agent" })] });
    expect(pays(of("1200", "dealer"), differential)).toStrictEqual({ M: "96.00" });
    expect(pays(of("4800", "none"), differential)).toStrictEqual({ M: "576.00" });
    expect(pays(of("4800", "agent"), differential)).toStrictEqual({});
  });

  test("on commission: 10 pays 2 and 1.5 of the seller's commission, or each level a share of what is right below it", () => {
    const facts = factsOf({ sellers: [seller("S", "1", "10")] });
    expect(pays(facts, policyOf({ method: { kind: "on_commission", of: "seller", rates: ["0.2", "0.15"] } }))).toStrictEqual({
      M: "2.00",
      T: "1.50",
    });
    expect(pays(facts, policyOf({ method: { kind: "on_commission", of: "level_below", rates: ["0.2", "0.75"] } }))).toStrictEqual({
      M: "2.00",
      T: "1.50",
    });
  });

  // 10 × 0.2 = 2 lapses; the level above it gets 0.75 of these 2 all the same
  test("a part that lapses is still what the level above it earns a share of; one that is passed over is not there", () => {
    const method = { kind: "on_commission", of: "level_below", rates: ["0.2", "0.75"] } as const;
    const members = [above("S", "M"), above("M", "T", { qualified: false }), above("T")];
    const facts = factsOf({ sellers: [seller("S", "1", "10")], members });
    expect(pays(facts, policyOf({ method, unqualified: "lapses" }))).toStrictEqual({ T: "1.50" });
    expect(pays(facts, policyOf({ method, unqualified: "passes_up" }))).toStrictEqual({ T: "2.00" });
  });

  // WTK Software, "Grouped Plan Commission Calculation": plans of 50 and 100; B and D are on the first, A, C and E on the second; A stands above B and C,
  // B above D and E. Everybody pays the fee of the own plan.
  test("the lower of two plans: 2.5 and 2 where D pays, 2.5 and 9 where E pays, 2.5 and 10 for what B and C pay", () => {
    const plans = [
      { plan: "P1", base: "50", rates: ["0.05", "0.04", "0.03", "0.02", "0.01"] },
      { plan: "P2", base: "100", rates: ["0.10", "0.09", "0.08", "0.07", "0.06"] },
    ];
    const on = (id: string, plan: string, uplineId?: string) => above(id, uplineId, { plan });
    const members = [on("A", "P2"), on("B", "P1", "A"), on("C", "P2", "A"), on("D", "P1", "B"), on("E", "P2", "B")];
    const lower = policyOf({ method: { kind: "lower_of_plans", plans } });
    const of = (id: string, amount: string, all = members) =>
      factsOf({ amount: { amount, currency: "CNY" }, sellers: [seller(id)], members: all });
    expect(pays(of("D", "50"), lower)).toStrictEqual({ B: "2.50", A: "2.00" });
    expect(pays(of("E", "100"), lower)).toStrictEqual({ B: "2.50", A: "9.00" });
    expect(pays(of("B", "50"), lower)).toStrictEqual({ A: "2.50" });
    expect(pays(of("C", "100"), lower)).toStrictEqual({ A: "10.00" });

    // who is not qualified is passed over and takes no level; a sale below the base is paid on as it is
    const without = members.map((one) => (one.id === "B" ? { ...one, qualified: false } : one));
    expect(pays(of("E", "100", without), lower)).toStrictEqual({ A: "10.00" });
    expect(pays(of("E", "100", without), { ...lower, unqualified: "lapses" })).toStrictEqual({ A: "9.00" });
    expect(pays(of("D", "20"), lower)).toStrictEqual({ B: "1.00", A: "0.80" });
    // a plan without a base counts the whole sale, and one without a rate for a level pays nothing there
    const open = policyOf({ method: { kind: "lower_of_plans", plans: [{ plan: "P1", base: null, rates: ["0.05"] }, plans[1] as never] } });
    expect(pays(of("E", "100"), open)).toStrictEqual({ B: "5.00", A: "9.00" });
    expect(pays(of("D", "80"), open)).toStrictEqual({ B: "4.00" });
    const loose = members.map((one) => (one.id === "A" ? above("A") : one));
    expect(pays(of("D", "50", loose), lower)).toStrictEqual({
      code: "incentives.plan_missing",
      params: { memberId: "A" },
    });
    const twice = policyOf({ method: { kind: "lower_of_plans", plans: [...plans, ...plans] } });
    expect(faultAt(() => pays(of("D", "50"), twice))).toBe("kernel.named_twice at policy.method.plans[2].plan");
  });

  test("who is not qualified is passed over, or its part is not paid", () => {
    const members = [above("S", "M"), above("M", "T", { qualified: false }), above("T")];
    expect(pays(factsOf({ members }), policyOf())).toStrictEqual({ T: "6.00" });
    expect(pays(factsOf({ members }), policyOf({ unqualified: "lapses" }))).toStrictEqual({ T: "4.00" });
  });

  test("complaint 18: two sellers of one sale never make it count twice for the manager above both", () => {
    const members = [above("A", "M"), above("B", "M"), above("M")];
    expect(pays(factsOf({ sellers: [seller("A"), seller("B")], members }), policyOf())).toStrictEqual({
      code: "incentives.shares_not_whole",
      params: { sum: "2" },
    });
    expect(pays(factsOf({ sellers: [seller("A", "0.5"), seller("B", "0.5")], members }), policyOf())).toStrictEqual({ M: "6.00" });
    expect(faultAt(() => pays(factsOf({ sellers: [seller("A", "0.5"), seller("A", "0.5")], members }), policyOf()))).toBe(
      "kernel.named_twice at facts.sellers[1].memberId",
    );
  });

  test.each([
    ["0.40", "farthest_first", { M: "6.00", T: "4.00" }],
    ["0.3999", "farthest_first", { M: "6.00", T: "3.99" }],
    ["0.35", "farthest_first", { M: "5.00", T: "0.00" }],
    ["0.35", "nearest_first", { M: "1.00", T: "4.00" }],
    ["0.35", "pro_rata", { M: "3.00", T: "2.00" }],
    ["0.20", "pro_rata", { M: "0.00", T: "0.00" }],
  ] as const)("complaint 18: a ceiling of %s on all that one sale pays, cut %s", (rate, cut, want) => {
    expect(pays(factsOf(), policyOf({ ceiling: { most: { rate }, cut } }))).toStrictEqual(want);
  });

  test("complaint 13: a return takes back what the sale paid, to the cent", () => {
    const back = factsOf({ amount: { amount: "-33.33", currency: "CNY" }, sellers: [seller("S", "1", "-10")] });
    const sale = factsOf({ amount: { amount: "33.33", currency: "CNY" }, sellers: [seller("S", "1", "10")] });
    for (const mode of ["half_up", "floor", "ceiling"] as const) {
      const policy = policyOf({ rounding: { decimals: 2, mode }, ceiling: { most: { rate: "0.35" }, cut: "farthest_first" } });
      const minus = Object.fromEntries(
        Object.entries(pays(sale, policy)).map(([id, amount]) => [id, `-${amount}`.replace("-0.00", "0.00")]),
      );
      expect(pays(back, policy)).toStrictEqual(minus);
    }
  });

  test("what is not known is a problem, never 0", () => {
    expect(pays(factsOf({ members: [above("S", "M")] }), policyOf())).toStrictEqual({
      code: "incentives.member_unknown",
      params: { memberId: "M" },
    });
    expect(pays(factsOf({ members: [above("S", "M"), above("M", "S")] }), policyOf())).toStrictEqual({
      code: "incentives.upline_loops",
      params: { memberId: "S" },
    });
    const unsaid = [above("S", "M"), { id: "M" }];
    expect(pays(factsOf({ members: unsaid }), policyOf())).toMatchObject({ code: "incentives.qualification_unknown" });
    const differential = policyOf({ method: { kind: "differential", rates: ranks } });
    expect(pays(factsOf(), differential)).toStrictEqual({ code: "incentives.rank_missing", params: { memberId: "S" } });
    const ranked = chain.map((one) => ({ ...one, rank: "chief" }));
    expect(pays(factsOf({ members: ranked }), differential)).toStrictEqual({
      code: "incentives.rank_without_rate",
      params: { memberId: "S", rank: "chief" },
    });
    const plans = policyOf({ method: { kind: "lower_of_plans", plans: [] } });
    expect(pays(factsOf({ members: chain.map((one) => ({ ...one, plan: "P1" })) }), plans)).toStrictEqual({
      code: "incentives.plan_without_rates",
      params: { memberId: "S", plan: "P1" },
    });
  });

  test.each([
    [{ amount: { amount: "1", currency: "USD" } }, {}, "kernel.currency_mismatch at facts.amount.currency"],
    [{ sellers: [seller("S", "0")] }, {}, "kernel.not_above_zero at facts.sellers[0].share"],
    [{ sellers: [seller("S", "1.1")] }, {}, "kernel.outside_bounds at facts.sellers[0].share"],
    [{ sellers: [seller("S", "1", "-1")] }, {}, "incentives.sign_differs at facts.sellers[0].commission"],
    [{ members: [...chain, above("S")] }, {}, "kernel.named_twice at facts.members[3].id"],
    [{ members: [{ id: "S", qualified: "true" as never }] }, {}, "kernel.not_a_choice at facts.members[0].qualified"],
    [{}, { unqualified: "skip" as never }, "kernel.not_a_choice at policy.unqualified"],
    [{}, { method: { kind: "fixed_levels", rates: ["-0.1"] } }, "kernel.below_zero at policy.method.rates[0]"],
    [{}, { ceiling: { most: { rate: "-1" }, cut: "pro_rata" } }, "kernel.below_zero at policy.ceiling.most.rate"],
    [{}, { ceiling: { most: { rate: "0.1", amount: "60" }, cut: "pro_rata" } }, "kernel.not_a_choice at policy.ceiling.most"],
    [{}, { ceiling: undefined as never }, "kernel.not_a_record at policy.ceiling"],
  ] as const)("refuses %j with %j: %s", (facts, policy, want) => {
    expect(faultAt(() => pays(factsOf(facts as object), policyOf(policy as object)))).toBe(want);
  });

  test("a second implementation agrees, the order of the members never matters, and no ceiling is passed", () => {
    const ids = ["A", "B", "C", "D", "E", "F"];
    const rank = fc.constantFrom("r0", "r1", "r2", "r3");
    const members = fc.tuple(...ids.map((_, i) => fc.tuple(fc.nat(i), rank, fc.boolean()))).map((drawn) =>
      drawn.map(([up, rankOf, qualified], i) => ({
        id: ids[i] as string,
        rank: rankOf,
        plan: rankOf,
        qualified,
        ...(up < i ? { uplineId: ids[up] as string } : {}),
      })),
    );
    const share = fc.constantFrom(["1"], ["0.5", "0.5"], ["0.333", "0.667"], ["0.2", "0.3", "0.5"]);
    const rate = fc.integer({ min: 0, max: 150 }).map((n) => (n / 1000).toFixed(3));
    const method = fc.oneof(
      fc.array(rate, { maxLength: 4 }).map((rates) => ({ kind: "fixed_levels" as const, rates })),
      fc
        .tuple(rate, rate, rate, rate)
        .map((rates) => ({ kind: "differential" as const, rates: rates.map((r, i) => ({ rank: `r${i}`, rate: r })) })),
      fc
        .uniqueArray(fc.tuple(rank, fc.option(fc.constantFrom("50", "900.5")), fc.array(rate, { maxLength: 4 })), {
          minLength: 4,
          maxLength: 4,
          selector: ([name]) => name,
        })
        .map((drawn) => ({ kind: "lower_of_plans" as const, plans: drawn.map(([plan, base, rates]) => ({ plan, base, rates })) })),
      fc.tuple(fc.array(rate, { maxLength: 4 }), fc.constantFrom("seller" as const, "level_below" as const)).map(([rates, of]) => ({
        kind: "on_commission" as const,
        of,
        rates,
      })),
    );
    const cents = fc.nat(1_000_000).map((n) => (n / 100).toFixed(2));
    fc.assert(
      fc.property(
        members,
        share,
        method,
        cents,
        fc.constantFrom("passes_up" as const, "lapses" as const),
        fc.constantFrom("farthest_first" as const, "nearest_first" as const, "pro_rata" as const),
        (all, shares, how, amount, unqualified, cut) => {
          const sellers = shares.map((part, i) => seller(ids[ids.length - 1 - i] as string, part, "12.34"));
          const facts = factsOf({ amount: { amount, currency: "CNY" }, sellers, members: all });
          const policy = policyOf({ method: how, unqualified });
          const paid = pays(facts, policy);
          expect(paid).toEqual(Object.fromEntries(readOverrideCents(facts, policy)));
          expect(pays({ ...facts, members: [...all].reverse(), sellers: [...sellers].reverse() }, policy)).toStrictEqual(paid);
          const capped = computeOverrides(facts, { ...policy, ceiling: { most: { amount: "60" }, cut } });
          if (!capped.ok) throw new Error("unexpected");
          expect(checkExplanation(capped.value.explanation)).toStrictEqual([]);
          const { overrides, total: sum, paidOnSale } = capped.value.outcome;
          expect(total(overrides.map((one) => one.amount.amount))).toBe(sum.amount);
          expect(total(overrides.map((one) => one.cut))).toBe(
            total([total(Object.values(paid)), `-${sum.amount}`.replace(/^-0\.00$/, "0")]),
          );
          if (isMore(sum.amount, "0")) expect(isMore(paidOnSale.amount, "60")).toBe(false);
        },
      ),
      oracleRuns(400),
    );
  });
});
