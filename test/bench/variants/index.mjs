// Everything that can do a task, by "<variant>.<task>". A variant is loaded when it is asked for, so that one cannot slow another.
import { tasks } from "../lib/task.mjs";

/**
 * @typedef {{ lines: object[], programmes: readonly import("../lib/task.mjs").Programme[], members: readonly object[] }} Context
 * @typedef {{ run: () => unknown, rowsOf: (answer: any) => import("../lib/digest.mjs").Row[] }} Variant
 *   `run` is what is timed; `rowsOf` brings its answer into the form that is compared.
 * @typedef {(context: Context) => Variant | Promise<Variant>} OpenVariant
 * @type {Record<string, () => Promise<OpenVariant>>}
 */
const variants = {
  bare: async () => (await import("./bare.mjs")).open,
  columnar: async () => (await import("./columnar.mjs")).open,
  decimaljs: async () => (await import("./decimaljs.mjs")).open,
  duckdb_in_memory: async () => (await import("./duckdb.mjs")).openInMemory,
  duckdb_with_load: async () => (await import("./duckdb.mjs")).openWithLoad,
  qudao: async () => (await import("./qudao.mjs")).open,
  qudao_one_by_one: async () => (await import("./qudao.mjs")).openOneByOne,
};

/** Opens a variant for the task in its name, like "decimaljs.ten". */
export async function openVariant(name, { lines, members }) {
  const [variant, task] = name.split(".");
  const open = await variants[variant]();
  return open({ lines, members, programmes: tasks[task] });
}
