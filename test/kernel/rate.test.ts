import fc from "fast-check";
import { parseDecimal, parseRate, percentFromRate, rateFromPercent } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { decimalText } from "../support/arbitrary-decimal.js";
import { faultAt, faultOf } from "../support/fault-of.js";

describe("parseRate()", () => {
  test.each([
    { given: "0.0350", rate: "0.035" },
    { given: "-0.01", rate: "-0.01" },
    { given: "1.5", rate: "1.5" },
    { given: "0", rate: "0" },
    { given: 0.3, rate: "0.3" },
  ])("reads the ratio $given", ({ given, rate }) => {
    expect(parseRate(given)).toBe(rate);
  });

  test.each(["3.5%", "3,5", "", " 0.1", "NaN", null, undefined, {}, ["0.1"]])("refuses %j and says how a rate is written", (given) => {
    expect(faultAt(() => parseRate(given, "policy.rate"))).toBe("kernel.not_a_rate at policy.rate");
  });

  test("shows what it got", () => {
    expect(faultOf(() => parseRate("3.5%"))).toStrictEqual({ code: "kernel.not_a_rate", path: "", params: { got: '"3.5%"' } });
  });
});

describe("rateFromPercent(), percentFromRate()", () => {
  test.each([
    { percent: "3.5", rate: "0.035" },
    { percent: "100", rate: "1" },
    { percent: "0.05", rate: "0.0005" },
    { percent: "-12", rate: "-0.12" },
    { percent: "0", rate: "0" },
    { percent: "250", rate: "2.5" },
  ])("$percent % is $rate, and back", ({ percent, rate }) => {
    expect(rateFromPercent(percent)).toBe(rate);
    expect(percentFromRate(rate)).toBe(percent);
  });

  test("lose nothing on the way there and back", () => {
    fc.assert(
      fc.property(decimalText(50, 50), (percent) => {
        expect(percentFromRate(rateFromPercent(percent))).toBe(parseDecimal(percent));
      }),
      { seed: 20240101 },
    );
  });

  test("name what is no decimal", () => {
    expect(faultAt(() => rateFromPercent("3.5%"))).toBe("kernel.not_a_decimal at percent");
    expect(faultAt(() => percentFromRate("x"))).toBe("kernel.not_a_decimal at rate");
  });
});
