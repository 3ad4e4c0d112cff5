import { type AgentCandidate, type AgentRankingPolicy, exampleAgentPolicy, rankAgentCandidates } from "qudao/admission";
import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { cny, decideAgent } from "../support/admission.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const { ranking } = exampleAgentPolicy;
const full = { teamOrganisation: "80", outletPlacement: "60", capitalLiquidity: "70", loyalty: "90" };

function candidate(applicationId: string, indicators: AgentCandidate["indicators"], more: Partial<AgentCandidate> = {}): AgentCandidate {
  return { decision: { applicationId, status: "admitted" }, indicators, ...more };
}

function rank(candidates: readonly AgentCandidate[], policy: Partial<AgentRankingPolicy> = {}) {
  const answer = rankAgentCandidates(frozen({ candidates }), frozen({ ...ranking, ...policy }));
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  expect(checkExplanation(answer.explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const) {
    expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(/\b(engine|admission)\.[a-z_]+|[?{}]/);
  }
  return answer.outcome;
}

describe("rankAgentCandidates()", () => {
  // 0.25 × 80 + 0.3 × 60 + 0.2 × 70 + 0.25 × 90 = 20 + 18 + 14 + 22.5
  test("S19-71: weighs the four indicators", () => {
    expect(rank([candidate("A", full)]).ranked).toStrictEqual([
      { rank: 1, applicationId: "A", score: "74.5", grade: "B", recommended: true },
    ]);
  });

  test.each(["teamOrganisation", "outletPlacement", "capitalLiquidity", "loyalty"])(
    "S19-71: without a rating of %s a candidate is incomplete, not lower",
    (missing) => {
      for (const value of [undefined, null]) {
        const { ranked, unranked } = rank([candidate("A", { ...full, [missing]: value }), candidate("B", full)]);
        expect(ranked.map(({ applicationId }) => applicationId)).toStrictEqual(["B"]);
        expect(unranked).toStrictEqual([{ applicationId: "A", because: "insufficient_data", missing: [missing] }]);
      }
    },
  );

  test("S19-71: each indicator counts from 0 to 100", () => {
    const scores = (loyalty: string) => rank([candidate("A", { ...full, loyalty })]).ranked[0]?.score;
    expect([scores("0"), scores("100"), scores("140"), scores("-20")]).toStrictEqual(["52", "77", "77", "52"]);
  });

  test("S19-70: size is no indicator: with ten times the capital the score is the same", () => {
    const just = candidate("A", full, { decision: decideAgent({ id: "A" }) });
    const tenfold = candidate("B", full, { decision: decideAgent({ id: "B", registeredCapital: cny("20000000") }) });
    expect(rank([just, tenfold]).ranked.map(({ rank, score }) => [rank, score])).toStrictEqual([
      [1, "74.5"],
      [1, "74.5"],
    ]);
  });

  test("the hard rules gate: who is not admitted has no place, however well rated", () => {
    const of = (status: AgentCandidate["decision"]["status"]) => rank([candidate("A", full, { decision: { applicationId: "A", status } })]);
    for (const status of ["admitted", "admitted_with_exceptions"] as const) expect(of(status).ranked).toHaveLength(1);
    for (const status of ["rejected", "information_requested", "special_evaluation", "qualified_no_vacancy"] as const) {
      expect(of(status)).toStrictEqual({ ranked: [], unranked: [{ applicationId: "A", because: "not_admitted", missing: [] }] });
    }
  });

  // The order given decides nothing; equal scores share a rank.
  test("puts the highest first, whatever the order given, and lets equals share a rank", () => {
    const best = candidate("C", { ...full, outletPlacement: "100" });
    const candidates = [candidate("A", full), candidate("B", full), best, candidate("D", { ...full, loyalty: "0" })];
    const want = [
      [1, "C", "86.5"],
      [2, "A", "74.5"],
      [2, "B", "74.5"],
      [4, "D", "52"],
    ];
    for (const order of [candidates, [...candidates].reverse()]) {
      expect(rank(order).ranked.map(({ rank: place, applicationId, score }) => [place, applicationId, score])).toStrictEqual(want);
    }
    expect(rank(candidates, { ties: "dense" }).ranked.at(-1)?.rank).toBe(3);
  });

  // 实力较强、忠诚度较高: strength is all but loyalty
  test("S03-11: of two equally strong, the more loyal ranks first; of two equally loyal, the stronger", () => {
    const order = (...candidates: readonly AgentCandidate[]) => rank(candidates).ranked.map(({ applicationId }) => applicationId);
    expect(order(candidate("A", { ...full, loyalty: "60" }), candidate("B", { ...full, loyalty: "60.5" }))).toStrictEqual(["B", "A"]);
    expect(order(candidate("A", full), candidate("B", { ...full, teamOrganisation: "80.5" }))).toStrictEqual(["B", "A"]);
    const bought = (shareOfPurchases: string) => ({ shareOfPurchases, yearsTogether: "3", diversionCases: "0" });
    const { loyalty: _, ...strength } = full;
    expect(order(candidate("A", strength, { loyalty: bought("0.5") }), candidate("B", strength, { loyalty: bought("0.9") }))).toStrictEqual(
      ["B", "A"],
    );
  });

  test.each([
    ["74.6", false],
    ["74.5", true],
    ["74.4", true],
    [null, null],
  ])("with a cut-off of %s a score of 74.5 is recommended: %s", (cutOff, recommended) => {
    expect(rank([candidate("A", full)], { cutOff }).ranked[0]?.recommended).toBe(recommended);
  });

  describe("loyalty", () => {
    const { loyalty: _, ...others } = full;

    // 0.5 × 80 + 0.3 × 60 + 0.2 × 50 = 40 + 18 + 10 = 68; then 20 + 18 + 14 + 0.25 × 68 = 69
    test("S19-71: is an index of stated components where nobody rated it by hand", () => {
      const loyalty = { shareOfPurchases: "0.8", yearsTogether: "3", diversionCases: "1" };
      expect(rank([candidate("A", others, { loyalty })]).ranked[0]?.score).toBe("69");
    });

    test("rated by hand the components are not read", () => {
      const loyalty = { shareOfPurchases: "0", yearsTogether: "0", diversionCases: "9" };
      expect(rank([candidate("A", full, { loyalty })]).ranked[0]?.score).toBe("74.5");
    });

    test("with a component missing there is no index, and no place", () => {
      const loyalty = { shareOfPurchases: "0.8", yearsTogether: "3" };
      expect(rank([candidate("A", others, { loyalty })]).unranked[0]).toMatchObject({ because: "insufficient_data", missing: ["loyalty"] });
    });
  });

  test("faults what is malformed, with its place", () => {
    const at = (candidates: unknown, policy: object = {}) =>
      faultAt(() => rankAgentCandidates({ candidates } as never, { ...ranking, ...policy }));
    expect(at(null)).toBe("kernel.not_a_list at facts.candidates");
    expect(at([{}])).toBe("kernel.not_a_record at facts.candidates[0].decision");
    expect(at([candidate("", full)])).toBe("kernel.not_text at facts.candidates[0].decision.applicationId");
    expect(at([candidate("A", full, { decision: { applicationId: "A", status: "fine" as never } })])).toBe(
      "kernel.not_a_choice at facts.candidates[0].decision.status",
    );
    expect(at([candidate("A", full), candidate("A", full)])).toBe("admission.repeated at facts.candidates[1].decision.applicationId");
    expect(at([candidate("A", { ...full, loyalty: "high" })])).toBe("kernel.not_a_decimal at facts.candidates[0].indicators.loyalty");
    expect(at([candidate("A", { ...full, loyalty: null }, { loyalty: { shareOfPurchases: "all" } })])).toBe(
      "kernel.not_a_decimal at facts.candidates[0].loyalty.shareOfPurchases",
    );
    expect(at([], { ties: "toss" })).toBe("kernel.not_a_choice at policy.ties");
    expect(at([], { scorecard: { ...ranking.scorecard, places: -1 } })).toBe("kernel.not_a_count at policy.scorecard.places");
    expect(faultAt(() => rankAgentCandidates({ candidates: [] }, null as never))).toBe("kernel.not_a_record at policy");
  });
});
