import { at, checkRecord, readSafely } from "../../kernel/check.js";
import { Exact, roundingModes, sumOf, text } from "../../kernel/decimal.js";
import type { ExchangeRate } from "../../kernel/exchange.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import {
  choiceOf,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readCurrency,
  readDate,
  readText,
  readTexts,
  readWords,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { err, ok, type Result } from "../../kernel/result.js";
import { closedOn, readAccruals, readEntries, readMoney } from "../account-kit.js";
import { accrualParts } from "./accrual-entry.js";
import type { Journal, JournalChart, JournalFacts, JournalLine, JournalProblem, PostingPurpose, PostingRule } from "./journal.js";
import type { WithheldAmount } from "./payment-run.js";
import { openBooks } from "./post-entry.js";
import { settlementEntryKinds } from "./settlement-entry.js";

/**
 * Builds the journal of entries, accruals and withheld amounts: debit, credit and purpose by the host's own chart, always balanced.
 *
 * @remarks
 * One rule of signs for everything: an amount above 0, which is owed to a member, debits the debit account of its purpose and credits the
 * other; an amount below 0 is posted the other way round. A payment therefore has a purpose like everything else: its debit account is the
 * bank, its credit account the liability. A reversal is the mirror of what it reverses, line by line; one of a part of it has the same accounts and
 * rates. An amount in another currency is converted at the latest rate up to its day. What pays an entry, sets it off or writes it off settles it at
 * the rate that this one was posted at, while the money moves at the rate of the day; the difference is an exchange gain or loss. A correction below 0
 * is taken off the entry that it refers to at the rate of that one, since no money moves. Parts of a debt clear it to the last unit. Accruals are
 * converted at the rate of their own day; revaluing what is open stays with the host's books. Entries of 0 have no lines.
 *
 * @param facts - What is posted, what it refers to, and the rates.
 * @param chart - Purposes, rules and accounts of the host.
 * @returns The lines and their total, with a working in which every entry balances.
 * @throws LibraryFault `kernel.unknown_row` for a rule whose purpose is not in the chart, `kernel.exchange_rate_twice`; `kernel.*` with the place.
 *
 * @errors
 * - `settlement.no_purpose` - no rule of the chart is for an entry.
 * - `settlement.no_exchange_rate` - no rate is known on the day of an entry, or of the one that it refers to.
 * - `settlement.period_closed` - an entry is of a day that is closed.
 *
 * @source Practice of accounting for rebates: one sign rule, and purposes that are data.
 *
 * @example 100 pounds are posted at 1.22 and paid at 1.25: 3 dollars are lost
 * ```ts
 * import { buildJournal, type JournalChart, type SettlementEntry } from "qudao/settlement";
 *
 * const chart: JournalChart = {
 *   currency: "USD", exchangeGain: "7810", exchangeLoss: "6610", rounding: "half_up",
 *   purposes: [
 *     { id: "rebate", titles: { en: "Rebate", zh: "返利" }, debit: "6601", credit: "2241" },
 *     { id: "payment", titles: { en: "Payment", zh: "付款" }, debit: "1002", credit: "2241" },
 *   ],
 *   rules: [{ purpose: "rebate", entryKinds: ["earning", "correction"] }, { purpose: "payment", entryKinds: ["payment"] }],
 * };
 * const entries: SettlementEntry[] = [
 *   { id: "E1", memberId: "A", kind: "earning", date: "2024-03-31", amount: { amount: "100.00", currency: "GBP" } },
 *   { id: "P1", memberId: "A", kind: "payment", date: "2024-04-30", amount: { amount: "-100.00", currency: "GBP" }, refersTo: "E1" },
 * ];
 * const rates = [
 *   { from: "GBP", to: "USD", rate: "1.22", asOf: "2024-03-31" }, { from: "GBP", to: "USD", rate: "1.25", asOf: "2024-04-30" },
 * ];
 * const answer = buildJournal({ entries, accruals: [], withheld: [], posted: [], rates }, chart);
 * const lines = answer.ok ? answer.value.outcome.lines : [];
 * lines.map(({ entryId, side, account, amount }) => `${entryId} ${side} ${account} ${amount.amount}`);
 * // => ["E1 debit 6601 122.00", "E1 credit 2241 122.00", "P1 debit 2241 122.00", "P1 debit 6610 3.00", "P1 credit 1002 125.00"]
 * ```
 *
 * @since 0.1.0
 */
