import type { DistributorAdmissionPolicy } from "./admission-policy.js";
import type { AdmissionRule } from "./admission-rule.js";
import { bankAccountProven } from "./rules/bank-account-proven.js";
import { breachFree } from "./rules/breach-free.js";
import { businessRegistered } from "./rules/business-registered.js";
import { capitalSufficient } from "./rules/capital-sufficient.js";
import { creditSufficient } from "./rules/credit-sufficient.js";
import { experienceSufficient } from "./rules/experience-sufficient.js";
import { originRecognised } from "./rules/origin-recognised.js";
import { outletsSufficient } from "./rules/outlets-sufficient.js";
import { propertyMortgageable } from "./rules/property-mortgageable.js";
import { reviewersImpartial } from "./rules/reviewers-impartial.js";
import { salesCapacitySufficient } from "./rules/sales-capacity-sufficient.js";
import { taxRegistered } from "./rules/tax-registered.js";
import { vacancyOpen } from "./rules/vacancy-open.js";

/** The rules by which distributors are admitted, in reporting order. */
export const distributorRules: readonly AdmissionRule<DistributorAdmissionPolicy>[] = [
  capitalSufficient,
  experienceSufficient,
  originRecognised,
  breachFree,
  creditSufficient,
  outletsSufficient,
  salesCapacitySufficient,
  taxRegistered,
  businessRegistered,
  bankAccountProven,
  propertyMortgageable,
  vacancyOpen,
  reviewersImpartial,
];
