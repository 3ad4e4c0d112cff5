import { accumulate, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

describe("openAccumulator()", () => {
  test("says that no policy was given at all", () => {
    expect(() => openAccumulator(undefined as never)).toThrow("Cannot use undefined as a record");
  });

  test.each([
    [null, "kernel.not_a_record", "policy"],
    [{ ...policyOf(), currency: "RMB!" }, "kernel.not_a_currency", "policy.currency"],
    [{ ...policyOf(), sources: "some" }, "kernel.not_a_choice", "policy.sources"],
    [{ ...policyOf(), programmes: {} }, "kernel.not_a_list", "policy.programmes"],
    [
      policyOf({ programmes: [programmeOf({ currency: "USD", schedule: { ...programmeOf().schedule, unit: "USD" } })] }),
      "settlement.programme_currency",
      "policy.programmes[0].currency",
    ],
    [policyOf({ programmes: [programmeOf(), programmeOf()] }), "settlement.duplicate_programme", "policy.programmes[1].id"],
    [policyOf({ members: [dealer, dealer] }), "settlement.duplicate_member", "policy.members[1].id"],
    [policyOf({ members: [{ ...dealer, uplineId: dealer.id }] }), "settlement.own_upline", "policy.members[0].uplineId"],
    [policyOf({ members: [{ ...dealer, payoutCurrency: "USD" }] }), "settlement.payout_missing", "policy.members[0].payoutCurrency"],
    [
      policyOf({ programmes: [programmeOf({ rounding: { decimals: -1, mode: "half_up" } })] }),
      "kernel.not_a_count",
      "policy.programmes[0].rounding.decimals",
    ],
  ])("refuses a policy that cannot be used: %#", (policy, code, path) => {
    expect(() => openAccumulator(policy as never)).toThrow(expect.objectContaining({ name: "LibraryFault", code, path }));
  });

  test("refuses a policy that is no JSON", () => {
    const cyclic: Record<string, unknown> = { ...policyOf() };
    cyclic["programmes"] = [cyclic];
    expect(() => openAccumulator(cyclic as never)).toThrow(expect.objectContaining({ code: "kernel.data_too_large" }));
  });

  test("complaint 14: editing the policy afterwards re-prices nothing", () => {
    const policy = policyOf();
    const accumulator = openAccumulator(policy);
    (policy.programmes as unknown[]).length = 0;
    accumulate(accumulator, [lineOf()]);
    expect(settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.total.amount).toBe("1.00");
  });

  test("leaves a frozen policy alone", () => {
    const policy = policyOf();
    Object.freeze(policy.programmes[0]);
    expect(openAccumulator(Object.freeze(policy)).kind).toBe("qudao.accumulator");
  });
});
