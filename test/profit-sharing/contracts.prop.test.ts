/** Laws of channel contracts, and a second implementation that plays every season through. */
import fc from "fast-check";
import {
  buildCoordinatingContract,
  convertContract,
  evaluateNewsvendorContract,
  type NewsvendorContract,
  type NewsvendorMarket,
  type NewsvendorRounding,
} from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { bestOrder, type PlayedContract, play, type Season } from "../support/contracts-oracle.js";

const seed = 20240101;
const exactly: NewsvendorRounding = {
  quantity: { decimals: 0, mode: "half_up" },
  salesDecimals: 30,
  profit: { decimals: 12, mode: "half_up" },
};
const small = fc.bigInt({ min: 0n, max: 6n });

const season: fc.Arbitrary<Season> = fc
  .record({
    demands: fc.array(fc.bigInt({ min: 0n, max: 40n }), { minLength: 1, maxLength: 8 }),
    price: fc.bigInt({ min: 12n, max: 40n }),
    salvage: small,
    dealerCost: small,
    makerGoodwill: small,
    dealerGoodwill: small,
    above: fc.bigInt({ min: 1n, max: 10n }),
  })
  .map(({ above, ...rest }) => ({ ...rest, makerCost: rest.salvage + above }));

const contract: fc.Arbitrary<PlayedContract> = fc.oneof(
  fc.record({ kind: fc.constant("wholesale" as const), unitPrice: fc.bigInt({ min: 0n, max: 40n }) }),
  fc.record({
    kind: fc.constant("two_part" as const),
    unitPrice: fc.bigInt({ min: 0n, max: 40n }),
    fee: fc.bigInt({ min: -50n, max: 50n }),
  }),
  fc.record({
    kind: fc.constant("buy_back" as const),
    unitPrice: fc.bigInt({ min: 0n, max: 40n }),
    credit: fc.bigInt({ min: 0n, max: 20n }),
    salvage: fc.constantFrom("kept" as const, "replaced" as const),
  }),
  fc.record({
    kind: fc.constant("revenue_share" as const),
    unitPrice: fc.bigInt({ min: 0n, max: 20n }),
    keepsPercent: fc.bigInt({ min: 0n, max: 100n }),
  }),
);

const marketOf = ({ demands, ...rest }: Season): NewsvendorMarket => ({
  currency: "CNY",
  demand: { kind: "empirical", seen: demands.map((demand) => ({ demand: String(demand), weight: "1" })) },
  ...(Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])) as Omit<
    NewsvendorMarket,
    "currency" | "demand"
  >),
});

const written = (one: PlayedContract): NewsvendorContract =>
  one.kind === "revenue_share"
    ? { kind: one.kind, unitPrice: String(one.unitPrice), keeps: String(Number(one.keepsPercent) / 100) }
    : one.kind === "buy_back"
      ? { kind: one.kind, unitPrice: String(one.unitPrice), credit: String(one.credit), salvage: one.salvage }
      : one.kind === "two_part"
        ? { kind: one.kind, unitPrice: String(one.unitPrice), fee: String(one.fee) }
        : { kind: one.kind, unitPrice: String(one.unitPrice) };

/** An expectation of the oracle, as a number. */
const mean = (sum: bigint, { demands }: Season) => Number(sum) / (100 * demands.length);
const close = (found: string, expected: number) => expect(Math.abs(Number(found) - expected)).toBeLessThan(1e-9);

test("two thousand seasons played through: profits and best orders agree", () => {
  let answered = 0;
  fc.assert(
    fc.property(season, contract, (given, one) => {
      const answer = evaluateNewsvendorContract(marketOf(given), { ...exactly, contract: written(one) });
      if (!answer.ok) return;
      answered++;
      const { quantity, channelQuantity, dealerProfit, makerProfit, bestProfit, coordinates } = answer.value.outcome;
      expect(coordinates).toBe(quantity === channelQuantity);
      const played = play(given, one, BigInt(quantity));
      close(dealerProfit, mean(played.dealer, given));
      close(makerProfit, mean(played.maker, given));
      const joint = (order: bigint) => play(given, one, order).dealer + play(given, one, order).maker;
      expect(joint(BigInt(channelQuantity))).toBe(joint(bestOrder(given, joint)));
      close(bestProfit, mean(joint(BigInt(channelQuantity)), given));
      const own = (order: bigint) => play(given, one, order).dealer;
      expect(own(BigInt(quantity))).toBe(own(bestOrder(given, own)));
    }),
    { seed, numRuns: 2000 },
  );
  expect(answered).toBeGreaterThan(1000);
});

