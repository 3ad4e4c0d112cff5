import { checkPartnerScorecard, type PartnerCriterion, type PartnerScorecard, partnerCriteria } from "qudao/admission";
import type { ScoreScale } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { card, direct, linear, weigh } from "../support/candidates.js";
import { say } from "../support/says.js";

const found = (scorecard: unknown) => checkPartnerScorecard(scorecard as PartnerScorecard).map(({ code, path }) => `${code} at ${path}`);
const own: PartnerCriterion = {
  code: "shelf_space",
  title: { en: "shelf space", zh: "陈列面积" },
  meaning: { en: "metres of shelf it gives us", zh: "其提供的陈列米数" },
  fact: "shelfMetres",
  unit: "count",
  better: "higher",
  axis: "value",
};

describe("the criteria for partners", () => {
  test("have a code, a fact and words of their own each", () => {
    for (const field of ["code", "fact"] as const)
      expect(new Set(partnerCriteria.map((row) => row[field])).size).toBe(partnerCriteria.length);
    for (const { title, meaning } of partnerCriteria) {
      expect(`${title.zh}${meaning.zh}`).toMatch(/[\u3400-\u9fff]/);
      expect(title.en && meaning.en).not.toBe("");
    }
  });

  // S01-07, S02-17, S04-18, S07-06, S17-06, S18-06, S18-09
  test("hold what the texts ask of partners, and which way is good", () => {
    const way = Object.fromEntries(partnerCriteria.map(({ code, better }) => [code, better]));
    expect(way).toMatchObject({
      market_coverage: "higher",
      sales_capability: "higher",
      team_strength: "higher",
      cooperation_value: "higher",
      feasibility: "higher",
      years_in_business: "higher",
      other_lines: "lower",
      growth_record: "higher",
      profit_record: "higher",
      comprehensive_capability: "higher",
      market_share: "higher",
      cooperation_terms: "lower",
      customer_fit: "higher",
      management_cost: "lower",
      partner_strength: "higher",
    });
  });
});

describe("checkPartnerScorecard()", () => {
  test("finds nothing in a sound one, with criteria of the host's own", () => {
    expect(
      found(card([weigh("market_coverage", "0.6", linear("0", "1")), weigh("shelf_space", "0.4", linear("0", "20"))], { own: [own] })),
    ).toStrictEqual([]);
  });

  test("names a criterion that is in no catalogue, once", () => {
    const scorecard = card([weigh("shelf_space", "1")]);
    expect(found(scorecard)).toStrictEqual(["admission.criterion_unknown at criteria[0].criterion"]);
    expect(say(checkPartnerScorecard(scorecard)[0] as never, "zh")).toContain("不能使用指标");
  });

  // S17-06: worse demanded terms can never earn more
  test.each<readonly [string, ScoreScale]>([
    ["a line that rises", linear("0", "0.3")],
    [
      "points that rise",
      {
        kind: "points",
        full: "100",
        below: "0",
        rows: [
          { from: "0.1", points: "50" },
          { from: "0.2", points: "50" },
        ],
      },
    ],
    ["a share of the highest", { kind: "relative", full: "100", better: "higher" }],
    [
      "a target from below",
      { kind: "deduction", full: "100", better: "higher", target: "0.1", step: "0.01", deduct: "5", partialStep: "counts" },
    ],
    ["the value as points", direct],
  ])("refuses %s where lower is better", (_, scale) => {
    expect(found(card([weigh("cooperation_terms", "1", scale)]))).toStrictEqual(["admission.scale_reversed at criteria[0].scale"]);
  });

  test.each<readonly [string, ScoreScale]>([
    ["a line that falls", linear("0.3", "0")],
    ["points that fall", { kind: "points", full: "100", below: "100", rows: [{ from: "0.1", points: "50" }] }],
    [
      "points that rise and fall",
      {
        kind: "points",
        full: "100",
        below: "0",
        rows: [
          { from: "0.1", points: "50" },
          { from: "0.2", points: "10" },
        ],
      },
    ],
    ["points that never change", { kind: "points", full: "100", below: "0", rows: [] }],
    ["a share of the lowest", { kind: "relative", full: "100", better: "lower", atZero: "full" }],
  ])("lets %s pass where lower is better", (_, scale) => {
    expect(found(card([weigh("cooperation_terms", "1", scale)]))).toStrictEqual([]);
  });

  test("refuses to reward a wish to be the only one", () => {
    const asks = (better: "yes" | "no") => card([weigh("asks_exclusivity", "1", { kind: "yes_no", full: "100", better })]);
    expect(found(asks("yes"))).toStrictEqual(["admission.scale_reversed at criteria[0].scale"]);
    expect(found(asks("no"))).toStrictEqual([]);
  });

  test("finds what the engine finds, in our places", () => {
    expect(found(card([weigh("team_strength", "0.5"), weigh("team_strength", "0.5")]))).toStrictEqual([
      "engine.score_code_twice at criteria[1].criterion",
    ]);
    expect(found(card([weigh("team_strength", "0.9")]))).toStrictEqual(["engine.score_weights_not_whole at criteria"]);
    expect(found(card([weigh("team_strength", "1", { kind: "linear", full: "100", from: "1", to: "1" })]))).toStrictEqual([
      "engine.score_flat at criteria[0].scale.to",
    ]);
    expect(found(card([{ ...weigh("team_strength", "1"), criterion: undefined as never }]))).toStrictEqual([
      "kernel.not_text at criteria[0].criterion",
    ]);
    expect(found(null)).toStrictEqual(["kernel.not_a_record at "]);
  });

  test("proofreads the host's own rows", () => {
    const more = (row: object) => found(card([weigh("team_strength", "1")], { own: [{ ...own, ...row }] as never }));
    expect(more({ code: "team_strength" })).toStrictEqual(["kernel.named_twice at own[0].code"]);
    expect(more({ better: "more" })).toStrictEqual(["kernel.not_a_choice at own[0].better"]);
    expect(more({ title: { en: "x" } })).toStrictEqual(["kernel.not_text at own[0].title.zh"]);
    expect(found(card([weigh("team_strength", "1")], { own: 1 as never }))).toStrictEqual(["kernel.not_a_list at own"]);
  });
});
