/** Whatever is handed in, each verb of the account answers or names code and place of the first fault. */
import fc from "fast-check";
import { isLibraryFault } from "qudao/kernel";
import * as settlement from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrualPolicy, earnedLine, entryOf, settlementPolicy, statementOf, yuan } from "../../support/accounts.js";
import { altered, someJson } from "../../support/altered.js";
import { programmeOf } from "../../support/settlement.js";
import { bearsTenThousand } from "../../support/settlement-hostile.js";
import { revoked } from "../../support/throwing.js";

const programme = programmeOf();
const line = earnedLine("8", { amount: "800", quantity: "3", conversion: { rate: "1" }, sources: { ids: ["L1"] } });
const unknown = earnedLine("0", { programmeId: "x", status: "undetermined", payable: null, problem: { code: "a.b", params: { c: 1 } } });
const accrual = {
  id: "M1",
  memberId: "A",
  earning: { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" },
  date: "2024-01-31",
  part: "manual",
  amount: yuan("5"),
  measure: "1",
  until: "2024-03-01",
  titles: { en: "a", zh: "甲" },
};
const entry = entryOf("5", { dueDate: "2024-03-01", titles: { en: "a", zh: "甲" }, sourceIds: ["L0"] });
const fee = { id: "F1", memberId: "A", kind: "rebate", earnedOn: "2024-03-01", amount: yuan("500"), dueDate: "2024-03-20" };
const rule = { kind: "calendar", unit: "quarter" };

/** Every verb of the account with arguments that it accepts. */
const calls: { readonly [verb: string]: readonly [(...given: never[]) => unknown, ...given: readonly unknown[]] } = {
  accrueEarnings: [
    settlement.accrueEarnings,
    {
      runId: "R",
      asOf: "2024-03-31",
      statements: statementOf(line, unknown),
      accruals: [accrual],
      entries: [entry],
      closedThrough: "2024-03-30",
    },
    {
      ...accrualPolicy,
      forecasts: [{ programme, season: { kind: "monthly", weights: Array.from({ length: 12 }, () => "1") } }],
      claims: [{ programmeId: "volume", withinDays: 3 }],
    },
  ],
  settleEarnings: [
    settlement.settleEarnings,
    { runId: "R", asOf: "2024-04-01", statements: statementOf(line, unknown), entries: [entry] },
    { ...settlementPolicy, interimShare: "0.5", term: { kind: "end_of_month", months: 1, days: 5 } },
  ],
  buildIncentiveEntries: [
    settlement.buildIncentiveEntries,
    {
      results: [
        {
          kind: "override",
          sourceId: "S",
          date: "2024-04-01",
          sourceIds: ["L0"],
          outcome: { overrides: [{ memberId: "A", amount: yuan("5") }] },
        },
        {
          kind: "contest",
          sourceId: "C",
          date: "2024-04-01",
          outcome: [{ memberId: "A", place: 1, prize: yuan("0"), means: "prize_trip" }],
        },
        {
          kind: "spiff",
          sourceId: "P",
          date: "2024-04-01",
          earning: { programmeId: "p", programmeVersion: "1", periodId: "2024" },
          outcome: [{ sellerId: "A", earned: yuan("5"), lineIds: ["L1"] }],
        },
        { kind: "draw", sourceId: "D", date: "2024-04-01", memberId: "A", booked: "1", outcome: { paid: yuan("5") } },
        { kind: "referral_fee", sourceId: "R", date: "2024-04-01", memberId: "A", outcome: { fee: yuan("5") } },
      ],
      entries: [entry],
      closedThrough: "2024-03-01",
    },
    {
      rules: settlement.incentiveResultKinds.map((of) => ({
        of,
        entryKind: "fee",
        term: { kind: "net", days: 30 },
        titles: { en: "a", zh: "甲" },
      })),
    },
  ],
  buildReversal: [settlement.buildReversal, { id: "X", asOf: "2024-04-01", entryId: "E1", entries: [entry] }],
  buildPayables: [settlement.buildPayables, { asOf: "2024-04-01", entries: [entry], fees: [fee] }, { term: { kind: "net", days: 3 } }],
  findOverduePayables: [
    settlement.findOverduePayables,
    { asOf: "2024-04-01", entries: [entry], fees: [fee] },
    { term: { kind: "net", days: 3 } },
  ],
  computeReceiptRelease: [
    settlement.computeReceiptRelease,
    { earned: yuan("5"), invoiced: "10", receipts: [{ id: "R1", date: "2024-01-01", amount: "3" }], releasedBefore: "0" },
    { rounding: "half_up" },
  ],
  planPaymentRun: [
    settlement.planPaymentRun,
    {
      runId: "P",
      asOf: "2024-04-01",
      dueThrough: "2024-04-01",
      entries: [entry],
      fees: [fee],
      holds: [{ payableId: "F2", memberId: "A", ground: { en: "a", zh: "甲" } }],
      payees: [{ memberId: "A", payeeId: "B", payeeClass: "c" }],
      paidBefore: [{ payeeId: "B", gross: yuan("3") }],
    },
    {
      term: { kind: "net", days: 3 },
      minimums: [yuan("1")],
      rounding: "half_up",
      withholdings: [
        {
          id: "t",
          titles: { en: "a", zh: "甲" },
          currency: "CNY",
          payeeClasses: ["c"],
          schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
        },
      ],
    },
  ],
  buildJournal: [
    settlement.buildJournal,
    {
      entries: [entry],
      accruals: [accrual],
      withheld: [{ id: "W", paymentId: "P", date: "2024-01-01", withholdingId: "t", amount: yuan("1") }],
      posted: [entryOf("3", { id: "E0" })],
      rates: [{ from: "CNY", to: "USD", rate: "0.14", asOf: "2024-01-01" }],
    },
    {
      currency: "USD",
      purposes: [{ id: "p", titles: { en: "a", zh: "甲" }, debit: "1", credit: "2" }],
      rules: [
        { purpose: "p", entryKinds: ["earning"], accrualParts: ["manual"], programmeIds: ["volume"] },
        { purpose: "p", withholdingIds: ["t"] },
      ],
      exchangeGain: "3",
      exchangeLoss: "4",
      rounding: "half_up",
    },
  ],
  buildSettlementCalendar: [
    settlement.buildSettlementCalendar,
    { range: { start: "2024-01-01", end: "2024-07-01" } },
    {
      programmes: [
        {
          programmeId: "v",
          effective: { start: "2024-01-01", end: "2024-07-01" },
          window: rule,
          accrueEvery: rule,
          settleEvery: rule,
          graceDays: 3,
          term: { kind: "net", days: 3 },
          termFrom: "posting",
        },
      ],
    },
  ],
};

describe.each(Object.entries(calls))("%s()", (_, [call, ...good]) => {
  test("answers what it accepts, in plain JSON", () => {
    const answer = (call as (...given: readonly unknown[]) => unknown)(...good);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    if (typeof answer === "object" && answer !== null && "ok" in answer) expect(answer.ok).toBe(true);
  });

  test("ends in an answer or in a fault with code and path, whatever it is given", () => {
    const given = fc.tuple(...good.map((whole) => fc.oneof({ weight: 1, arbitrary: someJson }, { weight: 4, arbitrary: altered(whole) })));
    fc.assert(
      fc.property(given, (values) => {
        try {
          const answer = call(...(values as never[]));
          expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        } catch (caught) {
          if (!isLibraryFault(caught)) throw caught;
          expect([typeof caught.code, typeof caught.path]).toStrictEqual(["string", "string"]);
        }
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });

  test("bears 10,000 values by chance", () => {
    const { faults, answers } = bearsTenThousand(call as never, good);
    expect(faults + answers).toBe(10_000);
    expect(faults).toBeGreaterThan(2_000);
  });

  test("answers or faults what throws when it is read", () => {
    good.forEach((__, i) => {
      const values = good.map((one, j) => (i === j ? revoked() : one));
      try {
        call(...(values as never[]));
      } catch (caught) {
        if (!isLibraryFault(caught)) throw caught;
      }
    });
  });
});
