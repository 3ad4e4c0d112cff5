import { scoreManufacturer } from "qudao/profit-sharing";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectWords } from "../support/says.js";

const policy = {
  outlook: [
    { id: "plans", weight: "3" },
    { id: "finances", weight: "1" },
  ],
  riskWeight: "0.5",
  decimals: 4,
};
const score = (plans: string | undefined, risk: string) =>
  scoreManufacturer(
    {
      outlook: [
        { id: "plans", rating: plans },
        { id: "finances", rating: "0.4" },
      ],
      risk,
    },
    policy,
  );

test("S19-150: a dealer scores the maker's future by its factors", () => {
  const answer = score("0.8", "0.2");
  expect(answer).toMatchObject({ value: { outcome: { outlook: "0.7", attractiveness: "0.63" } } });
  if (answer.ok) expectWords(answer.value.explanation);
  expect(score("0.9", "0.2")).toMatchObject({ value: { outcome: { outlook: "0.775" } } });
  expect(score(undefined, "0.2")).toMatchObject({ problem: { code: "profit-sharing.outlook_unknown", params: { missing: ["plans"] } } });
});

test("S19-156: a higher risk lowers its attractiveness", () => {
  expect(score("0.8", "0.4")).toMatchObject({ value: { outcome: { attractiveness: "0.56" } } });
  expect(faultAt(() => scoreManufacturer({ outlook: [], risk: "0" }, { ...policy, outlook: [] }))).toBe(
    "profit-sharing.no_weight at policy.outlook",
  );
});
