import fc from "fast-check";
import { scoreMember } from "qudao/engine";
import { checkExplanation } from "qudao/kernel";
import { expect, test } from "vitest";
import { add, multiply } from "../support/oracle-decimal.js";
import { oracleScore } from "../support/oracle-scorecard.js";
import { anyFacts, anyScorecard, grades, scoreOf } from "../support/scorecards.js";

const seed = { seed: 20240101, numRuns: 300 };
const scored = anyScorecard.chain((card) => anyFacts(card).map((facts) => ({ card, facts })));

test("agrees with a second implementation on fractions, to the last digit", () => {
  fc.assert(
    fc.property(scored, ({ card, facts }) => {
      const { outcome } = scoreMember(facts, card);
      const wanted = oracleScore(facts, card);
      if (wanted === "insufficient_data") expect(outcome.status).toBe(wanted);
      else expect(outcome).toMatchObject({ status: "scored", ...wanted });
    }),
    seed,
  );
});

test("the lines and the rounding add up to the score, which lies from 0 to 100 and survives JSON", () => {
  fc.assert(
    fc.property(scored, ({ card, facts }) => {
      const answer = scoreMember(facts, card);
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      expect(checkExplanation(answer.explanation)).toStrictEqual([]);
      if (answer.outcome.status !== "scored") return;
      const sum = answer.explanation.from?.reduce((total, { params }) => add(total, String(params["score"])), "0");
      expect(sum).toBe(answer.outcome.score);
      expect(Number(answer.outcome.score)).toBeGreaterThanOrEqual(0);
      expect(Number(answer.outcome.score)).toBeLessThanOrEqual(100);
      expect(grades.map(({ grade }) => grade)).toContain(answer.outcome.grade);
    }),
    seed,
  );
});

test("the order of the criteria changes no score", () => {
  fc.assert(
    fc.property(scored, fc.infiniteStream(fc.nat()), ({ card, facts }, order) => {
      const shuffled = [...card.criteria]
        .map((criterion) => ({ criterion, at: order.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ criterion }) => criterion);
      expect(scoreOf(facts, { ...card, criteria: shuffled })).toStrictEqual(scoreOf(facts, card));
    }),
    seed,
  );
});

test("multiplying all keys changes no score", () => {
  fc.assert(
    fc.property(scored, ({ card, facts }) => {
      const criteria = card.criteria.map((criterion) => ({ ...criterion, weight: multiply(criterion.weight, "50") }));
      expect(scoreOf(facts, { ...card, criteria })).toStrictEqual(scoreOf(facts, card));
    }),
    seed,
  );
});

test("full marks everywhere are 100 and the top grade", () => {
  fc.assert(
    fc.property(anyScorecard, (card) => {
      const criteria = card.criteria.map((criterion) => ({ ...criterion, scale: { kind: "direct" as const, full: criterion.scale.full } }));
      const values = Object.fromEntries(criteria.map(({ fact, scale }) => [fact, scale.full]));
      expect(scoreOf({ values }, { ...card, criteria })).toStrictEqual(["100", "A"]);
    }),
    seed,
  );
});

test("no fact at all is never a score", () => {
  fc.assert(
    fc.property(anyScorecard, (card) => {
      const best = Object.fromEntries(card.criteria.map(({ code }) => [code, "1"]));
      expect(scoreMember({ values: {}, best }, card).outcome).toMatchObject({ status: "insufficient_data", because: "no_data" });
    }),
    seed,
  );
});
