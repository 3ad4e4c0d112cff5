import { catalogue } from "qudao/i18n";
import { renderExplanation, renderMessage } from "qudao/kernel";
import { computeNotice, type NoticePolicy } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

// directive 86/653/EEC, article 15: one month in the first year, two in the second, three after, to the end of a month
const policy: NoticePolicy = {
  noticeSteps: [
    { fromMonths: 0, noticeMonths: 1 },
    { fromMonths: 12, noticeMonths: 2 },
    { fromMonths: 24, noticeMonths: 3 },
  ],
  noticeEndsOn: "month_end",
};
const notice = (memberSince: string, asOf: string, change: Partial<NoticePolicy> = {}) => {
  const answer = computeNotice(frozen({ memberSince, asOf }), frozen({ ...policy, ...change }));
  if (!answer.ok) return answer.problem.code;
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(answer.value.explanation, { language, catalogue })).not.toMatch(/lifecycle\.|\?/);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.value.outcome;
};

describe("computeNotice()", () => {
  test.each([
    ["2024-02-28", 1, "2024-04-01", "one day before the year is full"],
    ["2024-02-29", 1, "2024-04-01", "the last day of the first year"],
    ["2024-03-01", 2, "2024-06-01", "the year is full"],
    ["2024-03-02", 2, "2024-06-01", "one day after"],
    ["2025-02-28", 2, "2025-05-01", "the last day of the second year"],
    ["2025-03-01", 3, "2025-07-01", "the second year is full"],
    ["2025-12-31", 3, "2026-04-01", "31 March ends with March"],
  ])("since 2023-03-01, given on %s: %i months, without contract from %s: %s", (asOf, months, exitOn) => {
    expect(notice("2023-03-01", asOf)).toStrictEqual({ months, exitOn });
  });

  test("ends on the same day of the month, clamped, where the policy says so", () => {
    expect(notice("2024-01-01", "2024-01-31", { noticeEndsOn: "same_day" })).toStrictEqual({ months: 1, exitOn: "2024-02-29" });
  });

  test("no notice at all ends it on the day", () => {
    expect(notice("2024-01-01", "2024-01-31", { noticeSteps: [{ fromMonths: 0, noticeMonths: 0 }] })).toStrictEqual({
      months: 0,
      exitOn: "2024-01-31",
    });
  });

  test("a membership that no step reaches has no notice agreed", () => {
    expect(notice("2024-01-01", "2024-06-30", { noticeSteps: [{ fromMonths: 6, noticeMonths: 1 }] })).toBe("lifecycle.notice_not_agreed");
    expect(notice("2024-01-01", "2024-07-01", { noticeSteps: [{ fromMonths: 6, noticeMonths: 1 }] })).toStrictEqual({
      months: 1,
      exitOn: "2024-09-01",
    });
    expect(notice("2024-01-01", "2024-06-30", { noticeSteps: [] })).toBe("lifecycle.notice_not_agreed");
    const problem = { code: "lifecycle.notice_not_agreed", params: { served: 5 } };
    expect(renderMessage(problem, "zh", catalogue)).toBe("无法计算通知期：未约定成员资历满 5 个月时的通知期");
  });

  test.each([
    [{ memberSince: "once", asOf: "2024-06-30" }, policy, "kernel.not_a_date at facts.memberSince"],
    [{ memberSince: "2024-01-01", asOf: "2024-06-31" }, policy, "kernel.not_a_date at facts.asOf"],
    [{ memberSince: "2024-01-01", asOf: "2024-06-30" }, { ...policy, noticeEndsOn: "soon" }, "kernel.not_a_choice at policy.noticeEndsOn"],
    [
      { memberSince: "2024-01-01", asOf: "2024-06-30" },
      { ...policy, noticeSteps: [policy.noticeSteps[1], policy.noticeSteps[0]] },
      "kernel.not_a_count at policy.noticeSteps[1].fromMonths",
    ],
    [
      { memberSince: "2024-01-01", asOf: "2024-06-30" },
      { ...policy, noticeSteps: [{ fromMonths: 0, noticeMonths: "1" }] },
      "kernel.not_a_count at policy.noticeSteps[0].noticeMonths",
    ],
  ])("what is malformed is a fault: %#", (facts, terms, fault) =>
    expect(faultAt(() => computeNotice(facts, terms as NoticePolicy))).toBe(fault),
  );
});
