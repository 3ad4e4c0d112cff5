import {
  type AccrualEntry,
  accrueEarnings,
  accumulate,
  type EarnedLine,
  openAccumulator,
  type SettlementEntry,
  settle,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  accrualPolicy,
  accrue,
  amountsOf,
  earnedLine,
  entryOf,
  partsOf,
  settleUp,
  statementOf,
  year,
  yuan,
} from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { lineOf, policyOf, programmeOf } from "../../support/settlement.js";

/** Runs one after another on a growing ledger, and the postings of each. */
function runs(days: readonly (readonly [asOf: string, ...lines: EarnedLine[]])[], policy = {}) {
  let accruals: readonly AccrualEntry[] = [];
  return days.map(([asOf, ...lines], i) => {
    const run = accrue({ runId: `R${i}`, asOf, statements: statementOf(...lines), accruals }, policy);
    accruals = [...accruals, ...run.postings];
    return run;
  });
}

describe("accrueEarnings()", () => {
  test("complaint 1: 252, then 630; the settlement releases 630 and nothing is left", () => {
    const [first, second] = runs([
      ["2024-01-31", earnedLine("252")],
      ["2024-02-29", earnedLine("630")],
    ]);
    expect(partsOf(first?.postings ?? [])).toStrictEqual([["base", "252.00"]]);
    expect(partsOf(second?.postings ?? [])).toStrictEqual([["prior_adjustment", "378.00"]]);
    const accruals = [...(first?.postings ?? []), ...(second?.postings ?? [])];
    const statements = statementOf(earnedLine("630", { status: "final" }));
    const { entries } = settleUp({ runId: "S", statements });
    expect(amountsOf(entries)).toStrictEqual([["earning", "630.00"]]);
    const third = accrue({ runId: "R2", asOf: "2024-04-01", statements, accruals, entries });
    expect(partsOf(third.postings)).toStrictEqual([["release", "-630.00"]]);
    expect(third.earnings).toMatchObject([{ booked: "630", posted: "-630", open: "0" }]);
  });

  test("a partial settlement releases what it settles and no more", () => {
    const [first] = runs([["2024-01-31", earnedLine("252")]]);
    const accruals = first?.postings ?? [];
    const entries = [entryOf("200")];
    const second = accrue({ runId: "R1", asOf: "2024-02-29", statements: statementOf(earnedLine("630")), accruals, entries });
    expect(partsOf(second.postings)).toStrictEqual([
      ["prior_adjustment", "378.00"],
      ["release", "-200.00"],
    ]);
    expect(second.earnings[0]).toMatchObject({ expected: "630", settled: "200", open: "430" });
  });

  test("a second run on the same facts posts nothing", () => {
    const [first] = runs([["2024-01-31", earnedLine("252", { amount: "12600" })]]);
    const again = accrue({ statements: statementOf(earnedLine("252", { amount: "12600" })), accruals: first?.postings ?? [] });
    expect(again.postings).toStrictEqual([]);
    expect(again.earnings[0]).toMatchObject({ booked: "252", posted: "0", open: "252" });
  });

  // Worked by hand, 1 % from 0 and 2 % of everything from 1000: 800 sold earn 8, 1200 earn 24. The 400 new ones earn 24 × 400 ÷ 1200 = 8,
  // the 800 known ones are worth 16 now and were accrued at 8.
  test("a tier that is reached re-rates what was accrued before, and says so", () => {
    const [, second] = runs([
      ["2024-01-31", earnedLine("8", { amount: "800" })],
      ["2024-02-29", earnedLine("24", { amount: "1200" })],
    ]);
    expect(partsOf(second?.postings ?? [])).toStrictEqual([
      ["base", "8.00"],
      ["prior_adjustment", "8.00"],
    ]);
    expect(second?.postings.map(({ measure }) => measure)).toStrictEqual(["400", undefined]);
  });

  test("reversing and booking anew comes to the same as posting the difference", () => {
    const days = [
      ["2024-01-31", earnedLine("8", { amount: "800" })],
      ["2024-02-29", earnedLine("24", { amount: "1200" })],
    ] as const;
    const [, second] = runs(days, { posting: "reverse_and_rebook" });
    expect(partsOf(second?.postings ?? [])).toStrictEqual([
      ["reversal", "-8.00"],
      ["base", "24.00"],
    ]);
    expect(second?.earnings[0]).toMatchObject({ booked: "8", posted: "16", open: "24", base: "8", priorAdjustment: "8" });
  });

  describe("at the tier expected at the end", () => {
    const programme = programmeOf({ window: { kind: "calendar", unit: "year" } });
    const line = (payable: string, amount: string) => earnedLine(payable, { window: year, amount, quantity: "1" });

    // 366 days, 61 of them served by 1 March: 300 stretch to 1800, which is in the 2 % tier; 2 % of 300 is 6, of which 3 are earned so far.
    test("linear: 300 in 61 of 366 days are accrued at 2 %, 3 of it base and 3 for the tier", () => {
      const forecasts = [{ programme, season: { kind: "linear" } }] as const;
      const run = accrue({ asOf: "2024-03-01", statements: statementOf(line("3", "300")) }, { forecasts });
      expect(partsOf(run.postings)).toStrictEqual([
        ["base", "3.00"],
        ["tier_adjustment", "3.00"],
      ]);
      expect(run.earnings[0]).toMatchObject({ earned: "3", expected: "6", base: "3", tierAdjustment: "3", priorAdjustment: "0" });
    });

    // On the threshold: 1000 × 61 ÷ 366 = 166.666…, so 166.66 stay below it (1.67) and 166.67 pass it (2 % = 3.33).
    test.each([
      ["166.66", "1.67"],
      ["166.67", "3.33"],
    ])("linear: %s sold by 1 March are accrued at %s", (amount, expected) => {
      const run = accrue(
        { asOf: "2024-03-01", statements: statementOf(line("1.67", amount)) },
        { forecasts: [{ programme, season: { kind: "linear" } }] },
      );
      expect(run.earnings[0]?.expected).toBe(expected);
    });

    // 37 of 366 days: stretched and cut back, 106.75 at 2 % is 2.135 again, and half a cent goes up
    test("half a cent is still half a cent after the stretch", () => {
      const forecasts = [{ programme, season: { kind: "linear" } }] as const;
      expect(accrue({ asOf: "2024-02-06", statements: statementOf(line("1.07", "106.75")) }, { forecasts }).earnings[0]?.expected).toBe(
        "2.14",
      );
    });

    // January to March weigh 1 each and December 7, the others 0: by 31 March 3 of 10 are served; 300 stretch to 1000.
    const weights = ["1", "1", "1", "0", "0", "0", "0", "0", "0", "0", "0", "7"];
    test.each([
      ["2024-03-31", "299.99", "3"],
      ["2024-03-31", "300", "6"],
      ["2024-03-31", "300.01", "6"],
      ["2024-10-10", "300", "6"],
    ])("by monthly weights on %s: %s sold are accrued at %s", (asOf, amount, expected) => {
      const run = accrue(
        { asOf, statements: statementOf(line("3", amount)) },
        { forecasts: [{ programme, season: { kind: "monthly", weights } }] },
      );
      expect(run.earnings[0]?.expected).toBe(expected);
    });

    test("a month that is half over weighs half", () => {
      // 15 of 30 days of April at weight 1, of a window of April alone: 500 stretch to 1000
      const april = { id: "2024-04", start: "2024-04-01", end: "2024-05-01" };
      const flat = Array.from({ length: 12 }, () => "1");
      const forecasts = [{ programme, season: { kind: "monthly", weights: flat } }] as const;
      const statements = statementOf(earnedLine("5", { window: april, amount: "500", quantity: "1" }));
      expect(accrue({ asOf: "2024-04-15", statements }, { forecasts }).earnings[0]?.expected).toBe("10");
      expect(accrue({ asOf: "2024-04-16", statements }, { forecasts }).earnings[0]?.expected).toBe("5");
    });

    // Complaint 19. Growth above 10 % of the year before pays 3 % of everything. 300 by 1 March are 1800 for the year against 1500: 20 %.
    test("complaint 19: growth is projected like everything else", () => {
      const growing = programmeOf({
        window: { kind: "calendar", unit: "year" },
        qualifier: { kind: "growth_rate", of: "amount", baseline: "given", zeroBaseline: { kind: "not_eligible" } },
        payOn: "amount",
        schedule: {
          method: "retroactive",
          unit: "ratio",
          boundary: "reaches",
          tiers: [
            { from: "0", rate: "0" },
            { from: "0.1", rate: "0.03" },
          ],
        },
      });
      const forecasts = [{ programme: growing, season: { kind: "linear" } }] as const;
      const statements = (baseline: string | undefined) =>
        statementOf(earnedLine("0", { window: year, amount: "300", quantity: "1", baseline }));
      const expected = (baseline: string) =>
        accrue({ asOf: "2024-03-01", statements: statements(baseline) }, { forecasts }).earnings[0]?.expected;
      expect(expected("1500")).toBe("9");
      expect(expected("1636.36")).toBe("9"); // 1800 ÷ 1636.36 is 1.1000024
      expect(expected("1636.37")).toBe("0"); // 1800 ÷ 1636.37 is 1.0999957
      const unknown = accrue({ asOf: "2024-03-01", statements: statements(undefined) }, { forecasts });
      expect(unknown.postings).toStrictEqual([]);
      expect(unknown.undetermined[0]?.reason.code).toBe("settlement.forecast_failed");
    });

    test("once the window is over, what is earned is accrued and not what was expected", () => {
      const forecasts = [{ programme, season: { kind: "linear" } }] as const;
      const over = earnedLine("9", { window: year, amount: "900", quantity: "1", status: "final" });
      expect(accrue({ asOf: "2025-01-01", statements: statementOf(over) }, { forecasts }).earnings[0]?.expected).toBe("9");
    });

    test("another version, unknown figures and a season that has not begun are not guessed", () => {
      const reasonOf = (changes: object, season: object = { kind: "linear" }, asOf = "2024-03-01") => {
        const run = accrue(
          { asOf, statements: statementOf({ ...line("3", "300"), ...changes }) },
          { forecasts: [{ programme, season: season as never }] },
        );
        expect(run.postings).toStrictEqual([]);
        return run.undetermined[0]?.reason.code;
      };
      expect(reasonOf({ programmeVersion: "2" })).toBe("settlement.forecast_version");
      expect(reasonOf({ quantity: undefined })).toBe("settlement.forecast_figures");
      expect(reasonOf({}, { kind: "monthly", weights: ["0", ...weights.slice(1)] }, "2024-01-31")).toBe("settlement.forecast_not_begun");
    });
  });

  describe("manual entries", () => {
    const manual = (changes: Partial<AccrualEntry> = {}): AccrualEntry => ({
      id: "M1",
      memberId: "A",
      earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
      date: "2024-01-31",
      part: "manual",
      amount: yuan("50"),
      titles: { en: "Expected order", zh: "预计订单" },
      ...changes,
    });

    test("complaint 6: the next automatic accrual leaves them alone", () => {
      const run = accrue({ statements: statementOf(earnedLine("100")), accruals: [manual()] });
      expect(partsOf(run.postings)).toStrictEqual([["base", "100.00"]]);
      expect(run.earnings[0]).toMatchObject({ manual: "50", open: "150" });
    });

    test("complaint 6: the final settlement ends them, exactly once", () => {
      const statements = statementOf(earnedLine("100", { status: "final" }));
      const accruals = [manual()];
      const facts = { asOf: "2024-04-01", statements, entries: [entryOf("100", { date: "2024-04-01" })] };
      const run = accrue({ ...facts, accruals });
      expect(run.earnings[0]).toMatchObject({ manual: "0", open: "0" });
      expect(run.postings.at(-1)).toMatchObject({ part: "manual", amount: yuan("-50.00"), refersTo: "M1" });
      const again = accrue({ ...facts, runId: "R2", accruals: [...accruals, ...run.postings] });
      expect(again.postings).toStrictEqual([]);
    });

    test.each([
      ["2024-02-28", "50"],
      ["2024-02-29", "0"],
      ["2024-03-01", "0"],
    ])("one that holds until 29 February stands on %s with %s", (asOf, left) => {
      const run = accrue({ asOf, statements: statementOf(earnedLine("100")), accruals: [manual({ until: "2024-02-29" })] });
      expect(run.earnings[0]?.manual).toBe(left);
    });
  });

  describe("what must be claimed", () => {
    const claims = [{ programmeId: "volume", withinDays: 30 }];
    const facts = { statements: statementOf(earnedLine("100", { status: "final" })), entries: [entryOf("60", { date: "2024-04-10" })] };
    // The window ends on 31 March; 30 days after it are 30 April, and 1 May is too late.
    test.each([
      ["2024-04-30", "0", "40"],
      ["2024-05-01", "40", "0"],
      ["2024-05-02", "40", "0"],
    ])("on %s the write-off is %s and %s is open", (asOf, writtenOff, open) => {
      const run = accrue({ ...facts, asOf }, { claims });
      expect(run.earnings[0]).toMatchObject({ writtenOff, open });
    });

    test("a claim that was accepted late reduces the write-off", () => {
      const first = accrue({ ...facts, asOf: "2024-05-01" }, { claims });
      const entries = [...facts.entries, entryOf("15", { id: "E2", date: "2024-05-20" })];
      const run = accrue({ ...facts, runId: "R2", asOf: "2024-05-31", entries, accruals: first.postings }, { claims });
      expect(partsOf(run.postings)).toStrictEqual([
        ["release", "-15.00"],
        ["write_off", "15.00"],
      ]);
      expect(run.earnings[0]).toMatchObject({ writtenOff: "25", open: "0" });
    });
  });

  test("what was settled beyond what is expected is below 0, or left to the member", () => {
    const facts = { asOf: "2024-04-01", statements: statementOf(earnedLine("80", { status: "final" })), entries: [entryOf("100")] };
    expect(accrue(facts).earnings[0]).toMatchObject({ expected: "80", settled: "100", open: "-20" });
    expect(accrue(facts, { overSettled: "left" }).earnings[0]).toMatchObject({ expected: "100", settled: "100", open: "0" });
    expect(accrue({ ...facts, entries: [entryOf("80")] }, { overSettled: "left" }).earnings[0]).toMatchObject({
      expected: "80",
      open: "0",
    });
  });

  test("complaint 41: a new version takes the place of the old one, and only the difference stays", () => {
    const accruals = accrue({ asOf: "2024-01-31", statements: statementOf(earnedLine("60")) }).postings;
    const run = accrue({ runId: "R2", statements: statementOf(earnedLine("45", { programmeVersion: "2" })), accruals });
    expect(run.postings.map(({ earning, amount }) => [earning.programmeVersion, amount.amount])).toStrictEqual([
      ["1", "-60.00"],
      ["2", "45.00"],
    ]);
  });

  // 1,000 reach the second tier: a lump sum of 50, or 2 % of everything = 20. A credit note over 400 leaves 600: a lump sum of 5, or 1 % = 6.
  test.each([
    ["a fixed amount", "lump_sum", "50", "-45.00"],
    ["a rate", "retroactive", "20", "-14.00"],
  ] as const)("complaint 3: the credit note of a sale lowers the accrual of %s, with the same sign", (_, method, first, change) => {
    const tiers =
      method === "lump_sum"
        ? [
            { from: "0", amount: "5" },
            { from: "1000", amount: "50" },
          ]
        : [
            { from: "0", rate: "0.01" },
            { from: "1000", rate: "0.02" },
          ];
    const schedule = { method, unit: "CNY", boundary: "reaches", tiers } as const;
    const accumulator = openAccumulator(policyOf({ programmes: [programmeOf({ schedule })] }));
    const on = (asOf: string, accruals: readonly AccrualEntry[]) =>
      accrue({ runId: asOf, asOf, statements: settle(accumulator, { asOf }).statements, accruals });
    accumulate(accumulator, [lineOf({ id: "L1", date: "2024-01-20", amount: "1000" })]);
    const sold = on("2024-01-31", []);
    expect(sold.earnings[0]).toMatchObject({ posted: first, open: first });
    accumulate(accumulator, [lineOf({ id: "R1", kind: "return", date: "2024-02-10", amount: "400" })]);
    expect(partsOf(on("2024-02-29", sold.postings).postings).reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(Number(change));
  });

  test("complaint 39: accrued on any day, what is open is what is earned by it, and every posting says of what and since when", () => {
    let accruals: readonly AccrualEntry[] = [];
    for (const [asOf, earned] of [
      ["2024-01-07", "3"],
      ["2024-01-08", "3"],
      ["2024-02-19", "41.5"],
      ["2024-03-02", "12"],
    ] as const) {
      const run = accrue({ runId: asOf, asOf, statements: statementOf(earnedLine(earned)), accruals });
      accruals = [...accruals, ...run.postings];
      expect(run.earnings[0]?.open).toBe(earned);
    }
    const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" };
    expect(accruals.map(({ id, date, earning: of, amount }) => [id, date, of, amount.amount])).toStrictEqual([
      ["2024-01-07/1", "2024-01-07", earning, "3.00"],
      ["2024-02-19/1", "2024-02-19", earning, "38.50"],
      ["2024-03-02/1", "2024-03-02", earning, "-29.50"],
    ]);
  });

  test("what is not known is left as it is booked, and told", () => {
    const accruals = accrue({ asOf: "2024-01-31", statements: statementOf(earnedLine("60")) }).postings;
    const unknown = earnedLine("0", { status: "undetermined", payable: null, problem: { code: "incentives.quota_missing", params: {} } });
    const cases: readonly [Partial<Parameters<typeof accrue>[0]>, string][] = [
      [{ statements: statementOf(unknown) }, "settlement.earning_undetermined"],
      [{ statements: [] }, "settlement.earning_without_statement"],
      [{ statements: statementOf(earnedLine("60", { payable: { amount: "60", currency: "USD" } })) }, "settlement.earning_currency"],
    ];
    for (const [facts, code] of cases) {
      const run = accrue({ runId: "R2", accruals, ...facts });
      expect(run.postings).toStrictEqual([]);
      expect(run.undetermined).toMatchObject([{ memberId: "A", programmeId: "volume", periodId: "2024-Q1", reason: { code } }]);
    }
  });

  test("a closed day, and a day before what is posted, are problems", () => {
    const facts = { runId: "R", asOf: "2024-03-31", statements: statementOf(earnedLine("1")), accruals: [], entries: [] };
    const codeOf = (changes: object) => {
      const answer = accrueEarnings({ ...facts, ...changes }, accrualPolicy);
      return answer.ok ? "ok" : answer.problem.code;
    };
    expect(codeOf({ closedThrough: "2024-03-30" })).toBe("ok");
    expect(codeOf({ closedThrough: "2024-03-31" })).toBe("settlement.period_closed");
    expect(codeOf({ entries: [entryOf("1", { date: "2024-04-01" })] })).toBe("settlement.earning_posted_later");
  });

  test("refuses what cannot be read", () => {
    const facts = {
      runId: "R",
      asOf: "2024-03-31",
      statements: statementOf(earnedLine("1")),
      accruals: [],
      entries: [] as SettlementEntry[],
    };
    const at = (changes: object, policy: object = {}) =>
      faultAt(() => accrueEarnings({ ...facts, ...changes }, { ...accrualPolicy, ...policy }));
    expect(at({ asOf: "2024-02-30" })).toBe("kernel.not_a_date at facts.asOf");
    expect(at({ entries: [entryOf("1"), entryOf("2")] })).toBe("kernel.named_twice at facts.entries[1].id");
    expect(at({ statements: statementOf(earnedLine("1", { payable: null })) })).toBe(
      "kernel.missing at facts.statements[0].lines[0].payable",
    );
    expect(at({ statements: statementOf(earnedLine("1"), earnedLine("2")) })).toBe("kernel.named_twice at facts.statements[0].lines[1]");
    expect(at({}, { posting: "both" })).toBe("kernel.not_a_choice at policy.posting");
    expect(at({}, { claims: [{ programmeId: "v", withinDays: -1 }] })).toBe("kernel.not_a_count at policy.claims[0].withinDays");
    const season = { kind: "monthly", weights: ["1"] };
    expect(at({}, { forecasts: [{ programme: programmeOf(), season }] })).toBe("kernel.not_a_count at policy.forecasts[0].season.weights");
    const taken: AccrualEntry = { ...(accrue({ statements: facts.statements }).postings[0] as AccrualEntry), part: "manual" };
    expect(at({ accruals: [taken] })).toBe("kernel.named_twice at facts.runId");
  });
});
