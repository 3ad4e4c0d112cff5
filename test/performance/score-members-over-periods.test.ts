import type { PeriodFacts } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { type MemberPeriodsPolicy, scoreMembers, scoreMembersOverPeriods } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";
import { quarterCard } from "../support/performance-card.js";

const scored = (score: string, version = "2024") => ({ status: "scored" as const, version, score, grade: "C", knockedOutBy: [] });
const lacking = { status: "insufficient_data" as const, version: "2024", because: "no_data" as const, missing: [] };
type Outcome = PeriodFacts["periods"][number]["outcome"];
/** Newest first. */
const member = (name: string, ...outcomes: readonly Outcome[]) => ({
  member: name,
  periods: outcomes.map((outcome, age) => ({ period: `age ${age}`, outcome })),
});
const policy: MemberPeriodsPolicy = frozen({
  scorecard: quarterCard,
  decay: { kind: "linear", span: 12 },
  minimumPeriods: 1,
  knockOuts: "any",
  ranking: { ties: "competition", knockedOut: "by_score" },
});
const score = (changes: Partial<MemberPeriodsPolicy>, ...members: readonly ReturnType<typeof member>[]) =>
  scoreMembersOverPeriods(frozen({ members }), { ...policy, ...changes });
const result = (changes: Partial<MemberPeriodsPolicy>, ...outcomes: readonly Outcome[]) => {
  const outcome = score(changes, member("D1", ...outcomes)).outcome.scores[0]?.outcome;
  return outcome?.status === "scored" ? [outcome.score, outcome.grade] : outcome?.status;
};

describe("scoreMembersOverPeriods()", () => {
  test.each<[string, Partial<MemberPeriodsPolicy>, readonly Outcome[], unknown]>([
    // weights 12/12, 11/12, 10/12: (12 × 90 + 11 × 80 + 10 × 40) ÷ 33 = 71.515…
    ["linear over twelve periods", {}, [scored("90"), scored("80"), scored("40")], ["71.5", "B"]],
    // 1, 0.5, 0.25: (90 + 40 + 10) ÷ 1.75 = 80
    ["exponential", { decay: { kind: "exponential", factor: "0.5" } }, [scored("90"), scored("80"), scored("40")], ["80", "B"]],
    // 3, 1: (3 × 90 + 80) ÷ 4
    [
      "as listed, nothing beyond",
      { decay: { kind: "explicit", weights: ["3", "1"] } },
      [scored("90"), scored("80"), scored("0")],
      ["87.5", "A"],
    ],
    // 2/2, 1/2, then nothing: (90 + 40) ÷ 1.5 = 86.67
    ["linear over two", { decay: { kind: "linear", span: 2 } }, [scored("90"), scored("80"), scored("0")], ["86.7", "A"]],
    ["complaint 4: full marks in every period are full marks", {}, [scored("100"), scored("100")], ["100", "A"]],
    // the skipped period keeps its place: weights 12 and 10
    ["complaint 1: a period without activity or data is skipped", {}, [scored("90"), null, scored("40")], ["67.3", "C"]],
    ["complaint 1: so is one that lacks data", {}, [scored("90"), lacking, scored("40")], ["67.3", "C"]],
    ["another version of the weights is skipped", {}, [scored("90"), scored("0", "2023")], ["90", "A"]],
    ["complaint 1 and 4: no scored period is neither 0 nor 100", {}, [null, lacking], "insufficient_data"],
    ["no period at all", {}, [], "insufficient_data"],
    ["one period where two are needed", { minimumPeriods: 2 }, [scored("90"), null], "insufficient_data"],
    ["two where two are needed", { minimumPeriods: 2 }, [scored("90"), scored("90")], ["90", "A"]],
  ])("%s", (_, changes, outcomes, want) => expect(result(changes, ...outcomes)).toStrictEqual(want));

  test("members are ranked by it: equal scores share a place, who has none is apart", () => {
    const { ranking } = score(
      {},
      member("b", scored("80")),
      member("c", scored("60")),
      member("a", scored("80")),
      member("z", null),
    ).outcome;
    expect(ranking.ranked.map(({ rank, member }) => [rank, member])).toStrictEqual([
      [1, "a"],
      [1, "b"],
      [3, "c"],
    ]);
    expect(ranking.unranked).toStrictEqual([{ member: "z", because: "insufficient_data" }]);
  });

  test.each<[readonly Outcome[], unknown]>([
    [[scored("74"), scored("71.5")], { comparable: true, change: "2.5", direction: "up" }],
    [[scored("74"), null, scored("80")], { comparable: true, change: "-6", direction: "down" }],
    [[scored("74"), lacking, scored("74")], { comparable: true, change: "0", direction: "level" }],
    [[scored("74"), scored("99", "2023"), scored("70")], { comparable: true, change: "4", direction: "up" }],
    [[scored("74"), scored("99", "2023")], { comparable: false, because: "other_version" }],
    [[scored("74"), lacking], { comparable: false, because: "no_score" }],
    [[lacking, scored("74")], { comparable: false, because: "no_score" }],
    [[scored("74")], null],
    [[null, scored("74")], null],
  ])("the trend of %j is %j: against the last score of the same weights", (outcomes, want) => {
    expect(score({}, member("D1", ...outcomes)).outcome.scores[0]?.trend).toStrictEqual(want);
  });

  test("takes what scoreMembers gives, adds up, and is told in both languages", () => {
    const quarter = (attainment: string) =>
      scoreMembers(
        {
          period: { start: "2024-04-01", end: "2024-07-01" },
          members: [{ member: "D1", values: { quota_attainment: attainment, delivery_time: "2" } }],
        },
        { scorecard: quarterCard, accruing: [], minimumDays: 1, ranking: policy.ranking },
      ).outcome.scores[0]?.outcome as Outcome;
    const { outcome, explanation } = score({}, member("D1", quarter("0.7"), quarter("0.4"), null));
    // 80 and 60: (12 × 80 + 11 × 60) ÷ 23 = 70.43
    expect(outcome.scores[0]?.outcome).toMatchObject({ score: "70.4", grade: "B" });
    expect(checkExplanation(explanation)).toStrictEqual([]);
    for (const language of ["en", "zh"] as const)
      expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|engine\.|[{}?]/);
  });

  test("what is malformed is named by its place", () => {
    const one = member("D1", scored("90"));
    expect(faultAt(() => score({}, one, one))).toBe("kernel.named_twice at facts.members[1].member");
    expect(faultAt(() => score({}, one, member("D2", scored("x"))))).toBe(
      "kernel.not_a_decimal at facts.members[1].periods[0].outcome.score",
    );
    expect(faultAt(() => score({ ranking: { ties: "dense", knockedOut: "last" as never } }))).toBe(
      "kernel.not_a_choice at policy.ranking.knockedOut",
    );
    expect(faultAt(() => score({ minimumPeriods: 0 }))).toBe("kernel.not_a_count at policy.minimumPeriods");
    expect(faultAt(() => score({ scorecard: { ...quarterCard, places: -1 } }))).toMatch(/ at policy\.scorecard\.places$/);
    expectOnlyFaults(scoreMembersOverPeriods as never, [{ members: [member("D1", scored("90"), null, lacking)] }, policy]);
  });
});
