import { at, checkChoice, checkList, checkRecord, readSafely } from "./check.js";
import { checkCurrency } from "./currency.js";
import {
  checkPlaces,
  compareDecimals,
  type DecimalLike,
  type DecimalString,
  Exact,
  exact,
  fixed,
  parseDecimal,
  type RoundingMode,
  rounded,
  roundingModes,
  text,
  ZERO,
} from "./decimal.js";
import { kernelFault, shown } from "./fault.js";

/** An amount in one currency. Whether tax is in it, and whose debt a negative one is, is said by the field that holds it. */
export interface Money {
  /** Major units (yuan, not fen). Working amounts have no trailing zeros; payable ones have exactly the places they are paid with. */
  readonly amount: DecimalString;
  /** Three capital letters, as ISO 4217 writes them. */
  readonly currency: string;
}

/** How an exact amount becomes one that can be paid. */
export interface MoneyRounding {
  /** Places written after the point, 0 to 60. `currencyDecimals` knows what the currency has. */
  readonly decimals: number;
  /** What happens to the rest. */
  readonly mode: RoundingMode;
}

/** An exact amount as it is paid, rounded once. @internal */
export function payable(value: Exact, { decimals, mode }: MoneyRounding): DecimalString {
  return fixed(rounded(value, decimals, mode), decimals);
}

/**
 * Reads an amount of money.
 *
 * @remarks
 * The currency is checked by its shape, not against a list: a host may hold amounts in a currency younger than this library.
 *
 * @param value - A record with `amount` (whatever `parseDecimal` reads) and `currency`; other fields are left out of the answer.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The money, its amount canonical.
 * @throws LibraryFault `kernel.not_an_amount`, `kernel.not_a_decimal`, `kernel.not_a_currency`.
 *
 * @example The amount loses its trailing zeros
 * ```ts
 * import { parseMoney } from "qudao/kernel";
 *
 * parseMoney({ amount: "1234.50", currency: "CNY" }); // => { amount: "1234.5", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function parseMoney(value: unknown, path = ""): Money {
  return readSafely(path, () => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw kernelFault("kernel.not_an_amount", path, { got: shown(value) });
    }
    const { amount, currency } = value as { readonly amount: DecimalLike; readonly currency: unknown };
    return { amount: parseDecimal(amount, at(path, "amount")), currency: checkCurrency(currency, at(path, "currency")) };
  });
}

function checkSame(a: Money, b: Money, path: string): void {
  if (a.currency !== b.currency) throw kernelFault("kernel.currency_mismatch", at(path, "currency"), { got: b.currency, want: a.currency });
}

function combine(left: Money, right: Money, amount: (a: Exact, b: Exact) => Exact): Money {
  const a = parseMoney(left, "a");
  const b = parseMoney(right, "b");
  checkSame(a, b, "b");
  return { amount: text(amount(new Exact(a.amount), new Exact(b.amount))), currency: a.currency };
}

/**
 * Adds two amounts of one currency, exactly.
 *
 * @param a - First summand.
 * @param b - Second summand, in the same currency.
 * @returns `a + b`.
 * @throws LibraryFault `kernel.currency_mismatch`.
 *
 * @example Ten fen and twenty fen
 * ```ts
 * import { addMoney } from "qudao/kernel";
 *
 * addMoney({ amount: "0.1", currency: "CNY" }, { amount: "0.2", currency: "CNY" }); // => { amount: "0.3", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function addMoney(a: Money, b: Money): Money {
  return combine(a, b, (x, y) => x.plus(y));
}

/**
 * Subtracts one amount from another of the same currency, exactly.
 *
 * @param a - Minuend.
 * @param b - Subtrahend, in the same currency.
 * @returns `a − b`.
 * @throws LibraryFault `kernel.currency_mismatch`.
 *
 * @example What is still owed
 * ```ts
 * import { subtractMoney } from "qudao/kernel";
 *
 * subtractMoney({ amount: "100", currency: "CNY" }, { amount: "99.95", currency: "CNY" }); // => { amount: "0.05", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function subtractMoney(a: Money, b: Money): Money {
  return combine(a, b, (x, y) => x.minus(y));
}

/**
 * Multiplies an amount by a number: a rate, a count, a quantity.
 *
 * @param money - The amount.
 * @param factor - Any decimal.
 * @returns `money × factor`, nothing rounded.
 *
 * @example A rate of 3.5 %
 * ```ts
 * import { multiplyMoney } from "qudao/kernel";
 *
 * multiplyMoney({ amount: "1234.56", currency: "CNY" }, "0.035"); // => { amount: "43.2096", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function multiplyMoney(money: Money, factor: DecimalLike): Money {
  const { amount, currency } = parseMoney(money, "money");
  return { amount: text(new Exact(amount).times(exact(factor, "factor"))), currency };
}

/**
 * Turns an amount owed into one owing, and back.
 *
 * @param money - The amount.
 * @returns `−money`; zero stays zero.
 *
 * @example A credit note
 * ```ts
 * import { negateMoney } from "qudao/kernel";
 *
 * negateMoney({ amount: "80", currency: "CNY" }); // => { amount: "-80", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function negateMoney(money: Money): Money {
  const { amount, currency } = parseMoney(money, "money");
  return { amount: text(new Exact(amount).negated()), currency };
}

/**
 * Compares two amounts of one currency by value.
 *
 * @param a - Left.
 * @param b - Right, in the same currency.
 * @returns `-1` when `a` is less, `0` when equal, `1` when greater.
 * @throws LibraryFault `kernel.currency_mismatch`.
 *
 * @example By value, not by spelling
 * ```ts
 * import { compareMoney } from "qudao/kernel";
 *
 * compareMoney({ amount: "10.00", currency: "CNY" }, { amount: "10", currency: "CNY" }); // => 0
 * ```
 *
 * @since 0.1.0
 */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const left = parseMoney(a, "a");
  const right = parseMoney(b, "b");
  checkSame(left, right, "b");
  return compareDecimals(left.amount, right.amount);
}

