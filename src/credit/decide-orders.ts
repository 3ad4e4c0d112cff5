import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { Explained } from "../kernel/explanation.js";
import { checkDistinct } from "../kernel/read.js";
import { addReleased, decideOn, openDesk } from "./credit-desk.js";
import type { CreditLedger } from "./credit-ledger.js";
import type { CheckedOrder, CreditCheckpoint, CreditPolicy, OrderDecision } from "./order-decision.js";
import { visitRows } from "./reading.js";

/** Many orders, and the ledger they are held against. */
export interface OrdersDecisionFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** Where they are looked at. */
  readonly checkpoint: CreditCheckpoint;
  /** The orders, in the order in which they are to be decided. Each once. */
  readonly orders: readonly CheckedOrder[];
  /** Accounts and documents of their members. */
  readonly ledger: CreditLedger;
}

/** How many orders are decided together. */
export interface OrdersDecisionPolicy extends CreditPolicy {
  /** `in_order`: what is released uses up the limit for the orders after it. `each_alone`: every order as if it were the only one. */
  readonly sequence: "in_order" | "each_alone";
}

/** What became of many orders. */
export interface OrdersDecision {
  /** One per order, in their order. */
  readonly decisions: readonly OrderDecision[];
  /** How many were released. */
  readonly released: number;
  /** How many are held. */
  readonly held: number;
  /** How many need prepayment. */
  readonly prepayment: number;
}

/**
 * Decides on many orders at once: policy, accounts and documents are read once.
 *
 * @remarks
 * Each decision is that of `decideOrder`. In sequence, an order that is released counts for the orders of its member and group after it, so
 * that two orders cannot both use the same room. Work and memory grow with orders and documents, one step each.
 *
 * @param facts - Orders and ledger.
 * @param policy - As for one order, and how they follow each other.
 * @returns A decision for every order. Ask `decideOrder` for the working of one.
 * @throws LibraryFault `kernel.named_twice` for an order that is there twice; otherwise as for `decideOrder`.
 *
 * @source S19-136; practice of credit holds.
 *
 * @example Two orders of 60 against a limit of 100
 * ```ts
 * import { decideOrders, exampleCreditPolicy } from "qudao/credit";
 *
 * const order = (id: string) => ({ id, memberId: "D1", currency: "CNY", amount: "60" });
 * const ledger = { accounts: [{ memberId: "D1", limit: { kind: "amount" as const, amount: "100" } }], orders: [], deliveries: [], billings: [], items: [] };
 * const facts = { asOf: "2024-03-15", checkpoint: "order" as const, orders: [order("A"), order("B")], ledger };
 * const decide = (sequence: "in_order" | "each_alone") => decideOrders(facts, { ...exampleCreditPolicy, sequence }).outcome.decisions.map(({ decision }) => decision);
 * decide("in_order"); // => ["release", "hold"]
 * decide("each_alone"); // => ["release", "release"]
 * ```
 *
 * @since 0.1.0
 */
export function decideOrders(facts: OrdersDecisionFacts, policy: OrdersDecisionPolicy): Explained<OrdersDecision> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const inOrder = checkChoice(checkRecord(policy, "policy")["sequence"], "policy.sequence", ["in_order", "each_alone"]) === "in_order";
    const desk = openDesk(asOf, given["checkpoint"], given["ledger"] as CreditLedger, policy);
    const decisions: OrderDecision[] = [];
    const count = { release: 0, hold: 0, prepayment_only: 0 };
    visitRows(given["orders"], "facts.orders", (order) => {
      const decided = decideOn(desk, order);
      const { decision } = decided;
      decisions.push(decision);
      count[decision.decision]++;
      if (inOrder && decision.decision === "release") addReleased(desk, decided);
    });
    checkDistinct(
      decisions.map(({ orderId }) => orderId),
      "facts.orders",
      "id",
    );
    const outcome: OrdersDecision = { decisions, released: count.release, held: count.hold, prepayment: count.prepayment_only };
    const { released, held, prepayment } = outcome;
    const version = checkText(policy.version, "policy.version");
    return {
      outcome,
      explanation: { code: "credit.orders_decided", params: { asOf, orders: decisions.length, released, held, prepayment, version } },
    };
  });
}
