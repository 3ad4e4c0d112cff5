import { type RatioSplitPolicy, splitByRatio } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const shares = (...of: string[]) => of.map((share, i) => ({ partyId: "ABCDE"[i] as string, share }));
const base: RatioSplitPolicy = { parties: shares("1", "1", "1"), basis: "parts", decimals: 2, remainder: "contract_order" };

function split(amount: string, policy: Partial<RatioSplitPolicy> = {}) {
  return splitByRatio(frozen({ amount: { amount, currency: "CNY" } }), frozen({ ...base, ...policy }));
}
const parts = (amount: string, policy: Partial<RatioSplitPolicy> = {}) => answerOf(split(amount, policy)).map((part) => part.amount.amount);

describe("splitByRatio()", () => {
  test("S13-09: 100.00 by 1 : 1 : 1 is 33.34, 33.33, 33.33", () => {
    expect(parts("100.00")).toStrictEqual(["33.34", "33.33", "33.33"]);
  });

  test("the owner of the odd fen is named, and is whom the policy says", () => {
    expect(answerOf(split("100")).map(({ ownsOddUnit }) => ownsOddUnit)).toStrictEqual([true, false, false]);
    expect(parts("100", { remainder: "reverse_order" })).toStrictEqual(["33.33", "33.33", "33.34"]);
    // exact shares 4.9147 and 5.1153: the second lost more
    const policy = { parties: shares("0.49", "0.51"), basis: "shares" as const };
    expect(parts("10.03", policy)).toStrictEqual(["4.92", "5.11"]);
    expect(parts("10.03", { ...policy, remainder: "largest_fraction_first" })).toStrictEqual(["4.91", "5.12"]);
  });

  test("whole parts: seven pieces between two", () => {
    expect(parts("7", { parties: shares("1", "1"), decimals: 0 })).toStrictEqual(["4", "3"]);
  });

  test("whoever has no share, or an exact one, never gets a spare unit", () => {
    expect(parts("0.01", { parties: shares("0", "1", "1") })).toStrictEqual(["0.00", "0.01", "0.00"]);
    expect(parts("10.01", { parties: shares("0", "1") })).toStrictEqual(["0.00", "10.01"]);
  });

  test("a loss is the mirror image of a profit, and nothing is shared of nothing", () => {
    expect(parts("-100")).toStrictEqual(["-33.34", "-33.33", "-33.33"]);
    expect(parts("0")).toStrictEqual(["0.00", "0.00", "0.00"]);
  });

  test.each([
    { of: ["0.5", "0.4999"], total: "0.9999" },
    { of: ["0.5", "0.5001"], total: "1.0001" },
    { of: ["0.3334", "0.3334", "0.3334"], total: "1.0002" },
  ])("shares that add up to $total are not the whole", ({ of, total }) => {
    expect(problemOf(split("100", { parties: shares(...of), basis: "shares" }))).toStrictEqual({
      code: "profit-sharing.shares_not_whole",
      params: { total },
    });
  });

  test("says why an amount cannot be shared", () => {
    expect(problemOf(split("1", { parties: shares("0", "0") })).code).toBe("kernel.no_weights");
    expect(problemOf(split("1", { parties: [] })).code).toBe("kernel.no_weights");
    expect(problemOf(split("0.001")).code).toBe("kernel.total_too_precise");
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => split("1", { parties: shares("-1") }))).toBe("kernel.below_zero at policy.parties[0].share");
    expect(faultAt(() => split("1", { parties: [...shares("1"), ...shares("1")] }))).toBe(
      "kernel.named_twice at policy.parties[1].partyId",
    );
    expect(faultAt(() => split("x"))).toBe("kernel.not_a_decimal at facts.amount.amount");
    expect(faultAt(() => split("1", { basis: "half" as never }))).toBe("kernel.not_a_choice at policy.basis");
  });
});
