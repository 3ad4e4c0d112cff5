import { checkChoice, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, sumOf, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { checkDistinct, exactNotNegative, exactShare, readRecords } from "../kernel/read.js";

/** Kinds of property that secure credit. */
export const collateralKinds = ["real_estate", "land_use_right", "equipment", "vehicle", "stock_of_goods", "receivables", "other"] as const;

/** One of `collateralKinds`. */
export type CollateralKind = (typeof collateralKinds)[number];

/** Property offered as security (抵押物). */
export interface Collateral {
  /** The host's identifier. Not empty. */
  readonly id: string;
  /** What it is. */
  readonly kind: CollateralKind;
  /** What it was appraised at, not negative. */
  readonly appraisedValue: DecimalString;
  /** Claims on it that come first, not negative. */
  readonly encumbrances: DecimalString;
  /** Whether it may be mortgaged. `unknown`: nobody looked, and then it counts 0. */
  readonly mortgageable: "yes" | "no" | "unknown";
}

/** What is offered. */
export interface CollateralFacts {
  /** The property, each once, in one currency. */
  readonly collateral: readonly Collateral[];
}

/** The part of the appraised value that counts, by kind. A kind without a row counts 0. */
export interface CollateralPolicy {
  /** One row per kind. */
  readonly lendingRates: readonly { readonly kind: CollateralKind; readonly rate: Rate }[];
}

/** What property is worth as security. */
export interface CollateralValue {
  /** The sum. */
  readonly value: DecimalString;
  /** One line per property, in their order. */
  readonly lines: readonly { readonly id: string; readonly value: DecimalString }[];
}

/**
 * Computes what property is worth as security: the part of its appraised value that may be lent on, less what comes first.
 *
 * @remarks
 * `max(0, appraised × rate − encumbrances)`; 0 where it may not be mortgaged or nobody looked. Property that is charged to its full
 * worth counts 0, and a shortfall of one never eats into another.
 *
 * @param facts - The property.
 * @param policy - The lending rates.
 * @returns The value, with one line per property that adds up to it.
 * @throws LibraryFault `kernel.*` with the place; `kernel.named_twice` for property or a kind that comes twice.
 *
 * @source S19-86.
 *
 * @example Fully encumbered property counts 0
 * ```ts
 * import { computeCollateralValue } from "qudao/credit";
 *
 * const depot = { id: "depot", kind: "real_estate" as const, appraisedValue: "900000", mortgageable: "yes" as const };
 * const value = (encumbrances: string) =>
 *   computeCollateralValue({ collateral: [{ ...depot, encumbrances }] }, { lendingRates: [{ kind: "real_estate", rate: "0.7" }] }).outcome.value;
 * value("200000"); // => "430000"
 * value("900000"); // => "0"
 * ```
 *
 * @since 0.1.0
 */
export function computeCollateralValue(facts: CollateralFacts, policy: CollateralPolicy): Explained<CollateralValue> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const rows = readRecords(
      checkRecord(policy, "policy")["lendingRates"],
      "policy.lendingRates",
      (row, path) => [checkChoice(row["kind"], `${path}.kind`, collateralKinds), exactShare(row["rate"], `${path}.rate`)] as const,
    );
    checkDistinct(
      rows.map(([kind]) => kind),
      "policy.lendingRates",
      "kind",
    );
    const rates = new Map(rows);
    const found = readRecords(given["collateral"], "facts.collateral", (row, path) => {
      const id = checkText(row["id"], `${path}.id`);
      const kind = checkChoice(row["kind"], `${path}.kind`, collateralKinds);
      const appraised = exactNotNegative(row["appraisedValue"], `${path}.appraisedValue`);
      const encumbrances = exactNotNegative(row["encumbrances"], `${path}.encumbrances`);
      const mortgageable = checkChoice(row["mortgageable"], `${path}.mortgageable`, ["yes", "no", "unknown"]);
      const rate = rates.get(kind) ?? ZERO;
      const value = mortgageable === "yes" ? Exact.max(ZERO, appraised.times(rate).minus(encumbrances)) : ZERO;
      const params = {
        id,
        kind,
        appraised: text(appraised),
        rate: text(rate),
        encumbrances: text(encumbrances),
        mortgageable,
        amount: text(value),
      };
      return { id, value, params };
    });
    checkDistinct(
      found.map((one) => one.id),
      "facts.collateral",
      "id",
    );
    const value = text(sumOf(found.map((one) => one.value)));
    return {
      outcome: { value, lines: found.map((one) => ({ id: one.id, value: text(one.value) })) },
      explanation: {
        code: "credit.collateral",
        params: { amount: value },
        adds: "amount",
        from: found.map(({ params }) => ({ code: "credit.collateral_line", params })),
      },
    };
  });
}
