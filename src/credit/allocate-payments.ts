import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, checkTexts, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumDecimals, sumOf, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { checkDistinct, exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import { lookAt, newLook, openOf } from "./item-figures.js";
import type { OpenItem } from "./open-item.js";
import { below, byText, problem } from "./reading.js";

/** In which order a payment settles claims. */
export const allocationOrders = ["oldest_due_first", "oldest_invoice_first", "smallest_first", "largest_first"] as const;

/** One of `allocationOrders`. Equal ones go by posting day, then by identifier. */
export type PaymentAllocationOrder = (typeof allocationOrders)[number];

/** Money that came in, to be allocated. */
export interface ReceivedPayment {
  /** The host's identifier, unique among payments. Not empty. */
  readonly id: string;
  /** The member that paid. */
  readonly memberId: string;
  /** The day on which the money came in. */
  readonly paidOn: CalendarDate;
  /** ISO 4217 code. */
  readonly currency: string;
  /** Money, tax included, not negative. */
  readonly amount: DecimalString;
  /** Items that the payer named, in its order; they come before any other. Absent: none was named. */
  readonly named?: readonly string[] | undefined;
}

/** Open items and the payments that came in. */
export interface PaymentAllocationFacts {
  /** The items, settled ones too, each once. */
  readonly items: readonly OpenItem[];
  /** The payments. */
  readonly payments: readonly ReceivedPayment[];
}

/** How payments and credits settle claims. Without a policy: oldest due first, credits after payments. */
export interface PaymentAllocationPolicy {
  /** The order. */
  readonly order: PaymentAllocationOrder;
  /**
   * `after_payments`: what is open of the credits among the items (credit notes, money that nothing took before) settles what the payments
   * left. `left_open`: they stay as they are.
   */
  readonly credits: "after_payments" | "left_open";
}

/** A part of a payment that settles an item. */
export interface AllocatedPart {
  /** The payment. */
  readonly paymentId: string;
  /** The item. */
  readonly itemId: string;
  /** The day of the payment. */
  readonly on: CalendarDate;
  /** How much, above 0. */
  readonly amount: DecimalString;
}

/** A part of a credit that settles a claim of the same member. */
export interface AppliedCredit {
  /** The credit. */
  readonly creditId: string;
  /** The claim. */
  readonly itemId: string;
  /** The day from which both were there. */
  readonly on: CalendarDate;
  /** How much, above 0. */
  readonly amount: DecimalString;
}

/** What a payment leaves. */
export interface UnappliedPayment {
  /** The payment. */
  readonly paymentId: string;
  /** The member it belongs to. */
  readonly memberId: string;
  /** How much, above 0. */
  readonly amount: DecimalString;
}

/** Where the money went. */
export interface PaymentAllocations {
  /** Parts of payments in the order in which they were allocated. */
  readonly parts: readonly AllocatedPart[];
  /** Parts of credits in the order in which they were applied. Empty: there were none, or they are left open. */
  readonly applied: readonly AppliedCredit[];
  /** What is left of payments: unapplied credit. */
  readonly unapplied: readonly UnappliedPayment[];
  /** The items with their new settlements, and a credit for every payment that leaves something. */
  readonly items: readonly OpenItem[];
}

/**
 * Allocates payments to open claims, first what the payer named, then the oldest due; and credit notes after them.
 *
 * @remarks
 * Payments are taken by day, then by identifier, so that their order in the list changes nothing. A payment settles claims of its own
 * member and currency that were posted by its day; a claim never takes more than is open. What is left is unapplied credit. Money in
 * equals parts plus what is left, always. Then credits, by posting and identifier, settle what is still open, on the day from which credit
 * and claim were both there: what is outstanding does not change by it.
 *
 * @param facts - Items and payments.
 * @param policy - The order, and whether credits are applied. Absent: oldest due first, credits after payments.
 * @returns The parts, what is left, and the items as they stand then; the parts and what is left add up to the payments.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place; `kernel.named_twice` for an item or a payment that comes twice.
 *
 * @errors
 * - `credit.item_unknown` - a payer named an item that is not there, belongs to another member or is in another currency.
 *
 * @source Practice of arrears: payments, then credit notes, oldest due first; what is left is a negative row.
 *
 * @example 250 on two claims of 200
 * ```ts
 * import { allocatePayments, type OpenItem } from "qudao/credit";
 *
 * const claim = (id: string, dueOn: string): OpenItem => ({ id, memberId: "D1", kind: "claim", currency: "CNY", amount: "200", postedOn: "2024-01-01", dueOn });
 * const payment = { id: "P-1", memberId: "D1", paidOn: "2024-03-01", currency: "CNY", amount: "250" };
 * const answer = allocatePayments({ items: [claim("B", "2024-02-20"), claim("A", "2024-01-31")], payments: [payment] });
 * answer.ok && answer.value.outcome.parts.map(({ itemId, amount }) => [itemId, amount]); // => [["A", "200"], ["B", "50"]]
 * ```
 *
 * @since 0.1.0
 */
export function allocatePayments(
  facts: PaymentAllocationFacts,
  policy: PaymentAllocationPolicy = { order: "oldest_due_first", credits: "after_payments" },
): Result<Explained<PaymentAllocations>, Message<"credit.item_unknown">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const agreed = checkRecord(policy, "policy");
    const order = checkChoice(agreed["order"], "policy.order", allocationOrders);
    const applies = checkChoice(agreed["credits"], "policy.credits", ["after_payments", "left_open"]) === "after_payments";
    const claims = readRecords(given["items"], "facts.items", readClaim);
    checkDistinct(
      claims.map(({ item }) => item.id),
      "facts.items",
      "id",
    );
    const byMember = new Map<string, Claim[]>();
    for (const claim of claims) {
      if (claim.item.kind === "credit") continue;
      const key = keyOf(claim.item);
      const list = byMember.get(key);
      if (list === undefined) byMember.set(key, [claim]);
      else list.push(claim);
    }
    for (const list of byMember.values()) list.sort(orders[order]);
    const payments = readRecords(given["payments"], "facts.payments", readPayment);
    checkDistinct(
      payments.map(({ id }) => id),
      "facts.payments",
      "id",
    );
    const parts: AllocatedPart[] = [];
    const unapplied: UnappliedPayment[] = [];
    const credits: OpenItem[] = [];
    const byId = new Map(claims.map((claim) => [claim.item.id, claim]));

    for (const payment of [...payments].sort((a, b) => byText(a.paidOn, b.paidOn) || byText(a.id, b.id))) {
      let left = payment.left;
      const own = byMember.get(keyOf(payment)) ?? [];
      const named: Claim[] = [];
      for (const id of payment.named) {
        const claim = byId.get(id);
        if (claim === undefined || claim.item.kind === "credit" || keyOf(claim.item) !== keyOf(payment)) {
          return problem("credit.item_unknown", { payment: payment.id, item: id });
        }
        named.push(claim);
      }
      for (const claim of [...named, ...own]) {
        if (left.isZero()) break;
        if (!claim.left.greaterThan(0) || claim.item.postedOn > payment.paidOn) continue;
        const part = Exact.min(left, claim.left);
        left = left.minus(part);
        parts.push({ paymentId: payment.id, itemId: claim.item.id, on: payment.paidOn, amount: take(claim, part, payment.paidOn) });
      }
      if (left.isZero()) continue;
      const { id, memberId, currency, paidOn } = payment;
      unapplied.push({ paymentId: id, memberId, amount: text(left) });
      credits.push({ id, memberId, kind: "credit", currency, amount: text(left), postedOn: paidOn, settlements: [] });
    }
    const applied = applies ? applyCredits(claims, byMember) : [];
    const total = sumOf(payments.map(({ left }) => left));
    const paid: Explanation = {
      code: "credit.allocation",
      params: { amount: text(total), order },
      adds: "amount",
      from: [
        ...parts.map(({ paymentId, itemId, on, amount }) => ({ code: "credit.allocated", params: { paymentId, itemId, on, amount } })),
        ...unapplied.map(({ paymentId, amount }) => ({ code: "credit.unapplied", params: { paymentId, amount } })),
      ],
    };
    return ok({
      outcome: { parts, applied, unapplied, items: [...claims.map(settled), ...credits] },
      explanation: applied.length === 0 ? paid : withCredits(paid, applied),
    });
  });
}

