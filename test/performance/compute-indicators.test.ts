import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { computeIndicators, type IndicatorFacts, performanceIndicators, salesDriverIndicators } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const valueBy = (indicator: string, readings: IndicatorFacts["readings"]) => {
  const { outcome } = computeIndicators(frozen({ readings }), {
    indicators: performanceIndicators.filter(({ code }) => code === indicator),
  });
  return outcome.lines[0]?.value ?? outcome.lines[0]?.because;
};
const days = (...spans: readonly (readonly [string, string | null])[]) => spans.map(([from, to]) => ({ from, to }));

const worked: readonly (readonly [code: string, IndicatorFacts["readings"], value: string])[] = [
  // S01-11
  ["sales", { sales: ["100.50", "-0.50"] }, "100"],
  ["market_share", { sales: "200", marketSales: "1000" }, "0.2"],
  ["customer_satisfaction", { customerRatings: ["5", "4", "3"] }, "4"],
  // S04-22
  ["quota_attainment", { sales: "80", quota: "100" }, "0.8"],
  ["average_inventory", { stocks: ["10", "20", "30"] }, "20"],
  ["chronological_inventory", { stocks: ["10", "20", "60"] }, "27.5"],
  ["delivery_time", { deliveries: days(["2024-03-01", "2024-03-03"], ["2024-03-01", "2024-03-05"], ["2024-03-02", null]) }, "3"],
  [
    "on_time_rate",
    { promises: days(["2024-03-05", "2024-03-05"], ["2024-03-05", "2024-03-06"], ["2024-03-05", "2024-03-04"], ["2024-03-05", null]) },
    "0.5",
  ],
  // S05-07
  ["channel_efficiency", { sales: "1000", channelCost: "100" }, "10"],
  ["sales_per_outlet", { sales: "1000", outlets: "8" }, "125"],
  ["flow_time", { flows: days(["2024-02-28", "2024-03-01"]) }, "2"],
  // S05-19
  ["repeat_purchase_rate", { purchasesByBuyer: ["2", "3", "2", "1", "1", "1", "1", "1", "1", "1"] }, "0.3"],
  ["dormant_reactivation", { reactivated: "1", dormant: "4" }, "0.25"],
  ["new_customers", { newCustomers: "7" }, "7"],
  // S07-11: from a log of activities
  ["brand_activities", { brandActivities: ["1", "1", "1"] }, "3"],
  ["brand_spend", { brandSpend: ["100", "250"] }, "350"],
  ["brand_reach", { brandReach: ["1000", "500"] }, "1500"],
  // S08-21
  ["channel_coverage", { coveredAreas: "3", targetAreas: "4" }, "0.75"],
  ["after_sales_satisfaction", { serviceRatings: ["4", "5"] }, "4.5"],
  ["partner_satisfaction", { memberRatings: ["2", "4", "5", "5"] }, "4"],
  // S17-13
  ["promotion_uplift", { baselineSales: "100", promotionSales: "130" }, "0.3"],
  ["promotion_execution", { activitiesDone: "3", activitiesPlanned: "4" }, "0.75"],
  // S01-18
  ["retention_rate", { membersKept: "9", membersAtStart: "10" }, "0.9"],
  ["tenure", { cooperation: days(["2024-01-01", "2024-12-31"]) }, "365"],
  // S14-05: the manager's attainment is that of the team together, 240 of 300, not the mean of the persons
  ["quota_attainment", { sales: ["60", "180"], quota: ["100", "200"] }, "0.8"],
  // S10-16
  ["monthly_registrations", { registrations: "12" }, "12"],
  ["monthly_visits", { visits: ["3", "4"] }, "7"],
  // S19-118
  ["information_grasp", { correctAnswers: ["30", "12"], answers: ["40", "20"] }, "0.7"],
  ["purchaser_benefit", { purchaserGain: ["15", "3"], purchases: "120" }, "0.15"],
  ["communication_ability", { communicationRatings: ["80", "90"] }, "85"],
  ["training_effect", { scoreBefore: "60", scoreAfter: "75" }, "15"],
  ["training_gain", { scoreBefore: "60", scoreAfter: "75" }, "0.25"],
  ["training_pass_rate", { passed: "3", examined: "4" }, "0.75"],
  ["ramp_up_time", { rampUp: days(["2024-01-01", "2024-03-31"]) }, "90"],
  ["incentive_return", { incentiveCost: "100", upliftProfit: "150" }, "0.5"],
  ["top_box_share", { customerRatings: ["5", "4", "3.99", "1"] }, "0.5"],
  ["response_rate", { responses: "30", questionnaires: "40" }, "0.75"],
  ["sales_growth", { salesBefore: "200", sales: "150" }, "-0.25"],
  ["gross_profit", { grossProfit: ["12", "-2"] }, "10"],
  ["contribution", { sales: "1", channelSales: "4" }, "0.25"],
  ["profit_contribution", { grossProfit: "1", channelProfit: "8" }, "0.125"],
  ["order_frequency", { orders: "5" }, "5"],
  ["category_mix", { focusSales: "1", sales: "2" }, "0.5"],
  // 0.3 × 0.5 + 0.2 + 0.1 × 0.4 + 0.2
  ["loyalty", { ownBrandShare: "0.5", exclusivity: "1", tenureShare: "0.4", compliance: "1", paymentPunctuality: "0" }, "0.59"],
  ["outlet_density", { outlets: "12", marketSize: "8" }, "1.5"],
  ["working_capital_turnover", { sales: "900", averageWorkingCapital: "300" }, "3"],
  ["on_time_lines", { onTimeLines: "3", deliveryLines: "4" }, "0.75"],
  ["in_full_rate", { inFullLines: "3", deliveryLines: "4" }, "0.75"],
  ["otif_rate", { onTimeInFullLines: "2", deliveryLines: "4" }, "0.5"],
  ["requested_date_acceptance", { acceptedLines: "1", requestedLines: "4" }, "0.25"],
  ["quantity_days_late", { quantityDaysLate: ["20", "5"] }, "25"],
  ["delayed_amount", { delayedAmount: "500" }, "500"],
];

