import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import {
  type AgreementWindow,
  checkProgramme,
  collectProgrammePolicies,
  type IncentiveProgramme,
  listProgrammeWindows,
} from "qudao/incentives";
import { isLibraryFault, renderMessage } from "qudao/kernel";
import { AccumulatorPolicySchema } from "qudao/schemas";
import {
  type AccumulatorMember,
  accumulate,
  buildSettlementCalendar,
  forecastSettlement,
  mergeAccumulators,
  openAccumulator,
  restore,
  type SettlementFacts,
  settle,
  simulateProgrammes,
  snapshot,
  traceLine,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt, faultOf } from "../support/fault-of.js";
import { settled } from "../support/settled.js";
import { dealer, memberFrom, policyOf, programmeOf, saleOf } from "../support/settlement.js";

const quarterly: AgreementWindow = { kind: "agreement", every: { months: 3 } };
const own = (changes: Partial<IncentiveProgramme> = {}) => programmeOf({ window: quarterly, ...changes });

const paid = (
  programme: IncentiveProgramme,
  members: readonly AccumulatorMember[],
  lines: readonly SaleLine[],
  facts?: Partial<SettlementFacts>,
) => settled(policyOf({ programmes: [programme], members }), lines, facts);
const rows = (...given: Parameters<typeof paid>) =>
  paid(...given).statements.flatMap(({ memberId, lines }) =>
    lines.map(({ window, earned, problem }) => `${memberId} ${window.id}: ${earned?.amount ?? problem?.code}`),
  );

