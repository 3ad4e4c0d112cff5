import { Decimal } from "decimal.js";
import {
  addDecimals,
  compareDecimals,
  type DecimalLike,
  divideDecimals,
  formatDecimal,
  isDecimal,
  multiplyDecimals,
  parseDecimal,
  type RoundingMode,
  roundDecimal,
  roundingModes,
  subtractDecimals,
  sumDecimals,
} from "qudao/kernel";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Exact, exact, exactQuotient, fixed, quotient, text } from "../../src/kernel/decimal.js";
import { faultAt, faultOf } from "../support/fault-of.js";
import { revoked } from "../support/throwing.js";

const nines = (n: number) => "9".repeat(n);
const megabytes = "7".repeat(10 * 1024 * 1024);
const says = (text: unknown) => ({ toString: () => text }) as DecimalLike;

describe("parseDecimal()", () => {
  test.each([
    { given: "0", read: "0" },
    { given: "-0", read: "0" },
    { given: "-0.00", read: "0" },
    { given: "1200", read: "1200" },
    { given: "1200.00", read: "1200" },
    { given: "-0.0350", read: "-0.035" },
    { given: "0.10", read: "0.1" },
    { given: "10.01", read: "10.01" },
    { given: `${nines(60)}.${nines(400)}`, read: `${nines(60)}.${nines(400)}` },
  ])("reads the text $given in its one spelling", ({ given, read }) => {
    expect(parseDecimal(given)).toBe(read);
  });

  test.each([
    { given: 0, read: "0" },
    { given: -0, read: "0" },
    { given: 0.1, read: "0.1" },
    { given: -12.5, read: "-12.5" },
    { given: 1e21, read: "1000000000000000000000" },
    { given: 1.5e-7, read: "0.00000015" },
    { given: -1e-7, read: "-0.0000001" },
    { given: Number.MAX_SAFE_INTEGER, read: "9007199254740991" },
    { given: Number.MIN_VALUE, read: `0.${"0".repeat(323)}5` },
    { given: 12n, read: "12" },
    { given: -(10n ** 59n), read: `-1${"0".repeat(59)}` },
    { given: 10n ** 60n - 1n, read: nines(60) },
  ])("reads the number $given", ({ given, read }) => {
    expect(parseDecimal(given)).toBe(read);
  });

  test.each([
    { given: says("1e+21"), read: "1000000000000000000000", why: "a large decimal object" },
    { given: says("-1.50E-3"), read: "-0.0015", why: "a capital exponent" },
    { given: says("12.5e-1"), read: "1.25", why: "an exponent that only moves the point" },
    { given: says("12.5e1"), read: "125", why: "an exponent that takes the point away" },
    { given: says("0e5"), read: "0", why: "zero with an exponent" },
    { given: says("-0e-9"), read: "0", why: "minus zero with an exponent" },
    { given: says("1e59"), read: `1${"0".repeat(59)}`, why: "the largest power of ten" },
    { given: says("1e-400"), read: `0.${"0".repeat(399)}1`, why: "the smallest power of ten" },
    { given: new Number(5), read: "5", why: "a boxed number" },
  ])("reads the object $why by its text", ({ given, read }) => {
    expect(parseDecimal(given)).toBe(read);
  });

  test("reads a decimal object of another library and age, whatever stands inside it", () => {
    class OldDecimal {
      readonly c = [15];
      readonly e = -9;
      readonly s = -1;
      valueOf(): never {
        throw new Error("nobody asks for this");
      }
      toString(): string {
        return "-1.5e-9";
      }
    }
    expect(parseDecimal(new OldDecimal())).toBe("-0.0000000015");
  });

  test.each([
    "",
    " ",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x1F",
    "0b11",
    "0o17",
    "1_000",
    "1,000",
    " 1",
    "1 ",
    "1\n",
    "\t1",
    "1e5",
    "1E5",
    "1e-7",
    "+5",
    ".5",
    "5.",
    "-.5",
    "-",
    "--1",
    "-+1",
    "05",
    "-007.1",
    "00",
    "1.2.3",
    "1.-2",
    "3.5%",
    "¥5",
    "５",
    "٥",
    "1n",
    "null",
    "a",
  ])("refuses the text %j", (given) => {
    expect(faultOf(() => parseDecimal(given, "facts.total"))).toStrictEqual({
      code: "kernel.not_a_decimal",
      path: "facts.total",
      params: { got: JSON.stringify(given) },
    });
  });

  test.each([
    { given: nines(61), why: "61 digits before the point" },
    { given: `0.${nines(401)}`, why: "401 digits after the point" },
    { given: `${nines(61)}.5`, why: "61 digits before the point and one after it" },
    { given: 10n ** 60n, why: "a bigint of 61 digits" },
    { given: -(10n ** 60n), why: "a negative bigint of 61 digits" },
    { given: Number.MAX_VALUE, why: "a number of 309 digits" },
    { given: Number.NaN, why: "no number" },
    { given: Number.POSITIVE_INFINITY, why: "infinity" },
    { given: says("1e60"), why: "an object of 61 digits" },
    { given: says("1e-401"), why: "an object of 401 places" },
    { given: says("1e999999999"), why: "an object with an endless exponent" },
    { given: says("1e999"), why: "an object with a large exponent" },
    { given: says("1e-999"), why: "an object with a large negative exponent" },
    { given: says("1e"), why: "an object with half an exponent" },
    { given: says(megabytes), why: "an object with ten megabytes of digits" },
    { given: says(5), why: "an object whose text is no text" },
    { given: says(undefined), why: "an object without text" },
    {
      given: {
        toString: () => {
          throw new Error("no");
        },
      },
      why: "an object that throws",
    },
    { given: Object.create(null), why: "an object that cannot be text" },
    { given: { toString: 5 }, why: "an object whose toString is no function" },
    { given: revoked(), why: "a revoked proxy" },
    { given: new Date(0), why: "a date" },
    { given: {}, why: "a plain object" },
    { given: [], why: "an empty list" },
    { given: ["5"], why: "a list that would print as a number" },
    { given: () => 5, why: "a function" },
    { given: Symbol("5"), why: "a symbol" },
    { given: true, why: "a yes" },
    { given: null, why: "nothing" },
    { given: undefined, why: "a missing value" },
  ])("refuses $why", ({ given }) => {
    expect(faultAt(() => parseDecimal(given as DecimalLike, "x"))).toBe("kernel.not_a_decimal at x");
    expect(isDecimal(given)).toBe(false);
  });

  test("refuses ten megabytes of digits by their length, without looking at them", () => {
    const before = performance.now();
    for (let i = 0; i < 1000; i++) isDecimal(megabytes);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(String(faultOf(() => parseDecimal(megabytes)).params["got"])).toHaveLength(63);
  });
});

