import { incentiveMeans, incentiveObjectives, incentivePolicyKinds, matchIncentiveNeeds } from "qudao/incentives";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lines } from "../support/says.js";

const match = (needs: readonly string[], means = incentiveMeans) => {
  const answer = matchIncentiveNeeds(frozen({ memberId: "D1", needs: needs as never }), frozen({ means }));
  expectPlain(answer);
  return answer.outcome;
};

// S02-21
test("S02-21: a need for cash flow proposes longer credit, and no training", () => {
  expect(match(["cash_flow"])).toStrictEqual({ proposed: [{ means: "credit_extension", answers: ["cash_flow"] }], open: [] });
});

test("the table decides: another row, another proposal; the more pressing need comes first; what nothing answers is named", () => {
  const own = [{ id: "loan", titles: { en: "loan", zh: "贷款" }, form: "right", answers: ["cash_flow"] }] as const;
  expect(match(["cash_flow", "knowledge"], own)).toStrictEqual({
    proposed: [{ means: "loan", answers: ["cash_flow"] }],
    open: ["knowledge"],
  });
  expect(match(["knowledge", "cash_flow"]).proposed.map(({ means }) => means)).toStrictEqual([
    "training_support",
    "service_privilege",
    "credit_extension",
  ]);
  expect(faultAt(() => match(["love"]))).toBe("kernel.not_a_choice at facts.needs[0]");
});

test("needs and means are told in words", () => {
  const { explanation } = matchIncentiveNeeds({ memberId: "D1", needs: ["cash_flow", "knowledge"] }, { means: incentiveMeans });
  expect(lines(explanation, "zh")).toStrictEqual([
    "D1 的激励需求：资金周转、知识技能",
    "资金周转：可用放宽信用",
    "知识技能：可用培训支持、服务优惠",
  ]);
  expect(lines(explanation, "en").slice(1)).toStrictEqual([
    "cash flow is answered by longer credit",
    "knowledge is answered by training support, service privilege",
  ]);
});

const ids = incentiveMeans.map(({ id }) => id);
const formOf = (id: string) => incentiveMeans.find((one) => one.id === id)?.form;

// S01-14, S18-16
test("S01-14, S18-16: rewards, priority recommendation and resources, sales bonus, preferential policy and training support are means", () => {
  expect(ids).toStrictEqual(
    expect.arrayContaining([
      "cash_reward",
      "priority_referral",
      "priority_resources",
      "sales_bonus",
      "preferential_policy",
      "training_support",
    ]),
  );
  expect(["cash_reward", "priority_referral", "priority_resources", "training_support"].map(formOf)).toStrictEqual([
    "money",
    "right",
    "right",
    "right",
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});

// S11-13
test("S11-13: a policy rewards, or promotes the trade", () => {
  expect(incentivePolicyKinds).toStrictEqual(["reward", "trade_promotion"]);
});

// S18-15
test("S18-15: motivation, efficiency and results are listed as what incentives are for", () => {
  expect(incentiveObjectives.map(({ id }) => id)).toStrictEqual(["motivation", "efficiency", "results"]);
  for (const { titles } of incentiveObjectives) expect(titles.zh).toMatch(/[\u3400-\u9fff]/);
});
