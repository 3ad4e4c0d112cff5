/** What the checkers of rules and scorecards share: they list what is wrong instead of throwing it. */
import { isDecimal } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import type { MessageParams, PlacedMessage } from "../kernel/message.js";
import { type KernelCode, kernelMessages } from "../kernel/messages.js";
import { type EngineCode, engineMessages } from "./messages.js";

/** @internal */
export type Found = PlacedMessage<EngineCode | KernelCode>;

/** @internal */
export const engineFault: FaultMaker<EngineCode | KernelCode> = faultsOf<EngineCode | KernelCode>({ ...kernelMessages, ...engineMessages });

/** Collects what is wrong with a value. Every look answers whether the value was fine. @internal */
export class Checks {
  readonly found: Found[] = [];

  add(code: Found["code"], path: string, params: MessageParams): false {
    this.found.push({ code, path, params });
    return false;
  }

  record(value: unknown, path: string): value is Record<string, unknown> {
    const fine = typeof value === "object" && value !== null && !Array.isArray(value);
    return fine || this.add("kernel.not_a_record", path, { got: shown(value) });
  }

  list(value: unknown, path: string): value is readonly unknown[] {
    return Array.isArray(value) || this.add("kernel.not_a_list", path, { got: shown(value) });
  }

  text(value: unknown, path: string): value is string {
    return (typeof value === "string" && value !== "") || this.add("kernel.not_text", path, { got: shown(value) });
  }

  decimal(value: unknown, path: string): value is string {
    return (typeof value === "string" && isDecimal(value)) || this.add("kernel.not_a_decimal", path, { got: shown(value) });
  }

  choice(value: unknown, path: string, choices: readonly (string | true)[]): boolean {
    return choices.includes(value as string) || this.add("kernel.not_a_choice", path, { got: shown(value), want: choices });
  }

  count(value: unknown, path: string, least: number, most: number): value is number {
    const fine = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    return fine || this.add("kernel.not_a_count", path, { got: shown(value), least, most });
  }

  words(value: unknown, path: string): boolean {
    if (!this.record(value, path)) return false;
    const en = this.text(value["en"], `${path}.en`);
    return this.text(value["zh"], `${path}.zh`) && en;
  }
}
