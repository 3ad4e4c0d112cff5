import { buildRewardPolicy, type RewardRule, rewardCatalogue } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lines } from "../support/says.js";

// S09-12
test("S09-12: the Channel Reward and Penalty Policy has condition, consequence and period of every row, in both languages", () => {
  const answer = buildRewardPolicy(frozen({ rules: rewardCatalogue }));
  expectPlain(answer);
  const { documentKind, title, rewards, penalties } = answer.outcome;
  expect([documentKind, title.zh]).toStrictEqual(["reward_penalty_policy", "渠道奖惩制度"]);
  expect(rewards.length + penalties.length).toBe(rewardCatalogue.length);
  for (const { condition, consequence, period } of [...rewards, ...penalties]) {
    for (const words of [condition, consequence, period]) expect([words.en, words.zh]).not.toContain("");
    expect(consequence.zh).not.toMatch(/[a-z]/);
  }
  expect(lines(answer.explanation, "en")).toContain("Reward by grade: the grade is A; reward; once a year, after the review");
});

test("figures that nobody agreed on are said to be open, agreed ones are written", () => {
  const rule = rewardCatalogue.find(({ id }) => id === "member_supply_hold") as RewardRule;
  const said = (one: RewardRule) => buildRewardPolicy({ rules: [one] }).outcome.penalties[0]?.consequence;
  expect(said(rule)).toStrictEqual({ en: "supply held for (not agreed yet) days", zh: "停止供货（待定）天" });
  expect(said({ ...rule, consequence: { kind: "supply_hold", days: 30 } })?.zh).toBe("停止供货 30 天");
  expect(said({ ...rule, consequence: { kind: "concession_cut", rate: "0.125", months: 1 } })).toStrictEqual({
    en: "concessions cut by 12.5 % for 1 month",
    zh: "让利削减 12.5%，为期 1 个月",
  });
  expect(said({ ...rule, consequence: { kind: "concession_cut", rate: null, months: null } })).toStrictEqual({
    en: "concessions cut by (not agreed yet) for (not agreed yet) months",
    zh: "让利削减（待定），为期（待定）个月",
  });
  expect(faultAt(() => buildRewardPolicy({} as never))).toBe("kernel.not_a_list at facts.rules");
});
