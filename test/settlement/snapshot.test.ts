import { accumulate, openAccumulator, snapshot } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf } from "../support/settlement.js";

describe("snapshot()", () => {
  test("is plain JSON with exact figures, the same whatever the order of the lines was", () => {
    const lines = [
      lineOf(),
      lineOf({ id: "L2", kind: "return", amount: "0.00001", quantity: "0.25" }),
      lineOf({ id: "L3", date: "2024-04-01" }),
    ];
    const shots = [lines, [...lines].reverse()].map((order) => {
      const accumulator = openAccumulator(policyOf({ sources: "ids" }));
      accumulate(accumulator, order);
      return snapshot(accumulator);
    });
    expect(shots[0]).toStrictEqual(shots[1]);
    expect(JSON.parse(JSON.stringify(shots[0]))).toStrictEqual(shots[0]);
    expect(shots[0]).toMatchObject({
      kind: "qudao.accumulator-snapshot",
      format: 1,
      read: 3,
      totals: { amount: "199.99999", quantity: "1.75", lines: 3 },
      members: [
        {
          memberId: "A",
          cells: [
            { stream: 0, from: "2024-01-01", amount: "99.99999", quantity: "0.75", lines: 2, ids: ["L1", "L2"] },
            { stream: 0, from: "2024-04-01", amount: "100", quantity: "1", lines: 1, ids: ["L3"] },
          ],
        },
      ],
    });
  });
});