describe("windows that run from each member's agreement", () => {
  test("the same days are in two windows of one member and in one of another", () => {
    const members = [memberFrom("A", "2024-03-15"), memberFrom("B", "2024-03-16")];
    const lines = ["A", "B"].flatMap((id) => [saleOf(id, "2024-06-14", "600"), saleOf(id, "2024-06-15", "600")]);
    // 600 is paid 1 %, 1,200 together 2 %
    expect(rows(own(), members, lines)).toStrictEqual(["A 2024-03-15-P3M: 6.00", "A 2024-06-15-P3M: 6.00", "B 2024-03-16-P3M: 24.00"]);
  });

  test.each([
    ["2024-03-14", []],
    ["2024-03-15", ["A 2024-03-15-P3M: 1.00"]],
    ["2024-03-16", ["A 2024-03-15-P3M: 1.00"]],
    ["2024-09-29", ["A 2024-09-15-P3M: 1.00"]],
    ["2024-09-30", []],
    ["2024-10-01", []],
  ])("a sale on %s, of an agreement from 15 March to the day before 30 September", (date, expected) => {
    expect(rows(own(), [memberFrom("A", "2024-03-15", "2024-09-30")], [saleOf("A", date, "100")])).toStrictEqual(expected);
  });

  test("months are counted from the first day of the agreement, never from the window before", () => {
    const dates = ["2024-01-30", "2024-01-31", "2024-02-28", "2024-02-29", "2024-03-30", "2024-03-31"];
    const monthly = own({ window: { kind: "agreement", every: { months: 1 } } });
    const lines = dates.map((date, i) => saleOf("A", date, `${2 ** i}00`));
    // 200 + 400; 800 + 1,600; 3,200
    expect(rows(monthly, [memberFrom("A", "2024-01-31")], lines)).toStrictEqual([
      "A 2024-01-31-P1M: 6.00",
      "A 2024-02-29-P1M: 48.00",
      "A 2024-03-31-P1M: 64.00",
    ]);
  });

  test("weeks are counted from it, too", () => {
    const lines = [saleOf("A", "2024-05-15", "100"), saleOf("A", "2024-05-28", "100"), saleOf("A", "2024-05-29", "100")];
    const fortnightly = own({ window: { kind: "agreement", every: { weeks: 2 } } });
    expect(rows(fortnightly, [memberFrom("A", "2024-05-15")], lines)).toStrictEqual(["A 2024-05-15-P2W: 2.00", "A 2024-05-29-P2W: 1.00"]);
  });

  test("without a length it is the agreement to date, as far as the programme is in force", () => {
    const members = [memberFrom("A", "2024-03-15"), memberFrom("B", "2019-07-01", "2024-05-01"), memberFrom("C", "2025-01-01")];
    const lines = members.flatMap(({ id }) => [saleOf(id, "2024-03-31", "600"), saleOf(id, "2024-04-30", "600")]);
    const { statements } = paid(own({ window: { kind: "agreement" } }), members, lines);
    expect(statements.flatMap(({ lines: [line] }) => [line?.window, line?.earned?.amount])).toStrictEqual([
      {
        start: "2024-03-15",
        end: "2025-01-01",
        id: "2024-03-15/2025-01-01",
        titles: { en: "agreement, 2024-03-15 to 2024-12-31", zh: "协议期（2024-03-15至2024-12-31）" },
      },
      "24.00",
      {
        start: "2024-01-01",
        end: "2024-05-01",
        id: "2024-01-01/2024-05-01",
        titles: { en: "agreement, 2024-01-01 to 2024-04-30", zh: "协议期（2024-01-01至2024-04-30）" },
      },
      "24.00",
    ]);
  });

  test("each is final when it is over itself", () => {
    const members = [memberFrom("A", "2024-03-15"), memberFrom("B", "2024-03-16")];
    const lines = members.map(({ id }) => saleOf(id, "2024-04-01", "100"));
    const { statements } = paid(own(), members, lines, { asOf: "2024-06-15" });
    expect(statements.map(({ lines: [line] }) => line?.status)).toStrictEqual(["final", "open"]);
  });

  test("growth compares the same window of the year before, also where that is before the agreement", () => {
    const growing = own({
      qualifier: { kind: "growth_amount", of: "amount", baseline: "prior_year", zeroBaseline: { kind: "not_eligible" } },
      payOn: "growth_amount",
    });
    const lines = [
      saleOf("A", "2023-02-27", "7000"),
      saleOf("A", "2023-02-28", "100"),
      saleOf("A", "2023-05-29", "200"),
      saleOf("A", "2023-05-30", "9000"),
      saleOf("A", "2024-02-29", "500"),
    ];
    // the window of 29 February to 29 May grows by 200 above 300
    const found = paid(growing, [memberFrom("A", "2023-11-30")], lines).statements[0]?.lines.find(
      ({ window }) => window.start === "2024-02-29",
    );
    expect([found?.window.end, found?.baseline, found?.earned?.amount]).toStrictEqual(["2024-05-30", "300", "2.00"]);
  });

  test("quotas name the windows by the same identifiers", () => {
    const attaining = own({
      qualifier: { kind: "attainment" },
      payOn: "amount",
      schedule: {
        method: "retroactive",
        unit: "ratio",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0" },
          { from: "1", rate: "0.05" },
        ],
      },
    });
    const quota = (periodId: string) => ({ memberId: "A", periodId, amount: { amount: "500", currency: "CNY" } });
    const lines = [saleOf("A", "2024-03-15", "500"), saleOf("A", "2024-06-15", "499")];
    const quotas = [quota("2024-03-15-P3M"), quota("2024-06-15-P3M")];
    expect(rows(attaining, [memberFrom("A", "2024-03-15")], lines, { quotas })).toStrictEqual([
      "A 2024-03-15-P3M: 25.00",
      "A 2024-06-15-P3M: 0.00",
    ]);
  });

  test("a return is taken from the window of its sale, and what is below 0 is carried into the member's next window", () => {
    const back = { kind: "return", originDate: "2024-06-14" } as const;
    const lines = [saleOf("A", "2024-06-14", "1000"), saleOf("A", "2024-06-15", "1000"), saleOf("A", "2024-07-01", "500", back)];
    expect(rows(own({ returns: "restate" }), [memberFrom("A", "2024-03-15")], lines)).toStrictEqual([
      "A 2024-03-15-P3M: 5.00",
      "A 2024-06-15-P3M: 20.00",
    ]);
    const later = [saleOf("A", "2024-06-14", "300", { kind: "return" }), saleOf("A", "2024-06-15", "1000")];
    expect(rows(own({ negative: "carry_forward" }), [memberFrom("A", "2024-03-15")], later)).toStrictEqual([
      "A 2024-03-15-P3M: 0.00",
      "A 2024-06-15-P3M: 7.00",
    ]);
  });

  test("a guarantee is cut to the days of the agreement, and a budget goes to the windows that end first", () => {
    const guaranteed = own({ guarantee: { amount: "91", basis: "each_period", paidAt: "end", prorateBy: "days" } });
    // 46 of the 91 days to 31 March, in which nothing was sold
    const lines = rows(guaranteed, [memberFrom("A", "2024-01-01", "2024-02-16")], []);
    expect(lines).toStrictEqual(["A 2024-01-01-P3M: 46.00"]);
    const first = own({ budget: { amount: "8", how: "first_come", remainder: "contract_order", alertAt: "1" } });
    const members = [memberFrom("A", "2024-03-16"), memberFrom("B", "2024-03-15")];
    expect(
      rows(
        first,
        members,
        members.map(({ id }) => saleOf(id, "2024-04-01", "500")),
      ),
    ).toStrictEqual(["A 2024-03-16-P3M: 3.00", "B 2024-03-15-P3M: 5.00"]);
  });

  test("what is earned on sales of others runs from the agreement of who earns", () => {
    const override = own({ earner: { uplineOfSeller: true, memberIds: ["U"] }, window: { kind: "agreement", every: { months: 1 } } });
    const members = [
      memberFrom("U", "2024-02-15"),
      { ...memberFrom("S", "2024-01-01"), uplineId: "U" },
      { ...dealer, id: "T", uplineId: "U" },
    ];
    const lines = [
      saleOf("S", "2024-02-14", "100"),
      saleOf("S", "2024-02-15", "100"),
      saleOf("T", "2024-03-14", "100"),
      saleOf("T", "2024-03-15", "100"),
    ];
    expect(rows(override, members, lines)).toStrictEqual(["U 2024-02-15-P1M: 2.00", "U 2024-03-15-P1M: 1.00"]);
  });

  test("versions follow each other, each on its days of the member's windows", () => {
    const programmes = [
      own({ effective: { start: "2024-01-01", end: "2024-07-01" } }),
      own({ version: "2", effective: { start: "2024-07-01", end: "2025-01-01" }, negative: "carry_forward" }),
    ];
    const accumulator = openAccumulator(policyOf({ programmes, members: [memberFrom("A", "2024-03-15")] }));
    accumulate(accumulator, [saleOf("A", "2024-06-30", "100"), saleOf("A", "2024-07-01", "200")]);
    const { statements } = settle(accumulator, { asOf: "2025-01-01" });
    expect(statements[0]?.lines.map(({ programmeVersion, window, earned }) => [programmeVersion, window.id, earned?.amount])).toStrictEqual(
      [
        ["1", "2024-06-15-P3M", "1.00"],
        ["2", "2024-06-15-P3M", "2.00"],
      ],
    );
  });
});

