import { type CandidateFacts, type CandidatePolicy, evaluateCandidate } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { asOf, candidate, card, deciding, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines, say } from "../support/says.js";

const decide = (facts: Partial<CandidateFacts>, policy: CandidatePolicy = deciding) =>
  evaluateCandidate(frozen({ ...candidate("C-1", facts), asOf }), frozen(policy));
const capable = (comprehensiveCapability: string) => ({ values: { comprehensiveCapability } });

describe("evaluateCandidate()", () => {
  // S07-06: fair begins at 60, good at 75
  test.each([
    { score: "59.9", decision: "reject", deficit: "0.1", why: "just under the cut" },
    { score: "60", decision: "conditional", deficit: "15", why: "on the cut" },
    { score: "60.1", decision: "conditional", deficit: "14.9", why: "just over it" },
    { score: "74.9", decision: "conditional", deficit: "0.1", why: "just under acceptance" },
    { score: "75", decision: "accept", deficit: null, why: "on it" },
    { score: "75.1", decision: "accept", deficit: null, why: "over it" },
  ])("$score: $decision, $why", ({ score, decision, deficit }) => {
    expect(decide(capable(score)).outcome).toMatchObject({ decision, deficit, version: "2024-1", strategyId: "S-2024" });
  });

  test("where there are no conditions, what is under acceptance is rejected, with the whole deficit", () => {
    expect(decide(capable("60"), { ...deciding, conditionalFrom: null }).outcome).toMatchObject({ decision: "reject", deficit: "15" });
  });

  test("a rejection says why, and what would have to change", () => {
    const { outcome } = decide(capable("59.9"));
    expect(outcome.reasons).toStrictEqual([
      { code: "admission.below_cut", params: { score: "59.9", grade: "fair", threshold: "60", missing: "0.1" } },
    ]);
    expect(say(outcome.reasons[0] as never, "zh")).toBe("得分 59.9，等级 fair 自 60 分起：差 0.1 分");
    expect(outcome.ways).toStrictEqual([
      { criterion: "comprehensive_capability", reachable: true, needed: [[{ bound: "at_least", value: "60" }]] },
    ]);
    expect(decide(capable("80")).outcome.reasons).toStrictEqual([]);
  });

  // S01-06: the strategy lists agents and distributors only
  test("a retailer is rejected as off strategy, however good", () => {
    const { outcome, explanation } = decide({ kind: "retailer", ...capable("100") });
    expect(outcome).toMatchObject({ decision: "reject", deficit: null, ways: [] });
    expect(outcome.reasons).toStrictEqual([
      { code: "admission.off_strategy", params: { kind: "retailer", strategy: "S-2024", allowed: ["agent", "distributor"] } },
    ]);
    expect(lines(explanation, "zh")).toContain("零售商不符合渠道策略 S-2024：允许的类型为代理商、分销商");
  });

  test("without data there is no decision, neither for nor against", () => {
    const { outcome, explanation } = decide({});
    expect(outcome).toMatchObject({ decision: "undetermined", deficit: null, ways: [] });
    expect(outcome.reasons).toStrictEqual([{ code: "admission.no_score", params: {} }]);
    expectWords(explanation);
  });

  test("below a knock-out it is rejected although the points would do", () => {
    const criteria = [weigh("team_strength", "0.1", undefined, { knockOutBelow: "20" }), weigh("comprehensive_capability", "0.9")];
    const policy = { ...deciding, scorecard: card(criteria, { knockOutGrade: "poor" }) };
    const { outcome } = decide({ values: { teamStrength: "19.9", comprehensiveCapability: "100" } }, policy);
    expect(outcome).toMatchObject({ decision: "reject", deficit: null });
    expect(outcome.reasons).toStrictEqual([{ code: "admission.knocked_out", params: { criteria: ["team_strength"] } }]);
    expect(outcome.ways[0]).toStrictEqual({
      criterion: "team_strength",
      reachable: true,
      needed: [[{ bound: "at_least", value: "20" }]],
    });
  });

  // S02-28
  test("equal facts under one policy get the equal decision", () => {
    const [one, other] = ["friend", "stranger"].map((name) => decide({ candidate: name, ...capable("74.9") }).outcome);
    expect({ ...one, candidate: "" }).toStrictEqual({ ...other, candidate: "" });
  });

  test("shows a working that adds up, survives JSON and is said in both languages", () => {
    const answer = decide(capable("59.9"));
    expect(checkExplanation(answer.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expectWords(answer.explanation);
    expect(lines(answer.explanation)[0]).toBe("C-1: reject (scorecard 2024-1)");
  });

  test("faults what is malformed, with its place", () => {
    const of = (more: object) => faultAt(() => decide(capable("1"), { ...deciding, ...more } as never));
    expect(of({ acceptFrom: "best" })).toBe("kernel.not_a_choice at policy.acceptFrom");
    expect(of({ conditionalFrom: undefined })).toBe("kernel.not_a_choice at policy.conditionalFrom");
    expect(of({ acceptFrom: "fair", conditionalFrom: "good" })).toBe("admission.decisions_out_of_order at policy.conditionalFrom");
    expect(of({ strategy: undefined })).toBe("kernel.not_a_record at policy.strategy");
    expect(of({ strategy: { id: "S", allowedKinds: ["dealer"] } })).toBe("kernel.not_a_choice at policy.strategy.allowedKinds[0]");
  });
});
