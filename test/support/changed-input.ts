/** Valid input of which one part is changed. */
import { isPlain } from "./recorded-calls.js";

export type Path = readonly string[];

/** Where something stands in an input: every argument, every field and every item, at every depth. */
export function placesIn(args: readonly unknown[]): readonly Path[] {
  const found: Path[] = [];
  const add = (value: unknown, path: Path): void => {
    if (path.length > 0) found.push(path);
    if (isPlain(value)) for (const [name, field] of Object.entries(value)) add(field, [...path, name]);
  };
  add(args, []);
  return found;
}

/**
 * - `replace`: something else stands there.
 * - `remove`: nothing stands there.
 * - `add`: it has one field more, with a name of your choice.
 * - `flip`: it is what it was when it is read first, and something else from then on.
 */
export type Change = "replace" | "remove" | "add" | "flip";

/** The same arguments with one part changed; the rest is shared with them. */
export function changedInput(
  args: readonly unknown[],
  [first, ...rest]: Path,
  how: Change,
  make: () => unknown,
  extra = "extra",
): readonly unknown[] {
  const at = Number(first);
  return args.map((arg, i) => (i === at ? changed(arg, rest, how, make, extra) : arg));
}

function changed(value: unknown, [name, ...rest]: Path, how: Change, make: () => unknown, extra: string): unknown {
  if (name === undefined) return how === "add" && isPlain(value) ? withField(copyOf(value), extra, make()) : make();
  if (!isPlain(value)) return value;
  const copy = copyOf(value);
  if (rest.length > 0) return withField(copy, name, changed(value[name], rest, how, make, extra));
  if (how === "replace") return withField(copy, name, make());
  if (how === "add") return withField(copy, name, changed(value[name], [], how, make, extra));
  if (how === "flip") return flipping(copy, name, value[name], make);
  delete copy[name];
  return copy;
}

type Fields = { [name: string]: unknown };

function copyOf(value: { readonly [name: string]: unknown }): Fields {
  return (Array.isArray(value) ? [...value] : { ...value }) as Fields;
}

/** A field of its own, whatever its name. */
function withField(record: Fields, name: string, value: unknown): Fields {
  return Object.defineProperty(record, name, { value, enumerable: true, writable: true, configurable: true });
}

function flipping(record: Fields, name: string, before: unknown, make: () => unknown): Fields {
  let read = false;
  const get = () => {
    if (read) return make();
    read = true;
    return before;
  };
  return Object.defineProperty(record, name, { get, enumerable: true, configurable: true });
}
