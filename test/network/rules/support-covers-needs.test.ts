import type { SupportingCapability } from "qudao/entities";
import { checkDealerCapacity } from "qudao/network";
import { expect, test } from "vitest";

const status = (supportingCapabilities: readonly SupportingCapability[] | undefined, neededCapabilities: readonly SupportingCapability[]) =>
  checkDealerCapacity({ asOf: "2024-05-01", supportingCapabilities }, { neededCapabilities }).outcome.findings.find(
    ({ code }) => code === "network.support_covers_needs",
  )?.status;

test.each<[readonly SupportingCapability[] | undefined, readonly SupportingCapability[], string]>([
  [["repair"], ["repair"], "met"],
  [["repair", "delivery"], ["repair"], "met"],
  [["delivery"], ["repair"], "unmet"],
  [["repair"], ["repair", "delivery"], "unmet"],
  [[], [], "met"],
  [[], ["repair"], "unmet"],
  [undefined, ["repair"], "unknown"],
])("S19-104: %j covers %j: %s", (has, needs, want) => expect(status(has, needs)).toBe(want));
