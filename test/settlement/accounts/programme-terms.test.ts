/** Programmes that are settled and paid on terms of their own, beside those of the run. */
import { checkProgramme, collectProgrammePolicies, type IncentiveProgramme, incentiveMeans } from "qudao/incentives";
import { parseEarningsSettlementPolicy, parseIncentiveProgramme, parsePaymentRunPolicy, parseSettlementEntry } from "qudao/schemas";
import {
  buildPayables,
  buildReversal,
  type EarnedLine,
  type PaymentRunFacts,
  type PaymentRunPolicy,
  type ProgrammePaymentTerms,
  type ProgrammeSettlementTerms,
  planPaymentRun,
  type SettlementEntry,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  amountsOf,
  earnedLine,
  entryOf,
  expectSound,
  quarter,
  settlementPolicy,
  settleUp,
  statementOf,
  year,
  yuan,
} from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { programmeOf } from "../../support/settlement.js";

const own = (changes: Partial<ProgrammeSettlementTerms>) => ({ programmes: [{ programmeId: "volume", ...changes }] });
const final = (payable: string, changes: Partial<EarnedLine> = {}) => earnedLine(payable, { status: "final", ...changes });
const other = { programmeId: "other" };
const net = (days: number) => ({ kind: "net", days }) as const;
const thirds = [
  { id: "order", share: "0.6" },
  { id: "invoice", share: "0.2" },
  { id: "holdback", share: "0.2", term: net(365) },
] as const;
const stagesOf = (entries: readonly SettlementEntry[]) => entries.map(({ stageId, amount, dueDate }) => [stageId, amount.amount, dueDate]);

