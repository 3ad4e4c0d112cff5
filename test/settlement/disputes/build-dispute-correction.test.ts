import { buildAccountStatement, buildDisputeCorrection, planPaymentRun } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny, disputeOf, entryOf, statementFacts, statementPolicy } from "../../support/account-statement.js";
import { booked, conceding, disputeAfter, disputeEvent, raised } from "../../support/dispute-life.js";
import { faultAt } from "../../support/fault-of.js";

const correct = (dispute: typeof raised) => buildDisputeCorrection({ dispute, entryId: "E9", date: "2024-03-26" });

describe("buildDisputeCorrection()", () => {
  test("books what was conceded, and refers to the disputed entry", () => {
    expect(correct(disputeAfter([conceding("30")]))).toStrictEqual({
      ok: true,
      value: {
        id: "E9",
        memberId: "A",
        kind: "correction",
        date: "2024-03-26",
        amount: cny("30"),
        refersTo: "E1",
        sourceIds: ["D1"],
      },
    });
  });

  test("with a due day it is paid by a payment run on that day, and without one by none", () => {
    const paidOf = (dueDate: string | undefined) => {
      const dispute = disputeAfter([conceding("30")], disputeOf("40"));
      const correction = buildDisputeCorrection({ dispute, entryId: "E9", date: "2024-03-26", dueDate });
      if (!correction.ok) throw new Error();
      expect(correction.value.dueDate).toBe(dueDate);
      const run = planPaymentRun(
        {
          runId: "PAY",
          asOf: "2024-04-25",
          dueThrough: "2024-04-25",
          entries: [correction.value],
          fees: [],
          holds: [],
          payees: [],
          paidBefore: [],
        },
        { term: { kind: "net", days: 30 }, minimums: [], withholdings: [], rounding: "half_up" },
      );
      return run.ok && run.value.outcome.payments.map(({ net }) => net.amount);
    };
    expect(paidOf("2024-04-26")).toStrictEqual([]);
    expect(paidOf("2024-04-25")).toStrictEqual(["30.00"]);
    expect(paidOf(undefined)).toStrictEqual([]);
  });

  test("where nothing was conceded, or it is booked, there is a problem", () => {
    const nothing = { ok: false, problem: { code: "settlement.nothing_conceded", params: { disputeId: "D1" } } };
    expect(correct(raised)).toStrictEqual(nothing);
    expect(correct(disputeAfter([conceding("30"), booked("E9")]))).toStrictEqual(nothing);
  });

  test("between the concession and the booking nothing is paid that will be taken back", () => {
    const asked = disputeOf("-40");
    const accepted = disputeAfter([disputeEvent("accepted")], asked);
    const pay = (entries: readonly ReturnType<typeof entryOf>[], dispute: typeof raised) =>
      buildAccountStatement(statementFacts({ entries, disputes: [dispute] }), statementPolicy()).outcome.payment.payable;
    const correction = correct(accepted);
    if (!correction.ok) throw new Error();
    expect(pay([entryOf()], asked)).toBe("60.00");
    expect(pay([entryOf()], accepted)).toBe("60.00");
    expect(pay([entryOf(), correction.value], disputeAfter([booked("E9")], accepted))).toBe("60.00");
  });

  test("what cannot be read names its place", () => {
    expect(faultAt(() => buildDisputeCorrection({ dispute: raised, entryId: "", date: "2024-03-26" }))).toBe(
      "kernel.not_text at facts.entryId",
    );
  });
});
