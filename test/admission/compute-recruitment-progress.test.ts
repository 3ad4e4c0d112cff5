import fc from "fast-check";
import { computeRecruitmentProgress, type Recruit, type RecruitmentFacts, type RecruitmentPlan } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { plan, target } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const territories = [
  { id: "zhejiang", level: "province", title: { en: "Zhejiang", zh: "浙江" } },
  { id: "hangzhou", level: "city", parentId: "zhejiang" },
  { id: "xihu", level: "district", parentId: "hangzhou" },
] as const;
const recruit = (name: string, signedOn: string, more: Partial<Recruit> = {}): Recruit => ({
  candidate: name,
  kind: "distributor",
  territoryId: "zhejiang",
  signedOn,
  ...more,
});
const progress = (recruits: readonly Recruit[], more: Partial<RecruitmentPlan> = {}, facts: Partial<RecruitmentFacts> = {}) =>
  computeRecruitmentProgress(frozen({ asOf: "2024-07-31", recruits, territories, ...facts }), frozen(plan(more)));

describe("computeRecruitmentProgress()", () => {
  // S06-07
  test("sets plan against actual recruits, target by target and territory by territory", () => {
    const targets = [
      target({ kind: "agent", count: 1, priority: 1 }),
      target({ count: 3, priority: 2, dueOn: "2024-07-31" }),
      target({ territoryId: "jiangsu", count: 2, priority: 3, dueOn: "2024-12-31" }),
    ];
    const { outcome } = progress(
      [
        recruit("A", "2024-02-01", { kind: "agent" }),
        recruit("B", "2024-03-01"),
        recruit("C", "2024-07-31"),
        recruit("D", "2024-03-01", { territoryId: "jiangsu" }),
      ],
      { targets },
    );
    expect(outcome.targets).toMatchObject([
      { kind: "agent", territoryId: "zhejiang", recruited: 1, open: 0, status: "filled" },
      { kind: "distributor", territoryId: "zhejiang", recruited: 2, open: 1, status: "open" },
      { kind: "distributor", territoryId: "jiangsu", recruited: 1, open: 1, status: "open" },
    ]);
    expect(outcome.territories).toStrictEqual([
      { territoryId: "zhejiang", planned: 4, recruited: 3 },
      { territoryId: "jiangsu", planned: 2, recruited: 1 },
    ]);
    expect(outcome).toMatchObject({ plan: "R-2024", planned: 6, recruited: 4, outside: [] });
  });

  test.each([
    { asOf: "2024-06-29", status: "open", why: "a day before the last" },
    { asOf: "2024-06-30", status: "open", why: "on the last day" },
    { asOf: "2024-07-01", status: "overdue", why: "a day after it" },
  ])("on $asOf the target is $status, $why", ({ asOf, status }) => {
    expect(progress([], {}, { asOf }).outcome.targets[0]?.status).toBe(status);
  });

  test.each([
    { signedOn: "2023-12-31", because: "not_in_period", why: "a day before the plan" },
    { signedOn: "2024-01-01", because: null, why: "its first day" },
    { signedOn: "2024-07-31", because: null, why: "the day of the comparison" },
    { signedOn: "2024-08-01", because: "not_yet", why: "a day after the comparison" },
    { signedOn: "2025-01-01", because: "not_in_period", why: "a day after the plan" },
  ])("signed on $signedOn, $why: $because", ({ signedOn, because }) => {
    const { recruited, outside } = progress([recruit("A", signedOn)]).outcome;
    expect([recruited, outside[0]?.because ?? null]).toStrictEqual([because === null ? 1 : 0, because]);
  });

  test("a recruit counts for the nearest territory around it that has a target", () => {
    const of = (targets: RecruitmentPlan["targets"], territoryId: string) =>
      progress([recruit("A", "2024-03-01", { territoryId })], { targets }).outcome.targets.map(({ recruited }) => recruited);
    const [province, city] = [target(), target({ territoryId: "hangzhou" })];
    expect(of([province], "xihu")).toStrictEqual([1]);
    expect(of([province, city], "xihu")).toStrictEqual([0, 1]);
    expect(of([city], "zhejiang")).toStrictEqual([0]);
    expect(progress([recruit("A", "2024-03-01", { territoryId: "xihu" })], {}, { territories: undefined }).outcome.outside).toStrictEqual([
      { candidate: "A", because: "no_target" },
    ]);
  });

  test("a circle of territories ends", () => {
    const circle = [
      { id: "a", level: "city", parentId: "b" },
      { id: "b", level: "city", parentId: "a" },
    ] as const;
    expect(progress([recruit("A", "2024-03-01", { territoryId: "a" })], {}, { territories: circle }).outcome.outside).toStrictEqual([
      { candidate: "A", because: "no_target" },
    ]);
  });

  test("targets of one place fill in the order in which they are due, and the last takes the surplus", () => {
    const targets = [target({ count: 1, dueOn: "2024-12-31" }), target({ count: 1, dueOn: "2024-06-30" })];
    const of = (count: number) =>
      progress(
        Array.from({ length: count }, (_, i) => recruit(`C-${i}`, "2024-03-01")),
        { targets },
      ).outcome.targets.map(({ recruited, open }) => [recruited, open]);
    expect(of(1)).toStrictEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(of(3)).toStrictEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  test("whoever counts for no target is listed, with the reason", () => {
    const recruits = [recruit("A", "2024-03-01", { kind: "retailer" }), recruit("B", "2024-03-01", { territoryId: null })];
    expect(progress(recruits).outcome.outside).toStrictEqual([
      { candidate: "A", because: "no_target" },
      { candidate: "B", because: "territory_not_known" },
    ]);
  });

  test("nobody is lost and nobody counts twice, and the working adds up", () => {
    const anyRecruit = fc.record({
      kind: fc.constantFrom("agent" as const, "distributor" as const),
      territoryId: fc.constantFrom("zhejiang", "hangzhou", "xihu", "jiangsu", null),
      signedOn: fc.constantFrom("2023-12-31", "2024-01-01", "2024-07-31", "2024-08-01"),
    });
    fc.assert(
      fc.property(fc.array(anyRecruit, { maxLength: 12 }), (some) => {
        const recruits = some.map((one, i) => ({ candidate: `C-${i}`, ...one }));
        const targets = [target({ count: 1 }), target({ territoryId: "hangzhou" }), target({ kind: "agent", count: 1 })];
        const { outcome, explanation } = progress(recruits, { targets });
        expect(outcome.recruited + outcome.outside.length).toBe(recruits.length);
        expect(outcome.targets.reduce((sum, { recruited }) => sum + recruited, 0)).toBe(outcome.recruited);
        expect(outcome.territories.reduce((sum, { planned }) => sum + planned, 0)).toBe(outcome.planned);
        expect(checkExplanation(explanation)).toStrictEqual([]);
      }),
      { seed: 20240101 },
    );
  });

  test("is said in both languages and survives JSON", () => {
    const answer = progress([recruit("A", "2024-03-01"), recruit("B", "2024-03-01", { territoryId: null })]);
    expectWords(answer.explanation);
    expect(lines(answer.explanation, "zh")[1]).toBe("浙江，分销商，期限 2024-06-30：计划 2，实际 1，已逾期");
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => progress([recruit("A", "2024-03-01"), recruit("A", "2024-03-01")]))).toBe(
      "kernel.named_twice at facts.recruits[1].candidate",
    );
    expect(faultAt(() => progress([recruit("A", "2024-02-30")]))).toBe("kernel.not_a_date at facts.recruits[0].signedOn");
    expect(faultAt(() => progress([], {}, { territories: [{ id: "a", level: "city", parentId: 1 as never }] }))).toBe(
      "kernel.not_text at facts.territories[0].parentId",
    );
    expect(faultAt(() => progress([], { strategyId: "" }))).toBe("kernel.not_text at plan.strategyId");
  });
});
