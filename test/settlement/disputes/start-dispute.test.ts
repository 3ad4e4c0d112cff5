import { disputeReasons, settlementMessages, startDispute } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny, disputeOf } from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";

describe("startDispute()", () => {
  test("G-15: a dispute names line, reason and the change asked for, and has a day by which it must be answered", () => {
    const dispute = disputeOf("50.00");
    expect(dispute.at).toBe("raised");
    expect(dispute.data).toMatchObject({
      entryId: "E1",
      reason: "wrong_rate",
      amount: cny("50"),
      contested: "50",
      since: "2024-03-20",
      respondBy: "2024-03-30",
      lateOn: "2024-03-31",
      correction: null,
    });
    expect(JSON.parse(JSON.stringify(dispute))).toStrictEqual(dispute);
  });

  test("every reason of the catalogue has words, and a host may use its own", () => {
    for (const reason of disputeReasons) expect(settlementMessages[`settlement.dispute_reason.${reason}`].zh).not.toBe("");
    expect(disputeOf("-1", { reason: "freight" }).data.reason).toBe("freight");
  });

  test("what cannot be read names its place, and a dispute about 0 is none", () => {
    const at = (changes: object, policy: object = { responseDays: 10 }) =>
      faultAt(() => startDispute({ ...disputeStart, ...changes } as never, policy as never));
    expect(at({ amount: cny("0.00") })).toBe("settlement.dispute_of_nothing at facts.amount.amount");
    expect(at({ entryId: "" })).toBe("kernel.not_text at facts.entryId");
    expect(at({ raisedBy: "dealer" })).toBe("kernel.not_a_choice at facts.raisedBy");
    expect(at({ asOf: "2024-02-30" })).toBe("kernel.not_a_date at facts.asOf");
    expect(at({}, {})).toBe("kernel.not_a_count at policy.responseDays");
    expect(at({}, { responseDays: -1 })).toBe("kernel.not_a_count at policy.responseDays");
  });
});

const disputeStart = {
  disputeId: "D1",
  memberId: "A",
  entryId: "E1",
  raisedBy: "member",
  reason: "wrong_rate",
  amount: cny("50"),
  asOf: "2024-03-20",
};
