import { type CreditReviewFacts, type CreditReviewPolicy, creditMessages, findCreditReview } from "qudao/credit";
import { renderMessage } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const policy: CreditReviewPolicy = {
  cadence: [{ grade: "AAA", months: 12 }, { grade: "C", months: 1 }, { months: 6 }],
  triggers: [
    { event: "late_payment", withinDays: 5 },
    { event: "bounced_bill", withinDays: 0 },
  ],
};
const find = (facts: Partial<CreditReviewFacts> = {}, changes: Partial<CreditReviewPolicy> = {}) =>
  shown(findCreditReview({ asOf: "2024-04-20", lastReviewOn: "2024-01-10", events: [], ...facts }, { ...policy, ...changes }));

describe("findCreditReview()", () => {
  test.each([
    ["AAA", "2025-01-10", false],
    ["B", "2024-07-10", false],
    [undefined, "2024-07-10", false],
    ["C", "2024-02-10", true],
  ])("S19-137: rated %s, the next review is due on %s", (grade, dueOn, isDue) => {
    expect(find({ grade })).toMatchObject({ dueOn, isDue, because: "cadence" });
  });

  test.each([
    ["2024-07-09", false],
    ["2024-07-10", true],
    ["2024-07-11", true],
  ])("on %s it is due: %s", (asOf, isDue) => {
    expect(find({ asOf }).isDue).toBe(isDue);
  });

  test("S19-137: a late payment triggers a review before its date", () => {
    const events = [{ event: "late_payment", on: "2024-04-12" }] as const;
    expect(find({ events })).toStrictEqual({ dueOn: "2024-04-17", isDue: true, because: "late_payment", scheduledOn: "2024-07-10" });
  });

  test("the earliest event counts; what the last review saw, what is to come and what triggers nothing do not", () => {
    const events = [
      { event: "late_payment", on: "2024-01-10" },
      { event: "late_payment", on: "2024-04-21" },
      { event: "sales_drop", on: "2024-02-01" },
    ] as const;
    expect(find({ events }).because).toBe("cadence");
    expect(
      find({ events: [...events, { event: "late_payment", on: "2024-04-01" }, { event: "bounced_bill", on: "2024-04-03" }] }),
    ).toMatchObject({
      dueOn: "2024-04-03",
      because: "bounced_bill",
    });
  });

  test("who was never reviewed is due at once; without a cadence and without an event nothing is planned", () => {
    expect(find({ lastReviewOn: undefined })).toMatchObject({ dueOn: "2024-04-20", isDue: true, because: "never_reviewed" });
    expect(find({}, { cadence: [] })).toMatchObject({ dueOn: null, isDue: false, because: "nothing" });
    const { explanation } = findCreditReview({ asOf: "2024-04-20", lastReviewOn: "2024-01-10", events: [] }, { ...policy, cadence: [] });
    const words = (language: "en" | "zh") => renderMessage(explanation, language, creditMessages);
    expect(words("en")).toBe("On 2024-04-20: no review is planned (no cadence and no event)");
    expect(words("zh")).toBe("2024-04-20：没有安排资信审查（无周期且无事件）");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => find({}, { cadence: [{ months: 6 }, { months: 7 }] }))).toBe("kernel.named_twice at policy.cadence[1].grade");
    const twice = { event: "late_payment" as const, withinDays: 5 };
    expect(faultAt(() => find({}, { triggers: [twice, { ...twice, withinDays: 30 }] }))).toBe(
      "kernel.named_twice at policy.triggers[1].event",
    );
    expect(faultAt(() => find({ events: [{ event: "rain" as never, on: "2024-01-01" }] }))).toBe(
      "kernel.not_a_choice at facts.events[0].event",
    );
  });
});
