import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import type { IncentiveProgramme, ProgrammeMeasure } from "qudao/incentives";
import { type RoundingMode, renderMessage } from "qudao/kernel";
import { accumulate, openAccumulator, type SettlementFacts, settle, traceLine } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const asOf = "2025-01-01";
const open = (...programmes: readonly IncentiveProgramme[]) => openAccumulator(policyOf({ programmes }));

/** What each window earns, or why it is not known. */
function earned(programme: IncentiveProgramme, lines: readonly SaleLine[], facts: Partial<SettlementFacts> = {}) {
  const accumulator = open(programme);
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  const rows = settle(accumulator, { asOf, ...facts }).statements[0]?.lines ?? [];
  return rows.map((row) => [row.window.id, row.earned?.amount ?? row.problem?.code]);
}

const reasons = (programme: IncentiveProgramme, line: SaleLine) =>
  traceLine(line, open(programme))[0]?.reasons.map((reason) => [reason.code, renderMessage(reason, "en", catalogue)]);

describe("trigger", () => {
  const ordered = lineOf({ id: "O", event: "ordered", date: "2024-01-10", amount: "1000.00" });
  const invoiced = lineOf({ id: "I", event: "invoiced", date: "2024-02-10", amount: "1000.00" });
  const paid = lineOf({ id: "P", event: "paid", date: "2024-04-10", amount: "1000.00" });

  test("complaint 11: one sale, and each programme counts it once, on the day of its own event", () => {
    const sale = [ordered, invoiced, paid];
    expect(earned(programmeOf({ trigger: "ordered" }), sale)).toStrictEqual([["2024-Q1", "20.00"]]);
    expect(earned(programmeOf({ trigger: "invoiced" }), sale)).toStrictEqual([["2024-Q1", "20.00"]]);
    expect(earned(programmeOf({ trigger: "paid" }), sale)).toStrictEqual([["2024-Q2", "20.00"]]);
    expect(earned(programmeOf({ trigger: "delivered" }), sale)).toStrictEqual([]);
    expect(earned(programmeOf(), sale)).toStrictEqual([]);
    expect(earned(programmeOf(), [lineOf({ amount: "1000.00" }), ...sale])).toStrictEqual([["2024-Q1", "20.00"]]);
  });

  test("complaint 43: every instalment earns when it is received, not only the last one", () => {
    const instalments = ["2024-02-01", "2024-05-01", "2024-08-01"].map((date, i) =>
      lineOf({ id: `R${i}`, event: "received", date, amount: "400.00", quantity: 0 }),
    );
    expect(earned(programmeOf({ trigger: "received" }), instalments)).toStrictEqual([
      ["2024-Q1", "4.00"],
      ["2024-Q2", "4.00"],
      ["2024-Q3", "4.00"],
    ]);
  });

  test("traceLine() says that a line does not count yet, and why another never will", () => {
    expect(reasons(programmeOf({ trigger: "paid" }), invoiced)).toStrictEqual([
      ["settlement.not_yet", "Not yet: the programme counts the event “paid in full”, and this line is of “invoiced”"],
    ]);
    expect(reasons(programmeOf({ trigger: "invoiced" }), paid)?.[0]?.[0]).toBe("settlement.other_event");
    expect(reasons(programmeOf({ trigger: "paid" }), lineOf())?.[0]?.[0]).toBe("settlement.event_missing");
    expect(reasons(programmeOf(), paid)?.[0]?.[0]).toBe("settlement.event_not_awaited");
    expect(reasons(programmeOf({ trigger: "paid" }), paid)?.[0]?.[0]).toBe("settlement.line_counts");
  });

  test("a line of an event that is none is refused, whatever the programmes ask for", () => {
    for (const programme of [programmeOf(), programmeOf({ trigger: "paid" })]) {
      const [rejected] = accumulate(open(programme), [lineOf({ event: "shipped" as never })]).rejected;
      expect(rejected?.problems.map(({ code, path }) => [code, path])).toStrictEqual([["entities.not_a_choice", "event"]]);
    }
  });
});

