import {
  type AccrualEntry,
  buildJournal,
  buildReversal,
  type JournalChart,
  type JournalFacts,
  planPaymentRun,
  type SettlementEntry,
  settlementEntryKinds,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { entryOf, expectSound, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const purpose = (id: string, debit: string, credit: string) => ({ id, titles: { en: id, zh: `用途${id}` }, debit, credit });

const chart: JournalChart = {
  currency: "CNY",
  exchangeGain: "6061",
  exchangeLoss: "6603",
  rounding: "half_up",
  purposes: [
    purpose("rebate", "6601", "2241"),
    purpose("spiff", "6602", "2241"),
    purpose("payment", "1002", "2241"),
    purpose("accrual", "6601", "2701"),
    purpose("release", "6601", "2701"),
    purpose("tax", "1002", "2221"),
  ],
  rules: [
    { purpose: "spiff", entryKinds: ["earning"], programmeIds: ["spiff"] },
    { purpose: "rebate", entryKinds: ["earning", "correction", "claim", "fee"] },
    { purpose: "payment", entryKinds: ["payment", "offset"] },
    { purpose: "accrual", accrualParts: ["base", "tier_adjustment", "prior_adjustment", "reversal", "manual", "write_off"] },
    { purpose: "release", accrualParts: ["release"] },
    { purpose: "tax", withholdingIds: ["tax"] },
  ],
};
const none: JournalFacts = { entries: [], accruals: [], withheld: [], posted: [], rates: [] };

function journal(facts: Partial<JournalFacts>, changes: Partial<JournalChart> = {}) {
  const answer = buildJournal(frozen({ ...none, ...facts }), frozen({ ...chart, ...changes }));
  if (!answer.ok) throw new Error(`${answer.problem.code} ${JSON.stringify(answer.problem.params)}`);
  expectSound(answer.value);
  return answer.value.outcome.lines.map(({ entryId, side, account, amount }) => `${entryId} ${side} ${account} ${amount.amount}`);
}

describe("buildJournal()", () => {
  test("complaint 7: one rule of signs, whatever the entry is and whoever wrote it", () => {
    expect(journal({ entries: [entryOf("100")] })).toStrictEqual(["E1 debit 6601 100.00", "E1 credit 2241 100.00"]);
    expect(journal({ entries: [entryOf("-100")] })).toStrictEqual(["E1 debit 2241 100.00", "E1 credit 6601 100.00"]);
    const manual: AccrualEntry = {
      id: "M1",
      memberId: "A",
      earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024" },
      date: "2024-01-31",
      part: "manual",
      amount: yuan("50"),
    };
    expect(journal({ accruals: [manual] })).toStrictEqual(["M1 debit 6601 50.00", "M1 credit 2701 50.00"]);
    expect(journal({ accruals: [{ ...manual, part: "release", amount: yuan("-50") }] })).toStrictEqual([
      "M1 debit 2701 50.00",
      "M1 credit 6601 50.00",
    ]);
    expect(journal({ entries: [entryOf("-100", { id: "P1", kind: "payment" })] })).toStrictEqual([
      "P1 debit 2241 100.00",
      "P1 credit 1002 100.00",
    ]);
  });

  test("complaint 23: 26 programmes need one row, and one of its own where the host wants it", () => {
    const entries = Array.from({ length: 26 }, (_, i) =>
      entryOf("1", { id: `E${i}`, earning: { programmeId: `P${i}`, programmeVersion: "1", periodId: "2024" } }),
    );
    expect(new Set(journal({ entries }).map((line) => line.split(" ")[2]))).toStrictEqual(new Set(["6601", "2241"]));
    const spiff = entryOf("1", { earning: { programmeId: "spiff", programmeVersion: "1", periodId: "2024" } });
    expect(journal({ entries: [spiff] })).toStrictEqual(["E1 debit 6602 1.00", "E1 credit 2241 1.00"]);
  });

  test("what pays a correction of an entry of a programme is of that programme as well", () => {
    const own = { purpose: "spiff", entryKinds: ["correction", "payment"], programmeIds: ["spiff"] } as const;
    const spiff = entryOf("1", { earning: { programmeId: "spiff", programmeVersion: "1", periodId: "2024" } });
    const correction = entryOf("5", { id: "C1", kind: "correction", earning: undefined, refersTo: "E1" });
    const payment = entryOf("-5", { id: "P1", kind: "payment", earning: undefined, refersTo: "C1" });
    const lines = journal({ entries: [correction, payment], posted: [spiff] }, { rules: [own, ...chart.rules] });
    expect(lines).toStrictEqual(["C1 debit 6602 5.00", "C1 credit 2241 5.00", "P1 debit 2241 5.00", "P1 credit 6602 5.00"]);
  });

  test("a reversal is the mirror of what it reverses, at its accounts", () => {
    const spiff = entryOf("100", { earning: { programmeId: "spiff", programmeVersion: "1", periodId: "2024" } });
    const answer = buildReversal({ id: "X1", asOf: "2024-05-02", entryId: "E1", entries: [spiff] });
    if (!answer.ok) throw new Error(answer.problem.code);
    expect(journal({ entries: [answer.value], posted: [spiff] })).toStrictEqual(["X1 debit 2241 100.00", "X1 credit 6602 100.00"]);
  });

  test("a payment run with withholding: the debt is cleared gross, the bank pays net, the rest is owed to somebody else", () => {
    const entries = [entryOf("1000", { dueDate: "2024-04-30" })];
    const run = planPaymentRun(
      { runId: "PAY", asOf: "2024-04-30", dueThrough: "2024-04-30", entries, fees: [], holds: [], payees: [], paidBefore: [] },
      {
        term: { kind: "net", days: 30 },
        minimums: [],
        rounding: "half_up",
        withholdings: [
          {
            id: "tax",
            titles: { en: "Tax", zh: "税" },
            currency: "CNY",
            schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.08" }] },
          },
        ],
      },
    );
    if (!run.ok) throw new Error(run.problem.code);
    const { entries: paid, withheld } = run.value.outcome;
    expect(journal({ entries: paid, withheld, posted: entries })).toStrictEqual([
      "PAY/2 debit 2241 1000.00",
      "PAY/2 credit 1002 1000.00",
      "PAY/3 debit 1002 80.00",
      "PAY/3 credit 2221 80.00",
    ]);
  });

  describe("in another currency", () => {
    const pounds = (amount: string, changes: Partial<SettlementEntry> = {}) =>
      entryOf(amount, { date: "2024-03-31", ...changes, amount: { amount, currency: "GBP" } });
    const paid = (amount: string, changes: Partial<SettlementEntry> = {}) =>
      pounds(amount, { id: "P1", kind: "payment", date: "2024-04-30", refersTo: "E1", ...changes });
    const rate = (value: string, asOf: string) => ({ from: "GBP", to: "CNY", rate: value, asOf });

    test.each([
      ["1.25", ["P1 debit 2241 122.00", "P1 debit 6603 3.00", "P1 credit 1002 125.00"]],
      ["1.20", ["P1 debit 2241 122.00", "P1 credit 1002 120.00", "P1 credit 6061 2.00"]],
      ["1.22", ["P1 debit 2241 122.00", "P1 credit 1002 122.00"]],
    ])("100 posted at 1.22 and paid at %s: %j", (value, want) => {
      const rates = [rate("1.22", "2024-03-31"), rate(value, "2024-04-30")];
      expect(journal({ entries: [paid("-100")], posted: [pounds("100")], rates })).toStrictEqual(want);
    });

    test("the latest rate up to the day counts, and not the one of the day after", () => {
      const rates = [rate("1.3", "2024-04-01"), rate("1.1", "2024-03-01"), rate("1.2", "2024-03-30")];
      expect(journal({ entries: [pounds("100")], rates })[0]).toBe("E1 debit 6601 120.00");
    });

    // 3 × 33.335 posted as 100.005 at 1: 100.01 on the books, cleared by 33.34, 33.33 and 33.34
    test("three part payments clear the debt to the last unit", () => {
      const debt = pounds("100.005");
      const parts = ["P1", "P2", "P3"].map((id, i) => paid("-33.335", { id, date: `2024-04-0${i + 1}` }));
      const lines = journal({ entries: [debt, ...parts], rates: [rate("1", "2024-01-01")] });
      expect(lines.filter((line) => line.includes(" 2241 "))).toStrictEqual([
        "E1 credit 2241 100.01",
        "P1 debit 2241 33.34",
        "P2 debit 2241 33.33",
        "P3 debit 2241 33.34",
      ]);
    });

    // at 1.5: 0.03 is 0.05 on the books. P1 clears 0.02, P2 0.01 more, the reversal of P1 takes 0.02 back; P3 and P4 clear 0.02 each, and nothing is left
    test("parts clear a debt to the last unit also where one of them was taken back in between", () => {
      const parts = ["P1", "P2", "P3", "P4"].map((id, i) => paid("-0.01", { id, date: `2024-04-0${i < 2 ? i + 1 : i + 2}` }));
      const back = paid("0.01", { id: "X1", kind: "reversal", date: "2024-04-03", refersTo: "P1" });
      const lines = journal({ entries: [pounds("0.03"), ...parts, back], rates: [rate("1.5", "2024-01-01")] });
      expect(lines.filter((line) => line.includes(" 2241 "))).toStrictEqual([
        "E1 credit 2241 0.05",
        "P1 debit 2241 0.02",
        "P2 debit 2241 0.01",
        "P3 debit 2241 0.02",
        "P4 debit 2241 0.02",
        "X1 credit 2241 0.02",
      ]);
    });

    // 100 at 1.22 are 122.00; 5 of them 6.10, the other 95 115.90. Both leave nothing of the debt, at whatever rate the 95 are paid: here 1.25, 118.75
    test("a correction below 0 is taken off its debt at the rate of the debt, so that nothing stays on the books of what is paid", () => {
      const rates = [rate("1.22", "2024-03-31"), rate("1.25", "2024-04-15")];
      const correction = pounds("-5", { id: "C1", kind: "correction", date: "2024-04-20", refersTo: "E1" });
      expect(journal({ entries: [pounds("100"), correction, paid("-95")], rates })).toStrictEqual([
        "E1 debit 6601 122.00",
        "E1 credit 2241 122.00",
        "C1 debit 2241 6.10",
        "C1 credit 6601 6.10",
        "P1 debit 2241 115.90",
        "P1 debit 6603 2.85",
        "P1 credit 1002 118.75",
      ]);
      // more for the member is a debt of its own, at the rate of its own day
      const more = { ...correction, amount: { amount: "5", currency: "GBP" } };
      expect(journal({ entries: [more], posted: [pounds("100")], rates })[0]).toBe("C1 debit 6601 6.25");
    });

    test("a reversal of a part has the accounts and rates of what it reverses, and the part for an amount", () => {
      const rates = [rate("1.22", "2024-03-31"), rate("1.25", "2024-04-30"), rate("9", "2024-05-01")];
      const back = (amount: string, refersTo: string) => paid(amount, { id: "X1", kind: "reversal", date: "2024-05-02", refersTo });
      expect(journal({ entries: [back("-30", "E1")], posted: [pounds("100")], rates })).toStrictEqual([
        "X1 debit 2241 36.60",
        "X1 credit 6601 36.60",
      ]);
      expect(journal({ entries: [back("40", "P1")], posted: [pounds("100"), paid("-100")], rates })).toStrictEqual([
        "X1 debit 1002 50.00",
        "X1 credit 2241 48.80",
        "X1 credit 6603 1.20",
      ]);
    });

    test("a reversed payment takes the exchange difference back as well", () => {
      const rates = [rate("1.22", "2024-03-31"), rate("1.25", "2024-04-30"), rate("9", "2024-05-01")];
      const back = paid("100", { id: "X1", kind: "reversal", date: "2024-05-02", refersTo: "P1" });
      expect(journal({ entries: [back], posted: [pounds("100"), paid("-100")], rates })).toStrictEqual([
        "X1 debit 1002 125.00",
        "X1 credit 2241 122.00",
        "X1 credit 6603 3.00",
      ]);
    });

    test("without a rate there is no journal", () => {
      const answer = buildJournal(
        { ...none, entries: [paid("-100")], posted: [pounds("100")], rates: [rate("1.25", "2024-04-30")] },
        chart,
      );
      expect(answer).toStrictEqual({
        ok: false,
        problem: { code: "settlement.no_exchange_rate", params: { id: "P1", from: "GBP", to: "CNY", date: "2024-03-31" } },
      });
    });
  });

  test("an entry that no rule is for is a problem, not a line on some account", () => {
    for (const kind of settlementEntryKinds) {
      const answer = buildJournal({ ...none, entries: [entryOf("1", { kind })] }, { ...chart, rules: [] });
      expect(answer.ok ? "ok" : answer.problem).toStrictEqual({ code: "settlement.no_purpose", params: { id: "E1" } });
    }
  });

  test("an entry of 0 has no lines", () => {
    expect(journal({ entries: [entryOf("0")] })).toStrictEqual([]);
  });

  test("refuses what cannot be read", () => {
    const at = (facts: object, changes: object = {}) => faultAt(() => buildJournal({ ...none, ...facts }, { ...chart, ...changes }));
    expect(at({ entries: [entryOf("1")], posted: [entryOf("1")] })).toBe("kernel.named_twice at facts.entries[0].id");
    expect(at({}, { rules: [{ purpose: "gift" }] })).toBe("kernel.unknown_row at chart.rules[0].purpose");
    expect(at({}, { purposes: [...chart.purposes, purpose("tax", "1", "2")] })).toBe("kernel.named_twice at chart.purposes[6].id");
    const rates = [1, 2].map(() => ({ from: "GBP", to: "CNY", rate: "1", asOf: "2024-01-01" }));
    expect(at({ rates })).toBe("kernel.exchange_rate_twice at facts.rates[1]");
  });
});
