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
import { bestOrder, expectation, type PlayedContract, play, type Season, type SpreadDemand } from "../support/contracts-oracle.js";

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
  fc.record({ kind: fc.constant("quantity_discount" as const), dealerPercent: fc.bigInt({ min: 0n, max: 100n }) }),
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
  one.kind === "quantity_discount"
    ? { kind: one.kind, dealerShare: String(Number(one.dealerPercent) / 100) }
    : one.kind === "revenue_share"
      ? { kind: one.kind, unitPrice: String(one.unitPrice), keeps: String(Number(one.keepsPercent) / 100) }
      : one.kind === "buy_back"
        ? { kind: one.kind, unitPrice: String(one.unitPrice), credit: String(one.credit), salvage: one.salvage }
        : one.kind === "two_part"
          ? { kind: one.kind, unitPrice: String(one.unitPrice), fee: String(one.fee) }
          : { kind: one.kind, unitPrice: String(one.unitPrice) };

/** An expectation of the oracle, as a number. */
const mean = (sum: bigint, { demands }: Season) => Number(sum) / (100 * demands.length);
const close = (found: string, expected: number) => expect(Math.abs(Number(found) - expected)).toBeLessThan(1e-9);

test("three thousand seasons played through, under every contract: profits and best orders agree", () => {
  const answered = new Map<string, number>();
  fc.assert(
    fc.property(season, contract, (given, one) => {
      const answer = evaluateNewsvendorContract(marketOf(given), { ...exactly, contract: written(one) });
      if (!answer.ok) return;
      answered.set(one.kind, (answered.get(one.kind) ?? 0) + 1);
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
    { seed, numRuns: 3000 },
  );
  for (const kind of ["wholesale", "two_part", "buy_back", "revenue_share", "quantity_discount"]) {
    expect(answered.get(kind), kind).toBeGreaterThan(200);
  }
});

/** What both parties have of one season in which so much is asked for, in doubles; a quantity discount by its average sales. */
function cash(market: NewsvendorMarket, contract: NewsvendorContract, order: number, demand: number, averageSales: number) {
  const [price, salvage, makerCost, dealerCost, makerGoodwill, dealerGoodwill] = (
    ["price", "salvage", "makerCost", "dealerCost", "makerGoodwill", "dealerGoodwill"] as const
  ).map((name) => Number(market[name])) as [number, number, number, number, number, number];
  const sold = Math.min(order, demand);
  const takings = price * sold + salvage * (order - sold);
  const paid = (() => {
    switch (contract.kind) {
      case "wholesale":
        return Number(contract.unitPrice) * order;
      case "two_part":
        return Number(contract.unitPrice) * order + Number(contract.fee);
      case "buy_back":
        return (
          Number(contract.unitPrice) * order - (Number(contract.credit) - (contract.salvage === "replaced" ? salvage : 0)) * (order - sold)
        );
      case "revenue_share":
        return Number(contract.unitPrice) * order + (1 - Number(contract.keeps)) * takings;
      case "quantity_discount": {
        const share = Number(contract.dealerShare);
        const stake = price - salvage + makerGoodwill + dealerGoodwill;
        const flat = share * (makerCost + dealerCost - salvage) - dealerCost + salvage;
        return ((1 - share) * stake - makerGoodwill) * averageSales + flat * order;
      }
    }
  })();
  const missed = demand - sold;
  return {
    dealer: takings - dealerCost * order - dealerGoodwill * missed - paid,
    maker: paid - makerCost * order - makerGoodwill * missed,
  };
}

test("a thousand seasons of normal, lognormal, Poisson and uniform demand, integrated: profits agree to 1e-9, and no other order is better", () => {
  const shapes: fc.Arbitrary<SpreadDemand> = fc.oneof(
    // at least three deviations from 0, as the model wants it
    fc
      .record({
        kind: fc.constant("normal" as const),
        mean: fc.integer({ min: 100, max: 900 }),
        hundredths: fc.integer({ min: 1, max: 33 }),
      })
      .map(({ kind, mean, hundredths }) => ({ kind, mean, deviation: (mean * hundredths) / 100 })),
    fc.record({
      kind: fc.constant("lognormal" as const),
      logMean: fc.integer({ min: 2, max: 6 }),
      logDeviation: fc.integer({ min: 1, max: 10 }).map((tenths) => tenths / 10),
    }),
    fc.record({ kind: fc.constant("poisson" as const), mean: fc.integer({ min: 1, max: 80 }) }),
    fc
      .record({ kind: fc.constant("uniform" as const), from: fc.integer({ min: 0, max: 100 }), width: fc.integer({ min: 1, max: 900 }) })
      .map(({ kind, from, width }) => ({ kind, from, to: from + width })),
  );
  const places: NewsvendorRounding = {
    quantity: { decimals: 6, mode: "half_up" },
    salesDecimals: 30,
    profit: { decimals: 12, mode: "half_up" },
  };
  const answered = new Map<string, number>();
  fc.assert(
    fc.property(season, contract, shapes, (given, one, shape) => {
      const { kind, ...numbers } = shape;
      const demand = { kind, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) };
      const market = { ...marketOf(given), demand } as NewsvendorMarket;
      const terms = written(one);
      const answer = evaluateNewsvendorContract(market, { ...places, contract: terms });
      if (!answer.ok) return;
      const { quantity, channelQuantity, dealerProfit, makerProfit, channelProfit, expectedSales, bestProfit } = answer.value.outcome;
      // where nothing is ordered nothing is sold, also of a demand that could be below 0
      if (kind === "normal" && (Number(quantity) === 0 || Number(channelQuantity) === 0)) return;
      answered.set(kind, (answered.get(kind) ?? 0) + 1);
      const profits = (order: number) => {
        const sales = expectation(shape, order, (asked) => Math.min(order, asked));
        const of = (party: "dealer" | "maker") => expectation(shape, order, (asked) => cash(market, terms, order, asked, sales)[party]);
        return { sales, dealer: of("dealer"), maker: of("maker") };
      };
      const order = Number(quantity);
      const played = profits(order);
      // of a scale of thousands, nine digits behind the point of one
      const scale = 1 + Math.abs(played.dealer) + Math.abs(played.maker) + 40 * order;
      const agree = (found: string | number, expected: number) => expect(Math.abs(Number(found) - expected) / scale).toBeLessThan(1e-9);
      agree(dealerProfit, played.dealer);
      agree(makerProfit, played.maker);
      agree(channelProfit, played.dealer + played.maker);
      agree(expectedSales, played.sales);
      for (const step of [-0.01, 0.01]) {
        const other = kind === "poisson" ? order + Math.sign(step) * Math.ceil(Math.abs(step) * order + 1e-9) : order * (1 + step);
        if (other < 0) continue;
        expect((profits(other).dealer - played.dealer) / scale).toBeLessThan(1e-9);
      }
      const best = profits(Number(channelQuantity));
      agree(bestProfit, best.dealer + best.maker);
      const wider = profits(Number(channelQuantity) * 1.02 + (kind === "poisson" ? 1 : 0));
      expect((wider.dealer + wider.maker - best.dealer - best.maker) / scale).toBeLessThan(1e-9);
    }),
    { seed, numRuns: 1000 },
  );
  for (const kind of ["normal", "lognormal", "poisson", "uniform"]) expect(answered.get(kind), kind).toBeGreaterThan(100);
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
