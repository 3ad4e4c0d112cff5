import type { PerformanceIndicator } from "./performance-indicator.js";

/**
 * What drives the sales of a product (影响销售的三个因素): what buyers know of it, what the purchase brings them, and how well the seller speaks
 * with its customers. Rows of the catalogue; computed together they are the report of drivers.
 */
export const salesDriverIndicators: readonly PerformanceIndicator[] = [
  {
    code: "information_grasp",
    title: { en: "buyers' grasp of the product", zh: "客户对产品信息的把握度" },
    meaning: { en: "correct answers about the product ÷ answers", zh: "对产品信息的正确回答数 ÷ 全部回答数" },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "correctAnswers", under: "answers" },
  },
  {
    code: "purchaser_benefit",
    title: { en: "benefit of the purchase to buyers", zh: "采购给客户带来的利益" },
    meaning: {
      en: "margin that buyers make on the product and concessions to them ÷ their purchases",
      zh: "客户在产品上所得毛利与所获让利之和 ÷ 其采购额",
    },
    unit: "ratio",
    better: "higher",
    accrues: false,
    formula: { kind: "ratio", over: "purchaserGain", under: "purchases" },
  },
  {
    code: "communication_ability",
    title: { en: "communication with customers", zh: "与客户的沟通能力" },
    meaning: { en: "mean of the ratings of how it speaks with customers", zh: "与客户沟通能力评分的平均数" },
    unit: "rating",
    better: "higher",
    accrues: false,
    formula: { kind: "mean", of: "communicationRatings", ends: "whole" },
  },
];