test("at a given order the channel earns the same under every contract", () => {
  fc.assert(
    fc.property(season, contract, contract, fc.bigInt({ min: 0n, max: 60n }), (given, one, other, order) => {
      const facts = { ...marketOf(given), quantity: String(order) };
      const [a, b] = [one, other].map((each) => evaluateNewsvendorContract(facts, { ...exactly, contract: written(each) }));
      if (!a?.ok || !b?.ok) return;
      expect(a.value.outcome.channelProfit).toBe(b.value.outcome.channelProfit);
    }),
    { seed, numRuns: 500 },
  );
});

test("a buy-back and the revenue share it converts to pay both parties the same at every order, and bring about the same one", () => {
  fc.assert(
    fc.property(
      season,
      fc.integer({ min: 1, max: 99 }),
      fc.bigInt({ min: 0n, max: 10n }),
      fc.bigInt({ min: 0n, max: 60n }),
      (given, percent, unitPrice, order) => {
        const market = marketOf(given);
        const share = { kind: "revenue_share" as const, unitPrice: String(unitPrice), keeps: String(percent / 100) };
        const converted = convertContract({ currency: "CNY", price: market.price, salvage: market.salvage }, { contract: share });
        if (!converted.ok) throw new Error(converted.problem.code);
        for (const quantity of [String(order), undefined]) {
          const [a, b] = [share, converted.value.outcome].map((each) =>
            evaluateNewsvendorContract({ ...market, quantity }, { ...exactly, contract: each }),
          );
          if (!a?.ok || !b?.ok) {
            expect(a?.ok).toBe(b?.ok);
            return;
          }
          expect(b.value.outcome).toStrictEqual(a.value.outcome);
        }
        const back = convertContract(
          { currency: "CNY", price: market.price, salvage: market.salvage },
          { contract: converted.value.outcome },
        );
        if (back.ok && "keeps" in back.value.outcome)
          expect(Math.abs(Number(back.value.outcome.keeps) - percent / 100)).toBeLessThan(1e-15);
      },
    ),
    { seed, numRuns: 500 },
  );
});

test("a coordinating contract coordinates, splits as promised, and loses nothing", () => {
  const kinds = fc.constantFrom("two_part" as const, "buy_back" as const, "revenue_share" as const, "quantity_discount" as const);
  let built = 0;
  fc.assert(
    fc.property(season, kinds, fc.integer({ min: 1, max: 100 }), (given, kind, percent) => {
      const market = marketOf(given);
      const answer = buildCoordinatingContract(market, { ...exactly, kind, dealerShare: String(percent / 100) });
      if (!answer.ok) return;
      built++;
      const { contract: terms, quantity, dealerProfit, channelProfit } = answer.value.outcome;
      const judged = evaluateNewsvendorContract(market, { ...exactly, contract: terms });
      // a share that leaves the dealer nothing at stake in the end is refused there
      if (!judged.ok) throw new Error(judged.problem.code);
      expect(judged.value.outcome.coordinates).toBe(true);
      expect(judged.value.outcome.bestProfit).toBe(channelProfit);
      const share = percent / 100;
      const average = given.demands.reduce((a, b) => a + Number(b), 0) / given.demands.length;
      const moved =
        kind === "two_part" ? 0 : average * (share * Number(given.makerGoodwill + given.dealerGoodwill) - Number(given.dealerGoodwill));
      close(dealerProfit, share * Number(channelProfit) + moved);
      expect(quantity).toBe(judged.value.outcome.channelQuantity);
    }),
    { seed, numRuns: 1000 },
  );
  expect(built).toBeGreaterThan(500);
});

test("under a coordinating contract the dealer earns its share of the channel's profit at every order, not only at the best one", () => {
  const kinds = fc.constantFrom("buy_back" as const, "revenue_share" as const, "quantity_discount" as const);
  fc.assert(
    fc.property(season, kinds, fc.integer({ min: 1, max: 100 }), fc.bigInt({ min: 1n, max: 60n }), (given, kind, percent, order) => {
      const market = marketOf(given);
      const built = buildCoordinatingContract(market, { ...exactly, kind, dealerShare: String(percent / 100) });
      if (!built.ok) return;
      const judged = evaluateNewsvendorContract(
        { ...market, quantity: String(order) },
        { ...exactly, contract: built.value.outcome.contract },
      );
      if (!judged.ok) throw new Error(judged.problem.code);
      // the channel's profit by playing the season through, under whatever contract: a transfer moves none of it
      const played = play(given, { kind: "wholesale", unitPrice: 1n }, order);
      const share = percent / 100;
      const average = given.demands.reduce((a, b) => a + Number(b), 0) / given.demands.length;
      const moved = average * (share * Number(given.makerGoodwill + given.dealerGoodwill) - Number(given.dealerGoodwill));
      close(judged.value.outcome.channelProfit, mean(played.dealer + played.maker, given));
      close(judged.value.outcome.dealerProfit, share * mean(played.dealer + played.maker, given) + moved);
    }),
    { seed, numRuns: 500 },
  );
});
