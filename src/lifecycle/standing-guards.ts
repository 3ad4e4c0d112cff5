/** What must hold for a remediation, a suspension and its end, and for new business. */
import { isSaid } from "./check-member.js";
import { memberKit } from "./member-kit.js";

import { SAFETY_EVENT, staysOutside } from "./suspension-scope.js";

const { guard } = memberKit;

/** @internal */
export const standingGuards = {
  cause_for_remediation: guard({
    title: { en: "the policy lists the cause", zh: "属于制度所列整改事由" },
    needs: ["event.cause", "facts.remediationCauses"],
    test: ({ event, facts }) => facts.remediationCauses.includes(event.cause),
  }),
  plan_given: guard({
    title: { en: "there is a plan of remediation", zh: "已有整改计划" },
    needs: ["event.planId"],
    test: ({ event }) => isSaid(event.planId),
  }),
  verifier_fits: guard({
    title: { en: "a verifier is named, the safety owner after a safety event", zh: "已指定核验人，安全事件须为安全负责人" },
    needs: ["event.cause", "event.verifier", "facts.safetyOwner"],
    test: ({ event, facts }) => (event.cause === SAFETY_EVENT ? event.verifier === facts.safetyOwner : isSaid(event.verifier)),
  }),
  by_verifier: guard({
    title: { en: "the named verifier says so", zh: "由指定核验人确认" },
    needs: ["event.by", "data.verifier"],
    test: ({ event, data }) => event.by === data.verifier,
  }),
  remediation_open: guard({
    title: { en: "a remediation is open", zh: "整改进行中" },
    needs: ["data.remediation"],
    test: ({ data }) => data.remediation === "open",
  }),
  remediation_not_open: guard({
    title: { en: "no remediation is open", zh: "无进行中的整改" },
    needs: ["data.remediation"],
    test: ({ data }) => data.remediation !== "open",
  }),
  checks_left: guard({
    title: { en: "a failed check leaves another attempt", zh: "尚有整改机会" },
    needs: ["data.failedChecks", "facts.remediationAttempts"],
    test: ({ data, facts }) => data.failedChecks + 1 < facts.remediationAttempts,
  }),
  checks_used_up: guard({
    title: { en: "no attempt is left", zh: "整改机会已用完" },
    needs: ["data.failedChecks", "facts.remediationAttempts"],
    test: ({ data, facts }) => data.failedChecks + 1 >= facts.remediationAttempts,
  }),
  cause_for_suspension: guard({
    title: { en: "the policy lists the cause", zh: "属于制度所列暂停事由" },
    needs: ["event.cause", "facts.suspensionCauses"],
    test: ({ event, facts }) => facts.suspensionCauses.includes(event.cause),
  }),
  scope_stated: guard({
    title: { en: "it says what is suspended", zh: "已写明暂停范围" },
    needs: ["event.scope"],
    test: ({ event }) => isSaid(event.scope.kind),
  }),
  causes_cleared: guard({
    title: { en: "its causes are cleared", zh: "暂停事由已消除" },
    needs: ["data.suspensionCauses", "facts.openCauses"],
    test: ({ data, facts }) => !data.suspensionCauses.some((cause) => facts.openCauses.includes(cause)),
  }),
  safety_remedied: guard({
    title: { en: "after a safety event, the remediation is accepted", zh: "安全事件须整改合格" },
    needs: ["data.suspensionCauses", "data.remediation"],
    test: ({ data }) => !data.suspensionCauses.includes(SAFETY_EVENT) || data.remediation === "accepted",
  }),
  safety_confirmed: guard({
    title: { en: "after a safety event, the safety owner confirms", zh: "安全事件须由安全负责人确认" },
    needs: ["event.by", "data.suspensionCauses", "facts.safetyOwner"],
    test: ({ event, data, facts }) => !data.suspensionCauses.includes(SAFETY_EVENT) || event.by === facts.safetyOwner,
  }),
  minimum_served: guard({
    title: { en: "the least time is served", zh: "已满最短暂停期" },
    needs: ["event.asOf", "data.suspensionMinimum"],
    test: ({ event, data }) => event.asOf >= data.suspensionMinimum,
  }),
  to_good: guard({
    title: { en: "it resumes with good standing", zh: "恢复为良好" },
    needs: ["event.to"],
    test: ({ event }) => event.to === "good",
  }),
  to_watch: guard({
    title: { en: "it resumes under watch", zh: "恢复并转入观察" },
    needs: ["event.to"],
    test: ({ event }) => event.to === "watch",
  }),
  outside_suspension: guard({
    title: { en: "it lies outside every suspension", zh: "不在任何暂停范围内" },
    needs: ["event.exposure", "data.suspendedScopes"],
    test: ({ event, data }) => staysOutside(data.suspendedScopes, event.exposure),
  }),
};
