import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import type { MemberReviewEvent } from "qudao/lifecycle";
import { evaluateReview, type ReviewFactsOfMember, type ReviewPolicy, type ReviewTrigger } from "qudao/performance";
import { expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectOnlyFaults } from "../support/hostile-json.js";

const scored = (grade: string, score = "40", version = "2024") => ({ status: "scored" as const, version, score, grade, knockedOutBy: [] });
const lacking = { status: "insufficient_data" as const, version: "2024", because: "no_data" as const, missing: [] };
const trigger = (code: string, grades: readonly string[], inRow: number, consequence: ReviewTrigger["consequence"]): ReviewTrigger => ({
  code,
  title: { en: code, zh: code },
  when: { kind: "grades", grades, inRow },
  consequence,
});
const policy: ReviewPolicy = frozen({
  triggers: [
    trigger("one_bad", ["D"], 1, "warn"),
    trigger("two_bad", ["D"], 2, "downgrade"),
    trigger("three_bad", ["D"], 3, "eliminate"),
    trigger("good", ["A"], 1, "reward"),
    trigger("very_good", ["A"], 2, "promote"),
    { code: "fell", title: { en: "fell", zh: "下滑" }, when: { kind: "drop", points: "15" }, consequence: "rectify" },
  ],
});
const facts: ReviewFactsOfMember = {
  member: "D7",
  reviewId: "R1",
  asOf: "2024-07-05",
  period: { start: "2024-04-01", end: "2024-07-01" },
  history: [scored("D")],
  agreedOn: "2024-03-20",
  memberPresent: true,
  territory: "east",
  evaluator: { office: "Shanghai", territories: ["east"] },
};
const review = (given: Partial<ReviewFactsOfMember>, agreed = policy) => {
  const answer = evaluateReview(frozen({ ...facts, ...given }), agreed);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};
const effectsOf = (given: Partial<ReviewFactsOfMember>, agreed = policy) => review(given, agreed).outcome.effects.map(({ type }) => type);

test.each([
  ["one bad review", [scored("D"), scored("C")], ["warn"]],
  ["two in a row", [scored("D"), scored("D")], ["downgrade"]],
  ["three in a row", [scored("D"), scored("D"), scored("D")], ["eliminate"]],
  ["a better one ends the row", [scored("D"), scored("C"), scored("D")], ["warn"]],
  ["a review without a score neither counts nor ends it", [scored("D"), lacking, scored("D")], ["downgrade"]],
  ["without a score today nothing follows", [lacking, scored("D"), scored("D")], []],
  ["two good ones", [scored("A", "90"), scored("A", "90")], ["reward", "promote"]],
  ["a fall of 15 points", [scored("C", "60"), scored("B", "75")], ["rectify"]],
  ["a fall of a little less", [scored("C", "60.1"), scored("B", "75")], []],
  ["a fall across a change of weights says nothing", [scored("C", "40"), scored("A", "99", "2023")], []],
] as const)("%s", (_, history, want) => expect(effectsOf({ history })).toStrictEqual(want));

// S08-20
test("criteria that were not agreed before the period bring no penalty, but a reward", () => {
  const { effects, withheld } = review({ agreedOn: "2024-04-01" }).outcome;
  expect([effects, withheld]).toStrictEqual([[], [{ trigger: "one_bad", because: "not_agreed" }]]);
  expect(effectsOf({ agreedOn: undefined, history: [scored("A")] })).toStrictEqual(["reward"]);
});

test("an appeal holds penalties up until it is dismissed", () => {
  const filed = { filedOn: "2024-07-06", ground: "wrong stock report" };
  const appeal = (status: "open" | "upheld" | "dismissed") => ({ ...filed, status, ...(status === "open" ? {} : { decidedBy: "Chen" }) });
  expect(review({ appeal: appeal("open") }).outcome.withheld[0]?.because).toBe("appeal_open");
  expect(review({ appeal: appeal("upheld") }).outcome.withheld[0]?.because).toBe("appeal_upheld");
  expect(effectsOf({ appeal: appeal("dismissed") })).toStrictEqual(["warn"]);
  // it is kept with the review, and nobody decides it unnamed
  expect(review({ appeal: appeal("dismissed") }).outcome.appeal).toStrictEqual({ ...filed, status: "dismissed", decidedBy: "Chen" });
  expect(review({ appeal: appeal("open") }).outcome.appeal).toStrictEqual({ ...filed, status: "open" });
  expect(review({}).outcome.appeal).toBeNull();
  expect(faultAt(() => review({ appeal: { ...filed, status: "dismissed" } }))).toBe("kernel.not_text at facts.appeal.decidedBy");
});

