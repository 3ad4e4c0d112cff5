/** What must hold from the application to the first day of membership. */
import type { RuleStatus, Waiver } from "../engine/rule.js";
import { isDate } from "../kernel/calendar-date.js";
import { isSaid } from "./check-member.js";
import { checkTrialStage } from "./check-trial-stage.js";
import { memberKit } from "./member-kit.js";
import type { MemberOrigin } from "./member-state.js";
import { trialBeforeDistributor } from "./rules/trial-before-distributor.js";

const { guard } = memberKit;

/** @internal */
export const applicationGuards = {
  documents_complete: guard({
    title: { en: "the documents of the application are complete", zh: "申请资料齐全" },
    needs: ["facts.missingDocuments"],
    test: ({ facts }) => facts.missingDocuments.length === 0,
  }),
  verdict_admits: guard({
    title: { en: "the decision admits", zh: "裁定为准入" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "admitted",
  }),
  verdict_admits_with_exceptions: guard({
    title: { en: "the decision admits with exceptions", zh: "裁定为例外准入" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "admitted_with_exceptions",
  }),
  verdict_lacks_information: guard({
    title: { en: "the decision lacks information", zh: "裁定为资料不足" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "information_requested",
  }),
  verdict_waits: guard({
    title: { en: "the decision waits for a vacancy or a special evaluation", zh: "裁定为待有名额或另行评估" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "qualified_no_vacancy" || event.verdict === "special_evaluation",
  }),
  verdict_rejects: guard({
    title: { en: "the decision rejects", zh: "裁定为拒绝" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "rejected",
  }),
  exceptions_recorded: guard({
    title: { en: "every exception has its rule, ground, approver and date", zh: "每项例外均写明规则、理由、批准人与日期" },
    needs: ["event.exceptions"],
    test: ({ event }) => event.exceptions.length > 0 && event.exceptions.every(isComplete),
  }),
  exception_complete: guard({
    title: { en: "the exception has its rule, ground, approver and date", zh: "例外写明规则、理由、批准人与日期" },
    needs: ["event.exception"],
    test: ({ event }) => isComplete(event.exception),
  }),
  ground_given: guard({
    title: { en: "a ground is given", zh: "已说明理由" },
    needs: ["event.ground"],
    test: ({ event }) => isSaid(event.ground),
  }),
  signs_trial: guard({
    title: { en: "it is a trial agreement", zh: "为试销协议" },
    needs: ["event.kind"],
    test: ({ event }) => event.kind === "trial",
  }),
  signs_dealership: guard({
    title: { en: "it is a distribution or agency agreement", zh: "为分销或代理协议" },
    needs: ["event.kind"],
    test: ({ event }) => event.kind === "distribution" || event.kind === "agency",
  }),
  agreement_complete: guard({
    title: { en: "no clause of the agreement is missing", zh: "协议条款齐全" },
    needs: ["facts.missingClauses"],
    test: ({ facts }) => facts.missingClauses.length === 0,
  }),
  term_ends: guard({
    title: { en: "its term has an end after its beginning", zh: "协议期限有截止日且晚于起始日" },
    needs: ["event.start", "event.end"],
    test: ({ event }) => event.end !== "open" && event.start < event.end,
  }),
  term_sound: guard({
    title: { en: "its term, where it has an end, ends after its beginning", zh: "协议如有截止日，须晚于起始日" },
    needs: ["event.start", "event.end"],
    test: ({ event }) => event.end === "open" || event.start < event.end,
  }),
  term_goes_on: guard({
    title: { en: "the new end, if there is one, is later than the day of the renewal", zh: "新截止日（如有）晚于续签当日" },
    needs: ["event.asOf", "event.end"],
    test: ({ event }) => event.end === "open" || event.asOf < event.end,
  }),
  training_done: guard({
    title: { en: "the mandatory training is done", zh: "必修培训已完成" },
    needs: ["facts.trainingOpen"],
    test: ({ facts }) => facts.trainingOpen.length === 0,
  }),
  authorized: guard({
    title: { en: "a written authorization is in force", zh: "书面授权有效" },
    needs: ["facts.authorizationInForce"],
    test: ({ facts }) => facts.authorizationInForce,
  }),
  onboarding: guard({
    title: { en: "the member is being onboarded", zh: "处于入网准备" },
    needs: ["at.relationship"],
    test: ({ at }) => at.relationship === "onboarding",
  }),
  for_trial: guard({
    title: { en: "a trial agreement is signed", zh: "已签试销协议" },
    needs: ["data.agreementKind"],
    test: ({ data }) => data.agreementKind === "trial",
  }),
  for_distribution: guard({
    title: { en: "a distribution agreement is signed", zh: "已签分销协议" },
    needs: ["data.agreementKind"],
    test: ({ data }) => data.agreementKind === "distribution",
  }),
  for_agency: guard({
    title: { en: "an agency agreement is signed", zh: "已签代理协议" },
    needs: ["data.agreementKind"],
    test: ({ data }) => data.agreementKind === "agency",
  }),
  term_begun: guard({
    title: { en: "its term has begun", zh: "协议期限已开始" },
    needs: ["event.asOf", "data.agreementStart"],
    test: ({ event, data }) => event.asOf >= data.agreementStart,
  }),
  term_not_over: guard({
    title: { en: "its term is not over", zh: "协议期限未满" },
    needs: ["event.asOf"],
    reads: ["data.agreementEnd"],
    test: ({ event, data: { agreementEnd } }) =>
      agreementEnd === null || (agreementEnd === undefined ? "unknown" : event.asOf < agreementEnd),
  }),
  trial_served: guard({
    title: { en: "a trial came first, or a route that takes its place", zh: "已经过试销阶段或等同途径" },
    needs: ["event.asOf", "data.origin", "data.exceptions"],
    test: ({ event, data }) => trialStage(data, event.asOf) === "met",
  }),
  trial_excepted: guard({
    title: { en: "the trial is waived by a recorded exception", zh: "试销阶段已获例外批准" },
    needs: ["event.asOf", "data.origin", "data.exceptions"],
    test: ({ event, data }) => trialStage(data, event.asOf) === "excepted",
  }),
  in_trial: guard({
    title: { en: "the member is on trial", zh: "处于试销期" },
    needs: ["at.relationship"],
    test: ({ at }) => at.relationship === "trial",
  }),
  agreement_of_member: guard({
    title: { en: "it is the member's agreement", zh: "为该成员的现行协议" },
    needs: ["event.agreementId", "data.agreementId"],
    test: ({ event, data }) => event.agreementId === data.agreementId,
  }),
  another_agreement: guard({
    title: { en: "another trial agreement carries it", zh: "已另签试销协议" },
    needs: ["event.agreementId", "data.agreementId"],
    test: ({ event, data }) => event.agreementId !== data.agreementId,
  }),
  extension_left: guard({
    title: { en: "an extension is left", zh: "尚有延期次数" },
    needs: ["data.extensions", "facts.trialExtensions"],
    test: ({ data, facts }) => data.extensions < facts.trialExtensions,
  }),
  approver_named: guard({
    title: { en: "an approver is named", zh: "已写明批准人" },
    needs: ["event.approver"],
    test: ({ event }) => isSaid(event.approver),
  }),
  end_moves_out: guard({
    title: { en: "the new end is later than the old one", zh: "新截止日晚于原截止日" },
    needs: ["event.until", "data.trialEnd"],
    test: ({ event, data }) => event.until > data.trialEnd,
  }),
};

/** Without rule, ground, approver and date it is only a request. */
function isComplete({ rule, ground, approver, date }: Waiver): boolean {
  return isSaid(rule) && (isSaid(ground) || (typeof ground === "object" && ground !== null)) && isSaid(approver) && isDate(date);
}

interface Origin {
  readonly origin: MemberOrigin;
  readonly exceptions: readonly Waiver[];
}

function trialStage({ origin, exceptions }: Origin, asOf: string): RuleStatus {
  const waivers = exceptions.filter(({ rule }) => rule === trialBeforeDistributor.code);
  return checkTrialStage({ origin }, { asOf, waivers }).status;
}