describe("a member without an agreement", () => {
  const withOut = [memberFrom("A", "2024-03-15"), { ...dealer, id: "B" }];

  test("many agreements over thousands of years are refused before they fill the memory", () => {
    const everlasting = own({ window: { kind: "agreement" }, effective: { start: "0001-01-01", end: "9999-12-31" } });
    const members = Array.from({ length: 20 }, (_, i) => memberFrom(`M${i}`, `2024-03-${i + 10}`));
    const { code, path } = faultOf(() => openAccumulator(policyOf({ programmes: [everlasting], members })));
    expect([code, path]).toStrictEqual(["kernel.range_too_long", "policy.programmes"]);
  });

  test("is a fault where it may earn, so that nothing is lost in silence", () => {
    const policy = policyOf({ programmes: [own()], members: withOut });
    const { code, path, params } = faultOf(() => openAccumulator(policy));
    expect([code, path, params]).toStrictEqual([
      "settlement.agreement_missing",
      "policy.members[1].agreement",
      { programmeId: '"volume"', memberId: '"B"' },
    ]);
    expect(renderMessage({ code, params }, "zh", catalogue)).toBe(
      '无法建立累加器：方案 "volume" 的结算期自各成员的协议起算，而成员 "B" 未写明协议日期',
    );
    expect(AccumulatorPolicySchema.safeParse(policy).success).toBe(false);
    expect(AccumulatorPolicySchema.safeParse({ ...policy, members: [withOut[0]] }).success).toBe(true);
  });

  test("is none where it may not, or where windows are the same for all", () => {
    expect(
      rows(own({ earner: { memberIds: ["A"] } }), withOut, [saleOf("A", "2024-03-15", "100"), saleOf("B", "2024-03-15", "100")]),
    ).toStrictEqual(["A 2024-03-15-P3M: 1.00"]);
    expect(rows(programmeOf(), withOut, [saleOf("B", "2024-03-15", "100")])).toStrictEqual(["B 2024-Q1: 1.00"]);
  });

  test.each([
    [{ start: "2024-02-30" }, "kernel.not_a_date at policy.members[0].agreement.start"],
    [{ start: "2024-03-15", end: "2024-03-15" }, "kernel.not_a_period at policy.members[0].agreement"],
    ["2024", "kernel.not_a_record at policy.members[0].agreement"],
  ])("days that cannot be read: %j", (agreement, expected) => {
    expect(faultAt(() => openAccumulator(policyOf({ members: [{ ...dealer, agreement: agreement as never }] })))).toBe(expected);
  });
});

