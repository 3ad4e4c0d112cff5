import type { Catalogue } from "../kernel/message.js";

/** Words of the network: structure findings, relations, functions and duties. */
export const networkMessages = {} as const satisfies Catalogue;

/** Codes of the network. */
export type NetworkCode = keyof typeof networkMessages;
