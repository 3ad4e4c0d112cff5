import type { ScoreCriterion, ScoreScale } from "../engine/scorecard.js";
import type { Words } from "../kernel/message.js";
import type { QuotaFactor, QuotaPolicy } from "./quota-policy.js";

const factor = (code: QuotaFactor, fact: string, title: Words, scale: ScoreScale): ScoreCriterion => ({
  code,
  title,
  fact,
  weight: "0.2",
  scale,
  missing: { then: "fail" },
});

const rating: ScoreScale = { kind: "direct", full: "100" };

/**
 * An example of a policy for quotas: the five factors weigh the same, and a point weighs more in an agent's hand than in a
 * distributor's. **Its numbers are invented**; no function uses it unless it is passed in.
 */
export const exampleQuotaPolicy: QuotaPolicy = {
  scorecard: {
    version: "example-quotas",
    weights: "shares",
    minimumCoverage: "1",
    places: 2,
    rounding: "half_up",
    criteria: [
      factor(
        "operating_scale",
        "yearlySales",
        { en: "Operating scale (yearly sales)", zh: "经营规模（年销售额）" },
        { kind: "linear", full: "100", from: "0", to: "10000000" },
      ),
      factor("management_level", "managementLevel", { en: "Management level", zh: "管理水平" }, rating),
      factor("cooperation_spirit", "cooperationSpirit", { en: "Cooperation spirit", zh: "合作精神" }, rating),
      factor("service_level", "serviceLevel", { en: "Customer-service level", zh: "客服水平" }, rating),
      factor(
        "downstream_customers",
        "downstreamCustomers",
        { en: "Downstream customers", zh: "下游客户数量" },
        { kind: "linear", full: "100", from: "0", to: "200" },
      ),
    ],
    grades: [
      { grade: "C", from: "0" },
      { grade: "B", from: "60" },
      { grade: "A", from: "80" },
    ],
  },
  classes: [
    { memberClass: "agent", weight: "1.5" },
    { memberClass: "distributor", weight: "1" },
  ],
  quotaDecimals: 4,
  amountDecimals: 2,
};
