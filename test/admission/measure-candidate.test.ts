import { type CandidateFacts, type MeasurePolicy, measureCandidate } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { asOf, candidate, measures } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const measure = (facts: Partial<CandidateFacts>, policy: MeasurePolicy = measures, day = asOf) =>
  measureCandidate(frozen({ ...candidate("C-1", facts), asOf: day }), frozen(policy));
/** The value of a fact, or the code and parameters that say why there is none. */
function found(fact: string, facts: Partial<CandidateFacts>, policy: MeasurePolicy = measures, day = asOf): unknown {
  const { values, notMeasured } = measure(facts, policy, day).outcome;
  const reason = notMeasured.find((one) => one.fact === fact)?.reason;
  return reason === undefined ? values[fact] : [reason.code, reason.params];
}
const revenues = (...pairs: readonly (readonly [year: number, revenue: string, profit?: string])[]) => ({
  years: pairs.map(([year, revenue, profit]) => ({ year, revenue, profit })),
});

describe("years in business", () => {
  test.each([
    { establishedOn: "2019-05-02", value: "4", why: "a day short of five years" },
    { establishedOn: "2019-05-01", value: "5", why: "the anniversary counts" },
    { establishedOn: "2019-04-30", value: "5", why: "a day more" },
    { establishedOn: "2024-05-01", value: "0", why: "established today, which is known and is 0" },
  ])("$establishedOn: $value, $why", ({ establishedOn, value }) => expect(found("yearsInBusiness", { establishedOn })).toBe(value));

  test("a day that is yet to come gives no years", () => {
    expect(found("yearsInBusiness", { establishedOn: "2024-05-02" })).toStrictEqual([
      "admission.established_later",
      { establishedOn: "2024-05-02", asOf },
    ]);
  });

  test("a day that is not known is said, not taken for 0", () => {
    const missing = ["admission.facts_missing", { missing: ["establishedOn"] }];
    expect(found("yearsInBusiness", {})).toStrictEqual(missing);
    expect(found("yearsInBusiness", { establishedOn: null })).toStrictEqual(missing);
  });
});

describe("growth record", () => {
  // (last ÷ first − 1) ÷ years between: 100 ÷ 60 − 1 = 2/3 over 2 years; 60 ÷ 100 − 1 = −0.4 over 2 years
  test.each([
    {
      years: [
        [2021, "60"],
        [2022, "80"],
        [2023, "100"],
      ],
      value: "0.3333",
      why: "rising",
    },
    {
      years: [
        [2021, "100"],
        [2022, "80"],
        [2023, "60"],
      ],
      value: "-0.2",
      why: "falling",
    },
    {
      years: [
        [2021, "100"],
        [2022, "10"],
        [2023, "100"],
      ],
      value: "0",
      why: "back to where it was",
    },
    {
      years: [
        [2023, "100"],
        [2021, "60"],
        [2022, "80"],
      ],
      value: "0.3333",
      why: "in whatever order they come",
    },
    {
      years: [
        [2019, "1"],
        [2021, "60"],
        [2022, "80"],
        [2023, "100"],
      ],
      value: "0.3333",
      why: "only the last three years count",
    },
  ] as const)("$why: $value a year", ({ years, value }) => expect(found("growthRecord", revenues(...years))).toBe(value));

  test("a year that is missing leaves it open and is named", () => {
    const wanted = ["admission.years_missing", { years: [2022], needed: 3 }];
    expect(found("growthRecord", revenues([2021, "60"], [2023, "100"]))).toStrictEqual(wanted);
    expect(found("growthRecord", { years: [] })).toStrictEqual(["admission.years_missing", { years: [2021, 2022, 2023], needed: 3 }]);
    expect(found("growthRecord", {})).toStrictEqual(["admission.facts_missing", { missing: ["years"] }]);
  });

  test.each([
    { last: 2022, value: ["admission.years_too_old", { last: 2022, oldest: 2023 }], why: "a year too old" },
    { last: 2023, value: "0.5", why: "just recent enough" },
    { last: 2024, value: "0.5", why: "the year of the answer" },
  ])("a record that ends in $last is $why", ({ last, value }) => {
    expect(found("growthRecord", revenues([last - 2, "10"], [last - 1, "10"], [last, "20"]))).toStrictEqual(value);
  });

  test("from nothing there is no growth to tell", () => {
    expect(found("growthRecord", revenues([2021, "0"], [2022, "80"], [2023, "100"]))).toStrictEqual([
      "admission.growth_from_zero",
      { year: 2021 },
    ]);
  });

  test("without an agreement which years count it is not measured", () => {
    const { record: _, ...silent } = measures;
    expect(found("growthRecord", revenues([2021, "1"], [2022, "1"], [2023, "1"]), silent)).toStrictEqual([
      "admission.measure_not_agreed",
      { part: "record" },
    ]);
  });
});

