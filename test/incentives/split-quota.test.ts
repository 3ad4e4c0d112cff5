import { type QuotaSplitFacts, type QuotaSplitPolicy, splitQuota } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const year = { start: "2024-01-01", end: "2025-01-01" };
const policy: QuotaSplitPolicy = {
  window: { kind: "calendar", unit: "quarter" },
  weights: ["1", "1", "1", "2"],
  decimals: 0,
  remainder: "contract_order",
  partly: { by: "whole_months", mode: "half_up" },
};

function parts(facts: Partial<QuotaSplitFacts> = {}, changes: Partial<QuotaSplitPolicy> = {}) {
  const answer = splitQuota(frozen({ total: "100000", term: year, ...facts }), frozen({ ...policy, ...changes }));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  const { outcome } = answer.value;
  return [...outcome.parts.map(({ quota }) => quota), outcome.quota];
}
const from = (start: string) => ({ served: { start, end: "2025-01-01" } });

describe("splitQuota()", () => {
  // published: incentives.md 3.6
  test("6,667, 20,000, 20,000 and 40,000 make 86,667: whole months served, quarters weighted", () => {
    expect(parts(from("2024-03-01"))).toStrictEqual(["6667", "20000", "20000", "40000", "86667"]);
  });

  test.each([
    ["2024-02-29", ["6667", "20000", "20000", "40000", "86667"]],
    ["2024-03-01", ["6667", "20000", "20000", "40000", "86667"]],
    ["2024-03-02", ["0", "20000", "20000", "40000", "80000"]], // March is not whole any more
    ["2024-04-01", ["0", "20000", "20000", "40000", "80000"]],
    ["2024-04-02", ["0", "13333", "20000", "40000", "73333"]],
  ])("served from %s: %j", (start, quotas) => expect(parts(from(start))).toStrictEqual(quotas));

  test("the whole windows add up to the total, and the odd unit has its owner", () => {
    const odd = (remainder: QuotaSplitPolicy["remainder"], decimals = 0) =>
      parts({ total: "1000" }, { weights: ["3", "4", "4", "4"], remainder, decimals });
    // 200, and three times 266.66…
    expect(odd("contract_order")).toStrictEqual(["200", "267", "267", "266", "1000"]);
    expect(odd("reverse_order")).toStrictEqual(["200", "266", "267", "267", "1000"]);
    expect(odd("contract_order", 2)).toStrictEqual(["200.00", "266.67", "266.67", "266.66", "1000.00"]);
    expect(parts({ total: "0" })).toStrictEqual(["0", "0", "0", "0", "0"]);
    expect(parts({ total: "9" }, { weights: ["0", "0", "0", "1"] })).toStrictEqual(["0", "0", "0", "9", "9"]);
  });

  test("half a month counts by its days where the policy says so, and one who is not there has no quota", () => {
    // 16 of 31 days of March: 20,000 ÷ 3 × 16 ÷ 31 is 3,440.86
    expect(parts(from("2024-03-16"), { partly: { by: "months", mode: "half_up" } })).toStrictEqual([
      "3441",
      "20000",
      "20000",
      "40000",
      "83441",
    ]);
    // 16 of 91 days: 3,516.48
    expect(parts(from("2024-03-16"), { partly: { by: "days", mode: "up" } })).toStrictEqual(["3517", "20000", "20000", "40000", "83517"]);
    expect(parts({ served: { start: "2026-01-01", end: "2026-02-01" } })).toStrictEqual(["0", "0", "0", "0", "0"]);
  });

  test("goes by the days of the term where a window reaches beyond it", () => {
    const term = { start: "2024-02-01", end: "2024-07-01" };
    expect(parts({ total: "100", term }, { weights: ["2", "3"] })).toStrictEqual(["40", "60", "100"]);
    const facts = { total: "100", term, served: { start: "2024-03-01", end: "2024-07-01" } };
    expect(parts(facts, { weights: ["2", "3"] })).toStrictEqual(["20", "60", "80"]); // one of the two months
  });

  test("what cannot be divided is a problem, with what there is", () => {
    expect(parts({}, { weights: ["1", "2", "3"] })).toStrictEqual({
      code: "incentives.weights_of_windows",
      params: { weights: 3, windows: 4 },
    });
    expect(parts({}, { weights: ["0", "0", "0", "0"] })).toMatchObject({ code: "kernel.no_weights" });
    expect(parts({ total: "0.5" })).toMatchObject({ code: "kernel.total_too_precise" });
  });

  test("what cannot be read is a fault with its place", () => {
    const fault = (facts: object, changes: object = {}) => faultAt(() => parts(facts, changes));
    expect(fault({ total: "-1" })).toBe("kernel.below_zero at facts.total");
    expect(fault({ served: { start: "2024-01-01" } })).toMatch(/ at facts\.served/);
    expect(fault({}, { weights: ["1", "-1", "1", "1"] })).toBe("kernel.below_zero at policy.weights[1]");
    expect(fault({}, { window: { kind: "rolling", length: { months: 3 }, step: "month" } })).toBe(
      "kernel.not_a_choice at policy.window.kind",
    );
    expect(fault({}, { partly: { by: "weeks", mode: "half_up" } })).toBe("kernel.not_a_choice at policy.partly.by");
    expect(fault({}, { remainder: "first" })).toBe("kernel.not_a_choice at policy.remainder");
  });
});
