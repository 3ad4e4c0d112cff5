/**
 * What a member pays and why: price lists, special prices, the margin of every tier, price protection.
 *
 * @module
 */

export { type PricingCode, pricingMessages } from "./messages.js";
