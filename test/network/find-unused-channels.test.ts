import { findUnusedChannels, type Network, permittedFlows } from "qudao/network";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { agent, customer, distributor, maker, networkOf, office, outcomeOf } from "../support/network.js";

const use = (network: Network, flows = permittedFlows) => outcomeOf(findUnusedChannels(frozen(network), { flows }));

describe("findUnusedChannels()", () => {
  test("S19-109: names the kinds of channel that a manufacturer uses, and those that it could", () => {
    const { used, unused } = use(networkOf([maker, agent, customer], "M > A", "A > C"));
    expect(used).toStrictEqual(["agent"]);
    expect(unused).toStrictEqual([
      "distributor",
      "trial_distributor",
      "system_integrator",
      "contractor",
      "industry_customer",
      "direct_sales",
      "retailer",
      "own_store",
      "e_commerce_platform",
      "social_media",
    ]);
  });

  test("what an office delivers, the manufacturer delivers; what a dealer delivers, it does not", () => {
    const network = networkOf([maker, office, agent, distributor, customer], "M > F", "F > D", "M > A", "A > C");
    expect(use(network).used).toStrictEqual(["agent", "distributor"]);
  });

  test("looks at goods alone, and at what the table permits", () => {
    expect(use(networkOf([maker, agent], "service M > A")).used).toStrictEqual([]);
    expect(use(networkOf([maker, agent], "M > A"), [])).toStrictEqual({ used: [], unused: [] });
  });
});
