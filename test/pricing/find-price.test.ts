import { findPrice, type PriceFacts, type PricePolicy } from "qudao/pricing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const list = { currency: "CNY", tax: "tax_excluded" as const, start: "2024-01-01" };
const facts: PriceFacts = {
  asOf: "2024-06-01",
  memberId: "east",
  memberClass: "agent",
  territoryIds: ["jinan", "shandong"],
  productId: "camera",
  categoryId: "security",
  quantity: "10",
  currency: "CNY",
};
const policy: PricePolicy = {
  lists: [
    {
      ...list,
      id: "all",
      prices: [
        { productId: "camera", unitPrice: "100" },
        { productId: "camera", from: "50", unitPrice: "95" },
      ],
    },
    {
      ...list,
      id: "agents",
      memberClass: "agent",
      prices: [
        { productId: "camera", unitPrice: "90" },
        { productId: "camera", from: "50", unitPrice: "85" },
      ],
    },
  ],
  specials: [],
  privileges: [],
  floors: [],
  choose: "special_first",
  tax: "tax_excluded",
  rounding: { decimals: 2, mode: "half_up" },
};

function found(given: Partial<PriceFacts> = {}, change: Partial<PricePolicy> = {}) {
  const answer = findPrice(frozen({ ...facts, ...given }), frozen({ ...policy, ...change }));
  return answer.ok ? answer.value.outcome : answer.problem;
}
const reasons = (outcome: unknown) =>
  (outcome as { considered: readonly { id: string; because: string }[] }).considered.map(({ id, because }) => [id, because]);
const special = { id: "S", memberClass: "agent", productId: "camera", start: "2024-01-01" };

