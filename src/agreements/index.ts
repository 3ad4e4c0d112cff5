/**
 * On what paper: authorizations, trial, agency and distribution agreements, their clauses, their conflicts and their life.
 *
 * @module
 */

export { type AgreementCode, agreementMessages } from "./messages.js";
