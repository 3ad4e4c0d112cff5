import type { Json } from "./json.js";

/**
 * JSON text that does not depend on the order of keys: equal data, equal text.
 *
 * @internal
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, item: Json) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : item,
  );
}
