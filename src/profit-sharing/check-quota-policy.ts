import { readSafely } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import type { PlacedMessage } from "../kernel/message.js";
import { type QuotaPolicy, readQuotaPolicy } from "./quota-policy.js";

/** A policy that can be used, and gives agents less than the core text wants. */
export type QuotaWarning = PlacedMessage<"profit-sharing.class_outweighed">;

/**
 * Lists where a policy for quotas gives a later class more than an earlier one: distributors more than agents who are as good.
 *
 * @remarks
 * Classes stand in the order in which they are meant to get more. Where no class outweighs an earlier one, a member whose index is
 * at least that of a member of a later class never has the smaller quota. Equal weights are no breach.
 *
 * @param policy - The policy. One that cannot be used is a fault.
 * @returns One warning per class that outweighs one before it, with its place. Empty: the order holds.
 * @throws LibraryFault `profit-sharing.factor_missing`, `profit-sharing.factor_falls`; the first fault of `checkScorecard`; `kernel.*`.
 *
 * @source S19-147, S19-149.
 *
 * @example Distributors weigh more than agents
 * ```ts
 * import { checkQuotaPolicy, exampleQuotaPolicy } from "qudao/profit-sharing";
 *
 * const classes = [{ memberClass: "agent", weight: "1" }, { memberClass: "distributor", weight: "1.2" }];
 * checkQuotaPolicy(exampleQuotaPolicy); // => []
 * checkQuotaPolicy({ ...exampleQuotaPolicy, classes }).map((warning) => warning.path); // => ["classes[1].weight"]
 * ```
 *
 * @since 0.1.0
 */
export function checkQuotaPolicy(policy: QuotaPolicy): readonly QuotaWarning[] {
  return readSafely({ policy }, () => warningsOf(readQuotaPolicy(policy)));
}

/** @internal */
export function warningsOf({ classes }: Pick<QuotaPolicy, "classes">): readonly QuotaWarning[] {
  return classes.flatMap(({ memberClass, weight }, i): readonly QuotaWarning[] => {
    const before = classes.slice(0, i).find((one) => exact(one.weight).lessThan(weight));
    if (before === undefined) return [];
    const params = { memberClass, weight, before: before.memberClass, beforeWeight: before.weight };
    return [{ code: "profit-sharing.class_outweighed", path: `classes[${i}].weight`, params }];
  });
}
