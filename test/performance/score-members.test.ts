import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { type MeasuredMember, type MembersPolicy, scoreMembers } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { quarterCard } from "../support/performance-card.js";

const period = { start: "2024-04-01", end: "2024-07-01" };
const policy: MembersPolicy = frozen({
  scorecard: quarterCard,
  accruing: ["quota_attainment"],
  minimumDays: 30,
  ranking: { ties: "competition", knockedOut: "by_score" },
});
const score = (...members: readonly MeasuredMember[]) => scoreMembers(frozen({ period, members }), policy);
const values = (attainment: string | null, delivery: string | null) => ({ quota_attainment: attainment, delivery_time: delivery });
const resultOf = (member: MeasuredMember) => {
  const outcome = score(member).outcome.scores[0]?.outcome;
  return outcome?.status === "scored" ? [outcome.score, outcome.grade] : outcome?.status;
};

describe("scoreMembers()", () => {
  test("S01-10: the same inputs always give the same scores, and the order of the members changes none", () => {
    const field = [
      { member: "a", values: values("0.7", "3") },
      { member: "b", values: values("0.2", null), joinedOn: "2024-05-05" },
      { member: "c", values: {} },
    ];
    const once = score(...field);
    expect(score(...field)).toStrictEqual(once);
    const turned = score(...[...field].reverse()).outcome;
    expect([[...turned.scores].reverse(), turned.ranking]).toStrictEqual([once.outcome.scores, once.outcome.ranking]);
  });

  test.each([
    // (2 × 90 + 1 × 80) ÷ 3 = 86.67
    [values("0.9", "3"), ["86.7", "A"]],
    // complaint 4: exactly 100 is in the top grade
    [values("1", "2"), ["100", "A"]],
    [values("1.4", "0"), ["100", "A"]],
    // on, below and above the bound of A: (2 × 77.5 + 100) ÷ 3 = 85
    [values("0.775", "2"), ["85", "A"]],
    [values("0.7734", "2"), ["84.9", "B"]],
    [values("0.7766", "2"), ["85.1", "A"]],
    // a part of a step counts: 2.5 days late for 20 points off each begun day
    [values("1", "4.5"), ["80", "B"]],
    // delivery is missing: the other weighs all, coverage 2/3
    [values("0.6", null), ["60", "C"]],
    // attainment is missing: coverage 1/3 is below one half
    [values(null, "2"), "insufficient_data"],
    // complaint 1: no data is neither 0 nor 100
    [{}, "insufficient_data"],
  ])("%j scores %j", (given, want) => expect(resultOf({ member: "D1", values: given })).toStrictEqual(want));

  test("complaint 3: whoever the values are about, a customer or an employee, is scored alike", () => {
    expect(resultOf({ member: "employee Li", values: values("0.9", "3") })).toStrictEqual(["86.7", "A"]);
  });

  test("a new member is pro-rated from the day it joined, and has no score below the least days", () => {
    // 91 days, joined on 2 May: 60 left; 0.6 × 91 ÷ 60 = 0.91; (2 × 91 + 100) ÷ 3 = 94
    expect(resultOf({ member: "N", values: values("0.6", "2"), joinedOn: "2024-05-02" })).toStrictEqual(["94", "A"]);
    // 30 days are enough, 29 are not
    expect(resultOf({ member: "N", values: values("0.3", "2"), joinedOn: "2024-06-01" })).toStrictEqual(["94", "A"]);
    expect(resultOf({ member: "N", values: values("0.3", "2"), joinedOn: "2024-06-02" })).toBe("insufficient_data");
    // there from the first day: the whole period
    expect(score({ member: "N", values: values("0.3", "2"), joinedOn: "2024-04-01" }).outcome.scores[0]?.proratedDays).toBeNull();
  });

  test("complaint 4: a period ends on the day before the next one begins, so that no day is in two of them", () => {
    const days = (start: string, end: string, joinedOn: string) =>
      scoreMembers({ period: { start, end }, members: [{ member: "N", values: {}, joinedOn }] }, policy).outcome.scores[0]?.proratedDays;
    const [q2, q3] = [
      ["2024-04-01", "2024-07-01"],
      ["2024-07-01", "2024-10-01"],
    ] as const;
    expect([days(...q2, "2024-04-02"), days(...q2, "2024-06-30"), days(...q2, "2024-07-01")]).toStrictEqual([90, 1, 0]);
    expect([days(...q3, "2024-06-30"), days(...q3, "2024-07-01"), days(...q3, "2024-07-02")]).toStrictEqual([null, null, 91]);
  });

  // S08-20
  test("a score binds where the criteria were agreed before the period, not on its first day", () => {
    const one = (agreedOn?: string) =>
      score({ member: "D", values: values("1", "2"), ...(agreedOn !== undefined && { agreedOn }) }).outcome.scores[0]?.binding;
    expect([one("2024-03-31"), one("2024-04-01"), one()]).toStrictEqual([true, false, false]);
  });

  test("equal scores share a place, and who has no score is apart", () => {
    const { ranking } = score(
      { member: "b", values: values("0.8", "2") },
      { member: "c", values: values("0.5", "2") },
      { member: "a", values: values("0.8", "2") },
      { member: "z", values: {} },
    ).outcome;
    expect(ranking.ranked.map(({ rank, member }) => [rank, member])).toStrictEqual([
      [1, "a"],
      [1, "b"],
      [3, "c"],
    ]);
    expect(ranking.unranked).toStrictEqual([{ member: "z", because: "insufficient_data" }]);
  });

  test("the working adds up and is told in both languages", () => {
    const { explanation } = score(
      { member: "a", values: values("0.7", "3") },
      { member: "n", values: values("0.2", null), joinedOn: "2024-05-05" },
    );
    expect(checkExplanation(explanation)).toStrictEqual([]);
    for (const language of ["en", "zh"] as const) {
      expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|engine\.|\?/);
    }
  });

  test("what is malformed is named by its place", () => {
    const twice = { member: "a", values: {} };
    expect(faultAt(() => score(twice, twice))).toBe("kernel.named_twice at facts.members[1].member");
    // S01-10: weights that do not add up to 1 are refused
    const shares = { ...policy, scorecard: { ...quarterCard, weights: "shares" as const } };
    expect(faultAt(() => scoreMembers({ period, members: [] }, shares))).toBe(
      "engine.score_weights_not_whole at policy.scorecard.criteria",
    );
    const ranked = (ranking: object) => faultAt(() => scoreMembers({ period, members: [] }, { ...policy, ranking } as never));
    expect(ranked({ ties: "competition", knockedOut: "last" })).toBe("kernel.not_a_choice at policy.ranking.knockedOut");
    expect(ranked({ ties: "olympic", knockedOut: "by_score" })).toBe("kernel.not_a_choice at policy.ranking.ties");
    expect(faultAt(() => score({ member: "a", values: values("1", "2") }, { member: "b", values: values("x", "2") }))).toBe(
      "kernel.not_a_decimal at facts.members[1].values.quota_attainment",
    );
    expectOnlyFaults(scoreMembers as never, [
      { period, members: [{ member: "a", values: values("1", "2"), joinedOn: "2024-05-01" }] },
      policy,
    ]);
  });
});
