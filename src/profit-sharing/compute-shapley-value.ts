import { type RemainderOrder, remainderOrders } from "../kernel/allocation.js";
import { readSafely } from "../kernel/check.js";
import { type DecimalString, Exact, exact, fixed, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { choiceOf, listOf, readCurrency, readDecimal, readPlaces, readText, recordOf, someOf } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";
import { mustAllocate } from "./allocate-units.js";
import { sharingFault } from "./sharing-fault.js";

/** What every group of parties can earn by itself. */
export interface ShapleyFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** The parties, 1 to 10, each once. */
  readonly partyIds: readonly string[];
  /** What each group earns by itself, every group once, single parties and all together included. Below 0 is a loss. */
  readonly coalitions: readonly CoalitionValue[];
}

/** What a group of parties earns by itself. */
export interface CoalitionValue {
  /** The parties of the group, in any order. */
  readonly partyIds: readonly string[];
  /** What they earn together without the others. */
  readonly value: DecimalString;
}

/** How the values are written. */
export interface ShapleyPolicy {
  /** Places of every value. */
  readonly decimals: number;
  /** Who gets the smallest units that cutting leaves over. */
  readonly remainder: RemainderOrder;
}

/** Shares by contribution. */
export interface ShapleyOutcome {
  /** What each party gets, in the order given; together the value of all. */
  readonly parties: readonly {
    /** The party. */
    readonly partyId: string;
    /** Its Shapley value, money with the places of the policy. Below 0: it bears more than it brings. */
    readonly amount: DecimalString;
    /** What it earns alone, exact. Below 0: a loss. */
    readonly alone: DecimalString;
  }[];
  /** Groups that would earn more by themselves than their members get here. Empty: nobody has a reason to leave. */
  readonly blockedBy: readonly (readonly string[])[];
}

/** Why there are no shares by contribution. */
export type ShapleyProblem = Message<"kernel.total_too_precise">;

const MOST_PARTIES = 10;

/**
 * Computes the Shapley value: each party gets what it adds, on average over all orders in which the parties could have joined.
 *
 * @remarks
 * `value(i) = Σ over groups S without i of |S|! (n − |S| − 1)! ÷ n! × (v(S with i) − v(S))`, exact as fractions over n!; the values
 * are then cut to `decimals` and the missing units handed out, so that they add up to the value of all. Where a group is worth more
 * than its members get, it is named: the value is fair, and not always stable.
 *
 * @param facts - The parties and what every group earns.
 * @param policy - Places and the owner of the remainder.
 * @returns One value per party.
 * @throws LibraryFault `profit-sharing.coalition_missing` where a group has no value: unknown is never 0. `kernel.named_twice`,
 * `profit-sharing.not_listed`, `kernel.*`.
 *
 * @errors
 * - `kernel.total_too_precise` - the value of all has more places than can be paid.
 *
 * @source L. S. Shapley, A value for n-person games (1953).
 *
 * @example A maker and two agents who can replace each other
 * ```ts
 * import { computeShapleyValue } from "qudao/profit-sharing";
 *
 * const coalitions = [
 *   { partyIds: ["maker"], value: "0" }, { partyIds: ["a"], value: "0" }, { partyIds: ["b"], value: "0" }, { partyIds: ["a", "b"], value: "0" },
 *   { partyIds: ["maker", "a"], value: "60" }, { partyIds: ["maker", "b"], value: "60" }, { partyIds: ["maker", "a", "b"], value: "60" },
 * ];
 * const facts = { currency: "CNY", partyIds: ["maker", "a", "b"], coalitions };
 * const answer = computeShapleyValue(facts, { decimals: 2, remainder: "contract_order" });
 * answer.ok && answer.value.outcome.parties.map((party) => party.amount); // => ["40.00", "10.00", "10.00"]
 * answer.ok && answer.value.outcome.blockedBy; // => [["maker", "a"], ["maker", "b"]]
 * ```
 *
 * @since 0.1.0
 */
