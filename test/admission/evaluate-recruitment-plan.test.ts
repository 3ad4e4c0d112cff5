import { admissionMessages, evaluateRecruitmentPlan, prospectSources, type RecruitmentPlan, type StrategyReference } from "qudao/admission";
import { checkRules } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { recruitmentPlanRules } from "../../src/admission/recruitment-plan-rules.js";
import { asOf, plan, strategy, target } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const judge = (more: Partial<RecruitmentPlan> = {}, given: StrategyReference | null = strategy, sources = prospectSources) =>
  evaluateRecruitmentPlan(frozen({ asOf, plan: plan(more), strategy: given }), { sources });
const needed = (answer: ReturnType<typeof judge>) => answer.outcome.needed.map(({ code, status }) => `${code} ${status}`);

describe("evaluateRecruitmentPlan()", () => {
  test("its rules are sound and have words", () => {
    expect(checkRules(recruitmentPlanRules, { folder: "admission", catalogue: admissionMessages })).toStrictEqual([]);
  });

  test("a plan with strategy, targets, sources, dates, owner, budget and research is ready", () => {
    const { outcome } = judge();
    expect(outcome.status).toBe("ready");
    expect(outcome.findings).toHaveLength(6);
    expect(outcome.needed).toStrictEqual([]);
  });

  // S14-09
  test("a plan without a research reference is flagged, whichever way it is without", () => {
    expect(judge({ research: [] }).outcome.status).toBe("faulty");
    expect(needed(judge({ research: [] }))).toStrictEqual(["admission.plan_cites_research unmet"]);
    const { research: _, ...silent } = plan();
    const answer = evaluateRecruitmentPlan({ asOf, plan: silent, strategy }, { sources: prospectSources });
    expect(answer.outcome.status).toBe("incomplete");
    expect(needed(answer)).toStrictEqual(["admission.plan_cites_research unknown"]);
  });

  // S01-06
  test("recruiting a retailer under a strategy of agents and distributors is faulty", () => {
    const answer = judge({ targets: [target({ kind: "retailer" })] });
    expect(answer.outcome.status).toBe("faulty");
    expect(needed(answer)).toStrictEqual(["admission.plan_targets_on_strategy unmet"]);
  });

  test("without its strategy at hand a plan is incomplete, not ready", () => {
    const answer = judge({}, null);
    expect(answer.outcome.status).toBe("incomplete");
    expect(needed(answer)).toStrictEqual(["admission.plan_bound_to_strategy unknown", "admission.plan_targets_on_strategy unknown"]);
  });

  test("says everything that is wrong at once", () => {
    expect(needed(judge({ targets: [], sources: [], research: [] }, { ...strategy, id: "S-2023" }))).toStrictEqual([
      "admission.plan_bound_to_strategy unmet",
      "admission.plan_cites_research unmet",
      "admission.plan_has_targets unmet",
      "admission.plan_names_sources unmet",
    ]);
  });

  test("knows the host's own sources where it is told of them", () => {
    const own = { code: "chamber_of_commerce", title: { en: "chamber of commerce", zh: "商会" } };
    const sources = ["chamber_of_commerce"];
    expect(judge({ sources }).outcome.status).toBe("faulty");
    expect(judge({ sources }, strategy, [...prospectSources, own]).outcome.status).toBe("ready");
  });

  test("shows its working in both languages, and survives JSON", () => {
    const answer = judge({ research: [] }, null);
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")).toContain("不符合：计划引用了市场调研");
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  // S06-07, S01-06: there is no plan without strategy, owner, dates and budget
  test.each([
    ["strategyId", "kernel.not_text"],
    ["ownerId", "kernel.not_text"],
    ["period", "kernel.not_a_period"],
    ["budget", "kernel.not_an_amount"],
    ["targets", "kernel.not_a_list"],
    ["sources", "kernel.not_a_list"],
  ])("a plan without %s is none", (field, code) => {
    expect(faultAt(() => judge({ [field]: undefined }))).toBe(`${code} at facts.plan.${field}`);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => judge({ targets: [target({ count: 0 })] }))).toBe("kernel.not_a_count at facts.plan.targets[0].count");
    expect(faultAt(() => judge({ targets: [target({ priority: 0 })] }))).toBe("kernel.not_a_count at facts.plan.targets[0].priority");
    expect(faultAt(() => judge({ targets: [target(), target()] }))).toBe("kernel.named_twice at facts.plan.targets[1]");
    expect(faultAt(() => judge({ budget: { amount: "-1", currency: "CNY" } }))).toBe(
      "engine.score_out_of_range at facts.plan.budget.amount",
    );
    expect(faultAt(() => judge({}, strategy, [{ code: "x", title: "x" as never }]))).toBe("kernel.not_a_record at policy.sources[0].title");
    expect(faultAt(() => judge({ research: [{ documentId: "" }] }))).toBe("kernel.not_text at facts.plan.research[0].documentId");
  });
});
