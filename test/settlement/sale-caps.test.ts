import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import { attributeIncentive, checkProgramme, computeIncentive, type IncentiveProgramme, limitToCaps } from "qudao/incentives";
import { checkExplanation } from "qudao/kernel";
import {
  accumulate,
  mergeAccumulators,
  openAccumulator,
  restore,
  type Settlement,
  settle,
  simulateOrder,
  snapshot,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt, faultOf } from "../support/fault-of.js";
import { capped, group, lines, members, of, opened, perSale, rows, schedule, settled, sound, stacked } from "../support/sale-caps.js";
import { policyOf, programmeOf } from "../support/settlement.js";

describe("the most that one sale pays, in the settlement", () => {
  test("a second sale that earns 62 is cut to 40, and the line says by which cap", () => {
    const settlement = sound(settled(capped(), lines));
    expect(rows(settlement)).toStrictEqual(["A 2024-Q1 78.00"]);
    expect(settlement.statements[0]?.lines[0]?.terms).toStrictEqual({
      before: { amount: "100.00", currency: "CNY" },
      topUp: "0",
      caps: [{ capId: "sale", per: "sale", cut: "22" }],
      released: "0",
      refused: "0",
    });
    expect(settlement.terms?.[0]).toMatchObject({ forfeited: "22", withheld: "0", undetermined: 0 });
  });

  test.each([
    ["61.99", "99.99"],
    ["62", "100.00"],
    ["62.01", "100.00"],
  ])("around the cap: at most %s of the 62 that a sale earns leave %s in all", (most, earned) => {
    expect(rows(sound(settled(capped({ caps: [perSale(most)] }), lines)))).toStrictEqual([`A 2024-Q1 ${earned}`]);
  });

  test("a return gives back only what was paid for its sale", () => {
    const back = (amount: string) => of("L4", "2024-03-20", amount, "S2", { kind: "return" });
    // 2,800 − 500 earn 75: 8 + 62 + 30 − 25; S2 is left with 37 of its 40
    expect(rows(sound(settled(capped(), [...lines, back("500.00")])))).toStrictEqual(["A 2024-Q1 75.00"]);
    // − 440 takes 22 back: exactly what the cap had taken
    expect(rows(sound(settled(capped(), [...lines, back("440.00")])))).toStrictEqual(["A 2024-Q1 78.00"]);
    // in the next quarter nothing was sold before it, and a window below 0 takes nothing back
    const late = { ...back("500.00"), date: "2024-04-20" };
    expect(rows(settled(capped(), [...lines, late]))).toStrictEqual(["A 2024-Q1 78.00", "A 2024-Q2 0.00"]);
    // who recovers owes 1 % of 500 then, which the 22 beyond the cap of its sale bear
    expect(rows(sound(settled(capped({ negative: "recover" }), [...lines, late])))).toStrictEqual(["A 2024-Q1 78.00", "A 2024-Q2 0.00"]);
    const more = { ...back("3000.00"), date: "2024-04-20" };
    // 1 % of 1,000 and 5 % of 2,000 are 110: 22 of them were never paid
    expect(rows(sound(settled(capped({ negative: "recover" }), [...lines, more])))).toStrictEqual(["A 2024-Q1 78.00", "A 2024-Q2 -88.00"]);
  });

  describe("over versions that declare the cap under one name", () => {
    /** The first half as above: S1 is paid 8, S2 40 of its 62. The second pays 1 % of everything. */
    const first = capped({ effective: { start: "2024-01-01", end: "2024-07-01" } });
    const flat = { ...schedule, method: "retroactive", tiers: [{ from: "0", rate: "0.01" }] } as const;
    const second = (changes: Partial<IncentiveProgramme> = {}) =>
      capped({ version: "2", effective: { start: "2024-07-01", end: "2025-01-01" }, schedule: flat, ...changes });
    const both = (later: readonly SaleLine[], next = second(), before = first) =>
      sound(settle(opened(next, [...lines, ...later], { programmes: [next, before] }), { asOf: "2025-01-01" }));
    const secondHalf = (settlement: Settlement) => rows(settlement).filter((row) => row > "A 2024-Q2");
    const other = of("L8", "2024-08-01", "3000.00", "S9");
    const back = (amount: string) => of("L9", "2024-08-10", amount, "S2", { kind: "return" });

    test.each([
      ["2199.00", "30.00"],
      ["2200.00", "30.00"],
      ["2201.00", "29.99"],
    ])("a return of %s takes back only what it earned beyond the 22 that were never paid", (amount, want) => {
      expect(secondHalf(both([other, back(amount)]))).toStrictEqual([`A 2024-Q3 ${want}`]);
    });

    test("the line and the terms of the version say what was not taken back", () => {
      const { statements, terms } = both([other, back("2200.00")]);
      expect(statements[0]?.lines.find(({ programmeVersion }) => programmeVersion === "2")?.terms).toMatchObject({
        before: { amount: "8.00", currency: "CNY" },
        caps: [{ capId: "sale", per: "sale", cut: "-22" }],
      });
      expect(terms?.map(({ programmeVersion, forfeited }) => [programmeVersion, forfeited])).toStrictEqual([
        ["2", "-22"],
        ["1", "22"],
      ]);
    });

    test.each([
      ["3199.00", "31.99"],
      ["3200.00", "32.00"],
      ["3201.00", "32.00"],
    ])("a sale that was paid 8 and goes on with %s has room for 32", (amount, want) => {
      expect(secondHalf(both([of("L9", "2024-08-10", amount, "S1")]))).toStrictEqual([`A 2024-Q3 ${want}`]);
      // one that was paid 40 has none
      expect(secondHalf(both([of("L9", "2024-08-10", amount, "S2")]))).toStrictEqual(["A 2024-Q3 0.00"]);
    });

    test.each([
      ["30", "0.00"],
      ["40", "0.00"],
      ["48.99", "8.99"],
      ["49", "9.00"],
      ["49.01", "9.00"],
    ])("a later cap of %s counts the 40 that were paid, and takes none of them back", (most, want) => {
      const goesOn = of("L9", "2024-08-10", "900.00", "S2");
      expect(secondHalf(both([goesOn], second({ caps: [perSale(most)] })))).toStrictEqual([`A 2024-Q3 ${want}`]);
    });

    test("a version in between without the cap, and the order in which versions are listed, change nothing", () => {
      const between = programmeOf({ version: "1b", effective: { start: "2024-07-01", end: "2024-10-01" }, schedule: flat });
      const last = second({ effective: { start: "2024-10-01", end: "2025-01-01" } });
      const late = [other, back("2200.00")].map((line) => ({ ...line, date: line.date.replace("-08-", "-11-") }));
      for (const programmes of [
        [first, between, last],
        [last, between, first],
      ]) {
        const accumulator = restore(JSON.parse(JSON.stringify(snapshot(opened(last, [...late, ...lines], { programmes })))));
        expect(secondHalf(sound(settle(accumulator, { asOf: "2025-01-01" })))).toStrictEqual(["A 2024-Q4 30.00"]);
      }
    });

    test.each([
      ["another identifier", { ...perSale("40"), id: "order" }],
      ["another name of the sale", { ...perSale("40"), saleBy: "deal" }],
    ])("under %s a return stands alone", (_, cap) => {
      const named = { order: "S2", deal: "S2" };
      const lines = [other, { ...back("2200.00"), attributes: named }];
      expect(secondHalf(both(lines, second({ caps: [cap] })))).toStrictEqual(["A 2024-Q3 8.00"]);
    });

    test("what a sale may still be paid hangs on a window of the earlier version that is not known; other sales do not", () => {
      const quota = capped({
        effective: first.effective,
        qualifier: { kind: "attainment" },
        payOn: "amount",
        schedule: { ...flat, unit: "ratio" },
      });
      expect(rows(both([of("L9", "2024-08-10", "100.00", "S2")], second(), quota))).toStrictEqual([
        "A 2024-Q3 settlement.share_undetermined",
        "A 2024-Q1 incentives.quota_missing",
      ]);
      expect(secondHalf(both([other], second(), quota))).toStrictEqual(["A 2024-Q3 30.00"]);
    });
  });

  test("a late line moves what those after it earn, wherever it comes from", () => {
    const late = of("L0", "2024-01-01", "300.00", "S0");
    // 3 + 8 − 1 … : 300 earn 3; 800 earn 7 + 5 = 12; 1,400 earn 70, cut to 40; 600 earn 30
    const accumulator = opened(capped(), lines);
    accumulate(accumulator, [late]);
    expect(rows(settle(accumulator, { asOf: "2025-01-01" }))).toStrictEqual(["A 2024-Q1 85.00"]);
  });

  test("without a word for it every line is a sale of its own; a line without the attribute goes by its identifier", () => {
    const { saleBy, ...own } = perSale("40");
    expect(saleBy).toBe("order");
    const parts = [of("L1", "2024-01-10", "1000.00", "S"), of("L2", "2024-01-11", "600.00", "S"), of("L3", "2024-01-12", "600.00", "S")];
    // 10, 30, 30: one sale of 70 or three sales
    expect(rows(settled(capped({ caps: [own] }), parts))).toStrictEqual(["A 2024-Q1 70.00"]);
    expect(rows(settled(capped(), parts))).toStrictEqual(["A 2024-Q1 40.00"]);
    const [first] = parts as [SaleLine];
    const { attributes, ...bare } = first;
    expect(attributes).toBeDefined();
    // the others name it by its identifier
    const named = [bare, of("L2", "2024-01-11", "600.00", "L1"), of("L3", "2024-01-12", "600.00", "L1")];
    expect(rows(settled(capped(), named))).toStrictEqual(["A 2024-Q1 40.00"]);
  });

  test("the cap per sale comes first, then the one per member", () => {
    const caps = [{ id: "quarter", per: "member", most: "60", above: "forfeited" } as const, perSale("40")];
    const settlement = sound(settled(capped({ caps }), lines));
    expect(rows(settlement)).toStrictEqual(["A 2024-Q1 60.00"]);
    expect(settlement.statements[0]?.lines[0]?.terms?.caps).toStrictEqual([
      { capId: "sale", per: "sale", cut: "22" },
      { capId: "quarter", per: "member", cut: "18" },
    ]);
  });

  test("a guarantee is of no sale, and no sale of one member counts for another", () => {
    const guarantee = { amount: "150", basis: "each_period", paidAt: "end", prorateBy: "days" } as const;
    // 100 are lifted to 150 and then 22 of one sale are cut
    expect(rows(sound(settled(capped({ guarantee }), lines)))[0]).toBe("A 2024-Q1 128.00");
    const other = lines.map((line) => ({ ...line, id: `B${line.id}`, memberId: "B" }));
    expect(rows(settled(capped(), [...lines, ...other]))).toStrictEqual(["A 2024-Q1 78.00", "B 2024-Q1 78.00"]);
  });

  test("what a sale pays hangs on a window before it that is not known; other sales do not", () => {
    const programme = capped({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: { ...schedule, method: "retroactive", unit: "ratio", tiers: [{ from: "0", rate: "0.1" }] },
      negative: "recover",
    });
    const quotas = [{ memberId: "A", periodId: "2024-Q2", amount: { amount: "100", currency: "CNY" } }];
    const next = (order: string) => of("L9", "2024-04-20", "100.00", order);
    expect(rows(settled(programme, [lines[0], next("S1")], { quotas }))).toStrictEqual([
      "A 2024-Q1 incentives.quota_missing",
      "A 2024-Q2 settlement.share_undetermined",
    ]);
    expect(rows(settled(programme, [lines[0], next("S9")], { quotas }))).toStrictEqual([
      "A 2024-Q1 incentives.quota_missing",
      "A 2024-Q2 10.00",
    ]);
  });

  test("parts, merges, snapshots and any order settle alike; a snapshot names the lines", () => {
    const given = [...lines, of("L4", "2024-03-20", "500.00", "S2", { kind: "return", quantity: "0.5" })];
    const [left, right] = [opened(capped(), [...given.slice(2)].reverse()), opened(capped(), given.slice(0, 2))];
    const stored = JSON.parse(JSON.stringify(snapshot(mergeAccumulators(left, right))));
    expect(stored).toStrictEqual(snapshot(opened(capped(), given)));
    expect(stored.members[0].cells[0].kept[3]).toStrictEqual({
      id: "L4",
      date: "2024-03-20",
      amount: "-500",
      quantity: "-0.5",
      sales: ["S2"],
    });
    expect(rows(settle(restore(stored), { asOf: "2025-01-01" }))).toStrictEqual(["A 2024-Q1 75.00"]);
    const { kept: _, ...without } = stored.members[0].cells[0];
    const changed = (cell: object) => ({ ...stored, members: [{ memberId: "A", cells: [cell] }] });
    expect(faultAt(() => restore(changed(without)))).toBe("kernel.not_a_list at snapshot.members[0].cells[0].kept");
    const [first, ...rest] = stored.members[0].cells[0].kept;
    const place = "snapshot.members[0].cells[0].kept";
    for (const [kept, path] of [
      [rest, place],
      [[{ ...first, amount: "800.01" }, ...rest], place],
      [[{ ...first, quantity: "8" }, ...rest], place],
      [[{ ...first, date: "2024-04-01" }, ...rest], `${place}[0].date`],
      [[{ ...first, sales: [] }, ...rest], `${place}[0].sales`],
    ] as const) {
      expect(faultAt(() => restore(changed({ ...without, kept })))).toBe(`settlement.snapshot_unreadable at ${path}`);
    }
  });

  test("an order that would be placed is capped too", () => {
    const { outcome } = simulateOrder({ asOf: "2024-03-31", lines: [lines[1]] }, opened(capped(), [lines[0]]));
    expect(outcome.effects.map(({ before, after, gain }) => [before, after, gain])).toStrictEqual([["8", "48", "40"]]);
  });

  test("a programme without such a cap keeps no line", () => {
    expect(JSON.stringify(snapshot(opened(programmeOf({ schedule }), lines)))).not.toMatch(/kept|L1/);
  });

  test("a sale is capped over all of its windows, so that what is above has nothing to wait for: refused when the accumulator is opened", () => {
    const programme = capped({ caps: [{ ...perSale("40"), above: "kept" }] });
    expect(checkProgramme(programme)).toStrictEqual([]);
    const { code, path, params } = faultOf(() => opened(programme, []));
    expect([code, path, params]).toStrictEqual([
      "settlement.cap_of_sales",
      "policy.programmes[0].caps[0].per",
      { capId: '"sale"', obstacle: "kept" },
    ]);
  });

  // the orders earn 8, 62 and 30: 100 in all, of which 22 are above 40 for one sale; beside it a rate on all 2,800
  test.each([
    ["add", "0.01", ["78.00", "28.00"], ["earns", "earns"]],
    ["highest", "0.035", ["78.00", "0.00"], ["earns", "gives_way"]],
    ["highest", "0.036", ["0.00", "100.80"], ["gives_way", "earns"]],
    ["lowest", "0.035", ["0.00", "98.00"], ["gives_way", "earns"]],
    ["lowest", "0.036", ["78.00", "0.00"], ["earns", "gives_way"]],
    ["first", "0.036", ["78.00", "0.00"], ["earns", "gives_way"]],
  ] as const)(
    "programmes that are combined by %s are compared before single sales are capped (beside %s)",
    (combine, rate, earned, status) => {
      const beside = programmeOf({
        id: "beside",
        schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] },
      });
      const accumulator = openAccumulator(
        policyOf({ programmes: [stacked(capped()), stacked(beside, "g", 2)], members, stacking: [group({ combine })] }),
      );
      expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
      const own = settle(accumulator, { asOf: "2024-04-01" }).statements[0]?.lines ?? [];
      expect(own.map((line) => line.earned?.amount)).toStrictEqual(earned);
      expect(own.map((line) => line.stacked?.status)).toStrictEqual(status);
      const cuts = earned[0] === "78.00" ? [{ capId: "sale", per: "sale", cut: "22" }] : [];
      expect(own[0]?.terms?.caps).toStrictEqual(cuts);
      for (const { explanation } of own) expect(checkExplanation(explanation as never)).toStrictEqual([]);
    },
  );

  test("what an excluded group would have earned uses up nothing of its sales", () => {
    const shut = stacked({ ...capped(), id: "shut" }, "h");
    const policy = policyOf({
      programmes: [stacked(capped()), shut],
      members,
      stacking: [group({ excludes: ["h"] }), group({ id: "h", priority: 2 })],
    });
    const accumulator = openAccumulator(policy);
    accumulate(accumulator, lines);
    expect(rows(settle(accumulator, { asOf: "2024-04-01" }))).toStrictEqual(["A 2024-Q1 78.00", "A 2024-Q1 0.00"]);
  });

  test("a combined programme without its quota leaves its sales undetermined, in this window and where they come back", () => {
    const onQuota = stacked(
      capped({
        qualifier: { kind: "attainment" },
        payOn: "amount",
        schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.05" }] },
      }),
    );
    const accumulator = openAccumulator(policyOf({ programmes: [onQuota], members, stacking: [group()] }));
    accumulate(accumulator, [...lines, of("L4", "2024-05-05", "100.00", "S2", { kind: "return" }), of("L5", "2024-05-04", "900.00", "S4")]);
    const quotas = [{ memberId: "A", programmeId: onQuota.id, periodId: "2024-Q2", amount: { amount: "500", currency: "CNY" } }];
    expect(rows(settle(accumulator, { asOf: "2024-07-01", quotas }))).toStrictEqual([
      "A 2024-Q1 incentives.quota_missing",
      "A 2024-Q2 settlement.share_undetermined",
    ]);
  });

  test("only a cap per sale names sales by an attribute", () => {
    const cap = { id: "c", per: "member", most: "1", above: "forfeited", saleBy: "order" } as const;
    const paths = (one: object) => checkProgramme({ ...capped(), caps: [one] } as IncentiveProgramme).map(({ path }) => path);
    expect(paths(cap)).toStrictEqual(["caps[0].saleBy"]);
    expect(paths({ ...cap, per: "sale", saleBy: "" })).toStrictEqual(["caps[0].saleBy"]);
    expect(paths({ ...cap, per: "sale" })).toStrictEqual([]);
  });
});

