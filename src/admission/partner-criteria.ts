import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";

/**
 * What a criterion is measured in. `ratio`: a share or a rate as a decimal, `"0.35"` for 35 %. `years`, `count`: whole or broken numbers.
 * `rating`: points that somebody gave, from 0 to 100. `answer`: yes or no.
 */
export const criterionUnits = ["ratio", "years", "count", "rating", "answer"] as const;

/** See `criterionUnits`. */
export type CriterionUnit = (typeof criterionUnits)[number];

/** What a prospect is weighed on first: what it would bring, and whether working with it can succeed. */
export const screeningAxes = ["value", "feasibility"] as const;

/** See `screeningAxes`. */
export type ScreeningAxis = (typeof screeningAxes)[number];

/** One thing that partners are judged by. It says what is measured and which way is good; how much it counts is said by a scorecard. */
export interface PartnerCriterion {
  /** Stable identity, `snake_case`. */
  readonly code: string;
  /** What it is called. */
  readonly title: Words;
  /** What is measured, and how a figure of it is read. */
  readonly meaning: Words;
  /** Name of the fact that holds it. */
  readonly fact: string;
  /** What the fact is measured in. */
  readonly unit: CriterionUnit;
  /** Which way is good. For an answer, `higher` means yes. */
  readonly better: "higher" | "lower";
  /** Whether it speaks of what the partner would bring or of whether it can succeed. */
  readonly axis: ScreeningAxis;
}

/** Values that candidates are judged by: decimals, or booleans for answers. A name that is absent or null is not known. */
export interface CriterionValues {
  /** The value, by name of the fact. */
  readonly [fact: string]: DecimalString | boolean | null | undefined;
}

/**
 * The criteria for partners, in both languages. A host adds its own rows in `PartnerScorecard.own`. Eight of the facts follow from plain
 * records, by `measureCandidate`: `yearsInBusiness`, `growthRecord`, `profitRecord`, `otherLines`, `complementaryLines`, `customerFit`,
 * `cooperationTerms` and `asksExclusivity`.
 */
