import { addDays } from "../../kernel/calendar-date.js";
import { readSafely } from "../../kernel/check.js";
import { Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained, Explanation } from "../../kernel/explanation.js";
import { periodContains } from "../../kernel/period.js";
import { byName, covers, roundOnce } from "./read-claims.js";
import { readShipAndDebitAgreement, readShipAndDebitFacts } from "./read-ship-and-debit.js";
import type {
  DebitedResale,
  ResaleLine,
  ResaleReason,
  ShipAndDebitAgreement,
  ShipAndDebitClaim,
  ShipAndDebitFacts,
  ShipAndDebitForm,
  ShipAndDebitProduct,
} from "./ship-and-debit.js";

/**
 * Computes what a distributor may claim for resales below cost, line by line, against a special price agreement.
 *
 * @remarks
 * Down to a price `q × (cost − price)`, never below 0; down by an amount `q × amount`; down by a ratio `q × rate × cost`. Every condition is
 * asked, and a refused line names all that failed. Limits are used up by day of resale and, on one day, by identifier, whatever the order of the
 * list; of a cut line the stock that was consumed first counts. What cannot be told (a cost that is not there) is refused, never taken as 0.
 *
 * @param facts - The resales, and what was claimed before.
 * @param policy - The agreement.
 * @returns The amount, every line with its reasons, and what is left of the limits; the working adds up to the amount.
 * @throws LibraryFault `kernel.*` with the place in `facts` or `policy`.
 *
 * @source Ship-and-debit practice of distributors: agreement, resale report, debit memo.
 *
 * @example Ten units at 100 come down to 92; the second line is for another customer
 * ```ts
 * import { computeShipAndDebit } from "qudao/settlement";
 *
 * const line = { productId: "P", date: "2024-05-06", quantity: "10" };
 * const { outcome } = computeShipAndDebit(
 *   {
 *     memberId: "D1", asOf: "2024-05-31", claimedLineIds: [], claimedBefore: [],
 *     lines: [{ ...line, id: "1", endCustomerId: "C1" }, { ...line, id: "2", endCustomerId: "C2" }],
 *   },
 *   {
 *     id: "SPA-7", currency: "CNY", period: { start: "2024-05-01", end: "2024-07-01" }, memberIds: ["D1"], endCustomerIds: ["C1"],
 *     products: [{ productId: "P", form: { kind: "down_to", price: "92" }, contractPrice: "100", quantityLimit: "50" }],
 *     costBasis: "contract_book", atLimit: "cut", proofOfSale: "not_required", rounding: { decimals: 2, mode: "half_up" },
 *   },
 * );
 * outcome.amount.amount; // => "80.00"
 * outcome.lines[1]?.reasons; // => ["customer_not_covered"]
 * outcome.remaining[1]?.remaining; // => "40"
 * ```
 *
 * @since 0.1.0
 */
export function computeShipAndDebit(facts: ShipAndDebitFacts, policy: ShipAndDebitAgreement): Explained<ShipAndDebitClaim> {
  return readSafely({ facts, policy }, () => debit(readShipAndDebitFacts(facts, "facts"), readShipAndDebitAgreement(policy, "policy")));
}

/** Units at one cost. */
interface Costed {
  readonly quantity: Exact;
  /** `null`: the form does not read it. */
  readonly cost: Exact | null;
}

function debit(facts: ShipAndDebitFacts, agreement: ShipAndDebitAgreement): Explained<ShipAndDebitClaim> {
  const products = new Map(agreement.products.map((product) => [product.productId, product]));
  const claimed = new Set(facts.claimedLineIds);
  const used = new Map(facts.claimedBefore.map(({ productId, quantity }) => [productId, new Exact(quantity)]));
  let all = sumOf([...used.values()]);
  const answers = new Map<string, { readonly line: DebitedResale; readonly working: Explanation }>();

  const inOrder = [...facts.lines].sort((a, b) => byName(a.date, b.date) || byName(a.id, b.id));
  for (const line of inOrder) {
    const product = products.get(line.productId);
    const costs = product === undefined ? "cost_unknown" : costOf(line, product, facts, agreement);
    const reasons: ResaleReason[] = [
      ...scopeReasons(line, facts, agreement, claimed),
      ...(product === undefined ? (["product_not_covered"] as const) : typeof costs === "string" ? [costs] : []),
    ];
    const refuse = () => {
      const params = { line: line.id, amount: "0" };
      const from = reasons.map((reason) => ({ code: "settlement.resale_reason_found", params: { reason } }));
      answers.set(line.id, {
        line: { id: line.id, status: "refused", quantity: "0", amount: "0", reasons },
        working: { code: "settlement.resale_refused", params, from },
      });
    };
    if (product === undefined || typeof costs === "string" || reasons.length > 0) {
      refuse();
      continue;
    }
    const asked = new Exact(line.quantity);
    const before = used.get(line.productId) ?? ZERO;
    const ownRest = Exact.min(asked, left(product.quantityLimit, before) ?? asked);
    const allowed = Exact.min(ownRest, left(agreement.quantityLimit, all) ?? asked);
    const isCut = allowed.lessThan(asked);
    if (isCut) reasons.push("limit_reached");
    const parts = isCut && (agreement.atLimit === "refuse" || allowed.isZero()) ? [] : take(costs, allowed);
    const priced = parts.map((part) => priceOf(part, product.form));
    const amount = sumOf(priced.map((one) => one.amount));
    if (parts.length > 0 && amount.isZero()) reasons.push("cost_not_above_price");
    if (parts.length === 0 || amount.isZero()) {
      refuse();
      continue;
    }
    used.set(line.productId, before.plus(allowed));
    all = all.plus(allowed);
    const params = { line: line.id, product: line.productId, quantity: text(allowed), of: text(asked), amount: text(amount) };
    answers.set(line.id, {
      line: { id: line.id, status: isCut ? "cut" : "accepted", quantity: text(allowed), amount: text(amount), reasons },
      working: { code: "settlement.resale_debited", params, adds: "amount", from: priced.map((one) => one.working) },
    });
  }

  const found = facts.lines.map(({ id }) => answers.get(id) as { line: DebitedResale; working: Explanation });
  const rounded = roundOnce(sumOf(found.map(({ line }) => new Exact(line.amount))), agreement.rounding);
  const params = {
    agreement: agreement.id,
    amount: rounded.amount,
    currency: agreement.currency,
    accepted: found.filter(({ line }) => line.status !== "refused").length,
    refused: found.filter(({ line }) => line.status === "refused").length,
  };
  const remaining = (productId: string | null, limit: string | undefined, spent: Exact) => {
    const rest = left(limit, spent);
    return { productId, used: text(spent), remaining: rest === undefined ? null : text(rest) };
  };
  return {
    outcome: {
      agreementId: agreement.id,
      amount: { amount: rounded.amount, currency: agreement.currency },
      lines: found.map(({ line }) => line),
      remaining: [
        remaining(null, agreement.quantityLimit, all),
        ...agreement.products.map(({ productId, quantityLimit }) => remaining(productId, quantityLimit, used.get(productId) ?? ZERO)),
      ],
    },
    explanation: {
      code: "settlement.ship_and_debit",
      params,
      adds: "amount",
      from: [...found.map(({ working }) => working), ...rounded.nodes],
    },
  };
}

