// Settling one million held lines: the library against loops, decimal.js and DuckDB.
import { runChild } from "../lib/child.mjs";
import { median, missing, worst } from "../lib/figures.mjs";
import { figures } from "../targets.mjs";

const worker = new URL("../workers/settle.mjs", import.meta.url).pathname;
const processes = 2;

/** Absolute times, by the variant they are taken from. */
const times = {
  "settle.one_ns": "qudao.one",
  "settle.ten_ns": "qudao.ten",
  "settle.bare_loop_ns": "bare.one",
  "settle.ten_bare_loop_ns": "bare.ten",
  "settle.columnar_ns": "columnar.one",
  "settle.decimaljs_ns": "decimaljs.one",
  "settle.ten_decimaljs_ns": "decimaljs.ten",
  "settle.duckdb_in_memory_ns": "duckdb_in_memory.one",
  "settle.ten_duckdb_in_memory_ns": "duckdb_in_memory.ten",
  "settle.duckdb_with_load_ns": "duckdb_with_load.one",
};

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const reports = [];
  for (let round = 1; round <= processes; round++) {
    for (const session of ["one", "ten"]) reports.push(await runChild(["--expose-gc", worker, session]));
  }
  const found = {};
  for (const name of new Set(reports.flatMap(({ comparisons }) => Object.keys(comparisons)))) {
    found[name] = combine(
      reports.flatMap(({ comparisons }) => comparisons[name] ?? []),
      figures[name],
    );
  }
  for (const [name, variant] of Object.entries(times)) {
    const taken = reports.flatMap(({ nsPerLine }) => nsPerLine[variant] ?? []);
    found[name] = taken.length === 0 ? missing(`${variant} did not run`) : { value: median(taken) };
  }
  return found;
}

function combine(parts, figure) {
  const gone = parts.find((part) => part.missing !== undefined);
  if (gone !== undefined) return missing(gone.missing);
  if (parts[0].ratio === undefined)
    return {
      value: worst(
        parts.map(({ value }) => value),
        figure,
      ),
      note: parts[0].note,
    };
  const low = Math.min(...parts.map((part) => part.low));
  const high = Math.max(...parts.map((part) => part.high));
  return {
    value: worst(
      parts.map(({ ratio }) => ratio),
      figure,
    ),
    note: `worse of ${parts.length} processes, median of ${parts[0].pairs} pairs from ${low.toFixed(2)} to ${high.toFixed(2)}`,
  };
}
