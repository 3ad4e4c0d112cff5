import { Decimal } from "decimal.js";
import fc from "fast-check";
import {
  addDecimals,
  compareDecimals,
  divideDecimals,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
  roundingModes,
  subtractDecimals,
  sumDecimals,
} from "qudao/kernel";
import { expect, test } from "vitest";
import { decimalText, smallText } from "../support/arbitrary-decimal.js";
import { faultOf } from "../support/fault-of.js";
import * as oracle from "../support/oracle-decimal.js";

const seeded = { seed: 20240101, numRuns: 500 };
const number = fc.oneof(smallText, decimalText(30, 30), decimalText(59, 55));
const modest = fc.oneof(smallText, decimalText(30, 30));
const mode = fc.constantFrom(...roundingModes);
const places = fc.integer({ min: 0, max: 12 });
const CANONICAL = /^(0|-?(0\.(\d*[1-9])|[1-9]\d*(\.\d*[1-9])?))$/;

const law = (name: string, property: fc.IProperty<any>) => test(name, () => fc.assert(property, seeded));

law(
  "every answer is canonical and reads as itself",
  fc.property(modest, modest, places, mode, (a, b, n, by) => {
    const answers = [
      parseDecimal(a),
      addDecimals(a, b),
      subtractDecimals(a, b),
      multiplyDecimals(a, b),
      sumDecimals([a, b, a]),
      roundDecimal(a, n, by),
    ];
    if (compareDecimals(b, "0") !== 0) answers.push(divideDecimals(a, b));
    for (const answer of answers) {
      expect(answer).toMatch(CANONICAL);
      expect(parseDecimal(answer)).toBe(answer);
    }
  }),
);

law(
  "sums, differences, products and order are those of whole numbers of the smallest unit",
  fc.property(number, number, (a, b) => {
    expect(parseDecimal(a)).toBe(oracle.textOf(oracle.scaledOf(a)));
    expect(addDecimals(a, b)).toBe(oracle.add(a, b));
    expect(subtractDecimals(a, b)).toBe(oracle.subtract(a, b));
    expect(compareDecimals(a, b)).toBe(oracle.compare(a, b));
  }),
);

law(
  "products are those of whole numbers of the smallest unit",
  fc.property(modest, modest, (a, b) => {
    expect(multiplyDecimals(a, b)).toBe(oracle.multiply(a, b));
  }),
);

law(
  "quotients have 40 significant digits, half up",
  fc.property(
    modest,
    modest.filter((b) => oracle.compare(b, "0") !== 0),
    (a, b) => {
      expect(divideDecimals(a, b)).toBe(oracle.divide(a, b, 40));
    },
  ),
);

law(
  "rounding is what the schoolbook says, in every mode",
  fc.property(number, places, mode, (a, n, by) => {
    const rounded = roundDecimal(a, n, by);
    expect(rounded).toBe(oracle.round(a, n, by));
    expect(roundDecimal(rounded, n, by)).toBe(rounded);
    expect(parseDecimal(formatDecimal(a, n, by))).toBe(rounded);
    expect(formatDecimal(a, n, by).split(".")[1]?.length ?? 0).toBe(n);
  }),
);

const Floating = Decimal.clone({ defaults: true, precision: 300, toExpNeg: -9e15, toExpPos: 9e15 });
const floatingModes = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  half_down: Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
} as const;

law(
  "answers are those of a floating decimal of 300 digits too",
  fc.property(modest, modest, places, mode, (a, b, n, by) => {
    const [x, y] = [new Floating(a), new Floating(b)];
    const plain = (value: Decimal) => (value.isZero() ? "0" : value.toFixed());
    expect(addDecimals(a, b)).toBe(plain(x.plus(y)));
    expect(subtractDecimals(a, b)).toBe(plain(x.minus(y)));
    expect(multiplyDecimals(a, b)).toBe(plain(x.times(y)));
    expect(compareDecimals(a, b)).toBe(x.comparedTo(y));
    expect(roundDecimal(a, n, by)).toBe(plain(x.toDecimalPlaces(n, floatingModes[by])));
  }),
);

law(
  "addition and multiplication keep the laws of arithmetic",
  fc.property(smallText, modest, smallText, (a, b, c) => {
    expect(addDecimals(a, b)).toBe(addDecimals(b, a));
    expect(multiplyDecimals(a, b)).toBe(multiplyDecimals(b, a));
    expect(addDecimals(addDecimals(a, b), c)).toBe(addDecimals(a, addDecimals(b, c)));
    expect(multiplyDecimals(multiplyDecimals(a, b), c)).toBe(multiplyDecimals(a, multiplyDecimals(b, c)));
    expect(multiplyDecimals(a, addDecimals(b, c))).toBe(addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c)));
    expect(subtractDecimals(addDecimals(a, b), b)).toBe(parseDecimal(a));
    expect(multiplyDecimals(a, "1")).toBe(parseDecimal(a));
  }),
);

law(
  "a decimal of up to 16 digits is written as it was read, at every place of the point",
  fc.property(
    fc.integer({ min: 0, max: 15 }),
    fc.integer({ min: 1, max: 16 }),
    fc.maxSafeInteger(),
    fc.integer({ min: -1, max: 1 }),
    (after, most, drawn, beside) => {
      // all nines, ones with zeros, and their neighbours stand where a division could round up to the next whole number
      const edge = 10n ** BigInt(most) + BigInt(beside);
      for (const units of [BigInt(Math.abs(drawn)), edge]) {
        const digits = units.toString().padStart(after + 1, "0");
        const point = digits.length - after;
        const written = after === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
        const canonical = written.includes(".") ? written.replace(/\.?0+$/, "") : written;
        expect(addDecimals(written, "0")).toBe(canonical);
        expect(formatDecimal(written, after)).toBe(written);
        expect(addDecimals(`-${written}`, "0")).toBe(units === 0n ? "0" : `-${canonical}`);
      }
    },
  ),
);

law(
  "the order of a list does not change its sum",
  fc.property(fc.array(number, { maxLength: 20 }), (list) => {
    const backwards = [...list].reverse();
    expect(sumDecimals(list)).toBe(sumDecimals(backwards));
    expect(sumDecimals(list)).toBe(list.reduce((sum, one) => oracle.add(sum, one), "0"));
  }),
);

law(
  "whatever text comes, it is read in canonical form or is a fault",
  fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9.eE_ ]{0,12}$/)), (given) => {
    if (/^-?(0|[1-9]\d{0,59})(\.\d{1,400})?$/.test(given) && !given.includes("\n")) expect(parseDecimal(given)).toMatch(CANONICAL);
    else expect(faultOf(() => parseDecimal(given)).code).toBe("kernel.not_a_decimal");
  }),
);

law(
  "whatever value comes, it is read or is a fault",
  fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }), (given) => {
    try {
      expect(parseDecimal(given as string)).toMatch(CANONICAL);
    } catch (caught) {
      expect(caught).toMatchObject({ name: "LibraryFault", code: "kernel.not_a_decimal" });
    }
  }),
);
