import { type Participant, participantKinds } from "qudao/entities";
import { dealerKinds, isDealer } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { agent } from "../support/network.js";

describe("isDealer()", () => {
  test("S03-10: an agent is a dealer, as distributors and those on trial are, and nobody else is", () => {
    expect(isDealer(agent)).toBe(true);
    expect(participantKinds.filter((kind) => isDealer({ id: "X", kind } as Participant))).toStrictEqual([...dealerKinds]);
    expect(dealerKinds).toStrictEqual(["agent", "distributor", "trial_distributor"]);
  });

  test("refuses a kind that there is not", () => {
    expect(faultAt(() => isDealer({ kind: "reseller" } as never))).toBe("kernel.not_a_choice at participant.kind");
    expect(faultAt(() => isDealer(null as never))).toBe("kernel.not_a_record at participant");
  });
});
