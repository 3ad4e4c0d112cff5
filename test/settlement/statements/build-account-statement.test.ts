import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation } from "qudao/kernel";
import { type AccountStatementFacts, type AccountStatementPolicy, buildAccountStatement, type SettlementEntry } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import {
  cny,
  disputeOf,
  entryOf,
  fullFacts,
  fullPolicy,
  papers,
  statementFacts,
  statementPolicy,
} from "../../support/account-statement.js";
import { faultAt } from "../../support/fault-of.js";
import { frozen } from "../../support/frozen.js";
import { unsaidIn } from "../../support/unsaid.js";

function build(facts: Partial<AccountStatementFacts>, policy: Partial<AccountStatementPolicy> = {}) {
  const { outcome, explanation } = buildAccountStatement(frozen(statementFacts(facts)), frozen(statementPolicy(policy)));
  expect(checkExplanation(explanation)).toStrictEqual([]);
  return outcome;
}

describe("buildAccountStatement()", () => {
  // G-15
  test("G-15: lines, set-off, dispute, due dates and papers of a payer of two dealers, worked by hand", () => {
    const { outcome, explanation } = buildAccountStatement(frozen(fullFacts), frozen(fullPolicy));
    // B bills to the group from 1 March: its 9,999.00 of February are not the group's
    expect([outcome.opening, outcome.closing]).toStrictEqual(["3000.00", "5496.00"]);
    expect(outcome.movements.map(({ entryId, amount, balance }) => [entryId, amount, balance])).toStrictEqual([
      ["E3", "1130.00", "4130.00"],
      ["E4", "-1000.00", "3130.00"],
      ["E5", "2260.00", "5390.00"],
      ["E6", "106.00", "5496.00"],
    ]);
    // E1: 3,000 less its payment of 1,000; 700 disputed; the payment of 500 without a reference takes the oldest due
    expect(outcome.openItems).toStrictEqual([
      { entryId: "E1", memberId: "A", dueDate: "2024-03-31", open: "800.00", held: "700.00", due: true, overdueDays: 10 },
      { entryId: "E6", memberId: "B", dueDate: "2024-04-01", open: "106.00", held: "0.00", due: true, overdueDays: 9 },
      { entryId: "E3", memberId: "B", dueDate: "2024-04-05", open: "1130.00", held: "0.00", due: true, overdueDays: 5 },
      { entryId: "E5", memberId: "A", dueDate: "2024-04-30", open: "2260.00", held: "0.00", due: false, overdueDays: 0 },
    ]);
    expect(outcome.overdue).toBe("2036.00");
    // 5,496 − 500 paid in April = 4,996; − 700 − 2,260 = 2,036 due; − 250 − 400 set off = 1,386
    expect(outcome.payment).toStrictEqual({
      balance: "4996.00",
      held: "700.00",
      notDue: "2260.00",
      offset: "650.00",
      carried: "0.00",
      owedByMember: "0.00",
      payable: "1386.00",
    });
    expect(outcome.otherCurrencies).toStrictEqual([{ currency: "USD", entries: 1 }]);
    expect(checkExplanation(explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(outcome))).toStrictEqual(outcome);
  });

  test("both languages say the whole working", () => {
    const { explanation } = buildAccountStatement(fullFacts, fullPolicy);
    expect(unsaidIn(explanation, catalogue)).toStrictEqual([]);
    expect(renderExplanation(explanation, { language: "zh", catalogue }).split("\n").slice(0, 3)).toStrictEqual([
      "泉城集团 的账户，2024-03-01 起至 2024-04-01 前",
      "  期末余额：5496 CNY",
      "    期初余额：3000",
    ]);
    const en = renderExplanation(explanation, { language: "en", catalogue });
    expect(en).toContain("Set off against invoice INV-80: -250");
    expect(en).not.toContain("settlement.");
  });

  test("complaint 7: one sign for all entries: above 0 is owed to the member, whoever made the entry", () => {
    const entries = [
      entryOf({ id: "a", kind: "earning", amount: cny("80") }),
      entryOf({ id: "b", kind: "correction", amount: cny("80"), date: "2024-03-11" }),
      entryOf({ id: "c", kind: "correction", amount: cny("-30"), date: "2024-03-12" }),
    ];
    expect(build({ entries }).movements.map(({ balance }) => balance)).toStrictEqual(["80.00", "160.00", "130.00"]);
  });

  test("complaint 9: entries are selected by payer, on the day of each, without a list of members", () => {
    const entries = ["A", "B", "C"].map((memberId, i) => entryOf({ id: `E${i}`, memberId, date: "2024-03-15" }));
    const moved = (start: string) => build({ account: { id: "P" }, entries, billTo: [{ memberId: "A", payerId: "P", start }] }).closing;
    expect([moved("2024-03-14"), moved("2024-03-15"), moved("2024-03-16")]).toStrictEqual(["100.00", "100.00", "0.00"]);
    const left = (end: string) => build({ account: { id: "P" }, entries, billTo: [{ memberId: "A", payerId: "P", end }] }).closing;
    expect([left("2024-03-14"), left("2024-03-15"), left("2024-03-16")]).toStrictEqual(["0.00", "0.00", "100.00"]);
    const billTo = ["A", "B"].map((memberId) => ({ memberId, payerId: "P" }));
    const group = build({ account: { id: "P" }, entries, billTo });
    expect(group.members.map(({ memberId, closing }) => [memberId, closing])).toStrictEqual([
      ["A", "100.00"],
      ["B", "100.00"],
    ]);
    expect(build({ account: { id: "C" }, entries, billTo }).closing).toBe("100.00");
    expect(build({ account: { id: "A" }, entries, billTo }).closing).toBe("0.00");
  });

  // A bills to P until 15 March. What was owed on the 10th is paid on the 20th: P is owed nothing, and A has nothing to give back.
  test("what pays an entry is on the account of that entry, also where the payer has changed in between", () => {
    const billTo = [{ memberId: "A", payerId: "P", end: "2024-03-15" }];
    const owed = entryOf({ date: "2024-03-10" });
    const paid = entryOf({ id: "P1", kind: "payment", amount: cny("-100"), date: "2024-03-20", refersTo: "E1" });
    const back = entryOf({ id: "X1", kind: "reversal", amount: cny("100"), date: "2024-03-21", refersTo: "P1" });
    const more = entryOf({ id: "C1", kind: "correction", amount: cny("7"), date: "2024-03-22", refersTo: "E1" });
    const closing = (entries: readonly SettlementEntry[]) => ["P", "A"].map((id) => build({ account: { id }, entries, billTo }).closing);
    expect(closing([owed])).toStrictEqual(["100.00", "0.00"]);
    expect(closing([owed, paid])).toStrictEqual(["0.00", "0.00"]);
    expect(closing([owed, paid, back])).toStrictEqual(["100.00", "0.00"]);
    // what is owed anew is of its own day
    expect(closing([owed, paid, more])).toStrictEqual(["0.00", "7.00"]);
  });

  test("complaint 20: every line carries invoice and line number of its documents", () => {
    const sources = [
      { sourceId: "S1", invoice: "INV-7", line: "2" },
      { sourceId: "S2", invoice: "INV-9" },
    ];
    const { explanation, outcome } = buildAccountStatement(
      statementFacts({ entries: [entryOf({ sourceIds: ["S1", "S2", "S3"] })], sources }),
      statementPolicy(),
    );
    expect(outcome.movements[0]?.sources).toStrictEqual([
      { sourceId: "S1", invoice: "INV-7", line: "2" },
      { sourceId: "S2", invoice: "INV-9", line: null },
      { sourceId: "S3", invoice: null, line: null },
    ]);
    expect(renderExplanation(explanation, { language: "en", catalogue })).toContain(
      "2024-03-10 earning: 100 (documents: INV-7/2, INV-9, S3)",
    );
  });

  test("an earning brings its working and its sale lines from the settlement", () => {
    const earning = { programmeId: "volume", programmeVersion: "1", periodId: "2024-Q1" };
    const working = { code: "incentives.rounding", params: { mode: "half_up", decimals: 2, amount: "0" } };
    const line = { ...earning, window: { id: "2024-Q1" }, explanation: working, sources: { count: 1, ids: ["L1"] } };
    const earnings = [{ memberId: "A", lines: [line] }] as unknown as AccountStatementFacts["earnings"];
    const [own, other] = build({
      entries: [entryOf({ earning }), entryOf({ id: "E2", earning: { ...earning, programmeVersion: "2" } })],
      earnings,
    }).movements;
    expect([own?.working, own?.sources[0]?.sourceId]).toStrictEqual([working, "L1"]);
    expect([other?.working, other?.sources]).toStrictEqual([null, []]);
    // with goods, an earning that comes twice would be listed twice
    expect(faultAt(() => build({ earnings: [...earnings, ...earnings] }))).toBe("kernel.named_twice at facts.earnings[1].lines[0]");
  });

  test("movements are in the order of date, then identifier; an entry is in the period of its day", () => {
    const days = [
      ["z", "2024-03-01"],
      ["b", "2024-03-31"],
      ["a", "2024-03-31"],
      ["before", "2024-02-29"],
      ["after", "2024-04-01"],
    ] as const;
    const outcome = build({ entries: days.map(([id, date]) => entryOf({ id, date })) });
    expect(outcome.movements.map(({ entryId }) => entryId)).toStrictEqual(["z", "a", "b"]);
    expect([outcome.opening, outcome.closing, outcome.payment.balance]).toStrictEqual(["100.00", "400.00", "500.00"]);
  });

  test("drawn before the last day of the period it is interim, and what comes later is not in it", () => {
    const entries = [entryOf({ id: "a", date: "2024-03-30" }), entryOf({ id: "b", date: "2024-03-31" })];
    const drawn = (asOf: string) => {
      const { status, closing } = build({ asOf, entries });
      return [status, closing];
    };
    expect([drawn("2024-03-30"), drawn("2024-03-31"), drawn("2024-04-01")]).toStrictEqual([
      ["interim", "100.00"],
      ["final", "200.00"],
      ["final", "200.00"],
    ]);
  });

  // S01-17
  test.each([
    ["2024-03-30", 0, "0.00", "0.00"],
    ["2024-03-31", 0, "0.00", "80.00"],
    ["2024-04-01", 1, "80.00", "80.00"],
  ])("S01-17: a fee due on 31 March and unpaid is on %s late by %i days", (asOf, late, overdue, payable) => {
    const outcome = build({ asOf, entries: [entryOf({ kind: "fee", amount: cny("80"), dueDate: "2024-03-31" })] });
    expect([outcome.openItems[0]?.overdueDays, outcome.overdue, outcome.payment.payable]).toStrictEqual([late, overdue, payable]);
  });

  test("what was paid is not late, and what is owed without a date is due as agreed", () => {
    const fee = entryOf({ kind: "fee", dueDate: "2024-03-31" });
    const paid = build({ entries: [fee, entryOf({ id: "P", kind: "payment", amount: cny("-100"), refersTo: "E1", date: "2024-04-02" })] });
    expect([paid.overdue, paid.openItems, paid.closing, paid.payment.payable]).toStrictEqual(["0.00", [], "100.00", "0.00"]);
    expect(build({ entries: [entryOf()] }, { undated: "not_due" }).payment.payable).toBe("0.00");
    expect(build({ entries: [entryOf()] }, { undated: "due" }).payment.payable).toBe("100.00");
  });

  test.each([
    ["199.99", "199.99", "0.00"],
    ["200.00", "0.00", "200.00"],
    ["200.01", "0.00", "200.01"],
  ])("of %s at a least payment of 200, %s is carried and %s paid", (amount, carried, payable) => {
    const { payment } = build({ entries: [entryOf({ amount: cny(amount) })] }, { minimumPayment: "200" });
    expect([payment.carried, payment.payable]).toStrictEqual([carried, payable]);
  });

  test("what a member owes is taken from what is owed to it, and never paid", () => {
    const owing = entryOf({ id: "R", kind: "reversal", amount: cny("-130"), dueDate: "2025-01-01" });
    expect(build({ entries: [entryOf(), owing] }).payment).toMatchObject({ balance: "-30.00", owedByMember: "30.00", payable: "0.00" });
    expect(build({ entries: [entryOf({ amount: cny("200") }), owing] }).payment).toMatchObject({ owedByMember: "0.00", payable: "70.00" });
  });

  describe("set-off", () => {
    const receivable = (invoiceId: string, dueDate: string, open: string, changes: object = {}) => ({
      invoiceId,
      memberId: "A",
      dueDate,
      open: cny(open),
      standing: "undisputed" as const,
      ...changes,
    });
    const receivables = [
      receivable("I3", "2024-03-20", "50"),
      receivable("I1", "2024-03-10", "40"),
      receivable("I2", "2024-03-01", "30", { standing: "disputed" }),
      receivable("I4", "2024-03-02", "30", { open: { amount: "30", currency: "USD" } }),
      receivable("I5", "2024-04-11", "30"),
    ];
    const offsets = (order: "none" | "oldest_due_first" | "as_declared", reach: "due" | "all", amount = "80") =>
      build({ entries: [entryOf({ amount: cny(amount) })], receivables }, { setOff: { order, reach } }).receivables.map((line) => [
        line.invoiceId,
        line.offset,
        line.reason,
      ]);

    test("oldest due first, never disputed ones, in one currency, up to what is due", () => {
      expect(offsets("oldest_due_first", "due")).toStrictEqual([
        ["I2", "0.00", "disputed"],
        ["I4", "0.00", "other_currency"],
        ["I1", "40.00", null],
        ["I3", "40.00", null],
        ["I5", "0.00", "not_due"],
      ]);
    });

    test("as declared, also what is not due yet", () => {
      expect(offsets("as_declared", "all", "100")).toStrictEqual([
        ["I3", "50.00", null],
        ["I1", "40.00", null],
        ["I2", "0.00", "disputed"],
        ["I4", "0.00", "other_currency"],
        ["I5", "10.00", null],
      ]);
      expect(offsets("as_declared", "all", "90")[4]).toStrictEqual(["I5", "0.00", "nothing_left"]);
    });

    test("none where none was agreed", () => {
      expect(offsets("none", "all").every(([, offset, reason]) => offset === "0.00" && reason === "none_agreed")).toBe(true);
    });

    test("the same facts propose the same entries, and booked they bring the account to what is paid", () => {
      const facts = { entries: [entryOf()], receivables };
      const { offsets: proposed, payment } = build(facts);
      expect(proposed).toStrictEqual(build(facts).offsets);
      expect(proposed.map(({ id, kind, amount }) => [id, kind, amount.amount])).toStrictEqual([
        ["offset:I1:2024-04-10", "offset", "-40.00"],
        ["offset:I3:2024-04-10", "offset", "-50.00"],
      ]);
      expect(payment.payable).toBe("10.00");
      expect(build({ entries: [entryOf(), ...proposed] }).payment.payable).toBe("10.00");
    });

    test("receivables of another payer are not touched", () => {
      expect(
        build({ entries: [entryOf()], receivables: [receivable("I9", "2024-03-01", "5", { memberId: "Z" })] }).receivables,
      ).toStrictEqual([]);
    });
  });

  describe("disputes", () => {
    const held = (asked: string, amount = "100") => {
      const { disputes, payment } = build({ entries: [entryOf({ amount: cny(amount) })], disputes: [disputeOf(asked)] });
      return [disputes[0]?.held, payment.held, payment.payable, payment.owedByMember];
    };

    test("what is asked against an entry holds its part from payment, never more than is open", () => {
      expect(held("-40")).toStrictEqual(["40.00", "40.00", "60.00", "0.00"]);
      expect(held("-100")).toStrictEqual(["100.00", "100.00", "0.00", "0.00"]);
      expect(held("-130")).toStrictEqual(["100.00", "100.00", "0.00", "0.00"]);
    });

    test("what is asked on top is not on the account yet, and holds nothing", () => {
      expect(held("40")).toStrictEqual(["0.00", "0.00", "100.00", "0.00"]);
    });

    test("a charge that the member disputes is held as well: it is not taken from it", () => {
      expect(held("40", "-100")).toStrictEqual(["-40.00", "-40.00", "0.00", "60.00"]);
    });

    test("one that is over holds nothing and is not shown; two of one entry share it", () => {
      const over = { ...disputeOf("-40"), at: "withdrawn" as const };
      expect(build({ entries: [entryOf()], disputes: [over] })).toMatchObject({ disputes: [], payment: { payable: "100.00" } });
      const two = [disputeOf("-70"), disputeOf("-70", { disputeId: "D2" })];
      expect(build({ entries: [entryOf()], disputes: two }).disputes.map((line) => line.held)).toStrictEqual(["70.00", "30.00"]);
    });
  });

  describe("papers and tax", () => {
    const docs = (amounts: readonly string[], tax: object = {}, kind: "earning" | "fee" = "earning") =>
      build(
        { entries: amounts.map((amount, i) => entryOf({ id: `E${i}`, kind, amount: cny(amount) })) },
        { ...papers, tax: { ...(papers.tax as NonNullable<typeof papers.tax>), ...tax } },
      ).documents.map(({ formId, net, tax: due, gross }) => [formId, net, due, gross]);

    test("complaint 7 and complaint 39: the paper flips with the sign of its total, and its figures are positive", () => {
      expect(docs(["113.00"])).toStrictEqual([["credit_note", "100.00", "13.00", "113.00"]]);
      expect(docs(["-113.00"])).toStrictEqual([["debit_note", "100.00", "13.00", "113.00"]]);
      expect(docs(["0.01", "-0.01"])).toStrictEqual([]);
      expect(docs(["106.00"], {}, "fee")).toStrictEqual([["invoice", "100.00", "6.00", "106.00"]]);
      expect(docs(["-106.00"], {}, "fee")).toStrictEqual([["credit_memo", "100.00", "6.00", "106.00"]]);
    });

    test("tax is inside or on top, rounded once per rate, and net and tax add up", () => {
      expect(docs(["100.00"])).toStrictEqual([["credit_note", "88.50", "11.50", "100.00"]]); // 11.5044…
      expect(docs(["100.00"], { amounts: "exclusive" })).toStrictEqual([["credit_note", "100.00", "13.00", "113.00"]]);
      expect(docs(["0.50", "0.50", "0.50"], { amounts: "exclusive" })).toStrictEqual([["credit_note", "1.50", "0.20", "1.70"]]); // 0.195, not 3 × 0.07
      expect(docs(["-1.50"], { amounts: "exclusive" })).toStrictEqual([["debit_note", "1.50", "0.20", "1.70"]]);
    });

    // 13 % on top of 100 and 6 % on top of −100: the entries come to 0, the tax to 13 − 6 = 7, which somebody owes
    test("entries that come to 0 at different rates have a paper for their tax, which goes by the sign of the tax", () => {
      const tax = { ...(papers.tax as NonNullable<typeof papers.tax>), amounts: "exclusive" as const };
      const rows = (one: string, other: string) => {
        const entries = [entryOf({ amount: cny(one) }), entryOf({ id: "E2", kind: "claim", amount: cny(other) })];
        const documents = [{ ...(papers.documents[0] as (typeof papers.documents)[number]), kinds: ["earning", "claim"] as const }];
        const rules = [{ rateId: "goods", kinds: ["earning"] as const }, { rateId: "service" }];
        return build({ entries }, { documents, tax: { ...tax, rules } }).documents.map(({ formId, net, tax: due, gross }) => [
          formId,
          net,
          due,
          gross,
        ]);
      };
      expect(rows("100", "-100")).toStrictEqual([["credit_note", "0.00", "7.00", "7.00"]]);
      expect(rows("-100", "100")).toStrictEqual([["debit_note", "0.00", "7.00", "7.00"]]);
    });

    test("what no rule names bears no tax, and is shown apart", () => {
      const entries = [entryOf({ amount: cny("113") }), entryOf({ id: "E2", kind: "correction", amount: cny("-13") })];
      const [paper] = build({ entries }, papers).documents;
      expect([paper?.net, paper?.tax, paper?.gross]).toStrictEqual(["87.00", "13.00", "100.00"]);
      expect(paper?.taxes.map(({ rateId, net, tax }) => [rateId, net, tax])).toStrictEqual([
        ["goods", "100.00", "13.00"],
        [null, "-13.00", "0.00"],
      ]);
      expect(build({ entries }, { documents: papers.documents }).documents[0]).toMatchObject({ net: "100.00", tax: "0.00" });
    });

    test("a rule for a programme goes by the programme", () => {
      const earning = { programmeId: "spiff", programmeVersion: "1", periodId: "2024-03" };
      const rules = [{ rateId: "service", programmeIds: ["spiff"] }];
      const tax = { ...(papers.tax as NonNullable<typeof papers.tax>), rules };
      const entries = [entryOf({ amount: cny("106"), earning }), entryOf({ id: "E2" })];
      expect(build({ entries }, { ...papers, tax }).documents[0]?.taxes.map(({ rateId }) => rateId)).toStrictEqual(["service", null]);
      // what was conceded in a dispute about it, also in a later period
      const old = { ...entryOf({ amount: cny("106"), earning }), date: "2024-02-10" };
      const correction = entryOf({ id: "E3", kind: "correction", amount: cny("53"), refersTo: "E1" });
      expect(build({ entries: [old, correction] }, { ...papers, tax }).documents.map(({ net, tax: due }) => [net, due])).toStrictEqual([
        ["50.00", "3.00"],
      ]);
    });
  });

  describe("what cannot be read", () => {
    const at = (facts: object, policy: object = {}) =>
      faultAt(() => buildAccountStatement(statementFacts(facts as never), statementPolicy(policy as never)));

    test("names its place", () => {
      expect(at({ entries: [entryOf(), entryOf()] })).toBe("kernel.named_twice at facts.entries[1].id");
      // a dispute that comes twice would hold its part twice
      expect(at({ disputes: [disputeOf("-40"), disputeOf("-40")] })).toBe("kernel.named_twice at facts.disputes[1].data.disputeId");
      expect(at({ entries: [entryOf({ amount: cny("0.001") })] })).toBe("settlement.entry_too_fine at facts.entries[0].amount.amount");
      expect(at({ entries: [entryOf({ kind: "gift" as never })] })).toBe("kernel.not_a_choice at facts.entries[0].kind");
      expect(at({ period: { start: "2024-04-01", end: "2024-04-01" } })).toBe("kernel.not_a_period at facts.period");
      expect(at({}, { minimumPayment: "-1" })).toBe("kernel.below_zero at policy.minimumPayment");
      expect(at({}, { undated: undefined })).toBe("kernel.not_a_choice at policy.undated");
      const [row] = papers.documents;
      expect(at({}, { documents: [row, { ...row, id: "again" }] })).toBe("kernel.named_twice at policy.documents[1].kinds[0]");
      expect(at({}, { tax: { ...papers.tax, rules: [{ rateId: "x" }] } })).toBe("kernel.not_a_choice at policy.tax.rules[0].rateId");
    });

    test("two payers of one member on one day, and references that lead back", () => {
      const billTo = [
        { memberId: "A", payerId: "P", end: "2024-03-02" },
        { memberId: "A", payerId: "Q", start: "2024-03-01" },
      ];
      expect(at({ billTo })).toBe("settlement.bill_to_overlap at facts.billTo[1]");
      const following = [billTo[0], { memberId: "A", payerId: "Q", start: "2024-03-02" }] as AccountStatementFacts["billTo"];
      expect(build({ account: { id: "Q" }, billTo: following, entries: [entryOf()] }).closing).toBe("100.00");
      expect(at({ entries: [entryOf({ refersTo: "E2" }), entryOf({ id: "E2", refersTo: "E1" })] })).toBe(
        "settlement.refers_in_circle at facts.entries",
      );
    });
  });
});
