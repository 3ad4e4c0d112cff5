import type { Rule } from "../../engine/rule.js";
import type { DealerCapacityFacts, DealerCapacityPolicy } from "../dealer-capacity.js";

/** A dealer offers everything beside the goods that is needed of it. @internal */
export const supportCoversNeeds: Rule<DealerCapacityFacts, DealerCapacityPolicy, "supportingCapabilities", "network.support_covers_needs"> =
  {
    code: "network.support_covers_needs",
    needs: ["supportingCapabilities"],
    source: "S19-104",
    required: ({ neededCapabilities }) => ({ required: neededCapabilities, actual: null, lacking: null }),
    test: ({ supportingCapabilities }, { neededCapabilities }) => {
      const lacking = neededCapabilities.filter((one) => !supportingCapabilities.includes(one));
      return { met: lacking.length === 0, params: { actual: supportingCapabilities, lacking } };
    },
  };