describe("settleEarnings(), programme by programme", () => {
  // the window ends on 31 March: final from 11 April on, the other programme from 1 April on
  test.each([
    ["2024-04-10", "interim"],
    ["2024-04-11", "final"],
    ["2024-04-12", "final"],
  ])("10 days of grace of one programme, none of the other: on %s it is %s", (asOf, stage) => {
    const { earnings } = settleUp({ asOf, statements: statementOf(final("100"), final("100", other)) }, own({ graceDays: 10 }));
    expect(earnings.map((one) => [one.programmeId, one.stage])).toStrictEqual([
      ["other", "final"],
      ["volume", stage],
    ]);
  });

  test("each has its own term and its own start of it", () => {
    const asOf = "2024-04-11";
    const { entries } = settleUp(
      { asOf, statements: statementOf(final("100"), final("100", other)) },
      own({ term: net(5), termFrom: "posting" }),
    );
    expect(entries.map(({ earning, dueDate }) => [earning?.programmeId, dueDate])).toStrictEqual([
      ["other", "2024-04-30"],
      ["volume", "2024-04-16"],
    ]);
  });

  test("each has its own interim share and its own rules below 0", () => {
    const statements = statementOf(earnedLine("100"), earnedLine("100", other));
    const first = settleUp({ runId: "R1", asOf: "2024-02-29", statements }, { interimShare: "0.5", ...own({ interimShare: "0.25" }) });
    expect(amountsOf(first.entries)).toStrictEqual([
      ["earning", "50.00"],
      ["earning", "25.00"],
    ]);
    const fallen = statementOf(final("10"), final("10", other));
    const facts = { runId: "R2", asOf: "2024-04-01", statements: fallen, entries: first.entries };
    // 10 less 50, due from the member; 10 less 25, kept by it
    const second = settleUp(facts, { negative: "recover", ...own({ negative: "clamp_zero" }) });
    expect(second.earnings.map(({ programmeId, settledNow, rule }) => [programmeId, settledNow, rule])).toStrictEqual([
      ["other", "-40", "recover"],
      ["volume", "0", "clamp_zero"],
    ]);
    const late = settleUp(
      { runId: "R3", asOf: "2024-06-01", statements: statementOf(final("4", other)), entries: [...first.entries, ...second.entries] },
      { programmes: [{ programmeId: "other", returnsAfterClose: "ignore" }] },
    );
    expect(late.earnings.map(({ settledNow, rule }) => [settledNow, rule])).toStrictEqual([["0", "ignore"]]);
  });

  describe("settled every month within the year", () => {
    const monthly = { interimShare: "1", ...own({ settleEvery: { kind: "calendar", unit: "month" } }) } as const;
    const statements = statementOf(earnedLine("100", { window: year }), earnedLine("100", { ...other, window: year }));
    const settledOn = (asOf: string, previousRun?: string) =>
      settleUp({ asOf, statements, ...(previousRun === undefined ? {} : { previousRun }) }, monthly).earnings.map(
        ({ settledNow, open }) => [settledNow, open],
      );
    test.each([
      ["2024-03-31", undefined, "0"],
      ["2024-04-01", undefined, "100"],
      ["2024-04-02", undefined, "0"],
      // where the run before is known, the first one after the end of the month settles
      ["2024-04-05", "2024-03-31", "100"],
      ["2024-04-05", "2024-04-01", "0"],
      ["2024-04-30", "2024-04-05", "0"],
      ["2024-05-01", "2024-04-05", "100"],
    ])("a run on %s after one on %s settles %s of it, and the other programme always", (asOf, previousRun, want) => {
      expect(settledOn(asOf, previousRun)).toStrictEqual([
        ["100", "0"],
        [want, want === "0" ? "100" : "0"],
      ]);
    });

    test("a day that is not its own leaves what was settled as it is, and the end of the window settles the rest", () => {
      const first = settleUp({ runId: "R1", asOf: "2024-04-01", statements: statementOf(earnedLine("100", { window: year })) }, monthly);
      const fallen = statementOf(earnedLine("60", { window: year }));
      const wait = settleUp({ runId: "R2", asOf: "2024-04-15", statements: fallen, entries: first.entries }, monthly);
      expect([wait.entries, wait.earnings[0]?.open]).toStrictEqual([[], "-40"]);
      const over = statementOf(final("160", { window: year }));
      const last = settleUp({ runId: "R3", asOf: "2025-01-20", statements: over, entries: first.entries }, monthly);
      expect(amountsOf(last.entries)).toStrictEqual([["earning", "60.00"]]);
    });
  });

  describe("paid in stages", () => {
    test("each stage is a payable of its own, the holdback due last, and its name is in the entry and its title", () => {
      const programme = { en: "Volume rebate", zh: "销量返利" };
      const { entries, earnings } = settleUp({ statements: statementOf(final("100", { programme })) }, own({ stages: thirds }));
      expect(stagesOf(entries)).toStrictEqual([
        ["order", "60.00", "2024-04-30"],
        ["invoice", "20.00", "2024-04-30"],
        ["holdback", "20.00", "2025-03-31"],
      ]);
      expect(entries[2]?.titles).toStrictEqual({ en: "Volume rebate, 2024-Q1 (holdback)", zh: "销量返利（2024-Q1）：holdback" });
      expect(earnings[0]).toMatchObject({ settledNow: "100", open: "0" });
      expect(entries.map((entry) => parseSettlementEntry(entry).ok)).toStrictEqual([true, true, true]);
    });

    // the first ones are cut to the cent, the last has the rest
    test.each([
      ["100.00", ["60.00", "20.00", "20.00"]],
      ["0.03", ["0.01", "0.02"]],
      ["0.01", ["0.01"]],
      ["99.99", ["59.99", "19.99", "20.01"]],
      ["0.04", ["0.02", "0.02"]],
      ["0.05", ["0.03", "0.01", "0.01"]],
    ])("%s is cut into %j, and the odd cents are the last stage's", (payable, want) => {
      const { entries } = settleUp({ statements: statementOf(final(payable)) }, own({ stages: thirds }));
      expect(entries.map(({ amount }) => amount.amount)).toStrictEqual(want);
    });

    test("a second run adds nothing, an interim run and the final one come to the same, and a reversal takes one stage back", () => {
      const policy = { interimShare: "0.5", ...own({ stages: thirds }) };
      const first = settleUp({ runId: "R1", asOf: "2024-02-29", statements: statementOf(earnedLine("100")) }, policy);
      expect(stagesOf(first.entries)).toStrictEqual([
        ["order", "30.00", "2024-03-30"],
        ["invoice", "10.00", "2024-03-30"],
        ["holdback", "10.00", "2025-02-28"],
      ]);
      const statements = statementOf(final("120"));
      const second = settleUp({ runId: "R2", statements, entries: first.entries }, policy);
      expect(second.entries.map(({ amount }) => amount.amount)).toStrictEqual(["42.00", "14.00", "14.00"]);
      const entries = [...first.entries, ...second.entries];
      const third = settleUp({ runId: "R3", asOf: "2024-05-01", statements, entries }, policy);
      expect([third.entries, third.earnings[0]?.settledBefore, third.earnings[0]?.open]).toStrictEqual([[], "120", "0"]);
      const mirror = buildReversal({ id: "X", asOf: "2024-05-01", entryId: "R2/3", entries });
      if (!mirror.ok) throw new Error(mirror.problem.code);
      const again = settleUp({ runId: "R4", asOf: "2024-05-01", statements, entries: [...entries, mirror.value] }, policy);
      expect(again.entries.map(({ kind, stageId, amount }) => [kind, stageId, amount.amount])).toStrictEqual([
        ["correction", "order", "8.40"],
        ["correction", "invoice", "2.80"],
        ["correction", "holdback", "2.80"],
      ]);
    });

    test("what is lost after the final settlement comes off the holdback first", () => {
      const policy = own({ stages: thirds });
      const { entries } = settleUp({ runId: "R1", statements: statementOf(final("100")) }, policy);
      const late = settleUp({ runId: "R2", asOf: "2024-06-01", statements: statementOf(final("85")), entries }, policy);
      expect(late.entries.map(({ kind, stageId, amount, refersTo }) => [kind, stageId, amount.amount, refersTo])).toStrictEqual([
        ["correction", undefined, "-15.00", "R1/3"],
      ]);
      const list = buildPayables({ asOf: "2024-06-01", entries: [...entries, ...late.entries], fees: [] }, { term: net(30) });
      expect(list.ok && list.value.outcome.payables.map(({ id, open }) => [id, open])).toStrictEqual([
        ["R1/1", "60"],
        ["R1/2", "20"],
        ["R1/3", "5"],
      ]);
    });

    test("no stage is due before the one before it", () => {
      const stages = [
        { id: "a", share: "0.5", term: net(90) },
        { id: "b", share: "0.5", term: net(10), termFrom: "window_end" },
      ] as const;
      const { entries } = settleUp({ asOf: "2024-04-11", statements: statementOf(final("100")) }, own({ stages, termFrom: "posting" }));
      expect(stagesOf(entries)).toStrictEqual([
        ["a", "50.00", "2024-07-10"],
        ["b", "50.00", "2024-07-10"],
      ]);
    });

    test("stages that are no whole, and rows that stand twice, are faults with their place", () => {
      const settle = (programmes: readonly ProgrammeSettlementTerms[]) => faultAt(() => settleUp({}, { programmes }));
      expect(settle([{ programmeId: "volume", stages: [{ id: "a", share: "0.99" }] }])).toBe(
        "settlement.stages_not_whole at policy.programmes[0].stages",
      );
      expect(settle([{ programmeId: "volume", stages: [] }])).toBe("settlement.stages_not_whole at policy.programmes[0].stages");
      expect(settle([{ programmeId: "volume" }, { programmeId: "volume" }])).toMatch("kernel.named_twice at policy.programmes");
      expect(settle([{ programmeId: "volume", graceDays: -1 }])).toBe("kernel.not_a_count at policy.programmes[0].graceDays");
      expect(parseEarningsSettlementPolicy({ ...settlementPolicy, ...own({ stages: [{ id: "a", share: "0.99" }] }) }).ok).toBe(false);
      expect(parseEarningsSettlementPolicy({ ...settlementPolicy, ...own({ stages: thirds }) }).ok).toBe(true);
    });
  });
});

