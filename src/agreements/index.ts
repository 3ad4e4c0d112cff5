/**
 * On what paper: authorizations, trial, agency and distribution agreements, their clauses, their conflicts and their life.
 *
 * @module
 */

export { type AgreementCode, agreementMessages } from "./messages.js";

// who may sell

export { type AuthorizationFacts, type AuthorizationReview, evaluateAuthorization } from "./evaluate-authorization.js";
export {
  evaluateSaleAuthorization,
  type SaleAuthorization,
  type SaleAuthorizationFacts,
  type SalePlace,
  type SaleViolation,
  saleViolations,
} from "./evaluate-sale-authorization.js";

// what it says

export { type AgreementFacts, type AgreementPolicy, type AgreementReview, checkAgreement } from "./check-agreement.js";
export { type ClauseNeed, type ClauseRow, clauseCatalogue } from "./clause-catalogue.js";
export { type LegalTag, type LegalWarning, legalTags } from "./legal-tags.js";

// whether it is kept, and whether two fit together

export {
  type AgreementBreach,
  type AgreementBreachFacts,
  type AgreementBreachKind,
  type AgreementConduct,
  agreementBreaches,
  type CarriedLine,
  type Disclosure,
  detectAgreementBreaches,
} from "./detect-agreement-breaches.js";
export {
  type AgreementConflict,
  type AgreementConflictFacts,
  type AgreementConflicts,
  type AuthorizedAgreement,
  detectAgreementConflicts,
  type ExclusivityPolicy,
  type SharedPlace,
} from "./detect-agreement-conflicts.js";

// its dates and versions

export { type AgreementDateFacts, type AgreementDates, findAgreementDates } from "./find-agreement-dates.js";
export { type AmendmentFacts, type AmendmentProblem, recordAmendment } from "./record-amendment.js";

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
