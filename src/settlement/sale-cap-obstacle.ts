/**
 * Whether caps per sale of a programme can be settled: what it earns has to be known sale by sale.
 *
 * @internal
 */
import type { IncentiveProgramme } from "../incentives/programme.js";
import { qualifierMeasure } from "../incentives/qualifier-measure.js";

/** Why a cap per sale cannot be settled. Their words: `settlement.sale_cap_obstacle`. */
export type SaleCapObstacle = "kept" | "stacking" | "upline" | "joint" | "measure" | "projection";

/** The first cap per sale, by its place, and what stands against it. Absent: nothing does, or no cap is per sale. */
export function saleCapObstacle(
  programme: IncentiveProgramme,
  isStacked: boolean,
): { readonly at: number; readonly capId: string; readonly obstacle: SaleCapObstacle } | undefined {
  const { caps = [] } = programme;
  for (const [at, { id: capId, per, above }] of caps.entries()) {
    if (per !== "sale") continue;
    const obstacle = above === "kept" ? "kept" : isStacked ? "stacking" : obstacleOf(programme);
    if (obstacle !== undefined) return { at, capId, obstacle };
  }
  return undefined;
}

function obstacleOf(programme: IncentiveProgramme): SaleCapObstacle | undefined {
  const { earner, qualifier, payOn } = programme;
  if (earner.uplineOfSeller === true) return "upline";
  if (earner.jointly === true) return "joint";
  const isMeasured = qualifier.kind === "share" || qualifierMeasure(qualifier) !== undefined || typeof payOn === "object";
  return isMeasured ? "measure" : undefined;
}
