/** What follows from a row of rewards and penalties, in words: in the document and in the working of a decision alike. */
import { exact, text } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import { incentiveMeans } from "./incentive-means.js";
import type { RewardConsequence } from "./reward-rules.js";

/** What the rows of the texts are reviewed for. A host's own stands as it is written. */
const REVIEWED: { readonly [about: string]: string | undefined } = {
  improve_or_eliminate: "限期整改或淘汰",
  replacement: "更换",
  termination: "终止合作",
  suspension: "暂停合作",
  elimination: "淘汰",
  delisting: "下架",
  penalty: "处罚",
  retention: "维护保留",
  improvement: "持续改善提升",
};

const NOT_AGREED: Words = { en: "(not agreed yet)", zh: "（待定）" };

/** What a row leads to, in both languages. @internal */
export function tellConsequence(consequence: RewardConsequence): Words {
  const say = (value: string | number | null, language: "en" | "zh") => (value === null ? NOT_AGREED[language] : String(value));
  switch (consequence.kind) {
    case "means": {
      const { means, amount } = consequence;
      const titles = incentiveMeans.find(({ id }) => id === means)?.titles ?? { en: means, zh: `给予 ${means}` };
      const sum = amount === undefined ? "" : ` ${amount.amount} ${amount.currency}`;
      return { en: titles.en + sum, zh: titles.zh + sum };
    }
    case "warning":
      return { en: "a warning in writing", zh: "书面警告" };
    case "concession_cut": {
      const { rate, months } = consequence;
      const percent = rate === null ? null : text(exact(rate).times(100));
      const share = { en: percent === null ? NOT_AGREED.en : `${percent} %`, zh: percent === null ? NOT_AGREED.zh : ` ${percent}%` };
      return {
        en: `concessions cut by ${share.en} for ${say(months, "en")} ${months === 1 ? "month" : "months"}`,
        zh: `让利削减${share.zh}，为期${spaced(months)}个月`,
      };
    }
    case "supply_hold": {
      const { days } = consequence;
      return { en: `supply held for ${say(days, "en")} ${days === 1 ? "day" : "days"}`, zh: `停止供货${spaced(days)}天` };
    }
    case "deposit_deduction": {
      const { amount } = consequence;
      const sum = amount === null ? null : `${amount.amount} ${amount.currency}`;
      return { en: `${say(sum, "en")} deducted from the deposit`, zh: `从保证金中扣除 ${say(sum, "zh")}` };
    }
    case "review":
      return {
        en: `a review: ${consequence.about.replaceAll("_", " ")}`,
        zh: `提请审议：${Object.hasOwn(REVIEWED, consequence.about) ? REVIEWED[consequence.about] : consequence.about}`,
      };
  }
}

/** A number stands apart from Chinese words, a bracket does not. */
function spaced(value: number | null): string {
  return value === null ? NOT_AGREED.zh : ` ${value} `;
}
