import { computeDaysLate } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { claim, credit, shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const paid = (...settlements: readonly (readonly [string, string])[]) =>
  claim({ settlements: settlements.map(([on, amount]) => ({ on, amount })) });

describe("computeDaysLate()", () => {
  test("late days are weighted by amount; early ones are 0 and in time", () => {
    // due 31 January: 30 paid 11 days early, 10 on the day, 60 fifteen days late: 60 × 15 ÷ 100 = 9
    const outcome = shown(
      computeDaysLate({ asOf: "2024-12-31", items: [paid(["2024-01-20", "30"], ["2024-01-31", "10"], ["2024-02-15", "60"])] }),
    );
    expect(outcome).toStrictEqual({
      settlements: 3,
      late: 1,
      onTimeShare: "0.4",
      weightedDays: "9",
      // 30 × 19 + 10 × 30 + 60 × 45 = 3570
      paymentDays: "35.7",
      worst: 15,
    });
  });

  test("the day after the due day is one day late", () => {
    expect(shown(computeDaysLate({ asOf: "2024-12-31", items: [paid(["2024-02-01", "100"])] })).weightedDays).toBe("1");
  });

  test("paid on the day of the invoice is 0 days, which is not the same as no payment", () => {
    expect(shown(computeDaysLate({ asOf: "2024-12-31", items: [paid(["2024-01-01", "100"])] })).paymentDays).toBe("0");
    expect(
      shown(computeDaysLate({ asOf: "2024-12-31", items: [claim(), credit({ settlements: [{ on: "2024-01-02", amount: "1" }] })] })),
    ).toStrictEqual({
      settlements: 0,
      late: 0,
      onTimeShare: null,
      weightedDays: null,
      paymentDays: null,
      worst: 0,
    });
  });

  test("settlements after the day do not count", () => {
    expect(shown(computeDaysLate({ asOf: "2024-02-14", items: [paid(["2024-02-15", "60"])] })).settlements).toBe(0);
  });

  test("money of two currencies weighs nothing together; a credit of another one is not read", () => {
    const usd = claim({ id: "B", currency: "USD", settlements: [{ on: "2024-02-15", amount: "60" }] });
    expect(faultAt(() => computeDaysLate({ asOf: "2024-12-31", items: [paid(["2024-02-15", "60"]), usd] }))).toBe(
      "kernel.currency_mismatch at facts.items[1].currency",
    );
    expect(shown(computeDaysLate({ asOf: "2024-12-31", items: [usd, credit()] })).weightedDays).toBe("15");
  });

  test("an item that comes twice is refused, and not counted twice", () => {
    expect(faultAt(() => computeDaysLate({ asOf: "2024-02-14", items: [claim(), claim()] }))).toBe(
      "kernel.named_twice at facts.items[1].id",
    );
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => computeDaysLate({ asOf: "2024-02-14", items: [claim({ dueOn: "x" })] }))).toBe(
      "kernel.not_a_date at facts.items[0].dueOn",
    );
  });
});
