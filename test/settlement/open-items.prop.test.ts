/** Two answers about one account: what the manufacturer has to pay, and what a statement shows as open. */
import fc from "fast-check";
import { buildAccountStatement, buildPayables, type SettlementEntry } from "qudao/settlement";
import { expect, test } from "vitest";

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-03-${String(n).padStart(2, "0")}`);
const cents = (least: number) => fc.integer({ min: least, max: 9_999 }).map((n) => (n / 100).toFixed(2));
const cny = (amount: string) => ({ amount, currency: "CNY" });

const owed = fc.record({ date: day, dueDate: day.map((date) => date.replace("-03-", "-04-")), amount: cents(1) });
const paid = fc.record({ date: day, amount: cents(1), of: fc.option(fc.nat(20), { nil: undefined }) });

type Owed = typeof owed extends fc.Arbitrary<infer T> ? T : never;
type Paid = typeof paid extends fc.Arbitrary<infer T> ? T : never;

function accountOf(debts: readonly Owed[], payments: readonly Paid[]): readonly SettlementEntry[] {
  return [
    ...debts.map(({ date, dueDate, amount }, i) => ({
      id: `E${i}`,
      memberId: "A",
      kind: "earning" as const,
      date,
      dueDate,
      amount: cny(amount),
    })),
    ...payments.map(({ date, amount, of }, i) => ({
      id: `P${i}`,
      memberId: "A",
      kind: "payment" as const,
      date,
      amount: cny(`-${amount}`),
      ...(of === undefined || debts.length === 0 ? {} : { refersTo: `E${of % debts.length}` }),
    })),
  ];
}

test("what the manufacturer has to pay is what the statement of account shows as open, debt by debt, and what is paid beyond it", () => {
  fc.assert(
    fc.property(fc.array(owed, { maxLength: 6 }), fc.array(paid, { maxLength: 6 }), (debts, payments) => {
      const entries = accountOf(debts, payments);
      const asOf = "2024-04-20";
      const payables = buildPayables({ asOf, entries, fees: [] }, { term: { kind: "net", days: 30 } });
      if (!payables.ok) throw new Error(payables.problem.code);
      const statement = buildAccountStatement(
        {
          asOf,
          period: { start: "2024-03-01", end: "2024-04-01" },
          account: { id: "A" },
          entries,
          billTo: [],
          receivables: [],
          disputes: [],
          sources: [],
          earnings: [],
        },
        { currency: "CNY", decimals: 2, undated: "due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
      ).outcome;
      const toPay = payables.value.outcome.payables
        .filter(({ open }) => Number(open) > 0)
        .map(({ id, open, daysLate }) => [id, Number(open), daysLate]);
      const shown = statement.openItems
        .filter(({ open }) => Number(open) > 0)
        .map(({ entryId, open, overdueDays }) => [entryId, Number(open), overdueDays]);
      expect(shown).toStrictEqual(toPay);
      const beyond = payables.value.outcome.unapplied.reduce((sum, { amount }) => sum + Math.round(Number(amount.amount) * 100), 0);
      const below = statement.openItems.reduce((sum, { open }) => sum + Math.min(0, Math.round(Number(open) * 100)), 0);
      expect(0 - below).toBe(beyond);
    }),
    { seed: 20240301, numRuns: 500 },
  );
});
