import fc from "fast-check";
import { type Concentration, type ConcentrationPolicy, computeConcentration } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { resultOf } from "../support/network.js";

const policy: ConcentrationPolicy = { indexMost: "0.5", topShareMost: "0.6", rounding: { decimals: 4, mode: "half_up" } };
const concentration = (amounts: readonly string[], changes: Partial<ConcentrationPolicy> = {}) =>
  resultOf(
    computeConcentration(frozen({ parts: amounts.map((amount, i) => ({ id: `P${i}`, amount })) }), frozen({ ...policy, ...changes })),
  );
const codes = (answer: ReturnType<typeof concentration>) => ("warnings" in answer ? answer.warnings.map(({ code }) => code) : []);

describe("computeConcentration()", () => {
  test("S19-109: one channel has an index of 1 and a warning, four equal ones 0.25", () => {
    expect(concentration(["80"])).toMatchObject({ index: "1", effectiveParts: "1", topShare: "1", topIds: ["P0"] });
    expect(codes(concentration(["80"]))).toStrictEqual(["network.index_high", "network.top_share_high"]);
    expect(concentration(["20", "20", "20", "20"])).toMatchObject({ index: "0.25", effectiveParts: "4", topShare: "0.25", warnings: [] });
  });

  test("gives every share, the largest of several equal ones with all who hold it", () => {
    // shares 0.4, 0.4, 0.2: 0.16 + 0.16 + 0.04
    expect(concentration(["40", "40", "20", "0"])).toStrictEqual({
      index: "0.36",
      effectiveParts: "2.7778",
      topShare: "0.4",
      topIds: ["P0", "P1"],
      shares: [
        { id: "P0", share: "0.4" },
        { id: "P1", share: "0.4" },
        { id: "P2", share: "0.2" },
        { id: "P3", share: "0" },
      ],
      warnings: [],
    });
  });

  test.each([
    ["59.99", []],
    ["60", []],
    ["60.01", ["network.top_share_high"]],
  ])("a share of %s %% of 60 %% allowed: %j", (amount, want) => {
    expect(codes(concentration([amount, String(100 - Number(amount))], { indexMost: "1" }))).toStrictEqual(want);
  });

  // with two parts the index is s² + (1 − s)²: 0.5 for a half
  test.each([
    ["50", []],
    ["50.01", ["network.index_high"]],
  ])("an index from a share of %s %%, of 0.5 allowed: %j", (amount, want) => {
    expect(codes(concentration([amount, String(100 - Number(amount))]))).toStrictEqual(want);
  });

  test("limits are compared before rounding", () => {
    expect(codes(concentration(["50.01", "49.99"], { rounding: { decimals: 2, mode: "half_up" } }))).toStrictEqual(["network.index_high"]);
  });

  test("without business there is no index", () => {
    expect(concentration([])).toStrictEqual({ code: "network.no_business", params: {} });
    expect(concentration(["0", "0.00"])).toStrictEqual({ code: "network.no_business", params: {} });
  });

  test("refuses a part named twice, and amounts below 0", () => {
    const twice = {
      parts: [
        { id: "A", amount: "1" },
        { id: "A", amount: "2" },
      ],
    };
    expect(faultAt(() => computeConcentration(twice, policy))).toBe("kernel.named_twice at facts.parts[1].id");
    expect(faultAt(() => concentration(["-1"]))).toBe("kernel.below_zero at facts.parts[0].amount");
  });

  test("lies between 1 ÷ n and 1, does not depend on the unit, and grows when one part is taken over by another", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 9 });
    const exact = { rounding: { decimals: 30, mode: "half_up" as const } };
    const index = (values: readonly number[]) => Number((concentration(values.map(String), exact) as Concentration).index);
    fc.assert(
      fc.property(amounts, (values) => {
        const own = index(values);
        expect(own).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(own).toBeLessThanOrEqual(1);
        expect(
          concentration(
            values.map((value) => `${value}00`),
            exact,
          ),
        ).toMatchObject({ index: (concentration(values.map(String), exact) as Concentration).index });
        const [first = 0, second = 0, ...rest] = values;
        expect(index([first + second, ...rest])).toBeGreaterThan(own);
      }),
      { seed: 20240101, numRuns: 100 },
    );
  });
});
