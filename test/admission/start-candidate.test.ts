import { type CandidateStart, startCandidate } from "qudao/admission";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

describe("startCandidate()", () => {
  test("begins as a prospect that nobody has tested, with no day set", () => {
    expect(startCandidate({ kind: "agent", foundOn: "2024-03-01" })).toStrictEqual({
      at: "prospect",
      data: {
        kind: "agent",
        foundOn: "2024-03-01",
        since: "2024-03-01",
        reviewOn: null,
        competence: "untested",
        testsFailed: 0,
        validUntil: null,
        talksUntil: null,
      },
    });
  });

  test("faults what is malformed, with its place", () => {
    const of = (start: unknown) => faultAt(() => startCandidate(start as CandidateStart));
    expect(of(null)).toBe("kernel.not_a_record at start");
    expect(of({ kind: "dealer", foundOn: "2024-03-01" })).toBe("kernel.not_a_choice at start.kind");
    expect(of({ kind: "agent", foundOn: "2024-03-32" })).toBe("kernel.not_a_date at start.foundOn");
  });
});