describe("scopes over the host's own attributes (complaint 8)", () => {
  const metro = lineOf({ id: "M", attributes: { project: "metro" }, amount: "100.00" });
  const port = lineOf({ id: "P", attributes: { project: "port" }, amount: "200.00" });
  const none = lineOf({ id: "N", amount: "400.00" });
  const scoped = (scope: IncentiveProgramme["scope"]) => programmeOf({ scope });

  test("complaint 8: scopes over any attribute: include takes the values of its list, exclude leaves them out, and a line without the attribute is in no list", () => {
    const amountOf = (scope: IncentiveProgramme["scope"]) => earned(scoped(scope), [metro, port, none])[0]?.[1];
    expect(amountOf({ include: { attributes: { project: ["metro"] } } })).toBe("1.00");
    expect(amountOf({ exclude: { attributes: { project: ["metro"] } } })).toBe("6.00");
    expect(amountOf({ include: { attributes: { project: ["metro", "port"], level: ["A"] } } })).toBeUndefined();
    expect(amountOf({})).toBe("7.00");
  });

  test("names of the language itself are attributes like any other", () => {
    const odd = lineOf({ id: "T", attributes: { toString: "x", constructor: "y" } as never, amount: "100.00" });
    const include = (name: string, value: string) => earned(scoped({ include: { attributes: { [name]: [value] } } }), [odd, none]);
    expect(include("toString", "x")).toStrictEqual([["2024-Q1", "1.00"]]);
    expect(include("hasOwnProperty", "x")).toStrictEqual([]);
  });

  test("traceLine() names the attribute", () => {
    expect(reasons(scoped({ include: { attributes: { project: ["metro"] } } }), port)?.[0]).toStrictEqual([
      "settlement.attribute_not_included",
      "The line is outside the programme: its project port is not in the list",
    ]);
    expect(reasons(scoped({ exclude: { attributes: { project: ["port"] } } }), port)?.[0]?.[0]).toBe("settlement.attribute_excluded");
  });

  test("attributes that are no texts are refused with their place", () => {
    const [rejected] = accumulate(open(programmeOf()), [lineOf({ attributes: { project: 1 } as never })]).rejected;
    expect(rejected?.problems.map(({ code, path }) => [code, path])).toStrictEqual([["entities.not_text", "attributes.project"]]);
  });
});

describe("the base with tax, and less what was taken off for paying in cash", () => {
  const withTax = programmeOf({
    measures: [{ name: "with_tax", of: "amount", scope: {}, taxRate: "0.13" }],
    payOn: { measure: "with_tax" },
    schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
  });

  test("table 1b: lines are net of tax; a measure with a tax rate pays on the amount with tax, returns likewise", () => {
    // (1000 − 100) × 1.13 × 10 %
    const lines = [lineOf({ amount: "1000.00" }), lineOf({ id: "R", amount: "100.00", kind: "return" })];
    expect(earned(withTax, lines)[0]).toStrictEqual(["2024-Q1", "101.70"]);
    expect(earned({ ...withTax, payOn: "qualifier" }, lines)[0]).toStrictEqual(["2024-Q1", "90.00"]);
  });

  test.each([
    ["1129.99", "11.30"],
    ["1130", "22.60"],
    ["1130.01", "11.30"],
  ])("a tier from %s picked by the amount with tax, 1130, pays %s", (from, want) => {
    const programme = programmeOf({
      ...withTax,
      qualifier: { kind: "measure", measure: "with_tax" },
      schedule: {
        method: "retroactive",
        unit: "CNY",
        boundary: from === "1129.99" ? "exceeds" : "reaches",
        tiers: [
          { from: "0", rate: "0.01" },
          { from: from === "1129.99" ? "1130" : from, rate: "0.02" },
        ],
      },
    });
    expect(earned(programme, [lineOf({ amount: "1000.00" })])[0]).toStrictEqual(["2024-Q1", want]);
  });

  test("table 1b: a cash discount lowers the base of a programme that counts receipts, and not of one that counts invoices", () => {
    const lines = [
      lineOf({ id: "I", event: "invoiced", amount: "1000.00" }),
      lineOf({ id: "M", event: "received", date: "2024-02-15", amount: "980.00" }), // 2 % for paying within 10 days
    ];
    const tenth = { schedule: withTax.schedule };
    expect(earned(programmeOf({ ...tenth, trigger: "invoiced" }), lines)[0]).toStrictEqual(["2024-Q1", "100.00"]);
    expect(earned(programmeOf({ ...tenth, trigger: "received" }), lines)[0]).toStrictEqual(["2024-Q1", "98.00"]);
  });
});