describe("isDecimal()", () => {
  test.each(["0", "-12.50", 7, 7n, new Decimal("1e-7")])("accepts what parseDecimal reads: %s", (given) => {
    expect(isDecimal(given)).toBe(true);
  });
});

describe("arithmetic on decimals", () => {
  test("does not know binary surprises", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3");
    expect(addDecimals(0.1, 0.2)).toBe("0.3");
    expect(subtractDecimals("1", "0.9")).toBe("0.1");
    expect(multiplyDecimals("1.1", "1.1")).toBe("1.21");
    expect(divideDecimals("0.3", "0.1")).toBe("3");
  });

  test("has one zero", () => {
    expect(addDecimals("-1", "1")).toBe("0");
    expect(subtractDecimals("0", "0.0")).toBe("0");
    expect(multiplyDecimals("-5", "0")).toBe("0");
    expect(divideDecimals("0", "-5")).toBe("0");
    expect(roundDecimal("-0.4", 0, "half_up")).toBe("0");
    expect(formatDecimal("-0.004", 2)).toBe("0.00");
  });

  test("keeps every digit of long operands", () => {
    expect(addDecimals("1000000000000000000000000000000", "0.0000000000000000000000000000001")).toBe(
      "1000000000000000000000000000000.0000000000000000000000000000001",
    );
    // 10^30 − 10^−30 squared is 10^60 − 2 + 10^−60, worked as (a − b)² = a² − 2ab + b².
    const a = `${nines(30)}.${nines(30)}`;
    expect(multiplyDecimals(a, a)).toBe(`${nines(59)}8.${"0".repeat(59)}1`);
  });

  test("cuts a quotient without end at 40 significant digits, half up", () => {
    expect(divideDecimals("1", "3")).toBe(`0.${"3".repeat(40)}`);
    expect(divideDecimals("2", "3")).toBe(`0.${"6".repeat(39)}7`);
    expect(divideDecimals("-2", "3")).toBe(`-0.${"6".repeat(39)}7`);
    expect(divideDecimals("20000", "3")).toBe(`6666.${"6".repeat(35)}7`);
  });

  test("adds up lists of any length, and none to 0", () => {
    expect(sumDecimals([])).toBe("0");
    expect(sumDecimals(["0.1", 0.2, 3n, "-0.3"])).toBe("3");
    expect(sumDecimals(Array.from({ length: 10_000 }, () => "0.01"))).toBe("100");
  });

  test.each([
    { a: "10", b: "9", order: 1 },
    { a: "9", b: "10", order: -1 },
    { a: "1.0", b: "1", order: 0 },
    { a: "-1", b: "-2", order: 1 },
    { a: "-0", b: "0", order: 0 },
    { a: "0.0000000000000000000000000000000000000001", b: "0", order: 1 },
  ])("compares $a with $b by value", ({ a, b, order }) => {
    expect(compareDecimals(a, b)).toBe(order);
  });

  test("names the operand that is no decimal", () => {
    expect(faultAt(() => addDecimals("x", "1"))).toBe("kernel.not_a_decimal at a");
    expect(faultAt(() => addDecimals("1", "x"))).toBe("kernel.not_a_decimal at b");
    expect(faultAt(() => sumDecimals(["1", "x"]))).toBe("kernel.not_a_decimal at values[1]");
    expect(faultAt(() => compareDecimals("1", "NaN"))).toBe("kernel.not_a_decimal at b");
    expect(faultAt(() => roundDecimal("x", 2, "half_up"))).toBe("kernel.not_a_decimal at value");
  });

  test("refuses to divide by zero", () => {
    expect(faultOf(() => divideDecimals("5", "-0.0"))).toStrictEqual({
      code: "kernel.division_by_zero",
      path: "b",
      params: { got: '"5"' },
    });
  });

  test("takes a hole of a list for a missing value, never for 0", () => {
    const holed: string[] = ["1"];
    holed[2] = "1";
    expect(faultAt(() => sumDecimals(holed))).toBe("kernel.not_a_decimal at values[1]");
  });

  test("refuses what is no list, and a list that cannot be read", () => {
    for (const given of [null, undefined, "12", 12, { length: 1, 0: "1" }, new Set(["1"])]) {
      expect(faultAt(() => sumDecimals(given as unknown as string[]))).toBe("kernel.not_a_list at values");
    }
    const throwing = new Proxy(["1"], {
      get: () => {
        throw new Error("no");
      },
    });
    expect(faultAt(() => sumDecimals(throwing))).toBe("kernel.unreadable at values");
    expect(faultAt(() => sumDecimals(revoked() as string[]))).toBe("kernel.unreadable at values");
  });

  test("refuses an answer that could not be read again", () => {
    expect(addDecimals(nines(60), "0.5")).toBe(`${nines(60)}.5`);
    expect(faultOf(() => addDecimals(nines(60), "1"))).toMatchObject({ code: "kernel.out_of_range", params: { whole: 60, fraction: 400 } });
    expect(faultAt(() => roundDecimal(`${nines(60)}.5`, 0, "half_up"))).toBe("kernel.out_of_range at ");
    expect(faultAt(() => formatDecimal(`${nines(60)}.5`, 0))).toBe("kernel.out_of_range at ");
    const fine = `0.${"0".repeat(199)}1`;
    expect(multiplyDecimals(fine, fine)).toBe(`0.${"0".repeat(399)}1`);
    expect(faultAt(() => multiplyDecimals(fine, `0.${"0".repeat(200)}1`))).toBe("kernel.out_of_range at ");
  });

  test("gives answers that are inputs again, through ten quotients in a row", () => {
    const third = divideDecimals("1", "3");
    let share = "1";
    for (let i = 0; i < 10; i++) share = multiplyDecimals(share, third);
    expect(share).toHaveLength(402);
    expect(compareDecimals(share, parseDecimal(share))).toBe(0);
  });
});

