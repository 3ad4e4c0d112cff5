import fc from "fast-check";
import {
  addDays,
  checkExplanation,
  daysIn,
  intersectPeriods,
  kernelMessages,
  type Proration,
  prorate,
  prorateAmount,
  prorationBases,
  renderMessage,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultOf, frozen, seeded, somePeriod } from "./support.js";

const january = { start: "2024-01-01", end: "2024-02-01" };
const year = { start: "2024-01-01", end: "2025-01-01" };
const fraction = ({ numerator, denominator }: Proration) => `${numerator}/${denominator}`;

describe("prorate()", () => {
  test.each([
    ["2024-01-16", "2024-02-01", "16/31", "joined on the 16th"],
    ["2024-01-31", "2024-02-01", "1/31", "joined on the last day"],
    ["2024-02-01", "2024-03-01", "0/31", "joined the day after"],
    ["2024-01-01", "2024-02-01", "31/31", "was there"],
    ["2023-06-01", "2025-01-01", "31/31", "was there before and after"],
    ["2023-06-01", "2024-01-02", "1/31", "left after the first day"],
    ["1960-01-01", "1980-01-01", "0/31", "served over 1970, long before"],
  ])("by days, %s to %s is %s of January: %s", (start, end, expected) => {
    expect(fraction(prorate({ part: { start, end }, whole: january }, { by: "days" }))).toBe(expected);
  });

  // 16 of 31 days of January and eleven months: (16/31 + 11) / 12 = 357/372 = 119/124
  test.each([
    ["2024-01-01", "2025-01-01", "1/1", "12/12", "all year"],
    ["2024-01-16", "2025-01-01", "119/124", "11/12", "from 16 January"],
    ["2024-01-02", "2025-01-01", "371/372", "11/12", "from the second day"],
    ["2024-01-01", "2024-12-31", "371/372", "11/12", "to the last day but one"],
    ["2024-02-01", "2024-03-01", "1/12", "1/12", "a February is a month like others"],
    ["2024-02-01", "2024-02-16", "5/116", "0/12", "15 of 29 days: 15/348"],
    ["2024-01-16", "2024-02-15", "449/5394", "0/12", "16/31 + 14/29 = 898/899, of 12"],
  ])("by months, %s to %s is %s, by whole months %s: %s", (start, end, months, whole) => {
    const facts = { part: { start, end }, whole: year };
    expect(fraction(prorate(facts, { by: "months" }))).toBe(months);
    expect(fraction(prorate(facts, { by: "whole_months" }))).toBe(whole);
  });

  test("months are those of the contract, not of the calendar", () => {
    const whole = { start: "2024-01-15", end: "2025-01-15" };
    expect(fraction(prorate({ part: { start: "2024-01-15", end: "2024-03-15" }, whole }, { by: "months" }))).toBe("1/6");
    expect(fraction(prorate({ part: { start: "2024-02-01", end: "2024-03-15" }, whole }, { by: "whole_months" }))).toBe("1/12");
  });

  test("a contract from the 31st has twelve months too", () => {
    const whole = { start: "2024-01-31", end: "2025-01-31" };
    expect(fraction(prorate({ part: { start: "2024-02-29", end: "2024-03-31" }, whole }, { by: "whole_months" }))).toBe("1/12");
    expect(fraction(prorate({ part: { start: "2024-01-31", end: "2024-02-29" }, whole }, { by: "months" }))).toBe("1/12");
  });

  test("a month cut short by the whole counts by its days, or must be served to its end", () => {
    const whole = { start: "2024-01-01", end: "2024-02-16" }; // one month and 15 of 29 days: 44/29 months
    expect(fraction(prorate({ part: january, whole }, { by: "months" }))).toBe("29/44");
    expect(fraction(prorate({ part: january, whole }, { by: "whole_months" }))).toBe("1/2");
    expect(fraction(prorate({ part: { start: "2024-02-01", end: "2024-02-15" }, whole }, { by: "whole_months" }))).toBe("0/2");
    expect(fraction(prorate({ part: { start: "2024-02-01", end: "2024-02-16" }, whole }, { by: "whole_months" }))).toBe("1/2");
  });

  test("gives the quotient at 40 digits", () => {
    expect(prorate({ part: { start: "2024-01-01", end: "2024-01-11" }, whole: january }, { by: "days" }).ratio).toBe(
      "0.3225806451612903225806451612903225806452",
    );
    expect(prorate({ part: january, whole: january }, { by: "months" }).ratio).toBe("1");
  });

  test.each([
    [{ part: january, whole: { start: "2024-01-01" } }, { by: "days" }, "kernel.not_a_date", "facts.whole.end"],
    [{ part: null, whole: january }, { by: "days" }, "kernel.not_a_period", "facts.part"],
    [null, { by: "days" }, "kernel.not_a_record", "facts"],
    [{ part: january, whole: january }, null, "kernel.not_a_record", "policy"],
    [{ part: january, whole: january }, { by: "weeks" }, "kernel.not_a_choice", "policy.by"],
    [{ part: january, whole: january }, {}, "kernel.not_a_choice", "policy.by"],
  ])("refuses %j by %j with %s at %s", (facts, policy, code, path) => {
    expect(faultOf(() => prorate(facts as never, policy as never))).toMatchObject({ code, path });
  });
});

