import fc from "fast-check";
import { computeIncentive, type IncentiveProgramme, type LintFacts, lintProgramme, type StackingGroup } from "qudao/incentives";
import { compareDecimals, type RollingPeriodRule } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { lines } from "../support/says.js";
import { programmeOf } from "../support/settlement.js";

const table = (rates: readonly (readonly [string, string])[], changes: object = {}): IncentiveProgramme["schedule"] => ({
  method: "retroactive",
  unit: "CNY",
  boundary: "reaches",
  tiers: rates.map(([from, rate]) => ({ from, rate })),
  ...changes,
});
const plain = table([["0", "0.01"]]);
const factsOf = (changes: Partial<LintFacts> = {}): LintFacts => ({
  programme: programmeOf({ schedule: plain }),
  others: [],
  stacked: [],
  products: [],
  reference: {},
  ...changes,
});
function lint(facts: LintFacts, leastJump = "1") {
  const answer = lintProgramme(frozen(facts), frozen({ leastJump }));
  if (!answer.ok) return answer.problem;
  expectPlain(answer.value);
  return answer.value.outcome.map(({ severity, code, path }) => `${severity} ${code.slice(11)} ${path}`.trim());
}
const linted = (changes: Partial<IncentiveProgramme>, leastJump?: string) => lint(factsOf({ programme: programmeOf(changes) }), leastJump);
const findings = (changes: Partial<IncentiveProgramme>) => {
  const answer = lintProgramme(factsOf({ programme: programmeOf(changes) }), { leastJump: "1" });
  return answer.ok ? answer.value.outcome.map(({ params }) => params) : [];
};

