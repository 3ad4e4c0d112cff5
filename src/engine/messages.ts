import type { Catalogue } from "../kernel/message.js";

/** Words of the engines: tables that are not what they must be, and the working of every mechanism. */
export const engineMessages = {
  // rule

  // scorecard

  // state-table

  // procedure

  // tier-schedule
} as const satisfies Catalogue;

/** Codes of the engines. */
export type EngineCode = keyof typeof engineMessages;
