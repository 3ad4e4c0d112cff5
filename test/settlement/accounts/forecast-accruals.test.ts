import fc from "fast-check";
import type { SaleLine } from "qudao/entities";
import type { IncentiveProgramme } from "qudao/incentives";
import {
  accrueEarnings,
  accumulate,
  type EarnedStatement,
  type EarningForecast,
  openAccumulator,
  type Settlement,
  settle,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrualPolicy } from "../../support/accounts.js";
import { dealer, lineOf, policyOf, programmeOf } from "../../support/settlement.js";

const year = { kind: "calendar", unit: "year" } as const;
const members = ["A", "B"].map((id) => ({ ...dealer, id }));
const stacking = [{ id: "net", priority: 1, combine: "reduce_base" as const, reducedBy: [], excludes: [] }];
const graduated = (rate: string) => ({ method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate }] }) as const;
const together: readonly IncentiveProgramme[] = [
  programmeOf({
    id: "volume",
    window: year,
    stacking: { groupId: "net", priority: 1 },
    budget: { amount: "150", how: "pro_rata", remainder: "contract_order", alertAt: "1" },
  }),
  programmeOf({
    id: "bonus",
    window: year,
    schedule: graduated("0.03"),
    stacking: { groupId: "net", priority: 2 },
    gates: [{ code: "host.core", kind: "min", fact: "core", min: "500", title: { en: "500 of the core", zh: "核心品满 500" } }],
    measures: [{ name: "core", of: "amount", scope: { include: { productIds: ["P1"] } } }],
    guarantee: { amount: "10", basis: "each_period", paidAt: "end", prorateBy: "days" },
  }),
];

function settled(programmes: readonly IncentiveProgramme[], lines: readonly SaleLine[], asOf: string, combined = true): Settlement {
  const accumulator = openAccumulator(policyOf({ programmes, members, ...(combined ? { stacking } : {}) }));
  accumulate(accumulator, lines);
  return settle(accumulator, { asOf });
}
function accrued(
  asOf: string,
  statements: readonly EarnedStatement[],
  expected?: readonly EarnedStatement[],
  forecasts: readonly EarningForecast[] = [],
) {
  const answer = accrueEarnings({ runId: "R", asOf, statements, expected, accruals: [], entries: [] }, { ...accrualPolicy, forecasts });
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value.outcome;
}
const payables = ({ statements }: Settlement) =>
  statements.flatMap(({ memberId, lines }) => lines.map((line) => [`${memberId} ${line.programmeId}`, Number(line.payable?.amount)]));

