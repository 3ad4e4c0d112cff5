/** The rewards and penalties of the texts, as rows. */
import type { CriterionData } from "../engine/criterion-data.js";
import type { Words } from "../kernel/message.js";
import type { RewardConsequence, RewardRule, RewardSubject } from "./reward-rules.js";

const YEARLY: Words = { en: "once a year, after the review", zh: "每年一次，评审之后" };
const EACH: Words = { en: "each time", zh: "每次" };
const ONCE: Words = { en: "once", zh: "一次" };

const grade = (code: string, values: readonly string[], en: string, zh: string): CriterionData => ({
  code: `rewards.${code}`,
  title: { en, zh },
  kind: "one_of",
  fact: "grade",
  values,
});
const isTrue = (code: string, fact: string, en: string, zh: string): CriterionData => ({
  code: `rewards.${code}`,
  title: { en, zh },
  kind: "is_true",
  fact,
});
const means = (name: string): RewardConsequence => ({ kind: "means", means: name });

const GRADE_A = grade("grade_a", ["A"], "the grade is A", "等级为 A");
const IN_ARREARS = isTrue("in_arrears", "inArrears", "it is in arrears", "拖欠货款");
const OUTSTANDING = isTrue("outstanding", "outstanding", "the work is outstanding", "工作突出");
const ACCEPTED = isTrue("accepted", "accepted", "customers are content with it", "消费者满意、认可");
/** The three grounds of the texts: rules broken, careless work, low efficiency. */
const AT_FAULT: CriterionData = {
  code: "rewards.at_fault",
  title: { en: "rules were broken, or the work is careless or inefficient", zh: "违反规章制度、工作不认真或效率低下" },
  kind: "any_of",
  of: [
    { kind: "is_true", fact: "brokeRules" },
    { kind: "is_true", fact: "careless" },
    { kind: "is_true", fact: "inefficient" },
  ],
};
const GRADE_D = grade("grade_d", ["D"], "the grade is D", "等级为 D");

/**
 * The rewards and penalties that the texts name, without figures: those are the host's to agree on, and a row stays open until they are. The texts
 * punish and eliminate suppliers by their score and do not name the bands: here C is punished and D eliminated. Facts that the rows read: `grade`, `trained`, `exclusive`, `violated`, `paidLate`, `inArrears`, `diverted`, `brokeAgreement`, and for the other subjects
 * `outstanding`, `brokeRules`, `careless`, `inefficient`, `incident`, `failedRectifications` (how many), `accepted`.
 */
