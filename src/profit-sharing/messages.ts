import type { Catalogue } from "../kernel/message.js";

/** Words of profit sharing: profit, risk, shares and channel contracts. */
export const profitSharingMessages = {} as const satisfies Catalogue;

/** Codes of profit sharing. */
export type ProfitSharingCode = keyof typeof profitSharingMessages;
