import fc from "fast-check";
import { type RankingPolicy, rankScores, type Scored } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const scored = (score: string, more: Partial<Scored> = {}): Scored => ({
  status: "scored",
  version: "2024",
  score,
  grade: "B",
  knockedOutBy: [],
  ...more,
});
const policy: RankingPolicy = { version: "2024", ties: "competition", knockedOut: "by_score" };
const field = (...scores: readonly string[]) => ({ scores: scores.map((score, i) => ({ member: `D${i + 1}`, outcome: scored(score) })) });

describe("rankScores()", () => {
  test.each([
    { ties: "competition", ranks: [1, 2, 2, 4] },
    { ties: "dense", ranks: [1, 2, 2, 3] },
  ] as const)("ranks a tie as $ties: $ranks", ({ ties, ranks }) => {
    const { ranked } = rankScores(field("70", "90", "80", "80.0"), { ...policy, ties });
    expect(ranked.map(({ member }) => member)).toStrictEqual(["D2", "D3", "D4", "D1"]);
    expect(ranked.map(({ rank }) => rank)).toStrictEqual(ranks);
  });

  test("by value, not as text", () => {
    expect(rankScores(field("9", "100", "10"), policy).ranked.map(({ score }) => score)).toStrictEqual(["100", "10", "9"]);
  });

  test("whoever has no score is not last but unranked, with the reason", () => {
    const ranking = rankScores(
      {
        scores: [
          { member: "D5", outcome: scored("99", { version: "2023" }) },
          { member: "D1", outcome: scored("60") },
          { member: "D3", outcome: { status: "unscorable", version: "2024", problems: [] } },
          { member: "D2", outcome: { status: "insufficient_data", version: "2024", because: "coverage", missing: ["a"] } },
        ],
      },
      policy,
    );
    expect(ranking).toStrictEqual({
      ranked: [{ rank: 1, member: "D1", score: "60", grade: "B" }],
      unranked: [
        { member: "D2", because: "insufficient_data" },
        { member: "D3", because: "unscorable" },
        { member: "D5", because: "other_version" },
      ],
    });
  });

  test("whoever is named twice has no two places, also where one of the scores is none", () => {
    const twice = { member: "D1", outcome: scored("60") };
    const lacking = { member: "D1", outcome: { status: "insufficient_data", version: "2024", because: "no_data", missing: [] } } as const;
    const other = { member: "D2", outcome: scored("70") };
    expect(faultAt(() => rankScores({ scores: [twice, other, twice] }, policy))).toBe("kernel.named_twice at facts.scores[2].member");
    expect(faultAt(() => rankScores({ scores: [lacking, twice] }, policy))).toBe("kernel.named_twice at facts.scores[1].member");
  });

  test.each([
    { knockedOut: "by_score", ranked: ["D1", "D2"] },
    { knockedOut: "unranked", ranked: ["D2"] },
  ] as const)("a knock-out is ranked $knockedOut", ({ knockedOut, ranked }) => {
    const scores = [
      { member: "D1", outcome: scored("95", { grade: "D", knockedOutBy: ["safety"] }) },
      { member: "D2", outcome: scored("60") },
    ];
    expect(rankScores({ scores }, { ...policy, knockedOut }).ranked.map(({ member }) => member)).toStrictEqual(ranked);
  });

  test("nobody scored: nobody ranked", () => {
    expect(rankScores({ scores: [] }, policy)).toStrictEqual({ ranked: [], unranked: [] });
  });

  test("the rank is one more than the number of better members, in whatever order they come", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 12 }), (points) => {
        const facts = frozen(field(...points.map(String)));
        const { ranked } = rankScores(facts, policy);
        expect(rankScores({ scores: [...facts.scores].reverse() }, policy).ranked).toStrictEqual(ranked);
        const dense = rankScores(facts, { ...policy, ties: "dense" }).ranked;
        ranked.forEach(({ rank, score }, i) => {
          expect(rank).toBe(1 + points.filter((one) => one > Number(score)).length);
          expect(dense[i]?.rank).toBe(1 + new Set(points.filter((one) => one > Number(score))).size);
        });
      }),
      { seed: 20240101 },
    );
  });

  test("faults what is malformed", () => {
    const of = (facts: unknown, given: object = policy) => faultAt(() => rankScores(facts as never, given as never));
    expect(of({})).toBe("kernel.not_a_list at facts.scores");
    expect(of({ scores: [1] })).toBe("kernel.not_a_record at facts.scores[0]");
    expect(of({ scores: [{ member: "D1", outcome: null }] })).toBe("kernel.not_a_record at facts.scores[0].outcome");
    expect(of(field("x", "1"))).toBe("kernel.not_a_decimal at facts.scores[0].outcome.score");
    const knocked = { member: "D1", outcome: { ...scored("1"), knockedOutBy: {} } };
    expect(of({ scores: [knocked] }, { ...policy, knockedOut: "unranked" })).toBe(
      "kernel.not_a_list at facts.scores[0].outcome.knockedOutBy",
    );
    expect(of({ scores: [{ member: "D1", outcome: { ...scored("1"), status: "fine" } }] })).toBe(
      "kernel.not_a_choice at facts.scores[0].outcome.status",
    );
    expect(of({ scores: new Array(1) })).toBe("kernel.not_a_record at facts.scores[0]");
    expect(of(field("1"), { ...policy, ties: "none" })).toBe("kernel.not_a_choice at policy.ties");
    expect(of(field("1"), { ...policy, version: "" })).toBe("kernel.not_text at policy.version");
  });
});