describe("the base with tax by the line's own rate, and less the cash discount that was taken (table 1b)", () => {
  const tenth = { schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] } } as const;
  const on = (measure: Partial<ProgrammeMeasure>) =>
    programmeOf({ ...tenth, measures: [{ name: "base", of: "amount", scope: {}, ...measure }], payOn: { measure: "base" } });
  const put = { lineTax: { kind: "put_on" } } as const;
  const off = (mode: RoundingMode = "half_up") => ({ lineTax: { kind: "taken_off", rounding: { decimals: 2, mode } } }) as const;
  const unknown = [["2024-Q1", "incentives.measure_missing"]];
  const mixed = [
    lineOf({ id: "A", amount: "1000.00", taxRate: "0.13" }),
    lineOf({ id: "B", amount: "200.00", taxRate: "0.09" }),
    lineOf({ id: "C", amount: "50.00", taxRate: "0.06" }),
    lineOf({ id: "D", amount: "7.00", taxRate: "0" }),
    lineOf({ id: "R", amount: "100.00", taxRate: "0.13", kind: "return" }),
  ];

  test("lines at 13, 9, 6 and 0 % each put on their own tax, and a return takes its own back", () => {
    // 1130 + 218 + 53 + 7 − 113 = 1295
    expect(earned(on(put), mixed)).toStrictEqual([["2024-Q1", "129.50"]]);
    expect(earned(on({ ...put, taxRate: "0.5" }), mixed)).toStrictEqual([["2024-Q1", "129.50"]]);
    // one rate for all is something else: (1000 + 200 + 50 + 7 − 100) × 1.13 = 1307.41
    expect(earned(on({ taxRate: "0.13" }), mixed)).toStrictEqual([["2024-Q1", "130.74"]]);
  });

  test("lines with tax in them are made net line by line, rounded as an invoice is", () => {
    // 1000 ÷ 1.13 = 884.9557…, 200 ÷ 1.09 = 183.4862…, 50 ÷ 1.06 = 47.1698…, 7, 100 ÷ 1.13 = 88.4955…
    expect(earned(on(off()), mixed)).toStrictEqual([["2024-Q1", "103.41"]]); // 884.96 + 183.49 + 47.17 + 7 − 88.50 = 1034.12
    expect(earned(on(off("down")), mixed)).toStrictEqual([["2024-Q1", "103.41"]]); // 884.95 + 183.48 + 47.16 + 7 − 88.49 = 1034.10
    const cents = (mode: RoundingMode) => earned(on(off(mode)), [lineOf({ amount: "110.00", taxRate: "0.13" })]); // 97.345…
    expect([cents("up"), cents("down")]).toStrictEqual([[["2024-Q1", "9.74"]], [["2024-Q1", "9.73"]]]); // 9.735 and 9.734
  });

  test("a tier is reached by what the invoices add up to, not by a quotient cut somewhere", () => {
    const programme = programmeOf({
      qualifier: { kind: "measure", measure: "base" },
      measures: [{ name: "base", of: "amount", scope: {}, ...off() }],
    });
    const at = (last: string) =>
      earned(programme, [lineOf({ amount: "1.00", taxRate: "0.13" }), lineOf({ id: "L2", amount: last, taxRate: "0.13" })]);
    // 1 ÷ 1.13 = 0.88; 1129 ÷ 1.13 = 999.12; together 1000.00, where 2 % begin
    expect(at("1128.99")).toStrictEqual([["2024-Q1", "10.00"]]); // 999.11
    expect(at("1129.00")).toStrictEqual([["2024-Q1", "20.00"]]);
    expect(at("1129.01")).toStrictEqual([["2024-Q1", "20.00"]]);
  });

  test("a line without a rate takes the programme's; with neither the base is not known, in any order of lines", () => {
    const bare = lineOf({ id: "E", amount: "10.00" });
    expect(earned(on({ ...put, taxRate: "0.5" }), [...mixed, bare])).toStrictEqual([["2024-Q1", "131.00"]]); // 1295 + 15
    expect(earned(on({ ...off(), taxRate: "0.25" }), [bare])).toStrictEqual([["2024-Q1", "0.80"]]);
    for (const measure of [put, off()]) {
      expect(earned(on(measure), [...mixed, bare])).toStrictEqual(unknown);
      expect(earned(on(measure), [bare, ...mixed])).toStrictEqual(unknown);
    }
    expect(earned(on({}), [...mixed, bare])).toStrictEqual([["2024-Q1", "116.70"]]); // a programme that does not ask does not care
  });

  test("the gross amount puts its tax on, too, and needs a unit price beside the rate", () => {
    const line = lineOf({ quantity: 3, unitPrice: "10.00", amount: "27.00", taxRate: "0.06" });
    expect(earned(on({ of: "gross", ...put }), [line])).toStrictEqual([["2024-Q1", "3.18"]]);
    expect(earned(on({ of: "gross", ...put }), [{ ...line, unitPrice: undefined }])).toStrictEqual(unknown);
  });

  test("the cash discount that was taken lowers the base on the day of the invoice, and a return takes back its part", () => {
    const less = on({ cashDiscount: "taken_off" });
    const lines = [
      lineOf({ id: "A", amount: "1000.00", cashDiscount: "20.00" }), // 2/10 net 30, taken
      lineOf({ id: "B", amount: "500.00", cashDiscount: "0" }), // not taken
      lineOf({ id: "R", amount: "100.00", cashDiscount: "2.00", kind: "return" }),
    ];
    expect(earned(less, lines)).toStrictEqual([["2024-Q1", "138.20"]]); // 980 + 500 − 98
    expect(earned(on({}), lines)).toStrictEqual([["2024-Q1", "140.00"]]);
    expect(earned(less, [...lines, lineOf({ id: "E" })])).toStrictEqual(unknown);
  });

  test("the discount comes off before tax, and off a margin before the cost", () => {
    const line = lineOf({ amount: "1000.00", cashDiscount: "20.00", taxRate: "0.13", cost: "900.00" });
    expect(earned(on({ ...put, cashDiscount: "taken_off" }), [line])).toStrictEqual([["2024-Q1", "110.74"]]); // 980 × 1.13
    expect(earned(on({ taxRate: "0.13", cashDiscount: "taken_off" }), [line])).toStrictEqual([["2024-Q1", "110.74"]]);
    expect(earned(on({ of: "margin", cashDiscount: "taken_off" }), [line])).toStrictEqual([["2024-Q1", "8.00"]]);
    const thin = { ...line, id: "T", cost: "990.00" };
    expect(earned(on({ of: "margin", cashDiscount: "taken_off" }), [line, thin])).toStrictEqual([["2024-Q1", "7.00"]]);
    expect(earned(on({ of: "margin_floored", cashDiscount: "taken_off" }), [line, thin])).toStrictEqual([["2024-Q1", "8.00"]]);
  });

  test.each([
    [{ taxRate: "-0.01" }, "entities.negative", "taxRate"],
    [{ taxRate: "13%" }, "entities.not_a_decimal", "taxRate"],
    [{ taxRate: 0.13 as never }, "entities.not_a_decimal", "taxRate"],
    [{ cashDiscount: "100.01" }, "entities.out_of_range", "cashDiscount"],
  ])("a line with %j is refused with %s at %s, in both languages, whether or not a programme reads it", (change, code, path) => {
    for (const programme of [programmeOf(), on({ ...put, cashDiscount: "taken_off" })]) {
      const [refused] = accumulate(open(programme), [lineOf(change)]).rejected;
      expect(refused?.problems.map((problem) => [problem.code, problem.path])).toStrictEqual([[code, path]]);
      expect(refused?.problems[0]?.text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(refused?.problems[0]?.text.en).toMatch(/^Cannot /);
    }
  });
});

