/**
 * On what paper: authorizations, trial, agency and distribution agreements, their clauses, their conflicts and their life.
 *
 * @module
 */

// the paper

export { type ClauseNeed, type ClauseRow, clauseCatalogue } from "./clause-catalogue.js";
export { type AgreementDateFacts, type AgreementDates, findAgreementDates } from "./find-agreement-dates.js";
export { type AgreementCode, agreementMessages } from "./messages.js";

// its life

export {
  type AgreementAct,
  type AgreementAmended,
  type AgreementCancelled,
  type AgreementEffect,
  type AgreementEvent,
  type AgreementEventBase,
  type AgreementEventName,
  type AgreementLife,
  type AgreementLifeData,
  type AgreementLifeFacts,
  type AgreementNoticeGiven,
  type AgreementNoticeWithdrawn,
  type AgreementRedrafted,
  type AgreementRefusal,
  type AgreementRenewalAgreed,
  type AgreementReturned,
  type AgreementSigned,
  type AgreementState,
  type AgreementStep,
  type AgreementSuspended,
  type AgreementTerminated,
  type AuthorizedAgreementEvent,
  type AvailableAgreementEvent,
  agreementActs,
  agreementStates,
  type SigningAuthority,
} from "./agreement-life.js";
export { availableAgreementEvents } from "./available-agreement-events.js";
export { type DueAgreement, type DueAgreementFacts, type DueAgreementReport, findDueAgreements } from "./find-due-agreements.js";
export { type AgreementHistory, type AgreementRecord, type AgreementReplay, replayAgreement } from "./replay-agreement.js";
export { type AgreementStart, startAgreement } from "./start-agreement.js";
export { stepAgreement } from "./step-agreement.js";
