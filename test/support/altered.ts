/** Valid JSON with something wrong somewhere, for the question whether a function stays total. */
import fc from "fast-check";

export type Path = readonly (string | number)[];

/** Every place of a value, the whole first. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsIn(part, [...path, Array.isArray(value) ? Number(name) : name]))];
}

/** The value with something else in one place. */
export function withAt(value: unknown, [first, ...rest]: Path, put: unknown): unknown {
  if (first === undefined) return put;
  if (Array.isArray(value)) return value.map((item, i) => (i === first ? withAt(item, rest, put) : item));
  const fields = value as { readonly [name: string]: unknown };
  return { ...fields, [first]: withAt(fields[first as string], rest, put) };
}

/** Anything that JSON can hold; it has no negative zero. */
export const someJson: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "x",
    "-1",
    "0",
    "1e3",
    "2024-02-30",
    "9999-12-31",
    "__proto__",
    true,
    false,
    [],
    {},
    [null],
    -1,
    0,
    1.5,
    1e9,
  ),
  someJson,
);

/** A valid value in which one to three places hold something else. */
export function altered<T>(valid: T): fc.Arbitrary<T> {
  const paths = pathsIn(valid);
  return fc
    .array(fc.tuple(fc.constantFrom(...paths), odd), { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<unknown>((now, [path, put]) => (reaches(now, path) ? withAt(now, path, put) : now), valid) as T);
}

/** An earlier change may have taken the place away. */
function reaches(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as { readonly [name: string | number]: unknown })[step];
  }
  return true;
}
