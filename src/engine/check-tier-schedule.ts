import { readSafely } from "../kernel/check.js";
import { Exact, isDecimal } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import type { EngineCode } from "./messages.js";
import {
  type TierPackage,
  type TierRow,
  type TierSchedule,
  type TierTable,
  tierBoundaries,
  tierCurves,
  tierMethods,
} from "./tier-schedule.js";

type Found = PlacedMessage<EngineCode | KernelCode>;

/** Most rows of a table: far above any real one, so that no input can exhaust time or memory. */
const MOST_ROWS = 10_000;

/** Most coefficients of a row's curve: the ninth power, beyond any that is agreed on. */
const MOST_COEFFICIENTS = 10;

/** What a row may pay by. */
const PAY_FIELDS = ["rate", "amount", "coefficients"] as const;

type PayField = (typeof PAY_FIELDS)[number];

/** What a row of each method must carry. `either`: all rows the same of rate and amount. */
const PAYS_BY: { readonly [M in TierTable["method"]]: PayField | "either" } = {
  graduated: "rate",
  retroactive: "rate",
  rolling_sum: "rate",
  total_sum: "rate",
  interpolated: "either",
  lump_sum: "amount",
  lump_sum_each: "amount",
  pay_to_first: "rate",
  excess_only: "rate",
  polynomial: "coefficients",
};

/** Methods whose rows may pay a fixed amount on top of their rate. */
const ADDS_AMOUNT: readonly TierTable["method"][] = ["graduated", "excess_only", "retroactive"];

/**
 * Lists everything that is wrong with a schedule, row by row.
 *
 * @remarks
 * A schedule is right when its rows begin at 0 (`excess_only`: anywhere from 0 up), increase strictly, touch each other where `to` is written, share
 * one unit, and carry what their method pays by (`graduated`, `excess_only` and `retroactive`: a rate, with or without an amount); a `polynomial` says by `curve` what its coefficients are of. An empty list means `evaluateTiers` will accept it.
 *
 * @param schedule - The schedule to look at; any JSON is accepted.
 * @returns One message per fault, with the path of the field, in the order of the rows.
 *
 * @errors
 * - `engine.tier_none`, `engine.tier_too_many` - there is no row, or more than 10,000.
 * - `engine.tier_first_not_zero` - the first row begins above 0, so that small values would silently pay nothing.
 * - `engine.tier_negative` - a threshold is below 0.
 * - `engine.tier_not_increasing` - a row does not begin above the one before it.
 * - `engine.tier_gap`, `engine.tier_overlap` - a row's `to` is below or above the next row's `from`.
 * - `engine.tier_unit_mixed` - a row is written in another unit than the schedule.
 * - `engine.tier_pay_missing`, `engine.tier_pay_unused` - a row lacks, or needlessly carries, `rate`, `amount`, `coefficients` or `fromFirst`.
 * - `engine.tier_coefficients` - a row has no coefficient, or more than 10.
 * - `engine.tier_curve_unused` - a `curve` is named by another method than `polynomial`.
 * - `engine.tier_open_end` - the last row of an interpolated table has no `to`.
 * - `engine.tier_size` - a package's size is not above 0.
 * - `kernel.not_a_decimal`, `kernel.not_a_choice`, `kernel.not_text`, `kernel.not_a_record`, `kernel.not_a_list` - a field cannot be read.
 *
 * @throws LibraryFault `kernel.unreadable` when reading the schedule itself throws, as a getter may.
 *
 * @example The row with the gap is named
 * ```ts
 * import { checkTierSchedule } from "qudao/engine";
 *
 * const found = checkTierSchedule({
 *   method: "retroactive", unit: "CNY", boundary: "reaches",
 *   tiers: [{ from: "0", to: "99999.99", rate: "0" }, { from: "100000", rate: "0.02" }],
 * });
 * found.map((fault) => [fault.code, fault.path]); // => [["engine.tier_gap", "tiers[0].to"]]
 * ```
 *
 * @since 0.1.0
 */
export function checkTierSchedule(schedule: TierSchedule): readonly PlacedMessage<EngineCode | KernelCode>[] {
  return readSafely("schedule", () => faultsIn(schedule));
}

function faultsIn(schedule: TierSchedule): readonly Found[] {
  if (!isRecord(schedule)) return [placed("kernel.not_a_record", "", { got: shown(schedule) })];
  const found: Found[] = [];
  if (typeof schedule.unit !== "string" || schedule.unit === "")
    found.push(placed("kernel.not_text", "unit", { got: shown(schedule.unit) }));
  if (!tierMethods.includes(schedule.method)) {
    found.push(placed("kernel.not_a_choice", "method", { got: shown(schedule.method), want: tierMethods }));
  } else if (schedule.method === "package") checkPackage(schedule, found);
  else checkTable(schedule, found);
  return found;
}

function checkPackage(schedule: TierPackage, found: Found[]): void {
  if (decimalAt(schedule.size, "size", found) && !new Exact(schedule.size).greaterThan(0)) {
    found.push(placed("engine.tier_size", "size", { got: schedule.size }));
  }
  decimalAt(schedule.amount, "amount", found);
  const counts = ["complete", "started"];
  if (!counts.includes(schedule.count)) found.push(placed("kernel.not_a_choice", "count", { got: shown(schedule.count), want: counts }));
}

