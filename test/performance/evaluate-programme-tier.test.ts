import { catalogue } from "qudao/i18n";
import { renderExplanation } from "qudao/kernel";
import { evaluateProgrammeTier, type ProgrammeTierFacts, type ProgrammeTierPolicy } from "qudao/performance";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const title = (zh: string) => ({ en: zh, zh });
const policy: ProgrammeTierPolicy = frozen({
  tiers: [
    { tier: "registered", title: title("注册"), rule: { kind: "all_thresholds", thresholds: [] } },
    {
      tier: "silver",
      title: title("银牌"),
      rule: {
        kind: "all_thresholds",
        thresholds: [
          { metric: "sales", atLeast: "500" },
          { metric: "certified", atLeast: "2" },
        ],
      },
    },
    {
      tier: "gold",
      title: title("金牌"),
      rule: {
        kind: "all_thresholds",
        thresholds: [
          { metric: "sales", atLeast: "1000" },
          { metric: "certified", atLeast: "4" },
        ],
      },
    },
  ],
  demotionReviews: 2,
  minimumStayMonths: 6,
  keepMargin: "0.1",
  reviewMonths: 3,
});
const gold = { tier: "gold", since: "2023-07-01" };
const evaluate = (given: Partial<ProgrammeTierFacts>, agreed = policy) =>
  evaluateProgrammeTier(frozen({ asOf: "2024-06-30", values: {}, current: null, reviewsBelow: 0, ...given }), agreed).outcome;
const values = (sales: string | null, certified: string | null) => ({ sales, certified });

describe("evaluateProgrammeTier(): all thresholds", () => {
  test.each([
    [values("499.99", "2"), "registered"],
    [values("500", "2"), "silver"],
    [values("500.01", "2"), "silver"],
    [values("500", "1"), "registered"],
    [values("1000", "4"), "gold"],
    [values("1000", null), "registered"],
  ])("%j earns %s", (given, tier) => expect(evaluate({ values: given }).tier).toBe(tier));

  test("complaint 20: the gap to the next tier and the slack above the present one are told on any day", () => {
    const { gap, slack, next, nextReviewOn } = evaluate({ values: values("600", "4") });
    expect([next, nextReviewOn]).toStrictEqual(["gold", "2024-09-30"]);
    expect(gap).toStrictEqual([{ metric: "sales", value: "600", needed: "1000", missing: "400", met: false }]);
    expect(slack.map(({ metric, missing }) => [metric, missing])).toStrictEqual([
      ["sales", "-100"],
      ["certified", "-2"],
    ]);
    expect(evaluate({ values: values("1000", "4") })).toMatchObject({ next: null, gap: [] });
  });

  test.each([
    ["within the margin the count stands", values("900", "4"), 1, ["gold", "margin", 1]],
    ["just outside the margin it counts", values("899.99", "4"), 0, ["gold", "count", 1]],
    ["the second in a row demotes to the tier earned", values("899.99", "4"), 1, ["silver", null, 0]],
    ["what is not known loses nothing", values(null, "4"), 1, ["gold", "unknown", 1]],
    [
      "what is not known loses nothing, also where what is known falls short within the margin",
      values("900", null),
      1,
      ["gold", "unknown", 1],
    ],
    ["outside the margin it is bad, whatever else is not known", values("899.99", null), 0, ["gold", "count", 1]],
    ["a good review ends the count", values("1000", "4"), 1, ["gold", null, 0]],
    ["what is known to be bad is bad, whatever else is not known", values("100", null), 1, ["registered", null, 0]],
  ])("%s", (_, given, reviewsBelow, want) => {
    const { tier, keptBecause, reviewsBelow: count } = evaluate({ values: given, current: gold, reviewsBelow });
    expect([tier, keptBecause, count]).toStrictEqual(want);
  });

  test("nobody is demoted before the minimum stay, whose last day is the day before", () => {
    const at = (since: string) => evaluate({ values: values("1", "0"), current: { tier: "gold", since }, reviewsBelow: 5 });
    expect(at("2024-01-01")).toMatchObject({ tier: "gold", keptBecause: "stay", reviewsBelow: 6 });
    expect(at("2023-12-31")).toMatchObject({ tier: "registered", movement: "demoted" });
  });
});

