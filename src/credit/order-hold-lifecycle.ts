/**
 * The credit of an order, one arrow per line. Internal: hosts step it by the verbs over JSON.
 *
 * @internal
 */
import { type Machine, type MachineKit, machineKit } from "../engine/machine-kit.js";
import { latestDate } from "../kernel/compare-dates.js";
import { compareDecimals, type DecimalString } from "../kernel/decimal.js";
import type { OrderHoldData, OrderHoldEffect, OrderHoldEvent, OrderHoldFacts, OrderHoldState } from "./order-hold.js";

/** An event as the table reads it: a decision in short. */
export type ShortEvent =
  | Exclude<OrderHoldEvent, { readonly type: "checked" }>
  | {
      readonly type: "checked";
      readonly asOf: string;
      readonly orderId: string;
      readonly verdict: "release" | "hold" | "prepayment_only";
      readonly reasons: readonly string[];
      readonly excess: DecimalString | null;
      readonly exempt: boolean;
      readonly nextCheckOn: string;
    };

export interface OrderHoldTypes {
  readonly event: ShortEvent;
  readonly data: OrderHoldData;
  readonly facts: OrderHoldFacts;
  readonly effect: OrderHoldEffect;
}

const kit: MachineKit<OrderHoldTypes> = machineKit<OrderHoldTypes>();
const { guard, update } = kit;

const LET_GO = ["clear", "ready_to_release", "released"] as const;