export function computeShapleyValue(facts: ShapleyFacts, policy: ShapleyPolicy): Result<Explained<ShapleyOutcome>, ShapleyProblem> {
  return readSafely({ facts, policy }, () => {
    const { currency, partyIds, coalitions } = recordOf<ShapleyFacts>({
      currency: readCurrency,
      partyIds: someOf(readText),
      coalitions: listOf(recordOf<CoalitionValue>({ partyIds: listOf(readText), value: readDecimal })),
    })(facts, "facts");
    const { decimals, remainder } = recordOf<ShapleyPolicy>({ decimals: readPlaces, remainder: choiceOf(remainderOrders) })(
      policy,
      "policy",
    );
    const values = valuesOf(partyIds, coalitions);
    const n = partyIds.length;
    const all = (1 << n) - 1;
    const whole = values[all] as Exact;
    if (whole.decimalPlaces() > decimals) return err({ code: "kernel.total_too_precise", params: { total: text(whole), decimals } });

    const orders = factorial(n);
    const sums = partyIds.map((_, i) => shapleyOver(values, i, n));
    // Values may be below 0, and an allocation takes no weight below 0: all are lifted by one whole number of units, and lowered again.
    const unit = new Exact(1n, decimals);
    const lowest = sums.reduce((least, sum) => Exact.min(least, sum), ZERO);
    const lift = lowest.isZero()
      ? ZERO
      : lowest
          .negated()
          .times(new Exact(10n ** BigInt(decimals)))
          .dividedToIntegerBy(orders)
          .plus(1)
          .times(unit);
    const weights = sums.map((sum, i) => ({ partyId: partyIds[i] as string, share: text(sum.plus(lift.times(orders))) }));
    const parts = mustAllocate(fixed(whole.plus(lift.times(n)), decimals), weights, { decimals, remainder });
    const amounts = parts.map(({ amount }) => fixed(exact(amount).minus(lift), decimals));
    const blockedBy = values.flatMap((value, group) => {
      if (group === 0 || group === all) return [];
      const got = sums.reduce((sum, one, i) => ((group & (1 << i)) !== 0 ? sum.plus(one) : sum), ZERO);
      return value.times(orders).greaterThan(got) ? [members(partyIds, group)] : [];
    });
    return ok({
      outcome: {
        parties: partyIds.map((partyId, i) => ({ partyId, amount: amounts[i] as string, alone: text(values[1 << i] as Exact) })),
        blockedBy,
      },
      explanation: {
        code: "profit-sharing.shapley",
        params: { amount: fixed(whole, decimals), currency, parties: n, blocked: blockedBy.length },
        adds: "amount",
        from: partyIds.map((partyId, i) => ({
          code: "profit-sharing.shapley_part",
          params: { partyId, amount: amounts[i] as string, alone: text(values[1 << i] as Exact) },
        })),
      },
    });
  });
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function members(partyIds: readonly string[], group: number): readonly string[] {
  return partyIds.filter((_, i) => (group & (1 << i)) !== 0);
}

/** Values by the bits of a group; the empty group earns 0. */
function valuesOf(partyIds: readonly string[], coalitions: readonly CoalitionValue[]): readonly Exact[] {
  if (partyIds.length > MOST_PARTIES) {
    throw sharingFault("kernel.outside_bounds", "facts.partyIds", { got: partyIds.length, least: "1", most: String(MOST_PARTIES) });
  }
  const bits = new Map(partyIds.map((partyId, i) => [partyId, 1 << i]));
  if (bits.size < partyIds.length) {
    const at = partyIds.findIndex((partyId, i) => partyIds.indexOf(partyId) !== i);
    throw sharingFault("kernel.named_twice", `facts.partyIds[${at}]`, { got: partyIds[at] as string });
  }
  const values: Exact[] = [];
  values[0] = ZERO;
  coalitions.forEach((coalition, at) => {
    const group = coalition.partyIds.reduce((all, partyId, i) => {
      const bit = bits.get(partyId);
      const path = `facts.coalitions[${at}].partyIds[${i}]`;
      if (bit === undefined) throw sharingFault("profit-sharing.not_listed", path, { got: partyId });
      if ((all & bit) !== 0) throw sharingFault("kernel.named_twice", path, { got: partyId });
      return all | bit;
    }, 0);
    if (group === 0) throw sharingFault("kernel.list_empty", `facts.coalitions[${at}].partyIds`, {});
    if (values[group] !== undefined) {
      throw sharingFault("kernel.named_twice", `facts.coalitions[${at}]`, { got: [...coalition.partyIds] });
    }
    values[group] = exact(coalition.value);
  });
  for (let group = 1; group < 1 << partyIds.length; group++) {
    if (values[group] === undefined) {
      throw sharingFault("profit-sharing.coalition_missing", "facts.coalitions", { parties: [...members(partyIds, group)] });
    }
  }
  return values;
}

/** A party's value times n!: every group it could join, with the number of orders in which it joins that group. */
function shapleyOver(values: readonly Exact[], party: number, n: number): Exact {
  const bit = 1 << party;
  let sum = ZERO;
  for (let group = 0; group < 1 << n; group++) {
    if ((group & bit) !== 0) continue;
    let size = 0;
    for (let rest = group; rest > 0; rest &= rest - 1) size++;
    const orders = factorial(size) * factorial(n - size - 1);
    sum = sum.plus((values[group | bit] as Exact).minus(values[group] as Exact).times(orders));
  }
  return sum;
}