describe("evaluateProgrammeTier(): a tier that was earned on some day", () => {
  const agreed = { ...policy, earnedWithinMonths: 5 };
  const at = (lastEarnedOn: string | null | undefined, given: ProgrammeTierPolicy = agreed) => {
    const {
      tier,
      keptBecause,
      reviewsBelow,
      lastEarnedOn: told,
    } = evaluate({ values: values("1", "0"), current: { ...gold, lastEarnedOn }, reviewsBelow: 5 }, given);
    return [tier, keptBecause, reviewsBelow, told];
  };
  // the review is on 30 June: this month and the five before it begin on 1 January
  test.each([
    ["2023-12-31", ["registered", null, 0, "2024-06-30"]],
    ["2024-01-01", ["gold", "window", 5, "2024-01-01"]],
    ["2024-06-30", ["gold", "window", 5, "2024-06-30"]],
    ["2024-07-01", ["registered", null, 0, "2024-06-30"]],
    [null, ["registered", null, 0, "2024-06-30"]],
    [undefined, ["registered", null, 0, "2024-06-30"]],
  ])("earned last on %s: %j", (day, want) => expect(at(day)).toStrictEqual(want));

  test("where no window was agreed, only the values of the day count; 0 is this month", () => {
    expect(at("2024-06-01", policy)[0]).toBe("registered");
    expect(at("2024-06-01", { ...policy, earnedWithinMonths: 0 })[0]).toBe("gold");
    expect(at("2024-05-31", { ...policy, earnedWithinMonths: 0 })[0]).toBe("registered");
  });

  test("the day is told for the next review: today where the values earn it", () => {
    expect(evaluate({ values: values("1000", "4"), current: { ...gold, lastEarnedOn: "2024-01-01" } }).lastEarnedOn).toBe("2024-06-30");
    expect(evaluate({ values: values("950", "4"), current: { ...gold, lastEarnedOn: "2024-01-01" } }).lastEarnedOn).toBe("2024-01-01");
    expect(evaluate({ values: values("950", "4"), current: gold }).lastEarnedOn).toBeNull();
  });
});

describe("evaluateProgrammeTier(): points", () => {
  const track = (track: string, metric: string) => ({
    track,
    minimum: "70",
    metrics: [
      { metric, threshold: "30", max: "60" },
      { metric: "skills", threshold: "3", max: "40" },
    ],
  });
  const points: ProgrammeTierPolicy = {
    ...policy,
    tiers: [
      { tier: "partner", title: title("伙伴"), rule: { kind: "points", tracks: [track("growth", "growth"), track("size", "size")] } },
    ],
  };
  test.each([
    // 60 × 15/30 = 30, and 40: exactly 70
    [{ growth: "15", skills: "3" }, "partner"],
    [{ growth: "14.999", skills: "3" }, null],
    // thirds are exact: 60 × 28.33…/30 is not needed; 60 + 40 × 0.75/3 = 70
    [{ growth: "30", skills: "0.75" }, "partner"],
    // more than the threshold brings no more, and every metric must be above 0
    [{ growth: "3000", skills: "0" }, null],
    // the better track counts
    [{ growth: "0", size: "30", skills: "3" }, "partner"],
  ])("%j gives %s", (given, tier) => expect(evaluate({ values: given }, points).tier).toBe(tier));

  test("the gap is the value that would do alone", () => {
    // 40 × 2/3 = 26.67 from skills; 43.33 are needed from growth: 21.67 of 30
    expect(evaluate({ values: { growth: "15", skills: "2" } }, points).nextTrack).toBe("growth");
    expect(evaluate({ values: { size: "15", skills: "2" } }, points).nextTrack).toBe("size");
    expect(evaluate({ values: { growth: "15", skills: "2" } }, points).gap).toStrictEqual([
      { metric: "growth", value: "15", needed: "21.666667", missing: "6.666667", met: false },
      { metric: "skills", value: "2", needed: "3", missing: "1", met: false },
    ]);
  });
});

test("the working is told in both languages, and what is malformed is named by its place", () => {
  const { explanation } = evaluateProgrammeTier(
    { asOf: "2024-06-30", values: values("899", null), current: gold, reviewsBelow: 0 },
    policy,
  );
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|\?/);
  }
  expect(faultAt(() => evaluate({ current: { tier: "tin", since: "2024-01-01" } }))).toBe("kernel.not_a_choice at facts.current.tier");
  expect(faultAt(() => evaluate({}, { ...policy, keepMargin: "1" }))).toBe("kernel.not_a_rate at policy.keepMargin");
  expectOnlyFaults(evaluateProgrammeTier as never, [
    { asOf: "2024-06-30", values: values("1", "2"), current: gold, reviewsBelow: 1 },
    policy,
  ]);
});
