import { type ContestFacts, type ContestPolicy, rankContest } from "qudao/incentives";
import { parseContestPolicy } from "qudao/schemas";
import { buildIncentiveEntries, type IncentiveEntryPolicy } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";

const policyOf = (changes: Partial<ContestPolicy> = {}): ContestPolicy => ({
  id: "spring",
  currency: "CNY",
  decimals: 2,
  least: null,
  ties: "each",
  prizes: [{ means: "cash_reward", amount: "300" }, { means: "cash_reward", amount: "100" }, { means: "prize_trip" }],
  ...changes,
});
const entries = (figures: { readonly [memberId: string]: string | null }): ContestFacts => ({
  entries: Object.entries(figures).map(([memberId, figure]) => ({ memberId, figure })),
});
function ranked(facts: ContestFacts, policy = policyOf()) {
  const answer = rankContest(frozen(facts), frozen(policy));
  expectPlain(answer);
  return answer.outcome.map(({ memberId, place, prize, means }) => `${memberId} ${place} ${prize.amount} ${means}`);
}

describe("rankContest()", () => {
  test("the highest figure is first, and a prize that is not money has no amount (G-14)", () => {
    expect(ranked(entries({ C: "5", A: "9.5", B: "70", D: "1" }))).toStrictEqual([
      "B 1 300.00 cash_reward",
      "A 2 100.00 cash_reward",
      "C 3 0.00 prize_trip",
      "D 4 0.00 null",
    ]);
  });

  test("equal figures get equal prizes: each the one of the place, or the prizes of all places shared", () => {
    const facts = entries({ B: "9", A: "9.0", C: "5" });
    expect(ranked(facts)).toStrictEqual(["A 1 300.00 cash_reward", "B 1 300.00 cash_reward", "C 3 0.00 prize_trip"]);
    expect(ranked(facts, policyOf({ ties: "shared" }))).toStrictEqual([
      "A 1 200.00 cash_reward",
      "B 1 200.00 cash_reward",
      "C 3 0.00 prize_trip",
    ]);
    const three = policyOf({ ties: "shared", prizes: [{ means: "cash_reward", amount: "100" }] });
    expect(ranked(entries({ C: "1", B: "1", A: "1" }), three)).toStrictEqual([
      "A 1 33.34 cash_reward",
      "B 1 33.33 cash_reward",
      "C 1 33.33 cash_reward",
    ]);
  });

  test("where places are shared, the money of all of them is divided and every other prize goes to each", () => {
    const trip = { means: "prize_trip" };
    const cash = { means: "cash_reward", amount: "100" };
    const tie = entries({ A: "9", B: "9" });
    const of = (...prizes: ContestPolicy["prizes"]) =>
      rankContest(tie, policyOf({ ties: "shared", prizes })).outcome.map(({ prize, means, others }) => [prize.amount, means, others]);
    expect(of(cash, trip)).toStrictEqual(Array(2).fill(["50.00", "cash_reward", ["prize_trip"]]));
    expect(of(trip, cash)).toStrictEqual(Array(2).fill(["50.00", "cash_reward", ["prize_trip"]]));
    expect(of(trip, { means: "training_support" })).toStrictEqual(Array(2).fill(["0.00", "prize_trip", ["training_support"]]));
    expect(of(trip)).toStrictEqual(Array(2).fill(["0.00", "prize_trip", undefined]));
    expect(of(cash, cash)).toStrictEqual(Array(2).fill(["100.00", "cash_reward", undefined]));
  });

  test.each([
    ["9.99", "A null 0.00 null"],
    ["10", "A 1 300.00 cash_reward"],
    ["10.01", "A 1 300.00 cash_reward"],
    [null, "A null 0.00 null"],
  ])("a least figure of 10, and %s", (figure, want) => {
    expect(ranked(entries({ A: figure }), policyOf({ least: "10" }))).toStrictEqual([want]);
  });

  test("a share of money that comes to 0 is no prize, and is not listed as one to be handed over", () => {
    const yen = policyOf({
      currency: "JPY",
      decimals: 0,
      ties: "shared",
      prizes: [{ means: "cash_reward", amount: "1" }, { means: "prize_trip" }],
    });
    const { outcome } = rankContest(entries({ A: "9", B: "9" }), yen);
    expect(outcome.map(({ prize, means, others }) => [prize.amount, means, others])).toStrictEqual([
      ["1", "cash_reward", ["prize_trip"]],
      ["0", "prize_trip", undefined],
    ]);
    const posting: IncentiveEntryPolicy = { rules: [{ of: "contest", entryKind: "fee", term: { kind: "net", days: 0 } }] };
    const alone = rankContest(entries({ A: "9", B: "9" }), { ...yen, prizes: yen.prizes.slice(0, 1) }).outcome;
    const posted = buildIncentiveEntries(
      { results: [{ kind: "contest", sourceId: "spring", date: "2024-04-01", outcome: alone }], entries: [] },
      posting,
    );
    expect(posted.ok && [posted.value.outcome.entries.map(({ memberId }) => memberId), posted.value.outcome.prizes]).toStrictEqual([
      ["A"],
      [],
    ]);
  });

  test("a least figure below 0, as for growth, is asked for like any other, and its policy can be stored", () => {
    const policy = policyOf({ least: "-5" });
    expect(ranked(entries({ A: "-4.99", B: "-5", C: "-5.01" }), policy)).toStrictEqual([
      "A 1 300.00 cash_reward",
      "B 2 100.00 cash_reward",
      "C null 0.00 null",
    ]);
    expect(parseContestPolicy(policy)).toStrictEqual({ ok: true, value: policy });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => ranked({ entries: [{ memberId: "A", figure: undefined as never }] }))).toBe(
      "kernel.not_a_decimal at facts.entries[0].figure",
    );
    expect(
      faultAt(() =>
        ranked({
          entries: [
            { memberId: "A", figure: "1" },
            { memberId: "A", figure: "2" },
          ],
        }),
      ),
    ).toBe("kernel.named_twice at facts.entries[1].memberId");
    expect(faultAt(() => ranked(entries({}), policyOf({ prizes: [{ means: "x", amount: "1.001" }] })))).toBe(
      "incentives.finer_than_paid at policy.prizes[0].amount",
    );
    expect(faultAt(() => ranked(entries({}), policyOf({ prizes: [{ means: "x", amount: "-1" }] })))).toBe(
      "kernel.below_zero at policy.prizes[0].amount",
    );
  });
});
