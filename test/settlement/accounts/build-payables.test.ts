import { type BillToRow, buildPayables, type ChannelFee, type PayableFacts, type SettlementEntry } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { earnedLine, entryOf, expectSound, settleUp, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const policy = { term: { kind: "net", days: 30 } } as const;

function feeOf(changes: Partial<ChannelFee> = {}): ChannelFee {
  return { id: "F1", memberId: "A", kind: "commission", earnedOn: "2024-03-01", amount: yuan("500"), ...changes };
}

function listOf(facts: Partial<PayableFacts>) {
  const answer = buildPayables(frozen({ asOf: "2024-04-30", entries: [], fees: [], ...facts }), policy);
  if (!answer.ok) throw new Error(answer.problem.code);
  expectSound(answer.value);
  return answer.value.outcome;
}

const opens = (facts: Partial<PayableFacts>) => listOf(facts).payables.map(({ id, open }) => [id, open]);
const payment = (amount: string, changes: Partial<SettlementEntry> = {}): SettlementEntry => ({
  id: "P1",
  memberId: "A",
  kind: "payment",
  date: "2024-04-10",
  amount: yuan(amount),
  ...changes,
});

describe("buildPayables()", () => {
  // S06-21: earned by 3 members in 2 windows, settled in one run, and a reward and a fee beside it.
  test("S06-21: each earned reward has exactly one payable, and those that are unpaid are listed", () => {
    const members = ["A", "B", "C"];
    const lines = [
      earnedLine("100", { status: "final" }),
      earnedLine("7", { window: { id: "2024-Q2", start: "2024-04-01", end: "2024-07-01" } }),
    ];
    const statements = members.map((memberId) => ({ memberId, lines }));
    const { entries } = settleUp({ asOf: "2024-05-01", statements }, { interimShare: "1" });
    const fees = [feeOf(), feeOf({ id: "F2", memberId: "B", kind: "reward", amount: yuan("80") })];
    const posted: SettlementEntry = { id: "F1", memberId: "A", kind: "fee", date: "2024-03-01", amount: yuan("500") };
    const all = [...entries, posted, payment("-100", { date: "2024-05-01", refersTo: entries[0]?.id as string })];
    const { payables, unpaid } = listOf({ asOf: "2024-05-02", entries: all, fees });

    const earned = [...entries.map(({ id }) => id), "F1", "F2"];
    expect(entries.map(({ amount }) => amount.amount)).toStrictEqual(["100.00", "7.00", "100.00", "7.00", "100.00", "7.00"]);
    expect(payables.map(({ id }) => id).sort()).toStrictEqual([...earned].sort());
    expect([...unpaid].sort()).toStrictEqual(earned.filter((id) => id !== entries[0]?.id).sort());
    expect(payables.find(({ id }) => id === "F2")).toMatchObject({ kind: "fee", feeKind: "reward", owed: "80", dueDate: "2024-03-31" });
  });

  test("S01-17: commissions, rebates, allowances and rewards have a day on which they are due", () => {
    const fees = (["commission", "rebate", "allowance", "reward"] as const).map((kind, i) => feeOf({ id: `F${i}`, kind }));
    const dated = [...fees, feeOf({ id: "F9", dueDate: "2024-03-15" })];
    expect(listOf({ fees: dated }).payables.map(({ id, dueDate }) => [id, dueDate])).toStrictEqual([
      ["F9", "2024-03-15"],
      ["F0", "2024-03-31"],
      ["F1", "2024-03-31"],
      ["F2", "2024-03-31"],
      ["F3", "2024-03-31"],
    ]);
  });

  test.each([
    ["2024-04-09", "100", "in_time"],
    ["2024-04-10", "0", "paid"],
    ["2024-04-11", "0", "paid"],
  ])("on %s a payment of 10 April leaves %s", (asOf, open, status) => {
    const entries = [entryOf("100", { dueDate: "2024-05-31" }), payment("-100", { refersTo: "E1" })];
    expect(listOf({ asOf, entries }).payables[0]).toMatchObject({ open, status });
  });

  test("what was paid late stays late by the days it was", () => {
    const entries = [entryOf("100", { dueDate: "2024-04-05" }), payment("-100", { refersTo: "E1" })];
    expect(listOf({ entries }).payables[0]).toMatchObject({ status: "paid", settledOn: "2024-04-10", daysLate: 5 });
  });

  test("a payment that names nothing goes to what is due earliest", () => {
    const entries = [entryOf("100", { dueDate: "2024-06-30" }), entryOf("50", { id: "E2", dueDate: "2024-05-31" }), payment("-70")];
    expect(opens({ entries })).toStrictEqual([
      ["E2", "0"],
      ["E1", "80"],
    ]);
  });

  test("what is paid beyond its debt goes on to the next one, and the rest is unapplied", () => {
    const entries = [
      entryOf("100", { dueDate: "2024-05-31" }),
      entryOf("50", { id: "E2", dueDate: "2024-06-30" }),
      payment("-170", { refersTo: "E1" }),
    ];
    const list = listOf({ entries });
    expect(list.payables.map(({ open }) => open)).toStrictEqual(["0", "0"]);
    expect(list.unapplied).toStrictEqual([{ memberId: "A", amount: yuan("20.00") }]);
    expect(list.unpaid).toStrictEqual([]);
  });

  test("a correction below 0 lowers the earning it corrects, and one above 0 is a payable of its own", () => {
    const less = entryOf("-30", { id: "C1", kind: "correction", refersTo: "E1" });
    const more = entryOf("12", { id: "C2", kind: "correction", refersTo: "E1" });
    expect(opens({ entries: [entryOf("100"), less, more] })).toStrictEqual([
      ["C2", "12"],
      ["E1", "70"],
    ]);
  });

  test("a reversed payment is owed again; a reversed earning is not", () => {
    const paid = [entryOf("100"), payment("-100", { refersTo: "E1" })];
    const back = payment("100", { id: "X1", kind: "reversal", date: "2024-04-12", refersTo: "P1" });
    expect(opens({ entries: [...paid, back] })).toStrictEqual([["E1", "100"]]);
    const gone = entryOf("-100", { id: "X2", kind: "reversal", refersTo: "E1" });
    expect(opens({ entries: [entryOf("100"), gone] })).toStrictEqual([["E1", "0"]]);
    const loose = [entryOf("100"), payment("-40"), payment("40", { id: "X3", kind: "reversal", date: "2024-04-12", refersTo: "P1" })];
    expect(opens({ entries: loose })).toStrictEqual([["E1", "100"]]);
  });

  test("members and currencies never pay for each other", () => {
    const entries = [
      entryOf("100"),
      payment("-100", { memberId: "B" }),
      payment("-100", { id: "P2", amount: { amount: "-100", currency: "USD" } }),
    ];
    const list = listOf({ entries });
    expect(list.payables[0]?.open).toBe("100");
    expect(list.unapplied).toStrictEqual([
      { memberId: "A", amount: { amount: "100.00", currency: "USD" } },
      { memberId: "B", amount: yuan("100.00") },
    ]);
  });

  test("S06-21: a fee that is posted days after it was earned is one payable on each of them", () => {
    const posted: SettlementEntry = { id: "F1", memberId: "A", kind: "fee", date: "2024-03-10", amount: yuan("500") };
    for (const asOf of ["2024-03-01", "2024-03-09", "2024-03-10", "2024-03-11"]) {
      expect(listOf({ asOf, entries: [posted], fees: [feeOf()] }).payables.map(({ id, dueDate }) => [id, dueDate])).toStrictEqual([
        ["F1", "2024-03-31"],
      ]);
    }
    expect(listOf({ asOf: "2024-02-29", entries: [posted], fees: [feeOf()] }).payables).toStrictEqual([]);
  });

  test("a fee under the name of something else is a problem", () => {
    const codeOf = (entry: Partial<SettlementEntry>) => {
      const entries = [{ ...payment("500", { id: "F1", kind: "fee" as const }), ...entry }];
      const answer = buildPayables({ asOf: "2024-04-30", entries, fees: [feeOf()] }, policy);
      return answer.ok ? "ok" : answer.problem.code;
    };
    expect(codeOf({})).toBe("ok");
    expect(codeOf({ kind: "claim" })).toBe("settlement.fee_differs");
    expect(codeOf({ memberId: "B" })).toBe("settlement.fee_differs");
    expect(codeOf({ amount: yuan("500.01") })).toBe("settlement.fee_differs");
  });

  // P pays for A and B: A is owed 100, B owes 30
  test("with one payer, what one of its members owes is taken from what another is owed", () => {
    const billTo = ["A", "B"].map((memberId) => ({ memberId, payerId: "P" }));
    const owing = (amount: string) => entryOf(amount, { id: "E2", memberId: "B", kind: "correction" });
    const entries = [entryOf("100", { dueDate: "2024-04-30" }), owing("-30")];
    expect([opens({ entries }), listOf({ entries }).unapplied]).toStrictEqual([
      [["E1", "100"]],
      [{ memberId: "B", amount: yuan("30.00") }],
    ]);
    expect([opens({ entries, billTo }), listOf({ entries, billTo }).unapplied]).toStrictEqual([[["E1", "70"]], []]);
    const more = listOf({ entries: [...entries.slice(0, 1), owing("-130")], billTo });
    expect([more.payables[0]?.open, more.unapplied]).toStrictEqual(["0", [{ memberId: "P", amount: yuan("30.00") }]]);
    // only on the days on which it pays for both: the 100 are of 29 February
    expect(opens({ entries, billTo: [{ memberId: "A", payerId: "P", start: "2024-03-01" }, billTo[1] as BillToRow] })).toStrictEqual([
      ["E1", "100"],
    ]);
    const overlap = [...billTo, { memberId: "A", payerId: "Q" }];
    expect(faultAt(() => listOf({ entries, billTo: overlap }))).toBe("settlement.bill_to_overlap at facts.billTo[2]");
  });

  test("refuses what cannot be read", () => {
    const at = (facts: object) => faultAt(() => buildPayables({ asOf: "2024-04-30", entries: [], fees: [], ...facts }, policy));
    expect(at({ fees: [feeOf({ amount: yuan("0") })] })).toBe("kernel.not_above_zero at facts.fees[0].amount.amount");
    expect(at({ fees: [feeOf(), feeOf()] })).toBe("kernel.named_twice at facts.fees[1].id");
    expect(at({ fees: [feeOf({ kind: "bribe" as never })] })).toBe("kernel.not_a_choice at facts.fees[0].kind");
    expect(faultAt(() => buildPayables({ asOf: "2024-04-30", entries: [], fees: [] }, { term: { kind: "soon" } } as never))).toBe(
      "kernel.not_a_choice at policy.term.kind",
    );
  });
});
