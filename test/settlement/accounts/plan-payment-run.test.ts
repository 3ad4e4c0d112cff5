import {
  buildAccountStatement,
  buildPayables,
  type ChannelFee,
  type PaymentRunFacts,
  type PaymentRunPolicy,
  planPaymentRun,
  type SettlementEntry,
  startDispute,
  type Withholding,
} from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { entryOf, expectSound, yuan } from "../../support/accounts.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";

const policy: PaymentRunPolicy = { term: { kind: "net", days: 30 }, minimums: [], withholdings: [], rounding: "half_up" };
const facts: PaymentRunFacts = {
  runId: "PAY",
  asOf: "2024-04-30",
  dueThrough: "2024-04-30",
  entries: [],
  fees: [],
  holds: [],
  payees: [],
  paidBefore: [],
};
const due = (amount: string, changes: Partial<SettlementEntry> = {}) => entryOf(amount, { dueDate: "2024-04-30", ...changes });

function planned(changes: Partial<PaymentRunFacts>, agreed: Partial<PaymentRunPolicy> = {}) {
  const answer = planPaymentRun(frozen({ ...facts, ...changes }), frozen({ ...policy, ...agreed }));
  if (!answer.ok) throw new Error(answer.problem.code);
  expectSound(answer.value);
  return answer.value.outcome;
}

const paid = (run: ReturnType<typeof planned>) => run.payments.map(({ payeeId, gross, net }) => [payeeId, gross.amount, net.amount]);
const left = (run: ReturnType<typeof planned>) => run.leftOut.map(({ payableId, reason }) => [payableId, reason]);

const tax: Withholding = {
  id: "tax",
  titles: { en: "Income tax", zh: "个人所得税" },
  currency: "CNY",
  payeeClasses: ["person"],
  schedule: {
    method: "graduated",
    unit: "CNY",
    boundary: "reaches",
    tiers: [
      { from: "0", rate: "0" },
      { from: "800", rate: "0.2" },
    ],
  },
};

