/**
 * The JSON of a caller's value, within bounds. Records that hold the same record again and again are small in memory and without end
 * on paper: who copies or writes them out must stop somewhere.
 *
 * @internal
 */
import type { Json } from "./json.js";

/** Nested deeper than any policy. @internal */
export const DEEPEST_DATA = 64;
/** Values in one piece of data; a record or a list counts as ten. @internal */
export const MOST_VALUES = 10_000_000;
const CONTAINER = 10;

/**
 * A copy as `JSON.parse(JSON.stringify(value))` makes it, `undefined` where that has none.
 *
 * @throws RangeError Where the value is nested too deep or goes on too long; whatever reading it throws.
 * @internal
 */
export function plainCopy(value: unknown, most: number): Json | undefined {
  return copyOf(value, "", 0, { left: most });
}

/** How much may still be copied. */
interface Allowance {
  left: number;
}

// not a closure: what the machine has learnt of one is forgotten with it, and this runs over every member of every policy
function copyOf(given: unknown, key: string, depth: number, allowance: Allowance): Json | undefined {
  allowance.left--;
  let item = given;
  if (typeof item === "object" && item !== null) {
    const { toJSON } = item as { readonly toJSON?: unknown };
    if (typeof toJSON === "function") item = toJSON.call(item, key);
  }
  if (typeof item === "number") return Number.isFinite(item) ? item : null;
  if (typeof item === "bigint") throw new TypeError("a bigint");
  if (typeof item !== "object" || item === null)
    return typeof item === "string" || typeof item === "boolean" || item === null ? item : undefined;
  allowance.left -= CONTAINER;
  if (allowance.left < 0 || depth >= DEEPEST_DATA) throw new RangeError("too deep or too long");
  if (!Array.isArray(item)) {
    const fields: { [name: string]: Json } = {};
    for (const name of Object.keys(item)) {
      const field = copyOf((item as { readonly [name: string]: unknown })[name], name, depth + 1, allowance);
      if (field === undefined) continue;
      if (name === "__proto__") Object.defineProperty(fields, name, { value: field, writable: true, enumerable: true, configurable: true });
      else fields[name] = field;
    }
    return fields;
  }
  const { length } = item;
  if (!(length <= allowance.left)) throw new RangeError("too long");
  const items: Json[] = [];
  for (let i = 0; i < length; i++) items.push(copyOf(item[i], String(i), depth + 1, allowance) ?? null);
  return items;
}
