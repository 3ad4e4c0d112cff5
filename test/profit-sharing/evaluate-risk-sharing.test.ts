import fc from "fast-check";
import { evaluateRiskSharing, type RiskSharingFacts, type RiskSharingPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const facts: RiskSharingFacts = {
  currency: "CNY",
  cooperating: [
    { probability: "0.8", profit: "1200" },
    { probability: "0.2", profit: "600" },
  ],
  defecting: [
    { probability: "0.3", profit: "1200" },
    { probability: "0.7", profit: "600" },
  ],
  parties: [
    { partyId: "maker", reservation: "400", effort: "0" },
    { partyId: "dealer", reservation: "300", effort: "60" },
  ],
};
const shares = (upside: string, downside: string) => [
  { partyId: "maker", base: "600", upside: String(1 - Number(upside)), downside: String(1 - Number(downside)) },
  { partyId: "dealer", base: "400", upside, downside },
];
const judged = (f: Partial<RiskSharingFacts> = {}, p: Partial<RiskSharingPolicy> = {}) =>
  evaluateRiskSharing(
    frozen({ ...facts, ...f }),
    frozen({ shares: shares("0.5", "0.5"), decimals: 2, remainder: "contract_order" as const, ...p }),
  );

describe("evaluateRiskSharing()", () => {
  test("S19-115: half of the risk makes the dealer cooperate", () => {
    // deviations 200 and −400; half is 100 and −200: cooperating 400 + 0.8 × 100 − 0.2 × 200 − 60 = 380, defecting 400 + 30 − 140 = 290
    const { target, parties, joins, cooperates } = answerOf(judged());
    expect(target).toBe("1000");
    expect(parties).toStrictEqual([
      { partyId: "maker", cooperating: "640", defecting: "490", participates: true, cooperates: true },
      { partyId: "dealer", cooperating: "380", defecting: "290", participates: true, cooperates: true },
    ]);
    expect([joins, cooperates]).toStrictEqual([true, true]);
  });

  test("S19-115: without risk it keeps its effort to itself", () => {
    const { parties, cooperates } = answerOf(judged({}, { shares: shares("0", "0") }));
    expect(parties[1]).toStrictEqual({ partyId: "dealer", cooperating: "340", defecting: "400", participates: true, cooperates: false });
    expect(cooperates).toBe(false);
  });

  test.each([
    { reservation: "379.99", joins: true },
    { reservation: "380", joins: true },
    { reservation: "380.01", joins: false },
  ])("a reservation of $reservation: joins is $joins", ({ reservation, joins }) => {
    const [maker] = facts.parties as [(typeof facts.parties)[number]];
    expect(answerOf(judged({ parties: [maker, { partyId: "dealer", reservation, effort: "60" }] })).joins).toBe(joins);
  });

  test.each([
    { effort: "149.99", cooperates: true },
    { effort: "150", cooperates: false },
    { effort: "150.01", cooperates: false },
  ])("an effort of $effort: equal is not enough", ({ effort, cooperates }) => {
    const [maker] = facts.parties as [(typeof facts.parties)[number]];
    expect(answerOf(judged({ parties: [maker, { partyId: "dealer", reservation: "0", effort }] })).cooperates).toBe(cooperates);
  });

  test("S19-115: each party's part of every loss sums to the loss, to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 300_000 }), fc.integer({ min: 0, max: 100 }), (fen, percent) => {
        const profit = (fen / 100).toFixed(2);
        const share = [
          { partyId: "maker", base: "600", upside: "0.5", downside: String((100 - percent) / 100) },
          { partyId: "dealer", base: "400", upside: "0.5", downside: String(percent / 100) },
        ];
        const { payouts } = answerOf(judged({ cooperating: [{ probability: "1", profit }] }, { shares: share }));
        const units = (payouts[0] ?? []).map((amount) => Math.round(Number(amount) * 100));
        expect(units.reduce((a, b) => a + b, 0)).toBe(fen);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });

  test("says why it cannot judge", () => {
    const chances = [{ probability: "0.9", profit: "1" }];
    expect(problemOf(judged({ defecting: chances }))).toStrictEqual({
      code: "profit-sharing.probabilities_not_whole",
      params: { plan: "defecting", total: "0.9" },
    });
    const uneven = shares("0.5", "0.5").map((one) => ({ ...one, upside: "0.4" }));
    expect(problemOf(judged({}, { shares: uneven })).code).toBe("profit-sharing.shares_not_whole");
    expect(problemOf(judged({ cooperating: [{ probability: "1", profit: "0.001" }] })).code).toBe("kernel.total_too_precise");
    expect(faultAt(() => judged({ parties: facts.parties.slice(1) }))).toBe("profit-sharing.not_listed at policy.shares[0].partyId");
    expect(faultAt(() => judged({}, { shares: shares("1", "1").slice(1) }))).toBe("profit-sharing.not_listed at facts.parties[0].partyId");
  });
});
