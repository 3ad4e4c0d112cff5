/**
 * Who takes part in a channel, how they are related, and whether that structure holds.
 *
 * @module
 */

export { type NetworkCode, networkMessages } from "./messages.js";
