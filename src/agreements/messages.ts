import type { Catalogue } from "../kernel/message.js";

/** Words of agreements: clauses, findings and the life of an agreement. */
export const agreementMessages = {} as const satisfies Catalogue;

/** Codes of agreements. */
export type AgreementCode = keyof typeof agreementMessages;
