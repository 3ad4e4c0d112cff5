import { deliveryIndicators } from "./delivery-indicators.js";
import { marketIndicators } from "./market-indicators.js";
import type { PerformanceIndicator } from "./performance-indicator.js";
import { relationIndicators } from "./relation-indicators.js";
import { salesDriverIndicators } from "./sales-driver-indicators.js";

/** The indicators of a channel (指标库). A host puts its own rows beside them; how much each counts is said by a scorecard. */
export const performanceIndicators: readonly PerformanceIndicator[] = [
  ...marketIndicators,
  ...deliveryIndicators,
  ...relationIndicators,
  ...salesDriverIndicators,
];
