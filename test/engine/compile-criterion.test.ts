import { askRules, type CriterionTest } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { asOf, criterion } from "../support/rules.js";

const ask = (test: CriterionTest, facts: object, day = asOf) => {
  const [finding] = askRules([criterion(test)], facts, null, { asOf: day });
  if (finding === undefined) throw new Error("no finding");
  return finding;
};
const status = (test: CriterionTest, facts: object, day = asOf) => ask(test, facts, day).status;

describe("a criterion with a threshold includes it", () => {
  test.each([
    { kind: "min", value: "499999.99", expected: "unmet" },
    { kind: "min", value: "500000", expected: "met" },
    { kind: "min", value: "500000.00", expected: "met" },
    { kind: "min", value: "500000.01", expected: "met" },
    { kind: "max", value: "499999.99", expected: "met" },
    { kind: "max", value: "500000", expected: "met" },
    { kind: "max", value: "500000.01", expected: "unmet" },
    { kind: "max", value: "-1", expected: "met" },
  ] as const)("$kind 500000 of $value: $expected", ({ kind, value, expected }) => {
    const limits = { min: "500000", max: "500000" };
    expect(status({ kind, fact: "x", ...limits }, { x: value })).toBe(expected);
  });

  test.each([
    { value: "0.79", expected: "unmet" },
    { value: "0.8", expected: "met" },
    { value: "0.81", expected: "met" },
    { value: "1.19", expected: "met" },
    { value: "1.2", expected: "met" },
    { value: "1.21", expected: "unmet" },
  ])("between 0.8 and 1.2 of $value: $expected", ({ value, expected }) => {
    expect(status({ kind: "between", fact: "x", min: "0.8", max: "1.2" }, { x: value })).toBe(expected);
  });

  test("compares numbers of any length by value, not as text", () => {
    const long = `9${"0".repeat(30)}.000000000000000000000000000001`;
    expect(status({ kind: "min", fact: "x", min: long }, { x: `9${"0".repeat(30)}` })).toBe("unmet");
    expect(status({ kind: "min", fact: "x", min: "9" }, { x: "10" })).toBe("met");
    expect(status({ kind: "max", fact: "x", max: "0.1" }, { x: "0.1000000000000000055" })).toBe("unmet");
    expect(status({ kind: "min", fact: "x", min: "3" }, { x: 3 })).toBe("met");
  });

  test("shows what was compared", () => {
    expect(ask({ kind: "between", fact: "x", min: "1", max: "2" }, { x: "1.50" }).params).toStrictEqual({
      kind: "between",
      fact: "x",
      actual: "1.50",
      required: ["1", "2"],
      min: "1",
      max: "2",
    });
  });

  test("not agreed yet is unknown, and says so", () => {
    const finding = ask({ kind: "min", fact: "x", min: null }, { x: "1" });
    expect([finding.status, finding.reason?.code, finding.missing]).toStrictEqual(["unknown", "engine.threshold_unset", undefined]);
    for (const unset of [
      { kind: "max", fact: "x", max: null },
      { kind: "between", fact: "x", min: null, max: "2" },
      { kind: "between", fact: "x", min: "1", max: null },
      { kind: "full_years", fact: "x", min: null },
      { kind: "at_least_count", fact: "x", count: null },
      { kind: "score_at_least", fact: "x", min: null },
    ] as const) {
      expect(status(unset, { x: "1" })).toBe("unknown");
    }
  });

  test("not agreed yet, and the fact missing: both are said", () => {
    const { missing, reason } = ask({ kind: "min", fact: "x", min: null }, {});
    expect([missing, reason?.code]).toStrictEqual([["x"], "engine.threshold_unset"]);
  });
});

