import fc from "fast-check";
import { type FieldMember, scoreField } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { direct, indicator, result, scorecard } from "../support/scorecards.js";

const sales = indicator("sales", "0.7", { kind: "relative", full: "100", better: "higher" });
const complaints = indicator("complaints", "0.3", { kind: "relative", full: "100", better: "lower", atZero: "full" });
const card = scorecard([sales, complaints], { weights: "shares" });
const score = (field: readonly FieldMember[], given = card) =>
  scoreField(field, given).map(({ member, outcome }) => [member, result(outcome)]);

describe("scoreField()", () => {
  test("measures everybody against the best: 70 : 30, as worked by hand", () => {
    const field = [
      { member: "D1", values: { sales: "500", complaints: "4" } }, // 70 + 30 × 2/4
      { member: "D2", values: { sales: "400", complaints: "2" } }, // 70 × 4/5 + 30
      { member: "D3", values: { sales: "250", complaints: "8" } }, // 35 + 7.5
    ];
    expect(score(field)).toStrictEqual([
      ["D1", ["85", "A"]],
      ["D2", ["86", "A"]],
      ["D3", ["42.5", "D"]],
    ]);
  });

  test("where the best is 0, all earn 0 for it", () => {
    const field = [
      { member: "D1", values: { sales: "0" } },
      { member: "D2", values: { sales: "0.00" } },
    ];
    expect(score(field)).toStrictEqual([
      ["D1", ["0", "D"]],
      ["D2", ["0", "D"]],
    ]);
  });

  test("net returns score nobody: that member is unscorable, the others are not touched and not flattered", () => {
    const field = [
      { member: "D1", values: { sales: "-10", complaints: "1" } },
      { member: "D2", values: { sales: "100", complaints: "1" } },
      { member: "D3", values: { sales: "50", complaints: "1" } },
    ];
    expect(score(field)).toStrictEqual([
      ["D1", "unscorable"],
      ["D2", ["100", "A"]],
      ["D3", ["65", "C"]],
    ]);
  });

  test("where all values are below 0 there is no mark, and everybody is unscorable", () => {
    const field = [
      { member: "D1", values: { sales: "-10", complaints: "1" } },
      { member: "D2", values: { sales: "-0.01", complaints: "1" } },
    ];
    expect(score(field)).toStrictEqual([
      ["D1", "unscorable"],
      ["D2", "unscorable"],
    ]);
  });

  test("a member without data neither sets a mark nor gets a score", () => {
    expect(
      score([
        { member: "D1", values: {} },
        { member: "D2", values: { sales: "9", complaints: "3" } },
      ]),
    ).toStrictEqual([
      ["D1", "no_data"],
      ["D2", ["100", "A"]],
    ]);
  });

  test("a carried value may be the best, while it is young enough", () => {
    const carrying = scorecard([{ ...sales, weight: "1", missing: { then: "carry", maxAgePeriods: 1, otherwise: "exclude" } }]);
    const field = (agePeriods: number) => [
      { member: "D1", values: {}, carried: { sales: { value: "200", agePeriods } } },
      { member: "D2", values: { sales: "100" } },
    ];
    expect(score(field(1), carrying)).toStrictEqual([
      ["D1", ["100", "A"]],
      ["D2", ["50", "C"]],
    ]);
    expect(score(field(2), carrying)).toStrictEqual([
      ["D1", "no_data"],
      ["D2", ["100", "A"]],
    ]);
  });

  test("an empty field has no scores", () => {
    expect(scoreField([], card)).toStrictEqual([]);
  });

  test("the order of the field changes no score, and a criterion that is not relative needs no field", () => {
    const amount = fc.nat({ max: 1000 }).map(String);
    const field = fc.uniqueArray(
      fc.record({ member: fc.string({ minLength: 1 }), values: fc.record({ sales: amount, complaints: amount }) }),
      {
        selector: ({ member }) => member,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(field, (members) => {
        expect(new Map(score([...members].reverse()) as never)).toStrictEqual(new Map(score(members) as never));
        for (const [, given] of score(members, scorecard([indicator("sales", "1", { ...direct, full: "1000" })])))
          expect(given).not.toBe("unscorable");
      }),
      { seed: 20240101 },
    );
  });

  test("faults what is malformed, with the member's place", () => {
    const of = (field: unknown) => faultAt(() => scoreField(field as never, card));
    expect(of({})).toBe("kernel.not_a_list at field");
    expect(of([1])).toBe("kernel.not_a_record at field[0]");
    expect(of([{ member: "", values: {} }])).toBe("kernel.not_text at field[0].member");
    expect(of([{ member: "D1" }])).toBe("kernel.not_a_record at field[0].values");
    expect(of([{ member: "D1", values: { sales: "x" } }])).toBe("kernel.not_a_decimal at field[0].values.sales");
  });
});
