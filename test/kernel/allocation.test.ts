import {
  type AllocationFacts,
  type AllocationPolicy,
  allocateAmount,
  allocateMoney,
  checkExplanation,
  type MoneyAllocationFacts,
  type RemainderOrder,
} from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { revoked, throwing } from "../support/throwing.js";

const parts = (total: string, weights: readonly string[], remainder: RemainderOrder, decimals = 2) => {
  const split = allocateAmount(frozen({ total, weights }), frozen({ decimals, remainder }));
  if (!split.ok) throw new Error(split.problem.code);
  expect(checkExplanation(split.value.explanation)).toStrictEqual([]);
  expect(JSON.parse(JSON.stringify(split))).toStrictEqual(split);
  return split.value.outcome;
};

describe("allocateAmount()", () => {
  // Worked by hand: exact share, cut share, fraction lost in fen.
  test.each([
    {
      why: "100 ÷ 3 = 33.333…: one fen is missing",
      total: "100",
      weights: ["1", "1", "1"],
      first: ["33.34", "33.33", "33.33"],
      last: ["33.33", "33.33", "33.34"],
      largest: ["33.34", "33.33", "33.33"],
    },
    {
      why: "10.03 × 0.49 = 4.9147 and × 0.51 = 5.1153: .47 and .53 of a fen lost",
      total: "10.03",
      weights: ["0.49", "0.51"],
      first: ["4.92", "5.11"],
      last: ["4.91", "5.12"],
      largest: ["4.91", "5.12"],
    },
    {
      why: "0.05 by 1 : 2 : 3 is 0.00833…, 0.01666…, 0.025: .83, .67 and .5 of a fen lost, two missing",
      total: "0.05",
      weights: ["1", "2", "3"],
      first: ["0.01", "0.02", "0.02"],
      last: ["0.00", "0.02", "0.03"],
      largest: ["0.01", "0.02", "0.02"],
    },
    {
      why: "1.00 by 1 : 2 : 1 is exact: nobody gets more",
      total: "1",
      weights: ["1", "2", "1"],
      first: ["0.25", "0.50", "0.25"],
      last: ["0.25", "0.50", "0.25"],
      largest: ["0.25", "0.50", "0.25"],
    },
    {
      why: "0.10 by 5 : 2.5 : 2.5 is 0.05 exactly and twice 0.025: the spare fen goes to a cut part",
      total: "0.10",
      weights: ["5", "2.5", "2.5"],
      first: ["0.05", "0.03", "0.02"],
      last: ["0.05", "0.02", "0.03"],
      largest: ["0.05", "0.03", "0.02"],
    },
    {
      why: "a part without weight never gets a spare fen",
      total: "0.01",
      weights: ["0", "1", "1", "0"],
      first: ["0.00", "0.01", "0.00", "0.00"],
      last: ["0.00", "0.00", "0.01", "0.00"],
      largest: ["0.00", "0.01", "0.00", "0.00"],
    },
    {
      why: "a claw-back mirrors the payment",
      total: "-10.03",
      weights: ["0.49", "0.51"],
      first: ["-4.92", "-5.11"],
      last: ["-4.91", "-5.12"],
      largest: ["-4.91", "-5.12"],
    },
    {
      why: "nothing is split into nothings",
      total: "0",
      weights: ["1", "2"],
      first: ["0.00", "0.00"],
      last: ["0.00", "0.00"],
      largest: ["0.00", "0.00"],
    },
    {
      why: "the only part gets all",
      total: "7.77",
      weights: ["0.3"],
      first: ["7.77"],
      last: ["7.77"],
      largest: ["7.77"],
    },
  ])("$why", ({ total, weights, first, last, largest }) => {
    expect(parts(total, weights, "contract_order")).toStrictEqual(first);
    expect(parts(total, weights, "reverse_order")).toStrictEqual(last);
    expect(parts(total, weights, "largest_fraction_first")).toStrictEqual(largest);
  });

  test("splits pieces: 10 over 3 dealers by 1 : 1 : 2 is 2.5, 2.5, 5", () => {
    expect(parts("10", ["1", "1", "2"], "contract_order", 0)).toStrictEqual(["3", "2", "5"]);
    expect(parts("10", ["1", "1", "2"], "reverse_order", 0)).toStrictEqual(["2", "3", "5"]);
  });

  test("compares fractions exactly where rounded quotients would be equal", () => {
    // The second weight is larger by one part in 10^50: its fraction of one piece is the larger one.
    const close = ["1", `1.${"0".repeat(49)}1`];
    expect(parts("1", close, "largest_fraction_first", 0)).toStrictEqual(["0", "1"]);
    expect(parts("1", [...close].reverse(), "largest_fraction_first", 0)).toStrictEqual(["1", "0"]);
  });

  test("gives equal fractions in contract order, however the weights are spelt", () => {
    expect(parts("0.02", ["1.0", "1", "1.00"], "largest_fraction_first")).toStrictEqual(["0.01", "0.01", "0.00"]);
  });

  test("splits large totals to the last fen", () => {
    const total = `${"9".repeat(58)}.99`;
    // 10^58 − 0.01 by 1 : 2 is 10^58 ÷ 3 − 0.00333…: 3333….33 exactly, and 6666….66.
    expect(parts(total, ["1", "2"], "contract_order")).toStrictEqual([`${"3".repeat(58)}.33`, `${"6".repeat(58)}.66`]);
  });

  test("accepts a total written with zeros beyond the places", () => {
    expect(parts("10.000", ["1", "1"], "contract_order")).toStrictEqual(["5.00", "5.00"]);
  });

  test("shows for every part its weight, what it was cut to and whether it got a spare unit", () => {
    const split = allocateAmount({ total: "0.05", weights: ["1", "2.0"] }, { decimals: 2, remainder: "contract_order" });
    expect(split).toStrictEqual({
      ok: true,
      value: {
        outcome: ["0.02", "0.03"],
        explanation: {
          code: "kernel.allocation",
          params: { amount: "0.05", parts: 2, remainder: "contract_order" },
          adds: "amount",
          from: [
            { code: "kernel.allocated_with_spare", params: { part: 1, weight: "1", weights: "3", amount: "0.02", cut: "0.01" } },
            { code: "kernel.allocated", params: { part: 2, weight: "2", weights: "3", amount: "0.03" } },
          ],
        },
      },
    });
  });

  describe("reports a problem", () => {
    const policy: AllocationPolicy = { decimals: 2, remainder: "contract_order" };
    const problem = (total: string, weights: readonly string[]) => allocateAmount({ total, weights }, policy);

    test.each([{ weights: [] }, { weights: ["0"] }, { weights: ["0", "0.00", "-0"] }])("without weights: $weights", ({ weights }) => {
      expect(problem("10", weights)).toStrictEqual({ ok: false, problem: { code: "kernel.no_weights", params: { total: "10" } } });
    });

    test("of a weight below 0, counted from 1", () => {
      const found = { code: "kernel.negative_weight", params: { part: 2, weight: "-0.01" } };
      expect(problem("10", ["1", "-0.01", "-5"])).toStrictEqual({ ok: false, problem: found });
    });

    test.each([
      { total: "10.00", ok: true },
      { total: "10.01", ok: true },
      { total: "10.001", ok: false },
    ])("of a total that cannot be paid: $total with two places", ({ total, ok }) => {
      const found = problem(total, ["1"]);
      expect(found.ok).toBe(ok);
      if (!found.ok) expect(found.problem).toStrictEqual({ code: "kernel.total_too_precise", params: { total: "10.001", decimals: 2 } });
    });

    test("in the order of the documentation", () => {
      expect(problem("0.001", ["-1", "1"])).toMatchObject({ problem: { code: "kernel.negative_weight" } });
      expect(problem("0.001", [])).toMatchObject({ problem: { code: "kernel.no_weights" } });
    });
  });

  test("names what is malformed", () => {
    const facts: AllocationFacts = { total: "1", weights: ["1"] };
    const policy: AllocationPolicy = { decimals: 2, remainder: "contract_order" };
    const bad = (f: unknown, p: unknown = policy) => faultAt(() => allocateAmount(f as AllocationFacts, p as AllocationPolicy));
    expect(bad(null)).toBe("kernel.not_a_record at facts");
    expect(bad({ weights: ["1"] })).toBe("kernel.not_a_decimal at facts.total");
    expect(bad({ total: "1" })).toBe("kernel.not_a_list at facts.weights");
    expect(bad({ total: "1", weights: ["1", "one"] })).toBe("kernel.not_a_decimal at facts.weights[1]");
    expect(bad({ total: "1", weights: new Array(3) })).toBe("kernel.not_a_decimal at facts.weights[0]");
    expect(bad(throwing("weights", { total: "1" }))).toBe("kernel.unreadable at facts");
    expect(bad({ total: "1", weights: revoked() })).toBe("kernel.unreadable at facts");
    expect(bad(facts, null)).toBe("kernel.not_a_record at policy");
    expect(bad(facts, { remainder: "contract_order" })).toBe("kernel.not_a_count at policy.decimals");
    expect(bad(facts, { decimals: 2 })).toBe("kernel.not_a_choice at policy.remainder");
    expect(bad(facts, { decimals: 2, remainder: "constructor" })).toBe("kernel.not_a_choice at policy.remainder");
    expect(bad(facts, throwing("decimals"))).toBe("kernel.unreadable at policy");
  });
});

