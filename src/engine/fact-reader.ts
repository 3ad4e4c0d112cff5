import { at, checkRecord, type Fields } from "../kernel/check.js";
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
 * What was thrown while a record of a list was read, with the place of the record before the place inside it. Places are put together
 * only where something is wrong.
 *
 * @internal
 */
export function faultInRecord(caught: unknown, path: string, i: number): unknown {
  if (!isLibraryFault(caught)) return caught;
  const record = `${path}[${i}]`;
  return kernelFault(caught.code as KernelFaultCode, caught.path === "" ? record : at(record, caught.path), caught.params, caught.cause);
}
