/**
 * Who earns what on a sale: gross profit, expected profit, profit risk, shares, exclusivity, channel contracts.
 *
 * @module
 */

export { type ProfitSharingCode, profitSharingMessages } from "./messages.js";