const days = ["2024-01-05", "2024-02-29", "2024-03-31", "2024-04-01", "2024-06-30"] as const;
const anyLine = fc.record({
  date: fc.constantFrom(...days),
  cents: fc.integer({ min: 0, max: 200_000 }),
  quantity: fc.integer({ min: 0, max: 9 }),
  order: fc.constantFrom("S1", "S2", "S3"),
  isReturn: fc.boolean(),
});
const anyProgramme = fc.record({
  most: fc.constantFrom("0", "7.5", "40", "1000"),
  negative: fc.constantFrom(undefined, "recover"),
  method: fc.constantFrom("graduated", "retroactive"),
  others: fc.boolean(),
});

test("the settlement pays what computeIncentive, attributeIncentive and limitToCaps come to, whatever the order, parts and snapshots", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 12 }), anyProgramme, fc.nat(12), (drawn, { most, negative, method, others }, cut) => {
      const caps = [perSale(most), ...(others ? [{ id: "year", per: "member", most: "90", above: "forfeited" } as const] : [])];
      const programme = capped({ caps, negative, schedule: { ...schedule, method } });
      const given = drawn.map(({ date, cents, quantity, order, isReturn }, i) =>
        of(`L${i}`, date, (cents / 100).toFixed(2), order, { quantity, kind: isReturn ? "return" : "sale" }),
      );
      const signed = ({ kind }: SaleLine, figure: string | number) =>
        kind === "sale" || Number(figure) === 0 ? `${figure}` : `-${figure}`;
      const entries = [days.slice(0, 3), days.slice(3)].flatMap((quarter) => {
        const own = given.filter(({ date }) => (quarter as readonly string[]).includes(date));
        const facts = own.map((line) => {
          return { id: line.id, date: line.date, amount: signed(line, line.amount), quantity: signed(line, line.quantity) };
        });
        const spread = attributeIncentive({ lines: facts }, { programme, sliceValue: "average" });
        const amount = facts.reduce((all, line) => all + Math.round(Number(line.amount) * 100), 0);
        const whole = computeIncentive({ amount: (amount / 100).toFixed(2), quantity: "0" }, programme);
        if (!spread.ok || !whole.ok) throw new Error("both are known");
        expect(spread.value.outcome.earned).toStrictEqual(whole.value.outcome.earned);
        return own.map(({ id, date, attributes }) => ({
          id,
          date,
          memberId: "A",
          programmeId: programme.id,
          saleId: attributes?.["order"] as string,
          amount: spread.value.outcome.lines.find((one) => one.id === id)?.earned.amount as string,
        }));
      });
      const { total } = limitToCaps({ entries, withheld: [] }, { currency: "CNY", caps }).outcome;
      const merged = mergeAccumulators(opened(programme, given.slice(cut).reverse()), opened(programme, given.slice(0, cut)));
      const settlement = settle(restore(JSON.parse(JSON.stringify(snapshot(merged)))), { asOf: "2025-01-01" });
      expect(Number(settlement.statements[0]?.total.amount ?? "0")).toBe(Number(total));
      expect(settle(opened(programme, given), { asOf: "2025-01-01" })).toStrictEqual(settlement);
    }),
  );
});
