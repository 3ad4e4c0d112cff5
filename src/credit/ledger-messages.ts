import type { Catalogue } from "../kernel/message.js";

/** Words of open items, ageing, arrears, interest, dunning and collection. @internal */
export const ledgerMessages = {
  // what a correct host can meet
  "credit.item_currency": {
    en: "Cannot add up {item}: it is in {got}, the ledger in {want}",
    zh: "无法计入 {item}：币种为 {got}，账目币种为 {want}",
  },
  "credit.invoice_unknown": {
    en: "Cannot assign payment {payment}: there is no invoice {invoice}",
    zh: "无法核销付款 {payment}：没有发票 {invoice}",
  },
  "credit.assigned_too_much": {
    en: "Cannot assign payment {payment}: it assigns {over} more than it is",
    zh: "无法核销付款 {payment}：核销金额超出付款 {over}",
  },
  "credit.parts_not_whole": {
    en: "Cannot split invoice {invoice} into parts: they add up to {got}, it is {want}",
    zh: "无法按分期拆分发票 {invoice}：各期合计 {got}，发票金额 {want}",
  },
  "credit.item_unknown": {
    en: "Cannot allocate payment {payment}: its payer has no claim {item} in its currency",
    zh: "无法分配付款 {payment}：付款方在该币种下没有应收项 {item}",
  },
  "credit.no_rate": { en: "Cannot compute the interest of {item}: no rate holds on {on}", zh: "无法计算 {item} 的利息：{on} 没有有效利率" },
  // workings
  "credit.items_built": {
    en: "{claims} claims and {credits} credits; {assigned} is assigned",
    zh: "应收 {claims} 项，贷项 {credits} 项，已核销 {assigned}",
  },
  "credit.allocation": { en: "{amount} came in, allocated {order:credit.order}", zh: "收款 {amount}，按“{order:credit.order}”分配" },
  "credit.allocated": { en: "{paymentId} pays {amount} of {itemId} on {on}", zh: "{paymentId} 于 {on} 支付 {itemId} {amount}" },
  "credit.allocation_with_credits": {
    en: "{paid} of payments and {credited} of credits are used",
    zh: "付款 {paid}、贷项 {credited} 用于核销",
  },
  "credit.credits_applied": { en: "Credits settle {amount}", zh: "贷项核销 {amount}" },
  "credit.credit_applied": { en: "{creditId} settles {amount} of {itemId} on {on}", zh: "{creditId} 于 {on} 核销 {itemId} {amount}" },
  "credit.unapplied": { en: "{paymentId} leaves {amount} unapplied", zh: "{paymentId} 未核销 {amount}" },
  "credit.order.oldest_due_first": { en: "oldest due first", zh: "先到期先清" },
  "credit.order.oldest_invoice_first": { en: "oldest invoice first", zh: "先开票先清" },
  "credit.order.smallest_first": { en: "smallest first", zh: "金额小者先清" },
  "credit.order.largest_first": { en: "largest first", zh: "金额大者先清" },
  "credit.ageing": {
    en: "On {asOf}, {amount} {currency} is outstanding, aged by {basis:credit.basis}",
    zh: "{asOf} 未收 {amount} {currency}，按{basis:credit.basis}划分账龄",
  },
  "credit.ageing_not_due": { en: "Not due: {amount} in {count} items", zh: "未到期：{amount}，{count} 项" },
  "credit.ageing_overdue": {
    en: "{fromDays} to {toDays} days past due: {amount} in {count} items",
    zh: "逾期 {fromDays} 至 {toDays} 天：{amount}，{count} 项",
  },
  "credit.ageing_last_band": {
    en: "{fromDays} days past due and more: {amount} in {count} items",
    zh: "逾期 {fromDays} 天及以上：{amount}，{count} 项",
  },
  "credit.ageing_unapplied_credit": { en: "Unapplied credit: {amount} in {count} items", zh: "未核销贷项：{amount}，{count} 项" },
  "credit.basis.due": { en: "due day", zh: "到期日" },
  "credit.basis.invoice": { en: "day of the invoice", zh: "开票日" },
  "credit.basis.posting": { en: "day of posting", zh: "入账日" },
  "credit.days_late": {
    en: "Of {settlements} settlements until {asOf} ({amount}), {late} were late: {weightedDays} days on average, {worst} at worst; {onTimeShare} came in time, paid after {paymentDays} days",
    zh: "截至 {asOf} 共 {settlements} 笔回款（{amount}），{late} 笔逾期：平均逾期 {weightedDays} 天，最长 {worst} 天；按期比例 {onTimeShare}，平均付款 {paymentDays} 天",
  },
  "credit.nothing_settled": { en: "Nothing was settled until {asOf}", zh: "截至 {asOf} 没有回款" },
  "credit.arrears": {
    en: "On {asOf}: {verdict:credit.arrears_verdict}; {amount} {currency} in {count} claims is in arrears, the oldest {oldestDays} days; share of what is open {ratio}; dust {dust}",
    zh: "{asOf}：{verdict:credit.arrears_verdict}；拖欠 {amount} {currency}，{count} 项，最长逾期 {oldestDays} 天；占未收款 {ratio}；零星尾款 {dust}",
  },
  "credit.arrears_verdict.in_order": { en: "in order", zh: "正常" },
  "credit.arrears_verdict.in_arrears": { en: "in arrears", zh: "拖欠" },
  "credit.arrears_verdict.unknown": { en: "cannot be told", zh: "无法判断" },
  "credit.arrears_tested": {
    en: "Test of the {test:credit.arrears_test}: {status:credit.status}",
    zh: "按{test:credit.arrears_test}判断：{status:credit.status}",
  },
  "credit.arrears_test.amount": { en: "amount", zh: "金额" },
  "credit.arrears_test.days": { en: "days", zh: "天数" },
  "credit.arrears_test.share_of_limit": { en: "share of the limit", zh: "额度占比" },
  "credit.status.met": { en: "holds", zh: "成立" },
  "credit.status.unmet": { en: "does not hold", zh: "不成立" },
  "credit.status.unknown": { en: "cannot be told", zh: "无法判断" },
  "credit.interest": { en: "Late claims cost {amount} {currency} until {asOf}", zh: "截至 {asOf}，逾期款应计 {amount} {currency}" },
  "credit.interest_of_item": { en: "{itemId}, {days} days late: {amount}", zh: "{itemId} 逾期 {days} 天：{amount}" },
  "credit.interest_piece": {
    en: "{from} to {to}, {days} days on {open} at {rate} a year: {amount}",
    zh: "{from} 至 {to}，{days} 天，本金 {open}，年利率 {rate}：{amount}",
  },
  "credit.interest_rounding": { en: "Rounding: {amount}", zh: "尾差：{amount}" },
  "credit.fixed_late_sum": { en: "Fixed late sum: {amount}", zh: "固定滞纳金：{amount}" },
  "credit.dunning": {
    en: "On {asOf}: {letters} letters are due, {waiting} items wait, {resting} rest in dispute",
    zh: "{asOf}：应发 {letters} 份催款通知，{waiting} 项待催，{resting} 项因争议暂停",
  },
  "credit.dunning_letter": {
    en: "{memberId}, step {level}, {title}: {amount} {currency}; {effects:credit.dunning_effect}",
    zh: "{memberId}，第 {level} 步，{title}：{amount} {currency}；{effects:credit.dunning_effect}",
  },
  "credit.dunning_step": {
    en: "{itemId}, step {level}, {daysPastDue} days past due: {amount}",
    zh: "{itemId}，第 {level} 步，逾期 {daysPastDue} 天：{amount}",
  },
  "credit.dunning_effect.send_reminder": { en: "send a reminder", zh: "发送付款提醒" },
  "credit.dunning_effect.send_demand": { en: "send a demand", zh: "发送催款函" },
  "credit.dunning_effect.charge_interest": { en: "charge interest", zh: "计收利息" },
  "credit.dunning_effect.stop_supply": { en: "stop supply", zh: "停止供货" },
  "credit.dunning_effect.withdraw_credit": { en: "withdraw credit", zh: "取消信用" },
  "credit.dunning_effect.notify_insurer": { en: "notify the credit insurer", zh: "通知信用保险公司" },
  "credit.dunning_effect.call_guarantee": { en: "call the guarantee", zh: "要求担保人履约" },
  "credit.dunning_effect.deduct_deposit": { en: "deduct from the deposit", zh: "从保证金扣款" },
  "credit.dunning_effect.open_replacement_case": { en: "consider a replacement", zh: "考虑更换经销商" },
  "credit.dunning_effect.start_legal_action": { en: "start legal action", zh: "启动法律程序" },
  "credit.dunning_effect.propose_write_off": { en: "propose a write-off", zh: "建议核销坏账" },
  "credit.sales_outstanding": {
    en: "On {asOf}, {receivables} {currency} is open, {current} of it not past due: {days} days of sales ({method:credit.sales_method}), {bestPossible} at best, {averageDelinquent} lost to late payment",
    zh: "{asOf} 应收 {receivables} {currency}，其中未到期 {current}：周转天数 {days} 天（{method:credit.sales_method}），最佳 {bestPossible} 天，逾期损失 {averageDelinquent} 天",
  },
  "credit.sales_outstanding_none": {
    en: "On {asOf}, {receivables} {currency} is open, but there are no days of sales ({method:credit.sales_method}): {because:credit.sales_because}",
    zh: "{asOf} 应收 {receivables} {currency}，但无法计算周转天数（{method:credit.sales_method}）：{because:credit.sales_because}",
  },
  "credit.sales_method.window": { en: "window", zh: "期间法" },
  "credit.sales_method.since_first_sale": { en: "since the first sale", zh: "自首笔销售起" },
  "credit.sales_method.by_invoice": { en: "by invoice", zh: "逐票法" },
  "credit.sales_method.count_back": { en: "counted back", zh: "倒推法" },
  "credit.sales_because.no_sales": { en: "nothing was sold", zh: "没有销售" },
  "credit.sales_because.no_sales_in_month": { en: "the month of a claim has no sales", zh: "某笔应收所在月份没有销售" },
  "credit.sales_because.sales_used_up": { en: "more is open than was ever sold", zh: "应收超过已知销售" },
  "credit.collection_effectiveness": {
    en: "{collected} of {collectable} was collected: {effectiveness}",
    zh: "可回款 {collectable}，已回款 {collected}，回款效率 {effectiveness}",
  },
  "credit.collection_none": {
    en: "Nothing could be collected ({collected} of {collectable})",
    zh: "没有可回款项（{collectable} 中 {collected}）",
  },
} as const satisfies Catalogue;