describe("gates and measures over other lines", () => {
  const rebate = programmeOf({
    scope: { include: { productIds: ["B"] } },
    measures: [{ name: "bought_a", of: "quantity", scope: { include: { productIds: ["A"] } } }],
    gates: [{ code: "host.a", kind: "min", fact: "bought_a", min: "300", title: { en: "300 of A", zh: "A 满 300" } }],
  });
  const b = lineOf({ id: "B", productId: "B", amount: "500.00" });
  const a = (quantity: number, date = "2024-01-05") => lineOf({ id: `A${date}`, productId: "A", quantity, date, amount: "1.00" });

  test.each([
    [299, "0.00"],
    [300, "5.00"],
    [301, "5.00"],
  ])("complaint 4: with %d of A the rebate on B is %s", (quantity, want) => {
    expect(earned(rebate, [b, a(quantity)])[0]).toStrictEqual(["2024-Q1", want]);
  });

  test("a return of A takes the gate away again, and A of another window does not help", () => {
    expect(earned(rebate, [b, a(300), { ...a(1), id: "R", kind: "return" }])[0]).toStrictEqual(["2024-Q1", "0.00"]);
    expect(earned(rebate, [b, a(300, "2024-04-01")])[0]).toStrictEqual(["2024-Q1", "0.00"]);
  });

  test("what the host states opens a gate for one programme, one window or all, and what is not stated leaves the window open", () => {
    const programme = programmeOf({
      gates: [{ code: "host.enrolled", kind: "is_true", fact: "enrolled", title: { en: "Enrolled", zh: "已报名" } }],
    });
    const lines = [lineOf(), lineOf({ id: "L2", date: "2024-05-01" })];
    const facts = { enrolled: true };
    expect(earned(programme, lines)).toStrictEqual([
      ["2024-Q1", "incentives.gate_unknown"],
      ["2024-Q2", "incentives.gate_unknown"],
    ]);
    const stated = (row: object) => earned(programme, lines, { stated: [{ memberId: "A", facts, ...row }] }).map(([, amount]) => amount);
    expect(stated({})).toStrictEqual(["1.00", "1.00"]);
    expect(stated({ periodId: "2024-Q2" })).toStrictEqual(["incentives.gate_unknown", "1.00"]);
    expect(stated({ programmeId: "volume" })).toStrictEqual(["1.00", "1.00"]);
    expect(stated({ programmeId: "other" })).toStrictEqual(["incentives.gate_unknown", "incentives.gate_unknown"]);
    expect(stated({ memberId: "Z" })).toStrictEqual(["incentives.gate_unknown", "incentives.gate_unknown"]);
    const narrow = [
      { memberId: "A", facts },
      { memberId: "A", periodId: "2024-Q1", facts: { enrolled: false } },
    ];
    expect(earned(programme, lines, { stated: narrow }).map(([, amount]) => amount)).toStrictEqual(["0.00", "1.00"]);
    expect(faultAt(() => stated({ facts: [] }))).toBe("kernel.not_a_record at facts.stated[0].facts");
    expect(faultAt(() => earned(programme, lines, { stated: [narrow[0], narrow[0]] as never }))).toBe(
      "kernel.named_twice at facts.stated[1]",
    );
  });

  test("a gate is asked on the last day of its window, or on the day of the settlement while the window runs", () => {
    const programme = programmeOf({
      gates: [{ code: "host.cert", kind: "document_valid", fact: "papers", document: "fitter", title: { en: "Certified", zh: "持证" } }],
    });
    const papers = [{ kind: "fitter", validFrom: "2024-02-01", validTo: "2024-03-31" }];
    const on = (day: string) => earned(programme, [lineOf()], { asOf: day, stated: [{ memberId: "A", facts: { papers } }] })[0]?.[1];
    expect([on("2024-01-31"), on("2024-02-01"), on("2024-03-30"), on("2024-12-31")]).toStrictEqual(["0.00", "1.00", "1.00", "0.00"]);
  });
});

