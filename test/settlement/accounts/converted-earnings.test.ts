/** Earnings in dollars that are paid in yuan at the day of their settlement: what is settled stays as it was converted. */
import { SettlementEntrySchema, StatementSchema } from "qudao/schemas";
import {
  accrueEarnings,
  accumulate,
  buildReversal,
  type EarningsSettlementPolicy,
  type IncomingLine,
  openAccumulator,
  type PayoutPolicy,
  type SettlementEntry,
  settle,
  settleEarnings,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { accrualPolicy, settlementPolicy } from "../../support/accounts.js";
import { lineOf, policyOf, programmeOf } from "../../support/settlement.js";

/** A tenth of what is sold, quarter by quarter. */
const programme = programmeOf({
  currency: "USD",
  schedule: { method: "graduated", unit: "USD", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
});
const rateFrom = (asOf: string, rate: string) => ({ from: "USD", to: "CNY", rate, asOf });
const exchangeRates = [rateFrom("2024-01-01", "7"), rateFrom("2024-05-01", "7.2"), rateFrom("2024-07-01", "6.9")];

function account(convertOn: PayoutPolicy["convertOn"], terms: Partial<EarningsSettlementPolicy> = {}) {
  const accumulator = openAccumulator(
    policyOf({
      currency: "USD",
      programmes: [programme],
      members: [{ id: "A", kind: "distributor", payoutCurrency: "CNY" }],
      payout: { convertOn, rounding: "half_up" },
    }),
  );
  let entries: readonly SettlementEntry[] = [];
  const statementsOn = (asOf: string) => settle(accumulator, { asOf, exchangeRates }).statements;
  return {
    sell: (...lines: readonly Partial<IncomingLine>[]) => {
      const given = lines.map((line, i) => lineOf({ id: `L${i}`, date: "2024-02-01", currency: "USD", ...line } as never));
      expect(accumulate(accumulator, given).rejected).toStrictEqual([]);
    },
    statementsOn,
    entries: () => entries,
    add: (entry: SettlementEntry) => {
      entries = [...entries, entry];
    },
    settleOn: (asOf: string) => {
      const answer = settleEarnings({ runId: asOf, asOf, statements: statementsOn(asOf), entries }, { ...settlementPolicy, ...terms });
      if (!answer.ok) throw new Error(answer.problem.code);
      const added = answer.value.outcome.entries;
      entries = [...entries, ...added];
      return added.map(({ kind, amount, earnedAs }) => `${kind} ${amount.amount} ${earnedAs}`);
    },
  };
}

describe("earnings that are converted at the day of their settlement", () => {
  test("a rate that moves later changes nothing of what is settled", () => {
    const { sell, settleOn, entries, statementsOn } = account("settlement_day");
    sell({ amount: "1000" }); // 100 dollars, at 7
    expect(settleOn("2024-04-01")).toStrictEqual(["earning 700.00 100"]);
    expect(settleOn("2024-05-02")).toStrictEqual([]);
    expect(settleOn("2024-07-02")).toStrictEqual([]);
    for (const entry of entries()) expect(SettlementEntrySchema.parse(entry)).toStrictEqual(entry);
    for (const one of statementsOn("2024-05-02")) expect(StatementSchema.parse(one)).toStrictEqual(one);
  });

  test("what is earned later is converted later; what is lost is taken back as it was converted, to nothing in the end", () => {
    const { sell, settleOn } = account("settlement_day");
    sell({ amount: "1000" });
    settleOn("2024-04-01");
    sell({ id: "L2", amount: "500" }); // 50 dollars more, at 7.2
    expect(settleOn("2024-05-20")).toStrictEqual(["correction 360.00 50"]);
    sell({ id: "R1", amount: "600", kind: "return" }); // 60 of the 150 dollars that came to 1,060 yuan
    expect(settleOn("2024-07-10")).toStrictEqual(["correction -424.00 -60"]);
    sell({ id: "R2", amount: "900", kind: "return" });
    expect(settleOn("2024-07-11")).toStrictEqual(["correction -636.00 -90"]);
    expect(settleOn("2024-07-12")).toStrictEqual([]);
  });

  test("half of it before the window ends at one rate, the rest at the rate of its own day", () => {
    const { sell, settleOn } = account("settlement_day", { interimShare: "0.5", graceDays: 31 });
    sell({ amount: "1000" });
    expect(settleOn("2024-03-01")).toStrictEqual(["earning 350.00 50"]);
    expect(settleOn("2024-05-02")).toStrictEqual(["earning 360.00 50"]);
  });

  test("a second run adds nothing to a share either, whatever the rate was when the first was settled", () => {
    const { sell, settleOn } = account("settlement_day", { interimShare: "0.5", graceDays: 90 });
    sell({ amount: "1000" });
    expect(settleOn("2024-03-01")).toStrictEqual(["earning 350.00 50"]);
    sell({ id: "L2", amount: "200" }); // 60 of 120 dollars: 10 more at 7.2
    expect(settleOn("2024-05-02")).toStrictEqual(["earning 72.00 10"]);
    expect(settleOn("2024-05-03")).toStrictEqual([]);
    sell({ id: "R1", amount: "600", kind: "return" }); // 30 of 60 dollars: half of the 422 goes back
    expect(settleOn("2024-05-04")).toStrictEqual(["earning -211.00 -30"]);
    expect(settleOn("2024-05-05")).toStrictEqual([]);
  });

  test("each stage knows its part, and what is reversed is settled anew at the rate of the day", () => {
    const stages = [
      { id: "now", share: "0.7" },
      { id: "later", share: "0.3" },
    ];
    const { sell, settleOn, entries, add } = account("settlement_day", { programmes: [{ programmeId: programme.id, stages }] });
    sell({ amount: "1000" });
    expect(settleOn("2024-04-01")).toStrictEqual(["earning 490.00 70", "earning 210.00 30"]);
    const mirror = buildReversal({ id: "X1", asOf: "2024-05-02", entryId: "2024-04-01/2", entries: entries() });
    if (!mirror.ok) throw new Error();
    expect([mirror.value.amount.amount, mirror.value.earnedAs]).toStrictEqual(["-210.00", "-30"]);
    add(mirror.value);
    const again = settleOn("2024-05-03"); // 30 dollars at 7.2 are 216: 151.20 and 64.80
    expect(again).toStrictEqual(["correction 151.20 21", "correction 64.80 9"]);
  });

  test("accruals provide for what is open at the rate of the day, and for nothing once it is settled", () => {
    const { sell, settleOn, entries, statementsOn } = account("settlement_day");
    sell({ amount: "1000" });
    const openOn = (asOf: string) => {
      const answer = accrueEarnings({ runId: "A", asOf, statements: statementsOn(asOf), accruals: [], entries: entries() }, accrualPolicy);
      return answer.ok && answer.value.outcome.earnings.map(({ earned, open }) => `${earned} ${open}`);
    };
    expect(openOn("2024-05-02")).toStrictEqual(["720 720"]);
    settleOn("2024-04-01");
    expect(openOn("2024-05-02")).toStrictEqual(["700 0"]);
    sell({ id: "L2", amount: "500" });
    expect(openOn("2024-05-02")).toStrictEqual(["1060 360"]);
  });

  test("an account that does not say how much it settled is compared as a whole", () => {
    const { sell, settleOn, add } = account("settlement_day");
    sell({ amount: "1000" });
    const earning = { programmeId: programme.id, programmeVersion: programme.version, periodId: "2024-Q1" };
    add({ id: "E1", memberId: "A", kind: "earning", date: "2024-04-01", amount: { amount: "700", currency: "CNY" }, earning });
    expect(settleOn("2024-05-02")).toStrictEqual(["correction 20.00 undefined"]);
  });

  test("at the rate of the window's end nothing moves, and nothing is noted", () => {
    const { sell, settleOn } = account("window_end");
    sell({ amount: "1000" });
    expect(settleOn("2024-04-01")).toStrictEqual(["earning 700.00 undefined"]);
    expect(settleOn("2024-05-02")).toStrictEqual([]);
    sell({ id: "R1", amount: "500", kind: "return" });
    expect(settleOn("2024-07-10")).toStrictEqual(["correction -350.00 undefined"]);
  });
});
