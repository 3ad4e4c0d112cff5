/**
 * Whether two records of a host say the same, whatever the order of their fields.
 *
 * @internal
 */
export function sameJson(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || depth > 8) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  if (left.length !== right.length) return false;
  return left.every(
    (name) => Object.hasOwn(b, name) && sameJson((a as { [n: string]: unknown })[name], (b as { [n: string]: unknown })[name], depth + 1),
  );
}

/** A field set to `undefined` is a field that is absent. */
const fieldsOf = (value: object) => Object.keys(value).filter((name) => (value as { [n: string]: unknown })[name] !== undefined);
