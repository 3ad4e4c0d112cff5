import type { Rule } from "../../engine/rule.js";
import type { DealerCapacityFacts, DealerCapacityPolicy } from "../dealer-capacity.js";

/** A dealer could grow beyond what it is. Advisory: it decides only what a shortfall means. @internal */
export const dealerCanExpand: Rule<DealerCapacityFacts, DealerCapacityPolicy, "expandability", "network.dealer_can_expand"> = {
  code: "network.dealer_can_expand",
  needs: ["expandability"],
  source: "S19-104",
  weight: "advisory",
  required: () => ({ actual: null }),
  test: ({ expandability }) => ({ met: expandability === "expandable", params: { actual: expandability } }),
};
