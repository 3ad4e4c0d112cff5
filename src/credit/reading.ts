/**
 * Reads facts and policies of credit: each look answers the checked value, or throws the fault that names its place.
 *
 * @internal
 */
import { at, checkLength, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { type FaultMaker, faultsOf, isLibraryFault, shown } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import type { Message } from "../kernel/message.js";
import { err, type Result } from "../kernel/result.js";
import { creditFaultMessages } from "./fault-messages.js";

type CreditFaultCode = keyof typeof creditFaultMessages | KernelFaultCode;

export const creditFault: FaultMaker<CreditFaultCode> = faultsOf(creditFaultMessages);

/** Days or other whole numbers of 0 or more. A hundred years of days are the most. */
export const MOST_DAYS = 36_525;

/**
 * Visits the records of a long list. `visit` names places inside the record; that of the record is put before them only where there
 * is a fault, since most lists have none.
 */
export function visitRows(value: unknown, path: string, visit: (row: Fields, index: number) => void): void {
  const length = checkLength(value, path);
  const rows = value as readonly unknown[];
  let i = 0;
  try {
    for (; i < length; i++) visit(checkRecord(rows[i], ""), i);
  } catch (caught) {
    throw placed(caught, `${path}[${i}]`);
  }
}

/**
 * Asks each record of a list for its `id`, and refuses the second of two with one. For lists that are visited once and not kept. Ledgers mostly come in
 * the order of their identifiers: as long as each is above the one before, none can come twice, and nothing is looked up.
 */
export function distinctIds(): (row: Fields) => string {
  const ids: string[] = [];
  let last = "";
  let seen: Set<string> | undefined;
  return (row) => {
    const id = checkText(row["id"], "id");
    if (seen === undefined && isAbove(id, last)) {
      ids.push(id);
      last = id;
      return id;
    }
    seen ??= new Set(ids);
    if (seen.size === seen.add(id).size) throw creditFault("kernel.named_twice", "id", { got: shown(id) });
    return id;
  };
}

/** Any order will do; in this one 2 stands before 10. */
function isAbove(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}

/** Reads a record by places inside it; a fault names them below the record. */
export function below<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (caught) {
    throw placed(caught, path);
  }
}

/** A fault that was found inside a record, under the place of the record. */
export function placed(caught: unknown, path: string): unknown {
  if (!isLibraryFault(caught)) return caught;
  return creditFault(caught.code as CreditFaultCode, caught.path === "" ? path : at(path, caught.path), caught.params, caught.cause);
}

/** A problem as an answer. */
export function problem<C extends string>(code: C, params: Message["params"]): Result<never, Message<C>> {
  return err({ code, params });
}

/** The entry of a map, made where it is missing. */
export function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A look that lets `null` pass: nothing was noted. */
export function orNull(look: (value: unknown, path: string) => unknown): (value: unknown, path: string) => unknown {
  return (value, path) => (value === null ? null : look(value, path));
}

/** The order of text: days and identifiers. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
