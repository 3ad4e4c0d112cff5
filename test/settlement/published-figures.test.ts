/**
 * Figures that others have printed for the methods that this library has, each worked by hand from the rules printed beside it. Those that
 * stand in the test of one verb are not repeated here.
 */
import { evaluateTiers, type TierSchedule } from "qudao/engine";
import { attributeIncentive, combineIncentives, computeIncentive, type IncentiveProgramme, type StackingPolicy } from "qudao/incentives";
import { prorateAmount, sumDecimals } from "qudao/kernel";
import { accumulate, type EarnedLine, openAccumulator, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrue, earnedLine, statementOf } from "../support/accounts.js";
import { lineOf, policyOf, programmeOf } from "../support/settlement.js";

const table = (method: "graduated" | "retroactive" | "rolling_sum" | "total_sum", ...rows: readonly (readonly [string, string])[]) =>
  ({ method, unit: "CNY", boundary: "reaches", tiers: rows.map(([from, rate]) => ({ from, rate })) }) as const satisfies TierSchedule;
const earned = (programme: IncentiveProgramme, amount: string, quantity = "0") => {
  const answer = computeIncentive({ amount, quantity }, programme);
  return answer.ok ? answer.value.outcome.earned.amount : answer.problem.code;
};

// Microsoft, Dynamics 365 Supply Chain Management, "Rebate management deals", calculation methods: 10 % up to 1,000, 25 % up to 2,500, 2,000 sold
test.each([
  ["graduated", "350"], // "stepped": 100 + 250
  ["retroactive", "500"], // "cumulative": 25 % of 2,000
  ["rolling_sum", "600"], // "rolling": 100 + 500
  ["total_sum", "700"], // "total": 200 + 500
] as const)("Dynamics 365: 2,000 in two tiers, %s, earn %s", (method, want) => {
  expect(evaluateTiers({ qualifier: "2000" }, table(method, ["0", "0.1"], ["1000", "0.25"])).outcome.earned).toBe(want);
});

describe("Oracle Incentive Compensation, six transactions of one quarter, each split over the tiers by itself", () => {
  const sold = ["200", "300", "1500", "1200", "2000", "4500"];
  const each = (schedule: TierSchedule) => sold.map((qualifier) => evaluateTiers({ qualifier }, schedule).outcome.earned);

  // "Examples of Calculating Earnings Using Step Rates": 1, 2, 3, 5 % from 0, 1,000, 3,000, 8,000
  const steps = table("graduated", ["0", "0.01"], ["1000", "0.02"], ["3000", "0.03"], ["8000", "0.05"]);
  test("at step rates they earn 2, 3, 20, 14, 30 and 95: 164", () => {
    expect(each(steps)).toStrictEqual(["2", "3", "20", "14", "30", "95"]);
    expect(sumDecimals(each(steps))).toBe("164");
  });

  // "Examples of Calculating Earnings Using Interpolated Rates": 10, 40, 100, 2,000 for completing the tiers up to 20,000
  test("at interpolated rates they earn 2, 3, 20, 14, 30 and 80: 149", () => {
    const amounts = [
      ["0", "10"],
      ["1000", "40"],
      ["3000", "100"],
      ["8000", "2000"],
    ] as const;
    const tiers = amounts.map(([from, amount], i) => ({ from, amount, ...(i === 3 && { to: "20000" }) }));
    const schedule = { method: "interpolated", unit: "USD", boundary: "reaches", tiers } as const;
    expect(each(schedule)).toStrictEqual(["2", "3", "20", "14", "30", "80"]);
    expect(sumDecimals(each(schedule))).toBe("149");
  });

  // accumulated over the quarter the same 9,700 are in higher tiers: 10 + 40 + 150 + 5 % of 1,700; which of the two is meant is the window's to say
  test("settled as one quarter they earn 285", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ schedule: steps })] }));
    accumulate(
      accumulator,
      sold.map((amount, i) => lineOf({ id: `T${i}`, date: "2024-02-01", amount })),
    );
    expect(settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.lines.map((line) => line.earned?.amount)).toStrictEqual(["285.00"]);
  });
});

// Salesforce Spiff, "Use Marginal Payout Rule Functions": 4 % to 150,000, 6 % to 250,000, 8 % beyond; 20,000 after 145,000 earn 200 + 900
test("Salesforce Spiff: the deal that passes a tier earns 1,100, of which 5,000 at the lower rate", () => {
  const programme = programmeOf({ schedule: table("graduated", ["0", "0.04"], ["150000", "0.06"], ["250000", "0.08"]) });
  const line = (id: string, date: string, amount: string) => ({ id, date, amount, quantity: "1" });
  const lines = [line("before", "2024-01-10", "145000"), line("deal", "2024-02-10", "20000")];
  const answer = attributeIncentive({ lines }, { programme, sliceValue: "average" });
  expect(answer.ok && answer.value.outcome.lines.map(({ id, earned: part }) => [id, part.amount])).toStrictEqual([
    ["before", "5800.00"],
    ["deal", "1100.00"],
  ]);
});

