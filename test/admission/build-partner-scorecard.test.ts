import { buildPartnerScorecard } from "qudao/admission";
import { checkScorecard, findGapToGrade } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { card, linear, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

describe("buildPartnerScorecard()", () => {
  const built = buildPartnerScorecard(
    frozen(
      card([weigh("market_coverage", "0.6", linear("0", "1"), { knockOutBelow: "10" }), weigh("team_strength", "0.4")], {
        knockOutGrade: "poor",
      }),
    ),
  );

  test("writes every criterion out, with title and fact of the catalogue", () => {
    expect(checkScorecard(built)).toStrictEqual([]);
    expect(built.criteria).toStrictEqual([
      {
        code: "market_coverage",
        title: { en: "market coverage", zh: "市场覆盖" },
        fact: "marketCoverage",
        weight: "0.6",
        scale: linear("0", "1"),
        missing: { then: "fail" },
        knockOutBelow: "10",
      },
      {
        code: "team_strength",
        title: { en: "team strength", zh: "团队实力" },
        fact: "teamStrength",
        weight: "0.4",
        scale: { kind: "direct", full: "100" },
        missing: { then: "fail" },
      },
    ]);
    expect(JSON.parse(JSON.stringify(built))).toStrictEqual(built);
  });

  test("is what the engine's other verbs take", () => {
    // 0.6 × 50 + 0.4 × 60 = 54; grade fair begins at 60
    const gap = findGapToGrade({ values: { marketCoverage: "0.5", teamStrength: "60" }, grade: "fair", places: 2 }, built).outcome;
    expect([gap.score, gap.missing]).toStrictEqual(["54", "6"]);
  });

  test("refuses what the check finds, with its place", () => {
    expect(faultAt(() => buildPartnerScorecard(card([weigh("shelf_space", "1")])))).toBe(
      "admission.criterion_unknown at scorecard.criteria[0].criterion",
    );
    expect(faultAt(() => buildPartnerScorecard(3 as never))).toBe("kernel.not_a_record at scorecard");
  });
});
