import { catalogue } from "qudao/i18n";
import { checkProgramme, computeIncentive, type IncentiveFacts, type IncentiveProgramme, lintProgramme } from "qudao/incentives";
import { type Message, renderMessage } from "qudao/kernel";
import { parseIncentiveProgramme } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

const title = { en: "Enough of A", zh: "A 产品达标" };
const enoughA = { code: "host.enough_a", kind: "min" as const, fact: "bought_a", min: "300", title };
const score = { code: "host.score", kind: "min" as const, fact: "score", min: "80", title: { en: "Score of 80", zh: "评分 80" } };
const certified = {
  code: "host.certified",
  kind: "document_valid" as const,
  fact: "certificates",
  document: "fitter",
  title: { en: "Certified", zh: "持证" },
};
const bought = { name: "bought_a", of: "quantity", scope: { include: { productIds: ["A"] } }, unit: "piece" } as const;

/** 5 for each piece of B. */
const rebateOnB = programmeOf({
  scope: { include: { productIds: ["B"] } },
  qualifier: { kind: "quantity", unit: "piece" },
  schedule: { method: "graduated", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "5" }] },
  limits: [{ kind: "qualifier_cap", value: "100" }],
  measures: [bought],
  gates: [enoughA],
});
const answerOf = (facts: IncentiveFacts, programme: IncentiveProgramme) => {
  const answer = computeIncentive(facts, programme);
  if (answer.ok) expectPlain(answer.value);
  return answer.ok ? answer.value.outcome : answer.problem;
};
const earnedOf = (facts: IncentiveFacts, programme: IncentiveProgramme) => {
  const outcome = answerOf(facts, programme);
  return "earned" in outcome ? outcome.earned.amount : outcome.code;
};
const day = { asOf: "2024-03-31" };

describe("gates", () => {
  // complaint 4: a rebate on B only if 300 of A were bought, for at most 100 of B
  test.each([
    ["299", "120", "0.00", "unmet"],
    ["300", "120", "500.00", "met"],
    ["301", "99", "495.00", "met"],
  ])("complaint 4: %s of A and %s of B earn %s", (a, b, earned, gates) => {
    const outcome = answerOf({ amount: "1", quantity: b, measures: { bought_a: a }, ...day }, rebateOnB);
    expect(outcome).toMatchObject({ earned: { amount: earned }, gates });
  });

  test("a gate that cannot be told is a problem, never a pass and never a 0; one that fails decides", () => {
    const two = { ...rebateOnB, gates: [enoughA, score] };
    const facts = { amount: "1", quantity: "10", ...day };
    const unknown = answerOf(facts, two) as Message;
    expect(unknown).toStrictEqual({
      code: "incentives.gate_unknown",
      params: { gates: ["host.enough_a", "host.score"], conditions: [enoughA.title, score.title], missing: ["bought_a", "score"] },
    });
    expect((["en", "zh"] as const).map((language) => renderMessage(unknown, language, catalogue))).toStrictEqual([
      "Cannot tell whether these conditions hold: Enough of A, Score of 80; not known: bought_a, score",
      "无法判断门槛条件是否满足：A 产品达标、评分 80；缺少：bought_a、score",
    ]);
    expect(earnedOf({ ...facts, measures: { bought_a: "299" } }, two)).toBe("0.00");
    expect(earnedOf({ ...facts, measures: { bought_a: "300" }, given: { score: "80" } }, two)).toBe("50.00");
    expect(earnedOf({ ...facts, measures: { bought_a: "300" }, given: { score: "79.9" } }, two)).toBe("0.00");
    expect(answerOf({ amount: "1", quantity: "10", measures: { bought_a: "300" } }, rebateOnB)).toStrictEqual({
      code: "incentives.fact_missing",
      params: { fact: "asOf" },
    });
  });

  test("what the host states never stands in for what is measured", () => {
    expect(earnedOf({ amount: "1", quantity: "10", given: { bought_a: "999" }, ...day }, rebateOnB)).toBe("incentives.gate_unknown");
  });

  test("a certificate counts while it is valid on the day of asking, the day it lapses no longer", () => {
    const programme = programmeOf({ gates: [certified] });
    const given = { certificates: [{ kind: "fitter", validFrom: "2024-01-01", validTo: "2024-03-31" }] };
    const on = (asOf: string) => earnedOf({ amount: "900", quantity: "1", given, asOf }, programme);
    expect([on("2024-03-30"), on("2024-03-31"), on("2023-12-31")]).toStrictEqual(["9.00", "0.00", "0.00"]);
  });

  test("no floor lifts what a failing gate leaves at 0, and an advisory gate decides nothing", () => {
    const limits = [{ kind: "payment_floor", amount: "20" }] as const;
    const facts = { amount: "900", quantity: "1", given: { score: "1" }, ...day };
    expect(earnedOf(facts, programmeOf({ gates: [score], limits }))).toBe("0.00");
    expect(earnedOf(facts, programmeOf({ gates: [{ ...score, weight: "advisory" }], limits }))).toBe("20.00");
  });
});

