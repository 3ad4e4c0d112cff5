/** Two answers about one account, from one reading of it: what the manufacturer has to pay, and what a statement shows as open. */
import fc from "fast-check";
import { buildAccountStatement, buildPayables, type SettlementEntry, settlementEntryKinds } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny, entryOf, statementFacts, statementPolicy } from "../../support/account-statement.js";

const asOf = "2024-04-20";
const fen = (amount: string) => Math.round(Number(amount) * 100);

function payablesOf(entries: readonly SettlementEntry[]) {
  const answer = buildPayables({ asOf, entries, fees: [] }, { term: { kind: "net", days: 30 } });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
}
const itemsOf = (entries: readonly SettlementEntry[], undated: "due" | "not_due" = "not_due") =>
  buildAccountStatement(statementFacts({ asOf, entries }), statementPolicy({ undated })).outcome.openItems;

const row = fc.record({
  kind: fc.constantFrom(...settlementEntryKinds),
  cents: fc.integer({ min: -9_999, max: 9_999 }),
  day: fc.integer({ min: 1, max: 28 }),
  due: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  to: fc.option(fc.nat(9), { nil: undefined }),
});
const two = (n: number) => String(n).padStart(2, "0");
const accounts = fc.array(row, { maxLength: 9 }).map((rows) =>
  rows.map(
    ({ kind, cents, day, due, to }, i): SettlementEntry => ({
      id: `E${i}`,
      memberId: "A",
      kind,
      date: `2024-03-${two(day)}`,
      amount: cny((cents / 100).toFixed(2)),
      ...(due === undefined ? {} : { dueDate: `2024-04-${two(due)}` }),
      ...(to === undefined || to >= i ? {} : { refersTo: `E${to}` }),
    }),
  ),
);

describe("payables and a statement's open items", () => {
  test("agree debt by debt on what is open and how late it is, and on what is paid beyond it", () => {
    fc.assert(
      fc.property(accounts, (entries) => {
        const { payables, unapplied } = payablesOf(entries);
        const items = itemsOf(entries);
        const owes = new Set(payables.map(({ id }) => id));
        const toPay = payables.filter(({ open }) => fen(open) > 0).map(({ id, open, daysLate }) => [id, fen(open), daysLate]);
        const owed = items.filter(({ entryId, open }) => owes.has(entryId) && fen(open) > 0);
        expect(owed.map(({ entryId, open, overdueDays }) => [entryId, fen(open), overdueDays])).toStrictEqual(toPay);
        const rest = items.filter((item) => !owed.includes(item)).reduce((sum, { open }) => sum + fen(open), 0);
        expect(0 - rest).toBe(unapplied.reduce((sum, { amount }) => sum + fen(amount.amount), 0));
        // nothing is owed both ways at once
        expect(items.some(({ open }) => fen(open) > 0) && items.some(({ open }) => fen(open) < 0)).toBe(false);
      }),
      { seed: 20240301, numRuns: 600 },
    );
  });

  test("a correction above 0 has its own day, although it refers to an earning that was due and paid long before", () => {
    const entries = [
      entryOf({ id: "E1", date: "2024-03-10", dueDate: "2024-03-31" }),
      entryOf({ id: "P1", kind: "payment", date: "2024-03-30", amount: cny("-100"), refersTo: "E1" }),
      entryOf({ id: "C1", kind: "correction", date: "2024-04-10", amount: cny("20"), refersTo: "E1", dueDate: "2024-05-10" }),
    ];
    expect(itemsOf(entries)).toMatchObject([{ entryId: "C1", dueDate: "2024-05-10", open: "20.00", due: false, overdueDays: 0 }]);
    expect(payablesOf(entries).payables.map(({ id, status }) => [id, status])).toStrictEqual([
      ["E1", "paid"],
      ["C1", "in_time"],
    ]);
  });

  test("what the member paid back of a charge goes to the charge, and leaves what is owed to it untouched", () => {
    const entries = [
      entryOf({ id: "V1", kind: "claim", date: "2024-03-05", amount: cny("-30") }),
      entryOf({ id: "E1", date: "2024-03-10", dueDate: "2024-03-31" }),
      entryOf({ id: "R1", kind: "payment", date: "2024-04-02", amount: cny("30"), refersTo: "V1" }),
    ];
    expect(itemsOf(entries).map(({ entryId, open }) => [entryId, open])).toStrictEqual([["E1", "100.00"]]);
    expect(payablesOf(entries)).toMatchObject({ payables: [{ id: "E1", open: "100" }], unapplied: [] });
    // without a reference, too
    const loose = entries.map(({ refersTo: _, ...entry }) => entry);
    expect(payablesOf(loose)).toMatchObject({ payables: [{ id: "E1", open: "100" }], unapplied: [] });
  });

  test("what has no day has its turn last where it is not due, and on its own day where it is", () => {
    const entries = [
      entryOf({ id: "U", date: "2024-03-01" }),
      entryOf({ id: "D", date: "2024-03-02", dueDate: "2024-04-30" }),
      entryOf({ id: "P", kind: "payment", date: "2024-03-03", amount: cny("-100") }),
    ];
    expect(itemsOf(entries, "not_due").map(({ entryId }) => entryId)).toStrictEqual(["U"]);
    expect(itemsOf(entries, "due").map(({ entryId }) => entryId)).toStrictEqual(["D"]);
    expect(payablesOf(entries).unpaid).toStrictEqual(["U"]);
  });

  test("references that lead back are a fault in both", () => {
    const entries = [
      entryOf({ id: "P1", kind: "payment", amount: cny("-1"), refersTo: "P2" }),
      entryOf({ id: "P2", kind: "payment", amount: cny("-1"), refersTo: "P1" }),
    ];
    for (const call of [itemsOf, payablesOf]) expect(() => call(entries)).toThrow("settlement.refers_in_circle at facts.entries");
  });
});