describe("what does not go with such windows", () => {
  test.each([
    [{ kind: "agreement", every: {} }, "kernel.not_a_choice at window.every"],
    [{ kind: "agreement", every: { months: 1, weeks: 1 } }, "kernel.not_a_choice at window.every"],
    [{ kind: "agreement", every: { months: 0 } }, "kernel.not_a_count at window.every.months"],
    [{ kind: "agreement", every: { months: 1201 } }, "kernel.not_a_count at window.every.months"],
    [{ kind: "agreement", every: { weeks: 521 } }, "kernel.not_a_count at window.every.weeks"],
    [{ kind: "agreement", every: "month" }, "kernel.not_a_record at window.every"],
  ])("a length that cannot be read: %j", (window, expected) => {
    expect(checkProgramme(own({ window: window as never })).map(({ code, path }) => `${code} at ${path}`)).toStrictEqual([expected]);
  });

  test("the mean of the windows before needs more than one window", () => {
    const qualifier = {
      kind: "growth_amount",
      of: "amount",
      baseline: { kind: "rolling", windows: 2, rounding: { decimals: 0, mode: "half_up" } },
      zeroBaseline: { kind: "not_eligible" },
    } as const;
    expect(checkProgramme(own({ qualifier }))).toStrictEqual([]);
    expect(checkProgramme(own({ qualifier, window: { kind: "agreement" } })).map(({ code }) => code)).toStrictEqual([
      "incentives.no_windows_before",
    ]);
  });

  test("a calendar for all members cannot list them; one of a member's own windows can", () => {
    const timetable = { accrueEvery: { kind: "calendar", unit: "month" }, graceDays: 0 } as const;
    const collected = collectProgrammePolicies({ programmes: [own({ timetable })] }, { groups: [], means: [] });
    expect(collected.timetables[0]?.window).toStrictEqual(quarterly);
    const [row] = collected.timetables;
    const programmes = [{ ...(row as NonNullable<typeof row>), term: { kind: "net", days: 30 }, termFrom: "window_end" }] as const;
    const range = { start: "2024-01-01", end: "2025-01-01" };
    expect(faultAt(() => buildSettlementCalendar({ range }, { programmes }))).toBe(
      "settlement.calendar_of_agreements at policy.programmes[0].window.kind",
    );
    const periods = listProgrammeWindows({ agreement: { start: "2024-06-15" } }, own());
    const ofOne = programmes.map((one) => ({ ...one, window: { kind: "custom" as const, periods } }));
    const { outcome } = buildSettlementCalendar({ range }, { programmes: ofOne });
    expect(outcome.filter(({ kind }) => kind === "final").map(({ date, window }) => `${date} ${window.id}`)).toStrictEqual([
      "2024-09-15 2024-06-15-P3M",
      "2024-12-15 2024-09-15-P3M",
    ]);
  });
});

