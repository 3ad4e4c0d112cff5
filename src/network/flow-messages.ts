import type { Catalogue } from "../kernel/message.js";

/** Words of what flows in a network. @internal */
export const networkFlowMessages = {
  "network.flow.goods": { en: "goods", zh: "货物" },
  "network.flow.information": { en: "information", zh: "信息" },
  "network.flow.service": { en: "service", zh: "服务" },
  "network.flow.payment": { en: "payment", zh: "货款" },
  "network.flow.influence": { en: "influence", zh: "影响" },
  "network.flow.supervision": { en: "supervision", zh: "监督" },
  "network.flow.evaluation": { en: "evaluation", zh: "评估" },
  "network.flow.nomination": { en: "nomination", zh: "提名" },
  "network.flow.referral": { en: "referral", zh: "转介" },
} as const satisfies Catalogue;
