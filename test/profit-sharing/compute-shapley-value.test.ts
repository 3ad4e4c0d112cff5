import { computeShapleyValue, type ShapleyFacts } from "qudao/profit-sharing";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { answerOf, problemOf } from "../support/sharing.js";

const group = (ids: string, value: string) => ({ partyIds: ids.split(""), value });
/** Maker M, agent A, distributor D: nobody earns without the maker. */
const facts: ShapleyFacts = {
  currency: "CNY",
  partyIds: ["M", "A", "D"],
  coalitions: [
    group("M", "10"),
    group("A", "0"),
    group("D", "0"),
    group("MA", "70"),
    group("MD", "40"),
    group("AD", "0"),
    group("MAD", "100"),
  ],
};
const policy = { decimals: 2, remainder: "contract_order" as const };
const value = (changes: Partial<ShapleyFacts> = {}, decimals = 2) =>
  computeShapleyValue(frozen({ ...facts, ...changes }), { ...policy, decimals });

describe("computeShapleyValue()", () => {
  test("G-16: each gets what it adds, averaged over the six orders of joining", () => {
    // M: 10 10 70 100 40 100 → 330/6 = 55; A: 60 60 0 0 60 0 → 180/6 = 30; D: 30 30 30 0 0 0 → 90/6 = 15
    const { parties, blockedBy } = answerOf(value());
    expect(parties).toStrictEqual([
      { partyId: "M", amount: "55.00", alone: "10" },
      { partyId: "A", amount: "30.00", alone: "0" },
      { partyId: "D", amount: "15.00", alone: "0" },
    ]);
    expect(blockedBy).toStrictEqual([]);
  });

  test("a published case: the runway of Littlechild and Owen, which costs four aircraft 2, 3, 4 and 9 of 18", () => {
    const needs = { A: 8, B: 11, C: 13, D: 18 } as const;
    const names = ["A", "B", "C", "D"] as const;
    // a group pays for the longest runway that one of it needs
    const groups = Array.from({ length: 15 }, (_, i) => names.filter((_, bit) => ((i + 1) & (1 << bit)) !== 0));
    const coalitions = groups.map((ids) => group(ids.join(""), String(-Math.max(...ids.map((id) => needs[id])))));
    const { parties } = answerOf(value({ partyIds: names, coalitions }));
    expect(parties.map(({ amount }) => amount)).toStrictEqual(["-2.00", "-3.00", "-4.00", "-9.00"]);
  });

  test("a published case: of one left and two right gloves, the left one is worth four sixths of the pair", () => {
    const pair = ["AB", "AC", "ABC"];
    const coalitions = ["A", "B", "C", "AB", "AC", "BC", "ABC"].map((ids) => group(ids, pair.includes(ids) ? "6" : "0"));
    const { parties } = answerOf(value({ partyIds: ["A", "B", "C"], coalitions }));
    expect(parties.map(({ amount }) => amount)).toStrictEqual(["4.00", "1.00", "1.00"]);
  });

  test("names the groups that would earn more by themselves", () => {
    const coalitions = facts.coalitions.map((one) => (one.partyIds.join("") === "MA" ? { ...one, value: "99" } : one));
    expect(answerOf(value({ coalitions })).blockedBy).toStrictEqual([["M", "A"]]);
  });

  test("the odd fen goes where the policy says, also among losses", () => {
    const equal = (v: string) => ["A", "B", "C", "AB", "AC", "BC"].map((ids) => group(ids, "0")).concat(group("ABC", v));
    const of = (v: string) => answerOf(value({ partyIds: ["A", "B", "C"], coalitions: equal(v) })).parties.map(({ amount }) => amount);
    expect(of("100")).toStrictEqual(["33.34", "33.33", "33.33"]);
    expect(of("0")).toStrictEqual(["0.00", "0.00", "0.00"]);
    expect(of("-100")).toStrictEqual(["-33.33", "-33.33", "-33.34"]);
  });

  test("a single party gets everything", () => {
    expect(answerOf(value({ partyIds: ["M"], coalitions: [group("M", "12.5")] })).parties[0]?.amount).toBe("12.50");
  });

  test("a group without a value is never worth 0", () => {
    expect(faultAt(() => value({ coalitions: facts.coalitions.slice(1) }))).toBe("profit-sharing.coalition_missing at facts.coalitions");
    expect(problemOf(value({ coalitions: facts.coalitions.map((one) => ({ ...one, value: "0.005" })) })).code).toBe(
      "kernel.total_too_precise",
    );
    expect(faultAt(() => value({ coalitions: [...facts.coalitions, group("AM", "1")] }))).toBe("kernel.named_twice at facts.coalitions[7]");
    expect(faultAt(() => value({ coalitions: [group("MM", "1")] }))).toBe("kernel.named_twice at facts.coalitions[0].partyIds[1]");
    expect(faultAt(() => value({ coalitions: [group("X", "1")] }))).toBe("profit-sharing.not_listed at facts.coalitions[0].partyIds[0]");
    expect(faultAt(() => value({ coalitions: [{ partyIds: [], value: "1" }] }))).toBe("kernel.list_empty at facts.coalitions[0].partyIds");
    expect(faultAt(() => value({ partyIds: ["M", "M"] }))).toBe("kernel.named_twice at facts.partyIds[1]");
    expect(faultAt(() => value({ partyIds: Array.from({ length: 11 }, (_, i) => `P${i}`) }))).toBe(
      "kernel.outside_bounds at facts.partyIds",
    );
  });
});