function scopeReasons(
  line: ResaleLine,
  facts: ShipAndDebitFacts,
  agreement: ShipAndDebitAgreement,
  claimed: ReadonlySet<string>,
): readonly ResaleReason[] {
  const { claimWithinDays } = agreement;
  const asked: readonly (readonly [ResaleReason, boolean])[] = [
    ["member_not_covered", !covers(agreement.memberIds, facts.memberId)],
    ["customer_not_covered", !covers(agreement.endCustomerIds, line.endCustomerId)],
    ["outside_period", !periodContains(agreement.period, line.date)],
    ["not_resold_yet", line.date > facts.asOf],
    ["claimed_before", claimed.has(line.id)],
    ["claimed_late", claimWithinDays !== undefined && facts.asOf > addDays(line.date, claimWithinDays)],
    ["proof_missing", agreement.proofOfSale === "required" && line.proofId === undefined],
  ];
  return asked.flatMap(([reason, failed]) => (failed ? [reason] : []));
}

function costOf(
  line: ResaleLine,
  product: ShipAndDebitProduct,
  facts: ShipAndDebitFacts,
  { costBasis }: ShipAndDebitAgreement,
): readonly Costed[] | "cost_unknown" | "stock_differs" {
  const quantity = new Exact(line.quantity);
  if (product.form.kind === "down_by_amount") return [{ quantity, cost: null }];
  if (costBasis === "consumed_stock") {
    if (line.consumed === undefined) return "cost_unknown";
    const parts = line.consumed.map((one) => ({ quantity: new Exact(one.quantity), cost: new Exact(one.cost) }));
    return sumOf(parts.map((part) => part.quantity)).equals(quantity) ? parts : "stock_differs";
  }
  const price = costBasis === "contract_book" ? product.contractPrice : bookPriceOf(line, facts);
  return price === undefined ? "cost_unknown" : [{ quantity, cost: new Exact(price) }];
}

/** The price that began last on or before the day of the resale. */
function bookPriceOf({ productId, date }: ResaleLine, { bookPrices = [] }: ShipAndDebitFacts): string | undefined {
  const begun = bookPrices.filter((row) => row.productId === productId && row.from <= date);
  return begun.sort((a, b) => byName(a.from, b.from)).at(-1)?.price;
}

function left(limit: string | undefined, spent: Exact): Exact | undefined {
  return limit === undefined ? undefined : Exact.max(new Exact(limit).minus(spent), ZERO);
}

/** The first units, as far as they are allowed. */
function take(parts: readonly Costed[], allowed: Exact): readonly Costed[] {
  let rest = allowed;
  return parts.flatMap(({ quantity, cost }) => {
    const taken = Exact.min(quantity, rest);
    rest = rest.minus(taken);
    return taken.isZero() ? [] : [{ quantity: taken, cost }];
  });
}

function priceOf({ quantity, cost }: Costed, form: ShipAndDebitForm): { readonly amount: Exact; readonly working: Explanation } {
  const known = cost ?? ZERO;
  switch (form.kind) {
    case "down_to": {
      const amount = Exact.max(known.minus(form.price), ZERO).times(quantity);
      const params = { quantity: text(quantity), cost: text(known), price: form.price, amount: text(amount) };
      return { amount, working: { code: "settlement.debit_down_to", params } };
    }
    case "down_by_amount": {
      const amount = quantity.times(form.amount);
      return {
        amount,
        working: { code: "settlement.debit_down_by_amount", params: { quantity: text(quantity), by: form.amount, amount: text(amount) } },
      };
    }
    case "down_by_percent": {
      const amount = quantity.times(form.rate).times(known);
      const params = { quantity: text(quantity), cost: text(known), rate: form.rate, amount: text(amount) };
      return { amount, working: { code: "settlement.debit_down_by_percent", params } };
    }
  }
}
