/** From the JSON of programmes to the payment: what each says of its terms holds, and nothing is paid twice. */
import { collectProgrammePolicies, type IncentiveProgramme, incentiveMeans } from "qudao/incentives";
import { parseEarningsSettlementPolicy, parseIncentiveProgramme, parsePaymentRunPolicy } from "qudao/schemas";
import {
  accumulate,
  buildPayables,
  type EarningsSettlementPolicy,
  openAccumulator,
  type PaymentRunPolicy,
  planPaymentRun,
  type SettlementEntry,
  settle,
  settleEarnings,
} from "qudao/settlement";
import { expect, test } from "vitest";
import { expectSound, yuan } from "../support/accounts.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const month = { kind: "calendar", unit: "month" } as const;
const flat = (rate: string): IncentiveProgramme["schedule"] => ({
  method: "graduated",
  unit: "CNY",
  boundary: "reaches",
  tiers: [{ from: "0", rate }],
});

/** By quarter, at its end and ten days later; 70 % after 30 days, 30 % held back for a year; from 20 on, to the agency. */
const growth = programmeOf({
  id: "growth",
  timetable: { accrueEvery: month, graceDays: 10 },
  payout: {
    means: "sales_bonus",
    stages: [
      { id: "now", share: "0.7" },
      { id: "holdback", share: "0.3", dueDays: 365 },
    ],
    minimum: "20",
    payeeId: "AGENCY",
    dueDays: 30,
  },
});
/** By year, of which the run's half is settled after every month; 20 days, any amount, to the member. */
const loyalty = programmeOf({
  id: "loyalty",
  window: { kind: "calendar", unit: "year" },
  schedule: flat("0.03"),
  timetable: { accrueEvery: month, settleEvery: month, graceDays: 0 },
  payout: { means: "credit_note", stages: [{ id: "all", share: "1" }], minimum: "0", dueDays: 20 },
});
/** Says nothing: as the run. */
const plain = programmeOf({ id: "plain", schedule: flat("0.01") });
/** A day of training for each thousand; no money, whatever its payout says. */
const training = programmeOf({
  id: "training",
  schedule: { method: "package", unit: "CNY", size: "1000", amount: "1", count: "complete" },
  right: { means: "training_support", unit: "day" },
  rounding: { decimals: 0, mode: "floor" },
  payout: { means: "training_support", stages: [{ id: "all", share: "1" }], minimum: "0", dueDays: 1 },
});

const stored = JSON.stringify([growth, loyalty, plain, training]);

function storedProgrammes(): readonly IncentiveProgramme[] {
  return (JSON.parse(stored) as readonly unknown[]).map((one) => {
    const parsed = parseIncentiveProgramme(one);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    return parsed.value;
  });
}

