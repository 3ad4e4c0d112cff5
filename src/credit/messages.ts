import type { Catalogue } from "../kernel/message.js";

/** Words of credit: terms, exposure, ageing, holds and dunning. */
export const creditMessages = {} as const satisfies Catalogue;

/** Codes of credit. */
export type CreditCode = keyof typeof creditMessages;
