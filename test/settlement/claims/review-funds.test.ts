import { checkExplanation } from "qudao/kernel";
import { type FundEntry, reviewFunds } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { allocation, budget, checkOff, fundClaim, fundEntries, fundPolicy, proofOf, reimbursement, request } from "../../support/funds.js";
import { expectWords } from "../../support/says.js";

const review = (entries: readonly FundEntry[], asOf: string, policy = fundPolicy) => {
  const answer = reviewFunds(frozen({ entries, asOf }), frozen(policy));
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  expectWords(answer.explanation);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer;
};
const paid = [...fundEntries, proofOf("P1", "C", "invoice", "accepted"), reimbursement("P2", "C", "200")];

describe("reviewFunds()", () => {
  test("complaint 42: the gap between claimed and paid is shown, with its days, until all is paid", () => {
    const { claims, budgets } = review(paid, "2024-06-10").outcome;
    expect(claims).toStrictEqual([
      {
        claimId: "C",
        memberId: "member of A",
        claimed: "300",
        reimbursed: "200",
        shortfall: "100",
        daysOpen: 21,
        proofs: [
          { proof: "invoice", status: "accepted" },
          { proof: "photo", status: "missing" },
        ],
      },
    ]);
    expect(budgets).toStrictEqual([
      {
        budgetId: "B",
        currency: "CNY",
        budget: "5000",
        unallocated: "4000",
        allocated: "1000",
        requested: "300",
        claimed: "300",
        reimbursed: "200",
        shortfall: "100",
      },
    ]);
    const all = [...paid, reimbursement("P3", "C", "100", "2024-06-11")];
    expect(review(all, "2024-06-11").outcome.claims[0]).toMatchObject({ shortfall: "0", daysOpen: 0 });
    expect(review(all, "2024-06-10").outcome.claims[0]).toMatchObject({ shortfall: "100" });
  });

  test.each([
    ["2024-05-31", "open", 31],
    ["2024-06-01", "expiring", 30],
    ["2024-06-02", "expiring", 29],
    ["2024-06-30", "expiring", 1],
    ["2024-07-01", "expired", 0],
    ["2024-07-02", "expired", -1],
  ])("complaint 42: unused money is reported before it expires: on %s it is %s", (asOf, status, daysLeft) => {
    expect(review(fundEntries, asOf).outcome.allocations).toStrictEqual([
      { allocationId: "A", memberId: "member of A", unused: "700", status, expiresOn: "2024-07-01", daysLeft },
    ]);
  });

  test("nothing unused, or no day: it is open", () => {
    const used = [budget("B", null, "100"), allocation("A", "B", "50"), request("R", "A", "50", null), allocation("A2", "B", "50", null)];
    expect(review(used, "2024-06-30").outcome.allocations.map(({ unused, status, daysLeft }) => [unused, status, daysLeft])).toStrictEqual([
      ["0", "open", 1],
      ["50", "open", null],
    ]);
  });

  test("unused money returns to the budget on its day, or lapses", () => {
    expect(review(fundEntries, "2024-06-30").outcome.budgets[0]?.unallocated).toBe("4000");
    expect(review(fundEntries, "2024-07-01").outcome.budgets[0]?.unallocated).toBe("4700");
    expect(review(fundEntries, "2024-07-01", { ...fundPolicy, unused: "lapses" }).outcome.budgets[0]?.unallocated).toBe("4000");
  });

  test("complaint 42: requests that are not wholly claimed are listed, late ones marked", () => {
    const part = [...fundEntries.slice(0, 3), fundClaim("C", "R", "100")];
    const on = (asOf: string) => review(part, asOf).outcome.requests.map(({ unclaimed, late }) => [unclaimed, late]);
    expect([on("2024-05-31"), on("2024-06-01")]).toStrictEqual([[["200", false]], [["200", true]]]);
    expect(review(fundEntries, "2024-06-01").outcome.requests).toStrictEqual([]);
  });

  test("a budget sums up the budgets below it", () => {
    const nested = [
      budget("B", null, "100"),
      budget("S", "B", "60"),
      allocation("A", "S", "50"),
      request("R", "A", "30"),
      fundClaim("C", "R", "20"),
    ];
    const lines = review(nested, "2024-06-01").outcome.budgets;
    expect(
      lines.map(({ budgetId, unallocated, allocated, requested, claimed }) => [budgetId, unallocated, allocated, requested, claimed]),
    ).toStrictEqual([
      ["B", "40", "50", "30", "20"],
      ["S", "10", "50", "30", "20"],
    ]);
  });

  test("where the check is off, the excess is seen", () => {
    const over = [budget("B", null, "10"), checkOff("O", "B", "2024-01-02"), allocation("A", "B", "12", null)];
    expect(review(over, "2024-06-01").outcome.budgets[0]?.unallocated).toBe("-2");
  });

  test("entries after the day are not counted", () => {
    expect(review(paid, "2024-02-29").outcome).toMatchObject({ claims: [], requests: [], allocations: [{ unused: "1000" }] });
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => review([allocation("A", "B", "1")], "2024-06-01"))).toBe("kernel.unknown_row at facts.entries[0].parentId");
    expect(faultAt(() => review([], "2024-06-01", { ...fundPolicy, warnDays: -1 }))).toBe("kernel.not_a_count at policy.warnDays");
  });
});
