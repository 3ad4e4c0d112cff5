/**
 * The credit of an order, one arrow per line. Internal: hosts step it by the verbs over JSON; `stepOrderHold` says which name stands for
 * which word of the common table.
 *
 * @internal
 */
import type { Machine } from "../engine/machine.js";
import type { OrderHoldState } from "./order-hold.js";
import { type OrderHoldTypes, orderHoldGuards, orderHoldKit, orderHoldUpdates } from "./order-hold-kit.js";

/** Nothing holds it, or nothing would any more. */
const LET_GO = ["clear", "ready_to_release", "released", "exempt"] as const;
const ON_HOLD = ["unchecked", "held", "forced_held"] as const;

export const orderHoldLifecycle: Machine<OrderHoldTypes, OrderHoldState> = orderHoldKit.defineMachine({
  name: "order_hold",
  title: { en: "Credit of an order", zh: "订单信用" },
  initial: "unchecked",
  final: ["rejected"],
  lastOn: "since",
  states: {
    unchecked: { en: "not checked", zh: "待检查" },
    clear: { en: "clear", zh: "正常" },
    held: { en: "held", zh: "冻结" },
    ready_to_release: { en: "ready to be released", zh: "可放行" },
    released: { en: "released", zh: "已放行" },
    forced_held: { en: "held by a person", zh: "人工冻结" },
    exempt: { en: "exempt", zh: "免检" },
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
  guards: orderHoldGuards,
  updates: orderHoldUpdates,
  arrows: [
    // the check
    {
      from: "unchecked",
      on: "checked",
      when: ["same_order", "not_looked_at"],
      to: "=",
      then: ["let_order_go"],
      note: { en: "elsewhere orders pass, and stay unchecked", zh: "非检查环节放行，仍属待检查" },
    },
    {
      from: ["held", "ready_to_release", "forced_held"],
      on: "checked",
      when: ["same_order", "not_looked_at"],
      to: "=",
      note: { en: "where nothing is measured, no reason goes away", zh: "未作检查，原有障碍不消除" },
    },
    {
      from: ["unchecked", "held", "ready_to_release"],
      on: "checked",
      when: ["same_order", "passes", "is_exempt"],
      to: "exempt",
      assign: "note_check",
      then: ["let_order_go"],
      note: { en: "paid ahead, delivered or credited by now: it is never held", zh: "已预付、已交付或为贷项：不予冻结" },
    },
    { from: "unchecked", on: "checked", when: ["same_order", "passes"], to: "clear", assign: "note_check", then: ["let_order_go"] },
    {
      from: ["unchecked", "held", "ready_to_release"],
      on: "checked",
      when: ["same_order", "needs_prepayment"],
      to: "held",
      assign: "note_check",
      then: ["hold_order", "ask_for_prepayment"],
    },
    {
      from: ["held", "ready_to_release"],
      on: "checked",
      when: ["same_order", "passes", "releases_itself"],
      to: "released",
      assign: "note_check",
      then: ["let_order_go"],
    },
    {
      from: ["held", "ready_to_release"],
      on: "checked",
      when: ["same_order", "passes"],
      to: "ready_to_release",
      assign: "note_check",
      then: ["ask_for_approval"],
    },
    {
      from: ["unchecked", "held", "ready_to_release"],
      on: "checked",
      when: "same_order",
      to: "held",
      assign: "note_check",
      then: ["hold_order", "ask_for_approval"],
      note: { en: "the check found a reason", zh: "检查发现障碍" },
    },
    {
      from: "forced_held",
      on: "checked",
      when: ["same_order", "passes", "is_exempt", "exemption_ends_force"],
      to: "exempt",
      assign: "note_check",
      then: ["let_order_go"],
    },
    {
      from: "forced_held",
      on: "checked",
      when: "same_order",
      to: "=",
      assign: "note_check",
      note: { en: "what it found is noted; only a person releases", zh: "仅记录检查结果，须人工放行" },
    },
    // persons
    {
      from: ["held", "forced_held"],
      on: "released",
      when: "within_authority",
      to: "released",
      assign: ["note_person", "begin_grace"],
      then: ["let_order_go"],
    },
    { from: "ready_to_release", on: "released", to: "released", assign: ["note_person", "begin_grace"], then: ["let_order_go"] },
    { from: ["held", "ready_to_release", "forced_held"], on: "rejected", to: "rejected", assign: "note_person", then: ["cancel_order"] },
    {
      from: ["unchecked", "clear", "held", "ready_to_release", "released", "forced_held"],
      on: "holdForced",
      to: "forced_held",
      assign: "note_person",
      then: ["hold_order"],
      note: { en: "no check releases it, only a person", zh: "只能人工放行，检查不会放行" },
    },
    // changes call for a new look
    { from: LET_GO, on: "valueChanged", when: ["amount_lowered", "lower_is_let_pass"], to: "=", assign: "note_amount" },
    {
      from: LET_GO,
      on: "valueChanged",
      when: "amount_differs",
      to: "unchecked",
      assign: ["note_amount", "forget_excess"],
      then: ["ask_for_check"],
    },
    { from: LET_GO, on: "valueChanged", to: "=", note: { en: "the amount is what it was", zh: "金额未变" } },
    {
      from: ON_HOLD,
      on: "valueChanged",
      when: "amount_raised",
      to: "=",
      assign: ["note_amount", "forget_excess"],
      then: ["ask_for_check"],
      note: { en: "nobody answers for an excess that was measured before", zh: "此前测得的超额不再作为审批依据" },
    },
    { from: ON_HOLD, on: "valueChanged", to: "=", assign: "note_amount", then: ["ask_for_check"] },
    { from: LET_GO, on: "termsRaised", to: "unchecked", assign: "forget_excess", then: ["ask_for_check"] },
    { from: LET_GO, on: "reopened", to: "unchecked", assign: "forget_excess", then: ["ask_for_check"] },
    {
      from: ["clear", "released"],
      on: "checkpointReached",
      when: "grace_over",
      to: "unchecked",
      assign: "forget_excess",
      then: ["ask_for_check"],
    },
    { from: ["clear", "released", "exempt"], on: "checkpointReached", to: "=" },
  ],
});