describe("planPaymentRun(), programme by programme", () => {
  const policy: PaymentRunPolicy = { term: net(30), minimums: [], withholdings: [], rounding: "half_up" };
  const facts = { runId: "PAY", asOf: "2024-04-30", dueThrough: "2024-04-30", fees: [], holds: [], payees: [], paidBefore: [] };
  const due = (id: string, programmeId: string, amount: string, memberId = "A") =>
    entryOf(amount, { id, memberId, dueDate: "2024-04-30", earning: { programmeId, programmeVersion: "1", periodId: quarter.id } });
  const planned = (
    entries: readonly SettlementEntry[],
    programmes: readonly ProgrammePaymentTerms[],
    changes: Partial<PaymentRunFacts> = {},
    agreed: Partial<PaymentRunPolicy> = {},
  ) => {
    const answer = planPaymentRun(frozen({ ...facts, entries, ...changes }), frozen({ ...policy, ...agreed, programmes }));
    if (!answer.ok) throw new Error(answer.problem.code);
    expectSound(answer.value);
    const { payments, leftOut, withheld } = answer.value.outcome;
    return {
      paid: payments.map(({ payeeId, gross }) => [payeeId, gross.amount]),
      left: leftOut.map(({ payableId, reason }) => [payableId, reason]),
      withheld: withheld.map(({ amount }) => amount.amount),
    };
  };

  test.each([
    ["19.99", [["A", "50.00"]], [["V", "below_minimum"]]],
    ["20.00", [["A", "70.00"]], []],
    ["20.01", [["A", "70.01"]], []],
  ])("of a programme that pays from 20 on, %s is paid or carried on, and the other programme is paid", (amount, paid, left) => {
    const entries = [due("V", "volume", amount), due("O", "other", "50")];
    const run = planned(entries, [{ programmeId: "volume", minimum: yuan("20") }]);
    expect([run.paid, run.left]).toStrictEqual([paid, left]);
  });

  test("what is carried is paid when more of the same programme makes it enough, or of another member of the same payee", () => {
    const least = { programmeId: "volume", minimum: yuan("20") };
    const [one, two] = [due("V1", "volume", "12"), due("V2", "volume", "8", "B")];
    expect(planned([one, two], [least]).paid).toStrictEqual([]);
    expect(planned([one, { ...two, memberId: "A" }], [least]).paid).toStrictEqual([["A", "20.00"]]);
    expect(planned([one, two], [{ ...least, payeeId: "AGENCY" }]).paid).toStrictEqual([["AGENCY", "20.00"]]);
    expect(planned([one], [{ programmeId: "volume", minimum: { amount: "20", currency: "USD" } }]).paid).toStrictEqual([["A", "12.00"]]);
  });

  // 8 % of 50 + 30: the 30 were conceded in a dispute about the 50, and are of the same programme
  test("what corrects an entry of a programme is paid on the terms of that programme, and withheld from like it", () => {
    const corrected = entryOf("30", { id: "C1", kind: "correction", dueDate: "2024-04-30", earning: undefined, refersTo: "V" });
    const again = { ...corrected, id: "C2", amount: yuan("10"), refersTo: "C1" };
    const programmes = [{ programmeId: "volume", minimum: yuan("60"), payeeId: "AGENCY" }];
    const tax = {
      id: "tax",
      titles: { en: "Tax", zh: "税" },
      currency: "CNY",
      programmeIds: ["volume"],
      schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.08" }] },
    } as const;
    const run = planned([due("V", "volume", "50"), corrected], programmes, {}, { withholdings: [tax] });
    expect(run).toStrictEqual({ paid: [["AGENCY", "80.00"]], left: [], withheld: ["6.40"] });
    expect(planned([due("V", "volume", "50"), corrected, again], programmes).paid).toStrictEqual([["AGENCY", "90.00"]]);
  });

  test("the minimum of the run holds on what is left, and approval in part is no way below that of a programme", () => {
    const least = [{ programmeId: "volume", minimum: yuan("20") }];
    const entries = [due("V", "volume", "19"), due("O", "other", "5")];
    const small = planned(entries, least, {}, { minimums: [yuan("10")] });
    expect([small.paid, small.left]).toStrictEqual([
      [],
      [
        ["V", "below_minimum"],
        ["O", "below_minimum"],
      ],
    ]);
    const authority = [{ level: "head", titles: { en: "Head", zh: "主管" }, currency: "CNY", above: "0" }];
    const approvals = [{ level: "head", by: "X", payeeId: "A", upTo: yuan("15") }];
    const parts = [due("V1", "volume", "12"), due("V2", "volume", "12")];
    const run = planned(parts, least, { approvals }, { authority });
    expect([run.paid, run.left]).toStrictEqual([
      [],
      [
        ["V2", "not_authorised"],
        ["V1", "below_minimum"],
      ],
    ]);
  });

  test("the payee of a programme is paid instead of the member's own, and withheld from by its class", () => {
    const titles = { en: "Income tax", zh: "个人所得税" };
    const schedule = { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] } as const;
    const withholdings = [{ id: "tax", titles, currency: "CNY", payeeClasses: ["person"], schedule }];
    const payees = [
      { memberId: "A", payeeId: "BANK-A" },
      { memberId: "AGENT", payeeId: "AGENT", payeeClass: "person" },
    ];
    const entries = [due("V", "volume", "100"), due("O", "other", "50")];
    const run = planned(entries, [{ programmeId: "volume", payeeId: "AGENT" }], { payees }, { withholdings });
    expect(run).toStrictEqual({
      paid: [
        ["AGENT", "100.00"],
        ["BANK-A", "50.00"],
      ],
      left: [],
      withheld: ["10.00"],
    });
  });

  test("rows that stand twice, or cannot be read, are faults with their place", () => {
    expect(faultAt(() => planned([], [{ programmeId: "v" }, { programmeId: "v" }]))).toMatch("kernel.named_twice at policy.programmes");
    expect(faultAt(() => planned([], [{ programmeId: "v", minimum: yuan("-1") }]))).toMatch("policy.programmes[0].minimum");
    expect(parsePaymentRunPolicy({ ...policy, programmes: [{ programmeId: "v", minimum: yuan("20"), payeeId: "X" }] }).ok).toBe(true);
    expect(parsePaymentRunPolicy({ ...policy, programmes: [{ programmeId: "v", least: yuan("20") }] }).ok).toBe(false);
  });
});

