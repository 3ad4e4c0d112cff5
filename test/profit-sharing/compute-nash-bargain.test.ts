import { computeNashBargain, type NashBargainFacts, type NashBargainPolicy } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const policy = (...powers: string[]): NashBargainPolicy => ({
  powers: powers.map((power, i) => ({ partyId: "MAD"[i] as string, power })),
  decimals: 2,
  remainder: "contract_order",
});
const facts = (total: string, ...fallbacks: string[]): NashBargainFacts => ({
  total: { amount: total, currency: "CNY" },
  parties: fallbacks.map((fallback, i) => ({ partyId: "MAD"[i] as string, fallback })),
});
const bargain = (f: NashBargainFacts, p: NashBargainPolicy) => computeNashBargain(frozen(f), frozen(p));
const amounts = (f: NashBargainFacts, p: NashBargainPolicy) => answerOf(bargain(f, p)).parties.map(({ amount }) => amount);

describe("computeNashBargain()", () => {
  test("G-16: everybody keeps the fallback and shares the gain by power", () => {
    expect(amounts(facts("100", "40", "10"), policy("1", "1"))).toStrictEqual(["65.00", "35.00"]);
    expect(amounts(facts("100", "40", "10"), policy("3", "2"))).toStrictEqual(["70.00", "30.00"]);
    expect(amounts(facts("100", "-20", "0", "30"), policy("1", "1", "1"))).toStrictEqual(["10.00", "30.00", "60.00"]);
  });

  test("the point maximises the product of gains over every other split", () => {
    const [maker, agent] = amounts(facts("100", "40", "10"), policy("1", "1")).map(Number) as [number, number];
    const product = (x: number) => (x - 40) * (100 - x - 10);
    for (let x = 40; x <= 90; x++) expect(product(x)).toBeLessThanOrEqual(product(maker));
    expect(maker + agent).toBe(100);
  });

  test.each([
    { total: "49.99", gain: null, why: "one fen less than both have without it" },
    { total: "50", gain: "0.00", why: "exactly what both have without it" },
    { total: "50.01", gain: "0.01", why: "one fen more" },
  ])("$total: $why", ({ total, gain }) => {
    const answer = bargain(facts(total, "40", "10"), policy("1", "1"));
    if (gain === null) {
      const params = { total: "49.99", fallbacks: "50", currency: "CNY" };
      expect(problemOf(answer)).toStrictEqual({ code: "profit-sharing.no_gain", params });
    } else expect(answerOf(answer).gain).toBe(gain);
  });

  test("refuses what cannot be read", () => {
    expect(problemOf(bargain(facts("100", "0.001", "0"), policy("1", "1"))).code).toBe("kernel.total_too_precise");
    expect(faultAt(() => bargain(facts("100", "1", "1"), policy("1")))).toBe("profit-sharing.not_listed at facts.parties[1].partyId");
    expect(faultAt(() => bargain(facts("100", "1"), policy("0")))).toBe("kernel.not_above_zero at policy.powers");
  });
});
