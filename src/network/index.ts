/**
 * Who takes part in a channel, how they are related, and whether that structure holds.
 *
 * @module
 */

export {
  type ChannelPosition,
  channelPositions,
  type DutyWeight,
  dutyWeights,
  type FindingSeverity,
  type FlowKind,
  findingSeverities,
  flowKinds,
  type ManagementScope,
  managementScopes,
} from "./catalogue.js";
export { checkNetwork } from "./check-network.js";
export { defaultNetwork } from "./default-network.js";
export { type NetworkCode, networkMessages, type StructureCode } from "./messages.js";
export type { Network, NetworkFinding, NetworkPolicy, NetworkReview, NetworkVerdict, Relation } from "./network.js";
export {
  type ParticipantDuty,
  type ParticipantFunction,
  type ParticipantProfile,
  participantProfiles,
} from "./participant-profiles.js";
export { type PermittedFlow, permittedFlows } from "./permitted-flows.js";
