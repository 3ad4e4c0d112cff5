import type { Catalogue } from "../kernel/message.js";

/** Words of what agreements cannot use. @internal */
export const agreementFaultMessages = {
  "agreements.territory_circle": {
    en: "Cannot use territories that lie in each other: {territories}",
    zh: "不能使用互相包含的区域：{territories}",
  },
} as const satisfies Catalogue;