describe("margin", () => {
  const onMargin = (of: "margin" | "margin_floored") => programmeOf({ payOn: { measure: "m" }, measures: [{ name: "m", of, scope: {} }] });
  const good = lineOf({ id: "G", amount: "500.00", cost: "300.00" });
  const bad = lineOf({ id: "B", amount: "500.00", cost: "600.0000" });

  test("is the sum of amount less cost; floored, no line is below 0; a return takes its own margin back", () => {
    expect(earned(onMargin("margin"), [good, bad])).toStrictEqual([["2024-Q1", "2.00"]]); // 2 % of 200 − 100
    expect(earned(onMargin("margin_floored"), [good, bad])).toStrictEqual([["2024-Q1", "4.00"]]); // 2 % of 200
    const back = [good, bad].map((line) => ({ ...line, id: `R${line.id}`, kind: "return" as const }));
    for (const of of ["margin", "margin_floored"] as const) {
      expect(earned(onMargin(of), [good, bad, ...back])).toStrictEqual([["2024-Q1", "0.00"]]);
    }
  });

  test("is not known as soon as one line has no cost", () => {
    expect(earned(onMargin("margin"), [good, lineOf({ id: "N" })])).toStrictEqual([["2024-Q1", "incentives.measure_missing"]]);
  });

  test("is exact beyond the digits of a number", () => {
    const large = lineOf({ amount: "90071992547409920.000001", cost: "0.000001" });
    const programme = programmeOf({ ...onMargin("margin"), rounding: { decimals: 8, mode: "half_up" } });
    expect(earned(programme, [large])).toStrictEqual([["2024-Q1", "1801439850948198.40000000"]]);
  });
});

