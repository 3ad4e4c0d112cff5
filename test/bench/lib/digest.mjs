// Results are compared before anything is timed: one line of text per statement row, sorted, hashed.
import { createHash } from "node:crypto";

/**
 * Reduces rows to one hash. A row of zeros counts as no row: some variants name a member without sales, others do not.
 * @param {Iterable<Row>} rows Rows in any order.
 * @returns {{ hash: string, rows: number }} Equal for equal results.
 *
 * @typedef {{ programme: string, member: string, window: string, net: string, units: number, rebate: string }} Row
 * `window` is "2024" or "2024-Q1"; `net` and `rebate` are decimal strings, in any spelling of the same number.
 */
export function digest(rows) {
  const text = [];
  for (const { programme, member, window, net, units, rebate } of rows) {
    const figures = [plain(net), plain(units), plain(rebate)];
    if (figures.some((figure) => figure !== "0")) text.push([programme, member, window, ...figures].join("|"));
  }
  return { hash: createHash("sha256").update(text.sort().join("\n")).digest("hex").slice(0, 16), rows: text.length };
}

/** Writes whole cents as a decimal string. */
export function fromCents(cents) {
  const digits = String(cents < 0 ? -cents : cents).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function plain(value) {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`Not a plain decimal: "${text}"`);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
