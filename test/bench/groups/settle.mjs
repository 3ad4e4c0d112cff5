// Settling one million held lines: the library against loops, decimal.js and DuckDB.
import { measureSessions } from "../lib/sessions.mjs";

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
export const measure = () =>
  measureSessions(new URL("../workers/settle.mjs", import.meta.url), ["one", "ten", "others", "one_by_one"], times);
