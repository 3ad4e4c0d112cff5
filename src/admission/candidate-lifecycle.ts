/** The way of a candidate from prospect to signature, one arrow per line. */
import { roomKit } from "../engine/room-kit.js";
import { candidateGuards } from "./candidate-guards.js";
import { candidateStageMessages } from "./candidate-stage-messages.js";
import type { CandidateTypes } from "./candidate-types.js";
import { candidateUpdates } from "./candidate-updates.js";

const { defineMachine } = roomKit<CandidateTypes>();

/** @internal */
export const candidateLifecycle = defineMachine({
  name: "candidate",
  title: { en: "Candidate", zh: "候选渠道成员" },
  initial: "prospect",
  final: ["signed", "rejected", "withdrawn"],
  lastOn: "since",
  states: {
    prospect: candidateStageMessages["admission.candidate_stage.prospect"],
    screened: candidateStageMessages["admission.candidate_stage.screened"],
    interviewed: candidateStageMessages["admission.candidate_stage.interviewed"],
    trained: candidateStageMessages["admission.candidate_stage.trained"],
    evaluated: candidateStageMessages["admission.candidate_stage.evaluated"],
    negotiating: candidateStageMessages["admission.candidate_stage.negotiating"],
    signed: candidateStageMessages["admission.candidate_stage.signed"],
    rejected: candidateStageMessages["admission.candidate_stage.rejected"],
    withdrawn: candidateStageMessages["admission.candidate_stage.withdrawn"],
  },
  events: {
    screened: { en: "screened", zh: "筛选" },
    interviewed: { en: "interviewed", zh: "面试" },
    trained: { en: "trained", zh: "培训" },
    tested: { en: "tested", zh: "胜任力测试" },
    evaluated: { en: "evaluated", zh: "综合评估" },
    negotiationOpened: { en: "talks opened", zh: "开始洽谈" },
    signed: { en: "signed", zh: "签约" },
    rejected: { en: "turned down", zh: "否决" },
    withdrew: { en: "gave up", zh: "放弃" },
    dayPassed: { en: "day passed", zh: "日期推进" },
  },
  effects: {
    arrange_interview: { en: "arrange the interview", zh: "安排面试" },
    request_information: { en: "ask for what is missing", zh: "要求补充资料" },
    screen_again: { en: "screen again", zh: "重新筛选" },
    arrange_training: { en: "arrange the training", zh: "安排培训" },
    arrange_test: { en: "arrange the competence test", zh: "安排胜任力测试" },
    repeat_training: { en: "train again", zh: "安排补训" },
    evaluate: { en: "evaluate", zh: "组织评估" },
    evaluate_again: { en: "evaluate again", zh: "重新评估" },
    invite_application: { en: "invite the application", zh: "邀请提出准入申请" },
    negotiate: { en: "negotiate", zh: "开展洽谈" },
    end_talks: { en: "end the talks", zh: "终止洽谈" },
    file_dossier: { en: "file the member dossier", zh: "归档渠道成员资料" },
    begin_onboarding: { en: "begin onboarding", zh: "启动入职培训" },
    notify_candidate: { en: "notify the candidate", zh: "通知候选人" },
  },
  guards: candidateGuards,
  updates: candidateUpdates,
  arrows: [
    {
      from: "prospect",
      on: "screened",
      when: ["design_approved", "off_strategy"],
      to: "rejected",
      assign: "note_end",
      then: ["notify_candidate"],
    },
    {
      from: "prospect",
      on: "screened",
      when: ["design_approved", "on_strategy", "worth_pursuing"],
      to: "screened",
      assign: "clear_review",
      then: ["arrange_interview"],
    },
    { from: "prospect", on: "screened", when: ["design_approved", "on_strategy", "put_off"], to: "=", assign: "set_review" },
    {
      from: "prospect",
      on: "screened",
      when: ["design_approved", "on_strategy", "left_open"],
      to: "=",
      assign: "set_review",
      then: ["request_information"],
    },
    {
      from: "prospect",
      on: "screened",
      when: ["design_approved", "on_strategy", "not_worth_it"],
      to: "rejected",
      assign: "note_end",
      then: ["notify_candidate"],
    },
    { from: "prospect", on: "dayPassed", dueOn: "reviewOn", to: "=", assign: "clear_review", then: ["screen_again"] },

    { from: "screened", on: "interviewed", when: "interview_passed", to: "interviewed", then: ["arrange_training"] },
    { from: "screened", on: "interviewed", when: "interview_again", to: "=", then: ["arrange_interview"] },
    { from: "screened", on: "interviewed", when: "interview_failed", to: "rejected", assign: "note_end", then: ["notify_candidate"] },

    { from: "interviewed", on: "trained", when: "topics_covered", to: "trained", then: ["arrange_test"] },

    { from: "trained", on: "tested", when: "test_passed", to: "=", assign: "note_passed", then: ["evaluate"] },
    { from: "trained", on: "tested", when: ["test_failed", "test_left"], to: "=", assign: "note_failed", then: ["repeat_training"] },
    {
      from: "trained",
      on: "tested",
      when: ["test_failed", "no_test_left"],
      to: "rejected",
      assign: ["note_failed", "note_end"],
      then: ["notify_candidate"],
    },

    {
      from: "trained",
      on: "evaluated",
      when: ["competent", "decided_for", "as_evaluated"],
      to: "evaluated",
      assign: "note_decision",
      then: ["invite_application"],
    },
    {
      from: "trained",
      on: "evaluated",
      when: ["competent", "decided_for", "deviation_approved"],
      to: "evaluated",
      assign: ["note_decision", "note_deviation"],
      then: ["invite_application"],
    },
    {
      from: "trained",
      on: "evaluated",
      when: ["decided_against", "as_evaluated"],
      to: "rejected",
      assign: "note_refusal",
      then: ["notify_candidate"],
    },
    {
      from: "trained",
      on: "evaluated",
      when: ["decided_against", "deviation_approved"],
      to: "rejected",
      assign: ["note_refusal", "note_deviation"],
      then: ["notify_candidate"],
    },

    {
      from: "evaluated",
      on: "negotiationOpened",
      when: ["plan_approved", "evaluation_holds"],
      to: "negotiating",
      assign: "set_talks",
      then: ["negotiate"],
    },
    { from: "evaluated", on: "dayPassed", dueOn: "validUntil", to: "trained", assign: "clear_decision", then: ["evaluate_again"] },

    {
      from: "negotiating",
      on: "signed",
      when: ["competent", "plan_approved", "evaluation_holds", "talks_running", "admitted", "may_sign", "accepted"],
      to: "signed",
      assign: ["note_end", "clear_talks"],
      then: ["file_dossier", "begin_onboarding"],
    },
    {
      from: "negotiating",
      on: "signed",
      when: ["competent", "plan_approved", "evaluation_holds", "talks_running", "admitted", "may_sign", "on_conditions", "conditions_met"],
      to: "signed",
      assign: ["note_end", "clear_talks"],
      then: ["file_dossier", "begin_onboarding"],
    },
    {
      from: "negotiating",
      on: "dayPassed",
      dueOn: "validUntil",
      to: "trained",
      assign: ["clear_decision", "clear_talks"],
      then: ["end_talks", "evaluate_again"],
    },
    { from: "negotiating", on: "dayPassed", dueOn: "talksUntil", to: "evaluated", assign: "clear_talks", then: ["end_talks"] },

    { from: "*", on: "rejected", when: "ground_given", to: "rejected", assign: ["note_end", "note_ground"], then: ["notify_candidate"] },
    {
      from: "*",
      on: "withdrew",
      to: "withdrawn",
      assign: "note_end",
      note: { en: "a candidate may always give up", zh: "候选人随时可以放弃" },
    },
  ],
});
