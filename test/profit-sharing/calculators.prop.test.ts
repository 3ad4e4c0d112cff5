/** Laws of the calculators of profit, exclusivity and switching, and a second implementation in whole fen beside them. */
import fc from "fast-check";
import {
  type CatchUpStep,
  compareExclusivity,
  compareHorizons,
  computeExclusivityBreakEven,
  computeExclusivityCompensation,
  computeExclusivityCost,
  computeGoodwillIndemnity,
  computeGrossProfit,
  computeMovementRisk,
  computeOfficeBenefit,
  computeProfitQuotas,
  computeProfitShare,
  computePurchaserBenefit,
  computePurchaseShortfall,
  computeSeasonalIndex,
  computeShortTermProfit,
  computeSwitchingCost,
  computeUnitProfit,
  evaluateParticipation,
  evaluateRiskSharing,
  evaluateSwitch,
  evaluateWinWin,
  exampleQuotaPolicy,
  inferSwitchingCosts,
  type PeriodProfit,
  scoreManufacturer,
  splitWaterfall,
  type WaterfallStep,
} from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { pour, present, profitLedger, rounded, yuanOf } from "../support/profit-sharing-oracle.js";
import { cents, figureOf } from "../support/sharing.js";
import { splitUnits } from "../support/splits-oracle.js";

const settings = { seed: 20240101, numRuns: 300 };
const currency = "CNY";
const fen = fc.bigInt({ min: 0n, max: 1_000_000n });
const signed = fc.bigInt({ min: -1_000_000n, max: 1_000_000n });
const units = fc.bigInt({ min: 0n, max: 5000n });
const percent = fc.bigInt({ min: 0n, max: 100n });
const rate = (hundredths: bigint) => String(Number(hundredths) / 100);
const sum = (all: readonly bigint[]) => all.reduce((a, b) => a + b, 0n);
const worth = (amounts: readonly bigint[], hundredths: bigint) => rounded(...present(amounts, hundredths));

describe("short-term profit", () => {
  test("S19-143, S19-144: gross profit and short-term profit are those of the fen, and a dearer purchase never earns more", () => {
    fc.assert(
      fc.property(fen, fen, units, fc.array(signed, { maxLength: 4 }), fen, (sell, buy, volume, items, more) => {
        const facts = { currency, unitSellingPrice: yuanOf(sell), unitPurchasePrice: yuanOf(buy), volume: String(volume) };
        const gross = (sell - buy) * volume;
        expect(figureOf(computeGrossProfit(facts, { rounding: cents })).amount).toBe(yuanOf(gross));
        const named = items.map((amount, i) => ({ id: `I${i}`, amount: yuanOf(amount) }));
        expect(figureOf(computeShortTermProfit({ ...facts, items: named }, { rounding: cents })).amount).toBe(yuanOf(gross + sum(items)));
        const dearer = { ...facts, unitPurchasePrice: yuanOf(buy + more) };
        expect(Number(figureOf(computeGrossProfit(dearer, { rounding: cents })).amount)).toBeLessThanOrEqual(Number(yuanOf(gross)));
      }),
      settings,
    );
  });

  test("S19-117: what the purchaser gains by a concession is exactly what was conceded", () => {
    fc.assert(
      fc.property(fen, fen, fen, units, (resale, buy, concession, quantity) => {
        const of = (unitConcession: bigint) =>
          figureOf(
            computePurchaserBenefit(
              {
                currency,
                unitResalePrice: yuanOf(resale),
                unitPurchasePrice: yuanOf(buy),
                unitConcession: yuanOf(unitConcession),
                quantity: String(quantity),
              },
              { rounding: cents },
            ),
          ).amount;
        expect(of(concession)).toBe(yuanOf((resale - buy + concession) * quantity));
        expect(of(0n)).toBe(yuanOf((resale - buy) * quantity));
      }),
      settings,
    );
  });

  test("S19-112: a longer line never has the larger selling cost per unit, and every unit bears the same", () => {
    fc.assert(
      fc.property(
        fen,
        fc.array(fc.tuple(fen, fen, units), { minLength: 1, maxLength: 4 }),
        fc.bigInt({ min: 1n, max: 500n }),
        (cost, line, more) => {
          fc.pre(line.some(([, , volume]) => volume > 0n));
          const of = (given: typeof line) =>
            figureOf(
              computeUnitProfit(
                {
                  currency,
                  sharedSellingCost: yuanOf(cost),
                  products: given.map(([sell, buy, volume], i) => ({
                    id: `P${i}`,
                    unitSellingPrice: yuanOf(sell),
                    unitPurchasePrice: yuanOf(buy),
                    volume: String(volume),
                  })),
                },
                { rounding: cents },
              ),
            );
          const found = of(line);
          const volume = sum(line.map(([, , one]) => one));
          expect(found.unitSellingCost).toBe(yuanOf(rounded(cost, volume)));
          expect(found.products.map(({ unitProfit }) => unitProfit)).toStrictEqual(
            line.map(([sell, buy]) => yuanOf(rounded((sell - buy) * volume - cost, volume))),
          );
          expect(Number(of([...line, [0n, 0n, more]]).unitSellingCost)).toBeLessThanOrEqual(Number(found.unitSellingCost));
        },
      ),
      settings,
    );
  });
});

