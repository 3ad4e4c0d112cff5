import fc from "fast-check";
import { type CandidateFacts, type ScreeningPolicy, screenProspects } from "qudao/admission";
import { checkExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { asOf, candidate, card, linear, measures, screening, weigh } from "../support/candidates.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectWords, lines } from "../support/says.js";

const screen = (candidates: readonly CandidateFacts[], policy: ScreeningPolicy = screening) =>
  screenProspects(frozen({ asOf, candidates }), frozen(policy));
const of = (cooperationValue: string | null, feasibility: string | null, more: Partial<CandidateFacts> = {}) =>
  candidate("P-1", { values: { cooperationValue, feasibility }, ...more });
const one = (facts: CandidateFacts, policy?: ScreeningPolicy) => screen([facts], policy).outcome.prospects[0];

describe("screenProspects()", () => {
  // S02-17, S07-04: value is high from 60 on, feasibility from 70 on
  test.each([
    { value: "60", feasibility: "70", verdict: "pursue", failing: [], why: "both just high" },
    { value: "59.9", feasibility: "70", verdict: "reserve", failing: ["value"], why: "value just low" },
    { value: "60.1", feasibility: "69.9", verdict: "not_now", failing: ["feasibility"], why: "high value, low feasibility" },
    { value: "59.9", feasibility: "69.9", verdict: "drop", failing: ["value", "feasibility"], why: "both just low" },
    { value: "100", feasibility: "0", verdict: "not_now", failing: ["feasibility"], why: "high value, no feasibility" },
  ])("$value and $feasibility: $verdict, $why", ({ value, feasibility, verdict, failing }) => {
    expect(one(of(value, feasibility))).toMatchObject({ verdict, failing, open: [] });
  });

  test.each([
    { value: null, feasibility: "100", failing: [], open: ["value"] },
    { value: "100", feasibility: null, failing: [], open: ["feasibility"] },
    { value: "0", feasibility: null, failing: ["value"], open: ["feasibility"] },
    { value: null, feasibility: null, failing: [], open: ["value", "feasibility"] },
  ])("$value and $feasibility: incomplete, open is $open", ({ value, feasibility, failing, open }) => {
    expect(one(of(value, feasibility))).toMatchObject({ verdict: "incomplete", failing, open });
  });

  test("missing data are never a 0", () => {
    expect(one(of(null, "100"))?.value).toMatchObject({ status: "insufficient_data", missing: ["cooperation_value"] });
  });

  // S01-06
  test("a kind that the strategy does not want is off strategy, however good", () => {
    expect(one(of("100", "100", { kind: "retailer" }))?.verdict).toBe("off_strategy");
    expect(one(of(null, null, { kind: "retailer" }))?.verdict).toBe("off_strategy");
  });

  test("below a knock-out an axis is low, whatever the score", () => {
    const value = card([weigh("cooperation_value", "0.9"), weigh("market_share", "0.1", linear("0", "1"), { knockOutBelow: "5" })], {
      knockOutGrade: "poor",
    });
    const values = (marketShare: string) => ({ values: { cooperationValue: "100", feasibility: "100", marketShare } });
    expect(one(candidate("P-1", values("0.04")), { ...screening, value })).toMatchObject({ verdict: "reserve", failing: ["value"] });
    expect(one(candidate("P-1", values("0.05")), { ...screening, value })?.verdict).toBe("pursue");
  });

  test("measures what the axes read from the records", () => {
    const feasibility = card([weigh("years_in_business", "1", linear("0", "5"))]);
    const policy = { ...screening, feasibility, measures };
    const prospect = (establishedOn?: string) => candidate("P-1", { values: { cooperationValue: "60" }, establishedOn });
    expect(one(prospect("2019-05-01"), policy)?.verdict).toBe("pursue");
    expect(one(prospect("2022-05-01"), policy)?.verdict).toBe("not_now");
    expect(one(prospect(), policy)).toMatchObject({
      verdict: "incomplete",
      notMeasured: [{ fact: "yearsInBusiness", reason: { code: "admission.facts_missing", params: { missing: ["establishedOn"] } } }],
    });
  });

  test("the field sets the mark of a relative scale", () => {
    const value = card([weigh("cooperation_value", "1", { kind: "relative", full: "100", better: "higher" })]);
    const field = [of("50", "70", { candidate: "A" }), of("31", "70", { candidate: "B" }), of("29", "70", { candidate: "C" })];
    expect(screen(field, { ...screening, value }).outcome.prospects.map(({ verdict }) => verdict)).toStrictEqual([
      "pursue",
      "pursue",
      "reserve",
    ]);
  });

  test("a value without meaning leaves its axis open", () => {
    const value = card([weigh("cooperation_value", "1", { kind: "relative", full: "100", better: "higher" })]);
    expect(one(of("-1", "70"), { ...screening, value })).toMatchObject({ verdict: "incomplete", open: ["value"] });
  });

  // S02-28
  test("who stands where in the list, and who it is, changes no verdict", () => {
    const mark = fc.constantFrom("0", "59.9", "60", "70", "100", null);
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, mark), { minLength: 1, maxLength: 8 }), (marks) => {
        const field = marks.map(([value, feasibility], i) => of(value, feasibility, { candidate: `P-${i}` }));
        const forwards = screen(field).outcome.prospects;
        expect(screen([...field].reverse()).outcome.prospects).toStrictEqual([...forwards].reverse());
        forwards.forEach(({ candidate: _, ...answer }, i) => {
          const [value, feasibility] = marks[i] as (typeof marks)[number];
          const { candidate: __, ...alone } = one(of(value, feasibility, { candidate: "anybody" })) as NonNullable<ReturnType<typeof one>>;
          expect(answer).toStrictEqual(alone);
        });
      }),
      { seed: 20240101 },
    );
  });

  test("shows a working that adds up, survives JSON and is said in both languages", () => {
    const answer = screen([of("80", "20"), candidate("P-2", { kind: "retailer" })]);
    expect(answer.outcome.version).toBe("2024-s");
    expect(checkExplanation(answer.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    expectWords(answer.explanation);
    expect(lines(answer.explanation)).toContain("feasibility: low, high from 70 on");
    expect(lines(answer.explanation, "zh")).toContain("P-1：暂缓");
  });

  test("faults what is malformed, with its place", () => {
    const policy = (more: object) => faultAt(() => screen([of("1", "1")], { ...screening, ...more } as never));
    expect(policy({ highFrom: { value: "60", feasibility: "100.1" } })).toBe("engine.score_out_of_range at policy.highFrom.feasibility");
    expect(policy({ highFrom: { value: "60" } })).toBe("kernel.not_a_decimal at policy.highFrom.feasibility");
    expect(policy({ value: card([weigh("x", "1")]) })).toBe("admission.criterion_unknown at policy.value.criteria[0].criterion");
    expect(policy({ version: "" })).toBe("kernel.not_text at policy.version");
    expect(faultAt(() => screen([of("1", "1"), of("1", "1")]))).toBe("kernel.named_twice at facts.candidates[1].candidate");
  });
});
