/**
 * What happens next (成员的一生): the life of a channel member, one arrow per line.
 *
 * A member is in three regions at once: its relationship (from prospect to exited), its level (trial distributor to strategic partner)
 * and its standing (good, watch, remediation, suspended). `startMember` begins a life, `stepMember` offers it an event and returns the
 * next state with effects as data, or says which conditions failed or cannot be told and what is allowed instead. `replayMember`
 * rebuilds any state from its log, `availableMemberEvents` asks without moving.
 *
 * Time is an event, `dayPassed`: `indexDueDates` and `findDueMembers` tell a host whose day has come without a look at any state, and
 * `letTimePass` what it does. Before an exit, `assessExitImpact`, `listExitGrounds` and `computeNotice` tell what it costs, on which
 * ground and when. Nothing is run, stored or decided here beyond the tables; policy numbers come from the host.
 *
 * @zh
 * 下一步是什么：渠道成员的一生，每条流转写成一行。
 *
 * 成员同时处于三个方面：合作关系（从潜在对象到退出）、级别（从试销商到战略伙伴）与状况（良好、观察、整改、暂停）。`startMember` 开始一生，`stepMember` 交给它一个事件，返回下一个状态与以数据表示的后续动作，或者说明哪些条件不成立、哪些尚不可知，以及此刻可以做什么。`replayMember` 由记录重建任何状态，`availableMemberEvents` 只问不动。
 *
 * 时间也是事件：`dayPassed`。`indexDueDates` 与 `findDueMembers` 不看状态就能告诉宿主谁的日子到了，`letTimePass` 说明时间会带来什么。退出之前，`assessExitImpact`、`listExitGrounds` 与 `computeNotice` 说明代价、理由与时间。除表中所写之外，这里不执行、不保存、不决定任何事；政策中的数字由宿主给出。
 *
 * @module
 */

export {
  assessExitImpact,
  type ExitImpact,
  type ExitImpactFacts,
  type ExitImpactProblem,
  type TerritoryImpact,
  type TerritorySales,
} from "./assess-exit-impact.js";
export { availableMemberEvents } from "./available-member-events.js";
export { checkTrialStage } from "./check-trial-stage.js";
export {
  computeNotice,
  type NoticeFacts,
  type NoticeOutcome,
  type NoticePolicy,
  type NoticeProblem,
  type NoticeStep,
} from "./compute-notice.js";
export { type ExitGround, exitGrounds } from "./exit-ground.js";
export { type ExitItem, exitItems } from "./exit-item.js";
export { type DueMembersFacts, findDueMembers, type MemberDue } from "./find-due-members.js";
export { indexDueDates, type MemberDueDate, type MemberDueField, type MembersToIndex } from "./index-due-dates.js";
export { letTimePass, type PassedDays, type PassingDays } from "./let-time-pass.js";
export { type ExitGroundFinding, listExitGrounds } from "./list-exit-grounds.js";
export { type MemberEffect, memberEffects } from "./member-effect.js";
export type {
  MemberApplicationEvent,
  MemberBreach,
  MemberDecision,
  MemberEvent,
  MemberEventBase,
  MemberExitEvent,
  MemberLevelEvent,
  MemberRemedyEvent,
  MemberReviewEvent,
  MemberSigningEvent,
  MemberSuspensionEvent,
  PromotionAgreement,
} from "./member-event.js";
export type { MemberTypes } from "./member-kit.js";
export { memberMachine } from "./member-machine.js";
export type { BadReviewAction, LevelFloor, MemberFacts, MemberPolicy } from "./member-policy.js";
export type {
  ClosedExitItem,
  MemberData,
  MemberLevel,
  MemberOrigin,
  MemberPlace,
  MemberReason,
  MemberRelationship,
  MemberStanding,
  MemberState,
} from "./member-state.js";
export { type LifecycleCode, lifecycleMessages } from "./messages.js";
export { type MemberHistory, type MemberReplay, replayMember } from "./replay-member.js";
export { type TrialStageFacts, trialBeforeDistributor } from "./rules/trial-before-distributor.js";
export { type ExistingMember, type MemberStart, type MemberStartProblem, startMember } from "./start-member.js";
export { type MemberRefusal, type MemberStep, stepMember } from "./step-member.js";
export type { MemberExposure, SuspensionScope } from "./suspension-scope.js";
