import type { Catalogue } from "../kernel/message.js";

/** Words of pricing: price lists, margins and price protection. */
export const pricingMessages = {} as const satisfies Catalogue;

/** Codes of pricing. */
export type PricingCode = keyof typeof pricingMessages;
