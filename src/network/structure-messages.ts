import type { Catalogue } from "../kernel/message.js";

/** Words of what can be noticed about a structure. @internal */
export const structureMessages = {
  "network.duplicate_id": { en: "The identifier {id} is used twice in {list:network.list}", zh: "{list:network.list}中标识 {id} 重复" },
  "network.unknown_end": {
    en: "The relation {relation} has an end {id} that is no participant of the network",
    zh: "关系 {relation} 的一端 {id} 不是本网络的参与者",
  },
  "network.relation_to_itself": { en: "The relation {relation} leads from {id} to itself", zh: "关系 {relation} 由 {id} 指向其自身" },
  "network.no_source": { en: "The network has no manufacturer: its goods have no source", zh: "网络中没有生产商：货物没有源头" },
  "network.several_sources": {
    en: "{id} is a second source beside {first}: a channel has one manufacturer",
    zh: "{id} 是 {first} 之外的又一个源头：一个渠道只有一个生产商",
  },
  "network.goods_into_source": {
    en: "Goods flow from {from} back into the manufacturer {to} by the relation {relation}",
    zh: "货物经关系 {relation} 由 {from} 流回生产商 {to}",
  },
  "network.flow_not_permitted": {
    en: "{flow:network.flow} may not flow from {from} ({fromKind:entities.participant_kind}) to {to} ({toKind:entities.participant_kind}), as the relation {relation} says",
    zh: "关系 {relation} 不被允许：{flow:network.flow}不得由 {from}（{fromKind:entities.participant_kind}）流向 {to}（{toKind:entities.participant_kind}）",
  },
  "network.orphan": {
    en: "No goods of the manufacturer reach {id} ({kind:entities.participant_kind})",
    zh: "生产商的货物到达不了 {id}（{kind:entities.participant_kind}）",
  },
  "network.dead_end": {
    en: "From {id} ({kind:entities.participant_kind}) goods reach no consumer",
    zh: "货物到 {id}（{kind:entities.participant_kind}）后到达不了任何消费者",
  },
  "network.isolated": {
    en: "{id} ({kind:entities.participant_kind}) has no relation to anybody",
    zh: "{id}（{kind:entities.participant_kind}）与任何参与者都没有关系",
  },
  "network.goods_cycle": { en: "Goods run in a circle through {ids}", zh: "货物循环流动，依次经过 {ids}" },
  "network.unknown_reference": {
    en: "The field {field} names {id}, which the network does not have",
    zh: "字段 {field} 所指的 {id} 不在网络中",
  },
  "network.office_outside_manufacturer": {
    en: "The office {id} belongs to {manufacturer}, which is no manufacturer of this network",
    zh: "办事处 {id} 所属的 {manufacturer} 不是本网络的生产商",
  },
  "network.supervision_outside_territory": {
    en: "The office {office} has no right to {flow:network.flow} of {id} in {territory}: its territories are {own}",
    zh: "办事处 {office} 无权在 {territory} 对 {id} 进行{flow:network.flow}：其辖区为 {own}",
  },
  "network.supervision_territory_unknown": {
    en: "Cannot tell whether the office {office} has the right to {flow:network.flow} of {id}: its territory is not known",
    zh: "无法判断办事处 {office} 是否有权对 {id} 进行{flow:network.flow}：后者所在区域未知",
  },
  "network.agent_bypassed": {
    en: "The agent {agent} is bypassed: of {all} bought by its customers, {direct} came from the manufacturer past it to {customers}, more than the share {most}",
    zh: "代理商 {agent} 被越过：其客户购货 {all}，其中 {direct} 由生产商直接售予 {customers}，超过约定比例 {most}",
  },
  "network.bypass_unknown": {
    en: "Cannot tell whether the agent {agent} is bypassed: the manufacturer sells directly to {customers}, and an amount is not known",
    zh: "无法判断代理商 {agent} 是否被越过：生产商直接售货予 {customers}，而有金额未知",
  },
  "network.territory_ring": { en: "The territory {id} lies in itself, by way of {parent}", zh: "区域 {id} 经由 {parent} 位于其自身之内" },
  "network.role_mismatch": {
    en: "The organisation {organisation} and the participant {participant} ({kind:entities.participant_kind}) do not agree on its role",
    zh: "组织 {organisation} 与参与者 {participant}（{kind:entities.participant_kind}）对其角色的记载不一致",
  },
  "network.duty_unserved": {
    en: "Nobody does for {id} what must be done: {duties:network.duty}; it is owed by {by:entities.participant_kind}",
    zh: "没有人为 {id} 履行必须履行的职责：{duties:network.duty}；责任方为{by:entities.participant_kind}",
  },
} as const satisfies Catalogue;