describe("prorateAmount()", () => {
  const facts = frozen({ amount: "1000", part: { start: "2024-01-17", end: "2024-02-01" }, whole: january });
  const policy = frozen({ by: "days", rounding: { decimals: 2, mode: "half_up" } } as const);

  // 1000 × 15 ÷ 31 = 483.8709…
  test("multiplies first, divides last and rounds once", () => {
    expect(prorateAmount(facts, policy)).toStrictEqual({
      outcome: "483.87",
      explanation: { code: "kernel.prorated", params: { amount: "1000", by: "days", numerator: 15, denominator: 31, result: "483.87" } },
    });
    expect(prorateAmount({ ...facts, amount: "-1000" }, policy).outcome).toBe("-483.87");
    expect(prorateAmount(facts, { ...policy, rounding: { decimals: 0, mode: "up" } }).outcome).toBe("484");
  });

  test("a third of three is one, whatever the digits of a third", () => {
    const quarter = { part: { start: "2024-01-01", end: "2024-02-01" }, whole: { start: "2024-01-01", end: "2024-04-01" } };
    expect(prorateAmount({ ...quarter, amount: "3" }, { by: "months", rounding: { decimals: 30, mode: "down" } }).outcome).toBe(
      `1.${"0".repeat(30)}`,
    );
  });

  // 0.05 × 1 ÷ 10 = 0.005, exactly half
  test.each([
    ["half_up", "0.01"],
    ["half_even", "0.00"],
    ["half_down", "0.00"],
    ["up", "0.01"],
    ["down", "0.00"],
  ] as const)("half a cent goes %s to %s", (mode, expected) => {
    const tenth = { amount: "0.05", part: { start: "2024-01-01", end: "2024-01-02" }, whole: { start: "2024-01-01", end: "2024-01-11" } };
    expect(prorateAmount(tenth, { by: "days", rounding: { decimals: 2, mode } }).outcome).toBe(expected);
  });

  test("nothing served is nothing, written with its places", () => {
    expect(prorateAmount({ ...facts, amount: "-1000", part: { start: "2025-01-01", end: "2025-02-01" } }, policy).outcome).toBe("0.00");
  });

  test("keeps every digit of a large amount", () => {
    const large = "1".repeat(55);
    expect(prorateAmount({ amount: large, part: january, whole: january }, policy).outcome).toBe(`${large}.00`);
  });

  test("says so in both languages", () => {
    const { explanation } = prorateAmount(facts, policy);
    expect(renderMessage(explanation, "en", kernelMessages)).toBe("Prorated 1000 by days: 15 of 31 gives 483.87");
    expect(renderMessage(explanation, "zh", kernelMessages)).toBe("1000 按天数折算：31 分之 15，得 483.87");
    expect(checkExplanation(explanation)).toStrictEqual([]);
  });

  test.each([
    [{ ...facts, amount: "1e3" }, policy, "kernel.not_a_decimal", "facts.amount"],
    [facts, { by: "days" }, "kernel.not_a_record", "policy.rounding"],
    [facts, { by: "days", rounding: { decimals: -1, mode: "up" } }, "kernel.not_a_count", "policy.rounding.decimals"],
    [facts, { by: "days", rounding: { decimals: 2, mode: "toString" } }, "kernel.not_a_choice", "policy.rounding.mode"],
  ])("refuses %j by %j with %s at %s", (given, asked, code, path) => {
    expect(faultOf(() => prorateAmount(given, asked as never))).toMatchObject({ code, path });
  });
});

test("shares of a whole cut in two add up to one, by days and by months", () => {
  fc.assert(
    fc.property(
      somePeriod,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom("days" as const, "months" as const),
      (whole, at, by) => {
        const cut = addDays(whole.start, Math.floor(at * daysIn(whole)));
        const parts = [
          intersectPeriods(whole, { start: "0001-01-01", end: cut }),
          intersectPeriods(whole, { start: cut, end: "9999-12-31" }),
        ];
        const shares = parts.flatMap((part) => (part === null ? [] : [prorate({ part, whole }, { by })]));
        // exact, in whole numbers
        let [sum, of] = [0n, 1n];
        for (const { numerator, denominator } of shares) {
          sum = sum * BigInt(denominator) + BigInt(numerator) * of;
          of *= BigInt(denominator);
        }
        expect(sum).toBe(of);
      },
    ),
    seeded,
  );
});

test("a share is never below 0 nor above 1, and grows with the part", () => {
  fc.assert(
    fc.property(somePeriod, somePeriod, fc.constantFrom(...prorationBases), (part, whole, by) => {
      const { numerator, denominator } = prorate(frozen({ part, whole }), { by });
      expect(Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)).toBe(true);
      expect(numerator >= 0 && numerator <= denominator).toBe(true);
      const longer = prorate({ part: { ...part, end: addDays(part.end, 1) }, whole }, { by });
      expect(BigInt(longer.numerator) * BigInt(denominator) >= BigInt(numerator) * BigInt(longer.denominator)).toBe(true);
    }),
    seeded,
  );
});
