import fc from "fast-check";
import {
  computeExclusivityCompensation,
  type ExclusivityCompensationFacts,
  type ExclusivityCompensationPolicy,
} from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, cents, problemOf } from "../support/sharing.js";

const lost = (period: number, amount: string, gained = "0", evidenceIds: readonly string[] = ["E"]) => ({
  period,
  lost: amount,
  gained,
  evidenceIds,
});
const facts: ExclusivityCompensationFacts = {
  asOf: "2024-01-01",
  currency: "CNY",
  term: { start: "2024-01-01", end: "2026-01-01" },
  periods: [lost(0, "30000")],
  investments: [],
};
const policy: ExclusivityCompensationPolicy = {
  discountRate: "0",
  risk: { kind: "rate", rate: "0.1" },
  evidence: "required",
  reviewMonths: 6,
  rounding: cents,
};
const pay = (f: Partial<ExclusivityCompensationFacts> = {}, p: Partial<ExclusivityCompensationPolicy> = {}) =>
  computeExclusivityCompensation(frozen({ ...facts, ...f }), frozen({ ...policy, ...p }));

describe("computeExclusivityCompensation()", () => {
  test("S19-114: a loss of 30,000 at a risk of ten per cent is made good with 33,000", () => {
    expect(answerOf(pay())).toMatchObject({
      lostProfit: "30000.00",
      riskPremium: "3000.00",
      investments: "0.00",
      compensation: "33000.00",
    });
  });

  test("later losses are discounted; a period that gains more than it loses counts as 0 and pays for no other", () => {
    // 1,100 ÷ 1.1 + 1,210 ÷ 1.21 = 2,000; the surplus of period 3 counts nothing
    const periods = [lost(1, "1100"), lost(2, "1310", "100"), lost(3, "10", "500")];
    expect(answerOf(pay({ periods }, { discountRate: "0.1", risk: { kind: "rate", rate: "0" } })).lostProfit).toBe("2000.00");
  });

  test("a loss without evidence is left out, and named", () => {
    const periods = [lost(0, "30000"), lost(1, "5000", "0", [])];
    expect(answerOf(pay({ periods }))).toMatchObject({ lostProfit: "30000.00", unprovenPeriods: [1] });
    expect(answerOf(pay({ periods }, { evidence: "not_required" }))).toMatchObject({ lostProfit: "35000.00", unprovenPeriods: [] });
  });

  test("risk by variance, and investments not earned back, each by itself", () => {
    const f = { variance: { exclusive: "9000000", diversified: "4000000" }, investments: ["1500", "0.5"] };
    const risk = { kind: "variance" as const, aversion: "0.0002" };
    expect(answerOf(pay(f, { risk }))).toMatchObject({ riskPremium: "500.00", investments: "1500.50", compensation: "32000.50" });
    expect(problemOf(pay({}, { risk })).code).toBe("profit-sharing.variance_missing");
  });

  test.each([
    { cap: "32999.99", compensation: "32999.99", aboveCap: "0.01" },
    { cap: "33000", compensation: "33000.00", aboveCap: "0.00" },
    { cap: "33000.01", compensation: "33000.00", aboveCap: "0.00" },
  ])("G-17: a cap of $cap", ({ cap, compensation, aboveCap }) => {
    expect(answerOf(pay({}, { cap }))).toMatchObject({ compensation, aboveCap });
  });

  test("G-17: reviews within the term, after the day it is worked out", () => {
    expect(answerOf(pay()).reviewDates).toStrictEqual(["2024-07-01", "2025-01-01", "2025-07-01"]);
    expect(answerOf(pay({ asOf: "2025-01-01" })).reviewDates).toStrictEqual(["2025-07-01"]);
    expect(answerOf(pay({}, { reviewMonths: undefined })).reviewDates).toStrictEqual([]);
  });

  test("the term ends on the day before its end", () => {
    expect(answerOf(pay({ asOf: "2025-12-31" })).compensation).toBe("33000.00");
    expect(problemOf(pay({ asOf: "2026-01-01" }))).toStrictEqual({
      code: "profit-sharing.exclusivity_over",
      params: { asOf: "2026-01-01", end: "2026-01-01" },
    });
  });

  test("losing more never pays less", () => {
    const fen = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(fen, fen, fen, (a, more, gained) => {
        const of = (n: number) =>
          Number(answerOf(pay({ periods: [lost(2, String(n), String(gained))] }, { discountRate: "0.07" })).compensation);
        expect(of(a + more)).toBeGreaterThanOrEqual(of(a));
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => pay({ periods: [] }))).toBe("kernel.list_empty at facts.periods");
    expect(faultAt(() => pay({ periods: [lost(0, "1"), lost(0, "1")] }))).toBe("kernel.named_twice at facts.periods[1].period");
    expect(faultAt(() => pay({ asOf: "2024-02-30" }))).toBe("kernel.not_a_date at facts.asOf");
    expect(faultAt(() => pay({}, { discountRate: "0.012345678901234567891" }))).toBe("kernel.out_of_range at policy.discountRate");
    expect(faultAt(() => pay({}, { discountRate: "-0.1" }))).toBe("kernel.outside_bounds at policy.discountRate");
  });
});
