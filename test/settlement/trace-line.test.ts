import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import { accumulate, openAccumulator, settle, snapshot, traceLine } from "qudao/settlement";
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

  test("where single sales are capped, what counts is what is kept, and asking keeps nothing", () => {
    const caps: IncentiveProgramme["caps"] = [{ id: "project", per: "sale", most: "4", above: "forfeited", saleBy: "project" }];
    const scope = { include: { productIds: ["P1"] }, exclude: { attributes: { project: ["shut"] } } };
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ caps, scope, returns: "restate" })] }));
    const empty = snapshot(accumulator);
    const lines = [
      lineOf({ id: "L1", attributes: { project: "port" } }),
      lineOf({ id: "L2", date: "2024-04-01", attributes: { project: "port" } }),
      lineOf({ id: "L3", attributes: { project: "shut" } }),
      lineOf({ id: "L4", productId: "P2", attributes: { project: "port" } }),
      // counts on the day of its sale, under the project it names
      lineOf({ id: "R1", kind: "return", date: "2024-05-01", originDate: "2024-02-10", attributes: { project: "port" } }),
      lineOf({ id: "L5", date: "2023-12-31" }),
      lineOf({ id: "L6" }),
    ];
    const traces = lines.map((one) => traceLine(one, accumulator)[0]);
    expect(
      traces.map((trace) => [...(trace?.windowIds ?? []), ...(trace?.reasons ?? []).map((reason) => reason.code.slice(11))]),
    ).toStrictEqual([
      ["2024-Q1", "line_counts"],
      ["2024-Q2", "line_counts"],
      ["attribute_excluded"],
      ["line_not_included"],
      ["2024-Q1", "line_counts"],
      ["outside_period"],
      ["2024-Q1", "line_counts"],
    ]);
    expect(snapshot(accumulator)).toStrictEqual(empty);
    accumulate(accumulator, lines);
    const kept = snapshot(accumulator).members.flatMap(({ cells }) => cells.flatMap((cell) => cell.kept ?? []));
    expect(kept.map(({ id, sales }) => `${id} ${sales.join(" ")}`)).toStrictEqual(["L1 port", "L6 L6", "R1 port", "L2 port"]);
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
