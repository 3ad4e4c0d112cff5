import { joinCatalogues } from "../kernel/join-catalogues.js";
import type { Catalogue } from "../kernel/message.js";
import { networkFaultMessages } from "./fault-messages.js";
import { networkFlowMessages } from "./flow-messages.js";
import { profileMessages } from "./profile-messages.js";
import { structureMessages } from "./structure-messages.js";
import { workingMessages } from "./working-messages.js";

/** Words of faults, problems and enumerations of the network. */
const ownMessages = {
  ...networkFaultMessages,
  // the check of a network
  "network.review": {
    en: "The network is {verdict:network.verdict}: {findings} findings",
    zh: "网络结构{verdict:network.verdict}：发现 {findings} 处",
  },
  "network.checked": { en: "{check:network.check}: {findings} findings", zh: "{check:network.check}：发现 {findings} 处" },
  "network.verdict.sound": { en: "sound", zh: "成立" },
  "network.verdict.undetermined": { en: "undetermined", zh: "无法判断" },
  "network.verdict.unsound": { en: "unsound", zh: "不成立" },
  "network.check.ids_unique": { en: "Identifiers differ", zh: "标识不重复" },
  "network.check.ends_known": { en: "Both ends of every relation are known", zh: "关系的两端均已知" },
  "network.check.references_known": { en: "Whatever is named is there", zh: "所指均存在" },
  "network.check.territories_tree": { en: "Territories form a tree", zh: "区域构成树形" },
  "network.check.organisations_match": { en: "Organisations and participants agree on roles", zh: "组织与参与者的角色一致" },
  "network.check.one_source": { en: "The manufacturer is the only source", zh: "生产商是唯一源头" },
  "network.check.flows_permitted": { en: "Every flow runs between permitted kinds", zh: "各种流向均被允许" },
  "network.check.no_orphan": { en: "Goods reach everybody who deals in them", zh: "货物可到达每个经手者" },
  "network.check.no_dead_end": { en: "Goods end with a consumer", zh: "货物终达消费者" },
  "network.check.no_goods_cycle": { en: "Goods run in no circle", zh: "货物不循环流动" },
  "network.check.all_connected": { en: "Everybody is connected", zh: "无孤立参与者" },
  "network.check.offices_at_home": { en: "Offices supervise within their territories", zh: "办事处在辖区内监督评估" },
  "network.check.agents_not_bypassed": { en: "Agents are seldom bypassed", zh: "代理商很少被越过" },
  "network.check.duties_served": { en: "Obligations are served", zh: "必须履行的职责有人履行" },
  "network.list.participants": { en: "the participants", zh: "参与者" },
  "network.list.relations": { en: "the relations", zh: "关系" },
  "network.list.organisations": { en: "the organisations", zh: "组织" },
  "network.list.territories": { en: "the territories", zh: "区域" },
  // words of enumerations
  ...networkFlowMessages,
  "network.position.source": { en: "source", zh: "源头" },
  "network.position.own": { en: "part of another participant", zh: "自有渠道" },
  "network.position.intermediary": { en: "intermediary", zh: "中间商" },
  "network.position.project_buyer": { en: "project buyer", zh: "项目采购商" },
  "network.position.consumer": { en: "consumer", zh: "消费者" },
  "network.position.referrer": { en: "referrer", zh: "转介方" },
  "network.position.upstream": { en: "upstream of the channel", zh: "渠道上游" },
  "network.duty_weight.must": { en: "must", zh: "必须" },
  "network.duty_weight.should": { en: "should", zh: "应当" },
  "network.severity.error": { en: "error", zh: "错误" },
  "network.severity.unknown": { en: "unknown", zh: "无法判断" },
  "network.severity.warning": { en: "warning", zh: "提醒" },
  "network.scope.system_building": { en: "building the system", zh: "体系的构建" },
  "network.scope.process_control": { en: "controlling the process", zh: "流程的控制" },
  "network.scope.member_selection": { en: "selecting members", zh: "成员的甄选" },
  "network.scope.terminal_management": { en: "managing the terminal", zh: "终端的管理" },
} as const satisfies Catalogue;

/** Words of the network: structure findings, relations, functions and duties. */
export const networkMessages = joinCatalogues(ownMessages, structureMessages, workingMessages, profileMessages);

/** Codes of what can be noticed about the structure of a network. */
export type StructureCode = keyof typeof structureMessages;

/** Codes of the network. */
export type NetworkCode = keyof typeof networkMessages;