describe("collectProgrammePolicies() writes the rows", () => {
  const rows = (changes: Partial<IncentiveProgramme>) => {
    const { settlements, payments } = collectProgrammePolicies(
      { programmes: [programmeOf(changes)] },
      { groups: [], means: incentiveMeans },
    );
    expect(parseEarningsSettlementPolicy({ ...settlementPolicy, programmes: settlements }).ok).toBe(true);
    return [settlements, payments];
  };
  const all = [{ id: "all", share: "1" }];
  const month = { kind: "calendar", unit: "month" } as const;

  test("none for a programme that says nothing, and none for one that earns no money", () => {
    expect(rows({})).toStrictEqual([[], []]);
    expect(rows({ payout: { means: "sales_bonus", stages: all, minimum: "0.00" } })).toStrictEqual([[], []]);
    const payout = { means: "training_support", stages: all, minimum: "1", dueDays: 5, payeeId: "X" };
    expect(rows({ right: { means: "training_support", unit: "day" }, payout })).toStrictEqual([[], []]);
  });

  test("a timetable that settles only at the end, or every month", () => {
    expect(rows({ timetable: { accrueEvery: month, graceDays: 10 } })[0]).toStrictEqual([
      { programmeId: "volume", interimShare: "0", graceDays: 10 },
    ]);
    expect(rows({ timetable: { accrueEvery: month, settleEvery: month, graceDays: 0 } })[0]).toStrictEqual([
      { programmeId: "volume", settleEvery: month, graceDays: 0 },
    ]);
  });

  test("due days, stages, minimum, payee and negative windows", () => {
    const stages = [
      { id: "now", share: "0.75" },
      { id: "holdback", share: "0.25", dueDays: 365 },
    ];
    const payout = { means: "sales_bonus", stages, minimum: "50", payeeId: "BANK", dueDays: 30 };
    expect(rows({ payout, negative: "recover" })).toStrictEqual([
      [
        {
          programmeId: "volume",
          negative: "recover",
          term: net(30),
          termFrom: "window_end",
          stages: [
            { id: "now", share: "0.75" },
            { id: "holdback", share: "0.25", term: net(365), termFrom: "window_end" },
          ],
        },
      ],
      [{ programmeId: "volume", minimum: yuan("50"), payeeId: "BANK" }],
    ]);
  });

  // a holdback comes due last
  test.each([
    [30, undefined, 29, ["kernel.not_a_count at payout.stages[1].dueDays"]],
    [30, undefined, 30, []],
    [30, undefined, 31, []],
    [30, 10, 10, []],
    [30, 10, 9, ["kernel.not_a_count at payout.stages[1].dueDays"]],
    [undefined, undefined, 0, []],
    [undefined, undefined, 36_601, ["kernel.not_a_count at payout.stages[1].dueDays"]],
    [36_601, undefined, undefined, ["kernel.not_a_count at payout.dueDays"]],
  ])("a payout due in %s days, its first stage in %s, its last in %s: %j", (dueDays, first, last, want) => {
    const stages = [
      { id: "now", share: "0.75", ...(first === undefined ? {} : { dueDays: first }) },
      { id: "holdback", share: "0.25", ...(last === undefined ? {} : { dueDays: last }) },
    ];
    const programme = programmeOf({
      payout: { means: "sales_bonus", stages, minimum: "0", ...(dueDays === undefined ? {} : { dueDays }) },
    });
    expect(checkProgramme(programme).map(({ code, path }) => `${code} at ${path}`)).toStrictEqual(want);
    expect(parseIncentiveProgramme(programme).ok).toBe(want.length === 0);
  });
});
