import { computeIndicators, measureActivities, type PromotionActivity, performanceIndicators } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const period = { start: "2024-04-01", end: "2024-07-01" };
const activity = (id: string, changes: Partial<PromotionActivity> = {}): PromotionActivity => ({
  id,
  date: "2024-05-01",
  status: "done",
  spend: "100",
  reach: "40",
  ...changes,
});
const log = [
  activity("first day", { date: "2024-04-01" }),
  activity("last day", { date: "2024-06-30", spend: "50.5" }),
  activity("given up", { status: "cancelled" }),
  activity("to come", { status: "planned" }),
  activity("before", { date: "2024-03-31" }),
  activity("after", { date: "2024-07-01" }),
];

// S07-11, S17-13
test("brand promotion is computed from the log of activities: what was carried out counts, what was given up stays planned", () => {
  const readings = { ...measureActivities(frozen({ period, activities: log })) };
  expect(readings).toStrictEqual({
    brandActivities: "2",
    brandSpend: "150.5",
    brandReach: "80",
    activitiesDone: "2",
    activitiesPlanned: "4",
  });
  const wanted = ["brand_activities", "brand_spend", "brand_reach", "promotion_execution"];
  const indicators = performanceIndicators.filter(({ code }) => wanted.includes(code));
  expect(computeIndicators({ readings }, { indicators }).outcome.values).toStrictEqual({
    brand_activities: "2",
    brand_spend: "150.5",
    brand_reach: "80",
    promotion_execution: "0.5",
  });
});

test("a log without an entry is known to be empty, and nothing planned is no rate of execution", () => {
  const readings = { ...measureActivities({ period, activities: [] }) };
  const indicators = performanceIndicators.filter(({ code }) => ["brand_activities", "promotion_execution"].includes(code));
  expect(computeIndicators({ readings }, { indicators }).outcome.values).toStrictEqual({
    brand_activities: "0",
    promotion_execution: null,
  });
});

test("what is malformed is named by its place", () => {
  const of = (...activities: readonly PromotionActivity[]) => faultAt(() => measureActivities({ period, activities }));
  expect(of(activity("1"), activity("1"))).toBe("kernel.named_twice at facts.activities[1].id");
  expect(of(activity("1", { spend: "-1" }))).toBe("kernel.below_zero at facts.activities[0].spend");
  expect(of(activity("1", { status: "open" as never }))).toBe("kernel.not_a_choice at facts.activities[0].status");
  expectOnlyFaults(measureActivities as never, [{ period, activities: [activity("1")] }]);
});