describe("Lago, where a row has a rate and a fixed amount", () => {
  // documentation of the model "graduated percentage": 1 % and 200 to 1,000, 2 % and 300 to 10,000, 3 % and 400 beyond; 1,000 is still the first tier
  test("500, 550 and 4,000 one after another earn 205, 306 and 80", () => {
    const tiers = [
      { from: "0", rate: "0.01", amount: "200" },
      { from: "1000", rate: "0.02", amount: "300" },
      { from: "10000", rate: "0.03", amount: "400" },
    ];
    const programme = programmeOf({ schedule: { method: "graduated", unit: "CNY", boundary: "exceeds", tiers } });
    const lines = ["500", "550", "4000"].map((amount, i) => ({ id: `T${i}`, date: `2024-02-0${i + 1}`, amount, quantity: "1" }));
    const answer = attributeIncentive({ lines }, { programme, sliceValue: "average" });
    expect(answer.ok && answer.value.outcome.lines.map(({ earned: part }) => part.amount)).toStrictEqual(["205.00", "306.00", "80.00"]);
  });

  // its test of the model "volume": 2 each and 10 up to 100 units, 1 each beyond
  test("100 units come to 210, and 101 to 101", () => {
    const tiers = [
      { from: "0", rate: "2", amount: "10" },
      { from: "100", rate: "1" },
    ];
    const schedule = { method: "retroactive", unit: "piece", boundary: "exceeds", tiers } as const;
    expect(["100", "101"].map((qualifier) => evaluateTiers({ qualifier }, schedule).outcome.earned)).toStrictEqual(["210", "101"]);
  });

  // its prorated models: whole units fill the tiers, and each is priced by the part of the month that it was there; 10 each for 5, 5 each beyond
  describe("where units are there for a part of the month", () => {
    const tiers = [
      { from: "0", rate: "10" },
      { from: "5", rate: "5" },
    ];
    const schedule = { unit: "piece", boundary: "exceeds", tiers } as const;

    test("3 for all of it and 4 for half are 30 and 15: 2 of the 4 are still in the first tier", () => {
      const programme = programmeOf({
        qualifier: { kind: "quantity", unit: "piece" },
        payOn: "amount",
        schedule: { ...schedule, method: "graduated" },
      });
      const lines = [
        { id: "all", date: "2024-01-01", quantity: "3", amount: "3" },
        { id: "half", date: "2024-01-16", quantity: "4", amount: "2" },
      ];
      const answer = attributeIncentive({ lines }, { programme, sliceValue: "own" });
      expect(answer.ok && answer.value.outcome.lines.map(({ earned: part }) => part.amount)).toStrictEqual(["30.00", "15.00"]);
    });

    test.each([
      ["4", "40"],
      ["5", "40"],
      ["6", "20"],
    ])("%s whole units pick the tier at which 4 prorated ones are %s", (qualifier, want) => {
      expect(evaluateTiers({ qualifier, measure: "4" }, { ...schedule, method: "retroactive" }).outcome.earned).toBe(want);
    });
  });
});

describe("accounting for discounts that are not known yet: what is expected is accrued on what is sold", () => {
  const year = { id: "2024", start: "2024-01-01", end: "2025-01-01" };
  const line = (amount: string, payable: string): EarnedLine => earnedLine(payable, { window: year, amount, quantity: "1" });
  /** List price less what is accrued: revenue to date. */
  const revenue = (asOf: string, soldAtList: string, expectedAtList: string, discount: string) => {
    const run = accrue({ asOf, statements: statementOf(line(soldAtList, "0")), expected: statementOf(line(expectedAtList, discount)) });
    return sumDecimals([soldAtList, `-${run.earnings[0]?.expected}`]);
  };

  // IFRS Buddy, "IFRS 15 transaction price worked example": 480 for a laptop, 432 for all of them where a year brings more than 600
  test("IFRS 15: 75 laptops are 36,000; 225 more, with more than 600 expected, are 93,600 and not 108,000", () => {
    const laptops = programmeOf({
      qualifier: { kind: "quantity", unit: "piece" },
      schedule: { ...table("retroactive", ["0", "0"], ["600", "48"]), unit: "piece", boundary: "exceeds" },
    });
    expect([earned(laptops, "288000", "600"), earned(laptops, "336000", "700")]).toStrictEqual(["0.00", "33600.00"]);
    const first = revenue("2024-03-31", "36000", "240000", "0"); // 500 expected
    const second = revenue("2024-06-30", "144000", "336000", "33600"); // 300 sold, 700 expected
    expect([first, sumDecimals([second, `-${first}`])]).toStrictEqual(["36000", "93600"]);
  });

  // BDO Australia, "IFRS 15 for the retail industry": boxes at 10, 9 from 100,000 on, 8 from 200,000 on; 150,000 expected, 30,000 sold.
  // Printed is 290,100, which is 30,000 × 9.67, a price that was rounded before it was multiplied; 1,450,000 ÷ 150,000 × 30,000 is 290,000.
  test("IFRS 15: 30,000 boxes are 290,000, the average price rounded nowhere", () => {
    const boxes = programmeOf({
      qualifier: { kind: "quantity", unit: "box" },
      schedule: { ...table("graduated", ["0", "0"], ["100000", "1"], ["200000", "2"]), unit: "box" },
    });
    expect(earned(boxes, "1500000", "150000")).toBe("50000.00");
    expect(revenue("2024-06-30", "300000", "1500000", "50000")).toBe("290000");
  });
});