describe("baselines", () => {
  const growth = (baseline: unknown) =>
    programmeOf({ qualifier: { kind: "growth_amount", of: "amount", baseline, zeroBaseline: { kind: "not_eligible" } } as never });
  const lines = [
    lineOf({ id: "now", date: "2024-02-01", amount: "1000.00" }),
    lineOf({ id: "one", date: "2023-02-01", amount: "600.00" }),
    lineOf({ id: "two", date: "2022-02-01", amount: "400.00" }),
  ];

  test("a mixed one weighs the same window of several years before", () => {
    const years = [
      { back: 1, weight: "0.75" },
      { back: 2, weight: "0.25" },
    ];
    // 1000 − (450 + 100), 1 % of it
    expect(earned(growth({ kind: "mixed", years }), lines)).toStrictEqual([["2024-Q1", "4.50"]]);
    expect(earned(growth("prior_year"), lines)).toStrictEqual([["2024-Q1", "4.00"]]);
    expect(earned(growth({ kind: "fixed", value: "900" }), lines)[0]).toStrictEqual(["2024-Q1", "1.00"]);
  });
});

describe("returns and negative windows", () => {
  const sale = lineOf({ id: "S", date: "2024-02-01", amount: "1000.00" });
  const back = lineOf({ id: "R", date: "2024-05-01", originDate: "2024-02-01", amount: "200.00", kind: "return" });

  test("complaint 33: restated, a return takes the tier away in the window of its sale", () => {
    expect(earned(programmeOf(), [sale, back])).toStrictEqual([
      ["2024-Q1", "20.00"],
      ["2024-Q2", "0.00"],
    ]);
    expect(earned(programmeOf({ returns: "restate" }), [sale, back])).toStrictEqual([["2024-Q1", "8.00"]]);
    expect(earned(programmeOf({ returns: "ignore" }), [sale, back])).toStrictEqual([["2024-Q1", "20.00"]]);
    const alone = { ...back, originDate: undefined };
    expect(earned(programmeOf({ returns: "restate" }), [sale, alone])).toStrictEqual([
      ["2024-Q1", "20.00"],
      ["2024-Q2", "0.00"],
    ]);
    expect(traceLine(back, open(programmeOf({ returns: "restate" })))[0]?.windowIds).toStrictEqual(["2024-Q1"]);
    expect(traceLine(back, open(programmeOf({ returns: "ignore" })))[0]?.reasons[0]?.code).toBe("settlement.return_ignored");
  });

  test("carried forward, money that came back without goods is taken off once, and never owed before", () => {
    const pieces = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      payOn: "amount",
      negative: "carry_forward",
      schedule: { method: "retroactive", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "0.02" }] },
    });
    const lines = [
      lineOf({ id: "S1", date: "2024-02-01", amount: "0", quantity: 3 }),
      lineOf({ id: "C1", date: "2024-02-02", amount: "100", quantity: 0, kind: "return" }),
      lineOf({ id: "S2", date: "2024-05-01", amount: "300", quantity: 1 }),
    ];
    // −100 in the first quarter; 300 − 100 = 200 in the second, at 2 %
    expect(earned(pieces, lines)).toStrictEqual([
      ["2024-Q1", "0.00"],
      ["2024-Q2", "4.00"],
    ]);
  });

  test("carried forward, what more came back is taken off the windows that follow until it is gone", () => {
    const lines = [
      lineOf({ id: "R", date: "2024-02-01", amount: "500.00", kind: "return" }),
      lineOf({ id: "S2", date: "2024-05-01", amount: "300.00" }),
      lineOf({ id: "S3", date: "2024-08-01", amount: "1200.00" }),
      lineOf({ id: "S4", date: "2024-11-01", amount: "100.00" }),
    ];
    // −500; 300 − 500 = −200; 1200 − 200 = 1000 at 2 %; 100 at 1 %
    expect(earned(programmeOf({ negative: "carry_forward" }), lines).map(([, amount]) => amount)).toStrictEqual([
      "0.00",
      "0.00",
      "20.00",
      "1.00",
    ]);
    expect(earned(programmeOf({ negative: "recover" }), lines).map(([, amount]) => amount)).toStrictEqual([
      "-5.00",
      "3.00",
      "24.00",
      "1.00",
    ]);
    expect(earned(programmeOf(), lines).map(([, amount]) => amount)).toStrictEqual(["0.00", "3.00", "24.00", "1.00"]);
    const accumulator = open(programmeOf({ negative: "carry_forward" }));
    accumulate(accumulator, lines);
    const rows = settle(accumulator, { asOf }).statements[0]?.lines ?? [];
    expect(rows.map(({ carried }) => carried?.amount)).toStrictEqual([undefined, "-500", "-200", undefined]);
  });

  test("a refundable cap pays in later windows what it withheld, also in one without a line", () => {
    const programme = programmeOf({ limits: [{ kind: "payment_cap", amount: "15", refundable: true }] });
    expect(earned(programme, [lineOf({ date: "2024-02-01", amount: "1000.00" }), lineOf({ id: "L2", date: "2024-12-01" })])).toStrictEqual([
      ["2024-Q1", "15.00"],
      ["2024-Q2", "5.00"],
      ["2024-Q4", "1.00"],
    ]);
  });

  test("a floor above 0 is a guarantee: it is settled for an earner who sold nothing", () => {
    const programme = programmeOf({ limits: [{ kind: "payment_floor", amount: "9" }] });
    expect(earned(programme, []).map(([, amount]) => amount)).toStrictEqual(["9.00", "9.00", "9.00", "9.00"]);
    expect(earned(programmeOf({ ...programme, earner: { memberIds: ["B"] } }), [])).toStrictEqual([]);
    // one for whoever reaches a tier is none: nothing sold is nothing earned, and what stays within 500 is free
    const reached = programmeOf({
      schedule: { method: "excess_only", unit: "CNY", boundary: "exceeds", tiers: [{ from: "500", rate: "0.015", amount: "2" }] },
      limits: [{ kind: "payment_floor", amount: "9", whereReached: true }],
    });
    expect(earned(reached, [])).toStrictEqual([]);
    const lines = [lineOf({ amount: "500.00" }), lineOf({ id: "L2", date: "2024-05-01", amount: "501.00" })];
    expect(earned(reached, lines)).toStrictEqual([
      ["2024-Q1", "0.00"],
      ["2024-Q2", "9.00"],
    ]);
  });
});

describe("what programmes without optional parts do", () => {
  test("is the same beside a programme that has them all", () => {
    const lines = [
      lineOf({ amount: "1000.00" }),
      lineOf({ id: "R", amount: "100.00", kind: "return", originDate: "2024-01-01", cost: "7" }),
    ];
    const special = programmeOf({ id: "special", returns: "ignore", measures: [{ name: "m", of: "margin", scope: {} }] });
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf(), special], members: [dealer] }));
    accumulate(accumulator, lines);
    const rows = settle(accumulator, { asOf }).statements[0]?.lines ?? [];
    expect(rows.map(({ programmeId, earned: money }) => [programmeId, money?.amount])).toStrictEqual([
      ["volume", "9.00"],
      ["special", "20.00"],
    ]);
  });
});
