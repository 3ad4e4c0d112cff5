import type { Catalogue } from "../kernel/message.js";

/** Words of what the network cannot use. @internal */
export const networkFaultMessages = {
  "network.not_a_participant": { en: "Cannot use {got}: it is no participant of the network", zh: "不能使用 {got}：它不是本网络的参与者" },
} as const satisfies Catalogue;
