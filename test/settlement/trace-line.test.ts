import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, settle, traceLine } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const code = (line: SaleLine, changes: Partial<IncentiveProgramme>) => {
  const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(changes)] }));
  const [trace] = traceLine(line, accumulator);
  accumulate(accumulator, [line]);
  const counted = settle(accumulator, { asOf: "2026-01-01" }).statements.length > 0;
  expect(trace?.verdict).toBe(counted ? "counts" : "does_not_count"); // what is told is what is done
  return trace?.reasons.map((reason) => [reason.code, reason.params["attribute"] ?? null]);
};

describe("traceLine()", () => {
  const line = lineOf({ categoryId: "C1", brandId: "B1", territoryId: "T1" });

  test.each([
    ["productIds", "P1"],
    ["categoryIds", "C1"],
    ["brandIds", "B1"],
    ["territoryIds", "T1"],
  ] as const)("include and exclude select by %s", (list, value) => {
    expect(code(line, { scope: { include: { [list]: [value] } } })).toStrictEqual([["settlement.line_counts", null]]);
    expect(code(line, { scope: { include: { [list]: ["other"] } } })).toStrictEqual([["settlement.line_not_included", list]]);
    expect(code(line, { scope: { exclude: { [list]: [value] } } })).toStrictEqual([["settlement.line_excluded", list]]);
    expect(code(line, { scope: { exclude: { [list]: ["other"] } } })).toStrictEqual([["settlement.line_counts", null]]);
  });

  test("a line without the attribute is in no list", () => {
    expect(code(lineOf(), { scope: { include: { categoryIds: ["C1"] } } })).toStrictEqual([
      ["settlement.line_not_included", "categoryIds"],
    ]);
    expect(code(lineOf(), { scope: { exclude: { categoryIds: ["C1"] } } })).toStrictEqual([["settlement.line_counts", null]]);
  });

  test.each([
    [{ kinds: ["agent" as const] }, "kinds"],
    [{ memberClasses: ["silver"] }, "memberClasses"],
    [{ groupIds: ["g1"] }, "groupIds"],
    [{ territoryIds: ["south"] }, "territoryIds"],
    [{ levels: ["1"] }, "levels"],
    [{ memberIds: ["B"] }, "memberIds"],
  ])("tells which attribute of the member is not covered: %j", (earner, attribute) => {
    expect(code(line, { earner })).toStrictEqual([["settlement.earner_not_covered", attribute]]);
  });

  test("gives every reason, days included", () => {
    const programme = { earner: { levels: ["1"] }, scope: { include: { productIds: ["X"] } } };
    expect(code(lineOf({ date: "2025-01-01" }), programme)?.map(([reason]) => reason)).toStrictEqual([
      "settlement.earner_not_covered",
      "settlement.line_not_included",
      "settlement.outside_period",
    ]);
    const gaps = { window: { kind: "custom" as const, periods: [{ id: "spring", start: "2024-03-01", end: "2024-06-01" }] } };
    expect(code(lineOf(), gaps)).toStrictEqual([["settlement.outside_windows", null]]);
  });

  test("refuses a line that cannot be read, of nobody, or in another currency", () => {
    const accumulator = openAccumulator(policyOf());
    const path = (changes: object) => {
      try {
        traceLine({ ...lineOf(), ...changes } as never, accumulator);
      } catch (caught) {
        return (caught as { path: string }).path;
      }
      return undefined;
    };
    expect([path({ amount: "x" }), path({ memberId: "B" }), path({ currency: "USD" })]).toStrictEqual([
      "line.amount",
      "line.memberId",
      "line.currency",
    ]);
  });
});
