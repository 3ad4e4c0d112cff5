import type { Invoice } from "../entities/invoice.js";
import type { Payment } from "../entities/payment.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { shown } from "../kernel/fault.js";
import type { Message } from "../kernel/message.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords, someOf } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import type { ItemSettlement, OpenItem } from "./open-item.js";
import type { InstalmentDue } from "./payment-term.js";
import { byText, creditFault, problem } from "./reading.js";

/** Invoices, credit notes and payments as the host has them. */
export interface OpenItemFacts {
  /** Invoices and credit notes. */
  readonly invoices: readonly Invoice[];
  /** Payments, with what was assigned to invoices. */
  readonly payments: readonly Payment[];
  /** Invoices that are paid in parts, each once. Absent, or an invoice without an entry: it is one item. */
  readonly schedules?: readonly InstalmentSchedule[] | undefined;
}

/** The parts in which an invoice is to be paid. */
export interface InstalmentSchedule {
  /** The invoice; a credit note has no parts. */
  readonly invoiceId: string;
  /** Its parts, as `splitInvoiceByTerm` tells them. At least one; together they are the invoice, tax included. */
  readonly parts: readonly Pick<InstalmentDue, "part" | "amount" | "dueOn">[];
}

/**
 * Turns invoices, credit notes and payments into the open items that every figure of credit is computed from.
 *
 * @remarks
 * An invoice is a claim of `net + tax`, due on `dueOn` or, without it, on the day it was issued. What payments assign to it are its
 * settlements, on the day of the payment. A credit note, and what a payment leaves unassigned, are credits. An invoice with a schedule is one
 * claim per part, `id/part`; what is assigned to it pays the part that is due first, then the next, and what is above the whole stays with
 * the last.
 *
 * @param facts - The documents.
 * @returns One item per invoice or part of it and credit note, in their order, then one per payment that leaves anything.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.unknown_row` for a schedule of no invoice;
 * `kernel.named_twice` where two items would have one identifier.
 *
 * @errors
 * - `credit.invoice_unknown` - a payment is assigned to an invoice that is not there, or to a credit note.
 * - `credit.item_currency` - a payment is assigned to an invoice in another currency.
 * - `credit.assigned_too_much` - a payment assigns more than it is.
 * - `credit.parts_not_whole` - the parts of a schedule do not add up to their invoice.
 *
 * @source S19-132; practice of arrears: instalments, oldest due first.
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
 * @example An invoice that is paid in two parts
 * ```ts
 * import { buildOpenItems, type PaymentTerm, splitInvoiceByTerm } from "qudao/credit";
 *
 * const term: PaymentTerm = {
 *   id: "halves", titles: { en: "half at once, half in 60 days", zh: "半数现付，半数 60 天" }, rank: 2, decimals: 2, remainder: "contract_order", rounding: "half_up",
 *   instalments: [{ share: "0.5", due: { kind: "net", days: 0 } }, { share: "0.5", due: { kind: "net", days: 60 } }],
 * };
 * const split = splitInvoiceByTerm({ total: { amount: "113", currency: "CNY" }, invoicedOn: "2024-01-10" }, term);
 * const parts = split.ok ? split.value.outcome.parts : [];
 * const items = buildOpenItems({
 *   invoices: [{ id: "INV-1", kind: "invoice", sellerId: "M", buyerId: "D1", issuedOn: "2024-01-10", currency: "CNY", net: "100", tax: "13" }],
 *   payments: [], schedules: [{ invoiceId: "INV-1", parts }],
 * });
 * items.ok && items.value.outcome.map(({ id, amount, dueOn }) => [id, amount, dueOn]);
 * // => [["INV-1/1", "56.5", "2024-01-10"], ["INV-1/2", "56.5", "2024-03-10"]]
 * ```
 *
 * @since 0.1.0
 */
export function buildOpenItems(
  facts: OpenItemFacts,
): Result<
  Explained<readonly OpenItem[]>,
  Message<"credit.invoice_unknown" | "credit.item_currency" | "credit.assigned_too_much" | "credit.parts_not_whole">
> {
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
    const schedules = readSchedules(given["schedules"], "facts.schedules", byId);
    for (const [invoice, { total }] of schedules) {
      const want = (byId.get(invoice) as OpenItem).amount;
      if (!total.equals(want)) return problem("credit.parts_not_whole", { invoice, got: text(total), want });
    }
    const items: readonly OpenItem[] = [
      ...claims.flatMap((claim) => {
        const schedule = schedules.get(claim.id);
        return schedule === undefined ? [claim] : inParts(claim, schedule.parts);
      }),
      ...credits,
    ];
    checkDistinct(
      items.map(({ id }) => id),
      "facts",
      "id",
    );
    const count = (kind: OpenItem["kind"]) => items.filter((item) => item.kind === kind).length;
    const assigned = claims.reduce<Exact>(
      (sum, claim) => claim.settlements.reduce<Exact>((all, { amount }) => all.plus(amount), sum),
      ZERO,
    );
    return ok({
      outcome: items,
      explanation: { code: "credit.items_built", params: { claims: count("claim"), credits: count("credit"), assigned: text(assigned) } },
    });
  });
}

interface Part {
  readonly part: number;
  readonly amount: Exact;
  readonly dueOn: CalendarDate;
}

function readSchedules(
  value: unknown,
  path: string,
  invoices: ReadonlyMap<string, OpenItem>,
): ReadonlyMap<string, { readonly parts: readonly Part[]; readonly total: Exact }> {
  const rows = readRecords(value ?? [], path, (row, place) => {
    const invoiceId = checkText(row["invoiceId"], `${place}.invoiceId`);
    if (invoices.get(invoiceId)?.kind !== "claim") throw creditFault("kernel.unknown_row", `${place}.invoiceId`, { got: shown(invoiceId) });
    const parts = someOf((part, at): Part => {
      const fields = checkRecord(part, at);
      return {
        part: checkCount(fields["part"], `${at}.part`, 1, Number.MAX_SAFE_INTEGER),
        amount: exactNotNegative(fields["amount"], `${at}.amount`),
        dueOn: parseDate(fields["dueOn"], `${at}.dueOn`),
      };
    })(row["parts"], `${place}.parts`);
    return { invoiceId, parts, total: sumOf(parts.map(({ amount }) => amount)) };
  });
  checkDistinct(
    rows.map(({ invoiceId }) => invoiceId),
    path,
    "invoiceId",
  );
  return new Map(rows.map(({ invoiceId, ...schedule }) => [invoiceId, schedule]));
}

/** A claim per part; what was assigned pays, by day, the part that is due first. */
function inParts(claim: OpenItem, parts: readonly Part[]): readonly OpenItem[] {
  const owed = parts.map((part) => ({ ...part, left: part.amount, settlements: [] as ItemSettlement[] }));
  const turn = [...owed].sort((a, b) => byText(a.dueOn, b.dueOn) || a.part - b.part);
  const last = turn.at(-1);
  for (const { on, amount } of [...(claim.settlements ?? [])].sort((a, b) => byText(a.on, b.on))) {
    let left = new Exact(amount);
    for (const part of turn) {
      const taken = part === last ? left : Exact.min(left, part.left);
      if (taken.isZero()) continue;
      left = left.minus(taken);
      part.left = part.left.minus(taken);
      part.settlements.push({ on, amount: text(taken) });
    }
  }
  return owed.map(({ part, amount, dueOn, settlements }) => ({
    ...claim,
    id: `${claim.id}/${part}`,
    amount: text(amount),
    dueOn,
    settlements,
  }));
}