describe("a criterion of a text or a boolean", () => {
  const origins = { fact: "x", values: ["trial_dealer", "distributor"] } as const;

  test("one_of and none_of read the whole word", () => {
    const both = (x: string) => [status({ kind: "one_of", ...origins }, { x }), status({ kind: "none_of", ...origins }, { x })];
    expect(both("distributor")).toStrictEqual(["met", "unmet"]);
    expect(both("Distributor")).toStrictEqual(["unmet", "met"]);
    expect(both("constructor")).toStrictEqual(["unmet", "met"]);
  });

  test("is_true takes only true for yes", () => {
    expect([true, false, null].map((x) => status({ kind: "is_true", fact: "x" }, { x }))).toStrictEqual(["met", "unmet", "unknown"]);
  });
});

describe("full_years", () => {
  test.each([
    { day: "2024-03-14", expected: "unmet", why: "the day before the third anniversary" },
    { day: "2024-03-15", expected: "met", why: "the anniversary" },
    { day: "2024-03-16", expected: "met", why: "the day after" },
  ])("three years since 2021-03-15 on $day: $expected, $why", ({ day, expected }) => {
    expect(status({ kind: "full_years", fact: "established", min: 3 }, { established: "2021-03-15" }, day)).toBe(expected);
  });

  test("a date to come has no years", () => {
    expect(ask({ kind: "full_years", fact: "established", min: 0 }, { established: "2026-01-01" }).params["actual"]).toBe(-1);
  });
});

describe("document_valid", () => {
  const licence = { kind: "document_valid", fact: "documents", document: "licence" } as const;
  const seen = (documents: unknown, day = asOf) => {
    const { status, params } = ask(licence, { documents }, day);
    return [status, params["actual"], params["validTo"]];
  };
  const document = { kind: "licence", validFrom: "2024-01-01", validTo: "2025-01-01" };

  test.each([
    { day: "2023-12-31", expected: ["unmet", "not_yet", "2025-01-01"] },
    { day: "2024-01-01", expected: ["met", "valid", "2025-01-01"] },
    { day: "2024-12-31", expected: ["met", "valid", "2025-01-01"] },
    { day: "2025-01-01", expected: ["unmet", "lapsed", "2025-01-01"] },
  ])("valid from 2024-01-01 to before 2025-01-01, on $day: $expected", ({ day, expected }) => {
    expect(seen([document], day)).toStrictEqual(expected);
  });

  test("without dates is valid always", () => {
    expect(seen([{ kind: "licence" }])).toStrictEqual(["met", "valid", null]);
    expect(seen([{ kind: "licence", validFrom: null, validTo: null }])).toStrictEqual(["met", "valid", null]);
  });

  test("a list without it is unmet, no list is unknown", () => {
    expect(seen([{ kind: "tax" }])).toStrictEqual(["unmet", "absent", null]);
    expect(status(licence, {})).toBe("unknown");
  });

  test("of several the best counts, and of valid ones the one that lapses last", () => {
    const old = { kind: "licence", validTo: "2020-01-01" };
    const later = { kind: "licence", validTo: "2026-01-01" };
    expect(seen([old, document, later])).toStrictEqual(["met", "valid", "2026-01-01"]);
    expect(seen([later, document, old])).toStrictEqual(["met", "valid", "2026-01-01"]);
    expect(seen([document, { kind: "licence" }, later])).toStrictEqual(["met", "valid", null]);
    expect(seen([old, { kind: "licence", validFrom: "2030-01-01" }])).toStrictEqual(["unmet", "not_yet", null]);
  });
});