export const rewardCatalogue: readonly RewardRule[] = [
  row("member_reward", "reward", "member", "Reward by grade", "按等级奖励", GRADE_A, means("cash_reward"), YEARLY),
  row("member_referral", "reward", "member", "Priority recommendation", "优先推荐", GRADE_A, means("priority_referral"), YEARLY),
  row("member_resources", "reward", "member", "Priority resources", "优先资源", GRADE_A, means("priority_resources"), YEARLY),
  row("member_promotion", "reward", "member", "Promotion to the next step", "晋升", GRADE_A, means("promotion"), YEARLY),
  row("member_share", "reward", "member", "A larger share", "提高分成比例", GRADE_A, means("larger_share"), YEARLY),
  row(
    "training_reward",
    "reward",
    "member",
    "Reward for completed training",
    "培训达标奖励",
    isTrue("trained", "trained", "all training of the year is completed", "完成全年培训"),
    means("sales_bonus"),
    YEARLY,
  ),
  row(
    "exclusivity_reward",
    "reward",
    "member",
    "Reward for carrying the brand alone",
    "专营奖励",
    isTrue("exclusive", "exclusive", "it carries no like products", "不经营同类产品"),
    means("preferential_policy"),
    YEARLY,
  ),
  row(
    "member_improve",
    "penalty",
    "member",
    "Improve or be eliminated",
    "限期整改或淘汰",
    GRADE_D,
    { kind: "review", about: "improve_or_eliminate" },
    YEARLY,
  ),
  row(
    "member_warning",
    "penalty",
    "member",
    "Warning",
    "警告",
    isTrue("violated", "violated", "it broke the rules of the channel", "违反渠道规定"),
    { kind: "warning" },
    EACH,
  ),
  row(
    "member_concession_cut",
    "penalty",
    "member",
    "Concession cut",
    "减少让利",
    isTrue("paid_late", "paidLate", "it pays late", "付款拖延"),
    { kind: "concession_cut", rate: null, months: null },
    EACH,
  ),
  row("member_supply_hold", "penalty", "member", "Supply hold", "停止供货", IN_ARREARS, { kind: "supply_hold", days: null }, EACH),
  row("member_replacement", "penalty", "member", "Replacement", "更换", IN_ARREARS, { kind: "review", about: "replacement" }, ONCE),
  row(
    "member_deposit_deduction",
    "penalty",
    "member",
    "Deposit deduction",
    "扣除保证金",
    isTrue("diverted", "diverted", "it sold across regions", "发生窜货"),
    { kind: "deposit_deduction", amount: null },
    EACH,
  ),
  row(
    "member_termination",
    "penalty",
    "member",
    "Termination",
    "终止合作",
    isTrue("broke_agreement", "brokeAgreement", "it broke the agreement", "违反协议"),
    { kind: "review", about: "termination" },
    ONCE,
  ),
  row("staff_commendation", "reward", "staff", "Commendation", "表彰", OUTSTANDING, means("recognition"), EACH),
  row("staff_reward", "reward", "staff", "Reward", "奖励", OUTSTANDING, means("cash_reward"), EACH),
  row("staff_criticism", "penalty", "staff", "Criticism", "批评", AT_FAULT, { kind: "warning" }, EACH),
  row("staff_penalty", "penalty", "staff", "Penalty", "处罚", AT_FAULT, { kind: "review", about: "penalty" }, EACH),
  row("supplier_reward", "reward", "supplier", "Reward by score", "按评分奖励", GRADE_A, means("cash_reward"), YEARLY),
  row("supplier_partnership", "reward", "supplier", "Strategic partnership", "战略合作", GRADE_A, means("promotion"), YEARLY),
  row(
    "supplier_penalty",
    "penalty",
    "supplier",
    "Penalty by score",
    "按评分处罚",
    grade("grade_c", ["C"], "the grade is C", "等级为 C"),
    { kind: "review", about: "penalty" },
    YEARLY,
  ),
  row("supplier_elimination", "penalty", "supplier", "Elimination", "淘汰", GRADE_D, { kind: "review", about: "elimination" }, YEARLY),
  row(
    "supplier_termination",
    "penalty",
    "supplier",
    "Termination after failed rectifications",
    "多次整改不过，停止合作",
    {
      code: "rewards.rectifications_failed",
      title: { en: "rectification failed as often as was agreed", zh: "整改不过达到约定次数" },
      kind: "min",
      fact: "failedRectifications",
      min: null,
    },
    { kind: "review", about: "termination" },
    ONCE,
  ),
  row(
    "supplier_suspension",
    "penalty",
    "supplier",
    "Suspension after an incident",
    "发生事故暂停供货",
    isTrue("incident", "incident", "there was an incident of quality or safety", "发生质量或安全事故"),
    { kind: "review", about: "suspension" },
    EACH,
  ),
  row("product_retention", "reward", "product", "Keeping", "维护保留", ACCEPTED, { kind: "review", about: "retention" }, YEARLY),
  row(
    "product_improvement",
    "reward",
    "product",
    "Improvement",
    "持续改善提升",
    ACCEPTED,
    { kind: "review", about: "improvement" },
    YEARLY,
  ),
  row(
    "product_delisting",
    "penalty",
    "product",
    "Delisting",
    "下架",
    {
      code: "rewards.not_accepted",
      title: { en: "customers do not accept it", zh: "客户不接受" },
      kind: "none",
      of: [{ kind: "is_true", fact: "accepted" }],
    },
    { kind: "review", about: "delisting" },
    ONCE,
  ),
  row("channel_expansion", "reward", "channel", "Expansion", "拓展", GRADE_A, means("priority_resources"), YEARLY),
  row("channel_elimination", "penalty", "channel", "Elimination", "淘汰", GRADE_D, { kind: "review", about: "elimination" }, YEARLY),
];

function row(
  id: string,
  effect: RewardRule["effect"],
  subject: RewardSubject,
  en: string,
  zh: string,
  when: CriterionData,
  consequence: RewardConsequence,
  period: Words,
): RewardRule {
  return { id, titles: { en, zh }, subject, effect, when, consequence, period };
}
