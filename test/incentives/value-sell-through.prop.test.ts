import fc from "fast-check";
import { catalogue } from "qudao/i18n";
import {
  type SellThroughBasis,
  type SellThroughFacts,
  type SellThroughLine,
  type SellThroughPolicy,
  valueSellThrough,
} from "qudao/incentives";
import { checkExplanation, compareDecimals, renderExplanation, subtractDecimals, sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { readSellThrough } from "../support/sell-through-oracle.js";

const seed = 20240101;
const overStock = ["fifo", "latest_purchase", "moving_average", "period_average"] as const;
const policyOf = (basis: SellThroughBasis, changes: Partial<SellThroughPolicy> = {}): SellThroughPolicy => ({
  currency: "CNY",
  basis,
  shortage: "whole_line_open",
  rounding: { decimals: 2, mode: "half_up" },
  ...changes,
});

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2024-01-0${n}`);
const line = fc.record({
  memberId: fc.constant("D1"),
  productId: fc.constantFrom("P", "P", "Q"),
  date: day,
  quantity: fc.integer({ min: 1, max: 7 }),
  amount: fc.integer({ min: 0, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
  kind: fc.constantFrom("sale" as const, "sale" as const, "sale" as const, "return" as const),
  origin: fc.option(fc.nat(7), { nil: undefined }),
  originDate: fc.option(day, { nil: undefined }),
});
/** A return names a line of its list, or a day, or nothing; nobody says that they fit. */
const linesOf = (prefix: string) =>
  fc.array(line, { maxLength: 8 }).map((drawn) =>
    drawn.map(({ origin, originDate, ...one }, i): SellThroughLine => {
      const back = one.kind === "return" ? { originDate, originId: origin === undefined ? undefined : `${prefix}${origin}` } : {};
      return { ...one, id: `${prefix}${i}`, ...back };
    }),
  );
const period = { start: "2024-01-01", end: "2024-02-01" };
const history = fc
  .tuple(linesOf("B"), linesOf("S"))
  .map(([purchases, sold]): SellThroughFacts => ({ memberId: "D1", period, opening: { stock: [], sold: [] }, purchases, sold }));

const cents = (amount: string) => String(BigInt(Math.round(Number(amount) * 100)));
const value = (facts: SellThroughFacts, policy: SellThroughPolicy) => valueSellThrough(facts, policy).outcome;

describe("laws of valueSellThrough()", () => {
  test.each(overStock)("%s: a second implementation, piece by piece in cents, agrees on lines, gaps and stock", (basis) => {
    let lines = 0;
    let open = 0;
    fc.assert(
      fc.property(history, fc.constantFrom("whole_line_open" as const, "part_open" as const), (facts, shortage) => {
        const policy = policyOf(basis, { shortage });
        const { outcome } = valueSellThrough(facts, policy);
        const reading = readSellThrough(facts, policy);
        expect(outcome.lines.map(({ id, quantity, amount }) => `${id} ${quantity} ${cents(amount)}`)).toStrictEqual(reading.lines);
        expect(outcome.open.map(({ lineId, missing }) => `${lineId} ${missing}`)).toStrictEqual(reading.open);
        const stock = outcome.closing.stock.map((one) => `${one.productId} ${one.purchase?.id ?? ""} ${one.quantity} ${cents(one.amount)}`);
        expect(stock.sort()).toStrictEqual(reading.stock);
        lines += reading.lines.length;
        open += reading.open.length;
      }),
      { seed, numRuns: 400 },
    );
    expect(Math.min(lines, open)).toBeGreaterThan(200);
  });

  test.each(["fifo", "moving_average", "period_average"] as const)(
    "%s: what was bought is what was sold on and what is left, to the cent",
    (basis) => {
      fc.assert(
        fc.property(history, (all) => {
          const facts = { ...all, purchases: all.purchases.filter(({ kind }) => kind === "sale") };
          const { base, closing, lines } = value(facts, policyOf(basis, { shortage: "part_open" }));
          const left = sumDecimals(closing.stock.map(({ amount }) => amount));
          expect(sumDecimals([base, left])).toBe(sumDecimals(facts.purchases.map(({ amount }) => amount)));
          const net = lines.map(({ kind, amount }) => (kind === "sale" ? amount : subtractDecimals("0", amount)));
          expect(sumDecimals(net)).toBe(base);
        }),
        { seed, numRuns: 300 },
      );
    },
  );

  test.each(["fifo", "latest_purchase", "moving_average"] as const)("%s: two periods are one, handed on as JSON", (basis) => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 9 }), (facts, n) => {
        const policy = policyOf(basis);
        const cut = `2024-01-0${n}`;
        const part = (keeps: (date: string) => boolean, start: string, end: string) => ({
          ...facts,
          period: { start, end },
          purchases: facts.purchases.filter(({ date }) => keeps(date)),
          sold: facts.sold.filter(({ date }) => keeps(date)),
        });
        const first = value(
          part((date) => date < cut, "2024-01-01", cut),
          policy,
        );
        const opening = JSON.parse(JSON.stringify(first.closing)) as SellThroughFacts["opening"];
        const second = value({ ...part((date) => date >= cut, cut, "2024-02-01"), opening }, policy);
        const whole = value(facts, policy);
        expect([...first.lines, ...second.lines]).toStrictEqual(whole.lines);
        expect([...first.open, ...second.open]).toStrictEqual(whole.open);
        expect(second.closing).toStrictEqual(whole.closing);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("the order of the lists changes nothing, frozen facts stay as they are, and the working adds up and reads in both languages", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...overStock, "sale" as const), (facts, basis) => {
        const before = JSON.stringify(facts);
        const answer = valueSellThrough(facts, policyOf(basis));
        const turned = { ...facts, purchases: [...facts.purchases].reverse(), sold: [...facts.sold].reverse() };
        expect(valueSellThrough(turned, policyOf(basis))).toStrictEqual(answer);
        expect(JSON.stringify(facts)).toBe(before);
        expect(JSON.parse(JSON.stringify(answer.outcome.closing))).toStrictEqual(answer.outcome.closing);
        expect(checkExplanation(answer.explanation)).toStrictEqual([]);
        for (const language of ["en", "zh"] as const) {
          expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(/incentives\.|[{}]|undefined/);
        }
      }),
      { seed, numRuns: 200 },
    );
  });

  test("first in, first out counts least and the latest purchase most while prices only rise, and the other way round while they fall", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 30 }), fc.nat(9)), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(steps, fc.boolean(), (drawn, rises) => {
        let price = rises ? 1 : 1000;
        const purchases: SellThroughLine[] = [];
        const sold: SellThroughLine[] = [];
        drawn.forEach(([quantity, step, resold], i) => {
          price += rises ? step : -step;
          const own = { memberId: "D1", productId: "P", date: `2024-01-0${i + 1}`, kind: "sale" as const };
          purchases.push({ ...own, id: `B${i}`, quantity, amount: String(price * quantity) });
          sold.push({ ...own, id: `S${i}`, quantity: resold, amount: "1" });
        });
        const facts = { memberId: "D1", period, opening: { stock: [], sold: [] }, purchases, sold };
        const base = (basis: SellThroughBasis) => value(facts, policyOf(basis, { rounding: { decimals: 20, mode: "half_up" } })).base;
        // an average has no end; it is cut at 20 decimals
        const order = (a: string, b: string) => expect(compareDecimals(a, sumDecimals([b, "0.0000000001"]))).toBeLessThan(1);
        const bases = [base("fifo"), base("moving_average"), base("latest_purchase")];
        const [low, middle, high] = (rises ? bases : bases.reverse()) as [string, string, string];
        order(low, middle);
        order(middle, high);
      }),
      { seed, numRuns: 300 },
    );
  });
});
