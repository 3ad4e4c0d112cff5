import fc from "fast-check";
import { compareExclusivity, compareHorizons, type HorizonFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const profits = (...amounts: readonly string[]) => amounts.map((profit, period) => ({ period, profit }));
const options: HorizonFacts["options"] = [
  { id: "multi_brand", profits: profits("100", "0", "0") },
  { id: "exclusive", profits: profits("50", "55", "121") },
  { id: "own_shop", profits: profits("-60", "110", "121") },
];
const compared = (given: HorizonFacts["options"], policy: object = {}) =>
  compareHorizons(
    frozen({ currency: "CNY", options: given }),
    frozen({ discountRate: "0.1", shortPeriods: 1, longPeriods: 3, rounding: cents, ...policy }),
  );

describe("compareHorizons()", () => {
  test("S19-111: the short and the long horizon can prefer opposite ways", () => {
    // 50 + 55 ÷ 1.1 + 121 ÷ 1.21 = 200; −60 + 110 ÷ 1.1 + 121 ÷ 1.21 = 140
    expect(answerOf(compared(options))).toStrictEqual({
      values: [
        { id: "multi_brand", short: "100.00", long: "100.00" },
        { id: "exclusive", short: "50.00", long: "200.00" },
        { id: "own_shop", short: "-60.00", long: "140.00" },
      ],
      shortPreferred: "multi_brand",
      longPreferred: "exclusive",
      opposite: true,
    });
  });

  test("of equal ways none is preferred, and of none neither", () => {
    const [first, ...rest] = options;
    if (first === undefined) throw new Error();
    expect(answerOf(compared([first, { ...first, id: "twin" }, ...rest]))).toMatchObject({ shortPreferred: null, opposite: false });
    expect(answerOf(compared([]))).toStrictEqual({ values: [], shortPreferred: null, longPreferred: null, opposite: false });
  });

  test("a profit that is not known is never 0", () => {
    const [first] = options;
    expect(problemOf(compared([first as never, { id: "new", profits: profits("1", "2") }]))).toStrictEqual({
      code: "profit-sharing.profit_missing",
      params: { id: "new", period: 2 },
    });
  });

  test("what cannot be read names its place", () => {
    const of = (given: object, policy: object = {}) => faultAt(() => compared(given as never, policy));
    expect(of(options, { longPeriods: 1 })).toBe("profit-sharing.horizon_short at policy.longPeriods");
    expect(of([...options, options[0] as object])).toBe("kernel.named_twice at facts.options[3].id");
    expect(of([{ id: "a", profits: [] }])).toBe("kernel.list_empty at facts.options[0].profits");
  });

  test("two named ways are told apart as compareExclusivity tells them", () => {
    const stream = fc.array(fc.integer({ min: -50, max: 50 }).map(String), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(stream, stream, fc.constantFrom("0", "0.1", "1"), (one, other, discountRate) => {
        const policy = { discountRate, shortPeriods: 1, longPeriods: 3, rounding: cents };
        const [exclusive, multiBrand] = [profits(...one), profits(...other)];
        const both = [
          { id: "exclusive", profits: exclusive },
          { id: "multi_brand", profits: multiBrand },
        ];
        const { shortPreferred, longPreferred, opposite } = answerOf(compareHorizons({ currency: "CNY", options: both }, policy));
        const named = answerOf(compareExclusivity({ currency: "CNY", exclusive, multiBrand }, policy));
        expect([shortPreferred ?? "equal", longPreferred ?? "equal", opposite]).toStrictEqual([
          named.short.better,
          named.long.better,
          named.opposite,
        ]);
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });
});