describe("profit record", () => {
  test("is the profit of all years over their revenue", () => {
    // (10 − 5 + 15) ÷ 300 = 0.0667 at four places
    expect(found("profitRecord", revenues([2021, "100", "10"], [2022, "100", "-5"], [2023, "100", "15"]))).toBe("0.0667");
    expect(found("profitRecord", revenues([2021, "100", "-10"], [2022, "100", "-5"], [2023, "100", "0"]))).toBe("-0.05");
  });

  test("a profit that is not known is not a profit of 0", () => {
    expect(found("profitRecord", revenues([2021, "100", "10"], [2022, "100"], [2023, "100", "15"]))).toStrictEqual([
      "admission.profit_missing",
      { years: [2022] },
    ]);
  });

  test("without revenue there is no share", () => {
    expect(found("profitRecord", revenues([2021, "0", "0"], [2022, "0", "0"], [2023, "0", "0"]))).toStrictEqual([
      "admission.no_revenue",
      { from: 2021, to: 2023 },
    ]);
  });
});

describe("other products carried", () => {
  const lines = [
    { line: "Alpha", relation: "competing" },
    { line: "Beta", relation: "complementary" },
    { line: "Gamma", relation: "competing" },
    { line: "Delta", relation: "neutral" },
  ] as const;

  test("are counted by how they stand to ours", () => {
    expect([found("otherLines", { lines }), found("complementaryLines", { lines })]).toStrictEqual(["2", "1"]);
    expect([found("otherLines", { lines: [] }), found("complementaryLines", { lines: [] })]).toStrictEqual(["0", "0"]);
  });

  test("one that nobody has judged leaves both counts open", () => {
    const open = ["admission.lines_not_judged", { lines: ["Omega"] }];
    expect(found("otherLines", { lines: [...lines, { line: "Omega" }] })).toStrictEqual(open);
    expect(found("complementaryLines", { lines: [...lines, { line: "Omega", relation: null }] })).toStrictEqual(open);
  });
});

describe("fit with the target users", () => {
  const customers = (...pairs: readonly (readonly [segment: string, share: string])[]) => ({
    customers: pairs.map(([segment, share]) => ({ segment, share })),
  });

  // the target is 0.7 schools and 0.3 hotels: of each segment the smaller share counts
  test.each([
    {
      has: [
        ["schools", "0.7"],
        ["hotels", "0.3"],
      ],
      value: "1",
      why: "the very customers wanted",
    },
    {
      has: [
        ["hotels", "0.9"],
        ["schools", "0.1"],
      ],
      value: "0.4",
      why: "0.3 + 0.1",
    },
    {
      has: [
        ["hotels", "0.2"],
        ["banks", "0.8"],
      ],
      value: "0.2",
      why: "a segment nobody wants counts nothing",
    },
    { has: [["banks", "1"]], value: "0", why: "none of them" },
  ] as const)("$value: $why", ({ has, value }) => expect(found("customerFit", customers(...has))).toBe(value));

  test.each(["0.9", "1.1"])("shares that add up to %s are not a customer base", (sum) => {
    const half = sum === "0.9" ? "0.4" : "0.6";
    expect(found("customerFit", customers(["schools", "0.5"], ["hotels", half]))).toStrictEqual(["admission.customers_not_whole", { sum }]);
  });

  test("a target group that is not whole is refused", () => {
    const policy = { ...measures, targetGroup: [{ segment: "schools", share: "0.9" }] };
    expect(faultAt(() => measure({}, policy))).toBe("admission.shares_not_whole at policy.targetGroup");
  });
});

