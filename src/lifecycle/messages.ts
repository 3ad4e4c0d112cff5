import type { Catalogue } from "../kernel/message.js";

/** Words of the life of a channel member. */
export const lifecycleMessages = {} as const satisfies Catalogue;

/** Codes of the life of a channel member. */
export type LifecycleCode = keyof typeof lifecycleMessages;