describe("risk and the dealer's view", () => {
  test("S19-157: the indices of the seasons average exactly 1, and a flat series has no risk", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 1000 }), (volumes, flat) => {
        fc.pre(volumes.some((one) => one > 0));
        const of = (given: readonly number[]) =>
          figureOf(
            computeSeasonalIndex(
              { volumes: given.map((volume, i) => ({ season: `S${i}`, volume: String(volume) })) },
              { fullRiskAt: "1", decimals: 4 },
            ),
          );
        const { seasons, dispersion } = of(volumes);
        expect(seasons.reduce((all, { index }) => all + Math.round(Number(index) * 10_000), 0)).toBe(10_000 * seasons.length);
        const mean = volumes.reduce((a, b) => a + b, 0) / volumes.length;
        const deviation = Math.sqrt(volumes.reduce((all, one) => all + (one - mean) ** 2, 0) / volumes.length);
        expect(Math.abs(Number(dispersion) - deviation / mean)).toBeLessThan(5.001e-5);
        expect(of(volumes.map(() => flat))).toMatchObject({ dispersion: "0", risk: "0" });
      }),
      settings,
    );
  });

  test("S19-158: the more is sold from a stock, the smaller the risk", () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(500),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 12 }),
        (sold, more, stock, good) => {
          const of = (volume: number) =>
            figureOf(
              computeMovementRisk({ sold: String(volume), averageStock: String(stock) }, { goodTurnover: String(good), decimals: 6 }),
            );
          const found = of(sold);
          expect(found.movement).toBe(sold >= stock * good ? "hot_selling" : "slow_moving");
          expect(Math.abs(Number(found.risk) - Math.max(0, 1 - sold / stock / good))).toBeLessThan(5.001e-7);
          expect(Number(of(sold + more).risk)).toBeLessThanOrEqual(Number(found.risk));
        },
      ),
      settings,
    );
  });

  test("S19-151: whoever joins goes on joining when a profit rises or the risk falls", () => {
    fc.assert(
      fc.property(
        signed,
        signed,
        signed,
        percent,
        fc.bigInt({ min: 0n, max: 9999n }),
        percent,
        (now, later, reservation, risk, more, aversion) => {
          const money = (amount: bigint) => ({ amount: yuanOf(amount), currency });
          const decide = (shortTerm: bigint, expected: bigint, hundredths: bigint) =>
            figureOf(
              evaluateParticipation(
                { shortTerm: money(shortTerm), expected: money(expected), risk: rate(hundredths), reservation: money(reservation) },
                { riskAversion: rate(aversion), rounding: cents },
              ),
            ).decision;
          const size = later < 0n ? -later : later;
          const value = rounded((now + later) * 10_000n - size * risk * aversion, 10_000n);
          const decision = decide(now, later, risk);
          expect(decision).toBe(value >= reservation ? "joins" : "stays_out");
          if (decision !== "joins") return;
          expect(decide(now + more, later, risk)).toBe("joins");
          expect(decide(now, later + more, risk)).toBe("joins");
          expect(decide(now, later, risk / 2n)).toBe("joins");
        },
      ),
      settings,
    );
  });

  test("S02-20: a deal is win-win where and only where nobody has less than without it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(signed, fc.option(signed, { nil: undefined })), { maxLength: 4 }), (given) => {
        const parties = given.map(([profit, reservation], i) => ({
          id: `P${i}`,
          profit: yuanOf(profit),
          reservation: reservation === undefined ? undefined : yuanOf(reservation),
        }));
        const isLost = given.some(([profit, reservation]) => reservation !== undefined && profit < reservation);
        const isKnown = given.length > 0 && given.every(([, reservation]) => reservation !== undefined);
        expect(figureOf(evaluateWinWin({ currency, parties })).verdict).toBe(isLost ? "not_win_win" : isKnown ? "win_win" : "unknown");
      }),
      settings,
    );
  });

  test("S19-150, S19-156: a better factor never makes a maker less attractive, and a higher risk never more", () => {
    const criterion = (code: string, weight: string) =>
      ({
        code,
        title: { en: code, zh: code },
        fact: code,
        weight,
        scale: { kind: "direct", full: "100" },
        missing: { then: "fail" },
      }) as const;
    const scorecard = {
      version: "laws",
      weights: "keys",
      minimumCoverage: "1",
      places: 2,
      rounding: "half_up",
      criteria: [criterion("plans", "3"), criterion("finances", "2")],
      grades: [{ grade: "any", from: "0" }],
    } as const;
    const point = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(point, point, point, percent, percent, percent, (plans, finances, more, risk, riskMore, weight) => {
        const of = (own: number, hundredths: bigint) => {
          const values = { plans: String(Math.min(100, own)), finances: String(finances) };
          const policy = { scorecard, riskWeight: rate(weight), decimals: 4 };
          const scored = scoreManufacturer({ outlook: { values }, risk: rate(hundredths > 100n ? 100n : hundredths) }, policy);
          return Number(figureOf(scored).attractiveness);
        };
        expect(of(plans + more, risk)).toBeGreaterThanOrEqual(of(plans, risk));
        expect(of(plans, risk + riskMore)).toBeLessThanOrEqual(of(plans, risk));
      }),
      { ...settings, numRuns: 200 },
    );
  });

  test("S19-149: under a policy without warnings an agent whose index is no lower never has the smaller quota", () => {
    const point = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(point, fc.boolean()), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 30 }),
        (given, above) => {
          fc.pre(given.some(([one]) => one > 0));
          const members = given.map(([one, isAgent], i) => ({
            memberId: `M${i}`,
            memberClass: isAgent ? "agent" : "distributor",
            factors: {
              yearlySales: String(one * 100_000),
              managementLevel: String(one),
              cooperationSpirit: String(one),
              serviceLevel: String(one),
              downstreamCustomers: String(one * 2),
            },
          }));
          const classes = [
            { memberClass: "agent", weight: String(1 + above / 10) },
            { memberClass: "distributor", weight: "1" },
          ];
          const amount = { amount: "1000.01", currency };
          const found = figureOf(computeProfitQuotas({ members, amount }, { ...exampleQuotaPolicy, classes, quotaDecimals: 2 }));
          expect(found.warnings).toStrictEqual([]);
          const weights = given.map(([one, isAgent]) => BigInt(one * (isAgent ? 10 + above : 10)));
          expect(found.members.map((member) => member.amount)).toStrictEqual(
            splitUnits(100_001n, weights, "largest_fraction_first").map(yuanOf),
          );
          for (const agent of found.members.filter(({ memberClass }) => memberClass === "agent")) {
            for (const other of found.members.filter(({ memberClass }) => memberClass === "distributor")) {
              if (Number(agent.index) < Number(other.index) || (agent.index === other.index && above === 0)) continue;
              expect(Number(agent.quota)).toBeGreaterThanOrEqual(Number(other.quota));
              expect(Number(agent.amount)).toBeGreaterThanOrEqual(Number(other.amount));
            }
          }
        },
      ),
      settings,
    );
  });
});

