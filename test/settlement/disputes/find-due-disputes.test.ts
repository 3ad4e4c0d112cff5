import { findDueDisputes } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { agreedDays, disputeAfter, raised, refusing } from "../../support/dispute-life.js";
import { faultAt } from "../../support/fault-of.js";

const due = (disputes: readonly (typeof raised)[], asOf: string, policy: object = agreedDays) =>
  findDueDisputes({ disputes, from: "2024-03-21", asOf }, policy);

describe("findDueDisputes()", () => {
  test("finds those that time alone moves, on their own days, although the job missed them", () => {
    const refused = disputeAfter([refusing()]);
    const moved = due([raised, { ...refused, data: { ...refused.data, disputeId: "D2" } }], "2024-04-15").due;
    expect(moved.map(({ disputeId, steps }) => [disputeId, steps.map(({ asOf, step }) => [asOf, step.next.at])])).toStrictEqual([
      [
        "D1",
        [
          ["2024-03-31", "escalated"],
          ["2024-04-11", "escalated"],
        ],
      ],
      ["D2", [["2024-04-09", "closed"]]],
    ]);
    expect(due([raised], "2024-03-30").due).toStrictEqual([]);
  });

  test("where days are not known it says so", () => {
    const { due: moved, undecided } = due([raised], "2024-04-15", {});
    expect([moved, undecided.map(({ disputeId }) => disputeId)]).toStrictEqual([[], ["D1"]]);
  });

  test("what cannot be read, or comes twice, names its place", () => {
    expect(faultAt(() => due([raised, raised], "2024-04-15"))).toBe("kernel.named_twice at facts.disputes[1].data.disputeId");
    expect(faultAt(() => due([{ ...raised, at: "x" as never }], "2024-04-15"))).toBe("kernel.not_a_choice at facts.disputes[0].at");
  });
});
