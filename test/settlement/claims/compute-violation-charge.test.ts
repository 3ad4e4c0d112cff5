import { checkExplanation } from "qudao/kernel";
import { computeViolationCharge, type DiversionScan, type ViolationFacts, type ViolationPolicy } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { cny } from "../../support/claims.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { expectWords, say } from "../../support/says.js";

const scanOf = (id: string, changes: Partial<DiversionScan> = {}): DiversionScan => ({
  id,
  unitCode: `U${id}`,
  shippedTo: "D1",
  foundIn: "south",
  foundOn: "2024-06-01",
  value: "80.005",
  ...changes,
});
const policy: ViolationPolicy = {
  currency: "CNY",
  territoryIds: ["east"],
  tracedShare: "0.5",
  rows: [
    { fromOccurrence: 3, charge: { kind: "multiple_of_value", factor: "3" } },
    { fromOccurrence: 1, charge: { kind: "fixed", amount: "1000" } },
    { fromOccurrence: 2, charge: { kind: "per_unit", amount: "500" } },
  ],
  rounding: { decimals: 2, mode: "half_up" },
};
const charge = (facts: Partial<ViolationFacts>, changed: Partial<ViolationPolicy> = {}) => {
  const answer = computeViolationCharge(
    frozen({ caseId: "V-1", memberId: "D1", occurrence: 1, scans: [scanOf("1"), scanOf("2")], chargedCodes: [], ...facts }),
    frozen({ ...policy, ...changed }),
  );
  if (answer.ok) {
    expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
    expectWords(answer.value.explanation);
  }
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer;
};
const statuses = (scans: readonly DiversionScan[], more: Partial<ViolationFacts> = {}) => {
  const answer = charge({ occurrence: 2, scans, ...more }, { tracedShare: "0" });
  if (!answer.ok) throw new Error(answer.problem.code);
  return [answer.value.outcome.amount.amount, ...answer.value.outcome.scans.map(({ status }) => status)];
};

describe("computeViolationCharge()", () => {
  // R-14, G-10. Worked by hand: 1,000 the first time; 2 × 500; then 3 × (80.005 + 80.005) = 480.03
  test.each([
    [1, 1, "1000.00"],
    [2, 2, "1000.00"],
    [3, 3, "480.03"],
    [9, 3, "480.03"],
  ])("R-14: case number %i is charged by the row from %i", (occurrence, fromOccurrence, amount) => {
    expect(charge({ occurrence })).toMatchObject({ value: { outcome: { amount: cny(amount), fromOccurrence } } });
  });

  test("what each scan proves: only what leads to the member and was found outside counts", () => {
    expect(
      statuses(
        [
          scanOf("1"),
          scanOf("2", { shippedTo: undefined }),
          scanOf("3", { shippedTo: "D2" }),
          scanOf("4", { foundIn: "east" }),
          scanOf("5", { unitCode: "U1" }),
          scanOf("6"),
        ],
        { chargedCodes: ["U6"] },
      ),
    ).toStrictEqual(["500.00", "proven", "not_traced", "other_member", "own_territory", "scanned_twice", "charged_before"]);
  });

  test("a unit that was scanned at home first and outside later is found outside, once", () => {
    expect(statuses([scanOf("1", { foundIn: "east" }), scanOf("2", { unitCode: "U1" })])).toStrictEqual([
      "500.00",
      "scanned_twice",
      "proven",
    ]);
  });

  test("a unit that one of its scans can trace is traced, whichever scan comes first", () => {
    const [untraced, traced] = [scanOf("1", { shippedTo: undefined }), scanOf("2", { unitCode: "U1", foundIn: "east" })];
    for (const scans of [
      [untraced, traced],
      [traced, untraced],
    ]) {
      expect(charge({ scans }, { tracedShare: "1" })).toMatchObject({ value: { outcome: { amount: cny("0.00") } } });
    }
    expect(statuses([untraced, traced])).toStrictEqual(["0.00", "scanned_twice", "own_territory"]);
  });

  test("nothing proven, nothing charged, not even the fixed amount", () => {
    expect(charge({ scans: [scanOf("1", { foundIn: "east" })] })).toMatchObject({
      value: { outcome: { amount: cny("0.00"), fromOccurrence: null } },
    });
    expect(charge({ scans: [] })).toMatchObject({ value: { outcome: { amount: cny("0.00") } } });
  });

  test.each([
    ["0.49", true],
    ["0.5", true],
    ["0.51", false],
  ])("thin evidence: one of two is traced, and %s is needed", (tracedShare, want) => {
    const answer = charge({ scans: [scanOf("1"), scanOf("2", { shippedTo: undefined })] }, { tracedShare });
    expect(answer.ok).toBe(want);
    if (!answer.ok)
      expect([answer.problem.code, say(answer.problem, "zh")]).toStrictEqual([
        "settlement.violation_thin_evidence",
        "无法对案件 V-1 计罚：2 件中仅追溯到 1 件，须达 0.51",
      ]);
  });

  test("no row for the case: a problem, not a silent 0", () => {
    const rows = policy.rows.filter(({ fromOccurrence }) => fromOccurrence === 3);
    expect(charge({ occurrence: 2 }, { rows })).toMatchObject({ problem: { code: "settlement.violation_no_row" } });
  });

  test("what cannot be read is a fault with its place", () => {
    expect(faultAt(() => charge({ occurrence: 0 }))).toBe("kernel.not_a_count at facts.occurrence");
    expect(faultAt(() => charge({ scans: [scanOf("1"), scanOf("1")] }))).toBe("kernel.named_twice at facts.scans[1].id");
    expect(faultAt(() => charge({}, { territoryIds: [] }))).toBe("kernel.list_empty at policy.territoryIds");
  });
});
