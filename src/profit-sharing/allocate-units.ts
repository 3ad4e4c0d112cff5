/**
 * The kernel's allocation as every split of this room uses it: one part per party, and whether it got a unit that cutting left over.
 *
 * @internal
 */

import { type AllocationPolicy, type AllocationProblem, allocateAmount } from "../kernel/allocation.js";
import { exact } from "../kernel/decimal.js";
import type { Explanation } from "../kernel/explanation.js";
import { payable } from "../kernel/money.js";
import { err, ok, type Result } from "../kernel/result.js";
import { sharingFault } from "./sharing-fault.js";

/** @internal */
export interface AllocatedPart {
  readonly partyId: string;
  readonly share: string;
  readonly amount: string;
  /** Whether the part holds a smallest unit beyond its share as cut. */
  readonly spare: boolean;
}

/** @internal */
export interface Weighted {
  readonly partyId: string;
  readonly share: string;
}

/** @internal */
export function allocateUnits(
  total: string,
  parties: readonly Weighted[],
  policy: AllocationPolicy,
): Result<readonly AllocatedPart[], AllocationProblem> {
  const split = allocateAmount({ total, weights: parties.map(({ share }) => share) }, policy);
  if (!split.ok) return err(split.problem);
  const lines = split.value.explanation.from ?? [];
  return ok(
    parties.map(({ partyId, share }, i) => ({
      partyId,
      share,
      amount: split.value.outcome[i] as string,
      spare: lines[i]?.code === "kernel.allocated_with_spare",
    })),
  );
}

/** As `allocateUnits`, for weights of which one is known to be above 0 and a total known to fit. @internal */
export function mustAllocate(total: string, parties: readonly Weighted[], policy: AllocationPolicy): readonly AllocatedPart[] {
  if (exact(total).isZero()) {
    const amount = payable(exact("0"), { decimals: policy.decimals, mode: "down" });
    return parties.map(({ partyId, share }) => ({ partyId, share, amount, spare: false }));
  }
  const split = allocateUnits(total, parties, policy);
  if (!split.ok) throw sharingFault("kernel.no_branch", "", { got: split.problem.code });
  return split.value;
}

/** @internal */
export function explainPart({ partyId, share, amount, spare }: AllocatedPart): Explanation {
  return { code: spare ? "profit-sharing.split_part_with_spare" : "profit-sharing.split_part", params: { partyId, share, amount } };
}
