/**
 * The document graph of a ledger, walked once: what each member is exposed by, no goods counted twice.
 *
 * Goods are on the way order → delivery → invoice. What a delivery covers is no longer an open order; what an invoice covers is no longer
 * an open delivery. An invoice that names the order and not the delivery bills the delivered part of the order first, so the sum is the
 * same whichever way a host links its documents.
 *
 * @internal
 */

import { type CalendarDate, dateDigits, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { Exact, ZERO } from "../kernel/decimal.js";
import { exactNotNegative, optional, readCurrency, readRecords } from "../kernel/read.js";
import type { CreditDocuments } from "./credit-ledger.js";
import { dueDigits, lookAt, newLook, openOf } from "./item-figures.js";
import { converter, type ReadExposurePolicy } from "./read-exposure-policy.js";
import { entryOf, visitRows } from "./reading.js";
import { sameJson } from "./same-json.js";

/** Why the exposure of a member cannot be told. */
export interface ExposureGap {
  readonly code: "credit.document_differs" | "credit.no_exchange_rate";
  readonly params: { readonly document: string; readonly currency: string };
}

/** What one member is exposed by, before weights. */
export interface MemberExposure {
  openOrders: Exact;
  openDeliveries: Exact;
  openBillings: Exact;
  openItems: Exact;
  credits: Exact;
  /** Claims past due, dust apart, and how old the oldest is. */
  overdue: Exact;
  oldestDue: number;
  oldestDueOn: CalendarDate | undefined;
  gap: ExposureGap | undefined;
}

/** Part of a delivery that fulfils one order, or none. */
interface Chunk {
  readonly orderId: string | undefined;
  readonly amount: Exact;
  billed: Exact;
}

interface Delivered {
  readonly memberId: string;
  readonly chunks: readonly Chunk[];
}

interface Cover {
  readonly kind: "order" | "delivery";
  readonly id: string;
  readonly amount: Exact;
}

/** What already left, or was billed, of an order. */
interface Fulfilment {
  delivered: Exact;
  /** Billed directly, and not through one of its deliveries. */
  billed: Exact;
}

interface Ordered {
  readonly memberId: string;
  readonly amount: Exact;
  readonly counts: boolean;
}

/** The graph of a ledger. */
export interface Exposures {
  readonly policy: ReadExposurePolicy;
  readonly members: ReadonlyMap<string, MemberExposure>;
  /** What each order of the ledger adds to the exposure of its member, before weights. */
  readonly byOrder: ReadonlyMap<string, { readonly memberId: string; readonly open: Exact }>;
  /** What an order would add, given what already left or was billed of it. */
  readonly openPart: (orderId: string, unpaid: Exact) => Exact;
  /** Money in the currency of the policy; `undefined`: there is no rate. */
  readonly convert: (amount: Exact, currency: string) => Exact | undefined;
}

export function buildExposures(
  documents: CreditDocuments,
  path: string,
  asOf: CalendarDate,
  policy: ReadExposurePolicy,
  dust: Exact = ZERO,
): Exposures {
  const given = checkRecord(documents, path);
  const members = new Map<string, MemberExposure>();
  const of = (memberId: string): MemberExposure => entryOf(members, memberId, blank);
  const convert = converter(policy);
  /** In the currency of the policy; a member whose document has no rate cannot be told. */
  const money = (memberId: string, amount: Exact, currency: string, document: string): Exact => {
    const found = convert(amount, currency);
    if (found !== undefined) return found;
    of(memberId).gap ??= { code: "credit.no_exchange_rate", params: { document, currency } };
    return ZERO;
  };
  const distinct = (field: string, visit: (row: Fields, id: string, memberId: string, currency: string) => void): ReadonlySet<string> => {
    const seen = new Map<string, Fields>();
    visitRows(given[field], `${path}.${field}`, (row) => {
      const id = checkText(row["id"], "id");
      const memberId = checkText(row["memberId"], "memberId");
      const currency = readCurrency(row["currency"], "currency");
      const first = seen.get(id);
      if (first === undefined) {
        seen.set(id, row);
        visit(row, id, memberId, currency);
      } else if (!sameJson(first, row)) {
        for (const member of [memberId, first["memberId"] as string])
          of(member).gap ??= { code: "credit.document_differs", params: { document: id, currency } };
      }
    });
    return new Set(seen.keys());
  };

  const deliveries = new Map<string, Delivered>();
  distinct("deliveries", (row, id, memberId, currency) => {
    const amount = money(memberId, exactNotNegative(row["amount"], "amount"), currency, id);
    const chunks: Chunk[] = [];
    let rest = amount;
    for (const cover of coversOf(row)) {
      const part = Exact.min(rest, money(memberId, cover.amount, currency, id));
      rest = rest.minus(part);
      chunks.push({ orderId: cover.id, amount: part, billed: ZERO });
    }
    chunks.push({ orderId: undefined, amount: rest, billed: ZERO });
    deliveries.set(id, { memberId, chunks });
  });

  const direct = new Map<string, Exact>();
  const bill = (covers: readonly Cover[], memberId: string, currency: string, document: string) => {
    if (covers.length === 0) return;
    const through = new Map<string, Exact>();
    for (const { kind, id, amount } of covers) {
      if (kind === "order") continue;
      let left = money(memberId, amount, currency, document);
      for (const chunk of deliveries.get(id)?.chunks ?? []) {
        const part = Exact.min(left, chunk.amount.minus(chunk.billed));
        chunk.billed = chunk.billed.plus(part);
        left = left.minus(part);
        if (chunk.orderId !== undefined) through.set(chunk.orderId, (through.get(chunk.orderId) ?? ZERO).plus(part));
      }
    }
    for (const { kind, id, amount } of covers) {
      if (kind === "delivery") continue;
      const extra = money(memberId, amount, currency, document).minus(through.get(id) ?? ZERO);
      if (extra.greaterThan(0)) direct.set(id, (direct.get(id) ?? ZERO).plus(extra));
    }
  };

  const look = newLook();
  const day = dateDigits(asOf);
  const posted = distinct("items", (row, id, memberId, currency) => {
    const isThere = lookAt(row, day, look);
    const due = dueDigits(row);
    if (!isThere) return;
    bill(coversOf(row), memberId, currency, id);
    const open = money(memberId, openOf(look), currency, id);
    const member = of(memberId);
    if (look.isCredit !== open.isNegative()) {
      member.credits = member.credits.plus(open.abs());
      return;
    }
    const owed = open.abs();
    member.openItems = member.openItems.plus(owed);
    if (due >= day || !owed.greaterThan(dust)) return;
    member.overdue = member.overdue.plus(owed);
    if (due < member.oldestDue) {
      member.oldestDue = due;
      member.oldestDueOn = (row["dueOn"] ?? row["postedOn"]) as string;
    }
  });
  distinct("billings", (row, id, memberId, currency) => {
    const amount = exactNotNegative(row["amount"], "amount");
    const covers = coversOf(row);
    if (posted.has(id)) return;
    bill(covers, memberId, currency, id);
    const member = of(memberId);
    member.openBillings = member.openBillings.plus(money(memberId, amount, currency, id));
  });

  // what an invoice bills of an order directly bills its deliveries first
  const fulfilments = new Map<string, Fulfilment>();
  for (const { memberId, chunks } of deliveries.values()) {
    const member = of(memberId);
    for (const { orderId, amount, billed } of chunks) {
      let open = amount.minus(billed);
      if (orderId !== undefined) {
        const left = direct.get(orderId) ?? ZERO;
        const part = Exact.min(left, open);
        if (!part.isZero()) direct.set(orderId, left.minus(part));
        open = open.minus(part);
        const known = fulfilments.get(orderId);
        if (known === undefined) fulfilments.set(orderId, { delivered: amount, billed: ZERO });
        else known.delivered = known.delivered.plus(amount);
      }
      member.openDeliveries = member.openDeliveries.plus(open);
    }
  }
  for (const [orderId, billed] of direct) {
    const known = fulfilments.get(orderId);
    if (known === undefined) fulfilments.set(orderId, { delivered: ZERO, billed });
    else known.billed = billed;
  }
  const openPart = (orderId: string, unpaid: Exact): Exact => {
    const done = fulfilments.get(orderId);
    return done === undefined ? unpaid : Exact.max(ZERO, unpaid.minus(done.delivered).minus(done.billed));
  };

  const ordered = new Map<string, Ordered>();
  distinct("orders", (row, id, memberId, currency) => {
    const { unpaid, counts } = readOrder(row, policy.until);
    ordered.set(id, { memberId, amount: money(memberId, unpaid, currency, id), counts });
  });
  const byOrder = new Map<string, { readonly memberId: string; readonly open: Exact }>();
  for (const [id, { memberId, amount, counts }] of ordered) {
    if (!counts) continue;
    const open = openPart(id, amount);
    byOrder.set(id, { memberId, open });
    const member = of(memberId);
    member.openOrders = member.openOrders.plus(open);
  }
  return { policy, members, byOrder, openPart, convert };
}

/** What of an order is not paid ahead, and whether it is open and within the horizon. */
export function readOrder(
  row: Fields,
  until: CalendarDate | undefined,
): { readonly amount: Exact; readonly unpaid: Exact; readonly counts: boolean } {
  const amount = exactNotNegative(row["amount"], "amount");
  const prepaid = optional(exactNotNegative)(row["prepaid"], "prepaid") ?? ZERO;
  const wantedOn = optional(parseDate)(row["wantedOn"], "wantedOn");
  const status = optional((value, path) => checkChoice(value, path, ["open", "closed"]))(row["status"], "status") ?? "open";
  const counts = status === "open" && (until === undefined || wantedOn === undefined || wantedOn <= until);
  return { amount, unpaid: Exact.max(ZERO, amount.minus(prepaid)), counts };
}

export const blank = (): MemberExposure => ({
  openOrders: ZERO,
  openDeliveries: ZERO,
  openBillings: ZERO,
  openItems: ZERO,
  credits: ZERO,
  overdue: ZERO,
  oldestDue: 99_991_231,
  oldestDueOn: undefined,
  gap: undefined,
});

/** The parts of an exposure with their weights, in the order of the catalogue; credits below 0. */
export function weigh(member: MemberExposure, { weights }: ReadExposurePolicy): readonly Exact[] {
  return [
    member.openOrders.times(weights.open_orders),
    member.openDeliveries.times(weights.open_deliveries),
    member.openBillings.times(weights.open_billings),
    member.openItems.times(weights.open_items),
    member.credits.times(weights.unapplied_credits).negated(),
  ];
}

const NO_COVERS: readonly Cover[] = [];

function coversOf(row: Fields): readonly Cover[] {
  if (row["covers"] === undefined) return NO_COVERS;
  return readRecords(row["covers"], "covers", (cover, path) => ({
    kind: checkChoice(cover["kind"], `${path}.kind`, ["order", "delivery"]),
    id: checkText(cover["id"], `${path}.id`),
    amount: exactNotNegative(cover["amount"], `${path}.amount`),
  }));
}
