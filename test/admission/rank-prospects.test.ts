import { type ProspectRankingFacts, type RecruitmentPlan, rankProspects } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { plan, target } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const prospect = (id: string, kind: "agent" | "distributor" | "retailer", territoryId: string | null = "zhejiang") => ({
  id,
  kind,
  territoryId,
});
const targets = [
  target({ priority: 3 }),
  target({ kind: "agent", priority: 1 }),
  target({ territoryId: "jiangsu", priority: 2 }),
  target({ territoryId: "jiangsu", priority: 5, dueOn: "2024-03-31" }),
];
const rank = (prospects: ProspectRankingFacts["prospects"], more: Partial<RecruitmentPlan> = { targets }) =>
  rankProspects(frozen({ prospects, territories: [{ id: "suzhou", level: "city", parentId: "jiangsu" }] }), frozen(plan(more)));

describe("rankProspects()", () => {
  // S07-05
  test("sorts prospects by the priority of their targets", () => {
    const { outcome } = rank([prospect("P-1", "distributor"), prospect("P-2", "distributor", "suzhou"), prospect("P-3", "agent")]);
    expect(outcome.ranked.map(({ rank, prospect, priority, territoryId }) => [rank, prospect, priority, territoryId])).toStrictEqual([
      [1, "P-3", 1, "zhejiang"],
      [2, "P-2", 2, "jiangsu"],
      [3, "P-1", 3, "zhejiang"],
    ]);
  });

  test("equally urgent ones share a rank, in whatever order they come", () => {
    const field = [prospect("P-2", "agent"), prospect("P-3", "distributor"), prospect("P-1", "agent")];
    const ranks = rank(field).outcome.ranked.map(({ rank, prospect }) => [rank, prospect]);
    expect(ranks).toStrictEqual([
      [1, "P-1"],
      [1, "P-2"],
      [3, "P-3"],
    ]);
    expect(rank([...field].reverse()).outcome.ranked.map(({ rank, prospect }) => [rank, prospect])).toStrictEqual(ranks);
  });

  test("whom the plan does not ask for is outside it, with the reason, and not last", () => {
    const { outcome } = rank([prospect("P-3", "retailer"), prospect("P-2", "agent", null), prospect("P-1", "agent", "jiangsu")]);
    expect(outcome.ranked).toStrictEqual([]);
    expect(outcome.outside).toStrictEqual([
      { prospect: "P-1", because: "no_target" },
      { prospect: "P-2", because: "territory_not_known" },
      { prospect: "P-3", because: "no_target" },
    ]);
  });

  test("is said in both languages and survives JSON", () => {
    const answer = rank([prospect("P-1", "agent"), prospect("P-2", "agent", null)]);
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")).toStrictEqual([
      "计划 R-2024：按优先级排序 1 家，计划外 1 家",
      "第 1 位：P-1，zhejiang的代理商，优先级 1",
      "P-2 不在计划内：所属区域未知",
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => rank([prospect("P-1", "agent"), prospect("P-1", "agent")]))).toBe("kernel.named_twice at facts.prospects[1].id");
    expect(faultAt(() => rank([{ ...prospect("P-1", "agent"), kind: "dealer" as never }]))).toBe(
      "kernel.not_a_choice at facts.prospects[0].kind",
    );
    expect(faultAt(() => rank([prospect("P-1", "agent", 3 as never)]))).toBe("kernel.not_text at facts.prospects[0].territoryId");
    expect(faultAt(() => rank([], { targets: 1 as never }))).toBe("kernel.not_a_list at plan.targets");
  });
});