describe("no_event_since", () => {
  const clean = (since: "ever" | string | { months: number } | { days: number }) =>
    ({ kind: "no_event_since", fact: "events", event: "breach", since }) as CriterionTest;
  const breach = (date: string, more: object = {}) => ({ events: [{ kind: "breach", date, ...more }] });

  test.each([
    { since: "2023-05-01", date: "2023-04-30", expected: "met", why: "the day before the window" },
    { since: "2023-05-01", date: "2023-05-01", expected: "unmet", why: "its first day" },
    { since: "2023-05-01", date: "2024-05-01", expected: "unmet", why: "the day of asking" },
    { since: "2023-05-01", date: "2024-05-02", expected: "met", why: "not yet happened" },
    { since: { months: 24 }, date: "2022-04-30", expected: "met", why: "24 months and a day ago" },
    { since: { months: 24 }, date: "2022-05-01", expected: "unmet", why: "24 months ago" },
    { since: { days: 30 }, date: "2024-03-31", expected: "met", why: "31 days ago" },
    { since: { days: 30 }, date: "2024-04-01", expected: "unmet", why: "30 days ago" },
    { since: "ever", date: "1999-01-01", expected: "unmet", why: "ever is ever" },
  ])("since $since, breach on $date: $expected, $why", ({ since, date, expected }) => {
    expect(status(clean(since), breach(date))).toBe(expected);
  });

  test("one established breach fails, one in dispute leaves it unknown (S19-76)", () => {
    expect(status(clean("ever"), breach("2023-06-01"))).toBe("unmet");
    const disputed = ask(clean("ever"), breach("2023-06-01", { disputed: true }));
    expect([disputed.status, disputed.reason]).toStrictEqual([
      "unknown",
      { code: "engine.event_disputed", params: { event: "breach", count: 1 } },
    ]);
    const both = [...breach("2023-06-01", { disputed: true }).events, ...breach("2023-07-01").events];
    expect(status(clean("ever"), { events: both })).toBe("unmet");
  });

  test("events of other kinds do not count; no list is unknown", () => {
    expect(status(clean("ever"), { events: [{ kind: "praise", date: "2023-06-01" }] })).toBe("met");
    expect(status(clean("ever"), { events: [] })).toBe("met");
    expect(status(clean("ever"), {})).toBe("unknown");
  });

  test("shows the first day of the window", () => {
    expect(ask(clean({ months: 24 }), { events: [] }).params["since"]).toBe("2022-05-01");
  });
});

test.each([
  { items: [], expected: "unmet" },
  { items: [1], expected: "unmet" },
  { items: [1, 2], expected: "met" },
  { items: [1, 2, 3], expected: "met" },
])("at_least_count 2 of $items: $expected", ({ items, expected }) => {
  expect(status({ kind: "at_least_count", fact: "visits", count: 2 }, { visits: items })).toBe(expected);
});

describe("score_at_least", () => {
  const passed: CriterionTest = { kind: "score_at_least", fact: "score", min: "70" };

  test.each([
    { score: "69.9", expected: "unmet" },
    { score: "70", expected: "met" },
    { score: "70.1", expected: "met" },
  ])("70 of $score: $expected, as an outcome and as a number", ({ score, expected }) => {
    expect(status(passed, { score: { status: "scored", score } })).toBe(expected);
    expect(status(passed, { score })).toBe(expected);
  });

  test("an outcome without a score is unknown, not a fail", () => {
    const finding = ask(passed, { score: { status: "insufficient_data" } });
    expect([finding.status, finding.reason?.code]).toStrictEqual(["unknown", "engine.no_score"]);
  });
});

describe("the name of a fact", () => {
  const deep: CriterionTest = { kind: "min", fact: "capital.paid.amount", min: "1" };

  test("leads through records; whatever is missing on the way is a missing fact", () => {
    expect(status(deep, { capital: { paid: { amount: "1" } } })).toBe("met");
    for (const facts of [{}, { capital: null }, { capital: {} }, { capital: { paid: null } }, { capital: { paid: {} } }]) {
      expect(ask(deep, facts).missing).toStrictEqual(["capital.paid.amount"]);
    }
    expect(faultAt(() => ask(deep, { capital: { paid: "much" } }))).toBe("kernel.not_a_record at facts.capital.paid");
  });

  test("is no field that every record has", () => {
    for (const fact of ["constructor", "__proto__", "toString", "a.constructor"]) {
      expect(status({ kind: "is_true", fact }, { a: {} })).toBe("unknown");
    }
  });
});

