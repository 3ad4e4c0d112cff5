import type { AgentAdmissionPolicy } from "./admission-policy.js";
import type { AdmissionRule } from "./admission-rule.js";
import { bankAccountProven } from "./rules/bank-account-proven.js";
import { breachFree } from "./rules/breach-free.js";
import { businessRegistered } from "./rules/business-registered.js";
import { capitalSufficient } from "./rules/capital-sufficient.js";
import { cashFlowSufficient } from "./rules/cash-flow-sufficient.js";
import { creditSufficient } from "./rules/credit-sufficient.js";
import { experienceSufficient } from "./rules/experience-sufficient.js";
import { feasibilityAnalysed } from "./rules/feasibility-analysed.js";
import { financialCreditSufficient } from "./rules/financial-credit-sufficient.js";
import { managementDescribed } from "./rules/management-described.js";
import { noWilfulArrears } from "./rules/no-wilful-arrears.js";
import { originRecognised } from "./rules/origin-recognised.js";
import { propertyMortgageable } from "./rules/property-mortgageable.js";
import { reportSubmitted } from "./rules/report-submitted.js";
import { reviewersImpartial } from "./rules/reviewers-impartial.js";
import { salesCapacitySufficient } from "./rules/sales-capacity-sufficient.js";
import { salesPlanComplete } from "./rules/sales-plan-complete.js";
import { taxRegistered } from "./rules/tax-registered.js";
import { teamDescribed } from "./rules/team-described.js";
import { turnoverSufficient } from "./rules/turnover-sufficient.js";

/** The rules by which agents are admitted, in reporting order. */
export const agentRules: readonly AdmissionRule<AgentAdmissionPolicy>[] = [
  capitalSufficient,
  experienceSufficient,
  originRecognised,
  breachFree,
  creditSufficient,
  salesCapacitySufficient,
  noWilfulArrears,
  financialCreditSufficient,
  cashFlowSufficient,
  turnoverSufficient,
  taxRegistered,
  businessRegistered,
  bankAccountProven,
  { ...propertyMortgageable, weight: "advisory" }, // one proof among others: of agents it is not demanded
  teamDescribed,
  managementDescribed,
  salesPlanComplete,
  feasibilityAnalysed,
  reportSubmitted,
  reviewersImpartial,
];
