import { detectExclusivityGaps, type ExclusivityClause } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { outcomeOf } from "../support/sharing.js";

const all = { lost_profit: true, risk_income: true, evidence: true, cap: true, term: true, review: true };
const judged = (exclusive: boolean | undefined, agreed: ExclusivityClause["agreed"]) => {
  const { verdict, gaps } = outcomeOf(detectExclusivityGaps({ exclusive, agreed }));
  return [verdict, ...gaps.map(({ term, status }) => `${term} ${status}`)];
};

describe("detectExclusivityGaps()", () => {
  test("S19-114: exclusivity without compensation of lost profit, or of risk, is defective", () => {
    expect(judged(true, all)).toStrictEqual(["sound"]);
    expect(judged(true, { ...all, lost_profit: false })).toStrictEqual(["defective", "lost_profit missing"]);
    expect(judged(true, { ...all, risk_income: false })).toStrictEqual(["defective", "risk_income missing"]);
  });

  test("evidence, cap, term and review are advised", () => {
    const agreed = { lost_profit: true, risk_income: true, evidence: false, cap: false, term: false, review: false };
    expect(judged(true, agreed)).toStrictEqual(["sound", "evidence missing", "cap missing", "term missing", "review missing"]);
  });

  test("what is not known is never a pass", () => {
    expect(judged(true, { ...all, risk_income: undefined })).toStrictEqual(["undetermined", "risk_income unknown"]);
    expect(judged(undefined, all)).toStrictEqual(["undetermined"]);
    expect(judged(false, {})).toStrictEqual(["no_exclusivity"]);
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => detectExclusivityGaps({ exclusive: "yes" as never, agreed: all }))).toBe(
      "kernel.not_a_choice at clause.exclusive",
    );
    expect(faultAt(() => detectExclusivityGaps(null as never))).toBe("kernel.not_a_record at clause");
  });
});
