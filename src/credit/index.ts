/**
 * Are they paying: payment terms, open items, ageing, exposure, limits, holds, dunning, the payment game.
 *
 * @module
 */

export { type CreditCode, creditMessages } from "./messages.js";
