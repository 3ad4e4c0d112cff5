import type { Catalogue } from "../kernel/message.js";

/** Words of draws, guarantees, clawbacks, payouts, budgets and caps. @internal */
export const payoutMessages = {
  // draws and guarantees
  "incentives.draw_paid": { en: "Paid: {amount} {currency}", zh: "支付：{amount} {currency}" },
  "incentives.draw_earned": { en: "Earned: {amount}", zh: "应得：{amount}" },
  "incentives.draw_repaid": { en: "Repaid of the debt of {debt}: {amount}", zh: "偿还欠款 {debt} 中的：{amount}" },
  "incentives.draw_advanced": {
    en: "Lifted to the draw of {draw}, to be repaid: {amount}",
    zh: "补足至预支额 {draw}，日后偿还：{amount}",
  },
  "incentives.draw_granted": {
    en: "Lifted to the draw of {draw}, not to be repaid: {amount}",
    zh: "补足至预支额 {draw}，无须偿还：{amount}",
  },
  "incentives.guarantee_paid": { en: "Due for the period: {amount} {currency}", zh: "本期应付：{amount} {currency}" },
  "incentives.guarantee_top_up": {
    en: "Up to the guarantee of {guarantee}: {amount}",
    zh: "补足至保底 {guarantee}：{amount}",
  },
  // clawback
  "incentives.clawback": { en: "To be taken back: {amount} {currency}", zh: "应追回：{amount} {currency}" },
  "incentives.clawback_lost": {
    en: "No longer earned, {ground:incentives.clawback_ground}: {amount}",
    zh: "不再应得，{ground:incentives.clawback_ground}：{amount}",
  },
  "incentives.clawback_unpaid": { en: "Was not paid yet and is cancelled: {amount}", zh: "尚未支付，直接取消：{amount}" },
  "incentives.clawback_before": { en: "Was taken back before: {amount}", zh: "此前已经追回：{amount}" },
  "incentives.clawback_beyond_paid": {
    en: "Beyond the {paid} that was paid and not yet taken back: {amount}",
    zh: "超出已付且未追回的 {paid}：{amount}",
  },
  "incentives.clawback_ground.return": { en: "goods came back", zh: "退货" },
  "incentives.clawback_ground.diversion": { en: "goods were sold across regions", zh: "窜货" },
  "incentives.clawback_ground.early_exit": { en: "the agreement ended early", zh: "协议提前终止" },
  "incentives.clawback_ground.condition_lost": { en: "a condition no longer holds", zh: "条件不再满足" },
  "incentives.clawback_ground.mistake": { en: "it was computed on wrong facts", zh: "计算所依据的事实有误" },
  "incentives.clawback_above_earned": {
    en: "Cannot take back of {earned}: {remaining} would remain, which is more",
    zh: "无法追回：应得 {earned}，剩余 {remaining} 反而更多",
  },
  "incentives.paid_above_earned": {
    en: "Cannot take back: {paid} was paid, but only {earned} was earned",
    zh: "无法追回：已付 {paid}，超过应得 {earned}",
  },
  // payout
  "incentives.stages_not_whole": {
    en: "Cannot pay in stages: their shares add up to {sum}, not to 1",
    zh: "无法分期支付：各期份额之和为 {sum}，不等于 1",
  },
  "incentives.money_in_kind": {
    en: "Cannot plan {got}: the means {means} is not paid in money and carries no amount",
    zh: "无法安排 {got}：激励方式 {means} 不以货币支付，不应带金额",
  },
  "incentives.payout": { en: "Earned and carried over: {amount} {currency}", zh: "应得与结转合计：{amount} {currency}" },
  "incentives.payout_carried": { en: "Carried over from before: {amount}", zh: "上期结转：{amount}" },
  "incentives.payout_item": { en: "{itemId}: {amount}", zh: "{itemId}：{amount}" },
  "incentives.payout_stage": {
    en: "{stageId}, {share} of it, {status:incentives.stage_status}: {amount}",
    zh: "{stageId}，占 {share}，{status:incentives.stage_status}：{amount}",
  },
  "incentives.stage_status.due": { en: "due", zh: "到期" },
  "incentives.stage_status.held": { en: "held back", zh: "暂扣" },
  "incentives.stage_status.forfeited": { en: "forfeited", zh: "作废" },
  "incentives.stage_status.paid": { en: "paid before", zh: "此前已付" },
  // budgets and caps
  "incentives.budget_granted": { en: "Granted: {amount} {currency}", zh: "准予：{amount} {currency}" },
  "incentives.budget_request": { en: "{requestId}, asked for {asked}: {amount}", zh: "{requestId}，申请 {asked}：{amount}" },
  "incentives.after_terms": {
    en: "After guarantee, caps and budget: {amount} {currency}",
    zh: "经保底、封顶与预算后：{amount} {currency}",
  },
  "incentives.budget_cut": { en: "Beyond the budget of {budget}: {amount}", zh: "超出预算 {budget} 的部分：{amount}" },
  "incentives.capped": { en: "After the caps: {amount} {currency}", zh: "封顶后：{amount} {currency}" },
  "incentives.capped_entry": { en: "{entryId}: {amount}", zh: "{entryId}：{amount}" },
  "incentives.cap_asked": { en: "Earned: {amount}", zh: "应得：{amount}" },
  "incentives.cap_taken": {
    en: "Cap {capId} of {cap} for {key}: {amount}",
    zh: "{key} 的上限 {capId}（{cap}）：{amount}",
  },
  "incentives.projected_cap_taken": {
    en: "Cap {capId} of {cap} for each projected sale: {amount}",
    zh: "每笔推算销售的上限 {capId}（{cap}）：{amount}",
  },
  "incentives.cap_released": {
    en: "Withheld before by the cap {capId} for {key}, released: {amount}",
    zh: "{key} 此前因上限 {capId} 暂扣，现释放：{amount}",
  },
} as const satisfies Catalogue;
