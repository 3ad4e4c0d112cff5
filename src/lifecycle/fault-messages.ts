import type { Catalogue } from "../kernel/message.js";

/** Words of what the member's life cannot use. @internal */
export const lifecycleFaultMessages = {
  "lifecycle.recovery_below_floor": {
    en: "Cannot use {got} as recovery: it is below the floor of {floor}",
    zh: "不能以 {got} 为恢复线：低于底线 {floor}",
  },
  "lifecycle.suspension_endless": {
    en: "Cannot use a least suspension of {least} days: after {most} days the relationship ends, and no suspension could be resumed before",
    zh: "不能以 {least} 天为最短暂停期：暂停满 {most} 天即终止合作，此前无法恢复",
  },
  "lifecycle.index_out_of_order": {
    en: "Cannot use the index of dates: {date} stands behind {last}",
    zh: "无法使用日期索引：{date} 排在 {last} 之后",
  },
} as const satisfies Catalogue;
