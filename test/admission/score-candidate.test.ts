import { type CandidateFacts, type CandidateScoring, type PartnerCriterion, scoreCandidate } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { asOf, candidate, card, linear, measures, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords } from "../support/says.js";

const answer = (facts: Partial<CandidateFacts>, policy: CandidateScoring) =>
  scoreCandidate(frozen({ ...candidate("C-1", facts), asOf }), frozen(policy));
/** The score, or why there is none. */
function score(facts: Partial<CandidateFacts>, policy: CandidateScoring): string {
  const { score } = answer(facts, policy).outcome;
  return score.status === "scored" ? score.score : score.status === "unscorable" ? score.status : score.because;
}

// S01-07: 0.5 × 80 + 0.3 × 70 + 0.2 × 90 = 40 + 21 + 18 = 79
describe("market coverage, sales capability and team strength", () => {
  const policy = {
    scorecard: card([weigh("market_coverage", "0.5", linear("0", "1")), weigh("sales_capability", "0.3"), weigh("team_strength", "0.2")]),
  };
  const values = { marketCoverage: "0.8", salesCapability: "70", teamStrength: "90" };

  test("weigh as they do by hand", () => {
    const { outcome } = answer({ values }, policy);
    expect(outcome.score).toMatchObject({ status: "scored", version: "2024-1", score: "79", grade: "good" });
    expect(outcome.score.status === "scored" && outcome.score.lines.map(({ contribution }) => contribution)).toStrictEqual([
      "40",
      "21",
      "18",
    ]);
  });

  test("one that is not rated leaves the score open, and is not a 0", () => {
    for (const fact of Object.keys(values)) expect(score({ values: { ...values, [fact]: null } }, policy)).toBe("required");
    const lenient = { scorecard: card(policy.scorecard.criteria.map((one) => ({ ...one, missing: { then: "exclude" as const } }))) };
    // without the team: (0.5 × 80 + 0.3 × 70) ÷ 0.8 = 76.25
    expect(score({ values: { ...values, teamStrength: undefined } }, lenient)).toBe("76.3");
    expect(score({}, lenient)).toBe("no_data");
  });

  test("take criteria of the host's own beside ours", () => {
    const own: PartnerCriterion = {
      code: "shelf_space",
      title: { en: "shelf space", zh: "陈列面积" },
      meaning: { en: "metres of shelf", zh: "陈列米数" },
      fact: "shelfMetres",
      unit: "count",
      better: "higher",
      axis: "value",
    };
    const scorecard = card([weigh("team_strength", "0.5"), weigh("shelf_space", "0.5", linear("0", "20"))], { own: [own] });
    // 0.5 × 90 + 0.5 × 5 ÷ 20 × 100
    expect(score({ values: { teamStrength: "90", shelfMetres: "5" } }, { scorecard })).toBe("57.5");
  });
});

// S04-18: years in business, other products carried, growth and profit record
describe("the factors of selection", () => {
  const policy = {
    measures,
    scorecard: card([
      weigh("years_in_business", "0.25", linear("0", "10")),
      weigh("other_lines", "0.25", linear("5", "0")),
      weigh("growth_record", "0.25", linear("-0.5", "0.5")),
      weigh("profit_record", "0.25", linear("0", "0.2")),
    ]),
  };
  const years = (first: string, second: string, third: string) => [
    { year: 2021, revenue: first, profit: "10" },
    { year: 2022, revenue: second, profit: "10" },
    { year: 2023, revenue: third, profit: "10" },
  ];
  const firm = {
    establishedOn: "2019-05-01",
    lines: [{ line: "Alpha", relation: "competing" as const }],
    years: years("80", "90", "100"),
  };

  test("weigh as they do by hand", () => {
    // 5 of 10 years: 50; one competing line of five: 80; growth (100 ÷ 80 − 1) ÷ 2 = 0.125: 62.5; profit 30 ÷ 270 = 0.1111: 55.55
    // (50 + 80 + 62.5 + 55.55) ÷ 4 = 62.0125
    expect(score(firm, policy)).toBe("62");
  });

  test("falling revenue over three years scores lower than rising", () => {
    const [rising, falling] = [score(firm, policy), score({ ...firm, years: years("100", "90", "80") }, policy)];
    // growth (80 ÷ 100 − 1) ÷ 2 = −0.1: 40 instead of 62.5, a quarter of 22.5 less
    expect(falling).toBe("56.4");
    expect(Number(falling)).toBeLessThan(Number(rising));
  });

  test.each([
    ["fewer years in business", { establishedOn: "2021-05-01" }],
    ["more competing products", { lines: [...firm.lines, { line: "Beta", relation: "competing" as const }] }],
    ["less profit", { years: firm.years.map((year) => ({ ...year, profit: "1" })) }],
  ])("%s score lower too", (_, worse) => {
    expect(Number(score({ ...firm, ...worse }, policy))).toBeLessThan(Number(score(firm, policy)));
  });

  test.each([
    ["establishedOn", "yearsInBusiness"],
    ["lines", "otherLines"],
    ["years", "growthRecord"],
  ])("without %s there is no score, and it says what is missing", (field, fact) => {
    const { outcome, explanation } = answer({ ...firm, [field]: null }, policy);
    expect(outcome.score.status).toBe("insufficient_data");
    expect(outcome.notMeasured.map((one) => one.fact)).toContain(fact);
    expectWords(explanation);
  });
});

