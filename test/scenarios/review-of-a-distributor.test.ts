/** Three quarters of a distributor: scores, reviews, and what they do to its life; then the year as one score. */
import { scorePeriods } from "qudao/engine";
import { letTimePass, type MemberState } from "qudao/lifecycle";
import { evaluateReview, type ReviewPolicy, scoreMembers } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { distributor, effectsOf, known, policy as memberPolicy, step } from "../support/channel-member.js";
import { quarterCard } from "../support/performance-card.js";

const quarters = [
  {
    id: "Q1",
    period: { start: "2024-01-01", end: "2024-04-01" },
    asOf: "2024-04-10",
    values: { quota_attainment: "0.9", delivery_time: "2" },
  },
  {
    id: "Q2",
    period: { start: "2024-04-01", end: "2024-07-01" },
    asOf: "2024-07-10",
    values: { quota_attainment: "0.3", delivery_time: "5" },
  },
  {
    id: "Q3",
    period: { start: "2024-07-01", end: "2024-10-01" },
    asOf: "2024-10-10",
    values: { quota_attainment: "0.2", delivery_time: "4" },
  },
];
const policy = {
  scorecard: quarterCard,
  accruing: [],
  minimumDays: 30,
  ranking: { ties: "competition", knockedOut: "by_score" },
} as const;
/** Two of three parts attainment, one part delivery: (2 × 90 + 100) ÷ 3, (2 × 30 + 40) ÷ 3, (2 × 20 + 60) ÷ 3. */
const scores = quarters.map(({ period, values }) => {
  const { outcome } = scoreMembers({ period, members: [{ member: "D1", values, agreedOn: "2023-12-01" }] }, policy);
  return outcome.scores[0]?.outcome;
});
const triggers: ReviewPolicy["triggers"] = [
  {
    code: "twice_d",
    title: { en: "D twice in a row", zh: "连续两次 D 级" },
    when: { kind: "grades", grades: ["D"], inRow: 2 },
    consequence: "rectify",
  },
];
const reviewed = (i: number, agreedOn?: string) => {
  const { id, asOf, period } = quarters[i] as (typeof quarters)[number];
  const history = scores.slice(0, i + 1).reverse();
  const review = evaluateReview(
    {
      member: "D1",
      reviewId: id,
      asOf,
      period,
      history: history as never,
      ...(agreedOn === undefined ? {} : { agreedOn }),
      memberPresent: true,
      minutes: "M",
      territory: "north",
      evaluator: { office: "north office", territories: ["north"] },
    },
    { triggers },
  );
  if (!review.ok) throw new Error(review.problem.code);
  return review.value.outcome;
};

describe("the reviews of a distributor", () => {
  test("are scored by the scorecard", () => {
    expect(scores.map((one) => one?.status === "scored" && [one.score, one.grade])).toStrictEqual([
      ["93.3", "A"],
      ["33.3", "D"],
      ["33.3", "D"],
    ]);
  });

  test("move its standing: a bad one puts it on watch, the second in a row opens a remediation", () => {
    const standings: unknown[] = [];
    let state: MemberState = distributor;
    let effects: readonly string[] = [];
    for (const i of quarters.keys()) {
      const { memberEvent } = reviewed(i, "2023-12-01");
      if (memberEvent === null) throw new Error("a review without a score");
      // what fell due before the review comes first
      const { due } = letTimePass({ members: [{ id: "D1", state, facts: known }], from: "2024-01-01", asOf: memberEvent.asOf });
      const moved = step(due[0]?.steps.at(-1)?.step.next ?? state, memberEvent);
      state = moved.next;
      effects = effectsOf(moved);
      standings.push(state.at.standing);
    }
    expect(standings).toStrictEqual(["good", "watch", "remediation"]);
    // the count has had its consequence, and begins anew
    expect(state.data.badReviews).toStrictEqual([]);
    expect(state.data.verifier).toBe(memberPolicy.remediationOwner);
    expect(effects.length).toBeGreaterThan(0);
  });

  test("have their consequence only where the criteria were agreed on beforehand", () => {
    expect(reviewed(1, "2023-12-01").effects).toStrictEqual([]);
    expect(reviewed(2, "2023-12-01").effects).toStrictEqual([
      { type: "rectify", memberId: "D1", reviewId: "Q3", trigger: "twice_d", asOf: "2024-10-10" },
    ]);
    expect(reviewed(2)).toMatchObject({ effects: [], withheld: [{ trigger: "twice_d", because: "not_agreed" }] });
  });

  test("add up to one score for the year, in which older quarters weigh less", () => {
    const year = (decay: Parameters<typeof scorePeriods>[1]["decay"], without: readonly string[] = []) => {
      const periods = quarters.map(({ id }, i) => ({ period: id, outcome: without.includes(id) ? null : (scores[i] as never) })).reverse();
      const { outcome } = scorePeriods({ periods }, { scorecard: quarterCard, decay, minimumPeriods: 2, knockOuts: "none" });
      return outcome.status === "scored" ? [outcome.score, outcome.grade] : outcome.status;
    };
    // (33.3 + 33.3 ÷ 2 + 93.3 ÷ 4) ÷ 1.75 = 73.275 ÷ 1.75
    expect(year({ kind: "exponential", factor: "0.5" })).toStrictEqual(["41.9", "D"]);
    expect(year({ kind: "linear", span: 2 })).toStrictEqual(["33.3", "D"]);
    // a quarter without activity is skipped, and the one before it keeps its age: (33.3 + 93.3 ÷ 4) ÷ 1.25 = 45.3
    expect(year({ kind: "exponential", factor: "0.5" }, ["Q2"])).toStrictEqual(["45.3", "D"]);
    // (33.3 + 33.3 + 93.3) ÷ 3
    expect(year({ kind: "explicit", weights: ["1", "1", "1"] })).toStrictEqual(["53.3", "C"]);
    expect(year({ kind: "linear", span: 2 }, ["Q2"])).toBe("insufficient_data");
  });
});
