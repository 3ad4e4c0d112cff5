import fc from "fast-check";
import {
  applyDraw,
  type ContestPolicy,
  computeOverrides,
  computeReferralFee,
  computeSpiff,
  type OverridePolicy,
  rankContest,
  type SpiffLine,
  type SpiffPolicy,
} from "qudao/incentives";
import { sumDecimals } from "qudao/kernel";
import { parseIncentiveEntryPolicy } from "qudao/schemas";
import {
  buildIncentiveEntries,
  buildJournal,
  buildPayables,
  buildReversal,
  type IncentiveEntryFacts,
  type IncentiveEntryPolicy,
  type IncentiveResult,
  incentiveResultKinds,
  type JournalChart,
  type SettlementEntry,
  settleEarnings,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { expectSound, settlementPolicy, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const net = (days: number) => ({ kind: "net", days }) as const;
const policy: IncentiveEntryPolicy = {
  rules: incentiveResultKinds.map((of) => ({ of, entryKind: of === "draw" ? ("earning" as const) : ("fee" as const), term: net(30) })),
};
const date = "2024-03-31";

function built(facts: Partial<IncentiveEntryFacts>, terms = policy) {
  const answer = buildIncentiveEntries(frozen({ results: [], entries: [], ...facts }), frozen(terms));
  if (!answer.ok) return answer.problem;
  expectSound(answer.value);
  return answer.value.outcome;
}
function post(results: readonly IncentiveResult[], entries: readonly SettlementEntry[] = []): readonly SettlementEntry[] {
  const outcome = built({ results, entries });
  if (!("entries" in outcome)) throw new Error(outcome.code);
  return outcome.entries;
}
const brief = (entries: readonly SettlementEntry[]) => entries.map(({ id, kind, amount }) => [id, kind, amount.amount]);

// what the verbs answer
const overridePolicy: OverridePolicy = {
  currency: "CNY",
  method: { kind: "fixed_levels", rates: ["0.06", "0.04"] },
  unqualified: "passes_up",
  ceiling: null,
  rounding: { decimals: 2, mode: "half_up" },
};
function override(saleId: string, amount: string): IncentiveResult {
  const members = [
    { id: "S", uplineId: "M" },
    { id: "M", uplineId: "T", qualified: true },
    { id: "T", qualified: true },
  ];
  const sellers = [{ memberId: "S", share: "1", commission: "0" }];
  const answer = computeOverrides({ saleId, amount: yuan(amount), sellers, members }, overridePolicy);
  if (!answer.ok) throw new Error(answer.problem.code);
  return { kind: "override", sourceId: saleId, date, outcome: answer.value.outcome };
}
const prizes: ContestPolicy = {
  id: "spring",
  currency: "CNY",
  decimals: 2,
  least: null,
  ties: "each",
  prizes: [{ means: "cash_reward", amount: "300" }, { means: "prize_trip" }],
};
function contest(...figures: readonly (readonly [string, string])[]): IncentiveResult {
  const entries = figures.map(([memberId, figure]) => ({ memberId, figure }));
  return { kind: "contest", sourceId: "spring", date, outcome: rankContest({ entries }, prizes).outcome };
}
const spiffPolicy: SpiffPolicy = {
  id: "launch",
  currency: "CNY",
  effective: { start: "2024-03-01", end: "2024-04-01" },
  productIds: ["PHONE"],
  perUnit: "25",
  mostUnits: null,
  rounding: { decimals: 2, mode: "half_up" },
};
const sold = (id: string, sellerId: string, quantity: string, kind: SpiffLine["kind"] = "sale"): SpiffLine => {
  return { id, sellerId, productId: "PHONE", date: "2024-03-15", quantity, kind };
};
const spiff = (...lines: readonly SpiffLine[]): IncentiveResult => {
  return { kind: "spiff", sourceId: "launch", date, outcome: computeSpiff({ lines }, spiffPolicy).outcome };
};
const draw = (earned: string, debt: string, booked = "0", memberId = "A"): IncentiveResult => ({
  kind: "draw",
  sourceId: "2024-03",
  date,
  memberId,
  booked,
  outcome: applyDraw(
    { earned, debt, stage: "running" },
    { currency: "CNY", draw: "2000", kind: "recoverable", rounding: { decimals: 2, mode: "half_up" } },
  ).outcome,
});
const referral = (referrerId: string): IncentiveResult => ({
  kind: "referral_fee",
  sourceId: "C1",
  date,
  memberId: referrerId,
  outcome: computeReferralFee(
    {
      referrerId,
      customerId: "C1",
      referrals: [
        { referrerId: "A", date: "2024-01-10" },
        { referrerId: "B", date: "2024-01-11" },
      ],
      knownSince: null,
      order: { date: "2024-02-01", amount: yuan("8000"), paid: true },
    },
    { currency: "CNY", fee: { rate: "0.02" }, most: null, withinDays: 90, rounding: { decimals: 2, mode: "half_up" } },
  ).outcome,
});
const all = [
  override("S-1", "1000"),
  contest(["A", "9"], ["B", "8"]),
  spiff(sold("L1", "Zhang", "3")),
  draw("1250", "0", "1250"),
  referral("A"),
  referral("B"),
];

describe("buildIncentiveEntries()", () => {
  test("every result becomes entries under a name of its own, with term, kind and sources", () => {
    expect(post(all)).toStrictEqual([
      { id: "override/S-1/M", memberId: "M", kind: "fee", date, amount: yuan("60.00"), dueDate: "2024-04-30", sourceIds: ["S-1"] },
      { id: "override/S-1/T", memberId: "T", kind: "fee", date, amount: yuan("40.00"), dueDate: "2024-04-30", sourceIds: ["S-1"] },
      { id: "contest/spring/A", memberId: "A", kind: "fee", date, amount: yuan("300.00"), dueDate: "2024-04-30" },
      { id: "spiff/launch/Zhang", memberId: "Zhang", kind: "fee", date, amount: yuan("75.00"), dueDate: "2024-04-30", sourceIds: ["L1"] },
      // the draw lifts 1,250, which settlements have posted, to 2,000
      { id: "draw/2024-03/A", memberId: "A", kind: "earning", date, amount: yuan("750.00"), dueDate: "2024-04-30" },
      { id: "referral_fee/C1/A", memberId: "A", kind: "fee", date, amount: yuan("160.00"), dueDate: "2024-04-30" },
    ]);
  });

  test("a second call on the accounts with its entries adds nothing, whatever else they hold", () => {
    const entries = post(all);
    expect(post(all, entries)).toStrictEqual([]);
    const paid = { id: "P1", memberId: "M", kind: "payment", date, amount: yuan("-60.00"), refersTo: "override/S-1/M" } as const;
    expect(post([...all].reverse(), [paid, ...entries].reverse())).toStrictEqual([]);
  });

  test("a trip is listed for the second place and never posted", () => {
    const outcome = built({ results: [contest(["A", "9"], ["B", "8"], ["C", "7"])] });
    expect(outcome).toMatchObject({ prizes: [{ memberId: "B", sourceId: "spring", place: 2, means: "prize_trip" }] });
    expect("entries" in outcome && brief(outcome.entries)).toStrictEqual([["contest/spring/A", "fee", "300.00"]]);
  });

  test("of a shared place the money is posted and the trip is listed for each, wherever it stood", () => {
    const entries = ["A", "B"].map((memberId) => ({ memberId, figure: "9" }));
    for (const order of [prizes.prizes, [...prizes.prizes].reverse()]) {
      const { outcome } = rankContest({ entries }, { ...prizes, ties: "shared", prizes: order });
      const found = built({ results: [{ kind: "contest", sourceId: "spring", date, outcome }] });
      expect("entries" in found && brief(found.entries)).toStrictEqual([
        ["contest/spring/A", "fee", "150.00"],
        ["contest/spring/B", "fee", "150.00"],
      ]);
      const trip = { sourceId: "spring", place: 1, means: "prize_trip" };
      expect(found).toMatchObject({
        prizes: [
          { memberId: "A", ...trip },
          { memberId: "B", ...trip },
        ],
      });
    }
  });

  test("what changed is posted as a difference, linked to the first entry, and who dropped out is taken back", () => {
    const first = post([spiff(sold("L1", "Zhang", "3"), sold("L2", "Li", "1"))]);
    const less = spiff(sold("L1", "Zhang", "3"), sold("R1", "Zhang", "1", "return"));
    const second = post([less], first);
    expect(second).toStrictEqual([
      { id: "spiff/launch/Li/2", memberId: "Li", kind: "correction", date, amount: yuan("-25.00"), refersTo: "spiff/launch/Li" },
      {
        id: "spiff/launch/Zhang/2",
        memberId: "Zhang",
        kind: "correction",
        date,
        amount: yuan("-25.00"),
        refersTo: "spiff/launch/Zhang",
        sourceIds: ["L1", "R1"],
      },
    ]);
    expect(post([less], [...first, ...second])).toStrictEqual([]);
    // back again: a third entry, with a term of its own
    const third = post([spiff(sold("L1", "Zhang", "3"), sold("L2", "Li", "1"))], [...first, ...second]);
    expect(third.map(({ id, amount, dueDate }) => [id, amount.amount, dueDate])).toStrictEqual([
      ["spiff/launch/Li/3", "25.00", "2024-04-30"],
      ["spiff/launch/Zhang/3", "25.00", "2024-04-30"],
    ]);
  });

  test("a draw is one of its member: another member's stands, and a strong month repays", () => {
    const weak = post([draw("1250", "0", "1250")]);
    const other = post([draw("1000", "0", "1000", "B")], weak);
    expect(brief(other)).toStrictEqual([["draw/2024-03/B", "earning", "1000.00"]]);
    // 2,500 earned and posted, 750 owed: 2,000 are paid, 500 repaid
    const strong = { ...draw("2500", "750", "2500"), sourceId: "2024-04" } as IncentiveResult;
    const [repaid] = post([strong], [...weak, ...other]);
    expect([repaid?.amount.amount, repaid?.dueDate]).toStrictEqual(["-500.00", undefined]);
    expect(brief(post([draw("1250", "0")]))).toStrictEqual([["draw/2024-03/A", "earning", "2000.00"]]);
  });

  test("a reversed entry is posted again, and what a dispute corrected stands", () => {
    const entries = post([override("S-1", "1000")]);
    const undone = buildReversal({ id: "V1", asOf: date, entryId: "override/S-1/M", entries });
    if (!undone.ok) throw new Error(undone.problem.code);
    const reversal = undone.value;
    expect(brief(post([override("S-1", "1000")], [...entries, reversal]))).toStrictEqual([["override/S-1/M/2", "correction", "60.00"]]);
    const granted = { id: "D1", memberId: "M", kind: "correction", date, amount: yuan("5.00"), refersTo: "override/S-1/M" } as const;
    expect(post([override("S-1", "1000")], [...entries, granted])).toStrictEqual([]);
  });

  test("a return of the sale is a result of its own, below 0", () => {
    const back = { ...override("R-1", "-1000"), date: "2024-05-01" } as IncentiveResult;
    const entries = post([back], post([override("S-1", "1000")]));
    expect(entries.map(({ id, amount, dueDate }) => [id, amount.amount, dueDate])).toStrictEqual([
      ["override/R-1/M", "-60.00", undefined],
      ["override/R-1/T", "-40.00", undefined],
    ]);
  });

  test("slashes in identifiers forge no name", () => {
    const named = (sourceId: string, memberId: string): IncentiveResult => {
      return { kind: "spiff", sourceId, date, outcome: [{ sellerId: memberId, units: "1", earned: yuan("25.00"), lineIds: [] }] };
    };
    const entries = post([named("a/b", "c"), named("a", "b/c"), named("a%2Fb", "c")]);
    expect(entries.map(({ id }) => id)).toStrictEqual(["spiff/a%2Fb/c", "spiff/a/b%2Fc", "spiff/a%252Fb/c"]);
  });

  test("what is posted is payable and balances in the journal, by programme where a result names one", () => {
    const earning = { programmeId: "launch", programmeVersion: "1", periodId: "2024-03" };
    const entries = post([override("S-1", "1000"), { ...spiff(sold("L1", "Zhang", "3")), earning } as IncentiveResult]);
    const corrected = post([override("S-1", "500"), { ...spiff(sold("L1", "Zhang", "2")), earning } as IncentiveResult], entries);
    const purpose = (id: string, debit: string) => ({ id, titles: { en: id, zh: id }, debit, credit: "2241" });
    const chart: JournalChart = {
      currency: "CNY",
      exchangeGain: "6061",
      exchangeLoss: "6603",
      rounding: "half_up",
      purposes: [purpose("spiff", "6602"), purpose("override", "6601")],
      rules: [
        { purpose: "spiff", entryKinds: ["fee", "correction"], programmeIds: ["launch"] },
        { purpose: "override", entryKinds: ["fee", "correction"] },
      ],
    };
    const answer = buildJournal({ entries: [...entries, ...corrected], accruals: [], withheld: [], posted: [], rates: [] }, chart);
    if (!answer.ok) throw new Error(answer.problem.code);
    expectSound(answer.value);
    const sum = (side: string, account?: string) =>
      sumDecimals(
        answer.value.outcome.lines
          .filter((one) => one.side === side && (account ?? one.account) === one.account)
          .map((one) => one.amount.amount),
      );
    expect([sum("debit"), sum("credit")]).toStrictEqual(["250", "250"]); // 60 + 40 + 75, and 30 + 20 + 25 back
    expect([sum("debit", "6602"), sum("credit", "6602")]).toStrictEqual(["75", "25"]);
    expect([sum("debit", "6601"), sum("credit", "6601")]).toStrictEqual(["100", "50"]);

    const list = buildPayables({ asOf: "2024-05-01", entries: [...entries, ...corrected], fees: [] }, { term: net(30) });
    expect(list.ok && list.value.outcome.payables.map(({ id, open, status }) => [id, open, status])).toStrictEqual([
      ["override/S-1/M", "30", "overdue"],
      ["override/S-1/T", "20", "overdue"],
      ["spiff/launch/Zhang", "50", "overdue"],
    ]);
    // a fee is no earning that a settlement would look for a statement of
    const settled = settleEarnings({ runId: "R", asOf: "2024-05-01", statements: [], entries }, settlementPolicy);
    expect(settled.ok && settled.value.outcome.entries).toStrictEqual([]);
  });

  test("what cannot be posted is a problem", () => {
    const results = [override("S-1", "1000")];
    expect(built({ results }, { rules: [] })).toStrictEqual({
      code: "settlement.result_without_rule",
      params: { kind: "override", sourceId: "S-1" },
    });
    for (const [closedThrough, fine] of [
      ["2024-03-30", true],
      ["2024-03-31", false],
      ["2024-04-01", false],
    ] as const) {
      expect("entries" in built({ results, closedThrough })).toBe(fine);
      // nothing to add is no posting
      expect("entries" in built({ results, entries: post(results), closedThrough })).toBe(true);
    }
    const taken = { id: "override/S-1/M", memberId: "X", kind: "fee", date, amount: yuan("1.00") } as const;
    expect(built({ results, entries: [taken] })).toMatchObject({ code: "settlement.result_differs", params: { id: "override/S-1/M" } });
    const dollars = { ...taken, memberId: "M", amount: { amount: "60.00", currency: "USD" } };
    expect(built({ results, entries: [dollars] })).toMatchObject({ code: "settlement.result_differs" });
  });

  test("refuses what cannot be read", () => {
    expect(faultAt(() => post([override("S-1", "1"), override("S-1", "2")]))).toBe("kernel.named_twice at facts.results[1].sourceId");
    expect(faultAt(() => post([draw("1", "0"), draw("2", "0")]))).toBe("kernel.named_twice at facts.results[1].sourceId");
    const twice = spiff(sold("L1", "Zhang", "3")) as IncentiveResult & { readonly kind: "spiff" };
    expect(faultAt(() => post([{ ...twice, outcome: [...twice.outcome, ...twice.outcome] }]))).toMatch(
      /^kernel\.named_twice at facts\.results\[0\]\.outcome/,
    );
    expect(faultAt(() => post([{ ...twice, kind: "bonus" } as never]))).toBe("kernel.not_a_choice at facts.results[0].kind");
    expect(faultAt(() => post([{ ...draw("1", "0"), booked: "x" } as never]))).toBe("kernel.not_a_decimal at facts.results[0].booked");
    const [row] = policy.rules;
    expect(faultAt(() => built({}, { rules: [row, row] as never }))).toBe("kernel.named_twice at policy.rules[1].of");
  });

  test("the policy is data", () => {
    expect(parseIncentiveEntryPolicy(JSON.parse(JSON.stringify(policy)))).toStrictEqual({ ok: true, value: policy });
    expect(parseIncentiveEntryPolicy({ rules: [{ of: "override", entryKind: "payment", term: net(30) }] }).ok).toBe(false);
  });

  test("however often a result changes, the account holds what it says last", () => {
    const seller = fc.constantFrom("A", "B", "C");
    const shares = fc.uniqueArray(fc.tuple(seller, fc.integer({ min: -500, max: 500 })), { maxLength: 3, selector: ([id]) => id });
    fc.assert(
      fc.property(fc.array(shares, { minLength: 1, maxLength: 5 }), (rounds) => {
        let entries: readonly SettlementEntry[] = [];
        for (const round of rounds) {
          const outcome = round.map(([sellerId, cents]) => ({ sellerId, units: "0", earned: yuan((cents / 100).toFixed(2)), lineIds: [] }));
          const result: IncentiveResult = { kind: "spiff", sourceId: "launch", date, outcome };
          const added = post([result], entries);
          entries = [...entries, ...added];
          expect(post([result], entries)).toStrictEqual([]);
          for (const id of ["A", "B", "C"]) {
            const want = round.find(([who]) => who === id)?.[1] ?? 0;
            const held = sumDecimals(entries.filter(({ memberId }) => memberId === id).map(({ amount }) => amount.amount));
            expect(Number(held)).toBe(want / 100);
          }
        }
      }),
      { seed: 20240101, numRuns: 60 },
    );
  });
});
