import { checkDealerCapacity, type DealerCapacityFacts } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { outcomeOf } from "../support/network.js";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const able: DealerCapacityFacts = {
  asOf: "2024-05-01",
  businessType: "trading_company",
  scale: "ordinary",
  expandability: "not_expandable",
  yearlySales: cny("3000000"),
  plannedSales: cny("2000000"),
  supportingCapabilities: ["warehousing", "delivery"],
};
const review = (changes: Partial<DealerCapacityFacts> = {}, needed: readonly "delivery"[] | readonly "repair"[] = ["delivery"]) =>
  outcomeOf(checkDealerCapacity(frozen({ ...able, ...changes }), { neededCapabilities: needed }));
const verdict = (...args: Parameters<typeof review>) => review(...args).verdict;

describe("checkDealerCapacity()", () => {
  test("S19-104: scale, supporting capability and whether it can be expanded decide what a dealer can carry", () => {
    expect(verdict()).toBe("sufficient");
    expect(verdict({ plannedSales: cny("4000000") })).toBe("insufficient");
    expect(verdict({ plannedSales: cny("4000000"), expandability: "expandable" })).toBe("expandable");
    expect(verdict({}, ["repair"])).toBe("insufficient");
    expect(verdict({ expandability: "expandable" }, ["repair"])).toBe("expandable");
  });

  test.each<[Partial<DealerCapacityFacts>, string]>([
    [{ plannedSales: undefined }, "undetermined"],
    [{ yearlySales: undefined }, "undetermined"],
    [{ supportingCapabilities: undefined }, "undetermined"],
    [{ expandability: undefined }, "sufficient"],
    [{ plannedSales: cny("4000000"), expandability: undefined }, "undetermined"],
    [{ plannedSales: cny("4000000"), supportingCapabilities: undefined }, "insufficient"],
    [{ plannedSales: { amount: "1", currency: "USD" } }, "undetermined"],
    [{ businessType: undefined, scale: undefined }, "sufficient"],
  ])("%j is %s", (changes, want) => expect(verdict(changes)).toBe(want));

  test("tells each rule with what was compared", () => {
    expect(
      review({ plannedSales: cny("4000000") }, ["repair"]).findings.map(({ code, status, params }) => [code, status, params]),
    ).toStrictEqual([
      ["network.sales_are_within_capacity", "unmet", { actual: cny("4000000"), required: cny("3000000") }],
      ["network.support_covers_needs", "unmet", { required: ["repair"], actual: ["warehousing", "delivery"], lacking: ["repair"] }],
      ["network.dealer_can_expand", "unmet", { actual: "not_expandable" }],
    ]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => review({ asOf: "2024-02-30" }))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => review({ yearlySales: cny("-1") }))).toBe("kernel.below_zero at facts.yearlySales.amount");
    expect(faultAt(() => review({}, ["magic"] as never))).toBe("kernel.not_a_choice at policy.neededCapabilities[0]");
  });
});
