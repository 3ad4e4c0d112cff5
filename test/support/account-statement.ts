/** Facts and policies for statements of account: one dealer group that pays for two dealers. */
import type { AccountStatementFacts, AccountStatementPolicy, Dispute, SettlementEntry } from "qudao/settlement";
import { startDispute } from "qudao/settlement";

export const cny = (amount: string) => ({ amount, currency: "CNY" });

export function entryOf(changes: Partial<SettlementEntry> = {}): SettlementEntry {
  return { id: "E1", memberId: "A", kind: "earning", date: "2024-03-10", amount: cny("100.00"), ...changes };
}

export function statementFacts(changes: Partial<AccountStatementFacts> = {}): AccountStatementFacts {
  return {
    asOf: "2024-04-10",
    period: { start: "2024-03-01", end: "2024-04-01" },
    account: { id: "A" },
    entries: [],
    billTo: [],
    receivables: [],
    disputes: [],
    sources: [],
    earnings: [],
    ...changes,
  };
}

export function statementPolicy(changes: Partial<AccountStatementPolicy> = {}): AccountStatementPolicy {
  return {
    currency: "CNY",
    decimals: 2,
    undated: "due",
    setOff: { order: "oldest_due_first", reach: "due" },
    minimumPayment: "0",
    documents: [],
    ...changes,
  };
}

export function disputeOf(amount: string, changes: Partial<Parameters<typeof startDispute>[0]> = {}): Dispute {
  return startDispute(
    {
      disputeId: "D1",
      memberId: "A",
      entryId: "E1",
      raisedBy: "member",
      reason: "wrong_rate",
      amount: cny(amount),
      asOf: "2024-03-20",
      ...changes,
    },
    { responseDays: 10 },
  );
}

const creditNote = { id: "credit_note", titles: { en: "Credit note", zh: "贷项通知单" } };
const debitNote = { id: "debit_note", titles: { en: "Debit note", zh: "借项通知单" } };
const invoice = { id: "invoice", titles: { en: "Invoice", zh: "发票" } };
const creditMemo = { id: "credit_memo", titles: { en: "Credit memo", zh: "红字发票" } };

/** Rebates are credited and claims invoiced, with 13 % and 6 % of tax inside. */
export const papers: Pick<AccountStatementPolicy, "documents" | "tax"> = {
  documents: [
    { id: "rebate", kinds: ["earning", "correction", "reversal"], positive: creditNote, negative: debitNote },
    { id: "claim", kinds: ["claim", "fee"], positive: invoice, negative: creditMemo },
  ],
  tax: {
    amounts: "inclusive",
    mode: "half_up",
    rates: [
      { id: "goods", titles: { en: "VAT 13 %", zh: "增值税 13%" }, rate: "0.13" },
      { id: "service", titles: { en: "VAT 6 %", zh: "增值税 6%" }, rate: "0.06" },
    ],
    rules: [
      { rateId: "service", kinds: ["fee"] },
      { rateId: "goods", kinds: ["earning", "claim"] },
    ],
  },
};

/** Everything at once: two dealers, a dispute, set-off, late payables, papers, another currency. */
export const fullFacts: AccountStatementFacts = statementFacts({
  account: { id: "GROUP", titles: { en: "Spring City & Co.", zh: "泉城集团" } },
  billTo: [
    { memberId: "A", payerId: "GROUP" },
    { memberId: "B", payerId: "GROUP", start: "2024-03-01" },
  ],
  entries: [
    entryOf({ id: "E1", date: "2024-02-29", amount: cny("3000.00"), dueDate: "2024-03-31", sourceIds: ["S1", "S2"] }),
    entryOf({ id: "E2", memberId: "B", date: "2024-02-10", amount: cny("9999.00") }),
    entryOf({ id: "E3", memberId: "B", kind: "claim", date: "2024-03-05", amount: cny("1130.00"), dueDate: "2024-04-05", claimId: "C-9" }),
    entryOf({ id: "E4", kind: "payment", date: "2024-03-15", amount: cny("-1000.00"), refersTo: "E1" }),
    entryOf({
      id: "E5",
      date: "2024-03-31",
      amount: cny("2260.00"),
      dueDate: "2024-04-30",
      titles: { en: "=Volume rebate <Q1>", zh: "一季度销量返利" },
      earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
    }),
    entryOf({ id: "E6", kind: "fee", memberId: "B", date: "2024-03-31", amount: cny("106.00"), dueDate: "2024-04-01" }),
    entryOf({ id: "E7", kind: "payment", date: "2024-04-02", amount: cny("-500.00") }),
    entryOf({ id: "E8", kind: "earning", date: "2024-03-12", amount: { amount: "70", currency: "USD" } }),
  ],
  receivables: [
    { invoiceId: "INV-90", memberId: "B", dueDate: "2024-04-08", open: cny("400.00"), standing: "undisputed" },
    { invoiceId: "INV-80", memberId: "A", dueDate: "2024-03-20", open: cny("250.00"), standing: "undisputed" },
    { invoiceId: "INV-85", memberId: "A", dueDate: "2024-03-25", open: cny("800.00"), standing: "disputed" },
  ],
  disputes: [disputeOf("-700", { raisedBy: "manufacturer", reason: "return_not_counted" })],
  sources: [
    { sourceId: "S1", invoice: "INV-7", line: "2" },
    { sourceId: "S2", invoice: "INV-9" },
  ],
});

export const fullPolicy: AccountStatementPolicy = statementPolicy({ minimumPayment: "200", ...papers });
