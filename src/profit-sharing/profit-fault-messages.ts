import type { Catalogue } from "../kernel/message.js";

/** Words of what the calculators of profit and risk cannot read. @internal */
export const profitFaultMessages = {
  "profit-sharing.premium_falls": {
    en: "Cannot use the steps: {got} from {from} is out of order; a higher risk never requires less",
    zh: "无法使用该阶梯：自 {from} 起的 {got} 次序有误；风险越高，要求的利润不得越低",
  },
  "profit-sharing.horizon_too_long": {
    en: "Cannot use a horizon of {got} years: at most {most} are looked at, none is without end",
    zh: "不能使用 {got} 年的期限：最多 {most} 年，不接受无限期",
  },
} as const satisfies Catalogue;