describe("computeIndicators(): each row of the catalogue by hand", () => {
  test.each(worked)("%s of %j is %s", (indicator, readings, value) => expect(valueBy(indicator, readings)).toBe(value));

  test("no row of the catalogue is left out", () => {
    const left = performanceIndicators.map(({ code }) => code).filter((code) => !worked.some(([done]) => done === code));
    expect(left).toStrictEqual([]);
  });

  test("complaint 1 and 2: nothing to divide by, or a missing reading, is not known: neither 0 nor full", () => {
    expect(valueBy("market_share", { sales: "200", marketSales: "0" })).toBe("no_base");
    expect(valueBy("market_share", { sales: "200", marketSales: null })).toBe("missing");
    expect(valueBy("delivery_time", { deliveries: [] })).toBe("no_base");
    expect(valueBy("sales", {})).toBe("missing");
    expect(valueBy("sales", { sales: [] })).toBe("0");
    expect(valueBy("chronological_inventory", { stocks: ["5"] })).toBe("no_base");
  });
});

// S19-118
test("the report of sales drivers tells how a seller speaks with customers, beside what buyers know and gain", () => {
  const readings = { communicationRatings: ["80", "90"], correctAnswers: "3", answers: "4" };
  const { outcome, explanation } = computeIndicators({ readings }, { indicators: salesDriverIndicators });
  expect(outcome.values).toStrictEqual({ information_grasp: "0.75", purchaser_benefit: null, communication_ability: "85" });
  expect(renderExplanation(explanation, { language: "zh", catalogue })).toContain("与客户的沟通能力：85");
});

test("every row has its own code and is computable and told in both languages", () => {
  expect(new Set(performanceIndicators.map(({ code }) => code)).size).toBe(performanceIndicators.length);
  const { explanation } = computeIndicators({ readings: {} }, { indicators: performanceIndicators });
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|\?/);
  }
});

test("a row of the host's needs no code, and what is malformed is named by its place", () => {
  const own = { ...(performanceIndicators[0] as (typeof performanceIndicators)[number]), code: "acme" };
  expect(computeIndicators({ readings: { sales: "3" } }, { indicators: [own] }).outcome.values).toStrictEqual({ acme: "3" });
  expect(faultAt(() => computeIndicators({ readings: { sales: "x" } }, { indicators: [own] }))).toBe(
    "kernel.not_a_decimal at facts.readings.sales",
  );
  expect(faultAt(() => computeIndicators({ readings: {} }, { indicators: [own, own] }))).toBe(
    "kernel.named_twice at policy.indicators[1].code",
  );
  expectOnlyFaults(computeIndicators as never, [{ readings: { sales: ["1", "2"] } }, { indicators: [own] }]);
});
