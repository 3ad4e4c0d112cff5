import { type IncentiveProgramme, listProgrammeWindows, type ProgrammeWindowFacts } from "qudao/incentives";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { programmeOf } from "../support/settlement.js";

const listed = (facts: ProgrammeWindowFacts, changes: Partial<IncentiveProgramme>) => {
  const windows = listProgrammeWindows(frozen(facts), frozen(programmeOf(changes)));
  expect(JSON.parse(JSON.stringify(windows))).toStrictEqual(windows);
  return windows.map(({ id, counted }) => `${id} ${counted.start} ${counted.end}`);
};
const every = (months: number) => ({ window: { kind: "agreement", every: { months } } }) as const;

describe("listProgrammeWindows()", () => {
  test("windows of an agreement are cut to it and to the programme", () => {
    const agreement = { start: "2023-11-30", end: "2024-06-01" };
    expect(listed({ agreement }, every(3))).toStrictEqual([
      "2023-11-30-P3M 2024-01-01 2024-02-29",
      "2024-02-29-P3M 2024-02-29 2024-05-30",
      "2024-05-30-P3M 2024-05-30 2024-06-01",
    ]);
  });

  test("and to the days after publication", () => {
    const agreement = { start: "2024-01-31" };
    expect(listed({ agreement }, { ...every(6), publishedOn: "2024-07-31" })).toStrictEqual(["2024-07-31-P6M 2024-07-31 2025-01-01"]);
    expect(listed({ agreement }, { ...every(6), publishedOn: "2024-07-30" })[0]).toBe("2024-01-31-P6M 2024-07-30 2024-07-31");
  });

  test.each([
    ["2023-12-31", []],
    ["2024-01-01", []],
    ["2024-01-02", ["2024-01-01/2024-01-02 2024-01-01 2024-01-02"]],
  ])("an agreement that ends before %s, in a programme from 2024-01-01", (end, expected) => {
    expect(listed({ agreement: { start: "2023-06-30", end } }, { window: { kind: "agreement" } })).toStrictEqual(expected);
  });

  test("windows that all members share need no agreement, and look at none", () => {
    expect(listed({}, { window: { kind: "calendar", unit: "half_year" } })).toStrictEqual([
      "2024-H1 2024-01-01 2024-07-01",
      "2024-H2 2024-07-01 2025-01-01",
    ]);
    expect(listed({ agreement: { start: "2024-05-05" } }, { window: { kind: "whole" } })).toStrictEqual(["whole 2024-01-01 2025-01-01"]);
  });

  test("refuses what it cannot list", () => {
    const at = (facts: unknown, changes: Partial<IncentiveProgramme> = every(3)) =>
      faultAt(() => listProgrammeWindows(facts as ProgrammeWindowFacts, programmeOf(changes)));
    expect(at({})).toBe("kernel.missing at facts.agreement");
    expect(at({ agreement: { start: "soon" } })).toBe("kernel.not_a_date at facts.agreement.start");
    expect(at(null)).toBe("kernel.not_a_record at facts");
    expect(at({ agreement: { start: "2024-01-01" } }, every(0))).toBe("kernel.not_a_count at policy.window.every.months");
  });
});
