/**
 * Who may join: agents and distributors judged by every rule of the policy, nothing skipped and nothing guessed.
 *
 * @module
 */

export { type AdmissionCode, admissionMessages } from "./messages.js";
