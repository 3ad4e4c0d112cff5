import { exampleLimitProposalPolicy, type LimitProposalFacts, type LimitProposalPolicy, proposeCreditLimit } from "qudao/credit";
import { describe, expect, test } from "vitest";
import { outcomeOf, problemOf } from "../support/credit.js";
import { faultAt } from "../support/fault-of.js";

const facts: LimitProposalFacts = { monthlySales: ["90000", "0", "110000"], termMonths: "1.5", grade: "A", standing: "established" };
const zero = { kind: "zero" };
const amount = (figure: string) => ({ kind: "amount", amount: figure });
const propose = (given: Partial<LimitProposalFacts> = {}, changes: Partial<LimitProposalPolicy> = {}) =>
  outcomeOf(proposeCreditLimit({ ...facts, ...given }, { ...exampleLimitProposalPolicy, ...changes }));

describe("proposeCreditLimit()", () => {
  // 100,000 a month over the two months with shipments, times 1.5 months, times the factor
  test.each([
    ["AAA", amount("225000"), amount("450000")],
    ["AA", amount("150000"), amount("150000")],
    ["A", amount("120000"), amount("120000")],
    ["B", amount("90000"), amount("90000")],
    ["C", zero, zero],
  ])("S19-137, G-21: the rating %s sets the limit", (grade, lowest, highest) => {
    expect(propose({ grade })).toMatchObject({ lowest, highest });
  });

  test("first-time and small dealers pay cash", () => {
    expect(propose({ standing: "first_time" })).toMatchObject({ highest: zero, cashOnly: "first_time" });
    expect(propose({ size: "small" })).toMatchObject({ highest: zero, cashOnly: "small" });
    expect(propose({ size: "small" }, { smallDealers: "as_others" }).highest).toStrictEqual(amount("120000"));
    expect(propose({ grade: "C" }).cashOnly).toBe("grade");
  });

  test.each([
    [undefined, "36000"],
    [2, "36000"],
    [3, "72000"],
    [5, "72000"],
    [6, "120000"],
  ])("a new dealer with %s payments in time gets %s of what is expected of it", (onTimePayments, figure) => {
    expect(propose({ standing: "new", monthlySales: [], expectedMonthlySales: "100000", onTimePayments }).lowest).toStrictEqual(
      amount(figure),
    );
  });

  test("S19-86: securities are added, up to the ceiling", () => {
    expect(propose({ securityValue: "30000.9" }).lowest).toStrictEqual(amount("150000"));
    expect(propose({ securityValue: "30000" }, { securityRate: "0.5" }).lowest).toStrictEqual(amount("135000"));
    expect(propose({}, { most: "100000.5" }).lowest).toStrictEqual(amount("100000"));
  });

  test("a proposal is cut, never rounded up, and less than a unit is cash only", () => {
    expect(propose({ monthlySales: ["10", "10", "9.99"], termMonths: "1" }, { decimals: 2 }).lowest).toStrictEqual(amount("7.99"));
    expect(propose({ monthlySales: ["0.5"], termMonths: "1" }).lowest).toStrictEqual(zero);
  });

  test("what is not known is a problem, not a limit of 0", () => {
    const problem = (given: Partial<LimitProposalFacts>) =>
      problemOf(proposeCreditLimit({ ...facts, ...given }, exampleLimitProposalPolicy));
    expect(problem({ grade: "D" })).toBe("credit.grade_unknown");
    expect(problem({ monthlySales: ["0"] })).toBe("credit.no_sales_to_propose_from");
    expect(problem({ standing: "new" })).toBe("credit.no_sales_to_propose_from");
  });

  test("names the place of what is malformed", () => {
    expect(faultAt(() => propose({}, { factors: [{ grade: "A", lowest: "2", highest: "1" }] }))).toBe(
      "credit.not_rising at policy.factors[0].highest",
    );
    const factors = [
      { grade: "A", lowest: "1", highest: "1" },
      { grade: "A", lowest: "2", highest: "2" },
    ];
    expect(faultAt(() => propose({}, { factors }))).toBe("kernel.named_twice at policy.factors[1].grade");
    expect(faultAt(() => propose({ monthlySales: ["-1"] }))).toBe("kernel.below_zero at facts.monthlySales[0]");
  });
});
