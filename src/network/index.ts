/**
 * The network of a channel (渠道网络): who takes part, what flows between them, and whether that structure holds.
 *
 * A network is JSON: participants of fifteen kinds, relations of nine flows between them, the organisations behind them and their
 * territories. `permittedFlows` says from whom to whom what may flow, `participantProfiles` what each kind does and owes, and
 * `defaultNetwork` is the organisation of the core text. `checkNetwork` asks fourteen questions about a structure and answers with
 * findings as data. `listChannels` gives the ways to the consumer, `detectDualDistribution` where they compete.
 *
 * `computeSellOut` tells what dealers take in from what they sell to those who use it. `computeChannelPower` says who depends on whom,
 * `computeConcentration` how much hangs on few, `compareOffices` what factory offices change. `findBlockages`, `findCutOff` and `proposeRelinks` lead a channel round members that stop. `buildNetworkGraph` and
 * `renderNetwork` draw it.
 *
 * @zh
 * 渠道网络：谁参与其中，彼此之间流动什么，结构是否成立。
 *
 * 网络是 JSON：十五类参与者、彼此之间九种流的关系、背后的组织，以及各自的区域。`permittedFlows` 说明什么可以从谁流向谁，`participantProfiles` 说明每类参与者的职能与义务，`defaultNetwork` 是基本的组织形式。`checkNetwork` 对结构提出十四个问题，以数据回答。`listChannels` 给出通往消费者的各条渠道，`detectDualDistribution` 指出它们在哪里相互竞争。
 *
 * `computeSellOut` 把经销商的进货与卖给使用者的出货分开。`computeChannelPower` 说明谁依赖谁，`computeConcentration` 说明多少业务系于少数几家，`compareOffices` 说明厂家办事处带来什么改变。`findBlockages`、`findCutOff` 与 `proposeRelinks` 让渠道绕过停摆的成员。`buildNetworkGraph` 与 `renderNetwork` 把网络画出来。
 *
 * @module
 */

export type {
  BlockageFacts,
  BlockagePolicy,
  Blockages,
  BlockageVerdict,
  MemberBlockage,
  MemberFlow,
  OverdueItem,
} from "./blockage.js";
export { buildNetworkGraph, type NetworkEdge, type NetworkGraph, type NetworkNode } from "./build-network-graph.js";
export {
  type ChannelPosition,
  channelPositions,
  type DealerKind,
  type DutyWeight,
  dealerKinds,
  dutyWeights,
  type FlowKind,
  flowKinds,
  type ManagementScope,
  managementScopes,
  type NetworkSeverity,
  networkSeverities,
} from "./catalogue.js";
export { checkDealerCapacity } from "./check-dealer-capacity.js";
export { checkNetwork } from "./check-network.js";
export {
  type ChannelBenefit,
  compareOffices,
  type DealerSales,
  type OfficeComparison,
  type OfficeCosts,
  type OfficeFacts,
  type OfficePolicy,
  type OfficeProblem,
  type WithAndWithout,
} from "./compare-offices.js";
export {
  type AppealIndex,
  type AppealPolicy,
  type AppealProblem,
  type AppealWeights,
  computeAppealIndex,
} from "./compute-appeal-index.js";
export {
  type BenefitFacts,
  type BenefitHorizons,
  type BenefitLine,
  type BenefitPolicy,
  computeBenefit,
  type ScopeBenefit,
} from "./compute-benefit.js";
export {
  type BusinessTotals,
  type ChannelPower,
  computeChannelPower,
  type PowerFacts,
  type PowerPair,
  type PowerPolicy,
  type PowerProblem,
} from "./compute-channel-power.js";
export {
  type BusinessPart,
  type BusinessShare,
  type Concentration,
  type ConcentrationFacts,
  type ConcentrationPolicy,
  type ConcentrationProblem,
  computeConcentration,
} from "./compute-concentration.js";
export {
  computeDealerEarnings,
  type DealerCompensation,
  type DealerEarnings,
  type DealerEarningsFacts,
  type DealerEarningsPolicy,
  type DealerEarningsProblem,
} from "./compute-dealer-earnings.js";
export { computeSellOut, type ResellerSellOut, type SellOut, type SellOutProblem } from "./compute-sell-out.js";
export {
  type CustomerSolution,
  computeSolution,
  type SolutionFigures,
  type SolutionLine,
  type SolutionLineFigures,
  type SolutionPolicy,
  type SolutionProblem,
} from "./compute-solution.js";
export {
  countOutlets,
  type OutletCount,
  type OutletFacts,
  type OutletPolicy,
  type OutletProblem,
  type OutletShare,
} from "./count-outlets.js";
export type { DealerCapacityFacts, DealerCapacityPolicy, DealerCapacityReview, DealerCapacityVerdict } from "./dealer-capacity.js";
export { defaultNetwork } from "./default-network.js";
export {
  type BrandedProduct,
  type ChannelOverlap,
  type DualDistribution,
  type DualDistributionFacts,
  type DualDistributionPolicy,
  detectDualDistribution,
  type IntendedOverlap,
  type OverlapRoute,
} from "./detect-dual-distribution.js";
export { findBlockages } from "./find-blockages.js";
export {
  type CarriedLineFacts,
  type CategorisedProduct,
  type CompetingLines,
  findCompetingLines,
  type LineStanding,
} from "./find-competing-lines.js";
export { findCutOff, type NetworkCutOff, type StopFacts } from "./find-cut-off.js";
export {
  findIntegratorLeads,
  type IntegratorCandidate,
  type IntegratorLead,
  type IntegratorLeadPolicy,
  type IntegratorLeads,
} from "./find-integrator-leads.js";
export { type ChannelUse, findUnusedChannels, type UnusedChannelPolicy } from "./find-unused-channels.js";
export { isDealer } from "./is-dealer.js";
export {
  type ChannelList,
  type ChannelListPolicy,
  type ChannelListProblem,
  listChannels,
  type NetworkChannel,
} from "./list-channels.js";
export { listRoles, type RoleFacts } from "./list-roles.js";
export { type NetworkCode, networkMessages, type StructureCode } from "./messages.js";
export type { Network, NetworkFinding, NetworkPolicy, NetworkRelation, NetworkReview, NetworkVerdict } from "./network.js";
export {
  type ParticipantDuty,
  type ParticipantFunction,
  type ParticipantProfile,
  participantProfiles,
} from "./participant-profiles.js";
export { type PermittedFlow, permittedFlows } from "./permitted-flows.js";
export { proposeRelinks, type Relinking, type RelinkPolicy, type RelinkProposal } from "./propose-relinks.js";
export { type NetworkDrawing, renderNetwork } from "./render-network.js";
export { type ScopeRooms, scopeRooms } from "./scope-rooms.js";
export { structureMessages } from "./structure-messages.js";