describe("horizons and exclusivity", () => {
  const stream = fc.array(signed, { minLength: 3, maxLength: 6 });
  const profits = (amounts: readonly bigint[]): readonly PeriodProfit[] =>
    amounts.map((amount, period) => ({ period, profit: yuanOf(amount) }));

  test("S19-111: both horizons are those of the fractions, and what is better is never the lesser one", () => {
    fc.assert(
      fc.property(stream, stream, fc.bigInt({ min: 0n, max: 200n }), (one, other, hundredths) => {
        const longPeriods = Math.min(one.length, other.length);
        const policy = { discountRate: rate(hundredths), shortPeriods: 2, longPeriods, rounding: cents };
        const found = figureOf(compareExclusivity({ currency, exclusive: profits(one), multiBrand: profits(other) }, policy));
        for (const [horizon, periods] of [
          [found.short, 2],
          [found.long, longPeriods],
        ] as const) {
          const [a, under] = present(one.slice(0, periods), hundredths);
          const [b] = present(other.slice(0, periods), hundredths);
          expect([horizon.exclusive, horizon.multiBrand]).toStrictEqual([yuanOf(rounded(a, under)), yuanOf(rounded(b, under))]);
          expect(horizon.better).toBe(a > b ? "exclusive" : a < b ? "multi_brand" : "equal");
        }
        const three = [
          { id: "a", profits: profits(one) },
          { id: "b", profits: profits(other) },
          { id: "c", profits: profits(one.map((amount) => amount - 1n)) },
        ];
        const { values, longPreferred } = figureOf(compareHorizons({ currency, options: three }, policy));
        expect(values.map(({ long }) => long)).toStrictEqual(
          [one, other, one.map((amount) => amount - 1n)].map((amounts) => yuanOf(worth(amounts.slice(0, longPeriods), hundredths))),
        );
        expect(longPreferred).toBe(found.long.better === "equal" ? null : found.long.better === "exclusive" ? "a" : "b");
      }),
      settings,
    );
  });

  test("S19-113: the components of the cost are those of the fen, add up, and one line more dropped never costs less", () => {
    const line = fc.tuple(units, fen);
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        line,
        fc.bigInt({ min: 1n, max: 5000n }),
        fen,
        percent,
        (lines, more, remaining, shared, risk) => {
          const of = (given: readonly (readonly [bigint, bigint])[]) =>
            figureOf(
              computeExclusivityCost(
                {
                  currency,
                  droppedLines: given.map(([volume, unitProfit], i) => ({
                    productLineId: `L${i}`,
                    volume: String(volume),
                    unitProfit: yuanOf(unitProfit),
                  })),
                  remainingVolume: String(remaining),
                  sharedSellingCost: yuanOf(shared),
                },
                { risk: { kind: "rate", rate: rate(risk) }, rounding: cents },
              ),
            );
          const found = of(lines);
          const lost = sum(lines.map(([volume, profit]) => volume * profit));
          const dropped = sum(lines.map(([volume]) => volume));
          const parts = [lost, rounded(shared * dropped, remaining + dropped), rounded(lost * risk, 100n)];
          expect([found.lostProfit, found.addedSellingCost, found.addedRiskCost]).toStrictEqual(parts.map(yuanOf));
          expect(found.total).toBe(yuanOf(sum(parts)));
          expect(Number(of([...lines, more]).total)).toBeGreaterThanOrEqual(Number(found.total));
        },
      ),
      settings,
    );
  });

  test("S19-114: the compensation is that of the fen, term by term, and never above its cap", () => {
    const period = fc.tuple(fen, fen, fc.boolean());
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 5 }),
        fc.bigInt({ min: 0n, max: 100n }),
        percent,
        fc.array(fen, { maxLength: 3 }),
        fc.option(fen, { nil: undefined }),
        (given, hundredths, risk, investments, cap) => {
          const found = figureOf(
            computeExclusivityCompensation(
              {
                asOf: "2024-01-01",
                currency,
                term: { start: "2024-01-01", end: "2025-01-01" },
                investments: investments.map(yuanOf),
                periods: given.map(([lost, gained, proven], i) => ({
                  period: i,
                  lost: yuanOf(lost),
                  gained: yuanOf(gained),
                  evidenceIds: proven ? ["E"] : [],
                })),
              },
              {
                discountRate: rate(hundredths),
                risk: { kind: "rate", rate: rate(risk) },
                evidence: "required",
                cap: cap === undefined ? undefined : yuanOf(cap),
                rounding: cents,
              },
            ),
          );
          const lostProfit = worth(
            given.map(([lost, gained, proven]) => (proven && lost > gained ? lost - gained : 0n)),
            hundredths,
          );
          const premium = rounded(lostProfit * risk, 100n);
          const whole = lostProfit + premium + sum(investments);
          const paid = cap !== undefined && cap < whole ? cap : whole;
          expect(found).toMatchObject({
            lostProfit: yuanOf(lostProfit),
            riskPremium: yuanOf(premium),
            investments: yuanOf(sum(investments)),
            compensation: yuanOf(paid),
            aboveCap: yuanOf(whole - paid),
          });
          expect(found.unprovenPeriods).toStrictEqual(given.flatMap(([lost, , proven], i) => (proven || lost === 0n ? [] : [i])));
        },
      ),
      settings,
    );
  });

  test("S19-114: the maker's break-even is that of the fen, and a higher compensation never comes back earlier", () => {
    const period = fc.tuple(fc.bigInt({ min: -100n, max: 1000n }), fc.bigInt({ min: 0n, max: 100_000n }));
    fc.assert(
      fc.property(
        fc.array(period, { minLength: 1, maxLength: 5 }),
        fc.bigInt({ min: 1n, max: 10_000n }),
        fc.bigInt({ min: 0n, max: 5_000_000n }),
        fc.bigInt({ min: 0n, max: 1_000_000n }),
        fc.bigInt({ min: 0n, max: 100n }),
        (given, margin, compensation, more, hundredths) => {
          const of = (paid: bigint) =>
            figureOf(
              computeExclusivityBreakEven(
                {
                  currency,
                  unitMargin: yuanOf(margin),
                  compensation: yuanOf(paid),
                  periods: given.map(([volume, support], i) => ({ period: i, addedVolume: String(volume), support: yuanOf(support) })),
                },
                { discountRate: rate(hundredths), volumeDecimals: 0, rounding: cents },
              ),
            );
          const found = of(compensation);
          const gained = worth(
            given.map(([volume]) => volume * margin),
            hundredths,
          );
          const spent = worth(
            given.map(([, support]) => support),
            hundredths,
          );
          expect(found.net).toBe(yuanOf(gained - spent - compensation));
          expect(found.breakEvenVolume).toBe(String((compensation + margin - 1n) / margin));
          // the last period by whose end the sum so far falls short; the break-even is the one after it
          const nets = given.map(([volume, support]) => volume * margin - support);
          const short = nets.map((_, t) => {
            const [over, under] = present(nets.slice(0, t + 1), hundredths);
            return over < compensation * under;
          });
          const last = short.lastIndexOf(true);
          expect(found.breakEvenPeriod).toBe(last === nets.length - 1 ? null : last + 1);
          const later = of(compensation + more).breakEvenPeriod;
          if (later !== null) expect(found.breakEvenPeriod ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(later);
        },
      ),
      settings,
    );
  });

  test("S19-115: a contract on risk is expected to pay what its shares say, and neither makes nor loses a fen", () => {
    const chance = fc.tuple(fc.integer({ min: 0, max: 100 }), signed);
    fc.assert(
      fc.property(chance, signed, chance, signed, percent, percent, fen, fen, (good, goodElse, bad, badElse, up, down, base, effort) => {
        const chances = ([likely, profit]: readonly [number, bigint], other: bigint) => [
          { probability: String(likely / 100), profit: yuanOf(profit) },
          { probability: String((100 - likely) / 100), profit: yuanOf(other) },
        ];
        const parties = [
          { partyId: "dealer", reservation: "0", effort: yuanOf(effort) },
          { partyId: "maker", reservation: "0", effort: "0" },
        ];
        const shares = [
          { partyId: "dealer", base: yuanOf(base), upside: rate(up), downside: rate(down) },
          { partyId: "maker", base: "0", upside: rate(100n - up), downside: rate(100n - down) },
        ];
        const facts = { currency, cooperating: chances(good, goodElse), defecting: chances(bad, badElse), parties };
        const found = figureOf(evaluateRiskSharing(facts, { shares, decimals: 2, remainder: "contract_order" }));
        // the dealer is first in the contract, so that a cut part of it is raised by the odd fen
        const part = (profit: bigint) => {
          const deviation = profit - base;
          const over = (deviation < 0n ? -deviation : deviation) * (deviation < 0n ? down : up);
          const size = (over + 99n) / 100n;
          return base + (deviation < 0n ? -size : size);
        };
        const expected = ([likely, profit]: readonly [number, bigint], other: bigint) =>
          BigInt(likely) * part(profit) + BigInt(100 - likely) * part(other);
        const joint = expected(good, goodElse) - 100n * effort;
        const alone = expected(bad, badElse);
        expect(found.parties[0]?.participates).toBe(joint >= 0n);
        expect(found.parties[0]?.cooperates).toBe(joint > alone);
        expect(Math.abs(Number(found.parties[0]?.cooperating) * 10_000 - Number(joint))).toBeLessThan(0.5);
        expect(found.payouts).toStrictEqual([good[1], goodElse].map((profit) => [part(profit), profit - part(profit)].map(yuanOf)));
      }),
      settings,
    );
  });
});

