import { exponentialOfDecimal, logarithmOfDecimal, powerOfDecimal, squareRootOfDecimal } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

// Expected values: the General Decimal Arithmetic of Python's `decimal` at 80 digits, cut to 40, half up.

describe("powerOfDecimal()", () => {
  test.each([
    { base: "1.06", exponent: "0.25", power: "1.014673846168659277510978140718347568927", why: "a quarter of a year" },
    { base: "2", exponent: "0.5", power: "1.41421356237309504880168872420969807857", why: "a root" },
    { base: "0.5", exponent: "10", power: "0.0009765625", why: "a whole power is exact" },
    { base: "2", exponent: "-3", power: "0.125", why: "a negative power" },
    { base: "-3", exponent: "3", power: "-27", why: "a negative base with a whole power" },
    { base: "1.0005", exponent: "365", power: "1.200159410677710888574422292123485646662", why: "a daily rate over a year" },
    { base: "0", exponent: "0", power: "1", why: "any base to the power 0" },
    { base: "0", exponent: "2", power: "0", why: "nothing stays nothing" },
  ])("$base to the power $exponent: $why", ({ base, exponent, power }) => expect(powerOfDecimal(base, exponent)).toBe(power));

  test.each([
    { base: "-2", exponent: "0.5", code: "kernel.no_real_power" },
    { base: "0", exponent: "-1", code: "kernel.no_real_power" },
    { base: "10", exponent: "60", code: "kernel.out_of_range" },
    { base: "10", exponent: "999999999999999999", code: "kernel.out_of_range" },
    { base: "0.1", exponent: "999999999999999999", code: "kernel.out_of_range" },
    { base: "x", exponent: "2", code: "kernel.not_a_decimal" },
  ])("$base to the power $exponent ends in $code", ({ base, exponent, code }) =>
    expect(faultOf(() => powerOfDecimal(base, exponent)).code).toBe(code),
  );

  test("gives the largest power that can be written", () => expect(powerOfDecimal("10", "59")).toBe(`1${"0".repeat(59)}`));
});

describe("squareRootOfDecimal()", () => {
  test("is exact where the root ends", () => expect(squareRootOfDecimal("0.0001")).toBe("0.01"));
  test("has 40 digits where it does not", () => expect(squareRootOfDecimal("7")).toBe("2.64575131106459059050161575363926042571"));
  test("refuses what is below 0", () => expect(faultOf(() => squareRootOfDecimal("-1")).code).toBe("kernel.no_real_power"));
});

describe("logarithmOfDecimal()", () => {
  test.each([
    ["10", "2.302585092994045684017991454684364207601"],
    ["0.5", "-0.6931471805599453094172321214581765680755"],
  ])("of %s", (value, logarithm) => expect(logarithmOfDecimal(value)).toBe(logarithm));
  test("refuses 0", () => expect(faultOf(() => logarithmOfDecimal("0")).code).toBe("kernel.not_above_zero"));
});

describe("exponentialOfDecimal()", () => {
  test.each([
    ["-1", "0.3678794411714423215955237701614608674458"],
    ["100", "26881171418161354484126255515800135873610000"],
  ])("of %s", (exponent, power) => expect(exponentialOfDecimal(exponent)).toBe(power));
  test("ends in a fault beyond what can be written", () =>
    expect(faultOf(() => exponentialOfDecimal("100000")).code).toBe("kernel.out_of_range"));
});
