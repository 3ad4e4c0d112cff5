/** Rewards and penalties as rows: on what condition, what follows, and for how long. A host adds rows of its own, and no code. */
import type { CriterionData } from "../engine/criterion-data.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { Money } from "../kernel/money.js";

/** Whom rewards and penalties concern. */
export const rewardSubjects = ["member", "staff", "supplier", "product", "channel"] as const;

/** See `rewardSubjects`. */
export type RewardSubject = (typeof rewardSubjects)[number];

/** What a row leads to. */
export type RewardConsequence =
  /** A means of `incentiveMeans`, or of the host; with an amount only where it is paid in money. */
  | { readonly kind: "means"; readonly means: string; readonly amount?: Money | undefined }
  /** A warning in writing. */
  | { readonly kind: "warning" }
  /** Concessions are cut by a ratio for some months. `null`: not agreed yet. */
  | { readonly kind: "concession_cut"; readonly rate: DecimalString | null; readonly months: number | null }
  /** Nothing is supplied for some days. `null`: not agreed yet. */
  | { readonly kind: "supply_hold"; readonly days: number | null }
  /** An amount is deducted from the deposit, as far as it goes. `null`: not agreed yet. */
  | { readonly kind: "deposit_deduction"; readonly amount: Money | null }
  /** Somebody decides: improve or be eliminated, downgrade, replacement, termination, delisting. */
  | { readonly kind: "review"; readonly about: string };

/** One row: a reward or a penalty. */
export interface RewardRule {
  /** Its name. */
  readonly id: string;
  /** Its name in words. */
  readonly titles: Words;
  /** Whom it concerns. */
  readonly subject: RewardSubject;
  /** The sign. */
  readonly effect: "reward" | "penalty";
  /** The condition, on the facts of the subject. What is missing leaves it open. */
  readonly when: CriterionData;
  /** What follows. */
  readonly consequence: RewardConsequence;
  /** How often, or for how long, in words. */
  readonly period: Words;
}

/** The rows that are in force. */
export interface RewardDecisionPolicy {
  /** Whom the question concerns: rows of other subjects are not asked. */
  readonly subject: RewardSubject;
  /** The rows; `rewardCatalogue` has those of the texts. Each name once; of several deductions the earlier row comes first. */
  readonly rules: readonly RewardRule[];
}

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
const GRADE_D = grade("grade_d", ["D"], "the grade is D", "等级为 D");

/**
 * The rewards and penalties that the texts name, without figures: those are the host's to agree on, and a row stays open until they are. Facts that
 * the rows read: `grade`, `trained`, `exclusive`, `violated`, `paidLate`, `inArrears`, `diverted`, `brokeAgreement`, and for the other subjects
 * `outstanding`, `careless`, `incident`, `accepted`.
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
  row(
    "staff_commendation",
    "reward",
    "staff",
    "Commendation",
    "表彰",
    isTrue("outstanding", "outstanding", "the work is outstanding", "工作突出"),
    means("recognition"),
    EACH,
  ),
  row(
    "staff_criticism",
    "penalty",
    "staff",
    "Criticism",
    "批评",
    isTrue("careless", "careless", "the work is careless", "工作失职"),
    { kind: "warning" },
    EACH,
  ),
  row("supplier_partnership", "reward", "supplier", "Strategic partnership", "战略合作", GRADE_A, means("promotion"), YEARLY),
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
