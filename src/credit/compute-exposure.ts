import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, type Exact, sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { optional } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";
import {
  type CreditDocuments,
  type CreditOrder,
  type ExposureComponent,
  type ExposurePolicy,
  exposureComponents,
} from "./credit-ledger.js";
import { blank, buildExposures, weigh } from "./member-exposure.js";
import { readExposurePolicy } from "./read-exposure-policy.js";
import { problem } from "./reading.js";

/** Whose exposure, on which day. */
export interface ExposureFacts {
  /** The day. */
  readonly asOf: CalendarDate;
  /** The members that are looked at together: one, or a credit group. At least one. */
  readonly memberIds: readonly string[];
  /** Documents of these members, and of others if it suits the host. */
  readonly documents: CreditDocuments;
  /** An order that is being decided on. It replaces the one of the same identifier and never adds to it. Absent: none. */
  readonly proposed?: CreditOrder | undefined;
}

/** One part of an exposure. */
export interface ExposurePart {
  /** Which. */
  readonly component: ExposureComponent;
  /** What it adds; of credits, below 0. */
  readonly amount: DecimalString;
}

/** What a seller stands to lose (信用敞口), with its parts. */
export interface Exposure {
  /** The sum of the parts; below 0 where more is owed to the members than they owe. */
  readonly exposure: DecimalString;
  /** ISO 4217 code. */
  readonly currency: string;
  /** All five, in the order of the catalogue. */
  readonly parts: readonly ExposurePart[];
}

/**
 * Computes what members are exposed by: open orders, deliveries not billed, invoices not posted, and open items, each goods once.
 *
 * @remarks
 * Documents are a graph: what a delivery covers is no open order, what an invoice covers is no open delivery, and a document given
 * twice counts once. Static exposure takes all open orders, dynamic only those wanted by `asOf + horizon`, that day included. Each part
 * counts with its weight. Amounts in another currency are converted by the rates of the policy, not by anybody's default.
 *
 * @param facts - Members, documents, and the order being decided on.
 * @param policy - Currency, weights and horizon.
 * @returns The exposure; its parts add up to it.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.outside_bounds` with the place.
 *
 * @errors
 * - `credit.document_differs` - a document is given twice with different contents.
 * - `credit.no_exchange_rate` - a document is in a currency without a rate.
 *
 * @source Practice of credit exposure.
 *
 * @example A delivery of the order does not count beside it
 * ```ts
 * import { computeExposure } from "qudao/credit";
 *
 * const cny = { memberId: "D1", currency: "CNY" };
 * const documents = {
 *   orders: [{ id: "O-1", amount: "100", ...cny }],
 *   deliveries: [{ id: "L-1", amount: "60", ...cny, covers: [{ kind: "order" as const, id: "O-1", amount: "60" }] }],
 *   billings: [], items: [],
 * };
 * const weights = { open_orders: "1", open_deliveries: "1", open_billings: "1", open_items: "1", unapplied_credits: "1" };
 * const answer = computeExposure({ asOf: "2024-03-01", memberIds: ["D1"], documents }, { currency: "CNY", weights, horizonDays: null });
 * answer.ok && answer.value.outcome.parts.map(({ amount }) => amount); // => ["40", "60", "0", "0", "0"]
 * ```
 *
 * @since 0.1.0
 */
export function computeExposure(
  facts: ExposureFacts,
  policy: ExposurePolicy,
): Result<Explained<Exposure>, Message<"credit.document_differs" | "credit.no_exchange_rate">> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const asOf = parseDate(given["asOf"], "facts.asOf");
    const read = readExposurePolicy(policy, "policy", asOf);
    const documents = checkRecord(given["documents"], "facts.documents");
    const proposed = optional(checkRecord)(given["proposed"], "facts.proposed");
    const orders =
      proposed === undefined
        ? documents["orders"]
        : [
            ...checkList(documents["orders"], "facts.documents.orders").filter(
              (order, i) => checkRecord(order, `facts.documents.orders[${i}]`)["id"] !== proposed["id"],
            ),
            proposed,
          ];
    const { members } = buildExposures({ ...documents, orders } as unknown as CreditDocuments, "facts.documents", asOf, read);
    const ids = new Set(checkList(given["memberIds"], "facts.memberIds").map((id, i) => checkText(id, `facts.memberIds[${i}]`)));
    let sums: readonly Exact[] = weigh(blank(), read);
    for (const id of ids) {
      const member = members.get(id);
      if (member === undefined) continue;
      if (member.gap !== undefined) return problem(member.gap.code, member.gap.params);
      const parts = weigh(member, read);
      sums = sums.map((sum, i) => sum.plus(parts[i] as Exact));
    }
    const exposure = text(sumOf(sums));
    const parts = exposureComponents.map((component, i): ExposurePart => ({ component, amount: text(sums[i] as Exact) }));
    const { currency } = read;
    return ok({
      outcome: { exposure, currency, parts },
      explanation: {
        code: "credit.exposure",
        params: { asOf, members: [...ids], amount: exposure, currency },
        adds: "amount",
        from: parts.map(({ component, amount }) => ({ code: "credit.exposure_part", params: { component, amount } })),
      },
    });
  });
}
