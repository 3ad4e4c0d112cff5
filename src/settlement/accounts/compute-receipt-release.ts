import type { CalendarDate } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, exactQuotient, type RoundingMode, roundingModes, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import type { Money } from "../../kernel/money.js";
import { choiceOf, listOf, type Read, readAboveZero, readDate, readDecimal, readText, recordOf, uniqueBy } from "../../kernel/read.js";
import { byKey, moneyOf, readMoney, toMinor } from "../account-kit.js";

/** A payment of the end customer. */
export interface CustomerReceipt {
  /** The host's identifier. */
  readonly id: string;
  /** The day it came in. */
  readonly date: CalendarDate;
  /** Money received, in the currency of the invoice. Below 0: it was paid back. */
  readonly amount: DecimalString;
}

/** An earning that is released as its sale is paid. */
export interface ReceiptReleaseFacts {
  /** What is earned once the sale is paid in full, as it is paid. */
  readonly earned: Money;
  /** What the end customer owes for the sale; above 0. */
  readonly invoiced: DecimalString;
  /** What it has paid, in any order. Each once. */
  readonly receipts: readonly CustomerReceipt[];
  /** What earlier runs released; `"0"`: nothing. */
  readonly releasedBefore: DecimalString;
}

/** How an earning is released. */
export interface ReceiptReleasePolicy {
  /** How what is released to date is rounded, to the minor unit of its currency. */
  readonly rounding: RoundingMode;
}

/** What is released of an earning. */
export interface ReceiptRelease {
  /** What each receipt releases, by day and then by name; they add up to `toDate`. */
  readonly releases: readonly { readonly receiptId: string; readonly date: CalendarDate; readonly amount: DecimalString }[];
  /** Released by all receipts. */
  readonly toDate: Money;
  /** Released by this run: `toDate` less what was released before. Below 0: receipts were paid back. */
  readonly now: Money;
  /** Waiting for the rest of the payments. */
  readonly waiting: Money;
}

/**
 * Computes what part of an earning the payments of the end customer release: each instalment its share, not only the last one.
 *
 * @remarks
 * Released to date is `earned × received ÷ invoiced`, rounded once; a receipt releases what it adds to that, so the parts add up to the last
 * unit and the earning is released to the cent with the last instalment. Received counts from 0 to what was invoiced: what is paid above
 * it releases nothing, and a refund takes back its share.
 *
 * @param facts - The earning, the invoice and the receipts.
 * @param policy - The rounding.
 * @returns What each receipt releases, what is released now and what waits, with a working that adds up.
 * @throws LibraryFault `kernel.*` with the place.
 *
 * @source Practice of commissions: with instalments, every one of them releases commission.
 *
 * @example Three instalments of a sale of 300 release a commission of 10
 * ```ts
 * import { computeReceiptRelease } from "qudao/settlement";
 *
 * const receipts = ["01", "02", "03"].map((month) => ({ id: `R${month}`, date: `2024-${month}-15`, amount: "100" }));
 * const facts = { earned: { amount: "10.00", currency: "CNY" }, invoiced: "300", receipts, releasedBefore: "6.67" };
 * const { outcome } = computeReceiptRelease(facts, { rounding: "half_up" });
 * outcome.releases.map(({ amount }) => amount); // => ["3.33", "3.34", "3.33"]
 * [outcome.now.amount, outcome.waiting.amount]; // => ["3.33", "0.00"]
 * ```
 *
 * @since 0.1.0
 */
export function computeReceiptRelease(facts: ReceiptReleaseFacts, policy: ReceiptReleasePolicy): Explained<ReceiptRelease> {
  return readSafely({ facts, policy }, () => {
    const { rounding } = readReleasePolicy(policy, "policy");
    const { earned, invoiced, receipts, releasedBefore } = readFacts(facts, "facts");
    const { currency } = earned;
    const whole = new Exact(earned.amount);
    const ordered = [...receipts].sort(
      byKey(
        ({ date }) => date,
        ({ id }) => id,
      ),
    );
    let received = ZERO;
    let toDate = ZERO;
    const releases: { receiptId: string; date: CalendarDate; amount: DecimalString }[] = [];
    const from: Explanation[] = [];
    for (const { id, date, amount } of ordered) {
      received = received.plus(amount);
      const counted = Exact.max(ZERO, Exact.min(received, invoiced));
      const reached = counted.equals(invoiced)
        ? whole
        : toMinor(exactQuotient(whole.times(counted), new Exact(invoiced)), currency, rounding);
      const part = text(reached.minus(toDate));
      toDate = reached;
      releases.push({ receiptId: id, date, amount: part });
      from.push({ code: "settlement.receipt_released", params: { receiptId: id, date, received: amount, amount: part } });
    }
    return {
      outcome: {
        releases,
        toDate: moneyOf(toDate, currency),
        now: moneyOf(toDate.minus(releasedBefore), currency),
        waiting: moneyOf(whole.minus(toDate), currency),
      },
      explanation: { code: "settlement.receipts_released", params: { amount: text(toDate), currency }, adds: "amount", from },
    };
  });
}

/** @internal */
export const readReleasePolicy: Read<ReceiptReleasePolicy> = recordOf<ReceiptReleasePolicy>({ rounding: choiceOf(roundingModes) });

const readFacts = recordOf<ReceiptReleaseFacts>({
  earned: readMoney,
  invoiced: readAboveZero,
  receipts: uniqueBy("id", listOf(recordOf<CustomerReceipt>({ id: readText, date: readDate, amount: readDecimal }))),
  releasedBefore: readDecimal,
});
