import { readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import type { AdmissionApplication } from "./admission-application.js";
import type { AdmissionDecision } from "./admission-decision.js";
import type { AdmissionPolicy } from "./admission-policy.js";
import { compileAdmission } from "./compile-admission.js";

/**
 * Decides whether an applicant becomes an agent or a distributor.
 *
 * @remarks
 * First the route. A distributor policy may name a special evaluation for large integrators and contractors; for them it takes the
 * place of the ordinary rules, papers and criteria. Whether the applicant counts as large may be unknown; then nothing is decided yet.
 *
 * Every rule of the route is asked, none is skipped. Then, in this order:
 *
 * 1. Someone with a declared interest takes part, or the route is undecided: `information_requested`, whatever the rules say.
 * 2. A mandatory rule other than the vacancy is unmet: `rejected`.
 * 3. The special evaluation is not complete: `special_evaluation`.
 * 4. A mandatory rule is unknown: `information_requested`; or `rejected` where the applicant was asked and the time to answer is over.
 * 5. The outlet plan has no place left: `qualified_no_vacancy`.
 * 6. A rule was excepted: `admitted_with_exceptions`; otherwise `admitted`.
 *
 * Bounds are inclusive. What is missing, expired, refused, disputed or not agreed is unknown and never a pass. Equal facts under one
 * policy give equal decisions; the order of lists in the application changes nothing.
 *
 * @param facts - The application with everything known on the day of asking.
 * @param policy - The policy in force on that day. One that `checkAdmissionPolicy` faults is refused.
 * @returns The decision with every finding and what would have to change, and the working in words.
 * @throws LibraryFault The first fault of `checkAdmissionPolicy`, under `policy.`; `admission.other_kind` where the application is for the
 * other kind; `kernel.*` where a fact cannot be read, under `facts.`.
 *
 * @source Dealer selection: agents 1 to 6, distributors 1 to 5 (代理商的选择、分销商的选择).
 *
 * @example What is missing, and from whom
 * ```ts
 * import { evaluateAdmission, exampleDistributorPolicy } from "qudao/admission";
 *
 * const { outcome } = evaluateAdmission(
 *   {
 *     id: "A-1", asOf: "2024-05-01", submittedOn: "2024-04-20", reviewers: [],
 *     applicant: { id: "north", kind: "other" },
 *     scope: { kind: "distributor", productGroupId: "cameras", territoryId: "jinan" },
 *     origin: "trial_distributor", breaches: [], creditGrade: "A",
 *     registeredCapital: { amount: "500000", currency: "CNY" },
 *     experience: { industryYears: "3" },
 *     outletNetwork: { outlets: 5 }, outletPlan: { planned: 4, occupied: 3 },
 *     salesCapacity: { amount: { amount: "2000000", currency: "CNY" }, per: "year", basis: "achieved" },
 *     property: [
 *       {
 *         id: "shop", appraisedValue: { amount: "900000", currency: "CNY" }, encumbrances: { amount: "400000", currency: "CNY" },
 *         mortgageable: true, title: "verified",
 *       },
 *     ],
 *     evidence: [{ id: "D-1", kind: "unified_business_licence", subjectId: "north", status: "verified", expiresOn: "2030-01-01" }],
 *   },
 *   exampleDistributorPolicy,
 * );
 *
 * outcome.status; // => "information_requested"
 * outcome.needed.map(({ rule, from, change }) => [rule, from, change.code]);
 * // => [["admission.bank_account_proven", "applicant", "admission.document_absent"]]
 * outcome.respondBy; // => "2024-05-20"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateAdmission(facts: AdmissionApplication, policy: AdmissionPolicy): Explained<AdmissionDecision> {
  return readSafely({ policy }, () => compileAdmission(policy))(facts);
}
