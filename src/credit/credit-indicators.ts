import type { Words } from "../kernel/message.js";

/** What the figure of a credit indicator is measured in. */
export const creditIndicatorUnits = ["ratio", "days", "years", "count", "answer"] as const;

/** `ratio`: `"0.35"` is 35 %. `answer`: yes or no. */
export type CreditIndicatorUnit = (typeof creditIndicatorUnits)[number];

/** One thing by which a member's credit is judged. How much it counts is said by a scorecard. */
export interface CreditIndicator {
  /** Stable identity, `snake_case`; also the name of the fact. */
  readonly code: string;
  /** What it is called. */
  readonly title: Words;
  /** What is measured. */
  readonly meaning: Words;
  /** What it is measured in. */
  readonly unit: CreditIndicatorUnit;
  /** Which way is good. For an answer, `higher` means yes. */
  readonly better: "higher" | "lower";
}

/** What members' credit (资信度) is judged by. A host adds rows of its own in its scorecard. */
export const creditIndicators: readonly CreditIndicator[] = [
  {
    code: "on_time_share",
    title: { en: "paid in time", zh: "按期回款率" },
    meaning: { en: "share of the settled money that came in time", zh: "已回款中按期到账的比例" },
    unit: "ratio",
    better: "higher",
  },
  {
    code: "weighted_days_late",
    title: { en: "days late", zh: "加权逾期天数" },
    meaning: { en: "days late of settled money, weighted by amount", zh: "已回款按金额加权的逾期天数" },
    unit: "days",
    better: "lower",
  },
  {
    code: "arrears_ratio",
    title: { en: "arrears", zh: "拖欠比例" },
    meaning: { en: "arrears over all that is open", zh: "拖欠款占全部未收款的比例" },
    unit: "ratio",
    better: "lower",
  },
  {
    code: "limit_used",
    title: { en: "use of the limit", zh: "额度使用率" },
    meaning: { en: "exposure over the limit", zh: "信用敞口占信用额度的比例" },
    unit: "ratio",
    better: "lower",
  },
  {
    code: "security_cover",
    title: { en: "cover by securities", zh: "担保覆盖率" },
    meaning: { en: "securities over the exposure", zh: "担保价值占信用敞口的比例" },
    unit: "ratio",
    better: "higher",
  },
  {
    code: "years_together",
    title: { en: "years of business", zh: "合作年限" },
    meaning: { en: "full years of business with the member", zh: "与该成员合作的完整年数" },
    unit: "years",
    better: "higher",
  },
  {
    code: "sales_growth",
    title: { en: "growth of sales", zh: "销售增长率" },
    meaning: { en: "growth of its purchases against the year before", zh: "采购额较上年的增长率" },
    unit: "ratio",
    better: "higher",
  },
  {
    code: "current_ratio",
    title: { en: "liquidity", zh: "流动比率" },
    meaning: { en: "current assets over current liabilities", zh: "流动资产与流动负债之比" },
    unit: "ratio",
    better: "higher",
  },
  {
    code: "debt_ratio",
    title: { en: "indebtedness", zh: "资产负债率" },
    meaning: { en: "debts over assets", zh: "负债占资产的比例" },
    unit: "ratio",
    better: "lower",
  },
  {
    code: "bounced_bills",
    title: { en: "bills not honoured", zh: "承兑汇票拒付次数" },
    meaning: { en: "bills that were not paid at maturity, in twelve months", zh: "十二个月内到期未付的汇票张数" },
    unit: "count",
    better: "lower",
  },
  {
    code: "credit_proofs_complete",
    title: { en: "credit proofs complete", zh: "资信证明齐全" },
    meaning: { en: "tax, registration, bank and property are proven", zh: "税务、工商、银行、不动产证明齐全" },
    unit: "answer",
    better: "higher",
  },
  {
    code: "wilful_default",
    title: { en: "wilful default", zh: "故意拖欠" },
    meaning: { en: "it withheld payment of others on purpose", zh: "有故意拖欠他人货款的记录" },
    unit: "answer",
    better: "lower",
  },
];