export const partnerCriteria: readonly PartnerCriterion[] = [
  {
    code: "market_coverage",
    title: { en: "market coverage", zh: "市场覆盖" },
    meaning: { en: "share of the target area that it reaches", zh: "其可触达区域占目标区域的比例" },
    fact: "marketCoverage",
    unit: "ratio",
    better: "higher",
    axis: "value",
  },
  {
    code: "sales_capability",
    title: { en: "sales capability", zh: "销售能力" },
    meaning: { en: "rating of what it can sell and how well", zh: "对其销售规模与销售水平的评分" },
    fact: "salesCapability",
    unit: "rating",
    better: "higher",
    axis: "value",
  },
  {
    code: "comprehensive_capability",
    title: { en: "comprehensive capability", zh: "综合能力" },
    meaning: { en: "rating of all it can do, taken together", zh: "对其各项能力的综合评分" },
    fact: "comprehensiveCapability",
    unit: "rating",
    better: "higher",
    axis: "value",
  },
  {
    code: "market_share",
    title: { en: "market share", zh: "市场份额" },
    meaning: { en: "its share of the sales of the category in its area", zh: "其在所在区域该品类销售中的占比" },
    fact: "marketShare",
    unit: "ratio",
    better: "higher",
    axis: "value",
  },
  {
    code: "growth_record",
    title: { en: "growth record", zh: "成长记录" },
    meaning: { en: "growth of its revenue a year, against the first year of the record", zh: "营业收入的年均增长，以记录首年为基数" },
    fact: "growthRecord",
    unit: "ratio",
    better: "higher",
    axis: "value",
  },
  {
    code: "profit_record",
    title: { en: "profit record", zh: "盈利记录" },
    meaning: { en: "profit as a share of revenue over the years of the record", zh: "记录各年利润合计占营业收入合计的比例" },
    fact: "profitRecord",
    unit: "ratio",
    better: "higher",
    axis: "value",
  },
  {
    code: "cooperation_value",
    title: { en: "value of cooperation", zh: "合作价值" },
    meaning: { en: "rating of what the cooperation would bring", zh: "对合作所能带来价值的评分" },
    fact: "cooperationValue",
    unit: "rating",
    better: "higher",
    axis: "value",
  },
  {
    code: "customer_resources",
    title: { en: "customer resources", zh: "客户资源" },
    meaning: { en: "rating of the customers it can bring", zh: "对其可带来客户的评分" },
    fact: "customerResources",
    unit: "rating",
    better: "higher",
    axis: "value",
  },
  {
    code: "customer_fit",
    title: { en: "fit with the target users", zh: "与目标用户的匹配程度" },
    meaning: { en: "share of its customers that lies where the target group lies", zh: "其客户构成与目标用户群体重合的比例" },
    fact: "customerFit",
    unit: "ratio",
    better: "higher",
    axis: "value",
  },
  {
    code: "strategic_fit",
    title: { en: "fit with the strategy", zh: "与企业战略的契合度" },
    meaning: { en: "rating of how far it shares the direction of the strategy", zh: "对其与企业战略方向一致程度的评分" },
    fact: "strategicFit",
    unit: "rating",
    better: "higher",
    axis: "value",
  },
  {
    code: "feasibility",
    title: { en: "feasibility", zh: "可行性" },
    meaning: { en: "rating of whether the cooperation can work", zh: "对合作能否落地的评分" },
    fact: "feasibility",
    unit: "rating",
    better: "higher",
    axis: "feasibility",
  },
  {
    code: "team_strength",
    title: { en: "team strength", zh: "团队实力" },
    meaning: { en: "rating of its people: how many, how skilled, how led", zh: "对其团队人数、素质与管理的评分" },
    fact: "teamStrength",
    unit: "rating",
    better: "higher",
    axis: "feasibility",
  },
  {
    code: "partner_strength",
    title: { en: "partner strength", zh: "合作伙伴实力" },
    meaning: { en: "rating of its means: capital, premises, stock, name", zh: "对其资金、场地、库存与声誉的评分" },
    fact: "partnerStrength",
    unit: "rating",
    better: "higher",
    axis: "feasibility",
  },
  {
    code: "years_in_business",
    title: { en: "years in business", zh: "经商年数" },
    meaning: { en: "full years since it was established", zh: "自成立之日起的整年数" },
    fact: "yearsInBusiness",
    unit: "years",
    better: "higher",
    axis: "feasibility",
  },
  {
    code: "other_lines",
    title: { en: "other products that compete", zh: "经营的其他产品（竞品）" },
    meaning: { en: "number of its other product lines that compete with ours", zh: "其经营的其他产品线中与我方竞争的条数" },
    fact: "otherLines",
    unit: "count",
    better: "lower",
    axis: "feasibility",
  },
  {
    code: "complementary_lines",
    title: { en: "other products that complement", zh: "经营的其他产品（互补）" },
    meaning: { en: "number of its other product lines that sell together with ours", zh: "其经营的其他产品线中与我方互补的条数" },
    fact: "complementaryLines",
    unit: "count",
    better: "higher",
    axis: "value",
  },
  {
    code: "cooperation_terms",
    title: { en: "cooperation terms it asks for", zh: "合作条件" },
    meaning: { en: "what the terms it asks for cost, as a share of sales", zh: "其所要求条件的成本占销售额的比例" },
    fact: "cooperationTerms",
    unit: "ratio",
    better: "lower",
    axis: "feasibility",
  },
  {
    code: "asks_exclusivity",
    title: { en: "asks to be the only one", zh: "要求独家" },
    meaning: { en: "whether it will only join if nobody else is appointed", zh: "是否以独家为合作前提" },
    fact: "asksExclusivity",
    unit: "answer",
    better: "lower",
    axis: "feasibility",
  },
  {
    code: "management_cost",
    title: { en: "management cost", zh: "渠道管理成本" },
    meaning: { en: "what looking after it costs, as a share of sales", zh: "管理该渠道的费用占销售额的比例" },
    fact: "managementCost",
    unit: "ratio",
    better: "lower",
    axis: "feasibility",
  },
];