describe("the same windows elsewhere", () => {
  const members = [memberFrom("A", "2024-03-15", "2024-10-01"), memberFrom("B", "2024-03-16")];

  test("a trace names the windows of the earner, and why a day is in none", () => {
    const accumulator = openAccumulator(policyOf({ programmes: [own()], members }));
    const trace = (memberId: string, date: string) => {
      const [found] = traceLine(saleOf(memberId, date, "1"), accumulator);
      for (const reason of found?.reasons ?? []) expect(renderMessage(reason, "en", catalogue)).not.toContain("{");
      return [...(found?.windowIds ?? []), ...(found?.reasons ?? []).map(({ code }) => code)];
    };
    expect(trace("A", "2024-03-14")).toStrictEqual(["settlement.before_agreement"]);
    expect(trace("A", "2024-03-15")).toStrictEqual(["2024-03-15-P3M", "settlement.line_counts"]);
    expect(trace("B", "2024-06-15")).toStrictEqual(["2024-03-16-P3M", "settlement.line_counts"]);
    expect(trace("A", "2024-09-30")).toStrictEqual(["2024-09-15-P3M", "settlement.line_counts"]);
    expect(trace("A", "2024-10-01")).toStrictEqual(["settlement.after_agreement"]);
    expect(trace("A", "2025-01-01")).toStrictEqual(["settlement.outside_period"]);
  });

  test("accumulators and snapshots of other agreements are refused", () => {
    const policy = policyOf({ programmes: [own()], members });
    const other = { ...policy, members: [memberFrom("A", "2024-03-17"), memberFrom("B", "2024-03-16")] };
    const accumulator = openAccumulator(policy);
    accumulate(accumulator, [saleOf("A", "2024-06-15", "100")]);
    expect(faultAt(() => mergeAccumulators(accumulator, openAccumulator(other)))).toBe("settlement.policies_differ at b");
    expect(faultAt(() => restore({ ...snapshot(accumulator), policy: other }))).toBe(
      "settlement.snapshot_unreadable at snapshot.members[0].cells[0].from",
    );
  });

  test("a forecast carries sales on into the windows of each", () => {
    const yearly = own({ window: { kind: "agreement", every: { months: 12 } } });
    const even = { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } as const;
    const both = [memberFrom("A", "2024-01-01"), memberFrom("B", "2024-01-01", "2024-07-01"), memberFrom("C", "2023-07-01")];
    const answer = forecastSettlement(
      {
        asOf: "2025-01-01",
        lines: both.map(({ id }) => saleOf(id, "2024-01-10", "90")),
        projection: { base: { start: "2024-01-01", end: "2024-02-01" }, season: even },
      },
      policyOf({ programmes: [yearly], members: both }),
    );
    // 90 a month: 12 of them at 2 %; 6 of them at 1 %; 6 and 6
    const found = answer.ok ? answer.value.outcome.settlement.statements : [];
    expect(
      found.map(({ memberId, lines }) => [memberId, ...lines.map(({ amount, earned }) => `${amount} ${earned?.amount}`)]),
    ).toStrictEqual([
      ["A", "1080 21.60"],
      ["B", "540 5.40"],
      ["C", "540 5.40", "540 5.40"],
    ]);
  });

  test("a simulation compares them with windows of the calendar", () => {
    const { programmes: _, ...common } = policyOf({ members });
    const titles = { en: "Version", zh: "版本" };
    const lines = [saleOf("A", "2024-06-30", "600"), saleOf("A", "2024-07-01", "600")];
    const versions = [programmeOf(), own()].map((programme, i) => ({ id: `v${i}`, titles, programmes: [programme] }));
    const { outcome } = simulateProgrammes({ asOf: "2025-01-01", lines }, { ...common, versions });
    // two quarters of the calendar, one of the agreement
    expect(outcome.versions.map(({ earned }) => earned.amount)).toStrictEqual(["12.00", "24.00"]);
  });

  test("hostile agreements end in a fault", () => {
    const hostile = Object.defineProperty({ ...dealer }, "agreement", {
      enumerable: true,
      get() {
        throw new Error("no");
      },
    });
    try {
      openAccumulator(policyOf({ programmes: [own()], members: [hostile as AccumulatorMember] }));
      expect.unreachable();
    } catch (caught) {
      expect(isLibraryFault(caught)).toBe(true);
    }
  });
});
