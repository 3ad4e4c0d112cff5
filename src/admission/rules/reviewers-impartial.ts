import { checkList, checkRecord, checkText } from "../../kernel/check.js";
import type { AdmissionApplication } from "../admission-application.js";
import type { AdmissionPolicy } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { stillOpen } from "../still-open.js";

/** Nobody with a declared interest takes part. Until they step back nothing is decided, for or against. @internal */
export const reviewersImpartial: AdmissionRule<AdmissionPolicy, "conflicts", "admission.reviewers_impartial"> = {
  code: "admission.reviewers_impartial",
  needs: ["conflicts"],
  from: "manufacturer",
  source: "渠道合作伙伴的选择和处理程序公平公正，不偏袒任何一方",
  test: ({ conflicts }) =>
    conflicts.length === 0
      ? { met: true, params: {} }
      : stillOpen("admission.reviewer_interested", { reviewers: conflicts }, "manufacturer"),
};

/** Those with a declared interest who did not step back, or who did and still approve, waive or evaluate. @internal */
export function findConflicts({ reviewers, approver, waivers, nominations }: AdmissionApplication): readonly string[] {
  const acting = new Set<unknown>([approver]);
  for (const waiver of waivers ?? []) acting.add(waiver.approver);
  for (const nomination of nominations ?? []) acting.add(nomination.evaluation?.evaluator);
  const conflicts = checkList(reviewers, "facts.reviewers").flatMap((given, i) => {
    const reviewer = checkRecord(given, `facts.reviewers[${i}]`);
    const id = checkText(reviewer["id"], `facts.reviewers[${i}].id`);
    const interested = (reviewer["interest"] ?? null) !== null;
    return interested && (reviewer["recused"] !== true || acting.has(id)) ? [id] : [];
  });
  return [...new Set(conflicts)].sort();
}