describe("findPrice()", () => {
  test("S03-12: an agent pays its own list and a distributor the one for all, on the same product and day", () => {
    expect(found()).toMatchObject({
      unitPrice: { amount: "90.00", currency: "CNY" },
      listId: "agents",
      from: "0",
      by: "list",
      specialId: null,
    });
    expect(found({ memberClass: "distributor" })).toMatchObject({ unitPrice: { amount: "100.00" }, listId: "all" });
    expect(found({ memberClass: undefined })).toMatchObject({ listId: "all" });
  });

  test("S03-12: services go with the class, and only on their days", () => {
    const privileges = [
      {
        id: "fast_repair",
        title: { en: "fast repair", zh: "快速维修" },
        memberClass: "agent",
        categoryId: "security",
        start: "2024-06-01",
        end: "2024-07-01",
      },
    ];
    expect(found({}, { privileges })).toMatchObject({ privileges: ["fast_repair"] });
    expect(found({ memberClass: "distributor" }, { privileges })).toMatchObject({ privileges: [] });
    expect(found({ asOf: "2024-05-31" }, { privileges })).toMatchObject({ privileges: [] });
    expect(found({ asOf: "2024-07-01" }, { privileges })).toMatchObject({ privileges: [] });
  });

  test.each([
    ["49.99", "90.00", "0"],
    ["50", "85.00", "50"],
    ["50.01", "85.00", "50"],
    ["0", "90.00", "0"],
  ])("a quantity of %s costs %s, from the break %s", (quantity, amount, from) => {
    expect(found({ quantity })).toMatchObject({ unitPrice: { amount }, from });
  });

  test.each([
    ["2023-12-31", "pricing.no_price"],
    ["2024-01-01", "90.00"],
    ["2024-12-31", "90.00"],
    ["2025-01-01", "pricing.no_price"],
  ])("on %s: %s, since validity is half-open", (asOf, want) => {
    const lists = policy.lists.map((one) => ({ ...one, end: "2025-01-01" }));
    const outcome = found({ asOf }, { lists });
    expect("code" in outcome ? outcome.code : outcome.unitPrice.amount).toBe(want);
  });

  test("the nearest territory wins, then a wider one, then none; product before category", () => {
    const at = (id: string, territoryId: string | undefined, unitPrice: string) => ({
      ...list,
      id,
      territoryId,
      prices: [{ productId: "camera", unitPrice }],
    });
    const lists = [
      at("everywhere", undefined, "100"),
      at("province", "shandong", "98"),
      at("city", "jinan", "96"),
      at("elsewhere", "qingdao", "1"),
    ];
    expect(found({}, { lists })).toMatchObject({ listId: "city" });
    expect(reasons(found({}, { lists }))).toStrictEqual([
      ["everywhere", "pricing.less_specific"],
      ["province", "pricing.less_specific"],
      ["city", "pricing.list_applies"],
      ["elsewhere", "pricing.other_territory"],
    ]);
    const both = [
      {
        ...list,
        id: "both",
        prices: [{ productId: "camera", from: "50", unitPrice: "80" }],
        categoryPrices: [{ categoryId: "security", unitPrice: "99" }],
      },
    ];
    expect(found({}, { lists: both })).toMatchObject({ unitPrice: { amount: "99.00" } });
    expect(found({ quantity: "50" }, { lists: both })).toMatchObject({ unitPrice: { amount: "80.00" } });
  });

  test("every loser says why", () => {
    const price = [{ productId: "camera", unitPrice: "1" }];
    const lists = [
      ...policy.lists,
      { ...list, id: "usd", currency: "USD", prices: price },
      { ...list, id: "late", start: "2024-06-02", prices: price },
      { ...list, id: "old", end: "2024-06-01", prices: price },
      { ...list, id: "theirs", memberClass: "retailer", prices: price },
      { ...list, id: "lenses", prices: [{ productId: "lens", unitPrice: "1" }] },
      { ...list, id: "bulk", prices: [{ productId: "camera", from: "1000", unitPrice: "1" }] },
    ];
    expect(reasons(found({}, { lists }))).toStrictEqual([
      ["all", "pricing.less_specific"],
      ["agents", "pricing.list_applies"],
      ["usd", "pricing.other_currency"],
      ["late", "pricing.not_yet"],
      ["old", "pricing.no_longer"],
      ["theirs", "pricing.other_class"],
      ["lenses", "pricing.other_product"],
      ["bulk", "pricing.below_first_break"],
    ]);
  });

  test("G-12: a discount is taken from the list price, a special price stands alone", () => {
    const discount = { ...special, gives: { kind: "discount" as const, rate: "0.1" } };
    expect(found({}, { specials: [discount] })).toMatchObject({
      unitPrice: { amount: "81.00" },
      listId: "agents",
      specialId: "S",
      by: "special",
    });
    const own = { ...special, gives: { kind: "unit_price" as const, unitPrice: "92", currency: "CNY", tax: "tax_excluded" as const } };
    expect(found({}, { specials: [own] })).toMatchObject({ unitPrice: { amount: "92.00" }, listId: null, specialId: "S" });
    expect(found({}, { specials: [own], choose: "lowest" })).toMatchObject({ unitPrice: { amount: "90.00" }, by: "list", specialId: null });
    expect(reasons(found({}, { specials: [own], choose: "lowest" })).at(-1)).toStrictEqual(["S", "pricing.not_lower"]);
    expect(found({}, { specials: [discount], lists: [] })).toMatchObject({ code: "pricing.no_price" });
    expect(found({ memberId: "west" }, { specials: [{ ...own, memberId: "east" }] })).toMatchObject({ by: "list" });
  });

  test("two prices that fit equally well are never chosen between", () => {
    const lists = [
      { ...list, id: "a", prices: [{ productId: "camera", unitPrice: "1" }] },
      { ...list, id: "b", prices: [{ productId: "camera", unitPrice: "2" }] },
    ];
    expect(found({}, { lists })).toStrictEqual({ code: "pricing.two_prices", params: { first: "a", second: "b" } });
    const later = lists.map((one, i) => (i === 0 ? { ...one, start: "2024-02-01" } : one));
    expect(found({}, { lists: later })).toMatchObject({ listId: "a" });
  });

  test.each([
    ["9.99", null, "100.00", "0"],
    ["10", "S10", "90.00", "10"],
    ["99.99", "S10", "90.00", "10"],
    ["100", "S100", "80.00", "100"],
    ["100.01", "S100", "80.00", "100"],
  ])("special prices that differ in their quantity alone are a ladder: for %s it is %s", (quantity, specialId, amount, from) => {
    const step = (id: string, from: string, rate: string) => ({ ...special, id, from, gives: { kind: "discount" as const, rate } });
    const lists = [{ ...list, id: "L", prices: [{ productId: "camera", unitPrice: "100" }] }];
    const specials = [step("S100", "100", "0.2"), step("S10", "10", "0.1")];
    for (const all of [specials, [...specials].reverse()]) {
      expect(found({ quantity }, { lists, specials: all })).toMatchObject({ specialId, unitPrice: { amount }, from });
    }
    const twice = [...specials, step("T", "100.0", "0.3")];
    expect(found({ quantity: "100" }, { lists, specials: twice })).toStrictEqual({
      code: "pricing.two_prices",
      params: { first: "S100", second: "T" },
    });
    // one that is nearer, or begins later, goes before a higher step
    const later = [...specials, { ...step("L", "10", "0.3"), start: "2024-02-01" }];
    expect(found({ quantity: "100" }, { lists, specials: later })).toMatchObject({ specialId: "L" });
  });

  test("G-12: tax is put in and taken out once, and never guessed", () => {
    expect(found({}, { tax: "tax_included", taxRate: "0.13" })).toMatchObject({ unitPrice: { amount: "101.70" }, tax: "tax_included" });
    const gross = policy.lists.map((one) => ({ ...one, tax: "tax_included" as const }));
    expect(found({}, { lists: gross, taxRate: "0.13" })).toMatchObject({ unitPrice: { amount: "79.65" } }); // 90 ÷ 1.13 = 79.646…
    expect(found({}, { tax: "tax_included" })).toStrictEqual({ code: "pricing.tax_rate_missing", params: { want: "tax_included" } });
  });

  test("a product may have a tax rate of its own, before that of its category, before that of all", () => {
    const at = (taxRates: PricePolicy["taxRates"], taxRate?: string) => {
      const outcome = found({}, { tax: "tax_included", taxRate, taxRates });
      return "code" in outcome ? outcome.code : outcome.unitPrice.amount;
    };
    const [product, category, other] = [
      { productId: "camera", rate: "0.06" },
      { categoryId: "security", rate: "0.09" },
      { productId: "lens", rate: "1" },
    ];
    expect(at([category, other, product], "0.13")).toBe("95.40");
    expect(at([category, other], "0.13")).toBe("98.10");
    expect(at([other], "0.13")).toBe("101.70");
    expect(at([product])).toBe("95.40");
    expect(at([other])).toBe("pricing.tax_rate_missing");
    // without a category of its own a product has none of a category's rates
    expect(found({ categoryId: undefined }, { tax: "tax_included", taxRates: [category] })).toMatchObject({
      code: "pricing.tax_rate_missing",
    });
    expect(faultAt(() => at([product, product]))).toBe("kernel.named_twice at policy.taxRates[1]");
    expect(faultAt(() => at([{ rate: "0.1" }]))).toBe("pricing.whom_missing at policy.taxRates[0]");
    expect(faultAt(() => at([{ productId: "camera", rate: "-0.1" }]))).toBe("kernel.below_zero at policy.taxRates[0].rate");
  });

  test.each([
    ["90.01", ["pricing.below_floor"]],
    ["90", []],
    ["89.99", []],
  ])("a floor of %s warns with %j", (unitPrice, codes) => {
    const floors = [{ id: "F", productId: "camera", unitPrice, currency: "CNY", tax: "tax_excluded" as const }];
    const outcome = found({}, { floors });
    expect("warnings" in outcome && outcome.warnings.map(({ code }) => code)).toStrictEqual(codes);
  });

  test("a floor that cannot be compared is said, not passed", () => {
    const floors = [
      { id: "F", categoryId: "security", unitPrice: "1", currency: "USD", tax: "tax_excluded" as const },
      { id: "G", productId: "camera", unitPrice: "1", currency: "CNY", tax: "tax_included" as const },
    ];
    const outcome = found({}, { floors });
    expect("warnings" in outcome && outcome.warnings.map(({ code }) => code)).toStrictEqual([
      "pricing.floor_not_comparable",
      "pricing.floor_not_comparable",
    ]);
  });

  test("the working reads in both languages", () => {
    const answer = findPrice(facts, { ...policy, specials: [{ ...special, gives: { kind: "discount", rate: "0.1" } }] });
    if (!answer.ok) throw new Error("a price was expected");
    expectWords(answer.value.explanation);
    expect(lines(answer.value.explanation)).toStrictEqual([
      "east pays 81.00 CNY for a unit of camera, tax excluded, buying 10 on 2024-06-01",
      "price list all: fits, but another fits more closely",
      "price list agents: applies, 90 CNY per unit from a quantity of 0",
      "special price S: applies, 0.1 of the list price off from a quantity of 0",
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => found({ quantity: "-1" }))).toBe("kernel.below_zero at facts.quantity");
    expect(faultAt(() => found({ asOf: "2024-02-30" }))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => found({}, { lists: [policy.lists[0], policy.lists[0]] as never }))).toBe(
      "kernel.named_twice at policy.lists[1].id",
    );
    const twice = [
      {
        ...list,
        id: "x",
        prices: [
          { productId: "camera", unitPrice: "1" },
          { productId: "camera", from: "0.0", unitPrice: "2" },
        ],
      },
    ];
    expect(faultAt(() => found({}, { lists: twice }))).toBe("pricing.break_twice at policy.lists[0].prices[1]");
    const vague = [{ id: "S", start: "2024-01-01", gives: { kind: "discount" as const, rate: "0.1" } }];
    expect(faultAt(() => found({}, { specials: vague }))).toBe("pricing.whom_missing at policy.specials[0]");
    expect(faultAt(() => found({}, { specials: [{ ...special, gives: { kind: "discount", rate: "1.1" } }] }))).toBe(
      "kernel.outside_bounds at policy.specials[0].gives.rate",
    );
    expect(faultAt(() => found({}, { lists: [{ ...list, id: "x", end: "2024-01-01", prices: [] }] }))).toBe(
      "kernel.not_a_period at policy.lists[0]",
    );
  });
});