describe("lintProgramme()", () => {
  test("finds nothing in one flat tier", () => {
    expect(linted({ schedule: plain })).toStrictEqual([]);
  });

  test.each([
    ["CNY", 2, []],
    ["CNY", 3, ["warning finer_than_money rounding.decimals"]],
    ["JPY", 0, []],
    ["JPY", 1, ["warning finer_than_money rounding.decimals"]],
    ["KWD", 3, []],
    ["KWD", 4, ["warning finer_than_money rounding.decimals"]],
  ] as const)("%s rounded to %i places: %j", (currency, decimals, want) => {
    const rounding = { decimals, mode: "half_up" } as const;
    expect(linted({ currency, rounding, schedule: table([["0", "0.01"]], { unit: currency }) })).toStrictEqual(want);
  });

  test("pieces may be counted in any places", () => {
    const goods = { productId: "P2", unit: "kg" };
    expect(linted({ goods, rounding: { decimals: 3, mode: "floor" }, schedule: plain })).toStrictEqual([]);
  });

  test("a rate above 1 on money is a percentage somebody forgot to divide; on units it is money for each", () => {
    const rated = (rate: string, changes: Partial<IncentiveProgramme> = {}) =>
      lint(
        factsOf({
          programme: programmeOf({
            schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] },
            ...changes,
          }),
          reference: { base: "1", price: "1" },
        }),
      );
    const told = ["warning rate_above_one schedule.tiers[0].rate"];
    expect([rated("0.99"), rated("1"), rated("1.01"), rated("5")]).toStrictEqual([[], [], told, told]);
    expect(findings({ schedule: { ...plain, tiers: [{ from: "0", rate: "5" }] } as never })).toStrictEqual([{ tier: 1, rate: "5" }]);
    const piece = { method: "graduated", unit: "piece", boundary: "reaches", tiers: [{ from: "0", rate: "5" }] } as const;
    const units = { schedule: piece, qualifier: { kind: "quantity", unit: "piece" } } as const;
    expect(rated("5", units)).toStrictEqual([]);
    const margin = { name: "gain", of: "margin", scope: {} } as const;
    const pieces = { name: "units", of: "quantity", unit: "piece", scope: {} } as const;
    const measures = [margin, pieces];
    expect(rated("5", { measures, payOn: { measure: "gain" } })).toStrictEqual(told);
    expect(rated("5", { measures, payOn: { measure: "units" } })).toStrictEqual([]);
    expect(rated("5", { payOn: "quantity" })).toStrictEqual([]);
  });

  test("a cliff, and from where as much is earned again: 20 at 2 % below 1,000, 10 on it, 20 again at 2,000", () => {
    const schedule = table([
      ["0", "0.02"],
      ["1000", "0.01"],
    ]);
    expect(linted({ schedule })).toStrictEqual(["fault cliff schedule.tiers[1]"]);
    expect(findings({ schedule })).toStrictEqual([{ tier: 2, from: "1000", below: "20", above: "10", regained: "2000" }]);
    expect(
      linted({
        schedule: table([
          ["0", "0.02"],
          ["1000", "0.01"],
          ["1999.99", "0.03"],
        ]),
      }),
    ).toStrictEqual(["fault cliff_for_good schedule.tiers[1]"]);
  });

  test("a lump sum that falls, and the published volume example: 100 units earn 210, 101 earn 101", () => {
    const lumps = {
      method: "lump_sum",
      unit: "CNY",
      boundary: "reaches",
      tiers: [
        { from: "0", amount: "9" },
        { from: "10", amount: "4" },
      ],
    } as const;
    expect(linted({ schedule: lumps })).toStrictEqual(["fault cliff_for_good schedule.tiers[1]"]);
    expect(
      linted({
        schedule: table(
          [
            ["0", "2.1"],
            ["100", "1"],
          ],
          { boundary: "exceeds" },
        ),
      }),
    ).toStrictEqual(["warning rate_above_one schedule.tiers[0].rate", "fault cliff schedule.tiers[1]"]);
  });

  test("graduated never has a cliff, but a rate below 0 falls", () => {
    const rates = [
      ["0", "0.02"],
      ["1000", "0.01"],
    ] as const;
    expect(linted({ schedule: table(rates, { method: "graduated" }) })).toStrictEqual([]);
    expect(
      linted({
        schedule: table(
          [
            ["0", "0.02"],
            ["1000", "-0.01"],
          ],
          { method: "graduated" },
        ),
      }),
    ).toStrictEqual(["fault falling_tier schedule.tiers[1]"]);
  });

  test("a fixed amount beside the same rate is no duplicate where it is another one", () => {
    const fixed = (method: string, first: string | undefined, second: string | undefined) =>
      linted({
        schedule: {
          method,
          unit: "CNY",
          boundary: "reaches",
          tiers: [
            { from: "0", rate: "0.01", ...(first && { amount: first }) },
            { from: "1000", rate: "0.010", ...(second && { amount: second }) },
          ],
        } as never,
      });
    const duplicate = ["warning duplicate_tier schedule.tiers[1]"];
    // retroactive: that of the row reached replaces the other; graduated: it comes on top
    expect([fixed("retroactive", "5", "5.0"), fixed("retroactive", "5", "6")]).toStrictEqual([duplicate, []]);
    expect(fixed("retroactive", "5", undefined)).toStrictEqual(["fault cliff schedule.tiers[1]"]);
    expect([fixed("graduated", "5", "0"), fixed("graduated", "5", "5"), fixed("graduated", "5", undefined)]).toStrictEqual([
      duplicate,
      [],
      duplicate,
    ]);
    expect(fixed("graduated", undefined, "-5")).toStrictEqual(["fault cliff schedule.tiers[1]"]);
  });

  describe("a curve inside a tier", () => {
    const curved = (tiers: readonly object[], changes: object = {}) =>
      ({ method: "polynomial", unit: "CNY", boundary: "reaches", curve: "amount", tiers, ...changes }) as IncentiveProgramme["schedule"];
    const row = (from: string, ...coefficients: string[]) => ({ from, coefficients });

    test("that rises all the way has nothing, also where it stands still for a moment: x³ − 3x² + 3x", () => {
      expect(linted({ schedule: curved([row("0", "0", "0.01", "0.0001")]) })).toStrictEqual([]);
      expect(linted({ schedule: curved([row("0", "0", "3", "-3", "1")]) })).toStrictEqual([]);
    });

    test("that falls for good: 0.02·x − 0.00001·x² earns 10 at 1,000 and less and less beyond", () => {
      const schedule = curved([row("0", "0", "0.02", "-0.00001")]);
      expect(linted({ schedule })).toStrictEqual(["fault falling_curve_for_good schedule.tiers[0]"]);
      expect(findings({ schedule })).toStrictEqual([{ tier: 1, from: "1000", above: "10" }]);
    });

    test("that falls to the end of its tier: 10 at 1,000, 7.5 just below 1,500, where the next pays 10 again", () => {
      const schedule = curved([row("0", "0", "0.02", "-0.00001"), row("1500", "10")]);
      expect(linted({ schedule }, "0.1")).toStrictEqual(["fault falling_curve schedule.tiers[0]"]);
      expect(findings({ schedule })).toStrictEqual([{ tier: 1, from: "1000", above: "10", to: "1500", below: "7.5" }]);
      // up to the very point where it turns it only rises
      expect(linted({ schedule: curved([row("0", "0", "0.02", "-0.00001"), row("1000", "10")]) })).toStrictEqual([]);
    });

    test("that dips in the middle: x³ − 6x² + 9x earns 4 at 1 and nothing at 3", () => {
      const schedule = curved([row("0", "0", "9", "-6", "1")]);
      expect(findings({ schedule })).toStrictEqual([{ tier: 1, from: "1", above: "4", to: "3", below: "0" }]);
    });

    test("over the excess turns as far above its row", () => {
      const schedule = curved([row("0", "0"), row("500", "0", "0.02", "-0.00001")], { curve: "excess_amount" });
      expect(findings({ schedule })).toStrictEqual([{ tier: 2, from: "1500", above: "10" }]);
    });

    test("of rates falls where what is paid on does not make up for it: at 125 % of a quota of 1,000", () => {
      const schedule = curved([row("0", "0.1", "-0.04")], { unit: "ratio", curve: "rate" });
      const programme = programmeOf({ qualifier: { kind: "attainment" }, payOn: "amount", schedule });
      const answer = lintProgramme(factsOf({ programme, reference: { quota: "1000" } }), { leastJump: "1" });
      expect(answer.ok && answer.value.outcome.map(({ params }) => params)).toStrictEqual([{ tier: 1, from: "1.25", above: "62.5" }]);
    });

    test("of growth, paid on all that is sold: 2·r of a baseline of 500 grown by r, less its square, falls from r = 1/4 on", () => {
      // v = 500·(1 + r) and v − 0.0008·v² turns at v = 625
      const schedule = curved([row("0", "0", "1", "-0.0008")], { unit: "ratio" });
      const zeroBaseline = { kind: "not_eligible" } as const;
      const qualifier = { kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline } as const;
      const programme = programmeOf({ qualifier, payOn: "amount", schedule });
      const answer = lintProgramme(factsOf({ programme, reference: { baseline: "500" } }), { leastJump: "1" });
      expect(answer.ok && answer.value.outcome.map(({ params }) => params)).toStrictEqual([{ tier: 1, from: "0.25", above: "312.5" }]);
    });

    test("makes up for a cliff where its height is reached: 20 below 1,000, 10 on it, 20 again at √2,000,000", () => {
      const schedule = curved([row("0", "0", "0.02"), row("1000", "0", "0", "0.00001")]);
      expect(findings({ schedule })).toStrictEqual([{ tier: 2, from: "1000", below: "20", above: "10", regained: "1414.213563" }]);
      const closed = curved([row("0", "0", "0.02"), row("1000", "0", "0", "0.00001"), row("1400", "100")]);
      expect(linted({ schedule: closed })).toStrictEqual(["fault cliff_for_good schedule.tiers[1]"]);
    });

    test("that is the one below it adds nothing, unless it begins anew", () => {
      const same = [row("0", "0", "0.01"), row("1000", "0", "0.010", "0")];
      expect(linted({ schedule: curved(same) })).toStrictEqual(["warning duplicate_tier schedule.tiers[1]"]);
      expect(linted({ schedule: curved(same, { curve: "excess_amount" }) })).toStrictEqual(["fault cliff schedule.tiers[1]"]);
    });

    test("is never called sound where the calculator pays less for more", () => {
      const coefficient = (size: number) => fc.integer({ min: -9, max: 9 }).map((n) => String(n / size));
      const drawn = fc.tuple(coefficient(1), coefficient(10), coefficient(100), coefficient(1000), coefficient(10000));
      const kind = fc.constantFrom("amount", "excess_amount", "rate");
      fc.assert(
        fc.property(drawn, drawn, kind, (first, second, curve) => {
          const schedule = curved([row("0", ...first), row("40", ...second)], { curve });
          const programme = programmeOf({ schedule });
          const faults = (linted({ schedule }) as readonly string[]).filter((one) => one.startsWith("fault"));
          const paid = (amount: string) => {
            const answer = computeIncentive({ amount, quantity: "0" }, programme);
            return answer.ok ? answer.value.outcome.exact : "";
          };
          const places = Array.from({ length: 60 }, (_, i) => paid(String(i * 2 + 1)));
          const falls = places.some((here, i) => i > 0 && compareDecimals(here, places[i - 1] as string) < 0);
          if (falls) expect(faults).not.toStrictEqual([]);
        }),
        { seed: 20240101, numRuns: 60 },
      );
    });
  });

  test.each([
    ["999.99", "reaches", ["fault unreachable_tier schedule.tiers[1]"]],
    ["1000", "reaches", []],
    ["1000", "exceeds", ["fault unreachable_tier schedule.tiers[1]"]],
    ["1000.01", "exceeds", []],
  ] as const)("a tier from 1,000 under a cap of %s, where it %s", (value, boundary, want) => {
    const schedule = table(
      [
        ["0", "0.01"],
        ["1000", "0.02"],
      ],
      { boundary },
    );
    expect(linted({ schedule, limits: [{ kind: "qualifier_cap", value }] })).toStrictEqual(want);
  });

  test("tiers that pay the same, and a cap that is reached before a tier begins", () => {
    expect(
      linted({
        schedule: table([
          ["0", "0.01"],
          ["1000", "0.010"],
        ]),
      }),
    ).toStrictEqual(["warning duplicate_tier schedule.tiers[1]"]);
    const schedule = table([
      ["0", "0.01"],
      ["1000", "0.02"],
    ]);
    expect(linted({ schedule, limits: [{ kind: "payment_cap", amount: "10" }] })).toStrictEqual(["warning idle_cap schedule.tiers[1]"]);
    expect(linted({ schedule, limits: [{ kind: "payment_cap", amount: "10.01" }] })).toStrictEqual([]);
  });

  test.each([
    ["99.99", ["fault cap_below_guarantee limits[0]"]],
    ["100", []],
  ])("a cap of %s under a guarantee of 100", (amount, want) => {
    const programme = programmeOf({ schedule: plain, limits: [{ kind: "payment_cap", amount }] });
    expect(lint(factsOf({ programme, guarantee: "100" }))).toStrictEqual(want);
  });

  test.each([
    ["99.99", ["fault cap_below_guarantee limits[0]", "fault cap_below_guarantee caps[0]", "fault cap_below_guarantee budget"]],
    ["100", []],
  ])("at most %s by a cap of the window, of the member, by the budget, under the programme's own guarantee of 100", (amount, want) => {
    const own = {
      schedule: plain,
      window: { kind: "calendar", unit: "year" },
      limits: [{ kind: "payment_cap", amount }],
      caps: [
        { id: "year", per: "member", most: amount, above: "forfeited" },
        { id: "one", per: "sale", most: "1", above: "forfeited" },
      ],
      budget: { amount, how: "pro_rata", remainder: "contract_order", alertAt: "0.8" },
    } as const;
    const guarantee = { amount: "100", basis: "each_period", paidAt: "end", prorateBy: "days" } as const;
    expect(linted({ ...own, guarantee })).toStrictEqual(want);
    const floor = { kind: "payment_floor", amount: "100" } as const;
    expect(linted({ ...own, limits: [...own.limits, floor] })).toStrictEqual(want);
  });

  // four quarters of 100; from 16 February on, 45 of the 91 days of the first are served: 49.45
  test.each([
    ["99.99", {}, ["fault cap_below_guarantee caps[0]", "fault cap_below_guarantee budget"]],
    ["399.99", {}, ["fault cap_below_guarantees caps[0]", "fault cap_below_guarantees budget"]],
    ["400", {}, []],
    ["400.01", {}, []],
    ["349.44", { publishedOn: "2024-02-16" }, ["fault cap_below_guarantees caps[0]", "fault cap_below_guarantees budget"]],
    ["349.45", { publishedOn: "2024-02-16" }, []],
    ["100", { window: { kind: "agreement", every: { months: 3 } } }, []],
  ] as const)("at most %s over all windows, under a guarantee of 100 for each: %j", (most, changes, want) => {
    const guarantee = { amount: "100", basis: "cumulative", paidAt: "end", prorateBy: "days" } as const;
    const caps = [{ id: "year", per: "member", most, above: "kept" }] as const;
    const budget = { amount: most, how: "first_come", remainder: "contract_order", alertAt: "0.8" } as const;
    const found = linted({ schedule: plain, guarantee, caps, budget, ...changes }) as string[];
    expect(found.filter((one) => one.includes("guarantee"))).toStrictEqual(want);
  });

  test("a floor for everybody is a guarantee in every window, one for whoever reached a tier is not", () => {
    const caps = [{ id: "year", per: "programme", most: "399.99", above: "forfeited" }] as const;
    const floor = { kind: "payment_floor", amount: "100" } as const;
    const programme = programmeOf({ schedule: plain, caps, limits: [floor] });
    expect(lint(factsOf({ programme }))).toStrictEqual(["fault cap_below_guarantees caps[0]"]);
    expect(linted({ schedule: plain, caps, limits: [{ ...floor, whereReached: true }] })).toStrictEqual([]);
    const answer = lintProgramme(factsOf({ programme }), { leastJump: "1" });
    expect(answer.ok && answer.value.outcome[0]?.params).toStrictEqual({ cap: "399.99", guarantee: "400", windows: 4 });
  });

  test.each([
    ["0.01", ["warning stuffing schedule.tiers[1]"]],
    ["0.0100001", []],
  ])("a jump of 10 on 1,000 rewards stuffing from a share of %s on", (leastJump, want) => {
    expect(
      linted(
        {
          schedule: table([
            ["0", "0.01"],
            ["1000", "0.02"],
          ]),
        },
        leastJump,
      ),
    ).toStrictEqual(want);
  });

  describe("gates over what picks the tier are thresholds themselves", () => {
    const row = { code: "host.sold", title: { en: "Sold", zh: "销量" }, fact: "amount" };
    const least = (min: string, changes: object = {}) => ({ ...row, kind: "min", min, ...changes }) as never;
    const most = (max: string, changes: object = {}) => ({ ...row, kind: "max", max, ...changes }) as never;
    const gated = (gate: never, changes: Partial<IncentiveProgramme> = {}, leastJump = "0.01") =>
      linted({ schedule: plain, gates: [gate], ...changes }, leastJump);

    // 1 % on everything, nothing below 1,000: 10 at once
    test.each([
      ["0.0099", ["warning stuffing_gate gates[0]"]],
      ["0.01", ["warning stuffing_gate gates[0]"]],
      ["0.0101", []],
    ])("from a share of %s on, a least amount rewards stuffing", (leastJump, want) => {
      expect(gated(least("1000"), {}, leastJump)).toStrictEqual(want);
    });

    test("a largest amount is a cliff: beyond it selling more earns nothing", () => {
      expect(gated(most("5000"))).toStrictEqual(["fault cliff_gate gates[0]"]);
      expect(findings({ schedule: plain, gates: [most("5000")] })).toStrictEqual([{ to: "5000", below: "50" }]);
      expect(findings({ schedule: plain, gates: [most("5000", { kind: "between", min: "0" })] })).toStrictEqual([
        { to: "5000", below: "50" },
      ]);
      expect(gated(most("0"))).toStrictEqual([]);
    });

    test("what begins with its tier is found once, with the tier", () => {
      const schedule = table([
        ["0", "0"],
        ["1000", "0.02"],
      ]);
      expect(gated(least("1000"), { schedule })).toStrictEqual(["warning stuffing schedule.tiers[1]"]);
      expect(gated(least("1000.01"), { schedule })).toStrictEqual(["warning stuffing schedule.tiers[1]", "warning stuffing_gate gates[0]"]);
      const answer = lintProgramme(factsOf({ programme: programmeOf({ schedule: plain, gates: [least("1000")] }) }), { leastJump: "0.01" });
      expect(answer.ok && answer.value.outcome[0]?.params).toStrictEqual({ from: "1000", jump: "10", share: "0.01" });
    });

    test("one within a condition of all is found; one that is advisory, one of several, or of another figure is not", () => {
      const all = { code: "host.all", title: row.title, kind: "all_of", of: [least("1000")] } as never;
      expect(gated(all)).toStrictEqual(["warning stuffing_gate gates[0]"]);
      expect(gated({ ...(all as object), kind: "any_of" } as never)).toStrictEqual([]);
      expect(gated(least("1000", { weight: "advisory" }))).toStrictEqual([]);
      expect(gated(least("1000", { fact: "quantity" }))).toStrictEqual([]);
      expect(gated(least("1000", { min: null }))).toStrictEqual([]);
      expect(gated(least("1000"), { goods: { productId: "P9", unit: "piece" } })).toStrictEqual([]);
    });
  });

  describe("a programme that pays by the package", () => {
    const by = (changes: object, more: Partial<IncentiveProgramme> = {}): Partial<IncentiveProgramme> => ({
      schedule: { method: "package", unit: "CNY", size: "100", amount: "10", count: "complete", ...changes } as never,
      ...more,
    });

    test.each([
      ["0.11", []],
      ["0.1", ["warning stuffing_package schedule.size"]],
      ["0.09", ["warning stuffing_package schedule.size"]],
    ])("10 for the last unit of 100 rewards stuffing from a share of %s on", (leastJump, want) => {
      expect(linted(by({}), leastJump)).toStrictEqual(want);
    });

    test("names what the last unit brings, in figures and in words", () => {
      const answer = lintProgramme(factsOf({ programme: programmeOf(by({ amount: "5" })) }), { leastJump: "0.01" });
      expect(answer.ok && answer.value.outcome.map(({ params }) => params)).toStrictEqual([{ size: "100", jump: "5", share: "0.05" }]);
      expect(answer.ok && lines(answer.value.explanation, "zh")[1]).toContain("第一包 100 的最后一笔一次得 5，为销售总额的 0.05");
    });

    test("pays for a package that is begun: the smallest sale earns all of it", () => {
      expect(linted(by({ count: "started" }), "0.01")).toStrictEqual(["warning started_package schedule.count"]);
    });

    test("takes away, or brings nothing", () => {
      expect(linted(by({ amount: "-1" }))).toStrictEqual(["fault falling_package schedule.amount"]);
      expect(linted(by({ amount: "0" }), "0")).toStrictEqual(["warning idle_package schedule.amount"]);
    });

    test.each([
      ["99.99", ["fault unreachable_package schedule.size"]],
      ["100", []],
      ["100.01", []],
    ])("counts %s at most", (value, want) => {
      expect(linted(by({}, { limits: [{ kind: "qualifier_cap", value }] }))).toStrictEqual(want);
      // one that is begun is reached by anything
      const begun = by({ count: "started" }, { limits: [{ kind: "qualifier_cap", value }] });
      expect(linted(begun)).toStrictEqual(["warning started_package schedule.count"]);
    });

    test.each([
      ["9.99", ["fault package_above_cap schedule.amount"]],
      ["10", []],
      ["10.01", []],
    ])("pays %s at most", (amount, want) => {
      expect(linted(by({}, { limits: [{ kind: "payment_cap", amount }] }))).toStrictEqual(want);
    });

    test.each([
      ["99", []],
      ["100", []],
      ["101", ["warning package_above_size schedule.amount"]],
    ])("of 100 yuan brings %s; of 100 pieces it may bring anything", (amount, want) => {
      expect(linted(by({ amount }), "2")).toStrictEqual(want);
      const pieces = by({ amount, unit: "piece" }, { qualifier: { kind: "quantity", unit: "piece" } });
      expect(lint(factsOf({ programme: programmeOf(pieces), reference: { price: "1" } }), "2")).toStrictEqual([]);
    });

    test("in goods is no share of what is sold: one free for every ten", () => {
      const goods = { goods: { productId: "P1", unit: "piece" }, qualifier: { kind: "quantity", unit: "piece" } } as const;
      expect(linted(by({ unit: "piece", size: "10", amount: "1" }, goods), "0.01")).toStrictEqual([]);
      expect(linted(by({ size: "10", amount: "20" }, { goods: goods.goods }), "0.01")).toStrictEqual([]);
    });
  });

  test("goods are no share of what is sold", () => {
    const schedule = table([
      ["0", "0.01"],
      ["1000", "0.02"],
    ]);
    expect(linted({ schedule, goods: { productId: "P1", unit: "piece" } }, "0.01")).toStrictEqual([]);
  });

  test("gaps and overlaps of versions, and a window that is cut", () => {
    const version = (name: string, start: string, end: string) =>
      programmeOf({ version: name, schedule: plain, effective: { start, end } });
    const with2 = (start: string, end: string) => lint(factsOf({ others: [version("2", start, end)] }));
    expect(with2("2025-01-01", "2026-01-01")).toStrictEqual([]);
    expect(with2("2025-01-02", "2026-01-01")).toStrictEqual(["warning time_gap effective"]);
    expect(with2("2024-12-31", "2026-01-01")).toStrictEqual(["fault time_overlap effective"]);
    expect(linted({ schedule: plain, effective: { start: "2024-02-01", end: "2025-01-01" } })).toStrictEqual([
      "warning cut_window effective",
    ]);
  });

  test("a version that goes on beside the next ones leaves no gap, and meets each of them", () => {
    const version = (name: string, start: string, end: string) =>
      programmeOf({ version: name, schedule: plain, effective: { start, end } });
    const others = [
      version("2", "2024-02-01", "2024-03-01"),
      version("3", "2024-05-01", "2024-06-01"),
      version("4", "2025-02-01", "2025-03-01"),
    ];
    const answer = lintProgramme(factsOf({ others }), { leastJump: "1" }); // version 1 is all of 2024
    expect(answer.ok && answer.value.outcome.map(({ code, params: { first, second } }) => `${code} ${first} ${second}`)).toStrictEqual([
      "incentives.time_overlap 1 2",
      "incentives.time_overlap 1 3",
      "incentives.time_gap 1 4",
    ]);
  });

  test("days between listed windows, before the first and after the last are paid by nobody", () => {
    const seasons = (...periods: readonly (readonly [string, string, string])[]) => ({
      schedule: plain,
      window: { kind: "custom", periods: periods.map(([id, start, end]) => ({ id, start, end })) } as const,
    });
    expect(linted(seasons(["S1", "2024-01-01", "2024-07-01"], ["S2", "2024-07-01", "2025-01-01"]))).toStrictEqual([]);
    const gap = seasons(["S1", "2024-01-02", "2024-06-30"], ["S2", "2024-07-01", "2024-12-31"]);
    expect(linted(gap)).toStrictEqual(["warning window_gap window", "warning window_gap window", "warning window_gap window"]);
    expect(findings(gap)).toStrictEqual([
      { period: { start: "2024-01-01", end: "2024-01-02" } },
      { period: { start: "2024-06-30", end: "2024-07-01" } },
      { period: { start: "2024-12-31", end: "2025-01-01" } },
    ]);
    expect(findings(seasons(["S1", "2025-03-01", "2025-07-01"]))).toStrictEqual([{ period: { start: "2024-01-01", end: "2025-01-01" } }]);
    // a retail year that nobody listed
    const retail = {
      kind: "four_four_five",
      unit: "year",
      pattern: "4-4-5",
      starts: "2024-01-01",
      years: [{ id: "FY24", weeks: 52 }],
    } as const;
    expect(findings({ schedule: plain, window: retail })).toStrictEqual([{ period: { start: "2024-12-30", end: "2025-01-01" } }]);
  });

  describe("rolling windows that are shorter than their step", () => {
    const rolls = (
      length: { readonly months: number } | { readonly days: number },
      step: RollingPeriodRule["step"],
      changes: object = {},
    ) => findings({ schedule: plain, window: { kind: "rolling", length, step }, ...changes });
    const hole = (start: string, end: string) => ({ period: { start, end } });
    const holes = (start: string, end: string, step: RollingPeriodRule["step"], count: number) => [{ ...hole(start, end), step, count }];

    test("leave the first days of every step to nobody: the first of them is named, with how many there are", () => {
      const window = { kind: "rolling", length: { months: 1 }, step: "quarter" } as const;
      // the last month of each quarter counts
      expect(rolls(window.length, window.step)).toStrictEqual(holes("2024-01-01", "2024-03-01", "quarter", 4));
      expect(linted({ schedule: plain, window })).toStrictEqual(["warning rolling_gap window"]);
      const answer = lintProgramme(factsOf({ programme: programmeOf({ schedule: plain, window }) }), { leastJump: "1" });
      const told = (language: "en" | "zh") => (answer.ok ? lines(answer.value.explanation, language).at(-1) : "");
      expect(told("en")).toBe(
        "2024-01-01 until before 2024-03-01 is in the term and in no window, as the first of 4 stretches: a window ends with each quarter and is shorter; nothing is paid on sales of these days",
      );
      expect(told("zh")).toBe(
        "2024-01-01 起至 2024-03-01 前 在有效期内，却不在任何结算期中：结算期按季滚动而短于步长，这样的空档共 4 处，其间的销售没有奖励",
      );
    });

    test.each([
      [90, holes("2024-01-01", "2024-01-02", "quarter", 4)],
      [91, holes("2024-07-01", "2024-07-02", "quarter", 2)],
      [92, []],
    ])("%d days to the end of a quarter of 91 or 92", (days, want) => {
      expect(rolls({ days }, "quarter")).toStrictEqual(want);
    });

    test.each([
      [2, holes("2024-01-01", "2024-02-01", "quarter", 2)],
      [3, []],
      [4, []],
    ])("%d months to the end of a quarter, in a half-year", (months, want) => {
      expect(rolls({ months }, "quarter", { effective: { start: "2024-01-01", end: "2024-07-01" } })).toStrictEqual(want);
    });

    test("also at the ends of the term, where no window is cut", () => {
      const effective = { start: "2024-02-15", end: "2024-08-10" };
      expect(rolls({ months: 1 }, "quarter", { effective })).toStrictEqual(holes("2024-02-15", "2024-03-01", "quarter", 3));
      // within the last month of a quarter nothing is left out
      expect(rolls({ months: 1 }, "quarter", { effective: { start: "2024-03-05", end: "2024-03-20" } })).toStrictEqual([]);
      // and a term that no window reaches is left out whole
      expect(rolls({ days: 5 }, "year", { effective: { start: "2024-02-01", end: "2024-05-01" } })).toStrictEqual([
        hole("2024-02-01", "2024-05-01"),
      ]);
    });

    test("those that reach each other, or overlap, leave nothing out", () => {
      expect(rolls({ days: 1 }, "day")).toStrictEqual([]);
      expect(rolls({ months: 12 }, "month")).toStrictEqual([]);
      expect(rolls({ months: 3 }, "month", { effective: { start: "2024-01-15", end: "2024-11-20" } })).toStrictEqual([]);
      expect(rolls({ days: 7 }, "week")).toStrictEqual([]);
      const weeks = { effective: { start: "2024-01-01", end: "2024-01-15" } };
      expect(rolls({ days: 6 }, "week", weeks)).toStrictEqual(holes("2024-01-01", "2024-01-02", "week", 2));
    });
  });

  describe("gaps of a set of programmes", () => {
    const one = (id: string, changes: object = {}) => programmeOf({ id, schedule: plain, ...changes });
    const gaps = (set: readonly IncentiveProgramme[], coverage: Partial<LintFacts["coverage"]>, more: Partial<LintFacts> = {}) => {
      const [programme, ...others] = set as [IncentiveProgramme];
      const stacked = set.map(({ id }) => id);
      const facts = factsOf({ programme, others, stacked, coverage: { of: "set", ...coverage }, ...more });
      const answer = lintProgramme(frozen(facts), { leastJump: "1" });
      return answer.ok
        ? answer.value.outcome.map(({ code, path, params }) => {
            const gap = (params["gap"] as { params: { list: string; values: string[] } }[] | undefined) ?? [];
            return `${code.slice(11)} ${path}: ${gap.map(({ params: { list, values } }) => `${list} ${values.join("/")}`).join(" + ")}`;
          })
        : [];
    };
    const agents = one("agents", { earner: { kinds: ["agent"] } });
    const dealers = one("dealers", { earner: { kinds: ["distributor"] } });

    test("a kind, a class, a level, a territory that no programme is for; those that some programme is for are none", () => {
      expect(gaps([agents, dealers], { kinds: ["agent", "distributor"] })).toStrictEqual([]);
      expect(gaps([agents, dealers], { kinds: ["agent", "distributor", "retailer", "own_store"] })).toStrictEqual([
        "coverage_gap earner: kinds retailer/own_store",
      ]);
      const south = one("south", { earner: { territoryIds: ["S"], levels: ["gold"], memberClasses: ["A"] } });
      expect(gaps([south], { territoryIds: ["S", "N"] })).toStrictEqual(["coverage_gap earner: territoryIds N"]);
      expect(gaps([south], { levels: ["gold", "silver"], memberClasses: ["A", "B"] })).toStrictEqual([
        "coverage_gap earner: memberClasses B",
        "coverage_gap earner: levels silver",
      ]);
    });

    test("agents of the south and distributors of the north: each name is covered, two pairs are not", () => {
      const set = [
        one("a", { earner: { kinds: ["agent"], territoryIds: ["S"] } }),
        one("d", { earner: { kinds: ["distributor"], territoryIds: ["N"] } }),
      ];
      expect(gaps(set, { kinds: ["agent", "distributor"], territoryIds: ["S", "N"] })).toStrictEqual([
        "coverage_gap earner: kinds agent + territoryIds N",
        "coverage_gap earner: kinds distributor + territoryIds S",
      ]);
      // a gap is said once, as shortly as it can be
      expect(gaps(set, { kinds: ["agent", "distributor"], territoryIds: ["W"] })).toStrictEqual([
        "coverage_gap earner: kinds agent/distributor",
      ]);
      expect(gaps([...set, one("all")], { kinds: ["agent", "distributor"], territoryIds: ["S", "N"] })).toStrictEqual([]);
    });

    test("categories, brands and territories sold to, included or excluded", () => {
      const scoped = one("c", { scope: { include: { categoryIds: ["C1", "C2"] }, exclude: { categoryIds: ["C2"], brandIds: ["X"] } } });
      expect(gaps([scoped], { categoryIds: ["C1", "C2", "C3"], brandIds: ["B", "X"] })).toStrictEqual([
        "coverage_gap scope: categoryIds C2/C3",
        "coverage_gap scope: brandIds X",
      ]);
      const abroad = one("e", { scope: { include: { territoryIds: ["E"] } } });
      expect(gaps([abroad], { soldTo: ["E", "F"], territoryIds: ["T"] })).toStrictEqual(["coverage_gap scope: soldTo F"]);
    });

    test("a product is looked at for each kind of member; what nobody is paid on stays a gap of the scope", () => {
      const set = [
        one("a", { earner: { kinds: ["agent"] } }),
        one("d", { earner: { kinds: ["distributor"] }, scope: { include: { productIds: ["P1"] } } }),
      ];
      const products = [{ productId: "P1" }, { productId: "P2" }];
      expect(gaps(set, { kinds: ["agent", "distributor"] }, { products })).toStrictEqual([
        "coverage_gap scope: kinds distributor + productIds P2",
      ]);
      expect(gaps([set[1] as IncentiveProgramme], { kinds: ["distributor"] }, { products })).toStrictEqual(["scope_gap scope: "]);
    });

    test("only part of the term, and a programme for single members, leave a gap", () => {
      const half = one("half", { effective: { start: "2024-07-01", end: "2026-01-01" } });
      const set = [agents, half];
      expect(gaps(set, { kinds: ["agent", "distributor"] })).toStrictEqual(["coverage_gap earner: kinds distributor"]);
      const answer = lintProgramme(
        factsOf({ programme: agents, others: [half], stacked: ["agents", "half"], coverage: { of: "set", kinds: ["distributor"] } }),
        {
          leastJump: "1",
        },
      );
      expect(answer.ok && answer.value.outcome[0]?.params["period"]).toStrictEqual({ start: "2024-01-01", end: "2024-07-01" });
      expect(answer.ok && lines(answer.value.explanation, "zh")[1]).toContain(
        "2024-01-01 起至 2024-07-01 前，同时符合下列条件的，没有任何方案：成员类型（分销商）",
      );
      expect(answer.ok && lines(answer.value.explanation, "en")[1]).toContain("where all of this holds: kind of member (distributor)");
      const favoured = one("one", { earner: { memberIds: ["D7"] } });
      expect(gaps([agents, favoured], { kinds: ["agent", "distributor"] })).toStrictEqual(["coverage_gap earner: kinds distributor"]);
      expect(gaps([favoured], { kinds: ["agent"], levels: ["gold"] })).toStrictEqual(["coverage_gap earner: kinds agent"]);
    });

    test("a stacking group is looked at by itself: the other group does not fill its gap", () => {
      const base = one("base", { earner: { kinds: ["agent"] }, stacking: { groupId: "base", priority: 1 } });
      const bonus = one("bonus", { stacking: { groupId: "bonus", priority: 1 } });
      expect(gaps([base, bonus], { kinds: ["agent", "distributor"] })).toStrictEqual([]);
      expect(gaps([base, bonus], { of: "stacking_group", kinds: ["agent", "distributor"] })).toStrictEqual([
        "group_gap earner: kinds distributor",
      ]);
      expect(gaps([agents], { of: "stacking_group", kinds: ["distributor"] })).toStrictEqual(["coverage_gap earner: kinds distributor"]);
    });

    test("lists that are empty or absent are not looked at, and what is no list is refused", () => {
      expect(gaps([agents], { kinds: [], territoryIds: [] })).toStrictEqual([]);
      expect(faultAt(() => gaps([agents], { kinds: ["dealer" as never] }))).toBe("kernel.not_a_choice at facts.coverage.kinds[0]");
      expect(faultAt(() => gaps([agents], { of: "all" as never }))).toBe("kernel.not_a_choice at facts.coverage.of");
    });

    test("lists that are too long to be put together are said to be, and gaps of few lists are found first", () => {
      const names = (of: string) => Array.from({ length: 25 }, (_, i) => `${of}${i}`);
      // some three in four of each list, and never the first
      const half = (of: string, i: number) =>
        names(of).filter((_, n) => n !== 0 && (((n * 37 + i * 61 + of.charCodeAt(0) * 17) * 2_654_435_761) % 97) % 4 !== 0);
      const set = Array.from({ length: 40 }, (_, i) =>
        one(`p${i}`, {
          earner: { territoryIds: half("t", i), memberClasses: half("c", i), levels: half("l", i) },
          scope: { include: { categoryIds: half("g", i), brandIds: half("b", i), territoryIds: half("s", i) } },
        }),
      );
      const lists = { territoryIds: names("t"), memberClasses: names("c"), levels: names("l"), categoryIds: names("g") };
      const found = gaps(set, { ...lists, brandIds: names("b"), soldTo: names("s") });
      expect(found.slice(0, 2)).toStrictEqual(["coverage_gap earner: memberClasses c0", "coverage_gap earner: territoryIds t0"]);
      expect(found.at(-1)).toBe("coverage_cut : ");
    });

    test("a gap that is named is paid by nobody, and where none is named everybody is", () => {
      const lists = { kinds: ["agent", "distributor", "retailer"], territoryIds: ["S", "N"], levels: ["g", "s"] } as const;
      const some = (names: readonly string[]) => fc.option(fc.subarray([...names], { minLength: 1 }), { nil: undefined });
      const earner = fc.record({ kinds: some(lists.kinds), territoryIds: some(lists.territoryIds), levels: some(lists.levels) });
      fc.assert(
        fc.property(fc.array(earner, { minLength: 1, maxLength: 4 }), (earners) => {
          const set = earners.map((own, i) => one(`p${i}`, { earner: own as object }));
          const answer = lintProgramme(
            factsOf({
              programme: set[0] as IncentiveProgramme,
              others: set.slice(1),
              stacked: set.map(({ id }) => id),
              coverage: { of: "set", ...lists },
            }),
            { leastJump: "1" },
          );
          const named = answer.ok
            ? answer.value.outcome.map(({ params }) => params["gap"] as { params: { list: string; values: string[] } }[])
            : [];
          for (const kind of lists.kinds)
            for (const territoryId of lists.territoryIds)
              for (const level of lists.levels) {
                const place: { [list: string]: string } = { kinds: kind, territoryIds: territoryId, levels: level };
                const isPaid = earners.some((own) =>
                  Object.entries(own).every(([list, names]) => names === undefined || names.includes(place[list] as string)),
                );
                const isNamed = named.some((gap) => gap.every(({ params: { list, values } }) => values.includes(place[list] as string)));
                expect(isNamed).toBe(!isPaid);
              }
        }),
        { seed: 20240101, numRuns: 200 },
      );
    });
  });

  test("complaint 10: what nothing is paid on is found before the programme is used", () => {
    const programme = programmeOf({ schedule: plain, scope: { include: { categoryIds: ["C1"] }, exclude: { productIds: ["P2"] } } });
    const products = [{ productId: "P1", categoryId: "C1" }, { productId: "P2", categoryId: "C1" }, { productId: "P3" }];
    expect(lint(factsOf({ programme, products }))).toStrictEqual(["warning scope_gap scope", "warning scope_gap scope"]);
  });

  test("complaint 29: two programmes that may pay for one sale are found, unless their priority is declared or they never meet", () => {
    const other = (changes: object) => lint(factsOf({ others: [programmeOf({ id: "other", schedule: plain, ...changes })] }));
    expect(other({})).toStrictEqual(["warning double_grant"]);
    expect(lint(factsOf({ others: [programmeOf({ id: "other", schedule: plain })], stacked: ["volume", "other"] }))).toStrictEqual([]);
    expect(other({ effective: { start: "2025-01-01", end: "2026-01-01" } })).toStrictEqual([]);
    const mine = { programme: programmeOf({ schedule: plain, earner: { kinds: ["agent"] }, scope: { include: { brandIds: ["B"] } } }) };
    const beside = (changes: object) => lint(factsOf({ ...mine, others: [programmeOf({ id: "other", schedule: plain, ...changes })] }));
    expect(beside({ earner: { kinds: ["distributor"] } })).toStrictEqual([]);
    expect(beside({ scope: { include: { brandIds: ["X"] } } })).toStrictEqual([]);
    expect(beside({ scope: { exclude: { brandIds: ["B", "X"] } } })).toStrictEqual([]);
    expect(beside({ scope: { include: { productIds: ["P"] } } })).toStrictEqual(["warning double_grant"]);
  });

  test("pieces in a group of which only one earns are a fault before anything is settled", () => {
    const inGroup = (combine: StackingGroup["combine"], changes: Partial<IncentiveProgramme>) => {
      const groups = [{ id: "G", priority: 1, combine, reducedBy: [], excludes: [] }];
      const programme = programmeOf({ schedule: plain, stacking: { groupId: "G", priority: 1 }, ...changes });
      return lint(factsOf({ programme, groups }));
    };
    const goods = { productId: "P9", unit: "piece" };
    expect(inGroup("highest", { goods })).toStrictEqual(["fault goods_compared stacking.groupId"]);
    expect(inGroup("first", { goods })).toStrictEqual(["fault goods_compared stacking.groupId"]);
    expect(inGroup("reduce_base", { goods })).toStrictEqual([]);
    expect(inGroup("highest", {})).toStrictEqual([]);
  });

  test("a reference that is missing is a problem, and what cannot be read a fault", () => {
    const programme = programmeOf({ qualifier: { kind: "attainment" }, payOn: "amount", schedule: { ...plain, unit: "ratio" } });
    expect(lint(factsOf({ programme }))).toStrictEqual({ code: "incentives.reference_missing", params: { field: "quota" } });
    expect(lint(factsOf({ programme, reference: { quota: "1000" } }))).toStrictEqual([]);
    expect(faultAt(() => lint(factsOf({ programme: programmeOf({ id: "" }) })))).toBe("kernel.not_text at facts.programme.id");
    expect(faultAt(() => lint(factsOf({ others: [programmeOf({ id: "" })] })))).toBe("kernel.not_text at facts.others[0].id");
    expect(faultAt(() => lint(factsOf(), "-1"))).toBe("kernel.below_zero at policy.leastJump");
  });

  test("a programme without a cliff or a falling tier never pays less for more", () => {
    const rate = fc.integer({ min: 0, max: 30 }).map((n) => (n / 1000).toFixed(3));
    const method = fc.constantFrom("retroactive", "graduated", "rolling_sum", "total_sum");
    const sold = fc.integer({ min: 0, max: 400 }).map((n) => String(n * 10));
    fc.assert(
      fc.property(fc.tuple(rate, rate, rate), method, fc.constantFrom("reaches", "exceeds"), sold, sold, (rates, how, boundary, a, b) => {
        const schedule = table(
          [
            ["0", rates[0]],
            ["1000", rates[1]],
            ["2000", rates[2]],
          ],
          { method: how, boundary },
        );
        const programme = programmeOf({ schedule });
        const faults = (linted({ schedule }) as readonly string[]).filter((one) => one.startsWith("fault"));
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        const paid = (amount: string) => {
          const answer = computeIncentive({ amount, quantity: "0" }, programme);
          return answer.ok ? answer.value.outcome.exact : "";
        };
        if (compareDecimals(paid(more), paid(less)) < 0) expect(faults).not.toStrictEqual([]);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
