import type { Catalogue } from "../kernel/message.js";
import { candidateMessages } from "./candidate-messages.js";

/** Words of admission: rules, verdicts and what would have to change. */
export const admissionMessages = {
  ...candidateMessages,
} as const satisfies Catalogue;

/** Codes of admission. */
export type AdmissionCode = keyof typeof admissionMessages;
