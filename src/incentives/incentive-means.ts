/** The means of an incentive and the needs they answer, as data: a host adds rows of its own. */
import type { Words } from "../kernel/message.js";

/** What a member may be short of, as the talk before a programme finds it. */
export const incentiveNeeds = [
  "profit",
  "cash_flow",
  "demand",
  "knowledge",
  "price_position",
  "security",
  "recognition",
  "supply",
] as const;

/** See `incentiveNeeds`. */
export type IncentiveNeed = (typeof incentiveNeeds)[number];

/** What a means consists of. */
export type IncentiveForm =
  /** An amount of money, which enters totals and statements. */
  | "money"
  /** Goods, counted in units; never an amount. */
  | "goods"
  /** A right or a service, counted in units where the programme names one (days, points); never an amount. */
  | "right";

/** A means of an incentive. */
export interface IncentiveMeans {
  /** Its name. */
  readonly id: string;
  /** Its name in words. */
  readonly titles: Words;
  /** What it consists of. */
  readonly form: IncentiveForm;
  /** The needs that it answers. `[]`: none; it only says in which form is paid. */
  readonly answers: readonly IncentiveNeed[];
}

/** The means that the texts name, and the forms in which rebates are usually paid. */
export const incentiveMeans: readonly IncentiveMeans[] = [
  { id: "cash_reward", titles: { en: "reward", zh: "奖励" }, form: "money", answers: ["profit", "recognition"] },
  { id: "credit_note", titles: { en: "credit note", zh: "贷项通知单" }, form: "money", answers: [] },
  { id: "deduction", titles: { en: "deduction from the next invoices", zh: "抵扣货款" }, form: "money", answers: [] },
  { id: "sales_bonus", titles: { en: "sales bonus", zh: "销售奖励" }, form: "money", answers: ["profit"] },
  { id: "profit_concession", titles: { en: "profit concession", zh: "让利" }, form: "money", answers: ["profit", "price_position"] },
  {
    id: "preferential_policy",
    titles: { en: "preferential policy", zh: "优惠政策" },
    form: "right",
    answers: ["price_position", "profit"],
  },
  { id: "price_privilege", titles: { en: "price privilege", zh: "价格优惠" }, form: "right", answers: ["price_position"] },
  { id: "priority_referral", titles: { en: "priority recommendation", zh: "优先推荐" }, form: "right", answers: ["demand", "recognition"] },
  { id: "priority_resources", titles: { en: "priority resources", zh: "优先资源" }, form: "right", answers: ["supply", "demand"] },
  { id: "training_support", titles: { en: "training support", zh: "培训支持" }, form: "right", answers: ["knowledge"] },
  { id: "service_privilege", titles: { en: "service privilege", zh: "服务优惠" }, form: "right", answers: ["supply", "knowledge"] },
  { id: "credit_extension", titles: { en: "longer credit", zh: "放宽信用" }, form: "right", answers: ["cash_flow"] },
  { id: "trade_promotion", titles: { en: "trade promotion", zh: "促销支持" }, form: "right", answers: ["demand"] },
  { id: "exclusivity", titles: { en: "exclusive territory", zh: "区域独家" }, form: "right", answers: ["security"] },
  { id: "larger_share", titles: { en: "a larger share", zh: "提高分成比例" }, form: "right", answers: ["profit"] },
  { id: "promotion", titles: { en: "promotion to the next step", zh: "晋升" }, form: "right", answers: ["recognition", "security"] },
  { id: "free_goods", titles: { en: "free goods", zh: "赠货" }, form: "goods", answers: ["supply", "profit"] },
  { id: "recognition", titles: { en: "commendation", zh: "表彰" }, form: "right", answers: ["recognition"] },
  { id: "prize_trip", titles: { en: "a trip or a prize", zh: "旅游或奖品" }, form: "right", answers: ["recognition"] },
];

/** What a policy is for: rewarding what was done, or promoting the trade. */
export const incentivePolicyKinds = ["reward", "trade_promotion"] as const;

/** See `incentivePolicyKinds`. */
export type IncentivePolicyKind = (typeof incentivePolicyKinds)[number];

/** What incentives are for, in the words of the texts. */
export const incentiveObjectives: readonly { readonly id: string; readonly titles: Words }[] = [
  { id: "motivation", titles: { en: "partners are keen and active", zh: "激发渠道合作伙伴的积极性和动力" } },
  { id: "efficiency", titles: { en: "partners work more efficiently", zh: "提高渠道合作伙伴的工作效率" } },
  { id: "results", titles: { en: "partners achieve more", zh: "提高渠道合作伙伴的业绩" } },
];
