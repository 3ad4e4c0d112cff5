/** The life of one step of a run, as a state table. */
import { own } from "./compile-table.js";
import type { StepData, StepEvent } from "./procedure.js";
import { roomKit } from "./room-kit.js";
import type { StepFacts } from "./step-facts.js";

interface LifeTypes {
  /** `fulfilled` and `fell_back` come from the engine: the last thing needed is there; a step before it was reopened. */
  readonly event: StepEvent | { readonly type: "fulfilled"; readonly asOf: string } | { readonly type: "fell_back" };
  readonly data: StepData;
  readonly facts: StepFacts;
  readonly effect: "step_done";
}

const { guard, update, inOrder, defineMachine } = roomKit<LifeTypes>();

const cleared = { delivered: {}, deliveredBy: [], approved: {}, rules: {} } as const;

/** @internal */
export const stepLife = defineMachine({
  name: "step",
  title: { en: "Step", zh: "步骤" },
  initial: "waiting",
  final: [],
  states: {
    waiting: { en: "waiting", zh: "待开始" },
    in_progress: { en: "in progress", zh: "进行中" },
    done: { en: "done", zh: "已完成" },
    skipped: { en: "skipped", zh: "已跳过" },
  },
  events: {
    started: { en: "started", zh: "开始" },
    delivered: { en: "delivered", zh: "交付" },
    approved: { en: "approved", zh: "审批通过" },
    rejected: { en: "rejected", zh: "退回" },
    checked: { en: "checked", zh: "核对规则" },
    completed: { en: "completed", zh: "完成" },
    skipped: { en: "skipped", zh: "跳过" },
    reopened: { en: "reopened", zh: "重开" },
    fulfilled: { en: "everything is there", zh: "条件齐备" },
    fell_back: { en: "fell back", zh: "随前序退回" },
  },
  effects: { step_done: { en: "step done", zh: "步骤完成" } },
  guards: {
    by_owner: guard({
      title: { en: "the owner does it", zh: "由负责人办理" },
      needs: ["event.by", "facts.owners"],
      test: ({ event, facts }) => facts.owners.includes(event.by),
    }),
    by_approver: guard({
      title: { en: "somebody of the approving role does it", zh: "由审批角色办理" },
      needs: ["event.by", "facts.approvers"],
      test: ({ event, facts }) => facts.approvers.includes(event.by),
    }),
    by_participant: guard({
      title: { en: "somebody with a role in it does it", zh: "由参与者办理" },
      needs: ["event.by", "facts.participants"],
      test: ({ event, facts }) => facts.participants.includes(event.by),
    }),
    not_own_work: guard({
      title: { en: "nobody approves what they delivered", zh: "不得审批本人交付的成果" },
      needs: ["event.by", "data.deliveredBy"],
      test: ({ event, data }) => !data.deliveredBy.includes(event.by),
    }),
    // a typing error in a day would turn the order of the steps around
    in_run: guard({
      title: { en: "it is not before the first day of the run", zh: "日期不早于流程启动之日" },
      needs: ["event.asOf", "facts.runStartedOn"],
      test: ({ event, facts }) => event.asOf >= facts.runStartedOn,
    }),
    day_in_order: inOrder("startedOn", { en: "it is not before the day the round was started", zh: "日期不早于本轮开始之日" }),
    after_its_end: inOrder("endedOn", { en: "it is not before the day the step ended", zh: "日期不早于步骤结束之日" }),
    ground_given: guard({
      title: { en: "a ground is given", zh: "已说明理由" },
      needs: ["event.ground"],
      test: ({ event }) => event.ground.trim() !== "",
    }),
    applies: guard({ title: { en: "the step applies", zh: "步骤适用" }, needs: ["facts.applies"], test: ({ facts }) => facts.applies }),
    others_finished: guard({
      title: { en: "the steps it waits for are finished", zh: "前序步骤已完成" },
      needs: ["facts.unfinished"],
      test: ({ facts }) => facts.unfinished.length === 0,
    }),
    inputs_at_hand: guard({
      title: { en: "the documents it needs are there", zh: "所需资料齐备" },
      needs: ["facts.lackingInputs"],
      test: ({ facts }) => facts.lackingInputs.length === 0,
    }),
    outputs_delivered: guard({
      title: { en: "its documents are delivered", zh: "成果已交付" },
      needs: ["facts.lackingOutputs"],
      test: ({ facts }) => facts.lackingOutputs.length === 0,
    }),
    approvals_given: guard({
      title: { en: "all approvals are given", zh: "审批已齐" },
      needs: ["facts.openApprovals"],
      test: ({ facts }) => facts.openApprovals.length === 0,
    }),
    rules_met: guard({
      title: { en: "the rules of the gate are met", zh: "关口规则已满足" },
      needs: ["facts.unmetRules", "facts.unknownRules"],
      test: ({ facts }) => (facts.unmetRules.length > 0 ? false : facts.unknownRules.length > 0 ? "unknown" : true),
    }),
    optional: guard({
      title: { en: "the step is optional", zh: "步骤可选" },
      needs: ["facts.optional"],
      test: ({ facts }) => facts.optional,
    }),
    repeats: guard({
      title: { en: "the step comes round again", zh: "步骤循环进行" },
      needs: ["facts.repeats"],
      test: ({ facts }) => facts.repeats,
    }),
  },
  updates: {
    begin: update({
      title: { en: "begin a round", zh: "开始一轮" },
      needs: ["event.asOf"],
      change: ({ event }) => ({ ...cleared, startedOn: event.asOf }),
    }),
    /** A further document voids what was approved and checked without it. */
    note_delivery: update({
      title: { en: "note the document", zh: "登记成果" },
      needs: ["event.document", "event.by", "data.delivered", "data.deliveredBy"],
      change: ({ event, data }) => ({
        delivered: { ...data.delivered, [event.document]: (own(data.delivered, event.document) ?? 0) + 1 },
        deliveredBy: [...new Set([...data.deliveredBy, event.by])],
        approved: {},
        rules: {},
      }),
    }),
    note_approval: update({
      title: { en: "note the approval", zh: "登记审批" },
      needs: ["event.role", "event.by", "data.approved"],
      change: ({ event, data }) => ({ approved: { ...data.approved, [event.role]: event.by } }),
    }),
    note_check: update({
      title: { en: "note the finding", zh: "登记核对结果" },
      needs: ["event.rule", "event.status", "data.rules"],
      change: ({ event, data }) => ({ rules: { ...data.rules, [event.rule]: event.status } }),
    }),
    send_back: update({
      title: { en: "have it delivered again", zh: "退回重新交付" },
      needs: ["event.ground"],
      change: ({ event }) => ({ ...cleared, ground: event.ground }),
    }),
    finish: update({
      title: { en: "finish the round", zh: "结束本轮" },
      needs: ["event.asOf", "data.rounds"],
      change: ({ event, data }) => ({ rounds: data.rounds + 1, endedOn: event.asOf }),
    }),
    leave_out: update({
      title: { en: "leave it out", zh: "略过" },
      needs: ["event.asOf", "event.ground"],
      change: ({ event }) => ({ endedOn: event.asOf, ground: event.ground }),
    }),
    note_ground: update({
      title: { en: "note the ground", zh: "登记理由" },
      needs: ["event.ground"],
      change: ({ event }) => ({ ground: event.ground }),
    }),
    begin_anew: update({
      title: { en: "begin anew", zh: "从头开始" },
      needs: [],
      change: () => ({ ...cleared, rounds: 0, startedOn: undefined, endedOn: undefined }),
    }),
  },
  arrows: [
    {
      from: "waiting",
      on: "started",
      when: ["by_owner", "applies", "others_finished", "inputs_at_hand", "in_run"],
      to: "in_progress",
      assign: "begin",
    },
    { from: "done", on: "started", when: ["by_owner", "repeats", "after_its_end"], to: "in_progress", assign: "begin" },
    { from: "in_progress", on: "delivered", when: ["by_owner", "day_in_order"], to: "=", assign: "note_delivery" },
    {
      from: "in_progress",
      on: "approved",
      when: ["by_approver", "not_own_work", "outputs_delivered", "day_in_order"],
      to: "=",
      assign: "note_approval",
    },
    { from: "in_progress", on: "rejected", when: ["by_approver", "ground_given", "day_in_order"], to: "=", assign: "send_back" },
    { from: "in_progress", on: "checked", when: "day_in_order", to: "=", assign: "note_check" },
    {
      from: "in_progress",
      on: "completed",
      when: ["by_owner", "outputs_delivered", "approvals_given", "rules_met", "day_in_order"],
      to: "done",
      assign: "finish",
      then: ["step_done"],
    },
    {
      from: "in_progress",
      on: "fulfilled",
      when: ["outputs_delivered", "approvals_given", "rules_met", "day_in_order"],
      to: "done",
      assign: "finish",
      then: ["step_done"],
    },
    {
      from: ["waiting", "in_progress"],
      on: "skipped",
      when: ["by_owner", "optional", "ground_given", "in_run", "day_in_order"],
      to: "skipped",
      assign: "leave_out",
    },
    {
      from: ["done", "skipped"],
      on: "reopened",
      when: ["by_participant", "ground_given", "after_its_end"],
      to: "waiting",
      assign: ["begin_anew", "note_ground"],
    },
    { from: ["in_progress", "done"], on: "fell_back", to: "waiting", assign: "begin_anew" },
  ],
});
