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
  taxRates: maybe(
    fc.subarray([
      { productId: "p", rate: "0.09" },
      { categoryId: "c", rate: "0.03" },
      { productId: "q", rate: "0" },
    ]),
  ),
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
  test("agree with a second way of finding them, in the price and in where it comes from", () => {
    fc.assert(
      fc.property(asked, policies, (facts, policy) => {
        const answer = findPrice(facts, policy);
        const wanted = priceByElimination(facts, policy);
        if (!answer.ok) {
          expect(answer.problem.code).toBe(wanted);
          return;
        }
        const { unitPrice, listId, specialId, from, by, considered } = answer.value.outcome;
        expect({ amount: unitPrice.amount, listId, specialId, from }).toStrictEqual(wanted);
        expect(by).toBe(specialId === null ? "list" : "special");
        // what applies is what the price comes from; everything else of the policy says why it lost
        const applied = considered.filter(({ status }) => status === "applies").map(({ id }) => id);
        expect(applied).toStrictEqual([listId, specialId].filter((id) => id !== null));
        expect(considered).toHaveLength(policy.lists.length + policy.specials.length);
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

  test("S03-12: classes are compared at every break by the prices that each would pay, and a class is never dearer than itself", () => {
    const compared = fc.record({ asOf: day, territoryIds: fc.constantFrom(["city", "province"], ["province"], []) });
    fc.assert(
      fc.property(compared, policies, ({ asOf, territoryIds }, policy) => {
        const ask = { asOf, territoryIds, currency: "CNY" };
        const facts = { ...ask, favouredClass: "agent", otherClass: "distributor", products: [{ productId: "p", categoryId: "c" }] };
        const { status, lines } = compareClassPrices(facts, policy).outcome;
        const forAll = { ...policy, specials: policy.specials.filter(({ memberId }) => memberId === undefined) };
        const priceOf = (memberClass: string, quantity: string) => {
          const found = priceByElimination({ ...ask, memberId: "x", memberClass, productId: "p", categoryId: "c", quantity }, forAll);
          return typeof found === "string" ? null : found.amount;
        };
        for (const { quantity, favoured, other, status: verdict } of lines) {
          expect([favoured, other]).toStrictEqual([priceOf("agent", quantity), priceOf("distributor", quantity)]);
          const known = favoured !== null && other !== null;
          expect(verdict).toBe(!known ? "unknown" : units(favoured) <= units(other) ? "met" : "unmet");
        }
        const all = lines.map((line) => line.status);
        expect(status).toBe(all.includes("unmet") ? "unmet" : all.includes("unknown") ? "unknown" : "met");
        expect(compareClassPrices({ ...facts, otherClass: "agent" }, policy).outcome.status).not.toBe("unmet");
      }),
      { seed: 20240101, numRuns: 500 },
    );
  });

  test("S05-22: the way back has the same elasticity, and neither the unit of money nor that of goods changes it", () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, size, size, size, size, (p1, p2, q1, q2, scale) => {
        fc.pre(p1 !== p2);
        const of = (from: readonly [number, number], to: readonly [number, number]) => {
          const [before, after] = [from, to].map(([price, quantity]) => ({ price: String(price), quantity: String(quantity) }));
          const answer = computePriceElasticity({ before, after } as never, { decimals: 9, mode: "half_up" });
          return answer.ok ? answer.value.outcome : undefined;
        };
        const found = of([p1, q1], [p2, q2]);
        const arc = ((q2 - q1) * (p1 + p2)) / ((q1 + q2) * (p2 - p1));
        expect(Math.abs(Number(found?.elasticity) - arc)).toBeLessThan(1e-8);
        expect(found?.demand).toBe(Math.abs(arc) > 1 ? "elastic" : Math.abs(arc) === 1 ? "unit" : "inelastic");
        expect(of([p2, q2], [p1, q1])).toStrictEqual(found);
        expect(of([p1 * scale, q1], [p2 * scale, q2])).toStrictEqual(found);
        expect(of([p1, q1 * scale], [p2, q2 * scale])).toStrictEqual(found);
      }),
      { seed: 20240101, numRuns: 500 },
    );
  });

  test("S05-23: what the customer gains and what the seller gains is the saving, and passing on more never earns more", () => {
    const part = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(money, money, money, part, part, fc.nat(500), (unitPrice, unitCost, unitSaving, share, more, volume) => {
        const of = (hundredths: number) =>
          computePassThrough(
            { currency: "CNY", unitPrice, unitCost, unitSaving, volume: String(volume) },
            { share: String(hundredths / 100), satisfactoryProfit: "1000" },
          ).outcome;
        const found = of(share);
        const [passed, kept] = [units(unitPrice) - units(found.unitPrice), units(found.unitProfit.after) - units(found.unitProfit.before)];
        expect(passed * 100n).toBe(units(unitSaving) * BigInt(share));
        expect(passed + kept).toBe(units(unitSaving));
        expect(units(found.profit.after)).toBe(units(found.unitProfit.after) * BigInt(volume));
        expect(found.satisfactory).toBe(units(found.profit.after) >= units("1000"));
        expect(units(of(Math.min(100, share + more)).profit.after)).toBeLessThanOrEqual(units(found.profit.after));
      }),
      { seed: 20240101, numRuns: 500 },
    );
  });

  test("price protection agrees with a count of days, pays no more than its cap, and every unit is paid, waits, or lies outside", () => {
    const lots = fc.array(fc.tuple(fc.integer({ min: -100, max: 20 }), fc.nat(50), fc.nat(50), fc.boolean()), { maxLength: 5 });
    const dayOf = (offset: number) => new Date(Date.UTC(2024, 5, 1) + offset * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(
        lots,
        fc.nat(90),
        money,
        money,
        maybe(money),
        fc.boolean(),
        fc.boolean(),
        (given, windowDays, oldPrice, newPrice, cap, proven, up) => {
          const { outcome, explanation } = computePriceProtection(
            {
              changedOn: "2024-06-01",
              currency: "CNY",
              oldPrice,
              newPrice,
              lots: given.map(([offset, onHand, soldSince, verified], i) => ({
                id: `R${i}`,
                receivedOn: dayOf(offset),
                onHand: String(onHand),
                soldSince: String(soldSince),
                proof: verified ? ("verified" as const) : ("submitted" as const),
              })),
            },
            {
              windowDays,
              proof: proven ? "required" : "not_required",
              cap,
              rise: up ? "write_up" : "nothing",
              rounding: { decimals: 2, mode: "half_up" },
            },
          );
          const fall = units(oldPrice) - units(newPrice);
          const each = fall < 0n && !up ? 0n : fall;
          const inside = given.filter(([offset]) => offset < 0 && offset >= -windowDays);
          const count = (rows: typeof given) => rows.reduce((sum, [, onHand, sold]) => sum + BigInt(onHand + sold), 0n);
          const paid = inside.filter(([, , , verified]) => verified || !proven);
          const owed = count(paid) * each;
          expect(units(outcome.credit.amount)).toBe(cap !== undefined && units(cap) < owed ? units(cap) : owed);
          expect(units(outcome.credit.amount) + units(outcome.cappedBy)).toBe(owed);
          expect(units(outcome.waiting)).toBe((count(inside) - count(paid)) * each);
          expect(BigInt(outcome.quantity)).toBe(count(paid));
          expect(checkExplanation(explanation)).toStrictEqual([]);
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
        computeConcession,
        { currency: "CNY", unitPrice: "9", unitCost: "5", resalePrice: "12", quantity: "3" },
        { concession: { kind: "per_unit", amount: "1" }, rounding: { decimals: 2, mode: "up" } },
      ],
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