/** Lowers what is open of an item by a part, and notes it; answers the part as text. */
function take(claim: Claim, part: Exact, on: CalendarDate): DecimalString {
  const amount = text(part);
  claim.left = claim.left.minus(part);
  claim.settlements.push({ on, amount });
  return amount;
}

function applyCredits(all: readonly Claim[], byMember: ReadonlyMap<string, readonly Claim[]>): readonly AppliedCredit[] {
  const applied: AppliedCredit[] = [];
  const credits = all.filter(({ item, left }) => item.kind === "credit" && left.greaterThan(0)).sort(first);
  for (const credit of credits) {
    for (const claim of byMember.get(keyOf(credit.item)) ?? []) {
      if (credit.left.isZero()) break;
      if (!claim.left.greaterThan(0)) continue;
      const part = Exact.min(credit.left, claim.left);
      const on = claim.item.postedOn > credit.item.postedOn ? claim.item.postedOn : credit.item.postedOn;
      take(credit, part, on);
      applied.push({ creditId: credit.item.id, itemId: claim.item.id, on, amount: take(claim, part, on) });
    }
  }
  return applied;
}

function withCredits(paid: Explanation, applied: readonly AppliedCredit[]): Explanation {
  const amount = sumDecimals(applied.map((one) => one.amount));
  const from = applied.map((one) => ({ code: "credit.credit_applied", params: { ...one } }));
  return {
    code: "credit.allocation_with_credits",
    params: { paid: paid.params["amount"] as DecimalString, credited: amount },
    from: [paid, { code: "credit.credits_applied", params: { amount }, adds: "amount", from }],
  };
}