test.each([
  [{ kind: "min", fact: "x", min: "1" }, "much", "kernel.not_a_decimal at facts.x"],
  [{ kind: "min", fact: "x", min: "1" }, "0x10", "kernel.not_a_decimal at facts.x"],
  [{ kind: "min", fact: "x", min: "1" }, "01", "kernel.not_a_decimal at facts.x"],
  [{ kind: "max", fact: "x", max: "1" }, "1.", "kernel.not_a_decimal at facts.x"],
  [{ kind: "max", fact: "x", max: "1" }, "", "kernel.not_a_decimal at facts.x"],
  [{ kind: "max", fact: "x", max: "1" }, {}, "kernel.not_a_decimal at facts.x"],
  [{ kind: "one_of", fact: "x", values: ["a"] }, 1, "kernel.not_text at facts.x"],
  [{ kind: "is_true", fact: "x" }, "true", "kernel.not_a_choice at facts.x"],
  [{ kind: "full_years", fact: "x", min: 1 }, "2024-02-30", "kernel.not_a_date at facts.x"],
  [{ kind: "document_valid", fact: "x", document: "a" }, {}, "kernel.not_a_list at facts.x"],
  [{ kind: "document_valid", fact: "x", document: "a" }, [1], "kernel.not_a_record at facts.x[0]"],
  [{ kind: "document_valid", fact: "x", document: "a" }, [{}], "kernel.not_text at facts.x[0].kind"],
  [{ kind: "document_valid", fact: "x", document: "a" }, [{ kind: "a", validTo: "x" }], "kernel.not_a_date at facts.x[0].validTo"],
  [{ kind: "no_event_since", fact: "x", event: "a", since: "ever" }, [{ kind: "a" }], "kernel.not_a_date at facts.x[0].date"],
  [{ kind: "no_event_since", fact: "x", event: "a", since: "ever" }, new Array(1), "kernel.not_a_record at facts.x[0]"],
  [{ kind: "document_valid", fact: "x", document: "a" }, new Array(1), "kernel.not_a_record at facts.x[0]"],
  [{ kind: "at_least_count", fact: "x", count: 1 }, "many", "kernel.not_a_list at facts.x"],
  [{ kind: "at_least_count", fact: "x", count: 1 }, new Array(1), "kernel.missing at facts.x[0]"],
  [{ kind: "at_least_count", fact: "x", count: 1 }, ["a", null], "kernel.missing at facts.x[1]"],
  [{ kind: "score_at_least", fact: "x", min: "1" }, [], "kernel.not_a_record at facts.x"],
] as const)("%j of %j is a fault", (test, x, fault) => {
  expect(faultAt(() => ask(test as CriterionTest, { x }))).toBe(fault);
});

describe("a group", () => {
  const part = (fact: string): CriterionTest => ({ kind: "is_true", fact });

  test("keeps every part with its own finding, words where it has them", () => {
    const finding = ask(
      { kind: "at_least_n", n: 2, of: [part("a"), { ...part("b"), title: { en: "B", zh: "乙" } }, { kind: "none", of: [part("c")] }] },
      { a: true, c: false },
    );
    expect(finding.status).toBe("met");
    expect(finding.params).toStrictEqual({ kind: "at_least_n", actual: 2, required: 2, of: 3 });
    expect(finding.parts).toStrictEqual([
      { code: "engine.criterion.is_true", status: "met", params: { kind: "is_true", fact: "a", actual: true, required: true } },
      {
        code: "engine.criterion.is_true",
        words: { en: "B", zh: "乙" },
        status: "unknown",
        params: { kind: "is_true", fact: "b", required: true },
        missing: ["b"],
      },
      {
        code: "engine.criterion.none",
        status: "met",
        params: { kind: "none", actual: 0, required: 0, of: 1 },
        parts: [
          { code: "engine.criterion.is_true", status: "unmet", params: { kind: "is_true", fact: "c", actual: false, required: true } },
        ],
      },
    ]);
  });

  test("the negation of unknown is unknown: a missing fact admits nobody", () => {
    const notLate: CriterionTest = { kind: "none", of: [{ kind: "min", fact: "lateDays", min: "30" }] };
    expect(status(notLate, { lateDays: "29" })).toBe("met");
    expect(status(notLate, { lateDays: "30" })).toBe("unmet");
    expect(status(notLate, {})).toBe("unknown");
    expect(status({ kind: "none", of: [notLate] }, {})).toBe("unknown");
  });
});