describe("qualifiers and what is paid on", () => {
  const tiers = [
    { from: "0", rate: "0" },
    { from: "0.25", rate: "0.02" },
  ];
  const share = programmeOf({
    qualifier: { kind: "share", measure: "brand", of: "category" },
    payOn: "amount",
    schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers },
    measures: [
      { name: "brand", of: "amount", scope: { include: { brandIds: ["B"] } } },
      { name: "category", of: "amount", scope: { include: { categoryIds: ["C"] } } },
    ],
  });

  test.each([
    ["249.99", "0.00"],
    ["250", "20.00"],
    ["250.01", "20.00"],
  ])("a share of a quarter is reached by %s of 1000: %s", (brand, earned) => {
    expect(earnedOf({ amount: "1000", quantity: "1", measures: { brand, category: "1000" } }, share)).toBe(earned);
  });

  test("without anything in the category there is no share, and nothing is earned; an unknown part is a problem", () => {
    expect(earnedOf({ amount: "1000", quantity: "1", measures: { brand: "0", category: "0" } }, share)).toBe("0.00");
    expect(answerOf({ amount: "1000", quantity: "1", measures: { brand: "9" } }, share)).toStrictEqual({
      code: "incentives.measure_missing",
      params: { measure: "category" },
    });
  });

  test.each([
    ["79.99", "0.00"],
    ["80", "30.00"],
    ["80.01", "30.00"],
  ])("a stated score of %s picks the tier: %s", (stated, earned) => {
    const steps = [
      { from: "0", rate: "0" },
      { from: "80", rate: "0.03" },
    ];
    const programme = programmeOf({
      qualifier: { kind: "given", fact: "score", unit: "points" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "points", boundary: "reaches", tiers: steps },
    });
    expect(earnedOf({ amount: "1000", quantity: "1", given: { score: stated } }, programme)).toBe(earned);
    expect(earnedOf({ amount: "1000", quantity: "1" }, programme)).toBe("incentives.fact_missing");
    expect(earnedOf({ amount: "1000", quantity: "1", given: { score: 80 } }, programme)).toBe("incentives.fact_not_a_figure");
  });

  test("margin is paid on while the net amount picks the tier", () => {
    const programme = programmeOf({ payOn: { measure: "margin" }, measures: [{ name: "margin", of: "margin", scope: {} }] });
    expect(earnedOf({ amount: "1000", quantity: "1", measures: { margin: "300" } }, programme)).toBe("6.00");
    expect(earnedOf({ amount: "999", quantity: "1", measures: { margin: "300" } }, programme)).toBe("3.00");
    expect(earnedOf({ amount: "999", quantity: "1" }, programme)).toBe("incentives.measure_missing");
  });

  test("a fixed baseline is the same for everybody, and nobody has to state it", () => {
    const programme = programmeOf({
      qualifier: { kind: "growth_amount", of: "amount", baseline: { kind: "fixed", value: "800" }, zeroBaseline: { kind: "not_eligible" } },
    });
    expect(earnedOf({ amount: "1000", quantity: "1" }, programme)).toBe("2.00");
    expect(earnedOf({ amount: "1000", quantity: "1", baseline: "1" }, programme)).toBe("2.00");
  });
});

