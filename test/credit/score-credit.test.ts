import { creditIndicators, exampleCreditScorecard, scoreCredit } from "qudao/credit";
import { checkScorecard } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { shown } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const best = {
  on_time_share: "1",
  weighted_days_late: "0",
  arrears_ratio: "0",
  security_cover: "1",
  years_together: "5",
  wilful_default: false,
};
const rate = (values: { readonly [name: string]: string | boolean }) => {
  const outcome = shown(scoreCredit({ values }, exampleCreditScorecard));
  return outcome.status === "scored" ? `${outcome.score} ${outcome.grade}` : outcome.status;
};

describe("scoreCredit()", () => {
  // weights 0.3, 0.2, 0.2, 0.1, 0.1, 0.1 of linear scales
  test.each([
    [{}, "100 AAA"],
    [{ years_together: "2.5" }, "95 AAA"],
    [{ years_together: "2.4" }, "94.8 AA"],
    [{ on_time_share: "0.5" }, "70 A"],
    [{ on_time_share: "0.5", security_cover: "0" }, "60 B"],
    [{ on_time_share: "0.5", weighted_days_late: "60", security_cover: "0" }, "40 C"],
  ])("G-21: with %j the rating is %s", (changes, expected) => {
    expect(rate({ ...best, ...changes })).toBe(expected);
  });

  test("wilful default is the worst grade, whatever the score", () => {
    expect(rate({ ...best, wilful_default: true })).toBe("90 C");
  });

  test("no data is neither the best grade nor the worst", () => {
    expect(rate({})).toBe("insufficient_data");
    const { arrears_ratio: _, ...others } = best;
    expect(rate(others)).toBe("insufficient_data");
  });

  test("a host adds indicators of its own; one that nobody wrote down is refused", () => {
    const own = [
      {
        code: "tax_grade",
        title: { en: "tax grade", zh: "纳税信用" },
        meaning: { en: "grade of the tax office", zh: "税务机关评级" },
        unit: "count",
        better: "higher",
      },
    ] as const;
    const criterion = {
      indicator: "tax_grade",
      weight: "1",
      scale: { kind: "linear", full: "100", from: "0", to: "5" },
      missing: { then: "fail" },
    } as const;
    const { knockOutGrade: _, ...card } = exampleCreditScorecard;
    expect(shown(scoreCredit({ values: { tax_grade: "4" } }, { ...card, own, criteria: [criterion] }))).toMatchObject({ score: "80" });
    expect(faultAt(() => scoreCredit({ values: {} }, { ...card, criteria: [criterion] }))).toBe(
      "kernel.unknown_row at scorecard.criteria[0].indicator",
    );
    expect(faultAt(() => scoreCredit({ values: {} }, { ...card, own: [{ ...own[0], code: "arrears_ratio" }], criteria: [] }))).toBe(
      `kernel.named_twice at scorecard.own[${creditIndicators.length}].code`,
    );
  });

  test("the indicators are told apart and named in both languages; the example is sound", () => {
    expect(new Set(creditIndicators.map(({ code }) => code)).size).toBe(creditIndicators.length);
    for (const { title, meaning } of creditIndicators) expect(title.zh + meaning.zh).toMatch(/[\u3400-\u9fff]{4}/);
    const criteria = exampleCreditScorecard.criteria.map(({ indicator, ...rest }) => ({
      ...rest,
      code: indicator,
      fact: indicator,
      title: { en: "x", zh: "某" },
    }));
    expect(checkScorecard({ ...exampleCreditScorecard, criteria })).toStrictEqual([]);
  });
});
