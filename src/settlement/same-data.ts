/**
 * Whether two values of plain data say the same, whatever the order of their keys. Nothing is copied, so that two policies with
 * thousands of members are compared in less time than their accumulators are added.
 *
 * @internal
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => sameData(item, b[i]));
  }
  const [left, right] = [a as { readonly [key: string]: unknown }, b as { readonly [key: string]: unknown }];
  let fields = 0;
  for (const key in left) {
    if (left[key] === undefined) continue;
    if (!sameData(left[key], right[key])) return false;
    fields++;
  }
  for (const key in right) if (right[key] !== undefined) fields--;
  return fields === 0;
}