describe("floors, refundable caps and negative windows", () => {
  const floor = (amount: string) => programmeOf({ limits: [{ kind: "payment_floor", amount }] });

  test("a floor lifts what is less, and leaves the rest", () => {
    const earned = (amount: string) => earnedOf({ amount, quantity: "1" }, floor("5"));
    expect([earned("0"), earned("499"), earned("500"), earned("501")]).toStrictEqual(["5.00", "5.00", "5.00", "5.01"]);
  });

  // 3.6: what is free is taken off before the percent, then percent plus fixed, then the least and the most; what is all free is not lifted
  test.each([
    ["499.99", "0.00"],
    ["500", "0.00"],
    ["500.01", "5.00"], // 0.00015 + 2 is lifted
    ["699.99", "5.00"],
    ["700", "5.00"], // 3 + 2
    ["800", "6.50"], // 4.5 + 2
    ["3699.99", "50.00"], // 47.99985 + 2 = 49.99985
    ["3700", "50.00"], // 48 + 2
    ["4000", "50.00"], // 52.5 + 2 is cut
  ])("500 free, then 1.5 %% and 2, at least 5 and at most 50: %s earns %s", (amount, want) => {
    const schedule = {
      method: "excess_only",
      unit: "CNY",
      boundary: "exceeds",
      tiers: [{ from: "500", rate: "0.015", amount: "2" }],
    } as const;
    const limits = [
      { kind: "payment_floor", amount: "5", whereReached: true },
      { kind: "payment_cap", amount: "50" },
    ] as const;
    expect(earnedOf({ amount, quantity: "1" }, programmeOf({ schedule, limits }))).toBe(want);
    // nothing sold is no tier that was reached, also where the first one begins at 0
    const first = (sold: string) => earnedOf({ amount: sold, quantity: "1" }, programmeOf({ limits: [limits[0]] }));
    expect([first("0"), first("0.01")]).toStrictEqual(["0.00", "5.00"]);
    // a floor for everybody lifts what is free, too
    const always = [{ kind: "payment_floor", amount: "5" }] as const;
    expect(earnedOf({ amount: "1", quantity: "1" }, programmeOf({ schedule, limits: always }))).toBe("5.00");
  });

  test("what more came back than was sold is owed like a sale is earned, and a floor below 0 limits it", () => {
    const recovers = programmeOf({ negative: "recover" });
    expect(answerOf({ amount: "-1200", quantity: "-1" }, recovers)).toMatchObject({ earned: { amount: "-24.00" }, tier: 2 });
    expect(earnedOf({ amount: "1200", quantity: "1" }, recovers)).toBe("24.00");
    expect(earnedOf({ amount: "-1200", quantity: "-1" }, { ...recovers, limits: [{ kind: "payment_floor", amount: "-10" }] })).toBe(
      "-10.00",
    );
    expect(earnedOf({ amount: "-1200", quantity: "-1" }, programmeOf())).toBe("0.00");
  });

  // 2 % of 1,200 are 24
  test.each([
    ["23.99", "23.99"],
    ["24", "24.00"],
    ["24.01", "24.00"],
    ["0", "0.00"],
  ])("complaint 13: what was earned up to a cap of %s, %s, is all that is owed when it comes back", (amount, want) => {
    const capped = programmeOf({ negative: "recover", limits: [{ kind: "payment_cap", amount }] });
    expect(earnedOf({ amount: "1200", quantity: "1" }, capped)).toBe(want);
    expect(earnedOf({ amount: "-1200", quantity: "-1" }, capped)).toBe(want === "0.00" ? want : `-${want}`);
  });

  test("a refundable cap still holds the rest of the sale, which its return takes first: 14 withheld, 24 come back, 10 are owed", () => {
    const kept = programmeOf({ negative: "recover", limits: [{ kind: "payment_cap", amount: "10", refundable: true }] });
    expect(answerOf({ amount: "-1200", quantity: "-1", withheld: "14" }, kept)).toMatchObject({
      earned: { amount: "-10.00" },
      withheld: "0",
    });
  });

  // a credit note that takes off money and no goods, where goods pick the tier and money is paid on
  test("what is paid on counts as 0 below 0, and is owed only where it is recovered", () => {
    const pieces = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      payOn: "amount",
      schedule: { method: "retroactive", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "0.02" }] },
    });
    for (const negative of ["clamp_zero", "carry_forward"] as const) {
      const earned = (amount: string) => earnedOf({ amount, quantity: "3" }, { ...pieces, negative });
      expect([earned("-100"), earned("-0.01"), earned("0"), earned("100")]).toStrictEqual(["0.00", "0.00", "0.00", "2.00"]);
    }
    expect(earnedOf({ amount: "-100", quantity: "3" }, pieces)).toBe("0.00");
    expect(earnedOf({ amount: "-100", quantity: "3" }, { ...pieces, negative: "recover" })).toBe("-2.00");
    expect(earnedOf({ amount: "-100", quantity: "-3" }, { ...pieces, negative: "recover" })).toBe("-2.00");
  });

  test("a refundable cap keeps the rest for later, another forfeits it", () => {
    const cap = (refundable?: true) => programmeOf({ limits: [{ kind: "payment_cap", amount: "10", ...(refundable && { refundable }) }] });
    const first = answerOf({ amount: "1200", quantity: "1" }, cap(true)); // 24 of which 10 are paid
    expect(first).toMatchObject({ earned: { amount: "10.00" }, withheld: "14" });
    expect(answerOf({ amount: "300", quantity: "1", withheld: "14" }, cap(true))).toMatchObject({
      earned: { amount: "10.00" },
      withheld: "7",
    });
    expect(answerOf({ amount: "0", quantity: "0", withheld: "7" }, cap(true))).toMatchObject({ earned: { amount: "7.00" }, withheld: "0" });
    expect(answerOf({ amount: "1200", quantity: "1" }, cap())).not.toHaveProperty("withheld");
    // what an earlier version withheld is due under one whose own cap is not refundable, too, and is under that cap
    expect(answerOf({ amount: "300", quantity: "1", withheld: "4" }, cap())).toMatchObject({ earned: { amount: "7.00" }, withheld: "0" });
    expect(answerOf({ amount: "300", quantity: "1", withheld: "14" }, cap())).toMatchObject({ earned: { amount: "10.00" }, withheld: "0" });
  });
});