export function buildJournal(facts: JournalFacts, chart: JournalChart): Result<Explained<Journal>, JournalProblem> {
  return readSafely({ facts, chart }, () => {
    const agreed = readChart(chart, "chart");
    const given = readFacts(facts, "facts");
    const post = openBooks(given, agreed);
    const lines: JournalLine[] = [];
    const from: Explanation[] = [];
    for (const item of [...given.entries, ...given.accruals, ...given.withheld]) {
      const closed = closedOn(item.date, given.closedThrough);
      if (closed !== undefined) return err(closed);
      const posted = post(item);
      if (!posted.ok) return posted;
      if (posted.value.length === 0) continue;
      lines.push(...posted.value);
      from.push(entryNode(posted.value));
    }
    const total = text(sumOf(lines.flatMap(({ side, amount }) => (side === "debit" ? [new Exact(amount.amount)] : []))));
    const explanation: Explanation = {
      code: "settlement.journal",
      params: { amount: total, credit: total, currency: agreed.currency },
      adds: "amount",
      from,
    };
    return ok({ outcome: { lines, total }, explanation });
  });
}

/** Debits less credits come to 0 in every entry. */
function entryNode(lines: readonly JournalLine[]): Explanation {
  const [first] = lines as readonly [JournalLine];
  const debit = sumOf(lines.flatMap(({ side, amount }) => (side === "debit" ? [new Exact(amount.amount)] : [])));
  return {
    code: "settlement.journal_entry",
    params: { entryId: first.entryId, purpose: first.purpose, amount: text(debit), balance: "0" },
    adds: "balance",
    from: lines.map(({ side, account, amount }) => {
      const value = new Exact(amount.amount);
      const params = { side, account, value: amount.amount, balance: text(side === "debit" ? value : value.negated()) };
      return { code: "settlement.journal_line", params };
    }),
  };
}

const readRates: Read<readonly ExchangeRate[]> = (value, path) => {
  const read = recordOf<ExchangeRate>({
    from: readCurrency,
    to: readCurrency,
    rate: readAboveZero,
    asOf: readDate,
    source: optional(readText),
  });
  const rates = listOf(read)(value, path);
  const seen = new Set<string>();
  rates.forEach(({ from, to, asOf }, i) => {
    const key = `${from} ${to} ${asOf}`;
    if (seen.has(key)) throw kernelFault("kernel.exchange_rate_twice", `${path}[${i}]`, { from, to });
    seen.add(key);
  });
  return rates;
};

const readFacts = recordOf<JournalFacts>({
  entries: readEntries,
  accruals: readAccruals,
  withheld: uniqueBy(
    "id",
    listOf(recordOf<WithheldAmount>({ id: readText, paymentId: readText, date: readDate, withholdingId: readText, amount: readMoney })),
  ),
  posted: readEntries,
  rates: readRates,
  closedThrough: optional(readDate),
});

/** @internal */
export function readChart(value: unknown, path: string): JournalChart {
  const chart = recordOf<JournalChart>({
    currency: readCurrency,
    purposes: uniqueBy("id", listOf(recordOf<PostingPurpose>({ id: readText, titles: readWords, debit: readText, credit: readText }))),
    rules: listOf(
      recordOf<PostingRule>({
        purpose: readText,
        entryKinds: optional(listOf(choiceOf(settlementEntryKinds))),
        accrualParts: optional(listOf(choiceOf(accrualParts))),
        withholdingIds: optional(readTexts),
        programmeIds: optional(readTexts),
      }),
    ),
    exchangeGain: readText,
    exchangeLoss: readText,
    rounding: choiceOf(roundingModes),
  })(checkRecord(value, path), path);
  chart.rules.forEach(({ purpose }, i) => {
    if (!chart.purposes.some(({ id }) => id === purpose)) {
      throw kernelFault("kernel.unknown_row", at(`${path}.rules[${i}]`, "purpose"), { got: shown(purpose) });
    }
  });
  return chart;
}
