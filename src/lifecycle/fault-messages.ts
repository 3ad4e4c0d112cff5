import type { Catalogue } from "../kernel/message.js";

/** Words of what the member's life cannot use. @internal */
export const lifecycleFaultMessages = {
  "lifecycle.index_out_of_order": {
    en: "Cannot use the index of dates: {date} stands behind {last}",
    zh: "无法使用日期索引：{date} 排在 {last} 之后",
  },
} as const satisfies Catalogue;
