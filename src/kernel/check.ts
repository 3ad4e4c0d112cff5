/**
 * Checks of caller's data that every parser shares. Each answers the value with its type, or throws the fault that names its place.
 */
import { isLibraryFault, kernelFault, type LibraryFault, shown } from "./fault.js";
import type { Words } from "./message.js";
import { DEEPEST_DATA, MOST_VALUES, plainCopy } from "./plain-copy.js";

/** A caller's record whose fields nobody has looked at yet. @internal */
export type Fields = { readonly [name: string]: unknown };

/** The arguments of a verb by their names, in their order. @internal */
export type NamedArguments = { readonly [name: string]: unknown };

/**
 * Reads a caller's data, so that a getter or proxy that throws ends in a fault of ours.
 *
 * @param place - Where it stands; or all arguments that are read, of which the fault names the one that cannot be.
 * @internal
 */
export function readSafely<T>(place: string | NamedArguments, read: () => T): T {
  try {
    return read();
  } catch (caught) {
    throw asFault(place, caught);
  }
}

/** What was thrown while a caller's data was read, as a fault. It may be hostile too. @internal */
export function asFault(place: string | NamedArguments, caught: unknown): LibraryFault {
  if (isLibraryFault(caught) && (typeof place === "string" || caught.code !== UNREADABLE)) return caught;
  // a verb that was asked on the way names its own argument, not ours
  if (isLibraryFault(caught)) return unreadable(placeIn(place as NamedArguments) ?? caught.path, caught.cause);
  return unreadable(typeof place === "string" ? place : (placeIn(place) ?? lacking(place)), caught);
}

const UNREADABLE = "kernel.unreadable";

function unreadable(path: string, cause: unknown): LibraryFault {
  try {
    return kernelFault(UNREADABLE, path, { reason: shown((cause as Error).message) }, cause);
  } catch {
    return kernelFault(UNREADABLE, path, { reason: "…" });
  }
}

/** Looked at to find the place of a fault; beyond them, only the argument is named. */
const MOST_LOOKS = 10_000;

/** Where reading throws, in the order of the arguments; `undefined` where it no longer does. */
function placeIn(given: NamedArguments): string | undefined {
  let looks = 0;
  const find = (value: unknown, path: string, depth: number): string | undefined => {
    if (typeof value !== "object" || value === null || depth > DEEPEST_DATA || ++looks > MOST_LOOKS) return undefined;
    let here = path;
    try {
      // a proxy may throw for a name that it does not list
      Reflect.get(value, "");
      const isList = Array.isArray(value);
      for (const name of Object.keys(value)) {
        here = isList ? `${path}[${name}]` : at(path, name);
        const found = find((value as Fields)[name], here, depth + 1);
        if (found !== undefined || looks > MOST_LOOKS) return found;
      }
      return undefined;
    } catch {
      return here;
    }
  };
  for (const name of namesOf(given)) {
    const found = find(given[name], name, 0);
    if (found !== undefined) return found;
    looks = 0;
  }
  return undefined;
}

/** A caller that says where its value stands may have said anything: then there are no arguments to look at. */
function namesOf(given: NamedArguments): readonly string[] {
  try {
    return Object.keys(given);
  } catch {
    return [];
  }
}

/** The argument that is not there, or else the first. */
function lacking(given: NamedArguments): string {
  const names = namesOf(given);
  return names.find((name) => given[name] === undefined || given[name] === null) ?? names[0] ?? "";
}

/** @internal */
export function checkRecord(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw kernelFault("kernel.not_a_record", path, { got: shown(value) });
  }
  return value as Fields;
}

/** Far above any list that is handed over in one piece; what says that it is longer is not read. */
const MOST_ITEMS = 10_000_000;

/**
 * A copy of a list, each item read once. A hole is `undefined`: loops that pass over holes would let a missing item count as none.
 *
 * @internal
 */
export function checkList(value: unknown, path: string): readonly unknown[] {
  const length = checkLength(value, path);
  const items: unknown[] = [];
  for (let i = 0; i < length; i++) items.push((value as readonly unknown[])[i]);
  return items;
}

/** How long a list is, for who reads each item once and by its place, and needs no copy. @internal */
export function checkLength(value: unknown, path: string): number {
  if (!Array.isArray(value)) throw kernelFault("kernel.not_a_list", path, { got: shown(value) });
  const { length } = value;
  if (!(length <= MOST_ITEMS)) throw kernelFault("kernel.list_too_long", path, { most: MOST_ITEMS });
  return length;
}

/** A copy of data that is kept: nothing its owner does to it later reaches the copy. @internal */
export function copyData<T>(value: T, path: string): T {
  try {
    return plainCopy(value, MOST_VALUES) as T;
  } catch (caught) {
    if (caught instanceof RangeError)
      throw kernelFault("kernel.data_too_large", path, { levels: DEEPEST_DATA, values: MOST_VALUES }, caught);
    throw asFault(path, caught);
  }
}

/** @internal */
export function checkText(value: unknown, path: string): string {
  if (typeof value !== "string" || value === "") throw kernelFault("kernel.not_text", path, { got: shown(value) });
  return value;
}

/** @internal */
export function checkTexts(value: unknown, path: string): readonly string[] {
  return checkList(value, path).map((item, i) => checkText(item, `${path}[${i}]`));
}

/** @internal */
export function checkChoice<const T extends string | number>(value: unknown, path: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: choices });
  return choice;
}

/** @internal */
export function checkCount(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) {
    throw kernelFault("kernel.not_a_count", path, { got: shown(value), least, most });
  }
  return value;
}

/** The place of a field, below a place that may be the value itself. @internal */
export function at(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`;
}

/** @internal */
export function checkWords(value: unknown, path: string): Words {
  const fields = checkRecord(value, path);
  return { en: checkText(fields["en"], at(path, "en")), zh: checkText(fields["zh"], at(path, "zh")) };
}
