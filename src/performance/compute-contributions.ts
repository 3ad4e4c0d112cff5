import { type AllocationPolicy, type AllocationProblem, allocateAmount } from "../kernel/allocation.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { DecimalString } from "../kernel/decimal.js";
import { exact, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import { checkDistinct } from "../kernel/read.js";
import { ok, type Result } from "../kernel/result.js";

/** Whose contributions are computed. */
export interface ContributionFacts {
  /** All members, each once, with its revenue or its profit in one currency, 0 or more. */
  readonly members: readonly { readonly member: string; readonly amount: DecimalString }[];
}

/** A member's part. */
export interface Contribution {
  /** Who. */
  readonly member: string;
  /** Its part of the whole, a ratio. */
  readonly share: DecimalString;
}

/**
 * Computes what every member contributes to the whole, in shares that add up to exactly 1.
 *
 * @remarks
 * `amount ÷ Σ amounts`, cut to the places of the policy; the units that are left over go to those its `remainder` names.
 *
 * @param facts - The members with their amounts.
 * @param policy - Decimal places of a share, and who has what rounding leaves over.
 * @returns One share per member, in the order given; the working adds up to 1.
 * @throws LibraryFault `kernel.*` for what is malformed, with the place; `kernel.named_twice` for a member that comes twice.
 *
 * @errors
 * - `kernel.negative_weight` - an amount is negative: a loss contributes no share.
 * - `kernel.no_weights` - there is nobody, or all amounts are 0.
 *
 * @source S01-12.
 *
 * @example Three equal members
 * ```ts
 * import { computeContributions } from "qudao/performance";
 *
 * const shares = computeContributions(
 *   { members: [{ member: "D1", amount: "5" }, { member: "D2", amount: "5" }, { member: "D3", amount: "5" }] },
 *   { decimals: 4, remainder: "contract_order" },
 * );
 * shares.ok && shares.value.outcome.map(({ share }) => share); // => ["0.3334", "0.3333", "0.3333"]
 * ```
 *
 * @since 0.1.0
 */
export function computeContributions(
  facts: ContributionFacts,
  policy: AllocationPolicy,
): Result<Explained<readonly Contribution[]>, AllocationProblem> {
  return readSafely({ facts, policy }, () => {
    const members = checkList(checkRecord(facts, "facts")["members"], "facts.members").map((given, i) => {
      const { member, amount } = checkRecord(given, `facts.members[${i}]`);
      return {
        member: checkText(member, `facts.members[${i}].member`),
        amount: text(exact(amount as string, `facts.members[${i}].amount`)),
      };
    });
    checkDistinct(
      members.map(({ member }) => member),
      "facts.members",
      "member",
    );
    const split = allocateAmount({ total: "1", weights: members.map(({ amount }) => amount) }, policy);
    if (!split.ok) return split;
    const outcome = members.map(({ member }, i) => ({ member, share: split.value.outcome[i] as string }));
    return ok({
      outcome,
      explanation: {
        code: "performance.contributions",
        params: { share: "1", count: members.length },
        adds: "share",
        from: outcome.map(({ member, share }, i) => ({
          code: "performance.contribution",
          params: { member, share, amount: members[i]?.amount as string },
        })),
      },
    });
  });
}
