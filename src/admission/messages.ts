import type { Catalogue } from "../kernel/message.js";

/** Words of admission: rules, verdicts and what would have to change. */
export const admissionMessages = {} as const satisfies Catalogue;

/** Codes of admission. */
export type AdmissionCode = keyof typeof admissionMessages;
