import { askRules } from "qudao/engine";
import { type MemberOrigin, trialBeforeDistributor } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";

const status = (facts: { readonly origin?: MemberOrigin }) =>
  askRules([trialBeforeDistributor], facts, null, { asOf: "2024-05-20" })[0]?.status;

describe("a trial before formal distributor status", () => {
  test.each<readonly [MemberOrigin | undefined, string]>([
    ["direct", "unmet"],
    ["former_trial", "met"],
    ["former_member", "met"],
    ["nominated", "met"],
    ["special_evaluation", "met"],
    [undefined, "unknown"],
  ])("S03-21: %s is %s", (origin, found) => expect(status(origin === undefined ? {} : { origin })).toBe(found));

  test("an origin that is none is a fault", () => {
    expect(faultAt(() => status({ origin: "friend" as MemberOrigin }))).toBe("kernel.not_a_choice at facts.origin");
  });
});
