import type { ProcedureTemplate } from "../engine/procedure.js";
import { replacementMessages } from "./replacement-messages.js";

/**
 * The hand-over from a member that does not pay to its successor (经销商交接流程): what is owed and held is counted before the exit is
 * announced, customers and open orders are handed over one by one, and the channel is linked anew at the end. Spans are examples.
 */
export const handOverProcedure: ProcedureTemplate = {
  code: "credit.hand_over_procedure",
  version: "1",
  title: replacementMessages["credit.hand_over_procedure"],
  source: "S19-138, S19-139, S19-140",
  roles: {
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
    finance: { en: "finance", zh: "财务" },
    logistics: { en: "logistics", zh: "物流" },
  },
  documents: {
    replacement_decision: { en: "decision to replace", zh: "更换决定" },
    statement_of_account: { en: "statement of account", zh: "对账单" },
    stock_count: { en: "count of stock", zh: "库存盘点表" },
    notice: { en: "notice of termination", zh: "解除通知" },
    successor_agreement: { en: "agreement with the successor", zh: "接替协议" },
    settlement_plan: { en: "plan for receivables and deposit", zh: "欠款与保证金处理方案" },
    customer_list: { en: "list of customers handed over", zh: "客户移交清单" },
    order_list: { en: "list of open orders", zh: "在途订单清单" },
    training_record: { en: "record of training", zh: "培训记录" },
    link_check: { en: "check of the channel after the change", zh: "渠道衔接检查表" },
  },
  stages: [
    {
      id: "prepare",
      title: { en: "Prepare", zh: "准备" },
      steps: [
        {
          id: "agree_account",
          title: { en: "Agree on what is owed", zh: "核对往来账" },
          owner: "finance",
          inputs: ["replacement_decision"],
          outputs: [{ document: "statement_of_account" }],
          within: { count: 5, unit: "workdays" },
        },
        {
          id: "count_stock",
          title: { en: "Count the stock of the member", zh: "盘点经销商库存" },
          owner: "logistics",
          dependsOn: [],
          outputs: [{ document: "stock_count" }],
          within: { count: 5, unit: "workdays" },
        },
        {
          id: "sign_successor",
          title: { en: "Sign with the successor", zh: "与接替方签约" },
          owner: "channel_manager",
          dependsOn: [],
          outputs: [{ document: "successor_agreement" }],
          within: { count: 15, unit: "workdays" },
        },
      ],
    },
    {
      id: "end",
      title: { en: "End", zh: "解除" },
      steps: [
        {
          id: "give_notice",
          title: { en: "Give notice", zh: "发出解除通知" },
          owner: "channel_manager",
          inputs: ["statement_of_account", "successor_agreement"],
          dependsOn: ["agree_account", "sign_successor"],
          outputs: [{ document: "notice" }],
          within: { count: 2, unit: "workdays" },
        },
        {
          id: "settle",
          title: { en: "Settle receivables, deposit and stock taken back", zh: "处理欠款、保证金与退货" },
          owner: "finance",
          dependsOn: ["give_notice", "count_stock"],
          inputs: ["statement_of_account", "stock_count"],
          outputs: [{ document: "settlement_plan" }],
          gate: { title: { en: "The channel manager approves the plan", zh: "渠道经理审批处理方案" }, approvals: ["channel_manager"] },
          within: { count: 20, unit: "workdays" },
        },
      ],
    },
    {
      id: "hand_over",
      title: { en: "Hand over", zh: "移交" },
      steps: [
        {
          id: "hand_over_customers",
          title: { en: "Hand over customers", zh: "移交客户" },
          owner: "channel_specialist",
          dependsOn: ["give_notice"],
          outputs: [{ document: "customer_list" }],
          within: { count: 15, unit: "workdays" },
        },
        {
          id: "hand_over_orders",
          title: { en: "Hand over open orders and after-sales", zh: "移交在途订单与售后" },
          owner: "channel_specialist",
          dependsOn: ["give_notice"],
          outputs: [{ document: "order_list" }],
          within: { count: 10, unit: "workdays" },
        },
        {
          id: "train_successor",
          title: { en: "Train the successor", zh: "培训接替方" },
          owner: "channel_specialist",
          dependsOn: ["sign_successor"],
          outputs: [{ document: "training_record" }],
          within: { count: 10, unit: "workdays" },
        },
        {
          id: "link_anew",
          title: { en: "Check that no customer and no link is left without a supplier", zh: "检查渠道环节，无遗漏客户与断点" },
          owner: "channel_manager",
          dependsOn: ["settle", "hand_over_customers", "hand_over_orders", "train_successor"],
          outputs: [{ document: "link_check" }],
          within: { count: 3, unit: "workdays" },
        },
      ],
    },
  ],
};
