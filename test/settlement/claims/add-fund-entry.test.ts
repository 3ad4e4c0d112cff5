import fc from "fast-check";
import { checkExplanation } from "qudao/kernel";
import { addFundEntry, type FundEntry } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { allocation, budget, checkOff, fundClaim, fundEntries, fundPolicy, proofOf, reimbursement, request } from "../../support/funds.js";
import { expectWords, say } from "../../support/says.js";

/** What is left, or the code of the problem. */
function add(entry: FundEntry, entries: readonly FundEntry[] = fundEntries, policy = fundPolicy) {
  const answer = addFundEntry(frozen({ entries, entry }), frozen(policy));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  if (!answer.ok) {
    expect(say(answer.problem, "zh")).toMatch(/^无法/);
    return answer.problem.code.slice("settlement.".length);
  }
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  expectWords(answer.value.explanation);
  return answer.value.outcome.left?.amount ?? null;
}
const accepted = [proofOf("P1", "C", "invoice", "accepted"), proofOf("P2", "C", "photo", "accepted")];

describe("addFundEntry()", () => {
  // G-14: budget ≥ allocations ≥ requests ≥ claims ≥ reimbursements
  test.each([
    ["budget", (amount: string) => budget("N", "B", amount), "4000"],
    ["allocation", (amount: string) => allocation("N", "B", amount), "4000"],
    ["request", (amount: string) => request("N", "A", amount), "700"],
  ] as const)("G-14: a %s is held to what its parent has left", (_, entryOf, left) => {
    expect(add(entryOf(String(Number(left) - 0.01)))).toBe("0.01");
    expect(add(entryOf(left))).toBe("0");
    expect(add(entryOf(String(Number(left) + 0.01)))).toBe("fund_exceeds");
  });

  test("G-14: claims are held to their request, reimbursements to their claim", () => {
    const [b, a, r] = fundEntries as [FundEntry, FundEntry, FundEntry];
    const open = [b, a, r, fundClaim("C", "R", "100")];
    expect([add(fundClaim("N", "R", "200"), open), add(fundClaim("N", "R", "200.01"), open)]).toStrictEqual(["0", "fund_exceeds"]);
    const paid = [...fundEntries, ...accepted, reimbursement("P3", "C", "100")];
    expect([add(reimbursement("N", "C", "200"), paid), add(reimbursement("N", "C", "200.01"), paid)]).toStrictEqual(["0", "fund_exceeds"]);
  });

  test("another currency than the parent's does not fit", () => {
    const usd = { ...allocation("N", "B", "1"), amount: { amount: "1", currency: "USD" } } as FundEntry;
    expect(add(usd)).toBe("fund_currency");
    expect(add(usd, [...fundEntries, checkOff("O", "B")])).toBe("fund_currency");
  });

  test("budgets nest five deep", () => {
    const four = [1, 2, 3, 4].map((depth) => budget(`B${depth}`, depth === 1 ? null : `B${depth - 1}`, "10"));
    expect(add(budget("B5", "B4", "10"), four)).toBe("0");
    expect(add(budget("B6", "B5", "10"), [...four, budget("B5", "B4", "10")])).toBe("fund_too_deep");
    expect(add(allocation("N", "B5", "10"), [...four, budget("B5", "B4", "10")])).toBe("0");
  });

  test("an allocation takes requests until the day before it expires", () => {
    expect(add(request("N", "A", "1", null, "2024-06-30"))).toBe("699");
    expect(add(request("N", "A", "1", null, "2024-07-01"))).toBe("fund_expired");
    expect(add(request("N", "A", "1", null, "2024-07-02"))).toBe("fund_expired");
  });

  test("a request takes claims until its last day", () => {
    const open = fundEntries.slice(0, 3);
    expect(add(fundClaim("N", "R", "1", "2024-05-30"), open)).toBe("299");
    expect(add(fundClaim("N", "R", "1", "2024-05-31"), open)).toBe("299");
    expect(add(fundClaim("N", "R", "1", "2024-06-01"), open)).toBe("fund_claim_late");
  });

  test("unused money returns to the budget, or lapses", () => {
    // on 1 July 300 of the 1,000 are used: 5,000 − 300 = 4,700 are left
    const late = allocation("N", "B", "4700", null, "2024-07-01");
    expect(add(late)).toBe("0");
    expect(add({ ...late, date: "2024-06-30" })).toBe("fund_exceeds");
    expect(add(late, fundEntries, { ...fundPolicy, unused: "lapses" })).toBe("fund_exceeds");
    // a request that nobody claimed for in time is free again: 1,000 − 100
    const unclaimed = [...fundEntries.slice(0, 3), fundClaim("C", "R", "100")];
    expect(add(request("N", "A", "900", null, "2024-06-01"), unclaimed)).toBe("0");
    expect(add(request("N", "A", "900", null, "2024-05-31"), unclaimed)).toBe("fund_exceeds");
  });

  test("an entry that is dated before others takes neither what came free after it nor what others have taken since", () => {
    // 600 of the 1,000 come free on 1 August
    const freed = [
      budget("B", null, "1000"),
      allocation("A", "B", "1000", null),
      { id: "X", kind: "release", parentId: "A", amount: cny("600"), date: "2024-08-01" } satisfies FundEntry,
    ];
    expect(add(allocation("N", "B", "600", null, "2024-07-31"), freed)).toBe("fund_exceeds");
    expect(add(allocation("N", "B", "600", null, "2024-08-01"), freed)).toBe("0");
    // the 700 that A did not use by 1 July went back, and 4,600 of 5,000 − 300 were given to others: 100 are there for a request of June
    const taken = [...fundEntries, allocation("A2", "B", "4600", null, "2024-07-01")];
    expect(add(request("N", "A", "100", null, "2024-06-30"), taken)).toBe("600");
    expect(add(request("N", "A", "100.01", null, "2024-06-30"), taken)).toBe("fund_exceeds");
    expect(add(request("N", "A", "100.01", null, "2024-06-30"))).toBe("599.99");
  });

  test.each([
    ["no proof", [], "fund_proof_open"],
    ["one of two", [proofOf("P1", "C", "invoice", "accepted")], "fund_proof_open"],
    ["one submitted", [proofOf("P1", "C", "invoice", "accepted"), proofOf("P2", "C", "photo", "submitted")], "fund_proof_open"],
    ["one rejected later", [...accepted, proofOf("P3", "C", "photo", "rejected", "2024-05-22")], "fund_proof_open"],
    ["all accepted", accepted, "0"],
  ] as const)("proof of performance: %s", (_, proofs, want) => {
    expect(add(reimbursement("N", "C", "300"), [...fundEntries, ...proofs])).toBe(want);
  });

  test("the check is switched off once, never on again, and what passes it is told", () => {
    const off = [...fundEntries, checkOff("O", "B")];
    const answer = addFundEntry({ entries: off, entry: allocation("N", "B", "4001", null, "2024-02-01") }, fundPolicy);
    expect(answer).toMatchObject({ value: { outcome: { left: { amount: "-1" }, exceededBy: "1" } } });
    expect(add(allocation("N", "B", "4001", null, "2024-01-31"), off)).toBe("fund_exceeds");
    expect(add(request("N", "A", "701"), off)).toBe("-1");
    // what was given beyond the budget can be let go again
    const beyond = [...off, allocation("A2", "B", "4500", null, "2024-02-01")];
    expect(add({ id: "X", kind: "release", parentId: "A2", amount: cny("100"), date: "2024-03-01" }, beyond)).toBe("4400");
    expect(add(checkOff("O2", "B", "2024-03-01"), off)).toBe("fund_check_off_before");
    expect(add(checkOff("O2", "B2", "2024-03-01"), [...off, budget("B2", "B", "10")])).toBe("fund_check_off_before");
    expect(add(checkOff("O", "B"))).toBe(null);
  });

  test("a parent that is not there, or of another kind, a name used twice, and a child before its parent are faults", () => {
    expect(faultAt(() => add(allocation("N", "A", "1")))).toBe("kernel.unknown_row at facts.entry.parentId");
    expect(faultAt(() => add(request("N", "?", "1")))).toBe("kernel.unknown_row at facts.entry.parentId");
    expect(faultAt(() => add(allocation("A", "B", "1")))).toBe("kernel.named_twice at facts.entry.id");
    expect(faultAt(() => add(allocation("N", "B", "1", null, "2023-12-31")))).toBe("kernel.outside_bounds at facts.entry.date");
    expect(faultAt(() => add(allocation("N", "B", "0")))).toBe("kernel.not_above_zero at facts.entry.amount.amount");
    const mixed = { ...allocation("A", "B", "1"), amount: { amount: "1", currency: "USD" } } as FundEntry;
    expect(faultAt(() => add(allocation("N", "B", "1"), [budget("B", null, "5"), mixed]))).toBe(
      "kernel.currency_mismatch at facts.entries[1].amount.currency",
    );
    const deep = [1, 2, 3, 4, 5, 6].map((depth) => budget(`B${depth}`, depth === 1 ? null : `B${depth - 1}`, "10"));
    expect(faultAt(() => add(allocation("N", "B6", "1"), deep))).toBe("kernel.outside_bounds at facts.entries[5].parentId");
  });

  test("whatever is added entry by entry, no parent is ever passed", () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 60 }).map(String)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (all) => {
        let entries: readonly FundEntry[] = [budget("B", null, "100"), allocation("A0", "B", "40", null), request("R0", "A0", "20", null)];
        all.forEach(([kind, amount], i) => {
          const entry = [
            budget(`N${i}`, "B", amount, "2024-06-01"),
            allocation(`N${i}`, "B", amount, null, "2024-06-01"),
            request(`N${i}`, "A0", amount, null, "2024-06-01"),
            fundClaim(`N${i}`, "R0", amount, "2024-06-01"),
          ][kind] as FundEntry;
          if (addFundEntry({ entries, entry }, fundPolicy).ok) entries = [...entries, entry];
        });
        const sum = (parent: string) =>
          entries.reduce((all, one) => all + (one.parentId === parent && "amount" in one ? Number(one.amount.amount) : 0), 0);
        expect(sum("B")).toBeLessThanOrEqual(100);
        expect(sum("A0")).toBeLessThanOrEqual(40);
        expect(sum("R0")).toBeLessThanOrEqual(20);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