/**
 * Adds up any number of amounts of one currency, exactly. The sum of none is zero.
 *
 * @param list - The summands, in any order.
 * @param currency - Their currency, named so that an empty list has one too.
 * @returns Their sum.
 * @throws LibraryFault `kernel.currency_mismatch` with the place of the first amount in another currency.
 *
 * @example An empty list adds up to zero
 * ```ts
 * import { sumMoney } from "qudao/kernel";
 *
 * sumMoney([{ amount: "1.5", currency: "CNY" }, { amount: "-0.5", currency: "CNY" }], "CNY"); // => { amount: "1", currency: "CNY" }
 * sumMoney([], "CNY"); // => { amount: "0", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function sumMoney(list: readonly Money[], currency: string): Money {
  const zero = { amount: "0", currency: checkCurrency(currency, "currency") };
  return readSafely({ list, currency }, () => {
    let sum = ZERO;
    checkList(list, "list").forEach((item, i) => {
      const money = parseMoney(item, `list[${i}]`);
      checkSame(zero, money, `list[${i}]`);
      sum = sum.plus(money.amount);
    });
    return { amount: text(sum), currency };
  });
}

/**
 * Rounds an exact amount to one that can be paid, written with all its places.
 *
 * @remarks
 * The named place where money is rounded: once, after the last exact step.
 *
 * @param money - The exact amount.
 * @param rounding - Places and mode.
 * @returns The payable amount, with exactly `decimals` places.
 *
 * @example Half a fen leaves zero
 * ```ts
 * import { roundMoney } from "qudao/kernel";
 *
 * roundMoney({ amount: "5000.005", currency: "CNY" }, { decimals: 2, mode: "half_up" }); // => { amount: "5000.01", currency: "CNY" }
 * roundMoney({ amount: "5000", currency: "CNY" }, { decimals: 2, mode: "half_up" }); // => { amount: "5000.00", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function roundMoney(money: Money, rounding: MoneyRounding): Money {
  const { amount, currency } = parseMoney(money, "money");
  const { places, mode } = readSafely({ money, rounding }, () => {
    checkRecord(rounding, "rounding");
    const mode = checkChoice(rounding.mode, "rounding.mode", roundingModes);
    return { places: checkPlaces(rounding.decimals, "rounding.decimals"), mode };
  });
  return { amount: fixed(rounded(new Exact(amount), places, mode), places), currency };
}
