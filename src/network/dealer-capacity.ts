import type { Finding } from "../engine/rule.js";
import type { SupportingCapability } from "../entities/catalogue.js";
import type { DealerCapability } from "../entities/dealer-capability.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { Money } from "../kernel/money.js";

/** What a dealer can do, and what it is to sell. A host spreads `capability` of the dealer into it. */
export interface DealerCapacityFacts extends DealerCapability {
  /** The day the answer is for. */
  readonly asOf: CalendarDate;
  /** What it is to sell in a year, net of tax, not negative. Absent: not known. */
  readonly plannedSales?: Money | undefined;
}

/** What is needed of dealers. */
export interface DealerCapacityPolicy {
  /** What dealers must offer beside the goods. Empty: nothing. */
  readonly neededCapabilities: readonly SupportingCapability[];
}

/**
 * `sufficient`: it can do what is needed; `expandable`: it cannot now, and could grow; `insufficient`: it cannot, and could not grow;
 * `undetermined`: a fact that decides is not known.
 */
export type DealerCapacityVerdict = "sufficient" | "expandable" | "insufficient" | "undetermined";

/** Whether a dealer can carry what is planned for it. */
export interface DealerCapacityReview {
  /** What the findings amount to. */
  readonly verdict: DealerCapacityVerdict;
  /** Sales, supporting capabilities, and whether it could grow. */
  readonly findings: readonly Finding[];
}
