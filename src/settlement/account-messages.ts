import type { Catalogue } from "../kernel/message.js";

/** What an entry of the account is called, where the statement names its programme. @internal */
export const earningTitleMessages = {
  "settlement.earning_title": { en: "{programme}, {window}", zh: "{programme}（{window}）" },
  "settlement.stage_title": { en: "{title} ({stage})", zh: "{title}：{stage}" },
  "settlement.correction_title": { en: "Correction: {programme}, {window}", zh: "更正：{programme}（{window}）" },
} as const satisfies Catalogue;

/** Words of accruals, of the settlement of earnings, of payables, payment runs, journals and the calendar. */
export const accountMessages = {
  ...earningTitleMessages,
  // earnings that are left as they are
  "settlement.earning_undetermined": {
    en: "The statement leaves it open: {problem}",
    zh: "结算单未能确定：{problem}",
  },
  "settlement.earning_without_statement": {
    en: "No statement says what is earned. Give settle the entries of the account as settled, and the statement has a line for it",
    zh: "没有结算单说明应得金额；请将账户分录作为 settled 交给 settle，结算单便会列出该项",
  },
  "settlement.earning_currency": {
    en: "The statement is in {got}, the account in {want}",
    zh: "结算单币种为 {got}，账户币种为 {want}",
  },
  "settlement.earning_left": {
    en: "{memberId}, {programmeId}, {periodId} left as it stands: {reason}",
    zh: "{memberId}，{programmeId}，{periodId} 保持原状：{reason}",
  },
  "settlement.goods_run": { en: "Free goods settled on {date}: {count} entries", zh: "{date} 赠货结算：{count} 笔" },
  "settlement.goods_settled": {
    en: "{memberId}, {programmeId}, {periodId}: {earned} {unit} of {productId} earned, {handed} handed over, {quantity} added",
    zh: "{memberId}，{programmeId}，{periodId}：应赠 {productId} {earned} {unit}，已交付 {handed}，本次 {quantity}",
  },
  "settlement.earning_posted_later": {
    en: "Cannot post on {date}: the account already holds {id} of {later}",
    zh: "无法在 {date} 入账：账户中已有 {later} 的 {id}",
  },
  "settlement.period_closed": {
    en: "Cannot post on {date}: everything up to {closed} is closed",
    zh: "无法在 {date} 入账：{closed} 及以前均已关账",
  },
  // accruals
  "settlement.forecast_version": {
    en: "The forecast knows version {want} of the programme, the statement is on {got}",
    zh: "预测所用方案版本为 {want}，结算单所用版本为 {got}",
  },
  "settlement.forecast_figures": {
    en: "Cannot project: the statement tells no amount and quantity",
    zh: "无法预测：结算单未列出金额与数量",
  },
  "settlement.forecast_not_begun": {
    en: "Cannot project: none of the weight of {window} has been served by {date}",
    zh: "无法预测：截至 {date}，{window} 的权重尚未经过任何部分",
  },
  "settlement.forecast_not_alone": {
    en: "Cannot project {programmeId} for itself: other programmes, its budget, caps or guarantee, or the member's agreement decide with it. Give as expected what forecastSettlement answers for all of them",
    zh: "无法单独预测 {programmeId}：其应得还取决于其他方案，或其预算、封顶与保底，或成员的协议期。请用 forecastSettlement 推算全部方案与成员，并将其结算单作为 expected 给出",
  },
  "settlement.forecast_failed": { en: "Cannot project: {problem}", zh: "无法预测：{problem}" },
  "settlement.accruals_run": { en: "Accruals of {date}: {count} postings", zh: "{date} 计提：{count} 笔过账" },
  "settlement.accruals_posted": { en: "Posted to the accruals: {amount} {currency}", zh: "计提过账：{amount} {currency}" },
  "settlement.accrual_cell": {
    en: "{memberId}, {programmeId}, {periodId}: expected {expected}, settled {settled}, booked {booked}, posted {amount}",
    zh: "{memberId}，{programmeId}，{periodId}：预计 {expected}，已结算 {settled}，已计提 {booked}，本次过账 {amount}",
  },
  "settlement.accrual_posting": { en: "{part:settlement.accrual_part}: {amount}", zh: "{part:settlement.accrual_part}：{amount}" },
  "settlement.accrual_part.base": { en: "base accrual", zh: "基础计提" },
  "settlement.accrual_part.tier_adjustment": { en: "adjustment to the expected tier", zh: "预计档位调整" },
  "settlement.accrual_part.prior_adjustment": { en: "adjustment of what was accrued before", zh: "以前计提调整" },
  "settlement.accrual_part.reversal": { en: "reversal", zh: "冲回" },
  "settlement.accrual_part.manual": { en: "manual adjustment", zh: "人工调整" },
  "settlement.accrual_part.release": { en: "release by settlement", zh: "结算转出" },
  "settlement.accrual_part.write_off": { en: "write-off of what was not claimed", zh: "未申领核销" },
  // settlement of earnings
  "settlement.earnings_run": { en: "Settlement of {date}: {count} entries", zh: "{date} 结算：{count} 笔" },
  "settlement.earnings_settled": { en: "Settled: {amount} {currency}", zh: "本次结算：{amount} {currency}" },
  "settlement.earning_settled": {
    en: "{memberId}, {programmeId}, {periodId}, {stage:settlement.earning_stage}: {amount}",
    zh: "{memberId}，{programmeId}，{periodId}，{stage:settlement.earning_stage}：{amount}",
  },
  "settlement.earned_to_date": { en: "earned to date, version {version}: {amount}", zh: "累计应得（版本 {version}）：{amount}" },
  "settlement.kept_until_final": { en: "kept until the final settlement: {amount}", zh: "留待最终结算：{amount}" },
  "settlement.kept_until_turn": {
    en: "left until the next settlement day of the programme: {amount}",
    zh: "留待该方案的下一结算日：{amount}",
  },
  "settlement.not_claimed": { en: "not claimed: {amount}", zh: "尚未申领：{amount}" },
  "settlement.settled_to_date": { en: "settled before, version {version}: {amount}", zh: "此前已结算（版本 {version}）：{amount}" },
  "settlement.not_posted": {
    en: "not posted, by the rule {rule:settlement.below_zero_rule}: {amount}",
    zh: "按“{rule:settlement.below_zero_rule}”规则不入账：{amount}",
  },
  "settlement.earning_stage.interim": { en: "interim settlement", zh: "期中结算" },
  "settlement.earning_stage.final": { en: "final settlement", zh: "最终结算" },
  "settlement.earning_stage.correction": { en: "correction after the final settlement", zh: "最终结算后更正" },
  "settlement.earning_stage.rerating": { en: "re-rating on another version", zh: "按另一版本重新计算" },
  "settlement.below_zero_rule.carry_forward": { en: "carried forward", zh: "结转" },
  "settlement.below_zero_rule.recover": { en: "recovered", zh: "追回" },
  "settlement.below_zero_rule.clamp_zero": { en: "never below zero", zh: "不低于零" },
  "settlement.below_zero_rule.ignore": { en: "ignored after the close", zh: "关期后不计" },
  "settlement.below_zero_rule.adjust_next": { en: "taken from the next settlement", zh: "在下次结算中扣减" },
  "settlement.below_zero_rule.claim": { en: "claimed back", zh: "要求退回" },
  "settlement.below_zero_rule.keep": { en: "closed windows keep their version", zh: "已结算期保持原版本" },
  // overrides, contests, SPIFFs, draws and referral fees on their way into the accounts
  "settlement.result_without_rule": {
    en: "Cannot post {sourceId}: no row says how a result of the kind {kind:settlement.incentive_result} is posted",
    zh: "无法入账 {sourceId}：没有规则说明“{kind:settlement.incentive_result}”如何入账",
  },
  "settlement.result_differs": {
    en: "Cannot post {id}: the account holds {posted} under this name, of another member or in another currency; due is {got}",
    zh: "无法入账 {id}：账户中同名一笔为 {posted}，属于其他成员或币种不同；应付 {got}",
  },
  "settlement.incentives_booked": { en: "Results of incentives: {count} entries", zh: "激励结果入账：{count} 笔" },
  "settlement.incentives_in_currency": { en: "Posted: {amount} {currency}", zh: "本次入账：{amount} {currency}" },
  "settlement.incentive_booked": {
    en: "{kind:settlement.incentive_result} {sourceId}, {memberId}: {amount}",
    zh: "{kind:settlement.incentive_result} {sourceId}，{memberId}：{amount}",
  },
  "settlement.incentive_due": { en: "due by the result: {amount}", zh: "按结果应付：{amount}" },
  "settlement.incentive_before": { en: "posted before: {amount}", zh: "此前已入账：{amount}" },
  "settlement.prize_listed": {
    en: "{sourceId}, place {place}: {memberId} gets {means}, which is no money and is not posted",
    zh: "{sourceId} 第 {place} 名：{memberId} 获得 {means}，非货币奖品，不入账",
  },
  "settlement.incentive_result.override": { en: "override", zh: "上级提成" },
  "settlement.incentive_result.contest": { en: "contest", zh: "竞赛奖金" },
  "settlement.incentive_result.spiff": { en: "SPIFF", zh: "单品即时奖" },
  "settlement.incentive_result.draw": { en: "draw", zh: "预支" },
  "settlement.incentive_result.referral_fee": { en: "referral fee", zh: "推荐费" },
  // reversal
  "settlement.entry_not_found": { en: "Cannot reverse {id}: it is not in the account", zh: "无法冲销 {id}：账户中没有该笔" },
  "settlement.entry_reversed": { en: "Cannot reverse {id}: {by} has reversed it", zh: "无法冲销 {id}：已由 {by} 冲销" },
  "settlement.entry_is_reversal": { en: "Cannot reverse {id}: it is a reversal itself", zh: "无法冲销 {id}：其本身就是冲销" },
  // payables
  "settlement.payables": { en: "Open to {memberId}: {amount} {currency}", zh: "对 {memberId} 未付：{amount} {currency}" },
  "settlement.payable": {
    en: "{id}: {owed}, settled {settled}, open {amount}",
    zh: "{id}：应付 {owed}，已结清 {settled}，未付 {amount}",
  },
  "settlement.unapplied_credit": { en: "paid or set off beyond what was owed: {amount}", zh: "多付或多抵：{amount}" },
  "settlement.payables_open": { en: "Open payables on {date}", zh: "{date} 未付款项" },
  "settlement.payables_overdue": { en: "Overdue payables on {date}: {count}", zh: "{date} 逾期未付：{count} 笔" },
  "settlement.overdue_in_currency": { en: "Overdue: {amount} {currency}", zh: "逾期未付：{amount} {currency}" },
  "settlement.payable_overdue": {
    en: "{id} to {memberId}: {amount} {currency}, due on {dueDate}, {days} days late",
    zh: "{id}，付给 {memberId}：{amount} {currency}，应于 {dueDate} 支付，逾期 {days} 天",
  },
  "settlement.fee_differs": {
    en: "Cannot list the fee {id}: the account holds {posted} under this name, the fee is {got}",
    zh: "无法列出费用 {id}：账户中同名一笔为 {posted}，而该费用为 {got}",
  },
  "settlement.fee_kind.commission": { en: "commission", zh: "佣金" },
  "settlement.fee_kind.rebate": { en: "rebate", zh: "返利" },
  "settlement.fee_kind.allowance": { en: "allowance", zh: "补贴" },
  "settlement.fee_kind.reward": { en: "reward", zh: "奖励" },
  // pay per receipt
  "settlement.receipts_released": {
    en: "Released with the payments received: {amount} {currency}",
    zh: "随到款释放：{amount} {currency}",
  },
  "settlement.receipt_released": {
    en: "{receiptId} of {date}: {received} received, {amount} released",
    zh: "{date} {receiptId}：到款 {received}，释放 {amount}",
  },
  // payment runs
  "settlement.payment_run": { en: "Payment run of {date}: {count} payments", zh: "{date} 付款批次：{count} 笔" },
  "settlement.payments_in_currency": { en: "Paid out: {amount} {currency}", zh: "实付：{amount} {currency}" },
  "settlement.payment_planned": {
    en: "To {payeeId}: {gross} {currency} less withholding {withheld} is {amount}",
    zh: "付给 {payeeId}：{gross} {currency}，减代扣 {withheld}，实付 {amount}",
  },
  "settlement.payment_item": { en: "{payableId} of {memberId}: {amount}", zh: "{memberId} 的 {payableId}：{amount}" },
  "settlement.payment_withheld": { en: "{withholding}: {amount}", zh: "{withholding}：{amount}" },
  "settlement.payable_left_out": {
    en: "Not paid, {reason:settlement.run_left_out}: {payableId} of {memberId}, {amount}",
    zh: "未付（{reason:settlement.run_left_out}）：{memberId} 的 {payableId}，{amount}",
  },
  "settlement.run_left_out.not_due": { en: "not due", zh: "未到期" },
  "settlement.run_left_out.undated": { en: "no due date agreed", zh: "未约定到期日" },
  "settlement.run_left_out.held": { en: "held", zh: "暂停支付" },
  "settlement.run_left_out.not_authorised": { en: "not approved", zh: "未经审批" },
  "settlement.run_left_out.below_minimum": { en: "below the minimum payment", zh: "低于最低付款额" },
  // journals
  "settlement.journal": {
    en: "Journal: debit {amount} {currency} is credit {credit}",
    zh: "分录：借方 {amount} {currency}，贷方 {credit}",
  },
  "settlement.journal_entry": {
    en: "{entryId}, {purpose}: debit and credit {amount}",
    zh: "{entryId}，{purpose}：借贷各 {amount}",
  },
  "settlement.journal_line": {
    en: "{side:settlement.journal_side} {account}: {value}",
    zh: "{side:settlement.journal_side} {account}：{value}",
  },
  "settlement.journal_side.debit": { en: "debit", zh: "借" },
  "settlement.journal_side.credit": { en: "credit", zh: "贷" },
  "settlement.no_purpose": { en: "Cannot post {id}: no row of the chart is for it", zh: "无法过账 {id}：科目表中没有适用的行" },
  "settlement.no_exchange_rate": {
    en: "Cannot post {id}: no rate from {from} to {to} is known on {date}",
    zh: "无法过账 {id}：{date} 没有由 {from} 折算为 {to} 的汇率",
  },
  // the calendar
  "settlement.calendar_of_agreements": {
    en: "Cannot list the days of all members: the windows run from the agreement of each. List those of one member, and give them as custom periods",
    zh: "无法列出全体成员的日期：结算期自各成员的协议起算。请先列出某一成员的结算期，再以自定义期间填入",
  },
  "settlement.calendar": { en: "Settlement calendar: {count} dates", zh: "结算日历：{count} 个日期" },
  "settlement.calendar_date": {
    en: "{date}: {kind:settlement.calendar_kind}, {programmeId}, {window}",
    zh: "{date}：{kind:settlement.calendar_kind}，{programmeId}，{window}",
  },
  "settlement.calendar_stage": {
    en: "{date}: {kind:settlement.calendar_kind}, {programmeId}, {window}, stage {stageId}",
    zh: "{date}：{kind:settlement.calendar_kind}，{programmeId}，{window}，分期 {stageId}",
  },
  "settlement.calendar_kind.accrual": { en: "accrual", zh: "计提" },
  "settlement.calendar_kind.interim": { en: "interim settlement", zh: "期中结算" },
  "settlement.calendar_kind.final": { en: "final settlement", zh: "最终结算" },
  "settlement.calendar_kind.due": { en: "payment due", zh: "付款到期" },
} as const satisfies Catalogue;

/** Codes of accruals, payables and journals. */
export type AccountCode = keyof typeof accountMessages;
