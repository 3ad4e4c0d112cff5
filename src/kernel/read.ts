/** The way into a caller's records and lists: each field is read once, and what cannot be read is a fault with its place. */
import { isList, kernelFault, shown } from "./fault.js";

/**
 * The named fields of a caller's record.
 *
 * @internal
 */
export function fieldsOf<T extends object, K extends keyof T & string>(value: T, path: string, names: readonly K[]): Pick<T, K> {
  if (typeof value !== "object" || value === null || isList(value)) throw kernelFault("kernel.not_a_record", path, { got: shown(value) });
  return reading(path, () => {
    const fields: Partial<Pick<T, K>> = {};
    for (const name of names) fields[name] = value[name];
    return fields as Pick<T, K>;
  });
}

/**
 * The items of a caller's list. A hole is a missing value.
 *
 * @internal
 */
export function itemsOf<T>(value: readonly T[], path: string): readonly T[] {
  if (!isList(value)) throw kernelFault("kernel.not_a_list", path, { got: shown(value) });
  const items: T[] = [];
  const length = reading(path, () => value.length);
  while (items.length < length) {
    const item = reading(path, () => value[items.length]);
    if (item === undefined) throw kernelFault("kernel.missing", inside(path, items.length), {});
    items.push(item);
  }
  return items;
}

/**
 * The path of a field or item: `list[2].amount`.
 *
 * @internal
 */
export function inside(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** Runs a reader; what the caller's own getters throw becomes a fault. */
function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (caught) {
    throw kernelFault("kernel.unreadable", path, { reason: shown(caught) }, caught);
  }
}