describe("replacement and switching", () => {
  test("the cost of switching is the sum of its items, and any item more costs exactly that", () => {
    const six = fc.tuple(fen, fen, fen, fen, fen, fen);
    fc.assert(
      fc.property(six, fc.array(fc.tuple(units, units), { maxLength: 4 }), signed, fen, fen, (items, rampUp, margin, salvage, more) => {
        const of = ([search, training, setUp, stockTakeBack, contractExit, writeOffs]: readonly [
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
          bigint,
        ]) =>
          figureOf(
            computeSwitchingCost(
              {
                currency,
                search: yuanOf(search),
                training: yuanOf(training),
                setUp: yuanOf(setUp),
                stockTakeBack: yuanOf(stockTakeBack),
                contractExit: yuanOf(contractExit),
                writeOffs: yuanOf(writeOffs),
                rampUp: rampUp.map(([target, expected]) => ({ target: String(target), expected: String(expected) })),
                unitMargin: yuanOf(margin),
                salvage: yuanOf(salvage),
              },
              { rounding: cents },
            ),
          ).total;
        const whole = sum(items) + sum(rampUp.map(([target, expected]) => target - expected)) * margin - salvage;
        expect(of(items)).toBe(yuanOf(whole));
        const [first, ...rest] = items;
        expect(of([first + more, ...rest])).toBe(yuanOf(whole + more));
      }),
      settings,
    );
  });

  test("S19-138, S19-139: replaced where some candidate costs no more than the tolerance, and a higher tolerance never keeps", () => {
    fc.assert(
      fc.property(signed, fc.array(fc.tuple(signed, fen), { maxLength: 4 }), fen, fen, (keep, given, tolerance, more) => {
        const candidates = given.map(([replace, cost], i) => ({
          candidateId: `C${i}`,
          replace: yuanOf(replace),
          switchingCost: yuanOf(cost),
        }));
        const of = (limit: bigint) => figureOf(evaluateSwitch({ currency, keep: yuanOf(keep), candidates }, { tolerance: yuanOf(limit) }));
        const costs = given.map(([replace, cost]) => keep - replace + cost);
        const isReplaced = costs.some((cost) => cost <= tolerance);
        const found = of(tolerance);
        expect(found.decision).toBe(isReplaced ? "replace" : "keep");
        const least = costs.reduce<bigint | null>((a, b) => (a === null || b < a ? b : a), null);
        expect(found.candidateId).toBe(least === null ? null : `C${costs.indexOf(least)}`);
        if (isReplaced) expect(of(tolerance + more).decision).toBe("replace");
      }),
      settings,
    );
  });

  test("a shortfall and what was bought add up to what was committed, or to more", () => {
    fc.assert(
      fc.property(units, units, fen, (committed, purchased, margin) => {
        const found = figureOf(
          computePurchaseShortfall(
            { currency, committed: String(committed), purchased: String(purchased) },
            { unitMargin: yuanOf(margin), consequence: "pay_margin", rounding: cents },
          ),
        );
        const short = committed > purchased ? committed - purchased : 0n;
        expect(found).toStrictEqual({ shortfall: String(short), owed: yuanOf(short * margin), exclusivityLost: false });
      }),
      settings,
    );
  });

  test("an indemnity for goodwill is that of the fen, never above its cap, and never larger for more customers lost", () => {
    fc.assert(
      fc.property(
        fen,
        fc.array(fen, { minLength: 1, maxLength: 7 }),
        percent,
        fc.integer({ min: 1, max: 6 }),
        fc.bigInt({ min: 0n, max: 100n }),
        fc.integer({ min: 1, max: 6 }),
        (last, yearly, lost, years, hundredths, capYears) => {
          const of = (attrition: bigint) =>
            figureOf(
              computeGoodwillIndemnity(
                { currency, lastYearCommission: yuanOf(last), yearlyCommissions: yearly.map(yuanOf) },
                {
                  jurisdiction: "laws",
                  source: "this test",
                  attritionRate: rate(attrition),
                  years,
                  discountRate: rate(hundredths),
                  capYears,
                  rounding: cents,
                },
              ),
            );
          const found = of(lost);
          const parts = Array.from({ length: years }, (_, i) => {
            const power = BigInt(i + 1);
            return rounded(last * (100n - lost) ** power, (100n + hundredths) ** power);
          });
          const counted = yearly.slice(0, capYears);
          const cap = rounded(sum(counted), BigInt(counted.length));
          const raw = sum(parts);
          expect(found).toStrictEqual({ raw: yuanOf(raw), cap: yuanOf(cap), amount: yuanOf(raw < cap ? raw : cap) });
          if (lost < 100n) expect(Number(of(lost + 1n).amount)).toBeLessThanOrEqual(Number(found.amount));
        },
      ),
      settings,
    );
  });

  test("at the costs that prices reveal nobody gains by undercutting, and somebody would by one fen less", () => {
    fc.assert(
      fc.property(fen, fen, fc.bigInt({ min: 0n, max: 500n }), fc.bigInt({ min: 1n, max: 500n }), (priceA, priceB, manyA, manyB) => {
        const found = figureOf(
          inferSwitchingCosts(
            {
              currency,
              one: { brandId: "A", price: yuanOf(priceA), customers: String(manyA) },
              other: { brandId: "B", price: yuanOf(priceB), customers: String(manyB) },
            },
            { rounding: cents },
          ),
        );
        const all = manyA + manyB;
        expect(found).toStrictEqual({
          one: yuanOf(rounded(priceA * all - priceB * manyB, all)),
          other: yuanOf(rounded(priceB * all - priceA * manyA, all)),
        });
        // undercut, B sells to everybody at A's price less what it costs A's customers to leave; half a fen of rounding aside
        const undercut = (cost: number) => (Number(priceA) - cost) * Number(all);
        const kept = Number(priceB * manyB);
        const revealed = Math.round(Number(found.one) * 100);
        expect(undercut(revealed + 0.5)).toBeLessThanOrEqual(kept + 1e-3);
        expect(undercut(revealed - 0.5)).toBeGreaterThanOrEqual(kept - 1e-3);
      }),
      settings,
    );
  });

  test("S19-15: an office is worth its gains less its costs, to the fen", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(units, signed), { maxLength: 4 }), fc.array(fen, { maxLength: 4 }), (gains, costs) => {
        const facts = {
          currency,
          gains: gains.map(([volume, perUnit]) => ({ kind: "added_sales" as const, volume: String(volume), perUnit: yuanOf(perUnit) })),
          costs: costs.map((amount) => ({ kind: "other" as const, amount: yuanOf(amount) })),
        };
        const net = sum(gains.map(([volume, perUnit]) => volume * perUnit)) - sum(costs);
        expect(figureOf(computeOfficeBenefit(facts, { rounding: cents })).net).toBe(yuanOf(net));
      }),
      settings,
    );
  });
});

