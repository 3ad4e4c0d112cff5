import { readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Words } from "../kernel/message.js";
import { readRows } from "./read-reward-rules.js";
import type { RewardRule, RewardSubject } from "./reward-rules.js";
import { tellConsequence } from "./tell-consequence.js";

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
          return { ruleId: id, subject, condition: { ...when.title }, consequence: tellConsequence(consequence), period: { ...period } };
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
