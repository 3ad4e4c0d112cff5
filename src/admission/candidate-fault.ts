/**
 * Faults of the candidates' part of the room, and looks at a caller's values that several of its files need.
 *
 * @internal
 */
import type { EngineCode } from "../engine/messages.js";
import { scorecardFaultMessages } from "../engine/scorecard-messages.js";
import { checkList, checkRecord, checkText } from "../kernel/check.js";
import { type Exact, exact } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, isLibraryFault, shown } from "../kernel/fault.js";
import type { Catalogue } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { candidateFaultMessages } from "./candidate-fault-messages.js";
import type { CandidateCode } from "./candidate-messages.js";

export const candidateFault: FaultMaker<CandidateCode | EngineCode | KernelCode> = faultsOf<readonly Catalogue[]>(
  scorecardFaultMessages,
  candidateFaultMessages,
);

/** Absent, or null as databases write it. */
export function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** A list whose items are records. */
export function checkRecords<T>(value: unknown, path: string): readonly T[] {
  return checkList(value, path).map((item, i) => checkRecord(item, `${path}[${i}]`) as T);
}

/** A list of records, each with a name of its own in `field`. */
export function checkNamedRecords<T>(value: unknown, path: string, field: string): readonly T[] {
  const seen = new Set<string>();
  return checkRecords<T>(value, path).map((item, i) => {
    const place = `${path}[${i}].${field}`;
    const name = checkText((item as { readonly [name: string]: unknown })[field], place);
    if (seen.has(name)) throw candidateFault("kernel.named_twice", place, { got: name });
    seen.add(name);
    return item;
  });
}

/** A decimal from `least` on, up to `most` where there is an end. */
export function checkWithin(value: unknown, path: string, least: string, most: string | null): Exact {
  const number = exact(value as string, path);
  if (number.lessThan(least) || (most !== null && number.greaterThan(most))) {
    throw candidateFault("engine.score_out_of_range", path, { got: number.toFixed(), least, most });
  }
  return number;
}

/** A yes or no. */
export function checkAnswer(value: unknown, path: string): boolean {
  if (typeof value === "boolean") return value;
  throw candidateFault("kernel.not_a_choice", path, { got: shown(value), want: [true, false] });
}

/** Calls the engine, whose faults name its own arguments, and lets them name the caller's. */
export function relocated<T>(from: string, to: string, call: () => T): T {
  try {
    return call();
  } catch (caught) {
    if (!isLibraryFault(caught) || !caught.path.startsWith(from)) throw caught;
    throw candidateFault(caught.code as KernelCode, to + caught.path.slice(from.length), caught.params, caught);
  }
}
