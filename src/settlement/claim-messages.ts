import type { Catalogue } from "../kernel/message.js";

/** Words of claims, funds, deductions, violations and deposits. @internal */
export const claimMessages = {
  "settlement.claim_rounding": { en: "Rounding to {decimals} places: {amount}", zh: "舍入到 {decimals} 位：{amount}" },
  // stock rotation
  "settlement.stock_rotation": {
    en: "Credited: {amount} {currency}, of at most {most} and against orders of {ordered}",
    zh: "入账：{amount} {currency}；可轮换上限 {most}，对应新订单 {ordered}",
  },
  "settlement.rotation_line": {
    en: "{line}, {product}: {quantity} of {of} units at {price}, {amount}",
    zh: "{line}（{product}）：收回 {quantity}/{of} 件，单价 {price}，{amount}",
  },
  "settlement.rotation_fee": { en: "Restocking fee of {rate}: {amount}", zh: "重新入库费 {rate}：{amount}" },
  "settlement.rotation_reason_found": { en: "{reason:settlement.rotation_reason}", zh: "{reason:settlement.rotation_reason}" },
  "settlement.rotation_reason.window_open": { en: "the window has not ended", zh: "期间尚未结束" },
  "settlement.rotation_reason.requested_late": { en: "the last day for the request has passed", zh: "已过申请截止日" },
  "settlement.rotation_reason.product_not_covered": { en: "the product cannot be given back", zh: "该产品不可轮换" },
  "settlement.rotation_reason.not_bought_yet": { en: "it was bought after the day of the request", zh: "购入日晚于申请日" },
  "settlement.rotation_reason.too_old": { en: "it has been in stock too long", zh: "库龄超过上限" },
  "settlement.rotation_reason.opened": { en: "the package was opened", zh: "包装已拆封" },
  "settlement.rotation_reason.price_unknown": { en: "what it was bought at is not known", zh: "购入价格未知" },
  "settlement.rotation_reason.share_used_up": { en: "the agreed part of the purchases is used up", zh: "约定的采购比例已用尽" },
  "settlement.rotation_reason.order_too_small": { en: "the order against it is too small", zh: "对应的新订单金额不足" },
  // ship and debit
  "settlement.ship_and_debit": {
    en: "Claim under {agreement}: {amount} {currency}; {accepted} resales accepted, {refused} refused",
    zh: "{agreement} 项下索赔 {amount} {currency}：接受 {accepted} 笔转售，拒绝 {refused} 笔",
  },
  "settlement.resale_debited": {
    en: "Resale {line} of {product}: {quantity} of {of} units, {amount}",
    zh: "转售 {line}（{product}）：计 {quantity}/{of} 件，{amount}",
  },
  "settlement.resale_refused": { en: "Resale {line}: refused, {amount}", zh: "转售 {line}：拒绝，{amount}" },
  "settlement.resale_reason_found": { en: "{reason:settlement.resale_reason}", zh: "{reason:settlement.resale_reason}" },
  "settlement.debit_down_to": {
    en: "{quantity} × (cost {cost} − price {price}), not below 0 = {amount}",
    zh: "{quantity} ×（成本 {cost} − 特价 {price}），不低于 0 = {amount}",
  },
  "settlement.debit_down_by_amount": { en: "{quantity} units × {by} = {amount}", zh: "{quantity} 件 × {by} = {amount}" },
  "settlement.debit_down_by_percent": {
    en: "{quantity} units × {rate} × cost {cost} = {amount}",
    zh: "{quantity} 件 × {rate} × 成本 {cost} = {amount}",
  },
  "settlement.resale_reason.member_not_covered": { en: "the agreement does not cover the member", zh: "协议不适用于该成员" },
  "settlement.resale_reason.product_not_covered": { en: "the agreement does not cover the product", zh: "协议不含该产品" },
  "settlement.resale_reason.customer_not_covered": { en: "the agreement does not cover the customer", zh: "协议不含该最终客户" },
  "settlement.resale_reason.outside_period": { en: "the resale is outside the period", zh: "转售日不在协议期间内" },
  "settlement.resale_reason.not_resold_yet": { en: "the resale is after the day of the claim", zh: "转售日晚于索赔日" },
  "settlement.resale_reason.claimed_before": { en: "it was claimed before", zh: "此前已索赔" },
  "settlement.resale_reason.claimed_late": { en: "the last day for the claim has passed", zh: "已过索赔截止日" },
  "settlement.resale_reason.proof_missing": { en: "the resale is not proven", zh: "缺少销售证明" },
  "settlement.resale_reason.cost_unknown": { en: "the cost is not known", zh: "成本未知" },
  "settlement.resale_reason.stock_differs": {
    en: "the stock consumed has other units than the resale",
    zh: "所耗库存数量与转售数量不符",
  },
  "settlement.resale_reason.cost_not_above_price": { en: "the cost is not above the agreed price", zh: "成本不高于特价" },
  "settlement.resale_reason.limit_reached": { en: "the agreed quantity is used up", zh: "协议数量已用尽" },
  // claims
  "settlement.claim_kind.ship_and_debit": { en: "ship and debit", zh: "特价差额索赔" },
  "settlement.claim_kind.price_protection": { en: "price protection", zh: "价格保护" },
  "settlement.claim_kind.stock_rotation": { en: "stock rotation", zh: "库存轮换" },
  "settlement.claim_kind.co_op": { en: "co-op advertising", zh: "合作广告" },
  "settlement.claim_kind.market_development_fund": { en: "market development fund", zh: "市场发展基金" },
  "settlement.claim_kind.profit_share": { en: "profit share", zh: "利润分成" },
  "settlement.claim_kind.diversion_damages": { en: "damages from diversion", zh: "窜货损失赔偿" },
  "settlement.claim_kind.violation": { en: "violation", zh: "违规" },
  "settlement.claim_verdict.valid": { en: "valid", zh: "有效" },
  "settlement.claim_verdict.invalid": { en: "invalid", zh: "无效" },
  "settlement.claim_verdict.undetermined": { en: "cannot be told", zh: "无法判定" },
  "settlement.claim_validation": {
    en: "Claim {claim} ({kind:settlement.claim_kind}): {verdict:settlement.claim_verdict}",
    zh: "索赔 {claim}（{kind:settlement.claim_kind}）：{verdict:settlement.claim_verdict}",
  },
  "settlement.claim_duplicate": {
    en: "Claimed before by {first} on {date} (line {line})",
    zh: "{first} 已于 {date} 索赔（行 {line}）",
  },
  "settlement.claim_not_granted": {
    en: "Cannot post the claim {claim}: it is {state:settlement.claim_state}, nothing is granted",
    zh: "无法登记索赔 {claim}：状态为{state:settlement.claim_state}，未批准任何金额",
  },
  "settlement.claim_booked_before": {
    en: "Cannot post the claim {claim} again: {entry} is its entry",
    zh: "不能再次登记索赔 {claim}：已由分录 {entry} 入账",
  },
  // funds
  "settlement.coop_accrual": { en: "Set aside for joint marketing: {amount} {currency}", zh: "计提合作广告基金：{amount} {currency}" },
  "settlement.coop_share": { en: "Spend {spend} × {share} = {amount}", zh: "支出 {spend} × {share} = {amount}" },
  "settlement.coop_cap": {
    en: "At most purchases {purchases} × {cap} = {most}: {amount}",
    zh: "以采购额 {purchases} × {cap} = {most} 为限：{amount}",
  },
  "settlement.fund_noted": { en: "{entry} fits ({kind:settlement.fund_kind})", zh: "{entry} 可以登记（{kind:settlement.fund_kind}）" },
  "settlement.fund_kind.budget": { en: "budget", zh: "预算" },
  "settlement.fund_kind.proof": { en: "proof of performance", zh: "执行证明" },
  "settlement.fund_kind.check_off": { en: "check switched off", zh: "停用总额控制" },
  "settlement.proof_status.missing": { en: "missing", zh: "缺失" },
  "settlement.proof_status.submitted": { en: "submitted", zh: "已提交" },
  "settlement.proof_status.accepted": { en: "accepted", zh: "已认可" },
  "settlement.proof_status.rejected": { en: "rejected", zh: "不予认可" },
  "settlement.fund_left": {
    en: "{entry} leaves {amount} {currency} of {parent}",
    zh: "{entry} 之后 {parent} 余额 {amount} {currency}",
  },
  "settlement.fund_holds": { en: "{of} holds {amount}", zh: "{of} 总额 {amount}" },
  "settlement.fund_taken_before": { en: "Taken of {of} before: {amount}", zh: "{of} 此前已用：{amount}" },
  "settlement.fund_released_before": { en: "Released of {of} before: {amount}", zh: "{of} 此前已释放：{amount}" },
  "settlement.fund_released_now": { en: "Released by {of}: {amount}", zh: "{of} 释放：{amount}" },
  "settlement.fund_follows_claim": {
    en: "The fund follows the claim {claim}: {state:settlement.claim_state}",
    zh: "基金台账随索赔 {claim} 更新：{state:settlement.claim_state}",
  },
  "settlement.fund_held_for_claim": { en: "Held for {claim}: {amount} {currency}", zh: "为 {claim} 占用：{amount} {currency}" },
  "settlement.fund_paid_for_claim": { en: "Paid for {claim}: {amount} {currency}", zh: "已付 {claim}：{amount} {currency}" },
  "settlement.fund_stood_at": { en: "Before: {amount}", zh: "此前：{amount}" },
  "settlement.fund_taken_now": { en: "Taken by {of}: {amount}", zh: "{of} 使用：{amount}" },
  "settlement.fund_currency": {
    en: "Cannot add {entry}: it is in {got}, what it is taken from in {want}",
    zh: "无法登记 {entry}：币种为 {got}，而来源为 {want}",
  },
  "settlement.fund_exceeds": {
    en: "Cannot add {entry}: it takes {asked}, and {parent} has {left} {currency} left",
    zh: "无法登记 {entry}：需 {asked}，而 {parent} 仅余 {left} {currency}",
  },
  "settlement.fund_other_member": {
    en: "Cannot book the claim {claim}: the allocation {allocation} is of {member}",
    zh: "无法登记索赔 {claim}：额度 {allocation} 属于 {member}",
  },
  "settlement.fund_too_deep": { en: "Cannot add {entry}: budgets nest {most} deep at most", zh: "无法登记 {entry}：预算最多 {most} 层" },
  "settlement.fund_expired": {
    en: "Cannot ask for money of {allocation}: it expired on {date}",
    zh: "无法申请 {allocation} 的款项：已于 {date} 到期",
  },
  "settlement.fund_claim_late": {
    en: "Cannot claim for {request}: the last day was {date}",
    zh: "无法就 {request} 报销：截止日为 {date}",
  },
  "settlement.fund_proof_open": {
    en: "Cannot pay the claim {claim}: not accepted yet: {proofs}",
    zh: "无法支付 {claim}：以下证明尚未认可：{proofs}",
  },
  "settlement.fund_check_off_before": {
    en: "Cannot switch the check off: it has been off for {budget} since {date}",
    zh: "无法停用总额控制：{budget} 自 {date} 起已停用",
  },
  "settlement.fund_review": {
    en: "Funds on {date}: {budgets} budgets, {claims} claims",
    zh: "{date} 基金情况：{budgets} 个预算，{claims} 笔报销",
  },
  "settlement.fund_budget_reviewed": {
    en: "{budget}: claimed {claimed}, paid {reimbursed}, unpaid {shortfall} {currency}",
    zh: "{budget}：报销 {claimed}，已付 {reimbursed}，未付 {shortfall} {currency}",
  },
  "settlement.fund_claim_reviewed": {
    en: "{claim} of {member}: claimed {claimed}, paid {reimbursed}, unpaid {shortfall} for {days} days",
    zh: "{member} 的 {claim}：报销 {claimed}，已付 {reimbursed}，未付 {shortfall}，已 {days} 天",
  },
  // deductions
  "settlement.deduction_taken": { en: "Deduction {deduction}: {amount} {currency} taken", zh: "扣款 {deduction}：扣 {amount} {currency}" },
  "settlement.deduction_way": { en: "{way:settlement.deduction_way_name}: {amount}", zh: "{way:settlement.deduction_way_name}：{amount}" },
  "settlement.deduction_action": { en: "By {action} on {date}: {amount}", zh: "{date} 经 {action} 处理：{amount}" },
  "settlement.deduction_open": { en: "Open: {amount}", zh: "未决：{amount}" },
  "settlement.deduction_way_name.matched": { en: "Matched with what was owed", zh: "与应付款核对相符" },
  "settlement.deduction_way_name.credited": { en: "Granted and credited", zh: "批准并贷记" },
  "settlement.deduction_way_name.denied": { en: "Denied and owed again", zh: "驳回并重新追收" },
  "settlement.deduction_way_name.writtenOff": { en: "Written off", zh: "核销" },
  "settlement.deduction_exceeds_open": {
    en: "Cannot take {asked} by {action}: of {deduction} {open} {currency} are open",
    zh: "{action} 无法处理 {asked}：{deduction} 未决金额为 {open} {currency}",
  },
  "settlement.deduction_exceeds_target": {
    en: "Cannot match {asked} by {action}: of {entry} {open} {currency} are owed",
    zh: "{action} 无法核对 {asked}：{entry} 尚欠 {open} {currency}",
  },
  "settlement.deduction_exceeds_write_off": {
    en: "Cannot write off {asked} in all by {action}: {limit} {currency} are allowed",
    zh: "{action} 无法累计核销 {asked}：限额为 {limit} {currency}",
  },
  // violations and deposits
  "settlement.violation_charge": {
    en: "Case {case}, number {occurrence} of {member}: {units} units, {amount} {currency}",
    zh: "案件 {case}（{member} 第 {occurrence} 次）：{units} 件，{amount} {currency}",
  },
  "settlement.violation_fixed": { en: "By the case {case}: {amount}", zh: "按案件 {case} 计：{amount}" },
  "settlement.violation_unit": { en: "{unit}, found in {place} on {date}: {amount}", zh: "{unit} 于 {date} 在 {place} 被扫出：{amount}" },
  "settlement.violation_value": {
    en: "{unit}, found in {place} on {date}: worth {value} × {factor} = {amount}",
    zh: "{unit} 于 {date} 在 {place} 被扫出：价值 {value} × {factor} = {amount}",
  },
  "settlement.violation_no_row": {
    en: "Cannot charge the case {case}: the table has no row for case number {occurrence}",
    zh: "无法对案件 {case} 计罚：表中没有第 {occurrence} 次的规定",
  },
  "settlement.violation_thin_evidence": {
    en: "Cannot charge the case {case}: {traced} of {scans} units are traced, {share} is needed",
    zh: "无法对案件 {case} 计罚：{scans} 件中仅追溯到 {traced} 件，须达 {share}",
  },
  "settlement.scan_status.proven": { en: "proven", zh: "属实" },
  "settlement.scan_status.not_traced": { en: "not traced", zh: "无法追溯" },
  "settlement.scan_status.other_member": { en: "shipped to another member", zh: "发往其他成员" },
  "settlement.scan_status.own_territory": { en: "found where it may be sold", zh: "在可售区域内" },
  "settlement.scan_status.scanned_twice": { en: "scanned twice", zh: "重复扫码" },
  "settlement.scan_status.charged_before": { en: "charged before", zh: "此前已计罚" },
  "settlement.deposit_before": { en: "In the deposit: {amount}", zh: "保证金余额：{amount}" },
  "settlement.deposit_bound": { en: "Taken of it by later movements, {bound}: {amount}", zh: "其中已被其后的收支占用 {bound}：{amount}" },
  "settlement.deposit_charged": {
    en: "{claim} ({ground}): {amount} of {asked}, not covered {uncovered}",
    zh: "{claim}（{ground}）：{amount}，应扣 {asked}，不足 {uncovered}",
  },
  "settlement.deposit_after": { en: "Left in the deposit: {amount}; to be paid in: {topUp}", zh: "保证金余额 {amount}，须补足 {topUp}" },
  "settlement.deposit_held": {
    en: "Cannot refund the deposit before {date}: it is held for {days} days after the exit on {exitedOn}",
    zh: "{date} 之前不能退还保证金：自 {exitedOn} 退出起保留 {days} 天",
  },
  "settlement.deposit_held_back": { en: "Held back for {claim} ({asked}): {amount}", zh: "为 {claim}（{asked}）暂扣：{amount}" },
  "settlement.deposit_refund": { en: "Refund after the exit on {exitedOn}: {amount}", zh: "{exitedOn} 退出后退还：{amount}" },
} as const satisfies Catalogue;
