import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import { type DecimalLike, type DecimalString, Exact, exact, quotient, text, ZERO } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { exactNotNegative } from "../kernel/read.js";

/** What going on with somebody is worth today: a value, or what comes in at the end of each period. */
export type ReplacementValue = { readonly value: DecimalString } | { readonly cashFlows: readonly DecimalString[] };

/** Two ways to go on. */
export interface ReplacementDecisionFacts {
  /** With the member: what it is expected to bring, its arrears included. */
  readonly keep: ReplacementValue;
  /** With the candidate. */
  readonly replace: ReplacementValue;
  /** What changing costs: notice, stock taken back, training, sales lost on the way. Not negative. */
  readonly switchingCost: DecimalString;
}

/** How much a replacement may cost. */
export interface ReplacementDecisionPolicy {
  /** The largest opportunity cost that is not large; reached by equality. */
  readonly tolerance: DecimalString;
  /** Rate per period by which cash flows are discounted. Values are not. */
  readonly ratePerPeriod: Rate;
}

/** Whether to replace. */
export interface ReplacementDecision {
  /** The decision. */
  readonly decision: "replace" | "keep";
  /** `keep − replace + switching`; below 0 replacing even gains. */
  readonly opportunityCost: DecimalString;
  /** Present value of keeping. */
  readonly keepValue: DecimalString;
  /** Present value of replacing, before switching. */
  readonly replaceValue: DecimalString;
}

/**
 * Decides whether a member that does not pay is replaced: yes, if the opportunity cost is not large.
 *
 * @remarks
 * `opportunity cost = NPV(keep) − NPV(replace) + switching cost`; replace if it is at most the tolerance. The first cash flow comes at the
 * end of the first period. Quotients are cut at 40 significant digits.
 *
 * @param facts - Both ways to go on, and the cost of changing.
 * @param policy - Tolerance and discount rate.
 * @returns The decision; the working adds up to the opportunity cost.
 * @throws LibraryFault `kernel.*`, `kernel.below_zero` with the place.
 *
 * @source S19-139.
 *
 * @example Keep 100, replace 110, switching 20
 * ```ts
 * import { evaluateReplacement } from "qudao/credit";
 *
 * const facts = { keep: { value: "100" }, replace: { value: "110" }, switchingCost: "20" };
 * const decide = (tolerance: string) => evaluateReplacement(facts, { tolerance, ratePerPeriod: "0" }).outcome;
 * decide("15").opportunityCost; // => "10"
 * [decide("15").decision, decide("5").decision]; // => ["replace", "keep"]
 * ```
 *
 * @since 0.1.0
 */
export function evaluateReplacement(facts: ReplacementDecisionFacts, policy: ReplacementDecisionPolicy): Explained<ReplacementDecision> {
  return readSafely({ facts, policy }, () => {
    const given = checkRecord(facts, "facts");
    const agreed = checkRecord(policy, "policy");
    const rate = exactNotNegative(agreed["ratePerPeriod"], "policy.ratePerPeriod");
    const tolerance = exactNotNegative(agreed["tolerance"], "policy.tolerance");
    const keep = presentValue(given["keep"], "facts.keep", rate);
    const replace = presentValue(given["replace"], "facts.replace", rate);
    const switching = exactNotNegative(given["switchingCost"], "facts.switchingCost");
    const cost = keep.minus(replace).plus(switching);
    const decision = cost.greaterThan(tolerance) ? "keep" : "replace";
    const opportunityCost = text(cost);
    const outcome = { decision, opportunityCost, keepValue: text(keep), replaceValue: text(replace) } as const;
    return {
      outcome,
      explanation: {
        code: "credit.replacement_decided",
        params: { decision, amount: opportunityCost, tolerance: text(tolerance) },
        adds: "amount",
        from: [
          { code: "credit.replacement_keep", params: { amount: outcome.keepValue } },
          { code: "credit.replacement_replace", params: { amount: text(replace.negated()) } },
          { code: "credit.replacement_switching", params: { amount: text(switching) } },
        ],
      },
    };
  });
}

function presentValue(value: unknown, path: string, rate: Exact): Exact {
  const given = checkRecord(value, path);
  if (given["cashFlows"] === undefined) return exact(given["value"] as DecimalLike, `${path}.value`);
  let [sum, factor] = [ZERO, new Exact(1)];
  checkList(given["cashFlows"], `${path}.cashFlows`).forEach((flow, i) => {
    factor = factor.times(rate.plus(1));
    sum = sum.plus(quotient(exact(flow as DecimalLike, `${path}.cashFlows[${i}]`), factor));
  });
  return sum;
}
