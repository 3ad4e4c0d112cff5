import { joinCatalogues } from "../kernel/join-catalogues.js";
import { exposureMessages } from "./exposure-messages.js";
import { creditFaultMessages } from "./fault-messages.js";
import { gameMessages } from "./game-messages.js";
import { ledgerMessages } from "./ledger-messages.js";
import { replacementMessages } from "./replacement-messages.js";
import { termMessages } from "./term-messages.js";

/** Words of credit: terms, open items, exposure, limits, decisions, dunning, the payment game and replacement. */
export const creditMessages = joinCatalogues(
  creditFaultMessages,
  termMessages,
  ledgerMessages,
  exposureMessages,
  gameMessages,
  replacementMessages,
);

/** Codes of credit. */
export type CreditCode = keyof typeof creditMessages;