test("programme JSON → settle() → settleEarnings() → buildPayables() → planPaymentRun(): each programme on its own terms", () => {
  const programmes = storedProgrammes();
  const { settlements, payments } = collectProgrammePolicies({ programmes }, { groups: [], means: incentiveMeans });
  const settling: EarningsSettlementPolicy = {
    interimShare: "0.5",
    graceDays: 5,
    negative: "carry_forward",
    returnsAfterClose: "adjust_next",
    versions: "rerate",
    term: { kind: "net", days: 60 },
    termFrom: "window_end",
    rounding: "half_up",
    programmes: settlements,
  };
  const paying: PaymentRunPolicy = {
    term: { kind: "net", days: 60 },
    minimums: [],
    withholdings: [],
    rounding: "half_up",
    programmes: payments,
  };
  expect([parseEarningsSettlementPolicy(settling).ok, parsePaymentRunPolicy(paying).ok]).toStrictEqual([true, true]);

  const members = [dealer, { ...dealer, id: "B" }];
  const accumulator = openAccumulator(policyOf({ members, programmes }));
  accumulate(accumulator, [
    lineOf({ id: "L1", memberId: "A", date: "2024-01-15", amount: "1000.05" }),
    lineOf({ id: "L2", memberId: "B", date: "2024-02-10", amount: "333.33" }),
  ]);
  let account: readonly SettlementEntry[] = [];
  const settledOn = (asOf: string, previousRun?: string) => {
    const { statements } = settle(accumulator, { asOf });
    const runId = `S-${asOf}-${account.length}`;
    const answer = settleEarnings(
      { runId, asOf, statements, entries: account, ...(previousRun === undefined ? {} : { previousRun }) },
      settling,
    );
    if (!answer.ok) throw new Error(answer.problem.code);
    expectSound(answer.value);
    const { entries } = answer.value.outcome;
    account = [...account, ...entries];
    return entries.map(({ memberId, earning, stageId, amount, dueDate }) =>
      [memberId, earning?.programmeId, ...(stageId === undefined ? [] : [stageId]), amount.amount, dueDate].join(" "),
    );
  };
  const paidOn = (asOf: string) => {
    const facts = {
      runId: `P-${asOf}-${account.length}`,
      asOf,
      dueThrough: asOf,
      entries: account,
      fees: [],
      holds: [],
      payees: [],
      paidBefore: [],
    };
    const answer = planPaymentRun(facts, paying);
    if (!answer.ok) throw new Error(answer.problem.code);
    expectSound(answer.value);
    const { payments: planned, entries, leftOut } = answer.value.outcome;
    account = [...account, ...entries];
    const short = leftOut.flatMap(({ amount, reason }) => (reason === "below_minimum" ? [amount.amount] : []));
    return { paid: planned.map(({ payeeId, gross }) => `${payeeId} ${gross.amount}`), short };
  };

  // growth earns 2 % of 1,000.05 and 1 % of 333.33, loyalty 3 %, plain 1 %: A 20.00, 30.00, 10.00; B 3.33, 10.00, 3.33
  // on 1 April growth waits for its grace, loyalty settles the month, plain half within its five days
  expect(settledOn("2024-04-01")).toStrictEqual([
    "A loyalty 15.00 2024-04-21",
    "A plain 5.00 2024-05-31",
    "B loyalty 5.00 2024-04-21",
    "B plain 1.67 2024-05-31",
  ]);
  expect(settledOn("2024-04-01")).toStrictEqual([]);
  // growth is final: 70 % of 3.33 is 2.33 and the holdback has the odd cents; it is no day of loyalty's
  expect(settledOn("2024-04-11")).toStrictEqual([
    "A growth now 14.00 2024-04-30",
    "A growth holdback 6.00 2025-03-31",
    "A plain 5.00 2024-05-30",
    "B growth now 2.33 2024-04-30",
    "B growth holdback 1.00 2025-03-31",
    "B plain 1.66 2024-05-30",
  ]);
  expect(settledOn("2024-04-11")).toStrictEqual([]);

  const owed = buildPayables({ asOf: "2024-04-30", entries: account, fees: [] }, { term: { kind: "net", days: 60 } });
  expect(owed.ok && owed.value.outcome.payables.length).toBe(10);
  // the agency would get 14.00 + 2.33: less than the 20 of growth
  expect(paidOn("2024-04-30")).toStrictEqual({ paid: ["A 15.00", "B 5.00"], short: ["14.00", "2.33"] });
  expect(paidOn("2024-04-30")).toStrictEqual({ paid: [], short: ["14.00", "2.33"] });

  accumulate(accumulator, [lineOf({ id: "L3", memberId: "A", date: "2024-05-10", amount: "600.00" })]);
  // growth and plain 1 % of 600; loyalty half of 3 % of 1,600.05, which is 24.00, less the 15.00 before
  expect(settledOn("2024-07-11", "2024-04-11")).toStrictEqual([
    "A growth now 4.20 2024-07-30",
    "A growth holdback 1.80 2025-06-30",
    "A loyalty 9.00 2024-07-31",
    "A plain 6.00 2024-08-29",
  ]);
  expect(settledOn("2024-07-11", "2024-04-11")).toStrictEqual([]);
  // 14.00 + 2.33 + 4.20 are 20.53, and enough; what plain owes of the first quarter is due by now
  expect(paidOn("2024-07-30")).toStrictEqual({ paid: ["A 10.00", "AGENCY 20.53", "B 3.33"], short: [] });
  expect(paidOn("2024-07-30")).toStrictEqual({ paid: [], short: [] });
  expect(settledOn("2024-07-30", "2024-07-11")).toStrictEqual([]);

  // the year is over: loyalty brings the other half, and the holdbacks alone are not enough
  expect(settledOn("2025-01-01", "2024-07-30")).toStrictEqual(["A loyalty 24.00 2025-01-20", "B loyalty 5.00 2025-01-20"]);
  expect(paidOn("2025-06-30")).toStrictEqual({ paid: ["A 39.00", "B 5.00"], short: ["6.00", "1.00", "1.80"] });

  const sums = new Map<string, number>();
  for (const { kind, amount } of account) sums.set(kind, (sums.get(kind) ?? 0) + Math.round(Number(amount.amount) * 100));
  // earned: growth 26.00 + 3.33, loyalty 48.00 + 10.00, plain 16.00 + 3.33; paid: all but the holdbacks of 8.80
  expect(Object.fromEntries(sums)).toStrictEqual({ earning: 10_666, payment: -9786 });
  expect(payments).toStrictEqual([{ programmeId: "growth", minimum: yuan("20"), payeeId: "AGENCY" }]);
});