describe("shares of profit, waterfalls", () => {
  test("G-16: a share of profit over many periods is that of a ledger in which every yuan of deficit ages by itself", () => {
    const terms = fc.record({
      sharePercent: percent,
      allowancePercent: fc.constantFrom(0n, 50n),
      carry: fc.constantFrom(null, 0, 1, 2, 3),
      guarantee: fc.option(fc.record({ amount: fc.bigInt({ min: 0n, max: 3000n }), cumulative: fc.boolean() })),
      holdback: fc.option(fc.record({ percent, before: fc.boolean() })),
    });
    // half of an even income is whole
    const period = fc.record({ income: fc.nat(40).map((half) => half * 2), losses: fc.nat(60) });
    fc.assert(
      fc.property(terms, fc.array(period, { minLength: 1, maxLength: 8 }), (given, periods) => {
        const { sharePercent, allowancePercent, carry, guarantee, holdback } = given;
        const policy = {
          share: rate(sharePercent),
          expenseAllowance: rate(allowancePercent),
          carry: carry === null ? ({ kind: "until_extinct" } as const) : ({ kind: "periods", count: carry } as const),
          guarantee:
            guarantee === null
              ? undefined
              : ({ amount: yuanOf(guarantee.amount), kind: guarantee.cumulative ? "cumulative" : "each_period" } as const),
          holdback:
            holdback === null
              ? undefined
              : ({ rate: rate(holdback.percent), when: holdback.before ? "before_share" : "after_share" } as const),
          rounding: cents,
        };
        const wanted = profitLedger(periods, given);
        let deficits: readonly { periodsAgo: number; amount: string }[] = [];
        let guaranteeSurplus = "0";
        periods.forEach(({ income, losses }, i) => {
          const found = figureOf(
            computeProfitShare({ currency, income: String(income), losses: String(losses), deficits, guaranteeSurplus }, policy),
          );
          const want = wanted[i] as (typeof wanted)[number];
          expect([found.paid, found.heldBack]).toStrictEqual([yuanOf(want.paid), yuanOf(want.heldBack)]);
          expect(found.nextDeficits.map(({ periodsAgo, amount }) => [periodsAgo, Number(amount)])).toStrictEqual(
            want.open.map((one) => [...one]),
          );
          expect(Number(found.deficitsLapsed)).toBe(want.lapsed);
          expect(Math.round(Number(found.nextGuaranteeSurplus) * 100)).toBe(Number(want.surplus));
          // what was open or new is used, lapsed, or still open
          const open = deficits.reduce((all, { amount }) => all + Number(amount), 0) + Math.max(0, -Number(found.result));
          const after = found.nextDeficits.reduce((all, { amount }) => all + Number(amount), 0);
          expect(Number(found.deficitsUsed) + Number(found.deficitsLapsed) + after).toBe(open);
          ({ nextDeficits: deficits, nextGuaranteeSurplus: guaranteeSurplus } = found);
        });
      }),
      settings,
    );
  });

  test("a waterfall of every kind of step is that poured out fen by fen, and hands out exactly what there is", () => {
    const title = { en: "Step", zh: "步骤" };
    const three = fc.tuple(...[0, 1, 2].map(() => fc.bigInt({ min: 1n, max: 100_000n })));
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1_500_000n }),
        three,
        three,
        percent,
        fc.nat(2),
        fc.bigInt({ min: 0n, max: 99n }),
        three,
        fc.bigInt({ min: 1n, max: 200_000n }),
        three,
        (total, capital, weightsA, preferred, party, catchUp, slice, upTo, last) => {
          const parties = (weights: readonly bigint[]) => weights.map((share, i) => ({ partyId: `P${i}`, share: String(share) }));
          const returns: WaterfallStep = {
            kind: "preferred_return",
            title,
            claims: weightsA.map((amount, i) => ({ partyId: `P${i}`, capital: yuanOf(amount), rate: rate(preferred) })),
          };
          const catching: CatchUpStep = { kind: "catch_up", title, partyId: `P${party}`, share: rate(catchUp) };
          const steps: readonly WaterfallStep[] = [
            { kind: "claims", title, claims: capital.map((amount, i) => ({ partyId: `P${i}`, amount: yuanOf(amount) })) },
            returns,
            catching,
            { kind: "share", title, parties: parties(slice), upTo: yuanOf(upTo) },
            { kind: "share", title, parties: parties(last) },
          ];
          const found = figureOf(
            splitWaterfall({ amount: { amount: yuanOf(total), currency } }, { steps, decimals: 2, remainder: "contract_order" }),
          );
          const wanted = pour(total, [
            { kind: "owed", profit: false, claims: capital },
            { kind: "owed", profit: true, claims: weightsA.map((amount) => rounded(amount * preferred, 100n)) },
            { kind: "catch_up", party, percent: catchUp },
            { kind: "share", weights: slice, upTo },
            { kind: "share", weights: last, upTo: null },
          ]);
          expect(found.parties.map(({ amount }) => amount)).toStrictEqual(wanted.map(yuanOf));
          expect(sum(wanted)).toBe(total);
        },
      ),
      { ...settings, numRuns: 600 },
    );
  });
});
