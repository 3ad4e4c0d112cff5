/** A valid JSON value with one place somewhere inside it replaced or dropped. */
import fc from "fast-check";
import { nearMiss } from "../schemas/mutated.js";

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, Array.isArray(value) ? Number(name) : name]))];
}

function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === first ? replaced(item, rest, by) : item));
  return { ...(value as object), [first]: replaced((value as Record<string | number, unknown>)[first], rest, by) };
}

/** What JSON makes of a value; what it cannot write is dropped. */
const asJson = (value: unknown): unknown => {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
};

/** Replaces one place by a value that stands near a border of some field, or by anything that JSON can hold, or drops it. */
export const deepMutated = (valid: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...pathsOf(valid)), nearMiss.map(asJson)).map(([path, by]) => asJson(replaced(valid, path, by)));
