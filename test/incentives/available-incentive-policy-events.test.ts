import { availableIncentivePolicyEvents } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asked, consulted, inForce, known, policyAfter } from "../support/incentive-policy.js";

const open = (state: Parameters<typeof availableIncentivePolicyEvents>[0], facts = known) =>
  availableIncentivePolicyEvents(state, facts)
    .filter(({ status }) => status !== "refused")
    .map(({ event }) => event);

test("complaint 21: what may happen next to a policy, and who has not answered, can be asked at any time", () => {
  const waiting = policyAfter([asked(["finance", "sales"])]);
  expect(waiting.data.pending).toStrictEqual(["finance", "sales"]);
  expect(open(waiting)).toStrictEqual(["redrafted", "opinionGiven", "withdrawn"]);
  expect(open(consulted)).toStrictEqual(["redrafted", "opinionGiven", "published", "withdrawn"]);
  expect(open(inForce)).toStrictEqual(["dayPassed", "revised", "reviewed"]);
});

test("availableIncentivePolicyEvents() refuses what is no policy", () => {
  expect(faultAt(() => availableIncentivePolicyEvents({ at: "draft" } as never, {}))).toBe("kernel.not_a_record at state.data");
});