describe("planPaymentRun()", () => {
  test.each([
    ["2024-04-29", [], [["E1", "not_due"]]],
    ["2024-04-30", [["A", "100.00", "100.00"]], []],
    ["2024-05-01", [["A", "100.00", "100.00"]], []],
  ])("what is due on 30 April is paid by a run through %s: %j", (dueThrough, want, leftOut) => {
    const run = planned({ dueThrough, entries: [due("100")] });
    expect([paid(run), left(run)]).toStrictEqual([want, leftOut]);
  });

  test("one payment for each payee and currency, one entry for each payable, and the account is even afterwards", () => {
    const entries = [
      due("100"),
      due("50", { id: "E2" }),
      due("70", { id: "E3", memberId: "B" }),
      due("9", { id: "E4", amount: { amount: "9", currency: "USD" } }),
    ];
    const payees = [{ memberId: "B", payeeId: "A" }];
    const run = planned({ entries, payees });
    expect(run.payments.map(({ payeeId, gross, items }) => [payeeId, gross, items.length])).toStrictEqual([
      ["A", yuan("220.00"), 3],
      ["A", { amount: "9.00", currency: "USD" }, 1],
    ]);
    expect(run.entries.map(({ memberId, kind, amount, refersTo }) => [memberId, kind, amount.amount, refersTo])).toStrictEqual([
      ["A", "payment", "-100.00", "E1"],
      ["A", "payment", "-50.00", "E2"],
      ["B", "payment", "-70.00", "E3"],
      ["A", "payment", "-9.00", "E4"],
    ]);
    const after = buildPayables({ asOf: "2024-04-30", entries: [...entries, ...run.entries], fees: [] }, policy);
    expect(after.ok && after.value.outcome.unpaid).toStrictEqual([]);
    expect(planned({ runId: "PAY2", entries: [...entries, ...run.entries], payees }).payments).toStrictEqual([]);
  });

  test.each([
    ["199.99", [], [["E1", "below_minimum"]]],
    ["200", [["A", "200.00", "200.00"]], []],
    ["200.01", [["A", "200.01", "200.01"]], []],
  ])("with a minimum of 200, %s pays %j", (amount, want, leftOut) => {
    const run = planned({ entries: [due(amount)] }, { minimums: [yuan("200")] });
    expect([paid(run), left(run)]).toStrictEqual([want, leftOut]);
  });

  test("what was below the minimum is carried simply by staying open, until it reaches it", () => {
    const entries = [due("150"), due("60", { id: "E2", dueDate: "2024-05-31" })];
    const minimums = [yuan("200")];
    expect(paid(planned({ entries }, { minimums }))).toStrictEqual([]);
    expect(paid(planned({ entries, asOf: "2024-05-31", dueThrough: "2024-05-31" }, { minimums }))).toStrictEqual([
      ["A", "210.00", "210.00"],
    ]);
  });

  test("a hold keeps back one payable, or everything of a member, and says why", () => {
    const ground = { en: "In dispute", zh: "有争议" };
    const entries = [due("100"), due("50", { id: "E2" }), due("70", { id: "E3", memberId: "B" })];
    const one = planned({ entries, holds: [{ memberId: "A", payableId: "E2", ground }] });
    expect([paid(one), left(one)]).toStrictEqual([
      [
        ["A", "100.00", "100.00"],
        ["B", "70.00", "70.00"],
      ],
      [["E2", "held"]],
    ]);
    expect(one.leftOut[0]).toMatchObject({ amount: yuan("50.00"), ground });
    const all = planned({ entries, holds: [{ memberId: "A", ground }] });
    expect(left(all)).toStrictEqual([
      ["E1", "held"],
      ["E2", "held"],
    ]);
  });

  // 100 were paid on 30 April. On 29 April they are still open, and would be paid a second time.
  test("a run before the day of a payment does not pay it again", () => {
    const entries = [due("100"), entryOf("-100", { id: "P1", kind: "payment", date: "2024-04-30", refersTo: "E1" })];
    const on = (asOf: string, more: readonly SettlementEntry[] = []) => {
      const answer = planPaymentRun({ ...facts, asOf, entries: [...entries, ...more] }, policy);
      return answer.ok ? paid(answer.value.outcome) : answer.problem;
    };
    expect(on("2024-04-29")).toStrictEqual({
      code: "settlement.earning_posted_later",
      params: { date: "2024-04-29", id: "P1", later: "2024-04-30" },
    });
    expect(on("2024-04-30")).toStrictEqual([]);
    // what is added later, and what is taken from others, is no obstacle
    const other = due("70", { id: "E3", memberId: "B" });
    const added = due("5", { id: "E4", memberId: "B", date: "2024-04-30" });
    expect(planned({ asOf: "2024-04-29", entries: [other, added] }).payments).toHaveLength(1);
    const held = { memberId: "A", ground: { en: "Held", zh: "暂停" } };
    expect(paid(planned({ asOf: "2024-04-29", entries: [...entries, other], holds: [held] }))).toStrictEqual([["B", "70.00", "70.00"]]);
  });

  // 100 are disputed and 80 are due; the member owes 40. A statement holds the 100 and pays 80 − 40.
  test("what the member owes is taken from what is paid, not from what is held, so that the run pays what the statement says", () => {
    const entries = [due("100", { dueDate: "2024-03-31" }), due("80", { id: "E2" }), entryOf("-40", { id: "C1", kind: "correction" })];
    const holds = [{ memberId: "A", payableId: "E1", ground: { en: "In dispute", zh: "有争议" } }];
    const run = planned({ entries, holds });
    expect([paid(run), left(run), run.leftOut[0]?.amount.amount]).toStrictEqual([[["A", "40.00", "40.00"]], [["E1", "held"]], "100.00"]);
    const dispute = startDispute(
      {
        disputeId: "D1",
        memberId: "A",
        entryId: "E1",
        raisedBy: "manufacturer",
        reason: "wrong_amount",
        amount: yuan("-100"),
        asOf: "2024-04-01",
      },
      { responseDays: 10 },
    );
    const statement = buildAccountStatement(
      {
        asOf: "2024-04-30",
        period: { start: "2024-01-01", end: "2024-05-01" },
        account: { id: "A" },
        entries,
        billTo: [],
        disputes: [dispute],
        sources: [],
        earnings: [],
        receivables: [],
      },
      { currency: "CNY", decimals: 2, undated: "not_due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
    );
    expect(statement.outcome.payment).toMatchObject({ balance: "140.00", held: "100.00", payable: "40.00" });
    // what is owed beyond everything that is not held comes off what is held
    const more = planned({ entries: [...entries, entryOf("-70", { id: "C2", kind: "correction" })], holds });
    expect([paid(more), more.leftOut[0]?.amount.amount]).toStrictEqual([[], "70.00"]);
  });

  // 30 of 100 are disputed: 70 are paid. The statement holds the same 30.
  test.each([
    ["29.99", "70.01", "29.99"],
    ["100", undefined, "100.00"],
    ["100.01", undefined, "100.00"],
  ])("of 100, %s are held and %s paid", (amount, pays, held) => {
    const holds = [{ memberId: "A", payableId: "E1", amount, ground: { en: "In dispute", zh: "有争议" } }];
    const run = planned({ entries: [due("100")], holds });
    expect([paid(run), run.leftOut.map((one) => [one.amount.amount, one.reason, one.ground?.zh])]).toStrictEqual([
      pays === undefined ? [] : [["A", pays, pays]],
      [[held, "held", "有争议"]],
    ]);
    if (pays !== undefined) expect(run.entries[0]?.amount.amount).toBe(`-${pays}`);
  });

  test("a payer is paid what its statement says: what its members owe is taken off", () => {
    const billTo = ["A", "B"].map((memberId) => ({ memberId, payerId: "P" }));
    const payees = ["A", "B"].map((memberId) => ({ memberId, payeeId: "P" }));
    const entries = [due("100"), due("-30", { id: "E2", memberId: "B", kind: "correction" })];
    expect(paid(planned({ entries, billTo, payees }))).toStrictEqual([["P", "70.00", "70.00"]]);
    expect(paid(planned({ entries, payees }))).toStrictEqual([["P", "100.00", "100.00"]]);
    const statement = buildAccountStatement(
      {
        asOf: "2024-04-30",
        period: { start: "2024-01-01", end: "2024-05-01" },
        account: { id: "P" },
        entries,
        billTo,
        disputes: [],
        sources: [],
        earnings: [],
        receivables: [],
      },
      { currency: "CNY", decimals: 2, undated: "not_due", setOff: { order: "none", reach: "due" }, minimumPayment: "0", documents: [] },
    );
    expect(statement.outcome.payment.payable).toBe("70.00");
    // what another member of the payer was paid later is in the way, too
    const later = entryOf("-30", { id: "P9", memberId: "B", kind: "payment", date: "2024-05-02" });
    const answer = planPaymentRun({ ...facts, entries: [due("100"), later], billTo }, policy);
    expect(answer.ok ? "" : answer.problem.code).toBe("settlement.earning_posted_later");
  });

  test("a fee that is not posted yet is paid once, also where somebody else pays for the member by then", () => {
    const fees: ChannelFee[] = [{ id: "F", memberId: "A", kind: "reward", earnedOn: "2024-02-01", amount: yuan("100.00") }];
    const billTo = [{ memberId: "A", payerId: "P", start: "2024-03-01" }];
    const first = planned({ runId: "RUN-1", fees, billTo });
    expect(first.entries.map(({ amount, refersTo }) => [amount.amount, refersTo])).toStrictEqual([["-100.00", "F"]]);
    expect(planned({ runId: "RUN-2", fees, billTo, entries: first.entries })).toMatchObject({ payments: [], leftOut: [] });
  });

  test("two holds of one payable add up, and what is left beyond them is paid with the rest of the account", () => {
    const ground = { en: "In dispute", zh: "有争议" };
    const holds = [20, 25].map((amount) => ({ memberId: "A", payableId: "E1", amount: String(amount), ground }));
    const entries = [due("100"), due("50", { id: "E2" }), entryOf("-60", { id: "C1", kind: "correction" })];
    const run = planned({ entries, holds });
    // 45 are held; 55 + 50 − 60 are paid
    expect([paid(run), run.leftOut.map(({ amount }) => amount.amount)]).toStrictEqual([[["A", "45.00", "45.00"]], ["45.00"]]);
  });

  // a set-off of 30 is disputed: the statement pays 100 and holds the 30
  test("a set-off that is held is not taken off, and a part of one only in part", () => {
    const entries = [due("100"), entryOf("-30", { id: "O1", kind: "offset", earning: undefined })];
    const hold = { memberId: "A", payableId: "O1", ground: { en: "In dispute", zh: "有争议" } };
    expect(paid(planned({ entries, holds: [hold] }))).toStrictEqual([["A", "100.00", "100.00"]]);
    expect(paid(planned({ entries, holds: [{ ...hold, amount: "10" }] }))).toStrictEqual([["A", "80.00", "80.00"]]);
    expect(paid(planned({ entries }))).toStrictEqual([["A", "70.00", "70.00"]]);
  });

  test("what was paid before by a withholding that counts no programmes, or is not there, is a fault, and not as if nothing had been paid", () => {
    const rows = (withholdingId: string) => [{ payeeId: "A", gross: yuan("100"), withholdingId }];
    const own = { ...tax, id: "own", programmeIds: ["volume"] };
    const at = (withholdingId: string) => faultAt(() => planned({ paidBefore: rows(withholdingId) }, { withholdings: [tax, own] }));
    expect(at("tax")).toBe("kernel.not_a_choice at facts.paidBefore[0].withholdingId");
    expect(at("ovn")).toBe("kernel.not_a_choice at facts.paidBefore[0].withholdingId");
    expect(planned({ paidBefore: rows("own") }, { withholdings: [tax, own] }).payments).toStrictEqual([]);
  });

  test("a part is held of something, and above 0", () => {
    const hold = { memberId: "A", amount: "5", ground: { en: "In dispute", zh: "有争议" } };
    expect(faultAt(() => planned({ holds: [hold] }))).toBe("kernel.missing at facts.holds[0].payableId");
    expect(faultAt(() => planned({ holds: [{ ...hold, payableId: "E1", amount: "0" }] }))).toBe(
      "kernel.not_above_zero at facts.holds[0].amount",
    );
  });

  test("a hold that names the payable of another member is a fault, one of nothing that is owed holds nothing", () => {
    const ground = { en: "In dispute", zh: "有争议" };
    expect(faultAt(() => planned({ entries: [due("100")], holds: [{ memberId: "B", payableId: "E1", ground }] }))).toBe(
      "kernel.not_a_choice at facts.holds[0].memberId",
    );
    const run = planned({ entries: [due("100")], holds: [{ memberId: "B", payableId: "E9", ground }] });
    expect(paid(run)).toStrictEqual([["A", "100.00", "100.00"]]);
  });

  test("what is owed without a day is not paid, and a set-off is taken off first", () => {
    expect(left(planned({ entries: [entryOf("100")] }))).toStrictEqual([["E1", "undated"]]);
    const setOff = entryOf("-30", { id: "O1", kind: "offset" });
    expect(paid(planned({ entries: [due("100"), setOff] }))).toStrictEqual([["A", "70.00", "70.00"]]);
    expect(planned({ entries: [due("100"), { ...setOff, amount: yuan("-130") }] }).payments).toStrictEqual([]);
  });

  describe("complaint 44: what is withheld comes after the gross amount, by a table of rates", () => {
    const payees = [{ memberId: "A", payeeId: "A", payeeClass: "person" }];
    // 20 % of what is above 800 in the year
    test.each([
      ["800", "0", "0.00", "800.00"],
      ["1000", "0", "40.00", "960.00"],
      ["1000", "300", "100.00", "900.00"],
      ["1000", "5000", "200.00", "800.00"],
    ])("%s after %s paid before: %s are withheld", (amount, before, withheld, net) => {
      const paidBefore = [{ payeeId: "A", gross: yuan(before) }];
      const run = planned({ entries: [due(amount)], payees, paidBefore }, { withholdings: [tax] });
      expect(run.payments[0]).toMatchObject({ withheld: yuan(withheld), net: yuan(net) });
      expect(run.withheld.map((one) => [one.withholdingId, one.amount.amount])).toStrictEqual(
        withheld === "0.00" ? [] : [["tax", withheld]],
      );
      expect(run.entries.map((one) => one.amount.amount)).toStrictEqual([`-${Number(amount).toFixed(2)}`]);
    });

    test("a payee of another class, or of none, is not touched", () => {
      for (const classes of [[{ memberId: "A", payeeId: "A", payeeClass: "company" }], []]) {
        expect(planned({ entries: [due("1000")], payees: classes }, { withholdings: [tax] }).payments[0]?.net).toStrictEqual(
          yuan("1000.00"),
        );
      }
    });

    test("never more is withheld than there is", () => {
      const all = (id: string): Withholding => ({
        ...tax,
        id,
        schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.7" }] },
      });
      const run = planned({ entries: [due("100")], payees }, { withholdings: [all("a"), all("b")] });
      expect(run.withheld.map(({ amount }) => amount.amount)).toStrictEqual(["70.00", "30.00"]);
      expect(run.payments[0]?.net).toStrictEqual(yuan("0.00"));
    });
  });

  describe("where payments have to be approved", () => {
    const level = (name: string, above: string) => ({
      level: name,
      titles: { en: name, zh: name === "manager" ? "经理" : "总监" },
      currency: "CNY",
      above,
    });
    const authority = [level("manager", "0"), level("director", "500")];
    const approval = (name: string, by: string, upTo: string, payeeId = "A") => ({ level: name, by, payeeId, upTo: yuan(upTo) });
    const three = [due("300"), due("200", { id: "E2" }), due("0.01", { id: "E3" })];
    const run = (approvals: PaymentRunFacts["approvals"], entries = three) => planned({ entries, approvals }, { authority });

    test("nothing is paid that nobody approved, and it is listed for approval", () => {
      const none = run(undefined);
      expect([paid(none), left(none)]).toStrictEqual([
        [],
        [
          ["E1", "not_authorised"],
          ["E2", "not_authorised"],
          ["E3", "not_authorised"],
        ],
      ]);
      expect(none.entries).toStrictEqual([]);
    });

    test.each([
      ["499.99", "300.00", ["E2", "E3"]],
      ["500", "500.00", ["E3"]],
      ["500.01", "500.00", ["E3"]],
    ])("approved in part up to %s, %s is paid, earliest due first", (upTo, gross, rest) => {
      const one = run([approval("manager", "Li", upTo)]);
      expect(one.payments.map((payment) => [payment.gross.amount, payment.approvedBy])).toStrictEqual([
        [gross, [{ level: "manager", by: "Li" }]],
      ]);
      expect(left(one)).toStrictEqual(rest.map((id) => [id, "not_authorised"]));
    });

    test("above 500 the next level is needed as well, and by another person", () => {
      const both = run([approval("manager", "Li", "900"), approval("director", "Wang", "900")]);
      expect(both.payments).toMatchObject([
        {
          gross: yuan("500.01"),
          approvedBy: [
            { level: "manager", by: "Li" },
            { level: "director", by: "Wang" },
          ],
        },
      ]);
      expect(left(run([approval("manager", "Li", "900"), approval("director", "Li", "900")]))).toStrictEqual([["E3", "not_authorised"]]);
      expect(paid(run([approval("director", "Wang", "900")]))).toStrictEqual([]);
    });

    test("a later word of a level takes the place of an earlier one; other payees and currencies are approved apart", () => {
      expect(paid(run([approval("manager", "Li", "900"), approval("manager", "Li", "0")]))).toStrictEqual([]);
      expect(paid(run([approval("manager", "Li", "900", "B")]))).toStrictEqual([]);
      const usd = due("70", { id: "E9", amount: { amount: "70", currency: "USD" } });
      expect(planned({ entries: [usd] }, { authority }).payments).toMatchObject([{ payeeId: "A", approvedBy: [] }]);
    });

    test("a level has one row for a currency", () => {
      const twice = { ...policy, authority: [level("manager", "0"), level("manager", "500")] };
      expect(faultAt(() => planPaymentRun(facts, twice))).toBe("kernel.named_twice at policy.authority[1].level");
    });
  });

  test("the fees of S01-17 are paid like everything else", () => {
    const fee = { id: "F1", memberId: "A", kind: "rebate", earnedOn: "2024-03-01", amount: yuan("500") } as const;
    expect(paid(planned({ fees: [fee] }))).toStrictEqual([["A", "500.00", "500.00"]]);
  });

  test("a fee under the name of something else is a problem, and what cannot be read a fault", () => {
    const fee = { id: "E1", memberId: "A", kind: "rebate", earnedOn: "2024-03-01", amount: yuan("500") } as const;
    expect(planPaymentRun({ ...facts, entries: [due("100")], fees: [fee] }, policy).ok).toBe(false);
    const at = (changes: object, agreed: object = {}) => faultAt(() => planPaymentRun({ ...facts, ...changes }, { ...policy, ...agreed }));
    const payees = [
      { memberId: "A", payeeId: "X", payeeClass: "person" },
      { memberId: "B", payeeId: "X" },
    ];
    expect(at({ payees })).toBe("kernel.not_a_choice at facts.payees[1].payeeClass");
    expect(at({ paidBefore: [{ payeeId: "A", gross: yuan("-1") }] })).toBe("kernel.below_zero at facts.paidBefore[0].gross.amount");
    expect(at({}, { withholdings: [{ ...tax, currency: "USD" }] })).toBe("kernel.unit_mismatch at policy.withholdings[0].schedule.unit");
    expect(at({}, { withholdings: [tax, tax] })).toBe("kernel.named_twice at policy.withholdings[1].id");
    expect(at({}, { minimums: [yuan("1"), yuan("2")] })).toBe("kernel.named_twice at policy.minimums[1].currency");
  });
});