// S17-06: coverage ability, market share and the terms the partner asks for
describe("coverage, market share and cooperation terms", () => {
  const policy = {
    measures,
    scorecard: card([
      weigh("market_coverage", "0.4", linear("0", "1")),
      weigh("market_share", "0.3", linear("0", "0.5")),
      weigh("cooperation_terms", "0.2", linear("0.2", "0")),
      weigh("asks_exclusivity", "0.1", { kind: "yes_no", full: "100", better: "no" }),
    ]),
  };
  const modest = { discount: "0.05", support: "0.01", creditDays: 60, exclusivity: false };
  const of = (terms: typeof modest) => score({ values: { marketCoverage: "0.5", marketShare: "0.1" }, terms }, policy);

  test("weigh as they do by hand", () => {
    // 0.4 × 50 + 0.3 × 20 + 0.2 × (0.2 − 0.07) ÷ 0.2 × 100 + 0.1 × 100 = 20 + 6 + 13 + 10
    expect(of(modest)).toBe("49");
  });

  test.each([
    ["a higher discount", { discount: "0.08" }, "46"],
    ["more support", { support: "0.05" }, "45"],
    ["longer credit", { creditDays: 120 }, "48"],
    ["exclusivity", { exclusivity: true }, "39"],
  ])("%s lowers the score", (_, worse, expected) => expect(of({ ...modest, ...worse })).toBe(expected));
});

describe("scoreCandidate()", () => {
  test("measures only what the scorecard reads", () => {
    const { explanation, outcome } = answer(
      { values: { teamStrength: "50" } },
      { measures, scorecard: card([weigh("team_strength", "1")]) },
    );
    expect(outcome.notMeasured).toStrictEqual([]);
    expect(explanation.from?.map(({ code }) => code)).toStrictEqual(["engine.score"]);
  });

  test("takes the best of the field where a scale is relative", () => {
    const policy = { scorecard: card([weigh("sales_capability", "1", { kind: "relative", full: "100", better: "higher" })]) };
    const facts = { ...candidate("C-1", { values: { salesCapability: "40" } }), asOf };
    const scored = scoreCandidate({ ...facts, best: { sales_capability: "80" } }, policy).outcome.score;
    expect(scored.status === "scored" && scored.score).toBe("50");
    expect(faultAt(() => scoreCandidate(facts, policy))).toBe("kernel.missing at facts.best.sales_capability");
  });

  test("shows a working that adds up, survives JSON and is said in both languages", () => {
    const policy = { measures, scorecard: card([weigh("years_in_business", "0.5", linear("0", "9")), weigh("team_strength", "0.5")]) };
    const scored = answer({ establishedOn: "2020-01-01", values: { teamStrength: "33.3" } }, policy);
    expect(checkExplanation(scored.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(scored))).toStrictEqual(scored);
    expectWords(scored.explanation);
  });

  test("faults what is malformed, with its place", () => {
    const policy = { scorecard: card([weigh("team_strength", "1")]) };
    expect(faultAt(() => answer({}, {} as never))).toBe("kernel.not_a_record at policy.scorecard");
    expect(faultAt(() => answer({}, { scorecard: card([weigh("x", "1")]) }))).toBe(
      "admission.criterion_unknown at policy.scorecard.criteria[0].criterion",
    );
    expect(faultAt(() => answer({ values: { teamStrength: true } }, policy))).toBe("kernel.not_a_decimal at facts.values.teamStrength");
    expect(faultAt(() => answer({ candidate: "" }, policy))).toBe("kernel.not_text at facts.candidate");
  });
});
