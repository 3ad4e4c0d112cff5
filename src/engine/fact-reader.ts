import { at, checkList, checkRecord, type Fields } from "../kernel/check.js";
import { isLibraryFault, kernelFault, shown } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";

/** Answers `undefined` where the fact, or a record on the way to it, is not there. @internal */
export type FactReader = (facts: object) => unknown;

/** Whether a fact is a field that can be read as it stands: neither below another, nor one that every record has. @internal */
export function isField(fact: string): boolean {
  return !fact.includes(".") && !(fact in Object.prototype);
}

/** Reads a fact by its name. Only own fields count, so `constructor` is not a fact of every record. */
function fieldReader(name: string): FactReader {
  if (isField(name)) return (facts) => (facts as Fields)[name];
  return (facts) => (Object.hasOwn(facts, name) ? (facts as Fields)[name] : undefined);
}

/** Reads a fact by a name, or by names joined by points. @internal */
export function factReader(fact: string): FactReader {
  const names = fact.split(".");
  const readers = names.map(fieldReader);
  const [first] = readers;
  if (first !== undefined && readers.length === 1) return first;
  return (facts) => {
    let value: unknown = facts;
    for (const [i, read] of readers.entries()) {
      if (value === undefined || value === null) return undefined;
      value = read(checkRecord(value, ["facts", ...names.slice(0, i)].join(".")));
    }
    return value;
  };
}

/** @internal */
export function checkBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: [true, false] });
  return value;
}

/**
 * Reads the records of a list one by one. `read` names places inside the record; that of the record is put before them only where
 * there is a fault, since most lists have none.
 *
 * @internal
 */
export function readRecords(value: unknown, path: string, read: (record: Fields) => void): void {
  const records = checkList(value, path);
  for (let i = 0; i < records.length; i++) {
    try {
      read(checkRecord(records[i], ""));
    } catch (caught) {
      if (!isLibraryFault(caught)) throw caught;
      const record = `${path}[${i}]`;
      throw kernelFault(caught.code as KernelFaultCode, caught.path === "" ? record : at(record, caught.path), caught.params, caught.cause);
    }
  }
}
