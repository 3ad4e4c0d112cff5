import fc from "fast-check";
import { checkSaleLine } from "qudao/entities";
import { parseSaleLine } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { fixtures } from "../schemas/fixtures.js";
import { hostileValues } from "../schemas/hostile.js";
import { mutated } from "../schemas/mutated.js";

const seed = 20240101;

function bySchema(value: unknown) {
  const parsed = parseSaleLine(value);
  return parsed.ok ? [] : parsed.problem;
}

describe("checkSaleLine()", () => {
  test("finds what the schema finds in anything at all", () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
        (value) => {
          expect(checkSaleLine(value)).toStrictEqual(bySchema(value));
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test("finds what the schema finds in lines that are nearly right", () => {
    let accepted = 0;
    fc.assert(
      fc.property(mutated(fixtures.SaleLine.valid), (value) => {
        const found = checkSaleLine(value);
        if (found.length === 0) accepted++;
        expect(found).toStrictEqual(bySchema(value));
      }),
      { seed, numRuns: 1500 },
    );
    // the law is empty unless both verdicts occur
    expect(accepted).toBeGreaterThan(100);
    expect(accepted).toBeLessThan(1400);
  });

  test("finds what the schema finds in the cash discount, which JSON Schema alone cannot compare with the amount", () => {
    const [line] = fixtures.SaleLine.valid;
    const money = fc.constantFrom("0", "-0", "19.80", "19.8", "19.81", "20", "-1", "x");
    let above = 0;
    fc.assert(
      fc.property(money, money, (amount, cashDiscount) => {
        const value = { ...line, amount, cashDiscount };
        const found = checkSaleLine(value);
        if (found.some(({ code }) => code === "entities.out_of_range")) above++;
        expect(found).toStrictEqual(bySchema(value));
      }),
      { seed, numRuns: 200 },
    );
    expect(above).toBeGreaterThan(20);
  });

  test.each(hostileValues())("finds what the schema finds in %s", (_, value, codes) => {
    const found = checkSaleLine(value);
    expect(found).toStrictEqual(bySchema(value));
    expect([...new Set(found.map((fault) => fault.code))].sort()).toStrictEqual(codes);
  });
});
