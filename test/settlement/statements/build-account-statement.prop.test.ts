import fc from "fast-check";
import { addDecimals, checkExplanation, compareDecimals, subtractDecimals, sumDecimals } from "qudao/kernel";
import { buildAccountStatement, type SettlementEntry, settlementEntryKinds } from "qudao/settlement";
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
import { expectOnlyFaults } from "../../support/hostile-json.js";

const seed = 20240301;
const money = fc.integer({ min: -50_000, max: 50_000 }).map((fen) => cny((fen / 100).toFixed(2)));
const dateIn = (month: number) => fc.integer({ min: 1, max: 28 }).map((day) => `2024-0${month}-${String(day).padStart(2, "0")}`);
const anyDate = fc.integer({ min: 1, max: 4 }).chain(dateIn);

const entries: fc.Arbitrary<readonly SettlementEntry[]> = fc
  .array(
    fc.record({
      memberId: fc.constantFrom("A", "B"),
      kind: fc.constantFrom(...settlementEntryKinds),
      date: anyDate,
      amount: money,
      dueDate: fc.option(anyDate, { nil: undefined }),
      link: fc.nat(),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ link, ...row }, i) => {
      const refersTo = i > 0 && link % 3 === 0 ? `E${link % i}` : undefined;
      return entryOf({ ...row, id: `E${i}`, ...(refersTo === undefined ? {} : { refersTo }) });
    }),
  );

const receivables = fc.array(
  fc.record({
    memberId: fc.constantFrom("A", "B"),
    dueDate: anyDate,
    open: fc.integer({ min: 0, max: 30_000 }).map((fen) => cny((fen / 100).toFixed(2))),
    standing: fc.constantFrom("undisputed" as const, "disputed" as const),
  }),
  { maxLength: 4 },
);

const billTo = ["A", "B"].map((memberId) => ({ memberId, payerId: "P" }));
const facts = fc
  .record({ entries, receivables, asked: fc.array(fc.record({ entry: fc.nat(14), amount: money }), { maxLength: 3 }) })
  .map((drawn) => ({
    account: { id: "P" },
    billTo,
    entries: drawn.entries,
    receivables: drawn.receivables.map((row, i) => ({ ...row, invoiceId: `I${i}` })),
    disputes: drawn.asked
      .filter(({ amount }) => compareDecimals(amount.amount, "0") !== 0)
      .map(({ entry, amount }, i) => disputeOf(amount.amount, { disputeId: `D${i}`, entryId: `E${entry}` })),
  }));
const policies = fc.record({
  minimumPayment: fc.constantFrom("0", "100"),
  undated: fc.constantFrom("due" as const, "not_due" as const),
  setOff: fc.record({
    order: fc.constantFrom("none" as const, "oldest_due_first" as const, "as_declared" as const),
    reach: fc.constantFrom("due" as const, "all" as const),
  }),
});

const isAtLeast = (a: string, b: string) => compareDecimals(a, b) >= 0;

describe("laws of the statement of account", () => {
  test("opening and movements are the closing balance, member by member as well, and both sums of the working hold", () => {
    fc.assert(
      fc.property(facts, policies, (drawn, policy) => {
        const { outcome, explanation } = buildAccountStatement(statementFacts(drawn), statementPolicy({ ...policy, ...papers }));
        const { opening, movements, closing, members } = outcome;
        expect(checkExplanation(explanation)).toStrictEqual([]);
        expect(addDecimals(opening, sumDecimals(movements.map(({ amount }) => amount)))).toBe(addDecimals(closing, "0"));
        expect(sumDecimals(members.map((one) => one.closing))).toBe(addDecimals(closing, "0"));
        for (const { net, tax, gross, taxes } of outcome.documents) {
          expect(compareDecimals(addDecimals(net, tax), gross)).toBe(0);
          expect(compareDecimals(sumDecimals(taxes.map((one) => one.net)), net)).toBe(0);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  test("period by period the balances chain, and months add up to the quarter", () => {
    const months = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"];
    fc.assert(
      fc.property(facts, (drawn) => {
        const of = (start: string, end: string) =>
          buildAccountStatement(statementFacts({ ...drawn, asOf: "2024-06-01", period: { start, end } }), statementPolicy()).outcome;
        const each = months.slice(1).map((end, i) => of(months[i] as string, end));
        each.slice(1).forEach((one, i) => void expect(one.opening).toBe(each[i]?.closing));
        const whole = of("2024-01-01", "2024-05-01");
        expect([whole.opening, whole.closing]).toStrictEqual([each[0]?.opening, each.at(-1)?.closing]);
        expect(whole.movements.map(({ entryId }) => entryId)).toStrictEqual(each.flatMap((one) => one.movements.map((row) => row.entryId)));
      }),
      { seed, numRuns: 200 },
    );
  });

  test("open items are the balance; nothing is paid below 0, beyond what is due, or set off beyond it", () => {
    fc.assert(
      fc.property(facts, policies, (drawn, policy) => {
        const {
          openItems,
          payment,
          receivables: lines,
          disputes,
        } = buildAccountStatement(statementFacts(drawn), statementPolicy(policy)).outcome;
        const { balance, held, notDue, offset, carried, owedByMember, payable } = payment;
        expect(compareDecimals(sumDecimals(openItems.flatMap((item) => [item.open, item.held])), balance)).toBe(0);
        expect(compareDecimals(sumDecimals(disputes.map((line) => line.held)), held)).toBe(0);
        expect(compareDecimals(sumDecimals(lines.map((line) => line.offset)), offset)).toBe(0);
        const due = subtractDecimals(subtractDecimals(balance, held), notDue);
        expect(compareDecimals(sumDecimals([payable, carried, offset, `-${owedByMember}`]), due)).toBe(0);
        expect(isAtLeast(payable, "0")).toBe(true);
        if (compareDecimals(due, "0") >= 0) expect(isAtLeast(due, addDecimals(payable, offset))).toBe(true);
        else expect([payable, offset]).toStrictEqual(["0.00", "0.00"]);
        for (const line of lines) {
          expect(isAtLeast(line.open.amount, line.offset)).toBe(true);
          if (line.reason !== null) expect(line.offset).toBe("0.00");
        }
        // what is owed to the member and what is owed by it never stand open beside each other
        expect(
          new Set(openItems.map((item) => Math.sign(Number(item.open)))).has(1) && openItems.some((item) => item.open.startsWith("-")),
        ).toBe(false);
      }),
      { seed, numRuns: 300 },
    );
  });

  test("the order in which entries are given never matters", () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        const turned = { ...drawn, entries: [...drawn.entries].reverse() };
        expect(buildAccountStatement(statementFacts(turned), statementPolicy(papers))).toStrictEqual(
          buildAccountStatement(statementFacts(drawn), statementPolicy(papers)),
        );
      }),
      { seed, numRuns: 200 },
    );
  });

  test("10,000 arbitrary values end in an answer or in a fault with code and place", () => {
    const { faults, answers } = expectOnlyFaults(buildAccountStatement as never, [fullFacts, fullPolicy]);
    expect([faults > 1000, answers > 100]).toStrictEqual([true, true]);
  });
});