function checkTable(schedule: TierTable, found: Found[]): void {
  const { tiers, method, unit, boundary } = schedule;
  if (!tierBoundaries.includes(boundary)) {
    found.push(placed("kernel.not_a_choice", "boundary", { got: shown(boundary), want: tierBoundaries }));
  }
  checkCurve(schedule, found);
  if (!Array.isArray(tiers)) {
    found.push(placed("kernel.not_a_list", "tiers", { got: shown(tiers) }));
    return;
  }
  if (tiers.length === 0) found.push(placed("engine.tier_none", "tiers", {}));
  if (!(tiers.length <= MOST_ROWS)) {
    found.push(placed("engine.tier_too_many", "tiers", { most: MOST_ROWS }));
    return;
  }
  const paysBy =
    PAYS_BY[method] === "either" ? (tiers.some((row) => isRecord(row) && row["rate"] !== undefined) ? "rate" : "amount") : PAYS_BY[method];
  // `from` fills the holes of a list, which `forEach` would pass over
  Array.from(tiers).forEach((row, i) => {
    if (!isRecord(row)) found.push(placed("kernel.not_a_record", `tiers[${i}]`, { got: shown(row) }));
    else checkRow(row as unknown as TierRow, { tiers, i, method, unit, paysBy }, found);
  });
}

interface RowPlace {
  readonly tiers: readonly TierRow[];
  readonly i: number;
  readonly method: TierTable["method"];
  readonly unit: string;
  readonly paysBy: PayField;
}

function checkRow(row: TierRow, place: RowPlace, found: Found[]): void {
  const { tiers, i, method, unit, paysBy } = place;
  const at = `tiers[${i}]`;
  const rowNumber = i + 1;
  if (decimalAt(row.from, `${at}.from`, found)) {
    const from = new Exact(row.from);
    if (from.isNegative() && !from.isZero()) found.push(placed("engine.tier_negative", `${at}.from`, { row: rowNumber, from: row.from }));
    else if (i === 0 && method !== "excess_only" && !from.isZero()) {
      found.push(placed("engine.tier_first_not_zero", `${at}.from`, { from: row.from }));
    }
    const before = tiers[i - 1]?.from;
    if (isDecimalText(before) && from.lessThanOrEqualTo(before)) {
      found.push(placed("engine.tier_not_increasing", `${at}.from`, { row: rowNumber, from: row.from, before }));
    }
  }
  checkEnd(row, place, at, found);
  if (row.unit !== undefined && row.unit !== unit) {
    found.push(placed("engine.tier_unit_mixed", `${at}.unit`, { row: rowNumber, got: shown(row.unit), want: shown(unit) }));
  }
  for (const field of PAY_FIELDS) {
    const [pay, path] = [row[field], `${at}.${field}`];
    if (field === "amount" && ADDS_AMOUNT.includes(method)) {
      if (pay !== undefined) decimalAt(pay, path, found);
    } else if (field !== paysBy) {
      if (pay !== undefined) found.push(placed("engine.tier_pay_unused", path, { row: rowNumber, field, method }));
    } else if (pay === undefined) found.push(placed("engine.tier_pay_missing", path, { row: rowNumber, field, method }));
    else if (field === "coefficients") checkCoefficients(pay, path, rowNumber, found);
    else decimalAt(pay, path, found);
  }
  if (row.fromFirst !== undefined && method !== "pay_to_first") {
    found.push(placed("engine.tier_pay_unused", `${at}.fromFirst`, { row: rowNumber, field: "fromFirst", method }));
  } else if (row.fromFirst !== undefined && row.fromFirst !== true) {
    found.push(placed("kernel.not_a_choice", `${at}.fromFirst`, { got: shown(row.fromFirst), want: [true] }));
  }
}

function checkCurve({ method, curve }: TierTable, found: Found[]): void {
  if (method !== "polynomial") {
    if (curve !== undefined) found.push(placed("engine.tier_curve_unused", "curve", { method }));
  } else if (!tierCurves.includes(curve as never)) {
    found.push(placed("kernel.not_a_choice", "curve", { got: shown(curve), want: tierCurves }));
  }
}

function checkCoefficients(given: unknown, path: string, row: number, found: Found[]): void {
  if (!Array.isArray(given)) {
    found.push(placed("kernel.not_a_list", path, { got: shown(given) }));
    return;
  }
  if (given.length === 0 || !(given.length <= MOST_COEFFICIENTS)) {
    found.push(placed("engine.tier_coefficients", path, { row, got: shown(given.length), most: MOST_COEFFICIENTS }));
    return;
  }
  Array.from(given).forEach((value, i) => void decimalAt(value, `${path}[${i}]`, found));
}

function checkEnd(row: TierRow, { tiers, i, method }: RowPlace, at: string, found: Found[]): void {
  const last = i === tiers.length - 1;
  if (row.to === undefined) {
    if (last && method === "interpolated") found.push(placed("engine.tier_open_end", `${at}.to`, { row: i + 1 }));
    return;
  }
  const bound = last ? row.from : tiers[i + 1]?.from;
  if (!decimalAt(row.to, `${at}.to`, found) || !isDecimalText(bound)) return;
  const params = { row: i + 1, to: row.to, next: bound };
  const order = new Exact(row.to).comparedTo(bound);
  if (last) {
    if (order <= 0) found.push(placed("engine.tier_not_increasing", `${at}.to`, { row: i + 1, from: row.to, before: row.from }));
  } else if (order < 0) found.push(placed("engine.tier_gap", `${at}.to`, params));
  else if (order > 0) found.push(placed("engine.tier_overlap", `${at}.to`, params));
}

function decimalAt(value: unknown, path: string, found: Found[]): value is string {
  const fine = isDecimalText(value);
  if (!fine) found.push(placed("kernel.not_a_decimal", path, { got: shown(value) }));
  return fine;
}

function isDecimalText(value: unknown): value is string {
  return typeof value === "string" && isDecimal(value);
}

function placed(code: EngineCode | KernelCode, path: string, params: Found["params"]): Found {
  return { code, path, params };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
