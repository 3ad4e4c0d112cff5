import fc from "fast-check";
import { type CooperationModeFacts, compareCooperationModes, type ModeCost } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const cost = (fixed: string, perUnit: string): ModeCost => ({ fixed, perUnit });
const compare = (dealer: ModeCost, ownStore: ModeCost, expectedUnits?: string | null, places = 0) =>
  compareCooperationModes(frozen({ currency: "CNY", dealer, ownStore, expectedUnits }), { places });

describe("compareCooperationModes()", () => {
  // S13-06: fixed 100, margin saved 5 a unit, break-even at 20 units
  test.each([
    { units: "19", cheaper: "dealer", why: "a unit below" },
    { units: "20", cheaper: null, why: "on it both cost the same" },
    { units: "21", cheaper: "own_store", why: "a unit above" },
  ])("at $units units: $cheaper, $why", ({ units, cheaper }) => {
    const { outcome } = compare(cost("0", "5"), cost("100", "0"), units);
    expect(outcome).toMatchObject({ breakEvenUnits: "20", ownStoreCheaper: "above", cheaper });
  });

  test.each([
    { dealer: cost("0", "5"), own: cost("100", "0"), breakEvenUnits: "20", ownStoreCheaper: "above" },
    { dealer: cost("100", "0"), own: cost("0", "5"), breakEvenUnits: "20", ownStoreCheaper: "below" },
    { dealer: cost("100", "5"), own: cost("0", "5"), breakEvenUnits: null, ownStoreCheaper: "always" },
    { dealer: cost("100", "5"), own: cost("100", "4"), breakEvenUnits: null, ownStoreCheaper: "always" },
    { dealer: cost("0", "5"), own: cost("100", "5"), breakEvenUnits: null, ownStoreCheaper: "never" },
    { dealer: cost("0", "5"), own: cost("0", "6"), breakEvenUnits: null, ownStoreCheaper: "never" },
    { dealer: cost("7", "3"), own: cost("7.0", "3.00"), breakEvenUnits: null, ownStoreCheaper: "equal" },
  ])("dealer $dealer and store $own: $ownStoreCheaper $breakEvenUnits", ({ dealer, own, ...expected }) => {
    expect(compare(dealer, own).outcome).toMatchObject(expected);
  });

  test("a volume that does not end is rounded up, so that it suffices", () => {
    expect(compare(cost("0", "3"), cost("100", "0")).outcome.breakEvenUnits).toBe("34");
    expect(compare(cost("0", "3"), cost("100", "0"), null, 2).outcome.breakEvenUnits).toBe("33.34");
  });

  test("without an expected volume neither is said to be cheaper", () => {
    expect(compare(cost("0", "5"), cost("100", "0")).outcome).toMatchObject({ atExpected: null, cheaper: null });
  });

  test("the cheaper way is the one that costs less, and below the break-even it is the other", () => {
    const amount = fc.integer({ min: 0, max: 50 }).map(String);
    fc.assert(
      fc.property(amount, amount, amount, amount, fc.integer({ min: 1, max: 100 }), (a, b, c, d, units) => {
        const { outcome } = compare(cost(a, b), cost(c, d), String(units), 6);
        const difference = Number(c) + Number(d) * units - (Number(a) + Number(b) * units);
        expect(outcome.cheaper).toBe(difference === 0 ? null : difference < 0 ? "own_store" : "dealer");
        if (outcome.ownStoreCheaper === "always") expect(difference).toBeLessThan(0);
        if (outcome.ownStoreCheaper === "never") expect(difference).toBeGreaterThan(0);
        if (outcome.ownStoreCheaper === "above" && units > Number(outcome.breakEvenUnits)) expect(outcome.cheaper).toBe("own_store");
        if (outcome.ownStoreCheaper === "below" && units > Number(outcome.breakEvenUnits)) expect(outcome.cheaper).toBe("dealer");
      }),
      { seed: 20240101 },
    );
  });

  test("is said in both languages and survives JSON", () => {
    for (const units of [null, "30"]) {
      const answer = compare(cost("0", "5"), cost("100", "0"), units);
      expectWords(answer.explanation);
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    }
    expect(lines(compare(cost("0", "5"), cost("100", "0"), "30").explanation)[1]).toBe("dealer: 0 and 30 units at 5, 150 CNY");
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => compare(cost("-1", "5"), cost("100", "0")))).toBe("engine.score_out_of_range at facts.dealer.fixed");
    expect(faultAt(() => compare(cost("0", "5"), cost("100", "x")))).toBe("kernel.not_a_decimal at facts.ownStore.perUnit");
    expect(faultAt(() => compare(cost("0", "5"), cost("100", "0"), "-1"))).toBe("engine.score_out_of_range at facts.expectedUnits");
    expect(faultAt(() => compareCooperationModes({} as CooperationModeFacts, { places: 0 }))).toBe("kernel.not_text at facts.currency");
  });
});