describe("allocateMoney()", () => {
  const policy: AllocationPolicy = frozen({ decimals: 2, remainder: "largest_fraction_first" });

  test("splits an amount into payable amounts of its currency", () => {
    const split = allocateMoney(frozen({ total: { amount: "100.00", currency: "CNY" }, weights: ["2", "1"] }), policy);
    if (!split.ok) throw new Error(split.problem.code);
    expect(split.value.outcome).toStrictEqual([
      { amount: "66.67", currency: "CNY" },
      { amount: "33.33", currency: "CNY" },
    ]);
    expect(split.value.explanation).toMatchObject({ code: "kernel.money_allocation", params: { amount: "100.00", currency: "CNY" } });
    expect(checkExplanation(split.value.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(split))).toStrictEqual(split);
  });

  test("reports the problems of allocateAmount()", () => {
    const total = { amount: "0.005", currency: "CNY" };
    expect(allocateMoney({ total, weights: [] }, policy)).toMatchObject({ ok: false, problem: { code: "kernel.no_weights" } });
    expect(allocateMoney({ total, weights: ["1"] }, policy)).toMatchObject({ ok: false, problem: { code: "kernel.total_too_precise" } });
  });

  test("names what is malformed", () => {
    const bad = (facts: unknown) => faultAt(() => allocateMoney(facts as MoneyAllocationFacts, policy));
    expect(bad(undefined)).toBe("kernel.not_a_record at facts");
    expect(bad({ total: "100", weights: ["1"] })).toBe("kernel.not_an_amount at facts.total");
    expect(bad({ total: { amount: "1", currency: "¥" }, weights: ["1"] })).toBe("kernel.not_a_currency at facts.total.currency");
    expect(bad({ total: { amount: "1", currency: "CNY" }, weights: [null] })).toBe("kernel.not_a_decimal at facts.weights[0]");
    expect(bad(throwing("total"))).toBe("kernel.unreadable at facts.total");
  });
});
