import type { Catalogue } from "../kernel/message.js";

/** Words of what the member's life cannot use. @internal */
export const lifecycleFaultMessages = {
  "lifecycle.recovery_below_floor": {
    en: "Cannot use {got} as recovery: it is below the floor of {floor}",
    zh: "不能以 {got} 为恢复线：低于底线 {floor}",
  },
  "lifecycle.index_out_of_order": {
    en: "Cannot use the index of dates: {date} stands behind {last}",
    zh: "无法使用日期索引：{date} 排在 {last} 之后",
  },
} as const satisfies Catalogue;
