import { findPayablePeriod } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { expectPlain } from "../support/incentives.js";

const programme = { effective: { start: "2024-01-01", end: "2025-01-01" } };
const quarter = { start: "2024-01-01", end: "2024-04-01" };
function payable(publishedOn: string | null, period = quarter) {
  const answer = findPayablePeriod({ period, publishedOn }, programme);
  if (!answer.ok) return answer.problem.code;
  expectPlain(answer.value);
  return answer.value.outcome;
}

describe("findPayablePeriod()", () => {
  // S02-23
  test.each([
    ["2023-12-31", quarter],
    ["2024-01-01", quarter],
    ["2024-01-02", { ...quarter, start: "2024-01-02" }],
    ["2024-03-31", { ...quarter, start: "2024-03-31" }],
    ["2024-04-01", "incentives.before_publication"],
    ["2024-04-02", "incentives.before_publication"],
  ])("S02-23: published on %s, the first quarter is paid for as %j", (publishedOn, want) => {
    expect(payable(publishedOn)).toStrictEqual(want);
  });

  test("nothing is paid before a publication or outside the term", () => {
    expect(payable(null)).toBe("incentives.not_published");
    expect(payable("2023-01-01", { start: "2025-01-01", end: "2025-04-01" })).toBe("incentives.outside_term");
    expect(payable("2023-01-01", { start: "2024-12-01", end: "2025-02-01" })).toStrictEqual({ start: "2024-12-01", end: "2025-01-01" });
    expect(faultAt(() => payable(undefined as never))).toBe("kernel.not_a_date at facts.publishedOn");
  });
});
