import { joinCatalogues } from "../kernel/join-catalogues.js";
import { contractMessages } from "./contract-messages.js";
import { economicsMessages } from "./economics-messages.js";
import { profitMessages } from "./profit-messages.js";
import { sharingMessages } from "./sharing-messages.js";

/** Words of profit sharing: profit, risk, shares, channel contracts and the economics of a channel. */
export const profitSharingMessages = joinCatalogues(profitMessages, sharingMessages, contractMessages, economicsMessages);

/** Codes of profit sharing. */
export type ProfitSharingCode = keyof typeof profitSharingMessages;
