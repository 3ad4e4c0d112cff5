import fc from "fast-check";
import { checkExplanation } from "qudao/kernel";
import {
  buildMarginChain,
  compareClassPrices,
  computeConcession,
  computePassThrough,
  computePriceElasticity,
  computePriceProtection,
  findPrice,
  type PriceFacts,
  type PricePolicy,
} from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { chainByHanding, priceByElimination, units } from "../support/pricing-oracle.js";

const money = fc.integer({ min: 0, max: 99_999 }).map((fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const day = fc.constantFrom("2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01");
const span = fc.constantFrom(
  { start: "2024-01-01" },
  { start: "2024-02-01" },
  { start: "2024-01-01", end: "2024-03-01" },
  { start: "2024-02-01", end: "2024-04-01" },
);
const tax = fc.constantFrom("tax_included" as const, "tax_excluded" as const);
const from = fc.constantFrom(undefined, "5", "10");
const rows = <T extends string>(name: T, ids: readonly string[]) =>
  fc.uniqueArray(fc.record({ [name]: fc.constantFrom(...ids), from, unitPrice: money }), {
    maxLength: 4,
    selector: (row) => JSON.stringify([row[name], row["from"]]),
  });
const to = {
  memberClass: maybe(fc.constantFrom("agent", "distributor")),
  territoryId: maybe(fc.constantFrom("city", "province", "other")),
};
const currency = fc.constantFrom("CNY", "CNY", "CNY", "USD");
const lists = fc
  .array(
    fc.tuple(
      fc.record({ ...to, currency, tax, prices: rows("productId", ["p", "q"]), categoryPrices: maybe(rows("categoryId", ["c", "d"])) }),
      span,
    ),
    { maxLength: 5 },
  )
  .map((all) => all.map(([one, when], i) => ({ ...one, ...when, id: `L${i}` })));
const gives = fc.oneof(
  fc.record({ kind: fc.constant("discount" as const), rate: fc.constantFrom("0", "0.05", "0.125", "1") }),
  fc.record({ kind: fc.constant("unit_price" as const), unitPrice: money, currency, tax }),
);
const item = fc.constantFrom({ productId: "p" }, { productId: "q" }, { categoryId: "c" });
const specials = fc
  .array(fc.tuple(fc.record({ ...to, memberId: maybe(fc.constantFrom("m", "n")), from, gives }), span, item), { maxLength: 4 })
  .map((all) => all.map(([one, when, what], i) => ({ ...one, ...when, ...what, id: `S${i}` })));
const policies = fc.record({
  lists,
  specials,
  privileges: fc.constant([]),
  floors: fc.constant([]),
  choose: fc.constantFrom("special_first" as const, "lowest" as const),
  tax,
  taxRate: maybe(fc.constantFrom("0", "0.13", "0.06")),
  rounding: fc.constant({ decimals: 2, mode: "half_up" as const }),
}) as unknown as fc.Arbitrary<PricePolicy>;
const asked = fc.record({
  asOf: day,
  memberId: fc.constantFrom("m", "n"),
  memberClass: fc.constantFrom("agent", "distributor", undefined),
  territoryIds: fc.constantFrom(["city", "province"], ["province"], []),
  productId: fc.constantFrom("p", "q"),
  categoryId: fc.constantFrom("c", undefined),
  quantity: fc.constantFrom("0", "4.99", "5", "10", "11"),
  currency: fc.constant("CNY"),
}) as fc.Arbitrary<PriceFacts>;

describe("prices", () => {
  test("agree with a second way of finding them", () => {
    fc.assert(
      fc.property(asked, policies, (facts, policy) => {
        const answer = findPrice(facts, policy);
        expect(answer.ok ? answer.value.outcome.unitPrice.amount : answer.problem.code).toBe(priceByElimination(facts, policy));
      }),
      { seed: 20240101, numRuns: 4000 },
    );
  });

  test("chains agree with a second way, and re-add to end price less cost", () => {
    fc.assert(
      fc.property(money, fc.array(money, { minLength: 1, maxLength: 5 }), (unitCost, prices) => {
        const tiers = prices.map((unitPrice, i) => ({ id: `t${i}`, unitPrice }));
        const { outcome, explanation } = buildMarginChain({ currency: "CNY", unitCost, tiers, quantity: "3" }, { shareDecimals: 4 });
        const want = chainByHanding(unitCost, prices);
        expect(outcome.tiers.map((tier) => units(tier.unitMargin))).toStrictEqual(want.margins);
        expect(units(outcome.unitMargin)).toBe(units(prices.at(-1) as string) - units(unitCost));
        expect(outcome.tiers.map((tier) => tier.share && units(tier.share) / 10_000n)).toStrictEqual(want.shares ?? prices.map(() => null));
        if (want.shares !== null) expect(want.shares.reduce((sum, one) => sum + one, 0n)).toBe(10_000n);
        expect(checkExplanation(explanation)).toStrictEqual([]);
      }),
      { seed: 20240101, numRuns: 2000 },
    );
  });

  test("S19-120: a concession moves the same amount off one side and onto the other", () => {
    fc.assert(
      fc.property(
        money,
        money,
        money,
        fc.constantFrom("0", "0.05", "0.333", "1"),
        money,
        (unitPrice, unitCost, resalePrice, rate, quantity) => {
          const answer = computeConcession(
            { currency: "CNY", unitPrice, unitCost, resalePrice, quantity },
            { concession: { kind: "rate", rate }, rounding: { decimals: 2, mode: "half_up" } },
          );
          if (!answer.ok) throw new Error("a concession was expected");
          const { given, seller, purchaser } = answer.value.outcome;
          expect(units(seller.before) - units(seller.after)).toBe(units(given.amount));
          expect(units(purchaser.after) - units(purchaser.before)).toBe(units(given.amount));
          expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
        },
      ),
      { seed: 20240101, numRuns: 500 },
    );
  });

  test("a hostile host gets answers and faults, nothing else", () => {
    const list = { id: "L", currency: "CNY", tax: "tax_excluded", start: "2024-01-01", prices: [{ productId: "p", unitPrice: "1" }] };
    const policy = {
      lists: [list],
      specials: [],
      privileges: [],
      floors: [],
      choose: "lowest",
      tax: "tax_excluded",
      rounding: { decimals: 2, mode: "up" },
    };
    const facts = { asOf: "2024-01-01", memberId: "m", territoryIds: [], productId: "p", quantity: "1", currency: "CNY" };
    const lot = { id: "R", receivedOn: "2024-01-01", onHand: "1", soldSince: "0" };
    const goods: readonly (readonly [(...given: readonly never[]) => unknown, unknown, unknown])[] = [
      [findPrice, facts, policy],
      [
        compareClassPrices,
        { asOf: "2024-01-01", currency: "CNY", favouredClass: "a", otherClass: "d", territoryIds: [], products: [{ productId: "p" }] },
        policy,
      ],
      [buildMarginChain, { currency: "CNY", unitCost: "1", quantity: "1", tiers: [{ id: "a", unitPrice: "2" }] }, { shareDecimals: 4 }],
      [
        computePriceElasticity,
        { before: { price: "1", quantity: "1" }, after: { price: "2", quantity: "1" } },
        { decimals: 2, mode: "up" },
      ],
      [
        computePassThrough,
        { currency: "CNY", unitPrice: "9", unitCost: "5", unitSaving: "1", volume: "1" },
        { share: "0.5", satisfactoryProfit: "1" },
      ],
      [
        computePriceProtection,
        { changedOn: "2024-02-01", currency: "CNY", oldPrice: "9", newPrice: "8", lots: [lot] },
        { windowDays: 60, proof: "not_required", rise: "nothing", rounding: { decimals: 2, mode: "up" } },
      ],
    ];
    for (const [call, first, second] of goods) expectOnlyFaults(call, [first, second]);
  }, 60_000);
});