const capOf = (id: string) => ({ id, per: "member", most: "1", above: "kept" });
const spending = { amount: "1", how: "pro_rata", remainder: "contract_order", alertAt: "0.8" };

describe("checkProgramme() of the optional parts", () => {
  const faults = (changes: object) =>
    checkProgramme({ ...programmeOf(), ...changes } as IncentiveProgramme).map(({ code, path }) => [code, path]);

  test("finds nothing in a programme with all of them, and takes it frozen and through its schema", () => {
    const all = frozen(
      programmeOf({
        trigger: "paid",
        returns: "restate",
        negative: "carry_forward",
        measures: [bought],
        gates: [enoughA, { code: "host.one", kind: "any_of", title, of: [{ kind: "is_true", fact: "enrolled" }] }],
        stacking: { groupId: "G", priority: 1 },
        payout: { means: "sales_bonus", stages: [{ id: "all", share: "1" }], minimum: "0", payeeId: "X", dueDays: 0 },
        clawback: { kind: "share_of_earned", rate: "1" },
        caps: [{ id: "sale", per: "sale", most: "0", above: "kept" }],
        guarantee: { amount: "0", basis: "each_period", paidAt: "start", prorateBy: "months" },
        budget: { amount: "0", how: "pro_rata", remainder: "largest_fraction_first", alertAt: "1" },
        timetable: { accrueEvery: { kind: "calendar", unit: "month" }, settleEvery: { kind: "calendar", unit: "quarter" }, graceDays: 0 },
        scope: { include: { attributes: { project: ["metro"] } } },
        limits: [{ kind: "payment_cap", amount: "1", refundable: true }],
      }),
    );
    expect(checkProgramme(all)).toStrictEqual([]);
    expect(parseIncentiveProgramme(all)).toStrictEqual({ ok: true, value: all });
  });

  const rounding = { decimals: 2, mode: "half_up" };
  const taxed = (lineTax: unknown) => ({ measures: [{ name: "x", of: "amount", scope: {}, lineTax }] });

  test("accepts what a measure does with tax and cash discount, as its schema does", () => {
    for (const measure of [
      { of: "gross", lineTax: { kind: "put_on" }, taxRate: "0.13" },
      { of: "amount", lineTax: { kind: "taken_off", rounding }, cashDiscount: "taken_off" },
      { of: "margin_floored", cashDiscount: "taken_off" },
    ] as const) {
      const programme = programmeOf({ measures: [{ name: "x", scope: {}, ...measure }] as never });
      expect(checkProgramme(programme)).toStrictEqual([]);
      expect(parseIncentiveProgramme(programme)).toStrictEqual({ ok: true, value: programme });
    }
  });

  test.each<readonly [object, string, string]>([
    [{ trigger: "shipped" }, "kernel.not_a_choice", "trigger"],
    [{ returns: "never" }, "kernel.not_a_choice", "returns"],
    [{ negative: "forgive" }, "kernel.not_a_choice", "negative"],
    [{ scope: { include: { attributes: ["metro"] } } }, "kernel.not_a_record", "scope.include.attributes"],
    [{ scope: { exclude: { attributes: { project: [""] } } } }, "kernel.not_text", "scope.exclude.attributes.project[0]"],
    [{ measures: [{ name: "amount", of: "amount", scope: {} }] }, "kernel.named_twice", "measures[0].name"],
    [{ measures: [bought, bought] }, "kernel.named_twice", "measures[1].name"],
    [{ measures: [{ name: "x", of: "profit", scope: {} }] }, "kernel.not_a_choice", "measures[0].of"],
    [{ measures: [{ name: "x", of: "amount", scope: { product: [] } }] }, "kernel.not_a_choice", "measures[0].scope.product"],
    [{ measures: [{ name: "x", of: "amount", scope: {}, taxRate: "-0.01" }] }, "kernel.below_zero", "measures[0].taxRate"],
    [{ measures: [{ name: "x", of: "margin", scope: {}, taxRate: "0.13" }] }, "kernel.not_a_choice", "measures[0].of"],
    [{ measures: [{ name: "x", of: "margin", scope: {}, lineTax: { kind: "put_on" } }] }, "kernel.not_a_choice", "measures[0].of"],
    [taxed("put_on"), "kernel.not_a_choice", "measures[0].lineTax.kind"],
    [taxed(null), "kernel.not_a_choice", "measures[0].lineTax.kind"],
    [taxed({ kind: "put_on", rounding }), "kernel.not_a_choice", "measures[0].lineTax.rounding"],
    [taxed({ kind: "taken_off", rounding: null }), "kernel.not_a_record", "measures[0].lineTax.rounding"],
    [taxed({ kind: "taken_off", rounding: { ...rounding, decimals: 21 } }), "kernel.not_a_count", "measures[0].lineTax.rounding.decimals"],
    [taxed({ kind: "taken_off", rounding: { ...rounding, mode: "near" } }), "kernel.not_a_choice", "measures[0].lineTax.rounding.mode"],
    [{ measures: [{ name: "x", of: "amount", scope: {}, cashDiscount: true }] }, "kernel.not_a_choice", "measures[0].cashDiscount"],
    [{ measures: [{ name: "x", of: "gross", scope: {}, cashDiscount: "taken_off" }] }, "kernel.not_a_choice", "measures[0].of"],
    [{ payOn: { measure: "x" } }, "kernel.unknown_row", "payOn.measure"],
    [{ qualifier: { kind: "measure", measure: "x" } }, "kernel.unknown_row", "qualifier.measure"],
    [{ qualifier: { kind: "given", fact: "", unit: "CNY" } }, "kernel.not_text", "qualifier.fact"],
    [
      { qualifier: { kind: "measure", measure: "x" }, measures: [{ name: "x", of: "quantity", scope: {} }] },
      "incentives.measure_without_unit",
      "qualifier.measure",
    ],
    [{ gates: [enoughA, enoughA] }, "engine.rule_code_twice", "gates[1].code"],
    [{ gates: [{ ...enoughA, min: "many" }] }, "kernel.not_a_decimal", "gates[0].min"],
    [{ gates: {} }, "kernel.not_a_list", "gates"],
    [{ limits: [{ kind: "payment_cap", amount: "1", refundable: false }] }, "kernel.not_a_choice", "limits[0].refundable"],
    [{ limits: [{ kind: "payment_floor", amount: "much" }] }, "kernel.not_a_decimal", "limits[0].amount"],
    [{ stacking: { groupId: "G", priority: 0 } }, "kernel.not_a_count", "stacking.priority"],
    [{ clawback: { kind: "share_of_earned", rate: "1.01" } }, "kernel.outside_bounds", "clawback.rate"],
    [{ clawback: { kind: "all" } }, "kernel.not_a_choice", "clawback.kind"],
    [{ payout: { means: "m", minimum: "0", stages: [{ id: "a", share: "0.99" }] } }, "incentives.weights_not_whole", "payout.stages"],
    [{ payout: { means: "m", minimum: "-1", stages: [{ id: "a", share: "1" }] } }, "kernel.below_zero", "payout.minimum"],
    [{ caps: {} }, "kernel.not_a_list", "caps"],
    [{ caps: [{ id: "a", per: "year", most: "1", above: "kept" }] }, "kernel.not_a_choice", "caps[0].per"],
    [{ caps: [{ id: "a", per: "sale", most: "-0.01", above: "kept" }] }, "kernel.below_zero", "caps[0].most"],
    [{ caps: [capOf("a"), capOf("a")] }, "kernel.named_twice", "caps[1].id"],
    [{ guarantee: { amount: "1", basis: "cumulative", paidAt: "middle", prorateBy: "days" } }, "kernel.not_a_choice", "guarantee.paidAt"],
    [{ guarantee: { amount: 1, basis: "cumulative", paidAt: "end", prorateBy: "days" } }, "kernel.not_a_decimal", "guarantee.amount"],
    [{ budget: { ...spending, alertAt: "1.01" } }, "kernel.outside_bounds", "budget.alertAt"],
    [{ budget: { ...spending, how: "all" } }, "kernel.not_a_choice", "budget.how"],
    [{ budget: { ...spending, most: "1" } }, "kernel.not_a_choice", "budget.most"],
    [{ timetable: { accrueEvery: { kind: "calendar", unit: "day" }, graceDays: 0 } }, "kernel.not_a_choice", "timetable.accrueEvery.unit"],
    [{ timetable: { accrueEvery: { kind: "whole" }, graceDays: -1 } }, "kernel.not_a_count", "timetable.graceDays"],
    [
      { window: { kind: "rolling", length: { months: 12 }, step: "month" }, negative: "carry_forward" },
      "incentives.windows_overlap",
      "negative",
    ],
    [
      {
        negative: "recover",
        qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
      },
      "incentives.negative_measure",
      "negative",
    ],
    [
      {
        qualifier: {
          kind: "growth_amount",
          of: "amount",
          baseline: { kind: "mixed", years: [{ back: 1, weight: "0.5" }] },
          zeroBaseline: { kind: "not_eligible" },
        },
      },
      "incentives.weights_not_whole",
      "qualifier.baseline.years",
    ],
  ])("%j is a fault: %s at %s", (changes, code, path) => {
    expect(faults(changes)).toStrictEqual([[code, path]]);
    for (const fault of checkProgramme({ ...programmeOf(), ...changes } as IncentiveProgramme)) {
      for (const language of ["en", "zh"] as const) expect(renderMessage(fault, language, catalogue)).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe("lintProgramme() of the optional parts", () => {
  test("a cap below the programme's own floor is found", () => {
    const programme = programmeOf({
      limits: [
        { kind: "payment_cap", amount: "9" },
        { kind: "payment_floor", amount: "10" },
      ],
    });
    const answer = lintProgramme({ programme, others: [], stacked: [], products: [], reference: {} }, { leastJump: "1" });
    expect(answer.ok && answer.value.outcome.map(({ code, path }) => [code, path])).toStrictEqual([
      ["incentives.idle_cap", "schedule.tiers[1]"], // 1 % of 1000 is more than 9
      ["incentives.cap_below_guarantee", "limits[0]"],
    ]);
  });

  test("two programmes that declare their stacking are no double grant, and scopes over other attributes do not meet", () => {
    const other = programmeOf({ id: "other" });
    const grants = (programme: IncentiveProgramme, beside: IncentiveProgramme) => {
      const answer = lintProgramme({ programme, others: [beside], stacked: [], products: [], reference: {} }, { leastJump: "1" });
      return answer.ok && answer.value.outcome.map(({ code }) => code);
    };
    const stacking = { groupId: "G", priority: 1 };
    expect(grants(programmeOf(), other)).toStrictEqual(["incentives.double_grant"]);
    expect(grants(programmeOf({ stacking }), { ...other, stacking: { groupId: "G", priority: 2 } })).toStrictEqual([]);
    const project = (name: string) => ({ scope: { include: { attributes: { project: [name] } } } });
    expect(grants(programmeOf(project("metro")), { ...other, ...project("port") })).toStrictEqual([]);
    expect(grants(programmeOf(project("metro")), { ...other, ...project("metro") })).toStrictEqual(["incentives.double_grant"]);
  });

  test("tiers over a share are drawn at a base, and their cliff is found", () => {
    const programme = programmeOf({
      qualifier: { kind: "share", measure: "a", of: "b" },
      payOn: "amount",
      measures: [
        { name: "a", of: "amount", scope: {} },
        { name: "b", of: "amount", scope: {} },
      ],
      gates: [score],
      schedule: {
        method: "retroactive",
        unit: "ratio",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.02" },
          { from: "0.5", rate: "0.01" },
        ],
      },
    });
    const lint = (reference: object) => lintProgramme({ programme, others: [], stacked: [], products: [], reference }, { leastJump: "1" });
    expect(lint({})).toStrictEqual({ ok: false, problem: { code: "incentives.reference_missing", params: { field: "base" } } });
    const found = lint({ base: "1000" });
    expect(found.ok && found.value.outcome.map(({ code }) => code)).toStrictEqual(["incentives.cliff_for_good"]);
  });
});
