import type { Rule } from "../../engine/rule.js";
import { exact } from "../../kernel/decimal.js";
import type { DealerCapacityFacts, DealerCapacityPolicy } from "../dealer-capacity.js";

/** What a dealer is to sell in a year is no more than it can. Exactly so much it can. @internal */
export const salesAreWithinCapacity: Rule<
  DealerCapacityFacts,
  DealerCapacityPolicy,
  "plannedSales" | "yearlySales",
  "network.sales_are_within_capacity"
> = {
  code: "network.sales_are_within_capacity",
  needs: ["plannedSales", "yearlySales"],
  source: "S19-104",
  required: () => ({ actual: null, required: null }),
  test: ({ plannedSales, yearlySales }) => {
    if (plannedSales.currency !== yearlySales.currency) {
      return { unknown: { code: "network.currency_mismatch", params: { got: yearlySales.currency, want: plannedSales.currency } } };
    }
    return {
      met: !exact(plannedSales.amount).greaterThan(yearlySales.amount),
      params: { actual: { ...plannedSales }, required: { ...yearlySales } },
    };
  },
};
