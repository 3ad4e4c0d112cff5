import { computePurchaseShortfall } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { cents, outcomeOf } from "../support/sharing.js";

const short = (purchased: string, consequence: "pay_margin" | "lose_exclusivity" = "pay_margin", committed = "1000") =>
  outcomeOf(computePurchaseShortfall({ currency: "CNY", committed, purchased }, { unitMargin: "12.5", consequence, rounding: cents }));

describe("computePurchaseShortfall()", () => {
  test.each([
    { purchased: "999", shortfall: "1", owed: "12.50" },
    { purchased: "1000", shortfall: "0", owed: "0.00" },
    { purchased: "1001", shortfall: "0", owed: "0.00" },
    { purchased: "0", shortfall: "1000", owed: "12500.00" },
  ])("$purchased of 1,000 bought: $shortfall missing", ({ purchased, shortfall, owed }) => {
    expect(short(purchased)).toStrictEqual({ shortfall, owed, exclusivityLost: false });
  });

  test("or the exclusivity is lost, and nothing is owed", () => {
    expect(short("999.999", "lose_exclusivity")).toStrictEqual({ shortfall: "0.001", owed: "0.00", exclusivityLost: true });
    expect(short("1000", "lose_exclusivity").exclusivityLost).toBe(false);
    expect(short("0", "pay_margin", "0").owed).toBe("0.00");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => short("-1"))).toBe("kernel.below_zero at facts.purchased");
    expect(faultAt(() => short("1", "forgive" as never))).toBe("kernel.not_a_choice at policy.consequence");
  });
});
