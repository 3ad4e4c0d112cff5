/**
 * On what paper a member sells, and what becomes of that paper.
 *
 * The manufacturer authorizes in writing: a term, products, a place or territory (`evaluateAuthorization`), and each sale is held
 * against that (`evaluateSaleAuthorization`). An agreement says what both sides owe: `checkAgreement` asks for the clauses its kind
 * needs, for exclusivity only with compensation, for credit only with limit and days, and hands questions of law to a lawyer instead of
 * answering them. `detectAgreementBreaches` finds like products and disclosures, `detectAgreementConflicts` two agreements that give
 * away one place. `findAgreementDates` knows the end, the notice and the renewal; `recordAmendment` keeps every version, so that earlier
 * sales keep their terms. And an agreement has a life, from draft to its end, in one table: `stepAgreement` moves it, time moves it
 * only by `dayPassed`, and a trial ends on its day whatever else happens.
 *
 * @zh
 * 成员凭什么文件销售，以及这份文件后来如何。
 *
 * 厂家以书面授权：期限、产品、地点或区域（`evaluateAuthorization`），每笔销售都据此核对（`evaluateSaleAuthorization`）。协议写明双方的义务：`checkAgreement` 要求该类协议应有的条款，排他须有补偿，信用须有额度与天数；法律问题交给律师，不代为回答。`detectAgreementBreaches` 查出同类产品与泄密，`detectAgreementConflicts` 查出把同一地点授予两家的协议。`findAgreementDates` 知道到期、通知与续约的日子；`recordAmendment` 保留每个版本，较早的销售仍按当时的条款。协议从草案到终止的一生写在一张表里：`stepAgreement` 推动它，时间只以 `dayPassed` 推动它；试销协议无论如何都在其到期日终止。
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
  type CarriedProductLine,
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
  agreementEffects,
  agreementEvents,
  agreementStates,
  type SigningAuthority,
} from "./agreement-life.js";
export { availableAgreementEvents } from "./available-agreement-events.js";
export { type DueAgreement, type DueAgreementFacts, type DueAgreementReport, findDueAgreements } from "./find-due-agreements.js";
export { type AgreementHistory, type AgreementRecord, type AgreementReplay, replayAgreement } from "./replay-agreement.js";
export { type AgreementStart, startAgreement } from "./start-agreement.js";
export { stepAgreement } from "./step-agreement.js";
