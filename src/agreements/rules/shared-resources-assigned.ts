import type { Rule } from "../../engine/rule.js";
import type { SharedResource } from "../../entities/agreement.js";
import type { AgreementQuestion } from "../rule-facts.js";

/** Of everything that is shared it is said whose it is, who may use it, and for what. @internal */
export const sharedResourcesAssigned: Rule<AgreementQuestion, null, "sharedResources"> = {
  code: "agreements.shared_resources_assigned",
  needs: ["sharedResources"],
  source: "产品合作与资源共享",
  required: () => ({ shared: null, open: null }),
  test: ({ sharedResources }) => {
    const open = sharedResources.filter((one) => !isAssigned(one)).map(({ kind }) => kind);
    return { met: open.length === 0, params: { shared: sharedResources.length, open } };
  },
};

function isAssigned({ ownerId, userIds, permittedUse }: SharedResource): boolean {
  return ownerId !== undefined && permittedUse !== undefined && userIds.length > 0;
}