describe("Dynamics 365, rebate reduction principles: four deals of 10, 15, 20 and 25 % on one line of 1,000", () => {
  // Deal 1 is reduced by nobody and reduces; deal 2 neither; deals 3 and 4 are reduced by what was processed before them, and reduce. The page
  // names deal 2 in the formula of deal 4 once; only deals 1 and 3 give the 180 that it prints.
  const rates = ["0.1", "0.15", "0.2", "0.25"];
  const reduces = [1, 3, 4];
  const reduced = [3, 4];
  const deal = (n: number) => programmeOf({ id: `D${n}`, schedule: table("graduated", ["0", rates[n - 1] as string]) });
  const policyFor = (order: readonly number[]): StackingPolicy => ({
    groups: order.map((n, i) => {
      const reducedBy = reduced.includes(n) ? order.slice(0, i).filter((before) => reduces.includes(before)) : [];
      return { id: `G${n}`, priority: i + 1, combine: "add", reducedBy: reducedBy.map((before) => `G${before}`), excludes: [] };
    }),
    members: order.map((n) => ({ programmeId: `D${n}`, groupId: `G${n}`, priority: 1 })),
  });

  test.each([
    [[1, 2, 3, 4], ["100.00", "150.00", "180.00", "180.00"], "610"],
    [[4, 3, 2, 1], ["250.00", "150.00", "150.00", "100.00"], "650"],
    [[3, 2, 1, 4], ["200.00", "150.00", "100.00", "175.00"], "625"],
    [[2, 4, 1, 3], ["150.00", "250.00", "100.00", "130.00"], "630"],
  ])("declared in the order %j they earn %j, %s in all, in whatever order the file lists them", (order, each, total) => {
    const policy = policyFor(order);
    const lines = [{ id: "L1", amount: "1000", quantity: "1" }];
    const candidates = [3, 1, 4, 2].map((n) => ({ programme: deal(n), lineIds: ["L1"] }));
    const answer = combineIncentives({ lines, candidates }, policy);
    expect(answer.ok && answer.value.outcome.incentives.map((one) => one.earned.amount)).toStrictEqual(each);
    expect(answer.ok && answer.value.outcome.total.amount).toBe(total);

    const programmes = [2, 4, 3, 1].map((n) => ({ ...deal(n), stacking: { groupId: `G${n}`, priority: 1 } }));
    const accumulator = openAccumulator(policyOf({ programmes, stacking: policy.groups }));
    accumulate(accumulator, [lineOf({ amount: "1000" })]);
    const settled = settle(accumulator, { asOf: "2025-01-01" }).statements[0]?.lines ?? [];
    expect(order.map((n) => settled.find(({ programmeId }) => programmeId === `D${n}`)?.earned?.amount)).toStrictEqual(each);
  });
});

// Quick Base community, "Formula to Prorate a Quota": 100,000 a year, 20 % in each of three quarters and 40 % in the last, begun on 1 March
test("a quota by quarter weights from March on is 6,667 + 20,000 + 20,000 + 40,000: 86,667", () => {
  const quarter = (month: number) => ({
    start: `2019-${String(month).padStart(2, "0")}-01`,
    end: month === 10 ? "2020-01-01" : `2019-${String(month + 3).padStart(2, "0")}-01`,
  });
  const served = { start: "2019-03-01", end: "2020-01-01" };
  const cut = ([month, amount]: readonly [number, string]) =>
    prorateAmount({ amount, part: served, whole: quarter(month) }, { by: "whole_months", rounding: { decimals: 0, mode: "half_up" } })
      .outcome;
  const quotas = (
    [
      [1, "20000"],
      [4, "20000"],
      [7, "20000"],
      [10, "40000"],
    ] as const
  ).map(cut);
  expect(quotas).toStrictEqual(["6667", "20000", "20000", "40000"]);
  expect(sumDecimals(quotas)).toBe("86667");
});
