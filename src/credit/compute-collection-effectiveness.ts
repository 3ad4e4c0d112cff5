import { checkCount, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, quotient, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { exactNotNegative } from "../kernel/read.js";

/** Receivables at both ends of a period, and what was sold in it. */
export interface CollectionFacts {
  /** Receivables at the beginning. */
  readonly beginning: DecimalString;
  /** Sales on credit in the period. */
  readonly creditSales: DecimalString;
  /** Months of the period, at least 1. */
  readonly months: number;
  /** Receivables at the end. */
  readonly endingTotal: DecimalString;
  /** Those of them that are not past due. */
  readonly endingCurrent: DecimalString;
}

/** How much of what could be collected was collected. */
export interface CollectionEffectiveness {
  /** A ratio: `"1"` is everything that was due. `null`: nothing could be collected. */
  readonly effectiveness: DecimalString | null;
  /** What was collected: beginning, and a month of sales, less what is left. */
  readonly collected: DecimalString;
  /** What could have been: the same less only what is not yet due. */
  readonly collectable: DecimalString;
}

/**
 * Computes the collection effectiveness index: of what could be collected, the part that was.
 *
 * @remarks
 * `(beginning + sales ÷ months − ending) ÷ (beginning + sales ÷ months − ending current)`, as a ratio; times 100 it is the index. Where
 * the denominator is 0 or below there is no index: a new customer whose first invoices are not yet due has nothing to collect from.
 *
 * @param facts - The figures of the period, in one currency.
 * @returns The ratio with both of its parts.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source Practice of collection.
 *
 * @example 80 of 90
 * ```ts
 * import { computeCollectionEffectiveness } from "qudao/credit";
 *
 * const { outcome } = computeCollectionEffectiveness({ beginning: "100", creditSales: "150", months: 3, endingTotal: "70", endingCurrent: "60" });
 * [outcome.collected, outcome.collectable]; // => ["80", "90"]
 * computeCollectionEffectiveness({ beginning: "0", creditSales: "0", months: 1, endingTotal: "0", endingCurrent: "0" }).outcome.effectiveness; // => null
 * ```
 *
 * @since 0.1.0
 */
export function computeCollectionEffectiveness(facts: CollectionFacts): Explained<CollectionEffectiveness> {
  return readSafely("facts", () => {
    const given = checkRecord(facts, "facts");
    const amount = (field: keyof CollectionFacts) => exactNotNegative(given[field], `facts.${field}`);
    const monthly = quotient(amount("creditSales"), new Exact(checkCount(given["months"], "facts.months", 1, 1200)));
    const owed = amount("beginning").plus(monthly);
    const collected = owed.minus(amount("endingTotal"));
    const collectable = owed.minus(amount("endingCurrent"));
    const effectiveness = collectable.lessThanOrEqualTo(0) ? null : text(quotient(collected, collectable));
    const outcome = { effectiveness, collected: text(collected), collectable: text(collectable) };
    const code = effectiveness === null ? "credit.collection_none" : "credit.collection_effectiveness";
    return { outcome, explanation: { code, params: outcome } };
  });
}
