/** What can flow from one participant to another. Each kind has its own permitted ends. */
export const flowKinds = [
  "goods",
  "information",
  "service",
  "payment",
  "influence",
  "supervision",
  "evaluation",
  "nomination",
  "referral",
] as const;
/** What flows along a relation. */
export type FlowKind = (typeof flowKinds)[number];

/** Where a participant can stand in a channel. */
export const channelPositions = ["source", "own", "intermediary", "project_buyer", "consumer", "referrer", "upstream"] as const;
/**
 * Where a participant stands: where the goods begin; a part of the manufacturer or of another participant; an independent reseller;
 * one who buys to build; where the goods end; one who only refers buyers; before the source.
 */
export type ChannelPosition = (typeof channelPositions)[number];

/** The kinds of dealer: they buy and resell by the manufacturer's authorization. */
export const dealerKinds = ["agent", "distributor", "trial_distributor"] as const;
/** What kind of dealer one is. */
export type DealerKind = (typeof dealerKinds)[number];

/** How far duties bind. */
export const dutyWeights = ["must", "should"] as const;
/** Whether a duty is an obligation (必须) or expected (应). */
export type DutyWeight = (typeof dutyWeights)[number];

/** How much a finding about a network matters, worst first. */
export const networkSeverities = ["error", "unknown", "warning"] as const;
/** `error`: the structure does not hold; `unknown`: a fact is missing, so that it cannot be judged; `warning`: allowed, and worth a look. */
export type NetworkSeverity = (typeof networkSeverities)[number];

/** The four parts of channel management, in the order of the core text. */
export const managementScopes = ["system_building", "process_control", "member_selection", "terminal_management"] as const;
/** A part of channel management. Each acts on the benefit of today and on that of later. */
export type ManagementScope = (typeof managementScopes)[number];