export const orderHoldLifecycle: Machine<OrderHoldTypes, OrderHoldState> = kit.defineMachine({
  name: "order_hold",
  title: { en: "Credit of an order", zh: "订单信用" },
  initial: "unchecked",
  final: ["rejected"],
  states: {
    unchecked: { en: "not checked", zh: "待检查" },
    clear: { en: "clear", zh: "正常" },
    held: { en: "held", zh: "冻结" },
    ready_to_release: { en: "ready to be released", zh: "可放行" },
    released: { en: "released", zh: "已放行" },
    forced_held: { en: "held by a person", zh: "人工冻结" },
    rejected: { en: "rejected", zh: "已拒绝" },
  },
  events: {
    checked: { en: "checked", zh: "检查" },
    released: { en: "released", zh: "放行" },
    rejected: { en: "rejected", zh: "拒绝" },
    holdForced: { en: "held by a person", zh: "人工冻结" },
    valueChanged: { en: "amount changed", zh: "金额变更" },
    termsRaised: { en: "better terms asked for", zh: "付款条件放宽" },
    reopened: { en: "opened again", zh: "重新打开" },
    checkpointReached: { en: "next checkpoint", zh: "到达下一环节" },
  },
  effects: {
    hold_order: { en: "hold the order", zh: "冻结订单" },
    let_order_go: { en: "let the order go on", zh: "订单继续执行" },
    ask_for_check: { en: "check the credit", zh: "检查信用" },
    ask_for_approval: { en: "ask for approval", zh: "提请审批" },
    ask_for_prepayment: { en: "ask for prepayment", zh: "要求预付款" },
    cancel_order: { en: "cancel the order", zh: "取消订单" },
  },
  guards: {
    in_order: guard({
      title: { en: "it does not come before what was recorded last", zh: "不早于上一条记录" },
      needs: ["event.asOf", "data.since"],
      test: ({ event, data }) => event.asOf >= data.since,
    }),
    same_order: guard({
      title: { en: "it is the check of this order", zh: "是对本订单的检查" },
      needs: ["event.orderId", "data.orderId"],
      test: ({ event, data }) => event.orderId === data.orderId,
    }),
    passes: guard({
      title: { en: "nothing stands in the way", zh: "没有障碍" },
      needs: ["event.verdict"],
      test: ({ event }) => event.verdict === "release",
    }),
    needs_prepayment: guard({
      title: { en: "only prepayment is left", zh: "仅限预付款" },
      needs: ["event.verdict"],
      test: ({ event }) => event.verdict === "prepayment_only",
    }),
    is_exempt: guard({
      title: { en: "it is paid ahead, delivered or a credit note", zh: "已预付、已交付，或为贷项通知单" },
      needs: ["event.exempt"],
      test: ({ event }) => event.exempt,
    }),
    releases_itself: guard({
      title: { en: "orders are released once their reasons are gone", zh: "障碍消除后自动放行" },
      needs: ["facts.autoRelease"],
      test: ({ facts }) => facts.autoRelease,
    }),
    within_authority: guard({
      title: { en: "the person may answer for the excess", zh: "超额在审批权限之内" },
      needs: ["facts.approverLimit"],
      reads: ["data.excess"],
      test: ({ facts: { approverLimit }, data: { excess } }) =>
        approverLimit === "unlimited" || (typeof excess === "string" && compareDecimals(excess, approverLimit) <= 0),
    }),
    not_exempt: guard({
      title: { en: "it is not paid ahead, delivered or a credit note", zh: "未预付、未交付，且不是贷项通知单" },
      needs: ["data.exempt"],
      test: ({ data }) => !data.exempt,
    }),
    amount_raised: guard({
      title: { en: "the amount rose", zh: "金额增加" },
      needs: ["event.amount", "data.amount"],
      test: ({ event, data }) => compareDecimals(event.amount, data.amount) > 0,
    }),
    grace_over: guard({
      title: { en: "the days of grace are over", zh: "宽限期已过" },
      needs: ["event.asOf", "data.nextCheckOn"],
      test: ({ event, data }) => event.asOf >= data.nextCheckOn,
    }),
  },
  updates: {
    note_day: update({
      title: { en: "note the day", zh: "记录日期" },
      needs: ["event.asOf", "data.since"],
      change: ({ event, data }) => ({ since: latestDate(event.asOf, data.since) }),
    }),
    note_check: update({
      title: { en: "note what the check said", zh: "记录检查结果" },
      needs: ["event.reasons", "event.exempt"],
      reads: ["event.excess"],
      change: ({ event }) => ({ reasons: event.reasons, exempt: event.exempt, excess: event.excess ?? null }),
    }),
    note_grace: update({
      title: { en: "let the days of grace run", zh: "开始宽限期" },
      needs: ["event.nextCheckOn"],
      change: ({ event }) => ({ nextCheckOn: event.nextCheckOn }),
    }),
    note_person: update({
      title: { en: "note who did it and why", zh: "记录经办人与理由" },
      needs: ["event.by", "event.ground"],
      change: ({ event }) => ({ by: event.by, ground: event.ground }),
    }),
    note_amount: update({
      title: { en: "note the amount", zh: "记录金额" },
      needs: ["event.amount"],
      change: ({ event }) => ({ amount: event.amount }),
    }),
    forget_excess: update({
      title: { en: "forget what the last check measured", zh: "上次检查的超额作废" },
      needs: [],
      change: () => ({ excess: null }),
    }),
    forget_exemption: update({
      title: { en: "forget that nothing was owed on it", zh: "免检情形作废" },
      needs: [],
      change: () => ({ exempt: false }),
    }),
  },
  arrows: [
    // the check
    {
      from: "unchecked",
      on: "checked",
      when: ["in_order", "same_order", "passes"],
      to: "clear",
      assign: ["note_check", "note_grace", "note_day"],
      then: ["let_order_go"],
    },
    {
      from: ["unchecked", "held", "ready_to_release"],
      on: "checked",
      when: ["in_order", "same_order", "needs_prepayment"],
      to: "held",
      assign: ["note_check", "note_day"],
      then: ["hold_order", "ask_for_prepayment"],
    },
    {
      from: ["held", "ready_to_release", "forced_held"],
      on: "checked",
      when: ["in_order", "same_order", "passes", "is_exempt"],
      to: "released",
      assign: ["note_check", "note_grace", "note_day"],
      then: ["let_order_go"],
      note: { en: "paid ahead, delivered or credited by now: no hold stands", zh: "已预付、已交付或为贷项：冻结一律解除" },
    },
    {
      from: ["held", "ready_to_release"],
      on: "checked",
      when: ["in_order", "same_order", "passes", "releases_itself"],
      to: "released",
      assign: ["note_check", "note_grace", "note_day"],
      then: ["let_order_go"],
    },
    {
      from: ["held", "ready_to_release"],
      on: "checked",
      when: ["in_order", "same_order", "passes"],
      to: "ready_to_release",
      assign: ["note_check", "note_grace", "note_day"],
      then: ["ask_for_approval"],
    },
    {
      from: ["unchecked", "held", "ready_to_release"],
      on: "checked",
      when: ["in_order", "same_order"],
      to: "held",
      assign: ["note_check", "note_day"],
      then: ["hold_order", "ask_for_approval"],
      note: { en: "the check found a reason", zh: "检查发现障碍" },
    },
    {
      from: "forced_held",
      on: "checked",
      when: ["in_order", "same_order"],
      to: "=",
      assign: ["note_check", "note_day"],
      note: { en: "what it found is noted; only a person releases", zh: "仅记录检查结果，须人工放行" },
    },
    // persons
    {
      from: ["held", "forced_held"],
      on: "released",
      when: ["in_order", "within_authority"],
      to: "released",
      assign: ["note_person", "note_day"],
      then: ["let_order_go"],
    },
    {
      from: "ready_to_release",
      on: "released",
      when: "in_order",
      to: "released",
      assign: ["note_person", "note_day"],
      then: ["let_order_go"],
    },
    {
      from: ["held", "ready_to_release", "forced_held"],
      on: "rejected",
      when: "in_order",
      to: "rejected",
      assign: ["note_person", "note_day"],
      then: ["cancel_order"],
    },
    {
      from: ["unchecked", "clear", "held", "ready_to_release", "released"],
      on: "holdForced",
      when: ["in_order", "not_exempt"],
      to: "forced_held",
      assign: ["note_person", "note_day"],
      then: ["hold_order"],
      note: { en: "no check releases it, only a person", zh: "只能人工放行，检查不会放行" },
    },
    // changes call for a new look; one that lowers the exposure does not
    {
      from: LET_GO,
      on: "valueChanged",
      when: ["in_order", "amount_raised"],
      to: "unchecked",
      assign: ["note_amount", "forget_excess", "forget_exemption", "note_day"],
      then: ["ask_for_check"],
    },
    { from: LET_GO, on: "valueChanged", when: "in_order", to: "=", assign: ["note_amount", "note_day"] },
    {
      from: ["unchecked", "held", "forced_held"],
      on: "valueChanged",
      when: ["in_order", "amount_raised"],
      to: "=",
      assign: ["note_amount", "forget_excess", "forget_exemption", "note_day"],
      then: ["ask_for_check"],
      note: { en: "nobody answers for an excess that was measured before", zh: "此前测得的超额不再作为审批依据" },
    },
    {
      from: ["unchecked", "held", "forced_held"],
      on: "valueChanged",
      when: "in_order",
      to: "=",
      assign: ["note_amount", "note_day"],
      then: ["ask_for_check"],
    },
    {
      from: LET_GO,
      on: "termsRaised",
      when: "in_order",
      to: "unchecked",
      assign: ["forget_excess", "note_day"],
      then: ["ask_for_check"],
    },
    {
      from: LET_GO,
      on: "reopened",
      when: "in_order",
      to: "unchecked",
      assign: ["forget_excess", "forget_exemption", "note_day"],
      then: ["ask_for_check"],
    },
    {
      from: ["clear", "released"],
      on: "checkpointReached",
      when: ["in_order", "grace_over"],
      to: "unchecked",
      assign: ["forget_excess", "note_day"],
      then: ["ask_for_check"],
    },
    { from: ["clear", "released"], on: "checkpointReached", when: "in_order", to: "=", assign: "note_day" },
  ],
});
