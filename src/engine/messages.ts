import { joinCatalogues } from "../kernel/join-catalogues.js";
import { procedureMessages } from "./procedure-messages.js";
import { ruleFaultMessages, ruleMessages } from "./rule-messages.js";
import { scorecardFaultMessages, scorecardMessages } from "./scorecard-messages.js";
import { stateTableMessages } from "./state-table-messages.js";
import { tierFaultMessages, tierMessages } from "./tier-messages.js";

/** Words of the engines: tables that are not what they must be, and the working of every mechanism. */
export const engineMessages = joinCatalogues(
  ruleMessages,
  ruleFaultMessages,
  scorecardMessages,
  scorecardFaultMessages,
  stateTableMessages,
  procedureMessages,
  tierMessages,
  tierFaultMessages,
);

/** Codes of the engines. */
export type EngineCode = keyof typeof engineMessages;
