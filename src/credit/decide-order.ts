import { parseDate } from "../kernel/calendar-date.js";
import { checkRecord, readSafely } from "../kernel/check.js";
import { text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { decideOn, openDesk } from "./credit-desk.js";
import { exposureComponents } from "./credit-ledger.js";
import { weigh } from "./member-exposure.js";
import type { CreditPolicy, OrderDecision, OrderDecisionFacts } from "./order-decision.js";
import { below } from "./reading.js";

/**
 * Decides on an order: release it, hold it with every reason, or take it only if it is paid ahead.
 *
 * @remarks
 * The exposure with the order is held against the limit: above it the order is held, exactly on it not. The order replaces its earlier
 * version in the ledger and never adds to it. Without a limit anywhere, or with `zero`, only prepayment is left. Never held are prepaid
 * orders, credit notes, and goods that left already. Rules block by scope and are set aside by exclusions of a narrower scope and the same
 * metric, or by one that releases. What cannot be told holds the order: an unknown is never a pass. A release is good for the days of grace,
 * unless the order grew, asks for better terms, or was opened again.
 *
 * @param facts - The order and the ledger of its member and group.
 * @param policy - Limits, exposure and rules.
 * @returns The decision with all reasons; the working shows the exposure by parts.
 * @throws LibraryFault `kernel.*`, `credit.*` with the place.
 *
 * @source S19-136; practice of credit holds.
 *
 * @example Exposure 80 and an order of 30 against a limit of 100
 * ```ts
 * import { decideOrder, exampleCreditPolicy, type OpenItem } from "qudao/credit";
 *
 * const claim: OpenItem = { id: "INV-1", memberId: "D1", kind: "claim", currency: "CNY", amount: "80", postedOn: "2024-03-01", dueOn: "2024-04-30" };
 * const decide = (amount: string, memberId: string) => {
 *   const ledger = { accounts: [{ memberId: "D1", limit: { kind: "amount" as const, amount: "100" } }], orders: [], deliveries: [], billings: [], items: [claim] };
 *   const order = { id: "O-1", memberId, currency: "CNY", amount };
 *   const { outcome } = decideOrder({ asOf: "2024-03-15", checkpoint: "order", order, ledger }, exampleCreditPolicy);
 *   return [outcome.decision, outcome.excess, ...outcome.reasons.map(({ metric }) => metric)];
 * };
 * decide("30", "D1"); // => ["hold", "10", "limit_exceeded"]
 * decide("20", "D1"); // => ["release", "0"]
 * decide("20", "D2"); // => ["prepayment_only", "20", "no_credit"]
 * ```
 *
 * @since 0.1.0
 */
export function decideOrder(facts: OrderDecisionFacts, policy: CreditPolicy): Explained<OrderDecision> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const order = checkRecord(given["order"], "facts.order");
    const desk = openDesk(asOf, given["checkpoint"], given["ledger"] as OrderDecisionFacts["ledger"], policy);
    const { decision, adds, standing } = below("facts.order", () => decideOn(desk, order));
    const { orderId, exempt, reasons, setAside, exposureBefore, exposureAfter, limit } = decision;
    const from: Explanation[] = [];
    if (exempt !== null) from.push({ code: "credit.order_exempt", params: { exempt } });
    if (limit !== null) {
      const { kind, amount, source, expired } = limit;
      from.push({ code: "credit.order_limit", params: { kind, amount, source: source ?? "nobody", expired } });
    }
    if (exposureBefore !== null) {
      const parts = weigh(standing.exposure, desk.exposures.policy);
      const lowers = standing.found.lowersBy;
      from.push({
        code: "credit.order_exposure",
        params: { amount: exposureAfter, currency: desk.exposures.policy.currency },
        adds: "amount",
        from: [
          ...exposureComponents.map((component, i) => ({
            code: "credit.exposure_part",
            params: { component, amount: text(parts[i] as (typeof parts)[number]) },
          })),
          { code: "credit.order_adds", params: { orderId, amount: text(adds) } },
          ...(lowers.isZero() ? [] : [{ code: "credit.securities_lower", params: { amount: text(lowers.negated()) } }]),
        ],
      });
    }
    from.push(...reasons.map(({ code, params }) => ({ code, params })));
    from.push(...setAside.map((params) => ({ code: "credit.rule_set_aside", params: { ...params } })));
    const { version } = policy;
    return {
      outcome: decision,
      explanation: { code: "credit.order_decided", params: { orderId, decision: decision.decision, asOf, version }, from },
    };
  });
}
