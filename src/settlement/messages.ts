import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { accountMessages } from "./account-messages.js";
import { accountStatementFaultMessages } from "./account-statement-fault-messages.js";
import { accountStatementMessages } from "./account-statement-messages.js";
import { claimLifeMessages } from "./claim-life-messages.js";
import { claimMessages } from "./claim-messages.js";
import { disputeFaultMessages, disputeMessages } from "./dispute-messages.js";
import { intakeMessages } from "./intake-messages.js";
import { memberMessages } from "./member-messages.js";
import { simulationMessages } from "./simulation-messages.js";
import { statementApprovalFaultMessages, statementApprovalMessages } from "./statement-approval-messages.js";

const ownMessages = {
  // policies and accumulators that cannot be used
  "settlement.programme_currency": {
    en: "Cannot settle the programme in {got}: the accumulator counts in {want}",
    zh: "无法以 {got} 结算该方案：累加器以 {want} 计数",
  },
  "settlement.duplicate_programme": {
    en: "Cannot open the accumulator: the programme {id} is listed twice in one version",
    zh: "无法建立累加器：方案 {id} 的同一版本重复",
  },
  "settlement.versions_overlap": {
    en: "Cannot open the accumulator: the versions {first} and {second} of the programme {id} hold on the same days",
    zh: "无法建立累加器：方案 {id} 的版本 {first} 与 {second} 有效期重叠",
  },
  "settlement.stacking_missing": {
    en: "Cannot open the accumulator: programmes are combined by groups, and {programmeId} names none",
    zh: "无法建立累加器：各方案按组叠加，而方案 {programmeId} 未写明所属组",
  },
  "settlement.stacking_windows": {
    en: "Cannot combine {programmeId} with {other}: their windows differ",
    zh: "无法叠加 {programmeId} 与 {other}：两者的结算期不同",
  },
  "settlement.stacking_agreement": {
    en: "Cannot combine {programmeId} with {other}: the windows of one run from the agreement of each member, those of the other are the same for all",
    zh: "无法叠加 {programmeId} 与 {other}：一个方案的结算期自各成员的协议起算，另一个方案的结算期对全体成员相同",
  },
  "settlement.stacking_returns": {
    en: "Cannot combine {programmeId} with {other}: they do not count returns alike",
    zh: "无法叠加 {programmeId} 与 {other}：两者对退货的处理不同",
  },
  "settlement.stacking_version": {
    en: "Cannot combine the versions of {programmeId}: they meet within one window, and would compete for it",
    zh: "无法叠加 {programmeId} 的各版本：版本在同一结算期内交替，将相互竞争",
  },
  "settlement.stacking_too_wide": {
    en: "Cannot combine the group {groupId}: too many of its programmes may count the same lines",
    zh: "无法叠加 {groupId} 组：可能计入相同销售行的方案过多",
  },
  "settlement.changed_meanwhile": {
    en: "Cannot go on with the statements: the accumulator has taken in more lines since they were begun; begin again",
    zh: "无法继续逐份结算：开始之后累加器又录入了销售行，请重新开始",
  },
  "settlement.not_an_accumulator": {
    en: "Cannot use {got} as an accumulator: open or restore one",
    zh: "不能用 {got} 作为累加器：请先建立或恢复",
  },
  "settlement.policies_differ": {
    en: "Cannot merge the accumulators: they were opened on different policies",
    zh: "无法合并累加器：两者所依据的政策不同",
  },
  "settlement.snapshot_unreadable": {
    en: "Cannot restore the snapshot: {got} does not fit its policy",
    zh: "无法恢复快照：{got} 与其政策不符",
  },
  "settlement.unknown_version": {
    en: "Cannot restore the snapshot: its version is {got}, this library reads {want}",
    zh: "无法恢复快照：其版本为 {got}，本库可读 {want}",
  },
  // why a line does not count for a programme
  "settlement.line_counts": { en: "Counts in {window}", zh: "计入 {window}" },
  "settlement.earner_not_covered": {
    en: "The programme is not for this member: {attribute:settlement.attribute} {got}",
    zh: "本方案不适用于该成员：{attribute:settlement.attribute} {got}",
  },
  "settlement.no_upline": {
    en: "The programme pays the upline of the seller, and none is known",
    zh: "本方案由销售方的上级受益，而其上级未知",
  },
  "settlement.upline_not_member": {
    en: "The programme pays the upline of the seller, and {got} is not among the members",
    zh: "本方案由销售方的上级受益，而 {got} 不在成员之列",
  },
  "settlement.line_not_included": {
    en: "The line is outside the programme: {attribute:settlement.attribute} {got} is not in its list",
    zh: "该行不在方案范围内：{attribute:settlement.attribute} {got} 不在清单中",
  },
  "settlement.line_excluded": {
    en: "The programme leaves the line out: {attribute:settlement.attribute} {got} is excluded",
    zh: "方案排除该行：{attribute:settlement.attribute} {got} 被排除",
  },
  "settlement.outside_period": {
    en: "The day {date} is outside the days of the programme, {period}",
    zh: "日期 {date} 不在方案有效期内（{period}）",
  },
  "settlement.before_publication": {
    en: "The day {date} is before the programme was published, on {publishedOn}",
    zh: "日期 {date} 早于方案公布日 {publishedOn}",
  },
  "settlement.attribute_not_included": {
    en: "The line is outside the programme: its {attribute} {got} is not in the list",
    zh: "该行不在方案范围内：其“{attribute}” {got} 不在清单中",
  },
  "settlement.attribute_excluded": {
    en: "The programme leaves the line out: its {attribute} {got} is excluded",
    zh: "方案排除该行：其“{attribute}” {got} 被排除",
  },
  "settlement.not_yet": {
    en: "Not yet: the programme counts the event “{trigger:entities.sale_line_event}”, and this line is of “{got:entities.sale_line_event}”",
    zh: "尚不计入：方案在“{trigger:entities.sale_line_event}”时计入，该行为“{got:entities.sale_line_event}”",
  },
  "settlement.other_event": {
    en: "The programme counts the event “{trigger:entities.sale_line_event}”, and this line is of “{got:entities.sale_line_event}”",
    zh: "方案在“{trigger:entities.sale_line_event}”时计入，该行为“{got:entities.sale_line_event}”",
  },
  "settlement.event_missing": {
    en: "The programme counts the event “{trigger:entities.sale_line_event}”, and this line is of no event",
    zh: "方案在“{trigger:entities.sale_line_event}”时计入，该行未写明事件",
  },
  "settlement.event_not_awaited": {
    en: "The programme has no trigger and counts lines of no event; this one is of “{got:entities.sale_line_event}”",
    zh: "方案未设计入事件，只计未写明事件的行；该行为“{got:entities.sale_line_event}”",
  },
  "settlement.return_ignored": { en: "The programme ignores returns", zh: "本方案不计退货" },
  "settlement.before_agreement": {
    en: "The day {date} is before the agreement of the earner, which began on {start}",
    zh: "日期 {date} 早于计酬成员的协议起始日 {start}",
  },
  "settlement.after_agreement": {
    en: "The day {date} is after the agreement of the earner, which ended before {end}",
    zh: "日期 {date} 晚于计酬成员的协议期，协议自 {end} 起不再有效",
  },
  "settlement.outside_windows": { en: "The day {date} is in no window of the programme", zh: "日期 {date} 不在方案的任何结算期内" },
  "settlement.line_used_first": {
    en: "Each line is used once, and {programme} has used this one",
    zh: "每行只计一次，该行已由“{programme}”计入",
  },
  "settlement.earning_limited": {
    en: "{by:settlement.limit_kind}: {cut} of what the window earned is cut, {left} is left",
    zh: "{by:settlement.limit_kind}：所在结算期应得削减 {cut}，余 {left}",
  },
  "settlement.limit_kind.budget": { en: "the budget", zh: "预算" },
  "settlement.limit_kind.sale": { en: "the ceiling of a sale", zh: "单笔上限" },
  "settlement.limit_kind.member": { en: "the ceiling of a member", zh: "成员上限" },
  "settlement.limit_kind.programme": { en: "the ceiling of the programme", zh: "方案上限" },
  // lines of statements that cannot be settled yet
  "settlement.exchange_rate_missing": {
    en: "Cannot pay in {to}: no rate from {from} is known on {date}",
    zh: "无法以 {to} 支付：{date} 没有由 {from} 折算的汇率",
  },
  "settlement.quota_currency": {
    en: "Cannot compute the attainment: the quota is in {got}, the programme in {want}",
    zh: "无法计算完成率：配额币种为 {got}，方案币种为 {want}",
  },
  "settlement.quota_unit": {
    en: "Cannot compute the attainment: the quota is in {got}, the programme counts {want}",
    zh: "无法计算完成率：配额单位为 {got}，方案单位为 {want}",
  },
  // the working of a statement
  "settlement.statement": { en: "Statement of {member}: {amount} {currency}", zh: "{member} 结算单：{amount} {currency}" },
  "settlement.line": { en: "{window}: {amount} {currency}", zh: "{window}：{amount} {currency}" },
  "settlement.window_open": { en: "{window}, so far", zh: "{window}（未结束，截至目前）" },
  "settlement.converted": {
    en: "{window}: {earned} {from} at {rate} of {date} is {amount} {currency}",
    zh: "{window}：{earned} {from}，按 {date} 汇率 {rate} 折算为 {amount} {currency}",
  },
  "settlement.share_undetermined": {
    en: "Its share of {by:settlement.limit_kind} hangs on what {memberId} earned in {window}, which is not known",
    zh: "其在{by:settlement.limit_kind}中的份额取决于 {memberId} 在 {window} 的应得，而该应得尚未确定",
  },
  "settlement.guarantee_undetermined": {
    en: "Whether the guarantee lifts it hangs on what was earned in {window}, which is not known",
    zh: "是否需按保底补足取决于 {window} 的应得，而该应得尚未确定",
  },
  "settlement.withheld_undetermined": {
    en: "What a cap withheld before and is paid now hangs on what was earned in {window}, which is not known",
    zh: "前期因上限暂扣、本期应付的金额取决于 {window} 的应得，而该应得尚未确定",
  },
  "settlement.carried_undetermined": {
    en: "What is carried into it below 0 hangs on the measure of {window}, which is not known",
    zh: "结转至本期的负数取决于 {window} 的指标，而该指标尚未确定",
  },
  "settlement.cap_of_sales": {
    en: "Cannot settle the cap {capId} per sale: {obstacle:settlement.sale_cap_obstacle}",
    zh: "无法结算单笔上限 {capId}：{obstacle:settlement.sale_cap_obstacle}",
  },
  "settlement.opening_above_zero": {
    en: "Cannot open with {got}: only what came back beyond what was sold goes over, 0 or below",
    zh: "不能以 {got} 作为期初：只结转超出销售的退回部分，须为 0 或负数",
  },
  "settlement.opening_incomplete": {
    en: "Cannot open with what {memberId} carries in {programmeId}: {undetermined} of its lines could not be settled",
    zh: "无法以 {memberId} 在 {programmeId} 中的结转作为期初：有 {undetermined} 行未能结算",
  },
  "settlement.joint_groups": {
    en: "Cannot count the member jointly in {programmeId}: it is in several groups, {groups}",
    zh: "无法在 {programmeId} 中联合计算该成员：它同属多个集团 {groups}",
  },
  "settlement.joint_agreements": {
    en: "Cannot count {first} and {second} jointly in {programmeId}: they are in the group {groupId}, its windows run from their agreements, and these have different days",
    zh: "无法在 {programmeId} 中联合计算 {first} 与 {second}：两者同属集团 {groupId}，结算期自各自的协议起算，而协议日期不同",
  },
  "settlement.line_undetermined": { en: "{window}: not settled. {problem}", zh: "{window}：未能结算。{problem}" },
  // words of enumerations
  "settlement.sale_cap_obstacle.kept": {
    en: "a sale is capped over all of its windows, so that no later one has room for what is above",
    zh: "单笔上限对所有结算期合并计算，超出部分在后续结算期也没有余额，无从留存",
  },
  "settlement.sale_cap_obstacle.projection": {
    en: "a projected sale would be in several of its overlapping windows",
    zh: "推算的销售会落入多个重叠的结算期",
  },
  "settlement.attribute.productIds": { en: "product", zh: "产品" },
  "settlement.attribute.categoryIds": { en: "category", zh: "品类" },
  "settlement.attribute.brandIds": { en: "brand", zh: "品牌" },
  "settlement.attribute.territoryIds": { en: "territory", zh: "区域" },
  "settlement.attribute.kinds": { en: "kind", zh: "类型" },
  "settlement.attribute.memberClasses": { en: "class", zh: "等级类别" },
  "settlement.attribute.groupIds": { en: "groups", zh: "所属集团" },
  "settlement.attribute.levels": { en: "level", zh: "级别" },
  "settlement.attribute.memberIds": { en: "member", zh: "成员" },
  "settlement.entry_kind.earning": { en: "earning", zh: "应得" },
  "settlement.entry_kind.claim": { en: "claim", zh: "索赔" },
  "settlement.entry_kind.fee": { en: "fee", zh: "费用" },
  "settlement.entry_kind.correction": { en: "correction", zh: "更正" },
  "settlement.entry_kind.reversal": { en: "reversal", zh: "冲销" },
  "settlement.entry_kind.payment": { en: "payment", zh: "付款" },
  "settlement.entry_kind.offset": { en: "set-off", zh: "抵扣" },
  "settlement.entry_kind.write_off": { en: "write-off", zh: "核销" },
} as const satisfies Catalogue;

/** Words of the settlement: lines that cannot be read, lines that do not count, and what statements say. */
export const settlementMessages = joinCatalogues(
  ownMessages,
  intakeMessages,
  memberMessages,
  simulationMessages,
  accountMessages,
  accountStatementMessages,
  accountStatementFaultMessages,
  disputeMessages,
  disputeFaultMessages,
  statementApprovalMessages,
  statementApprovalFaultMessages,
  claimMessages,
  claimLifeMessages,
);

/** Codes of the settlement. */
export type SettlementCode = keyof typeof settlementMessages;
