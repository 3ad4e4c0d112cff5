import { checkRecord, checkText, readSafely } from "../kernel/check.js";
import { checkPlaces, type DecimalString, type Exact, quotient, rounded, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { checkWithin, isAbsent, relocated } from "./candidate-fault.js";

/** Ways of being present in a market: through dealers, or with stores of one's own. */
export const cooperationModes = ["dealer", "own_store"] as const;

/** See `cooperationModes`. */
export type CooperationMode = (typeof cooperationModes)[number];

/** What each way costs in one period. */
export interface CooperationModeFacts {
  /** Currency of every amount. */
  readonly currency: string;
  /** The dealer. */
  readonly dealer: ModeCost;
  /** The store of one's own. */
  readonly ownStore: ModeCost;
  /** Units expected to be sold in the period. Absent or null: not known. */
  readonly expectedUnits?: DecimalString | null | undefined;
}

/** What a way costs: a sum for the period, and a sum for each unit sold. */
export interface ModeCost {
  /** Cost of the period whatever is sold: rent and wages, or looking after the dealer. Net of tax, 0 or more. */
  readonly fixed: DecimalString;
  /** Cost of each unit: handling, or the margin left to the dealer. Net of tax, 0 or more. */
  readonly perUnit: DecimalString;
}

/** How the comparison is reported. */
export interface CooperationModePolicy {
  /** Decimal places of the break-even volume, which is rounded up: from there on the other way is not dearer. */
  readonly places: number;
}

/** Two ways compared. */
export interface CooperationModeComparison {
  /** Units at which both cost the same. `null`: there is no such volume above 0. */
  readonly breakEvenUnits: DecimalString | null;
  /** When a store of one's own is the cheaper way: above or below the break-even, at every volume above 0, or at none. `equal`: they cost the same. */
  readonly ownStoreCheaper: "above" | "below" | "always" | "never" | "equal";
  /** What each costs at the expected volume. `null`: the volume is not known. */
  readonly atExpected: { readonly dealer: DecimalString; readonly ownStore: DecimalString } | null;
  /** The cheaper way at the expected volume. `null`: they cost the same, or the volume is not known. */
  readonly cheaper: CooperationMode | null;
}

/**
 * Compares selling through a dealer with a store of one's own: from which volume on one of them is cheaper.
 *
 * @remarks
 * `cost = fixed + units × per unit`. `break-even = (fixed cost of the store − of the dealer) ÷ (unit cost of the dealer − of the store)`,
 * where it is above 0. Cost decides only cost: control, coverage and risk are for the scorecards.
 *
 * @param facts - Fixed and unit cost of both ways, and the expected volume.
 * @param policy - How the break-even volume is reported.
 * @returns The break-even volume, and which way is cheaper at the expected one.
 * @throws LibraryFault `kernel.not_a_decimal`, `engine.score_out_of_range` for an amount below 0, `kernel.not_a_count`, `kernel.not_text`.
 *
 * @source Establishing a channel: decide whether to cooperate with dealers or to open stores of one's own.
 *
 * @example A store that costs 100 and saves a margin of 5 a unit
 * ```ts
 * import { compareCooperationModes } from "qudao/admission";
 *
 * const { outcome } = compareCooperationModes(
 *   { currency: "CNY", dealer: { fixed: "0", perUnit: "5" }, ownStore: { fixed: "100", perUnit: "0" }, expectedUnits: "30" },
 *   { places: 0 },
 * );
 * [outcome.breakEvenUnits, outcome.ownStoreCheaper, outcome.cheaper]; // => ["20", "above", "own_store"]
 * ```
 *
 * @since 0.1.0
 */
export function compareCooperationModes(facts: CooperationModeFacts, policy: CooperationModePolicy): Explained<CooperationModeComparison> {
  return readSafely({ facts, policy }, () => {
    const places = checkPlaces(checkRecord(policy, "policy")["places"] as number, "policy.places");
    const given = checkRecord(facts, "facts") as unknown as CooperationModeFacts;
    const currency = checkText(given.currency, "facts.currency");
    const dealer = readCost(given.dealer, "facts.dealer");
    const ownStore = readCost(given.ownStore, "facts.ownStore");
    const units = isAbsent(given.expectedUnits) ? null : checkWithin(given.expectedUnits, "facts.expectedUnits", "0", null);
    const { ownStoreCheaper, breakEven } = relocated("", "facts", () => meet(dealer, ownStore));
    // two costs that hardly differ meet at more units than can be written
    const breakEvenUnits = breakEven === null ? null : relocated("", "facts", () => text(rounded(breakEven, places, "ceiling")));
    const costs = units === null ? null : { dealer: costOf(dealer, units), ownStore: costOf(ownStore, units) };
    const cheaper =
      costs === null || costs.dealer.equals(costs.ownStore) ? null : costs.dealer.lessThan(costs.ownStore) ? "dealer" : "own_store";
    const from: readonly Explanation[] =
      units === null || costs === null
        ? [{ code: "admission.volume_not_known", params: {} }]
        : cooperationModes.map((mode) => {
            const [cost, amount] = mode === "dealer" ? [dealer, costs.dealer] : [ownStore, costs.ownStore];
            const params = { mode, fixed: text(cost.fixed), perUnit: text(cost.perUnit), units: text(units), cost: text(amount), currency };
            return { code: "admission.mode_cost", params };
          });
    const atExpected = costs === null ? null : { dealer: text(costs.dealer), ownStore: text(costs.ownStore) };
    return {
      outcome: { breakEvenUnits, ownStoreCheaper, atExpected, cheaper },
      explanation: { code: "admission.modes_compared", params: { ownStoreCheaper, breakEven: breakEvenUnits }, from },
    };
  });
}

interface ReadCost {
  readonly fixed: Exact;
  readonly perUnit: Exact;
}

function readCost(cost: unknown, path: string): ReadCost {
  const { fixed, perUnit } = checkRecord(cost, path);
  return { fixed: checkWithin(fixed, `${path}.fixed`, "0", null), perUnit: checkWithin(perUnit, `${path}.perUnit`, "0", null) };
}

function costOf({ fixed, perUnit }: ReadCost, units: Exact): Exact {
  return fixed.plus(perUnit.times(units));
}

function meet(
  dealer: ReadCost,
  ownStore: ReadCost,
): Pick<CooperationModeComparison, "ownStoreCheaper"> & { readonly breakEven: Exact | null } {
  const dearer = ownStore.fixed.minus(dealer.fixed);
  const saved = dealer.perUnit.minus(ownStore.perUnit);
  if (dearer.isZero() && saved.isZero()) return { ownStoreCheaper: "equal", breakEven: null };
  if (!dearer.greaterThan(0) && !saved.lessThan(0)) return { ownStoreCheaper: "always", breakEven: null };
  if (!dearer.lessThan(0) && !saved.greaterThan(0)) return { ownStoreCheaper: "never", breakEven: null };
  return { ownStoreCheaper: saved.greaterThan(0) ? "above" : "below", breakEven: quotient(dearer, saved) };
}
