import { accumulate, mergeAccumulators, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2025-01-01";
const withLines = (...lines: ReturnType<typeof lineOf>[]) => {
  const accumulator = openAccumulator(policyOf({ sources: "ids" }));
  accumulate(accumulator, lines);
  return accumulator;
};

describe("mergeAccumulators()", () => {
  const small = lineOf({ id: "L1", amount: "600.00" });
  const large = lineOf({ id: "L2", amount: "9007199254740993.12345", quantity: "0.5" });

  test("adds figures, counts and sources, large ones too, and leaves both parts as they were", () => {
    const [a, b] = [withLines(small), withLines(large)];
    const before = JSON.stringify([settle(a, { asOf }), settle(b, { asOf })]);
    const merged = settle(mergeAccumulators(a, b), { asOf });
    expect(merged).toStrictEqual(settle(withLines(small, large), { asOf }));
    expect(merged.statements[0]?.lines[0]).toMatchObject({
      amount: "9007199254741593.12345",
      quantity: "1.5",
      sources: { ids: ["L1", "L2"] },
    });
    expect(settle(mergeAccumulators(b, a), { asOf })).toStrictEqual(merged);
    expect(JSON.stringify([settle(a, { asOf }), settle(b, { asOf })])).toBe(before);
  });

  test("refuses parts of different policies", () => {
    const other = openAccumulator(policyOf({ programmes: [programmeOf({ version: "2" })] }));
    expect(() => mergeAccumulators(withLines(), other)).toThrow(expect.objectContaining({ code: "settlement.policies_differ", path: "b" }));
  });
});
