/**
 * A replacement case, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import type { Machine, MachineKit } from "../engine/machine.js";
import { roomKit } from "../engine/room-kit.js";
import type { ReplacementData, ReplacementEffect, ReplacementEvent, ReplacementFacts, ReplacementState } from "./replacement-case.js";

export interface ReplacementTypes {
  readonly event: ReplacementEvent;
  readonly data: ReplacementData;
  readonly facts: ReplacementFacts;
  readonly effect: ReplacementEffect;
}

const kit: MachineKit<ReplacementTypes> = roomKit<ReplacementTypes>();
const { guard, update } = kit;

const UNDECIDED = ["opened", "evaluating"] as const;

export const replacementLifecycle: Machine<ReplacementTypes, ReplacementState> = kit.defineMachine({
  name: "replacement_case",
  title: { en: "Replacement of a member", zh: "更换经销商" },
  initial: "opened",
  final: ["replaced", "kept", "kept_restricted", "settled"],
  lastOn: "since",
  states: {
    opened: { en: "opened", zh: "已立案" },
    evaluating: { en: "candidates evaluated", zh: "评估候选" },
    planning: { en: "hand-over being planned", zh: "制定交接计划" },
    handing_over: { en: "handing over", zh: "交接中" },
    replaced: { en: "replaced", zh: "已更换" },
    kept: { en: "kept", zh: "保留" },
    kept_restricted: { en: "kept with restrictions", zh: "保留并限制" },
    settled: { en: "settled", zh: "已解决" },
  },
  events: {
    candidatesListed: { en: "candidates listed", zh: "列出候选" },
    candidateEvaluated: { en: "candidate evaluated", zh: "完成候选评估" },
    decided: { en: "decided", zh: "作出决定" },
    searchEnded: { en: "search ended", zh: "停止寻找" },
    handOverPlanned: { en: "hand-over planned", zh: "交接计划完成" },
    handedOver: { en: "handed over", zh: "交接完成" },
    successorLost: { en: "successor lost", zh: "接替方退出" },
    troubleSettled: { en: "payment settled", zh: "货款已解决" },
    dayPassed: { en: "a day has come", zh: "日期到达" },
  },
  effects: {
    evaluate_candidate: { en: "evaluate the candidates", zh: "评估候选成员" },
    restrict_supply: { en: "restrict supply", zh: "限制供货" },
    plan_hand_over: { en: "plan the hand-over", zh: "制定交接计划" },
    start_exit: { en: "start the exit of the member", zh: "启动成员退出" },
    relink_channel: { en: "link the channel anew", zh: "重新衔接渠道环节" },
    lift_restrictions: { en: "lift restrictions", zh: "解除限制" },
    remind_of_decision: { en: "remind of the decision", zh: "提醒作出决定" },
  },
  guards: {
    somebody_there: guard({
      title: { en: "there is a candidate", zh: "有候选成员" },
      needs: ["event.candidates", "data.memberId"],
      test: ({ event, data }) => event.candidates.some((id) => id !== data.memberId),
    }),
    is_listed: guard({
      title: { en: "it is one of the candidates", zh: "是已列出的候选成员" },
      needs: ["event.candidateId", "data.candidates"],
      test: ({ event, data }) => data.candidates.includes(event.candidateId),
    }),
    is_suitable: guard({
      title: { en: "the candidate was found suitable", zh: "候选成员经评估合适" },
      needs: ["event.candidateId", "data.suitable"],
      test: ({ event, data }) => data.suitable.includes(event.candidateId),
    }),
    nobody_suitable: guard({
      title: { en: "no candidate was found suitable", zh: "没有合适的候选成员" },
      needs: ["data.suitable"],
      test: ({ data }) => data.suitable.length === 0,
    }),
    may_decide: guard({
      title: { en: "the person may decide", zh: "经办人有权决定" },
      needs: ["facts.mayDecide"],
      test: ({ facts }) => facts.mayDecide,
    }),
    replaces: guard({
      title: { en: "the opportunity cost is within the tolerance", zh: "机会成本在容忍范围之内" },
      needs: ["event.decision"],
      test: ({ event }) => event.decision === "replace",
    }),
    keeps: guard({
      title: { en: "the opportunity cost is too high", zh: "机会成本过高" },
      needs: ["event.decision"],
      test: ({ event }) => event.decision === "keep",
    }),
    hand_over_complete: guard({
      title: { en: "everything is handed over", zh: "交接事项全部完成" },
      needs: ["facts.handOverComplete"],
      test: ({ facts }) => facts.handOverComplete,
    }),
  },
  updates: {
    take_list: update({
      title: { en: "note the candidates", zh: "记录候选成员" },
      needs: ["event.candidates", "data.memberId"],
      change: ({ event, data }) => ({ candidates: [...new Set(event.candidates)].filter((id) => id !== data.memberId), suitable: [] }),
    }),
    note_candidate: update({
      title: { en: "note what was found", zh: "记录评估结果" },
      needs: ["event.candidateId", "event.suitable", "data.suitable"],
      change: ({ event, data }) => {
        const others = data.suitable.filter((id) => id !== event.candidateId);
        return { suitable: event.suitable ? [...others, event.candidateId] : others };
      },
    }),
    note_successor: update({
      title: { en: "note who takes over", zh: "记录接替成员" },
      needs: ["event.candidateId"],
      change: ({ event }) => ({ successorId: event.candidateId }),
    }),
    note_ground: update({
      title: { en: "note why", zh: "记录理由" },
      needs: ["event.ground"],
      change: ({ event }) => ({ ground: event.ground, decideBy: null }),
    }),
    note_plan: update({
      title: { en: "note the end of the hand-over", zh: "记录交接截止日" },
      needs: ["event.endsOn"],
      change: ({ event }) => ({ handOverBy: event.endsOn }),
    }),
    forget_successor: update({
      title: { en: "forget who was to take over", zh: "撤销接替成员" },
      needs: ["data.successorId", "data.suitable"],
      change: ({ data }) => ({ successorId: null, handOverBy: null, suitable: data.suitable.filter((id) => id !== data.successorId) }),
    }),
    reminded: update({ title: { en: "note the reminder", zh: "记录提醒" }, needs: [], change: () => ({ decideBy: null }) }),
  },
  arrows: [
    {
      from: UNDECIDED,
      on: "candidatesListed",
      when: "somebody_there",
      to: "evaluating",
      assign: "take_list",
      then: ["evaluate_candidate"],
    },
    {
      from: "opened",
      on: "candidatesListed",
      to: "kept_restricted",
      then: ["restrict_supply"],
      note: { en: "no candidate: keep and restrict", zh: "没有候选：保留并限制" },
    },
    { from: "evaluating", on: "candidateEvaluated", when: "is_listed", to: "=", assign: "note_candidate" },
    { from: UNDECIDED, on: "searchEnded", when: "nobody_suitable", to: "kept_restricted", then: ["restrict_supply"] },
    {
      from: "evaluating",
      on: "decided",
      when: ["may_decide", "is_suitable", "replaces"],
      to: "planning",
      assign: ["note_successor", "note_ground"],
      then: [{ effect: "plan_hand_over", with: ["data.memberId", "data.successorId"] }],
    },
    { from: "evaluating", on: "decided", when: ["may_decide", "keeps"], to: "kept", assign: "note_ground", then: ["restrict_supply"] },
    {
      from: "planning",
      on: "handOverPlanned",
      to: "handing_over",
      assign: "note_plan",
      then: [{ effect: "start_exit", with: ["data.memberId", "data.handOverBy"] }],
    },
    {
      from: "handing_over",
      on: "handedOver",
      when: "hand_over_complete",
      to: "replaced",
      then: [{ effect: "relink_channel", with: ["data.memberId", "data.successorId"] }],
    },
    {
      from: ["planning", "handing_over"],
      on: "successorLost",
      to: "evaluating",
      assign: ["forget_successor", "note_ground"],
      then: ["evaluate_candidate"],
      note: { en: "the other candidates are looked at again", zh: "重新考虑其他候选" },
    },
    { from: ["opened", "evaluating", "planning"], on: "troubleSettled", to: "settled", assign: "note_ground", then: ["lift_restrictions"] },
    {
      from: UNDECIDED,
      on: "dayPassed",
      dueOn: "decideBy",
      to: "=",
      assign: "reminded",
      then: [{ effect: "remind_of_decision", with: ["data.memberId"] }],
    },
  ],
});
