import type { ProcedureTemplate } from "../engine/procedure.js";
import { recruitmentProcedureMessages } from "./recruitment-procedure-messages.js";

/**
 * The four sub-steps of building a channel (渠道建设), with partner selection as its last, as its source has it. Where a host follows the
 * eight steps of the channel process instead, partners are selected after the channel is designed.
 */
export const channelBuildingProcedure: ProcedureTemplate = {
  code: "admission.channel_building_procedure",
  version: "1",
  title: recruitmentProcedureMessages["admission.channel_building_procedure"],
  source: "渠道建设：市场调研、渠道分析、目标用户群体的确定以及渠道合作伙伴的选择",
  objectives: [{ en: "Smooth channels of communication and sales", zh: "产品的传播和销售渠道顺畅" }],
  roles: {
    marketing_staff: { en: "marketing staff", zh: "市场人员" },
    channel_manager: { en: "channel manager", zh: "渠道经理" },
    channel_specialist: { en: "channel specialist", zh: "渠道专员" },
  },
  documents: {
    market_research: { en: "market research", zh: "市场调研资料" },
    building_direction: { en: "direction and strategy of channel building", zh: "渠道建设的方向和策略" },
    channel_analysis: { en: "channel analysis", zh: "渠道分析" },
    target_group: { en: "target group: its traits and needs", zh: "目标用户群体的特点和需求" },
    partner_choice: { en: "choice of partners", zh: "渠道合作伙伴的选择" },
  },
  stages: [
    {
      id: "building",
      title: { en: "Channel building", zh: "渠道建设" },
      steps: [
        {
          id: "research",
          title: { en: "Research the market", zh: "市场调研" },
          owner: "marketing_staff",
          execution: { en: "Sets the direction and the strategy of building", zh: "确定渠道建设的方向和策略" },
          outputs: [{ document: "market_research" }, { document: "building_direction" }],
        },
        {
          id: "analyse",
          title: { en: "Analyse channels", zh: "渠道分析" },
          owner: "channel_specialist",
          inputs: ["market_research", "building_direction"],
          outputs: [{ document: "channel_analysis" }],
        },
        {
          id: "target",
          title: { en: "Define the target group", zh: "目标用户群体的确定" },
          owner: "marketing_staff",
          inputs: ["market_research"],
          outputs: [{ document: "target_group" }],
        },
        {
          id: "select",
          title: { en: "Select partners", zh: "渠道合作伙伴的选择" },
          owner: "channel_manager",
          inputs: ["channel_analysis", "target_group"],
          outputs: [{ document: "partner_choice" }],
          controlPoints: [{ en: "Traits and needs of the target group", zh: "目标用户群体的特点和需求" }],
        },
      ],
    },
  ],
};