test("who would rise and fall in one review keeps its level", () => {
  const both = {
    triggers: [trigger("up", ["D"], 1, "promote"), trigger("down", ["D"], 1, "downgrade"), trigger("warned", ["D"], 1, "warn")],
  };
  const { effects, withheld } = review({}, both).outcome;
  expect(effects.map(({ type }) => type)).toStrictEqual(["warn"]);
  expect(withheld.map(({ because }) => because)).toStrictEqual(["conflict", "conflict"]);
});

test("beside a conflict, of the other penalties only the severest follows", () => {
  const both: ReviewPolicy = {
    triggers: [
      trigger("up", ["D"], 1, "promote"),
      trigger("down", ["D"], 1, "downgrade"),
      trigger("told", ["D"], 1, "warn"),
      trigger("mend", ["D"], 1, "rectify"),
    ],
  };
  const { effects, withheld } = review({}, both).outcome;
  expect(effects.map(({ trigger: code }) => code)).toStrictEqual(["mend"]);
  expect(withheld).toStrictEqual([
    { trigger: "up", because: "conflict" },
    { trigger: "down", because: "conflict" },
    { trigger: "told", because: "milder" },
  ]);
});

test("two triggers with one code, and a fall of nothing, are refused", () => {
  const twice = { triggers: [trigger("bad", ["D"], 1, "warn"), trigger("bad", ["D"], 2, "rectify")] };
  expect(faultAt(() => review({}, twice))).toBe("kernel.named_twice at policy.triggers[1].code");
  const fell = (points: string): ReviewPolicy => ({
    triggers: [{ code: "fell", title: { en: "fell", zh: "下滑" }, when: { kind: "drop", points }, consequence: "warn" }],
  });
  expect(faultAt(() => review({}, fell("0")))).toBe("kernel.not_above_zero at policy.triggers[0].when.points");
  expect(faultAt(() => review({}, fell("-5")))).toBe("kernel.not_above_zero at policy.triggers[0].when.points");
  expect(effectsOf({ history: [scored("C", "74.9"), scored("B", "75")] }, fell("0.1"))).toStrictEqual(["warn"]);
});

// S06-16
test("a review without the partner is marked unilateral", () => {
  expect([review({}).outcome.form, review({ memberPresent: false }).outcome.form]).toStrictEqual(["joint", "unilateral"]);
  expect([review({ minutes: "M-17" }).outcome.minutes, review({}).outcome.minutes]).toStrictEqual(["M-17", null]);
});

// S19-31
test("an office may not review outside its territory", () => {
  const answer = evaluateReview({ ...facts, territory: "west" }, policy);
  if (answer.ok) throw new Error("reviewed");
  expect(answer.problem).toStrictEqual({
    code: "performance.outside_territory",
    params: { office: "Shanghai", territory: "west", member: "D7" },
  });
  expect(renderMessage(answer.problem, "zh", catalogue)).toBe("无法考核 D7：办事处 Shanghai 无权在 west 考核");
});

test("the review is an event of the member's life", () => {
  const event: MemberReviewEvent | null = review({}).outcome.memberEvent;
  expect(event).toStrictEqual({ type: "reviewed", asOf: "2024-07-05", reviewId: "R1", score: "40", grade: "D" });
  expect(review({ history: [lacking] }).outcome.memberEvent).toBeNull();
});

test("the working is told in both languages, and what is malformed is named by its place", () => {
  const { explanation } = review({ history: [scored("D"), scored("D")] });
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(/performance\.|\?/);
  expect(faultAt(() => review({ asOf: "2024-02-30" }))).toBe("kernel.not_a_date at facts.asOf");
  expect(faultAt(() => review({ memberPresent: "true" as never }))).toMatch(/ at facts\.memberPresent$/);
  expect(faultAt(() => review({ history: [{ ...scored("D"), score: "x" }] }))).toBe("kernel.not_a_decimal at facts.history[0].score");
  expectOnlyFaults(evaluateReview as never, [facts, policy]);
});
