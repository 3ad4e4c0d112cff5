import { readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Words } from "../kernel/message.js";
import { incentiveMeans } from "./incentive-means.js";
import { readRows } from "./read-reward-rules.js";
import type { RewardConsequence, RewardRule, RewardSubject } from "./reward-rules.js";

/** One line of the document. */
export interface RewardPolicyRow {
  /** The row of the table. */
  readonly ruleId: string;
  /** Whom it concerns. */
  readonly subject: RewardSubject;
  /** On what condition. */
  readonly condition: Words;
  /** What follows. */
  readonly consequence: Words;
  /** How often, or for how long. */
  readonly period: Words;
}

/** The Channel Reward and Penalty Policy (《渠道奖惩制度》). */
export interface RewardPolicyDocument {
  /** Kind of the document, as an output of a procedure names it. */
  readonly documentKind: "reward_penalty_policy";
  /** Its title. */
  readonly title: Words;
  /** The rewards, in the order of the table. */
  readonly rewards: readonly RewardPolicyRow[];
  /** The penalties, in the order of the table. */
  readonly penalties: readonly RewardPolicyRow[];
}

/**
 * Builds the Channel Reward and Penalty Policy from its table: every row with condition, consequence and period, in both languages.
 *
 * @remarks
 * The document says what `decideRewards` does, since both read the same rows. Its explanation renders as the text of the policy.
 *
 * @param facts - The rows.
 * @returns The document, and the same as a tree to be rendered.
 * @throws LibraryFault `kernel.*` with the place in `facts`.
 *
 * @example The first reward of the texts
 * ```ts
 * import { buildRewardPolicy, rewardCatalogue } from "qudao/incentives";
 *
 * const { outcome } = buildRewardPolicy({ rules: rewardCatalogue });
 * outcome.title.zh; // => "渠道奖惩制度"
 * outcome.rewards[0]?.condition.en; // => "the grade is A"
 * ```
 *
 * @since 0.1.0
 */
export function buildRewardPolicy(facts: { readonly rules: readonly RewardRule[] }): Explained<RewardPolicyDocument> {
  return readSafely("facts", () => {
    const rules = readRows((facts as { readonly rules?: unknown }).rules, "facts.rules");
    const rows = (effect: RewardRule["effect"]) =>
      rules
        .filter((rule) => rule.effect === effect)
        .map(({ id, subject, when, consequence, period }): RewardPolicyRow => {
          return { ruleId: id, subject, condition: { ...when.title }, consequence: wordsOf(consequence), period: { ...period } };
        });
    const [rewards, penalties] = [rows("reward"), rows("penalty")];
    const nodes = (list: readonly RewardPolicyRow[]) =>
      list.map(({ ruleId, condition, consequence, period }): Explanation => {
        const rule = { ...(rules.find(({ id }) => id === ruleId) as RewardRule).titles };
        return {
          code: "incentives.policy_row",
          params: { rule, condition: { ...condition }, consequence: { ...consequence }, period: { ...period } },
        };
      });
    const title = { en: "Channel Reward and Penalty Policy", zh: "渠道奖惩制度" };
    return {
      outcome: { documentKind: "reward_penalty_policy", title, rewards, penalties },
      explanation: {
        code: "incentives.policy_document",
        params: {},
        from: [
          { code: "incentives.policy_rewards", params: {}, from: nodes(rewards) },
          { code: "incentives.policy_penalties", params: {}, from: nodes(penalties) },
        ],
      },
    };
  });
}

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

function wordsOf(consequence: RewardConsequence): Words {
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
      return {
        en: `concessions cut by ${say(rate, "en")} for ${say(months, "en")} months`,
        zh: `让利削减 ${say(rate, "zh")}，为期 ${say(months, "zh")} 个月`,
      };
    }
    case "supply_hold":
      return { en: `supply held for ${say(consequence.days, "en")} days`, zh: `停止供货${say(consequence.days, "zh")}天` };
    case "deposit_deduction": {
      const { amount } = consequence;
      const sum = amount === null ? null : `${amount.amount} ${amount.currency}`;
      return { en: `${say(sum, "en")} deducted from the deposit`, zh: `从保证金中扣除 ${say(sum, "zh")}` };
    }
    case "review":
      return {
        en: `a review: ${consequence.about.replaceAll("_", " ")}`,
        zh: `提请审议：${REVIEWED[consequence.about] ?? consequence.about}`,
      };
  }
}