interface Claim {
  readonly item: OpenItem;
  left: Exact;
  readonly dueOn: CalendarDate;
  readonly settlements: { readonly on: CalendarDate; readonly amount: DecimalString }[];
}

const keyOf = ({ memberId, currency }: { readonly memberId: string; readonly currency: string }) => `${currency} ${memberId}`;
const first = (a: Claim, b: Claim): number => byText(a.item.postedOn, b.item.postedOn) || byText(a.item.id, b.item.id);

const orders: { readonly [O in PaymentAllocationOrder]: (a: Claim, b: Claim) => number } = {
  oldest_due_first: (a, b) => byText(a.dueOn, b.dueOn) || first(a, b),
  oldest_invoice_first: (a, b) => byText(a.item.invoicedOn ?? a.item.postedOn, b.item.invoicedOn ?? b.item.postedOn) || first(a, b),
  smallest_first: (a, b) => a.left.comparedTo(b.left) || first(a, b),
  largest_first: (a, b) => b.left.comparedTo(a.left) || first(a, b),
};

/** A copy of an item with what was allocated to it, of the fields that an item has. */
function settled({ item, settlements }: Claim): OpenItem {
  const { id, memberId, kind, currency, amount, postedOn, invoicedOn, dueOn, covers } = item;
  return {
    id,
    memberId,
    kind,
    currency,
    amount,
    postedOn,
    ...(invoicedOn === undefined ? {} : { invoicedOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    settlements: [...(item.settlements ?? []), ...settlements].map(({ on, amount }) => ({ on, amount })),
    ...(covers === undefined ? {} : { covers: covers.map((one) => ({ kind: one.kind, id: one.id, amount: one.amount })) }),
  };
}

const LAST = 99_991_231;

function readClaim(row: Parameters<typeof lookAt>[0], path: string): Claim {
  return below(path, () => {
    checkText(row["id"], "id");
    checkText(row["memberId"], "memberId");
    readCurrency(row["currency"], "currency");
    optional(parseDate)(row["invoicedOn"], "invoicedOn");
    const dueOn = optional(parseDate)(row["dueOn"], "dueOn") ?? parseDate(row["postedOn"], "postedOn");
    const look = newLook();
    // every settlement counts, also one that is dated ahead: money is never allocated twice
    lookAt(row, LAST, look);
    return { item: row as unknown as OpenItem, left: openOf(look), dueOn, settlements: [] };
  });
}

function readPayment(row: Parameters<typeof lookAt>[0], path: string) {
  return {
    id: checkText(row["id"], `${path}.id`),
    memberId: checkText(row["memberId"], `${path}.memberId`),
    currency: readCurrency(row["currency"], `${path}.currency`),
    paidOn: parseDate(row["paidOn"], `${path}.paidOn`),
    left: exactNotNegative(row["amount"], `${path}.amount`),
    named: optional(checkTexts)(row["named"], `${path}.named`) ?? [],
  };
}
