import type { IncentiveProgramme } from "../incentives/programme.js";

/** Why a cap per sale cannot be settled. Their words: `settlement.sale_cap_obstacle`. @internal */
export type SaleCapObstacle = "kept" | "projection";

/**
 * The first cap per sale, by its place, and what stands against it. Absent: nothing does, or no cap is per sale. A sale is capped over all of its windows,
 * so that no later one has room for what is above.
 *
 * @internal
 */
export function saleCapObstacle({
  caps = [],
}: IncentiveProgramme): { readonly at: number; readonly capId: string; readonly obstacle: SaleCapObstacle } | undefined {
  const at = caps.findIndex(({ per, above }) => per === "sale" && above === "kept");
  return at < 0 ? undefined : { at, capId: caps[at]?.id as string, obstacle: "kept" };
}
