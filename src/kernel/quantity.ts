import { at, checkRecord, checkText, readSafely } from "./check.js";
import { compareDecimals, type DecimalLike, type DecimalString, Exact, exact, exactQuotient, parseDecimal, text } from "./decimal.js";
import { kernelFault, shown } from "./fault.js";
import type { Message } from "./message.js";
import { err, ok, type Result } from "./result.js";

/** So many of a unit. */
export interface Quantity {
  /** How many. May be negative (a return) and broken (1.5 tons), as the field that holds it says. */
  readonly value: DecimalString;
  /** The unit's name in the host's data: `"box"`, `"kg"`, `"件"`. Two spellings are two units. */
  readonly unit: string;
}

/** Units of one kind, each by what it holds of the base unit. */
export interface UnitTable {
  /** The unit that the others are counted in. It need not be listed among them; where it is, it is `"1"`. */
  readonly base: string;
  /** Base units in one of each. Above 0. */
  readonly units: { readonly [unit: string]: DecimalString };
}

/**
 * Reads a quantity.
 *
 * @param value - A record with `value` (whatever `parseDecimal` reads) and `unit` (text); other fields are left out of the answer.
 * @param path - Where it stands in the caller's input, for the fault.
 * @returns The quantity, its value canonical.
 * @throws LibraryFault `kernel.not_a_quantity`, `kernel.not_a_decimal`, `kernel.not_text`.
 *
 * @example The value loses its trailing zeros
 * ```ts
 * import { parseQuantity } from "qudao/kernel";
 *
 * parseQuantity({ value: "12.0", unit: "box" }); // => { value: "12", unit: "box" }
 * ```
 *
 * @since 0.1.0
 */
export function parseQuantity(value: unknown, path = ""): Quantity {
  return readSafely(path, () => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw kernelFault("kernel.not_a_quantity", path, { got: shown(value) });
    }
    const { value: count, unit } = value as { readonly value: DecimalLike; readonly unit: unknown };
    return { value: parseDecimal(count, at(path, "value")), unit: checkText(unit, at(path, "unit")) };
  });
}

function parseSame(left: Quantity, right: Quantity): readonly [Quantity, Quantity] {
  const a = parseQuantity(left, "a");
  const b = parseQuantity(right, "b");
  if (a.unit !== b.unit) throw kernelFault("kernel.unit_mismatch", "b.unit", { got: shown(b.unit), want: shown(a.unit) });
  return [a, b];
}

/**
 * Adds two quantities of one unit, exactly.
 *
 * @param a - First summand.
 * @param b - Second summand, in the same unit.
 * @returns `a + b`.
 * @throws LibraryFault `kernel.unit_mismatch`: `convertQuantity` comes first.
 *
 * @example Two deliveries
 * ```ts
 * import { addQuantities } from "qudao/kernel";
 *
 * addQuantities({ value: "1.5", unit: "t" }, { value: "0.5", unit: "t" }); // => { value: "2", unit: "t" }
 * ```
 *
 * @since 0.1.0
 */
export function addQuantities(a: Quantity, b: Quantity): Quantity {
  const [left, right] = parseSame(a, b);
  return { value: text(new Exact(left.value).plus(right.value)), unit: left.unit };
}

/**
 * Subtracts one quantity from another of the same unit, exactly.
 *
 * @param a - Minuend.
 * @param b - Subtrahend, in the same unit.
 * @returns `a − b`.
 * @throws LibraryFault `kernel.unit_mismatch`: `convertQuantity` comes first.
 *
 * @example Sold less returned
 * ```ts
 * import { subtractQuantities } from "qudao/kernel";
 *
 * subtractQuantities({ value: "10", unit: "box" }, { value: "12", unit: "box" }); // => { value: "-2", unit: "box" }
 * ```
 *
 * @since 0.1.0
 */
export function subtractQuantities(a: Quantity, b: Quantity): Quantity {
  const [left, right] = parseSame(a, b);
  return { value: text(new Exact(left.value).minus(right.value)), unit: left.unit };
}

/**
 * Compares two quantities of one unit by value.
 *
 * @param a - Left.
 * @param b - Right, in the same unit.
 * @returns `-1` when `a` is less, `0` when equal, `1` when greater.
 * @throws LibraryFault `kernel.unit_mismatch`: `convertQuantity` comes first.
 *
 * @example Numbers, not text
 * ```ts
 * import { compareQuantities } from "qudao/kernel";
 *
 * compareQuantities({ value: "10", unit: "box" }, { value: "9", unit: "box" }); // => 1
 * ```
 *
 * @since 0.1.0
 */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  const [left, right] = parseSame(a, b);
  return compareDecimals(left.value, right.value);
}

/**
 * Converts a quantity into another unit of the same kind.
 *
 * @remarks
 * `value × base units in its unit ÷ base units in the other`, multiplied first and divided once. Exact where the quotient ends
 * within 400 places; one that does not end is cut at 40 significant digits, half up. A quantity already in the unit is answered
 * as it is, whatever the table.
 *
 * @param quantity - The quantity.
 * @param to - The unit wanted.
 * @param table - Units of this kind of thing.
 * @returns The quantity in `to`.
 * @throws LibraryFault `kernel.not_above_zero`, `kernel.base_unit_not_one`.
 *
 * @errors
 * - `kernel.unit_unknown` - the quantity's unit, else the unit wanted, is not in the table.
 *
 * @example Boxes of twelve
 * ```ts
 * import { convertQuantity } from "qudao/kernel";
 *
 * const table = { base: "piece", units: { box: "12", pallet: "480" } };
 * convertQuantity({ value: "2.5", unit: "pallet" }, "box", table); // => { ok: true, value: { value: "100", unit: "box" } }
 * convertQuantity({ value: "2", unit: "crate" }, "box", table).ok; // => false
 * ```
 *
 * @since 0.1.0
 */
export function convertQuantity(quantity: Quantity, to: string, table: UnitTable): Result<Quantity, Message<"kernel.unit_unknown">> {
  const given = parseQuantity(quantity, "quantity");
  const unit = checkText(to, "to");
  return readSafely({ quantity, to, table }, () => {
    const factors = checkTable(table);
    if (given.unit === unit) return ok(given);
    const from = factors(given.unit);
    const into = factors(unit);
    if (from === undefined || into === undefined) {
      const unknown = from === undefined ? given.unit : unit;
      return err({ code: "kernel.unit_unknown", params: { unit: shown(unknown), known: knownUnits(table) } });
    }
    return ok({ value: text(exactQuotient(new Exact(given.value).times(from), into)), unit });
  });
}

function checkTable(table: UnitTable): (unit: string) => Exact | undefined {
  checkRecord(table, "table");
  const base = checkText(table.base, "table.base");
  const units = checkRecord(table.units, "table.units");
  const factor = (unit: string): Exact | undefined => {
    if (!Object.hasOwn(units, unit)) return unit === base ? new Exact(1) : undefined;
    const path = `table.units[${shown(unit)}]`;
    const one = exact(units[unit] as DecimalLike, path);
    if (!one.greaterThan(0)) throw kernelFault("kernel.not_above_zero", path, { got: shown(units[unit]) });
    if (unit === base && !one.equals(1)) throw kernelFault("kernel.base_unit_not_one", path, { got: text(one), unit: shown(unit) });
    return one;
  };
  factor(base);
  return factor;
}

function knownUnits({ base, units }: UnitTable): readonly string[] {
  return [...new Set([base, ...Object.keys(units)])];
}
