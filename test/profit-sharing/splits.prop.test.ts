/** Laws of splits, and a second implementation in whole smallest units beside them. */
import fc from "fast-check";
import { computeNashBargain, computeShapleyValue, splitByRatio, splitWaterfall, type WaterfallPolicy } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { outcomeOf } from "../support/sharing.js";
import { shapleySums, splitUnits, waterfall, yuan } from "../support/splits-oracle.js";

const seed = 20240101;
const order = fc.constantFrom("contract_order" as const, "reverse_order" as const, "largest_fraction_first" as const);
const fen = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 6 }).filter((list) => list.some((one) => one > 0n));
const currency = "CNY";

test("a split by ratio is that of the units, part by part, and conserves every one", () => {
  fc.assert(
    fc.property(fen, weights, order, (total, of, remainder) => {
      const parties = of.map((share, i) => ({ partyId: `P${i}`, share: String(share) }));
      const split = splitByRatio({ amount: { amount: yuan(total), currency } }, { parties, basis: "parts", decimals: 2, remainder });
      if (!split.ok) throw new Error(split.problem.code);
      const expected = splitUnits(total, of, remainder);
      expect(split.value.outcome.map((part) => part.amount.amount)).toStrictEqual(expected.map(yuan));
      expect(expected.reduce((a, b) => a + b, 0n)).toBe(total);
    }),
    { seed, numRuns: 2000 },
  );
});

test("a waterfall is that of the units, party by party", () => {
  const three = fc.tuple(...[0, 1, 2].map(() => fc.bigInt({ min: 1n, max: 500_000n })));
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 3_000_000n }), three, three, three, order, (total, first, second, last, remainder) => {
      const claims = (of: readonly bigint[]) => of.map((amount, i) => ({ partyId: `P${i}`, amount: yuan(amount) }));
      const title = { en: "Step", zh: "步骤" };
      const policy: WaterfallPolicy = {
        steps: [
          { kind: "claims", title, claims: claims(first) },
          { kind: "claims", title, claims: claims(second) },
          { kind: "share", title, parties: last.map((share, i) => ({ partyId: `P${i}`, share: String(share) })) },
        ],
        decimals: 2,
        remainder,
      };
      const split = splitWaterfall({ amount: { amount: yuan(total), currency } }, policy);
      if (!split.ok) throw new Error(split.problem.code);
      const steps = [
        { claims: first, weights: first },
        { claims: second, weights: second },
        { claims: null, weights: last },
      ];
      const expected = waterfall(total, steps, remainder);
      expect(split.value.outcome.parties.map(({ amount }) => amount)).toStrictEqual(expected.map(yuan));
    }),
    { seed, numRuns: 1000 },
  );
});

test("a Shapley value is the average over all orders of joining, within a unit, and adds up", () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 5 })
        .chain((n) =>
          fc.tuple(fc.constant(n), fc.array(fc.bigInt({ min: -100_000n, max: 100_000n }), { minLength: 1 << n, maxLength: 1 << n })),
        ),
      order,
      ([n, values], remainder) => {
        const partyIds = Array.from({ length: n }, (_, i) => `P${i}`);
        const coalitions = Array.from({ length: (1 << n) - 1 }, (_, i) => ({
          partyIds: partyIds.filter((_, bit) => ((i + 1) & (1 << bit)) !== 0),
          value: yuan(values[i + 1] as bigint),
        }));
        const answer = computeShapleyValue({ currency, partyIds, coalitions }, { decimals: 2, remainder });
        if (!answer.ok) throw new Error(answer.problem.code);
        const amounts = outcomeOf(answer.value).parties.map(({ amount }) => BigInt(amount.replace(".", "")));
        const { sums, orders } = shapleySums(n, (group) => (group === 0 ? 0n : (values[group] as bigint)));
        expect(amounts.reduce((a, b) => a + b, 0n)).toBe(values[(1 << n) - 1]);
        amounts.forEach((amount, i) => {
          const off = amount * orders - (sums[i] as bigint);
          expect(off < orders && off > -orders).toBe(true);
        });
      },
    ),
    { seed, numRuns: 500 },
  );
});

test("a Nash bargain gives nobody less than the fallback, and adds up", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.bigInt({ min: -50_000n, max: 50_000n }), fc.bigInt({ min: 0n, max: 9n })), { minLength: 1, maxLength: 5 }),
      fc.bigInt({ min: 0n, max: 1_000_000n }),
      order,
      (given, gain, remainder) => {
        fc.pre(given.some(([, power]) => power > 0n));
        const total = given.reduce((sum, [fallback]) => sum + fallback, gain);
        const parties = given.map(([fallback], i) => ({ partyId: `P${i}`, fallback: yuan(fallback) }));
        const powers = given.map(([, power], i) => ({ partyId: `P${i}`, power: String(power) }));
        const answer = computeNashBargain({ total: { amount: yuan(total), currency }, parties }, { powers, decimals: 2, remainder });
        if (!answer.ok) throw new Error(answer.problem.code);
        const expected = splitUnits(
          gain,
          given.map(([, power]) => power),
          remainder,
        ).map((part, i) => yuan(part + (given[i]?.[0] as bigint)));
        expect(answer.value.outcome.parties.map(({ amount }) => amount)).toStrictEqual(expected);
      },
    ),
    { seed, numRuns: 500 },
  );
});
