/**
 * Whether caps per sale of a programme can be settled: what it earns has to be known sale by sale.
 *
 * @internal
 */
import type { IncentiveProgramme } from "../incentives/programme.js";
import type { StackingGroup } from "../incentives/stacking-policy.js";

/** Why a cap per sale cannot be settled. Their words: `settlement.sale_cap_obstacle`. */
export type SaleCapObstacle = "kept" | "stacking" | "projection";

/**
 * The first cap per sale, by its place, and what stands against it. Absent: nothing does, or no cap is per sale.
 *
 * @param group - The group of programmes that share its sales. Absent: it earns for itself.
 */
export function saleCapObstacle(
  programme: IncentiveProgramme,
  group: StackingGroup | undefined,
): { readonly at: number; readonly capId: string; readonly obstacle: SaleCapObstacle } | undefined {
  const { caps = [] } = programme;
  for (const [at, { id: capId, per, above }] of caps.entries()) {
    if (per !== "sale") continue;
    const obstacle = above === "kept" ? "kept" : group !== undefined && lessens(group) ? "stacking" : undefined;
    if (obstacle !== undefined) return { at, capId, obstacle };
  }
  return undefined;
}

/** Whether programmes of the group earn on less than the amounts of their own lines. */
function lessens({ combine, reducedBy }: StackingGroup): boolean {
  return combine === "reduce_base" || combine === "specific_first" || reducedBy.length > 0;
}
