import type { Catalogue } from "../kernel/message.js";
import { procedureMessages } from "./procedure-messages.js";
import { ruleFaultMessages, ruleMessages } from "./rule-messages.js";
import { scorecardFaultMessages, scorecardMessages } from "./scorecard-messages.js";
import { stateTableMessages } from "./state-table-messages.js";
import { tierFaultMessages, tierMessages } from "./tier-messages.js";

/** Words of the engines: tables that are not what they must be, and the working of every mechanism. */
export const engineMessages = {
  // rule
  ...ruleMessages,
  ...ruleFaultMessages,

  // scorecard
  ...scorecardMessages,
  ...scorecardFaultMessages,

  // state-table
  ...stateTableMessages,

  // procedure
  ...procedureMessages,

  // tier-schedule
  ...tierMessages,
  ...tierFaultMessages,
} as const satisfies Catalogue;

/** Codes of the engines. */
export type EngineCode = keyof typeof engineMessages;