describe("cooperation terms", () => {
  const terms = { discount: "0.05", support: "0.02", creditDays: 60 };

  test("are what they cost, as a share of sales", () => {
    // 0.05 + 0.02 + 60 × 0.06 ÷ 360 = 0.08; with a year of 365 days the credit is 0.009863…, at four places 0.0099
    expect(found("cooperationTerms", { terms })).toBe("0.08");
    const longer = { ...measures, terms: { annualRate: "0.06", daysPerYear: 365 } } as const;
    expect(found("cooperationTerms", { terms }, longer)).toBe("0.0799");
    expect(found("cooperationTerms", { terms: { discount: "0", support: "0", creditDays: 0 } })).toBe("0");
  });

  test("one that is not known leaves the cost open and is named", () => {
    expect(found("cooperationTerms", { terms: { discount: "0.05", creditDays: null } })).toStrictEqual([
      "admission.facts_missing",
      { missing: ["support", "creditDays"] },
    ]);
    expect(found("cooperationTerms", {})).toStrictEqual(["admission.facts_missing", { missing: ["discount", "support", "creditDays"] }]);
  });

  test("whether it wants to be the only one is an answer of its own", () => {
    expect(found("asksExclusivity", { terms: { exclusivity: false } })).toBe(false);
    expect(found("asksExclusivity", { terms })).toStrictEqual(["admission.facts_missing", { missing: ["exclusivity"] }]);
  });
});

describe("measureCandidate()", () => {
  test("keeps what was stated and derives the rest", () => {
    const { values, notMeasured } = measure({
      values: { growthRecord: "0.5", teamStrength: "70", marketShare: null },
      establishedOn: "2014-05-01",
    }).outcome;
    expect(values).toStrictEqual({ growthRecord: "0.5", teamStrength: "70", yearsInBusiness: "10" });
    expect(notMeasured.map(({ fact }) => fact)).toStrictEqual([
      "profitRecord",
      "otherLines",
      "complementaryLines",
      "customerFit",
      "cooperationTerms",
      "asksExclusivity",
    ]);
  });

  test("shows its working, which adds up and is said in both languages", () => {
    const answer = measure({
      establishedOn: "2014-05-01",
      ...revenues([2021, "60", "6"], [2022, "80"], [2023, "100", "10"]),
      lines: [{ line: "Alpha", relation: "competing" }],
      customers: [
        { segment: "hotels", share: "0.9" },
        { segment: "schools", share: "0.1" },
      ],
      terms: { discount: "0.05", support: "0.02", creditDays: 60 },
    });
    expect(checkExplanation(answer.explanation)).toStrictEqual([]);
    expectWords(answer.explanation);
    expect(lines(answer.explanation)).toContain("hotels: has 0.9, wanted 0.3, shared 0.3");
    expect(lines(answer.explanation, "zh")).toContain("账期 60 天，年利率 0.06（全年 360 天）：0.01");
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test("faults what is malformed, with its place", () => {
    expect(faultAt(() => measure({ years: [{ year: 2025, revenue: "1" }] }))).toBe("kernel.not_a_count at facts.years[0].year");
    expect(faultAt(() => measure(revenues([2021, "1"], [2021, "1"])))).toBe("kernel.named_twice at facts.years[1].year");
    expect(faultAt(() => measure(revenues([2021, "-1"])))).toBe("engine.score_out_of_range at facts.years[0].revenue");
    expect(faultAt(() => measure({ lines: [{ line: "A" }, { line: "A" }] }))).toBe("kernel.named_twice at facts.lines[1].line");
    expect(faultAt(() => measure({ customers: [{ segment: "a", share: "1.1" }] }))).toBe(
      "engine.score_out_of_range at facts.customers[0].share",
    );
    expect(faultAt(() => measure({ values: { teamStrength: "much" } }))).toBe("kernel.not_a_decimal at facts.values.teamStrength");
    expect(faultAt(() => measure({ kind: "dealer" as never }))).toBe("kernel.not_a_choice at facts.kind");
    expect(faultAt(() => measure({}, { ...measures, record: { years: 1, maxAgeYears: 0 } }))).toBe(
      "kernel.not_a_count at policy.record.years",
    );
    expect(faultAt(() => measure({}, measures, "2024-02-30"))).toBe("kernel.not_a_date at facts.asOf");
  });
});
