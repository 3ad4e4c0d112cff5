import { checkList, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { isLibraryFault } from "../kernel/fault.js";
import type { AdmissionApplication } from "./admission-application.js";
import type { AdmissionDecision } from "./admission-decision.js";
import { admissionFault } from "./admission-fault.js";
import type { AdmissionPolicy } from "./admission-policy.js";
import { compileAdmission } from "./compile-admission.js";
import type { AdmissionCode } from "./messages.js";

/**
 * Decides on many applications under one policy, reading the policy once.
 *
 * @remarks
 * Gives for each exactly what `evaluateAdmission` gives.
 *
 * @param applications - The applications, each with everything known.
 * @param policy - The policy in force.
 * @returns The decisions, in the order given.
 * @throws LibraryFault As `evaluateAdmission`, the place of a fact led by `applications[i]` instead of `facts`.
 *
 * @example Two applicants with equal facts
 * ```ts
 * import { evaluateAdmissions, exampleAgentPolicy } from "qudao/admission";
 *
 * const application = (id: string) => ({
 *   id, asOf: "2024-05-01", submittedOn: "2024-04-20", reviewers: [], breaches: [],
 *   applicant: { id, kind: "other" as const },
 *   scope: { kind: "agent" as const, productGroupId: "cameras", territoryId: "shandong" },
 * });
 * const decisions = evaluateAdmissions([application("east"), application("west")], exampleAgentPolicy);
 * decisions.map(({ outcome }) => [outcome.applicationId, outcome.status]);
 * // => [["east", "information_requested"], ["west", "information_requested"]]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateAdmissions(
  applications: readonly AdmissionApplication[],
  policy: AdmissionPolicy,
): readonly Explained<AdmissionDecision>[] {
  const evaluate = readSafely({ policy }, () => compileAdmission(policy));
  return readSafely("applications", () => checkList(applications, "applications") as readonly AdmissionApplication[]).map((one, i) => {
    try {
      return evaluate(one);
    } catch (caught) {
      if (!isLibraryFault(caught)) throw caught;
      const { code, path, params, cause } = caught;
      throw admissionFault(code as AdmissionCode, path.replace(/^facts/, `applications[${i}]`), params, cause);
    }
  });
}
