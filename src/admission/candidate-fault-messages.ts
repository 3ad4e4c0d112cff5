import type { Catalogue } from "../kernel/message.js";

/** Words of scorecards and policies that cannot be used. @internal */
export const candidateFaultMessages = {
  "admission.criterion_unknown": {
    en: "Cannot use the criterion {got}: choose one of {want}",
    zh: "不能使用指标 {got}：请从 {want} 中选择",
  },
  "admission.scale_reversed": {
    en: "Cannot use the scale of {criterion}: it rewards the wrong end, {better:admission.better} is better",
    zh: "无法使用“{criterion}”的计分方式：方向相反，应为{better:admission.better}者优",
  },
  "admission.better.higher": { en: "higher", zh: "高" },
  "admission.better.lower": { en: "lower", zh: "低" },
  "admission.shares_not_whole": {
    en: "Cannot use the shares: they add up to {sum}, not 1",
    zh: "无法使用这些占比：合计为 {sum}，而不是 1",
  },
  "admission.decisions_out_of_order": {
    en: "Cannot accept on conditions from {conditional} and without from {accept}: conditions come below",
    zh: "无法使用：有条件吸纳的等级 {conditional} 不得高于无条件吸纳的等级 {accept}",
  },
} as const satisfies Catalogue;