const sales = fc
  .array(
    fc.record({
      memberId: fc.constantFrom("A", "B"),
      productId: fc.constantFrom("P1", "P2"),
      date: fc.constantFrom("2024-02-01", "2024-06-01", "2024-11-30"),
      amount: fc.integer({ min: 1, max: 300_000 }).map((cents) => (cents / 100).toFixed(2)),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) => [
    ...all.map((one, i) => lineOf({ ...one, id: `L${i}` })),
    ...["A", "B"].map((memberId) => lineOf({ id: `first-${memberId}`, memberId, date: "2024-01-02", amount: "1.00" })),
  ]);

describe("accruals from a forecast that is settled", () => {
  test("where what is forecast is what happens, the accrual of an open window is what settle() earns: stacked, gated, guaranteed and in a budget", () => {
    fc.assert(
      fc.property(sales, (lines) => {
        const end = settled(together, lines, "2025-01-01");
        const now = settled(together, lines, "2024-12-01");
        const { earnings, undetermined } = accrued("2024-12-01", now.statements, end.statements);
        expect(undetermined).toStrictEqual([]);
        const found = earnings.map(({ memberId, earning, expected }) => [`${memberId} ${earning.programmeId}`, Number(expected)]);
        expect(Object.fromEntries(found)).toStrictEqual(Object.fromEntries(payables(end)));
      }),
      { seed: 20240101, numRuns: 200 },
    );
  });

  test("of an open window the share of its sales is accrued, by hand", () => {
    const lines = [lineOf({ amount: "600" })];
    const forecast = [...lines, lineOf({ id: "L2", date: "2024-09-01", amount: "1400" })];
    const alone = [programmeOf({ window: year })];
    const end = settled(alone, forecast, "2025-01-01", false);
    // 2 % of 2000 is 40; 600 of the 2000 are sold; by the tier reached it would be 1 % of 600
    const { earnings } = accrued("2024-03-01", settled(alone, lines, "2024-03-01", false).statements, end.statements);
    expect(earnings).toMatchObject([{ earned: "6", expected: "12" }]);
  });

  test("by its days where nothing is expected to be sold; nothing beyond all of it", () => {
    const line = { programmeId: "V", programmeVersion: "1", window: { id: "Q", start: "2024-01-01", end: "2024-04-01" } };
    const statement = (amount: string, payable: string, status: "open" | "final"): EarnedStatement[] => [
      { memberId: "A", lines: [{ ...line, status, amount, payable: { amount: payable, currency: "CNY" } }] },
    ];
    // 31 + 29 + 1 of 91 days
    expect(accrued("2024-03-01", statement("0", "0", "open"), statement("0", "91.00", "final")).earnings[0]?.expected).toBe("61");
    expect(accrued("2024-03-01", statement("120", "0", "open"), statement("100", "91.00", "final")).earnings[0]?.expected).toBe("91");
    expect(accrued("2024-03-01", statement("-5", "0", "open"), statement("100", "91.00", "final")).earnings[0]?.expected).toBe("0");
  });

  test("what the forecast cannot tell is left as it stands", () => {
    const line = { programmeId: "V", programmeVersion: "1", window: { id: "Q", start: "2024-01-01", end: "2024-04-01" } };
    const open: EarnedStatement[] = [
      { memberId: "A", lines: [{ ...line, status: "open", amount: "1", payable: { amount: "1", currency: "CNY" } }] },
    ];
    const reason = (changes: object) =>
      accrued("2024-03-01", open, [
        { memberId: "A", lines: [{ ...line, status: "final", amount: "1", payable: null, ...changes } as never] },
      ]).undetermined[0]?.reason.code;
    expect(reason({ status: "undetermined" })).toBe("settlement.forecast_failed");
    expect(reason({ payable: { amount: "1", currency: "USD" } })).toBe("settlement.earning_currency");
    expect(reason({ payable: { amount: "1", currency: "CNY" }, amount: undefined })).toBe("settlement.forecast_figures");
  });
});

describe("accruals by season", () => {
  const season = { kind: "linear" } as const;
  const core = { name: "core", of: "amount", scope: { include: { productIds: ["P1"] } } } as const;
  const daily = (until: number) =>
    Array.from({ length: until }, (_, day) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      return lineOf({ id: `D${day}`, date, amount: "10" });
    });

  test.each([30, 60, 91, 183, 365])(
    "with sales as even as the season says, day %i accrues its share of what settle() earns at the end",
    (day) => {
      const programme = programmeOf({
        window: year,
        measures: [core],
        gates: [{ code: "host.core", kind: "min", fact: "core", min: "3660", title: { en: "3660 of the core", zh: "核心品满 3660" } }],
      });
      const end = settled([programme], daily(366), "2025-01-01", false).statements[0]?.lines[0];
      expect(end?.payable?.amount).toBe("73.20"); // 2 % of 3660; the gate is met by the last day's sale only
      const asOf = new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10);
      const now = settled([programme], daily(day), asOf, false).statements;
      expect(accrued(asOf, now, undefined, [{ programme, season }]).earnings[0]?.expected).toBe(
        `${day * 0.2}`.slice(0, 4).replace(/\.0+$/, ""),
      );
    },
  );

  test("each version of a programme is projected on itself", () => {
    const first = programmeOf({ window: year, effective: { start: "2024-01-01", end: "2024-07-01" } });
    const second = programmeOf({
      ...first,
      version: "2",
      effective: { start: "2024-07-01", end: "2025-01-01" },
      schedule: graduated("0.5"),
    });
    const statements = settled([first, second], [lineOf({ date: "2024-02-01", amount: "910" })], "2024-03-31", false).statements;
    // 91 of 182 days: 1820 at the end, 2 %, and half of it
    const run = accrued("2024-03-31", statements, undefined, [
      { programme: second, season },
      { programme: first, season },
    ]);
    expect(run.earnings[0]?.expected).toBe("18.2");
  });

  test("what was carried in is not stretched", () => {
    const programme = programmeOf({ window: year, negative: "carry_forward" });
    const line = {
      programmeId: "volume",
      programmeVersion: "1",
      window: { id: "2024", start: "2024-01-01", end: "2025-01-01" },
      status: "open" as const,
      payable: { amount: "0", currency: "CNY" },
      amount: "600",
      quantity: "1",
      carried: { amount: "-300", quantity: "0" },
    };
    // 183 of 366 days: 1200 − 300 = 900, 1 % of it, and half
    const run = accrued("2024-07-01", [{ memberId: "A", lines: [line] }], undefined, [{ programme, season }]);
    expect(run.earnings[0]?.expected).toBe("4.5");
  });

  test.each([
    ["stacked", together[1] as IncentiveProgramme, true],
    ["of a budget", { ...(together[0] as IncentiveProgramme), stacking: undefined }, false],
    ["of a refundable cap", programmeOf({ window: year, limits: [{ kind: "payment_cap", amount: "5", refundable: true }] }), false],
  ])("one that is not decided for itself is not guessed: %s", (_, programme, combined) => {
    const statements = settled(combined ? together : [programme], [lineOf({ amount: "600" })], "2024-03-01", combined).statements;
    const own = statements.map((one) => ({ ...one, lines: one.lines.filter(({ programmeId }) => programmeId === programme.id) }));
    const run = accrued("2024-03-01", own, undefined, [{ programme, season }]);
    expect([run.postings, run.undetermined[0]?.reason.code]).toStrictEqual([[], "settlement.forecast_not_alone"]);
  });

  test("nor is a window that may be cut by the member's agreement, which its line does not tell", () => {
    const { statements } = settled([programmeOf({ window: year })], [lineOf({ amount: "600" })], "2024-03-01", false);
    const reasons = (months: number | undefined) => {
      const window = { kind: "agreement", ...(months === undefined ? {} : { every: { months } }) } as const;
      return accrued("2024-03-01", statements, undefined, [{ programme: programmeOf({ window }), season }]).undetermined.map(
        ({ reason }) => reason.code,
      );
    };
    expect(reasons(12)).toStrictEqual(["settlement.forecast_not_alone"]);
    expect(reasons(undefined)).toStrictEqual([]); // the window is the agreement itself
  });
});
