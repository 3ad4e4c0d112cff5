import { type ChannelFee, findOverduePayables, type PayableFacts, type SettlementEntry } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { entryOf, expectSound, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const policy = { term: { kind: "net", days: 30 } } as const;
const fee: ChannelFee = { id: "F1", memberId: "A", kind: "commission", earnedOn: "2024-03-01", amount: yuan("500"), dueDate: "2024-03-31" };

function overdue(facts: Partial<PayableFacts>) {
  const answer = findOverduePayables(frozen({ asOf: "2024-04-01", entries: [], fees: [fee], ...facts }), policy);
  if (!answer.ok) throw new Error(answer.problem.code);
  expectSound(answer.value);
  return answer.value.outcome;
}

describe("findOverduePayables()", () => {
  // S01-17: a fee due on 31 March and unpaid on 1 April is late by 1 day.
  test.each([
    ["2024-03-30", []],
    ["2024-03-31", []],
    ["2024-04-01", [["F1", 1]]],
    ["2024-04-30", [["F1", 30]]],
  ])("S01-17: a fee due on 31 March and unpaid on %s is late by %j", (asOf, want) => {
    expect(overdue({ asOf }).overdue.map(({ id, daysLate }) => [id, daysLate])).toStrictEqual(want);
  });

  test("S01-17: once it is paid, nothing is overdue; paid in part, the rest is", () => {
    const paid = (amount: string): SettlementEntry => ({
      ...entryOf(amount, { id: "P1", kind: "payment", refersTo: "F1" }),
      date: "2024-04-01",
    });
    expect(overdue({ entries: [paid("-500")] }).overdue).toStrictEqual([]);
    expect(overdue({ entries: [paid("-499.99")] })).toMatchObject({ overdue: [{ id: "F1", open: "0.01" }], totals: [yuan("0.01")] });
  });

  test("each currency has its total, and the longest overdue comes first", () => {
    const fees = [
      fee,
      { ...fee, id: "F2", dueDate: "2024-02-29" },
      { ...fee, id: "F3", amount: { amount: "20", currency: "JPY" } },
      { ...fee, id: "F4", dueDate: "2024-04-01" },
    ];
    const found = overdue({ fees });
    expect(found.overdue.map(({ id }) => id)).toStrictEqual(["F2", "F1", "F3"]);
    expect(found.totals).toStrictEqual([yuan("1000.00"), { amount: "20", currency: "JPY" }]);
  });

  test("what has no due day is never late", () => {
    expect(overdue({ fees: [], entries: [entryOf("100")] }).overdue).toStrictEqual([]);
  });

  test("a fee under the name of something else is a problem, and what cannot be read a fault", () => {
    const entries = [entryOf("1", { id: "F1" })];
    expect(findOverduePayables({ asOf: "2024-04-01", entries, fees: [fee] }, policy)).toMatchObject({
      ok: false,
      problem: { code: "settlement.fee_differs" },
    });
    expect(faultAt(() => findOverduePayables({ asOf: "1 April", entries: [], fees: [] }, policy))).toBe("kernel.not_a_date at facts.asOf");
  });
});