describe("roundDecimal()", () => {
  const rows: readonly (readonly [string, ...string[]])[] = [
    // value, then: half_up, half_even, half_down, up, down, ceiling, floor
    ["2.4", "2", "2", "2", "3", "2", "3", "2"],
    ["2.5", "3", "2", "2", "3", "2", "3", "2"],
    ["2.6", "3", "3", "3", "3", "2", "3", "2"],
    ["3.5", "4", "4", "3", "4", "3", "4", "3"],
    ["-2.4", "-2", "-2", "-2", "-3", "-2", "-2", "-3"],
    ["-2.5", "-3", "-2", "-2", "-3", "-2", "-2", "-3"],
    ["-2.6", "-3", "-3", "-3", "-3", "-2", "-2", "-3"],
    ["2", "2", "2", "2", "2", "2", "2", "2"],
    ["0.5", "1", "0", "0", "1", "0", "1", "0"],
    ["-0.5", "-1", "0", "0", "-1", "0", "0", "-1"],
  ];
  test.each(rows.flatMap(([value, ...wanted]) => roundingModes.map((mode, i) => ({ value, mode, wanted: wanted[i] }))))(
    "$value rounded $mode is $wanted",
    ({ value, mode, wanted }) => {
      expect(roundDecimal(value, 0, mode)).toBe(wanted);
    },
  );

  test.each([
    { value: "2.344999", wanted: "2.34", why: "just below half a fen" },
    { value: "2.345", wanted: "2.35", why: "half a fen" },
    { value: "2.345001", wanted: "2.35", why: "just above half a fen" },
  ])("rounds $value once: $why", ({ value, wanted }) => {
    expect(roundDecimal(value, 2, "half_up")).toBe(wanted);
  });

  test("keeps up to 60 places", () => {
    expect(roundDecimal(`0.${"4".repeat(61)}`, 60, "half_up")).toBe(`0.${"4".repeat(60)}`);
    for (const places of [-1, 61, 1.5, Number.NaN, "2" as unknown as number]) {
      expect(faultAt(() => roundDecimal("1", places, "half_up"))).toBe("kernel.not_a_count at places");
    }
  });

  test("refuses a mode that is none, names of the object prototype included", () => {
    for (const mode of ["nearest", "constructor", "__proto__", "toString", undefined, 4, ["half_up"], says("half_up"), says(5)]) {
      expect(faultAt(() => roundDecimal("1", 0, mode as RoundingMode))).toBe("kernel.not_a_choice at mode");
    }
  });
});

