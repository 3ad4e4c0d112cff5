/** A half-year of one dealer, from sale lines to the books: every verb of the account works on what the one before it answered. */
import {
  type AccrualEntry,
  accrueEarnings,
  accumulate,
  buildJournal,
  buildPayables,
  type JournalChart,
  type JournalLine,
  openAccumulator,
  planPaymentRun,
  type SettlementEntry,
  settle,
  settleEarnings,
} from "qudao/settlement";
import { expect, test } from "vitest";
import { accrualPolicy, settlementPolicy } from "../../support/accounts.js";
import { lineOf, policyOf, programmeOf } from "../../support/settlement.js";

const chart: JournalChart = {
  currency: "CNY",
  exchangeGain: "gain",
  exchangeLoss: "loss",
  rounding: "half_up",
  purposes: [
    { id: "rebate", titles: { en: "Rebate", zh: "返利" }, debit: "expense", credit: "payable" },
    { id: "payment", titles: { en: "Payment", zh: "付款" }, debit: "bank", credit: "payable" },
    { id: "accrual", titles: { en: "Accrual", zh: "计提" }, debit: "expense", credit: "accrued" },
  ],
  rules: [
    { purpose: "rebate", entryKinds: ["earning", "correction", "reversal"] },
    { purpose: "payment", entryKinds: ["payment"] },
    { purpose: "accrual", accrualParts: ["base", "tier_adjustment", "prior_adjustment", "reversal", "manual", "release", "write_off"] },
  ],
};

const orFail = <T>(
  answer:
    | { readonly ok: true; readonly value: { readonly outcome: T } }
    | { readonly ok: false; readonly problem: { readonly code: string } },
): T => {
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
};

// 1 % from 0 and 2 % of everything from 1000, by quarter. First quarter: 800 in January, 400 in March: 1200 earn 24. In May 300 of them come
// back: 900 earn 9, so 15 are corrected. Second quarter: 1500 in April earn 30. In the end 9 + 30 = 39 are the expense, and paid.
test("accrued monthly, settled quarterly, corrected, paid: nothing stays open, and the expense is what was earned", () => {
  const programme = programmeOf({ effective: { start: "2024-01-01", end: "2024-07-01" } });
  const accumulator = openAccumulator(policyOf({ programmes: [programme] }));
  let account: readonly SettlementEntry[] = [];
  let accruals: readonly AccrualEntry[] = [];
  const books: JournalLine[] = [];
  const balance = (name: string) =>
    books
      .filter((line) => line.account === name)
      .reduce((sum, { side, amount }) => sum + (side === "debit" ? 1 : -1) * Math.round(Number(amount.amount) * 100), 0) / 100;

  const post = (entries: readonly SettlementEntry[], added: readonly AccrualEntry[]) => {
    const facts = { entries, accruals: added, withheld: [], posted: account, rates: [] };
    books.push(...orFail(buildJournal(facts, chart)).lines);
    account = [...account, ...entries];
    accruals = [...accruals, ...added];
  };
  const settleOn = (asOf: string) => {
    const { statements } = settle(accumulator, { asOf });
    post(orFail(settleEarnings({ runId: `S${asOf}`, asOf, statements, entries: account }, settlementPolicy)).entries, []);
  };
  const accrueOn = (asOf: string) => {
    const { statements } = settle(accumulator, { asOf });
    post([], orFail(accrueEarnings({ runId: `A${asOf}`, asOf, statements, accruals, entries: account }, accrualPolicy)).postings);
  };
  const payOn = (asOf: string) => {
    const facts = { runId: `P${asOf}`, asOf, dueThrough: asOf, entries: account, fees: [], holds: [], payees: [], paidBefore: [] };
    const agreed = { term: settlementPolicy.term, minimums: [], withholdings: [], rounding: "half_up" } as const;
    post(orFail(planPaymentRun(facts, agreed)).entries, []);
  };

  accumulate(accumulator, [lineOf({ id: "L1", date: "2024-01-20", amount: "800" })]);
  accrueOn("2024-01-31");
  expect([balance("expense"), balance("accrued")]).toStrictEqual([8, -8]);
  accumulate(accumulator, [lineOf({ id: "L2", date: "2024-03-20", amount: "400" })]);
  accrueOn("2024-03-31");
  expect([balance("expense"), balance("accrued"), balance("payable")]).toStrictEqual([24, -24, 0]);
  settleOn("2024-04-01");
  accrueOn("2024-04-01");
  expect([balance("expense"), balance("accrued"), balance("payable")]).toStrictEqual([24, 0, -24]);
  accumulate(accumulator, [lineOf({ id: "L3", date: "2024-04-15", amount: "1500" })]);
  accrueOn("2024-04-30");
  payOn("2024-04-30");
  expect([balance("expense"), balance("accrued"), balance("payable"), balance("bank")]).toStrictEqual([54, -30, 0, -24]);
  accumulate(accumulator, [lineOf({ id: "R1", kind: "return", date: "2024-03-25", amount: "300" })]);
  settleOn("2024-05-31");
  accrueOn("2024-05-31");
  expect([balance("expense"), balance("accrued"), balance("payable")]).toStrictEqual([39, -30, 15]);
  settleOn("2024-07-01");
  accrueOn("2024-07-01");
  payOn("2024-07-30");
  expect([balance("expense"), balance("accrued"), balance("payable"), balance("bank")]).toStrictEqual([39, 0, 0, -39]);
  const { unpaid, unapplied } = orFail(buildPayables({ asOf: "2024-07-30", entries: account, fees: [] }, { term: settlementPolicy.term }));
  expect([unpaid, unapplied]).toStrictEqual([[], []]);
});
