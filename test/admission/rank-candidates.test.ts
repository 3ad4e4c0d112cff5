import { type CandidateRankingPolicy, rankCandidates } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { asOf, candidate, card, linear, measures, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const rank = (candidates: readonly ReturnType<typeof candidate>[], policy: CandidateRankingPolicy) =>
  rankCandidates(frozen({ asOf, candidates }), frozen(policy));
const places = (answer: ReturnType<typeof rank>) => answer.outcome.ranked.map(({ rank, candidate, score }) => [rank, candidate, score]);
const byTeam: CandidateRankingPolicy = { ties: "competition", knockedOut: "unranked", scorecard: card([weigh("team_strength", "1")]) };
const team = (name: string, teamStrength: string | null) => candidate(name, { values: { teamStrength } });

// S18-06: the target group is 0.7 schools and 0.3 hotels
describe("partners by the customers they serve", () => {
  const policy: CandidateRankingPolicy = { ...byTeam, measures, scorecard: card([weigh("customer_fit", "1", linear("0", "1"))]) };
  const serves = (name: string, schools: string, hotels: string) =>
    candidate(name, {
      customers: [
        { segment: "schools", share: schools },
        { segment: "hotels", share: hotels },
      ],
    });

  test("who serves the target group ranks higher", () => {
    expect(places(rank([serves("far", "0.1", "0.9"), serves("near", "0.6", "0.4")], policy))).toStrictEqual([
      [1, "near", "90"],
      [2, "far", "40"],
    ]);
  });

  test("whose customers are not known is not last but unranked", () => {
    const { outcome } = rank([serves("far", "0.1", "0.9"), candidate("dark")], policy);
    expect(outcome.unranked).toStrictEqual([{ candidate: "dark", because: "insufficient_data" }]);
    expect(outcome.scores[1]?.notMeasured).toStrictEqual([
      { fact: "customerFit", reason: { code: "admission.facts_missing", params: { missing: ["customers"] } } },
    ]);
  });
});

// S18-09: 0.3 coverage + 0.3 fit + 0.2 management cost (20 % earns nothing, 0 % everything) + 0.2 strength
test("coverage, fit, management cost and strength rank as they do by hand", () => {
  const policy: CandidateRankingPolicy = {
    ...byTeam,
    measures,
    scorecard: card([
      weigh("market_coverage", "0.3", linear("0", "1")),
      weigh("customer_fit", "0.3", linear("0", "1")),
      weigh("management_cost", "0.2", linear("0.2", "0")),
      weigh("partner_strength", "0.2"),
    ]),
  };
  const of = (name: string, marketCoverage: string, schools: string, hotels: string, managementCost: string, partnerStrength: string) =>
    candidate(name, {
      values: { marketCoverage, managementCost, partnerStrength },
      customers: [
        { segment: "schools", share: schools },
        { segment: "hotels", share: hotels },
      ],
    });
  // A: 0.3 × 80 + 0.3 × 70 + 0.2 × 50 + 0.2 × 60 = 24 + 21 + 10 + 12 = 67
  // B: 0.3 × 50 + 0.3 × 100 + 0.2 × 75 + 0.2 × 50 = 15 + 30 + 15 + 10 = 70
  // C: 0.3 × 90 + 0.3 × 40 + 0.2 × 25 + 0.2 × 90 = 27 + 12 + 5 + 18 = 62
  const field = [
    of("A", "0.8", "1", "0", "0.1", "60"),
    of("B", "0.5", "0.7", "0.3", "0.05", "50"),
    of("C", "0.9", "0.1", "0.9", "0.15", "90"),
  ];
  expect(places(rank(field, policy))).toStrictEqual([
    [1, "B", "70"],
    [2, "A", "67"],
    [3, "C", "62"],
  ]);
});

describe("rankCandidates()", () => {
  // S13-05, S06-06: the highest total first, and ties reported as ties
  test("shows ties as ties, and nothing breaks them", () => {
    const field = [team("A", "60"), team("C", "80"), team("D", "70"), team("B", "80.0")];
    const answer = rank(field, byTeam);
    expect(answer.outcome.ranked.map(({ rank, candidate, tiedWith }) => [rank, candidate, tiedWith])).toStrictEqual([
      [1, "B", ["C"]],
      [1, "C", ["B"]],
      [3, "D", []],
      [4, "A", []],
    ]);
    expect(rank([...field].reverse(), byTeam).outcome.ranked).toStrictEqual(answer.outcome.ranked);
    expect(rank(field, { ...byTeam, ties: "dense" }).outcome.ranked.map((one) => one.rank)).toStrictEqual([1, 1, 2, 3]);
    expect(lines(answer.explanation)[1]).toBe("1. B, tied with C: 80, grade good");
  });

  // S02-28: who ranks whom does not matter, only the facts and the one policy do
  test("equal facts under one policy are judged equally, by the version that the answer names", () => {
    const { outcome } = rank([team("friend", "66.6"), team("stranger", "66.6")], byTeam);
    expect(outcome.version).toBe("2024-1");
    expect(outcome.scores[0]?.score).toStrictEqual(outcome.scores[1]?.score);
    expect(new Set(outcome.ranked.map((one) => one.rank))).toStrictEqual(new Set([1]));
    expect(outcome.scores.every(({ score }) => score.version === outcome.version)).toBe(true);
  });

  test("the best of the field sets the mark of a relative scale", () => {
    const scorecard = card([weigh("team_strength", "1", { kind: "relative", full: "100", better: "higher" })]);
    expect(places(rank([team("A", "40"), team("B", "50")], { ...byTeam, scorecard }))).toStrictEqual([
      [1, "B", "100"],
      [2, "A", "80"],
    ]);
  });

  test.each(["unranked", "by_score"] as const)("a knock-out is ranked %s", (knockedOut) => {
    const criteria = [weigh("team_strength", "0.5", undefined, { knockOutBelow: "20" }), weigh("sales_capability", "0.5")];
    const scorecard = card(criteria, { knockOutGrade: "poor" });
    const field = [
      candidate("A", { values: { teamStrength: "10", salesCapability: "100" } }),
      candidate("B", { values: { teamStrength: "20", salesCapability: "20" } }),
    ];
    const { outcome } = rank(field, { ...byTeam, scorecard, knockedOut });
    expect(outcome.ranked.map((one) => one.candidate)).toStrictEqual(knockedOut === "unranked" ? ["B"] : ["A", "B"]);
    expect(outcome.unranked).toStrictEqual(knockedOut === "unranked" ? [{ candidate: "A", because: "knocked_out" }] : []);
  });

  test("nobody applied: nobody ranked", () => {
    expect(rank([], byTeam).outcome).toStrictEqual({ version: "2024-1", ranked: [], unranked: [], scores: [] });
  });

  test("shows a working that adds up, survives JSON and is said in both languages", () => {
    const answer = rank([team("A", "60"), team("B", null), team("C", "60")], byTeam);
    expect(checkExplanation(answer.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")[0]).toBe("排名 2 家，未排名 1 家（评分表 2024-1）");
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => rank([team("A", "1"), team("A", "1")], byTeam))).toBe("kernel.named_twice at facts.candidates[1].candidate");
    expect(faultAt(() => rank([team("A", "1"), candidate("B", { values: { teamStrength: true } })], byTeam))).toBe(
      "kernel.not_a_decimal at facts.candidates[1].values.teamStrength",
    );
    expect(faultAt(() => rank([], { ...byTeam, ties: "none" as never }))).toBe("kernel.not_a_choice at policy.ties");
    expect(faultAt(() => rankCandidates({ asOf } as never, byTeam))).toBe("kernel.not_a_list at facts.candidates");
  });
});
