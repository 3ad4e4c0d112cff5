/**
 * The one gate through which unknown values enter: what comes out is plain data that can be read again and again without
 * running the caller's code.
 */
import { shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";
import { err, ok, type Result } from "../kernel/result.js";
import { childPath } from "./child-path.js";
import type { ParseFault } from "./parse-fault.js";

/** Most values inside one parsed value: far above any real document, and read in well under a second. */
const MOST_PARTS = 1_000_000;

const inert = () => undefined;

interface Branch {
  readonly source: object;
  readonly copy: object;
  readonly up: Branch | undefined;
  readonly key: string | number;
}

/**
 * Copies a value as JSON would see it: own fields and list items, `undefined` fields left out. Every field is read once.
 * Cycles are kept as cycles, and no depth makes it recurse. What throws while it is read is named.
 *
 * @internal
 */
export function readPlain(value: unknown): Result<unknown, readonly ParseFault[]> {
  const faults: PlacedMessage<"entities.unreadable">[] = [];
  const copies = new Map<object, object>();
  const open: Branch[] = [];
  let parts = 0;

  const read = (get: () => unknown, up: Branch | undefined, key: string | number): unknown => {
    try {
      const found = get();
      if (found === 0) return 0; // JSON has no -0
      if (typeof found === "function") return inert; // it might throw when it is looked at
      if (typeof found !== "object" || found === null) return found;
      const known = copies.get(found);
      if (known !== undefined) return known;
      const branch = { source: found, copy: Array.isArray(found) ? [] : {}, up, key };
      copies.set(found, branch.copy);
      open.push(branch);
      return branch.copy;
    } catch {
      faults.push({ code: "entities.unreadable", params: {}, path: pathTo(up, key) });
      return undefined;
    }
  };

  const whole = read(() => value, undefined, "");
  for (let branch = open.pop(); branch !== undefined; branch = open.pop()) {
    const { source, copy } = branch;
    const keys = keysOf(source);
    if (keys === undefined) {
      faults.push({ code: "entities.unreadable", params: {}, path: pathTo(branch.up, branch.key) });
      continue;
    }
    const count = typeof keys === "number" ? keys : keys.length;
    parts += count;
    if (!(parts <= MOST_PARTS)) return err([{ code: "entities.too_large", params: { most: MOST_PARTS }, path: "" }]);
    for (let i = 0; i < count; i++) {
      const key = typeof keys === "number" ? i : (keys[i] as string);
      const part = read(() => (source as Record<string | number, unknown>)[key], branch, key);
      if (Array.isArray(copy)) copy.push(part);
      else if (part !== undefined) Object.defineProperty(copy, key, { value: part, enumerable: true, writable: true, configurable: true });
    }
  }
  return faults.length > 0 ? err(faults) : ok(whole);
}

/**
 * The first name `__proto__` in what `readPlain` gave. Whoever copies a record by assignment loses a field of that name, as zod does, so what
 * is otherwise accepted is refused for it.
 *
 * @internal
 */
export function unsafeNames(read: unknown): readonly PlacedMessage<"entities.unknown_field">[] {
  const seen = new Set<unknown>();
  const open: { readonly value: unknown; readonly path: string }[] = [{ value: read, path: "" }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Object.hasOwn(value, UNSAFE))
      return [{ code: "entities.unknown_field", params: { got: shown(UNSAFE) }, path: childPath(path, UNSAFE) }];
    for (const [key, part] of Object.entries(value))
      open.push({ value: part, path: childPath(path, Array.isArray(value) ? Number(key) : key) });
  }
  return [];
}

const UNSAFE = "__proto__";

/** A list's length or a record's own names; `undefined` where asking for them throws. */
function keysOf(source: object): number | readonly string[] | undefined {
  try {
    return Array.isArray(source) ? Number(source.length) : Object.keys(source);
  } catch {
    return undefined;
  }
}

function pathTo(branch: Branch | undefined, key: string | number): string {
  const keys = [key];
  for (let at = branch; at !== undefined; at = at.up) keys.push(at.key);
  // The last key is that of the whole value, which has no name.
  return keys.reverse().slice(1).reduce<string>(childPath, "");
}
