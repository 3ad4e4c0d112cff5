import { type EvidenceStatus, evidenceStatuses } from "../entities/catalogue.js";
import { addDays, type CalendarDate } from "../kernel/calendar-date.js";
import { checkCount, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, fixed, rounded, text, ZERO } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Money, MoneyRounding } from "../kernel/money.js";
import {
  choiceOf,
  listOf,
  optional,
  readCurrency,
  readDate,
  readNotNegative,
  readRounding,
  readText,
  recordOf,
  uniqueBy,
} from "../kernel/read.js";
import { roundingLine } from "./pricing-fault.js";

/** Goods of one receipt that the dealer had when the price changed. */
export interface ProtectedLot {
  /** The receipt, unique among the lots. */
  readonly id: string;
  /** The day the dealer received it. */
  readonly receivedOn: CalendarDate;
  /** Units of it on hand when the stock was counted, not negative. */
  readonly onHand: DecimalString;
  /** Units of it sold from the day of the change until the count, not negative: they too were bought at the old price. */
  readonly soldSince: DecimalString;
  /** How far the proof of the stock is. Absent: none was handed in. */
  readonly proof?: EvidenceStatus | undefined;
}

/** A change of price, and the stock it met. */
export interface PriceProtectionFacts {
  /** The first day of the new price. */
  readonly changedOn: CalendarDate;
  /** ISO 4217 code of both prices. */
  readonly currency: string;
  /** What the dealer paid for a unit, not negative. */
  readonly oldPrice: DecimalString;
  /** What a unit costs it from the change on, not negative. */
  readonly newPrice: DecimalString;
  /** The dealer's stock, by receipt. Empty: none. */
  readonly lots: readonly ProtectedLot[];
}

/** What was agreed on price protection (价格保护). */
export interface PriceProtectionPolicy {
  /** Only what was received in so many days before the change is protected, counted back from the day before it; 0 to 36,600. */
  readonly windowDays: number;
  /** `required`: only lots whose proof is verified count, others wait; `not_required`: every lot counts. */
  readonly proof: "required" | "not_required";
  /** Most that is paid for one change, in the currency of the facts, not negative. Absent: no cap. */
  readonly cap?: DecimalString | undefined;
  /** What a price rise does: `nothing`, or `write_up`: the dealer owes the difference on the same stock, without a cap. */
  readonly rise: "nothing" | "write_up";
  /** How the amount is rounded, once, before the cap. */
  readonly rounding: MoneyRounding;
}

/** What one receipt counts for. */
export interface ProtectionLine {
  /** The receipt. */
  readonly id: string;
  /** `protected` counts; `waiting` would count if its proof were verified; the others lie outside the window. */
  readonly status: "protected" | "waiting" | "too_old" | "after_change";
  /** On hand and sold since the change. */
  readonly quantity: DecimalString;
  /** What it counts for, exact; `"0"` unless protected. */
  readonly amount: DecimalString;
}

/** What the maker owes for a change of price. */
export interface PriceProtection {
  /** Above 0: the maker credits the dealer; below 0: the dealer owes a write-up. */
  readonly credit: Money;
  /** Units that count. */
  readonly quantity: DecimalString;
  /** What the cap took away; `"0"`: nothing. */
  readonly cappedBy: DecimalString;
  /** What the waiting lots would add before any cap, exact, of the same sign as the credit. */
  readonly waiting: DecimalString;
  /** The receipts, in the order of the facts. */
  readonly lots: readonly ProtectionLine[];
}

const readLot = recordOf<ProtectedLot>({
  id: readText,
  receivedOn: readDate,
  onHand: readNotNegative,
  soldSince: readNotNegative,
  proof: optional(choiceOf(evidenceStatuses)),
});
const readFacts = recordOf<PriceProtectionFacts>({
  changedOn: readDate,
  currency: readCurrency,
  oldPrice: readNotNegative,
  newPrice: readNotNegative,
  lots: uniqueBy("id", listOf(readLot)),
});
const readPolicy = recordOf<PriceProtectionPolicy>({
  windowDays: (value, path) => checkCount(value, path, 0, 36_600),
  proof: choiceOf(["required", "not_required"]),
  cap: optional(readNotNegative),
  rise: choiceOf(["nothing", "write_up"]),
  rounding: readRounding,
});

