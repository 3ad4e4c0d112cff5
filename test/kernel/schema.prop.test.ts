import fc from "fast-check";
import { addDays, compareDecimals, isDate, isDecimal } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { date, decimal, notNegative, quantity, share } from "../../src/kernel/schema.js";

const seed = 20240101;
const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) => schema.safeParse(value).success;

const digits = fc.oneof(
  fc.stringMatching(/^[1-9][0-9]{0,3}$/),
  fc.stringMatching(/^[0-9]{0,4}$/),
  fc.constantFrom("0", "00", "9".repeat(60), "9".repeat(61), "0".repeat(400), "0".repeat(401), "9".repeat(400)),
);
/** Texts that are decimals about half of the time. */
const nearDecimal = fc
  .tuple(
    fc.constantFrom("", "", "-", "+", " "),
    digits,
    fc.constantFrom("", ".", ".", ",", "e"),
    digits,
    fc.constantFrom("", "", "", "\n", "%"),
  )
  .map((parts) => parts.join(""));

describe("schemas of decimals", () => {
  test("accept the texts that the kernel reads, by value", () => {
    let decimals = 0;
    fc.assert(
      fc.property(nearDecimal, (text) => {
        const known = isDecimal(text);
        if (known) decimals++;
        expect(accepts(decimal, text)).toBe(known);
        expect(accepts(notNegative, text)).toBe(known && compareDecimals(text, "0") >= 0);
        expect(accepts(quantity, text)).toBe(known && compareDecimals(text, "0") >= 0);
        expect(accepts(share, text)).toBe(known && compareDecimals(text, "0") >= 0 && compareDecimals(text, "1") <= 0);
      }),
      { seed, numRuns: 3000 },
    );
    expect(decimals).toBeGreaterThan(300);
  });
});

describe("the schema of dates", () => {
  test("accepts every day around the turn of two centuries, one with a leap day and one without", () => {
    for (const [first, last] of [
      ["1996-01-01", "2004-12-31"],
      ["2096-01-01", "2104-12-31"],
    ] as const) {
      for (let day: string = first; day <= last; day = addDays(day, 1)) if (!accepts(date, day)) expect(day).toBe("accepted");
    }
  });

  test("accepts the texts that the kernel reads", () => {
    const part = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
    const nearDate = fc
      .tuple(
        fc.constantFrom("0000", "0001", "0004", "1900", "2000", "2023", "2024", "9999", "10000", "20"),
        part(13),
        part(32),
        fc.constantFrom("", "", "", "T00:00", "\n"),
      )
      .map(([year, month, day, rest]) => `${year}-${month}-${day}${rest}`);
    fc.assert(
      fc.property(nearDate, (text) => {
        expect(accepts(date, text)).toBe(isDate(text));
      }),
      { seed, numRuns: 3000 },
    );
  });
});
