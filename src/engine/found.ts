/** What the checkers of rules and scorecards share: each look answers whether the value was fine, and else lists what is wrong. */
import { isDecimal } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import type { Catalogue, MessageParams, PlacedMessage } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import type { EngineCode } from "./messages.js";

/** @internal */
export type Found = PlacedMessage<EngineCode | KernelCode>;

/**
 * Makes the faults of one mechanism, with its own words and the kernel's: a host that uses one mechanism carries no words of the others.
 *
 * @internal
 */
export function engineFaults(own: Catalogue): FaultMaker<EngineCode | KernelCode> {
  return faultsOf(own);
}

/** Lists a fault; always `false`, as the answer of a look. @internal */
export function miss(found: Found[], code: Found["code"], path: string, params: MessageParams): false {
  found.push({ code, path, params });
  return false;
}

/** @internal */
export function recordAt(value: unknown, path: string, found: Found[]): value is Record<string, unknown> {
  const fine = typeof value === "object" && value !== null && !Array.isArray(value);
  return fine || miss(found, "kernel.not_a_record", path, { got: shown(value) });
}

/** @internal */
export function listAt(value: unknown, path: string, found: Found[]): value is readonly unknown[] {
  if (!Array.isArray(value)) return miss(found, "kernel.not_a_list", path, { got: shown(value) });
  if (!(value.length <= MOST_ITEMS)) return miss(found, "kernel.list_too_long", path, { most: MOST_ITEMS });
  for (let i = 0; i < value.length; i++) if (value[i] === undefined) return miss(found, "kernel.missing", `${path}[${i}]`, {});
  return true;
}

/** Far above any list that somebody wrote. */
const MOST_ITEMS = 1_000_000;

/** @internal */
export function textAt(value: unknown, path: string, found: Found[]): value is string {
  return (typeof value === "string" && value !== "") || miss(found, "kernel.not_text", path, { got: shown(value) });
}

/** @internal */
export function decimalAt(value: unknown, path: string, found: Found[]): value is string {
  return (typeof value === "string" && isDecimal(value)) || miss(found, "kernel.not_a_decimal", path, { got: shown(value) });
}

/** @internal */
export function choiceAt<T extends string>(value: unknown, path: string, found: Found[], choices: readonly T[]): value is T {
  return choices.includes(value as T) || miss(found, "kernel.not_a_choice", path, { got: shown(value), want: choices });
}

/** @internal */
export function countAt(value: unknown, path: string, found: Found[], least: number, most: number): value is number {
  const fine = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  return fine || miss(found, "kernel.not_a_count", path, { got: shown(value), least, most });
}

/** @internal */
export function wordsAt(value: unknown, path: string, found: Found[]): void {
  if (!recordAt(value, path, found)) return;
  textAt(value["en"], `${path}.en`, found);
  textAt(value["zh"], `${path}.zh`, found);
}