/**
 * Computes the price protection on a change of price: the difference on the stock that the dealer had bought at the old price.
 *
 * @remarks
 * `q × (old − new)`, where q is the stock at the day of the change: what was on hand at the count and what was sold since the change. The
 * window is half-open: received on or after `changedOn − windowDays` and before `changedOn`; what came on the day of the change was
 * bought at the new price. The amount is rounded once, then capped.
 *
 * @param facts - Both prices, the day, and the stock by receipt.
 * @param policy - Window, proof, cap, and what a rise does.
 * @returns The credit, with what every receipt counts for, what the cap took, and what still waits for proof.
 * @throws LibraryFault `kernel.*` or `pricing.*`, with the place of what cannot be read.
 *
 * @source The price protection clauses of distribution agreements: quantity at the date of the change, eligibility window, proof, cap.
 *
 * @example Eighty on hand and twenty sold since, each 15 cheaper
 * ```ts
 * import { computePriceProtection } from "qudao/pricing";
 *
 * const credit = computePriceProtection(
 *   {
 *     changedOn: "2024-06-01", currency: "CNY", oldPrice: "100", newPrice: "85",
 *     lots: [{ id: "R-1", receivedOn: "2024-05-20", onHand: "80", soldSince: "20", proof: "verified" }],
 *   },
 *   { windowDays: 60, proof: "required", rise: "nothing", rounding: { decimals: 2, mode: "half_up" } },
 * ).outcome.credit;
 * credit; // => { amount: "1500.00", currency: "CNY" }
 * ```
 *
 * @since 0.1.0
 */
export function computePriceProtection(facts: PriceProtectionFacts, policy: PriceProtectionPolicy): Explained<PriceProtection> {
  return readSafely({ facts, policy }, () => {
    const { changedOn, currency, oldPrice, newPrice, lots } = readFacts(facts, "facts");
    const { windowDays, proof, cap, rise, rounding } = readPolicy(policy, "policy");
    const opens = addDays(changedOn, -windowDays);
    const fall = new Exact(oldPrice).minus(newPrice);
    const perUnit = fall.isNegative() && rise === "nothing" ? ZERO : fall;
    let [quantity, sum, waiting] = [ZERO, ZERO, ZERO];
    const lines = lots.map((lot): ProtectionLine => {
      const status = statusOf(lot, opens, changedOn, proof);
      const had = new Exact(lot.onHand).plus(lot.soldSince);
      const worth = had.times(perUnit);
      if (status === "protected") [quantity, sum] = [quantity.plus(had), sum.plus(worth)];
      if (status === "waiting") waiting = waiting.plus(worth);
      return { id: lot.id, status, quantity: text(had), amount: status === "protected" ? text(worth) : "0" };
    });
    const uncapped = fixed(rounded(sum, rounding.decimals, rounding.mode), rounding.decimals);
    const beyond = cap === undefined ? ZERO : Exact.max(new Exact(uncapped).minus(cap), 0);
    const amount = fixed(rounded(new Exact(uncapped).minus(beyond), rounding.decimals, "down"), rounding.decimals);
    const cappedBy = new Exact(uncapped).minus(amount);
    const capLine: readonly Explanation[] = cappedBy.isZero()
      ? []
      : [{ code: "pricing.protection_cap", params: { amount: text(cappedBy.negated()), cap: cap ?? null, currency } }];
    return {
      outcome: { credit: { amount, currency }, quantity: text(quantity), cappedBy: text(cappedBy), waiting: text(waiting), lots: lines },
      explanation: {
        code: "pricing.protection",
        params: { amount, currency, oldPrice, newPrice, changedOn, quantity: text(quantity) },
        adds: "amount",
        from: [
          ...lines.map(({ id, status, quantity: had, amount: worth }) => ({
            code: "pricing.protection_lot",
            params: { id, status, quantity: had, amount: worth, currency },
          })),
          ...roundingLine(uncapped, sum, rounding),
          ...capLine,
        ],
      },
    };
  });
}

function statusOf(
  lot: ProtectedLot,
  opens: CalendarDate,
  changedOn: CalendarDate,
  proof: PriceProtectionPolicy["proof"],
): ProtectionLine["status"] {
  if (lot.receivedOn >= changedOn) return "after_change";
  if (lot.receivedOn < opens) return "too_old";
  return proof === "required" && lot.proof !== "verified" ? "waiting" : "protected";
}
