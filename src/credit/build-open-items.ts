import type { Invoice } from "../entities/invoice.js";
import type { Payment } from "../entities/payment.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { Exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import type { ItemSettlement, OpenItem } from "./open-item.js";
import { problem } from "./reading.js";

/** Invoices, credit notes and payments as the host has them. */
export interface OpenItemFacts {
  /** Invoices and credit notes. */
  readonly invoices: readonly Invoice[];
  /** Payments, with what was assigned to invoices. */
  readonly payments: readonly Payment[];
}

/**
 * Turns invoices, credit notes and payments into the open items that every figure of credit is computed from.
 *
 * @remarks
 * An invoice is a claim of `net + tax`, due on `dueOn` or, without it, on the day it was issued. What payments assign to it are its
 * settlements, on the day of the payment. A credit note, and what a payment leaves unassigned, are credits.
 *
 * @param facts - The documents.
 * @returns One item per invoice and credit note, in their order, then one per payment that leaves anything.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @errors
 * - `credit.invoice_unknown` - a payment is assigned to an invoice that is not there, or to a credit note.
 * - `credit.item_currency` - a payment is assigned to an invoice in another currency.
 * - `credit.assigned_too_much` - a payment assigns more than it is.
 *
 * @source Requirement S19-132.
 *
 * @example A half-paid invoice
 * ```ts
 * import { buildOpenItems } from "qudao/credit";
 *
 * const answer = buildOpenItems({
 *   invoices: [{ id: "INV-1", kind: "invoice", sellerId: "M", buyerId: "D1", issuedOn: "2024-01-10", dueOn: "2024-02-09", currency: "CNY", net: "100", tax: "13" }],
 *   payments: [{ id: "P-1", payerId: "D1", payeeId: "M", paidOn: "2024-02-01", method: "bank_transfer", currency: "CNY", amount: "60", allocations: [{ invoiceId: "INV-1", amount: "50" }] }],
 * });
 * answer.ok && answer.value.outcome.map(({ id, kind, amount, settlements }) => [id, kind, amount, settlements?.length]);
 * // => [["INV-1", "claim", "113", 1], ["P-1", "credit", "10", 0]]
 * ```
 *
 * @since 0.1.0
 */
export function buildOpenItems(
  facts: OpenItemFacts,
): Result<Explained<readonly OpenItem[]>, Message<"credit.invoice_unknown" | "credit.item_currency" | "credit.assigned_too_much">> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const settlements = new Map<string, ItemSettlement[]>();
    const claims = readRecords(given["invoices"], "facts.invoices", (row, path) => {
      const id = checkText(row["id"], `${path}.id`);
      const isClaim = checkChoice(row["kind"], `${path}.kind`, ["invoice", "credit_note"]) === "invoice";
      const own: ItemSettlement[] = [];
      if (isClaim) settlements.set(id, own);
      const postedOn = parseDate(row["issuedOn"], `${path}.issuedOn`);
      return {
        id,
        memberId: checkText(row["buyerId"], `${path}.buyerId`),
        kind: isClaim ? ("claim" as const) : ("credit" as const),
        currency: readCurrency(row["currency"], `${path}.currency`),
        amount: text(exactNotNegative(row["net"], `${path}.net`).plus(exactNotNegative(row["tax"], `${path}.tax`))),
        postedOn,
        dueOn: optional(parseDate)(row["dueOn"], `${path}.dueOn`) ?? postedOn,
        settlements: own,
      };
    });
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    const credits: OpenItem[] = [];
    const payments = checkList(given["payments"], "facts.payments");
    for (const [i, payment] of payments.entries()) {
      const path = `facts.payments[${i}]`;
      const row = checkRecord(payment, path);
      const id = checkText(row["id"], `${path}.id`);
      const currency = readCurrency(row["currency"], `${path}.currency`);
      const on: CalendarDate = parseDate(row["paidOn"], `${path}.paidOn`);
      let left = exactNotNegative(row["amount"], `${path}.amount`);
      const parts = readRecords(row["allocations"], `${path}.allocations`, (part, place) => ({
        invoiceId: checkText(part["invoiceId"], `${place}.invoiceId`),
        amount: exactNotNegative(part["amount"], `${place}.amount`),
      }));
      for (const part of parts) {
        const claim = byId.get(part.invoiceId);
        if (claim === undefined || claim.kind === "credit")
          return problem("credit.invoice_unknown", { payment: id, invoice: part.invoiceId });
        if (claim.currency !== currency) return problem("credit.item_currency", { item: id, got: currency, want: claim.currency });
        claim.settlements.push({ on, amount: text(part.amount) });
        left = left.minus(part.amount);
      }
      if (left.isNegative()) return problem("credit.assigned_too_much", { payment: id, over: text(left.negated()) });
      const memberId = checkText(row["payerId"], `${path}.payerId`);
      if (!left.isZero()) credits.push({ id, memberId, kind: "credit", currency, amount: text(left), postedOn: on, settlements: [] });
    }
    const items: readonly OpenItem[] = [...claims, ...credits];
    checkDistinct(
      items.map(({ id }) => id),
      "facts",
      "id",
    );
    const count = (kind: string) => items.filter((item) => item.kind === kind).length;
    const assigned = claims.reduce<Exact>(
      (sum, claim) => claim.settlements.reduce<Exact>((all, { amount }) => all.plus(amount), sum),
      new Exact(0),
    );
    return ok({
      outcome: items,
      explanation: { code: "credit.items_built", params: { claims: count("claim"), credits: count("credit"), assigned: text(assigned) } },
    });
  });
}