describe("formatDecimal()", () => {
  test.each([
    { value: "5000", places: 2, wanted: "5000.00" },
    { value: "0", places: 2, wanted: "0.00" },
    { value: "-1.5", places: 2, wanted: "-1.50" },
    { value: "1.005", places: 2, wanted: "1.01" },
    { value: "7", places: 0, wanted: "7" },
  ])("writes $value with $places places", ({ value, places, wanted }) => {
    expect(formatDecimal(value, places)).toBe(wanted);
  });

  test("rounds as it is told", () => {
    expect(formatDecimal("1.009", 2, "down")).toBe("1.00");
  });
});

describe("a host's own decimal.js", () => {
  const ours = () => [
    divideDecimals("1", "3"),
    multiplyDecimals("123456.789", "0.000001"),
    addDecimals("99999999999999999999", "0.00000001"),
    roundDecimal("2.5", 0, "half_up"),
    parseDecimal(new Decimal("123456.789")),
  ];
  const wanted = [`0.${"3".repeat(40)}`, "0.123456789", "99999999999999999999.00000001", "3", "123456.789"];

  afterEach(() => {
    Decimal.set({ defaults: true });
    vi.resetModules();
  });

  test("changes nothing when its settings change after the library is loaded", () => {
    expect(ours()).toStrictEqual(wanted);
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_DOWN, toExpNeg: 0, toExpPos: 0 });
    expect(new Decimal(1).div(3).toString()).toBe("3.33e-1");
    expect(ours()).toStrictEqual(wanted);
  });

  test("changes nothing when its settings were changed before the library is loaded", async () => {
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_DOWN, toExpNeg: 0, toExpPos: 0, maxE: 5, minE: -5 });
    vi.resetModules();
    const late = await import("qudao/kernel");
    expect(late.divideDecimals("1", "3")).toBe(wanted[0]);
    expect(late.divideDecimals("100000000000000000000", "8")).toBe("12500000000000000000");
    expect(late.divideDecimals("0.0000000001", "4")).toBe("0.000000000025");
    expect(late.addDecimals("99999999999999999999", "0.00000001")).toBe(wanted[2]);
    expect(late.roundDecimal("2.5", 0, "half_up")).toBe("3");
  });

  test("is read by its text, exponent and all, also when it is another copy", () => {
    const Copy = Decimal.clone({ toExpNeg: 0, toExpPos: 0 });
    expect(new Copy("-0.00012").toString()).toBe("-1.2e-4");
    expect(parseDecimal(new Copy("-0.00012"))).toBe("-0.00012");
    expect(addDecimals(new Copy("1e-7"), new Decimal("1e+20"))).toBe("100000000000000000000.0000001");
    expect(isDecimal(new Copy(Number.NaN))).toBe(false);
    expect(isDecimal(new Copy(Number.POSITIVE_INFINITY))).toBe(false);
  });
});

describe("the library's own decimal", () => {
  test("never lets out what could not be read again", () => {
    for (const bad of [new Exact(10n ** 60n), new Exact(1n, 401)]) {
      expect(faultAt(() => text(bad))).toBe("kernel.out_of_range at ");
    }
    expect(faultAt(() => fixed(new Exact(10n ** 60n), 2))).toBe("kernel.out_of_range at ");
  });

  test("divides exactly where the quotient ends, and cuts where it does not", () => {
    const long = exact(`${nines(50)}.5`);
    expect(text(quotient(long, exact("1")))).toBe(`1${"0".repeat(50)}`);
    expect(text(exactQuotient(long, exact("1")))).toBe(`${nines(50)}.5`);
    expect(text(exactQuotient(exact("1"), exact("3")))).toBe(`0.${"3".repeat(40)}`);
    // 2^−60 has 60 places and 42 significant digits.
    expect(text(exactQuotient(exact("1"), exact(String(2n ** 60n))))).toBe(
      "0.000000000000000000867361737988403547205962240695953369140625",
    );
  });
});
