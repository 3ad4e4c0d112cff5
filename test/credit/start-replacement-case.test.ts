import { startReplacementCase } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy = { days: 60, amount: "100000", combine: "any", decideWithinDays: 30 } as const;
const start = (overdueDays: number, overdueAmount: string, combine: "any" | "all" = "any") =>
  startReplacementCase({ asOf: "2024-05-01", memberId: "D1", overdueDays, overdueAmount }, { ...policy, combine });

describe("startReplacementCase()", () => {
  test.each([
    [59, "99999.99", "any", false],
    [60, "1", "any", true],
    [1, "100000", "any", true],
    [60, "99999.99", "all", false],
    [60, "100000", "all", true],
  ] as const)("S19-138: %i days and %s past due (%s): opened %s", (days, amount, combine, opened) => {
    expect(start(days, amount, combine).ok).toBe(opened);
  });

  test("a case waits for candidates, and for a decision by a day", () => {
    expect(outcomeOf(start(75, "20000"))).toMatchObject({
      at: "opened",
      data: { memberId: "D1", candidates: [], decideBy: "2024-05-31", successorId: null },
    });
  });

  test("nothing past due opens nothing, whatever the thresholds", () => {
    const none = startReplacementCase(
      { asOf: "2024-05-01", memberId: "D1", overdueDays: 0, overdueAmount: "0" },
      { ...policy, days: 0, amount: "0" },
    );
    expect(problemOf(none)).toBe("credit.trouble_too_small");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => start(-1, "1"))).toBe("kernel.not_a_count at facts.overdueDays");
  });
});
