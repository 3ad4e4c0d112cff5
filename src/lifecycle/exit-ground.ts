/** The grounds on which a relationship may be ended. */
export const exitGrounds = [
  "poor_performance",
  "last_place",
  "failed_remediation",
  "long_suspension",
  "breach",
  "safety_event",
  "demand_fallen",
  "competition",
  "strategy_change",
  "replacement",
  "agreement_ended",
  "own_wish",
] as const;

/** Why a relationship is ended. `own_wish` is the member's alone. */
export type ExitGround = (typeof exitGrounds)[number];
