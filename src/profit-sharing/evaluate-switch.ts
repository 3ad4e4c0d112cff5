import { readSafely } from "../kernel/check.js";
import { type DecimalString, exact, text } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { listOf, readCurrency, readDecimal, readNotNegative, readText, recordOf, uniqueBy } from "../kernel/read.js";

/** A dealer in doubt, and who could take its place. */
export interface SwitchFacts {
  /** ISO 4217 code of every amount. */
  readonly currency: string;
  /** Present value of the maker's profit with the dealer it has. Below 0: it loses by it. */
  readonly keep: DecimalString;
  /** Who could take its place, each once. Empty: nobody. */
  readonly candidates: readonly SwitchCandidate[];
}

/** Somebody who could take the place. */
export interface SwitchCandidate {
  /** The candidate. */
  readonly candidateId: string;
  /** Present value of the maker's profit with it, before the cost of switching. */
  readonly replace: DecimalString;
  /** The cost of switching to it, 0 or more. */
  readonly switchingCost: DecimalString;
}

/** When a dealer is replaced. */
export interface SwitchPolicy {
  /** The most that replacing may cost, compared with keeping. 0 or more; `"0"`: only without loss. */
  readonly tolerance: DecimalString;
}

/** Keep or replace. */
export interface SwitchDecision {
  /** What to do. */
  readonly decision: "keep" | "replace";
  /** The candidate that costs least, the first of equals. `null`: there is none. */
  readonly candidateId: string | null;
  /** `keep − (replace − switchingCost)` of that candidate. Below 0: replacing is a gain. `null`: there is no candidate. */
  readonly opportunityCost: DecimalString | null;
}

/**
 * Evaluates whether a dealer should be replaced: yes where the opportunity cost (机会成本) is within the tolerance.
 *
 * @remarks
 * `opportunityCost = keep − (replace − switchingCost)`; replaced where it is at most the tolerance, a cost exactly on it included.
 * Without a candidate the dealer is kept, whatever it is worth.
 *
 * @param facts - Present values and costs of switching.
 * @param policy - The tolerance.
 * @returns The decision, for the candidate that costs least; every candidate is in the working.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero`, `kernel.named_twice`.
 *
 * @source S19-138, S19-139.
 *
 * @example An opportunity cost of 10
 * ```ts
 * import { evaluateSwitch } from "qudao/profit-sharing";
 *
 * const facts = { currency: "CNY", keep: "100", candidates: [{ candidateId: "N", replace: "110", switchingCost: "20" }] };
 * evaluateSwitch(facts, { tolerance: "15" }).outcome; // => { decision: "replace", candidateId: "N", opportunityCost: "10" }
 * evaluateSwitch(facts, { tolerance: "5" }).outcome.decision; // => "keep"
 * ```
 *
 * @since 0.1.0
 */
export function evaluateSwitch(facts: SwitchFacts, policy: SwitchPolicy): Explained<SwitchDecision> {
  return readSafely({ facts, policy }, () => {
    const { currency, keep, candidates } = recordOf<SwitchFacts>({
      currency: readCurrency,
      keep: readDecimal,
      candidates: uniqueBy(
        "candidateId",
        listOf(recordOf<SwitchCandidate>({ candidateId: readText, replace: readDecimal, switchingCost: readNotNegative })),
      ),
    })(facts, "facts");
    const { tolerance } = recordOf<SwitchPolicy>({ tolerance: readNotNegative })(policy, "policy");
    const costs = candidates.map((one) => ({ ...one, cost: exact(keep).minus(one.replace).plus(one.switchingCost) }));
    const from = costs.map(
      ({ candidateId, replace, switchingCost, cost }): Explanation => ({
        code: "profit-sharing.switch_candidate",
        params: { candidateId, keep, replace, switching: switchingCost, cost: text(cost) },
      }),
    );
    const [first, ...others] = costs;
    if (first === undefined) {
      return {
        outcome: { decision: "keep", candidateId: null, opportunityCost: null },
        explanation: { code: "profit-sharing.switch_no_candidate", params: {} },
      };
    }
    const { candidateId, cost } = others.reduce((best, one) => (one.cost.lessThan(best.cost) ? one : best), first);
    const replaced = cost.lessThanOrEqualTo(tolerance);
    return {
      outcome: { decision: replaced ? "replace" : "keep", candidateId, opportunityCost: text(cost) },
      explanation: {
        code: replaced ? "profit-sharing.switch_replaced" : "profit-sharing.switch_kept",
        params: { candidateId, cost: text(cost), tolerance, currency },
        from,
      },
    };
  });
}
