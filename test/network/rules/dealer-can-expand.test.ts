import type { Expandability } from "qudao/entities";
import { checkDealerCapacity } from "qudao/network";
import { expect, test } from "vitest";

test.each<[Expandability | undefined, string]>([
  ["expandable", "met"],
  ["not_expandable", "unmet"],
  [undefined, "unknown"],
])("S19-104: %s is %s, and only advisory", (expandability, want) => {
  const { findings } = checkDealerCapacity({ asOf: "2024-05-01", expandability }, { neededCapabilities: [] }).outcome;
  expect(findings.at(-1)).toMatchObject({ code: "network.dealer_can_expand", status: want, weight: "advisory" });
});
