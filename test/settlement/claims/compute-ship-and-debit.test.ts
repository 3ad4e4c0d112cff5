import fc from "fast-check";
import { checkExplanation } from "qudao/kernel";
import { computeShipAndDebit, type ResaleLine, type ShipAndDebitAgreement, type ShipAndDebitFacts } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords } from "../../support/says.js";

const lineOf = (changes: Partial<ResaleLine> = {}): ResaleLine => ({
  id: "1",
  productId: "P",
  endCustomerId: "C1",
  date: "2024-05-06",
  quantity: "10",
  proofId: "doc",
  ...changes,
});
const factsOf = (changes: Partial<ShipAndDebitFacts> = {}): ShipAndDebitFacts => ({
  memberId: "D1",
  asOf: "2024-05-31",
  lines: [lineOf()],
  claimedLineIds: [],
  claimedBefore: [],
  ...changes,
});
const agreementOf = (changes: Partial<ShipAndDebitAgreement> = {}): ShipAndDebitAgreement => ({
  id: "SPA-7",
  currency: "CNY",
  period: { start: "2024-05-01", end: "2024-07-01" },
  memberIds: ["D1"],
  endCustomerIds: ["C1"],
  products: [{ productId: "P", form: { kind: "down_to", price: "92" }, contractPrice: "100" }],
  costBasis: "contract_book",
  atLimit: "cut",
  proofOfSale: "required",
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});
const claim = (facts: Partial<ShipAndDebitFacts> = {}, agreement: Partial<ShipAndDebitAgreement> = {}) => {
  const answer = computeShipAndDebit(frozen(factsOf(facts)), frozen(agreementOf(agreement)));
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expectWords(answer.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.outcome;
};
const product = (changes: Partial<ShipAndDebitAgreement["products"][number]>) => ({
  products: [{ productId: "P", form: { kind: "down_to" as const, price: "92" }, contractPrice: "100", ...changes }],
});

describe("computeShipAndDebit()", () => {
  // Worked by hand: 10 × (100 − 92) = 80; 10 × 7.5 = 75; 10 × 0.0333 × 100 = 33.3
  test.each([
    [{ kind: "down_to", price: "92" }, "80.00"],
    [{ kind: "down_by_amount", amount: "7.5" }, "75.00"],
    [{ kind: "down_by_percent", rate: "0.0333" }, "33.30"],
  ] as const)("the three forms: %j debits %s", (form, want) => {
    expect(claim({}, product({ form })).amount).toStrictEqual({ amount: want, currency: "CNY" });
  });

  test.each([
    ["99.99", "0.10", []],
    ["100", "0.00", ["cost_not_above_price"]],
    ["100.01", "0.00", ["cost_not_above_price"]],
  ])("a cost of 100 comes down to %s by %s, never below 0", (price, want, reasons) => {
    const outcome = claim({}, product({ form: { kind: "down_to", price } }));
    expect([outcome.amount.amount, outcome.lines[0]?.reasons]).toStrictEqual([want, reasons]);
  });

  test("the cost is that of the stock consumed, bucket by bucket", () => {
    // 6 × (100 − 92) + 4 × max(0, 90 − 92) = 48
    const consumed = [
      { quantity: "6", cost: "100" },
      { quantity: "4", cost: "90" },
    ];
    expect(claim({ lines: [lineOf({ consumed })] }, { costBasis: "consumed_stock" }).amount.amount).toBe("48.00");
    expect(claim({}, { costBasis: "consumed_stock" }).lines[0]?.reasons).toStrictEqual(["cost_unknown"]);
    const short = lineOf({ consumed: [{ quantity: "9", cost: "100" }] });
    expect(claim({ lines: [short] }, { costBasis: "consumed_stock" }).lines[0]?.reasons).toStrictEqual(["stock_differs"]);
  });

  test("the cost is the book price on the day of the resale", () => {
    const bookPrices = [
      { productId: "P", from: "2024-05-07", price: "120" },
      { productId: "P", from: "2024-01-01", price: "101" },
      { productId: "Q", from: "2024-05-06", price: "999" },
    ];
    const on = (date: string) => claim({ bookPrices, lines: [lineOf({ date })] }, { costBasis: "book_on_resale" }).amount.amount;
    expect([on("2024-05-06"), on("2024-05-07")]).toStrictEqual(["90.00", "280.00"]);
    expect(claim({}, { costBasis: "book_on_resale" }).lines[0]?.reasons).toStrictEqual(["cost_unknown"]);
  });

  test("a missing contract price is never taken as 0; a fixed amount needs none", () => {
    const without = [{ productId: "P", form: { kind: "down_by_percent" as const, rate: "0.1" } }];
    expect(claim({}, { products: without }).lines[0]).toMatchObject({ status: "refused", reasons: ["cost_unknown"] });
    expect(claim({}, { products: [{ productId: "P", form: { kind: "down_by_amount", amount: "1" } }] }).amount.amount).toBe("10.00");
  });

  test.each([
    ["member_not_covered", { memberId: "D2" }, {}],
    ["customer_not_covered", { lines: [lineOf({ endCustomerId: "C9" })] }, {}],
    ["outside_period", { lines: [lineOf({ date: "2024-04-30" })] }, {}],
    ["outside_period", { lines: [lineOf({ date: "2024-07-01" })], asOf: "2024-07-01" }, {}],
    ["not_resold_yet", { lines: [lineOf({ date: "2024-06-01" })] }, {}],
    ["claimed_before", { claimedLineIds: ["1"] }, {}],
    ["claimed_late", {}, { claimWithinDays: 24 }],
    ["proof_missing", { lines: [lineOf({ proofId: undefined })] }, {}],
    ["product_not_covered", { lines: [lineOf({ productId: "Q" })] }, {}],
  ] as const)("a line is refused with its reason: %s", (reason, facts, agreement) => {
    const outcome = claim(facts, agreement);
    expect(outcome.lines).toStrictEqual([{ id: "1", status: "refused", quantity: "0", amount: "0", reasons: [reason] }]);
    expect(outcome.amount.amount).toBe("0.00");
  });

  test("the day of the claim: 25 days after the resale is the last of 25", () => {
    expect(claim({}, { claimWithinDays: 25 }).lines[0]?.status).toBe("accepted");
  });

  test("all reasons are named, not only the first", () => {
    const [line] = claim({
      memberId: "X",
      lines: [lineOf({ productId: "Q", endCustomerId: "C9", date: "2023-01-01", proofId: undefined })],
    }).lines;
    expect(line?.reasons).toStrictEqual([
      "member_not_covered",
      "customer_not_covered",
      "outside_period",
      "proof_missing",
      "product_not_covered",
    ]);
  });

  test.each([
    ["9", "cut", "9", "72.00", "0"],
    ["10", "accepted", "10", "80.00", "0"],
    ["11", "accepted", "10", "80.00", "1"],
  ])("a limit of %s units: %s", (quantityLimit, status, quantity, amount, remaining) => {
    const outcome = claim({}, product({ quantityLimit }));
    expect(outcome.lines[0]).toMatchObject({ status, quantity });
    expect([outcome.amount.amount, outcome.remaining[1]]).toStrictEqual([amount, { productId: "P", used: quantity, remaining }]);
    const refused = claim({}, { ...product({ quantityLimit }), atLimit: "refuse" });
    expect(refused.lines[0]?.status).toBe(status === "cut" ? "refused" : "accepted");
  });

  test("earlier claims use up the limits, also the one of all products", () => {
    const outcome = claim({ claimedBefore: [{ productId: "P", quantity: "7" }] }, { quantityLimit: "12" });
    expect([outcome.lines[0]?.quantity, outcome.remaining]).toStrictEqual([
      "5",
      [
        { productId: null, used: "12", remaining: "0" },
        { productId: "P", used: "12", remaining: null },
      ],
    ]);
  });

  test("complaint 10: a scope that nobody wrote is a fault, not everything", () => {
    const { memberIds: _, ...open } = agreementOf();
    expect(faultAt(() => computeShipAndDebit(factsOf(), open as ShipAndDebitAgreement))).toBe("kernel.not_a_list at policy.memberIds");
    expect(claim({ memberId: "anybody" }, { memberIds: "all" }).lines[0]?.status).toBe("accepted");
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => computeShipAndDebit(factsOf({ lines: [lineOf({ quantity: "0" })] }), agreementOf()))).toBe(
      "kernel.not_above_zero at facts.lines[0].quantity",
    );
    expect(faultAt(() => computeShipAndDebit(factsOf({ lines: [lineOf(), lineOf()] }), agreementOf()))).toBe(
      "kernel.named_twice at facts.lines[1].id",
    );
  });

  test("the order of the lines changes nothing but their order, and no limit is passed", () => {
    const quantity = fc.integer({ min: 1, max: 30 }).map(String);
    const lines = fc
      .array(fc.tuple(quantity, fc.constantFrom("2024-05-02", "2024-05-03", "2024-05-04")), { maxLength: 6 })
      .map((all) => all.map(([units, date], i) => lineOf({ id: `L${i}`, quantity: units, date })));
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 60 }).map(String), (all, quantityLimit) => {
        const policy = agreementOf(product({ quantityLimit }));
        const there = computeShipAndDebit(factsOf({ lines: all }), policy).outcome;
        const back = computeShipAndDebit(factsOf({ lines: [...all].reverse() }), policy).outcome;
        expect([...back.lines].reverse()).toStrictEqual(there.lines);
        const used = there.lines.reduce((sum, { quantity: units }) => sum + Number(units), 0);
        const asked = all.reduce((sum, { quantity: units }) => sum + Number(units), 0);
        expect(used).toBe(Math.min(asked, Number(quantityLimit)));
        expect(Number(there.amount.amount)).toBe(used * 8);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});
