import { compareScores, type Scored } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";

const scored = (score: string, version = "2024"): Scored => ({ status: "scored", version, score, grade: "B", knockedOutBy: [] });

describe("compareScores()", () => {
  test.each([
    { previous: "70", current: "70.01", change: "0.01", direction: "up" },
    { previous: "70", current: "70.00", change: "0", direction: "level" },
    { previous: "70", current: "69.99", change: "-0.01", direction: "down" },
  ])("from $previous to $current: $change, $direction", ({ previous, current, change, direction }) => {
    expect(compareScores({ previous: scored(previous), current: scored(current) })).toStrictEqual({ comparable: true, change, direction });
  });

  test("scores of different weights are not compared, whatever they are", () => {
    expect(compareScores({ previous: scored("70", "2023"), current: scored("90") })).toStrictEqual({
      comparable: false,
      because: "other_version",
    });
  });

  test("a score that is not there is not compared", () => {
    const none = { status: "insufficient_data", version: "2024", because: "no_data", missing: [] } as const;
    expect(compareScores({ previous: none, current: scored("90") })).toStrictEqual({ comparable: false, because: "no_score" });
    expect(compareScores({ previous: scored("90"), current: none })).toStrictEqual({ comparable: false, because: "no_score" });
  });

  test("faults what is malformed", () => {
    expect(faultAt(() => compareScores({ previous: scored("x"), current: scored("1") }))).toBe(
      "kernel.not_a_decimal at facts.previous.score",
    );
    expect(faultAt(() => compareScores({ previous: null, current: scored("1") } as never))).toBe("kernel.not_a_record at facts.previous");
    expect(faultAt(() => compareScores(null as never))).toBe("kernel.not_a_record at facts");
  });
});
